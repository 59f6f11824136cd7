"""The question pages: who fills in what, coverage and what changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from graph.antwoorden import Bron
from ontologie.document import Wijzigingsgegevens
from web.contexten.beeld import Tijdlijnblok
from web.contexten.onderdelen import Achtergrond, Kader, Keuze, Pagering, Verwijsplaats
from web.contexten.vinden import Vraag


@dataclass(frozen=True, slots=True)
class Citaat:
    """Words that something rests on, and where they stand. ``woorden`` is "" without running text."""

    plaats: Verwijsplaats
    woorden: str


@dataclass(frozen=True, slots=True)
class Relatieregel:
    """One relation seen from the provision that was asked for: ``ander`` is its other side.

    ``eigen`` is the part or the whole that it really concerns, None where that is the provision itself. With
    ``omgekeerd`` that fills in the other side, and otherwise the other side fills it in.
    """

    ander: Verwijsplaats
    relatie: str
    sterkte: str
    reden: str
    citaten: tuple[Citaat, ...]
    eigen: Verwijsplaats | None = None
    omgekeerd: bool = False
    facultatief: bool = False
    deels: bool = False


@dataclass(frozen=True, slots=True)
class Relatieniveau:
    """Relations of one work that reach the provision in the same way: "zelf", "onderdeel" or "bovenliggend"."""

    via: str
    regels: tuple[Relatieregel, ...]


@dataclass(frozen=True, slots=True)
class Relatiegroep:
    """Relations with one work."""

    werk: Verwijsplaats
    niveaus: tuple[Relatieniveau, ...]


@dataclass(frozen=True, slots=True)
class Relatielijst:
    """Part of the relations in one direction, by work. ``meer`` is where all of them are, "" where these are all."""

    groepen: tuple[Relatiegroep, ...]
    pagering: Pagering
    uitgesloten: tuple[Relatieregel, ...] = ()
    meer: str = ""


@dataclass(frozen=True, slots=True)
class Vragengroep:
    """Questions of one kind ("verband", "wijziging", "eigen")."""

    naam: str
    vragen: tuple[Vraag, ...]


@dataclass(frozen=True, slots=True)
class Vragenpagina:
    """All questions, and examples of them that have an answer in what is loaded."""

    sjabloon: ClassVar[str] = "vragen.html"
    kader: Kader
    groepen: tuple[Vragengroep, ...]
    voorbeelden: tuple[Vraag, ...]


@dataclass(frozen=True, slots=True)
class Implementeertpagina:
    """Who fills in a provision and what it fills in. Without ``plaats`` only the form and ``voorbeelden``."""

    sjabloon: ClassVar[str] = "implementeert.html"
    kader: Kader
    invoer: str
    voorbeelden: tuple[Verwijsplaats, ...]
    plaats: Verwijsplaats | None = None
    door: Relatielijst | None = None
    vult_in: Relatielijst | None = None
    achtergrond: Achtergrond | None = None


@dataclass(frozen=True, slots=True)
class Dekkingsrij:
    """One duty and what the regulation does about it. ``diepte`` counts how far it divides the duty above it."""

    anker: str
    plaats: Verwijsplaats
    modaliteit: str
    adressaat: str
    opdracht: str
    onderwerp: str
    oordeel: str
    reden: str
    voorbehoud: str
    door: tuple[Relatieregel, ...]
    ongedeeld: bool
    diepte: int = 0


@dataclass(frozen=True, slots=True)
class Dekkingskeuze:
    """One regulation against one law, with the counts of its judgements."""

    verordening: str
    wet: str
    href: str
    telling: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Overzichtcel:
    """The judgement of one regulation on one duty, and its row; "" where the regulation does not reach the law."""

    oordeel: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Overzichtrij:
    """One duty with a judgement for each regulation."""

    plaats: Verwijsplaats
    modaliteit: str
    ongedeeld: bool
    diepte: int
    cellen: tuple[Overzichtcel, ...]


@dataclass(frozen=True, slots=True)
class Dekkingsoverzicht:
    """Every loaded regulation beside the duties of one law; ``bestand`` is where its picture is kept from."""

    wet: Verwijsplaats
    kolommen: tuple[Verwijsplaats, ...]
    rijen: tuple[Overzichtrij, ...]
    bestand: str


@dataclass(frozen=True, slots=True)
class Dekkingspagina:
    """The coverage matrix of a regulation; without ``verordening`` only ``keuzes``."""

    sjabloon: ClassVar[str] = "dekking.html"
    kader: Kader
    keuzes: tuple[Dekkingskeuze, ...]
    verordening: Bron | None = None
    wet: Bron | None = None
    verordening_href: str = ""
    wet_href: str = ""
    telling: tuple[tuple[str, int], ...] = ()
    rijen: tuple[Dekkingsrij, ...] = ()
    #: How many duties lie outside the legal basis, whether they are shown, and the address that does the opposite.
    buiten: int = 0
    toont_buiten: bool = False
    buiten_href: str = ""
    bevindingen: tuple[str, ...] = ()
    achtergrond: Achtergrond | None = None
    overzichten: tuple[Dekkingsoverzicht, ...] = ()


@dataclass(frozen=True, slots=True)
class Telling:
    """How many articles and other provisions of a work changed."""

    werk: Verwijsplaats
    artikelen: int
    overige: int


@dataclass(frozen=True, slots=True)
class Asblok:
    """What falls in the period on one date axis; ``volgende`` is the first day after it, with what changes then."""

    as_: str
    omschrijving: str
    href: str
    per_werk: tuple[Telling, ...]
    documenten: tuple[Verwijsplaats, ...]
    volgende: date | None = None
    volgende_artikelen: int = 0
    volgende_href: str = ""


@dataclass(frozen=True, slots=True)
class Wijzigingsregel:
    """One change of one provision. ``dag`` is its day on the axis asked for."""

    plaats: Verwijsplaats
    gegevens: Wijzigingsgegevens
    dag: date | None
    door: Verwijsplaats | None
    inwerkingtreding_door: Verwijsplaats | None


@dataclass(frozen=True, slots=True)
class Veranderingsregel:
    """A change in a document without official metadata: on what ground it is known, and the words behind it."""

    plaats: Verwijsplaats
    effect: str
    grond: str
    reden: str
    citaten: tuple[Citaat, ...] = ()


@dataclass(frozen=True, slots=True)
class Documentblok:
    """A version of a document that falls in the period, and what is known of its changes."""

    werk: Verwijsplaats
    versie: str
    zeker: bool
    veranderingen: tuple[Veranderingsregel, ...]
    meldingen: tuple[Veranderingsregel, ...]
    voorbehouden: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wijzigingenpagina:
    """What changed in a period; ``as_`` is "" for the counts on every axis. Without a period only the form."""

    sjabloon: ClassVar[str] = "wijzigingen.html"
    kader: Kader
    van: date | None
    tot: date | None
    as_: str
    assen_keuze: tuple[Keuze, ...]
    voorbeeld: Verwijsplaats
    assen: tuple[Asblok, ...] = ()
    rijen: tuple[Wijzigingsregel, ...] = ()
    pagering: Pagering | None = None
    per_publicatie: tuple[tuple[Verwijsplaats, int], ...] = ()
    documenten: tuple[Documentblok, ...] = ()
    zonder_tekst: tuple[Verwijsplaats, ...] = ()
    achtergrond: Achtergrond | None = None
    tijdlijn: Tijdlijnblok | None = None
