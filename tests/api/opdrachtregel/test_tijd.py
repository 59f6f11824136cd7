"""The commands about time: what they print, what they say beside it, and their exit status."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from api.opdrachtregel import main
from tests.graph.antwoorden.test_tijd import NIEUW, OUD, venmodel
from tests.graph.regelingen import bouw_staat


@pytest.fixture(scope="module")
def opslag(tmp_path_factory: pytest.TempPathFactory) -> Path:
    map_ = tmp_path_factory.mktemp("tijd") / "opslag"
    bouw_staat(map_, [OUD, NIEUW, venmodel()])
    return map_


def roep(opslag: Path, *argumenten: str) -> int:
    return main([*argumenten, "--opslag", str(opslag)])


def test_zonder_as_de_aantallen_per_as(opslag: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert roep(opslag, "wijzigingen", "--van", "2025-04-01", "--tot", "2025-04-30", "--formaat", "json") == 0
    uit = capsys.readouterr()
    assert [(r["as"], r["artikelen"]) for r in json.loads(uit.out)] == [
        ("gepubliceerd", 0),
        ("inwerking-bekendgemaakt", 3),
        ("in-werking", 0),
        ("terugwerkend", 0),
        ("opgenomen", 0),
    ]
    assert "kies er een met --as" in uit.err


def test_op_een_as_elke_bepaling(opslag: Path, capsys: pytest.CaptureFixture[str]) -> None:
    argumenten = ["wijzigingen", "--van", "2025-06-01", "--tot", "2025-06-01", "--as", "in-werking"]
    assert roep(opslag, *argumenten, "--formaat", "jsonl") == 0
    uit = capsys.readouterr()
    rijen = [json.loads(regel) for regel in uit.out.splitlines()]
    assert [(r["bepaling"], r["effect"], r["grond"]) for r in rijen] == [
        ("ven:2", "wijziging", "officieel"),
        ("ven:3", "nieuw", "officieel"),
    ]
    assert "Stb. 2025, 12: 2 artikelen." in uit.err
    assert "Daarna het eerst op 2027-01-01: ven 1." in uit.err


def test_niets_gevonden_is_status_een(opslag: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert roep(opslag, "wijzigingen", "--van", "1999-01-01", "--tot", "1999-01-02", "--as", "in-werking") == 1


@pytest.mark.parametrize(
    ("argumenten", "bericht"),
    [
        (["--van", "gisteren", "--tot", "2025-01-01"], "«gisteren» is geen dag"),
        (["--van", "2025-02-01", "--tot", "2025-01-01"], "geen periode"),
        (["--van", "2025-01-01", "--tot", "2025-01-02", "--as", "ooit"], "ooit"),
        (["--van", "2025-01-01"], "er ontbreekt: --tot"),
        (["--van", "20250101", "--tot", "2025-01-02"], "«20250101» is geen dag"),
        (["--van", "2025-W01-1", "--tot", "2025-01-02"], "«2025-W01-1» is geen dag"),
        (["--van", "2025-01-01", "--tot", "9999-12-31"], "ligt te ver weg"),
    ],
)
def test_verkeerde_invoer_is_status_twee(
    opslag: Path, capsys: pytest.CaptureFixture[str], argumenten: list[str], bericht: str
) -> None:
    assert roep(opslag, "wijzigingen", *argumenten) == 2
    assert bericht in capsys.readouterr().err


def test_verschil_woord_voor_woord(opslag: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert roep(opslag, "verschil", "ven:2", "--van", "2024-01-01", "--formaat", "json") == 0
    regel = json.loads(capsys.readouterr().out)[0]
    assert (regel["soort"], regel["tekst"][0]["weg"], regel["tekst"][0]["erbij"]) == (
        "gewijzigd",
        "september",
        "oktober",
    )


def test_geschiedenis_met_een_dag(opslag: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert roep(opslag, "geschiedenis", "ven:3", "--op", "2024-09-01") == 0
    uit = capsys.readouterr()
    assert "nieuw" in uit.out
    assert "bestond toen nog niet: toegevoegd per 2025-06-01" in uit.err


def test_verschil_zegt_wat_er_niet_is(opslag: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert roep(opslag, "verschil", "ven:99", "--van", "2024-01-01") == 1
    assert "ven:99 staat in geen van beide versies" in capsys.readouterr().err


def test_verschil_terug_in_de_tijd_staat_erbij(opslag: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert roep(opslag, "verschil", "ven", "--van", "2025-06-01", "--tot", "2024-01-01") == 0
    assert "terug in de tijd" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("argumenten", "status", "bericht"),
    [
        (["ven:2", "--op", "2024-09-01"], 0, "U leest de tekst van 2024-01-01"),
        (["ven:2", "--op", "2024-09-01"], 0, "september"),
        (["ven:2", "--versie", "2024-01-01"], 0, "Gewijzigd op 2025-06-01."),
        (["ven:2", "--op", "2025-07-01"], 0, "oktober"),
        (["ven:3", "--op", "2024-09-01"], 1, "toegevoegd per 2025-06-01"),
        (["ven:2", "--op", "1950-01-01"], 1, "geen geladen versie"),
        (["ven:2", "--op", "morgen"], 2, "«morgen» is geen dag"),
        (["ven:2", "--op", "2024-09-01", "--versie", "2024-01-01"], 2, "kan niet samen met"),
    ],
)
def test_toon_op_een_dag(
    opslag: Path, capsys: pytest.CaptureFixture[str], argumenten: list[str], status: int, bericht: str
) -> None:
    assert roep(opslag, "toon", *argumenten) == status
    uit = capsys.readouterr()
    assert bericht in uit.out + uit.err


def test_de_tekst_van_nu_heeft_geen_waarschuwing(opslag: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert roep(opslag, "toon", "ven:2", "--formaat", "json") == 0
    assert [s["stand"] for s in json.loads(capsys.readouterr().out)["leesstand"]] == ["geldend"]
    roep(opslag, "toon", "ven:2")
    assert "U leest" not in capsys.readouterr().out
