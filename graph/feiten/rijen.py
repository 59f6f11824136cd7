"""What a row of the reading model holds, and how it follows from triples.

A row is all that the questions ask of one IRI, each column JSON:

- ``waarden``: ``{property: [value, …]}``, what is said of it and an answer can show;
- ``naar``: ``{property: [from, …]}``, what points at it by the properties of ``TERUG``;
- ``delen``: ``[[order, from, provision, kind], …]``, what names it as the whole that it is part of;
- ``verwezen``: ``{version of the citing work: [reference, …]}``, the references that point at it;
- ``naam``: ``[label, notation, address, heading of its newest version, [version, …]]``, of an identity.

A column that would be empty is NULL, an IRI without any has no row. Everything is sorted, so that the same triples give
the same rows. The columns besides ``waarden`` repeat what other rows say, where it is needed: ``wijzers`` has the rule.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
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
#: The nodes below a reference that say over again what its IRI and ``rg:van`` say (``docs/graafmodel.md``). A work or
#: a provision can be called "plek" as well.
_ONDER_VERWIJZING = re.compile(r"/verwijzing/[\d-]+/plek(?:/positie)?$")

#: What is said of one thing, by property. Some have very many values of one, so no value is looked for in a list.
Waarden = Mapping[str, Collection[str]]
#: The same, to change.
Verzamelingen = dict[str, set[str]]


class Wijzer(NamedTuple):
    """One thing that points at another: the row ``naar`` holds ``gegeven`` for it in ``kolom``, below ``sleutel``."""

    naar: str
    kolom: str
    sleutel: str
    gegeven: str


def gezegde(quad: Quad) -> tuple[str, str, str] | None:
    """The subject, the property without its vocabulary and the value as text; None for what has no place in a row."""
    # Subjects are IRIs, objects IRIs and literals.
    iri, eigenschap, waarde = quad.subject.value, quad.predicate.value, quad.object.value  # type: ignore[union-attr]
    if eigenschap in _NIET or (eigenschap == _TYPE and waarde != _WIJZIGING) or is_zonder_rij(iri):
        return None
    return iri, eigenschapsnaam(eigenschap), waarde


def is_zonder_rij(iri: str) -> bool:
    """Whether it is a node of which no row is made."""
    return iri.endswith(("/plek", "/positie")) and _ONDER_VERWIJZING.search(iri) is not None


def verzamel(quads: Iterable[Quad]) -> Mapping[str, Waarden]:
    """What quads say, by subject and property; what is said twice is in it twice."""
    # Lists, since most have one value, for which a set takes more than twice the memory.
    uit: dict[str, dict[str, list[str]]] = {}
    for quad in quads:
        if (gezegd := gezegde(quad)) is not None:
            iri, eigenschap, waarde = gezegd
            uit.setdefault(iri, {}).setdefault(eigenschap, []).append(waarde)
    return uit


def voeg_toe(waarden: Verzamelingen, eigenschap: str, waarde: str) -> None:
    waarden.setdefault(eigenschap, set()).add(waarde)


def neem_weg(waarden: Verzamelingen, eigenschap: str, waarde: str) -> None:
    eerder = waarden.get(eigenschap, set())
    eerder.discard(waarde)
    if not eerder:
        waarden.pop(eigenschap, None)


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


def schrijf(inhoud: object) -> str | None:
    """A column; None where there is nothing to hold."""
    return orjson.dumps(inhoud, option=orjson.OPT_SORT_KEYS).decode() if inhoud else None


def schrijf_lijsten(lijsten: Waarden) -> str | None:
    """A column of lists by name."""
    return schrijf({naam: sorted(set(alle)) for naam, alle in lijsten.items()})


def schrijf_naam(waarden: Waarden, opschrift: str) -> str | None:
    """The column ``naam``; ``opschrift`` is the heading in its newest version."""
    if "label" not in waarden:
        return None
    namen = (eerste(waarden, n) for n in ("label", "notation", "seeAlso"))
    return schrijf([*namen, opschrift, sorted(waarden.get("has_member", ()))])
