"""The lines of a file with shipped facts, and how they are encoded.

One file per document version, JSON lines in reading order: a head, then every provision, then every reference, then
what was derived: relations, duties and findings, each with the ranges of its evidence and none of its words. Keys are
short and defaults are left out. Decoding is strict: an unknown key, a wrong type or a missing line is an error.
"""

from __future__ import annotations

from datetime import date
from typing import Literal, TypeVar

import msgspec

from ontologie.document import (
    BepalingSoort,
    DocumentSoort,
    InvulSoort,
)
from ontologie.relatie import (
    Modaliteit,
    Regelvorm,
    RelatieSoort,
    Sterkte,
)
from ontologie.verwijzing import Status, VerwijzingSoort

#: Changes when the lines do; a file of another version is refused.
VERSIE = 1

#: A range of the source: first character, and the one after the last.
Plek = tuple[int, int]


class Regel(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """Common to all lines."""


class Bestandsregel(Regel, frozen=True):
    """The file that the facts were taken from."""

    naam: str
    sha256: str
    grootte: int
    formaat: str
    lezer: str


class Linkregel(Regel, frozen=True):
    """One link of the editors, without its words."""

    p: Plek
    soort: str
    doel: str
    bwb: str = ""


class Hoofdregel(Regel, frozen=True):
    """The first line: the document, and how many lines of each kind follow."""

    regelgraaf_kern: int
    werk: str
    versie: str
    soort: DocumentSoort
    titel: str
    bron: Bestandsregel
    bepalingen: int
    verwijzingen: int
    citeertitel: str = ""
    officieel_id: str = ""
    afkortingen: tuple[str, ...] = ()
    van: date | None = None
    tot: date | None = None
    volledig: bool = True
    links: tuple[Linkregel, ...] = ()
    relaties: int = 0
    plichten: int = 0
    bevindingen: int = 0


class Publicatieregel(Regel, frozen=True):
    blad: str
    jaar: int
    nr: str
    uitgifte: date | None = None
    ondertekening: date | None = None
    dossier: str = ""


class Wijzigingsregel(Regel, frozen=True):
    effect: str
    door: Publicatieregel | None = None
    iwt_door: Publicatieregel | None = None
    ondertekend: date | None = None
    gepubliceerd: date | None = None
    iwt_bekend: date | None = None
    in_werking: date | None = None
    terug: date | None = None
    juncto: tuple[Publicatieregel, ...] = ()


class Bepalingregel(Regel, frozen=True):
    """One provision; ``d`` is its depth in the tree, from 0 for the root."""

    d: int
    id: str
    s: BepalingSoort
    p: Plek
    label: str = ""
    kop: str = ""
    facultatief: bool = False
    vervallen: bool = False
    in_werking: bool = True
    invul: tuple[tuple[InvulSoort, int, int], ...] = ()
    wijziging: tuple[Wijzigingsregel, ...] = ()
    licht_toe: tuple[str, ...] = ()
    ids: tuple[tuple[Literal["stam-id", "versie-id"], str], ...] = ()


class Verwijzingsregel(Regel, frozen=True):
    """One reference; targets are in short notation, external sources as ``("stb", "2025:210")``."""

    p: Plek
    t: str
    s: VerwijzingSoort
    st: Status
    in_: str = msgspec.field(name="in")
    naar: tuple[str | tuple[str, str], ...] = ()
    m: str = ""
    reden: str = ""
    bestaand: tuple[str, ...] = ()
    kandidaten: tuple[str | tuple[str, str], ...] = ()


class Bewijsregel(Regel, frozen=True):
    """A passage that something rests on: its range, where it stands, and the rule that read it."""

    p: Plek
    in_: str = msgspec.field(name="in")
    m: str


class Relatieregel(Regel, frozen=True):
    """One relation; provisions are in short notation."""

    van: str
    naar: str
    s: RelatieSoort
    st: Sterkte
    m: str
    reden: str
    bewijs: tuple[Bewijsregel, ...]
    facultatief: bool = False
    deels: bool = False


class Plichtregel(Regel, frozen=True):
    """One duty to regulate; ``op`` is where and at which range the words stand that impose it."""

    in_: str = msgspec.field(name="in")
    s: Modaliteit
    vorm: Regelvorm
    op: tuple[str, int, int]
    wie: str = ""
    wat: Plek | None = None
    bij: str = ""
    blad: bool = True


class Bevindingregel(Regel, frozen=True):
    """Something that a source says and that cannot be."""

    b: Bewijsregel
    t: str
    betreft: tuple[str, ...] = ()


_codeer = msgspec.json.Encoder().encode
R = TypeVar("R", bound=Regel)


def codeer(regel: Regel) -> bytes:
    """One line, without its end."""
    return _codeer(regel)


def decodeer(regel: bytes, soort: type[R]) -> R:
    """Read one line.

    Raises:
        ValueError: it is no JSON, or has another shape; the message is msgspec's.
    """
    return msgspec.json.decode(regel, type=soort, strict=True)
