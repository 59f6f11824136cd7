"""References: one mention in a text, with what it points to, how sure that is, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ontologie.identificatie import BepalingId
from ontologie.tekst import Span


class VerwijzingSoort(StrEnum):
    """Kind of mention, as in the gold annotations."""

    BEPALING = "bepaling"
    INTERN = "intern"
    ANAFOOR = "anafoor"
    REGELING = "regeling"
    KAMERSTUK = "kamerstuk"
    ECLI = "ecli"
    STB = "stb"
    EU = "eu"


class Status(StrEnum):
    """What resolution made of a mention."""

    OPGELOST = "opgelost"
    #: The target exists only down to a higher level than the words name.
    DEELS = "deels"
    DOEL_ONTBREEKT = "doel-ontbreekt"
    #: The target's work is known but not loaded (or only in part), so its existence was not checked.
    NIET_GECONTROLEERD = "niet-gecontroleerd"
    ONBEKENDE_REGELING = "onbekende-regeling"
    MEERDUIDIG = "meerduidig"


@dataclass(frozen=True, slots=True, order=True)
class ExternId:
    """A source that is no provision: Kamerstuk, ECLI, Stb., Stcrt., Trb., EU act (CELEX).

    ``waarde`` is canonical: ``II:2019/20:35394:3``, ``ECLI:NL:RBARN:2006:AZ3540``, ``2025:210``, ``32016R0679``.
    """

    stelsel: str  # "ks", "ecli", "stb", "stcrt", "trb", "celex"
    waarde: str

    def __str__(self) -> str:
        return f"{self.stelsel}:{self.waarde}"


Doel = BepalingId | ExternId


@dataclass(frozen=True, slots=True)
class Verwijzing:
    """One mention in a document. ``span`` is in the original file; ``tekst`` is what was read there.

    ``plaats`` is the provision it stands in. ``methode`` names the rule that resolved it and ``reden`` is a Dutch
    sentence for every status but opgelost. ``bestaand`` are the deepest existing provisions for status deels.
    ``kandidaten`` are the possible targets for status meerduidig.
    """

    span: Span
    tekst: str
    soort: VerwijzingSoort
    status: Status
    doelen: tuple[Doel, ...]
    plaats: BepalingId
    methode: str = ""
    reden: str = ""
    bestaand: tuple[BepalingId, ...] = ()
    kandidaten: tuple[Doel, ...] = ()
