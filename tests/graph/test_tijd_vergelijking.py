"""Two versions: additions, repeals, renumbering, moves and changes, with and without identifiers of the source."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.versievergelijking import verzonnen
from bronnen.lezen import lees_document
from bronnen.lezers import LEZERS
from bronnen.register import laad_register
from graph.tijd import Deel, gewijzigd_volgens_metadata, naar_bron, toets, vergelijk, vergelijk_delen
from ontologie.document import BepalingSoort, Document
from ontologie.fouten import InvoerFout
from ontologie.identificatie import BepalingId, StapSoort, parse_kort, print_kort
from ontologie.wijziging import HerkendAan, Verschil, VerschilSoort
from tests.graph.regelingen import fietsverordening, wegenregeling

A = "De beheerder controleert elke stalling eenmaal per jaar op roest en losse bouten."
B = "Wie zijn rijwiel buiten de vakken zet, krijgt een brief van de wethouder thuis."
C = "Subsidie voor een bel wordt verstrekt aan inwoners die jonger zijn dan twaalf jaar."
D = "Het college legt een register aan van bakfietsen met meer dan drie wielen."
E = "Op zondagen blijven de poorten dicht, behalve tijdens de jaarlijkse optocht."

Regel = tuple[str, str] | tuple[str, str, dict[str, object]]


def versie(*regels: Regel) -> list[Deel]:
    """Provisions from short notation and text; the parent is the one that identity names, or else the work."""
    delen = [Deel(BepalingId("w"), BepalingSoort.REGELING, -1, "", "")]
    plek = {BepalingId("w"): 0}
    hoofdstuk = 0
    for regel in regels:
        id_ = parse_kort(f"w:{regel[0]}")
        extra = regel[2] if len(regel) == 3 else {}
        assert id_.soort is not None
        ouder = plek.get(id_.ouder or id_, 0)
        if id_.soort is StapSoort.ARTIKEL:
            ouder = hoofdstuk
        plek[id_] = len(delen)
        if id_.soort is StapSoort.HOOFDSTUK:
            hoofdstuk = len(delen)
        delen.append(Deel(id_, BepalingSoort(id_.soort.value), ouder, "", regel[1], **extra))  # type: ignore[arg-type]
    return delen


def kort(verschil: Verschil) -> tuple[str, str, str]:
    oud, nieuw = (print_kort(i).removeprefix("w:") if i is not None else "" for i in (verschil.oud, verschil.nieuw))
    return verschil.soort.value, oud, nieuw


def verschillen(oud: list[Deel], nieuw: list[Deel]) -> list[tuple[str, str, str]]:
    return [kort(v) for v in vergelijk_delen("w", ("1", oud), ("2", nieuw)).verschillen]


@pytest.mark.parametrize(
    ("oud", "nieuw", "verwacht"),
    [
        ([("1", A), ("2", B)], [("1", A), ("2", B)], []),
        ([("1", A)], [("1", A + " Ook op regen.")], [("gewijzigd", "1", "1")]),
        ([("1", A)], [("1", A), ("2", B)], [("toegevoegd", "", "2")]),
        ([("1", A), ("2", B)], [("1", A)], [("vervallen", "2", "")]),
        ([("1", A), ("2", B)], [("1", A), ("2", "", {"vervallen": True})], [("vervallen", "2", "2")]),
        # One is put in before: those behind it get another number and are recognised by their words.
        ([("1:1", A), ("1:2", B)], [("1:1", A), ("1:2", C), ("1:3", B)],
         [("toegevoegd", "", "1:2"), ("hernummerd", "1:2", "1:3")]),
        # Renumbered and changed at the same time.
        ([("1:1", A), ("1:2", B)], [("1:1", B + " En ook de burgemeester."), ("1:2", E)],
         [("vervallen", "1:1", ""), ("hernummerd", "1:2", "1:1"), ("toegevoegd", "", "1:2")]),
        # The same number, other words, and nothing else that it can be: rewritten.
        ([("1", A), ("2", B)], [("1", A), ("2", D)], [("gewijzigd", "2", "2")]),
        ([("1:1", A), ("1:2:a", C)], [("1:1", A), ("2:1", D), ("2:2", C)], None),
        # To another chapter without another number.
        ([("hfst:1", ""), ("1", A), ("2", B), ("hfst:2", ""), ("3", C)],
         [("hfst:1", ""), ("1", A), ("hfst:2", ""), ("2", B), ("3", C)], [("verplaatst", "2", "2")]),
        # An added chapter and its article are both listed, what is in the article is not.
        ([("1", A)], [("1", A), ("hfst:2", ""), ("2", B), ("2:1", C)],
         [("toegevoegd", "", "hfst:2"), ("toegevoegd", "", "2")]),
    ],
)  # fmt: skip
def test_wat_er_van_elke_bepaling_werd(
    oud: list[Regel], nieuw: list[Regel], verwacht: list[tuple[str, str, str]] | None
) -> None:
    links = versie(*_met_artikelen(oud))
    rechts = versie(*_met_artikelen(nieuw))
    gevonden = sorted(verschillen(links, rechts))
    if verwacht is None:  # moved to another article
        assert ("verplaatst", "1:2:a", "2:2") not in gevonden  # an onderdeel does not become a lid
    else:
        assert gevonden == sorted(verwacht)


def _met_artikelen(regels: list[Regel]) -> list[Regel]:
    """With the articles and leden that the notation implies."""
    uit: dict[str, Regel] = {}
    for regel in regels:
        delen = regel[0].split(":")
        for n in range(1, len(delen)) if delen[0] != "hfst" else ():
            uit.setdefault(":".join(delen[:n]), (":".join(delen[:n]), ""))
        uit[regel[0]] = regel
    return list(uit.values())


def test_hetzelfde_stam_id_is_dezelfde_bepaling_hoe_zij_ook_heet() -> None:
    oud = versie(("5", A, {"stam_id": "77"}), ("6", B, {"stam_id": "78"}))
    nieuw = versie(("5", B + " Nieuw.", {"stam_id": "78"}), ("9", D, {"stam_id": "77"}))
    geheel = vergelijk_delen("w", ("1", oud), ("2", nieuw)).verschillen
    assert sorted(map(kort, geheel)) == [("hernummerd", "5", "9"), ("hernummerd", "6", "5")]
    assert {v.herkend_aan for v in geheel} == {HerkendAan.STAM_ID}
    assert all(v.ook_gewijzigd for v in geheel)


def test_een_ander_stam_id_is_een_andere_bepaling_ook_met_hetzelfde_nummer() -> None:
    oud, nieuw = versie(("5", A, {"stam_id": "77"})), versie(("5", A, {"stam_id": "80"}))
    assert verschillen(oud, nieuw) == [("vervallen", "5", ""), ("toegevoegd", "", "5")]


def test_wat_er_al_stond_treedt_in_werking() -> None:
    wacht = {"versie_id": "9", "in_werking": False}
    oud = versie(("1", A), ("2", "Nog niet in werking", wacht))
    nieuw = versie(("1", A), ("2", "", {"versie_id": "9"}), ("2:1", B), ("2:2", C))
    geheel = vergelijk_delen("w", ("1", oud), ("2", nieuw)).verschillen
    assert [(*kort(v), v.omvat) for v in geheel] == [("in werking getreden", "2", "2", 2)]


def test_anders_getoond_is_niet_gewijzigd() -> None:
    wacht = {"versie_id": "9", "in_werking": False}
    oud = versie(("1", A), ("2", "Nog niet in werking", wacht))
    nieuw = versie(("1", A), ("2", "", wacht), ("2:1", B))
    geheel = vergelijk_delen("w", ("1", oud), ("2", nieuw))
    assert geheel.verschillen == ()
    assert [kort(v) for v in geheel.weergave] == [("gewijzigd", "2", "2"), ("toegevoegd", "", "2:1")]


_LEDEN = st.lists(st.sampled_from([A, B, C, D, E, "Vervallen.", ""]), max_size=8)


def _als_leden(teksten: list[str]) -> list[Deel]:
    return versie(("1", ""), *((f"1:{n}", tekst) for n, tekst in enumerate(teksten, 1)))


@settings(deadline=None)
@given(_LEDEN, _LEDEN)
def test_elke_bepaling_die_erbij_of_weg_is_komt_precies_eenmaal_voor(links: list[str], rechts: list[str]) -> None:
    oud, nieuw = _als_leden(links), _als_leden(rechts)
    geheel = vergelijk_delen("w", ("1", oud), ("2", nieuw)).verschillen
    assert len({v.oud for v in geheel if v.oud}) == sum(1 for v in geheel if v.oud)
    assert len({v.nieuw for v in geheel if v.nieuw}) == sum(1 for v in geheel if v.nieuw)
    erbij = sum(v.soort is VerschilSoort.TOEGEVOEGD for v in geheel)
    weg = sum(v.soort is VerschilSoort.VERVALLEN and v.nieuw is None for v in geheel)
    assert erbij - weg == len(rechts) - len(links)


@settings(deadline=None)
@given(_LEDEN)
def test_een_versie_verschilt_niet_van_zichzelf(teksten: list[str]) -> None:
    assert verschillen(_als_leden(teksten), _als_leden(teksten)) == []


def test_grote_wetten_zonder_identiteit_van_de_bron() -> None:
    begin = time.perf_counter()
    oud, nieuw = verzonnen(600)
    geheel = vergelijk_delen("verzonnen", ("1", oud), ("2", nieuw)).verschillen
    assert time.perf_counter() - begin < 15
    soorten = [v.soort.value for v in geheel]
    assert {s: soorten.count(s) for s in set(soorten)} == {"hernummerd": 539, "gewijzigd": 48, "vervallen": 12}


def test_verschillende_werken_zijn_niet_te_vergelijken() -> None:
    with pytest.raises(InvoerFout, match="verschillende werken"):
        vergelijk(fietsverordening(), wegenregeling())


def test_plaatsen_in_de_tekst_zijn_plaatsen_in_de_bron() -> None:
    document = wegenregeling()
    eerste = next(b for b in document.bepalingen() if print_kort(b.id) == "wegnh:1")
    begin = eerste.eigen_tekst.index("wegen")
    spans = naar_bron(eerste, begin, len(eerste.eigen_tekst) - 1)
    assert [document.origineel[s.begin : s.eind] for s in spans] == [
        "wegen van:",
        "tenzij de beheerder anders besluit",
    ]


@pytest.fixture(scope="module")
def participatiewet(echte_bronnen: Path) -> tuple[Document, Document]:
    register = laad_register()
    namen = ("BWBR0015703_2023-10-07_0.xml", "BWBR0015703_2026-01-01_0.xml")
    oud, nieuw = (lees_document(echte_bronnen / "bwb" / naam, register, LEZERS) for naam in namen)
    return oud, nieuw


def test_tekst_en_metadata_van_de_participatiewet_noemen_dezelfde_artikelen(
    participatiewet: tuple[Document, Document],
) -> None:
    uitslag = toets(vergelijk(*participatiewet), *participatiewet)
    assert len(uitslag.volgens_metadata) == len(uitslag.volgens_tekst) == 56
    assert uitslag.afwijkingen == ()


def test_zonder_stam_ids_zijn_het_dezelfde_artikelen(participatiewet: tuple[Document, Document]) -> None:
    from dataclasses import replace

    from graph.tijd import delen_van

    oud, nieuw = ([replace(d, stam_id="", versie_id="") for d in delen_van(p)] for p in participatiewet)
    geheel = vergelijk_delen("pw", ("2023-10-07", oud), ("2026-01-01", nieuw))
    metadata = gewijzigd_volgens_metadata(*participatiewet)
    # Without the source's identifiers a text that is only shown otherwise counts as changed.
    assert set(geheel.per_artikel()) - set(metadata) == {parse_kort("pw:56")}
    assert set(metadata) <= set(geheel.per_artikel())


def test_metadata_vragen_een_datum(participatiewet: tuple[Document, Document]) -> None:
    assert participatiewet[0].geldig_van == date(2023, 10, 7)
    with pytest.raises(InvoerFout, match="niet bekend vanaf wanneer"):
        gewijzigd_volgens_metadata(fietsverordening(), fietsverordening())
