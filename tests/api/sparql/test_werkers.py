"""Query processes: what they answer, and that nothing a query does gets past its limits or out of its process."""

from __future__ import annotations

import asyncio
import csv
import io
import os
import signal
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pytest
from pyoxigraph import Literal, QueryResultsFormat, QuerySolutions, RdfFormat, parse, parse_query_results

from api.sparql import GRAAFSOORTEN, TABELSOORTEN, Grenzen, Opdracht, Resultaat, Werkers
from api.sparql.media import AFGEKAPT, CSV, JSON, TURTLE
from ontologie.fouten import GrensBereikt, OpslagFout, VraagFout
from tests.api.sparql.conftest import AANTAL, EX, LASTIG

#: Keeps any engine busy for far longer than a test: a product of four tables.
EINDELOOS = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


class Manier(Protocol):
    """How a query is put to a pool."""

    def __call__(self, werkers: Werkers, opdracht: Opdracht, wachttijd: float | None = None) -> Resultaat: ...


def _in_draad(werkers: Werkers, opdracht: Opdracht, wachttijd: float | None = None) -> Resultaat:
    return werkers.vraag(opdracht, wachttijd)


def _in_lus(werkers: Werkers, opdracht: Opdracht, wachttijd: float | None = None) -> Resultaat:
    return asyncio.run(werkers.vraag_los(opdracht, wachttijd))


@pytest.fixture(params=[_in_draad, _in_lus])
def manier(request: pytest.FixtureRequest) -> Manier:
    """Both ways; all that follows holds for either."""
    gekozen: Manier = request.param
    return gekozen


@pytest.fixture
def stel(manier: Manier, werkers: Werkers, opslagmap: Path):
    def stel(sparql: str, tabel: str = JSON, graaf: str = TURTLE, **dataset: tuple[str, ...]) -> Resultaat:
        return manier(werkers, Opdracht(sparql, tabel, graaf, str(opslagmap), **dataset))

    return stel


# --- answers ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("soort", [s for s in TABELSOORTEN if s != CSV])
def test_every_table_format_can_be_read_back(stel, soort: str) -> None:
    resultaat = stel("SELECT * WHERE { ?s ?p ?o OPTIONAL { ?s <x:niet> ?leeg } } ORDER BY ?s", soort)
    assert (resultaat.vorm, resultaat.soort, resultaat.rijen, resultaat.afgekapt) == (
        "SELECT",
        soort,
        AANTAL + 1,
        False,
    )
    gelezen = parse_query_results(io.BytesIO(resultaat.inhoud), format=QueryResultsFormat.from_media_type(soort))
    assert isinstance(gelezen, QuerySolutions)
    rijen = list(gelezen)
    assert {v.value for v in gelezen.variables} == {"s", "p", "o", "leeg"}
    assert len(rijen) == AANTAL + 1
    laatste = next(r for r in rijen if r["s"] is not None and r["s"].value.endswith("/x"))
    assert laatste["o"] == Literal(LASTIG, language="nl")
    assert all(r["leeg"] is None for r in rijen)


def test_csv(stel) -> None:
    resultaat = stel("SELECT * WHERE { ?s ?p ?o OPTIONAL { ?s <x:niet> ?leeg } } ORDER BY ?s", CSV)
    # Read as it stands: a reader that translates line ends would lose the carriage return inside the value.
    kop, *rijen = csv.reader(io.StringIO(resultaat.inhoud.decode(), newline=""))
    assert set(kop) == {"s", "p", "o", "leeg"}
    assert len(rijen) == AANTAL + 1
    laatste = dict(zip(kop, next(r for r in rijen if EX + "x" in r), strict=True))
    assert (laatste["o"], laatste["leeg"]) == (LASTIG, "")
    assert resultaat.inhoud.endswith(b"\r\n")
    assert stel("ASK {}", CSV).inhoud == b"true"


@pytest.mark.parametrize("soort", [s for s in TABELSOORTEN if s != CSV])
def test_ask_in_every_table_format(stel, soort: str) -> None:
    for vraag, waar in (("ASK { ?s ?p 5 }", True), ("ASK { ?s ?p 'niet' }", False)):
        inhoud = stel(vraag, soort).inhoud
        assert bool(parse_query_results(io.BytesIO(inhoud), format=QueryResultsFormat.from_media_type(soort))) is waar


