"""The SPARQL 1.1 Protocol as named cases: the tests run them, and ``python -m benchmarks.protocol`` prints them.

From the W3C recommendation (21 March 2013): operations (2.1.1-2.1.3), datasets (2.1.4), answers (2.1.5-2.1.7), and
content negotiation by RFC 9110, 12.5.1.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlencode

import httpx

FORMULIER = {"Content-Type": "application/x-www-form-urlencoded"}
DIRECT = {"Content-Type": "application/sparql-query"}
ASK = "ASK { ?s ?p ?o }"
SELECT = "SELECT ?s { ?s ?p ?o } LIMIT 1"
CONSTRUCT = "CONSTRUCT WHERE { ?s ?p ?o } LIMIT 1"
TEL = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
GRAAF = "https://w3id.org/regelgraaf/graaf/wegnh/2025-07-01"
BRIEF = "https://w3id.org/regelgraaf/graaf/wegbrief/2025-09-01"
_JSON, _XML = "application/sparql-results+json", "application/sparql-results+xml"
_TURTLE = "text/turtle; charset=utf-8"

Velden = Mapping[str, str | Sequence[str]] | Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Geval:
    """One request and the status that must come; ``soort`` is the media type of the answer (None: any)."""

    deel: str
    naam: str
    methode: str = "GET"
    adres: Velden = ()
    koppen: Mapping[str, str] = field(default_factory=dict)
    inhoud: str | bytes | None = None
    status: int = 200
    soort: str | None = None


_OPERATIES = [
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
    ("a byte order mark in front, directly", "POST", {}, DIRECT, b"\xef\xbb\xbf" + ASK.encode(), 200),
    ("a byte order mark in front, in a form", "POST", {}, FORMULIER, urlencode({"query": "\ufeff" + ASK}), 200),
    ("another method", "PUT", {}, DIRECT, ASK, 405),
    ("too large", "POST", {}, DIRECT, b" " * 100_001, 413),
    ("too many fields", "GET", [("x", "y")] * 300, {}, None, 400),
]  # fmt: skip

_ONDERHANDELINGEN = [
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
#: More that RFC 9110 says of Accept: ranges, weights, parameters, spelling.
_ACCEPT = [
    ("a range of one type", CONSTRUCT, "text/*", _TURTLE),
    ("a range, and a type that is wanted more", SELECT, "*/*;q=0.1, text/csv", "text/csv; charset=utf-8"),
    ("the most specific range has the weight", SELECT, f"*/*, {_JSON};q=0", _XML),
    ("everything refused", SELECT, "*/*;q=0", None),
    ("weights to three places", CONSTRUCT, "text/turtle;q=0.001, application/trig;q=0.002", "application/trig"),
    ("capitals in a type", SELECT, "Application/SPARQL-Results+XML", _XML),
    ("white space around signs", SELECT, f"{_XML} ; q=0.9 , {_JSON} ; q=0.1", _XML),
    ("an empty Accept", SELECT, "", _JSON),
    ("a malformed Accept, which says nothing", SELECT, ";;q=x,,/", _JSON),
]
_DATASETS = [
    ("one default graph", [("default-graph-uri", GRAAF)], 200),
    ("two default graphs", [("default-graph-uri", GRAAF), ("default-graph-uri", BRIEF)], 200),
    ("a named graph", [("named-graph-uri", GRAAF)], 200),
    ("default and named graphs", [("default-graph-uri", GRAAF), ("named-graph-uri", BRIEF)], 200),
    ("a graph that is not loaded", [("default-graph-uri", "https://voorbeeld.nl/geen")], 200),
    ("a graph that is no IRI", [("default-graph-uri", "geen iri")], 400),
]


def _alle() -> Iterator[Geval]:
    for naam, methode, adres, koppen, inhoud, status in _OPERATIES:
        yield Geval("operations", naam, methode, adres, koppen, inhoud, status)
    for naam, grafen, status in _DATASETS:
        yield Geval("datasets", f"{naam}, GET", "GET", [("query", TEL), *grafen], status=status)
        yield Geval("datasets", f"{naam}, form", "POST", (), FORMULIER, urlencode([("query", TEL), *grafen]), status)
        yield Geval("datasets", f"{naam}, direct", "POST", grafen, DIRECT, TEL, status)
    for query, accept, soort in _ONDERHANDELINGEN:
        yield _accept(f"{query.split()[0]}, {accept or 'no Accept'}", query, accept, soort)
    for naam, query, accept, soort in _ACCEPT:
        yield _accept(naam, query, accept, soort)
    for soort in (_TURTLE, "application/rdf+xml", "application/ld+json", "application/n-triples"):
        koppen = {"Accept": soort.partition(";")[0]}
        yield Geval("service description", koppen["Accept"], "GET", (), koppen, soort=soort)


def _accept(naam: str, query: str, accept: str | None, soort: str | None) -> Geval:
    koppen = {} if accept is None else {"Accept": accept}
    return Geval("negotiation", naam, "GET", {"query": query}, koppen, None, 406 if soort is None else 200, soort)


GEVALLEN = tuple(_alle())


def vraag(klant: httpx.Client, geval: Geval) -> httpx.Response:
    """Do the request of a case."""
    verzoek = klant.build_request(
        geval.methode, "/sparql", params=geval.adres, headers=geval.koppen, content=geval.inhoud
    )
    if geval.deel == "negotiation" and not geval.koppen:
        del verzoek.headers["accept"]  # the client would say that it takes anything
    return klant.send(verzoek)
