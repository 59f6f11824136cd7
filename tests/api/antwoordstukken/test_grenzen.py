"""Answers that are longer than a file takes: cut, and it is said."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

import pytest

from api.antwoordstukken import Opmaak, adres_op, bepaling, gemarkeerd, onopgelost
from api.uitvoer import Loop, Loopstijl, Opmerking, Rijen, Tabel
from bronnen.register import laad_register
from graph.antwoorden import Antwoorden
from graph.oxigraph import Oxigraph
from ontologie.fouten import NietGevonden
from ontologie.identificatie import BepalingId, artikel_id
from ontologie.wijziging import Woordverschil
from tests.graph.regelingen import vul, wegenbrief, wegenregeling


@pytest.fixture(scope="module")
def opmaak() -> Opmaak:
    opslag = Oxigraph()
    register = vul(opslag, (wegenregeling(), wegenbrief()))
    assert register is not None
    return Opmaak(Antwoorden(opslag, laad_register()), adres_op("http://voorbeeld.test/"))


def _meldingen(opmaak: Opmaak, levering: object) -> Iterator[str]:
    document = levering.document()  # type: ignore[attr-defined]
    for blok in document.blokken:
        if isinstance(blok, Opmerking):
            yield from (a.tekst for a in blok.alineas)


def test_list_in_a_document(opmaak: Opmaak, monkeypatch: pytest.MonkeyPatch) -> None:
    levering = onopgelost(opmaak)
    assert levering.rijen is not None
    rijen = levering.rijen()
    assert isinstance(rijen, Rijen)
    totaal = len(list(rijen.rijen))
    assert totaal > 1
    assert not list(_meldingen(opmaak, levering))
    monkeypatch.setattr("api.antwoordstukken.opmaak.RIJEN_MAX", 1)
    assert list(_meldingen(opmaak, onopgelost(opmaak))) == [f"Deze lijst is afgekapt: 1 van {totaal} rijen staan hier."]


def test_references_of_a_provision_in_rows(opmaak: Opmaak, monkeypatch: pytest.MonkeyPatch) -> None:
    module = import_module("api.antwoordstukken.bepaling")
    monkeypatch.setattr(module, "VERWIJZINGEN_MAX", 1)
    monkeypatch.setattr(module, "LIMIET_MAX", 1)
    levering = bepaling(opmaak, BepalingId("wegnh"))
    assert levering.rijen is not None
    rijen = levering.rijen()
    assert isinstance(rijen, Rijen)
    per_soort = [r["wat"] for r in rijen.rijen]
    assert per_soort.count("verwijzing hiervandaan") == 1
    assert "afgekapt" in per_soort
    assert any("is afgekapt: 1 van" in m for m in _meldingen(opmaak, levering))


def test_what_is_not_loaded_is_an_error_at_once(opmaak: Opmaak) -> None:
    with pytest.raises(NietGevonden):
        bepaling(opmaak, artikel_id("wegnh", "99"))


def test_addresses_lead_through_identity(opmaak: Opmaak) -> None:
    plek = opmaak.antwoorden.plek(artikel_id("wegnh", "2", "1"))
    assert opmaak.adres(plek) == "http://voorbeeld.test/id/wegnh/artikel/2/lid/1"
    assert adres_op("")(plek) == ""


@pytest.mark.parametrize(
    ("nieuw", "lopen"),
    [
        (False, (("een ", False), ("rode", True), (" fiets", False))),
        (True, (("een ", False), ("blauwe", True), (" fiets", False))),
    ],
)
def test_words_that_differ_are_marked_on_both_sides(nieuw: bool, lopen: tuple[tuple[str, bool], ...]) -> None:
    stijl = Loopstijl.INGEVOEGD if nieuw else Loopstijl.VERWIJDERD
    tekst = "een blauwe fiets" if nieuw else "een rode fiets"
    [alinea] = gemarkeerd(tekst, [Woordverschil(4, 8, 4, 10)], nieuw=nieuw)
    assert alinea.lopen == tuple(Loop(woorden, stijl if merk else Loopstijl.GEWOON) for woorden, merk in lopen)


def test_mark_over_paragraphs_stays_within_each() -> None:
    cel = gemarkeerd("a b\n\nc d", [Woordverschil(0, 0, 2, 6)], nieuw=True)
    assert [[(x.tekst, x.stijl) for x in a.lopen] for a in cel] == [
        [("a ", Loopstijl.GEWOON), ("b", Loopstijl.INGEVOEGD)],
        [("c", Loopstijl.INGEVOEGD), (" d", Loopstijl.GEWOON)],
    ]


def test_empty_answer_says_in_what_nothing_was_found(opmaak: Opmaak) -> None:
    levering = bepaling(opmaak, artikel_id("wegnh", "3"))
    assert levering.document is not None
    document = levering.document()
    assert document.bron == "Geladen bronnen tot en met 1 september 2025"
    teksten = [a.tekst for b in document.blokken if isinstance(b, Opmerking) for a in b.alineas]
    assert any("gevonden in deze bronnen tot en met 1 september 2025" in t for t in teksten)
    assert any(isinstance(b, Tabel) for b in document.blokken)