@pytest.mark.parametrize("soort", GRAAFSOORTEN)
def test_every_graph_format_can_be_read_back(stel, soort: str) -> None:
    resultaat = stel("CONSTRUCT WHERE { ?s ?p ?o }", graaf=soort)
    assert (resultaat.vorm, resultaat.soort, resultaat.rijen) == ("CONSTRUCT", soort, AANTAL + 1)
    assert len(list(parse(resultaat.inhoud, format=RdfFormat.from_media_type(soort)))) == AANTAL + 1
    assert stel(f"DESCRIBE <{EX}5>", graaf=soort).rijen == 1


def test_the_dataset_of_the_request_goes_before_that_of_the_query(stel) -> None:
    tel = "SELECT (COUNT(*) AS ?n) {} WHERE {{ ?s ?p ?o }}"
    for from_, dataset, aantal in [
        ("", {}, AANTAL + 1),
        (f"FROM <{EX}g2>", {}, 1),
        ("", {"standaard": (EX + "g2",)}, 1),
        (f"FROM <{EX}g1>", {"standaard": (EX + "g2",)}, 1),
        ("", {"benoemd": (EX + "g2",)}, 0),
    ]:
        assert f'"{aantal}"'.encode() in stel(tel.format(from_), **dataset).inhoud, (from_, dataset)
    with pytest.raises(VraagFout, match="geen IRI"):
        stel(tel.format(""), standaard=("geen iri",))


def test_no_acceptable_format_is_told_without_asking(stel) -> None:
    assert stel("SELECT * { ?s ?p ?o }", tabel="").soort == ""
    assert stel("CONSTRUCT WHERE { ?s ?p ?o }", graaf="").soort == ""
    assert stel("ASK {}", graaf="").soort == JSON


# --- wrong and forbidden queries ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("vraag", "deel", "regel"),
    [
        ("SELECT * WHERE {\n ?s ?p \n}", "regel 3", 3),
        ("", "geen geldige SPARQL", 1),
        ("INSERT DATA { <x:a> <x:b> <x:c> }", "alleen te lezen", 0),
        ("PREFIX a: <x:> LOAD <http://127.0.0.1/x>", "alleen te lezen", 0),
        ("SELECT (<x:f>(1) AS ?x) {}", "functie", 0),
    ],
)
def test_wrong_queries_are_named_with_their_place(stel, vraag: str, deel: str, regel: int) -> None:
    with pytest.raises(VraagFout, match=deel) as info:
        stel(vraag)
    assert info.value.regel == regel


@pytest.fixture(scope="module")
def luisteraar() -> Iterator[tuple[int, list[object]]]:
    """A port on this machine, and the connections that came in."""
    verbindingen: list[object] = []
    with socket.create_server(("127.0.0.1", 0)) as s:
        s.settimeout(0.1)
        klaar = threading.Event()

        def luister() -> None:
            while not klaar.is_set():
                try:
                    verbinding, adres = s.accept()
                except TimeoutError:
                    continue
                verbindingen.append(adres)
                verbinding.close()

        draad = threading.Thread(target=luister)
        draad.start()
        yield s.getsockname()[1], verbindingen
        klaar.set()
        draad.join()
        # Also none that came in after its query was answered.
        assert verbindingen == []


