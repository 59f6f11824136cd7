"""The tree that references are resolved against."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from graph.boom import Bomen, Dekking, Doelboom, MetEigen, onderdelen_met_nummer, tussen
from ontologie.identificatie import BepalingId, StapSoort, artikel_id
from tests.graph.verwijzing.fietsen import FIETSWET, LETTERS, document

BOMEN = Bomen([FIETSWET])


def test_dekking() -> None:
    assert BOMEN.dekking("fw") is Dekking.VOLLEDIG
    assert BOMEN.dekking("belwet") is Dekking.GEEN
    assert Bomen([document("belwet", {"1": {}}, volledig=False)]).dekking("belwet") is Dekking.UITTREKSEL


@pytest.mark.parametrize(
    ("gevraagd", "gevonden"),
    [
        (artikel_id("fw", "2", "1", "b", "2"), "fw:2:1:b:2"),
        (artikel_id("fw", "2A"), "fw:2a"),  # the spelling of the work itself
        (artikel_id("fw", "2A", "1"), "fw:2a:1"),
        (artikel_id("fw", "2", "9"), None),
        (artikel_id("belwet", "2"), None),
        (BepalingId("fw"), "fw"),
    ],
)
def test_vinden(gevraagd: BepalingId, gevonden: str | None) -> None:
    uit = BOMEN.vind(gevraagd)
    assert (str(uit) if uit else None) == gevonden


def test_kinderen_in_leesvolgorde() -> None:
    assert [str(k) for k in BOMEN.kinderen(BepalingId("fw")) if k.soort is StapSoort.ARTIKEL] == [
        "fw:1", "fw:2", "fw:2a", "fw:2b", "fw:3", "fw:9.2.8", "fw:40",
    ]  # fmt: skip


def test_tussen_twee_broers() -> None:
    assert [str(t) for t in tussen(BOMEN, artikel_id("fw", "2"), artikel_id("fw", "3"))] == [
        "fw:2",
        "fw:2a",
        "fw:2b",
        "fw:3",
    ]
    assert tussen(BOMEN, artikel_id("fw", "3"), artikel_id("fw", "2")) == ()
    assert tussen(BOMEN, artikel_id("fw", "2"), artikel_id("fw", "77")) == ()
    assert tussen(BOMEN, artikel_id("fw", "2", "1"), artikel_id("fw", "3")) == ()


def test_delen_met_een_punt_zijn_geen_broers_van_hoofdstukken() -> None:
    gids = Bomen(
        [document("gids", {}, bouw=[BepalingId("gids").onder(StapSoort.SECTIE, n) for n in ("4", "4.1", "5", "6")])]
    )
    van, tot = (BepalingId("gids").onder(StapSoort.SECTIE, n) for n in ("4", "6"))
    assert [str(t.stappen[-1].nummer) for t in tussen(gids, van, tot)] == ["4", "5", "6"]


def test_onderdeel_in_de_leden() -> None:
    assert [str(o) for o in onderdelen_met_nummer(BOMEN, artikel_id("fw", "2"), "a")] == ["fw:2:1:a", "fw:2:2:a"]
    assert [str(o) for o in onderdelen_met_nummer(BOMEN, artikel_id("fw", "3"), "a")] == ["fw:3::a"]


def test_de_versie_van_de_dag_telt() -> None:
    oud = replace(
        document("belwet", {"1": {}}, versie="2010-01-01"), geldig_van=date(2010, 1, 1), geldig_tot=date(2019, 12, 31)
    )
    nieuw = replace(document("belwet", {"2": {}}, versie="2020-01-01"), geldig_van=date(2020, 1, 1))
    for op, artikel in ((None, "2"), (date(2015, 5, 5), "1"), (date(2025, 5, 5), "2")):
        for volgorde in ([oud, nieuw], [nieuw, oud]):
            assert Bomen(volgorde, op).vind(artikel_id("belwet", artikel)) is not None, op


def test_het_eigen_document_gaat_voor() -> None:
    boom: Doelboom = MetEigen(document("fw", {"77": LETTERS}), BOMEN)
    assert boom.vind(artikel_id("fw", "77")) is not None
    assert boom.vind(artikel_id("fw", "2")) is None
    assert boom.dekking("belwet") is Dekking.GEEN
