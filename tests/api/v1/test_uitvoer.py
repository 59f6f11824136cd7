"""Answers of REST as files: by ``formaat`` or by the header Accept, whole, and described."""

from __future__ import annotations

import csv
import io

import docx
import httpx
import pytest

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
#: Resources that are handed out, with a field of each row that is never empty.
LIJSTEN = [
    ("/v1/bepalingen/wegnh:2/implementeert", "relatie"),
    ("/v1/bepalingen/wegnh:2", "wat"),
    ("/v1/regelingen/ven/verschil?oud=2024-01-01", "soort"),
    ("/v1/verwijzingen/onopgelost", "status"),
    ("/v1/dekking", "oordeel"),
    ("/v1/wijzigingen?van=2025-01-01&tot=2025-12-31&as=in-werking", "bepaling"),
]


def _met(pad: str, formaat: str) -> str:
    return f"{pad}{'&' if '?' in pad else '?'}formaat={formaat}"


@pytest.mark.parametrize(("pad", "veld"), [*LIJSTEN, ("/v1/zoeken?q=beheer", "bepaling")])
def test_list_as_csv(v1: httpx.Client, pad: str, veld: str) -> None:
    antwoord = v1.get(_met(pad, "csv"))
    assert (antwoord.status_code, antwoord.headers["content-type"]) == (200, "text/csv; charset=utf-8")
    rijen = list(csv.DictReader(io.StringIO(antwoord.content.decode("utf-8-sig"), newline="")))
    assert all(r[veld] and None not in r for r in rijen)
    # These documents are invented without relations; the tests of the pages have some.
    assert rijen or pad.endswith(("dekking", "implementeert"))
    met_kop = v1.get(pad, headers={"Accept": "text/csv"})
    assert met_kop.content == antwoord.content
    assert met_kop.headers["vary"] == "Accept"


@pytest.mark.parametrize("pad", [pad for pad, _ in LIJSTEN])
def test_answer_as_word_leads_back_to_this_site(v1: httpx.Client, pad: str) -> None:
    antwoord = v1.get(pad, headers={"Accept": WORD})
    assert (antwoord.status_code, antwoord.headers["content-type"]) == (200, WORD)
    word = docx.Document(io.BytesIO(antwoord.content))
    assert any(p.text.startswith("Geladen bronnen") for p in word.paragraphs)
    adressen = {r.target_ref for r in word.part.rels.values() if r.is_external}
    assert all(a.startswith(f"{str(v1.base_url).rstrip('/')}/id/") or "officielebekendmakingen" in a for a in adressen)
    etag = v1.get(pad, headers={"Accept": WORD, "If-None-Match": antwoord.headers["etag"]})
    assert etag.status_code == 304


@pytest.mark.parametrize("accept", ["application/json", "*/*", "", "text/csv;q=0.1, application/json"])
def test_json_unless_a_file_is_liked_better(v1: httpx.Client, accept: str) -> None:
    assert v1.get(LIJSTEN[0][0], headers={"Accept": accept}).headers["content-type"] == "application/json"


def test_format_in_the_address_goes_first(v1: httpx.Client) -> None:
    antwoord = v1.get(_met(LIJSTEN[0][0], "json"), headers={"Accept": "text/csv"})
    assert antwoord.headers["content-type"] == "application/json"


@pytest.mark.parametrize("pad", ["/v1/dekking?formaat=pdf", "/v1/zoeken?q=beheer&formaat=docx"])
def test_format_that_there_is_not(v1: httpx.Client, pad: str) -> None:
    antwoord = v1.get(pad)
    assert (antwoord.status_code, antwoord.headers["content-type"]) == (400, "application/problem+json")


def test_not_acceptable_tells_what_there_is(v1: httpx.Client) -> None:
    antwoord = v1.get("/v1/dekking", headers={"Accept": "image/png"})
    assert antwoord.status_code == 406
    assert antwoord.json()["aanbod"] == ["application/json", "text/csv", WORD]
