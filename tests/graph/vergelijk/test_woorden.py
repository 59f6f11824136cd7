"""What the model leaves to choose, beside what an ordinance made of it: choices are no differences."""

from __future__ import annotations

import pytest

from bronnen.tekst.haken import zoek_haken
from graph.vergelijk.patroon import maak_patroon
from graph.vergelijk.stuk import Merk
from graph.vergelijk.woorden import Woorduitkomst, vergelijk_woorden
from ontologie.tekst import Span

MODEL = (
    "De stalling is [aantal (zes)] dagen per week [ten hoogste] open, "
    "[(op werkdagen) OF (in het weekend tot [tijdstip (22 uur)])]."
)


def lees(model: str, eigen: str, *, in_lijst: bool = False) -> Woorduitkomst:
    merken = [Merk(p.soort, p.span.begin, p.span.eind) for p in zoek_haken(model).invulplaatsen(Span(0, len(model)))]
    return vergelijk_woorden(maak_patroon(model, merken, in_lijst=in_lijst), eigen, in_lijst=in_lijst)


@pytest.mark.parametrize(
    ("eigen", "keuzes"),
    [
        (
            "De stalling is zes dagen per week open, op werkdagen.",
            [("voorbeeld", "zes"), ("weggelaten", ""), ("variant", "op werkdagen")],
        ),
        (
            "De stalling is vijf en een halve dagen per week ten hoogste open, in het weekend tot middernacht.",
            [
                ("ingevuld", "vijf en een halve"),
                ("overgenomen", "ten hoogste"),
                ("variant", "in het weekend tot middernacht"),
                ("ingevuld", "middernacht"),
            ],
        ),
        (
            "De stalling is [aantal] dagen per week open, op werkdagen.",
            [("open", "[aantal]"), ("weggelaten", ""), ("variant", "op werkdagen")],
        ),
        (
            "De stalling is … dagen per week open, op werkdagen.",
            [("open", "…"), ("weggelaten", ""), ("variant", "op werkdagen")],
        ),
    ],
)
def test_choices_are_recognised_and_no_differences(eigen: str, keuzes: list[tuple[str, str]]) -> None:
    uitkomst = lees(MODEL, eigen)
    assert uitkomst.verschillen == ()
    assert uitkomst.gelijkenis == 1.0
    assert [(k.soort.value, k.waarde) for k in uitkomst.keuzes] == keuzes
    assert all(eigen[k.eigen_begin : k.eigen_eind] == k.waarde for k in uitkomst.keuzes)
    assert all(MODEL[k.model_begin : k.model_eind] == k.plaats for k in uitkomst.keuzes)


@pytest.mark.parametrize(
    ("eigen", "verschillen"),
    [
        ("De loods is zes dagen per week open, op werkdagen.", [("stalling", "loods")]),
        ("De stalling is zes dagen open, op werkdagen.", [("per week", "")]),
        (
            "De stalling is zes dagen per week gratis open, op werkdagen.",
            [("", "gratis")],
        ),
    ],
)
def test_other_words_are_differences_beside_choices(eigen: str, verschillen: list[tuple[str, str]]) -> None:
    uitkomst = lees(MODEL, eigen)
    gezien = [(MODEL[v.oud_begin : v.oud_eind], eigen[v.nieuw_begin : v.nieuw_eind]) for v in uitkomst.verschillen]
    assert gezien == verschillen
    assert 0.6 < uitkomst.gelijkenis < 1
    assert ("voorbeeld", "zes") in [(k.soort.value, k.waarde) for k in uitkomst.keuzes]


def test_a_place_does_not_swallow_the_next_sentence() -> None:
    eigen = "De bewaartermijn is tien weken. Het college kan die verlengen als de eigenaar daarom vraagt."
    uitkomst = lees("De bewaartermijn is [aantal] weken.", eigen)
    assert [k.waarde for k in uitkomst.keuzes] == ["tien"]
    assert len(uitkomst.verschillen) == 1
    assert eigen[slice(*uitkomst.verschillen[0][2:])].strip(". ") == eigen.partition(". ")[2].rstrip(".")


@pytest.mark.parametrize("einde", [";", "; en", "; of", ".", ","])
def test_how_a_list_goes_on_is_no_difference(einde: str) -> None:
    assert (
        lees("een bewaakte [of overdekte] stalling;", f"een bewaakte stalling{einde}", in_lijst=True).verschillen == ()
    )
    assert lees("een bewaakte stalling;", f"een bewaakte stalling{einde}", in_lijst=True).verschillen == ()


def test_quotes_dashes_and_capitals_are_no_difference() -> None:
    assert lees("Het ‘wrak’ – een rijwiel", "het 'wrak' - een rijwiel").verschillen == ()


def test_a_text_taken_over_with_its_brackets_is_equal_and_still_open() -> None:
    uitkomst = lees(MODEL, MODEL)
    assert uitkomst.verschillen == ()
    assert {k.soort.value for k in uitkomst.keuzes} == {"open"}


@pytest.mark.parametrize(
    ("model", "eigen", "waarde"),
    [
        (
            "gelezen het verzoek van [dag en kenmerk];",
            "gelezen het verzoek van 3 mei, nr. 23-118;",
            "3 mei, nr. 23-118",
        ),
        ("gelezen het verzoek van [naam];", "gelezen het verzoek van de Stichting nr. 4;", "de Stichting nr. 4"),
    ],
)
def test_the_full_stop_of_an_abbreviation_ends_no_sentence(model: str, eigen: str, waarde: str) -> None:
    uitkomst = lees(model, eigen)
    assert uitkomst.verschillen == ()
    assert [k.waarde for k in uitkomst.keuzes] == [waarde]


def test_the_sign_that_closed_a_part_left_out_goes_with_it() -> None:
    model = "gehoord de bewoners;\n[overwegende dat [...]];\nbesluit de stalling te sluiten;"
    assert lees(model, "gehoord de bewoners; besluit de stalling te sluiten;").verschillen == ()
    assert len(lees(model, "gehoord de bewoners besluit de stalling te sluiten;").verschillen) == 1
