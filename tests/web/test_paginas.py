"""The pages over a store that was built from invented documents, asked as a browser asks."""

from __future__ import annotations

import csv
import gzip
import io
import re
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from api.instellingen import Instellingen
from tests.web.conftest import HTML
from web import paginas_aangehaald
from web.app import maak_app
from web.beveiliging import KOPPEN
from web.statisch import STATISCH

#: An address of every kind of page.
PAGINAS = (
    "/",
    "/bronnen",
    "/bepaling/lw:2",
    "/bepaling/lw:2:1:b",
    "/bepaling/mlv:2",
    "/bepaling/kw:7",
    "/ding/id/BWBR9000001/2024-05-01/verwijzing/1000-1027",
    "/ding/id/stb/2025%3A500",
    "/ding/graaf/dataset",
    "/regeling/lw",
    "/regeling/mlv",
    "/regeling/mlv?correcties=ja",
    "/regeling/lbrief",
    "/zoek",
    "/zoek?q=ontsteken",
    "/zoek?q=zeepaardje",
    "/zoek?q=brandduur&op=2024-06-01",
    "/onopgelost",
    "/vraag",
    "/vraag/implementeert",
    "/vraag/impact",
    "/vraag/impact?doel=lw:2:1&als=vervalt",
    "/vraag/impact?doel=Stb.+2025,+500",
    "/vraag/implementeert?bepaling=lw:2",
    "/vraag/implementeert?bepaling=mlv:2",
    "/vraag/dekking",
    "/vraag/dekking?verordening=mlv&wet=lw",
    "/vraag/wijzigingen",
    "/vraag/wijzigingen?van=2025-12-01&tot=2025-12-31",
    "/vraag/wijzigingen?van=2026-01-01&tot=2026-01-01&as=in-werking",
    "/vraag/verschil",
    "/vraag/verschil?werk=lw&van=2024-05-01&tot=2026-01-01",
    "/bepaling/lw:2?op=2024-06-01",
    "/sparql",
    "/vocabulaire",
    "/hulp",
    "/hulp/ontwikkelaars",
)


@pytest.mark.parametrize("pad", PAGINAS)
def test_page_is_whole_and_keeps_to_itself(klant: TestClient, pad: str) -> None:
    antwoord = klant.get(pad)
    assert antwoord.status_code == 200
    assert antwoord.headers["content-type"] == "text/html; charset=utf-8"
    for naam, waarde in KOPPEN.items():
        assert antwoord.headers[naam] == waarde
    assert "set-cookie" not in antwoord.headers
    assert '<html lang="nl">' in antwoord.text
    assert len(re.findall(r"<h1[ >]", antwoord.text)) == 1
    ids = re.findall(r'\sid="([^"]*)"', antwoord.text)
    assert len(ids) == len(set(ids))
    for doel in re.findall(r'href="#([^"]+)"', antwoord.text):
        assert doel in ids


def _links(klant: TestClient, pad: str) -> set[str]:
    tekst = klant.get(pad).text
    return {a.replace("&amp;", "&").partition("#")[0] for a in re.findall(r'\shref="(/[^"]*)"', tekst)}


def test_every_link_on_every_page_leads_to_a_page(klant: TestClient) -> None:
    te_doen, gedaan = set(PAGINAS), set()
    while te_doen - gedaan:
        pad = min(te_doen - gedaan)
        gedaan.add(pad)
        assert klant.get(pad).status_code in (200, 303, 307), pad
        if len(gedaan) < 75 and not pad.startswith("/static"):
            te_doen |= _links(klant, pad)
    assert len(gedaan) > 40


# --- start


def test_start_tells_what_is_loaded(klant: TestClient) -> None:
    tekst = klant.get("/").text
    assert "Lantaarnwet" in tekst
    assert "1 januari 2026" in tekst
    assert "Welke verwijzingen kloppen niet of zijn onzeker?" in tekst
    assert "De lopende tekst is niet geladen" not in tekst


def test_start_without_anything_built_says_what_to_do(lege_klant: TestClient) -> None:
    antwoord = lege_klant.get("/")
    assert antwoord.status_code == 503
    assert "regelgraaf bouw" in antwoord.text


def test_start_with_the_facts_alone_says_that_the_text_is_missing(klant_zonder_tekst: TestClient) -> None:
    tekst = klant_zonder_tekst.get("/").text
    assert "De lopende tekst is niet geladen" in tekst
    assert "regelgraaf haal" in tekst
    assert "make start BRONNEN=map" in tekst


