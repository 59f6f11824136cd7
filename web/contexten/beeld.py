"""The pages that are a picture, with the same in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from web.contexten.onderdelen import Kader, Verwijsplaats


@dataclass(frozen=True, slots=True)
class Buurtregel:
    """A neighbour in words: where it stands, what is told below its name, and how it is tied to the provision."""

    plaats: Verwijsplaats
    verbanden: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Buurtgroep:
    """The neighbours of one layer ("wet", "regeling", …), and how many more there are and where."""

    streek: str
    regels: tuple[Buurtregel, ...]
    meer: int = 0
    meer_href: str = ""


@dataclass(frozen=True, slots=True)
class Tijdlijnblok:
    """A time line on a page: the picture, its explanation, the changes by number, and where it is kept from."""

    beeld: Markup
    uitleg: str
    bestand: str
    #: The first number in the picture, and what changed under it and the next ones.
    eerste: int = 1
    regels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Buurtpagina:
    """The neighbourhood of a provision as a picture and as lists; ``bestand`` is where the picture is kept from."""

    sjabloon: ClassVar[str] = "buurt.html"
    kader: Kader
    plaats: Verwijsplaats
    beeld: Markup
    groepen: tuple[Buurtgroep, ...]
    bestand: str
