"""An own ordinance beside an invented model: what became of each provision."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from benchmarks._varianten import Maker, Mate
from benchmarks.vergelijken import Stand, scoor
from bronnen.lezen import Bestand
from bronnen.register import Register
from bronnen.tekst.lezer import lees_tekst
from graph.vergelijk import vergelijk
from ontologie.document import Document
from ontologie.fouten import InvoerFout
from ontologie.vergelijking import Bijzonder, Paar, Paarsoort, Vergelijking

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


GROOT = """Model Stallingsverordening

Artikel 1. Begripsbepalingen

In deze verordening wordt verstaan onder:
- houder: degene die een stalling voor rijwielen beheert;
- ruimer: degene die namens het college achtergelaten rijwielen weghaalt;
- wrak: rijwiel waarvan de eigenaar afstand heeft gedaan.

Artikel 2. Plaatsen

1. Het college wijst jaarlijks plaatsen voor het stallen van rijwielen aan.
2. Het college maakt de aanwijzing bekend in het gemeenteblad en op borden ter plaatse.
[3. Het college kan een plaats tijdelijk sluiten wegens onderhoud of een evenement.]

[Artikel 3. Bewaking

Een plaats met meer dan honderd rekken wordt overdag bewaakt door een beambte.]

Artikel 4. Vergoeding

1. De houder vraagt voor het bewaren van een rijwiel een vergoeding per dag. Hij maakt de hoogte daarvan bekend.
2. De bewaartermijn van een achtergelaten rijwiel is [aantal (dertien)] weken.
3. Na de bewaartermijn, bedoeld in het tweede lid, draagt de houder het rijwiel over aan de ruimer.

Artikel 5. Ontheffing

