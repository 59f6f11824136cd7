"""The question pages over the invented documents: relations, coverage, changes, two versions; pages, CSV and SPARQL."""

from __future__ import annotations

import csv
import html
import io
import re

import docx
import pytest
from starlette.testclient import TestClient

PERIODE = "/vraag/wijzigingen?van=2025-12-01&tot=2025-12-31"
#: A page with an answer for each question.
VRAGEN = (
    "/vraag/meest-aangehaald",
    "/vraag/implementeert?bepaling=lw:2",
    "/vraag/impact?doel=lw:2&als=vervalt&stappen=2",
    "/vraag/dekking?verordening=mlv&wet=lw",
    "/vraag/wijzigingen?van=2026-01-01&tot=2026-01-01&as=in-werking",
    "/vraag/verschil?werk=lw&van=2024-05-01&tot=2026-01-01",
)


def _sectie(tekst: str, id_: str) -> str:
    """The section with this heading, without its mark-up."""
    deel = tekst.partition(f'<h2 id="{id_}"')[2].partition("</section>\n<section aria-labelledby")[0]
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", deel)).split())


def _rijen(klant: TestClient, pad: str) -> list[dict[str, str]]:
    antwoord = klant.get(f"{pad}{'&' if '?' in pad else '?'}formaat=csv")
    assert antwoord.status_code == 200
    assert antwoord.headers["content-type"] == "text/csv; charset=utf-8"
    assert "attachment" in antwoord.headers["content-disposition"]
    return list(csv.DictReader(io.StringIO(antwoord.content.decode("utf-8-sig"))))


# --- all of them


@pytest.mark.parametrize("pad", VRAGEN)
def test_query_behind_the_page_is_shown_and_runs(klant: TestClient, pad: str) -> None:
    tekst = klant.get(pad).text
    query = html.unescape(re.findall(r"<pre[^>]*><code>(.*?)</code></pre>", tekst, re.S)[-1])
    href = html.unescape(re.findall(r'href="(/sparql\?query=[^"]*)"', tekst)[-1])
    antwoord = klant.get(href)
    assert antwoord.status_code == 200
    assert "<tbody><tr>" in antwoord.text
    assert html.escape(query.split("SELECT")[1][:40], quote=False) in antwoord.text


@pytest.mark.parametrize("pad", VRAGEN)
def test_answer_can_be_had_as_csv(klant: TestClient, pad: str) -> None:
    rijen = _rijen(klant, pad)
    assert rijen
    assert all(None not in r and None not in r.values() for r in rijen)
    assert f'href="{html.escape(pad)}{"&amp;" if "?" in pad else "?"}formaat=csv"' in klant.get(pad).text


def test_most_named_first_and_the_query_behind_it_counts_the_same(klant: TestClient) -> None:
    rijen = _rijen(klant, "/vraag/meest-aangehaald")
    aantallen = {r["iri"]: int(r["aantal"]) for r in rijen}
    assert list(aantallen.values()) == sorted(aantallen.values(), reverse=True)
    href = html.unescape(re.findall(r'href="(/sparql\?[^"]*)"', klant.get("/vraag/meest-aangehaald").text)[0])
    uitslag = klant.get(href, headers={"Accept": "application/sparql-results+json"}).json()
    assert {r["doel"]["value"]: int(r["aantal"]["value"]) for r in uitslag["results"]["bindings"]} == aantallen
    assert rijen[0]["naam"] in klant.get("/").text.partition('id="aangehaald"')[2]


@pytest.mark.parametrize(
    ("vraag", "ander"),
    [
        ("impact?als=vervalt&doel=lw:2", "impact?als=vervalt&bepaling=lw:2"),
        ("implementeert?bepaling=lw:2", "implementeert?doel=lw:2"),
        ("verschil?werk=lw:2&van=2024-05-01", "verschil?bepaling=lw:2&van=2024-05-01"),
    ],
)
def test_a_provision_may_go_by_the_name_of_another_question(klant: TestClient, vraag: str, ander: str) -> None:
    antwoord = klant.get(f"/vraag/{vraag}")
    assert antwoord.status_code == 200
    assert 'class="onderwerp"' in antwoord.text
    assert klant.get(f"/vraag/{ander}").text == antwoord.text


@pytest.mark.parametrize("pad", [*VRAGEN, "/onopgelost", "/bepaling/lw:2", "/regeling/lw"])
def test_answer_can_be_had_as_word(klant: TestClient, pad: str) -> None:
    pagina = klant.get(pad).text
    href = html.unescape(re.findall(r'href="([^"]*formaat=docx)" download', pagina)[0])
    assert href == f"{pad}{'&' if '?' in pad else '?'}formaat=docx"
    antwoord = klant.get(href)
    assert antwoord.status_code == 200
    assert antwoord.headers["content-disposition"].endswith('.docx"')
    word = docx.Document(io.BytesIO(antwoord.content))
    assert "Geladen bronnen tot en met" in word.paragraphs[1].text + word.paragraphs[2].text
    assert word.tables or pad == "/regeling/lw"
    for plek in (h.url for p in word.paragraphs for h in p.hyperlinks):
        assert plek.startswith("http://testserver/id/")


