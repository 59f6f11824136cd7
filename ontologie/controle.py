"""The technical check of a text: rules, and what each of them found, with its place, its reason and a suggestion."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ontologie.identificatie import BepalingId
from ontologie.tekst import Span


class Ernst(StrEnum):
    """How serious a finding is, the most serious first."""

    #: It cannot be right: it contradicts the text itself or the law.
    FOUT = "fout"
    #: It is hardly ever meant so.
    WAARSCHUWING = "waarschuwing"
    #: A jurist will want to look at it.
    AANDACHTSPUNT = "aandachtspunt"

    @property
    def rang(self) -> int:
        """0 for the most serious."""
        return list(Ernst).index(self)


class Controlethema(StrEnum):
    """What a rule is about."""

    NUMMERING = "nummering"
    VERWIJZINGEN = "verwijzingen"
    BEGRIPPEN = "begrippen"
    TOELICHTING = "toelichting"
    OPMAAK = "opmaak"
    TIJD = "tijd"


@dataclass(frozen=True, slots=True)
class Controleregel:
    """One rule: its stable id ("nummer-overgeslagen"), its name and a Dutch sentence that says what it looks for."""

    id: str
    naam: str
    thema: Controlethema
    ernst: Ernst
    uitleg: str


@dataclass(frozen=True, slots=True)
class Controlepunt:
    """One finding. ``woorden`` are those of the text at ``span`` (in the original file, from line ``regelnummer``).

    ``reden`` is a Dutch sentence that says why; ``suggestie`` one that says what to do, "" where nothing follows.
    """

    regel: Controleregel
    plaats: BepalingId
    span: Span
    regelnummer: int  # line in the original file, from 1
    woorden: str
    reden: str
    suggestie: str = ""


@dataclass(frozen=True, slots=True)
class Controle:
    """All findings in one text, in reading order.

    ``weggelaten`` counts per rule id what there was beyond the bound of a rule. ``onthouden`` are rules that said
    nothing because the text gives no hold, each with the reason (a Dutch sentence). ``niet_nagelopen`` counts the
    references per regulation that is not loaded.
    """

    punten: tuple[Controlepunt, ...]
    weggelaten: tuple[tuple[str, int], ...] = ()
    onthouden: tuple[tuple[str, str], ...] = ()
    niet_nagelopen: tuple[tuple[str, int], ...] = ()
