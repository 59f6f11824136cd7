"""All settings in one record; the only module that reads the environment. ``docs/instellingen.md`` explains each."""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from ipaddress import ip_address
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

from ontologie.fouten import InstellingFout
from ontologie.identificatie.iribasis import STANDAARDBASIS

_WORTEL = Path(__file__).resolve().parent.parent
_IRI = re.compile(r"[A-Za-z0-9._~:/%-]+")
_VOORVOEGSEL = "REGELGRAAF_"

T = TypeVar("T")


class _Onmogelijk(ValueError):
    """A value that a setting cannot have; the message says what it can be."""


def _getal(kleinste: float, grootste: float, soort: Callable[[str], T]) -> Callable[[str], T]:
    def lees(waarde: str) -> T:
        try:
            getal = soort(waarde)
        except ValueError:
            getal = None
        # Written so that "nan" fails too.
        if getal is None or not kleinste <= getal <= grootste:  # type: ignore[operator]
            woord = "geheel getal" if soort is int else "getal"
            raise _Onmogelijk(f"moet een {woord} zijn van {kleinste:g} tot en met {grootste:g}")
        return getal

    return lees


def _pad(waarde: str) -> Path:
    return Path(waarde).expanduser().absolute()


def _bestaande_map(waarde: str) -> Path:
    pad = _pad(waarde)
    if not pad.is_dir():
        raise _Onmogelijk("moet een bestaande map zijn")
    return pad


def _bestaand_bestand(waarde: str) -> Path:
    pad = _pad(waarde)
    if not pad.is_file():
        raise _Onmogelijk("moet een bestaand bestand zijn")
    return pad


def _host(waarde: str) -> str:
    try:
        ip_address(waarde)
    except ValueError:
        if waarde != "localhost":
            raise _Onmogelijk("moet een IP-adres zijn of localhost (0.0.0.0 voor alle netwerken)") from None
    return waarde


def _webadres(waarde: str) -> str:
    try:
        delen = urlsplit(waarde)
        goed = delen.scheme in ("http", "https") and bool(delen.hostname) and delen.port != 0
    except ValueError:
        goed = False
    if not goed or any(t.isspace() for t in waarde):
        raise _Onmogelijk("moet een webadres zijn dat begint met http:// of https://")
    return waarde


def _basis(waarde: str) -> str:
    delen = urlsplit(_webadres(waarde))
    if not delen.path.endswith("/") or delen.query or delen.fragment or delen.username or not _IRI.fullmatch(waarde):
        raise _Onmogelijk("moet een webadres zijn dat eindigt op /, zoals https://regels.example.org/id/")
    return waarde


def _een_van(*woorden: str) -> Callable[[str], str]:
    def lees(waarde: str) -> str:
        if waarde.lower() not in woorden:
            raise _Onmogelijk(f"moet {' of '.join(woorden)} zijn")
        return waarde.lower()

    return lees


def _padvoorvoegsel(waarde: str) -> str:
    kaal = waarde.strip("/")
    if not all(deel and deel not in (".", "..") and deel.replace("-", "").replace("_", "").isalnum()
               for deel in kaal.split("/")) and kaal:  # fmt: skip
        raise _Onmogelijk("moet een pad zijn als /regelgraaf, met alleen letters, cijfers, - en _")
    return f"/{kaal}" if kaal else ""


#: How the value of each field of ``Instellingen`` is read.
_LEZERS: dict[str, Callable[[str], Any]] = {
    "bronnen": _bestaande_map,
    "opslag": _pad,
    "register": _bestaand_bestand,
    "basis": _basis,
    "haal_adres": _webadres,
    "haal_seconden": _getal(1, 86_400, float),
    "host": _host,
    "poort": _getal(1, 65535, int),
    "pad": _padvoorvoegsel,
    "log": _een_van("tekst", "json"),
    "sparql_seconden": _getal(0.1, 3600, float),
    "sparql_rijen": _getal(1, 10_000_000, int),
    "sparql_geheugen_mb": _getal(64, 1_000_000, int),
    "sparql_antwoord_mb": _getal(1, 10_000, int),
    "sparql_werkers": _getal(1, 256, int),
    "sparql_per_klant": _getal(1, 256, int),
    "sparql_wachttijd": _getal(0, 600, float),
    "lichaam_kb": _getal(1, 1_000_000, int),
    "eigen_mb": _getal(0.001, 1000, float),
    "eigen_aantal": _getal(1, 1_000_000, int),
    "eigen_uren": _getal(0.01, 100_000, float),
    "eigen_seconden": _getal(0.1, 3600, float),
    "eigen_geheugen_mb": _getal(64, 1_000_000, int),
    "kop_kb": _getal(1, 1000, int),
    "werkers": _getal(1, 64, int),
    "verbindingen": _getal(16, 1_000_000, int),
    "traag_seconden": _getal(0.2, 600, float),
    "extern_vraag": _webadres,
    "extern_bijwerken": _webadres,
    "extern_grafen": _webadres,
    "extern_seconden": _getal(0.1, 3600, float),
}


