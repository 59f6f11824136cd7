"""What was built, put into another engine: the same graphs there, and nothing else of it touched."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad

from graph.bouw import bouw
from graph.extern import ExterneOpslag
from graph.opslag import Opslag, Tabel
from graph.overzetten import zet_over
from graph.oxigraph import Oxigraph
from graph.staat import open_opslag, open_staat
from graph.tripels import IDENTITEIT
from tests.graph.sparqldienst import oxigraph_dienst
from tests.graph.wetten import REGISTER, fietswet, schrijf, steigerwet

VREEMD = Quad(*[NamedNode("https://example.org/vreemd")] * 4)


@pytest.fixture
def gebouwd(tmp_path: Path) -> Iterator[Oxigraph]:
    map_ = schrijf(tmp_path / "bronnen", fietswet=fietswet(), steigerwet=steigerwet())
    bouw([map_], tmp_path / "opslag", REGISTER)
    with open_staat(tmp_path / "opslag") as staat:
        opslag = open_opslag(staat)
        yield opslag
        opslag.sluit()


@pytest.fixture(params=["ingebouwd", "extern"])
def doel(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Opslag]:
    if request.param == "ingebouwd":
        yield Oxigraph()
        return
    with oxigraph_dienst(tmp_path / "dienst") as adres:
        opslag = ExterneOpslag(f"{adres}/query?union-default-graph", f"{adres}/update", f"{adres}/store")
        yield opslag
        opslag.sluit()


def inhoud(opslag: Opslag) -> set[tuple[str, ...]]:
    antwoord = opslag.bevraag("SELECT ?g ?s ?p ?o { GRAPH ?g { ?s ?p ?o } }")
    assert isinstance(antwoord, Tabel)
    return {tuple(str(rij[naam]) for naam in "gspo") for rij in antwoord.rijen}


def test_het_doel_heeft_daarna_dezelfde_grafen_en_wat_er_van_anderen_stond(gebouwd: Oxigraph, doel: Opslag) -> None:
    doel.laad([VREEMD])
    stappen: list[tuple[int, int]] = []
    namen = zet_over(gebouwd, doel, lambda klaar, totaal, _: stappen.append((klaar, totaal)))
    assert namen[0] == IDENTITEIT.value
    assert len(namen) == 4  # two laws, identity, and the description of the data set
    assert inhoud(doel) == inhoud(gebouwd) | {(str(VREEMD.graph_name),) * 4}
    assert stappen == [(n, 4) for n in range(5)]


def test_een_tweede_keer_vervangt_en_wat_er_niet_meer_is_gaat_weg(gebouwd: Oxigraph, doel: Opslag) -> None:
    oud = NamedNode(IDENTITEIT.value.replace("identiteit", "BWBR9000009/2020-01-01"))
    doel.laad([Quad(oud, oud, oud, oud), Quad(oud, oud, oud, IDENTITEIT)])
    zet_over(gebouwd, doel)
    zet_over(gebouwd, doel)
    assert inhoud(doel) == inhoud(gebouwd)
