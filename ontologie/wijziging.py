"""Changes of provisions: how two versions of a work differ, what documents say of it, and facts set by hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from ontologie.document import BepalingSoort
from ontologie.identificatie import BepalingId
from ontologie.relatie import Bewijs
from ontologie.tekst import Span


class DatumAs(StrEnum):
    """What a change can be dated by. A question about a period means one of these."""

    GEPUBLICEERD = "gepubliceerd"
    INWERKING_BEKENDGEMAAKT = "inwerking-bekendgemaakt"
    IN_WERKING = "in-werking"
    TERUGWERKEND = "terugwerkend"
    #: When the source was taken into this graph.
    OPGENOMEN = "opgenomen"


class VerschilSoort(StrEnum):
    """What became of a provision between two versions."""

    TOEGEVOEGD = "toegevoegd"
    VERVALLEN = "vervallen"
    GEWIJZIGD = "gewijzigd"
    #: It has another number at the same place.
    HERNUMMERD = "hernummerd"
    #: It stands elsewhere in the work.
    VERPLAATST = "verplaatst"
    #: It stood there already and came into force.
    IN_WERKING_GETREDEN = "in werking getreden"


class HerkendAan(StrEnum):
    """By what a provision of one version is known to be that of the other."""

    #: The source gives both the same identifier.
    STAM_ID = "stam-id"
    NUMMER = "nummer"
    #: The words are alike.
    INHOUD = "inhoud"


class Woordverschil(NamedTuple):
    """Words that were taken out, put in or replaced: a range of the old and of the new text; either may be empty.

    Positions are characters of ``Bepaling.eigen_tekst`` (or ``Bepaling.kop``).
    """

    oud_begin: int
    oud_eind: int
    nieuw_begin: int
    nieuw_eind: int


@dataclass(frozen=True, slots=True)
class Verschil:
    """One provision that differs. ``oud`` is None for an added one, ``nieuw`` for one that is gone.

    ``ook_gewijzigd``: a renumbered or moved provision whose own words differ as well. ``omvat`` counts the
    sub-provisions that were added, repealed or commenced together with it and are not listed. ``gelijkenis`` (0 to 1)
    is that of all words in it and below it.
    """

    soort: VerschilSoort
    onderdeel: BepalingSoort
    oud: BepalingId | None
    nieuw: BepalingId | None
    opschrift: tuple[Woordverschil, ...] = ()
    tekst: tuple[Woordverschil, ...] = ()
    #: False where the texts were too long to compare word by word, and a range stands for more than what differs.
    precies: bool = True
    gelijkenis: float = 0.0
    herkend_aan: HerkendAan | None = None
    omvat: int = 0
    in_werking: bool = True

    @property
    def ook_gewijzigd(self) -> bool:
        return self.soort is not VerschilSoort.GEWIJZIGD and bool(self.opschrift or self.tekst)

    @property
    def bepaling(self) -> BepalingId:
        """The identity in the new version, or else in the old."""
        id_ = self.nieuw or self.oud
        assert id_ is not None
        return id_


@dataclass(frozen=True, slots=True)
class Versieverschil:
    """How two versions of a work differ, in reading order of the new one.

    ``weergave`` are differences in how the source shows a provision that is in force in neither version and that it
    gives the same version identifier. ``met_tekst`` is False where running text was missing: then only structure,
    numbers and headings were compared.
    """

    werk: str
    oud: str
    nieuw: str
    verschillen: tuple[Verschil, ...]
    weergave: tuple[Verschil, ...] = ()
    met_tekst: bool = True

    def per_artikel(self) -> dict[BepalingId, tuple[Verschil, ...]]:
        """The differences by the article (or section) that they are or lie in; those above articles are left out."""
        uit: dict[BepalingId, list[Verschil]] = {}
        for verschil in self.verschillen:
            for id_ in dict.fromkeys(i.artikel for i in (verschil.nieuw, verschil.oud) if i is not None):
                if id_ is not None:
                    uit.setdefault(id_, []).append(verschil)
        return {id_: tuple(lijst) for id_, lijst in uit.items()}


class Effect(StrEnum):
    """What a change does, where a text or a person says so. The official metadata have words of their own."""

    NIEUW = "nieuw"
    WIJZIGING = "wijziging"
    VERVALLEN = "vervallen"
    VERNUMMERING = "vernummering"


@dataclass(frozen=True, slots=True)
class Wijzigingsmelding:
    """A statement in a document that a provision is or was changed. It is derived: the document need not be right."""

    bepaling: BepalingId
    effect: Effect
    bewijs: Bewijs


@dataclass(frozen=True, slots=True)
class Vindplaats:
    """A passage that a fact rests on. ``som`` is the SHA-256 of its characters, so that no words need to be kept."""

    werk: str
    versie: str
    sha256: str
    span: Span
    som: str


@dataclass(frozen=True, slots=True)
class Vaststelling:
    """A change that a person established from documents: what, in which version of the work, and on what it rests.

    ``versie`` is that of the work in which the change first shows, ``gepubliceerd`` the day of publication where known.
    ``zeker`` is False for what follows from what was established but is nowhere said.
    """

    naam: str
    bepaling: BepalingId
    versie: str
    effect: Effect
    toelichting: str
    bewijs: tuple[Vindplaats, ...]
    zeker: bool = True
    gepubliceerd: date | None = None


@dataclass(frozen=True, slots=True)
class Voorbehoud:
    """What a set of established facts leaves open about one version of a work: a Dutch sentence with its evidence."""

    naam: str
    werk: str
    versie: str
    toelichting: str
    bewijs: tuple[Vindplaats, ...]
