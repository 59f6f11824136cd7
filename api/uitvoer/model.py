"""A document to hand out, apart from the format it is handed out in: what it says, in the order of reading.

The records say what a piece is (a heading, a paragraph, a table), never how a format shows it; the printers do that.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

#: Deepest heading; the title of the document stands above level 1.
NIVEAU_MAX = 6


class Loopstijl(StrEnum):
    """How a run of words stands out."""

    GEWOON = "gewoon"
    VET = "vet"
    CURSIEF = "cursief"
    INGEVOEGD = "ingevoegd"
    VERWIJDERD = "verwijderd"


class Opmerkingsoort(StrEnum):
    """What kind of remark: one for information, or one that the reader must not miss."""

    NOOT = "noot"
    LET_OP = "let op"


@dataclass(frozen=True, slots=True)
class Loop:
    """Words that look the same. ``href`` is an absolute address, "" for none."""

    tekst: str
    stijl: Loopstijl = Loopstijl.GEWOON
    href: str = ""


@dataclass(frozen=True, slots=True)
class Alinea:
    """One paragraph. ``inspringen`` counts the steps that it stands to the right."""

    lopen: tuple[Loop, ...]
    inspringen: int = 0

    @property
    def tekst(self) -> str:
        """The words without their looks."""
        return "".join(loop.tekst for loop in self.lopen)


@dataclass(frozen=True, slots=True)
class Kop:
    """A heading, ``niveau`` 1 to 6."""

    tekst: str
    niveau: int = 1

    def __post_init__(self) -> None:
        if not 1 <= self.niveau <= NIVEAU_MAX:
            raise ValueError(f"een kop heeft niveau 1 tot en met {NIVEAU_MAX}, niet {self.niveau}")


@dataclass(frozen=True, slots=True)
class Punt:
    """One item of a list. ``teken`` is what stands before it ("a.", "1°."), never counted anew; "" is a bullet."""

    alineas: tuple[Alinea, ...]
    teken: str = ""
    onder: tuple[Punt, ...] = ()


@dataclass(frozen=True, slots=True)
class Opsomming:
    """A list. ``inspringen`` counts the steps that the whole list stands to the right."""

    punten: tuple[Punt, ...]
    inspringen: int = 0


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column: its heading, and its width in proportion to those of the others."""

    kop: str
    breedte: float = 1.0

    def __post_init__(self) -> None:
        if not 0 < self.breedte < 1000:
            raise ValueError(f"een kolom kan niet {self.breedte} breed zijn")


#: A cell: its paragraphs.
Cel = tuple[Alinea, ...]


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table; each row has one cell per column. The row of headings comes back on every page."""

    kolommen: tuple[Kolom, ...]
    rijen: tuple[tuple[Cel, ...], ...]
    bijschrift: str = ""

    def __post_init__(self) -> None:
        if not self.kolommen:
            raise ValueError("een tabel zonder kolommen")
        if any(len(rij) != len(self.kolommen) for rij in self.rijen):
            raise ValueError(f"een rij heeft een ander aantal cellen dan de {len(self.kolommen)} kolommen")


@dataclass(frozen=True, slots=True)
class Opmerking:
    """A remark that stands apart from the text: a note, a reservation, that a list was cut."""

    alineas: tuple[Alinea, ...]
    soort: Opmerkingsoort = Opmerkingsoort.NOOT


@dataclass(frozen=True, slots=True)
class Paginaeinde:
    """What follows begins on a new page."""


Blok = Kop | Alinea | Opsomming | Tabel | Opmerking | Paginaeinde


@dataclass(frozen=True, slots=True)
class Uitvoerdocument:
    """A whole document.

    ``bron`` says what it rests on ("Geladen bronnen tot en met 1 december 2025"), ``merk`` what it is not yet
    ("Concept"); both stand below the title and on every page. ``liggend`` turns the paper.
    """

    titel: str
    blokken: tuple[Blok, ...]
    ondertitel: str = ""
    merk: str = ""
    bron: str = ""
    liggend: bool = False


def alinea(*delen: str | Loop, inspringen: int = 0) -> Alinea:
    """A paragraph of plain words and runs."""
    return Alinea(tuple(Loop(d) if isinstance(d, str) else d for d in delen), inspringen)


def cel(*delen: str | Loop | Alinea) -> Cel:
    """A cell of one paragraph of words and runs; a paragraph among these stands on its own."""
    uit: list[Alinea] = []
    los: list[str | Loop] = []
    for deel in delen:
        if isinstance(deel, Alinea):
            if los:
                uit.append(alinea(*los))
                los = []
            uit.append(deel)
        else:
            los.append(deel)
    if los:
        uit.append(alinea(*los))
    return tuple(uit)


def punten(teksten: Iterable[str | Loop | Alinea]) -> Opsomming:
    """A list with bullets, one for each."""
    return Opsomming(tuple(Punt(cel(tekst)) for tekst in teksten))


def opmerking(*delen: str | Loop, let_op: bool = False) -> Opmerking:
    """A remark of one paragraph."""
    return Opmerking((alinea(*delen),), Opmerkingsoort.LET_OP if let_op else Opmerkingsoort.NOOT)
