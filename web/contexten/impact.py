"""The question page about impact: what a change touches, document by document."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from web.contexten.onderdelen import Achtergrond, Kader, Keuze, Pagering, Verwijsplaats


@dataclass(frozen=True, slots=True)
class Impactstap:
    """One step of a path: ``van`` depends on ``naar`` (None: on ``uit`` itself), with the words that say so.

    The words are ``voor`` + ``woorden`` + ``na``, and stand in ``plaats``.
    """

    uit: Verwijsplaats
    van: Verwijsplaats
    aard: str
    bereik: str
    reden: str
    plaats: Verwijsplaats
    naar: Verwijsplaats | None = None
    voor: str = ""
    woorden: str = ""
    na: str = ""
    zeker: bool = True


@dataclass(frozen=True, slots=True)
class Impactregel:
    """One touched provision. ``meer`` counts the ways by which it is reached that are not shown."""

    plaats: Verwijsplaats
    graad: str
    zeker: bool
    stappen: int
    kort: str
    advies: str
    paden: tuple[tuple[Impactstap, ...], ...]
    meer: int = 0


@dataclass(frozen=True, slots=True)
class Impactblok:
    """What is touched in one document; ``soort`` is "" where only other documents tell of it."""

    werk: Verwijsplaats
    versie: str
    soort: str
    totaal: int
    per_graad: tuple[tuple[str, int], ...]
    regels: tuple[Impactregel, ...]


@dataclass(frozen=True, slots=True)
class Impactpunt:
    """A provision that changes, what happens to it, and from when (None: not known, or a supposition)."""

    plaats: Verwijsplaats
    gevolg: str
    dag: date | None


@dataclass(frozen=True, slots=True)
class Impactpagina:
    """What a change touches. Without ``plaats`` only the form and ``voorbeelden``.

    ``stelling`` says what is supposed or known. ``zwak`` are documents that only name the whole regulation, and how
    often. ``vernummerd`` are neighbours with their probable number and the references that would have to follow.
    ``bekeken_tot`` is until when the versions that were looked at reach.
    """

    sjabloon: ClassVar[str] = "impact.html"
    kader: Kader
    invoer: str
    gevolgen: tuple[Keuze, ...]
    stappen_keuze: tuple[Keuze, ...]
    voorbeelden: tuple[Verwijsplaats, ...]
    op: date | None = None
    plaats: Verwijsplaats | None = None
    stelling: str = ""
    punten: tuple[Impactpunt, ...] = ()
    direct: int = 0
    per_graad: tuple[tuple[str, int], ...] = ()
    blokken: tuple[Impactblok, ...] = ()
    pagering: Pagering | None = None
    intern: int = 0
    noemen_besluit: int = 0
    zwak: tuple[tuple[Verwijsplaats, int], ...] = ()
    mee: tuple[Verwijsplaats, ...] = ()
    vernummerd: tuple[tuple[Verwijsplaats, str, int], ...] = ()
    voorbehouden: tuple[str, ...] = ()
    afgekapt: str = ""
    achtergrond: Achtergrond | None = None
    bekeken_tot: date | None = None
