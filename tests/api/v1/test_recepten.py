"""The recipes of the documentation do what they say, over the shipped facts."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys

import pytest

from tests.conftest import WORTEL

_RECEPT = re.compile(r"^```(sh|python)\n(.*?)^```\n\nPrints `(.+?)`\.$", re.M | re.S)
_TEKST = (WORTEL / "docs" / "recepten.md").read_text(encoding="utf-8")
RECEPTEN = _RECEPT.findall(_TEKST)
BASIS = "http://localhost:8000"


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
