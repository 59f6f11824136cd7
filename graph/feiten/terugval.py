"""The reading model while it can be read, and the store from then on: both give the same, the store more slowly."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from graph.feiten.bevraagd import Bevraagd
from graph.feiten.ding import Ding
from graph.feiten.leesmodel import Leesmodel
from graph.feiten.model import Deel, Feiten, Kind, Naamgegevens, Verwijzingnaar
from ontologie.fouten import OpslagFout

T = TypeVar("T")
_log = logging.getLogger("regelgraaf.leesmodel")


def meld_terugval(fout: OpslagFout) -> None:
    """Tell whoever keeps the service that it goes on without the reading model."""
    _log.warning("%s Tot dan antwoordt de opslag zelf, wat langer duurt.", fout)


class Terugval:
    """A reading model that may turn out to be damaged. Fulfils ``graph.feiten.model.Feiten``.

    Then it is not asked again: what else it says may be wrong as well.
    """

    def __init__(self, leesmodel: Leesmodel, opslag: Bevraagd) -> None:
        self._leesmodel = leesmodel
        self._opslag = opslag
        self._heel = True

    def _vraag(self, stel: Callable[[Feiten], T]) -> T:
        if self._heel:
            try:
                return stel(self._leesmodel)
            except OpslagFout as fout:
                if self._heel:
                    self._heel = False
                    meld_terugval(fout)
        return stel(self._opslag)

    def sluit(self) -> None:
        """Let go of the file."""
        self._leesmodel.sluit()

    def dingen(self, iris: Sequence[str]) -> dict[str, Ding]:
        return self._vraag(lambda f: f.dingen(iris))

    def naar(self, eigenschap: str, iris: Sequence[str]) -> dict[tuple[str, str], list[str]]:
        return self._vraag(lambda f: f.naar(eigenschap, iris))

    def namen(self, iris: Sequence[str]) -> list[Naamgegevens]:
        return self._vraag(lambda f: f.namen(iris))

    def kinderen(self, versie: str) -> tuple[Kind, ...]:
        return self._vraag(lambda f: f.kinderen(versie))

    def onderliggend(self, versie: str) -> tuple[Deel, ...]:
        return self._vraag(lambda f: f.onderliggend(versie))

    def onder(self, bepaling: str) -> tuple[str, ...]:
        return self._vraag(lambda f: f.onder(bepaling))

    def verwijzingen_naar(self, doelen: Iterable[str]) -> list[Verwijzingnaar]:
        alle = list(doelen)
        return self._vraag(lambda f: f.verwijzingen_naar(alle))

    def aangehaald(self, zonder: Sequence[str]) -> list[tuple[str, int]]:
        return self._vraag(lambda f: f.aangehaald(zonder))

    def aantal_naar(self, doelen: Iterable[str]) -> list[tuple[str, str, int]]:
        alle = list(doelen)
        return self._vraag(lambda f: f.aantal_naar(alle))
