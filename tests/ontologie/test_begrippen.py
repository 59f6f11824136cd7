"""Every public domain name of ``ontologie`` stands in docs/begrippen.md with the standard it comes from."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from enum import Enum
from pathlib import Path

import ontologie

BEGRIPPEN = Path(__file__).resolve().parents[2] / "docs" / "begrippen.md"
_RIJ = re.compile(r"^\| `([^`]+)` \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)
_NORM = re.compile(r"^\| ([A-Za-z, ]+) \| [^`|]+ \|$", re.MULTILINE)


def _domeinnamen() -> dict[str, str]:
    """Classes and values of enumerations, each with the module that has it; errors are no domain nouns."""
    namen: dict[str, str] = {}
    for module in pkgutil.walk_packages(ontologie.__path__, "ontologie."):
        for naam, klasse in inspect.getmembers(importlib.import_module(module.name), inspect.isclass):
            eigen = klasse.__module__ == module.name and not naam.startswith("_")
            if not eigen or issubclass(klasse, Exception):
                continue
            namen[naam] = module.name
            if issubclass(klasse, Enum):
                namen |= {str(waarde.value): module.name for waarde in klasse}
    return namen


def test_elk_begrip_staat_er_met_zijn_norm() -> None:
    rijen = _RIJ.findall(BEGRIPPEN.read_text(encoding="utf-8"))
    namen = _domeinnamen()
    assert len(namen) > 100
    assert sorted(set(namen) - {naam for naam, _, _ in rijen}) == []


def test_er_staat_niets_dat_niet_bestaat_en_niets_dubbel() -> None:
    rijen = [naam for naam, _, _ in _RIJ.findall(BEGRIPPEN.read_text(encoding="utf-8"))]
    assert sorted(set(rijen) - set(_domeinnamen())) == []
    assert sorted({naam for naam in rijen if rijen.count(naam) > 1}) == []


def test_elke_norm_wordt_uitgelegd() -> None:
    tekst = BEGRIPPEN.read_text(encoding="utf-8")
    normen = {norm for rij in _NORM.findall(tekst) for norm in rij.split(", ")}
    for naam, norm, betekenis in _RIJ.findall(tekst):
        eerste = re.split(r"[ ,(`]", norm)[0]
        assert eerste in normen | {"Staatsblad"}, (naam, norm)
        assert betekenis.strip()
