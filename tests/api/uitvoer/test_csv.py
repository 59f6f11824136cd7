"""CSV that a spreadsheet reads as it is meant, and does not run."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest

from api.uitvoer import Kolom, Rijen, Tabel, alinea, cel, naar_csv


def lees(inhoud: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(inhoud.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize(
    ("waarde", "tekst"),
    [
        ("lamp", "lamp"),
        ('de "lamp", aan\nof uit', 'de "lamp", aan\nof uit'),
        (None, ""),
        (True, "ja"),
        (False, "nee"),
        (date(2026, 1, 1), "2026-01-01"),
        (3, "3"),
        (-3, "-3"),
        (("a", "b"), "a b"),
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("@lamp", "'@lamp"),
        ("-1+1", "'-1+1"),
        ("\n=1", "'\n=1"),
        (["=1"], "'=1"),
    ],
)
def test_value_comes_back_as_text(waarde: object, tekst: str) -> None:
    inhoud = naar_csv(Rijen(("a", "b"), [{"a": waarde}]))
    assert inhoud.startswith(b"\xef\xbb\xbf")
    assert lees(inhoud) == [["a", "b"], [tekst, ""]]


def test_table_of_a_document_with_a_line_for_each_paragraph() -> None:
    tabel = Tabel((Kolom("Was"), Kolom("=Wordt")), ((cel("a", alinea("b")), cel("+c")),))
    assert lees(naar_csv(tabel)) == [["Was", "'=Wordt"], ["a\nb", "'+c"]]


def test_file_is_bounded_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("api.uitvoer.csv.CSV_MAX", 3)
    vol, te_lang = ([{"a": n} for n in range(m)] for m in (3, 4))
    assert lees(naar_csv(Rijen(("a",), vol))) == [["a"], ["0"], ["1"], ["2"]]
    regels = lees(naar_csv(Rijen(("a",), te_lang)))
    assert regels[:4] == [["a"], ["0"], ["1"], ["2"]]
    assert regels[4:] == [["Afgekapt na 3 rijen; stel de vraag over minder, of haal alles op met SPARQL."]]
