"""An engine elsewhere that is gone, slow, or not what it should be: one clear error each, and no hang."""

from __future__ import annotations

import base64
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad

from graph.extern import ExterneOpslag, verbinding
from graph.opslag import Tabel
from ontologie.fouten import GrensBereikt, OpslagFout, VraagFout
from tests.graph.sparqldienst import oxigraph_dienst, vrije_poort

G = NamedNode("https://example.org/g")
HERKOMST = Quad(G, NamedNode("http://www.w3.org/ns/prov#wasDerivedFrom"), NamedNode("https://example.org/bron"), G)
JSON = "application/sparql-results+json"


@contextmanager
def dienst(antwoord: Callable[[BaseHTTPRequestHandler], None]) -> Iterator[str]:
    """A server that answers every POST as told."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            antwoord(self)

        def log_message(self, *args: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    draad = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    draad.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/query"
    finally:
        server.shutdown()
        server.server_close()


def geef(handler: BaseHTTPRequestHandler, status: int, soort: str, inhoud: bytes, lengte: int | None = None) -> None:
    handler.send_response(status)
    handler.send_header("Content-Type", soort)
    handler.send_header("Content-Length", str(len(inhoud) if lengte is None else lengte))
    handler.end_headers()
    handler.wfile.write(inhoud)


def vraag(adres: str, sparql: str = "SELECT * { ?s ?p ?o }") -> list[dict[str, object]]:
    opslag = ExterneOpslag(adres, seconden=0.5)
    try:
        antwoord = opslag.bevraag(sparql)
        assert isinstance(antwoord, Tabel)
        return list(antwoord.rijen)
    finally:
        opslag.sluit()


def test_een_dienst_die_er_niet_is() -> None:
    with pytest.raises(OpslagFout, match="niet te bereiken"):
        vraag(f"http://127.0.0.1:{vrije_poort()}/query")


@pytest.mark.parametrize("adres", ["geen adres", "http://", "ftp://127.0.0.1/query", "http://127.0.0.1:99999/"])
def test_een_onmogelijk_adres(adres: str) -> None:
    with pytest.raises(OpslagFout, match="niet te bereiken"):
        vraag(adres)


def test_een_dienst_die_zwijgt() -> None:
    begin = time.perf_counter()
    with dienst(lambda _: time.sleep(3)) as adres, pytest.raises(GrensBereikt, match=r"binnen 0\.5 seconden"):
        vraag(adres)
    assert time.perf_counter() - begin < 2.5


def test_een_dienst_die_halverwege_zwijgt() -> None:
    def half(handler: BaseHTTPRequestHandler) -> None:
        geef(handler, 200, JSON, b'{"head":{"vars":["s"]},"results":{"bindings":[', lengte=1000)
        handler.wfile.flush()
        time.sleep(2)

    with dienst(half) as adres, pytest.raises(GrensBereikt):
        vraag(adres)


@contextmanager
def druppelaar(begin: Callable[[BaseHTTPRequestHandler], object], stuk: bytes) -> Iterator[str]:
    """The address of a service that begins an answer and goes on at a drip."""
    klaar = threading.Event()

    def druppel(handler: BaseHTTPRequestHandler) -> None:
        begin(handler)
        while not klaar.wait(0.05):
            handler.wfile.write(stuk)
            handler.wfile.flush()

    try:
        with dienst(druppel) as adres:
            yield adres
    finally:
        klaar.set()


@pytest.mark.parametrize("status", [200, 500])
def test_een_dienst_die_druppelt(status: int) -> None:
    with (
        druppelaar(lambda h: geef(h, status, JSON, b"{", lengte=1_000_000), b" ") as adres,
        pytest.raises(GrensBereikt, match=r"binnen 0\.5 seconden"),
    ):
        vraag(adres)


@pytest.mark.parametrize(
    "begin", [b"", b"HTTP/1.0 200 OK\r\nX-Kop: ", b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nX: "]
)
def test_een_dienst_waarvan_de_kop_druppelt(begin: bytes) -> None:
    # Where nothing began, whole answers that say that there is more to come.
    stuk = b"x" if begin else b"HTTP/1.1 102 Processing\r\n\r\n"
    with (
        druppelaar(lambda h: h.wfile.write(begin), stuk) as adres,
        pytest.raises(GrensBereikt, match=r"binnen 0\.5 seconden"),
    ):
        vraag(adres)


@pytest.mark.parametrize("wat", ["rijen", "spaties", "een woord", "401", "500", "wijziging"])
def test_een_antwoord_zonder_eind(monkeypatch: pytest.MonkeyPatch, wat: str) -> None:
    monkeypatch.setattr(verbinding, "ANTWOORD_MAX", 1_000_000)
    begin = b'{"head":{"vars":["s"]},"results":{"bindings":[{"s":{"type":"literal","value":"a"}}'
    brok = b',{"s":{"type":"literal","value":"a"}}' if wat == "rijen" else b"a" if wat == "een woord" else b" "
    begin = begin.removesuffix(b'a"}}') if wat == "een woord" else begin
    status = int(wat) if wat.isdigit() else 200
    gestuurd = []

    def eindeloos(handler: BaseHTTPRequestHandler) -> None:
        geef(handler, status, JSON, begin, lengte=10**12)
        with suppress(OSError):
            while True:
                gestuurd.append(handler.wfile.write(brok * 1000))

    with dienst(eindeloos) as adres:
        if wat == "wijziging":
            ExterneOpslag(adres, adres).laad([HERKOMST])
        else:
            melding = f"fout {status}" if status >= 400 else r"groter dan 1 MB"
            with pytest.raises((GrensBereikt, OpslagFout), match=melding):
                vraag(adres.replace("://", "://naam:geheim@"))
    assert sum(gestuurd) < 20_000_000


@pytest.mark.parametrize(
    ("sparql", "inhoud", "melding"),
    [
        ("SELECT ?a ?s {}", b'{"head":{"vars":["s"]},"results":{"bindings":[]}}', r"zonder \?a"),
        ("SELECT (COUNT(*) AS ?n) {}", b'{"head":{"vars":[]},"results":{"bindings":[]}}', r"zonder \?n"),
        ("SELECT ?s {}", b'{"head":{},"boolean":true}', "in plaats van een tabel"),
        ("ASK {}", b'{"head":{"vars":["s"]},"results":{"bindings":[]}}', "in plaats van waar of onwaar"),
        ("SELECT ?s {}", b'{"head":{"vars":["s"]},"results":{"bindings":[{}]}}', r"een rij zonder \?s"),
    ],
)
def test_een_dienst_die_een_andere_vraag_beantwoordt(sparql: str, inhoud: bytes, melding: str) -> None:
    def lees(adres: str) -> list[object]:
        antwoord = ExterneOpslag(adres).bevraag(sparql)
        assert isinstance(antwoord, Tabel)
        # Taken whole first, as an error keeps what this function holds.
        rijen = list(antwoord.rijen)
        return [rij["s"] for rij in rijen]

    with dienst(lambda h: geef(h, 200, JSON, inhoud)) as adres, pytest.raises(OpslagFout, match=melding):
        lees(adres)


def test_een_antwoord_dat_traag_maar_gestaag_komt_wordt_gelezen() -> None:
    begin, eind = b'{"head":{"vars":["s"]},"results":{"bindings":[', b'{"s":{"type":"uri","value":"urn:a"}}]}}'

    def gestaag(handler: BaseHTTPRequestHandler) -> None:
        geef(handler, 200, JSON, begin, lengte=len(begin) + 12 * 2000 + len(eind))
        for _ in range(12):
            handler.wfile.write(b" " * 2000)
            handler.wfile.flush()
            time.sleep(0.1)
        handler.wfile.write(eind)

    with dienst(gestaag) as adres:
        assert [rij["s"] for rij in vraag(adres)] == [NamedNode("urn:a")]


@pytest.mark.parametrize(
    ("status", "soort", "inhoud", "fout", "melding"),
    [
        (400, "text/plain", b"parse error at line 1", VraagFout, "parse error at line 1"),
        (500, "text/plain", b"kapot", OpslagFout, "fout 500: kapot"),
        (404, "text/html", b"<h1>weg</h1>", OpslagFout, "fout 404"),
        (401, "text/plain", b"", OpslagFout, "fout 401"),
        (503, "text/plain", b"query timeout", GrensBereikt, "brak de vraag af"),
        (200, "text/html", b"<html>Welkom</html>", OpslagFout, "niet te lezen"),
        (200, JSON, b"{", OpslagFout, "niet te lezen"),
        (200, JSON, b'{"head":{"vars":["s"]},"results":{"bindings":[{"s":', OpslagFout, "niet te lezen"),
        (200, JSON, b"\xff\xfe\x00", OpslagFout, "niet te lezen"),
        (200, "", b"", OpslagFout, "niet te lezen"),
        (302, "text/plain", b"", OpslagFout, "fout 302"),
        (200, "text/plain", b"<urn:a> <urn:b> <urn:c> .", OpslagFout, "niet te lezen"),
    ],
)
def test_een_dienst_die_iets_anders_antwoordt(
    status: int, soort: str, inhoud: bytes, fout: type[Exception], melding: str
) -> None:
    with dienst(lambda h: geef(h, status, soort, inhoud)) as adres, pytest.raises(fout, match=melding):
        vraag(adres)


def test_een_antwoord_dat_korter_is_dan_gezegd() -> None:
    heel = b'{"head":{"vars":["s"]},"results":{"bindings":[{"s":{"type":"uri","value":"urn:a"}}]}}'
    with dienst(lambda h: geef(h, 200, JSON, heel[:-20], lengte=len(heel))) as adres, pytest.raises(OpslagFout):
        vraag(adres)


def test_een_dienst_zonder_adres_voor_wijzigingen_kan_alleen_lezen() -> None:
    opslag = ExterneOpslag("http://127.0.0.1:9/query")
    with pytest.raises(OpslagFout, match="alleen om te lezen"):
        opslag.laad([HERKOMST])


GOED = b'{"head":{"vars":["s"]},"results":{"bindings":[{"s":{"type":"uri","value":"urn:a"}}]}}'


@pytest.mark.parametrize(("wachtwoord", "goed"), [("geheim", True), ("fout", False)])
def test_naam_en_wachtwoord_gaan_mee_als_de_dienst_erom_vraagt(wachtwoord: str, goed: bool) -> None:
    def vraagt_naam(handler: BaseHTTPRequestHandler) -> None:
        if handler.headers["Authorization"] == "Basic " + base64.b64encode(b"naam:geheim").decode():
            geef(handler, 200, JSON, GOED)
            return
        handler.send_response(401)
        handler.send_header("WWW-Authenticate", 'Basic realm="proef"')
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    with dienst(vraagt_naam) as adres:
        opslag = ExterneOpslag(adres.replace("://", f"://naam:{wachtwoord}@"))
        if goed:
            for _ in range(2):
                antwoord = opslag.bevraag("SELECT ?s {}")
                assert isinstance(antwoord, Tabel)
                assert len(list(antwoord.rijen)) == 1
        else:
            with pytest.raises(OpslagFout, match="laat dit niet toe") as fout:
                opslag.bevraag("SELECT ?s {}")
            assert wachtwoord + "@" not in str(fout.value)
        opslag.sluit()


@pytest.mark.parametrize(("achter", "goed"), [("", False), ("?union-default-graph", True)])
def test_de_controle_ziet_of_alle_grafen_samen_worden_bevraagd(tmp_path: Path, achter: str, goed: bool) -> None:
    with oxigraph_dienst(tmp_path / "dienst") as adres:
        opslag = ExterneOpslag(f"{adres}/query{achter}", f"{adres}/update")
        opslag.controleer()
        opslag.laad([HERKOMST])
        if goed:
            opslag.controleer()
        else:
            with pytest.raises(OpslagFout, match="niet in alle grafen"):
                opslag.controleer()
        opslag.sluit()


@pytest.mark.parametrize(
    "inhoud",
    [b'{"head":{"vars":[]},"results":{"bindings":[]}}', b'{"head":{"vars":["s"]},"results":{"bindings":[{"s":'],
)
def test_een_fout_mag_in_een_andere_draad_eindigen_dan_die_haar_kreeg(
    inhoud: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in a server: the thread that asked hands the error over, and what reads a table must not come with it."""
    fouten: list[OpslagFout] = []
    gemist: list[object] = []
    with dienst(lambda h: geef(h, 200, JSON, inhoud)) as adres:
        try:
            vraag(adres, "SELECT ?s {}")
        except OpslagFout as fout:
            fouten.append(fout)
    assert fouten
    monkeypatch.setattr(sys, "unraisablehook", gemist.append)
    draad = threading.Thread(target=fouten.clear)
    draad.start()
    draad.join()
    assert gemist == []
