"""The explanation of one mention."""

from __future__ import annotations

import re
from pathlib import Path

import graph.verwijzing
from graph.boom import Bomen
from graph.verwijzing import Herkenner
from graph.verwijzing.uitleg import METHODEN
from ontologie.document import DocumentSoort
from tests.graph.verwijzing.fietsen import FIETSWET, REGISTER, document, stappen

HERKENNER = Herkenner(REGISTER, Bomen([FIETSWET]))


def test_uitleg_van_een_verdeelde_naam() -> None:
    tekst = "Zie artikel 3, onder a tot en met c, of artikel 2, eerste lid, van de Fietswet."
    uitleg = HERKENNER.leg_uit(tekst, 12)
    assert uitleg is not None
    assert list(uitleg.regels()) == [
        "«artikel 3, onder a tot en met c» (4-35)",
        "woorden:    artikel (art) | 3 (num) | , (komma) | onder (ond) | a (let) | tot en met (tem) | c (let)",
        "ontleding:  artikel 3 › onderdeel a tot en met c",
        "omvang:     de passage hoort bij geen artikel",
        "kandidaten: fw",
        "regel:      naam-verdeeld: De naam aan het eind van de opsomming geldt ook voor deze verwijzing.",
        "uitkomst:   opgelost: fw:3::a, fw:3::b, fw:3::c",
    ]


def test_uitleg_noemt_waar_woorden_onder_hangen() -> None:
    d = document(
        "fv",
        {"2": {"1": {}, "2": {}}},
        soort=DocumentSoort.VERORDENING,
        teksten=[(stappen("2", "2"), "het eerste lid")],
    )
    uitleg = HERKENNER.leg_uit(d, 6)
    assert uitleg is not None
    assert uitleg.omvang == ("de passage gaat over fv:2:2", "dit hangt onder fv:2")
    assert uitleg.verwijzing.methode == "eigen-artikel"


def test_uitleg_van_niets() -> None:
    assert HERKENNER.leg_uit("Hier staat niets.", 3) is None


def test_elke_regel_heeft_een_uitleg() -> None:
    """Every method that the code gives to a reference is explained."""
    map_ = Path(graph.verwijzing.__file__).parent
    gevonden = set()
    for pad in map_.glob("*.py"):
        bron = pad.read_text(encoding="utf-8")
        gevonden |= set(re.findall(r'Keuze\([^"\n]*?, "([a-z-]+)"', bron))
        gevonden |= set(re.findall(r'Basis\([^"\n]*?, "([a-z-]+)"\)', bron))
    intern = {"die", "deze"}  # settled before they reach a reference
    assert gevonden - intern <= METHODEN.keys()
    assert len(gevonden) > 12


def test_openbare_namen() -> None:
    assert graph.verwijzing.__all__ == sorted(graph.verwijzing.__all__)
    assert len(graph.verwijzing.__all__) <= 6
