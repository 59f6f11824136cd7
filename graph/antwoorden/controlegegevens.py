"""The outcome of a check as it is shown and kept: findings with the words around them, and what was not done."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from ontologie.controle import Controlethema, Ernst


@dataclass(frozen=True, slots=True)
class Bevonden:
    """One finding. ``plaats`` is in short notation ("" for the document as a whole), ``plaats_naam`` in words.

    ``voor`` and ``na`` are the words around ``woorden`` in their passage; ``begin`` and ``eind`` count characters in
    the file, ``regelnummer`` its lines from 1.
    """

    regel: str
    naam: str
    thema: Controlethema
    ernst: Ernst
    plaats: str
    plaats_naam: str
    regelnummer: int
    begin: int
    eind: int
    voor: str
    woorden: str
    na: str
    reden: str
    suggestie: str


@dataclass(frozen=True, slots=True)
class Controleuitkomst:
    """What the check of one document found. ``werk`` is its short name where it is loaded, "" otherwise."""

    titel: str
    bestand: str
    werk: str
    versie: str
    bevonden: tuple[Bevonden, ...]
    #: What was left out, not applied or not looked at, as Dutch sentences.
    voorbehouden: tuple[str, ...]

    def telling(self) -> dict[Ernst, int]:
        """How many findings there are of each seriousness, the most serious first."""
        return {e: sum(b.ernst is e for b in self.bevonden) for e in Ernst}

    def gefilterd(
        self, ernst: Ernst = Ernst.AANDACHTSPUNT, zonder: Collection[str] = (), regel: str = ""
    ) -> Controleuitkomst:
        """Only what is as serious as ``ernst`` or more, without some rules, or of one rule alone."""
        over = tuple(
            b for b in self.bevonden if b.ernst.rang <= ernst.rang and b.regel not in zonder and regel in ("", b.regel)
        )
        return replace(self, bevonden=over)
