"""What a proposal is made from, and the points that it has with what carries each of them out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from graph.herstel.nummeren import Plek
from graph.herstel.werk import Knoop, Werk
from ontologie.document import Document
from ontologie.herstel import Herkomst, Herstelpunt, Herstelreden
from ontologie.identificatie import BepalingId
from ontologie.vergelijking import Vergelijking
from ontologie.verwijzing import Verwijzing


@dataclass(frozen=True, slots=True)
class Gegevens:
    """What the proposal is made from. ``aanleidingen`` has what is known of each provision of the model.

    ``noem`` gives a provision of the model as a source; ``van_model`` are the references in the model, ``van_eigen``
    those in the own text.
    """

    eigen: Document
    model: Document
    vergelijking: Vergelijking
    aanleidingen: Mapping[BepalingId, tuple[Herstelreden, ...]]
    noem: Callable[[BepalingId], Herkomst]
    van_model: Sequence[Verwijzing] = ()
    van_eigen: Sequence[Verwijzing] = ()


@dataclass(frozen=True, slots=True)
class Overname:
    """A deviating provision gets the words of the model."""

    punt: Herstelpunt
    knoop: Knoop
    tekst: tuple[str, ...]
    opschrift: str | None


@dataclass(frozen=True, slots=True)
class Toevoeging:
    """A provision of the model is put in."""

    punt: Herstelpunt
    ouder: Knoop
    nieuw: Knoop
    plek: Plek


@dataclass(frozen=True, slots=True)
class Verwijzingswijziging:
    """A reference gets the own number of what it points at."""

    punt: Herstelpunt
    knoop: Knoop
    oud: str
    nieuw: str


@dataclass
class Voorstel:
    """All points on one working copy of the own text, with what carries them out."""

    werk: Werk
    punten: list[Herstelpunt] = field(default_factory=list)
    overnames: list[Overname] = field(default_factory=list)
    toevoegingen: list[Toevoeging] = field(default_factory=list)
    verwijzingen: list[Verwijzingswijziging] = field(default_factory=list)
    meldingen: list[str] = field(default_factory=list)
