"""Clients that are slow, silent, too many or talk nonsense, and what others notice of them: nothing."""

from __future__ import annotations

import asyncio
import json
import logging
import socket
import threading
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager, suppress

import httpx
import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from api import server
from api.grenzen import Lichaamsgrens
from api.instellingen import Instellingen
from api.problemen import van_http
from api.verbindingen import Serverconfig, Verbindingsgrenzen

SECONDEN = 0.4
RUIM = 3.0


async def _kort(_verzoek: Request) -> Response:
    return PlainTextResponse("kort")


async def _lichaam(verzoek: Request) -> Response:
    return PlainTextResponse(str(len(await verzoek.body())))


async def _lang(_verzoek: Request) -> Response:
    return PlainTextResponse("x" * 30_000_000)


async def _duurt(_verzoek: Request) -> Response:
    # Beyond what a client may take.
    await asyncio.sleep(6 * SECONDEN)
    return PlainTextResponse("toch")


async def _begonnen(_verzoek: Request) -> Response:
    async def stukken() -> AsyncIterator[bytes]:
        yield b"begin"
        await asyncio.sleep(6 * SECONDEN)
        yield b"eind"

    return StreamingResponse(stukken(), headers={"Content-Length": "9"})


@contextmanager
def draai(grenzen: Verbindingsgrenzen) -> Iterator[tuple[str, int]]:
    """Serve a small application behind our connections."""
    routes = [
        Route("/", _kort),
        Route("/lichaam", _lichaam, methods=["POST"]),
        Route("/begonnen", _begonnen, methods=["POST"]),
        Route("/lang", _lang),
        Route("/duurt", _duurt),
    ]
    app = Starlette(
        routes=routes,
        middleware=[Middleware(Lichaamsgrens, grootste=1_000_000)],
        exception_handlers={HTTPException: van_http},
    )
    server = uvicorn.Server(
        Serverconfig(app, grenzen, host="127.0.0.1", port=0, log_level="error", timeout_graceful_shutdown=5)
    )
    draad = threading.Thread(target=server.run, daemon=True)
    draad.start()
    try:
        while not server.started:
            assert draad.is_alive()
            time.sleep(0.01)
        yield server.servers[0].sockets[0].getsockname()[:2]
    finally:
        server.should_exit = True
        draad.join(10)


@pytest.fixture(scope="module")
def plek() -> Iterator[tuple[str, int]]:
    with draai(Verbindingsgrenzen(verbindingen=20, seconden=SECONDEN, kop=8_000)) as plek:
        yield plek


@pytest.fixture(scope="module")
def geduldig() -> Iterator[tuple[str, int]]:
    """With longer times, for clients that must not be cut off: a busy machine may let them stand still for a moment."""
    with draai(Verbindingsgrenzen(seconden=RUIM)) as plek:
        yield plek


def verbind(plek: tuple[str, int], begin: bytes = b"") -> socket.socket:
    klant = socket.create_connection(plek, timeout=30)
    klant.sendall(begin)
    return klant


def tot_het_eind(klant: socket.socket) -> bytes:
    """Everything that comes until the other side closes."""
    stukken = []
    try:
        while stuk := klant.recv(65_536):
            stukken.append(stuk)
    except ConnectionError:
        pass
    klant.close()
    return b"".join(stukken)


def _antwoord_van(klant: socket.socket) -> bytes:
    """One answer of the small application on a connection that stays open."""
    gekregen = b""
    while not gekregen.endswith((b"kort", b"toch")):
        gekregen += klant.recv(65_536)
    return gekregen


def probleem(antwoord: bytes) -> tuple[int, str]:
    """Status and sentence of a problem that ends its connection."""
    kop, _, inhoud = antwoord.partition(b"\r\n\r\n")
    assert b"content-type: application/problem+json" in kop.lower()
    assert b"connection: close" in kop.lower()
    gegevens = json.loads(inhoud)
    assert gegevens["status"] == int(kop.split()[1])
    return gegevens["status"], gegevens["detail"]


def druppel(klant: socket.socket, stuk: bytes = b"a") -> bytes:
    """Send bit by bit until the other side has had enough; what it says then."""
    einde = time.monotonic() + 50 * SECONDEN
    klant.settimeout(0.05)
    gekregen = b""
    with klant:
        while time.monotonic() < einde:
            try:
                deel = klant.recv(65_536)
                if not deel:
                    return gekregen
                gekregen += deel
            except TimeoutError:
                with suppress(ConnectionError):
                    klant.sendall(stuk)
            except ConnectionError:
                return gekregen
    pytest.fail("de verbinding bleef open")


