"""The editors' links beside the words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.boom import Bomen
from graph.verwijzing import Herkenner, vergelijk_met_redactie
from graph.verwijzing.redactie import linkdoel, spreekt_tegen
from ontologie.document import Redactielink
from ontologie.identificatie import BepalingId
from ontologie.tekst import Span
from tests.graph.verwijzing.fietsen import FIETSWET, REGISTER, document, stappen

TEKST = "Zie artikel 5 van de Belwet 1999 en het stuur."
HERKENNER = Herkenner(REGISTER, Bomen([FIETSWET]))


def link(doel: str, begin: int, eind: int, bwb: str = "") -> Redactielink:
    return Redactielink(Span(begin, eind), TEKST[begin:eind], "extref", doel, bwb)


GEVALLEN = [
    # link; reason ("" : no difference)
    (link("jci1.3:c:belwet&artikel=5", 4, 32), ""),
    (link("jci1.3:c:belwet", 21, 32), ""),
    (
        link("jci1.3:c:belwet&artikel=6", 4, 32),
        "De link gaat naar belwet:6, maar staat op de woorden «artikel 5 van de Belwet 1999».",
    ),
    (link("jci1.3:c:BWBR9000001&artikel=5", 4, 13), "De link gaat naar fw:5; de woorden geven belwet:5."),
    (
        link("jci1.3:c:belwet&artikel=5", 36, 45),
        "De link gaat naar belwet:5; in de woorden «het stuur» is geen verwijzing herkend.",
    ),
]


@pytest.mark.parametrize(("redactielink", "reden"), GEVALLEN)
def test_verschil(redactielink: Redactielink, reden: str) -> None:
    d = replace(document("fv", {"1": {}}, teksten=[(stappen("1"), TEKST)]), redactielinks=(redactielink,))
    verschillen = vergelijk_met_redactie(d, HERKENNER.verwijzingen(d).verwijzingen, REGISTER)
    assert [v.reden for v in verschillen] == ([reden] if reden else [])


def test_doel_van_een_link() -> None:
    assert str(linkdoel(link("jci1.3:c:BWBR9000001&hoofdstuk=2&artikel=2&z=2026-01-01", 0, 1), REGISTER)) == "fw:2"
    assert str(linkdoel(link("32016R0679", 0, 1), REGISTER)) == "celex:32016R0679"
    assert linkdoel(link("https://voorbeeld.invalid/", 0, 1, "BWBR9000001"), REGISTER) == BepalingId("fw")
    assert linkdoel(link("iets anders", 0, 1), REGISTER) is None


def test_tegenspraak_gaat_over_het_artikel() -> None:
    assert spreekt_tegen(link("x", 4, 32), BepalingId("fw")) is False
