"""``regelgraaf impact`` over the invented documents about lanterns."""

from __future__ import annotations

import json
import re

import pytest

from api.opdrachtregel import main
from api.opdrachtregel.impact import _ingekort
from bronnen.register import laad_register
from graph.bouw import bouw
from tests.web import documenten


@pytest.fixture(scope="module")
def opslag(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    map_ = tmp_path_factory.mktemp("impact")
    register = map_ / "register.toml"
    register.write_text(documenten.REGISTER, encoding="utf-8")
    bouw([documenten.schrijf(map_ / "documenten")], map_ / "opslag", laad_register(register))
    return ["--opslag", str(map_ / "opslag")]


def test_table_with_paths_and_what_was_not_looked_at(opslag: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["impact", "art. 2 lid 1 Lw", "--als", "vervalt", *opslag]) == 0
    uit = capsys.readouterr()
    assert "grondslag bestaat niet meer" in uit.out
    assert "lw:2:1 ← (berust op) mlv" in uit.out
    assert "geraakt in ten hoogste 2 stappen" in uit.err
    assert "Vervalt mee: lw:2:1:a, lw:2:1:b, lw:2:1:c." in uit.err
    assert "Schuift waarschijnlijk op" in uit.err
    assert "tot en met" in uit.err


def test_each_provision_has_its_path_words_and_advice(opslag: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["impact", "lw:2:1", "--als", "vervalt", *opslag]) == 0
    blokken = [b.splitlines() for b in capsys.readouterr().out.split("\n\n") if " geraakt, " in b]
    assert blokken
    for kop, pad, *rest in blokken:
        assert re.fullmatch(r"\S+  (mogelijk )?\w+ geraakt, (direct|in \d stappen): .+", kop)
        assert pad.startswith("  lw:2:1 ← (")
        assert rest[-1].startswith("  ")
        assert rest[-1].endswith(".")
        assert "←" not in rest[-1]


def test_a_long_passage_says_that_it_goes_on(opslag: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert _ingekort("kort en goed") == "kort en goed"
    lang = "lantaarn " * 40
    assert _ingekort(lang).endswith("lantaarn …")
    assert len(_ingekort(lang)) <= 122
    assert main(["impact", "lw:2", "--formaat", "csv", *opslag]) == 0
    assert "…" not in capsys.readouterr().out


def test_beyond_the_end_it_says_so(opslag: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["impact", "lw:2", "--vanaf", "5000", *opslag]) == 0
    uit = capsys.readouterr()
    assert uit.out == ""
    assert "Vanaf 5000 is er niets meer" in uit.err


def test_json_has_every_step_with_its_evidence(opslag: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["impact", "Stb. 2025, 500", "--formaat", "json", *opslag]) == 0
    rijen = json.loads(capsys.readouterr().out)
    assert rijen
    for rij in rijen:
        assert rij["advies"]
        for pad in rij["paden"]:
            assert pad[0]["uit"] == "lw:2"
            assert pad[-1]["van"] == rij["bepaling"]
            assert all(s["bewijs"].startswith("https://") and s["reden"] for s in pad)


@pytest.mark.parametrize(
    ("argumenten", "status", "melding"),
    [
        (["lw:99"], 1, "staat niet in"),
        (["Stb. 1999, 1"], 1, "geen wijziging"),
        (["<script>"], 2, "regelgraaf:"),
        (["ks:II:2019/20:35394:3"], 2, "is een Kamerstuk"),
        (["ECLI:NL:RVS:2031:7"], 2, "is een uitspraak"),
        (["celex:32016R0679"], 2, "wijzigend besluit (stb:2025:210)"),
        (["lw:2", "--stappen", "7"], 2, "1 tot en met 6"),
        (["lw:2", "--als", "ontploft"], 2, "kies uit"),
        (["lw:2", "--op", "gisteren"], 2, "geen dag"),
        (["Stb. 2025, 500", "--als", "vervalt"], 2, "--als kan niet bij een besluit"),
    ],
)
def test_what_cannot_be_answered(
    argumenten: list[str], status: int, melding: str, opslag: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["impact", *argumenten, *opslag]) == status
    assert melding in capsys.readouterr().err