@dataclass(frozen=True, slots=True)
class Instellingen:
    """Every setting with its default. ``poort`` is ``REGELGRAAF_POORT`` in the environment, and so on."""

    bronnen: Path | None = None
    opslag: Path = _WORTEL / "opslag"
    register: Path | None = None
    #: Where the IRIs of works and provisions begin.
    basis: str = STANDAARDBASIS
    #: Where official texts are fetched ("": the official repository), and how long all of it may take.
    haal_adres: str = ""
    haal_seconden: float = 300.0
    host: str = "127.0.0.1"
    poort: int = 8000
    pad: str = ""
    #: How log lines are written; "json" also gives one for each request.
    log: str = "tekst"
    #: Limits of one query of a user: seconds, rows, memory above that of the open store, size of the answer.
    sparql_seconden: float = 10.0
    sparql_rijen: int = 10_000
    sparql_geheugen_mb: int = 1024
    sparql_antwoord_mb: int = 32
    #: Processes that answer queries of users, and how many of them one client may occupy at once.
    sparql_werkers: int = 2
    sparql_per_klant: int = 1
    #: Seconds that a query may wait for a free process.
    sparql_wachttijd: float = 5.0
    #: Largest body of a request, and largest headers.
    lichaam_kb: int = 1024
    #: Documents that users bring: largest size, how many are kept and how long, and time and memory of work on one.
    eigen_mb: float = 20.0
    eigen_aantal: int = 200
    eigen_uren: float = 168.0
    eigen_seconden: float = 60.0
    eigen_geheugen_mb: int = 1024
    kop_kb: int = 64
    #: Server processes, connections to each, and seconds for the headers of a request.
    werkers: int = 1
    verbindingen: int = 20_000
    traag_seconden: float = 10.0
    #: Addresses of a remote SPARQL 1.1 engine to use instead of the embedded store.
    extern_vraag: str = ""
    extern_bijwerken: str = ""
    extern_grafen: str = ""
    #: Seconds that it may be silent.
    extern_seconden: float = 10.0

    @classmethod
    def namen(cls) -> dict[str, str]:
        """The name in the environment of each field."""
        return {f.name: _VOORVOEGSEL + f.name.upper() for f in fields(cls)}

    def omgeving(self) -> dict[str, str]:
        """The environment that gives these settings; defaults are left out."""
        standaard = Instellingen()
        namen = self.namen()
        return {
            namen[f.name]: str(waarde)
            for f in fields(self)
            if (waarde := getattr(self, f.name)) != getattr(standaard, f.name)
        }


def lees_instellingen(omgeving: Mapping[str, str] | None = None) -> Instellingen:
    """The settings from the environment (that of the process when none is given). An empty value is as none.

    Raises:
        InstellingFout: a value is impossible or a name unknown; the message names all of them.
    """
    omgeving = os.environ if omgeving is None else omgeving
    per_naam = {naam: veld for veld, naam in Instellingen.namen().items()}
    waarden: dict[str, Any] = {}
    fouten: list[str] = []
    for naam, waarde in sorted(omgeving.items()):
        if not naam.startswith(_VOORVOEGSEL):
            continue
        if naam not in per_naam:
            lijkt = difflib.get_close_matches(naam, per_naam, n=1)
            fouten.append(f"{naam} bestaat niet" + (f" (bedoelt u {lijkt[0]}?)" if lijkt else ""))
        elif waarde.strip():
            try:
                waarden[per_naam[naam]] = _LEZERS[per_naam[naam]](waarde.strip())
            except _Onmogelijk as fout:
                fouten.append(f"{naam} {fout}, niet «{waarde.strip()[:200]}»")
    instellingen = Instellingen(**waarden)
    fouten.extend(_samenhang(instellingen))
    if fouten:
        kop = "Een instelling klopt niet" if len(fouten) == 1 else f"{len(fouten)} instellingen kloppen niet"
        raise InstellingFout(f"{kop}: {'; '.join(fouten)}.", advies="Zie docs/instellingen.md.")
    return instellingen


def _samenhang(instellingen: Instellingen) -> list[str]:
    namen = instellingen.namen()
    fouten = [
        f"{namen[veld]} kan niet zonder {namen['extern_vraag']}"
        for veld in ("extern_bijwerken", "extern_grafen")
        if getattr(instellingen, veld) and not instellingen.extern_vraag
    ]
    if instellingen.sparql_per_klant > instellingen.sparql_werkers:
        fouten.append(f"{namen['sparql_per_klant']} is groter dan {namen['sparql_werkers']}")
    return fouten


def zet_omgeving(instellingen: Instellingen) -> None:
    """Let everything that this process starts (the server by its import string) find these settings."""
    for naam in Instellingen.namen().values():
        os.environ.pop(naam, None)
    os.environ.update(instellingen.omgeving())


def met_opties(instellingen: Instellingen, opties: Mapping[str, str | None]) -> Instellingen:
    """The settings with options of the command line in place of those of the environment; None leaves one as it is.

    Raises:
        InstellingFout: a value is impossible; the message names all of them.
    """
    omgeving = instellingen.omgeving()
    namen = Instellingen.namen()
    gegeven = {namen[optie]: waarde for optie, waarde in opties.items() if waarde is not None}
    return lees_instellingen({**omgeving, **gegeven}) if gegeven else instellingen


def gebruikt_kleur() -> bool:
    """Whether colours are wanted: ``NO_COLOR`` (https://no-color.org) is not set and the terminal is no dumb one."""
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


#: Where server processes share their counters; the library that counts reads it, so the name is not ours.
_METINGENMAP = "PROMETHEUS_MULTIPROC_DIR"


def zet_metingenmap(map_: str) -> None:
    """Let the processes that this one starts share their counters in a folder."""
    os.environ[_METINGENMAP] = map_


def metingenmap() -> str:
    """Where the server processes share their counters; "" where there is one."""
    return os.environ.get(_METINGENMAP, "")
