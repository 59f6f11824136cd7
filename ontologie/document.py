"""A source document as every reader gives it: one tree of provisions with text, headings and places in the original."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from ontologie.identificatie import BepalingId
from ontologie.tekst import Span, Tekst


class DocumentSoort(StrEnum):
    """Kind of document; those with legal force first."""

    WET = "wet"
    AMVB = "amvb"
    KB = "kb"
    MINISTERIELE_REGELING = "ministeriele-regeling"
    VERORDENING = "verordening"
    BELEIDSREGEL = "beleidsregel"
    VERDRAG = "verdrag"
    EU = "eu"
    STAATSBLAD = "staatsblad"
    OVERIGE_REGELING = "overige-regeling"
    MODEL = "model"
    HANDREIKING = "handreiking"
    BRIEF = "brief"
    RAADSVOORSTEL = "raadsvoorstel"
    TOELICHTING = "toelichting"
    OVERIG = "overig"

    @property
    def rechtskracht(self) -> bool:
        """Whether a document of this kind binds (a model, guidance or letter does not)."""
        return self not in _ZONDER_RECHTSKRACHT


_ZONDER_RECHTSKRACHT = frozenset(
    {
        DocumentSoort.MODEL,
        DocumentSoort.HANDREIKING,
        DocumentSoort.BRIEF,
        DocumentSoort.RAADSVOORSTEL,
        DocumentSoort.TOELICHTING,
        DocumentSoort.OVERIG,
    }
)


class BepalingSoort(StrEnum):
    """Kind of node in the tree of a document."""

    REGELING = "regeling"
    BOEK = "boek"
    DEEL = "deel"
    HOOFDSTUK = "hoofdstuk"
    TITEL = "titel"
    AFDELING = "afdeling"
    PARAGRAAF = "paragraaf"
    SUBPARAGRAAF = "subparagraaf"
    ARTIKEL = "artikel"
    LID = "lid"
    ONDERDEEL = "onderdeel"
    BIJLAGE = "bijlage"
    AANHEF = "aanhef"
    SLOT = "slot"
    LEESWIJZER = "leeswijzer"
    TOELICHTING = "toelichting"
    #: A part of a toelichting or unnumbered document under its own heading.
    SECTIE = "sectie"
    TABEL = "tabel"
    RIJ = "rij"
    CEL = "cel"
    VOETNOOT = "voetnoot"
    #: A passage of text that needs an address of its own and has no number.
    ALINEA = "alinea"


class InvulSoort(StrEnum):
    """Kind of bracketed place in a model: the leeswijzer of the model explains them."""

    INVULPLAATS = "invulplaats"
    FACULTATIEF = "facultatief"
    VOORBEELD = "voorbeeld"
    VARIANT = "variant"


@dataclass(frozen=True, slots=True)
class Invulplaats:
    """A bracketed place in a provision of a model: to fill in, to leave out, an example, or one of several variants."""

    soort: InvulSoort
    span: Span


@dataclass(frozen=True, slots=True)
class Publicatie:
    """One official publication that made or commenced a change. Dates are None where the source has none."""

    blad: str  # "Stb", "Stcrt", "Trb", …
    jaar: int
    nummer: str
    uitgifte: date | None = None
    ondertekening: date | None = None
    dossier: str = ""

    @property
    def notatie(self) -> str:
        """``stb:2025:210``."""
        return f"{self.blad.lower()}:{self.jaar}:{self.nummer}"


@dataclass(frozen=True, slots=True)
class Wijzigingsgegevens:
    """What the official metadata says of the last change of a provision (BWB ``brondata``).

    The date axes stay apart: signed, published, commencement published, in force, retroactive to.
    """

    effect: str  # "nieuw", "wijziging", "vervallen", "structuurwijziging", "nieuwe-regeling", …, as in the source
    door: Publicatie | None = None
    inwerkingtreding_door: Publicatie | None = None
    ondertekend: date | None = None
    gepubliceerd: date | None = None
    inwerkingtreding_bekendgemaakt: date | None = None
    in_werking: date | None = None
    terugwerkend_tot: date | None = None
    #: Publications that changed the changing act itself before it took effect.
    juncto: tuple[Publicatie, ...] = ()
    #: The editors' remark, as in the source.
    opmerking: str = ""


@dataclass(frozen=True, slots=True)
class Bepaling:
    """One node of the tree: its identity, heading, place, and its text and sub-provisions in reading order.

    ``label`` is as printed ("Artikel 8a", "1°."), the number in ``id`` is canonical ("8a", "1").
    ``opschrift`` leaves the label out. ``inhoud`` interleaves own passages and sub-provisions.
    """

    id: BepalingId
    soort: BepalingSoort
    span: Span
    label: str = ""
    opschrift: Tekst | None = None
    inhoud: tuple[Tekst | Bepaling, ...] = ()
    facultatief: bool = False
    vervallen: bool = False
    in_werking: bool = True
    invulplaatsen: tuple[Invulplaats, ...] = ()
    wijziging: Wijzigingsgegevens | None = None
    #: Other changes that took effect at the same moment (``wijziging`` is the one that the source puts first).
    verdere_wijzigingen: tuple[Wijzigingsgegevens, ...] = ()
    #: Provisions that this part of a toelichting explains.
    licht_toe: tuple[BepalingId, ...] = ()
    #: Identifiers of the source system ("stam-id", "versie-id", "label-id"), as they are.
    bron_ids: tuple[tuple[str, str], ...] = ()

    @property
    def nummer(self) -> str:
        """The canonical number, "" where there is none."""
        return self.id.stappen[-1].nummer if self.id.stappen else ""

    @property
    def kop(self) -> str:
        """The heading's words without the label, "" where there is none."""
        return self.opschrift.inhoud if self.opschrift else ""

    @property
    def kinderen(self) -> tuple[Bepaling, ...]:
        """The sub-provisions, in order."""
        return tuple(d for d in self.inhoud if isinstance(d, Bepaling))

    @property
    def eigen_tekst(self) -> str:
        """The own passages (without those of sub-provisions), joined by line breaks."""
        return "\n".join(d.inhoud for d in self.inhoud if isinstance(d, Tekst) and d.inhoud)

    def loop(self) -> Iterator[Bepaling]:
        """This node and all below it, in reading order (without recursion: trees may be deep)."""
        stapel = [self]
        while stapel:
            knoop = stapel.pop()
            yield knoop
            stapel.extend(reversed(knoop.kinderen))


