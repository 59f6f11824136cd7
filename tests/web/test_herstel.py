"""The repair of a brought or loaded ordinance: chosen on the page, handed out as Word and HTML, and over REST."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

import pytest
from starlette.testclient import TestClient

from api.instellingen import Instellingen
from bronnen.register import laad_register
from graph.bouw import bouw
from tests.web import documenten
from tests.web.test_eigen import EIGEN, adres, eigen, eigen_app, eigen_opslag, woorden
from web.app import maak_app

__all__ = ["adres", "eigen", "eigen_app", "eigen_opslag"]  # fixtures

#: A mandatory lid of the model is gone, and with it the number of the next.
ZONDER = re.sub(r"\n1\. Lantaarns [^\n]+\n+2\. ", "\n1. ", EIGEN, count=1)
assert ZONDER != EIGEN


@pytest.fixture(scope="module")
def herstel(eigen: TestClient) -> str:
    """Where the repair is of an ordinance that misses something."""
    antwoord = eigen.post("/vergelijk", files={"document": ("v.txt", ZONDER)}, data={"op": "2026-02-01"})
    assert antwoord.status_code == 303
    return f"{antwoord.headers['location']}/herstel"


def test_de_vergelijking_leidt_naar_het_herstel(eigen: TestClient, adres: str) -> None:
    assert f'href="{adres}/herstel"' in eigen.get(adres).text
    assert eigen.get(f"{adres}/herstel").status_code == 200


def test_de_pagina_stelt_voor_wat_ontbreekt_en_laat_kiezen(eigen: TestClient, herstel: str) -> None:
    pagina = eigen.get(herstel)
    assert pagina.status_code == 200
    assert "noindex" in pagina.text
    sleutels = re.findall(r'name="punt" value="([^"]+)" checked', pagina.text)
    assert sleutels, "het ontbrekende lid is voorgesteld"
    assert "Een jurist beoordeelt" in woorden(pagina.text)
    assert "wordt als volgt gewijzigd:" in pagina.text
    niets = eigen.get(f"{herstel}?keus=eigen")
    assert "checked" not in niets.text
    assert "wordt als volgt gewijzigd:" not in niets.text
    een = eigen.get(herstel, params={"keus": "eigen", "punt": sleutels[0], "inwerking": "2027-01-01"})
    assert re.findall(r'name="punt" value="([^"]+)" checked', een.text) == sleutels[:1]
    assert "inwerking=2027-01-01" in een.text


@pytest.mark.parametrize("wat", ["waswordt", "besluit"])
def test_de_documenten_zijn_op_te_halen(eigen: TestClient, herstel: str, wat: str) -> None:
    word = eigen.get(f"{herstel}/{wat}?formaat=docx")
    assert word.status_code == 200
    assert word.content[:2] == b"PK"
    assert "attachment" in word.headers["content-disposition"]
    html = eigen.get(f"{herstel}/{wat}?formaat=html")
    assert "CONCEPT" in html.text
    assert "default-src 'none'" in html.headers["content-security-policy"]


def test_over_rest_is_het_json_word_of_html(eigen: TestClient, herstel: str) -> None:
    id_ = herstel.split("/")[2]
    basis = f"/v1/vergelijkingen/{id_}"
    tabel = eigen.get(f"{basis}/waswordt", headers={"Accept": "application/json"}).json()
    assert tabel["concept"] is True
    assert any(p["overgenomen"] for p in tabel["punten"])
    assert all(r["redenen"] for r in tabel["rijen"])
    besluit = eigen.get(f"{basis}/besluit", headers={"Accept": "application/json"}).json()
    assert besluit["wijziging"].startswith("Artikel I\n")
    assert eigen.get(f"{basis}/besluit?formaat=docx").content[:2] == b"PK"
    assert eigen.get(f"{basis}/waswordt?formaat=html").status_code == 200
    sleutel = next(p["sleutel"] for p in tabel["punten"] if p["overgenomen"])
    zonder = eigen.get(f"{basis}/waswordt", params={"zonder": sleutel}, headers={"Accept": "application/json"}).json()
    assert sleutel not in [p["sleutel"] for p in zonder["punten"] if p["overgenomen"]]


@pytest.mark.parametrize(
    ("vraag", "woord"),
    [
        ("?keus=eigen&punt=99:9", "geen wijziging van dit voorstel"),
        ("?keus=eigen&punt=a,b", "niet te lezen"),
        ("?inwerking=morgen", "geen datum"),
    ],
)
def test_wat_niet_kan_wordt_gezegd(eigen: TestClient, herstel: str, vraag: str, woord: str) -> None:
    antwoord = eigen.get(f"{herstel}{vraag}")
    assert antwoord.status_code == 400
    assert woord in antwoord.text


def test_wat_niet_bewaard_is_heeft_geen_herstel(eigen: TestClient) -> None:
    assert eigen.get(f"/vergelijk/{'x' * 32}/herstel").status_code == 404
    assert eigen.get(f"/v1/vergelijkingen/{'x' * 32}/besluit").status_code == 404


# --- a loaded ordinance ---

JSON = {"Accept": "application/json"}
GELADEN = "eigen=lvn&model=mlv&op=2026-02-01"
_IN_REGISTER = """
[[regeling]]
kort = "lvn"
titel = "Lantaarnverordening Nergenshuizen"
soort = "verordening"
bestandsnamen = ["*nergenshuizen*"]
"""


@pytest.fixture(scope="module")
def geladen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A client of a service where the ordinance that misses something is loaded."""
    map_ = tmp_path_factory.mktemp("geladen")
    register = map_ / "register.toml"
    register.write_text(documenten.REGISTER + _IN_REGISTER, encoding="utf-8")
    bronnen = documenten.schrijf(map_ / "documenten")
    (bronnen / "verordening-nergenshuizen.txt").write_text(ZONDER, encoding="utf-8")
    bouw([bronnen], map_ / "opslag", laad_register(register))
    app = maak_app(Instellingen(opslag=map_ / "opslag", register=register))
    with TestClient(
        app, headers={"Accept": "text/html"}, follow_redirects=False, raise_server_exceptions=False
    ) as klant:
        yield klant


