"""The command ``controle``: files, standard input, choices, formats and status."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from zipfile import ZipFile

import pytest

from api.opdrachtregel.hoofd import main
from graph.controle import regels

TEKST = """Sloottarief Nergenshuizen

Artikel 1. Tarief

1. Het tarief bedraagt een euro per per meter.
2. Zie artikel 7.
4. Betaling gebeurt vooraf.

Artikel 2. Slot

Deze verordening treedt in werking op 31 juni 2027.
"""


@pytest.fixture
def bestand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("REGELGRAAF_OPSLAG", str(tmp_path / "opslag"))
    pad = tmp_path / "sloot.txt"
    pad.write_text(TEKST, encoding="utf-8")
    return pad


def test_een_bestand_als_regels(bestand: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["controle", str(bestand), "--formaat", "jsonl"]) == 0
    rijen = [json.loads(r) for r in capsys.readouterr().out.splitlines()]
    assert [r["regel"] for r in rijen] == [
        "woord-dubbel",
        "doel-ontbreekt",
        "nummer-overgeslagen",
        "datum-onbestaanbaar",
    ]
    eerste = rijen[0]
    assert TEKST[eerste["begin"] : eerste["eind"]] == eerste["woorden"] == "per per"
    assert (eerste["regelnummer"], eerste["plaats_naam"], eerste["ernst"]) == (
        5,
        "Artikel 1, eerste lid",
        "waarschuwing",
    )


@pytest.mark.parametrize(
    ("keuzes", "over"),
    [
        (["--ernst", "fout"], {"doel-ontbreekt", "nummer-overgeslagen", "datum-onbestaanbaar"}),
        (["--zonder", "doel-ontbreekt,woord-dubbel"], {"nummer-overgeslagen", "datum-onbestaanbaar"}),
        (["--zonder", "doel-ontbreekt", "--zonder", "datum-onbestaanbaar"], {"nummer-overgeslagen", "woord-dubbel"}),
    ],
)
def test_keuzes(bestand: Path, keuzes: list[str], over: set[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["controle", str(bestand), *keuzes, "--formaat", "json"]) == 0
    assert {r["regel"] for r in json.loads(capsys.readouterr().out)} == over


def test_csv_en_tabel(bestand: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["controle", str(bestand), "--formaat", "csv"]) == 0
    rijen = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [r["ernst"] for r in rijen] == ["waarschuwing", "fout", "fout", "fout"]
    assert main(["controle", str(bestand)]) == 0
    assert "Nummer overgeslagen" in capsys.readouterr().out


def test_standaardinvoer(bestand: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(TEKST))
    assert main(["controle", "-", "--ernst", "fout", "--formaat", "jsonl"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 3


def test_word(bestand: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    doel = tmp_path / "controle.docx"
    assert main(["controle", str(bestand), "--formaat", "docx", "--naar", str(doel)]) == 0
    with ZipFile(doel) as zip_:
        assert "per per" in zip_.read("word/document.xml").decode()
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".")] == []


def test_regels(bestand: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["controle", "--regels", "--formaat", "json"]) == 0
    assert [r["id"] for r in json.loads(capsys.readouterr().out)] == [r.id for r in regels()]


@pytest.mark.parametrize(
    ("keuzes", "zin"),
    [
        (["controle"], "niets genoemd"),
        (["controle", "weg.txt"], "bestaat niet"),
        (["controle", "BESTAND", "--zonder", "onzin"], "geen regel van de controle"),
        (["controle", "BESTAND", "--ernst", "erg"], "geen ernst"),
        (["controle", "BESTAND", "--formaat", "docx"], "--naar"),
    ],
)
def test_verkeerde_invoer(bestand: Path, keuzes: list[str], zin: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(bestand) if k == "BESTAND" else k for k in keuzes]) == 2
    assert zin in capsys.readouterr().err


def test_niets_gevonden(bestand: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    goed = tmp_path / "goed.txt"
    goed.write_text("Sloottarief\n\nArtikel 1. Tarief\n\nHet tarief is een euro.\n\nArtikel 2. Slot\n\nKlaar is het.\n")
    assert main(["controle", str(goed)]) == 1
    assert "vonden niets" in capsys.readouterr().err