@dataclass(frozen=True, slots=True)
class Correctie:
    """Scan noise that the reader mended: the place, what stands there, what was read, and the rule that did it."""

    span: Span
    staat_er: str
    gelezen: str
    regel: str


@dataclass(frozen=True, slots=True)
class Weggelaten:
    """Page furniture (page number, header, footer) kept out of the running text."""

    span: Span
    reden: str


@dataclass(frozen=True, slots=True)
class Redactielink:
    """A link that the editors of the source put on some words (``intref``, ``extref``)."""

    span: Span
    tekst: str
    soort: str  # "intref" or "extref"
    doel: str  # as in the source: a JCI, a URL, …
    bwb_id: str = ""


@dataclass(frozen=True, slots=True)
class Voetnootmarkering:
    """The place where a footnote's marker stands in the running text."""

    span: Span
    nummer: str


@dataclass(frozen=True, slots=True)
class Melding:
    """Something a reader wants to tell about a source that it could read: the place and a Dutch sentence."""

    plaats: str
    bericht: str


@dataclass(frozen=True, slots=True)
class Bronbestand:
    """Where a document came from."""

    naam: str
    sha256: str
    grootte: int  # bytes
    formaat: str  # "bwb-toestand", "cvdr", "staatsblad", "tekst", "pdf", "docx", "kern", …
    lezer: str  # name and version of the reader ("bwb/1")


@dataclass(frozen=True, slots=True)
class Document:
    """One version of one work, read from one file."""

    werk: str  # short name in the register, or the official id, or a name made from the file name
    versie: str  # "2026-01-01" or "2025-12"; "" where the source does not tell
    soort: DocumentSoort
    titel: str
    wortel: Bepaling
    bron: Bronbestand
    citeertitel: str = ""
    officieel_id: str = ""
    afkortingen: tuple[str, ...] = ()
    geldig_van: date | None = None
    geldig_tot: date | None = None
    #: False for an extract, such as some articles of a law.
    volledig: bool = True
    #: False where only the facts are loaded, without running text.
    met_tekst: bool = True
    #: The decoded file (for PDF and DOCX the extracted text), to which every offset points; "" without text.
    origineel: str = field(default="", repr=False)
    correcties: tuple[Correctie, ...] = ()
    weggelaten: tuple[Weggelaten, ...] = ()
    redactielinks: tuple[Redactielink, ...] = ()
    voetnootmarkeringen: tuple[Voetnootmarkering, ...] = ()
    meldingen: tuple[Melding, ...] = ()
    #: Other metadata as name and value ("maker", "Kampen"), names as in the source.
    kenmerken: tuple[tuple[str, str], ...] = ()

    def passages(self) -> Iterator[Passage]:
        """All running text in reading order, headings included, each with the provision it stands in."""
        return _passages(self.wortel)

    def bepalingen(self) -> Iterator[Bepaling]:
        """All nodes in reading order, the root first."""
        return self.wortel.loop()


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of running text that a reference cannot cross, with the provision it belongs to.

    ``keten`` runs from the root to the provision itself. ``kop`` is True for a heading (its label left out).
    """

    tekst: Tekst
    keten: tuple[Bepaling, ...]
    kop: bool = False

    @property
    def bepaling(self) -> Bepaling:
        """The innermost provision."""
        return self.keten[-1]


def _passages(wortel: Bepaling) -> Iterator[Passage]:
    stapel: list[tuple[tuple[Bepaling, ...], Tekst | Bepaling]] = [((), wortel)]
    while stapel:
        keten, deel = stapel.pop()
        if isinstance(deel, Tekst):
            if deel.inhoud:
                yield Passage(deel, keten)
            continue
        keten = (*keten, deel)
        if deel.opschrift is not None and deel.opschrift.inhoud:
            yield Passage(deel.opschrift, keten, kop=True)
        stapel.extend((keten, d) for d in reversed(deel.inhoud))
