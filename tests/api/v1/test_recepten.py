"""The recipes of the documentation do what they say, over the shipped facts."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from api.app import maak_api
from api.instellingen import Instellingen
from bronnen.register import laad_register
from graph.bouw import bouw_uit_kern
from tests.api.conftest import draai
from tests.conftest import WORTEL

_RECEPT = re.compile(r"^```(sh|python)\n(.*?)^```\n\nPrints `(.+?)`\.$", re.M | re.S)
_TEKST = (WORTEL / "docs" / "recepten.md").read_text(encoding="utf-8")
RECEPTEN = _RECEPT.findall(_TEKST)
BASIS = "http://localhost:8000"


@pytest.fixture(scope="module")
def kernadres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A service over the shipped facts."""
    map_: Path = tmp_path_factory.mktemp("kern")
    bouw_uit_kern(map_, laad_register())
    with draai(maak_api(Instellingen(opslag=map_))) as adres:
        yield adres


def test_every_recipe_that_can_run_says_what_it_prints() -> None:
    assert len(RECEPTEN) == len(re.findall(r"^```(?:sh|python)$", _TEKST, re.M)) == 14


@pytest.mark.parametrize(("taal", "recept", "verwacht"), RECEPTEN)
def test_recipe(kernadres: str, taal: str, recept: str, verwacht: str) -> None:
    if taal == "sh" and shutil.which("curl") is None:
        pytest.skip("curl ontbreekt")
    assert BASIS in recept
    opdracht = ["bash", "-euo", "pipefail", "-c"] if taal == "sh" else [sys.executable, "-W", "error", "-c"]
    uitkomst = subprocess.run(
        [*opdracht, recept.replace(BASIS, kernadres)], capture_output=True, text=True, check=False, timeout=30
    )
    assert uitkomst.returncode == 0, uitkomst.stderr + uitkomst.stdout
    assert verwacht in uitkomst.stdout
    assert uitkomst.stderr == ""
