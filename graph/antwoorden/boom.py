"""The provisions of the loaded works as a tree to resolve references against, asked from the store when needed."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from pyoxigraph import NamedNode

from graph.antwoorden.naslag import Naslag, tekst
from graph.boom import Dekking
from ontologie.fouten import NietGevonden
from ontologie.identificatie import BepalingId


class Opslagboom:
    """The newest loaded version of each work. Fulfils ``graph.boom.Doelboom``."""

    def __init__(self, naslag: Naslag) -> None:
        self._naslag = naslag
        # The provisions of the last works asked for; one of a large law is about a megabyte.
        self._boom = lru_cache(maxsize=16)(self._lees_boom)

    def dekking(self, werk: str) -> Dekking:
        """How much of the work is loaded."""
        try:
            versie = self._naslag.werkversie(werk)
        except NietGevonden:
            return Dekking.GEEN
        return Dekking.VOLLEDIG if tekst(versie.rij, "volledig") == "true" else Dekking.UITTREKSEL

    def vind(self, id_: BepalingId) -> BepalingId | None:
        """The provision as the work itself spells it, None where it has none such."""
        boom = self._boom(id_.werk)
        return id_ if id_ in boom.bekend else boom.vlak.get(_vlak(id_))

    def kinderen(self, id_: BepalingId) -> tuple[BepalingId, ...]:
        """The provisions straight below by identity, in reading order."""
        return tuple(self._boom(id_.werk).kinderen.get(id_, ()))

    def _lees_boom(self, werk: str) -> _Boom:
        boom = _Boom()
        try:
            versie = self._naslag.werkversie(werk)
        except NietGevonden:
            return boom
        for rij in self._naslag.vraag("bepalingen-van-werk", werkversie=NamedNode(versie.iri)):
            id_ = self._naslag.doel(tekst(rij, "bepaling"))
            assert isinstance(id_, BepalingId)
            for deel in (*reversed([o for o in id_.voorouders() if o.stappen]), id_):
                if deel not in boom.bekend:
                    boom.bekend.add(deel)
                    boom.vlak.setdefault(_vlak(deel), deel)
                    boom.kinderen.setdefault(deel.ouder or BepalingId(werk), []).append(deel)
        return boom


@dataclass(slots=True)
class _Boom:
    """The provisions of one work: all of them, by their number apart from letter case, and by parent."""

    bekend: set[BepalingId] = field(default_factory=set)
    vlak: dict[BepalingId, BepalingId] = field(default_factory=dict)
    kinderen: dict[BepalingId, list[BepalingId]] = field(default_factory=dict)


def _vlak(id_: BepalingId) -> BepalingId:
    """The identity without difference of letter case."""
    return BepalingId(id_.werk, tuple(s._replace(nummer=s.nummer.lower()) for s in id_.stappen))
