"""The SPARQL 1.1 Protocol case by case, as a client sees it over HTTP."""

from __future__ import annotations

import threading
import time
from urllib.parse import urlencode

import httpx
import pytest
from pyoxigraph import NamedNode, RdfFormat, parse
from rdflib import Graph, URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, JSON, POST, TURTLE, XML, SPARQLWrapper

FORMULIER = {"Content-Type": "application/x-www-form-urlencoded"}
DIRECT = {"Content-Type": "application/sparql-query"}
ASK = "ASK { ?s ?p ?o }"
SELECT = "SELECT ?s { ?s ?p ?o } LIMIT 1"
CONSTRUCT = "CONSTRUCT WHERE { ?s ?p ?o } LIMIT 1"
TEL = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
GRAAF = "https://w3id.org/regelgraaf/graaf/wegnh/2025-07-01"
BRIEF = "https://w3id.org/regelgraaf/graaf/wegbrief/2025-09-01"


def aantal(antwoord: httpx.Response) -> int:
    return int(antwoord.json()["results"]["bindings"][0]["n"]["value"])


# --- operations (2.1) ---------------------------------------------------------------------------------------------


OPERATIES = [
    ("query via GET", "GET", {"query": ASK}, {}, None, 200),
    ("query via URL-encoded POST", "POST", {}, FORMULIER, urlencode({"query": ASK}), 200),
    ("query via URL-encoded POST with a charset", "POST", {},
     {"Content-Type": FORMULIER["Content-Type"] + "; charset=UTF-8"}, urlencode({"query": ASK}), 200),
    ("query via POST directly", "POST", {}, DIRECT, ASK, 200),
    ("query via POST directly with a charset", "POST", {},
     {"Content-Type": "application/sparql-query; charset=utf-8"}, ASK, 200),
    ("HEAD", "HEAD", {"query": ASK}, {}, None, 200),
    ("two queries in a GET", "GET", [("query", ASK), ("query", ASK)], {}, None, 400),
    ("two queries in a form", "POST", {}, FORMULIER, urlencode([("query", ASK), ("query", ASK)]), 400),
    ("a query in the address and one directly", "POST", {"query": ASK}, DIRECT, ASK, 400),
    ("a form without query", "POST", {}, FORMULIER, "x=y", 400),
    ("an empty query", "GET", {"query": ""}, {}, None, 400),
    ("a malformed query", "GET", {"query": "SELECT"}, {}, None, 400),
    ("an update as query", "GET", {"query": "CLEAR ALL"}, {}, None, 400),
    ("an update via form", "POST", {}, FORMULIER, urlencode({"update": "CLEAR ALL"}), 403),
    ("an update directly", "POST", {}, {"Content-Type": "application/sparql-update"}, "CLEAR ALL", 403),
    ("an update via GET", "GET", {"update": "CLEAR ALL"}, {}, None, 403),
    ("another media type", "POST", {}, {"Content-Type": "text/plain"}, ASK, 415),
    ("no media type", "POST", {}, {}, ASK, 415),
    ("not UTF-8", "POST", {}, DIRECT, b"ASK { ?s ?p '\xff' }", 400),
    ("another method", "PUT", {}, DIRECT, ASK, 405),
    ("too large", "POST", {}, DIRECT, b" " * 100_001, 413),
    ("too many fields", "GET", [("x", "y")] * 300, {}, None, 400),
]  # fmt: skip


@pytest.mark.parametrize(
    ("naam", "methode", "pad", "koppen", "inhoud", "status"), OPERATIES, ids=[naam for naam, *_ in OPERATIES]
)
def test_operations(klant: httpx.Client, naam, methode, pad, koppen, inhoud, status) -> None:
    antwoord = klant.request(methode, "/sparql", params=pad, headers=koppen, content=inhoud)
    assert antwoord.status_code == status, (naam, antwoord.text)
    if status == 200 and methode != "HEAD":
        assert antwoord.json() == {"head": {}, "boolean": True}
    elif status >= 400:
        assert antwoord.headers["content-type"] == "application/problem+json"
        probleem = antwoord.json()
        assert probleem["status"] == status
        assert probleem["detail"]


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


ONDERHANDELINGEN = [
    (SELECT, None, "application/sparql-results+json"),
    (SELECT, "*/*", "application/sparql-results+json"),
    (SELECT, "application/json", "application/sparql-results+json"),
    (SELECT, "application/sparql-results+xml", "application/sparql-results+xml"),
    (SELECT, "text/csv", "text/csv; charset=utf-8"),
    (SELECT, "text/tab-separated-values", "text/tab-separated-values; charset=utf-8"),
    (SELECT, "text/csv;q=0.5, application/sparql-results+xml;q=0.6", "application/sparql-results+xml"),
    (SELECT, "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "application/sparql-results+xml"),
    (ASK, "text/csv", "text/csv; charset=utf-8"),
    (CONSTRUCT, None, "text/turtle; charset=utf-8"),
    (CONSTRUCT, "application/n-triples", "application/n-triples"),
    (CONSTRUCT, "application/ld+json", "application/ld+json"),
    (CONSTRUCT, "application/json", "application/ld+json"),
    (CONSTRUCT, "application/rdf+xml", "application/rdf+xml"),
    (CONSTRUCT, "application/trig", "application/trig"),
    (CONSTRUCT, "application/n-quads", "application/n-quads"),
    (CONSTRUCT, "application/sparql-results+json, text/turtle;q=0.1", "text/turtle; charset=utf-8"),
    ("DESCRIBE <https://w3id.org/regelgraaf/id/wegnh>", "text/turtle", "text/turtle; charset=utf-8"),
    (SELECT, "text/turtle", None),
    (SELECT, "image/png", None),
    (CONSTRUCT, "text/csv", None),
    (CONSTRUCT, "text/turtle;q=0", None),
]


@pytest.mark.parametrize(
    ("query", "accept", "soort"),
    ONDERHANDELINGEN,
    ids=[
        f"{query.split()[0]}, {accept or 'no Accept'}: {soort or 'not acceptable'}"
        for query, accept, soort in ONDERHANDELINGEN
    ],
)
def test_formats(klant: httpx.Client, query: str, accept: str | None, soort: str | None) -> None:
    koppen = {"Accept": accept} if accept else {}
    antwoord = klant.get("/sparql", params={"query": query}, headers=koppen)
    if soort is None:
        assert antwoord.status_code == 406
        assert antwoord.json()["aanbod"]
    else:
        assert (antwoord.status_code, antwoord.headers["content-type"]) == (200, soort)
    assert "Accept" in antwoord.headers["vary"]


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
    begin = time.monotonic()
    assert klant.get("/gezond").status_code == 200
    assert klant.get("/data/wegnh/artikel/2").status_code == 200
    assert time.monotonic() - begin < 0.5
    for draad in draden:
        draad.join()
    assert {a.status_code for a in antwoorden} == {503}
    assert all(a.headers["retry-after"] for a in antwoorden)
    details = " ".join(a.json()["detail"] for a in antwoorden)
    assert "langer dan 1 seconden" in details
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