@pytest.mark.parametrize(
    ("pad", "kolom"), [("/onopgelost", "woorden"), ("/zoek?q=lamp", "fragment"), ("/bepaling/lw:2", "wat")]
)
def test_other_lists_can_be_had_as_csv(klant: TestClient, pad: str, kolom: str) -> None:
    rijen = _rijen(klant, pad)
    assert rijen
    assert all(r[kolom] for r in rijen)
    assert f'href="{html.escape(pad)}{"&amp;" if "?" in pad else "?"}formaat=csv"' in klant.get(pad).text


@pytest.mark.parametrize(
    ("op", "tot", "niet"), [("2025-01-01", "1 mei 2024", "1 januari 2026"), ("1990-01-01", "", "tot en met")]
)
def test_impact_on_a_day_says_until_when_the_versions_of_that_day_reach(
    klant: TestClient, op: str, tot: str, niet: str
) -> None:
    grenzen = _sectie(klant.get(f"/vraag/impact?doel=lw:2&op={op}").text, "niet-bekeken")
    gezegd = [z for z in grenzen.split(".") if "Gevonden in deze bronnen" in z]
    assert bool(gezegd) == bool(tot)
    assert all(tot in z and niet not in z for z in gezegd)
    assert "geen versie van" in grenzen


@pytest.mark.parametrize(("als", "gezegd"), [("vervalt", True), ("wijzigt", False), ("", False)])
def test_a_supposition_that_does_not_count_for_an_act_is_told(klant: TestClient, als: str, gezegd: bool) -> None:
    tekst = klant.get(f"/vraag/impact?doel=Stb.+2025,+500&als={als}").text
    assert ("telt niet mee bij een besluit" in _sectie(tekst, "niet-bekeken")) is gezegd


def test_questions_are_listed_with_examples_that_have_an_answer(klant: TestClient) -> None:
    tekst = klant.get("/vraag").text
    for pad in ("implementeert", "impact", "dekking", "wijzigingen", "verschil"):
        assert f'href="/vraag/{pad}"' in tekst
    assert 'href="/vraag/dekking?verordening=mlv&amp;wet=lw"' in tekst
    assert 'href="/vraag/verschil?werk=lw&amp;van=2024-05-01&amp;tot=2026-01-01"' in tekst
    assert '<a href="/vraag">' in klant.get("/").text


def test_help_has_a_worked_example_of_each_question(klant: TestClient) -> None:
    tekst = klant.get("/hulp").text
    for href in (
        "dekking?verordening=mlv&amp;wet=lw",
        "verschil?werk=lw&amp;van=2024-05-01",
        "wijzigingen?van=2025-12-01",
    ):
        assert f'href="/vraag/{href}' in tekst


@pytest.mark.parametrize(
    ("pad", "status"),
    [
        ("/vraag/implementeert?bepaling=lw:99", 404),
        ("/vraag/implementeert?bepaling=%3Cscript%3E", 404),
        ("/vraag/dekking?verordening=bestaatniet", 404),
        ("/vraag/wijzigingen?van=gisteren&tot=2025-12-31", 400),
        ("/vraag/wijzigingen?van=2025-12-31&tot=2025-12-01", 400),
        ("/vraag/wijzigingen?van=2025-12-31", 400),
        ("/vraag/wijzigingen?van=2025-12-01&tot=2025-12-31&as=onzin", 400),
        ("/vraag/verschil?werk=lw&van=2024-05-01&tot=2024-05-01", 400),
        ("/vraag/verschil?werk=lw&van=1999-01-01&tot=2026-01-01", 404),
        ("/vraag/verschil?formaat=csv", 400),
        ("/vraag/dekking?formaat=pdf", 400),
        ("/zoek?q=lamp&formaat=docx", 400),
        ("/bepaling/lw:2?formaat=html", 400),
        ("/bepaling/lw:2?op=nu", 400),
        ("/bepaling/lw:2?op=1990-01-01", 404),
    ],
)
def test_what_cannot_be_answered_is_a_plain_page(klant: TestClient, pad: str, status: int) -> None:
    antwoord = klant.get(pad)
    assert antwoord.status_code == status
    assert "<h1>" in antwoord.text
    assert "<script>" not in antwoord.text


# --- who fills in what


