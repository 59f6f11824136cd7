"""Whatever is answered below ``/v1``, and whoever answers it: with the version, and as problem+json where it failed."""

from __future__ import annotations

import re
import socket
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.types import Receive, Scope, Send

from api.instellingen import Instellingen
from api.v1.paden import API_VERSIE
from api.verbindingen import Serverconfig, Verbindingsgrenzen
from ontologie.fouten import OpslagFout
from tests.api.conftest import draai
from web.app import maak_app

PROBLEEM = "application/problem+json"
#: What takes the media types of a browser, of a program, and of nobody.
ACCEPT = ("*/*", "text/html,application/xhtml+xml,*/*;q=0.8", "image/png")
METHODEN = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "TRACE", "OPTIONS", "PROPFIND")
ANDERE_ADRESSEN = ("/v1", "/v1/", "/v1/nergens", "/v1//", "/v1/regelingen/", "/v1/bepalingen/a%2Fb%00", "/v1/%ff")


def _met_grenzen(app: Starlette) -> uvicorn.Config:
    """As the product serves it, but more impatient."""
    grenzen = Verbindingsgrenzen(seconden=2.0, kop=8_000)
    return Serverconfig(app, grenzen, host="127.0.0.1", port=0, log_level="critical", lifespan="on")


@pytest.fixture(scope="module")
def app(staatmap: Any) -> Starlette:
    return maak_app(Instellingen(opslag=staatmap, lichaam_kb=20, eigen_mb=0.1))


@pytest.fixture(scope="module")
def klant(app: Starlette) -> Iterator[httpx.Client]:
    # A connection for each request: after a fault the server closes it.
    los = httpx.Limits(max_keepalive_connections=0)
    with draai(app, _met_grenzen) as adres, httpx.Client(base_url=adres, timeout=30, limits=los) as klant:
        yield klant


@pytest.fixture(scope="module")
def adressen(klant: httpx.Client) -> list[str]:
    """Each address of the interface, with values that name nothing."""
    paden = klant.get("/v1/openapi.json").json()["paths"]
    return [*(re.sub(r"\{\w+\}", "nergens", f"/v1{pad}") for pad in paden), *ANDERE_ADRESSEN]


def klopt(antwoord: httpx.Response) -> None:
    """What holds of every answer."""
    waar = f"{antwoord.request.method} {antwoord.request.url}: {antwoord.status_code}"
    assert antwoord.headers.get("api-version") == API_VERSIE, waar
    if antwoord.status_code < 400:
        return
    assert antwoord.headers["content-type"] == PROBLEEM, waar
    if antwoord.request.method != "HEAD":
        assert antwoord.json()["status"] == antwoord.status_code, waar


@pytest.mark.parametrize("methode", METHODEN)
def test_every_method_at_every_address(klant: httpx.Client, adressen: list[str], methode: str) -> None:
    statussen = set()
    for adres in adressen:
        for accept in ACCEPT:
            antwoord = klant.request(methode, adres, headers={"Accept": accept})
            klopt(antwoord)
            statussen.add(antwoord.status_code)
    assert statussen & {400, 404, 405}


@pytest.mark.parametrize("accept", ACCEPT[:2])
@pytest.mark.parametrize(
    ("lengte", "status"), [("300000", 413), ("9" * 20, 413), ("9" * 30, 400), ("veel", 400), ("-1", 400)]
)
def test_what_announces_too_much(
    klant: httpx.Client, adressen: list[str], accept: str, lengte: str, status: int
) -> None:
    for adres in adressen:
        kop = f"POST {adres} HTTP/1.1\r\nHost: x\r\nAccept: {accept}\r\nContent-Length: {lengte}\r\n\r\n"
        antwoord = _ruw(klant, kop.encode())
        klopt(antwoord)
        assert antwoord.status_code == status


@pytest.mark.parametrize("accept", ACCEPT[:2])
def test_what_turns_out_to_be_too_large(klant: httpx.Client, adressen: list[str], accept: str) -> None:
    def stukken() -> Iterator[bytes]:
        for _ in range(300):
            yield b" " * 1000

    statussen = set()
    for adres in adressen:
        antwoord = klant.post(adres, content=stukken(), headers={"Accept": accept, "Content-Type": "application/json"})
        klopt(antwoord)
        statussen.add(antwoord.status_code)
    assert 413 in statussen


