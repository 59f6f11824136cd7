"""The letters that number the changes of a regulation: A to Z, then AA, BB, …, AAA, BBB, … (Ar 6.15)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from string import ascii_uppercase


def letters() -> Iterator[str]:
    """All of them, in order."""
    for n in count(1):
        for letter in ascii_uppercase:
            yield letter * n
