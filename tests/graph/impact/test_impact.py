"""What a change touches, on invented regulations: levels, grades, steps, and how sure; the same from every source."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pytest

from graph.antwoorden import Antwoorden
from graph.antwoorden.impactgegevens import Geraakt, Impact
from graph.impact.regels import Gevolg, haalt_eerdere_tekst_aan, ontleent
from ontologie.document import DocumentSoort, Publicatie, Wijzigingsgegevens
from ontologie.fouten import InvoerFout, NietGevonden
from tests.graph.impact.stelsel import DO, OP, STELSEL, Werk, opslag_met


@pytest.fixture(scope="module")
def a() -> Antwoorden:
    return Antwoorden(*opslag_met(STELSEL))


def impact(a: Antwoorden, kort: str, gevolg: Gevolg = Gevolg.WIJZIGT, stappen: int = 2, **meer: int) -> Impact:
    return a.impact(a.lees_doel(kort), gevolg=gevolg, stappen=stappen, **meer)


def per_kort(items: Iterable[Geraakt]) -> dict[str, Geraakt]:
    return {i.plek.kort: i for i in items}


def items(i: Impact) -> dict[str, Geraakt]:
    return per_kort(g for groep in i.groepen for g in groep.items)


#: What depends on bosw:2:2:b: the grade, where it stands, in how many steps, and whether that is sure.
GERAAKT = {
    "bosvo": ("grondslag", "boven", 1, True),
    "bosvo:1": ("verwijzing", "zelf", 1, True),
    "bosvo:2": ("verwijzing", "onder", 1, True),
    "bosvo:3": ("verwijzing", "boven", 1, True),
    "bosvo:4": ("verwijzing", "boven", 1, True),
    "bosvo:5": ("verwijzing", "boven", 1, True),
    "bosvo:7": ("verwijzing", "zelf", 2, True),
    "bosvo:8": ("verwijzing", "zelf", 1, False),
    "bosvo:11": ("invulling", "zelf", 1, True),
    "bosvo:12": ("invulling", "zelf", 2, True),
    "bosvo:13": ("invulling", "boven", 2, True),
    "bosvo:14": ("verwijzing", "zelf", 1, True),
    "bosvo:15": ("verwijzing", "zelf", 2, True),
    "bosvo:16": ("verwijzing", "zelf", 2, True),
    "bosvo:17": ("verwijzing", "onder", 2, True),
    "bosvo:18": ("verwijzing", "onder", 2, False),
    "bosvo:19": ("invulling", "boven", 1, True),
    "bosvo:toelichting:1": ("toelichting", "zelf", 2, True),
    "bosbrief:1": ("toelichting", "zelf", 1, True),
    "bosbrief:2": ("toelichting", "zelf", 2, True),
    "eigenvo:1": ("invulling", "zelf", 2, True),
    "bosw:2:2:a": ("verwijzing", "zelf", 1, True),
    "bosw:2:3": ("verwijzing", "boven", 1, True),
}


def test_everything_that_depends_on_a_provision(a: Antwoorden) -> None:
    gevonden = items(impact(a, "bosw:2:2:b"))
    assert {k: (g.graad.value, g.bereik.value, g.stappen, g.zeker) for k, g in gevonden.items()} == GERAAKT


@pytest.mark.parametrize(
    ("bepaling", "waarom"),
    [
        ("bosvo:6", "noemt alleen de hele wet: dat wordt geteld"),
        ("bosvo:9", "noemt een ander onderdeel, dat er niet is"),
        ("bosvo:10", "noemt een ander artikel"),
        ("bosvo:12", "vult lid 2 in, en zegt uitdrukkelijk dat het om onderdeel a gaat"),
        ("bosvo:13", "vult lid 2 in, en uitdrukkelijk niet onderdeel b"),
        ("bosvo:aanhef", "is de grondslag die van de hele verordening al is gemeld"),
        ("bosvo:1:1", "noemt de hele verordening, waarvan de grondslag geraakt is"),
        ("bosw:1", "noemt de wet waarin zij zelf staat"),
        ("bosw:2:2:b", "wijzigt zelf"),
        ("bosw:2:2:b:1", "is deel van wat wijzigt"),
    ],
)
def test_what_is_not_touched(a: Antwoorden, bepaling: str, waarom: str) -> None:
    direct = bepaling in ("bosvo:12", "bosvo:13")  # over onderdeel a they are, in two steps
    assert bepaling not in items(impact(a, "bosw:2:2:b", stappen=1 if direct else 6)), waarom


def test_dependencies_within_what_changes_are_counted(a: Antwoorden) -> None:
    assert impact(a, "bosw:2:2:b").intern == 1


def test_mentions_of_the_whole_are_counted_by_document(a: Antwoorden) -> None:
    assert [(p.kort, n) for p, n in impact(a, "bosw:2:2:b").zwak] == [("bosvo", 1)]


@pytest.mark.parametrize(
    ("bepaling", "direct"),
    [
        ("bosw:2", {"bosvo", "bosvo:1", "bosvo:2", "bosvo:3", "bosvo:4", "bosvo:5", "bosvo:8", "bosvo:9", "bosvo:11",
                  "bosvo:12", "bosvo:13", "bosvo:14", "bosvo:19", "bosbrief:1"}),
        ("bosw:hfst:2", {"bosvo:8", "bosvo:10"}),
        ("bosw:3", {"bosvo:8", "bosw:5"}),
        ("bosw:2:1", {"bosvo:4", "bosvo:5", "bosvo:19", "bosw:2:3"}),
        ("bosvo:1", {"bosvo:7", "bosvo:17", "bosvo:toelichting:1"}),
    ],
)  # fmt: skip
def test_the_whole_reaches_its_parts_and_a_part_what_is_wider(a: Antwoorden, bepaling: str, direct: set[str]) -> None:
    assert set(items(impact(a, bepaling, stappen=1))) == direct


def test_the_start_is_not_reached_on_a_cycle(a: Antwoorden) -> None:
    gevonden = items(impact(a, "bosvo:14", stappen=6))
    assert "bosvo:15" in gevonden
    assert "bosvo:14" not in gevonden


def test_each_step_has_its_evidence_and_reason(a: Antwoorden) -> None:
    paden = items(impact(a, "bosw:2:2:b"))["bosvo:7"].paden
    (pad,) = paden
    assert [(s.uit.kort, s.aard.value, s.naar.kort, s.van.kort) for s in pad] == [
        ("bosw:2:2:b", "verwijst naar", "bosw:2:2:b", "bosvo:1"),
        ("bosvo:1", "verwijst naar", "bosvo:1", "bosvo:7"),
    ]
    for s in pad:
        assert "/verwijzing/" in s.bewijs
        assert s.bewijsplek == s.van
        assert s.woorden == s.naar.kort
        assert s.voor.startswith("Zie")
        assert s.reden == f"{s.van.label} verwijst naar {s.naar.label}."


def test_a_wider_target_is_named_in_the_reason(a: Antwoorden) -> None:
    reden = items(impact(a, "bosw:2:2:b"))["bosvo:4"].paden[0][0].reden
    eigen, geheel = "bosvo, artikel 4 verwijst naar bosw, artikel 2", "bosw, artikel 2, tweede lid, onder b"
    assert reden == f"{eigen}, waarvan {geheel} een deel is."


def test_all_shortest_paths_are_kept(a: Antwoorden) -> None:
    gevonden = items(impact(a, "bosw:2"))["bosvo:14"]
    assert (gevonden.stappen, gevonden.aantal_paden) == (1, 1)
    # By reference and by relation, each its own step.
    beide = items(impact(a, "bosw:2:2"))["bosvo:12"]
    assert {s.naar.kort for pad in beide.paden for s in pad} == {"bosw:2:2", "bosw:2:2:a"}


@pytest.mark.parametrize(
    ("bepaling", "gevolg", "geraakt", "kort"),
    [
        ("bosw:2:2", Gevolg.VERVALT, "bosvo", "grondslag bestaat niet meer"),
        ("bosw:2", Gevolg.VERVALT, "bosvo", "grondslag bestaat niet meer"),
        ("bosw:2:2:b", Gevolg.VERVALT, "bosvo", "deel van de grondslag vervalt"),
        ("bosw:2:2:b", Gevolg.WIJZIGT, "bosvo", "grondslag gewijzigd: ga na of de bevoegdheid nog zo ver reikt"),
        ("bosw:2:2:b", Gevolg.NIEUW, "bosvo", "grondslag uitgebreid: ga na of meer moet of mag worden geregeld"),
        ("bosw:2:2:b", Gevolg.VERVALT, "bosvo:2", "verwijst naar vervallen onderdeel"),
        ("bosw:2", Gevolg.VERVALT, "bosvo:2", "verwijst naar vervallen artikel"),
        ("bosw:2:2:b", Gevolg.VERVALT, "bosvo:4", "deel van het aangehaalde vervalt"),
        ("bosw:2:2:b", Gevolg.WIJZIGT, "bosvo:1", "doelgroep gewijzigd: controleer"),
        ("bosw:2:2:b", Gevolg.WIJZIGT, "bosvo:3", "ontleend begrip gewijzigd: controleer"),
        ("bosw:2:2:b", Gevolg.WIJZIGT, "bosvo:2", "aangehaalde tekst gewijzigd: controleer de verwijzing"),
        ("bosw:2:2:b", Gevolg.NIEUW, "bosvo:3", "ontleend begrip gewijzigd: controleer"),
        ("bosw:2:2:b", Gevolg.VERNUMMERT, "bosvo:2", "verwijst naar een nummer dat verandert"),
        ("bosw:2:2:b", Gevolg.VERVALT, "bosvo:8", "mogelijk: verwijst naar vervallen onderdeel"),
        ("bosw:2:2:b", Gevolg.VERVALT, "bosvo:11", "vult iets in dat vervalt"),
        ("bosw:2:2:b", Gevolg.VERVALT, "bosvo:19", "deel van wat zij invult vervalt"),
        ("bosw:2:2:b", Gevolg.VERVALT, "bosbrief:1", "bespreekt iets dat vervalt: werk bij"),
        ("bosw:2:2:b", Gevolg.NIEUW, "bosbrief:1", "noemt de nieuwe bepaling al: controleer"),
        ("bosw:2:2:b:1", Gevolg.NIEUW, "bosbrief:1", "mist mogelijk iets nieuws: vul aan"),
        ("bosw:2:2:b", Gevolg.VERVALT, "eigenvo:1", "vult iets in dat zelf geraakt is"),
        ("bosw:2:2:b", Gevolg.VERVALT, "bosvo:7", "verwijst naar iets dat zelf geraakt is"),
    ],
)
def test_advice_follows_from_grade_effect_and_level(
    a: Antwoorden, bepaling: str, gevolg: Gevolg, geraakt: str, kort: str
) -> None:
    gevonden = items(impact(a, bepaling, gevolg))[geraakt]
    assert gevonden.kort == kort
    assert "{" not in gevonden.advies


def test_the_worst_comes_first(a: Antwoorden) -> None:
    i = impact(a, "bosw:2:2:b", Gevolg.VERVALT)
    for groep in i.groepen:
        gewichten = [g.gewicht for g in groep.items]
        assert gewichten == sorted(gewichten, reverse=True)
    assert [g.items[0].gewicht for g in i.groepen] == sorted((g.items[0].gewicht for g in i.groepen), reverse=True)
    g = {k: x.gewicht for k, x in items(i).items()}
    # Itself before its whole before the chapter; direct before indirect; sure before possible; binding before talk.
    assert g["bosvo:1"] == g["bosvo:2"] > g["bosvo:3"] > g["bosvo:4"] > g["bosvo:5"]
    assert g["bosvo:11"] > g["bosvo"] > g["bosvo:1"] > g["bosvo:7"] > g["bosvo:toelichting:1"]
    assert g["bosvo:1"] > g["bosvo:8"]
    assert g["bosvo:1"] > g["bosbrief:1"]


def test_the_list_comes_in_parts_that_make_the_whole(a: Antwoorden) -> None:
    heel = impact(a, "bosw:2:2:b")
    assert heel.totaal == len(GERAAKT)
    assert sum(n for _, n in heel.per_graad) == heel.totaal
    assert heel.direct == sum(stappen == 1 for _, _, stappen, _ in GERAAKT.values())
    delen, vanaf = [], 0
    while True:
        deel = impact(a, "bosw:2:2:b", limiet=4, vanaf=vanaf)
        delen += [g.plek.kort for groep in deel.groepen for g in groep.items]
        if deel.volgende is None:
            break
        vanaf = deel.volgende
    assert delen == [g.plek.kort for groep in heel.groepen for g in groep.items]


def test_what_lapses_takes_its_parts_along_and_shifts_its_neighbours(a: Antwoorden) -> None:
    i = impact(a, "bosw:2:2:b", Gevolg.VERVALT)
    assert [p.kort for p in i.mee] == ["bosw:2:2:b:1"]
    assert [(v.plek.kort, v.wordt, v.verwijzingen) for v in i.vernummerd] == [("bosw:2:2:c", "b", 0)]
    assert impact(a, "bosw:3", Gevolg.VERVALT).vernummerd == ()  # articles keep their number
    assert impact(a, "bosw:2:2:b").vernummerd == ()


def test_what_would_be_new_shifts_what_has_its_number(a: Antwoorden) -> None:
    i = impact(a, "bosw:2:2:b", Gevolg.NIEUW)
    assert [(v.plek.kort, v.wordt) for v in i.vernummerd] == [("bosw:2:2:b", "c"), ("bosw:2:2:c", "d")]
    # bosvo:1, bosvo:2, bosvo:14, the letter and two in the law name b or a part; the ambiguous one names nothing.
    assert i.vernummerd[0].verwijzingen == 6


def test_a_provision_that_would_be_added_touches_its_whole_and_a_range_around_it(a: Antwoorden) -> None:
    gevonden = items(impact(a, "bosw:3a", Gevolg.NIEUW, stappen=1))
    assert {k: g.bereik.value for k, g in gevonden.items()} == {"bosw:5": "reeks"}
    assert gevonden["bosw:5"].kort == "nieuwe bepaling valt in een aangehaalde reeks: controleer"
    assert set(items(impact(a, "bosw:2:4", Gevolg.NIEUW, stappen=1))) >= {"bosvo:4", "bosvo:19", "bosw:2:3"}


def test_what_nobody_knows_is_not_found(a: Antwoorden) -> None:
    with pytest.raises(NietGevonden):
        impact(a, "bosw:99")
    with pytest.raises(NietGevonden, match="geen wijziging"):
        impact(a, "Stb. 2031, 5")
    with pytest.raises(InvoerFout, match="stappen"):
        impact(a, "bosw:2", stappen=7)


def test_what_is_not_loaded_or_only_named_is_said(a: Antwoorden) -> None:
    i = impact(a, "bosvo:3:9", Gevolg.VERVALT)
    assert any("niet geladen" in v and "bosvo, artikel 3, negende lid" in v for v in i.voorbehouden)
    assert i.bijgewerkt_tot is not None


def test_what_is_only_supposed_is_not_called_not_loaded(a: Antwoorden) -> None:
    voorbehouden = impact(a, "bosw:3a", Gevolg.NIEUW).voorbehouden
    assert any("verondersteld" in v and "bosw, artikel 3a" in v for v in voorbehouden)
    assert not any("Zelf niet geladen" in v for v in voorbehouden)


@pytest.mark.parametrize(
    ("voor", "leent"),
    [
        ("Dit geldt voor personen als bedoeld in", "doelgroep"),
        ("De houder, bedoeld in de", "doelgroep"),
        ("een persoon als bedoeld in artikel 3, eerste lid, onderdeel a, of", "doelgroep"),
        ("de vergoeding, bedoeld in het", "begrip"),
        ("Personen hebben, volgens de verordening, bedoeld in", "begrip"),
        ("een stalling in de zin van", "begrip"),
        ("de persoon die meedoet zijn verplichtingen als bedoeld in", "begrip"),
        ("een kind op diens verzoek ontheffing van de plicht, bedoeld in", "begrip"),
        ("personen jonger dan 27 jaar, bedoeld in", "doelgroep"),
        ("Personen melden zich. Dit volgt uit", ""),
        ("Een kind mag naar het bos; zie", ""),
        ("voor kinderen; een pad als bedoeld in", "begrip"),
        ("ouders of ingezetenen als bedoeld in", "doelgroep"),
        ("een loods ouder dan tien jaar, bedoeld in", "begrip"),
        ("de zelfstandige woonruimte, bedoeld in", "begrip"),
        ("", ""),
    ],
)
def test_what_words_borrow_from_what_they_cite(voor: str, leent: str) -> None:
    assert ontleent(voor) == leent


@pytest.mark.parametrize(
    ("na", "eerder"),
    [
        (", zoals dit artikel luidde voor 1 mei 2020,", True),
        (", zoals deze luidden op de dag ervoor, gelden niet", True),
        (" van de Padenwet, zoals dat lid luidde", True),
        (" geldt niet. Zoals dit artikel luidde", False),
        (", zoals dat artikel op 31 mei 2020 luidde,", True),
        (" zoals dit lid op de dag voor de wijziging gold", True),
        (", zoals dat artikel luidt na de wijziging", False),
        (", zoals een ontheffing die toen gold", False),
        (", zoals een wandelaar", False),
        ("", False),
    ],
)
def test_words_that_mean_an_earlier_text(na: str, eerder: bool) -> None:
    assert haalt_eerdere_tekst_aan(na) is eerder


# --- acts and days ---

STB = Publicatie("Stb", 2025, "7", date(2025, 9, 1), date(2025, 8, 20))
IWT = Publicatie("Stb", 2025, "9", date(2025, 11, 1), date(2025, 10, 20))


def wijziging(effect: str) -> Wijzigingsgegevens:
    return Wijzigingsgegevens(
        effect, STB, IWT, STB.ondertekening, STB.uitgifte, IWT.uitgifte, date(2026, 1, 1), None
    )  # fmt: skip


#: A law before and after a change: article 1, first lid, reads otherwise, article 3 is new, article 4 lapsed.
OUD = Werk("padw", DocumentSoort.WET, ["1", "1:1", "1:2", "2", "4"], "2024-01-01")
NIEUW = Werk(
    "padw",
    DocumentSoort.WET,
    ["1", "1:1", "1:2", "2", "3", "4"],
    eenheden={"hfst:1": ["1", "2"]},
    verwijst=[("1:1", "padw:2", OP, "")],
    wijzigingen={
        "1": wijziging("wijziging"),
        "3": wijziging("nieuw"),
        "4": wijziging("vervallen"),
        "hfst:1": wijziging("structuurwijziging"),
    },
)
PADVO = Werk(
    "padvo",
    DocumentSoort.VERORDENING,
    ["1", "2", "3", "4", "5"],
    "2025-01-01",
    verwijst=[
        ("1", "padw:1:1", OP, ""), ("2", "padw:1:2", OP, ""), ("3", "padw:1:1 padw:1:2", OP, ""),
        ("4", "padw:4", OP, ""), ("5", "padw:2", OP, ""),
    ],
)  # fmt: skip
PADBRIEF = Werk("padbrief", DocumentSoort.BRIEF, ["1"], "2025-12", verwijst=[("1", "padw:3", DO, "")])


@pytest.fixture(scope="module")
def paden() -> Antwoorden:
    return Antwoorden(*opslag_met([OUD, NIEUW, PADVO, PADBRIEF]))


def test_an_act_starts_from_all_that_it_changed(paden: Antwoorden) -> None:
    i = impact(paden, "Stb. 2025, 7")
    assert {(u.plek.kort, u.gevolg, u.in_werking) for u in i.uitgangspunten} == {
        ("padw:1", Gevolg.WIJZIGT, date(2026, 1, 1)),
        ("padw:3", Gevolg.NIEUW, date(2026, 1, 1)),
        ("padw:4", Gevolg.VERVALT, date(2026, 1, 1)),
        ("padw:hfst:1", Gevolg.WIJZIGT, date(2026, 1, 1)),
    }
    gevonden = items(i)
    # Of the chapter only itself counts: article 2 in it did not change.
    assert set(gevonden) == {"padvo:1", "padvo:2", "padvo:3", "padvo:4", "padbrief:1"}
    assert gevonden["padvo:4"].advies.startswith("Wat hier is aangehaald bestaat per 2026-01-01 niet meer.")
    # A decree that only makes it commence changes the same.
    assert items(impact(paden, "stb:2025:9")).keys() == gevonden.keys()


def test_a_part_that_stayed_the_same_is_told_apart(paden: Antwoorden) -> None:
    gevonden = items(impact(paden, "Stb. 2025, 7"))
    assert gevonden["padvo:2"].kort == "het genoemde deel bleef gelijk"
    assert (
        gevonden["padvo:1"].kort == gevonden["padvo:3"].kort == "aangehaalde tekst gewijzigd: controleer de verwijzing"
    )
    assert gevonden["padvo:2"].gewicht < gevonden["padvo:1"].gewicht


def test_a_document_that_is_newer_than_the_change_may_have_taken_it_in(paden: Antwoorden) -> None:
    gevonden = items(impact(paden, "Stb. 2025, 7"))
    assert {k: g.misschien_verwerkt for k, g in gevonden.items()} == {
        "padvo:1": False,
        "padvo:2": False,
        "padvo:3": False,
        "padvo:4": False,
        "padbrief:1": True,
    }


def test_on_a_day_the_versions_of_that_day_count(paden: Antwoorden) -> None:
    doel = paden.lees_doel("padw:2")
    nu, toen = items(paden.impact(doel, stappen=1)), paden.impact(doel, stappen=1, op=date(2025, 6, 1))
    assert set(nu) == {"padvo:5", "padw:1:1"}  # only the newer law cites itself
    assert set(items(toen)) == {"padvo:5"}
    assert any("padbrief" in v and "2025-06-01" in v for v in toen.voorbehouden)
    assert toen.bijgewerkt_tot == date(2025, 1, 1)
    assert paden.impact(doel, op=date(2020, 1, 1)).totaal == 0


@pytest.mark.parametrize(
    ("bepaling", "op", "gezegd"),
    [
        ("padw:3", date(2025, 6, 1), True),
        ("padw:3", None, False),
        ("padw:2", date(2025, 6, 1), False),
        ("padw", date(2025, 6, 1), False),
        ("padw:3", date(2020, 1, 1), False),  # of the law itself no version is that old, which is said instead
    ],
)
def test_a_provision_that_is_not_in_the_version_that_counts_is_told(
    paden: Antwoorden, bepaling: str, op: date | None, gezegd: bool
) -> None:
    voorbehouden = paden.impact(paden.lees_doel(bepaling), op=op, limiet=10).voorbehouden
    assert any("staat niet in de versie van 2024-01-01" in v for v in voorbehouden) is gezegd
