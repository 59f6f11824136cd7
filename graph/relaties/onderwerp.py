"""Narrows what a paragraph explains by the heading that it stands under."""

from __future__ import annotations

from collections.abc import Iterator

from graph.relaties.begrippen import term_van
from graph.relaties.boek import Boek, volle_tekst
from graph.relaties.woorden import stammen
from ontologie.document import Bepaling
from ontologie.identificatie import BepalingId


def verfijn(onderwerp: tuple[BepalingId, ...], tussenkop: str, boek: Boek) -> tuple[BepalingId, ...]:
    """The one part of what is explained that the heading is about; all of it where none or several fit.

    A definition is named by its term, a lid by being the only one that holds all words of the heading.
    """
    zoek = set(stammen(tussenkop))
    if len(onderwerp) != 1 or not zoek:
        return onderwerp
    knoop = boek.knoop(onderwerp[0])
    if knoop is None:
        return onderwerp
    delen = tuple(_delen(knoop))
    passend = [d for d in delen if set(stammen(term_van(d))) == zoek] or [
        d for d in delen if zoek <= set(stammen(volle_tekst(d)))
    ]
    return (passend[0].id,) if len(passend) == 1 else onderwerp


def _delen(knoop: Bepaling) -> Iterator[Bepaling]:
    return iter(knoop.kinderen)
