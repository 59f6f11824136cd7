"""What is said of a chapter in several versions counts for all that is in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bronnen.kern import zonder_tekst
from bronnen.lezen import lees_document
from bronnen.lezers import LEZERS
from bronnen.register import laad_register
from graph.antwoorden import Antwoorden
from graph.antwoorden.tijdgegevens import Stand, Zekerheid
from ontologie.document import Bepaling, Document, DocumentSoort, Wijzigingsgegevens
from ontologie.identificatie import BepalingId, StapSoort, parse_kort
from tests.graph.antwoorden.test_tijd import antwoorden
from tests.graph.regelingen import Schrijver

_NIET = "Dit artikel treedt later in werking."
_EERST = {
    "1": {"1": "Een molen is een maalwerktuig."},
    "2": {"2": "De molenaar maalt bij wind.", "3": "De molenaar smeert de as."},
    "3": {"4": "De raad houdt toezicht.", "5": _NIET},
}


def molens(
    versie: str, hoofdstukken: Mapping[str, Mapping[str, str]], *, ids: Mapping[str, str] | None = None
) -> Document:
    """A regulation on mills: per chapter its articles with their words; ``ids`` are ids of versions of the source."""
    s = Schrijver("mol", versie, DocumentSoort.MINISTERIELE_REGELING)

    def artikel(nummer: str, woorden: str) -> Bepaling:
        bepaling = s.bepaling(f"artikel/{nummer}", f"Artikel {nummer}", "", s.tekst(woorden))
        return replace(
            bepaling,
            in_werking=woorden != _NIET,
            wijziging=Wijzigingsgegevens("nieuwe-regeling", in_werking=date(2020, 1, 1)),
            bron_ids=(("versie-id", ids[nummer]),) if ids else (),
        )

    delen = [
        s.bepaling(f"hoofdstuk/{h}", f"Hoofdstuk {h}", f"Deel {h}", *(artikel(n, w) for n, w in artikelen.items()))
        for h, artikelen in hoofdstukken.items()
    ]
    return replace(s.document("Molenregeling Nergenshuizen", delen), geldig_van=date.fromisoformat(versie))


def gelijk(a: Antwoorden, kort: str) -> list[bool | None]:
    return [v.gelijk for v in a.geschiedenis(parse_kort(kort)).versies]


def test_a_chapter_is_the_same_where_all_in_it_is() -> None:
    tweede = {**_EERST, "2": {"2": "De molenaar maalt bij storm.", "3": "De molenaar smeert de as."}}
    derde = {**tweede, "3": {"4": "De raad houdt toezicht.", "5": "Het verbod geldt."}}
    a = antwoorden([molens("2024-01-01", _EERST), molens("2025-01-01", tweede), molens("2026-01-01", derde)])
    assert gelijk(a, "mol:hfst:1") == [None, True, True]
    assert gelijk(a, "mol:hfst:2") == [None, False, True]
    assert gelijk(a, "mol:hfst:3") == [None, True, False]
    assert gelijk(a, "mol:3") == [None, True, True]
    verschil = a.verschil(parse_kort("mol:hfst:2"), "2024-01-01", "2025-01-01")
    assert [r.nieuw.kort for r in verschil.regels.items if r.nieuw] == ["mol:2"]
    assert a.verschil(parse_kort("mol:hfst:1"), "2024-01-01", "2025-01-01").regels.totaal == 0


@pytest.mark.parametrize(
    ("nieuw", "anders"),
    [
        ({**_EERST, "2": {"2": _EERST["2"]["2"]}}, {"2"}),  # lapsed
        ({**_EERST, "2": {**_EERST["2"], "3a": "Er is een vang."}}, {"2"}),  # added
        ({**_EERST, "2": {"2": _EERST["2"]["2"], "3a": _EERST["2"]["3"]}}, {"2"}),  # renumbered
        ({"1": _EERST["1"], "2": {"2": _EERST["2"]["2"]}, "3": {"3": _EERST["2"]["3"], **_EERST["3"]}}, {"2", "3"}),
        ({**_EERST, "2": {n: w.replace(" ", "  ") for n, w in _EERST["2"].items()}}, set()),  # white space
        ({**_EERST, "3": {"4": _EERST["3"]["4"], "5": _NIET + " Ooit."}}, {"3"}),  # in force now
    ],
)
def test_what_changes_in_a_chapter(nieuw: dict[str, dict[str, str]], anders: set[str]) -> None:
    a = antwoorden([molens("2024-01-01", _EERST), molens("2025-01-01", nieuw)])
    for hoofdstuk in _EERST:
        assert gelijk(a, f"mol:hfst:{hoofdstuk}") == [None, hoofdstuk not in anders], hoofdstuk


def test_what_the_source_says_of_the_articles_counts_for_their_chapter() -> None:
    ids = {n: f"{n}-a" for artikelen in _EERST.values() for n in artikelen}
    a = antwoorden([molens("2024-01-01", _EERST, ids=ids), molens("2025-01-01", _EERST, ids={**ids, "3": "3-b"})])
    assert [gelijk(a, f"mol:hfst:{h}")[1] for h in _EERST] == [True, False, True]
    assert gelijk(a, "mol:3") == [None, False]


def test_without_words_equal_ids_of_versions_tell() -> None:
    ids = {n: f"{n}-a" for artikelen in _EERST.values() for n in artikelen}
    met = [molens("2024-01-01", _EERST, ids=ids), molens("2025-01-01", _EERST, ids={**ids, "3": "3-b"})]
    a = antwoorden([zonder_tekst(d) for d in met])
    assert [gelijk(a, f"mol:hfst:{h}")[1] for h in _EERST] == [True, False, True]
    zonder = [molens("2024-01-01", _EERST), molens("2025-01-01", _EERST)]
    assert gelijk(antwoorden([zonder_tekst(d) for d in zonder]), "mol:hfst:1") == [None, None]


def test_words_that_came_into_force_differ_though_the_source_keeps_its_id() -> None:
    ids = {n: n for artikelen in _EERST.values() for n in artikelen}
    nieuw = {**_EERST, "3": {"4": _EERST["3"]["4"], "5": "Het verbod geldt."}}
    a = antwoorden([molens("2024-01-01", _EERST, ids=ids), molens("2025-01-01", nieuw, ids=ids)])
    assert [gelijk(a, kort)[1] for kort in ("mol:4", "mol:5", "mol:hfst:3")] == [True, False, False]


def test_an_older_version_of_a_chapter_is_the_law_only_while_nothing_in_it_changed() -> None:
    tweede = {**_EERST, "2": {"2": "De molenaar maalt bij storm.", "3": "De molenaar smeert de as."}}
    a = antwoorden([molens("2024-01-01", _EERST), molens("2025-01-01", tweede)])
    op, tussen = date(2025, 6, 1), date(2024, 6, 1)
    standen = [a.leesstand(parse_kort(f"mol:hfst:{h}"), "2024-01-01", op=op).stand for h in ("1", "2")]
    assert standen == [Stand.GELDEND, Stand.OUDER]
    zekerheden = [a.versie_op(parse_kort(f"mol:hfst:{h}"), tussen).zekerheid for h in ("1", "2")]
    assert zekerheden == [Zekerheid.ZEKER, Zekerheid.ONZEKER]


def test_chapters_of_the_participatiewet_follow_their_articles(echte_bronnen: Path) -> None:
    namen = ("BWBR0015703_2023-10-07_0.xml", "BWBR0015703_2026-01-01_0.xml")
    register = laad_register()
    a = antwoorden([lees_document(echte_bronnen / "bwb" / naam, register, LEZERS) for naam in namen])
    geteld = {True: 0, False: 0}
    for _, plek in a.inhoudsopgave(BepalingId("pw")):
        id_ = plek.bepaling
        assert id_ is not None
        laatste = a.geschiedenis(id_).versies[1].gelijk
        if id_.soort is not StapSoort.HOOFDSTUK or laatste is None:
            continue
        assert laatste is (a.verschil(id_, "2023-10-07", "2026-01-01").regels.totaal == 0), plek.kort
        geteld[laatste] += 1
    assert geteld == {True: 2, False: 8}
