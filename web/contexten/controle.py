"""The page of the technical check: the form, and what was found in one text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from web.contexten.onderdelen import Kader, Keuze, Verwijsplaats


@dataclass(frozen=True, slots=True)
class Controlepuntregel:
    """One finding; its words are ``voor`` + ``woorden`` + ``na``."""

    plaats: Verwijsplaats
    regelnummer: int
    voor: str
    woorden: str
    na: str
    reden: str
    suggestie: str


@dataclass(frozen=True, slots=True)
class Controlegroep:
    """The findings of one rule, and the address that shows these alone."""

    anker: str
    naam: str
    uitleg: str
    href: str
    punten: tuple[Controlepuntregel, ...]


@dataclass(frozen=True, slots=True)
class Controleblok:
    """The findings of one seriousness, by rule."""

    ernst: str
    aantal: int
    groepen: tuple[Controlegroep, ...]


@dataclass(frozen=True, slots=True)
class Controleresultaat:
    """What was found in one text, after the choice that was made. ``werk`` is None for a brought text.

    ``gewist_met`` is the address that wipes a brought text, which is kept until ``bewaard_tot``.
    """

    titel: str
    bestand: str
    werk: Verwijsplaats | None
    adres: str
    csv: str
    docx: str
    telling: tuple[tuple[str, int], ...]
    ernsten: tuple[Keuze, ...]
    regels: tuple[Keuze, ...]
    blokken: tuple[Controleblok, ...]
    voorbehouden: tuple[str, ...]
    gewist_met: str = ""
    bewaard_tot: datetime | None = None


@dataclass(frozen=True, slots=True)
class Controlepagina:
    """The form, the rules, and the result of a check (None: only the form). ``grootste`` is in megabytes."""

    sjabloon: ClassVar[str] = "controle.html"
    kader: Kader
    werken: tuple[Keuze, ...]
    grootste: float
    uitleg: tuple[tuple[str, str, str, str], ...]
    resultaat: Controleresultaat | None = None
