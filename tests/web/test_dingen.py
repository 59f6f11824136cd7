"""Every IRI of the graph leads a reader to a page with a name, and a program to data with a label."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from html import unescape

import pytest
from pyoxigraph import NamedNode, RdfFormat, parse
from starlette.applications import Starlette
from starlette.testclient import TestClient

from api.instellingen import Instellingen
from bronnen.register import laad_register
from graph.bouw import bouw_uit_kern
from graph.tripels.termen import LABEL
from ontologie.identificatie import basis
from ontologie.termen import GRAAFBASIS
from tests.web.conftest import HTML
from web import paginas_ding
from web.app import maak_app

WEB = "https://w3id.org/regelgraaf"
VERWIJZING = "BWBR9000001/2024-05-01/verwijzing/1000-1027"
_ALLES = """SELECT DISTINCT ?ding {
  { GRAPH ?g { ?ding ?p ?o } } UNION { GRAPH ?g { ?s ?p ?ding } FILTER(isIRI(?ding)) }
}"""


def _dingen(app: Starlette) -> list[str]:
    """What the graph says something of or points at, as far as it is of ours."""
    antwoord = app.state.dienst.stand().opslag.bevraag(_ALLES)
    iris = {rij["ding"].value for rij in antwoord.rijen}
    return sorted(i for i in iris if i.startswith((basis(), GRAAFBASIS)) and i != GRAAFBASIS)


def _controleer(klant: TestClient, iri: str) -> None:
    pad = iri.removeprefix(WEB)
    pagina = klant.get(pad, headers=HTML, follow_redirects=True)
    assert (pagina.status_code, [a.status_code for a in pagina.history]) == (200, [303]), iri
    assert pagina.headers["content-type"].startswith("text/html"), iri
    kop = re.search(r"<h1[^>]*>(.*?)</h1>", pagina.text, re.DOTALL)
    assert kop, iri
    assert re.sub(r"<[^>]+>", "", kop[1]).strip(), iri
    gegevens = klant.get(pad, headers={"Accept": "text/turtle"}, follow_redirects=True)
    assert (gegevens.status_code, [a.status_code for a in gegevens.history]) == (200, [303]), iri
    quads = list(parse(gegevens.content, format=RdfFormat.TURTLE))
    labels = {q.object.value for q in quads if q.subject == NamedNode(iri) and q.predicate == LABEL}  # type: ignore[union-attr]
    assert any(label.strip() for label in labels), iri


def test_everything_in_the_graph_has_a_page_and_a_label(app: Starlette, klant: TestClient) -> None:
    dingen = _dingen(app)
    for soort in ("verwijzing", "merk", "relatie", "bewijs", "regelplicht", "wijziging", "wijzigingsmelding", "stb"):
        assert any(f"/{soort}/" in f"{iri}/" for iri in dingen), soort
    for iri in dingen:
        _controleer(klant, iri)


@pytest.fixture(scope="module")
def kernapp(tmp_path_factory: pytest.TempPathFactory) -> Starlette:
    """The application over the shipped facts."""
    map_ = tmp_path_factory.mktemp("kern")
    bouw_uit_kern(map_, laad_register())
    return maak_app(Instellingen(opslag=map_))


@pytest.fixture(scope="module")
def kernklant(kernapp: Starlette) -> Iterator[TestClient]:
    with TestClient(kernapp, follow_redirects=False, raise_server_exceptions=False) as klant:
        yield klant


def test_a_sample_of_the_shipped_facts_has_pages_and_labels(kernapp: Starlette, kernklant: TestClient) -> None:
    dingen = _dingen(kernapp)
    assert len(dingen) > 10_000
    per_vorm: dict[str, str] = {}
    for iri in dingen:  # one of each kind that is rare as well
        per_vorm.setdefault(re.sub(r"[^/]*\d[^/]*|(?<=vaststelling/).*", "", iri).replace("/-", ""), iri)
    for iri in {*random.Random(20261130).sample(dingen, 300), *per_vorm.values()}:
        _controleer(kernklant, iri)
    labels = kernapp.state.dienst.antwoorden().beschrijvingen.labels(dingen)
    assert [iri for iri, label in labels.items() if not label] == []


@pytest.mark.parametrize(
    ("iri", "label"),
    [
        ("id/BWBR9000001/artikel/2/lid/1", "Lantaarnwet, artikel 2, eerste lid"),
        ("id/BWBR9000001/2024-05-01/artikel/2/lid/1", "Lantaarnwet, artikel 2, eerste lid (2024-05-01)"),
        (f"id/{VERWIJZING}", "«Artikel 7 van de Kaarsenwet» in Lantaarnwet, artikel 2, derde lid (2024-05-01)"),
        (
            f"id/{VERWIJZING}/plek/citaat",
            "«Artikel 7 van de Kaarsenwet» in Lantaarnwet, artikel 2, derde lid (2024-05-01): woorden",
        ),
        ("id/BWBR9000001/2026-01-01/artikel/2/wijziging", "Wijziging van Lantaarnwet, artikel 2 (2026-01-01)"),
        (
            "id/BWBR9000001/2024-05-01/artikel/2/lid/1/regelplicht/opdracht",
            "Regelplicht in Lantaarnwet, artikel 2, eerste lid (2024-05-01): opdracht",
        ),
        (
            "id/mlv/2025-12/relatie/grondslag/mlv/lw%3A2%3A1",
            "Relatie (grondslag) van Model Lantaarnverordening (2025-12) naar Lantaarnwet, artikel 2, eerste lid",
        ),
        (
            "id/mlv/2025-12/merk/invulplaats/186-201",
            "Merk (invulplaats) in Model Lantaarnverordening, aanhef (2025-12)",
        ),
        ("id/stb/2025%3A500", "Stb. 2025, 500"),
        ("graaf/lbrief/2025-12/bron", "Graaf van Brief over lantaarns (2025-12): bron"),
        ("def#opgelost", "opgelost"),
        ("id/lw/verwijzing/1-2", ""),
        ("id/niets", ""),
    ],
)
def test_labels(app: Starlette, iri: str, label: str) -> None:
    heel = f"{WEB}/{iri}"
    assert app.state.dienst.antwoorden().beschrijvingen.labels([heel, heel]) == {heel: label}


def test_the_page_of_a_reference_leads_on(klant: TestClient) -> None:
    tekst = unescape(klant.get(f"/ding/id/{VERWIJZING}").text)
    assert "<dt>Soort</dt><dd>verwijzing</dd>" in tekst
    assert '<dt>status</dt><dd><a href="/vocabulaire#niet-gecontroleerd">niet gecontroleerd</a></dd>' in tekst
    assert (
        'href="/id/BWBR9000001/2024-05-01/artikel/2/lid/3">Lantaarnwet, artikel 2, derde lid (2024-05-01)</a>' in tekst
    )
    for formaat in ("ttl", "jsonld"):
        adres = f"/data/{VERWIJZING}?format={formaat}"
        assert f'href="{adres}"' in tekst
        assert klant.get(adres, headers={"Accept": "text/html,*/*;q=0.8"}).status_code == 200


def test_a_long_list_is_cut_and_says_so(klant: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paginas_ding, "WAARDEN_MAX", 2)
    tekst = klant.get("/ding/graaf/dataset").text
    assert re.search(r"Er zijn er nog \d+; alle staan in de gegevens hieronder", tekst)


@pytest.mark.parametrize("pad", ["/ding/id/niets", "/ding/graaf/niets", f"/ding/id/{VERWIJZING}9", "/ding/id/%22%3E"])
def test_what_is_not_there_has_no_page(klant: TestClient, pad: str) -> None:
    antwoord = klant.get(pad)
    assert antwoord.status_code == 404
    assert antwoord.headers["content-type"].startswith("text/html")
