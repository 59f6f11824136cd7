"""Where documents are looked for, and what is said about it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bronnen.register import Register, laad_register
from bronnen.vinden import KERN, Vindplaats, vind_bronnen, werk_van_bestand
from ontologie.fouten import InstellingFout


@pytest.fixture(scope="module")
def register() -> Register:
    return laad_register()


def _zet(map_: Path, *namen: str) -> Path:
    map_.mkdir(parents=True, exist_ok=True)
    for naam in namen:
        (map_ / naam).write_text("x", encoding="utf-8")
    return map_


def test_de_volgorde_van_zoeken(tmp_path: Path, register: Register) -> None:
    wortel = tmp_path / "project"
    genoemd = tmp_path / "genoemd"
    gehaald = tmp_path / "gehaald"
    plaatsen = {
        Vindplaats.GEHAALD: gehaald,
        Vindplaats.GEDEELD: tmp_path / "shared" / "bronnen",
        Vindplaats.PROJECT: wortel / "bronnen" / "documenten",
    }
    assert vind_bronnen(None, gehaald, register, wortel=wortel).plaats is Vindplaats.KERN
    for plaats, map_ in plaatsen.items():  # each place goes before those that were filled earlier
        _zet(map_, "BWBR0015703_2026-01-01_0.xml")
        vondst = vind_bronnen(None, gehaald, register, wortel=wortel)
        assert (vondst.plaats, vondst.map) == (plaats, map_)
    _zet(genoemd / "diep", "brief.txt")
    vondst = vind_bronnen(genoemd, gehaald, register, wortel=wortel)
    assert (vondst.plaats, vondst.map) == (Vindplaats.GENOEMD, genoemd)


def test_een_map_zonder_documenten_telt_niet(tmp_path: Path, register: Register) -> None:
    _zet(tmp_path / "shared" / "bronnen", "LEESMIJ.md", "schema.xsd", ".verborgen")
    assert vind_bronnen(None, None, register, wortel=tmp_path / "project").plaats is Vindplaats.KERN


def test_een_genoemde_map_wordt_niet_stil_overgeslagen(tmp_path: Path, register: Register) -> None:
    _zet(tmp_path / "shared" / "bronnen", "brief.txt")
    with pytest.raises(InstellingFout, match="geen bestaande map"):
        vind_bronnen(tmp_path / "weg", None, register, wortel=tmp_path / "project")
    with pytest.raises(InstellingFout, match="bevat geen documenten"):
        vind_bronnen(_zet(tmp_path / "leeg"), None, register, wortel=tmp_path / "project")


def test_wat_ontbreekt_wordt_gezegd(tmp_path: Path, register: Register) -> None:
    map_ = _zet(
        tmp_path / "d",
        "BWBR0015703_2026-01-01_0.xml",
        "BWBR0007625_2026-01-01_uittreksel.xml",
        "BWBR0013060_manifest.xml",
        "vng-ledenbrief-2025-12.pdf",
    )
    vondst = vind_bronnen(map_, None, register, verwacht=["pw", "web", "suwi", "lb"], wortel=tmp_path)
    assert vondst.ontbreekt == ("suwi",)
    assert vondst.uittreksels == ("web",)
    assert vondst.met_tekst
    assert vondst.zin.startswith(
        f"De documenten komen uit de genoemde map: {map_}. Alleen een uittreksel is er van web."
    )
    assert "Er ontbreekt: suwi. Haal de officiële teksten met «regelgraaf haal»" in vondst.zin


def test_zonder_documenten_zegt_de_zin_wat_te_doen(tmp_path: Path, register: Register) -> None:
    vondst = vind_bronnen(None, None, register, wortel=tmp_path / "project")
    assert vondst.map == KERN
    assert not vondst.met_tekst
    assert "zonder lopende tekst" in vondst.zin
    assert "--bronnen MAP" in vondst.zin


@pytest.mark.parametrize(
    ("naam", "werk"),
    [
        ("BWBR0015703_2023-10-07_0.xml", "pw"),
        ("kopie van BWBR0015703.xml", "pw"),
        ("BWBR9999999_2020-01-01_0.xml", "BWBR9999999"),
        ("CVDR680781_1.xml", "CVDR680781"),
        ("schulinck-re-integratie.txt", "si"),
        ("notulen.docx", ""),
    ],
)
def test_welk_werk_een_bestand_bevat(register: Register, naam: str, werk: str) -> None:
    assert werk_van_bestand(naam, register) == werk


def test_de_echte_documenten_zijn_compleet(register: Register, echte_bronnen: Path) -> None:
    vondst = vind_bronnen(echte_bronnen, None, register)
    assert vondst.ontbreekt == ()
    assert vondst.uittreksels == ("web", "wvo", "wec", "suwi")