def test_een_geladen_verordening_krijgt_hetzelfde_voorstel_als_een_aangeboden(
    geladen: TestClient, eigen: TestClient, herstel: str
) -> None:
    aangeboden = f"/v1/vergelijkingen/{herstel.split('/')[2]}"
    for wat in ("waswordt", "besluit"):
        van_geladen = geladen.get(f"/v1/vergelijkingen/{wat}?{GELADEN}", headers=JSON).json()
        van_aangeboden = eigen.get(f"{aangeboden}/{wat}", headers=JSON).json()
        assert van_geladen.pop("self") == f"/v1/vergelijkingen/{wat}?{GELADEN}"
        van_aangeboden.pop("self")
        assert van_geladen == van_aangeboden
    assert van_geladen["wijziging"].startswith("Artikel I\n")


def test_de_vergelijking_van_een_geladen_verordening_leidt_naar_haar_herstel_en_terug(geladen: TestClient) -> None:
    vergelijking = geladen.get(f"/vergelijk?{GELADEN}")
    links = {unescape(a) for a in re.findall(r'href="([^"]+)"', vergelijking.text)}
    assert f"/vergelijk/herstel?{GELADEN}" in links
    pagina = geladen.get(f"/vergelijk/herstel?{GELADEN}")
    assert pagina.status_code == 200
    assert f"/vergelijk?{GELADEN}" in {unescape(a) for a in re.findall(r'href="([^"]+)"', pagina.text)}


