"""What the questions answer: frozen records that the command line, the REST interface and the pages share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Generic, TypeVar

from ontologie.document import BepalingSoort, DocumentSoort, Wijzigingsgegevens
from ontologie.identificatie import BepalingId
from ontologie.verwijzing import Doel, Status, VerwijzingSoort

if TYPE_CHECKING:
    from graph.antwoorden.tijdgegevens import Versiekeuze

T = TypeVar("T")

#: Length of a list where the asker names none, and the most that can be asked for at once.
LIMIET = 100
LIMIET_MAX = 1000


@dataclass(frozen=True, slots=True)
class Lijst(Generic[T]):
    """A bounded part of a longer list, which says how long the whole is. ``vanaf`` counts from 0."""

    items: tuple[T, ...]
    totaal: int
    vanaf: int = 0
    limiet: int = LIMIET

    @property
    def afgekapt(self) -> bool:
        """Whether the list goes on after these items."""
        return self.vanaf + min(len(self.items), self.limiet) < self.totaal

    @property
    def volgende(self) -> int | None:
        """``vanaf`` of the next part; None at the end."""
        return self.vanaf + min(len(self.items), self.limiet) if self.afgekapt and self.items else None

    @property
    def vorige(self) -> int | None:
        """``vanaf`` of the part before; None at the beginning."""
        return max(0, self.vanaf - self.limiet) if self.vanaf else None


@dataclass(frozen=True, slots=True)
class Plek:
    """Something that can be pointed at: a work, a provision or an external source, with what to show for it."""

    id: Doel
    iri: str
    kort: str  # short notation: "pw:8a:2:f", "stb:2025:210"
    label: str  # "Participatiewet, artikel 8a, tweede lid, onder f"
    opschrift: str = ""
    #: Whether a loaded document holds it. False for an external source and for a target that does not exist.
    geladen: bool = False
    #: The official address of an external source, "" where there is none.
    adres: str = ""

    @property
    def bepaling(self) -> BepalingId | None:
        """The identity, or None for an external source."""
        return self.id if isinstance(self.id, BepalingId) else None


@dataclass(frozen=True, slots=True)
class Versie:
    """One loaded version of a work or of a provision. ``vanaf`` and ``tot`` (exclusive) are None where unknown."""

    naam: str  # "2026-01-01", "2025-12"; "" where the source does not tell
    iri: str
    vanaf: date | None = None
    tot: date | None = None


@dataclass(frozen=True, slots=True)
class Bron:
    """One loaded source: a version of a work, the file it came from and what is in it."""

    werk: Plek
    versie: Versie
    soort: DocumentSoort
    titel: str
    volledig: bool
    met_tekst: bool
    bestand: str
    sha256: str
    grootte: int  # bytes
    formaat: str
    graaf: str  # IRI of the named graph
    artikelen: int
    bepalingen: int
    verwijzingen: int
    #: Of those, the references with each status; statuses that do not occur are left out.
    per_status: tuple[tuple[Status, int], ...] = ()
    #: Whether no later version of the same work is loaded.
    nieuwste: bool = True


@dataclass(frozen=True, slots=True)
class Bronnen:
    """Everything loaded. ``bijgewerkt_tot`` is the latest version date among the sources, None without any."""

    items: tuple[Bron, ...]
    bijgewerkt_tot: date | None


@dataclass(frozen=True, slots=True)
class Identificaties:
    """The spellings of one identity. ``jci`` is "" where JCI cannot name it."""

    iri: str
    versie_iri: str
    jci: str
    kort: str
    citaat: str


@dataclass(frozen=True, slots=True)
class Tekstverwijzing:
    """A reference at its place in a shown text: ``begin`` and ``eind`` count characters of that text."""

    begin: int
    eind: int
    iri: str
    soort: VerwijzingSoort
    status: Status
    doelen: tuple[Plek, ...]
    reden: str = ""
    kandidaten: tuple[Plek, ...] = ()


@dataclass(frozen=True, slots=True)
class Tekstmerk:
    """A mark at its place in a shown text: ``begin`` and ``eind`` count characters of that text.

    ``soort`` is that of an ``ontologie.document.InvulSoort``, or "correctie", which has what is printed and why it was
    read otherwise.
    """

    begin: int
    eind: int
    soort: str
    staat_er: str = ""
    regel: str = ""


@dataclass(frozen=True, slots=True)
class Gecorrigeerd:
    """Scan noise that was mended: where, what is printed, what was read, and the rule that did it."""

    plek: Plek
    staat_er: str
    gelezen: str
    regel: str


@dataclass(frozen=True, slots=True)
class Stuk:
    """A piece of a paragraph: words, the reference that they make (None: plain words), and the marks around them."""

    tekst: str
    verwijzing: Tekstverwijzing | None = None
    merken: tuple[Tekstmerk, ...] = ()


Alinea = tuple[Stuk, ...]


@dataclass(frozen=True, slots=True)
class Leesknoop:
    """One step of a regulation in reading order: a provision with its heading and own text, cut at its references.

    Where own text follows after sub-provisions, it comes as a further step of the same provision with ``vervolg``;
    a bounded list counts provisions, so such steps come on top.
    ``diepte`` is 0 for the regulation itself.
    """

    plek: Plek
    versie_iri: str
    soort: BepalingSoort
    nummer: str
    aanduiding: str  # "Artikel 8a", "§ 3A.2", "2.", "a."
    diepte: int
    opschrift: Alinea = ()
    alineas: tuple[Alinea, ...] = ()
    vervolg: bool = False
    facultatief: bool = False
    vervallen: bool = False
    in_werking: bool = True
    #: References to exactly this provision, from the newest version of each loaded work.
    verwijzingen_in: int = 0


@dataclass(frozen=True, slots=True)
class Leestekst:
    """A regulation or part of it, in reading order, bounded: ``knopen`` says when it is cut."""

    bron: Bron
    begin: Plek
    knopen: Lijst[Leesknoop]  # totaal, vanaf and limiet count provisions


@dataclass(frozen=True, slots=True)
class Bepalinggegevens:
    """One provision in one version, with its place in the tree.

    ``kruimels`` run from the work down to the parent. ``vorige`` and ``volgende`` are its neighbours of the same kind
    in reading order. ``versies`` are the loaded versions, the newest first. ``toelichting`` are the parts of a
    toelichting that explain it.
    """

    plek: Plek
    ids: Identificaties
    versie: Versie
    bron: Bron
    soort: BepalingSoort
    nummer: str
    aanduiding: str
    opschrift: str
    tekst: str
    alineas: tuple[Alinea, ...]
    kruimels: tuple[Plek, ...]
    kinderen: Lijst[Plek]
    vorige: Plek | None
    volgende: Plek | None
    versies: tuple[Versie, ...]
    facultatief: bool = False
    vervallen: bool = False
    in_werking: bool = True
    wijziging: Wijzigingsgegevens | None = None
    verdere_wijzigingen: tuple[Wijzigingsgegevens, ...] = ()
    licht_toe: tuple[Plek, ...] = ()
    toelichting: tuple[Plek, ...] = ()

    @property
    def heeft_tekst(self) -> bool:
        """Whether running text is loaded for the source (facts alone carry none)."""
        return self.bron.met_tekst


@dataclass(frozen=True, slots=True)
class Gevonden:
    """One reference with the words it stands in: ``voor`` + ``woorden`` + ``na`` is a stretch of the citing text.

    ``voor`` and ``na`` are "" where the running text is not loaded. ``begin`` and ``eind`` are places in the source.
    """

    iri: str
    bron: Plek  # the provision it stands in
    bron_versie: str
    begin: int
    eind: int
    woorden: str
    voor: str
    na: str
    soort: VerwijzingSoort
    status: Status
    methode: str
    reden: str
    doelen: tuple[Plek, ...]
    bestaand: tuple[Plek, ...] = ()
    kandidaten: tuple[Plek, ...] = ()


class Niveau(StrEnum):
    """Where the target of an incoming reference stands towards the provision asked for."""

    ZELF = "zelf"
    #: It points at a sub-provision.
    ONDER = "onder"
    #: It points at a parent (the article, the chapter).
    BOVEN = "boven"
    #: It names the whole regulation that the provision is part of.
    WERK = "werk"


#: The levels that are asked for when none are named: a mention of the whole regulation says little of one provision.
NIVEAUS = (Niveau.ZELF, Niveau.ONDER, Niveau.BOVEN)


@dataclass(frozen=True, slots=True)
class Inkomend:
    """One incoming reference: which of its targets matters here, and at what level."""

    verwijzing: Gevonden
    doel: Plek
    niveau: Niveau


@dataclass(frozen=True, slots=True)
class Documentgroep:
    """Incoming references of one citing document. ``totaal`` counts them all, also those cut from ``items``."""

    werk: Plek
    versie: str
    soort: DocumentSoort
    totaal: int
    items: tuple[Inkomend, ...]


@dataclass(frozen=True, slots=True)
class Aangehaald:
    """What references name, and how many of them do so exactly, in the newest version of each citing work."""

    plek: Plek
    aantal: int


@dataclass(frozen=True, slots=True)
class Inkomende:
    """References to a provision, grouped by citing document; the list is bounded over all groups together."""

    groepen: tuple[Documentgroep, ...]
    totaal: int
    per_niveau: tuple[tuple[Niveau, int], ...]
    vanaf: int = 0
    limiet: int = LIMIET

    @property
    def getoond(self) -> int:
        """How many are in ``groepen``."""
        return sum(len(g.items) for g in self.groepen)

    @property
    def afgekapt(self) -> bool:
        """Whether the list goes on after these."""
        return self.vanaf + self.getoond < self.totaal


@dataclass(frozen=True, slots=True)
class Treffer:
    """One search hit: an article (or section, annex, heading), and within it the deepest provision with the words.

    ``kop`` and ``fragment`` are stretches of its heading and text as (words, whether they match).
    """

    plek: Plek
    #: The lid or onderdeel where the fragment stands; equal to ``plek`` where there is none deeper.
    precies: Plek
    versie: str
    soort: BepalingSoort
    werk: Plek
    kop: tuple[tuple[str, bool], ...]
    fragment: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class Zoekantwoord:
    """The answer to what someone typed.

    ``direct`` is the provision when the words are a citation, JCI, IRI or short notation that is loaded.
    ``alle_woorden`` is False when nothing held all words and the hits hold some. ``zonder_tekst`` names the sources
    whose running text is not loaded: there only headings were searched. When the law of a day was asked, ``versies``
    tells of each work with a hit which version was searched and how sure it is that it holds on that day, and
    ``niet_op`` which works have no version that is so old, and were left out.
    """

    woorden: str
    direct: Plek | None
    treffers: Lijst[Treffer]
    alle_woorden: bool = True
    zonder_tekst: tuple[Plek, ...] = ()
    op: date | None = None
    versies: tuple[Versiekeuze, ...] = ()
    niet_op: tuple[Plek, ...] = ()