@pytest.mark.parametrize(
    "vraag",
    [
        "SELECT * {{ SERVICE <{}> {{ ?s ?p ?o }} }}",
        "SELECT * {{ service silent <{}> {{ ?s ?p ?o }} }}",
        "SELECT * {{ VALUES ?u {{ <{}> }} SERVICE ?u {{ ?s ?p ?o }} }}",
        "SELECT * {{ {{ SELECT * {{ OPTIONAL {{ SERVICE <{}> {{ ?s ?p ?o }} }} }} }} }}",
        "SELECT * {{ # '\nSERVICE<{}>{{ ?s ?p ?o }} }}",
        "SELECT * {{ S\\u0045RVICE <{}> {{ ?s ?p ?o }} }}",
        'SELECT * {{ ?s ?p "\\\\" SERVICE <{}> {{ ?s ?p \'"\' }} }}',
        "ASK {{ FILTER NOT EXISTS {{ SERVICE <{}> {{ ?s ?p ?o }} }} }}",
        "CONSTRUCT {{ ?s ?p ?o }} {{ SERVICE <{}> {{ ?s ?p ?o }} }}",
        "SELECT * FROM <{}> {{ ?s ?p ?o }}",
        "SELECT * FROM NAMED <{}> {{ GRAPH ?g {{ ?s ?p ?o }} }}",
        "DESCRIBE <{}>",
        "LOAD <{}>",
        "LOAD SILENT <{}> INTO GRAPH <x:g>",
    ],
)
def test_no_query_reaches_out(stel, luisteraar: tuple[int, list[object]], vraag: str) -> None:
    poort, verbindingen = luisteraar
    try:
        resultaat = stel(vraag.format(f"http://127.0.0.1:{poort}/sparql"))
    except VraagFout:
        pass
    else:
        assert resultaat.rijen == 0
    assert verbindingen == []


def test_words_that_look_like_service_are_no_reason_to_refuse(stel) -> None:
    assert stel("SELECT ?service { ?s <x:service> ?service FILTER(STR(?s) = 'SERVICE <x>') } # SERVICE").rijen == 0


# --- limits -------------------------------------------------------------------------------------------------------


def test_rows_are_cut_and_that_is_told(manier: Manier, opslagmap: Path) -> None:
    werkers = Werkers(1, Grenzen(rijen=10))
    try:
        for soort in TABELSOORTEN:
            resultaat = manier(werkers, Opdracht("SELECT * { ?s ?p ?o }", soort, "", str(opslagmap)))
            assert (resultaat.rijen, resultaat.afgekapt) == (10, True)
            assert (AFGEKAPT.encode() in resultaat.inhoud) == ("sparql-results" in soort)
        for soort in GRAAFSOORTEN:
            resultaat = manier(werkers, Opdracht("CONSTRUCT WHERE { ?s ?p ?o }", "", soort, str(opslagmap)))
            assert (resultaat.rijen, resultaat.afgekapt) == (10, True)
            assert (b"afgekapt" in resultaat.inhoud) == (soort != "application/ld+json")
            assert len(list(parse(resultaat.inhoud, format=RdfFormat.from_media_type(soort)))) == 10
        precies = manier(werkers, Opdracht("SELECT * { ?s ?p ?o } LIMIT 10", JSON, "", str(opslagmap)))
        assert (precies.rijen, precies.afgekapt) == (10, False)
    finally:
        werkers.sluit()


def test_size_is_cut(manier: Manier, opslagmap: Path) -> None:
    werkers = Werkers(1, Grenzen(omvang=1000))
    try:
        resultaat = manier(werkers, Opdracht("SELECT * { ?s ?p ?o }", JSON, "", str(opslagmap)))
        assert resultaat.afgekapt
        assert len(resultaat.inhoud) < 3000
    finally:
        werkers.sluit()


def test_time_ends_the_query_and_the_next_one_is_answered(manier: Manier, opslagmap: Path) -> None:
    werkers = Werkers(1, Grenzen(seconden=0.7))
    try:
        werkers.warm()
        begin = time.monotonic()
        with pytest.raises(GrensBereikt, match=r"langer dan 0\.7 seconden"):
            manier(werkers, Opdracht(EINDELOOS, JSON, "", str(opslagmap)))
        assert time.monotonic() - begin < 15
        werkers.grenzen = Grenzen()
        assert manier(werkers, Opdracht("ASK {}", JSON, "", str(opslagmap))).inhoud == b'{"head":{},"boolean":true}'
    finally:
        werkers.sluit()


def test_memory_ends_the_query_and_the_next_one_is_answered(manier: Manier, opslagmap: Path) -> None:
    werkers = Werkers(1, Grenzen(seconden=60, geheugen=64_000_000))
    gulzig = "SELECT (CONCAT(STR(?a), STR(?d), STR(?g)) AS ?x) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?x"
    try:
        with pytest.raises(GrensBereikt, match="geheugen"):
            manier(werkers, Opdracht(gulzig, JSON, "", str(opslagmap)))
        assert manier(werkers, Opdracht("ASK {}", JSON, "", str(opslagmap))).rijen == 0
    finally:
        werkers.sluit()


