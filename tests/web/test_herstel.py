"""The repair of a brought ordinance: chosen on the page, handed out as Word and HTML, and over REST."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from tests.web.test_eigen import EIGEN, adres, eigen, eigen_app, woorden

__all__ = ["adres", "eigen", "eigen_app"]  # fixtures

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
