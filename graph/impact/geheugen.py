"""Dependencies in memory: all of them once, as graphs of networkx, for many questions to one opened state."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from sys import intern

import networkx as nx

from graph.impact.kant import Aard, Kant
from graph.impact.stapsgewijs import (
    BOVEN_ARTIKEL,
    TOT_ARTIKEL,
    lees_afgeleide,
    lees_relatie,
    lees_toelichting,
    lees_verwijzing,
)
from graph.opslag import Opslag
from graph.vraag import laad_vraag
from ontologie.identificatie import basis

_LEZERS = (
    ("verwijzingen", lees_verwijzing),
    ("relaties", lees_relatie),
    ("toelichtingen", lees_toelichting),
    ("afgeleiden", lees_afgeleide),
)


class Geheugen:
    """All dependencies that the chosen versions tell. Fulfils ``Kantenbron``; may be used from several threads."""

    def __init__(self, opslag: Opslag, gekozen: Collection[str]) -> None:
        #: Dependencies, from what is depended on to what depends on it.
        self._afhankelijk: nx.DiGraph[str] = nx.DiGraph()
        #: From a whole to its parts by identity, for all that anything depends on; and by the structure of versions.
        self._delen: nx.DiGraph[str] = nx.DiGraph()
        self._opbouw: nx.DiGraph[str] = nx.DiGraph()
        self._geplaatst: set[str] = set()
        self._vult_in: dict[str, set[str]] = {}
        gekozen = frozenset(gekozen)
        for naam, lees in _LEZERS:
            for rij in laad_vraag(f"impact-{naam}-alle").selecteer(opslag):
                if (kant := lees(rij)).werkversie in gekozen:
                    self._voeg_toe(kant)
        for iri in list(self._afhankelijk):
            self._plaats(iri)
        for rij in laad_vraag("impact-opbouw-alle").selecteer(opslag, hogere=BOVEN_ARTIKEL):
            if rij["soort"] in TOT_ARTIKEL and rij["werkversie"].value in gekozen:
                self._opbouw.add_edge(intern(rij["boven"].value), intern(rij["onder"].value))

    def _voeg_toe(self, kant: Kant) -> None:
        kant = kant._replace(van=intern(kant.van), naar=intern(kant.naar), werkversie=intern(kant.werkversie))
        if self._afhankelijk.has_edge(kant.naar, kant.van):
            self._afhankelijk[kant.naar][kant.van]["kanten"].append(kant)
        else:
            self._afhankelijk.add_edge(kant.naar, kant.van, kanten=[kant])
        if kant.aard is Aard.VULT_IN and kant.nadruk:
            self._vult_in.setdefault(kant.van, set()).add(kant.naar)

    def _plaats(self, iri: str) -> None:
        """Put a provision below its parents by identity, which its IRI names: each step is a kind and a number."""
        while iri.startswith(basis()) and iri.count("/", len(basis())) >= 2 and iri not in self._geplaatst:
            ouder = intern(iri.rsplit("/", 2)[0])
            self._geplaatst.add(iri)
            self._delen.add_edge(ouder, iri)
            iri = ouder

    def __len__(self) -> int:
        """How many dependencies there are."""
        return sum(len(d["kanten"]) for _, _, d in self._afhankelijk.edges(data=True))

    def doelen(self) -> Iterable[str]:
        """Everything that depends or is depended on."""
        return tuple(self._afhankelijk)

    def kanten(self, doelen: Collection[str], aarden: Collection[Aard]) -> Iterator[Kant]:
        for doel in doelen:
            if doel in self._afhankelijk:
                for gegevens in self._afhankelijk[doel].values():
                    yield from (k for k in gegevens["kanten"] if k.aard in aarden)

    def vult_in(self, vans: Collection[str]) -> Iterator[tuple[str, str]]:
        for van in vans:
            yield from ((van, naar) for naar in self._vult_in.get(van, ()))

    def onder(self, iris: Collection[str]) -> Iterator[tuple[str, str]]:
        return _bereikbaar(self._delen, iris, nx.descendants)

    def opbouw(self, iris: Collection[str]) -> Iterator[tuple[str, str, bool]]:
        yield from ((iri, ander, True) for iri, ander in _bereikbaar(self._opbouw, iris, nx.descendants))
        yield from ((iri, ander, False) for iri, ander in _bereikbaar(self._opbouw, iris, nx.ancestors))


def _bereikbaar(graaf: nx.DiGraph[str], iris: Iterable[str], welke: object) -> Iterator[tuple[str, str]]:
    assert callable(welke)
    for iri in iris:
        if iri in graaf:
            yield from ((iri, ander) for ander in welke(graaf, iri))