def test_who_says_nothing_is_let_go(plek: tuple[str, int]) -> None:
    begin = time.monotonic()
    assert tot_het_eind(verbind(plek)) == b""
    assert time.monotonic() - begin < 50 * SECONDEN


def test_headers_that_drip_are_cut_off(plek: tuple[str, int]) -> None:
    antwoord = druppel(verbind(plek, b"GET / HTTP/1.1\r\nHost: x\r\nX-A: "))
    assert probleem(antwoord) == (408, "Het verzoek kwam te langzaam binnen.")


def test_a_body_that_drips_is_cut_off_and_is_no_fault_of_ours(
    plek: tuple[str, int], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        antwoord = druppel(verbind(plek, b"POST /lichaam HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n"))
    assert probleem(antwoord)[0] == 408
    assert not caplog.records


def test_second_requests_on_a_kept_connection_must_come_in_time_too(plek: tuple[str, int]) -> None:
    klant = verbind(plek, b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
    assert b"kort" in _antwoord_van(klant)
    assert probleem(druppel(klant, b"G"))[0] == 408


def test_a_body_that_moves_on_may_take_long(geduldig: tuple[str, int]) -> None:
    def stukken() -> Iterator[bytes]:
        for _ in range(20):
            time.sleep(RUIM / 15)
            yield b"x" * 1000

    antwoord = httpx.post(f"http://{geduldig[0]}:{geduldig[1]}/lichaam", content=stukken(), timeout=30)
    assert antwoord.text == "20000"


def test_an_answer_that_takes_long_is_waited_for(plek: tuple[str, int]) -> None:
    assert httpx.get(f"http://{plek[0]}:{plek[1]}/duurt").text == "toch"


def test_who_does_not_read_the_answer_is_cut_off(plek: tuple[str, int]) -> None:
    klant = socket.socket()
    klant.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    klant.settimeout(30)
    klant.connect(plek)
    klant.sendall(b"GET /lang HTTP/1.1\r\nHost: x\r\n\r\n")
    time.sleep(5 * SECONDEN)
    assert len(tot_het_eind(klant)) < 30_000_000


def test_who_reads_slowly_but_on_gets_all_of_it(geduldig: tuple[str, int]) -> None:
    klant = verbind(geduldig, b"GET /lang HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    gelezen = 0
    while stuk := klant.recv(1_000_000):
        gelezen += len(stuk)
        time.sleep(0.02)
    klant.close()
    assert gelezen > 30_000_000


@pytest.mark.parametrize(
    ("gestuurd", "status"),
    [
        (b"GET / HTTP/1.1\r\nHost: x\r\nX-A: " + b"a" * 20_000 + b"\r\n\r\n", 431),
        (b"GET /" + b"a" * 20_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n", 431),
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 400),
        (b"NIETS\r\n\r\n", 400),
        (b"POST /lichaam HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n", 400),
        (b"POST /lichaam HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nHost: x\r\nA b: c\r\n\r\n", 400),
        (b"GET / een twee HTTP/1.1\r\nHost: x\r\n\r\n", 400),
        (b"POST /lichaam HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", 400),
        (b"POST /lichaam HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip\r\n\r\n", 501),
    ],
)
def test_what_is_no_request_is_told_so(plek: tuple[str, int], gestuurd: bytes, status: int) -> None:
    antwoord = tot_het_eind(verbind(plek, gestuurd))
    assert probleem(antwoord)[0] == status
    assert b"Invalid HTTP" not in antwoord


@pytest.mark.parametrize(
    ("kop", "status"),
    [
        (b"POST /lichaam HTTP/1.1\r\nHost: x\r\nContent-Length: 20000000\r\n\r\n", 413),
        (b"POST /lichaam HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1312d00\r\n", 413),
        (b"GET / HTTP/1.1\r\nHost: x\r\nX-Veel: ", 431),
    ],
)
def test_who_first_sends_all_of_what_is_refused_still_hears_why(
    geduldig: tuple[str, int], kop: bytes, status: int
) -> None:
    # More than fits in the buffers between us: a connection that is closed meanwhile would break off.
    klant = verbind(geduldig, kop)
    klant.sendall(b"a" * 20_000_000)
    antwoord = klant.recv(65_536)
    klant.shutdown(socket.SHUT_WR)
    assert antwoord.startswith(f"HTTP/1.1 {status} ".encode())
    while stuk := klant.recv(65_536):
        antwoord += stuk
    klant.close()
    assert probleem(antwoord)[0] == status


def test_who_goes_on_sending_what_is_refused_is_cut_off(plek: tuple[str, int]) -> None:
    klant = verbind(plek, b"POST /lichaam HTTP/1.1\r\nHost: x\r\nContent-Length: 20000000\r\n\r\n")

    def ga_door() -> None:
        einde = time.monotonic() + 50 * SECONDEN
        while time.monotonic() < einde:
            klant.sendall(b"a")
            time.sleep(0.01)

    with klant, pytest.raises(ConnectionError):
        ga_door()


def test_what_is_no_request_comes_after_the_answer_before_it(plek: tuple[str, int]) -> None:
    antwoord = tot_het_eind(verbind(plek, b"GET / HTTP/1.1\r\nHost: x\r\n\r\nNIETS\r\n\r\n"))
    eerste, _, tweede = antwoord.partition(b"kort")
    assert eerste.startswith(b"HTTP/1.1 200 ")
    assert probleem(tweede) == (400, "Dit is geen geldig HTTP-verzoek.")


def test_nothing_is_told_in_the_middle_of_an_answer(plek: tuple[str, int]) -> None:
    klant = verbind(plek, b"POST /begonnen HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n")
    gekregen = b""
    while not gekregen.endswith(b"begin"):
        gekregen += klant.recv(65_536)
    klant.sendall(b"zz\r\n")
    assert tot_het_eind(klant) == b""


def test_who_asks_for_another_protocol_is_answered_in_this_one(
    plek: tuple[str, int], caplog: pytest.LogCaptureFixture
) -> None:
    vraag = b"GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n"
    # What the server logs itself goes nowhere else.
    caplog.set_level(logging.WARNING, "uvicorn.error")
    logging.getLogger("uvicorn.error").addHandler(caplog.handler)
    try:
        with verbind(plek, vraag) as klant:
            assert _antwoord_van(klant).startswith(b"HTTP/1.1 200 ")
    finally:
        logging.getLogger("uvicorn.error").removeHandler(caplog.handler)
    assert not caplog.records


def test_more_slow_clients_than_there_is_room_for_keep_nobody_out(plek: tuple[str, int]) -> None:
    traag = [verbind(plek, b"GET / HTTP/1.1\r\nX-A: ") for _ in range(60)]
    for _ in range(10):
        traag.append(verbind(plek, b"GET / HTTP/1.1\r\nX-A: "))
        assert httpx.get(f"http://{plek[0]}:{plek[1]}/", timeout=30).text == "kort"
    for klant in traag:
        klant.close()


def test_when_all_wait_for_us_the_next_is_told_to_come_back(plek: tuple[str, int]) -> None:
    bezig = [verbind(plek, b"GET /duurt HTTP/1.1\r\nHost: x\r\n\r\n") for _ in range(20)]
    time.sleep(SECONDEN / 2)
    antwoord = tot_het_eind(verbind(plek))
    assert probleem(antwoord) == (503, "Er zijn nu te veel verbindingen.")
    assert b"Retry-After: 5" in antwoord
    for klant in bezig:
        assert b"toch" in _antwoord_van(klant)
        klant.close()


def test_what_is_under_way_ends_well_when_the_server_stops() -> None:
    with draai(Verbindingsgrenzen(seconden=SECONDEN)) as plek:
        klant = verbind(plek, b"GET /duurt HTTP/1.1\r\nHost: x\r\n\r\n")
        time.sleep(SECONDEN / 2)
    assert tot_het_eind(klant).endswith(b"toch")


@pytest.mark.parametrize(
    ("gevraagd", "bestanden", "verbindingen", "gemeld"),
    [
        (20_000, 20_000, 19_744, False),  # the default, nearly: nobody asked for it
        (20_000, 1_024, 768, True),  # fewer than an office needs
        (18_000, 18_000, 17_744, True),  # somebody asked for more than there can be
        (500, 1_024, 500, False),
    ],
)
def test_the_limit_follows_the_system_and_is_told_where_it_matters(
    monkeypatch: pytest.MonkeyPatch, gevraagd: int, bestanden: int, verbindingen: int, gemeld: bool
) -> None:
    monkeypatch.setattr(server, "_meer_bestanden", lambda: bestanden)
    meldingen: list[str] = []
    grenzen = server._grenzen(Instellingen(verbindingen=gevraagd), meldingen.append)
    assert grenzen.verbindingen == verbindingen
    assert bool(meldingen) is gemeld
    assert all(str(bestanden) in m and str(verbindingen) in m for m in meldingen)
