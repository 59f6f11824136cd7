"""The commands about relations: what they print, in which format, with which exit status."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from api.opdrachtregel import main
from bronnen.register import laad_register
from graph.bouw import bouw

#: An invented ordinance that rests on a real law, of which only the name is used.
VERORDENING = """Verordening lantaarns Nergenshuizen 2025

De raad van de gemeente Nergenshuizen;

gelet op artikel 8a, eerste lid, onder a, van de Participatiewet;

besluit vast te stellen de Verordening lantaarns Nergenshuizen 2025.

Artikel 1 Begrippen
In deze verordening wordt verstaan onder:
a. lantaarn: een lamp op een paal;
b. wet: Participatiewet.

Artikel 2 Branden
1. Een lantaarn brandt van zonsondergang tot zonsopgang.
2. Het eerste lid geldt niet bij volle maan.

Toelichting

Artikelsgewijze toelichting

Artikel 2 Branden

Het tweede lid is een uitwerking van artikel 8a, tweede lid, onder b, van de Participatiewet.
"""


@pytest.fixture(scope="module")
def opslag(tmp_path_factory: pytest.TempPathFactory) -> Path:
    bronnen = tmp_path_factory.mktemp("bronnen")
    (bronnen / "lantaarns.txt").write_text(VERORDENING, encoding="utf-8")
    doel = tmp_path_factory.mktemp("opslag")
    bouw([bronnen], doel, laad_register())
    return doel


def test_implementeert_met_bewijs(opslag: Path, capsys: pytest.CaptureFixture[str]) -> None:
    invoer = ["implementeert", "artikel 8a lid 2 Participatiewet", "--formaat", "json", "--opslag", str(opslag)]
    assert main(invoer) == 0
    (rij,) = json.loads(capsys.readouterr().out)
    assert {"bepaling", "opschrift", "doel", "relatie", "sterkte", "bewijs"} <= rij.keys()
    assert (rij["doel"], rij["sterkte"], rij["via"]) == ("pw:8a:2:b", "expliciet", "onderdeel")
    assert rij["relatie"] == "implementeert"
    assert rij["bewijs"][0]["tekst"].startswith("Het tweede lid is een uitwerking van")
    begin, eind = rij["bewijs"][0]["begin"], rij["bewijs"][0]["eind"]
    assert VERORDENING[begin:eind] == rij["bewijs"][0]["tekst"]


def test_omgekeerd(opslag: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["implementeert", "pw:8a:2:b", "--formaat", "json", "--opslag", str(opslag)])
    van = json.loads(capsys.readouterr().out)[0]["bepaling"]
    assert main(["implementeert", van, "--omgekeerd", "--formaat", "json", "--opslag", str(opslag)]) == 0
    rijen = json.loads(capsys.readouterr().out)
    assert [(r["doel"], r["via"]) for r in rijen] == [("pw:8a:2:b", ""), ("pw:8a:1:a", "bovenliggend")]


def test_niets_gevonden(opslag: Path, capsys: pytest.CaptureFixture[str]) -> None:
    van = "pw:8a:1:a"
    assert main(["implementeert", van, "--omgekeerd", "--opslag", str(opslag)]) == 1
    assert capsys.readouterr().err


def test_dekking_zonder_geladen_wet(opslag: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["dekking", "--opslag", str(opslag)]) == 1
    assert "Geen geladen verordening" in capsys.readouterr().err
    assert main(["dekking", "--wet", "pw", "--opslag", str(opslag)]) == 1
    assert "niet geladen" in capsys.readouterr().err
    assert main(["regelplichten", "pw", "--opslag", str(opslag)]) == 1
