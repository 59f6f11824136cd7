"""Which format a request gets, and how it is handed out."""

from __future__ import annotations

import pytest
from starlette.requests import Request

from api.uitvoer import Formaat, Levering, Rijen, Uitvoerdocument, gevraagd_formaat, lever
from ontologie.fouten import InvoerFout


def verzoek(vraag: str) -> Request:
    return Request({"type": "http", "query_string": vraag.encode(), "headers": []})


def alles(naam: str = "lampen") -> Levering:
    return Levering(naam, lambda: Uitvoerdocument("Lampen", ()), lambda: Rijen(("a",), [{"a": 1}]))


@pytest.mark.parametrize(
    ("vraag", "formaat"), [("", None), ("formaat=csv", Formaat.CSV), ("formaat=docx", Formaat.DOCX), ("formaat=", None)]
)
def test_format_that_is_asked_for(vraag: str, formaat: Formaat | None) -> None:
    assert gevraagd_formaat(verzoek(vraag)) is formaat


@pytest.mark.parametrize("naam", ["pdf", "html", "csv2", "<script>"])
def test_unknown_format_is_refused_with_those_that_exist(naam: str) -> None:
    with pytest.raises(InvoerFout) as fout:
        gevraagd_formaat(verzoek(f"formaat={naam}"))
    assert "formaat=csv of formaat=docx" in fout.value.advies


@pytest.mark.parametrize(
    ("formaat", "soort", "begin"),
    [
        (Formaat.CSV, "text/csv; charset=utf-8", b"\xef\xbb\xbfa\r\n1"),
        (Formaat.DOCX, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", b"PK"),
        (Formaat.HTML, "text/html; charset=utf-8", b"<!doctype html>"),
    ],
)
def test_file_has_its_kind_and_name(formaat: Formaat, soort: str, begin: bytes) -> None:
    antwoord = lever(alles(), formaat)
    assert antwoord.headers["content-type"] == soort
    assert bytes(antwoord.body).startswith(begin)
    assert antwoord.headers["x-content-type-options"] == "nosniff"
    if formaat is Formaat.HTML:
        assert "default-src 'none'" in antwoord.headers["content-security-policy"]
    else:
        assert antwoord.headers["content-disposition"] == f'attachment; filename="lampen.{formaat}"'


@pytest.mark.parametrize(
    ("naam", "bestand"),
    [
        ('a"; x="b', "a-x-b.csv"),
        ("../../etc/passwd", "etc-passwd.csv"),
        ("één\r\nX: 1", "n-X-1.csv"),
        ("…", "regelgraaf.csv"),
    ],
)
def test_name_of_a_file_is_tame(naam: str, bestand: str) -> None:
    assert lever(alles(naam), Formaat.CSV).headers["content-disposition"] == f'attachment; filename="{bestand}"'


def test_format_that_the_answer_does_not_have() -> None:
    with pytest.raises(InvoerFout):
        lever(Levering("x", rijen=lambda: Rijen((), [])), Formaat.DOCX)
