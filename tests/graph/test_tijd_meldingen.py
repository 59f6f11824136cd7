"""What documents say of changes: the provision itself changes, or nothing is reported."""

from __future__ import annotations

from pathlib import Path

import pytest

from bronnen.lezen import lees_document
from bronnen.lezers import LEZERS
from bronnen.register import laad_register
from graph.boom import Bomen
from graph.tijd.meldingen import vind_meldingen
from graph.tripels import regelingen_van
from graph.verwijzing import Herkenner
from ontologie.document import Document, DocumentSoort
from ontologie.identificatie import print_kort
from tests.graph.regelingen import Schrijver, wegenregeling

W = "de Wegenregeling Nergenshuizen"


def meldingen(document: Document) -> list[tuple[str, str, str]]:
    documenten = [document, wegenregeling()]
    register = laad_register().aangevuld(regelingen_van(documenten))
    gevonden = Herkenner(register, Bomen(documenten)).verwijzingen(document).verwijzingen
    return [(m.effect.value, print_kort(m.bepaling), m.bewijs.regel) for m in vind_meldingen(document, gevonden)]


def brief(zin: str) -> Document:
    s = Schrijver("nieuwsbrief", "2026-02-01", DocumentSoort.BRIEF)
    return s.document("Nieuws", [s.bepaling("sectie/1", "1", "Nieuws", s.tekst(zin))])


@pytest.mark.parametrize(
    ("zin", "verwacht"),
    [
        (f"Toevoeging artikel 1 aan artikel 2, eerste lid, van {W}.", {("wijziging", "wegnh:2:1")}),
        (f"Toevoeging van een zin aan artikel 3 van {W}.", {("wijziging", "wegnh:3")}),
        (f"Artikel 3 van {W} is komen te vervallen.", {("vervallen", "wegnh:3")}),
        (f"Met ingang van 1 mei 2026 vervalt artikel 2 niet, maar artikel 3 van {W} is vervallen.", set()),
        (f"Artikel 2, tweede lid, van {W} vervalt.", {("vervallen", "wegnh:2:2")}),
        (f"Artikel 2 van {W} komt te luiden: niets.", {("wijziging", "wegnh:2")}),
        (f"Artikel 2 van {W} wordt als volgt gewijzigd.", {("wijziging", "wegnh:2")}),
        (f"In artikel 2, eerste lid, van {W} wordt een woord vervangen.", {("wijziging", "wegnh:2:1")}),
        (f"Aan artikel 2 van {W} wordt een lid toegevoegd.", {("wijziging", "wegnh:2")}),
        (f"Artikel 3 van {W} wordt vernummerd tot artikel 5.", {("vernummering", "wegnh:3")}),
        (f"Na artikel 2, eerste lid, van {W} wordt een lid ingevoegd.", {("wijziging", "wegnh:2")}),
        # Something else changes than the provision that is named.
        (f"De vergunning, bedoeld in artikel 2 van {W}, vervalt na een jaar.", set()),
        (f"Het bedrag, genoemd in artikel 2 van {W}, wordt jaarlijks gewijzigd.", set()),
        (f"Op grond van artikel 2 van {W} vervalt de aanspraak.", set()),
        # It is not so, or not certain.
        (f"Artikel 3 van {W} vervalt niet.", set()),
        (f"Als artikel 3 van {W} vervalt, blijft de weg open.", set()),
        ("Er is iets vervallen.", set()),
        # What another text says.
        (f"Het voorstel luidt „Artikel 3 van {W} vervalt.” Daarvan is afgezien.", set()),
    ],
)
def test_wat_een_zin_meldt(zin: str, verwacht: set[tuple[str, str]]) -> None:
    assert {(effect, bepaling) for effect, bepaling, _ in meldingen(brief(zin))} == verwacht


def test_wat_het_document_zelf_vervallen_noemt() -> None:
    assert meldingen(wegenregeling()) == [("vervallen", "wegnh:4", "staat-vervallen")]


def test_de_handreiking_noemt_wat_er_verandert(echte_bronnen: Path) -> None:
    register = laad_register()
    pad = echte_bronnen / "szw-handreiking-van-school-naar-duurzaam-werk-2025-09.txt"
    document = lees_document(pad, register, LEZERS)
    gevonden = Herkenner(register).verwijzingen(document).verwijzingen
    gemeld = vind_meldingen(document, gevonden)
    assert {m.effect.value for m in gemeld} == {"wijziging"}
    assert {print_kort(m.bepaling) for m in gemeld} >= {
        "pw:8a:1:a", "pw:47", "pw:6", "pw:10c", "pw:10d", "suwi:32c:1:a", "suwi:10a", "slim:3.1",
    }  # fmt: skip
    for melding in gemeld:
        assert "oevoeging" in document.origineel[melding.bewijs.span.begin : melding.bewijs.span.eind]
