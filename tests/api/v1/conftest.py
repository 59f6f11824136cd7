"""A service over invented regulations: two versions of one with changes, a letter, and a model."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest
from starlette.applications import Starlette

from api.app import maak_api
from api.instellingen import Instellingen
from bronnen.register import laad_register
from graph.bouw import bouw_uit_kern
from tests.api.conftest import draai
from tests.graph.antwoorden.test_tijd import venregeling
from tests.graph.regelingen import bouw_staat, fietsverordening, wegenbrief, wegenregeling


@pytest.fixture(scope="session")
def v1_app(tmp_path_factory: pytest.TempPathFactory) -> Starlette:
    """The application, not yet running."""
    map_ = tmp_path_factory.mktemp("v1") / "opslag"
    bouw_staat(
        map_,
        [
            wegenregeling(),
            wegenbrief(),
            fietsverordening(),
            venregeling("2024-01-01", "Het ven is open van mei tot september.", nieuw=False),
            venregeling("2025-06-01", "Het ven is open van juni tot september.", nieuw=True),
        ],
    )
    return maak_api(Instellingen(opslag=map_))


@pytest.fixture(scope="session")
def v1_adres(v1_app: Starlette) -> Iterator[str]:
    with draai(v1_app) as adres:
        yield adres


@pytest.fixture(scope="session")
def v1(v1_adres: str) -> Iterator[httpx.Client]:
    """A client of the service."""
    with httpx.Client(base_url=v1_adres, timeout=20) as klant:
        yield klant


@pytest.fixture(scope="session")
def kernadres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A service over the shipped facts."""
    map_ = tmp_path_factory.mktemp("kern")
    bouw_uit_kern(map_, laad_register())
    with draai(maak_api(Instellingen(opslag=map_))) as adres:
        yield adres
