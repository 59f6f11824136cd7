"""The pages to read in, and the preview of a reference."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from graph.antwoorden import Bron, Plek
from ontologie.document import Wijzigingsgegevens
from web.contexten.beeld import Tijdlijnblok
from web.contexten.onderdelen import (
    Inkomendgroep,
    Inkomendlijst,
    Kader,
    Kenmerk,
    Leesblok,
    Pagering,
    Uitgaand,
    Versiekeuze,
    Verwijsplaats,
)
from web.contexten.vragen import Relatielijst, Veranderingsregel


@dataclass(frozen=True, slots=True)
class Toelichting:
    """A passage that explains the provision: where it stands and its text."""

    plaats: Verwijsplaats
    blok: Leesblok
    afgekapt: bool = False


@dataclass(frozen=True, slots=True)
class Leesbanner:
    """Whether what is shown is the law of a day; ``dringend`` where it is not. ``andere`` is the version to read."""

    bericht: str
    dringend: bool
    andere: Verwijsplaats | None = None


@dataclass(frozen=True, slots=True)
class Plichtregel:
    """A duty or power to regulate in this provision, and the judgement of each regulation on it with its address.

    ``meer_href`` has the judgements of all regulations, "" where the page shows them all.
    """

    plaats: Verwijsplaats
    modaliteit: str
    opdracht: str
    onderwerp: str
    oordelen: tuple[tuple[Verwijsplaats, str], ...]
    meer_href: str = ""


@dataclass(frozen=True, slots=True)
class Geschiedenisregel:
    """The provision in one loaded version: "aanwezig", "afwezig", "vervallen", "gelijk" or "gewijzigd".

    ``verschil_href`` compares it with the version before, "" where there is nothing to compare.
    """

    versie: Versiekeuze
    toestand: str
    verschil_href: str = ""


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
    vorige: Verwijsplaats | None = None
    volgende: Verwijsplaats | None = None
    wijzigingen: tuple[Wijzigingsgegevens, ...] = ()
    facultatief: bool = False
    vervallen: bool = False
    in_werking: bool = True
    licht_toe: tuple[Verwijsplaats, ...] = ()
    toelichting: tuple[Toelichting, ...] = ()
    officieel_adres: str = ""
    door: Relatielijst | None = None
    vult_in: Relatielijst | None = None
    plichten: tuple[Plichtregel, ...] = ()
    geschiedenis: tuple[Geschiedenisregel, ...] = ()
    meldingen: tuple[Veranderingsregel, ...] = ()
    #: Where references of guidance stand apart from those of other documents.
    handreiking: tuple[Inkomendgroep, ...] = ()
    banner: Leesbanner | None = None
    #: The day that the reader asked for, None where none was named.
    op: date | None = None
    #: Addresses of everything on the page as a document and as rows.
    docx: str = ""
    csv: str = ""
    #: Where what stands around it is drawn.
    impact_href: str = ""
    vervalt_href: str = ""
    beeld_href: str = ""
    tijdlijn: Tijdlijnblok | None = None


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
    onopgelost: int
    onopgelost_href: str
    banner: Leesbanner | None = None
    op: date | None = None
    correcties: tuple[Correctieregel, ...] = ()
    #: Whether the corrections are shown, and the address that shows them or hides them again.
    toont_correcties: bool = False
    correcties_href: str = ""
    officieel_adres: str = ""
    docx: str = ""
    csv: str = ""
    #: Its versions and the changes of the whole; and what differs from the version before.
    tijdlijn: Tijdlijnblok | None = None
    verschil_href: str = ""


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
