"""Numbers of provisions as they follow each other: 1, 2, 2a, 2b, 3; a, b; I, II; 3.1, 3.2; 2:31b."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

_ARABISCH = re.compile(
    r"(?P<voor>(?:\d+[a-zA-Z]{0,2}[.:])*)(?P<getal>\d{1,5})(?P<na>bis|ter|quater|quinquies|[a-zA-Z]{0,3})"
)
_LETTERS = re.compile(r"[a-z]{1,2}|[A-Z]{1,2}")
_ROMEINS = re.compile(r"(?=[ivxl])(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})", re.IGNORECASE)
_LATIJN = ("bis", "ter", "quater", "quinquies")
_WAARDE = {"i": 1, "v": 5, "x": 10, "l": 50}


class Volgnummer(NamedTuple):
    """One number: what stands before it ("3A."), its value, and the letters of an insertion behind it ("a")."""

    voor: str
    getal: int
    na: str
    #: How it is written: "1", "a" or "i".
    schrift: str

    @property
    def is_begin(self) -> bool:
        """Whether a sequence may begin with it."""
        return self.getal in (0, 1)


def lees_nummers(nummers: Sequence[str]) -> list[Volgnummer] | None:
    """The numbers of one sequence taken apart; None where one has another make than the rest."""
    for lees in (_arabisch, _romeins, _letter):
        gelezen = [lees(n) for n in nummers]
        if all(g is not None for g in gelezen):
            if lees is _romeins and len(nummers) == 1 and nummers[0].lower() not in ("i",):
                continue
            return [g for g in gelezen if g is not None]
    return None


def _arabisch(nummer: str) -> Volgnummer | None:
    m = _ARABISCH.fullmatch(nummer)
    return Volgnummer(m["voor"], int(m["getal"]), m["na"].lower(), "1") if m else None


def _romeins(nummer: str) -> Volgnummer | None:
    if not _ROMEINS.fullmatch(nummer):
        return None
    waarden = [_WAARDE[t] for t in nummer.lower()]
    totaal = sum(-w if w < max(waarden[i:]) else w for i, w in enumerate(waarden))
    return Volgnummer("", totaal, "", "i")


def _letter(nummer: str) -> Volgnummer | None:
    if not _LETTERS.fullmatch(nummer):
        return None
    eerste = ord(nummer[0].lower()) - 96
    if len(nummer) == 1:
        return Volgnummer("", eerste, "", "a")
    # "aa" follows "z", or was put in behind "a".
    return Volgnummer("", eerste, nummer[1:].lower(), "a")


def volgt(een: Volgnummer, ander: Volgnummer) -> bool:
    """Whether the second can come straight after the first."""
    if een.voor != ander.voor:
        # 3.9 and then 4.1, 2:9 and then 3:1: a new chapter numbers anew.
        return ander.is_begin and ander.voor > "" and een.voor > ""
    if ander.getal == een.getal + 1 and ander.na in ("", "a", "A"):
        return ander.na == ""
    if ander.getal == een.getal:
        return _letter_volgt(een.na, ander.na)
    # "z" and then "aa".
    return een.schrift == "a" and (een.getal, een.na, ander.getal, ander.na) == (26, "", 1, "a")


def oploopt(een: Volgnummer, ander: Volgnummer) -> bool:
    """Whether the second is higher, or of another chapter."""
    return een.voor != ander.voor or (een.getal, een.na) < (ander.getal, ander.na)


def daalt(een: Volgnummer, ander: Volgnummer) -> bool:
    """Whether the second is lower, in the same chapter."""
    return een.voor == ander.voor and (ander.getal, ander.na) < (een.getal, een.na)


def _letter_volgt(een: str, ander: str) -> bool:
    if ander in _LATIJN:
        return een == ("" if ander == "bis" else _LATIJN[_LATIJN.index(ander) - 1])
    if not een:
        return ander == "a"
    if ander == een + "a" or ander == een:
        return ander != een
    if len(een) > 1 and len(ander) == 1:
        return ord(ander) == ord(een[0]) + 1
    return len(een) == len(ander) and een[:-1] == ander[:-1] and ord(ander[-1]) == ord(een[-1]) + 1


def ontbrekend(een: Volgnummer, ander: Volgnummer) -> str:
    """What is missing between two numbers that do not follow each other, in words; "" where that cannot be told."""
    if een.voor != ander.voor:
        return ""
    if ander.getal == een.getal:
        if len(een.na) <= 1 and len(ander.na) == 1 and ander.na > een.na:
            van = chr(ord(een.na) + 1) if een.na else "a"
            tot = chr(ord(ander.na) - 1)
            return _reeks(f"{een.voor}{een.getal}{van}", f"{een.voor}{een.getal}{tot}")
        return ""
    if ander.na and ander.getal == een.getal + 1:
        return een.voor + _schrijf(ander.getal, een.schrift)
    eerste, laatste = een.getal + 1, ander.getal - (0 if ander.na else 1)
    if eerste > laatste:
        return ""
    return _reeks(een.voor + _schrijf(eerste, een.schrift), een.voor + _schrijf(laatste, een.schrift))


def _reeks(van: str, tot: str) -> str:
    return van if van == tot else f"{van} tot en met {tot}"


def _schrijf(getal: int, schrift: str) -> str:
    if schrift == "a":
        return chr(96 + getal) if 0 < getal <= 26 else str(getal)
    if schrift == "i":
        tien, een = divmod(getal, 10)
        return "x" * tien + ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")[een]
    return str(getal)
