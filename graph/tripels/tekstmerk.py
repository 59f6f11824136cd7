"""Quads of marks in the shown text: places to fill in or leave out, variants, and mended scan noise."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Quad

from graph.tripels import termen as t
from graph.tripels.context import Broncontext
from graph.tripels.verwijzing import Plaatsing, bereikquads
from ontologie.identificatie import BepalingId
from ontologie.tekst import Span

#: The kind of a mark that is a correction; the others are those of ``ontologie.document.InvulSoort``.
CORRECTIE = "correctie"

_KLASSE = t.rg("Tekstmerk")
_STAAT_IN = t.rg("staatIn")
_IN_VERSIE = t.rg("inVersie")
_SOORT = t.rg("merksoort")
_STAAT_ER = t.rg("staatEr")
_GELEZEN = t.rg("gelezen")
_REGEL = t.rg("herstelregel")


def tekstmerkquads(context: Broncontext, plaatsing: Plaatsing) -> Iterator[Quad]:
    """The marks of one document; nothing where no running text is loaded."""
    document = context.document
    if not document.met_tekst:
        return
    for bepaling in document.bepalingen():
        for plek in bepaling.invulplaatsen:
            yield from _merk(context, plaatsing, bepaling.id, plek.span, plek.soort.value)
    for correctie in document.correcties:
        plaats = plaatsing.binnenste(correctie.span)
        if plaats is None:
            continue
        knoop = _knoop(context, correctie.span, CORRECTIE)
        yield context.quad(knoop, _STAAT_ER, t.nederlands(correctie.staat_er))
        yield context.quad(knoop, _GELEZEN, t.nederlands(correctie.gelezen))
        yield context.quad(knoop, _REGEL, t.nederlands(correctie.regel))
        yield from _merk(context, plaatsing, plaats, correctie.span, CORRECTIE)


def _knoop(context: Broncontext, span: Span, soort: str) -> NamedNode:
    return NamedNode(f"{context.werkversie.value}/merk/{soort}/{span.begin}-{span.eind}")


def _merk(context: Broncontext, plaatsing: Plaatsing, plaats: BepalingId, span: Span, soort: str) -> Iterator[Quad]:
    knoop = _knoop(context, span, soort)
    yield context.quad(knoop, t.TYPE, _KLASSE)
    yield context.quad(knoop, _STAAT_IN, context.versie_iri(plaats))
    yield context.quad(knoop, _IN_VERSIE, context.werkversie)
    yield context.quad(knoop, _SOORT, Literal(soort))
    yield from bereikquads(context, plaatsing, knoop, plaats, span)
