"""The data set as a whole: described, and to be had in one file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from api.app import maak_api
from api.dataset import schrijf
from api.instellingen import Instellingen
from graph.bouw import bouw
from graph.dataset import DATASET, VORMEN
from graph.staat import open_opslag, open_staat
from graph.tripels import IDENTITEIT
from ontologie.termen import DCAT, DCTERMS, VOID
from tests.api.conftest import draai
from tests.graph.wetten import REGISTER, fietswet, steigerwet
from tests.graph.wetten import schrijf as schrijf_wetten


@pytest.fixture(scope="module")
def opslag(tmp_path_factory: pytest.TempPathFactory) -> Path:
    map_ = tmp_path_factory.mktemp("dataset")
    schrijf_wetten(map_ / "bronnen", fietswet=fietswet(), steigerwet=steigerwet())
    bouw([map_ / "bronnen"], map_ / "opslag", REGISTER)
    return map_ / "opslag"


@pytest.fixture(scope="module")
def gebouwd(opslag: Path) -> Iterator[httpx.Client]:
    with draai(maak_api(Instellingen(opslag=opslag))) as adres, httpx.Client(base_url=adres, timeout=20) as klant:
        yield klant


@pytest.fixture(scope="module")
def quads(opslag: Path) -> set[Quad]:
    with open_staat(opslag) as staat:
        return set(open_opslag(staat).store)


def test_de_beschrijving_telt_wat_er_staat(quads: set[Quad]) -> None:
    def waarden(onderwerp: NamedNode, eigenschap: object) -> list[str]:
        return [q.object.value for q in quads if q.subject == onderwerp and q.predicate.value == str(eigenschap)]

    gegevens = [q for q in quads if q.graph_name != DATASET]
    assert waarden(DATASET, VOID.triples) == [str(len(gegevens))]
    for deel in map(NamedNode, waarden(DATASET, VOID.subset)):
        (graaf,) = waarden(deel, DCTERMS.source)
        assert waarden(deel, VOID.triples) == [str(sum(q.graph_name.value == graaf for q in gegevens))]
    assert len(waarden(DATASET, VOID.subset)) == 3
    eigenschappen = set[str]()
    for deel in map(NamedNode, waarden(DATASET, VOID.propertyPartition)):
        (term,) = waarden(deel, VOID.property)
        eigenschappen.add(term)
        assert waarden(deel, VOID.triples) == [str(sum(q.predicate.value == term for q in gegevens))]
    assert eigenschappen == {q.predicate.value for q in gegevens}
    for deel in map(NamedNode, waarden(DATASET, VOID.classPartition)):
        (term,) = waarden(deel, VOID["class"])
        assert waarden(deel, VOID.entities) == [str(sum(q.object.value == term for q in gegevens))]


def test_de_beschrijving_is_te_vinden_en_noemt_adressen_van_deze_dienst(gebouwd: httpx.Client) -> None:
    gewezen = gebouwd.get("/.well-known/void")
    assert (gewezen.status_code, gewezen.headers["location"]) == (303, "/dataset")
    antwoord = gebouwd.get("/dataset", headers={"Accept": "text/turtle"})
    assert antwoord.headers["access-control-allow-origin"] == "*"
    adressen = [
        q.object.value for q in parse(antwoord.content, RdfFormat.TURTLE) if q.predicate.value == str(DCAT.accessURL)
    ]
    assert len(adressen) == len(VORMEN) + 1
    for adres in adressen:
        assert adres.startswith(str(gebouwd.base_url))
        parameters = {"query": "ASK { ?a ?b ?c }"} if adres.endswith("/sparql") else None
        assert gebouwd.get(adres, params=parameters).status_code == 200


@pytest.mark.parametrize(("einde", "soort"), [(einde, soort) for einde, soort, _ in VORMEN])
def test_alles_staat_in_een_bestand(gebouwd: httpx.Client, quads: set[Quad], einde: str, soort: str) -> None:
    antwoord = gebouwd.get(f"/dataset/regelgraaf.{einde}")
    assert antwoord.headers["content-type"].startswith(soort)
    formaat = RdfFormat.from_media_type(soort)
    assert formaat is not None
    gelezen = set(parse(antwoord.content, formaat))
    if formaat.supports_datasets:
        assert gelezen == quads
    else:
        assert {q.triple for q in gelezen} == {q.triple for q in quads}


def test_een_vorm_die_er_niet_is(gebouwd: httpx.Client) -> None:
    assert gebouwd.get("/dataset/regelgraaf.docx").status_code == 404
    assert gebouwd.get("/dataset", headers={"Accept": "image/png"}).status_code == 406


@pytest.mark.parametrize("soort", [soort for _, soort, _ in VORMEN])
@pytest.mark.parametrize("aantal", [0, 1, 12])
def test_de_stukken_vormen_samen_een_geheel(soort: str, aantal: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("api.dataset._PORTIE", 5)
    deel = [Quad(NamedNode(f"urn:{n}"), NamedNode("urn:p"), NamedNode("urn:o"), IDENTITEIT) for n in range(aantal)]
    formaat = RdfFormat.from_media_type(soort)
    assert formaat is not None
    gelezen = set(parse(b"".join(schrijf(deel, soort)), formaat))
    assert {q.triple for q in gelezen} == {q.triple for q in deel}
