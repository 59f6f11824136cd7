"""Lists of the command line as Word files: whole, in place at once, or a clear error."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from api.opdrachtregel import main
from bronnen.register import laad_register
from graph.bouw import bouw
from tests.web import documenten

OPDRACHTEN = {
    "toon": ["toon", "lw:2"],
    "implementeert": ["implementeert", "lw:2"],
    "dekking": ["dekking"],
    "wijzigingen": ["wijzigingen", "--van", "2025-12-01", "--tot", "2026-01-31", "--as", "in-werking"],
    "verschil": ["verschil", "lw", "--van", "2024-05-01"],
    "impact": ["impact", "lw:2"],
}


@pytest.fixture(scope="module")
def opslag(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    map_ = tmp_path_factory.mktemp("lantaarns")
    register = map_ / "register.toml"
    register.write_text(documenten.REGISTER, encoding="utf-8")
    bouw([documenten.schrijf(map_ / "documenten")], map_ / "opslag", laad_register(register))
    return ["--opslag", str(map_ / "opslag")]


@pytest.mark.parametrize("naam", OPDRACHTEN)
def test_answer_as_word(naam: str, opslag: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    doel = tmp_path / f"{naam}.docx"
    assert main([*OPDRACHTEN[naam], *opslag, "--formaat", "docx", "--naar", str(doel)]) == 0
    uit = capsys.readouterr()
    assert uit.out == ""
    assert f"Geschreven: {doel}." in uit.err
    word = docx.Document(str(doel))
    assert any(p.text.startswith("Geladen bronnen tot en met") for p in word.paragraphs)
    assert word.tables
    assert [p.name for p in tmp_path.iterdir()] == [doel.name]


@pytest.mark.parametrize(("naar", "status"), [([], 2), (["--naar", "/bestaat/niet/x.docx"], 2)])
def test_where_it_cannot_be_written(
    naar: list[str], status: int, opslag: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*OPDRACHTEN["implementeert"], *opslag, "--formaat", "docx", *naar]) == status
    assert capsys.readouterr().err.startswith("regelgraaf: ")
