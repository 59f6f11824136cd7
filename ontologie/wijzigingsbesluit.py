"""An amending decision: the text of a regulation as a tree, and the instructions that change it.

The forms follow the Aanwijzingen voor de regelgeving (6.7 to 6.18). A place is a path of steps from the regulation:
``(artikel 5, lid 2, onderdeel c)``. An item without a number of its own (a dash) has the number "-3": the third.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from ontologie.document import BepalingSoort
from ontologie.identificatie import Stap, StapSoort

Pad = tuple[Stap, ...]


@dataclass(frozen=True, slots=True)
class Bepalingstekst:
    """One provision by its words alone: label as printed, number as cited, heading, passages and parts in order."""

    soort: BepalingSoort
    nummer: str
    label: str = ""
    opschrift: str = ""
    inhoud: tuple[str | Bepalingstekst, ...] = ()

    @property
    def stap(self) -> Stap:
        """How its parent leads to it."""
        return Stap(StapSoort(self.soort.value), self.nummer)

    @property
    def kinderen(self) -> tuple[Bepalingstekst, ...]:
        return tuple(d for d in self.inhoud if not isinstance(d, str))

    @property
    def aanhef(self) -> str:
        """The passages before the first part."""
        eerste = next((n for n, d in enumerate(self.inhoud) if not isinstance(d, str)), len(self.inhoud))
        return "\n".join(d for d in self.inhoud[:eerste] if isinstance(d, str))

    @property
    def slot(self) -> str:
        """The passages after the last part, "" where it has no parts."""
        laatste = max((n for n, d in enumerate(self.inhoud) if not isinstance(d, str)), default=len(self.inhoud))
        return "\n".join(d for d in self.inhoud[laatste + 1 :] if isinstance(d, str))

    def met(self, *inhoud: str | Bepalingstekst) -> Bepalingstekst:
        """The same provision with other words and parts."""
        return replace(self, inhoud=inhoud)

    def loop(self) -> Iterator[Bepalingstekst]:
        """This provision and all below it, in reading order."""
        stapel = [self]
        while stapel:
            knoop = stapel.pop()
            yield knoop
            stapel.extend(reversed(knoop.kinderen))


class Plaatsdeel(StrEnum):
    """What of a provision is meant."""

    GEHEEL = "geheel"
    OPSCHRIFT = "opschrift"
    #: The words before its first part.
    AANHEF = "aanhef van een bepaling"
    #: The words after its last part.
    SLOT = "slot van een bepaling"


@dataclass(frozen=True, slots=True)
class Plaats:
    """Where an instruction works: a provision, or its heading, opening or closing words."""

    pad: Pad
    deel: Plaatsdeel = Plaatsdeel.GEHEEL


class Woordwijze(StrEnum):
    """What happens to words."""

    VERVANG = "wordt vervangen door"
    VOEG_IN = "wordt ingevoegd"
    VERVALT = "vervalt"


@dataclass(frozen=True, slots=True)
class Woordvervanging:
    """Words that occur once in the named place are replaced, taken out, or followed by new ones (``oud`` stays)."""

    plaats: Plaats
    wijze: Woordwijze
    oud: str
    nieuw: str = ""


@dataclass(frozen=True, slots=True)
class Slotvervanging:
    """The signs (and words) at the very end of the own words of a provision are replaced."""

    pad: Pad
    oud: str
    nieuw: str


@dataclass(frozen=True, slots=True)
class KomtTeLuiden:
    """A provision is replaced whole, or its heading, opening or closing words (then ``nieuw`` is their passages)."""

    plaats: Plaats
    nieuw: Bepalingstekst | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Vernummering:
    """A part of a provision gets another number or letter."""

    oud: str
    nieuw: str


@dataclass(frozen=True, slots=True)
class Invoeging:
    """New parts of ``ouder``. First ends are replaced and parts renumbered, then the new ones take their place.

    They come after ``na`` or before ``voor``; without either where their number puts them, and after the last
    where none is higher. ``ouder`` is empty for articles and what holds articles: there ``na`` or ``voor`` tells all.
    """

    ouder: Pad
    nieuw: tuple[Bepalingstekst, ...]
    na: Pad = ()
    voor: Pad = ()
    vernummering: tuple[Vernummering, ...] = ()
    slot: tuple[Slotvervanging, ...] = ()


@dataclass(frozen=True, slots=True)
class Vervallen:
    """Parts of ``ouder`` lapse, with what closes the numbering behind them. Articles stand for themselves."""

    ouder: Pad
    delen: tuple[Stap, ...]
    vernummering: tuple[Vernummering, ...] = ()
    slot: tuple[Slotvervanging, ...] = ()


@dataclass(frozen=True, slots=True)
class Lidaanduiding:
    """The text of an article without leden becomes its first lid."""

    pad: Pad


Instructie = Woordvervanging | Slotvervanging | KomtTeLuiden | Invoeging | Vervallen | Lidaanduiding


@dataclass(frozen=True, slots=True)
class Wijzigingsonderdeel:
    """What is changed in one article, heading or chapter; ``letter`` is "A", "B", … "AA". Applied one after another."""

    letter: str
    pad: Pad
    instructies: tuple[Instructie, ...]


@dataclass(frozen=True, slots=True)
class Wijzigingsartikel:
    """All changes of one regulation, in its order."""

    nummer: str  # "I"
    regeling: str  # as it is cited
    onderdelen: tuple[Wijzigingsonderdeel, ...]
