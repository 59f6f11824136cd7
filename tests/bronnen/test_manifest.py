"""The manifest reader: which version is the right one for a day, and which file is missing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bronnen.lezen import Bestand
from bronnen.manifest import Manifest, ManifestLezer
from bronnen.register import Register
from ontologie.fouten import BronFout


def _expressie(label: str, van: str, tot: str, zicht: tuple[str, str], *, verwijderd: bool = False) -> str:
    return (
        f'<expression label="{label}"><metadata><datum_inwerkingtreding>{van}</datum_inwerkingtreding>'
        f"<einddatum>{tot}</einddatum><zichtdatum_start>{zicht[0]}</zichtdatum_start>"
        f"<zichtdatum_eind>{zicht[1]}</zichtdatum_eind></metadata><manifestation label='xml'><metadata><size>12</size>"
        f"<hashcode>ab</hashcode></metadata><item label='BWBR9_{label}.xml' _deleted='{str(verwijderd).lower()}'/>"
        "</manifestation></expression>"
    )


OPEN = "9999-12-31"
MANIFEST = (
    "<work label='BWBR9' _latestItem='2024-01-01_1/xml/BWBR9_2024-01-01_1.xml'>"
    "<metadata><wti_locatie>BWBR9.WTI</wti_locatie></metadata>"
    + _expressie("2020-01-01_0", "2020-01-01", "2021-12-31", ("2020-01-01", OPEN))
    + _expressie("2022-01-01_0", "2022-01-01", "2023-12-31", ("2022-01-01", OPEN), verwijderd=True)
    + _expressie("2024-01-01_0", "2024-01-01", OPEN, ("2024-01-01", "2024-06-30"))
    + _expressie("2024-01-01_1", "2024-01-01", OPEN, ("2024-07-01", OPEN))
    + "</work>"
)


@pytest.fixture
def manifest(tmp_path: Path) -> Manifest:
    pad = tmp_path / "manifest.xml"
    pad.write_text(MANIFEST, encoding="utf-8")
    assert ManifestLezer().herkent(Bestand(pad))
    return ManifestLezer().lees(Bestand(pad), Register(()))


@pytest.mark.parametrize(
    ("dag", "zicht", "label"),
    [
        (date(2019, 12, 31), None, None),
        (date(2020, 1, 1), None, "2020-01-01_0"),
        (date(2021, 12, 31), None, "2020-01-01_0"),
        (date(2022, 6, 1), None, None),  # its file was deleted
        (date(2024, 2, 1), None, "2024-01-01_1"),
        (date(2024, 2, 1), date(2024, 3, 1), "2024-01-01_0"),
        (date(2024, 2, 1), date(2024, 7, 1), "2024-01-01_1"),
        (date(2024, 2, 1), date(2023, 1, 1), None),
        (date(2100, 1, 1), None, "2024-01-01_1"),
    ],
)
def test_versie_van_een_dag(manifest: Manifest, dag: date, zicht: date | None, label: str | None) -> None:
    gekozen = manifest.kies(dag, zicht)
    assert (gekozen.label if gekozen else None) == label


def test_pad_van_een_item(manifest: Manifest) -> None:
    gekozen = manifest.kies(date(2024, 2, 1))
    assert gekozen is not None
    item = gekozen.item()
    assert item is not None
    assert item.pad == manifest.laatste == "2024-01-01_1/xml/BWBR9_2024-01-01_1.xml"
    assert (item.grootte, item.hash) == (12, "ab")
    assert gekozen.item("pdf") is None
    assert manifest.wti == "BWBR9.WTI"


def test_ontbrekende_bestanden(manifest: Manifest) -> None:
    assert manifest.ontbreekt(frozenset()) == ("BWBR9_2024-01-01_1.xml",)
    assert manifest.ontbreekt({"BWBR9_2024-01-01_1.xml"}) == ()
    ontbrekend = [i.naam for i in manifest.ontbrekende({"BWBR9_2024-01-01_1.xml"})]
    assert ontbrekend == ["BWBR9_2020-01-01_0.xml", "BWBR9_2024-01-01_0.xml"]


@pytest.mark.parametrize("tekst", ["<work/>", "<work label='BWBR9'/>", "<work><expression label='x'/></work>"])
def test_leeg_manifest(tmp_path: Path, tekst: str) -> None:
    pad = tmp_path / "manifest.xml"
    pad.write_text(tekst, encoding="utf-8")
    with pytest.raises(BronFout, match="geen regeling of geen versies"):
        ManifestLezer().lees(Bestand(pad), Register(()))


def test_officieel_manifest(echte_bronnen: Path) -> None:
    manifest = ManifestLezer().lees(Bestand(echte_bronnen / "bwb" / "BWBR0045754_manifest.xml"), Register(()))
    assert [e.label for e in manifest.expressies] == ["2022-05-01_0", "2022-08-01_0", "2023-02-18_0", "2023-04-01_0"]
    gekozen = manifest.kies(date(2023, 3, 31))
    assert gekozen is not None
    assert (gekozen.label, gekozen.geldig_tot) == ("2023-02-18_0", date(2023, 3, 31))
    assert manifest.laatste.endswith(manifest.ontbreekt(frozenset())[0])