1. Het college kan op verzoek ontheffing verlenen van artikel 4, eerste lid.
2. Een verzoek bevat de naam van de houder en een tekening van de stalling.
"""


def met(*wijzigingen: tuple[str, str]) -> str:
    tekst = GROOT
    for van, naar in wijzigingen:
        assert van in tekst
        tekst = tekst.replace(van, naar)
    return (
        tekst.replace("[3. ", "3. ")
        .replace("evenement.]", "evenement.")
        .replace("[Artikel", "Artikel")
        .replace("beambte.]", "beambte.")
    )


ZONDER_3 = (GROOT[GROOT.index("[Artikel 3.") : GROOT.index("Artikel 4.")], "")
INGEVULD = ("[aantal (dertien)]", "negen")


def test_an_article_left_out_renumbers_the_rest_and_references_follow() -> None:
    eigen = met(
        ZONDER_3, INGEVULD, ("Artikel 4. ", "Artikel 3. "), ("Artikel 5.", "Artikel 4."), ("artikel 4, ", "artikel 3, ")
    )
    uitslag = vergelijking(eigen, GROOT)
    assert uitslag.telling()[Paarsoort.AFWIJKEND] == uitslag.telling()[Paarsoort.ONTBREEKT] == 0
    assert uitslag.telling()[Paarsoort.EXTRA] == 0
    assert ("weggelaten", "3", "") in map(kort, uitslag.paren)
    keuzes = [(kort(p)[1:], k.soort.value, k.waarde) for p, k in uitslag.keuzes()]
    assert (("5:1", "4:1"), "vernummerd", "3") in keuzes
    assert (("4:2", "3:2"), "ingevuld", "negen") in keuzes
    hernummerd = [kort(p) for p in uitslag.paren if Bijzonder.HERNUMMERD in p.bijzonder]
    assert hernummerd == [("gelijk", "4", "3"), ("gelijk", "5", "4")]


def test_a_reference_that_does_not_follow_the_numbering_deviates() -> None:
    eigen = met(
        ZONDER_3, INGEVULD, ("Artikel 4. ", "Artikel 3. "), ("Artikel 5.", "Artikel 4."), ("artikel 4, ", "artikel 2, ")
    )
    assert ("afwijkend", "5:1", "4:1") in map(kort, vergelijking(eigen, GROOT).paren)


@pytest.mark.parametrize(
    ("wijziging", "paar", "bijzonder"),
    [
        pytest.param(
            (" Hij maakt de hoogte daarvan", "\n2. Hij maakt de hoogte daarvan"),
            ("gelijk", "4:1", "4:1 4:2"), Bijzonder.GESPLITST, id="a lid split",
        ),
        pytest.param(
            ("\n3. Na de bewaartermijn", " Na de bewaartermijn"),
            ("gelijk", "4:2 4:3", "4:2"), Bijzonder.SAMENGEVOEGD, id="two leden merged",
        ),
        pytest.param(
            ("\n3. Na de bewaar", "\nArtikel 4a. Overdracht\n\n1. Na de bewaar"),
            ("afwijkend", "4", "4 4a"), Bijzonder.GESPLITST, id="an article split",
        ),
        pytest.param(
            ("Artikel 5. Ontheffing\n\n1. Het", "4. Het"),
            ("afwijkend", "4 5", "4"), Bijzonder.SAMENGEVOEGD, id="an article taken up in another",
        ),
        pytest.param(
            ("evenement.]", "evenement.]\n4. Een houder die ophoudt meldt dat aan de ruimer."),
            ("extra", "", "2:4"), None, id="a lid added",
        ),
        pytest.param(
            ("Het college wijst jaarlijks plaatsen voor het stallen van rijwielen aan.",
             "Burgemeester en wethouders bepalen ieder jaar de plaatsen voor rijwielen."),
            ("afwijkend", "2:1", "2:1"), Bijzonder.HERSCHREVEN, id="a lid rewritten",
        ),
    ],
)  # fmt: skip
def test_what_became_of_a_provision(
    wijziging: tuple[str, str], paar: tuple[str, str, str], bijzonder: Bijzonder | None
) -> None:
    eigen = met(INGEVULD, wijziging).replace(
        "2. Een verzoek", "5. Een verzoek" if "4. Het" in wijziging[1] else "2. Een verzoek"
    )
    if "\n2. Hij" in wijziging[1]:
        eigen = eigen.replace("3. Na de", "4. Na de").replace("2. De bewaar", "3. De bewaar")
    paren = {kort(p): p for p in vergelijking(eigen, GROOT).paren}
    assert paar in paren
    assert paren[paar].bijzonder == (frozenset() if bijzonder is None else {bijzonder})


def test_definitions_are_known_by_their_term_in_any_order() -> None:
    a, b = (
        "- houder: degene die een stalling voor rijwielen beheert;\n",
        "- wrak: rijwiel waarvan de eigenaar afstand heeft gedaan.",
    )
    eigen = met(
        INGEVULD,
        (b, ""),
        (a, "- wrak: rijwiel waarvan de eigenaar afstand heeft gedaan;\n" + a.replace("beheert", "huurt")),
    )
    paren = list(map(kort, vergelijking(eigen, GROOT).paren))
    assert ("gelijk", "1::3", "1::1") in paren
    assert ("afwijkend", "1::1", "1::2") in paren


def test_every_provision_of_both_sides_is_told_once() -> None:
    eigen = met(INGEVULD, ZONDER_3, ("2. Een verzoek", "2. Wie vraagt, betaalt leges.\n3. Een verzoek"))
    uitslag = vergelijking(eigen, GROOT)
    for kant in ("model", "eigen"):
        ids = [i for p in uitslag.paren for i in getattr(p, kant)]
        assert len(ids) == len(set(ids))
    assert ("extra", "", "5:2") in map(kort, uitslag.paren)


@pytest.mark.parametrize("zaad", range(8))
def test_generated_variants_are_aligned_with_the_known_truth(zaad: int) -> None:
    model = lees("model.txt", GROOT)
    variant = Maker(model, zaad, mate=Mate(herschrijven=0, schrappen=0, verplaatsen=0)).maak()
    stand = Stand()
    scoor(stand, variant, vergelijk(lees("eigen.txt", variant.tekst), model))
    assert stand.missers == []
    assert stand.waar > 8


def test_a_document_without_rules_is_refused_with_the_reason() -> None:
    with pytest.raises(InvoerFout, match="geen artikelen"):
        vergelijking("Alleen een titel\n")


def test_a_lid_that_went_to_another_article_is_moved() -> None:
    lid = "\n3. Na de bewaartermijn, bedoeld in het tweede lid, draagt de houder het rijwiel over aan de ruimer."
    eigen = met(INGEVULD, (lid, ""), ("evenement.]", "evenement.]" + lid.replace("3", "4")))
    paren = {kort(p): p for p in vergelijking(eigen, GROOT).paren}
    assert paren["gelijk", "4:3", "2:4"].bijzonder == {Bijzonder.VERPLAATST}


LIJST = """
Artikel 6. Verslag

