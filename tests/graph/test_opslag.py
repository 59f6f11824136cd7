"""What every store does, on all of them: embedded in memory and on disk, and a real server in two ways of loading."""

from __future__ import annotations

import random
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Triple

import graph.extern
import graph.oxigraph
from graph.extern import ExterneOpslag
from graph.opslag import Opslag, Tabel
from graph.oxigraph import Oxigraph
from graph.vraag import Vraag
from ontologie.fouten import OpslagFout, VraagFout
from tests.graph.sparqldienst import oxigraph_dienst


def iri(naam: str) -> NamedNode:
    return NamedNode(f"https://example.org/{naam}")


def quad(s: str, o: str | Literal, g: str, p: str = "p") -> Quad:
    return Quad(iri(s), iri(p), iri(o) if isinstance(o, str) else o, iri(g))


LASTIG = Literal('"aanhaling", \\ schuine streep,\nregel\ttab } ; DROP ALL é 🚲', language="nl")


@pytest.fixture(scope="module")
def dienst(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with oxigraph_dienst(tmp_path_factory.mktemp("dienst")) as adres:
        yield adres


@pytest.fixture(params=["geheugen", "schijf", "extern met update", "extern met graph store"])
def opslag(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Opslag]:
    match request.param:
        case "geheugen":
            opslag: Opslag = Oxigraph()
        case "schijf":
            opslag = Oxigraph.open(tmp_path / "tripels", schrijven=True)
        case naam:
            adres = request.getfixturevalue("dienst")
            grafen = f"{adres}/store" if naam.endswith("graph store") else ""
            opslag = ExterneOpslag(f"{adres}/query?union-default-graph", f"{adres}/update", grafen)
            opslag._werk_bij("DROP ALL")
    yield opslag
    opslag.sluit()


def rijen(opslag: Opslag, vraag: str) -> list[dict[str, object]]:
    antwoord = opslag.bevraag(vraag)
    assert isinstance(antwoord, Tabel)
    return list(antwoord.rijen)


def inhoud(opslag: Opslag) -> set[tuple[str, str, str]]:
    """All quads of named graphs, in a form that can be compared."""
    gevonden = rijen(opslag, "SELECT * { GRAPH ?g { ?s ?p ?o } }")
    return {(str(r["g"]), str(r["s"]), str(r["o"])) for r in gevonden}


def als_inhoud(*quads: Quad) -> set[tuple[str, str, str]]:
    return {(str(q.graph_name), str(q.subject), str(q.object)) for q in quads}


def test_een_lege_opslag_antwoordt(opslag: Opslag) -> None:
    assert rijen(opslag, "SELECT * { ?s ?p ?o }") == []
    assert opslag.bevraag("ASK { ?s ?p ?o }") is False


def test_vragen_zien_alle_grafen_samen(opslag: Opslag) -> None:
    assert opslag.laad([quad("a", "b", "g1"), quad("b", "c", "g2")]) == 2
    gevonden = rijen(opslag, "SELECT ?x ?z { ?x <https://example.org/p> ?y . ?y <https://example.org/p> ?z }")
    assert gevonden == [{"x": iri("a"), "z": iri("c")}]


def test_een_vraag_kan_haar_grafen_kiezen(opslag: Opslag) -> None:
    opslag.laad([quad("a", "b", "g1"), quad("b", "c", "g2")])
    assert rijen(opslag, "SELECT ?o FROM <https://example.org/g2> { ?s ?p ?o }") == [{"o": iri("c")}]
    assert rijen(opslag, "SELECT ?g { GRAPH ?g { ?s ?p <https://example.org/b> } }") == [{"g": iri("g1")}]
    gekozen = opslag.bevraag("SELECT ?o { ?s ?p ?o }", standaard=[iri("g1")])
    assert isinstance(gekozen, Tabel)
    assert list(gekozen.rijen) == [{"o": iri("b")}]


def test_elke_vorm_van_vraag_heeft_haar_antwoord(opslag: Opslag) -> None:
    opslag.laad([quad("a", LASTIG, "g")])
    assert opslag.bevraag("ASK { ?s ?p ?o }") is True
    maak = opslag.bevraag("CONSTRUCT { ?o2 <urn:q> ?s } WHERE { ?s ?p ?o BIND(?s AS ?o2) }")
    assert not isinstance(maak, bool | Tabel)
    assert list(maak) == [Triple(iri("a"), NamedNode("urn:q"), iri("a"))]
    beschrijf = opslag.bevraag("DESCRIBE <https://example.org/a>")
    assert not isinstance(beschrijf, bool | Tabel)
    assert list(beschrijf) == [Triple(iri("a"), iri("p"), LASTIG)]


def test_een_ongebonden_variabele_ontbreekt_in_de_rij(opslag: Opslag) -> None:
    opslag.laad([quad("a", "b", "g")])
    antwoord = opslag.bevraag("SELECT ?s ?niets { ?s ?p ?o OPTIONAL { ?s <urn:niets> ?niets } }")
    assert isinstance(antwoord, Tabel)
    assert antwoord.variabelen == ("s", "niets")
    assert list(antwoord.rijen) == [{"s": iri("a")}]


def test_een_term_komt_terug_zoals_hij_erin_ging(opslag: Opslag) -> None:
    opslag.laad([quad("a", LASTIG, "g"), quad("a", Literal("01"), "g")])
    vraag = Vraag("v", "SELECT ?s { ?s ?p $waarde }")
    assert list(vraag.selecteer(opslag, waarde=LASTIG)) == [{"s": iri("a")}]
    assert list(vraag.selecteer(opslag, waarde=Literal("01"))) == [{"s": iri("a")}]
    assert list(vraag.selecteer(opslag, waarde=Literal("1"))) == []


def test_vervangen_raakt_alleen_die_graaf(opslag: Opslag) -> None:
    opslag.laad([quad("a", "oud", "g"), quad("a", "blijft", "ander"), quad("a", "vast", "vast")])
    opslag.vervang(iri("g"), [quad("a", "nieuw", "g"), quad("a", LASTIG, "g"), quad("a", "erbij", "vast")])
    assert inhoud(opslag) == als_inhoud(
        quad("a", "nieuw", "g"),
        quad("a", LASTIG, "g"),
        quad("a", "blijft", "ander"),
        quad("a", "vast", "vast"),
        quad("a", "erbij", "vast"),
    )


def test_vervangen_door_niets_en_van_niets(opslag: Opslag) -> None:
    opslag.vervang(iri("g"), [quad("a", "b", "g")])
    assert inhoud(opslag) == als_inhoud(quad("a", "b", "g"))
    opslag.vervang(iri("g"), [])
    assert inhoud(opslag) == set()


def test_laden_is_een_verzameling_en_gaat_in_porties(opslag: Opslag, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(graph.oxigraph, "PORTIE", 100)
    monkeypatch.setattr(graph.extern, "PORTIE", 100)
    quads = [quad("a", Literal(str(n)), f"g{n % 3}") for n in range(250)]
    assert opslag.laad(iter(quads + quads[:10])) == 260
    assert rijen(opslag, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")[0]["n"] == Literal(250)


def test_de_standaardgraaf_is_ook_een_graaf(opslag: Opslag) -> None:
    opslag.laad([Quad(iri("a"), iri("p"), iri("b"), DefaultGraph())])
    assert opslag.bevraag("ASK { <https://example.org/a> ?p ?o }") is True


@pytest.mark.parametrize("vraag", ["SELECT * { ?s ?p", "", "niets", "SELECT ?x { ?s ?p ?o } GROUP BY", "ASK { \x00 }"])
def test_een_kapotte_vraag_is_een_vraagfout(opslag: Opslag, vraag: str) -> None:
    with pytest.raises(VraagFout):
        opslag.bevraag(vraag)


@pytest.mark.parametrize("vraag", ["INSERT DATA { <urn:a> <urn:b> <urn:c> }", "DROP ALL", "LOAD <http://127.0.0.1/x>"])
def test_een_vraag_kan_niets_veranderen(opslag: Opslag, vraag: str) -> None:
    opslag.laad([quad("a", "b", "g")])
    with pytest.raises(VraagFout):
        opslag.bevraag(vraag)
    assert inhoud(opslag) == als_inhoud(quad("a", "b", "g"))


def test_een_fout_van_wie_de_quads_maakt_komt_door(opslag: Opslag) -> None:
    def stuk() -> Iterator[Quad]:
        yield quad("a", "b", "g")
        raise LookupError("bron")

    with pytest.raises(LookupError, match="bron"):
        opslag.laad(stuk())


# --- On disk ------------------------------------------------------------------------------------------------------


def test_wat_op_schijf_staat_is_te_heropenen(tmp_path: Path) -> None:
    opslag = Oxigraph.open(tmp_path / "t", schrijven=True)
    opslag.laad(quad("a", Literal(str(n)), "g") for n in range(300))
    opslag.sluit()
    lezer = Oxigraph.open(tmp_path / "t")
    assert rijen(lezer, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")[0]["n"] == Literal(300)


def test_een_map_zonder_opslag_is_een_opslagfout(tmp_path: Path) -> None:
    with pytest.raises(OpslagFout, match="geen opslag"):
        Oxigraph.open(tmp_path)


def beschadig(map_: Path) -> None:
    (map_ / "CURRENT").write_text("rommel\n", encoding="utf-8")


def verwijder_manifest(map_: Path) -> None:
    next(map_.glob("MANIFEST-*")).unlink()


@pytest.mark.parametrize("schade", [beschadig, verwijder_manifest])
def test_een_beschadigde_opslag_is_een_opslagfout(tmp_path: Path, schade: Callable[[Path], None]) -> None:
    opslag = Oxigraph.open(tmp_path / "t", schrijven=True)
    opslag.laad([quad("a", "b", "g")])
    opslag.sluit()
    schade(tmp_path / "t")
    with pytest.raises(OpslagFout, match="niet te openen"):
        Oxigraph.open(tmp_path / "t")


def test_een_gesloten_opslag_antwoordt_niet_meer() -> None:
    opslag = Oxigraph()
    opslag.sluit()
    opslag.sluit()
    with pytest.raises(OpslagFout, match="gesloten"):
        opslag.bevraag("ASK {}")


def test_een_beschadigd_gegevensbestand_is_geen_fout_in_de_vraag(tmp_path: Path) -> None:
    opslag = Oxigraph.open(tmp_path / "t", schrijven=True)
    opslag.laad(quad("a", Literal(f"waarde {n}"), "g") for n in range(1000))
    opslag.sluit()
    for pad in (tmp_path / "t").glob("*.sst"):
        pad.write_bytes(bytes(pad.stat().st_size // 2) + pad.read_bytes()[pad.stat().st_size // 2 :])
    with pytest.raises(OpslagFout):
        rijen(Oxigraph.open(tmp_path / "t"), "SELECT * { ?s ?p ?o }")


def test_a_full_disk_is_called_that(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Vol:
        def bulk_extend(self, _quads: list[Quad]) -> None:
            raise OSError("IO error: No space left on device: While appending to file: /map/bulk.sst")

    vol: Any = Vol()
    with pytest.raises(OpslagFout, match="de schijf is vol") as fout:
        Oxigraph(vol).laad([quad("a", "b", "g")])
    assert "opnieuw met «regelgraaf bouw»" not in str(fout.value)

    def open_vol(_map: Path) -> None:
        vol.bulk_extend([])

    monkeypatch.setattr(graph.oxigraph, "Store", open_vol)
    with pytest.raises(OpslagFout, match="de schijf is vol"):
        Oxigraph.open(tmp_path, schrijven=True)


def test_een_fout_bij_het_lezen_mag_in_een_andere_draad_eindigen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What reads a table may not: an error must not keep it."""
    fouten: list[OpslagFout] = []
    gemist: list[object] = []
    opslag = Oxigraph.open(tmp_path / "t", schrijven=True)
    keuze = random.Random(1)  # words that do not pack small, so that the damage is somewhere in the middle
    opslag.laad(quad("a", Literal(f"waarde {n} {keuze.randbytes(200).hex()}"), "g") for n in range(3000))
    opslag.sluit()
    pad = max((tmp_path / "t").glob("*.sst"), key=lambda p: p.stat().st_size)
    inhoud = bytearray(pad.read_bytes())
    midden = len(inhoud) // 2
    inhoud[midden : midden + 8192] = bytes(8192)
    pad.write_bytes(inhoud)
    antwoord = Oxigraph.open(tmp_path / "t").bevraag("SELECT ?o { ?s ?p ?o }")
    assert isinstance(antwoord, Tabel)
    gelezen = antwoord.rijen
    del antwoord
    try:
        for _ in gelezen:
            pass
    except OpslagFout as fout:
        fouten.append(fout)
    assert fouten
    del gelezen
    monkeypatch.setattr(sys, "unraisablehook", gemist.append)
    draad = threading.Thread(target=fouten.clear)
    draad.start()
    draad.join()
    assert gemist == []
