"""An own ordinance beside an invented model: what became of each provision."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from bronnen.lezen import Bestand
from bronnen.register import Register
from bronnen.tekst.lezer import lees_tekst
from graph.vergelijk import vergelijk
from ontologie.document import Document
from ontologie.vergelijking import Paar, Paarsoort, Vergelijking

MODEL = """Model Stallingsverordening

Artikel 1. Begripsbepalingen

In deze verordening wordt verstaan onder:
- houder: degene die een stalling beheert;
- wrak: rijwiel waarvan de eigenaar afstand heeft gedaan.

Artikel 2. Plaatsen

1. Het college wijst jaarlijks plaatsen voor het stallen van rijwielen aan.
2. Het college maakt de aanwijzing bekend in het gemeenteblad en op borden ter plaatse.
[3. Het college kan een plaats tijdelijk sluiten wegens onderhoud of een evenement.]

Artikel 3. Vergoeding

1. De houder vraagt voor het bewaren van een rijwiel een vergoeding per dag.
2. De bewaartermijn van een achtergelaten rijwiel is [aantal] weken.
"""


def lees(naam: str, tekst: str) -> Document:
    with tempfile.TemporaryDirectory() as map_:
        pad = Path(map_) / naam
        pad.write_text(tekst, encoding="utf-8")
        return lees_tekst(tekst, Bestand(pad), Register(()), "tekst", "tekst/1")


def vergelijking(eigen: str, model: str = MODEL) -> Vergelijking:
    return vergelijk(lees("eigen.txt", eigen), lees("model.txt", model))


def kort(paar: Paar) -> tuple[str, str, str]:
    """Kind, and the provisions of both sides."""

    def namen(ids: tuple) -> str:
        return " ".join(str(i).partition(":")[2] for i in ids)

    return paar.soort.value, namen(paar.model), namen(paar.eigen)


def test_the_model_beside_itself_is_equal() -> None:
    assert {p.soort for p in vergelijking(MODEL).paren} == {Paarsoort.GELIJK}


@pytest.mark.parametrize(
    ("van", "naar", "verwacht"),
    [
        ("jaarlijks plaatsen", "elk kwartaal plekken", ("afwijkend", "2:1", "2:1")),
        (
            "2. Het college maakt de aanwijzing bekend in het gemeenteblad en op borden ter plaatse.\n",
            "",
            ("ontbreekt", "2:2", ""),
        ),
        (
            "[3. Het college kan een plaats tijdelijk sluiten wegens onderhoud of een evenement.]\n",
            "",
            ("weggelaten", "2:3", ""),
        ),
        (
            "Artikel 3. Vergoeding",
            "Artikel 2a. Toezicht\n\nDe toezichthouder ruimt wrakken.\n\nArtikel 3. Vergoeding",
            ("extra", "", "2a"),
        ),
    ],
)
def test_a_changed_text(van: str, naar: str, verwacht: tuple[str, str, str]) -> None:
    assert van in MODEL
    assert verwacht in [kort(p) for p in vergelijking(MODEL.replace(van, naar)).paren]
