"""Another engine underneath: every page, every answer of REST, SPARQL and the command line is as with the embedded one.

The engines are real servers, filled over their own protocol with what was built. Nothing here knows which engine it is.
"""

from __future__ import annotations

import json
import os
import re
import signal
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse
from starlette.testclient import TestClient

from api.instellingen import Instellingen
from api.opdrachtregel import main
from graph.extern import ExterneOpslag
from graph.overzetten import zet_over
from graph.staat import open_opslag, open_staat
from tests.graph.sparqldienst import oxigraph_dienst, oxigraph_proces, vrije_poort
from tests.graph.virtuosodienst import VIRTUOSO, virtuoso_dienst
from tests.web.test_paginas import PAGINAS
from web.app import maak_app

ZONDER_VIRTUOSO = "Virtuoso ontbreekt (apt install virtuoso-opensource-7-bin); het is hiermee niet beproefd"


@dataclass(frozen=True)
class Motor:
    """Addresses of an engine that runs."""

    vraag: str
    bijwerken: str
    grafen: str

    def bij(self, instellingen: Instellingen) -> Instellingen:
        return replace(
            instellingen, extern_vraag=self.vraag, extern_bijwerken=self.bijwerken, extern_grafen=self.grafen
        )


@pytest.fixture(scope="module", params=["oxigraph", "virtuoso"])
def motor(
    request: pytest.FixtureRequest, instellingen: Instellingen, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Motor]:
    """An engine with the invented documents in it."""
    map_ = tmp_path_factory.mktemp(request.param)
    if request.param == "virtuoso":
        if VIRTUOSO is None:
            pytest.skip(ZONDER_VIRTUOSO)
        with virtuoso_dienst(map_) as dienst:
            yield _gevuld(Motor(dienst.vraag, dienst.bijwerken, dienst.grafen), instellingen)
    else:
        with oxigraph_dienst(map_) as adres:
            motor = Motor(f"{adres}/query?union-default-graph", f"{adres}/update", f"{adres}/store")
            yield _gevuld(motor, instellingen)


def _gevuld(motor: Motor, instellingen: Instellingen) -> Motor:
    naar = ExterneOpslag(motor.vraag, motor.bijwerken, motor.grafen)
    with open_staat(instellingen.opslag) as staat:
        gebouwd = open_opslag(staat)
        zet_over(gebouwd, naar)
        gebouwd.sluit()
    naar.controleer()
    naar.sluit()
    return motor


@pytest.fixture(scope="module")
def elders(motor: Motor, instellingen: Instellingen) -> Iterator[TestClient]:
    """A client of the same application over the engine."""
    app = maak_app(motor.bij(instellingen))
    with TestClient(app, follow_redirects=False, raise_server_exceptions=False) as klant:
        yield klant


HTML, JSON = {"Accept": "text/html"}, {"Accept": "application/json"}

#: The most pages that are compared: those named, and what they link to.
_PAGINAS_MAX = 90


def test_every_page_is_the_same(klant: TestClient, elders: TestClient) -> None:
    te_doen, gedaan = set(PAGINAS), set[str]()
    verschillen = []
    while (rest := te_doen - gedaan) and len(gedaan) < _PAGINAS_MAX:
        pad = min(rest)
        gedaan.add(pad)
        hier, daar = klant.get(pad, headers=HTML), elders.get(pad, headers=HTML)
        los = pad.startswith("/sparql?")  # an example may leave the order of its rows open
        if (hier.status_code, _kaal(hier.text, los=los)) != (daar.status_code, _kaal(daar.text, los=los)):
            verschillen.append(pad)
        links = {a.replace("&amp;", "&").partition("#")[0] for a in re.findall(r'\shref="(/[^"]*)"', hier.text)}
        te_doen |= {a for a in links if not a.startswith(("/static", "/v1", "/data", "/dataset"))}
    assert verschillen == []
    assert len(gedaan) > 60


def _kaal(pagina: str, *, los: bool) -> tuple[str, list[str]]:
    """Without what differs between two answers of the same application: how long a query took."""
    zonder_tijd = re.sub(r"in \d+([.,]\d+)? (?:ms|s\b|seconden?)", "", pagina)
    if not los:
        return zonder_tijd, []
    rij = re.compile(r"<tr>.*?</tr>", re.DOTALL)
    return rij.sub("", zonder_tijd), sorted(rij.findall(zonder_tijd))


V1 = (
    "/v1/regelingen",
    "/v1/regelingen/lw",
    "/v1/regelingen/lw/versies",
    "/v1/regelingen/lw/inhoud",
    "/v1/regelingen/lw/regelplichten",
    "/v1/regelingen/mlv/verwijzingen",
    "/v1/bepalingen/lw:2",
    "/v1/bepalingen/lw:2?op=2024-06-01",
    "/v1/bepalingen/lw:2:1:b",
    "/v1/bepalingen/kw:7",
    "/v1/bepalingen/lw:99",
    "/v1/bepalingen/lw:2/verwijzingen",
    "/v1/bepalingen/lw:2/implementeert",
    "/v1/bepalingen/lw:2/versies",
    "/v1/bepalingen/mlv:2/implementeert?richting=uit",
    "/v1/dekking?verordening=mlv&wet=lw",
    "/v1/dekking",
    "/v1/wijzigingen?van=2025-11-01&tot=2026-01-31",
    "/v1/wijzigingen?van=2025-11-01&tot=2026-01-31&as=in-werking",
    "/v1/wijzigingen/sinds",
    "/v1/zoeken?q=ontsteken",
    "/v1/verschil?werk=lw&van=2024-05-01&tot=2026-01-01",
)


