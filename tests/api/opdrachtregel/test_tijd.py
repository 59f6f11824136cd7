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
