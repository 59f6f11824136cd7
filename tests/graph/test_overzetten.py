"""What was built, put into another engine: the same graphs there, and nothing else of it touched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad

from graph.bouw import bouw
from graph.extern import ExterneOpslag
from graph.opslag import Opslag, Tabel
from graph.overzetten import Overzetlog, zet_over
from graph.oxigraph import Oxigraph
from graph.staat import open_opslag, open_staat
from graph.tripels import IDENTITEIT
from ontologie.fouten import OpslagFout
from ontologie.termen import GRAAFBASIS
from tests.graph.sparqldienst import oxigraph_dienst
from tests.graph.virtuosodienst import VIRTUOSO, virtuoso_dienst
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


@pytest.fixture(params=["ingebouwd", "oxigraph", "oxigraph-update", "virtuoso", "virtuoso-update"])
def doel(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Opslag]:
    """Each engine, written over the Graph Store Protocol where it has that, and over SPARQL Update."""
    soort, _, update = request.param.partition("-")
    if soort == "ingebouwd":
        yield Oxigraph()
        return
    if soort == "virtuoso":
        if VIRTUOSO is None:
            pytest.skip("Virtuoso ontbreekt (apt install virtuoso-opensource-7-bin)")
        with virtuoso_dienst(tmp_path / "dienst") as v:
            opslag = ExterneOpslag(v.vraag, v.bijwerken, "" if update else v.grafen)
            yield opslag
            opslag.sluit()
        return
    with oxigraph_dienst(tmp_path / "dienst") as adres:
        grafen = "" if update else f"{adres}/store"
        opslag = ExterneOpslag(f"{adres}/query?union-default-graph", f"{adres}/update", grafen)
        yield opslag
        opslag.sluit()


def inhoud(opslag: Opslag) -> set[tuple[str, ...]]:
    antwoord = opslag.bevraag("SELECT ?g ?s ?p ?o { GRAPH ?g { ?s ?p ?o } }")
    assert isinstance(antwoord, Tabel)
    # An engine may have graphs of its own.
    return {
        tuple(str(rij[naam]) for naam in "gspo")
        for rij in antwoord.rijen
        if rij["g"].value.startswith((GRAAFBASIS, "https://example.org/"))
    }


def test_het_doel_heeft_daarna_dezelfde_grafen_en_wat_er_van_anderen_stond(gebouwd: Oxigraph, doel: Opslag) -> None:
    doel.laad([VREEMD])
    stappen: list[tuple[int, int]] = []
    namen = zet_over(gebouwd, doel, lambda klaar, totaal, _: stappen.append((klaar, totaal))).geschreven
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


class Hapert(Oxigraph):
    """Goes away after some writes."""

    def __init__(self, keren: int) -> None:
        super().__init__()
        self.keren = keren

    def vervang(self, graaf: NamedNode, quads: Iterable[Quad]) -> None:
        if not self.keren:
            raise OpslagFout("de dienst is weg")
        self.keren -= 1
        super().vervang(graaf, quads)


def test_na_een_onderbreking_gaat_het_verder_waar_het_bleef(gebouwd: Oxigraph, tmp_path: Path) -> None:
    doel, pad = Hapert(2), tmp_path / "OVERGEZET"
    with pytest.raises(OpslagFout, match="is weg"):
        zet_over(gebouwd, doel, log=Overzetlog(pad, "http://doel"))
    assert len({q[0] for q in inhoud(doel)}) == 2  # each whole
    doel.keren = 99
    tweede = zet_over(gebouwd, doel, log=Overzetlog(pad, "http://doel"))
    assert (len(tweede.gelijk), len(tweede.geschreven)) == (2, 2)
    assert inhoud(doel) == inhoud(gebouwd)
    derde = zet_over(gebouwd, doel, log=Overzetlog(pad, "http://doel"))
    assert (len(derde.gelijk), derde.geschreven) == (4, ())


def test_wat_een_ander_daar_weghaalde_wordt_weer_geschreven(gebouwd: Oxigraph, tmp_path: Path) -> None:
    doel, pad = Oxigraph(), tmp_path / "OVERGEZET"
    namen = zet_over(gebouwd, doel, log=Overzetlog(pad, "http://doel")).geschreven
    doel.vervang(NamedNode(namen[1]), ())
    assert zet_over(gebouwd, doel, log=Overzetlog(pad, "http://doel")).geschreven == (namen[1],)
    assert inhoud(doel) == inhoud(gebouwd)


@pytest.mark.parametrize("oud", ["", "{", "[]", '{"adres": "http://doel", "grafen": 3}', '{"adres": "http://ander"}'])
def test_een_logboek_dat_niet_klopt_telt_niet(gebouwd: Oxigraph, tmp_path: Path, oud: str) -> None:
    pad = tmp_path / "OVERGEZET"
    pad.write_text(oud)
    assert len(zet_over(gebouwd, Oxigraph(), log=Overzetlog(pad, "http://doel")).geschreven) == 4


def test_het_logboek_geldt_voor_een_dienst(gebouwd: Oxigraph, tmp_path: Path) -> None:
    pad = tmp_path / "OVERGEZET"
    zet_over(gebouwd, Oxigraph(), log=Overzetlog(pad, "http://doel"))
    assert len(zet_over(gebouwd, Oxigraph(), log=Overzetlog(pad, "http://ander")).geschreven) == 4