@pytest.mark.parametrize(
    "diep", ["{" * 50_000, "SELECT * {" + "{" * 50_000 + "}" * 50_001, "ASK { FILTER(" + "(" * 50_000]
)
def test_deep_nesting_ends_in_an_error(stel, diep: str) -> None:
    with pytest.raises((VraagFout, GrensBereikt)):
        stel(diep)
    assert stel("ASK {}").soort == JSON


def test_a_busy_pool_refuses_after_the_waiting_time(manier: Manier, opslagmap: Path) -> None:
    werkers = Werkers(1, Grenzen(seconden=3))
    fouten: list[Exception] = []

    def bezig() -> None:
        try:
            manier(werkers, Opdracht(EINDELOOS, JSON, "", str(opslagmap)))
        except GrensBereikt as fout:
            fouten.append(fout)

    draad = threading.Thread(target=bezig)
    try:
        draad.start()
        time.sleep(0.2)
        with pytest.raises(GrensBereikt, match="te veel vragen"):
            manier(werkers, Opdracht("ASK {}", JSON, "", str(opslagmap)), wachttijd=0.1)
    finally:
        draad.join()
        werkers.sluit()
    assert len(fouten) == 1


def test_a_missing_store_is_named(stel, manier: Manier, tmp_path: Path, werkers: Werkers) -> None:
    with pytest.raises(OpslagFout, match="geen opslag"):
        manier(werkers, Opdracht("ASK {}", JSON, "", str(tmp_path)))
    assert stel("ASK {}").soort == JSON


def test_a_query_and_an_answer_larger_than_a_pipe_holds(stel) -> None:
    lang = "x" * 900_000
    resultaat = stel(f"SELECT ('{lang}' AS ?x) (STRLEN(?x) AS ?n) {{}}")
    assert resultaat.inhoud.count(b"x") >= len(lang)
    assert b'"900000"' in resultaat.inhoud


def test_who_goes_away_leaves_no_query_behind(opslagmap: Path) -> None:
    async def ga_weg(werkers: Werkers) -> None:
        taak = asyncio.create_task(werkers.vraag_los(Opdracht(EINDELOOS, JSON, "", str(opslagmap))))
        await asyncio.sleep(0.5)
        taak.cancel()
        with pytest.raises(asyncio.CancelledError):
            await taak
        assert (await werkers.vraag_los(Opdracht("ASK {}", JSON, "", str(opslagmap)))).soort == JSON

    werkers = Werkers(1, Grenzen(seconden=600))
    try:
        werkers.warm()
        asyncio.run(asyncio.wait_for(ga_weg(werkers), 60))
    finally:
        werkers.sluit()


def test_others_have_their_turn_while_a_query_runs(opslagmap: Path) -> None:
    async def naast(werkers: Werkers) -> int:
        taak = asyncio.create_task(werkers.vraag_los(Opdracht(EINDELOOS, JSON, "", str(opslagmap))))
        beurten = 0
        while not taak.done():
            await asyncio.sleep(0)
            beurten += 1
        with pytest.raises(GrensBereikt, match="langer dan"):
            await taak
        return beurten

    werkers = Werkers(1, Grenzen(seconden=1))
    try:
        werkers.warm()
        assert asyncio.run(naast(werkers)) > 100
    finally:
        werkers.sluit()


def test_a_process_that_is_gone_is_replaced(manier: Manier, opslagmap: Path) -> None:
    werkers = Werkers(1, Grenzen(seconden=30))
    try:
        werkers.warm()
        proces = werkers._vrij.get()
        assert proces is not None
        os.kill(proces._proces.pid, signal.SIGKILL)
        proces._proces.wait()
        werkers._vrij.put(proces)
        assert manier(werkers, Opdracht("ASK {}", JSON, "", str(opslagmap))).soort == JSON
    finally:
        werkers.sluit()


def test_a_pool_that_was_closed_starts_nothing_and_says_so() -> None:
    werkers = Werkers(1)
    werkers.sluit()
    with pytest.raises(OpslagFout, match="stopt"):
        werkers.warm()
