"""Identity of a work or provision apart from versions, and what identity needs to know of the works."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple, Protocol


class StapSoort(StrEnum):
    """Kind of one step in the path to a provision; the value is the word in IRIs."""

    BOEK = "boek"
    DEEL = "deel"
    HOOFDSTUK = "hoofdstuk"
    TITEL = "titel"
    AFDELING = "afdeling"
    PARAGRAAF = "paragraaf"
    SUBPARAGRAAF = "subparagraaf"
    ARTIKEL = "artikel"
    LID = "lid"
    ONDERDEEL = "onderdeel"
    BIJLAGE = "bijlage"
    AANHEF = "aanhef"
    SLOT = "slot"
    LEESWIJZER = "leeswijzer"
    TOELICHTING = "toelichting"
    SECTIE = "sectie"
    TABEL = "tabel"
    RIJ = "rij"
    CEL = "cel"
    VOETNOOT = "voetnoot"
    ALINEA = "alinea"


#: Units that group articles. Identity leaves them out above an article.
STRUCTUUR = frozenset(
    {
        StapSoort.BOEK,
        StapSoort.DEEL,
        StapSoort.HOOFDSTUK,
        StapSoort.TITEL,
        StapSoort.AFDELING,
        StapSoort.PARAGRAAF,
        StapSoort.SUBPARAGRAAF,
    }
)


class Stap(NamedTuple):
    """One step: kind and number as canonical text ("8a", "2", "f", "14b"; "" where there is none)."""

    soort: StapSoort
    nummer: str


class Naamgever(Protocol):
    """What identity needs to know of the works: the register fulfils this."""

    def officieel(self, werk: str) -> str:
        """The stable identifier used in IRIs and JCI (``BWBR0015703`` for ``pw``); ``werk`` itself if it has none."""

    def kort(self, officieel: str) -> str:
        """The short name of an official identifier, or the identifier itself."""

    def hoofdeenheid(self, werk: str) -> StapSoort:
        """``ARTIKEL``, or ``SECTIE`` for documents whose main unit is a numbered section."""


class Naamregister(Naamgever, Protocol):
    """What citations need besides: the names of the works. The register fulfils this too."""

    def kent(self, werk: str) -> bool:
        """Whether this is the short name or official identifier of a known work."""

    def werken_met_naam(self, tekst: str, op: date | None = None) -> tuple[str, ...]:
        """The works of that name (on that day); more than one if they share it, none if nobody has it."""

    def titel(self, werk: str) -> str:
        """The title of a work, or ``werk`` itself."""

    def boek(self, werk: str, nummer: str) -> str:
        """The work that holds a book of another, "" where there is none."""

    def lijkt_op(self, tekst: str, aantal: int = 3) -> tuple[str, ...]:
        """Names most like the text, best first, as a suggestion."""


class _ZonderRegister:
    """Names as they are: every work is its own identifier and counts in articles."""

    def officieel(self, werk: str) -> str:
        return werk

    def kort(self, officieel: str) -> str:
        return officieel

    def hoofdeenheid(self, werk: str) -> StapSoort:  # noqa: ARG002
        return StapSoort.ARTIKEL


ZONDER_REGISTER: Naamgever = _ZonderRegister()


@dataclass(frozen=True, slots=True, order=True)
class BepalingId:
    """Identity of a work (no steps) or of one of its provisions, apart from any version.

    ``werk`` is the short name ("pw"). Steps above the article are left out where its number is unique in the work.
    """

    werk: str
    stappen: tuple[Stap, ...] = ()

    def onder(self, soort: StapSoort, nummer: str) -> BepalingId:
        """The provision one step below."""
        return BepalingId(self.werk, (*self.stappen, Stap(soort, nummer)))

    @property
    def ouder(self) -> BepalingId | None:
        """One step up; None for a work."""
        return BepalingId(self.werk, self.stappen[:-1]) if self.stappen else None

    def voorouders(self) -> Iterator[BepalingId]:
        """This provision's parents by identity, nearest first, the work last."""
        for n in range(len(self.stappen) - 1, -1, -1):
            yield BepalingId(self.werk, self.stappen[:n])

    @property
    def soort(self) -> StapSoort | None:
        """Kind of the last step; None for a work."""
        return self.stappen[-1].soort if self.stappen else None

    @property
    def artikel(self) -> BepalingId | None:
        """The article (or section) that this is or lies in; None if there is none."""
        for n, stap in enumerate(self.stappen):
            if stap.soort in (StapSoort.ARTIKEL, StapSoort.SECTIE):
                return BepalingId(self.werk, self.stappen[: n + 1])
        return None

    def __str__(self) -> str:
        """The short notation."""
        from ontologie.identificatie.kort import print_kort  # here, because that module needs this one

        return print_kort(self)


def artikel_id(werk: str, artikel: str, lid: str = "", *onderdelen: str) -> BepalingId:
    """Shorthand: ``artikel_id("pw", "8a", "2", "f", "1")`` is ``pw:8a:2:f:1``."""
    stappen = [Stap(StapSoort.ARTIKEL, artikel)]
    if lid:
        stappen.append(Stap(StapSoort.LID, lid))
    stappen += [Stap(StapSoort.ONDERDEEL, o) for o in onderdelen]
    return BepalingId(werk, tuple(stappen))


def zonder_structuur(stappen: tuple[Stap, ...]) -> tuple[Stap, ...]:
    """The steps without the structure units straight above an article, as identity leaves them out."""
    uit: list[Stap] = []
    for stap in stappen:
        if stap.soort is StapSoort.ARTIKEL:
            while uit and uit[-1].soort in STRUCTUUR:
                uit.pop()
        uit.append(stap)
    return tuple(uit)
