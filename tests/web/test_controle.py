"""The page of the check: a loaded work, and a text of one's own that comes, is shown and goes."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

TEKST = """Sloottarief

Artikel 1. Tarief

1. Het is een euro per per meter.
3. Zie <b>artikel 7</b>.

Artikel 2. Slot

Klaar.
"""


def test_formulier_noemt_de_geladen_werken_en_alle_regels(klant: TestClient) -> None:
    pagina = klant.get("/controle")
    assert pagina.status_code == 200
    assert 'value="lw"' in pagina.text
    assert "Nummer overgeslagen" in pagina.text
    assert 'enctype="multipart/form-data"' in pagina.text


@pytest.mark.parametrize("pad", ["/controle", "/controle?werk=lw", "/controle?werk=mlv"])
def test_pagina_is_heel_en_houdt_zich_bij_zichzelf(klant: TestClient, pad: str) -> None:
    pagina = klant.get(pad)
    assert len(re.findall(r"<h1[ >]", pagina.text)) == 1
    ids = re.findall(r'\sid="([^"]*)"', pagina.text)
    assert len(ids) == len(set(ids))
    assert pagina.headers["content-security-policy"].startswith("default-src 'none'")
    assert not re.search(r"\s(?:style|on\w+)=", pagina.text)


def test_een_geladen_werk(klant: TestClient) -> None:
    pagina = klant.get("/controle", params={"werk": "lw"})
    assert pagina.status_code == 200
    assert 'href="/regeling/lw"' in pagina.text
    assert klant.get("/controle", params={"werk": "bestaatniet"}).status_code == 404
    assert klant.get("/controle", params={"werk": "lw", "regel": "onzin"}).status_code == 400


@pytest.mark.parametrize("veld", ["document", "tekst"])
def test_een_eigen_tekst_komt_wordt_getoond_en_gaat(klant: TestClient, veld: str) -> None:
    inhoud = ("sloot.txt", TEKST.encode()) if veld == "document" else (None, TEKST)
    ontvangen = klant.post("/controle", files={veld: inhoud})
    assert ontvangen.status_code == 303
    adres = ontvangen.headers["location"]
    pagina = klant.get(adres)
    assert "<mark>per per</mark>" in pagina.text
    assert "Nummer overgeslagen" in pagina.text
    assert "<b>artikel" not in pagina.text
    assert pagina.headers["cache-control"] == "no-store"
    fouten = klant.get(adres, params={"ernst": "fout"}).text
    assert "<mark>per per</mark>" not in fouten
    for soort in re.findall(r'href="([^"]+formaat=(?:csv|docx))"', pagina.text.replace("&amp;", "&")):
        assert klant.get(soort).status_code == 200
    wis = re.search(r'action="([^"]+/wis)"', pagina.text)
    assert wis is not None
    assert klant.post(wis[1]).status_code == 303
    assert klant.get(adres).status_code == 404


def test_niets_aangeboden(klant: TestClient) -> None:
    leeg = klant.post("/controle", files={"tekst": (None, "")})
    assert leeg.status_code == 400
    assert "<h1" in leeg.text


def test_van_een_andere_site_komt_niets_in(klant: TestClient) -> None:
    vreemd = {"Sec-Fetch-Site": "cross-site"}
    assert klant.post("/controle", files={"tekst": (None, TEKST)}, headers=vreemd).status_code == 403
