"""The question page that puts two versions side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from web.contexten.onderdelen import Achtergrond, Kader, Keuze, Pagering, Verwijsplaats


@dataclass(frozen=True, slots=True)
class Verschilregel:
    """One difference: the old and the new words with what differs marked; "" where there are none."""

    soort: str
    naam: str
    oud: Verwijsplaats | None
    nieuw: Verwijsplaats | None
    was: Markup
    wordt: Markup
    ook_gewijzigd: bool = False
    precies: bool = True
    omvat: int = 0
    in_werking: bool = True


@dataclass(frozen=True, slots=True)
class Verschilgroep:
    """The differences in one article (or above articles)."""

    anker: str
    plaats: Verwijsplaats
    regels: tuple[Verschilregel, ...]


@dataclass(frozen=True, slots=True)
class Verschilpagina:
    """Two versions side by side; without ``oud`` only the works and versions to choose from."""

    sjabloon: ClassVar[str] = "verschil.html"
    kader: Kader
    keuzes: tuple[Verwijsplaats, ...]
    werk: str = ""
    plaats: Verwijsplaats | None = None
    van_keuze: tuple[Keuze, ...] = ()
    tot_keuze: tuple[Keuze, ...] = ()
    oud: Verwijsplaats | None = None
    nieuw: Verwijsplaats | None = None
    met_tekst: bool = True
    telling: tuple[tuple[str, int], ...] = ()
    weergave: int = 0
    groepen: tuple[Verschilgroep, ...] = ()
    pagering: Pagering | None = None
    achtergrond: Achtergrond | None = None
