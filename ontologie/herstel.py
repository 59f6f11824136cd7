"""The repair of an own ordinance: what should change and on what ground, and the draft decision that changes it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ontologie.identificatie import BepalingId
from ontologie.wijzigingsbesluit import Bepalingstekst


class Herstelgrond(StrEnum):
    """Why a provision should change."""

    MODEL = "model gewijzigd"
    WET = "wet gewijzigd"
    PLICHT = "regelplicht"
    ONTBREEKT = "onderdeel van het model ontbreekt"
    INVULLING = "plaats niet ingevuld"
    VERWIJZING = "verwijzing zonder doel"
    VERNUMMERING = "volgt uit vernummering"
    #: It differs from the model, and nothing that is loaded tells why: presumably a choice.
    AFWIJKING = "afwijking zonder bekende aanleiding"


@dataclass(frozen=True, slots=True)
class Herkomst:
    """A source: what it is called, its words ("" where they are not loaded) and its IRI ("" where it has none)."""

    naam: str
    woorden: str = ""
    iri: str = ""


@dataclass(frozen=True, slots=True)
class Herstelreden:
    """One reason, as a Dutch sentence with the sources it rests on."""

    grond: Herstelgrond
    uitleg: str
    herkomst: tuple[Herkomst, ...] = ()


@dataclass(frozen=True, slots=True)
class Herstelpunt:
    """One change that can be taken over or left. ``sleutel`` names it: own provision, or "+14p" for one of the model.

    ``voorgesteld`` tells whether it is taken over unless the user says otherwise; ``uitvoerbaar`` is False where only
    a person can do it. ``vragen`` is what a jurist must settle, as Dutch sentences.
    """

    sleutel: str
    artikel: str
    waar: str
    redenen: tuple[Herstelreden, ...]
    voorgesteld: bool
    uitvoerbaar: bool = True
    vragen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Waswordtregel:
    """One article (or heading) before and after; ``was`` is None for a new one, ``wordt`` for one that lapses."""

    artikel: str
    was: Bepalingstekst | None
    wordt: Bepalingstekst | None
    redenen: tuple[Herstelreden, ...]
    vragen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Grondslag:
    """A provision that the council's power rests on. ``bestaat`` is None where the law is not loaded for that day.

    ``genoemd`` is False for one that the model leaves to choose and that the own preamble does not name.
    """

    bepaling: BepalingId
    bestaat: bool | None
    uitleg: str
    herkomst: tuple[Herkomst, ...] = ()
    genoemd: bool = True


@dataclass(frozen=True, slots=True)
class Herstel:
    """The repair as chosen: all points, those taken over, the table, and the amending article.

    ``opdrachten`` is the amending article in its printed form, which is read back by ``graph.herstel.lees``; "" where
    nothing changes or instructions cannot say it. ``open_punten`` is what a jurist must look at, as Dutch sentences.
    """

    titel: str
    model: str
    op: date
    was: Bepalingstekst
    wordt: Bepalingstekst
    punten: tuple[Herstelpunt, ...]
    gekozen: tuple[str, ...]
    regels: tuple[Waswordtregel, ...]
    opdrachten: str
    grondslagen: tuple[Grondslag, ...] = ()
    open_punten: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ontwerpbesluit:
    """A draft decision of a council, to be judged by a jurist. ``inwerkingtreding`` None: the day after publication."""

    gemeente: str
    herstel: Herstel
    gelet_op: tuple[str, ...]
    inwerkingtreding: date | None = None
    overgangsrecht: bool = False
