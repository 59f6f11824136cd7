"""Quads of the history of a regulation (WTI), in a named graph of their own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from pyoxigraph import Literal, NamedNode, Quad

from bronnen.register import Register
from bronnen.wti import Wti
from graph.tijd.vaststelling import graafherkomst
from graph.tripels import termen as t
from graph.tripels.identiteit import Munt
from graph.tripels.wijziging import gegevensquads
from ontologie.identificatie import BepalingId
from ontologie.termen import GRAAFBASIS

_GESCHIEDENIS = t.rg("geschiedenis")
_AANDUIDING = t.rg("aanduiding")
_VERSIE_ID = t.rg("versieId")
_VOORAFGAAND = t.rg("voorafgaand")


def geschiedenisgraaf(wti: Wti) -> NamedNode:
    """The named graph with the history of one regulation."""
    return NamedNode(f"{GRAAFBASIS}{wti.officieel_id}/wti")


def geschiedenisquads(wti: Wti, register: Register, nu: datetime) -> Iterator[Quad]:
    """Every change of every numbered provision, and of the regulation itself.

    Parts without a number (considerans, intitulé) have no identity and are left out.
    """
    graaf, munt = geschiedenisgraaf(wti), Munt(register)
    bron = wti.bron
    yield from graafherkomst(graaf, (bron.naam, bron.sha256, bron.formaat, bron.grootte), nu)
    gezien: dict[BepalingId, int] = {}
    for element in (wti.regeling, *wti.elementen):
        bepaling = element.bepaling
        if bepaling is None:
            continue
        for gebeurtenis in element.gebeurtenissen:
            n = gezien[bepaling] = gezien.get(bepaling, 0) + 1
            iri = munt.iri(bepaling)
            knoop = NamedNode(f"{iri.value}/geschiedenis/{n}")
            yield Quad(iri, _GESCHIEDENIS, knoop, graaf)
            yield from gegevensquads(graaf, munt, knoop, bepaling, gebeurtenis.gegevens)
            if gebeurtenis.label:
                yield Quad(knoop, _AANDUIDING, Literal(gebeurtenis.label), graaf)
            if gebeurtenis.versie_id:
                yield Quad(knoop, _VERSIE_ID, Literal(gebeurtenis.versie_id), graaf)
            if gebeurtenis.voorafgaand:
                yield Quad(knoop, _VOORAFGAAND, t.WAAR, graaf)
    yield from munt.quads()
