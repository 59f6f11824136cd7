"""What questions about relations, duties and coverage answer: frozen records for command line, REST and pages."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from graph.antwoorden.gegevens import Bron, Plek
from ontologie.relatie import Modaliteit, Oordeel, Regelvorm, Sterkte


class Via(StrEnum):
    """How a relation reaches the provision that was asked for."""

    ZELF = ""
    #: It is stated of an item of the provision.
    ONDERDEEL = "onderdeel"
    #: It is stated of what the provision is part of, and so concerns it perhaps.
    BOVENLIGGEND = "bovenliggend"


@dataclass(frozen=True, slots=True)
class Bewijsplek:
    """A passage that something rests on. ``woorden`` is "" where the running text is not loaded."""

    plek: Plek
    begin: int
    eind: int
    regel: str
    woorden: str


@dataclass(frozen=True, slots=True)
class Relatiegegevens:
    """One relation as it is shown. ``relatie`` says what it is: "implementeert", "modelinvulling van", "berust op", …

    ``opschrift`` is the heading of ``van``, or else that of the article that it lies in.
    """

    iri: str
    van: Plek
    opschrift: str
    naar: Plek
    relatie: str
    sterkte: Sterkte
    via: Via
    regel: str
    reden: str
    bron: Plek
    bron_versie: str
    bewijs: tuple[Bewijsplek, ...]
    facultatief: bool = False
    deels: bool = False


@dataclass(frozen=True, slots=True)
class Invullingen:
    """What fills in a provision (or, ``omgekeerd``, what it fills in), the surest first.

    ``uitgesloten`` are the relations that the texts deny; they stop what would follow from a parent.
    """

    gevraagd: Plek
    omgekeerd: bool
    items: tuple[Relatiegegevens, ...]
    uitgesloten: tuple[Relatiegegevens, ...] = ()


@dataclass(frozen=True, slots=True)
class Plichtgegevens:
    """One duty or power to regulate. ``opdracht`` and ``onderwerp`` are its words, "" without running text."""

    plek: Plek
    modaliteit: Modaliteit
    vorm: Regelvorm
    adressaat: str
    opdracht: str
    onderwerp: str
    blad: bool
    hoort_bij: Plek | None = None


@dataclass(frozen=True, slots=True)
class Dekkingsregel:
    """One duty and what the regulation does about it, with the words of both."""

    plicht: Plichtgegevens
    oordeel: Oordeel
    reden: str
    door: tuple[Relatiegegevens, ...]
    voorbehoud: str
    binnen_grondslag: bool


@dataclass(frozen=True, slots=True)
class Dekking:
    """The coverage matrix of one regulation against one law."""

    verordening: Bron
    wet: Bron
    regels: tuple[Dekkingsregel, ...]
    bevindingen: tuple[str, ...] = ()

    def telling(self) -> dict[Oordeel, int]:
        """How many undivided duties within the legal basis got each judgement."""
        bladeren = [r for r in self.regels if r.plicht.blad and r.binnen_grondslag]
        return {o: sum(r.oordeel is o for r in bladeren) for o in Oordeel}