1. Het college verzamelt gegevens over:
a. [...];
b. [...]; en
c. [...].
2. De paragrafen 1.1 en 1.2 zijn van toepassing op het beheer.

Artikel 7. Leges

Vervallen
"""


def test_what_lapsed_in_the_model_or_is_one_place_of_several_is_not_missing() -> None:
    eigen = met(INGEVULD) + LIJST.replace(
        "a. [...];\nb. [...]; en\nc. [...].", "a. het aantal wrakken; en\nb. klachten."
    )
    eigen = eigen[: eigen.index("\nArtikel 7.")]
    weg = {kort(p)[1]: p for p in vergelijking(eigen, GROOT + LIJST).paren if not p.eigen}
    assert {m: p.soort.value for m, p in weg.items()} == {"6:1:c": "weggelaten", "7": "weggelaten"}
    assert "vervallen" in weg["7"].reden
    assert all(p.niets_weg for p in weg.values())
    assert "plaats om in te vullen" in weg["6:1:c"].reden


@pytest.mark.parametrize(
    ("model", "eigen", "soort"),
    [
        pytest.param("eén bambte", "een beambte", "gelijk", id="a slip of the model, and an accent"),
        pytest.param("een beheerder", "een beheerster", "afwijkend", id="another word"),
        pytest.param("een houdster", "een houder", "afwijkend", id="more than a letter"),
        pytest.param("een bewaarder", "een bewaarders", "afwijkend", id="a word that the model has nowhere else"),
    ],
)
def test_another_spelling_is_told_and_is_no_deviation(model: str, eigen: str, soort: str) -> None:
    zin = "\nArtikel 6. Sleutels\n\nDe sleutel ligt bij {} van de stalling.\n"
    uitslag = vergelijking(met(INGEVULD) + zin.format(eigen), GROOT + zin.format(model))
    (paar,) = [p for p in uitslag.paren if kort(p)[1:] == ("6", "6")]
    assert paar.soort.value == soort
    assert (soort == "gelijk") == ("schrijfwijze" in {k.soort.value for k in paar.keuzes})


MET_PARAGRAFEN = """Model Havenverordening

Hoofdstuk 2A. Ligplaatsen

Paragraaf 2A.1 Aanvraag

Artikel 4. Aanvragen

De schipper vraagt een ligplaats schriftelijk aan bij de havenmeester.

Paragraaf 2A.2 Weigering

Artikel 5. Weigeren

De havenmeester weigert een ligplaats als de haven vol is of het schip lekt.

Artikel 6. Toepassing

Op woonboten zijn de paragrafen 2A.1 en 2A.2 van overeenkomstige toepassing.
"""


@pytest.mark.parametrize(("verwijzing", "soort"), [("3.1 en 3.2", "gelijk"), ("3.1 en 3.4", "afwijkend")])
def test_a_reference_to_paragraphs_follows_their_own_numbers(verwijzing: str, soort: str) -> None:
    eigen = MET_PARAGRAFEN.replace("paragrafen 2A.1 en 2A.2", f"paragrafen {verwijzing}")
    eigen = eigen.replace("2A.", "3.")
    paren = {kort(p)[1:]: p for p in vergelijking(eigen, MET_PARAGRAFEN).paren}
    assert paren["6", "6"].soort.value == soort
