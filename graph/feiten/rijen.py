"""What a row of the reading model holds, and how it follows from triples.

A row is all that the questions ask of one IRI, each column JSON that begins with the IRI itself:

- ``waarden``: ``[iri, {property: [value, …]}]``, what is said of it and an answer can show;
- ``naar``: ``[iri, {property: [from, …]}]``, what points at it by the properties of ``TERUG``;
- ``delen``: ``[iri, [[order, from, provision, kind], …]]``, what names it as the whole that it is part of;
- ``verwezen``: ``[iri, {version of the citing work: [reference, …]}]``, the references that point at it;
- ``naam``: ``[iri, label, notation, address, heading of its newest version, [version, …]]``, of an identity.

A column that would be empty is NULL, an IRI without any has no row. Everything is sorted, so that the same triples give
the same rows. The columns besides ``waarden`` repeat what other rows say, where it is needed: ``wijzers`` has the rule.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import orjson
from pyoxigraph import Quad

from graph.feiten.ding import RG, eigenschapsnaam
from graph.feiten.model import TERUG
from graph.tripels import termen as t

#: Changes when the columns do, so that a file of an older release is not misread.
VERSIE = 1
KOLOMMEN = ("waarden", "naar", "delen", "verwezen", "naam")

#: What no answer shows, or says over again what a reference or relation says. ``graph/vragen/dingen.rq`` has the same.
_NIET = frozenset(
    term.value
    for term in (
        t.DOEL, t.LICHAAM, t.GEMAAKT_DOOR, t.TITEL, t.rg("verwijstNaar"), t.rg("redactieVerwijstNaar")
    )
)  # fmt: skip
_TYPE = t.TYPE.value
_WIJZIGING = t.rg("Wijziging").value
_TERUG = frozenset(TERUG)

Waarden = dict[str, list[str]]


class Wijzer(NamedTuple):
    """One thing that points at another: the row ``naar`` holds ``gegeven`` for it in ``kolom``, below ``sleutel``."""

    naar: str
    kolom: str
    sleutel: str
    gegeven: str


def gezegde(quad: Quad) -> tuple[str, str] | None:
    """The property without its vocabulary and the value as text; None for what the reading model does not hold."""
    eigenschap, waarde = quad.predicate.value, quad.object.value  # type: ignore[union-attr]  # IRIs and literals only
    if eigenschap in _NIET or (eigenschap == _TYPE and waarde != _WIJZIGING):
        return None
    return eigenschapsnaam(eigenschap), waarde


def verzamel(quads: Iterable[Quad]) -> dict[str, Waarden]:
    """What quads say, by subject and property."""
    uit: dict[str, Waarden] = {}
    for quad in quads:
        if (gezegd := gezegde(quad)) is not None:
            voeg_toe(uit.setdefault(quad.subject.value, {}), *gezegd)  # type: ignore[union-attr]
    return uit


def voeg_toe(waarden: Waarden, eigenschap: str, waarde: str) -> None:
    eerder = waarden.get(eigenschap)
    if eerder is None:
        waarden[eigenschap] = [waarde]
    elif waarde not in eerder:
        eerder.append(waarde)


def neem_weg(waarden: Waarden, eigenschap: str, waarde: str) -> None:
    eerder = waarden.get(eigenschap, [])
    if waarde in eerder:
        eerder.remove(waarde)
        if not eerder:
            del waarden[eigenschap]


def wijzers(iri: str, waarden: Waarden) -> list[Wijzer]:
    """What other rows hold because of what is said of one thing."""
    uit = [Wijzer(naar, "naar", naam, iri) for naam in _TERUG & waarden.keys() for naar in waarden[naam]]
    if "is_part_of" in waarden:
        nummer, bepaling, soort = (eerste(waarden, n) for n in ("volgnummer", "is_member_of", "type_subdivision"))
        deel = orjson.dumps([int(nummer or -1), iri, bepaling, soort.removeprefix(RG)]).decode()
        uit += (Wijzer(geheel, "delen", "", deel) for geheel in waarden["is_part_of"])
    if "naar" in waarden and "inVersie" in waarden:
        uit += (Wijzer(naar, "verwezen", versie, iri) for versie in waarden["inVersie"] for naar in waarden["naar"])
    if "is_member_of" in waarden:
        # Also where it has no heading: the row of the identity must then not keep one.
        kop = orjson.dumps([iri, eerste(waarden, "opschrift")]).decode()
        uit += (Wijzer(naar, "naam", "", kop) for naar in waarden["is_member_of"])
    return uit


def eerste(waarden: Waarden, naam: str) -> str:
    """One value of a property, "" where it has none."""
    alle = waarden.get(naam)
    return min(alle) if alle else ""


def schrijf(iri: str, inhoud: object) -> str | None:
    """A column; None where there is nothing to hold."""
    return orjson.dumps([iri, inhoud], option=orjson.OPT_SORT_KEYS).decode() if inhoud else None


def schrijf_waarden(iri: str, waarden: Waarden) -> str | None:
    """The column ``waarden``."""
    return schrijf(iri, {naam: sorted(alle) for naam, alle in waarden.items()})


def schrijf_naam(iri: str, waarden: Waarden, opschrift: str) -> str | None:
    """The column ``naam``; ``opschrift`` is the heading in its newest version."""
    if "label" not in waarden:
        return None
    namen = (eerste(waarden, n) for n in ("label", "notation", "seeAlso"))
    return orjson.dumps([iri, *namen, opschrift, sorted(waarden.get("has_member", ()))]).decode()