def test_het_formulier_en_de_documenten_blijven_bij_de_geladen_verordening(geladen: TestClient) -> None:
    pagina = geladen.get(f"/vergelijk/herstel?{GELADEN}")
    assert 'action="/vergelijk/herstel"' in pagina.text
    velden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', pagina.text))
    assert velden == {"keus": "eigen", "eigen": "lvn", "model": "mlv", "op": "2026-02-01"}
    sleutels = re.findall(r'name="punt" value="([^"]+)" checked', pagina.text)
    assert sleutels, "het ontbrekende lid is voorgesteld"
    assert "wordt als volgt gewijzigd:" in pagina.text
    niets = geladen.get("/vergelijk/herstel", params=velden)
    assert "wordt als volgt gewijzigd:" not in niets.text
    een = geladen.get("/vergelijk/herstel", params={**velden, "punt": sleutels[0], "inwerking": "2027-01-01"})
    assert re.findall(r'name="punt" value="([^"]+)" checked', een.text) == sleutels[:1]
    documenten_ = [unescape(a) for a in re.findall(r'href="(/vergelijk/herstel/[^"]+)"', een.text)]
    assert len(documenten_) == 4
    for plek in documenten_:
        document = geladen.get(plek)
        assert document.status_code == 200, plek
        if "formaat=docx" in plek:
            assert document.content[:2] == b"PK"
        else:
            assert "CONCEPT" in document.text
        if "/besluit" in plek and "formaat=html" in plek:
            assert "1 januari 2027" in document.text


@pytest.mark.parametrize("wat", ["waswordt", "besluit"])
def test_over_rest_kiest_en_geeft_een_geladen_verordening_hetzelfde(geladen: TestClient, wat: str) -> None:
    basis = f"/v1/vergelijkingen/{wat}?{GELADEN}"
    assert geladen.get(f"{basis}&formaat=docx").content[:2] == b"PK"
    assert "CONCEPT" in geladen.get(f"{basis}&formaat=html").text
    punten = geladen.get(f"/v1/vergelijkingen/waswordt?{GELADEN}", headers=JSON).json()["punten"]
    overgenomen = [p["sleutel"] for p in punten if p["overgenomen"]]
    assert overgenomen
    keuze = {"eigen": "lvn", "op": "2026-02-01", "zonder": overgenomen}
    zonder = geladen.get(f"/v1/vergelijkingen/{wat}", params=keuze, headers=JSON).json()
    assert zonder["rijen" if wat == "waswordt" else "wijziging"] == ([] if wat == "waswordt" else "")


@pytest.mark.parametrize(
    ("vraag", "status", "woord"),
    [
        ("", 400, "Geen verordening genoemd"),
        ("?eigen=bestaatniet", 400, "bestaatniet"),
        ("?eigen=lvn&model=kw", 404, "Kaarsenwet"),
        ("?eigen=lvn&op=morgen", 400, "geen dag"),
        ("?eigen=lvn&keus=eigen&punt=99:9", 400, "geen wijziging van dit voorstel"),
    ],
)
def test_een_geladen_verordening_die_er_niet_is_wordt_genoemd(
    geladen: TestClient, vraag: str, status: int, woord: str
) -> None:
    for pad in ("/vergelijk/herstel", "/vergelijk/herstel/besluit"):
        antwoord = geladen.get(f"{pad}{vraag}")
        assert (antwoord.status_code, woord in antwoord.text) == (status, True)


def test_ook_de_vergelijking_zegt_welke_dag_niet_kan(geladen: TestClient) -> None:
    antwoord = geladen.get("/vergelijk?eigen=lvn&op=morgen")
    assert antwoord.status_code == 400
    assert "geen dag" in antwoord.text


@pytest.mark.parametrize(("vraag", "status"), [("", 400), ("?eigen=bestaatniet", 400), ("?eigen=lvn&model=kw", 404)])
def test_rest_antwoordt_met_een_probleem(geladen: TestClient, vraag: str, status: int) -> None:
    antwoord = geladen.get(f"/v1/vergelijkingen/waswordt{vraag}", headers=JSON)
    assert antwoord.status_code == status
    assert antwoord.headers["content-type"].startswith("application/problem+json")
