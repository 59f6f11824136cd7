"""The existing numbers nearest to one that does not exist."""

from __future__ import annotations

import pytest

from graph.antwoorden.nummers import naaste_nummers

ARTIKELEN = ("1", "2", "2a", "8", "8a", "8b", "8c", "8d", "8e", "10", "10a", "19")


@pytest.mark.parametrize(
    ("nummer", "bestaand", "naaste"),
    [
        ("999", ARTIKELEN, ("19",)),
        ("0", ARTIKELEN, ("1",)),
        ("12", ARTIKELEN, ("10a", "19")),
        ("9b", ARTIKELEN, ("8e", "10")),
        ("2b", ARTIKELEN, ("2", "2a")),
        ("8aa", ARTIKELEN, ("8", "8a", "8b", "8c")),
        ("8z", ARTIKELEN, ("8b", "8c", "8d", "8e")),
        ("8Z", ARTIKELEN, ("8b", "8c", "8d", "8e")),
        ("4:99", ("3:1", "4:9", "4:123", "5:1"), ("4:9", "4:123")),
        ("4.99", ("inleiding", "4", "4.9", "5"), ("4.9", "5")),
        ("99", ("1", "bijlage"), ("1",)),
        ("V", ("I", "II"), ("II",)),
        ("9" * 5000, ARTIKELEN, ("19",)),
        ("§", ARTIKELEN, ()),
        ("3", (), ()),
    ],
)
def test_naaste_nummers(nummer: str, bestaand: tuple[str, ...], naaste: tuple[str, ...]) -> None:
    assert naaste_nummers(nummer, bestaand) == naaste
    assert naaste_nummers(nummer, reversed(bestaand)) == naaste
