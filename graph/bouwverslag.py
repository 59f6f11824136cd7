"""What a build tells: its progress, what became of every file, how long each phase took."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from bronnen.lezen import Bijbestand, Lot
from ontologie.document import Document


class Fase(StrEnum):
    """What the build is doing, as a user reads it."""

    LEZEN = "documenten lezen"
    VERWERKEN = "verwijzingen herkennen en opslaan"
    ZOEKINDEX = "zoekindex schrijven"
    PLAATSEN = "in gebruik nemen"


class Bewerking(StrEnum):
    """What a build had to do for a file that became a source."""

    OVERGENOMEN = "overgenomen"
    GELEZEN = "opnieuw gelezen"
    HERLEID = "herleid"


#: Told at every step: the phase, how many are done, how many there are (0: unknown), and what is at hand.
Voortgang = Callable[[Fase, int, int, str], None]


@dataclass(frozen=True, slots=True)
class Bestandsverslag:
    """What became of one file. ``reden`` is a Dutch sentence for everything but a document that was loaded."""

    pad: Path
    lot: Lot
    werk: str = ""
    versie: str = ""
    bepalingen: int = 0
    verwijzingen: int = 0
    reden: str = ""
    #: What the reader wants to tell about a document that it could read.
    meldingen: tuple[str, ...] = ()
    #: Of a document that was loaded: whether it was read, resolved again, or taken over as it was.
    bewerking: Bewerking | None = None


@dataclass(frozen=True, slots=True)
class Bouwverslag:
    """What a build did. ``seconden`` is wall clock per phase; the index is partly filled while processing."""

    staat: str
    bestanden: tuple[Bestandsverslag, ...]
    quads: int
    per_status: tuple[tuple[str, int], ...]
    seconden: tuple[tuple[Fase, float], ...]
    uit_kern: bool = False
    #: Established facts that do not hold against the loaded documents, as Dutch sentences.
    opmerkingen: tuple[str, ...] = ()

    @property
    def geladen(self) -> tuple[Bestandsverslag, ...]:
        """The files that became a source of the graph."""
        return tuple(b for b in self.bestanden if b.lot is Lot.GELEZEN)

    @property
    def fouten(self) -> tuple[Bestandsverslag, ...]:
        """The files that should have been a source and could not be read."""
        return tuple(b for b in self.bestanden if b.lot is Lot.FOUT)


@dataclass(slots=True)
class Klok:
    """Seconds per phase."""

    seconden: dict[Fase, float] = field(default_factory=dict)
    _sinds: float = field(default_factory=time.perf_counter)

    def klaar(self, fase: Fase) -> None:
        nu = time.perf_counter()
        self.seconden[fase] = self.seconden.get(fase, 0.0) + nu - self._sinds
        self._sinds = nu


def stil(_fase: Fase, _klaar: int, _totaal: int, _wat: str) -> None:
    return


class Verslagen:
    """The reports of files, in the order in which they were met, filled in as more becomes known."""

    def __init__(self) -> None:
        self._per_pad: dict[Path, Bestandsverslag] = {}
        #: What was read that tells about a regulation without being its text.
        self.bijbestanden: list[Bijbestand] = []

    def zet(self, verslag: Bestandsverslag) -> None:
        self._per_pad[verslag.pad] = verslag

    def geladen(
        self, pad: Path, document: Document, verwijzingen: int = 0, bewerking: Bewerking = Bewerking.GELEZEN
    ) -> None:
        meldingen = tuple(f"{m.plaats}: {m.bericht}" for m in document.meldingen)
        bepalingen = sum(1 for _ in document.bepalingen())
        self.zet(
            Bestandsverslag(
                pad,
                Lot.GELEZEN,
                document.werk,
                document.versie,
                bepalingen,
                verwijzingen,
                meldingen=meldingen,
                bewerking=bewerking,
            )
        )

    def fout(self, pad: Path, reden: str) -> None:
        self.zet(Bestandsverslag(pad, Lot.FOUT, reden=reden))

    def alle(self) -> tuple[Bestandsverslag, ...]:
        return tuple(self._per_pad.values())
