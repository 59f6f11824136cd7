"""Citations of sources that are no provision: Kamerstukken, ECLI, Staatsblad and its kin, acts of the European Union.

Each kind has one pattern and one function that makes the identifier; the spellings that scans leave ("11" for "II")
are part of the pattern where the context makes them certain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ontologie.verwijzing import ExternId, VerwijzingSoort


@dataclass(frozen=True, slots=True)
class Externe:
    """One citation of an external source in a text."""

    begin: int
    eind: int
    soort: VerwijzingSoort
    doelen: tuple[ExternId, ...]


#: Every pattern below needs one of these; most passages have none and cost one scan.
_AANLEIDING = re.compile(
    r"Kamerst|kamerst|KAMERST|Kamer,|TK |EK |Handelingen|ECLI|Stb|Staatsbl|Stcrt|Staatscourant|Trb|Tractatenbl"
    r"|/EE?G|/EU|\((?:EU|EG|EEG|"
    r"EGKS|Euratom)|PbE[GU]|KST"
)

# --- Kamerstukken -------------------------------------------------------------------------------------------------

_KAMER = r"(?P<kamer>II|I|1l|11|ll|Il|lI|l1|I1|1I|l|1)"
_JAREN = r"(?P<jaar>(?:19|20)\d\d)\s?[-–/]\s?(?P<jaar2>(?:19|20)?\d\d)"
_DOSSIER = r"(?P<dossier>\d{2}[ .]?\d{3})(?P<toevoeging>(?:\s?[-–(]\s?|\s)(?:[IVXLC]+|[A-H])(?:\))?(?![\w]))?"
_NRS = r"(?:nrs?\.?|nummers?|no\.?)\s*(?P<nrs>(?:\d{1,4}|[A-Z]{1,3})(?:(?:\s*,\s*|\s+en\s+)\d{1,4}(?!\s?\d{3}))*)(?!\w)"
_KAMERSTUK = re.compile(
    r"(?<!\w)(?:(?i:Kamerstuk(?:ken|ken\.|\.)?|Kamerst\.)(?:\s+"
    + _KAMER
    + r")?(?:\s*,?\s*(?:vergaderjaar\s+)?"
    + _JAREN
    + r")?"
    r"|(?:(?P<tweede>Tweede|Eerste) Kamer|(?P<kort>TK|EK)),?\s+(?:(?:vergaderjaar\s+)?"
    + _JAREN.replace("jaar", "kjaar")
    + r"\s*,?\s*)?)"
    r"\s*,?\s*(?:\(R\d+\)\s*,?\s*)?"
    + _DOSSIER
    + r"(?:\s*\(R\d+\))?\s*,?\s*(?:"
    + _NRS
    + r"|(?P<letter>[A-Z]{1,2})(?!\w))"
)
_KST = re.compile(r"(?<!\w)(?i:kst)-?(?P<dossier>\d{5})(?P<toevoeging>-[IVXLC]+)?-(?P<nrs>\d{1,4}|[A-Z]{1,2})(?!\w)")
_HANDELINGEN = re.compile(
    r"(?<!\w)Handelingen\s+"
    + _KAMER
    + r"\s*,?\s*"
    + _JAREN
    + r"\s*,\s*(?:nr\.?\s*)?(?P<nr>\d{1,3})(?:\s*,\s*item\s+(?P<item>\d{1,3}))?"
)


def _jaargang(jaar: str | None, tweede: str | None) -> str:
    return f"{jaar}/{tweede[-2:]}" if jaar and tweede else ""


def _kamerstukken(tekst: str) -> Iterator[Externe]:
    for m in _KAMERSTUK.finditer(tekst):
        kamer = "I" if m["kamer"] in ("I", "l", "1") or m["tweede"] == "Eerste" or m["kort"] == "EK" else "II"
        jaar = _jaargang(m["jaar"] or m["kjaar"], m["jaar2"] or m["kjaar2"])
        dossier = re.sub(r"\D", "", m["dossier"])
        if m["toevoeging"]:
            dossier += "-" + re.sub(r"[^A-Z]", "", m["toevoeging"])
        nrs = re.findall(r"\w+", m["nrs"].replace(" en ", " ")) if m["nrs"] else [m["letter"]]
        yield Externe(
            m.start(),
            m.end(),
            VerwijzingSoort.KAMERSTUK,
            tuple(ExternId("ks", f"{kamer}:{jaar}:{dossier}:{nr}") for nr in nrs),
        )
    for m in _KST.finditer(tekst):
        dossier = m["dossier"] + (m["toevoeging"] or "")
        kamer = "I" if m["nrs"].isalpha() else "II"
        yield Externe(
            m.start(), m.end(), VerwijzingSoort.KAMERSTUK, (ExternId("ks", f"{kamer}::{dossier}:{m['nrs']}"),)
        )
    for m in _HANDELINGEN.finditer(tekst):
        kamer = "I" if m["kamer"] in ("I", "l", "1") else "II"
        nr = m["nr"] + (f"-{m['item']}" if m["item"] else "")
        waarde = f"{kamer}:{_jaargang(m['jaar'], m['jaar2'])}:h:{nr}"
        yield Externe(m.start(), m.end(), VerwijzingSoort.KAMERSTUK, (ExternId("ks", waarde),))


# --- ECLI ---------------------------------------------------------------------------------------------------------

_ECLI = re.compile(
    r"(?<!\w)ECLI:\s?([A-Z]{2}):\s?([A-Z][A-Z0-9]{0,6}):\s?(\d{4}):\s?([A-Z0-9](?:[A-Z0-9.]{0,23}[A-Z0-9])?)(?!\w)"
)


def _eclis(tekst: str) -> Iterator[Externe]:
    for m in _ECLI.finditer(tekst):
        yield Externe(m.start(), m.end(), VerwijzingSoort.ECLI, (ExternId("ecli", "ECLI:" + ":".join(m.groups())),))


# --- official journals --------------------------------------------------------------------------------------------

_BLAD = re.compile(
    r"(?<!\w)(?:(?P<stb>Stb\.?|Staatsblad)|(?P<stcrt>Stcrt\.?|Staatscourant)|(?P<trb>Trb\.?|Tractatenblad))\s*"
    r"(?:(?P<jaar>(?:18|19|20)\d\d)\s*[,/-]?\s*(?:nr\.?\s*)?(?P<nr>\d{1,5})(?P<meer>(?:(?:,| en)\s\d{1,5}(?!\d"
    r"|\s\d{3}))*)"
    r"|nr\.?\s*(?P<nr2>\d{1,5})\s+van\s+(?P<jaar2>(?:18|19|20)\d\d))(?!\d)"
)


def _bladen(tekst: str) -> Iterator[Externe]:
    for m in _BLAD.finditer(tekst):
        stelsel = "stb" if m["stb"] else "stcrt" if m["stcrt"] else "trb"
        jaar = m["jaar"] or m["jaar2"]
        nrs = [m["nr"] or m["nr2"], *re.findall(r"\d+", m["meer"] or "")]
        yield Externe(
            m.start(), m.end(), VerwijzingSoort.STB, tuple(ExternId(stelsel, f"{jaar}:{int(nr)}") for nr in nrs)
        )


# --- European Union -----------------------------------------------------------------------------------------------

_SOORT_EU = {"verordening": "R", "richtlijn": "L", "besluit": "D", "kaderbesluit": "F", "beschikking": "D"}
_GEMEENSCHAP = r"(?:EU|EG|EEG|EGKS|Euratom)(?:\s?,\s?(?:EU|EG|EEG|EGKS|Euratom))*"
_EU = re.compile(
    r"(?<!\w)(?P<soort>(?i:(?:uitvoerings|gedelegeerde |kader)?(?:verordening|richtlijn|besluit|beschikking)(?:en)?))"
    r"\s+(?:(?:\((?P<haakjes>"
    + _GEMEENSCHAP
    + r")\)\s*)?(?P<nrwoord>[Nn]r\.?\s*)?(?P<a>\d{1,4})/(?P<b>\d{1,4})(?:/(?P<achter>"
    + _GEMEENSCHAP
    + r"))?"
    r"|nr\.?\s*(?P<c>\d{1,4})/(?P<d>\d{2,4}))(?!\w)"
)
_EU_KAAL = re.compile(r"(?<![\w/])(?P<a>\d{2,4})/(?P<b>\d{1,4})/(?P<achter>EEG|EG|EU|Euratom|EGKS)(?!\w)")


def _vol_jaar(deel: str) -> int:
    jaar = int(deel)
    if len(deel) == 4:
        return jaar
    return 1900 + jaar if jaar >= 52 else 2000 + jaar


def celex(soort: str, eerste: str, tweede: str, gemeenschap: str, met_nr: bool) -> str:
    """The CELEX number of an act, "" where its year is impossible.

    Regulations were numbered number/year until 2014 ("(EG) nr. 883/2004"), since then year/number ("(EU) 2016/679");
    directives always year/number.
    """
    letter = _SOORT_EU.get(soort, "R")
    if letter != "R" and len(eerste) == 4:
        met_nr = False  # "Richtlijn nr. 2004/38/EG": a directive has its year in front
    jaar_eerst = not met_nr and (
        letter != "R" or (len(eerste) == 4 and int(eerste) >= 2015) or "EU" in gemeenschap.split(",")
    )
    if jaar_eerst and len(eerste) == 3:
        jaar_eerst = False
    jaar, nummer = (eerste, tweede) if jaar_eerst else (tweede, eerste)
    if len(jaar) not in (2, 4) or not 1952 <= _vol_jaar(jaar) <= 2100:
        return ""
    return f"3{_vol_jaar(jaar)}{letter}{int(nummer):04d}"


def _eu(tekst: str) -> Iterator[Externe]:
    gehad: list[tuple[int, int]] = []
    for m in _EU.finditer(tekst):
        if not (m["haakjes"] or m["achter"]):
            continue
        soort = re.sub(r"(?:uitvoerings|gedelegeerde |en$)", "", m["soort"].lower())
        if soort.startswith("kader") and soort != "kaderbesluit":
            continue
        nummer = celex(soort, m["a"], m["b"], m["haakjes"] or m["achter"], bool(m["nrwoord"]))
        if nummer:
            gehad.append(m.span())
            yield Externe(m.start(), m.end(), VerwijzingSoort.EU, (ExternId("celex", nummer),))
    bezet = iter(gehad)
    huidig = next(bezet, None)
    for m in _EU_KAAL.finditer(tekst):
        while huidig is not None and huidig[1] <= m.start():
            huidig = next(bezet, None)
        if huidig is not None and huidig[0] < m.end():
            continue
        # "Richtlijnen 64/221/EEG, 68/360/EEG en …": the form itself says that it is a directive.
        nummer = celex("richtlijn", m["a"], m["b"], m["achter"], False)
        if nummer:
            yield Externe(m.start(), m.end(), VerwijzingSoort.EU, (ExternId("celex", nummer),))


def zoek_externe(tekst: str) -> list[Externe]:
    """All citations of external sources in a folded text, in order, without overlap."""
    if _AANLEIDING.search(tekst) is None:
        return []
    alle = sorted(
        (*_kamerstukken(tekst), *_eclis(tekst), *_bladen(tekst), *_eu(tekst)), key=lambda e: (e.begin, -e.eind)
    )
    uit: list[Externe] = []
    for e in alle:
        if not uit or uit[-1].eind <= e.begin:
            uit.append(e)
    return uit
