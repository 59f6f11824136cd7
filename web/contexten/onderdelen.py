"""What several pages show: the frame, links, reading text, lists of references."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from graph.antwoorden import Bron, Versie
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
    """One spelling of an identity: what it is called and the text to copy. ``meer``: asked for less often."""

    naam: str
    waarde: str
    meer: bool = False


@dataclass(frozen=True, slots=True)
class Versiekeuze:
    """One loaded version of what is shown, with its address; ``hier`` marks the one shown."""

    versie: Versie
    href: str
    hier: bool


@dataclass(frozen=True, slots=True)
class Bronregel:
    """One loaded source in a list."""

    bron: Bron
    href: str
    onopgelost_href: str
    #: References that are not (wholly) resolved, for whatever reason.
    onopgelost: int


@dataclass(frozen=True, slots=True)
class Keuze:
    """One choice of a filter."""

    waarde: str
    label: str
    gekozen: bool


@dataclass(frozen=True, slots=True)
class Achtergrond:
    """How to get an answer otherwise: as CSV, as Word, and the query over the graph with the address that runs it.

    ``uitleg`` says what the page adds to what the query gives.
    """

    csv: str
    docx: str
    query: str
    query_href: str
    uitleg: str