def test_facts_alone_still_answer_who_refers(klant_zonder_tekst: TestClient) -> None:
    tekst = klant_zonder_tekst.get("/bepaling/lw:2:1").text
    assert "De lopende tekst van deze bron is niet geladen" in tekst
    assert 'href="/#zonder-tekst">Zo laadt u de tekst' in tekst
    assert "<mark>artikel 2, eerste lid, onder b, van de Lantaarnwet</mark>" in tekst
    assert "niet geladen" in klant_zonder_tekst.get("/voorbeeld/lw:2:1").text
    assert "Niet doorzocht" in klant_zonder_tekst.get("/zoek?q=zeepaardje").text
    assert "U ziet de opbouw" in klant_zonder_tekst.get("/regeling/lw").text


# --- a provision


def test_references_are_links_at_exactly_their_words(klant: TestClient) -> None:
    tekst = klant.get("/bepaling/lw:2").text
    assert '<a class="v" href="/bepaling/lw:3:1">artikel 3, eerste lid</a>.' in tekst
    assert '<a class="v" href="#2:1:b">eerste lid, onder b</a>' in tekst


def test_doubtful_references_say_so_with_the_reason(klant: TestClient) -> None:
    tekst = klant.get("/bepaling/lw:2").text
    assert 'class="v niet-gecontroleerd" href="/bepaling/kw:7"' in tekst
    assert 'class="v doel-ontbreekt"' in tekst
    assert "«Kaarsenwet» is niet geladen" in tekst


def test_incoming_references_by_document_and_level(klant: TestClient) -> None:
    tekst = klant.get("/bepaling/lw:2:1").text
    assert "Naar deze bepaling zelf" in tekst
    assert "Naar delen van deze bepaling" in tekst
    groepen = re.findall(r'<section class="groep">\s*<h3><a href="([^"]*)"', tekst)
    assert groepen[0] == "/regeling/mlv"
    assert "/regeling/lbrief" in groepen
    assert "<mark>artikel 2, eerste lid, onder b, van de Lantaarnwet</mark>" in tekst


def test_references_to_the_whole_are_apart(klant: TestClient) -> None:
    assert 'href="/bepaling/lw:3:1?geheel=ja#verwezen-door"' in klant.get("/bepaling/lw:3:1").text
    geheel = klant.get("/bepaling/lw:3:1?geheel=ja").text
    assert "<mark>artikel 3 van de wet</mark>" in geheel


def test_toelichting_is_shown_with_what_it_explains(klant: TestClient) -> None:
    tekst = klant.get("/bepaling/mlv:2").text
    assert "Toelichting op deze bepaling" in tekst
    assert "Het uur van ontsteken volgt de zon." in tekst
    assert "Dit is een toelichting op" in klant.get("/bepaling/mlv:toelichting:2").text


def test_identifiers_to_copy(klant: TestClient) -> None:
    tekst = klant.get("/bepaling/lw:2:1:b").text
    for waarde in (
        "lw:2:1:b",
        "jci1.3:c:BWBR9000001&amp;artikel=2&amp;lid=1&amp;o=b",
        "https://w3id.org/regelgraaf/id/BWBR9000001/artikel/2/lid/1/onderdeel/b",
    ):
        assert f"<code data-kopie>{waarde}</code>" in tekst
    assert (
        'href="https://wetten.overheid.nl/jci1.3:c:BWBR9000001&amp;artikel=2&amp;lid=1&amp;o=b&amp;g=2026-01-01"'
        in tekst
    )


def test_previous_and_next(klant: TestClient) -> None:
    tekst = klant.get("/bepaling/lw:2").text
    assert re.search(r'<a rel="prev" href="/bepaling/lw:1">', tekst)
    assert re.search(r'<a rel="next" href="/bepaling/lw:3">', tekst)


def test_older_version_says_that_it_is(klant: TestClient) -> None:
    oud = klant.get("/bepaling/lw:2:2?versie=2024-05-01").text
    assert "ten hoogste zes uren" in oud
    assert "U leest de tekst van 1 mei 2024" in oud
    assert '<a href="/bepaling/lw:2:2?versie=2026-01-01">Lees de versie van 1 januari 2026</a>' in oud
    assert 'href="/bepaling/lw:2:1:b?versie=2024-05-01"' in oud
    nieuw = klant.get("/bepaling/lw:2:2").text
    assert "ten hoogste acht uren" in nieuw
    assert 'class="melding"' not in nieuw


