"""An invented register for tests of identity, so that they do not need the real one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from difflib import get_close_matches

from ontologie.identificatie import StapSoort


class Namen:
    """Invented works: names by work, the first of each its title. Fulfils ``Naamregister``."""

    def __init__(self, werken: dict[str, Iterable[str]], officieel: dict[str, str], secties: Iterable[str]) -> None:
        self._werken = {werk: tuple(namen) for werk, namen in werken.items()}
        self._officieel = officieel
        self._secties = frozenset(secties)

    def officieel(self, werk: str) -> str:
        return self._officieel.get(werk, werk)

    def kort(self, officieel: str) -> str:
        return next((w for w, o in self._officieel.items() if o == officieel), officieel)

    def hoofdeenheid(self, werk: str) -> StapSoort:
        return StapSoort.SECTIE if werk in self._secties else StapSoort.ARTIKEL

    def kent(self, werk: str) -> bool:
        return werk in self._werken or werk in self._officieel.values()

    def werken_met_naam(self, tekst: str, op: date | None = None) -> tuple[str, ...]:
        sleutel = "".join(tekst.replace("-", "").split()).strip(".").lower()
        gevonden = tuple(w for w, namen in self._werken.items() if sleutel in {_sleutel(n) for n in namen})
        return gevonden or ((self.kort(tekst),) if self.kent(tekst) else ())

    def titel(self, werk: str) -> str:
        return self._werken.get(werk, (werk,))[0]

    def boek(self, werk: str, nummer: str) -> str:
        return "wtv3" if (werk, nummer) == ("wtv", "3") else ""

    def lijkt_op(self, tekst: str, aantal: int = 3) -> tuple[str, ...]:
        return tuple(get_close_matches(tekst, [n for namen in self._werken.values() for n in namen], aantal))


def _sleutel(naam: str) -> str:
    return "".join(naam.split()).lower()


NAMEN = Namen(
    {
        "wm": ("Wet maanlicht", "Wm", "Wet schemering"),
        "wtv": ("Wetboek van tijdverdrijf", "Wtv"),
        "wtv3": ("Wetboek van tijdverdrijf Boek 3", "Boek 3 van het Wetboek van tijdverdrijf"),
        "hw": ("Handreiking wandelen",),
        "wd": ("Wet duinen", "Dw"),
        "wdijk": ("Wet dijken", "Dw"),
        "dubbel": ("Gedeelde naam",),
        "dubbel-2": ("Gedeelde naam",),
    },
    {"wm": "BWBR0000001", "wtv3": "BWBR0000003"},
    {"hw"},
)
