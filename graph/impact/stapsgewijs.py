"""Dependencies by stepwise SPARQL: for each step some queries with the provisions of that step, in bounded portions.

Nothing is kept, so it needs no memory and no time to begin, and works with an engine on another machine.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from pyoxigraph import NamedNode

from graph.impact.kant import Aard, Kant
from graph.opslag import Opslag, Rij
from graph.vraag import laad_vraag
from ontologie.document import BepalingSoort
from ontologie.relatie import RelatieSoort, Sterkte
from ontologie.termen import RG
from ontologie.verwijzing import Status

#: Provisions in one query.
PORTIE = 500

#: Statuses of which the words settle what is meant, and that it is there (or could not be looked up).
_ZEKER = frozenset({Status.OPGELOST.value, Status.NIET_GECONTROLEERD.value})
_RELATIES = {
    RelatieSoort.GRONDSLAG.value: Aard.BERUST_OP,
    RelatieSoort.INVULLING.value: Aard.VULT_IN,
    RelatieSoort.UITGESLOTEN.value: Aard.UITGESLOTEN,
}
_UIT_RELATIE = frozenset(_RELATIES.values())
_RG = str(RG)
#: The units that group articles, with the article.
EENHEDEN = (
    BepalingSoort.BOEK, BepalingSoort.DEEL, BepalingSoort.HOOFDSTUK, BepalingSoort.TITEL, BepalingSoort.AFDELING,
    BepalingSoort.PARAGRAAF, BepalingSoort.SUBPARAGRAAF, BepalingSoort.ARTIKEL,
)  # fmt: skip
BOVEN_ARTIKEL = tuple(NamedNode(_RG + s.value) for s in EENHEDEN[:-1])
TOT_ARTIKEL = tuple(NamedNode(_RG + s.value) for s in EENHEDEN)


class Stapsgewijs:
    """Asks the store for each step. Fulfils ``Kantenbron``."""

    def __init__(self, opslag: Opslag, gekozen: Collection[str]) -> None:
        """``gekozen`` are the IRIs of the versions of works that count."""
        self._opslag = opslag
        self._gekozen = frozenset(gekozen)

    def kanten(self, doelen: Collection[str], aarden: Collection[Aard]) -> Iterator[Kant]:
        for naam, lees in _vragen(aarden):
            for rij in self._vraag(f"impact-{naam}-naar", "doelen", doelen):
                kant = lees(rij)
                if kant.werkversie in self._gekozen and kant.aard in aarden:
                    yield kant

    def vult_in(self, vans: Collection[str]) -> Iterator[tuple[str, str]]:
        for rij in self._vraag("impact-vult-in", "bepalingen", vans):
            if rij["werkversie"].value in self._gekozen:
                yield rij["van"].value, rij["naar"].value

    def onder(self, iris: Collection[str]) -> Iterator[tuple[str, str]]:
        for rij in self._vraag("impact-onder", "bepalingen", iris):
            yield rij["boven"].value, rij["onder"].value

    def opbouw(self, iris: Collection[str]) -> Iterator[tuple[str, str, bool]]:
        for naam, soorten, is_onder in (("in", TOT_ARTIKEL, True), ("rond", BOVEN_ARTIKEL, False)):
            for rij in self._vraag(f"impact-opbouw-{naam}", "bepalingen", iris):
                # The version of the work itself has no kind.
                if rij.get("soort") in soorten and rij["werkversie"].value in self._gekozen:
                    yield rij["bepaling"].value, rij["ander"].value, is_onder

    def _vraag(self, naam: str, parameter: str, iris: Collection[str]) -> Iterator[Rij]:
        alle = sorted(iris)
        for begin in range(0, len(alle), PORTIE):
            deel = [NamedNode(iri) for iri in alle[begin : begin + PORTIE]]
            yield from laad_vraag(naam).selecteer(self._opslag, **{parameter: deel})


def _vragen(aarden: Collection[Aard]) -> Iterator[tuple[str, Callable[[Rij], Kant]]]:
    """The queries that give dependencies of some kinds, and how their rows are read."""
    if Aard.VERWIJST in aarden:
        yield "verwijzingen", lees_verwijzing
    if not _UIT_RELATIE.isdisjoint(aarden):
        yield "relaties", lees_relatie
    if Aard.LICHT_TOE in aarden:
        yield "toelichtingen", lees_toelichting
    if Aard.GEMAAKT_UIT in aarden:
        yield "afgeleiden", lees_afgeleide


def lees_verwijzing(rij: Rij) -> Kant:
    """A reference as a dependency; a mere candidate or a target that is not (wholly) there is not sure."""
    zeker = rij["status"].value.removeprefix(_RG) in _ZEKER
    return Kant(
        rij["ding"].value, Aard.VERWIJST, rij["van"].value, rij["naar"].value, rij["werkversie"].value, zeker=zeker
    )


def lees_relatie(rij: Rij) -> Kant:
    """A relation as a dependency. ``van`` is apart from versions where the work that tells it is another."""
    return Kant(
        rij["ding"].value,
        _RELATIES[rij["soort"].value],
        (rij.get("bepaling") or rij["versie"]).value,
        rij["naar"].value,
        rij["werkversie"].value,
        nadruk=rij["sterkte"].value == _RG + Sterkte.EXPLICIET.value,
    )


def lees_toelichting(rij: Rij) -> Kant:
    """A part of a toelichting as dependent on what it explains."""
    return Kant(rij["ding"].value, Aard.LICHT_TOE, rij["van"].value, rij["naar"].value, rij["werkversie"].value)


def lees_afgeleide(rij: Rij) -> Kant:
    """A text as dependent on the model that it was made from."""
    return Kant(rij["ding"].value, Aard.GEMAAKT_UIT, rij["van"].value, rij["naar"].value, rij["werkversie"].value)
