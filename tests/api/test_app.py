"""Linked data, health, and what a service does when its store changes, breaks or is not there."""

from __future__ import annotations

import os
import shutil
import socket
from pathlib import Path

import httpx
import pytest
from pyoxigraph import NamedNode, RdfFormat, parse

from api import dienst as dienstmodule
from api.app import maak_api
from api.dienst import Dienst
from api.instellingen import Instellingen
from graph.antwoorden import beschrijving
from graph.tripels.termen import LABEL
from ontologie.fouten import OpslagFout
from ontologie.termen import GRAAFBASIS, RG
from tests.api.conftest import draai
from tests.graph.regelingen import bouw_staat, fietsverordening, wegenbrief, wegenregeling

TURTLE, HTML = {"Accept": "text/turtle"}, {"Accept": "text/html"}
ID = "https://w3id.org/regelgraaf/id/"


@pytest.mark.parametrize(
    ("pad", "pagina"),
    [
        ("wegnh", "/regeling/wegnh"),
        ("wegnh/2025-07-01", "/regeling/wegnh?versie=2025-07-01"),
        ("wegnh/artikel/2/lid/1", "/bepaling/wegnh:2:1"),
        ("wegnh/2025-07-01/artikel/2/lid/1", "/bepaling/wegnh:2:1?versie=2025-07-01"),
        ("BWBR0015703/artikel/8a", "/bepaling/pw:8a"),
        ("stb/2025%3A210", "/ding/id/stb/2025%3A210"),  # no page of its own
        ("wegnh/2025-07-01/verwijzing/1-9", "/ding/id/wegnh/2025-07-01/verwijzing/1-9"),
    ],
)
def test_identities_and_their_data_lead_a_reader_to_a_page(klant: httpx.Client, pad: str, pagina: str) -> None:
    voor_mensen = klant.get(f"/id/{pad}", headers=HTML)
    assert (voor_mensen.status_code, voor_mensen.headers["location"]) == (303, pagina)
    voor_programmas = klant.get(f"/id/{pad}", headers=TURTLE)
    assert (voor_programmas.status_code, voor_programmas.headers["location"]) == (303, f"/data/{pad}")
    assert klant.get(f"/id/{pad}", headers={"Accept": "image/png"}).status_code == 406
    gegevens_voor_mensen = klant.get(f"/data/{pad}", headers=HTML)
    assert (gegevens_voor_mensen.status_code, gegevens_voor_mensen.headers["location"]) == (303, pagina)
    assert voor_mensen.headers["vary"] == "Accept"


@pytest.mark.parametrize(
    "soort", ["text/turtle", "application/ld+json", "application/rdf+xml", "application/n-triples"]
)
@pytest.mark.parametrize(
    "pad", ["wegnh", "wegnh/artikel/2/lid/1", "wegnh/2025-07-01/artikel/2/lid/1", "wegnh/artikel/9"]
)
def test_data_of_every_thing_in_every_format(klant: httpx.Client, pad: str, soort: str) -> None:
    antwoord = klant.get(f"/data/{pad}", headers={"Accept": soort})
    assert antwoord.headers["content-type"].startswith(soort)
    quads = parse(antwoord.content, format=RdfFormat.from_media_type(soort))
    assert NamedNode(ID + pad) in {q.subject for q in quads}


def test_a_reference_comes_with_its_place_and_words(klant: httpx.Client) -> None:
    vraag = "SELECT ?r { ?r a <https://w3id.org/regelgraaf/def#Verwijzing> } LIMIT 1"
    iri = klant.get("/sparql", params={"query": vraag}).json()["results"]["bindings"][0]["r"]["value"]
    tekst = klant.get(f"/data/{iri.removeprefix(ID)}", headers=TURTLE).text
    assert "oa:exact" in tekst
    assert "oa:start" in tekst


def test_every_name_in_the_graph_leads_to_what_is_said_of_it(klant: httpx.Client) -> None:
    vraag = """SELECT (SAMPLE(?ding) AS ?een) { ?ding a ?soort
        FILTER(STRSTARTS(STR(?ding), "https://w3id.org/regelgraaf/")) } GROUP BY ?soort"""
    rijen = klant.get("/sparql", params={"query": vraag}).json()["results"]["bindings"]
    iris = [r["een"]["value"] for r in rijen]
    assert any(i.startswith(GRAAFBASIS) for i in iris)
    assert any(i.startswith(ID) for i in iris)
    for iri in iris:
        antwoord = klant.get(iri.removeprefix("https://w3id.org/regelgraaf"), headers=TURTLE, follow_redirects=True)
        assert antwoord.status_code == 200, iri
        assert [a.status_code for a in antwoord.history] == [303], iri
        assert antwoord.headers["access-control-allow-origin"] == "*"
        assert NamedNode(iri) in {q.subject for q in parse(antwoord.content, format=RdfFormat.TURTLE)}
    assert klant.get("/graaf/nergens", headers=TURTLE, follow_redirects=True).status_code == 404
    assert klant.get("/graaf/nergens", headers={"Accept": "image/png"}).status_code == 406