def test_both_directions_with_the_words_behind_them(klant: TestClient) -> None:
    tekst = klant.get("/vraag/implementeert?bepaling=art.+2+lid+1+Lw").text
    door = _sectie(tekst, "door")
    assert "Met zoveel woorden: berust op deze bepaling" in door
    assert "Via een onderdeel" in door
    assert "is een modelinvulling van Artikel 2, eerste lid, onder a" in door
    assert "Dit artikel is een uitwerking van artikel 2, eerste lid, onder a, van de Lantaarnwet." in door
    assert "Geen bepaling die hiermee wordt ingevuld gevonden in deze bronnen tot en met" in _sectie(tekst, "vult-in")


def test_what_the_whole_fills_in_is_apart(klant: TestClient) -> None:
    vult_in = _sectie(klant.get("/vraag/implementeert?bepaling=mlv:2").text, "vult-in")
    eigen, _, geheel = vult_in.partition("Via het geheel waarvan de bepaling deel is")
    assert "deze bepaling is een modelinvulling hiervan" in eigen
    assert "Model Lantaarnverordening berust hierop" in geheel


def test_relations_as_rows(klant: TestClient) -> None:
    rijen = _rijen(klant, "/vraag/implementeert?bepaling=lw:2:1:a")
    eerste = rijen[0]
    assert (eerste["bepaling"], eerste["doel"], eerste["sterkte"]) == ("mlv:2", "lw:2:1:a", "expliciet")
    assert eerste["bewijs_in"] == "Model Lantaarnverordening, toelichting bij artikel 2"


