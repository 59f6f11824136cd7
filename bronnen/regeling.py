"""One regulation with its names, as the register holds it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from ontologie.document import DocumentSoort
from ontologie.identificatie import StapSoort


@dataclass(frozen=True, slots=True)
class Naam:
    """One name of a regulation and the period in which it was its name (None: open).

    ``geldig_tot`` is the first day on which it was no longer the name.
    """

    tekst: str
    soort: str  # "citeertitel", "voormalig", "afkorting", "verkort"
    geldig_van: date | None = None
    geldig_tot: date | None = None

    def geldt_op(self, dag: date) -> bool:
        """Whether this was the name on that day."""
        return (self.geldig_van is None or self.geldig_van <= dag) and (
            self.geldig_tot is None or dag < self.geldig_tot
        )


@dataclass(frozen=True, slots=True)
class Regeling:
    """One regulation or other document in the register. ``titel`` is the official citeertitel where there is one."""

    kort: str
    titel: str
    soort: DocumentSoort
    officieel_id: str = ""  # BWB id, CVDR number or CELEX number
    namen: tuple[Naam, ...] = ()
    hoofdeenheid: StapSoort = StapSoort.ARTIKEL
    locatie: str = ""
    bestandsnamen: tuple[str, ...] = ()  # patterns of file names that hold this work
    #: Works that hold the books of this one: ("7", "bw7") for "artikel 7:610 BW".
    boeken: tuple[tuple[str, str], ...] = ()

    @property
    def afkorting(self) -> str:
        """The current abbreviation that is named first, "" where there is none."""
        return next((n.tekst for n in self.namen if n.soort == "afkorting" and n.geldig_tot is None), "")


_NIET_IN_SLEUTEL = re.compile(r"[\s\u00ad\u2010-\u2015\-'’‘`]+")


def naamsleutel(tekst: str) -> str:
    """A name without what writers vary: case, accents, hyphens, apostrophes, white space, closing punctuation."""
    los = unicodedata.normalize("NFKD", tekst)
    zonder_accent = "".join(t for t in los if not unicodedata.combining(t))
    return _NIET_IN_SLEUTEL.sub("", zonder_accent.strip(" \t\n.,;:")).casefold()
