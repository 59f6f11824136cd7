"""A store built from the invented documents, the application over it, and a real server for the browser."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.testclient import TestClient

from api.instellingen import Instellingen
from api.verbindingen import Serverconfig, Verbindingsgrenzen
from bronnen.register import laad_register
from graph.bouw import bouw, bouw_uit_kern, maak_kern
from tests.web import documenten
from web.app import maak_app

HTML = {"Accept": "text/html"}


@pytest.fixture(scope="session")
def instellingen(tmp_path_factory: pytest.TempPathFactory) -> Instellingen:
    """Settings that name a store with the invented documents."""
    map_ = tmp_path_factory.mktemp("lantaarns")
    register = map_ / "register.toml"
    register.write_text(documenten.REGISTER, encoding="utf-8")
    bronnen = documenten.schrijf(map_ / "documenten")
    bouw([bronnen], map_ / "opslag", laad_register(register))
    return Instellingen(opslag=map_ / "opslag", register=register)


@pytest.fixture(scope="session")
def app(instellingen: Instellingen) -> Starlette:
    return maak_app(instellingen)


@pytest.fixture(scope="session")
def klant(app: Starlette) -> Iterator[TestClient]:
    """A client that asks for pages and does not follow redirects."""
    with TestClient(app, headers=HTML, follow_redirects=False, raise_server_exceptions=False) as klant:
        yield klant


@pytest.fixture(scope="session")
def lege_klant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A client of a service where nothing was built."""
    app = maak_app(Instellingen(opslag=tmp_path_factory.mktemp("leeg")))
    with TestClient(app, headers=HTML, follow_redirects=False, raise_server_exceptions=False) as klant:
        yield klant


@pytest.fixture(scope="session")
def klant_zonder_tekst(instellingen: Instellingen, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A client of a service over the facts of the same documents, without their running text."""
    map_ = tmp_path_factory.mktemp("feiten")
    register = laad_register(instellingen.register)
    maak_kern([documenten.schrijf(map_ / "documenten")], register, kernmap=map_ / "kern")
    bouw_uit_kern(map_ / "opslag", register, kernmap=map_ / "kern")
    app = maak_app(replace(instellingen, opslag=map_ / "opslag"))
    with TestClient(app, headers=HTML, follow_redirects=False, raise_server_exceptions=False) as klant:
        yield klant


class Server:
    """The application on a free port of this machine, in a thread, behind the connections of the product."""

    def __init__(self, app: Starlette) -> None:
        config = Serverconfig(app, Verbindingsgrenzen(), host="127.0.0.1", port=0, log_level="warning", lifespan="on")
        self._server = uvicorn.Server(config)
        self._draad = threading.Thread(target=self._server.run, daemon=True)

    def __enter__(self) -> str:
        self._draad.start()
        einde = time.monotonic() + 20
        while not self._server.started:
            if time.monotonic() > einde:
                raise TimeoutError("de server start niet")
            time.sleep(0.02)
        poort = self._server.servers[0].sockets[0].getsockname()[1]
        return f"http://127.0.0.1:{poort}"

    def __exit__(self, *_: object) -> None:
        self._server.should_exit = True
        self._draad.join(10)


@pytest.fixture(scope="session")
def adres(instellingen: Instellingen) -> Iterator[str]:
    """Address of a running server."""
    with Server(maak_app(instellingen)) as adres:
        yield adres


@pytest.fixture(scope="session")
def schermbeelden() -> Path:
    """Where browser tests leave their pictures (not kept in git)."""
    map_ = Path(__file__).parents[1] / "schermbeelden"
    map_.mkdir(exist_ok=True)
    return map_
