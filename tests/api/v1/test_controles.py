"""The resource controles: a text comes in, is checked, stays under an address of its own, and goes when asked."""

from __future__ import annotations

import io
from zipfile import ZipFile

import httpx
import pytest

from graph.controle import regels

TEKST = """Sloottarief Nergenshuizen

Artikel 1. Tarief

1. Het tarief bedraagt een euro per per meter.
2. Zie artikel 7.
4. Betaling gebeurt vooraf.

Artikel 2. Slot

Deze verordening treedt in werking op 31 juni 2027.
"""


def _bied_aan(v1: httpx.Client) -> httpx.Response:
    return v1.post("/v1/controles", files={"document": ("sloot.txt", TEKST.encode())})


def test_een_bestand_wordt_gecontroleerd_en_blijft_tot_het_gewist_wordt(v1: httpx.Client) -> None:
    antwoord = _bied_aan(v1)
    assert antwoord.status_code == 201
    gegevens = antwoord.json()
    assert [p["regel"] for p in gegevens["punten"]] == [
        "woord-dubbel", "doel-ontbreekt", "nummer-overgeslagen", "datum-onbestaanbaar",
    ]  # fmt: skip
    eerste = gegevens["punten"][0]
    assert TEKST[eerste["begin"] : eerste["eind"]] == eerste["woorden"]
    assert eerste["voor"] + eerste["woorden"] + eerste["na"] == "Het tarief bedraagt een euro per per meter."
    assert (gegevens["bestand"], gegevens["regeling"]) == ("sloot.txt", "")
    assert gegevens["aantallen"] == {"fout": 3, "waarschuwing": 1, "aandachtspunt": 0}
    adres = antwoord.headers["location"]
    assert v1.get(adres).json()["punten"] == gegevens["punten"]
    assert v1.get(adres).headers["cache-control"] == "no-store"
    assert v1.delete(adres).status_code == 204
    assert v1.get(adres).status_code == 404


@pytest.mark.parametrize(
    "opties",
    [
        {"files": {"tekst": (None, TEKST)}},
        {"content": TEKST.encode(), "headers": {"Content-Type": "text/plain"}},
    ],
    ids=["formulier", "lichaam"],
)
def test_ook_losse_woorden(v1: httpx.Client, opties: dict[str, object]) -> None:
    antwoord = v1.post("/v1/controles", **opties)
    assert antwoord.status_code == 201
    assert antwoord.json()["aantallen"]["fout"] == 3


def test_keuze_en_bestanden(v1: httpx.Client) -> None:
    adres = _bied_aan(v1).headers["location"]
    fouten = v1.get(adres, params={"ernst": "fout", "zonder": ["doel-ontbreekt"]}).json()
    assert [p["regel"] for p in fouten["punten"]] == ["nummer-overgeslagen", "datum-onbestaanbaar"]
    csv = v1.get(adres, params={"formaat": "csv"})
    assert csv.headers["content-type"].startswith("text/csv")
    assert "per per" in csv.text
    with ZipFile(io.BytesIO(v1.get(adres, params={"formaat": "docx"}).content)) as word:
        assert "per per" in word.read("word/document.xml").decode()


def test_een_geladen_regeling(v1: httpx.Client) -> None:
    antwoord = v1.get("/v1/regelingen/fvo/controle")
    assert antwoord.status_code == 200
    gegevens = antwoord.json()
    assert gegevens["regeling"] == "fvo"
    assert gegevens["bewaardTot"] is None
    assert all(p["plaats"].startswith("fvo") for p in gegevens["punten"])
    # The file that it was built from is not there: places count in the text as it was loaded.
    assert any("niet meer op zijn plek" in zin for zin in gegevens["voorbehouden"])
    gekend = {"If-None-Match": antwoord.headers["etag"]}
    assert v1.get("/v1/regelingen/fvo/controle", headers=gekend).status_code == 304


def test_regels(v1: httpx.Client) -> None:
    alle = v1.get("/v1/controles/regels").json()["regels"]
    assert [r["id"] for r in alle] == [r.id for r in regels()]


@pytest.mark.parametrize(
    ("pad", "status"),
    [
        ("/v1/controles/" + "x" * 32, 404),
        ("/v1/controles/kort", 400),
        ("/v1/regelingen/bestaat-niet/controle", 400),
        ("/v1/regelingen/fvo/controle?zonder=onzin", 400),
        ("/v1/regelingen/fvo/controle?ernst=erg", 400),
    ],
)
def test_wat_niet_kan(v1: httpx.Client, pad: str, status: int) -> None:
    antwoord = v1.get(pad)
    assert antwoord.status_code == status
    assert antwoord.headers["content-type"].startswith("application/problem+json")


def test_zonder_tekst_of_onleesbaar_wordt_niets_bewaard(v1: httpx.Client) -> None:
    assert v1.post("/v1/controles", files={"tekst": (None, "  ")}).status_code == 400
    kapot = v1.post("/v1/controles", files={"document": ("x.docx", b"PK\x03\x04kapot")})
    assert 400 <= kapot.status_code < 500
    assert kapot.headers["content-type"].startswith("application/problem+json")


def test_een_pagina_van_elders_mag_niets_aanbieden(v1: httpx.Client) -> None:
    vreemd = {"Sec-Fetch-Site": "cross-site"}
    assert v1.post("/v1/controles", files={"tekst": (None, TEKST)}, headers=vreemd).status_code == 403


def test_wie_aanbiedt_kiest_meteen_wat_hij_wil_zien(v1: httpx.Client) -> None:
    tekst = {"tekst": (None, TEKST)}
    alles = v1.post("/v1/controles", files=tekst).json()["punten"]
    fouten = v1.post("/v1/controles", files=tekst, params={"ernst": "fout"}).json()["punten"]
    assert 0 < len(fouten) < len(alles)
    assert {p["ernst"] for p in fouten} == {"fout"}


@pytest.mark.parametrize(("vraag", "status"), [("zonder=onzin", 400), ("erns=fout", 400), ("ernst=onzin", 400)])
def test_een_keuze_die_niet_bestaat_wordt_gezegd(v1: httpx.Client, vraag: str, status: int) -> None:
    assert v1.post(f"/v1/controles?{vraag}", files={"tekst": (None, TEKST)}).status_code == status
