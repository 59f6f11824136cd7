"""CSV that a spreadsheet reads as it is meant, and does not run."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest

from web.tabel import Tabel


@pytest.mark.parametrize(
    ("waarde", "cel"),
    [
        ("lamp", "lamp"),
        ('de "lamp", aan\nof uit', 'de "lamp", aan\nof uit'),
        (None, ""),
        (True, "ja"),
        (False, "nee"),
        (date(2026, 1, 1), "2026-01-01"),
        (3, "3"),
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("@lamp", "'@lamp"),
        ("-1+1", "'-1+1"),
    ],
)
def test_value_comes_back_as_text(waarde: object, cel: str) -> None:
    antwoord = Tabel("lampen", ("a", "b"), [{"a": waarde}]).antwoord()
    assert antwoord.headers["content-disposition"] == 'attachment; filename="lampen.csv"'
    rijen = list(csv.reader(io.StringIO(bytes(antwoord.body).decode("utf-8-sig"), newline="")))
    assert rijen == [["a", "b"], [cel, ""]]
