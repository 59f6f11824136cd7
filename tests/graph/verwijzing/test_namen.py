"""Names of regulations in text: longest, whole words, spelling, slips, and no cost for many names."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bronnen.register import Naam, Regeling, Register
from graph.verwijzing.herleiden import herleid
from graph.verwijzing.namen import Namenlijst
from ontologie.document import DocumentSoort
from tests.graph.verwijzing.fietsen import REGISTER

NAMEN = Namenlijst(REGISTER)

GEVALLEN = [
    # text; the words of the names; works; method
    ("de Fietswet geldt", ["Fietswet"], ["fw"], "naam"),
    ("DE FIETSWET GELDT", ["FIETSWET"], ["fw"], "naam"),
    ("het Besluit Fietswet", ["Besluit Fietswet"], ["besluit-fw"], "naam"),
    (
        "de Wet fietspaden en\n  oversteekplaatsen in steden",
        ["Wet fietspaden en\n  oversteekplaatsen in steden"],
        ["fpo"],
        "naam",
    ),
    (
        "de Wet fietspaden en oversteek-\nplaatsen in steden",
        ["Wet fietspaden en oversteek-\nplaatsen in steden"],
        ["fpo"],
        "naam-verschreven",
    ),
    (
        "de Wet fietspaden en oversteekplatsen in steden",
        ["Wet fietspaden en oversteekplatsen in steden"],
        ["fpo"],
        "naam-verschreven",
    ),
    (
        "de Wet fietspaden en oversteekplaatssen in steden",
        ["Wet fietspaden en oversteekplaatssen in steden"],
        ["fpo"],
        "naam-verschreven",
    ),
    ("de WFO", ["WFO"], ["fpo"], "afkorting"),
    ("de Rmw", ["Rmw"], ["rem-a", "rem-b"], "afkorting"),
    ("de Belwet", ["Belwet"], ["belwet"], "naam"),
]


@pytest.mark.parametrize(("tekst", "woorden", "werken", "methode"), GEVALLEN, ids=[g[0][:40] for g in GEVALLEN])
def test_naam(tekst: str, woorden: list[str], werken: list[str], methode: str) -> None:
    treffers = NAMEN.zoek(tekst)
    assert [tekst[t.begin : t.eind] for t in treffers] == woorden
    assert [w for t in treffers for w in t.werken] == werken
    assert {t.methode for t in treffers} == {methode}


@pytest.mark.parametrize(
    "tekst",
    [
        "de Fietswetten",  # part of a word
        "Motorfietswet",
        "de Fietswet-uitkering",
        "de rmw",  # an abbreviation keeps its case
        "de Wet fietspaden en oversteekplekken in steden",  # more than one slip
        "de Belwet 2005",  # another year is another law
    ],
)
def test_geen_naam(tekst: str) -> None:
    assert [t.werken for t in NAMEN.zoek(tekst) if t.werken] == []


def test_cijfer_is_nooit_een_verschrijving() -> None:
    titel = "Regeling vaststelling belgeluid voor rijwielen 2025"
    namen = Namenlijst(Register([Regeling("r25", titel, DocumentSoort.WET, namen=(Naam(titel, "citeertitel"),))]))
    treffers = namen.zoek(titel.replace("2025", "2026"))
    assert all(t.methode != "naam-verschreven" for t in treffers)


def test_van_overlappende_namen_telt_de_langste() -> None:
    regelingen = [
        Regeling("a", "Wet alfa beta", DocumentSoort.WET, namen=(Naam("Wet alfa beta", "citeertitel"),)),
        Regeling("b", "beta gamma deltawet", DocumentSoort.WET, namen=(Naam("beta gamma deltawet", "citeertitel"),)),
    ]
    (treffer,) = Namenlijst(Register(regelingen)).zoek("Wet alfa beta gamma deltawet")
    assert treffer.werken == ("b",)


@given(st.text(alphabet="abé -\n\u00a0Wwet", max_size=60))
def test_herleiden_is_stabiel(tekst: str) -> None:
    assert herleid(herleid(tekst)) == herleid(tekst)


@given(st.text(alphabet="Fietsw -\nMO", max_size=80))
def test_bereik_bevat_de_naam(tekst: str) -> None:
    for t in NAMEN.zoek(tekst):
        assert 0 <= t.begin < t.eind <= len(tekst)
        assert herleid(tekst[t.begin : t.eind])


def test_twintigduizend_namen_zoeken_even_snel() -> None:
    """The time of a search does not grow with the register: far below ten times, for 2,000 times the names."""
    extra = [
        Regeling(
            f"x{n}",
            f"Wet op het {n}",
            DocumentSoort.WET,
            namen=(Naam(f"Wet op het rijwiel nummer {n}", "citeertitel"),),
        )
        for n in range(20_000)
    ]
    tekst = "het college verleent de fiets op aanvraag, " * 2000
    kort, lang = NAMEN, Namenlijst(Register([*REGISTER, *extra]))

    def duur(namen: Namenlijst) -> float:
        tijden = []
        for _ in range(3):
            begin = time.process_time()
            namen.zoek(tekst)
            tijden.append(time.process_time() - begin)
        return min(tijden)

    assert duur(lang) < 10 * duur(kort) + 0.01
