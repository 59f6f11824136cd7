"""Settings: every one is documented, and impossible values are told all at once."""

from __future__ import annotations

import ast
import re
from dataclasses import fields
from pathlib import Path

import pytest

from api.instellingen import Instellingen, gebruikt_kleur, lees_instellingen, met_opties, zet_omgeving
from ontologie.fouten import InstellingFout
from tests.conftest import WORTEL


def test_every_setting_is_documented_with_its_default() -> None:
    tekst = (WORTEL / "docs" / "instellingen.md").read_text(encoding="utf-8")
    rijen = {r[0]: r[2] for r in re.findall(r"^\| `(REGELGRAAF_\w+)` \| (.*?) \| (.*?) \|", tekst, re.M)}
    assert set(rijen) == set(Instellingen.namen().values())
    for veld in fields(Instellingen):
        standaard = str(veld.default.name if isinstance(veld.default, Path) else veld.default)
        getoond = rijen[Instellingen.namen()[veld.name]]
        if veld.default in (None, ""):
            assert "`" not in getoond
        else:
            assert f"`{standaard.removesuffix('.0')}" in getoond


def test_only_this_module_reads_the_environment() -> None:
    lezers = set()
    for pakket in ("ontologie", "bronnen", "graph", "api", "web"):
        for pad in (WORTEL / pakket).rglob("*.py"):
            for knoop in ast.walk(ast.parse(pad.read_text(encoding="utf-8"))):
                naam = (
                    knoop.attr if isinstance(knoop, ast.Attribute) else knoop.id if isinstance(knoop, ast.Name) else ""
                )
                if naam in ("environ", "getenv", "environb"):
                    lezers.add(str(pad.relative_to(WORTEL)))
    assert lezers == {"api/instellingen.py"}


def test_defaults_without_environment() -> None:
    instellingen = lees_instellingen({"PATH": "/bin", "REGELGRAAF_POORT": "  "})
    assert instellingen == Instellingen()
    assert (instellingen.host, instellingen.poort, instellingen.bronnen) == ("127.0.0.1", 8000, None)


@pytest.mark.parametrize(
    ("naam", "waarde", "veld", "gelezen"),
    [
        ("POORT", "8080", "poort", 8080),
        ("HOST", "::1", "host", "::1"),
        ("PAD", "regelgraaf/", "pad", "/regelgraaf"),
        ("PAD", "/", "pad", ""),
        ("SPARQL_SECONDEN", "2.5", "sparql_seconden", 2.5),
        ("EXTERN_VRAAG", "http://localhost:7878/query", "extern_vraag", "http://localhost:7878/query"),
    ],
)
def test_values_are_read(naam: str, waarde: str, veld: str, gelezen: object) -> None:
    instellingen = lees_instellingen({f"REGELGRAAF_{naam}": waarde})
    assert getattr(instellingen, veld) == gelezen
    assert lees_instellingen(instellingen.omgeving()) == instellingen


@pytest.mark.parametrize(
    ("naam", "waarde"),
    [
        ("POORT", "0"), ("POORT", "65536"), ("POORT", "http"), ("POORT", "80.5"), ("SPARQL_SECONDEN", "nan"),
        ("SPARQL_SECONDEN", "inf"), ("SPARQL_RIJEN", "-1"), ("HOST", "overal"), ("BRONNEN", "/bestaat/niet"),
        ("REGISTER", "/bestaat/niet.toml"), ("PAD", "/a/../b"), ("PAD", "a b"), ("PAD", "/a//b"), ("EXTERN_VRAAG", "ftp://x"),
        ("EXTERN_VRAAG", "http://"), ("EXTERN_VRAAG", "http://x:99999/"), ("EXTERN_VRAAG", "http://[x/"),
        ("EXTERN_BIJWERKEN", "http://x/"), ("EXTERN_GRAFEN", "http://x/"), ("SPARQL_PER_KLANT", "3"),
    ],
)  # fmt: skip
def test_impossible_values_are_refused_by_name(naam: str, waarde: str) -> None:
    with pytest.raises(InstellingFout, match=f"REGELGRAAF_{naam}"):
        lees_instellingen({f"REGELGRAAF_{naam}": waarde})


def test_all_that_is_wrong_is_told_at_once_with_a_hint_for_typos() -> None:
    with pytest.raises(InstellingFout) as info:
        lees_instellingen({"REGELGRAAF_POORT": "x", "REGELGRAAF_HOST": "y", "REGELGRAAF_BRONEN": "z"})
    bericht = str(info.value)
    assert "3 instellingen" in bericht
    assert "bedoelt u REGELGRAAF_BRONNEN?" in bericht
    assert all(naam in bericht for naam in ("REGELGRAAF_POORT", "REGELGRAAF_HOST", "docs/instellingen.md"))


def test_options_win_from_the_environment(tmp_path: Path) -> None:
    uit_omgeving = lees_instellingen({"REGELGRAAF_POORT": "9000", "REGELGRAAF_HOST": "::1"})
    samen = met_opties(uit_omgeving, {"poort": "9001", "host": None, "bronnen": str(tmp_path)})
    assert (samen.poort, samen.host, samen.bronnen) == (9001, "::1", tmp_path)
    with pytest.raises(InstellingFout, match="REGELGRAAF_POORT"):
        met_opties(uit_omgeving, {"poort": "veel"})


def test_settings_pass_to_what_is_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REGELGRAAF_HOST", "::1")
    monkeypatch.setenv("REGELGRAAF_POORT", "9000")
    zet_omgeving(lees_instellingen({"REGELGRAAF_POORT": "9001"}))
    assert lees_instellingen() == lees_instellingen({"REGELGRAAF_POORT": "9001"})
    zet_omgeving(Instellingen())


@pytest.mark.parametrize(
    ("omgeving", "kleur"), [({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True), ({"TERM": "dumb"}, False)]
)
def test_colour(monkeypatch: pytest.MonkeyPatch, omgeving: dict[str, str], kleur: bool) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for naam, waarde in omgeving.items():
        monkeypatch.setenv(naam, waarde)
    assert gebruikt_kleur() is kleur
