"""A state on disk with two invented documents, and the machine face over it on a port of this machine."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
import uvicorn
from starlette.applications import Starlette

from api.app import maak_api
from api.instellingen import Instellingen
from api.verbindingen import Serverconfig, Verbindingsgrenzen
from tests.graph.regelingen import bouw_staat, wegenbrief, wegenregeling


@pytest.fixture(scope="session")
def staatmap(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a built state of the Wegenregeling and the letter about it."""
    map_ = tmp_path_factory.mktemp("staat") / "opslag"
    bouw_staat(map_, [wegenregeling(), wegenbrief()])
    return map_


def _gewoon(app: Starlette) -> uvicorn.Config:
    return Serverconfig(app, Verbindingsgrenzen(), host="127.0.0.1", port=0, log_level="error", lifespan="on")


@contextmanager
def draai(app: Starlette, config: Callable[[Starlette], uvicorn.Config] = _gewoon) -> Iterator[str]:
    """Serve an application and give its address."""
    server = uvicorn.Server(config(app))
    draad = threading.Thread(target=server.run, daemon=True)
    draad.start()
    try:
        while not server.started:
            assert draad.is_alive(), "de server startte niet"
            time.sleep(0.01)
        poort = server.servers[0].sockets[0].getsockname()[1]
        yield f"http://127.0.0.1:{poort}"
    finally:
        server.should_exit = True
        draad.join(10)


@pytest.fixture(scope="session")
def adres(staatmap: Path) -> Iterator[str]:
    """The address of a service with short limits."""
    with draai(
        maak_api(
            Instellingen(opslag=staatmap, sparql_seconden=3.0, sparql_rijen=50, sparql_wachttijd=0.5, lichaam_kb=100)
        )
    ) as adres:
        yield adres


@pytest.fixture(scope="session")
def klant(adres: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=adres, timeout=20) as klant:
        yield klant
