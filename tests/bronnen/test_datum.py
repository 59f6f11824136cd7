"""Dates as the official files write them."""

from __future__ import annotations

from datetime import date

import pytest

from bronnen.datum import lees_datum


@pytest.mark.parametrize(
    ("tekst", "dag"),
    [
        ("2024-05-01", date(2024, 5, 1)),
        (" 2024-05-01 ", date(2024, 5, 1)),
        ("2022-05-01T06:22:42+02:00", date(2022, 5, 1)),
        ("9999-12-31", None),
        ("2023-02-30", None),
        ("0000-01-01", None),
        ("1 mei 2024", None),
        ("", None),
    ],
)
def test_datum(tekst: str, dag: date | None) -> None:
    assert lees_datum(tekst) == dag
