"""The pages that put an own ordinance beside a model."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from markupsafe import Markup

from web.contexten.onderdelen import Kader, Keuze, Pagering, Verwijsplaats


@dataclass(frozen=True, slots=True)
class Vergelijkpagina:
    """The form to bring a document or choose a loaded ordinance. ``fout`` is what was wrong with the last one.

    ``modellen`` is empty where there is none to compare with; ``gewist`` says that a document was just wiped.
    """

    sjabloon: ClassVar[str] = "vergelijk.html"
    kader: Kader
    modellen: tuple[Keuze, ...]
    geladen: tuple[Keuze, ...]
    grens_mb: str
    dagen: str
    fout: str = ""
    gewist: bool = False


@dataclass(frozen=True, slots=True)
class Paarregel:
    """One pair: names and marked words of both sides, what became of it, and the choices in it."""

    eigen: str
    model: str
    model_href: str
    soort: str
    bijzonder: tuple[str, ...]
    reden: str
    eigen_tekst: Markup
    model_tekst: Markup
    keuzes: tuple[tuple[str, str, str], ...]
    omvat: int = 0
    precies: bool = True


@dataclass(frozen=True, slots=True)
class Tabelregel:
    """A row of another part: what it is about, a judgement, and sentences."""

    over: Verwijsplaats
    oordeel: str
    zinnen: tuple[str, ...]
    links: tuple[Verwijsplaats, ...] = ()
    citaat: str = ""
    #: Passages that it rests on: where each stands, and its words.
    bewijs: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Tabblad:
    """A part that can be chosen, with how many rows it has."""

    label: str
    href: str
    aantal: int
    gekozen: bool


@dataclass(frozen=True, slots=True)
class Vergelijkingpagina:
    """One comparison: a part of it, and where the others are. ``wis_href`` is "" for a loaded one."""

    sjabloon: ClassVar[str] = "vergelijking.html"
    kader: Kader
    titel: str
    model: Verwijsplaats
    op: date
    bestand: str
    bewaard_tot: datetime | None
    wis_href: str
    herstel_href: str
    tabbladen: tuple[Tabblad, ...]
    delen: tuple[Tabblad, ...]
    deelkop: str
    uitleg: str
    paren: tuple[Paarregel, ...]
    regels: tuple[Tabelregel, ...]
    geen: str
    telling: tuple[tuple[str, int], ...]
    voorbehouden: tuple[str, ...]
    csv: str
    docx: str
    pagering: Pagering