def test_vervallen_is_told(klant: TestClient) -> None:
    assert '<span class="etiket">vervallen</span>' in klant.get("/bepaling/lw:4").text


def test_iri_and_citation_work_as_an_address(klant: TestClient) -> None:
    for adres in ("https://w3id.org/regelgraaf/id/BWBR9000001/artikel/2", "artikel 2 Lantaarnwet"):
        assert "<h1>Artikel 2" in klant.get(f"/bepaling/{adres}").text


def test_target_that_is_not_loaded(klant: TestClient) -> None:
    tekst = klant.get("/bepaling/kw:7").text
    assert "Niet geladen" in tekst
    assert "Artikel 7 van de Kaarsenwet" in tekst
    assert "https://wetten.overheid.nl/jci1.3:c:BWBR9000002&amp;artikel=7" in tekst


def test_provision_of_a_regulation_known_by_name_alone(klant: TestClient) -> None:
    tekst = klant.get("/bepaling/kw:12").text
    assert "Niet geladen" in tekst
    assert "Geen verwijzingen naar deze bepaling gevonden in deze bronnen tot en met 1 januari 2026." in tekst
    assert "https://wetten.overheid.nl/jci1.3:c:BWBR9000002&amp;artikel=12" in tekst


# --- a regulation


def test_regulation_has_contents_and_anchors(klant: TestClient) -> None:
    tekst = klant.get("/regeling/lw").text
    for anker in ("hfst:1", "2", "2:1:a"):
        assert f'id="{anker}"' in tekst
    assert '<nav class="inhoud"' in tekst
    assert '<a href="#2">' in tekst


def test_places_to_fill_in_and_optional_parts(klant: TestClient) -> None:
    tekst = klant.get("/regeling/mlv").text
    assert '<span class="m invulplaats">[naam gemeente]</span>' in tekst
    assert '<span class="etiket fac">facultatief</span>' in tekst
    assert "Zo leest u het model" in tekst
    assert "Zo leest u het model" not in klant.get("/regeling/lw").text


def test_regulation_of_an_older_version_points_to_the_newer(klant: TestClient) -> None:
    tekst = klant.get("/regeling/lw?versie=2024-05-01").text
    assert "U leest de tekst van 1 mei 2024" in tekst
    assert "ten hoogste zes uren" in tekst


# --- search


def test_search_marks_what_it_found(klant: TestClient) -> None:
    tekst = klant.get("/zoek?q=brandduur").text
    assert re.search(r"<mark>[Bb]randduur</mark>", tekst)
    assert "resultaten gevonden" in tekst


def test_search_can_be_narrowed(klant: TestClient) -> None:
    tekst = klant.get("/zoek?q=brandduur&werk=mlv").text
    assert "/bepaling/mlv:3" in tekst
    assert "/bepaling/lw:2" not in tekst


@pytest.mark.parametrize(
    ("invoer", "doel"),
    [
        ("art. 2 lid 1 sub b Lw", "/bepaling/lw:2:1:b"),
        ("jci1.3:c:BWBR9000001&artikel=2", "/bepaling/lw:2"),
        ("https://w3id.org/regelgraaf/id/BWBR9000001/2024-05-01/artikel/2", "/bepaling/lw:2?versie=2024-05-01"),
        ("Lantaarnwet", "/regeling/lw"),
    ],
)
def test_citation_goes_straight_there(klant: TestClient, invoer: str, doel: str) -> None:
    antwoord = klant.get("/zoek", params={"q": invoer})
    assert antwoord.status_code == 303
    assert antwoord.headers["location"] == doel


def test_empty_result_is_honest(klant: TestClient) -> None:
    tekst = klant.get("/zoek?q=zeepaardje").text
    assert "Geen resultaten voor «zeepaardje» gevonden in deze bronnen tot en met 1 januari 2026." in tekst


@pytest.mark.parametrize("q", ["<script>alert(1)</script>", '" OR 1=1 --', "a" * 500, "re-integratie*", "(((", "🕯"])
def test_search_takes_anything(klant: TestClient, q: str) -> None:
    antwoord = klant.get("/zoek", params={"q": q})
    assert antwoord.status_code in (200, 303)
    assert "<script>alert" not in antwoord.text


# --- unresolved


def test_unresolved_references_with_reason_and_filter(klant: TestClient) -> None:
    tekst = klant.get("/onopgelost").text
    assert "Fakkelwet" in tekst
    assert "«Kaarsenwet» is niet geladen" in tekst
    alleen = klant.get("/onopgelost?status=doel-ontbreekt").text
    assert "Fakkelwet" not in alleen
    assert "artikel 44" in alleen


