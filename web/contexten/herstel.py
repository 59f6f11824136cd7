"""The page that proposes the repair of an own ordinance."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from web.contexten.onderdelen import Kader, Verwijsplaats


@dataclass(frozen=True, slots=True)
class Herstelbron:
    """One source of a reason, with its words ("" where they are not loaded)."""

    plaats: Verwijsplaats
    woorden: str


@dataclass(frozen=True, slots=True)
class Herstelregel:
    """One point that can be taken over; ``uitvoerbaar`` is False for what only a person can do."""

    sleutel: str
    waar: str
    gronden: tuple[str, ...]
    redenen: tuple[str, ...]
    bronnen: tuple[Herstelbron, ...]
    vragen: tuple[str, ...]
    gekozen: bool
    uitvoerbaar: bool


@dataclass(frozen=True, slots=True)
class Herstelpagina:
    """All points with what is taken over, and where the documents are.

    ``tabel`` is the was-wordt table as HTML; ``velden`` name the loaded ordinance, and are empty for a
    document that was brought.
    """

    sjabloon: ClassVar[str] = "herstel.html"
    kader: Kader
    titel: str
    model: str
    op: date
    terug: str
    adres: str
    inwerking: date | None
    punten: tuple[Herstelregel, ...]
    tabel: str
    besluit: str
    open_punten: tuple[str, ...]
    waswordt_docx: str
    waswordt_html: str
    besluit_docx: str
    besluit_html: str
    velden: tuple[tuple[str, str], ...] = ()
