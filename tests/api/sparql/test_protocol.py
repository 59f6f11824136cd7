"""The SPARQL 1.1 Protocol case by case, as a client sees it over HTTP."""

from __future__ import annotations

import threading
import time

import httpx
import pytest
from pyoxigraph import NamedNode, RdfFormat, parse
from rdflib import Graph, URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, JSON, POST, TURTLE, XML, SPARQLWrapper

from tests.api.sparql.gevallen import ASK, BRIEF, CONSTRUCT, DIRECT, GEVALLEN, GRAAF, SELECT, TEL, Geval, vraag


def aantal(antwoord: httpx.Response) -> int:
    return int(antwoord.json()["results"]["bindings"][0]["n"]["value"])


# --- named cases ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("geval", GEVALLEN, ids=[f"{g.deel}: {g.naam}" for g in GEVALLEN])
def test_cases(klant: httpx.Client, geval: Geval) -> None:
    antwoord = vraag(klant, geval)
    assert antwoord.status_code == geval.status, antwoord.text
    if geval.soort is not None:
        assert antwoord.headers["content-type"] == geval.soort
    if geval.status >= 400:
        assert antwoord.headers["content-type"] == "application/problem+json"
        probleem = antwoord.json()
        assert probleem["status"] == geval.status
        assert probleem["detail"]
    if geval.status == 406:
        assert probleem["aanbod"]
    if geval.deel == "negotiation":
        assert "Accept" in antwoord.headers["vary"]


def test_no_case_is_lost() -> None:
    assert len(GEVALLEN) == len({(g.deel, g.naam) for g in GEVALLEN}) == 77


def test_a_body_of_unknown_length_is_bounded_too(klant: httpx.Client) -> None:
    antwoord = klant.post("/sparql", headers=DIRECT, content=iter([b" " * 60_000] * 3))
    assert antwoord.status_code == 413


def test_errors_name_line_and_column(klant: httpx.Client) -> None:
    probleem = klant.get("/sparql", params={"query": "SELECT * {\n  ?s ?p ) .\n}"}).json()
    assert (probleem["regel"], probleem["type"]) == (2, "https://w3id.org/regelgraaf/fout/VraagFout")
    assert probleem["kolom"] > 1


# --- datasets (2.1.4) ---------------------------------------------------------------------------------------------


def test_the_dataset_in_the_request(klant: httpx.Client) -> None:
    alles = aantal(klant.get("/sparql", params={"query": TEL}))
    een = aantal(klant.get("/sparql", params={"query": TEL, "default-graph-uri": GRAAF}))
    twee = aantal(klant.get("/sparql", params={"query": TEL, "default-graph-uri": [GRAAF, BRIEF]}))
    assert 0 < een < twee < alles
    formulier = klant.post("/sparql", data={"query": TEL, "default-graph-uri": GRAAF})
    direct = klant.post("/sparql", params={"default-graph-uri": GRAAF}, content=TEL, headers=DIRECT)
    van = klant.get("/sparql", params={"query": TEL.replace("{", f"FROM <{GRAAF}> {{", 1)})
    assert aantal(formulier) == aantal(direct) == aantal(van) == een
    grafen = "SELECT (COUNT(DISTINCT ?g) AS ?n) { GRAPH ?g { ?s ?p ?o } }"
    assert aantal(klant.get("/sparql", params={"query": grafen})) == 3
    assert aantal(klant.get("/sparql", params={"query": grafen, "named-graph-uri": [GRAAF, BRIEF]})) == 2
    assert klant.get("/sparql", params={"query": TEL, "default-graph-uri": "geen iri"}).status_code == 400


# --- content negotiation ------------------------------------------------------------------------------------------


def test_a_link_can_name_its_format_but_not_overrule_a_program(klant: httpx.Client) -> None:
    params = {"query": SELECT, "format": "csv"}
    assert klant.get("/sparql", params=params).headers["content-type"].startswith("text/csv")
    streng = klant.get("/sparql", params=params, headers={"Accept": "application/sparql-results+xml"})
    assert streng.headers["content-type"] == "application/sparql-results+xml"