def test_what_is_pointed_at_comes_with_its_label_up_to_a_bound(
    klant: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    pad = "wegnh/2025-07-01/artikel/2/lid/1"

    def gelabeld() -> set[str]:
        tekst = klant.get(f"/data/{pad}", headers=TURTLE).content
        return {
            q.subject.value  # type: ignore[union-attr]
            for q in parse(tekst, format=RdfFormat.TURTLE)
            if q.predicate == LABEL and q.object.language == "nl"  # type: ignore[union-attr]
        }

    met_alles = gelabeld()
    assert {ID + pad, ID + "wegnh/artikel/2/lid/1", ID + "wegnh/2025-07-01/artikel/2", str(RG.lid)} <= met_alles
    monkeypatch.setattr(beschrijving, "LABELS_MAX", 1)
    assert ID + pad in gelabeld()
    assert len(gelabeld()) < len(met_alles)


def test_words_of_the_vocabulary_lead_to_their_definitions(klant: httpx.Client) -> None:
    assert klant.get("/def", headers=HTML).headers["location"] == "/vocabulaire"
    for soort in ("text/turtle", "application/ld+json", "application/rdf+xml"):
        antwoord = klant.get("/def", headers={"Accept": soort})
        assert antwoord.headers["content-type"].startswith(soort)
        gezegd = {q.subject for q in parse(antwoord.content, format=RdfFormat.from_media_type(soort))}
        assert NamedNode(str(RG.Verwijzing)) in gezegd
    assert klant.get("/def", headers={"Accept": "image/png"}).status_code == 406


@pytest.mark.parametrize(
    ("pad", "status", "naar"),
    [
        ("/jci/jci1.3:c:BWBR0015703&artikel=8a&lid=2&o=f", 303, "/id/BWBR0015703/artikel/8a/lid/2/onderdeel/f"),
        ("/jci/jci1.3:c:wegnh&artikel=2&g=2025-08-01", 303, "/id/wegnh/2025-07-01/artikel/2"),
        ("/jci/jci1.3:c:wegnh&artikel=2&g=2020-01-01", 303, "/id/wegnh/artikel/2"),
        ("/jci/jci1.3:c:wegnh&artikel=2&g=2023-13-45", 400, None),
        ("/vindplaats/artikel 2, eerste lid, Wegenregeling Nergenshuizen", 303, "/id/wegnh/artikel/2/lid/1"),
        ("/eli/BWBR0015703/artikel/8a/lid/2/onderdeel/f", 303, "/id/BWBR0015703/artikel/8a/lid/2/onderdeel/f"),
        ("/eli/pw/2026-01-01/artikel/8a/lid/2", 303, "/id/BWBR0015703/2026-01-01/artikel/8a/lid/2"),
        ("/eli/wegnh/artikel/2%2F1", 303, "/id/wegnh/artikel/2%2F1"),
        ("/eli/pw/artikel", 400, None),
        ("/eli/", 400, None),
        ("/vindplaats/geen regeling", 400, None),
        ("/data/nergens", 404, None),
        ("/data/", 404, None),
        ("/data/%20%22", 404, None),
        ("/id", 404, None),
        ("/bestaat-niet", 404, None),
    ],
)
def test_addresses(klant: httpx.Client, pad: str, status: int, naar: str | None) -> None:
    antwoord = klant.get(pad)
    assert (antwoord.status_code, antwoord.headers.get("location")) == (status, naar)
    if status >= 400:
        assert antwoord.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("doel", "status", "in_antwoord"),
    [
        ("http://elders.example/gezond", 200, "gezond"),
        ("HTTP://elders.example:8000/jci/jci1.3:c:wegnh&artikel=2?x=http://y/z", 303, "location: /id/wegnh/artikel/2"),
        ("http://elders.example/v1/wijzigingen/feed?formaat=atom", 200, 'href="http://elders.example/v1/'),
        ("http://elders.example", 404, ""),
        ("http:///gezond", 404, ""),
    ],
)
def test_a_target_that_is_a_whole_address(adres: str, doel: str, status: int, in_antwoord: str) -> None:
    url = httpx.URL(adres)
    with socket.create_connection((url.host, url.port or 80), timeout=10) as verbinding:
        kop = f"GET {doel} HTTP/1.1\r\nHost: hier\r\nAccept: text/turtle, text/plain\r\nConnection: close\r\n\r\n"
        verbinding.sendall(kop.encode())
        antwoord = b"".join(iter(lambda: verbinding.recv(65536), b"")).decode()
    assert antwoord.startswith(f"HTTP/1.1 {status} ")
    assert in_antwoord in antwoord


def test_health(klant: httpx.Client) -> None:
    assert klant.get("/gezond").text == "gezond"
    assert klant.get("/klaar").text == "klaar"


def test_without_a_store_it_is_healthy_but_not_ready(tmp_path: Path) -> None:
    with draai(maak_api(Instellingen(opslag=tmp_path / "leeg"))) as adres, httpx.Client(base_url=adres) as klant:
        assert klant.get("/gezond").status_code == 200
        for pad in ("/klaar", "/data/wegnh", "/sparql?query=ASK%7B%7D"):
            antwoord = klant.get(pad)
            assert antwoord.status_code == 503, pad
            assert str(tmp_path) not in antwoord.text
        bouw_staat(tmp_path / "leeg", [wegenregeling()])
        assert klant.get("/klaar").status_code == 200


