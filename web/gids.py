"""What every page needs to answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from graph.antwoorden import Antwoorden
from web.contexten import Kader
from web.paden import Paden
from web.weergave import Weergave


@dataclass(frozen=True, slots=True)
class Gids:
    """The answers, where addresses begin, and what day it is."""

    antwoorden: Antwoorden
    paden: Paden
    vandaag: date

    def weergave(self, werk: str = "", versie: str = "") -> Weergave:
        """Makes rows; links within ``werk`` keep ``versie`` and leave the name of the work out."""
        return Weergave(self.paden, self.antwoorden.register, werk, versie)

    def kader(self, titel: str, *, menu: str = "", zoekwoord: str = "", iri: str = "") -> Kader:
        """The frame of a page."""
        return Kader(self.paden, titel, zoekwoord, menu, self.antwoorden.bronnen().bijgewerkt_tot, iri)