def test_every_resource_of_rest_is_the_same(klant: TestClient, elders: TestClient) -> None:
    beschrijving = klant.get("/v1/openapi.json").json()
    adressen = set(V1)
    for pad in beschrijving["paths"]:
        for werk in ("lw", "mlv", "lbrief"):
            for id_ in ("lw:2", "lw:2:1:b", "mlv:2", "kw:7"):
                adressen.add("/v1" + re.sub(r"\{\w+\}", id_ if "bepalingen" in pad else werk, pad))
    anders = []
    for adres in sorted(adressen):
        hier, daar = (k.get(adres, headers=JSON) for k in (klant, elders))
        if (hier.status_code, hier.content) != (daar.status_code, daar.content):
            anders.append((adres, hier.status_code, daar.status_code))
    assert anders == []


PREFIXEN = """
PREFIX rg: <https://w3id.org/regelgraaf/def#> PREFIX eli: <http://data.europa.eu/eli/ontology#>
PREFIX oa: <http://www.w3.org/ns/oa#> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX prov: <http://www.w3.org/ns/prov#>
"""
VRAGEN = {
    "alles": "SELECT ?s ?p ?o { ?s ?p ?o FILTER(STRSTARTS(STR(?s), 'https://w3id.org/regelgraaf/id/')) }",
    "grafen": "SELECT DISTINCT ?g { GRAPH ?g { ?s a rg:Verwijzing } }",
    "in een graaf": "SELECT (COUNT(*) AS ?n) { GRAPH <https://w3id.org/regelgraaf/graaf/mlv/2025-12> { ?s ?p ?o } }",
    "van een graaf": "SELECT (COUNT(*) AS ?n) FROM <https://w3id.org/regelgraaf/graaf/mlv/2025-12> { ?s ?p ?o }",
    "waar": "ASK { ?s rg:verwijstNaar ?o }",
    "onwaar": "ASK { ?s rg:verwijstNaar 3 }",
    "waarheden": "SELECT ?v ?w { ?v rg:volledig ?w }",
    "ja": "SELECT ?v { ?v rg:metTekst true }",
    "dagen": "SELECT ?w ?d { ?w rg:inWerking ?d FILTER(?d >= '2025-01-01'^^xsd:date) }",
    "getallen": "SELECT ?p ?n { ?p oa:start ?n FILTER(?n > 100) }",
    "pad": "SELECT DISTINCT ?o { ?o eli:is_part_of+ <https://w3id.org/regelgraaf/id/BWBR9000001/artikel/2> }",
    "taal": "SELECT ?s ?l { ?s rdfs:label ?l FILTER(CONTAINS(LCASE(STR(?l)), 'lantaarn')) }",
    "momenten": "SELECT ?g ?t { ?g prov:generatedAtTime ?t }",
    "tellen": "SELECT ?s (COUNT(*) AS ?n) { ?v rg:status ?s } GROUP BY ?s HAVING (COUNT(*) > 1)",
    "maken": "CONSTRUCT { ?v rg:naar ?n } { ?v rg:naar ?n }",
}


@pytest.mark.parametrize("naam", VRAGEN)
@pytest.mark.parametrize("soort", ["application/sparql-results+json", "text/csv"])
def test_queries_of_users_have_the_same_answer(klant: TestClient, elders: TestClient, naam: str, soort: str) -> None:
    vorm = {"Accept": f"{soort}, application/n-triples"}
    antwoorden = [k.post("/sparql", data={"query": PREFIXEN + VRAGEN[naam]}, headers=vorm) for k in (klant, elders)]
    assert [a.status_code for a in antwoorden] == [200, 200], antwoorden[1].text[:500]
    hier, daar = map(_zonder_volgorde, antwoorden)
    assert hier == daar
    assert hier


def _zonder_volgorde(antwoord: object) -> object:
    soort, inhoud = antwoord.headers["content-type"], antwoord.content  # type: ignore[attr-defined]
    if soort.startswith("application/n-triples"):
        return {str(q) for q in parse(inhoud, format=RdfFormat.N_TRIPLES)}
    if soort.startswith("text/csv"):
        return sorted(inhoud.splitlines())
    gegevens = json.loads(inhoud)
    if "boolean" in gegevens:
        return [gegevens["boolean"], "gevraagd"]
    return gegevens["head"], sorted(json.dumps(r, sort_keys=True) for r in gegevens["results"]["bindings"])


FOUT = {
    "scheef": "SELECT {",
    "wijziging": "CLEAR ALL",
    "dienst": "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
}


