"""Relations between provisions, the duties that they answer to, and how far a regulation answers them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ontologie.identificatie import BepalingId
from ontologie.tekst import Span


class RelatieSoort(StrEnum):
    """What one provision is to another."""

    #: It works out what the other asks or allows (with legal force: implements).
    INVULLING = "invulling"
    #: The other is what the regulation rests on, named in its preamble ("gelet op").
    GRONDSLAG = "grondslag"
    #: The texts say that it is no working out of the other, or goes beyond it. Stops what would follow from the tree.
    UITGESLOTEN = "uitgesloten"


class Sterkte(StrEnum):
    """How sure a relation is."""

    #: It is stated in so many words.
    EXPLICIET = "expliciet"
    #: It follows from a definition, a reference in the enacting text, or words that both share.
    AFGELEID = "afgeleid"


@dataclass(frozen=True, slots=True, order=True)
class Bewijs:
    """The passage that a relation rests on: where it stands (``span`` in the original file), and the rule for it."""

    plaats: BepalingId
    span: Span
    regel: str


@dataclass(frozen=True, slots=True)
class Relatie:
    """``van`` fills in (rests on, or explicitly does not fill in) ``naar``; both apart from versions.

    ``bewijs`` is never empty and stands in the document that the relation was read from, the strongest first.
    ``reden`` is a Dutch sentence. ``deels`` where the words say that ``van`` covers part of ``naar`` only.
    """

    van: BepalingId
    naar: BepalingId
    soort: RelatieSoort
    sterkte: Sterkte
    regel: str
    reden: str
    bewijs: tuple[Bewijs, ...]
    facultatief: bool = False
    deels: bool = False


@dataclass(frozen=True, slots=True)
class Bevinding:
    """Something a source says that its own structure or its target contradicts: reported, never loaded as a fact."""

    bewijs: Bewijs
    bericht: str
    betreft: tuple[BepalingId, ...] = ()


class Modaliteit(StrEnum):
    """Whether a body must lay something down in its own regulation, or may."""

    MOET = "moet"
    MAG = "mag"


class Regelvorm(StrEnum):
    """The kind of regulation in which something must or may be laid down."""

    VERORDENING = "verordening"
    AMVB = "algemene maatregel van bestuur"
    MINISTERIELE_REGELING = "ministeriële regeling"


@dataclass(frozen=True, slots=True)
class Regelplicht:
    """A statutory duty (moet) or power (mag) to lay something down in a regulation of one's own, in one provision.

    ``plicht_in`` is the innermost provision that names the subject. ``opdracht`` is the range of the words that impose
    it, ``onderwerp`` that of the words that say what must be laid down; both in the original of ``opdracht_in`` and
    ``plicht_in``. ``hoort_bij`` is the duty whose content this one prescribes ("de regels, bedoeld in …, bepalen in
    ieder geval"), None where it stands by itself. ``blad`` is False where deeper items divide the subject further.
    """

    plicht_in: BepalingId
    modaliteit: Modaliteit
    vorm: Regelvorm
    adressaat: str  # "de gemeenteraad", "provinciale staten", …; "" where the words name none
    opdracht_in: BepalingId
    opdracht: Span
    onderwerp: Span | None = None
    hoort_bij: BepalingId | None = None
    blad: bool = True


@dataclass(frozen=True, slots=True)
class Afleiding:
    """What was derived from one document: its relations, the duties it imposes, and what it says that cannot be."""

    relaties: tuple[Relatie, ...] = ()
    regelplichten: tuple[Regelplicht, ...] = ()
    bevindingen: tuple[Bevinding, ...] = ()


class Oordeel(StrEnum):
    """How far a regulation answers one duty."""

    GEDEKT = "gedekt"
    DEELS = "deels"
    ONTBREEKT = "ontbreekt"
    #: The sources do not settle it; ``Dekkingsrij.reden`` says why.
    TE_BEOORDELEN = "te beoordelen"


@dataclass(frozen=True, slots=True)
class Dekkingsrij:
    """One duty and what a regulation does about it. ``door`` are the provisions that count, the surest first.

    ``voorbehoud`` is a Dutch sentence where all of ``door`` is optional, "" otherwise. ``binnen_grondslag`` is False
    for a duty in an article on which the regulation says neither in its preamble nor elsewhere that it rests.
    """

    plicht: Regelplicht
    oordeel: Oordeel
    reden: str
    door: tuple[Relatie, ...] = ()
    voorbehoud: str = ""
    binnen_grondslag: bool = True
