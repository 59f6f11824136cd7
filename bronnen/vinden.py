"""Where the documents are. They are looked for in this order, and the first place that holds any is used:

1. the folder that the user named (``--bronnen MAP`` or ``REGELGRAAF_BRONNEN``);
2. ``bronnen/documenten/`` in the checkout (not in git);
3. ``shared/bronnen`` beside the checkout;
4. the folder of the official downloads (``regelgraaf haal``);
5. the shipped facts (``bronnen/kern/``), which hold everything but the running text.

Nothing is read here and nothing fetched: a document is known by the name of its file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from bronnen.lezen import geen_bron, vind_bestanden
from bronnen.register import Register
from ontologie.fouten import InstellingFout

#: The checkout or installation that this module is part of.
WORTEL = Path(__file__).resolve().parent.parent
KERN = Path(__file__).with_name("kern")

#: The works that Regelgraaf answers about; what is missing of them is told.
KERNWERKEN = ("pw", "web", "wvo", "wec", "suwi", "mrv", "lb", "hr", "si", "rvst")

_OFFICIEEL = re.compile(r"(BWB[RVW]\d{7}|CVDR\d+)(?![0-9])")


class Vindplaats(StrEnum):
    """Kind of place where documents were found, in the order of looking."""

    GENOEMD = "genoemd"
    PROJECT = "project"
    GEDEELD = "gedeeld"
    GEHAALD = "gehaald"
    KERN = "kern"


_OMSCHRIJVING = {
    Vindplaats.GENOEMD: "de genoemde map",
    Vindplaats.PROJECT: "de map van het project",
    Vindplaats.GEDEELD: "de gedeelde map naast het project",
    Vindplaats.GEHAALD: "de opgehaalde officiële teksten",
}
_HULP = "Haal de officiële teksten met «regelgraaf haal», of noem een map met --bronnen MAP of REGELGRAAF_BRONNEN."


@dataclass(frozen=True, slots=True)
class Vondst:
    """Which place is used. ``map`` holds the documents, or the shipped facts for ``Vindplaats.KERN``."""

    plaats: Vindplaats
    map: Path
    #: Expected works of which no file is there, and those of which only an extract is.
    ontbreekt: tuple[str, ...] = ()
    uittreksels: tuple[str, ...] = ()

    @property
    def met_tekst(self) -> bool:
        """Whether these are documents, not only facts about them."""
        return self.plaats is not Vindplaats.KERN

    @property
    def met_feiten(self) -> bool:
        """Whether the shipped facts stand in for works without a document: downloads hold official texts only."""
        return self.plaats in (Vindplaats.GEHAALD, Vindplaats.KERN)

    @property
    def zin(self) -> str:
        """What is used and what is missing, in Dutch sentences."""
        if not self.met_tekst:
            return f"Geen documenten gevonden: de meegeleverde feiten worden gebruikt, zonder lopende tekst. {_HULP}"
        zinnen = [f"De documenten komen uit {_OMSCHRIJVING[self.plaats]}: {self.map}."]
        if self.uittreksels:
            zinnen.append(f"Alleen een uittreksel is er van {', '.join(self.uittreksels)}.")
        if self.ontbreekt and self.met_feiten:
            zinnen.append(f"Uit de meegeleverde feiten, zonder lopende tekst, komt: {', '.join(self.ontbreekt)}.")
        elif self.ontbreekt:
            zinnen.append(f"Er ontbreekt: {', '.join(self.ontbreekt)}. {_HULP}")
        return " ".join(zinnen)


def vind_bronnen(
    genoemd: Path | None,
    gehaald: Path | None,
    register: Register,
    *,
    verwacht: Iterable[str] = KERNWERKEN,
    wortel: Path = WORTEL,
) -> Vondst:
    """The place to read from. ``genoemd`` is the user's folder, ``gehaald`` where downloads are kept.

    Raises:
        InstellingFout: the user named a folder that does not exist or holds no document; it is not passed over.
    """
    if genoemd is not None and not genoemd.is_dir():
        raise InstellingFout(f"{genoemd} is geen bestaande map.", advies="Noem een map met documenten.")
    verwachte = tuple(verwacht)
    kandidaten = {
        Vindplaats.GENOEMD: genoemd,
        Vindplaats.PROJECT: wortel / "bronnen" / "documenten",
        Vindplaats.GEDEELD: wortel.parent / "shared" / "bronnen",
        Vindplaats.GEHAALD: gehaald,
    }
    for plaats, map_ in kandidaten.items():
        bestanden = [p.name for p in _documenten(map_)] if map_ is not None else []
        if map_ is not None and bestanden:
            heel, deels = _aanwezig(bestanden, register)
            return Vondst(
                plaats,
                map_,
                ontbreekt=tuple(w for w in verwachte if w not in heel | deels),
                uittreksels=tuple(w for w in verwachte if w in deels - heel),
            )
        if plaats is Vindplaats.GENOEMD and map_ is not None:
            raise InstellingFout(f"De map {map_} bevat geen documenten.", advies="Noem een map met documenten.")
    return Vondst(Vindplaats.KERN, KERN, ontbreekt=verwachte)


def werk_van_bestand(naam: str, register: Register) -> str:
    """The work that a file holds, by its name: "pw" of ``BWBR0015703_2026-01-01_0.xml``; "" if that does not tell."""
    officieel = _OFFICIEEL.search(naam)
    if officieel:
        return register.kort(officieel.group(1))
    regeling = register.met_bestandsnaam(naam)
    return regeling.kort if regeling else ""


def _documenten(map_: Path) -> Iterator[Path]:
    if map_.is_dir():
        yield from (p for p in vind_bestanden(map_)[0] if not geen_bron(p))


def _aanwezig(bestanden: Iterable[str], register: Register) -> tuple[set[str], set[str]]:
    """The works that the files hold whole, and those that they hold an extract of."""
    heel: set[str] = set()
    deels: set[str] = set()
    for naam in bestanden:
        kleine = naam.lower()
        if "manifest" in kleine or kleine.endswith(".wti"):  # about a regulation, not its text
            continue
        (deels if "uittreksel" in kleine else heel).add(werk_van_bestand(naam, register))
    return heel, deels
