"""Letters, council proposals and texts without structure."""

from __future__ import annotations

import pytest

from ontologie.document import BepalingSoort, DocumentSoort
from tests.bronnen.tekst.conftest import OPMAAK, Lees, ids, onverklaard, teksten, verschoven, vind


@pytest.mark.parametrize(
    ("naam", "werk", "versie", "soort", "koppen"),
    [
        ("vng-ledenbrief-2025-12.txt", "lb", "2025-12", DocumentSoort.BRIEF, 6),
        ("twenterand-raadsvoorstel-2024.txt", "rvst", "2024", DocumentSoort.RAADSVOORSTEL, 13),
        ("schulinck-re-integratie.txt", "si", "", None, 5),
    ],
)
def test_echte_stukken(
    lees_echt: Lees, naam: str, werk: str, versie: str, soort: DocumentSoort | None, koppen: int
) -> None:
    document = lees_echt(naam)
    assert (document.werk, document.versie) == (werk, versie)
    assert soort in (None, document.soort)
    assert sum(b.soort is BepalingSoort.SECTIE for b in document.bepalingen()) == koppen
    assert set(onverklaard(document)) <= OPMAAK
    assert verschoven(document) == []
    # No sentence is cut: a passage begins with a capital, a digit or an item of a list.
    assert not [t for t in teksten(document) if t.startswith(("van ", "en de ", "het college", "met "))]


def test_argumenten_van_het_raadsvoorstel_houden_hun_nummers(lees_echt: Lees) -> None:
    document = lees_echt("twenterand-raadsvoorstel-2024.txt")
    assert [i for i in ids(document) if "." in i] == [
        "sectie:5:sectie:1.1",
        "sectie:5:sectie:2.1",
        "sectie:5:sectie:2.2",
        "sectie:6:sectie:1.1",
    ]


DUBBEL = """Geachte heer De Waard,

{wit}

Op deze plaats staat een lange zin die niet op een enkele regel past en die daarom op de

volgende regel verder gaat. Ook de tweede zin is lang en heeft meer dan een regel nodig om

te zeggen wat hij te zeggen heeft.1

{wit}

Gevolgen

Voor de oever heeft dit gevolgen die in de verordening staan en die wij hier niet allemaal

kunnen noemen, ook al zouden wij dat willen.

- een gevolg is dat de oever vrij blijft;

- een ander gevolg is er niet.

{wit}

1 Zie artikel 3.
"""


def test_witregel_achter_elke_regel_snijdt_geen_zin(lees: Lees) -> None:
    document = lees(DUBBEL.format(wit=" "))
    assert document.soort is DocumentSoort.BRIEF
    assert ids(document) == ["voetnoot:1", "sectie:1"]
    assert document.wortel.eigen_tekst.endswith("wat hij te zeggen heeft.")
    assert vind(document, "sectie:1").kop == "Gevolgen"
    assert len(vind(document, "sectie:1").inhoud) == 3
    assert [document.origineel[m.span.begin - 6 : m.span.eind] for m in document.voetnootmarkeringen] == ["heeft.1"]


def test_tekst_zonder_structuur_heeft_toch_passages(lees: Lees) -> None:
    document = lees("zomaar een zin\nen nog wat.\n\nDan artikel 3 van de Gemeentewet.\n")
    assert teksten(document) == ["zomaar een zin en nog wat.", "Dan artikel 3 van de Gemeentewet."]
    assert ids(document) == []