def test_many_relations_are_paged(klant: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("web.paginas_vragen.REGELS", 1)
    tekst = klant.get("/vraag/implementeert?bepaling=lw:2").text
    assert "1 tot en met 1 van 3" in tekst
    assert 'href="/vraag/implementeert?bepaling=lw:2&amp;vanaf=1#door"' in tekst
    assert "2 tot en met 2 van 3" in klant.get("/vraag/implementeert?bepaling=lw:2&vanaf=1").text


# --- on the page of a provision


def test_provision_shows_who_fills_it_in_and_what_must_be_regulated(klant: TestClient) -> None:
    tekst = klant.get("/bepaling/lw:2:1").text
    assert "is een modelinvulling van" in _sectie(tekst, "door")
    plicht = _sectie(tekst, "regelplicht")
    assert "De gemeenteraad stelt bij verordening … het uur van ontsteken;" in plicht
    assert "gedekt in Model Lantaarnverordening" in plicht
    assert 'href="/vraag/dekking?verordening=mlv&amp;wet=lw#2:1:b"' in tekst
    assert '<h2 id="regelplicht">' not in klant.get("/bepaling/lw:3").text


def test_long_list_of_relations_goes_on_elsewhere(klant: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("web.rond_bepaling.RELATIES", 1)
    tekst = klant.get("/bepaling/lw:2").text
    assert '<a href="/vraag/implementeert?bepaling=lw:2#door">Toon alle 3 relaties</a>' in tekst


def test_change_data_with_every_date(klant: TestClient) -> None:
    tekst = klant.get("/bepaling/lw:2").text
    for dag in ("2025-11-20", "2025-11-28", "2025-12-10", "2026-01-01"):
        assert f'<time datetime="{dag}">' in tekst
    for nummer in (500, 510, 555):
        assert f"https://zoek.officielebekendmakingen.nl/stb-2025-{nummer}.html" in tekst
    assert "Eerder stond hier een kaars." in tekst


def test_history_leads_to_was_and_becomes(klant: TestClient) -> None:
    tekst = klant.get("/bepaling/lw:2").text
    assert "anders dan de versie ervoor" in tekst
    assert 'href="/vraag/verschil?werk=lw:2&amp;van=2024-05-01&amp;tot=2026-01-01"' in tekst
    assert "gelijk aan de versie ervoor" in klant.get("/bepaling/lw:3").text


def test_text_of_a_day(klant: TestClient) -> None:
    toen = klant.get("/bepaling/lw:2:2?op=2025-06-01").text
    assert "ten hoogste zes uren" in toen
    assert "1 mei 2024" in toen
    assert 'value="2025-06-01"' in toen
    assert "ten hoogste acht uren" in klant.get("/bepaling/lw:2:2?op=2026-02-01").text
    assert "ten hoogste zes uren" in klant.get("/regeling/lw?op=2025-06-01").text


def test_part_of_a_toelichting_goes_by_its_heading(klant: TestClient) -> None:
    tekst = klant.get("/bepaling/lw:2:1").text
    assert ">Toelichting, «Algemeen»</a>" in tekst
    assert "Toelichting bij sectie" not in tekst


# --- coverage


def test_matrix_has_the_words_of_both_sides(klant: TestClient) -> None:
    tekst = klant.get("/vraag/dekking?verordening=mlv&wet=lw").text
    rij = tekst.partition('<tr role="row" id="2:1:a"')[2].partition("</tr>")[0]
    assert "<mark>het uur van ontsteken;</mark>" in rij
    assert '<span class="oordeel gedekt">' in rij
    assert 'href="/bepaling/mlv:2"' in rij
    assert "Dit artikel is een uitwerking van" in rij
    leeg = tekst.partition('<tr role="row" id="2:1:b"')[2].partition("</tr>")[0]
    assert '<span class="oordeel gedekt">' not in leeg
    assert "Geen bepaling gevonden." in leeg


def test_choice_of_matrices_has_their_counts(klant: TestClient) -> None:
    tekst = klant.get("/vraag/dekking").text
    assert 'href="/vraag/dekking?verordening=mlv&amp;wet=lw"' in tekst
    assert "<b>1</b> gedekt" in tekst


def test_law_without_duties_says_so(klant: TestClient) -> None:
    tekst = klant.get("/vraag/dekking?verordening=lbrief&wet=mlv").text
    assert "Geen opdrachten gevonden in deze bronnen tot en met 1 januari 2026." in tekst


# --- what changed


def test_without_an_axis_only_counts(klant: TestClient) -> None:
    tekst = klant.get(PERIODE).text
    assert "Het antwoord hangt af van de datum die u bedoelt" in tekst
    assert "Lantaarnwet : 1 artikel" in _sectie(tekst, "as-inwerking-bekendgemaakt")
    in_werking = _sectie(tekst, "as-in-werking")
    assert "Geen wijzigingen op deze datum gevonden in deze bronnen tot en met 1 januari 2026." in in_werking
    assert "Daarna het eerst op 1 januari 2026: 1 artikel" in in_werking
    assert "Model Lantaarnverordening (het document zelf)" in _sectie(tekst, "as-gepubliceerd")


def test_with_an_axis_the_provisions(klant: TestClient) -> None:
    tekst = klant.get(f"{PERIODE}&as=inwerking-bekendgemaakt").text
    assert "Stb. 2025, 555 : 1 artikel" in _sectie(tekst, "publicaties")
    bepalingen = _sectie(tekst, "bepalingen")
    assert "Lantaarnwet, artikel 2" in bepalingen
    assert "10 december 2025" in bepalingen
    assert "In werking 1 januari 2026" in bepalingen


def test_changes_as_rows(klant: TestClient) -> None:
    assert [r["bepaling"] for r in _rijen(klant, f"{PERIODE}&as=inwerking-bekendgemaakt")] == ["lw:2"]
    tellingen = {(r["as"], r["werk"]): r["artikelen"] for r in _rijen(klant, PERIODE)}
    assert tellingen["inwerking-bekendgemaakt", "lw"] == "1"


def test_start_page_tells_what_changed_of_late(klant: TestClient) -> None:
    tekst = klant.get("/").text
    assert "In werking op 1 januari 2026: 1 artikel" in tekst
    assert '<input type="date" name="van" required>' in tekst


# --- two versions


def test_words_that_differ_are_marked_on_their_own_side(klant: TestClient) -> None:
    tekst = klant.get("/vraag/verschil?werk=lw&van=2024-05-01&tot=2026-01-01").text
    assert "ten hoogste <del>zes</del> uren" in tekst
    assert "ten hoogste <ins>acht</ins> uren" in tekst
    assert "<b>1</b> gewijzigd" in tekst
    assert 'href="/bepaling/lw:2"' in tekst


def test_one_provision_alone_can_be_compared(klant: TestClient) -> None:
    assert "<del>zes</del>" in klant.get("/vraag/verschil?werk=lw:2&van=2024-05-01&tot=2026-01-01").text
    tekst = klant.get("/vraag/verschil?werk=lw:3&van=2024-05-01&tot=2026-01-01").text
    assert "Geen verschillen gevonden tussen deze versies." in tekst


def test_without_running_text_the_comparison_says_so(klant_zonder_tekst: TestClient) -> None:
    tekst = klant_zonder_tekst.get("/vraag/verschil?werk=lw&van=2024-05-01&tot=2026-01-01").text
    assert "Alleen opbouw, nummers en opschriften zijn vergeleken, geen woorden." in tekst
    assert "<del>" not in tekst


def test_versions_can_be_chosen(klant: TestClient) -> None:
    assert "Lantaarnwet: 1 mei 2024 → 1 januari 2026" in klant.get("/vraag/verschil").text
    assert "Van dit document is één versie geladen" in klant.get("/vraag/verschil?werk=mlv").text
    assert '<option value="2024-05-01" selected>' in klant.get("/vraag/verschil?werk=lw").text