@pytest.mark.parametrize(
    ("fout", "status"), [(OpslagFout("/geheim/pad is weg."), 503), (RuntimeError("kapot"), 500), (KeyError("x"), 500)]
)
@pytest.mark.parametrize("accept", ACCEPT[:2])
def test_a_store_that_is_gone_and_a_fault_of_ours(
    klant: httpx.Client, app: Starlette, monkeypatch: pytest.MonkeyPatch, fout: Exception, status: int, accept: str
) -> None:
    def stand() -> None:
        raise fout

    monkeypatch.setattr(app.state.dienst, "stand", stand)
    antwoord = klant.get("/v1/regelingen", headers={"Accept": accept})
    klopt(antwoord)
    assert antwoord.status_code == status
    assert "geheim" not in antwoord.text


@pytest.mark.parametrize("accept", ACCEPT[:2])
def test_a_fault_around_the_application(staatmap: Any, accept: str) -> None:
    class Kapot:
        def __init__(self, app: Callable[..., Any]) -> None:
            self.app = app

        async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
            if scope["type"] == "http":
                raise RuntimeError("kapot")
            await self.app(scope, receive, send)

    app = maak_app(Instellingen(opslag=staatmap))
    app.add_middleware(Kapot)
    with draai(app, _met_grenzen) as adres:
        for pad in ("/v1", "/v1/regelingen", "/v1/nergens"):
            antwoord = httpx.get(adres + pad, headers={"Accept": accept})
            klopt(antwoord)
            assert antwoord.status_code == 500


@pytest.mark.parametrize(
    ("gestuurd", "status"),
    [
        (b"GET /v1 HTTP/1.1\r\nHost: x\r\nX-A: " + b"a" * 20_000 + b"\r\n\r\n", 431),
        (b"GET /v1 HTTP/1.1\r\nHost: x\r\n: leeg\r\n\r\n", 400),
        (b"GET /v1 HTTP/1.1\r\n\r\n", 400),
        (b"POST /v1/citaat HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", 400),
        (b"POST /v1/citaat HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nte kort", 408),
        (b"GET /v1 HTTP/1.1\r\nHost: x\r\n", 408),
    ],
)
def test_what_never_reaches_the_application(klant: httpx.Client, gestuurd: bytes, status: int) -> None:
    antwoord = _ruw(klant, gestuurd)
    klopt(antwoord)
    assert antwoord.status_code == status


def test_the_version_is_of_this_interface_only(klant: httpx.Client) -> None:
    for pad in ("/", "/v1x", "/sparql?query=ASK%7B%7D", "/nergens/v1/regelingen"):
        assert "api-version" not in klant.get(pad).headers


def test_below_a_prefix_it_is_the_same(staatmap: Any) -> None:
    app = maak_app(Instellingen(opslag=staatmap, pad="/graaf", lichaam_kb=20))
    with draai(app, _met_grenzen) as adres, httpx.Client(base_url=f"{adres}/graaf") as klant:
        for pad in ("/v1", "/v1/nergens"):
            klopt(klant.get(pad, headers={"Accept": ACCEPT[1]}))
            klopt(klant.post(pad, content=b"x" * 30_000))


def _ruw(klant: httpx.Client, gestuurd: bytes) -> httpx.Response:
    """The answer to these very bytes, on a connection of their own."""
    delen = urlsplit(str(klant.base_url))
    with socket.create_connection((delen.hostname, delen.port), timeout=30) as verbinding:
        verbinding.sendall(gestuurd)
        gekregen = b""
        while not re.search(rb"\r\n\r\n.*\}\Z", gekregen, re.S):
            stuk = verbinding.recv(65_536)
            assert stuk, gekregen
            gekregen += stuk
    kop, _, inhoud = gekregen.partition(b"\r\n\r\n")
    regel, *koppen = kop.decode().split("\r\n")
    methode, adres, *_ = gestuurd.decode().split()
    return httpx.Response(
        int(regel.split()[1]),
        headers=[tuple(k.split(": ", 1)) for k in koppen],  # type: ignore[misc]
        content=inhoud,
        request=httpx.Request(methode, klant.base_url.join(adres)),
    )
