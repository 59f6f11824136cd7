"""Answers that are remembered by what was asked."""

from __future__ import annotations

import pytest

from api.eigen.geheugen import Geheugen
from ontologie.fouten import GrensBereikt


def test_an_answer_is_made_once_and_the_oldest_goes_first() -> None:
    geheugen: Geheugen[int, str | None] = Geheugen(2)
    gemaakt: list[int] = []

    def geef(n: int) -> str | None:
        return geheugen.geef(n, lambda: gemaakt.append(n))

    for n in (1, 2, 1, 2, 3, 2, 1):
        geef(n)
    assert gemaakt == [1, 2, 3, 1]


def test_a_failure_is_not_remembered() -> None:
    geheugen: Geheugen[str, str] = Geheugen(2)

    def mislukt() -> str:
        raise GrensBereikt("Te druk.")

    with pytest.raises(GrensBereikt):
        geheugen.geef("a", mislukt)
    assert geheugen.geef("a", lambda: "gelukt") == "gelukt"
