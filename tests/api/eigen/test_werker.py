"""The process of one task: whatever goes wrong, its answer does not tell where the document is."""

from __future__ import annotations

from pathlib import Path

import pytest

from api.eigen import werker
from api.eigen.taak import Taak
from ontologie.fouten import BronFout
from ontologie.identificatie import basis


@pytest.mark.parametrize("soort", [FileNotFoundError, BronFout])
def test_an_error_does_not_hold_the_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, soort: type) -> None:
    pad = tmp_path / ("x" * 32) / "eigen.docx"

    def faal(taak: Taak) -> bytes:
        raise soort(taak.pad, "bestaat niet")

    monkeypatch.setattr(werker, "_doe", faal)
    opdracht = {"functie": "a:b", "pad": str(pad), "opslag": "", "register": "", "geheugen": 1, "opties": {}}
    kop, _ = werker._uitkomst({**opdracht, "basis": basis()})
    assert "bestaat niet" in kop["bericht"]
    assert pad.parent.name not in str(kop)
