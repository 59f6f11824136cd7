"""One frozen record per template: everything the template may use, and nothing else.

A template sees its record as ``p``, the texts as ``t`` and the few functions that ``web.sjablonen`` documents.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from markupsafe import Markup

from graph.antwoorden import Bron, Plek, Treffer, Versie
from ontologie.document import Wijzigingsgegevens
from web.paden import Paden


@dataclass(frozen=True, slots=True)
class Kader:
    """What the frame of every page shows. ``titel`` goes into ``<title>``, ``zoekwoord`` into the search box."""

    paden: Paden
    titel: str
    zoekwoord: str = ""
    #: Which entry of the main menu this page is ("zoek", "bronnen", "onopgelost", "sparql", "hulp", or none).
    menu: str = ""
    #: Until when the loaded sources reach; None without sources.
    bijgewerkt_tot: date | None = None
    #: IRI of what the page is about, "" where it is about no one thing.
    iri: str = ""


@dataclass(frozen=True, slots=True)
class Verwijsplaats:
    """A link in a list: the words, the address ("" for plain words) and whether it leaves this site."""

    label: str
    href: str
    extern: bool = False
    opschrift: str = ""


@dataclass(frozen=True, slots=True)
class Pagering:
    """Part of a longer list: which items are shown (from 1), of how many, and the addresses of its neighbours."""

    van: int
    tot: int
    totaal: int
    vorige: str = ""
    volgende: str = ""

    @property
    def nodig(self) -> bool:
        """Whether there is more than is shown."""
        return bool(self.vorige or self.volgende)


@dataclass(frozen=True, slots=True)
class Leesregel:
    """One provision in the reading text. Rows are flat: ``voor`` closes what ended and opens the list of this row."""

    voor: Markup
    anker: str
    href: str
    soort: str
    aanduiding: str
    #: Heading level (2 to 6), 0 for what has no heading (lid, onderdeel, row of a table).
    kopniveau: int
    opschrift: Markup
    alineas: tuple[Markup, ...]
    vervolg: bool = False
    facultatief: bool = False
    #: Whether it stands in an optional part, which says so itself.
    in_facultatief: bool = False
    vervallen: bool = False
    in_werking: bool = True
    verwijzingen_in: int = 0

    @property
    def toegevoegd(self) -> str:
        """What kind of row the template makes: "kop", "item", "cel", "rij", "blok", or "vervolg" of an earlier one."""
        if self.vervolg:
            return "vervolg"
        if self.kopniveau:
            return "kop"
        return {"lid": "item", "onderdeel": "item", "voetnoot": "item", "cel": "cel", "rij": "rij"}.get(
            self.soort, "blok"
        )


@dataclass(frozen=True, slots=True)
class Leesblok:
    """Reading text: its rows, and ``slot``, which closes the lists that are still open after the last one."""

    regels: tuple[Leesregel, ...]
    slot: Markup


@dataclass(frozen=True, slots=True)
class Uitgaand:
    """One outgoing reference as a row: its words in their sentence, where they lead, and why if not resolved."""

    anker: str
    plaats: Verwijsplaats
    voor: str
    woorden: str
    na: str
    status: str
    doelen: tuple[Verwijsplaats, ...]
    reden: str = ""
    bestaand: tuple[Verwijsplaats, ...] = ()
    kandidaten: tuple[Verwijsplaats, ...] = ()


@dataclass(frozen=True, slots=True)
class Inkomendregel:
    """One incoming reference: where it stands, its words in their sentence, and which part or whole it names."""

    plaats: Verwijsplaats
    voor: str
    woorden: str
    na: str
    status: str
    doel: Verwijsplaats | None = None


@dataclass(frozen=True, slots=True)
class Inkomendniveau:
    """Incoming references of one document on one level ("zelf", "onder", "boven")."""

    niveau: str
    regels: tuple[Inkomendregel, ...]


@dataclass(frozen=True, slots=True)
class Inkomendgroep:
    """Incoming references of one document. ``totaal`` also counts what another page of the list shows."""

    werk: Verwijsplaats
    versie: str
    soort: str
    totaal: int
    niveaus: tuple[Inkomendniveau, ...]


@dataclass(frozen=True, slots=True)
class Inkomendlijst:
    """All incoming references of a provision, grouped by document."""

    totaal: int
    per_niveau: tuple[tuple[str, int], ...]
    groepen: tuple[Inkomendgroep, ...]
    pagering: Pagering
    #: Where the references to the whole that the provision is part of are shown, "" for a whole document.
    geheel_href: str = ""
    #: Whether these are the references to the whole; ``geheel_href`` then has those to the provision and its parts.
    toont_geheel: bool = False


@dataclass(frozen=True, slots=True)
class Kenmerk:
    """One spelling of an identity: what it is called and the text to copy."""

    naam: str
    waarde: str


@dataclass(frozen=True, slots=True)
class Versiekeuze:
    """One loaded version of what is shown, with its address; ``hier`` marks the one shown."""

    versie: Versie
    href: str
    hier: bool


@dataclass(frozen=True, slots=True)
class Toelichting:
    """A passage that explains the provision: where it stands and its text."""

    plaats: Verwijsplaats
    blok: Leesblok
    afgekapt: bool = False


@dataclass(frozen=True, slots=True)
class Vraag:
    """A ready question of the start page."""

    kop: str
    uitleg: str
    href: str


@dataclass(frozen=True, slots=True)
class Bronregel:
    """One loaded source in a list."""

    bron: Bron
    href: str
    onopgelost_href: str
    #: References that are not (wholly) resolved, for whatever reason.
    onopgelost: int


@dataclass(frozen=True, slots=True)
class Startpagina:
    """The first page: what is loaded, the search box, ready questions."""

    sjabloon: ClassVar[str] = "start.html"
    kader: Kader
    bronnen: tuple[Bronregel, ...]
    vragen: tuple[Vraag, ...]
    verwijzingen: int
    #: Titles of sources whose running text is not loaded.
    zonder_tekst: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bronnenpagina:
    """Every loaded source with file, hash, version and counts."""

    sjabloon: ClassVar[str] = "bronnen.html"
    kader: Kader
    bronnen: tuple[Bronregel, ...]


@dataclass(frozen=True, slots=True)
class Bepalingpagina:
    """One provision: text, references both ways, identity, change data, explanation."""

    sjabloon: ClassVar[str] = "bepaling.html"
    kader: Kader
    kop: str
    opschrift: str
    bron: Bron
    kruimels: tuple[Verwijsplaats, ...]
    in_regeling: str
    blok: Leesblok
    blok_afgekapt: bool
    uitgaand: tuple[Uitgaand, ...]
    uitgaand_pagering: Pagering
    inkomend: Inkomendlijst
    kenmerken: tuple[Kenmerk, ...]
    versies: tuple[Versiekeuze, ...]
    is_nieuwste: bool
    vorige: Verwijsplaats | None = None
    volgende: Verwijsplaats | None = None
    wijziging: Wijzigingsgegevens | None = None
    facultatief: bool = False
    vervallen: bool = False
    in_werking: bool = True
    licht_toe: tuple[Verwijsplaats, ...] = ()
    toelichting: tuple[Toelichting, ...] = ()
    officieel_adres: str = ""


@dataclass(frozen=True, slots=True)
class Doelpagina:
    """A provision or work that is referred to but not loaded: who refers to it, and where it is found officially."""

    sjabloon: ClassVar[str] = "doel.html"
    kader: Kader
    plek: Plek
    inkomend: Inkomendlijst
    kenmerken: tuple[Kenmerk, ...]
    officieel_adres: str = ""


@dataclass(frozen=True, slots=True)
class Inhoudsregel:
    """One line of the contents; ``onder`` are the lines below a chapter."""

    label: str
    opschrift: str
    href: str
    #: Steps below the highest level (0), and whether lines below it follow.
    diepte: int = 0
    tussenkop: bool = False
    onder: tuple[Inhoudsregel, ...] = ()


@dataclass(frozen=True, slots=True)
class Correctieregel:
    """Scan noise that was mended, as a row."""

    plaats: Verwijsplaats
    staat_er: str
    gelezen: str
    regel: str


@dataclass(frozen=True, slots=True)
class Regelingpagina:
    """A whole regulation or other document: contents beside the text."""

    sjabloon: ClassVar[str] = "regeling.html"
    kader: Kader
    bron: Bron
    inhoud: tuple[Inhoudsregel, ...]
    blok: Leesblok
    pagering: Pagering
    versies: tuple[Versiekeuze, ...]
    is_nieuwste: bool
    onopgelost: int
    onopgelost_href: str
    correcties: tuple[Correctieregel, ...] = ()
    #: Whether the corrections are shown, and the address that shows them or hides them again.
    toont_correcties: bool = False
    correcties_href: str = ""
    officieel_adres: str = ""


@dataclass(frozen=True, slots=True)
class Trefferregel:
    """One search hit as a row."""

    treffer: Treffer
    href: str
    #: The lid or onderdeel where the words stand, None where that is the hit itself.
    precies: Verwijsplaats | None = None


@dataclass(frozen=True, slots=True)
class Keuze:
    """One choice of a filter."""

    waarde: str
    label: str
    gekozen: bool


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


@dataclass(frozen=True, slots=True)
class Onopgelostpagina:
    """References that are not (wholly) resolved, with the reason."""

    sjabloon: ClassVar[str] = "onopgelost.html"
    kader: Kader
    regels: tuple[Uitgaand, ...]
    pagering: Pagering
    werken: tuple[Keuze, ...]
    statussen: tuple[Keuze, ...]


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


@dataclass(frozen=True, slots=True)
class HulpOntwikkelaars:
    """Help for developers; addresses are absolute, so that they can be pasted."""

    sjabloon: ClassVar[str] = "hulp_ontwikkelaars.html"
    kader: Kader
    basis: str


@dataclass(frozen=True, slots=True)
class Foutpagina:
    """Something went wrong: what, what to do about it, and near matches. Never an internal detail."""

    sjabloon: ClassVar[str] = "fout.html"
    kader: Kader
    status: int
    kop: str
    bericht: str
    advies: str = ""
    suggesties: tuple[Verwijsplaats, ...] = ()


@dataclass(frozen=True, slots=True)
class Voorbeeld:
    """What hovering or focusing a reference shows: the beginning of the target's text, or why there is none."""

    label: str
    opschrift: str
    blok: Leesblok
    afgekapt: bool = False
    #: Why there is no text, "" where there is.
    zonder_tekst: str = ""


@dataclass(frozen=True, slots=True)
class Voorbeelden:
    """The fragment that the hover script puts beside a reference, one part per target."""

    sjabloon: ClassVar[str] = "voorbeeld.html"
    delen: tuple[Voorbeeld, ...]
    meer: int = 0


Pagina = (
    Startpagina
    | Bronnenpagina
    | Bepalingpagina
    | Doelpagina
    | Regelingpagina
    | Zoekpagina
    | Onopgelostpagina
    | Sparqlpagina
    | Vocabulairepagina
    | HulpJuristen
    | HulpOntwikkelaars
    | Foutpagina
    | Voorbeelden
)
