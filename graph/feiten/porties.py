"""Ask many things in portions, so that neither a query nor an answer grows with what is asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")

#: Terms that are put in one query; more are asked in portions.
_PORTIE = 1000


def porties(dingen: Iterable[T]) -> Iterator[list[T]]:
    """At most as many at a time as one query takes."""
    rest = iter(dingen)
    while portie := list(islice(rest, _PORTIE)):
        yield portie