@pytest.mark.parametrize("naam", FOUT)
def test_what_is_wrong_is_refused_just_as_well(klant: TestClient, elders: TestClient, naam: str) -> None:
    statussen = [k.post("/sparql", data={"query": FOUT[naam]}, headers=JSON).status_code for k in (klant, elders)]
    assert statussen == [400, 400]


def test_everything_dereferences_to_the_same_data(klant: TestClient, elders: TestClient) -> None:
    vraag = "SELECT DISTINCT ?s { ?s ?p ?o FILTER(STRSTARTS(STR(?s), 'https://w3id.org/regelgraaf/id/')) } ORDER BY ?s"
    rijen = klant.post("/sparql", data={"query": vraag}, headers=JSON).json()["results"]["bindings"]
    paden = [r["s"]["value"].removeprefix("https://w3id.org/regelgraaf/id/") for r in rijen][::5]
    assert len(paden) > 40
    for pad in paden:
        hier, daar = (k.get(f"/data/{pad}", headers={"Accept": "application/n-triples"}) for k in (klant, elders))
        assert (hier.status_code, set(hier.text.splitlines())) == (daar.status_code, set(daar.text.splitlines())), pad


OPDRACHTEN = (
    ["toon", "lw:2"],
    ["toon", "artikel 2, eerste lid, onder b, Lantaarnwet", "--formaat", "json"],
    ["implementeert", "lw:2", "--formaat", "json"],
    ["dekking", "--verordening", "mlv", "--wet", "lw", "--formaat", "json"],
    ["regelplichten", "lw", "--formaat", "json"],
    ["wijzigingen", "--van", "2025-11-01", "--tot", "2026-01-31"],
    ["verschil", "lw", "--van", "2024-05-01", "--formaat", "json"],
    ["geschiedenis", "lw:2", "--formaat", "json"],
    ["zoek", "ontsteken", "--formaat", "json"],
    ["zoek", "brandduur", "--op", "2024-06-01", "--formaat", "json"],
    ["verwijzingen", "mlv"],
    ["bronnen", "--formaat", "json"],
    ["sparql", "SELECT (COUNT(*) AS ?n) { ?s a <https://w3id.org/regelgraaf/def#Verwijzing> }", "--formaat", "csv"],
)


@pytest.mark.parametrize("opdracht", OPDRACHTEN, ids=[o[0] for o in OPDRACHTEN])
def test_the_command_line_prints_the_same(
    opdracht: list[str],
    motor: Motor,
    instellingen: Instellingen,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    uitkomsten = []
    for keuze in (instellingen, motor.bij(instellingen)):
        _zet(monkeypatch, keuze)
        status = main(opdracht)
        uitkomsten.append((status, capsys.readouterr().out))
    assert uitkomsten[0] == uitkomsten[1]
    assert uitkomsten[0][0] == 0


def _zet(monkeypatch: pytest.MonkeyPatch, instellingen: Instellingen) -> None:
    for naam in [n for n in os.environ if n.startswith("REGELGRAAF_")]:
        monkeypatch.delenv(naam)
    for naam, waarde in instellingen.omgeving().items():
        monkeypatch.setenv(naam, waarde)


def test_an_engine_that_is_silent_or_gone_is_told_and_found_again(instellingen: Instellingen, tmp_path: Path) -> None:
    poort = vrije_poort()
    adressen = [f"http://127.0.0.1:{poort}/{deel}" for deel in ("query?union-default-graph", "update", "store")]
    motor = Motor(*adressen)
    met = replace(motor.bij(instellingen), extern_seconden=1.5, sparql_seconden=4.0)

    def statussen(klant: TestClient, bepaling: str) -> set[int]:
        # Another provision each time that the engine fails: what was asked before may still be known.
        paden = (
            f"/bepaling/{bepaling}",
            f"/v1/bepalingen/{bepaling}",
            "/data/mlv/artikel/2",
            "/sparql?query=ASK%7B%3Fs+%3Fp+%3Fo%7D",
            "/klaar",
        )
        antwoorden = [klant.get(pad, headers={"Accept": "text/html, */*"}) for pad in paden]
        for antwoord in antwoorden:
            assert antwoord.elapsed.total_seconds() < 20
            assert str(poort) not in antwoord.text
            assert (
                antwoord.status_code == 200
                or "html" in antwoord.headers["content-type"]
                or (antwoord.headers["content-type"] == "application/problem+json")
            )
        return {a.status_code for a in antwoorden}

    with TestClient(maak_app(met), follow_redirects=False, raise_server_exceptions=False) as klant:
        assert statussen(klant, "lw:2") == {503}
        assert klant.get("/gezond").status_code == 200
        with oxigraph_proces(tmp_path, poort=poort) as (_, proces):
            _gevuld(motor, instellingen)
            assert statussen(klant, "lw:2") == {200}
            proces.send_signal(signal.SIGSTOP)
            assert statussen(klant, "lw:3") == {503}
            proces.send_signal(signal.SIGCONT)
            assert statussen(klant, "lw:3") == {200}
        assert statussen(klant, "lw:4") == {503}
        with oxigraph_proces(tmp_path, poort=poort):
            assert statussen(klant, "lw:4") == {200}
