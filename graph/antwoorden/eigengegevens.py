"""What is found in an own ordinance beside a model: frozen records for command line, REST and pages.

They hold identities and words, nothing of a store, so that they can be kept beside the document they were made from.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ontologie.identificatie import BepalingId
from ontologie.relatie import Modaliteit, Oordeel, RelatieSoort, Sterkte
from ontologie.vergelijking import Vergelijking
from ontologie.verwijzing import Status


@dataclass(frozen=True, slots=True)
class Bepalingnaam:
    """A provision with how people call it."""

    id: BepalingId
    kort: str
    label: str


class Grondslagstand(StrEnum):
    """What became of a provision that an ordinance rests on."""

    BESTAAT = "bestaat"
    #: It exists, and was changed after the ordinance was made.
    GEWIJZIGD = "gewijzigd"
    VERVALLEN = "vervallen"
    VERPLAATST = "verplaatst"
    ONTBREEKT = "bestaat niet"
    NIET_GELADEN = "niet geladen"


@dataclass(frozen=True, slots=True)
class Grondslagregel:
    """One provision after "gelet op". ``nu`` is where it went, ``zin`` says what is known in a Dutch sentence."""

    doel: Bepalingnaam
    woorden: str
    stand: Grondslagstand
    zin: str
    nu: Bepalingnaam | None = None


@dataclass(frozen=True, slots=True)
class Losse:
    """A reference that dangles. ``status`` is None where its target is there but was repealed."""

    plaats: Bepalingnaam
    woorden: str
    doelen: tuple[str, ...]
    status: Status | None
    reden: str
    begin: int
    eind: int


@dataclass(frozen=True, slots=True)
class Eigenrelatie:
    """What a provision of the own text fills in. ``van_model`` is that of the model whose relation it inherits.

    ``eigen_woorden`` and ``model_woorden`` are the passages that this rests on.
    """

    van: Bepalingnaam
    naar: Bepalingnaam
    soort: RelatieSoort
    sterkte: Sterkte
    reden: str
    van_model: Bepalingnaam | None = None
    eigen_woorden: str = ""
    model_woorden: str = ""


@dataclass(frozen=True, slots=True)
class Eigenplicht:
    """One duty or power to regulate and what the own text does about it."""

    plicht: Bepalingnaam
    modaliteit: Modaliteit
    opdracht: str
    oordeel: Oordeel
    reden: str
    voorbehoud: str
    blad: bool
    binnen_grondslag: bool
    door: tuple[Eigenrelatie, ...] = ()


@dataclass(frozen=True, slots=True)
class Eigendekking:
    """The duties of one law."""

    wet: Bepalingnaam
    wet_versie: str
    regels: tuple[Eigenplicht, ...]

    def telling(self) -> dict[Oordeel, int]:
        """How many undivided duties within the legal basis got each judgement."""
        bladeren = [r for r in self.regels if r.blad and r.binnen_grondslag]
        return {o: sum(r.oordeel is o for r in bladeren) for o in Oordeel}


class Modelstand(StrEnum):
    """What the own text has of something that changed in the model."""

    OVERGENOMEN = "heeft de nieuwe tekst"
    AFWIJKEND = "wijkt af van de nieuwe tekst"
    WEGGELATEN = "facultatief, weggelaten"
    ONTBREEKT = "heeft het niet"
    #: Nothing is known of what it was before, or of what changed.
    ONBEKEND = "onbekend"


@dataclass(frozen=True, slots=True)
class Modelwijziging:
    """A change of the model, on what ground it is known, and what the own text has of it."""

    bepaling: Bepalingnaam
    effect: str
    grond: str
    reden: str
    stand: Modelstand
    zin: str
    eigen: tuple[Bepalingnaam, ...] = ()


@dataclass(frozen=True, slots=True)
class Eigenbeoordeling:
    """An own ordinance beside a model and the law. ``tot`` is the date of the newest source that is loaded.

    ``per_status`` counts the references of the own text; ``losse`` are those that dangle.
    """

    vergelijking: Vergelijking
    op: date
    tot: date | None
    verwijzingen: int
    per_status: tuple[tuple[Status, int], ...]
    losse: tuple[Losse, ...]
    grondslag: tuple[Grondslagregel, ...]
    relaties: tuple[Eigenrelatie, ...]
    dekking: tuple[Eigendekking, ...]
    modelwijzigingen: tuple[Modelwijziging, ...]
    voorbehouden: tuple[str, ...] = ()