# --- SPARQL


def test_sparql_answers_in_a_table(klant: TestClient) -> None:
    tekst = klant.get("/sparql", params={"query": 'SELECT ("licht" AS ?woord) { }'}).text
    assert '<th scope="col">woord</th>' in tekst
    assert "<td><span>licht</span></td>" in tekst


def test_every_example_query_gives_rows(klant: TestClient) -> None:
    voorbeelden = re.findall(r'href="(/sparql\?query=[^"]*)"', klant.get("/sparql").text)
    assert len(voorbeelden) >= 5
    leeg = [v for v in voorbeelden if "<tbody><tr>" not in klant.get(v.replace("&amp;", "&")).text]
    # The invented law has no change metadata.
    assert all("wijziging" in v for v in leeg)


def test_the_example_of_what_is_cited_most_gives_the_list_of_the_page(klant: TestClient) -> None:
    adres = re.findall(r'href="(/sparql\?query=[^"]*)"', klant.get("/sparql").text)[0]
    query = parse_qs(urlsplit(adres.replace("&amp;", "&")).query)["query"][0]
    kop = {"Accept": "application/sparql-results+json"}
    bindingen = klant.get("/sparql", params={"query": query}, headers=kop).json()["results"]["bindings"]
    pagina = klant.get("/vraag/meest-aangehaald?formaat=csv").text
    rijen = [(r["iri"], r["aantal"]) for r in csv.DictReader(io.StringIO(pagina.removeprefix("\ufeff")))]
    assert [(b["doel"]["value"], b["aantal"]["value"]) for b in bindingen] == rijen[: paginas_aangehaald.REGELS]
    # The older version of the invented law refers too.
    alle = query.replace("?toen < ?later", "false")
    assert klant.get("/sparql", params={"query": alle}, headers=kop).json()["results"]["bindings"] != bindingen


def test_sparql_error_names_the_line(klant: TestClient) -> None:
    antwoord = klant.get("/sparql", params={"query": "SELECT * {\n  ?s ?p\n}"})
    assert antwoord.status_code == 400
    assert "Regel 3, kolom 2." in antwoord.text
    assert antwoord.text.count("kolom 2") == 1


def test_sparql_is_a_page_for_browsers_only(klant: TestClient) -> None:
    vraag = {"query": "ASK {}"}
    for kop in ("text/csv", "*/*", "application/sparql-results+json", "text/html;q=0.5, text/csv"):
        assert (
            not klant.get("/sparql", params=vraag, headers={"Accept": kop})
            .headers["content-type"]
            .startswith("text/html")
        )
    chroom = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8"
    assert (
        klant.get("/sparql", params=vraag, headers={"Accept": chroom}).headers["content-type"].startswith("text/html")
    )


# --- errors


@pytest.mark.parametrize(
    ("pad", "status"),
    [
        ("/bepaling/lw:99", 404),
        ("/bepaling/onbekend:1", 404),
        ("/bepaling/lw:2?versie=1999-01-01", 404),
        ("/regeling/onbekend", 404),
        ("/bestaat-niet", 404),
        ("/onopgelost?status=onzin", 400),
        ("/onopgelost?vanaf=-1", 400),
        ("/onopgelost?vanaf=999999999999", 400),
        ("/zoek?q=licht&soort=onzin", 400),
        (f"/zoek?q={'a' * 3000}", 400),
    ],
)
def test_errors_are_pages(klant: TestClient, pad: str, status: int) -> None:
    antwoord = klant.get(pad)
    assert antwoord.status_code == status
    assert antwoord.headers["content-type"].startswith("text/html")
    assert "Traceback" not in antwoord.text
    assert "<h1>" in antwoord.text


def test_not_found_has_near_matches(klant: TestClient) -> None:
    tekst = klant.get("/bepaling/lw:2:9").text
    assert "Bedoelde u misschien" in tekst
    assert '<a href="/bepaling/lw:2">Lantaarnwet, artikel 2</a> <span class="zacht">lw:2</span>' in tekst