@pytest.mark.parametrize("accept", ["*/*", "application/rdf+xml", "application/ld+json"])
def test_the_service_describes_itself(klant: httpx.Client, accept: str) -> None:
    antwoord = klant.get("/sparql", headers={"Accept": accept})
    quads = list(parse(antwoord.content, format=RdfFormat.from_media_type(antwoord.headers["content-type"])))
    eindpunt = NamedNode("http://www.w3.org/ns/sparql-service-description#endpoint")
    assert [q.object for q in quads if q.predicate == eindpunt] == [NamedNode(str(klant.base_url.join("/sparql")))]
    assert klant.get("/sparql", headers={"Accept": "text/csv"}).status_code == 406


def test_scripts_of_other_sites_may_ask(klant: httpx.Client) -> None:
    vooraf = klant.options("/sparql", headers={"Origin": "https://elders.nl", "Access-Control-Request-Method": "POST"})
    assert vooraf.status_code == 204
    assert vooraf.headers["access-control-allow-origin"] == "*"
    assert "POST" in vooraf.headers["access-control-allow-methods"]
    antwoord = klant.get("/sparql", params={"query": ASK}, headers={"Origin": "https://elders.nl"})
    assert antwoord.headers["access-control-allow-origin"] == "*"
    assert antwoord.headers["x-content-type-options"] == "nosniff"


# --- limits -------------------------------------------------------------------------------------------------------


def test_a_cut_answer_says_so(klant: httpx.Client) -> None:
    antwoord = klant.get("/sparql", params={"query": "SELECT * { ?s ?p ?o }"})
    assert antwoord.headers["regelgraaf-afgekapt"] == "na 50 rijen"
    assert antwoord.json()["head"]["link"] == ["https://w3id.org/regelgraaf/def#afgekapt"]
    assert "regelgraaf-afgekapt" not in klant.get("/sparql", params={"query": SELECT}).headers


def test_a_time_out_is_an_error_and_others_are_answered_meanwhile(klant: httpx.Client, adres: str) -> None:
    eindeloos = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    antwoorden: list[httpx.Response] = []

    def vijandig() -> None:
        with httpx.Client(base_url=adres, timeout=30) as eigen:
            antwoorden.append(eigen.get("/sparql", params={"query": eindeloos}))

    draden = [threading.Thread(target=vijandig) for _ in range(4)]
    for draad in draden:
        draad.start()
    time.sleep(0.5)
    assert klant.get("/gezond").status_code == 200
    assert klant.get("/data/wegnh/artikel/2").status_code == 200
    assert any(draad.is_alive() for draad in draden)
    for draad in draden:
        draad.join()
    assert {a.status_code for a in antwoorden} == {503}
    # Who was stopped would be stopped again; who was turned away may come back.
    for antwoord in antwoorden:
        assert ("retry-after" in antwoord.headers) == ("te veel vragen" in antwoord.json()["detail"])
    details = " ".join(a.json()["detail"] for a in antwoorden)
    assert "langer dan 3 seconden" in details
    assert "te veel vragen" in details
    assert klant.get("/sparql", params={"query": ASK}).json()["boolean"] is True


# --- clients ------------------------------------------------------------------------------------------------------


def test_sparqlwrapper(adres: str) -> None:
    w = SPARQLWrapper(f"{adres}/sparql")
    w.setQuery(SELECT)
    w.setReturnFormat(JSON)
    assert w.queryAndConvert()["results"]["bindings"]
    w.setReturnFormat(XML)
    assert w.queryAndConvert().getElementsByTagName("result")
    w.setReturnFormat(CSV)
    assert w.queryAndConvert().startswith(b"s\r\n")
    w.setMethod(POST)
    w.setQuery(CONSTRUCT)
    w.setReturnFormat(TURTLE)
    assert len(Graph().parse(data=w.queryAndConvert(), format="turtle")) == 1


def test_rdflib(adres: str) -> None:
    graaf = Graph(SPARQLStore(f"{adres}/sparql"))
    assert graaf.query(ASK).askAnswer is True
    assert len(list(graaf.query(SELECT))) == 1
    (label,) = graaf.objects(
        URIRef("https://w3id.org/regelgraaf/id/wegnh"), URIRef("http://www.w3.org/2000/01/rdf-schema#label")
    )
    assert str(label) == "Wegenregeling Nergenshuizen"
