"""Tables as they are written: any text comes back as it went in, and a cut is told where the format has a place."""

from __future__ import annotations

import csv
import io
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, QueryResultsFormat, QuerySolutions, parse_query_results

from api.sparql.media import CSV, JSON, PREFIXEN, TSV, XML, Schrift, waarheid
from graph.opslag import Rij, Tabel
from ontologie import termen

#: XML cannot hold most control characters at all, so these become the replacement character there.
_XML_TEKST = st.text(st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufffe\uffff")).map(
    lambda t: t + "\r\n\t"
)
_TEKST = st.text(st.characters(blacklist_categories=("Cs",)))


def gelezen(rij: Rij, soort: str) -> Literal | None:
    inhoud = Schrift(10, 10_000).tabel(Tabel(("x", "y"), iter([rij])), soort)
    antwoord = parse_query_results(io.BytesIO(inhoud), format=QueryResultsFormat.from_media_type(soort))
    assert isinstance(antwoord, QuerySolutions)
    (oplossing,) = antwoord
    return oplossing["x"]  # type: ignore[return-value]


@given(_TEKST, st.sampled_from([JSON, TSV]))
def test_any_text_survives(tekst: str, soort: str) -> None:
    assert gelezen({"x": Literal(tekst, language="nl")}, soort) == Literal(tekst, language="nl")


@given(_XML_TEKST)
def test_any_text_that_xml_can_hold_survives(tekst: str) -> None:
    # An ordinary XML parser: pyoxigraph's reader of results trims white space.
    inhoud = Schrift(10, 10_000).tabel(Tabel(("x",), iter([{"x": Literal(tekst)}])), XML)
    literal = ElementTree.fromstring(inhoud).find(".//{http://www.w3.org/2005/sparql-results#}literal")
    assert literal is not None
    assert literal.text == tekst


def test_what_xml_cannot_hold_is_replaced() -> None:
    assert gelezen({"x": Literal("a\x00b\x1fc")}, XML) == Literal("a\ufffdb\ufffdc")


@given(_TEKST)
def test_any_text_survives_csv(tekst: str) -> None:
    inhoud = Schrift(10, 10_000).tabel(Tabel(("x", "y"), iter([{"x": Literal(tekst)}])), CSV)
    rijen = list(csv.reader(io.StringIO(inhoud.decode(), newline="")))
    assert rijen == [["x", "y"], [tekst, ""]]


@pytest.mark.parametrize("soort", [JSON, XML, CSV, TSV])
def test_no_rows_and_no_columns(soort: str) -> None:
    for variabelen in (("x",), ()):
        schrift = Schrift(10, 10_000)
        assert schrift.tabel(Tabel(variabelen, iter([])), soort)
        assert (schrift.rijen, schrift.afgekapt) == (0, False)
    assert waarheid(False, soort)


def test_a_datatype_and_an_iri() -> None:
    getal = Literal("1", datatype=NamedNode("http://www.w3.org/2001/XMLSchema#integer"))
    for soort in (JSON, XML, TSV):
        assert gelezen({"x": getal}, soort) == getal
        assert gelezen({"x": NamedNode("https://x.nl/?a=1&b=<2>".replace("<2>", "2"))}, soort) == NamedNode(
            "https://x.nl/?a=1&b=2"
        )


def test_prefixes_are_those_of_the_vocabulary() -> None:
    assert {naam: str(iri) for naam, iri in termen.PREFIXEN.items()} == PREFIXEN
