"""A loaded source as a document again says what the source said."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from bronnen.lezen import Bestand
from bronnen.register import Register, laad_register
from bronnen.tekst.lezer import lees_tekst
from graph.antwoorden import Antwoorden
from graph.oxigraph import Oxigraph
from graph.vergelijk import vergelijk
from ontologie.document import Bepaling, Document
from ontologie.tekst import Tekst
from tests.graph.regelingen import fietsverordening, vul, wegenbrief, wegenregeling

MODEL = """Model Bootverordening

Artikel 1. Ligplaats

1. Een schipper ligt ten hoogste [aantal (drie)] dagen aan [de kade of] een steiger; dat geldt niet:
a. bij storm; en
b. [op zondag].
Het college wijst de steigers aan.
[2. Een schipper betaalt [(vooraf) OF (bij vertrek)].]

Artikel 2. Toezicht

1. De havenmeester houdt toezicht.
2. Hij meldt een overtreding bij het college.

Artikel 3. Slot

Deze verordening treedt in werking op [datum].

Toelichting

Artikelsgewijze toelichting

Artikel 1

Dit artikel spreekt voor zich.
"""


def model() -> Document:
    with tempfile.TemporaryDirectory() as map_:
        pad = Path(map_) / "bootmodel.txt"
        pad.write_text(MODEL, encoding="utf-8")
        return lees_tekst(MODEL, Bestand(pad), Register(()), "tekst", "tekst/1")


def kenmerken(b: Bepaling) -> tuple[object, ...]:
    inhoud = tuple(d.inhoud if isinstance(d, Tekst) else d.id for d in b.inhoud if not isinstance(d, Tekst) or d.inhoud)
    return b.id, b.soort, b.label, b.kop if b.id.stappen else "", inhoud, b.facultatief, b.vervallen, b.licht_toe


@pytest.mark.parametrize("bron", [wegenregeling, wegenbrief, fietsverordening, model])
def test_it_is_the_same_tree_with_the_same_words(bron: object) -> None:
    document: Document = bron()  # type: ignore[operator]
    opslag = Oxigraph()
    vul(opslag, (document,))
    terug = Antwoorden(opslag, laad_register()).document(document.werk)
    assert [kenmerken(b) for b in terug.bepalingen()] == [kenmerken(b) for b in document.bepalingen()]
    for passage in terug.passages():
        span = passage.tekst.span
        assert terug.origineel[span.begin : span.eind] == passage.tekst.inhoud
    assert (terug.versie, terug.titel, terug.volledig) == (document.versie, document.titel, document.volledig)


def test_places_of_a_model_lie_on_the_same_words() -> None:
    opslag = Oxigraph()
    vul(opslag, (model(),))
    terug = Antwoorden(opslag, laad_register()).document("bootmodel")

    def plaatsen(document: Document) -> set[tuple[str, str, str]]:
        return {
            (str(b.id), p.soort.value, document.origineel[p.span.begin : p.span.eind])
            for b in document.bepalingen()
            for p in b.invulplaatsen
        }

    assert plaatsen(terug) == plaatsen(model())
    assert len(plaatsen(terug)) > 4
    eigen = MODEL.replace("[aantal (drie)]", "vijf").replace("[de kade of] ", "").replace("[op zondag]", "op zondag")
    eigen = eigen.replace("[2. ", "2. ").replace("[(vooraf) OF (bij vertrek)].]", "vooraf.")
    assert vergelijk(lees(eigen), terug).paren == vergelijk(lees(eigen), model()).paren


def lees(tekst: str) -> Document:
    with tempfile.TemporaryDirectory() as map_:
        pad = Path(map_) / "eigen.txt"
        pad.write_text(tekst, encoding="utf-8")
        return lees_tekst(tekst, Bestand(pad), Register(()), "tekst", "tekst/1")