def test_a_new_build_is_served_without_a_restart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dienstmodule, "_KIJK_NA", 0.0)
    bouw_staat(tmp_path, [wegenregeling()])
    dienst = Dienst(Instellingen(opslag=tmp_path))
    try:
        eerst = dienst.antwoorden()
        assert len(eerst.bronnen().items) == 1
        assert dienst.antwoorden() is eerst
        for documenten in ([wegenregeling(), wegenbrief()], [wegenregeling(), wegenbrief(), fietsverordening()]):
            bouw_staat(tmp_path, documenten)
            assert len(dienst.antwoorden().bronnen().items) == len(documenten)
            telling = dienst.stel("SELECT (COUNT(DISTINCT ?g) AS ?n) { GRAPH ?g { ?g a ?x } }")
            assert f'"{len(documenten)}"'.encode() in telling.inhoud
        # Who still holds the first state is told that it is closed; nothing crashes.
        with pytest.raises(OpslagFout):
            eerst.verwijzingen_uit(wegenregeling().wortel.id)
    finally:
        dienst.sluit()


def test_what_stays_damaged_does_not_end_what_is_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bouw_staat(tmp_path, [wegenregeling()])
    dienst = Dienst(Instellingen(opslag=tmp_path))
    try:
        lezer = dienst.antwoorden()
        for _ in range(3):  # every search in a damaged index does this
            dienst.heropen()
            assert dienst.antwoorden() is lezer
        assert lezer.verwijzingen_uit(wegenregeling().wortel.id)
        monkeypatch.setattr(dienstmodule, "_HEROPEN_NA", 0.0)
        dienst.heropen()
        assert dienst.antwoorden() is not lezer
        assert lezer.verwijzingen_uit(wegenregeling().wortel.id)
    finally:
        dienst.sluit()


def test_a_damaged_reading_model_changes_no_answer(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    bouw_staat(tmp_path, [wegenregeling(), wegenbrief()])
    paden = [f"/v1/bepalingen/wegnh:{n}" for n in ("1", "2", "2:1", "3")] + ["/v1/bepalingen/wegnh:2/verwijzingen/in"]
    with draai(maak_api(Instellingen(opslag=tmp_path))) as adres, httpx.Client(base_url=adres) as klant:
        heel = [klant.get(pad).json() for pad in paden]
    assert not caplog.records
    with draai(maak_api(Instellingen(opslag=tmp_path))) as adres, httpx.Client(base_url=adres) as klant:
        assert klant.get("/klaar").status_code == 200
        (leesmodel,) = tmp_path.glob("staten/*/lezen.db")
        os.truncate(leesmodel, leesmodel.stat().st_size - 1)
        antwoorden = [klant.get(pad) for pad in paden]
    assert {a.status_code for a in antwoorden} == {200}
    assert [a.json() for a in antwoorden] == heel
    assert "lezen.db" in caplog.text


def test_a_store_that_vanishes_is_told_and_found_again(tmp_path: Path) -> None:
    bouw_staat(tmp_path / "opslag", [wegenregeling()])
    with draai(maak_api(Instellingen(opslag=tmp_path / "opslag"))) as adres, httpx.Client(base_url=adres) as klant:
        assert klant.get("/data/wegnh", headers=TURTLE).status_code == 200
        (tmp_path / "opslag").rename(tmp_path / "weg")
        assert klant.get("/gezond").status_code == 200
        (tmp_path / "weg").rename(tmp_path / "opslag")
        assert klant.get("/data/wegnh", headers=TURTLE).status_code == 200
        shutil.rmtree(tmp_path / "opslag")
        assert klant.get("/sparql", params={"query": "ASK {}"}).status_code in (200, 503)
        bouw_staat(tmp_path / "opslag", [wegenregeling()])
        assert klant.get("/klaar").status_code == 200
        assert klant.get("/sparql", params={"query": "ASK {}"}).status_code == 200


@pytest.mark.parametrize("pad", ["/regelgraaf", "/id"])
def test_a_path_prefix_is_in_redirects(staatmap: Path, pad: str) -> None:
    with (
        draai(maak_api(Instellingen(opslag=staatmap, pad=pad))) as adres,
        httpx.Client(base_url=adres) as klant,
    ):
        assert klant.get(f"{pad}/gezond").status_code == 200
        antwoord = klant.get(f"{pad}/id/wegnh", headers=HTML)
        assert antwoord.headers["location"] == f"{pad}/regeling/wegnh"
        assert klant.get(f"{pad}/sparql?query=ASK%7B%7D").headers["access-control-allow-origin"] == "*"


def test_data_of_a_provision_that_is_not_there_names_what_is_near(klant: httpx.Client) -> None:
    antwoord = klant.get("/data/wegnh/artikel/2/lid/19", headers=TURTLE)
    assert antwoord.status_code == 404
    assert antwoord.json()["suggesties"]
