"""The pages about the graph itself: SPARQL and the vocabulary."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from web.contexten.onderdelen import Kader, Verwijsplaats


@dataclass(frozen=True, slots=True)
class Sparqlcel:
    """One value in a table of results."""

    tekst: str
    href: str = ""
    taal: str = ""


@dataclass(frozen=True, slots=True)
class Sparqluitslag:
    """What a query gave: a table, or a yes or no, or triples as text; and whether the table was cut."""

    kolommen: tuple[str, ...] = ()
    rijen: tuple[tuple[Sparqlcel | None, ...], ...] = ()
    antwoord: bool | None = None
    tripels: str = ""
    afgekapt: bool = False
    seconden: float = 0.0


@dataclass(frozen=True, slots=True)
class Sparqlfout:
    """Why a query did not run; ``regel`` and ``kolom`` count from 1, 0 where unknown."""

    bericht: str
    advies: str = ""
    regel: int = 0
    kolom: int = 0
    regeltekst: str = ""


@dataclass(frozen=True, slots=True)
class Sparqlvoorbeeld:
    """A query that runs as it is."""

    kop: str
    uitleg: str
    query: str
    href: str


@dataclass(frozen=True, slots=True)
class Sparqlpagina:
    """The form for queries, with examples and what the last query gave."""

    sjabloon: ClassVar[str] = "sparql.html"
    kader: Kader
    query: str
    voorbeelden: tuple[Sparqlvoorbeeld, ...]
    uitslag: Sparqluitslag | None = None
    fout: Sparqlfout | None = None
    downloads: tuple[Verwijsplaats, ...] = ()
    eindpunt: str = ""
    #: The whole address of this query with its answer.
    deel: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """One term of the vocabulary."""

    naam: str
    iri: str
    anker: str
    label: str
    uitleg: str
    relaties: tuple[tuple[str, tuple[Verwijsplaats, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Termgroep:
    """Terms of one kind (classes, properties, concepts)."""

    kop: str
    termen: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Vocabulairepagina:
    """Every term of the project's own vocabulary."""

    sjabloon: ClassVar[str] = "vocabulaire.html"
    kader: Kader
    groepen: tuple[Termgroep, ...]
    naamruimte: str


@dataclass(frozen=True, slots=True)
class Eigenschap:
    """A property with its values; ``meer`` are not shown."""

    naam: str
    waarden: tuple[Verwijsplaats, ...]
    meer: int = 0


@dataclass(frozen=True, slots=True)
class Dingpagina:
    """Anything in the graph that has no page made for it: what is said of it, and what it hangs on."""

    sjabloon: ClassVar[str] = "ding.html"
    kader: Kader
    naam: str
    iri: str
    soort: str
    eigenschappen: tuple[Eigenschap, ...]
    plaats: Verwijsplaats | None = None
