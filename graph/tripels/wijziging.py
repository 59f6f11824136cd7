"""Quads of the change metadata of a provision, with each date axis apart."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Quad

from graph.tripels import termen as t
from graph.tripels.context import Broncontext
from graph.tripels.identiteit import Munt
from graph.tripels.namen import van_publicatie
from ontologie.document import Bepaling, Wijzigingsgegevens
from ontologie.identificatie import BepalingId

_WIJZIGING = t.rg("wijziging")
_KLASSE = t.rg("Wijziging")
_GEWIJZIGD_DOOR = t.rg("gewijzigdDoor")
_EFFECT = t.rg("effect")
_IN = t.rg("in")
_DOOR = t.rg("door")
_IWT_DOOR = t.rg("inwerkingtredingDoor")
_JUNCTO = t.rg("juncto")
_OPMERKING = t.rg("opmerking")
_DAGEN = (
    ("ondertekend", t.rg("ondertekend")),
    ("gepubliceerd", t.rg("gepubliceerd")),
    ("inwerkingtreding_bekendgemaakt", t.rg("inwerkingtredingBekendgemaakt")),
    ("in_werking", t.rg("inWerking")),
    ("terugwerkend_tot", t.rg("terugwerkendTot")),
)


def wijzigingsquads(context: Broncontext, bepaling: Bepaling) -> Iterator[Quad]:
    """The changes of one provision; the first is the one that the source puts first, later ones are numbered from 2."""
    if bepaling.wijziging is None:
        return
    versie = context.versie_iri(bepaling.id)
    for n, gegevens in enumerate((bepaling.wijziging, *bepaling.verdere_wijzigingen), 1):
        knoop = NamedNode(f"{versie.value}/wijziging" + (f"/{n}" if n > 1 else ""))
        yield context.quad(versie, _WIJZIGING, knoop)
        yield from gegevensquads(context.graaf, context.munt, knoop, bepaling.id, gegevens)
        if gegevens.door is not None:
            yield context.quad(versie, _GEWIJZIGD_DOOR, context.munt.iri(van_publicatie(gegevens.door)))


def gegevensquads(
    graaf: NamedNode, munt: Munt, knoop: NamedNode, bepaling: BepalingId, gegevens: Wijzigingsgegevens
) -> Iterator[Quad]:
    """What a change is, whatever it hangs on."""
    yield Quad(knoop, t.TYPE, _KLASSE, graaf)
    yield Quad(knoop, _IN, munt.iri(bepaling), graaf)
    if gegevens.effect:
        yield Quad(knoop, _EFFECT, Literal(gegevens.effect), graaf)
    if gegevens.door is not None:
        yield Quad(knoop, _DOOR, munt.iri(van_publicatie(gegevens.door)), graaf)
    if gegevens.inwerkingtreding_door is not None:
        yield Quad(knoop, _IWT_DOOR, munt.iri(van_publicatie(gegevens.inwerkingtreding_door)), graaf)
    for publicatie in gegevens.juncto:
        yield Quad(knoop, _JUNCTO, munt.iri(van_publicatie(publicatie)), graaf)
    if gegevens.opmerking:
        yield Quad(knoop, _OPMERKING, Literal(gegevens.opmerking), graaf)
    for veld, eigenschap in _DAGEN:
        if (waarde := getattr(gegevens, veld)) is not None:
            yield Quad(knoop, eigenschap, t.dag(waarde), graaf)
