"""Read the file of the register (TOML) into records, with a clear message for every mistake in it.

Format: one ``[[regeling]]`` per work, with the fields of ``_VELDEN``. A name is a string, or a table
``{ tekst = "Wet werk en bijstand", van = 2004-01-01, tot = 2015-01-01 }`` for a name of a certain time (``tot`` is the
first day on which it was no longer the name). Two regulations may share a name.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from bronnen.regeling import Naam, Regeling, naamsleutel
from ontologie.document import DocumentSoort
from ontologie.fouten import InstellingFout, systeemfout
from ontologie.identificatie import StapSoort

#: Kind of name of each list of names in the file.
_NAAMLIJSTEN = {"afkortingen": "afkorting", "verkort": "verkort", "voormalig": "voormalig"}
_VELDEN = frozenset(
    {"kort", "titel", "vervolg", "soort", "id", "hoofdeenheid", "locatie", "bestandsnamen", "boeken"}
) | set(_NAAMLIJSTEN)
_KORT = re.compile(r"[a-z0-9]+(?:[-.][a-z0-9]+)*")
_OFFICIEEL = re.compile(r"BWB[RVW]\d{7}|CVDR\d+|[0-9]\d{4}[A-Z]{1,2}\d{4}")
_LOCATIE: tuple[tuple[str, str], ...] = (
    ("BWB", "https://wetten.overheid.nl/{id}"),
    ("CVDR", "https://lokaleregelgeving.overheid.nl/{id}"),
    ("", "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:{id}"),
)


def lees_registerbestanden(bestanden: Sequence[Path]) -> tuple[Regeling, ...]:
    """The regulations of all files; an entry whose ``kort`` is in an earlier file supplements that one.

    Raises:
        InstellingFout: a file cannot be read or an entry is wrong; names the file and the entry.
    """
    ruw: dict[str, dict[str, Any]] = {}
    herkomst: dict[str, Path] = {}
    for bestand in bestanden:
        for kort, velden in _lees_toml(bestand).items():
            ruw[kort] = _vul_aan(ruw[kort], velden) if kort in ruw else velden
            herkomst[kort] = bestand
    regelingen = tuple(_maak_regeling(kort, velden, herkomst[kort]) for kort, velden in ruw.items())
    _controleer_samenhang(regelingen, herkomst)
    return regelingen


def _lees_toml(bestand: Path) -> dict[str, dict[str, Any]]:
    """The entries of one file by ``kort``, their fields checked to be known ones."""
    try:
        inhoud = tomllib.loads(bestand.read_text(encoding="utf-8"))
    except OSError as fout:
        raise InstellingFout(f"Het register {bestand} is niet te openen ({systeemfout(fout)}).") from fout
    except UnicodeDecodeError as fout:
        raise InstellingFout(f"Het register {bestand} is geen UTF-8 (byte {fout.start}).") from fout
    except tomllib.TOMLDecodeError as fout:
        raise InstellingFout(f"Het register {bestand} is geen geldige TOML: {fout}.") from fout
    regelingen = inhoud.pop("regeling", [])
    if inhoud or not isinstance(regelingen, list) or not all(isinstance(r, dict) for r in regelingen):
        raise InstellingFout(
            f"Het register {bestand} bestaat niet alleen uit regelingen.",
            advies="Elke regeling begint met [[regeling]].",
        )
    per_kort: dict[str, dict[str, Any]] = {}
    for n, velden in enumerate(regelingen, 1):
        kort = velden.get("kort")
        if not isinstance(kort, str) or not _KORT.fullmatch(kort):
            raise InstellingFout(
                f"{bestand}: regeling nummer {n} ({velden.get('titel', 'zonder titel')}) heeft geen goede korte naam.",
                advies="Een korte naam bestaat uit kleine letters, cijfers en streepjes.",
            )
        if kort in per_kort:
            raise _fout(bestand, kort, "deze korte naam staat twee keer in het bestand.")
        if onbekend := sorted(velden.keys() - _VELDEN):
            raise _fout(
                bestand, kort, f"onbekend veld «{onbekend[0]}».", advies=f"De velden zijn {', '.join(sorted(_VELDEN))}."
            )
        per_kort[kort] = velden
    return per_kort


def _vul_aan(oud: Mapping[str, Any], nieuw: Mapping[str, Any]) -> dict[str, Any]:
    samen = {**oud, **nieuw}
    for veld in (*_NAAMLIJSTEN, "bestandsnamen"):
        if isinstance(oud.get(veld), list) and isinstance(nieuw.get(veld), list):
            samen[veld] = oud[veld] + nieuw[veld]
    if "titel" in nieuw and "vervolg" not in nieuw:
        samen.pop("vervolg", None)
    return samen


def _maak_regeling(kort: str, velden: Mapping[str, Any], bestand: Path) -> Regeling:
    def tekst(veld: str, toegestaan: Callable[[str], object] = str.strip) -> str:
        waarde = velden.get(veld, "")
        if not isinstance(waarde, str) or (waarde and not toegestaan(waarde)):
            raise _fout(bestand, kort, f"«{waarde}» is geen goede waarde van het veld «{veld}».")
        return waarde

    titel = f"{tekst('titel')} {tekst('vervolg')}".rstrip()
    if not tekst("titel"):
        raise _fout(bestand, kort, "het veld «titel» ontbreekt.")
    soort = tekst("soort", set(DocumentSoort).__contains__)
    if not soort:
        raise _fout(bestand, kort, "het veld «soort» ontbreekt.", advies=f"Kies uit {', '.join(DocumentSoort)}.")
    officieel = tekst("id", _OFFICIEEL.fullmatch)
    namen = [Naam(titel, "citeertitel")]
    for veld, naamsoort in _NAAMLIJSTEN.items():
        namen += [_maak_naam(n, naamsoort, bestand, kort) for n in _lijst(velden, veld, bestand, kort)]
    patronen = _lijst(velden, "bestandsnamen", bestand, kort)
    boeken = velden.get("boeken", {})
    if not isinstance(boeken, dict) or not all(isinstance(w, str) for w in (*boeken.values(), *patronen)):
        raise _fout(bestand, kort, "de velden «boeken» en «bestandsnamen» bevatten alleen teksten.")
    return Regeling(
        kort,
        titel,
        DocumentSoort(soort),
        officieel,
        tuple(dict.fromkeys(namen)),
        StapSoort(tekst("hoofdeenheid", {StapSoort.ARTIKEL, StapSoort.SECTIE}.__contains__) or StapSoort.ARTIKEL),
        tekst("locatie") or _locatie(officieel),
        tuple(patronen),
        tuple(boeken.items()),
    )


def _lijst(velden: Mapping[str, Any], veld: str, bestand: Path, kort: str) -> list[Any]:
    waarde = velden.get(veld, [])
    if not isinstance(waarde, list):
        raise _fout(bestand, kort, f"het veld «{veld}» is geen lijst.")
    return waarde


def _maak_naam(naam: object, soort: str, bestand: Path, kort: str) -> Naam:
    if isinstance(naam, str):
        naam = {"tekst": naam}
    if (
        not isinstance(naam, dict)
        or naam.keys() - {"tekst", "van", "tot"}
        or not naamsleutel(str(naam.get("tekst", "")))
    ):
        raise _fout(
            bestand, kort, f"«{naam}» is geen naam.", advies="Schrijf een tekst, of { tekst = …, van = …, tot = … }."
        )
    dagen = [naam.get("van"), naam.get("tot")]
    for dag in dagen:
        if dag is not None and (not isinstance(dag, date) or isinstance(dag, datetime)):
            raise _fout(
                bestand, kort, f"«{dag}» is geen datum.", advies="Schrijf een datum als 2015-01-01, zonder haken."
            )
    van, tot = dagen
    if van and tot and van >= tot:
        raise _fout(bestand, kort, f"de naam «{naam['tekst']}» eindigt ({tot}) voordat hij begint ({van}).")
    return Naam(str(naam["tekst"]), soort, van, tot)


def _locatie(officieel: str) -> str:
    return next(
        (vorm.format(id=officieel) for begin, vorm in _LOCATIE if officieel and officieel.startswith(begin)), ""
    )


def _controleer_samenhang(regelingen: Sequence[Regeling], herkomst: Mapping[str, Path]) -> None:
    korte_namen = {r.kort for r in regelingen}
    eigenaar: dict[str, str] = {}
    for r in regelingen:
        if r.officieel_id and eigenaar.setdefault(r.officieel_id, r.kort) != r.kort:
            raise _fout(
                herkomst[r.kort], r.kort, f"{r.officieel_id} is al de identificatie van «{eigenaar[r.officieel_id]}»."
            )
        for nummer, werk in r.boeken:
            if werk not in korte_namen:
                raise _fout(
                    herkomst[r.kort], r.kort, f"boek {nummer} verwijst naar «{werk}», dat niet in het register staat."
                )


def _fout(bestand: Path, kort: str, bericht: str, *, advies: str = "") -> InstellingFout:
    return InstellingFout(f"{bestand}, regeling «{kort}»: {bericht}", advies=advies)
