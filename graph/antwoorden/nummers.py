"""Which numbers of provisions are near one that does not exist."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

#: Most numbers that differ from the one asked for in what comes behind the figures alone.
_VERWANT_MAX = 4
_STUK = re.compile(r"\d+|[^\W\d_]+")
_ACHTERVOEGSEL = re.compile(r"[^\W\d_]*$")
#: Figures by their length first, then letters; so that 8 < 8a < 10 < 10a, and 4:9 < 4:23.
_Sleutel = tuple[tuple[bool, int, str], ...]


def naaste_nummers(nummer: str, bestaand: Iterable[str]) -> tuple[str, ...]:
    """The existing numbers nearest to one that does not exist, in their own order.

    Those that differ in their last letters ("8", "8a" for "8z"), the nearest of them where there are many; or else the
    one before and the one after, of which only one is there beyond the first or last.
    """
    plek = _sleutel(nummer)
    if not plek:
        return ()
    # A number is not near a name ("9.7" and "inleiding").
    op_rij = sorted((s, n) for n in bestaand if (s := _sleutel(n)) and s[0][0] == plek[0][0])
    stam = _stam(nummer)
    if verwant := [(s, n) for s, n in op_rij if stam and _stam(n) == stam]:
        voor = _plaats(plek, verwant) - _VERWANT_MAX // 2
        begin = max(0, min(voor, len(verwant) - _VERWANT_MAX))
        return tuple(n for _, n in verwant[begin : begin + _VERWANT_MAX])
    voor = _plaats(plek, op_rij)
    return tuple(n for _, n in op_rij[max(0, voor - 1) : voor + 1])


def _plaats(plek: _Sleutel, op_rij: Sequence[tuple[_Sleutel, str]]) -> int:
    """How many come before."""
    return sum(s < plek for s, _ in op_rij)


def _stam(nummer: str) -> str:
    return _ACHTERVOEGSEL.sub("", nummer)


def _sleutel(nummer: str) -> _Sleutel:
    stukken = _STUK.findall(nummer.lower())
    return tuple((False, len(c := s.lstrip("0")), c) if s.isdecimal() else (True, 0, s) for s in stukken)
