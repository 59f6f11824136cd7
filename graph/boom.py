"""The tree that references are resolved against: which provisions a work has, in which order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import Enum
from typing import Protocol

from ontologie.document import Document
from ontologie.identificatie import BepalingId, Stap, StapSoort


class Dekking(Enum):
    """How much of a work is loaded."""

    GEEN = "geen"
    UITTREKSEL = "uittreksel"
    VOLLEDIG = "volledig"


class Doelboom(Protocol):
    """What resolution asks of the loaded documents. A store may fulfil it as well as documents in memory."""

    def dekking(self, werk: str) -> Dekking:
        """How much of the work is loaded."""

    def vind(self, id_: BepalingId) -> BepalingId | None:
        """The provision as the work itself spells it (letter case of its numbers), None where it has none such."""

    def kinderen(self, id_: BepalingId) -> tuple[BepalingId, ...]:
        """The provisions straight below by identity, in reading order; of a work its articles and structure units."""


class Documentboom:
    """The tree of one document."""

    def __init__(self, document: Document) -> None:
        self._vul(document.werk, document.volledig, (b.id for b in document.bepalingen()))

    @classmethod
    def van(cls, werk: str, volledig: bool, ids: Iterable[BepalingId]) -> Documentboom:
        """Of a document whose provisions are known by identity, in reading order."""
        boom = cls.__new__(cls)
        boom._vul(werk, volledig, ids)
        return boom

    def _vul(self, werk: str, volledig: bool, ids: Iterable[BepalingId]) -> None:
        self.werk = werk
        self._volledig = volledig
        self._kinderen: dict[tuple[Stap, ...], dict[Stap, Stap]] = {}
        self._bekend: set[tuple[Stap, ...]] = {()}
        for id_ in ids:
            stappen = id_.stappen
            # A provision deeper than the words of a reference can name is still known by its parents.
            for n in range(1, len(stappen) + 1):
                if stappen[:n] in self._bekend:
                    continue
                self._bekend.add(stappen[:n])
                broers = self._kinderen.setdefault(stappen[: n - 1], {})
                stap = stappen[n - 1]
                broers.setdefault(stap, stap)
                broers.setdefault(_vlak(stap), stap)

    def dekking(self, werk: str) -> Dekking:
        if werk != self.werk:
            return Dekking.GEEN
        return Dekking.VOLLEDIG if self._volledig else Dekking.UITTREKSEL

    def vind(self, id_: BepalingId) -> BepalingId | None:
        if id_.werk != self.werk:
            return None
        if id_.stappen in self._bekend:
            return id_
        echt: tuple[Stap, ...] = ()
        for stap in id_.stappen:
            broers = self._kinderen.get(echt, {})
            gevonden = broers.get(stap) or broers.get(_vlak(stap))
            if gevonden is None:
                return None
            echt = (*echt, gevonden)
        return BepalingId(self.werk, echt)

    def kinderen(self, id_: BepalingId) -> tuple[BepalingId, ...]:
        if id_.werk != self.werk:
            return ()
        uniek = dict.fromkeys(self._kinderen.get(id_.stappen, {}).values())
        return tuple(BepalingId(self.werk, (*id_.stappen, s)) for s in uniek)


def _vlak(stap: Stap) -> Stap:
    return Stap(stap.soort, stap.nummer.lower())


class Bomen:
    """The trees of many works. Of several versions of a work the one valid on ``op`` counts, by default the newest."""

    def __init__(self, documenten: Iterable[Document] = (), op: date | None = None) -> None:
        gekozen: dict[str, Document] = {}
        for document in documenten:
            ander = gekozen.get(document.werk)
            if ander is None or _rang(document, op) > _rang(ander, op):
                gekozen[document.werk] = document
        self._bomen: Mapping[str, Documentboom] = {werk: Documentboom(d) for werk, d in gekozen.items()}

    def dekking(self, werk: str) -> Dekking:
        boom = self._bomen.get(werk)
        return boom.dekking(werk) if boom else Dekking.GEEN

    def vind(self, id_: BepalingId) -> BepalingId | None:
        boom = self._bomen.get(id_.werk)
        return boom.vind(id_) if boom else None

    def kinderen(self, id_: BepalingId) -> tuple[BepalingId, ...]:
        boom = self._bomen.get(id_.werk)
        return boom.kinderen(id_) if boom else ()


class BomenNaarBehoefte:
    """The trees of many works, each made when it is first asked for; ``maak`` gives that of a work, or None."""

    def __init__(self, maak: Callable[[str], Documentboom | None]) -> None:
        self._maak = maak
        self._bomen: dict[str, Documentboom | None] = {}

    def _boom(self, werk: str) -> Documentboom | None:
        if werk not in self._bomen:
            self._bomen[werk] = self._maak(werk)
        return self._bomen[werk]

    def dekking(self, werk: str) -> Dekking:
        boom = self._boom(werk)
        return boom.dekking(werk) if boom else Dekking.GEEN

    def vind(self, id_: BepalingId) -> BepalingId | None:
        boom = self._boom(id_.werk)
        return boom.vind(id_) if boom else None

    def kinderen(self, id_: BepalingId) -> tuple[BepalingId, ...]:
        boom = self._boom(id_.werk)
        return boom.kinderen(id_) if boom else ()


def _rang(document: Document, op: date | None) -> tuple[bool, bool, str]:
    """Versions valid on the date first, then complete ones, then the newest."""
    geldig = op is None or (
        (document.geldig_van is None or document.geldig_van <= op)
        and (document.geldig_tot is None or op <= document.geldig_tot)
    )
    return (geldig, document.volledig, document.versie)


class MetEigen:
    """A tree in which the work that is being read goes before the loaded version of it."""

    def __init__(self, document: Document, andere: Doelboom) -> None:
        self._eigen = Documentboom(document)
        self._andere = andere

    def _van(self, werk: str) -> Doelboom:
        return self._eigen if werk == self._eigen.werk else self._andere

    def dekking(self, werk: str) -> Dekking:
        return self._van(werk).dekking(werk)

    def vind(self, id_: BepalingId) -> BepalingId | None:
        return self._van(id_.werk).vind(id_)

    def kinderen(self, id_: BepalingId) -> tuple[BepalingId, ...]:
        return self._van(id_.werk).kinderen(id_)


def tussen(boom: Doelboom, eerste: BepalingId, laatste: BepalingId) -> tuple[BepalingId, ...]:
    """The siblings from ``eerste`` to ``laatste`` of their kind, both included; empty where either is missing."""
    ouder = eerste.ouder
    if ouder is None or laatste.ouder != ouder:
        return ()
    broers = gelijken(boom, eerste)
    van, tot = boom.vind(eerste), boom.vind(laatste)
    if van not in broers or tot not in broers:
        return ()
    i, j = broers.index(van), broers.index(tot)
    return tuple(broers[i : j + 1]) if i <= j else ()


def gelijken(boom: Doelboom, id_: BepalingId) -> tuple[BepalingId, ...]:
    """The provisions of the same kind under the same parent, in order; of sections those of the same depth."""
    ouder = id_.ouder
    if ouder is None:
        return ()
    diepte = id_.stappen[-1].nummer.count(".") if id_.soort is StapSoort.SECTIE else -1
    return tuple(
        k
        for k in boom.kinderen(ouder)
        if k.soort is id_.soort and (diepte < 0 or k.stappen[-1].nummer.count(".") == diepte)
    )


def onderdelen_met_nummer(boom: Doelboom, artikel: BepalingId, nummer: str) -> tuple[BepalingId, ...]:
    """The provisions in the leden of an article (or straight below it) that are an onderdeel of that number."""
    plekken = [artikel, *(k for k in boom.kinderen(artikel) if k.soort is StapSoort.LID)]
    gevonden = (boom.vind(p.onder(StapSoort.ONDERDEEL, nummer)) for p in plekken)
    return tuple(g for g in gevonden if g is not None)
