"""The preamble of a draft: which legal bases it names, and in which words."""

from __future__ import annotations

import pytest

from bronnen.register import Naam, Regeling, Register
from graph.herstel.geletop import facultatieve_grondslagen, gelet_op, kies_grondslagen
from graph.verwijzing import Herkenner
from ontologie.document import DocumentSoort
from ontologie.herstel import Grondslag
from ontologie.identificatie import BepalingId, StapSoort, artikel_id
from tests.graph.vergelijk.test_vergelijken import lees

REGISTER = Register(
    [Regeling("stw", "Stallingswet", DocumentSoort.WET, "BWBR9000009", (Naam("Stallingswet", "citeertitel"),))]
)
TWEE = artikel_id("stw", "2").onder(StapSoort.LID, "1")
VIER, VIJF = (artikel_id("stw", "11").onder(StapSoort.LID, n) for n in ("4", "5"))

MODEL = """Model Stallingsverordening

De raad van de gemeente [naam gemeente];

gelet op de artikelen 2, eerste lid, en 11, [vierde lid en] vijfde lid, van de Stallingswet;

besluit

vast te stellen de Stallingsverordening [naam gemeente].

Artikel 1. Plaatsen

Het college wijst jaarlijks plaatsen voor het stallen van rijwielen aan.
"""


def test_what_the_preamble_of_a_model_cites_between_brackets_is_facultative() -> None:
    assert facultatieve_grondslagen(lees("model.txt", MODEL), Herkenner(REGISTER)) == {VIER}
    zonder = MODEL.replace("[vierde lid en] ", "vierde en ")
    assert facultatieve_grondslagen(lees("model.txt", zonder), Herkenner(REGISTER)) == frozenset()


@pytest.mark.parametrize(
    ("eigen", "aanhef"),
    [
        ([TWEE, VIJF], "de artikelen 2, eerste lid, en 11, vijfde lid, van de Stallingswet"),
        ([TWEE, VIER, VIJF], "de artikelen 2, eerste lid, en 11, vierde en vijfde lid, van de Stallingswet"),
        ([], "de artikelen 2, eerste lid, en 11, vijfde lid, van de Stallingswet"),
    ],
)
def test_a_facultative_basis_is_named_where_the_own_preamble_names_it(eigen: list[BepalingId], aanhef: str) -> None:
    alle = [Grondslag(id_, True, "Zij bestaat.") for id_ in (VIJF, VIER, TWEE)]
    gekozen = kies_grondslagen(alle, {VIER}, eigen)
    assert [g.bepaling for g in gekozen] == [TWEE, VIER, VIJF]
    assert ("noemt haar niet" in gekozen[1].uitleg) == (VIER not in eigen)
    assert gelet_op(gekozen, REGISTER) == (aanhef,)


def test_a_basis_that_is_gone_is_not_named() -> None:
    assert gelet_op([Grondslag(TWEE, False, "Zij is vervallen."), Grondslag(VIJF, None, "")], REGISTER) == (
        "artikel 11, vijfde lid, van de Stallingswet",
    )
