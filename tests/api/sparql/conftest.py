"""A small store on disk and a pool of query processes on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from api.sparql import Grenzen, Werkers
from graph.oxigraph import Oxigraph

EX = "https://voorbeeld.nl/"
AANTAL = 400
#: A text with everything that a format must escape.
LASTIG = 'tab\t "quote"\r\n<&>,é'


@pytest.fixture(scope="session")
def opslagmap(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with ``AANTAL`` numbered things in graph ``EX + "g1"`` and one in ``g2``."""
    map_ = tmp_path_factory.mktemp("sparql") / "opslag"
    opslag = Oxigraph.open(map_, schrijven=True)
    p, naam = NamedNode(EX + "p"), NamedNode(EX + "naam")
    opslag.laad(
        [Quad(NamedNode(f"{EX}{n}"), p, Literal(n), NamedNode(EX + "g1")) for n in range(AANTAL)]
        + [Quad(NamedNode(EX + "x"), naam, Literal(LASTIG, language="nl"), NamedNode(EX + "g2"))]
    )
    opslag.sluit()
    return map_


@pytest.fixture(scope="session")
def werkers() -> Iterator[Werkers]:
    """One process with ordinary limits."""
    werkers = Werkers(1, Grenzen(seconden=20))
    yield werkers
    werkers.sluit()
