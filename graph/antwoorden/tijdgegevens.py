"""What questions about time answer: frozen records that the command line, the REST interface and the pages share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from graph.antwoorden.gegevens import Bron, Lijst, Plek, Versie
from graph.antwoorden.relatiegegevens import Bewijsplek
from ontologie.document import BepalingSoort, Wijzigingsgegevens
from ontologie.wijziging import DatumAs, Verschil, Versieverschil


@dataclass(frozen=True, slots=True)
class Wijzigingsrij:
    """One change of one provision by one publication. ``dag`` is its day on the axis asked for."""

    bepaling: Plek
    soort: BepalingSoort | None  # None for a whole work
    gegevens: Wijzigingsgegevens
    door: Plek | None = None
    inwerkingtreding_door: Plek | None = None
    dag: date | None = None


@dataclass(frozen=True, slots=True)
class Werktelling:
    """How many articles and other provisions of a work changed."""

    werk: Plek
    artikelen: int
    overige: int


@dataclass(frozen=True, slots=True)
class Volgende:
    """The first day after a period on which anything changes, and how much."""

    dag: date
    per_werk: tuple[Werktelling, ...]

    @property
    def artikelen(self) -> int:
        return sum(w.artikelen for w in self.per_werk)


@dataclass(frozen=True, slots=True)
class Dagtelling:
    """How many provisions changed on a day of one date axis."""

    as_: DatumAs
    dag: date
    bepalingen: int


@dataclass(frozen=True, slots=True)
class Asregel:
    """What falls in a period on one date axis. ``volgende`` is None where nothing later is known."""

    as_: DatumAs
    omschrijving: str
    per_werk: tuple[Werktelling, ...]
    documenten: tuple[Bron, ...]
    volgende: Volgende | None

    @property
    def artikelen(self) -> int:
        return sum(w.artikelen for w in self.per_werk)

    @property
    def overige(self) -> int:
        return sum(w.overige for w in self.per_werk)


class Grond(StrEnum):
    """What a change of a provision of a document rests on."""

    #: A person established it.
    VASTGESTELD = "vastgesteld"
    #: It follows from what a person established.
    GEVOLGD = "volgt uit vaststelling"
    #: The provision cites law that is newer than the document could know otherwise.
    VERMOED = "afgeleid uit verwijzing"
    #: A document says so.
    GEMELD = "afgeleid uit tekst"


@dataclass(frozen=True, slots=True)
class Documentverandering:
    """A change that is not from official metadata: where, what, on what ground, and why."""

    bepaling: Plek
    effect: str  # "" where only that something changed is known
    grond: Grond
    reden: str
    bewijs: tuple[Bewijsplek, ...] = ()


@dataclass(frozen=True, slots=True)
class Documentwijziging:
    """A version of a document that falls in a period, with what is known of its changes.

    ``zeker`` is False where its date is a month or year of which only a part falls in the period. ``meldingen`` is what
    it says of changes in other works. ``voorbehouden`` are Dutch sentences on what stays open.
    """

    bron: Bron
    zeker: bool
    veranderingen: tuple[Documentverandering, ...]
    meldingen: tuple[Documentverandering, ...]
    voorbehouden: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wijzigingen:
    """What changed in a period. ``as_`` is None where no axis was named: then ``assen`` has the counts on each.

    ``rijen`` and ``per_publicatie`` (publication on that axis, number of articles) are empty without axis.
    """

    van: date
    tot: date
    as_: DatumAs | None
    assen: tuple[Asregel, ...]
    rijen: Lijst[Wijzigingsrij]
    per_publicatie: tuple[tuple[Plek, int], ...]
    documenten: tuple[Documentwijziging, ...]
    #: Works of which no running text is loaded: what their texts say of changes is not read.
    zonder_tekst: tuple[Plek, ...] = ()


class Zekerheid(StrEnum):
    """How sure it is that a loaded version holds on a day."""

    ZEKER = "zeker"
    #: It is the newest loaded, and nothing that is loaded says that it changed since.
    VOOR_ZOVER_BEKEND = "voor zover bekend"
    #: Versions in between are not loaded, and it is not known whether it changed in them.
    ONZEKER = "onzeker"
    #: It is known to have changed since, and the version that holds is not loaded.
    ACHTERHAALD = "achterhaald"


@dataclass(frozen=True, slots=True)
class Versiekeuze:
    """The loaded version of a provision that comes nearest to a day; ``versie`` None where none is so old."""

    bepaling: Plek
    op: date
    versie: Versie | None
    zekerheid: Zekerheid
    reden: str


class Stand(StrEnum):
    """What a text is on a day."""

    GELDEND = "geldend"
    OUDER = "ouder"
    TOEKOMSTIG = "toekomstig"
    ONZEKER = "onzeker"
    #: A document without legal force, or without a date.
    ZONDER = "zonder geldigheid"


@dataclass(frozen=True, slots=True)
class Leesstand:
    """For a banner: whether what one reads is the law of a day. ``andere`` is the loaded version that comes nearer."""

    gelezen: Versie
    op: date
    stand: Stand
    bericht: str
    andere: Versie | None = None


@dataclass(frozen=True, slots=True)
class Versiestand:
    """A provision in one loaded version. ``gelijk`` tells whether it is the same as in the version before.

    None where that cannot be told: the first version, or no running text.
    """

    versie: Versie
    aanwezig: bool
    vervallen: bool = False
    gelijk: bool | None = None


@dataclass(frozen=True, slots=True)
class Geschiedenis:
    """A provision through time: its loaded versions (oldest first) and all changes that sources name."""

    bepaling: Plek
    versies: tuple[Versiestand, ...]
    wijzigingen: tuple[Wijzigingsrij, ...]
    meldingen: tuple[Documentverandering, ...]


@dataclass(frozen=True, slots=True)
class Verschilregel:
    """One difference with what to show for it. The texts are those that the word ranges count in."""

    verschil: Verschil
    oud: Plek | None
    nieuw: Plek | None
    oude_tekst: str
    nieuwe_tekst: str
    oud_opschrift: str = ""
    nieuw_opschrift: str = ""


@dataclass(frozen=True, slots=True)
class Versiesverschil:
    """How two loaded versions differ. Without running text only structure, numbers and headings were compared."""

    oud: Bron
    nieuw: Bron
    geheel: Versieverschil
    regels: Lijst[Verschilregel]

    @property
    def met_tekst(self) -> bool:
        return self.geheel.met_tekst
