"""Quads of the change metadata of a provision, with each date axis apart."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Quad

from graph.tripels import termen as t
from graph.tripels.context import Broncontext
from graph.tripels.namen import van_publicatie
from ontologie.document import Bepaling, Wijzigingsgegevens

_WIJZIGING = t.rg("wijziging")
_KLASSE = t.rg("Wijziging")
_GEWIJZIGD_DOOR = t.rg("gewijzigdDoor")
_EFFECT = t.rg("effect")
_IN = t.rg("in")
_DOOR = t.rg("door")
_IWT_DOOR = t.rg("inwerkingtredingDoor")
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
        yield context.quad(knoop, t.TYPE, _KLASSE)
        yield context.quad(knoop, _IN, context.munt.iri(bepaling.id))
        yield from _gegevens(context, versie, knoop, gegevens)


def _gegevens(
    context: Broncontext, versie: NamedNode, knoop: NamedNode, gegevens: Wijzigingsgegevens
) -> Iterator[Quad]:
    if gegevens.effect:
        yield context.quad(knoop, _EFFECT, Literal(gegevens.effect))
    if gegevens.door is not None:
        door = context.munt.iri(van_publicatie(gegevens.door))
        yield context.quad(knoop, _DOOR, door)
        yield context.quad(versie, _GEWIJZIGD_DOOR, door)
    if gegevens.inwerkingtreding_door is not None:
        yield context.quad(knoop, _IWT_DOOR, context.munt.iri(van_publicatie(gegevens.inwerkingtreding_door)))
    for veld, eigenschap in _DAGEN:
        if (waarde := getattr(gegevens, veld)) is not None:
            yield context.quad(knoop, eigenschap, t.dag(waarde))
