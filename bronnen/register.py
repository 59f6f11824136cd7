"""The register of regulations known by name. Adding a regulation is adding data: see ``register.toml``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from fnmatch import fnmatch
from pathlib import Path

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from bronnen.regeling import Naam, Regeling, naamsleutel
from bronnen.registerbestand import lees_registerbestanden
from ontologie.identificatie import StapSoort

__all__ = ["REGISTERBESTAND", "Naam", "Regeling", "Register", "laad_register", "naamsleutel"]

#: The register that is shipped with the project.
REGISTERBESTAND = Path(__file__).with_name("register.toml")

#: Below this likeness (0-100) a name is no useful suggestion.
_GELIJKENIS = 70
#: Characters of a name that are compared.
_NAAM_MAX = 200


class Register:
    """Regulations by short name, official id and name. Fulfils ``ontologie.identificatie.Naamregister``."""

    def __init__(self, regelingen: Iterable[Regeling]) -> None:
        self._per_kort = {r.kort: r for r in regelingen}
        self._per_officieel = {r.officieel_id: r for r in self._per_kort.values() if r.officieel_id}
        self._wetboeken = {boek: r.kort for r in self._per_kort.values() for _, boek in r.boeken}
        self._per_naam: dict[str, list[tuple[Naam, Regeling]]] = {}
        for naam, regeling in self.namen():
            self._per_naam.setdefault(naamsleutel(naam.tekst), []).append((naam, regeling))

    def __iter__(self) -> Iterator[Regeling]:
        return iter(self._per_kort.values())

    def __len__(self) -> int:
        return len(self._per_kort)

    def regeling(self, werk: str) -> Regeling | None:
        """By short name or official id."""
        return self._per_kort.get(werk) or self._per_officieel.get(werk)

    def kent(self, werk: str) -> bool:
        """Whether this is the short name or official id of a regulation in the register."""
        return self.regeling(werk) is not None

    def aangevuld(self, regelingen: Iterable[Regeling]) -> Register:
        """A register with these besides, such as the loaded documents that this one does not know."""
        return Register([*self, *(r for r in regelingen if not self.kent(r.kort))])

    def officieel(self, werk: str) -> str:
        """The official id of a short name; ``werk`` itself if it has none."""
        regeling = self._per_kort.get(werk)
        return regeling.officieel_id or werk if regeling else werk

    def kort(self, officieel: str) -> str:
        """The short name of an official id; the id itself if it is not in the register."""
        regeling = self._per_officieel.get(officieel)
        return regeling.kort if regeling else officieel

    def hoofdeenheid(self, werk: str) -> StapSoort:
        """The main unit of a work: artikel, or sectie for a document in numbered sections."""
        regeling = self._per_kort.get(werk)
        return regeling.hoofdeenheid if regeling else StapSoort.ARTIKEL

    def namen(self) -> Iterator[tuple[Naam, Regeling]]:
        """Every name with its regulation, in the order of the file."""
        for regeling in self._per_kort.values():
            for naam in regeling.namen:
                yield naam, regeling

    def met_naam(self, tekst: str, op: date | None = None) -> tuple[Regeling, ...]:
        """The regulations of that name, apart from case, hyphens, accents and white space. More than one may share it.

        With ``op`` only those that had the name on that day, unless none had: an old name still names its law.
        """
        gevonden = self._per_naam.get(naamsleutel(tekst), [])
        if op is not None:
            gevonden = [nr for nr in gevonden if nr[0].geldt_op(op)] or gevonden
        return tuple(dict.fromkeys(regeling for _, regeling in gevonden))

    def werken_met_naam(self, tekst: str, op: date | None = None) -> tuple[str, ...]:
        """The short names of the works of that name; failing that, of the work whose short name or official id it is.

        Without ``op`` a name that is still in use goes before one that is not.
        """
        if gevonden := self.met_naam(tekst, op or date.max):
            return tuple(r.kort for r in gevonden)
        regeling = self.regeling(tekst) or self.regeling(tekst.lower()) or self.regeling(tekst.upper())
        return (regeling.kort,) if regeling else ()

    def titel(self, werk: str) -> str:
        """The title of a work, or ``werk`` itself if it is not in the register."""
        regeling = self.regeling(werk)
        return regeling.titel if regeling else werk

    def afkorting(self, werk: str) -> str:
        """The abbreviation of a work, "" where there is none."""
        regeling = self.regeling(werk)
        return regeling.afkorting if regeling else ""

    def boek(self, werk: str, nummer: str) -> str:
        """The work that holds a book of another (``bw7`` for book 7 of ``bw``), "" where there is none."""
        regeling = self.regeling(werk)
        return dict(regeling.boeken).get(nummer, "") if regeling else ""

    def wetboek(self, werk: str) -> str:
        """The code that a work is a book of (``bw`` for ``bw7``), "" where it is none."""
        return self._wetboeken.get(werk, "")

    def lijkt_op(self, tekst: str, aantal: int = 3) -> tuple[str, ...]:
        """The names most like the text, best first: for suggestions only, never for resolving."""
        sleutels = self._per_naam.keys()
        treffers = process.extract(
            naamsleutel(tekst)[:_NAAM_MAX], sleutels, scorer=fuzz.ratio, limit=aantal, score_cutoff=_GELIJKENIS
        )
        return tuple(self._per_naam[sleutel][-1][0].tekst for sleutel, _, _ in treffers)

    def gelijkende_werken(self, werk: str, onder: Iterable[str], aantal: int = 5) -> tuple[str, ...]:
        """Of some works (by short name) those most like another, best first: for suggestions only.

        ``werk`` is a short name or official id that need not exist. Names are compared, and of a work that is not in
        the register the official id too, for a slip of one character: ids differ little anyhow.
        """
        gezocht = self._sleutels(werk)
        scores = {
            kort: max(fuzz.ratio(een, ander) for een in gezocht for ander in self._sleutels(kort)) for kort in onder
        }
        if not self.kent(werk):
            scores |= {kort: 100 for kort in onder if self._verschrijving(werk, kort)}
        passend = [kort for kort, score in scores.items() if score >= _GELIJKENIS]
        return tuple(sorted(passend, key=lambda kort: (-scores[kort], kort))[:aantal])

    def _verschrijving(self, id_: str, werk: str) -> bool:
        """Whether an id is that of a work with one character wrong, missing, too many, or two exchanged."""
        officieel = self.officieel(werk)
        return officieel != werk and OSA.distance(id_.upper()[:_NAAM_MAX], officieel, score_cutoff=1) <= 1

    def _sleutels(self, werk: str) -> frozenset[str]:
        """What a work is called, to compare; of one that is not in the register only how it was asked for."""
        regeling = self.regeling(werk)
        namen = [werk] if regeling is None else [regeling.kort, *(n.tekst for n in regeling.namen)]
        return frozenset(naamsleutel(naam)[:_NAAM_MAX] for naam in namen)

    def met_bestandsnaam(self, naam: str) -> Regeling | None:
        """The regulation whose pattern of file names fits, apart from case; None where none or more than one does."""
        passend = [r for r in self if any(fnmatch(naam.lower(), p.lower()) for p in r.bestandsnamen)]
        return passend[0] if len(passend) == 1 else None


def laad_register(extra: Path | None = None) -> Register:
    """The register that is shipped with the project, with the entries of ``extra`` merged in.

    An entry of ``extra`` whose ``kort`` exists already supplements it: its names are added, other fields replace.

    Raises:
        InstellingFout: a file cannot be read or an entry is wrong; names the file and the entry.
    """
    return Register(lees_registerbestanden([REGISTERBESTAND] if extra is None else [REGISTERBESTAND, extra]))