@pytest.mark.parametrize(
    "pad", ["/bepaling/onbekend:1", "/regeling/lantaarnwt", "/vraag/implementeert?bepaling=lantaarnwt:1"]
)
def test_what_is_not_loaded_leads_to_what_is(klant: TestClient, pad: str) -> None:
    tekst = klant.get(pad).text
    assert '<a href="/bronnen">Bekijk wat er is geladen</a>' in tekst
    assert ('<a href="/regeling/lw">Lantaarnwet</a>' in tekst) is ("lantaarnwt" in pad)


def test_own_fault_shows_nothing_of_the_inside(
    app: Starlette, klant: TestClient, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def kapot(*_: object, **__: object) -> None:
        raise ZeroDivisionError("geheim detail")

    monkeypatch.setattr("web.paginas.bronnenpagina", kapot)
    antwoord = klant.get("/bronnen")
    assert antwoord.status_code == 500
    assert "Er ging iets mis" in antwoord.text
    assert "geheim" not in antwoord.text
    assert any(r.exc_info and "geheim detail" in str(r.exc_info[1]) for r in caplog.records)


def test_a_fault_is_logged_without_what_was_asked(
    klant: TestClient, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def kapot(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("graph.antwoorden.Antwoorden.bepaling", kapot)
    assert klant.get("/bepaling/lw:2:1").status_code == 500
    gelogd = [r.getMessage() for r in caplog.records if r.name == "regelgraaf.web"]
    assert gelogd == ["GET /bepaling"]


# --- preview, static files, weight, prefix


def test_preview_is_a_fragment_of_the_target(klant: TestClient) -> None:
    tekst = klant.get("/voorbeeld/lw:3:1?ook=lw:3:2").text
    assert "<html" not in tekst
    assert "De wachter ontsteekt de lantaarns." in tekst
    assert "De wachter meldt defecten aan het college." in tekst
    assert "niet geladen" in klant.get("/voorbeeld/kw:7").text


def test_static_files_may_be_kept_for_ever(klant: TestClient) -> None:
    pad = re.findall(r'href="(/static/stijl[^"]*)"', klant.get("/").text)[0]
    antwoord = klant.get(pad)
    assert antwoord.headers["content-type"] == "text/css; charset=utf-8"
    assert "immutable" in antwoord.headers["cache-control"]
    assert "immutable" not in klant.get("/static/stijl.000000000000.css").headers["cache-control"]
    for weg in ("/static/bestaat-niet.css", "/static/..%2Fapp.py", "/static/app.py"):
        assert klant.get(weg).status_code == 404


def test_assets_together_are_light() -> None:
    assert STATISCH.grootte() <= 60_000


@pytest.mark.parametrize("pad", ["/bepaling/lw:2", "/bepaling/mlv:2"])
def test_provision_page_is_light(klant: TestClient, pad: str) -> None:
    assert len(gzip.compress(klant.get(pad).content)) <= 60_000


def test_unchanged_page_is_not_sent_again(klant: TestClient) -> None:
    etag = klant.get("/bronnen").headers["etag"]
    assert klant.get("/bronnen", headers={"If-None-Match": etag}).status_code == 304


def test_prefix_is_before_every_address(instellingen: Instellingen) -> None:
    with TestClient(maak_app(replace(instellingen, pad="/regels")), headers=HTML) as klant:
        for pad in ("/regels/bepaling/lw:2", "/bepaling/lw:2"):  # with and without a proxy that takes the prefix off
            tekst = klant.get(pad).text
            adressen = re.findall(r'\s(?:href|src|action|data-voorbeeld)="(/[^"]*)"', tekst)
            assert len(adressen) > 20
            assert all(a.startswith("/regels/") for a in adressen)


# --- search on a day


def test_search_looks_in_the_versions_of_a_day_and_says_which(klant: TestClient) -> None:
    toen = klant.get("/zoek?q=zes+uren&op=2024-06-01").text
    assert "ten hoogste <mark>zes</mark> <mark>uren</mark>" in toen
    assert 'href="/bepaling/lw:2?versie=2024-05-01"' in toen
    assert "Doorzochte versies, geldig op 1 juni 2024" in toen
    assert "Niet doorzocht, omdat er geen versie van 1 juni 2024 of eerder is geladen" in toen
    nu = klant.get("/zoek?q=zes+uren&op=2026-02-01").text
    assert "<mark>zes</mark>" not in nu
    assert 'name="op" value="2026-02-01"' in nu


@pytest.mark.parametrize("op", ["2024-13-01", "gisteren", "2024"])
def test_search_on_something_that_is_no_day(klant: TestClient, op: str) -> None:
    assert klant.get("/zoek", params={"q": "lantaarn", "op": op}).status_code == 400
