"""Quads of what a document says of changes. Each stands in the graph of that document and is derived."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode, Quad

from graph.tripels import termen as t
from graph.tripels.context import Broncontext
from graph.tripels.verwijzing import Plaatsing, bereikquads
from ontologie.identificatie import print_kort
from ontologie.wijziging import Wijzigingsmelding

_KLASSE = t.rg("Wijzigingsmelding")
_IN = t.rg("in")
_IN_VERSIE = t.rg("inVersie")
_EFFECT = t.rg("effect")
_STERKTE = t.rg("sterkte")
_AFGELEID = t.rg("afgeleid")
_BEWIJS = t.rg("bewijs")
_BEWIJSKLASSE = t.rg("Bewijs")
_METHODE = t.rg("methode")
_BEGIN = t.rg("begin")
_EIND = t.rg("eind")


def meldingquads(context: Broncontext, plaatsing: Plaatsing, meldingen: Iterable[Wijzigingsmelding]) -> Iterator[Quad]:
    """The statements of one document, each with the passage that says so."""
    for melding in meldingen:
        begin, eind = melding.bewijs.span
        naam = quote(print_kort(melding.bepaling, context.register), safe="")
        knoop = NamedNode(f"{context.werkversie.value}/wijzigingsmelding/{begin}-{eind}/{naam}")
        bewijs = NamedNode(f"{knoop.value}/bewijs")
        yield context.quad(knoop, t.TYPE, _KLASSE)
        yield context.quad(knoop, _IN, context.munt.iri(melding.bepaling))
        yield context.quad(knoop, _EFFECT, Literal(melding.effect.value))
        yield context.quad(knoop, _STERKTE, _AFGELEID)
        yield context.quad(knoop, _IN_VERSIE, context.werkversie)
        yield context.quad(knoop, _BEWIJS, bewijs)
        yield context.quad(bewijs, t.TYPE, _BEWIJSKLASSE)
        yield context.quad(bewijs, t.BRON, context.versie_iri(melding.bewijs.plaats))
        yield context.quad(bewijs, _METHODE, Literal(melding.bewijs.regel))
        yield context.quad(bewijs, _BEGIN, t.getal(begin))
        yield context.quad(bewijs, _EIND, t.getal(eind))
        if context.document.met_tekst:
            yield from bereikquads(context, plaatsing, bewijs, melding.bewijs.plaats, melding.bewijs.span)
