"""The pages to find one's way: start, sources, search, unresolved references, help, errors."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from graph.antwoorden import Treffer
from ontologie.identificatie import STANDAARDBASIS
from web.contexten.onderdelen import Achtergrond, Bronregel, Kader, Keuze, Pagering, Uitgaand, Verwijsplaats


@dataclass(frozen=True, slots=True)
class Vraag:
    """A ready question of the start page."""

    kop: str
    uitleg: str
    href: str


@dataclass(frozen=True, slots=True)
class Recent:
    """A day on which articles of a work came into force, with the address of the list."""

    dag: date
    werk: str
    artikelen: int
    href: str


@dataclass(frozen=True, slots=True)
class Startbron:
    """A loaded work on the start page: its newest version, and links to the older ones."""

    nieuwste: Bronregel
    ouder: tuple[Verwijsplaats, ...] = ()


@dataclass(frozen=True, slots=True)
class Brongroep:
    """Loaded works of one kind ("wetten", "lokaal", "overig")."""

    naam: str
    bronnen: tuple[Startbron, ...]


@dataclass(frozen=True, slots=True)
class Aangehaaldregel:
    """Something that references name, and how many do so exactly."""

    plaats: Verwijsplaats
    aantal: int


@dataclass(frozen=True, slots=True)
class Aangehaaldpagina:
    """What references name, the most often named first."""

    sjabloon: ClassVar[str] = "aangehaald.html"
    kader: Kader
    regels: tuple[Aangehaaldregel, ...]
    pagering: Pagering
    achtergrond: Achtergrond | None = None


@dataclass(frozen=True, slots=True)
class Startpagina:
    """The first page: what is loaded, the search box, ready questions."""

    sjabloon: ClassVar[str] = "start.html"
    kader: Kader
    groepen: tuple[Brongroep, ...]
    vragen: tuple[Vraag, ...]
    #: How many documents are loaded, a version each, and how many references are in them.
    documenten: int
    verwijzingen: int
    #: Titles of sources whose running text is not loaded.
    zonder_tekst: tuple[str, ...] = ()
    #: The last days on which provisions changed, newest first.
    recent: tuple[Recent, ...] = ()
    #: What can be asked of a text that one brings.
    eigen: tuple[Vraag, ...] = ()
    #: What is referred to most often.
    aangehaald: tuple[Aangehaaldregel, ...] = ()


@dataclass(frozen=True, slots=True)
class Bronnenpagina:
    """Every loaded source with file, hash, version and counts."""

    sjabloon: ClassVar[str] = "bronnen.html"
    kader: Kader
    bronnen: tuple[Bronregel, ...]


@dataclass(frozen=True, slots=True)
class Trefferregel:
    """One search hit as a row."""

    treffer: Treffer
    href: str
    #: The lid or onderdeel where the words stand, None where that is the hit itself.
    precies: Verwijsplaats | None = None


@dataclass(frozen=True, slots=True)
class Doorzocht:
    """In which version of a work was searched, and what makes it the one of the day."""

    werk: Verwijsplaats
    versie: str
    href: str
    reden: str


@dataclass(frozen=True, slots=True)
class Zoekpagina:
    """Results of the search box."""

    sjabloon: ClassVar[str] = "zoek.html"
    kader: Kader
    treffers: tuple[Trefferregel, ...]
    pagering: Pagering
    werken: tuple[Keuze, ...]
    soorten: tuple[Keuze, ...]
    gefilterd: bool
    direct: Verwijsplaats | None = None
    zonder_tekst: tuple[Verwijsplaats, ...] = ()
    #: Why nothing could be searched ("Er staat geen woord in de vraag."), "" where it could.
    uitleg: str = ""
    #: False when nothing held all words and the hits hold some of them.
    alle_woorden: bool = True
    #: The address of all hits as CSV.
    csv: str = ""
    #: The day of which the versions that hold were searched, what these are, and what has none of then.
    op: date | None = None
    versies: tuple[Doorzocht, ...] = ()
    niet_op: tuple[Verwijsplaats, ...] = ()


@dataclass(frozen=True, slots=True)
class Onopgelostpagina:
    """References that are not (wholly) resolved, with the reason."""

    sjabloon: ClassVar[str] = "onopgelost.html"
    kader: Kader
    regels: tuple[Uitgaand, ...]
    pagering: Pagering
    werken: tuple[Keuze, ...]
    statussen: tuple[Keuze, ...]
    achtergrond: Achtergrond | None = None


@dataclass(frozen=True, slots=True)
class Hulpregel:
    """A worked example of the help for jurists: what one types, and what comes."""

    invoer: str
    href: str
    uitleg: str


@dataclass(frozen=True, slots=True)
class HulpJuristen:
    """Help for jurists."""

    sjabloon: ClassVar[str] = "hulp_juristen.html"
    kader: Kader
    voorbeelden: tuple[Hulpregel, ...]
    #: A worked example of each question, that has an answer in what is loaded.
    vragen: tuple[Vraag, ...] = ()


@dataclass(frozen=True, slots=True)
class HulpOntwikkelaars:
    """Help for developers; addresses are absolute, so that they can be pasted."""

    sjabloon: ClassVar[str] = "hulp_ontwikkelaars.html"
    kader: Kader
    basis: str
    #: How IRIs of provisions begin.
    iri_begin: str = STANDAARDBASIS


@dataclass(frozen=True, slots=True)
class Gelijkend:
    """A near match: a link with its name, and its short notation."""

    link: Verwijsplaats
    kort: str


@dataclass(frozen=True, slots=True)
class Foutpagina:
    """Something went wrong: what, what to do about it, and near matches. Never an internal detail.

    ``geladen`` is the address of what is loaded, "" where that does not help.
    """

    sjabloon: ClassVar[str] = "fout.html"
    kader: Kader
    status: int
    kop: str
    bericht: str
    advies: str = ""
    suggesties: tuple[Gelijkend, ...] = ()
    geladen: str = ""
