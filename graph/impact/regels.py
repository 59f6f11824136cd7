"""Weights and advice: general rules, kept as data in ``regels.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from graph.impact.kant import Aard, Bereik, Graad

#: Steps that are followed where none are named, and the most.
STAPPEN, STAPPEN_MAX = 2, 6


class Gevolg(StrEnum):
    """What a change does to a provision."""

    VERVALT = "vervalt"
    VERNUMMERT = "vernummert"
    WIJZIGT = "wijzigt"
    NIEUW = "nieuw"


@dataclass(frozen=True, slots=True)
class Gewichten:
    """Factors by which a touched provision ranks; see ``regels.toml``."""

    graad: Mapping[Graad, float]
    bereik: Mapping[Bereik, float]
    gevolg: Mapping[Gevolg, float]
    doorwerking: Mapping[Aard, float]
    niveau: float
    mogelijk: float
    eigen: float
    gelijk: float
    verwerkt: float


@dataclass(frozen=True, slots=True)
class Adviesregel:
    """Advice for the cases in which all of ``als`` holds: each name has the values of which one must be there."""

    als: Mapping[str, frozenset[str]]
    kort: str
    doen: str

    def past(self, geval: Mapping[str, str]) -> bool:
        """Whether the rule is about this case."""
        return all(geval[naam] in waarden for naam, waarden in self.als.items())


@cache
def _regels() -> dict[str, Any]:
    return tomllib.loads(files("graph.impact").joinpath("regels.toml").read_text(encoding="utf-8"))


@cache
def gewichten() -> Gewichten:
    """The weights."""
    g = _regels()["gewicht"]
    return Gewichten(
        graad={Graad(k): float(v) for k, v in g["graad"].items()},
        bereik={Bereik(k): v for k, v in g["bereik"].items()},
        gevolg={Gevolg(k): v for k, v in g["effect"].items()},
        doorwerking={Aard(k): v for k, v in g["doorwerking"].items()},
        niveau=g["overig"]["niveau"],
        mogelijk=g["overig"]["mogelijk"],
        eigen=g["overig"]["eigen"],
        gelijk=g["overig"]["gelijk"],
        verwerkt=g["overig"]["verwerkt"],
    )


@cache
def adviezen() -> tuple[Adviesregel, ...]:
    """The rules of advice, in order of precedence."""
    uit = []
    for tabel in _regels()["advies"]:
        als = {
            naam: frozenset([waarde] if isinstance(waarde, str) else waarde)
            for naam, waarde in tabel.items()
            if naam not in ("kort", "doen")
        }
        uit.append(Adviesregel(als, tabel["kort"], tabel["doen"]))
    return tuple(uit)


def advies_voor(graad: Graad, gevolg: Gevolg, bereik: Bereik, *, direct: bool, leent: str = "") -> Adviesregel:
    """The first rule that fits; the rules cover every case."""
    geval = {
        "graad": graad.value,
        "effect": gevolg.value,
        "bereik": bereik.value,
        "stappen": "direct" if direct else "indirect",
        "leent": leent,
    }
    return next(r for r in adviezen() if r.past(geval))


@cache
def _ontlening() -> tuple[re.Pattern[str], re.Pattern[str]]:
    o = _regels()["ontlening"]
    namen = ("aanduidingen", "personen", "lidwoorden")
    aanduidingen, personen, lidwoorden = ("|".join(re.escape(w) for w in o[naam]) for naam in namen)
    # The borrowed phrase is what stands between the last pause and the citation.
    return (
        re.compile(
            rf"(?P<woorden>[^;.:\n]{{0,120}})\b(?:{aanduidingen})(?: de| het)?"
            # Other citations that the same words introduce: "bedoeld in artikel 7, eerste lid, of artikel 7a".
            rf"(?:\s+(?:artikel|artikelen)\b[^;.:\n]{{0,120}})?\s*$",
            re.IGNORECASE,
        ),
        # With no other noun begun after it: "de persoon die zijn verplichtingen" are obligations.
        re.compile(rf"\b(?:{personen})\b(?!.*\b(?:{lidwoorden})\b)", re.IGNORECASE),
    )


def ontleent(voor: str) -> str:
    """What the words before a citation borrow from it: "doelgroep", "begrip", or "" where they borrow nothing."""
    ontlening, personen = _ontlening()
    gevonden = ontlening.search(voor)
    if gevonden is None:
        return ""
    # Of "hebben zij, volgens de verordening, bedoeld in" only the last part is what is borrowed.
    geleend = gevonden["woorden"].rstrip(" ,").rpartition(",")[2]
    return "doelgroep" if personen.search(geleend) else "begrip"


#: What follows a citation of a text as it once stood, as transitional law has it.
_EERDER = re.compile(
    r"[\s,]*(?:van\s+[^,.;]{0,80},?\s*)?zoals\s+(?:dit|deze|dat|die|het)\b"
    r"[^,.;:]{0,120}?\b(?:luidden?|gold(?:en)?)\b",
    re.IGNORECASE,
)


def haalt_eerdere_tekst_aan(na: str) -> bool:
    """Whether the words after a citation say that the text of before a change is meant."""
    return _EERDER.match(na) is not None
