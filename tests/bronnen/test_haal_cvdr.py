"""A local regulation is fetched by its id: the version that is named, or the newest that the manifest knows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bronnen.haal_cvdr import haal_cvdr, is_cvdr_id
from bronnen.overdracht import Haalinstellingen
from ontologie.fouten import HaalFout
from tests.bronnen.bibliotheek import Bibliotheek, Gedrag, bibliotheek

ID = "CVDR900001"


@pytest.fixture
def bib() -> Iterator[Bibliotheek]:
    with bibliotheek() as bib:
        for n in (1, 2, 3):
            bib.paden[f"/cvdr/{ID}/{n}/xml/{ID}_{n}.xml"] = Gedrag(f"<cvdr>{n}</cvdr>".encode())
        yield bib


def haal(bib: Bibliotheek, map_: Path, id_: str) -> str:
    instellingen = Haalinstellingen(basis=bib.adres, pauze=0.0, pogingen=1)
    return haal_cvdr(id_, map_, instellingen).read_text()


def manifest(bib: Bibliotheek, laatste: str, *versies: int) -> None:
    delen = "".join(f'<expression label="{n}"/>' for n in versies)
    bib.paden[f"/cvdr/{ID}/manifest.xml"] = Gedrag(
        f'<repository><work{laatste}>{delen}</work></repository>'.encode()
    )  # fmt: skip


@pytest.mark.parametrize(
    ("id_", "laatste", "verwacht"),
    [
        (f"{ID}_1", "", "<cvdr>1</cvdr>"),
        (ID.lower(), f' _latestItem="2/xml/{ID}_2.xml"', "<cvdr>2</cvdr>"),
        (ID, "", "<cvdr>3</cvdr>"),
    ],
)
def test_the_right_version_is_fetched(bib: Bibliotheek, tmp_path: Path, id_: str, laatste: str, verwacht: str) -> None:
    manifest(bib, laatste, 1, 2, 3)
    assert haal(bib, tmp_path, id_) == verwacht


@pytest.mark.parametrize("id_", ["BWBR0000001", "CVDR", "../CVDR1", "CVDR1_2_3", "CVDR1/2"])
def test_another_id_is_refused_without_a_request(bib: Bibliotheek, tmp_path: Path, id_: str) -> None:
    assert not is_cvdr_id(id_)
    with pytest.raises(HaalFout, match="geen CVDR-id"):
        haal(bib, tmp_path, id_)
    assert bib.verzoeken == []


def test_a_manifest_without_versions_is_told(bib: Bibliotheek, tmp_path: Path) -> None:
    manifest(bib, "")
    with pytest.raises(HaalFout, match="noemt geen versie"):
        haal(bib, tmp_path, ID)
