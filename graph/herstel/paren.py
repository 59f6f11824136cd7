"""Pair things of two sequences that keep their order, as alike as can be."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import TypeVar

from rapidfuzz.distance import LCSseq

T = TypeVar("T")

#: The product of two lengths that are compared one by one with each other.
_PAREN_MAX = 40_000


def paar(
    oud: Sequence[T],
    nieuw: Sequence[T],
    sleutel: Callable[[T], Hashable],
    lijkt: Callable[[T, T], float],
    drempel: float,
) -> list[tuple[int, int]]:
    """Places that belong together: equal by ``sleutel``, then what lies between those by likeness (``drempel`` to 1).

    Between equal ones as many old as new pair one by one.
    """
    paren: list[tuple[int, int]] = []
    gaten: list[tuple[int, int, int, int]] = []
    for op in LCSseq.opcodes([sleutel(k) for k in oud], [sleutel(k) for k in nieuw]):
        if op.tag == "equal":
            paren += zip(range(op.src_start, op.src_end), range(op.dest_start, op.dest_end), strict=True)
        else:
            gaten.append((op.src_start, op.src_end, op.dest_start, op.dest_end))
    for i1, i2, j1, j2 in _aaneen(gaten):
        paren += _in_gat(range(i1, i2), range(j1, j2), lambda i, j: lijkt(oud[i], nieuw[j]), drempel)
    return sorted(paren)


def _aaneen(gaten: Sequence[tuple[int, int, int, int]]) -> Iterator[tuple[int, int, int, int]]:
    """Gaps that touch as one."""
    vorig: tuple[int, int, int, int] | None = None
    for gat in gaten:
        if vorig and vorig[1] == gat[0] and vorig[3] == gat[2]:
            vorig = (vorig[0], gat[1], vorig[2], gat[3])
        else:
            if vorig:
                yield vorig
            vorig = gat
    if vorig:
        yield vorig


def _in_gat(oude: range, nieuwe: range, lijkt: Callable[[int, int], float], drempel: float) -> list[tuple[int, int]]:
    """The best pairs that keep the order (dynamic programming)."""
    if len(oude) == len(nieuwe):
        return list(zip(oude, nieuwe, strict=True))
    if not oude or not nieuwe or len(oude) * len(nieuwe) > _PAREN_MAX:
        return []
    beste: dict[tuple[int, int], tuple[float, list[tuple[int, int]]]] = {}
    for a in range(len(oude) + 1):
        for b in range(len(nieuwe) + 1):
            if not a or not b:
                beste[a, b] = (0.0, [])
                continue
            i, j = oude[a - 1], nieuwe[b - 1]
            keuzes = [beste[a - 1, b], beste[a, b - 1]]
            if (mate := lijkt(i, j)) >= drempel:
                som, lijst = beste[a - 1, b - 1]
                keuzes.append((som + mate, [*lijst, (i, j)]))
            beste[a, b] = max(keuzes, key=lambda k: k[0])
    return beste[len(oude), len(nieuwe)][1]
