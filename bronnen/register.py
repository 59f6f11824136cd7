"""The register of regulations known by name: ``register.toml`` as records."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ontologie.document import DocumentSoort
from ontologie.identificatie import StapSoort


@dataclass(frozen=True, slots=True)
class Naam:
    """One name of a regulation and the period in which it was its name (None: open)."""

    tekst: str
    soort: str  # "citeertitel", "voormalig", "afkorting", "verkort"
    geldig_van: date | None = None
    geldig_tot: date | None = None


@dataclass(frozen=True, slots=True)
class Regeling:
    """One regulation or other document in the register."""

    kort: str
    titel: str
    soort: DocumentSoort
    officieel_id: str = ""
    namen: tuple[Naam, ...] = ()
    hoofdeenheid: StapSoort = StapSoort.ARTIKEL
    locatie: str = ""
    bestandsnamen: tuple[str, ...] = ()  # patterns of file names that hold this work


class Register:
    """Regulations by short name, official id and name. Fulfils ``ontologie.identificatie.Naamgever``."""

    def __init__(self, regelingen: tuple[Regeling, ...]) -> None:
        self._per_kort = {r.kort: r for r in regelingen}
        self._per_officieel = {r.officieel_id: r for r in regelingen if r.officieel_id}

    def __iter__(self) -> Iterator[Regeling]:
        return iter(self._per_kort.values())

    def regeling(self, werk: str) -> Regeling | None:
        """By short name or official id."""
        return self._per_kort.get(werk) or self._per_officieel.get(werk)

    def officieel(self, werk: str) -> str:
        regeling = self._per_kort.get(werk)
        return regeling.officieel_id or werk if regeling else werk

    def kort(self, officieel: str) -> str:
        regeling = self._per_officieel.get(officieel)
        return regeling.kort if regeling else officieel

    def hoofdeenheid(self, werk: str) -> StapSoort:
        regeling = self._per_kort.get(werk)
        return regeling.hoofdeenheid if regeling else StapSoort.ARTIKEL


def laad_register() -> Register:
    """The register that is shipped with the project."""
    raise NotImplementedError
