"""The command vergelijk: files and loaded ordinances beside a model, each part in each format."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from api.opdrachtregel import main
from bronnen.register import laad_register
from graph.bouw import bouw
from tests.web import documenten
from tests.web.test_eigen import EIGEN


@pytest.fixture(scope="module")
def map_(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a built graph, the register that it needs, and an ordinance."""
    map_ = tmp_path_factory.mktemp("vergelijk")
    (map_ / "register.toml").write_text(documenten.REGISTER, encoding="utf-8")
    bouw([documenten.schrijf(map_ / "documenten")], map_ / "opslag", laad_register(map_ / "register.toml"))
    (map_ / "verordening.txt").write_text(EIGEN, encoding="utf-8")
    return map_


@pytest.fixture
def vergelijk(map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):  # type: ignore[no-untyped-def]
    monkeypatch.setenv("REGELGRAAF_REGISTER", str(map_ / "register.toml"))

    def doe(eigen: str, *opties: str) -> tuple[int, str, str]:
        status = main(["vergelijk", eigen.replace("MAP", str(map_)), "--opslag", str(map_ / "opslag"), *opties])
        uit = capsys.readouterr()
        return status, uit.out, uit.err

    return doe


@pytest.mark.parametrize(
    ("toon", "staat_er"),
    [
        ("afwijkingen", "meldt dat artikel 8"),
        ("keuzes", "ingevuld"),
        ("weggelaten", "nadere regels"),
        ("dekking", "gedekt"),
        ("grondslag", "vervallen"),
        ("verwijzingen", "artikel 8"),
    ],
)
def test_each_part_as_a_table_and_as_csv(vergelijk, toon: str, staat_er: str) -> None:  # type: ignore[no-untyped-def]
    for formaat in ("tabel", "csv"):
        status, uit, fout = vergelijk("MAP/verordening.txt", "--toon", toon, "--formaat", formaat)
        assert status == 0, fout
        assert staat_er in uit
    assert "10 gelijk, 1 afwijkend, 1 weggelaten, 2 extra" in fout
    assert "Grondslag op" in fout


def test_all_of_it_as_json(vergelijk) -> None:  # type: ignore[no-untyped-def]
    status, uit, _ = vergelijk(
        "MAP/verordening.txt", "--model", "mlv", "--op", "2026-02-01", "--toon", "alles", "--formaat", "json"
    )
    assert status == 0
    alles = json.loads(uit)
    assert alles["op"] == "2026-02-01"
    assert alles["vergelijking"]["model"] == "mlv"
    assert {"grondslag", "dekking", "losse", "modelwijzigingen"} <= set(alles)


def test_a_loaded_work_needs_no_file(vergelijk) -> None:  # type: ignore[no-untyped-def]
    status, uit, fout = vergelijk("mlv", "--model", "mlv")
    assert (status, uit) == (0, "")
    assert "gelijk" in fout


@pytest.mark.parametrize(
    ("eigen", "status", "zin"),
    [
        ("MAP/is-er-niet.txt", 2, "dit bestand bestaat niet"),
        ("MAP", 2, "dit is een map"),
        ("CVDR123", 1, "Met --haal wordt deze verordening opgehaald"),
        ("Nergenswet", 2, "geen bekende regeling"),
    ],
)
def test_what_is_not_there_is_named(vergelijk, eigen: str, status: int, zin: str) -> None:  # type: ignore[no-untyped-def]
    gekregen, _, fout = vergelijk(eigen)
    assert (gekregen, zin in fout) == (status, True), fout
