"""What words refer to: regulation, scope, ranges, status. Invented regulations; one table row per form."""

from __future__ import annotations

from datetime import date

import pytest

from graph.boom import Bomen
from graph.verwijzing import Herkenner
from ontologie.document import DocumentSoort
from ontologie.identificatie import BepalingId, StapSoort, print_kort
from ontologie.verwijzing import Status, Verwijzing, VerwijzingSoort
from tests.graph.verwijzing.fietsen import FIETSWET, LETTERS, REGISTER, Boom, document, stappen

HERKENNER = Herkenner(REGISTER, Bomen([FIETSWET]))


def lees(tekst: str) -> list[Verwijzing]:
    return list(HERKENNER.in_tekst(tekst).verwijzingen)


def doelen(verwijzingen: list[Verwijzing]) -> list[str]:
    """The words and targets of each mention."""
    return [
        f"{v.tekst} -> " + " ".join(print_kort(d, REGISTER) if isinstance(d, BepalingId) else str(d) for d in v.doelen)
        for v in verwijzingen
    ]


MET_NAAM = [
    # title, abbreviation, former title, straight behind, before, in brackets
    ("artikel 2, eerste lid, van de Fietswet", ["fw:2:1"]),
    ("artikel 2, eerste lid, Fietswet", ["fw:2:1"]),
    ("art. 2 lid 1 sub b onder 2° Fw", ["fw:2:1:b:2"]),
    ("artikel 3 van de Wet op de rijwielpaden", ["fpo:3"]),
    ("artikel 3 (Fietswet)", ["fw:3"]),
    ("artikel 7a van de Fietswet, eerste lid, onderdelen b en c", ["fw:7a:1:b fw:7a:1:c"]),
    ("artikel 2, [tweede lid en] derde lid, van de Fietswet", ["fw:2:2 fw:2:3"]),
    ("artikel 2 van de gewijzigde Fietswet", ["fw:2"]),
    ("Fietswet: de artikelen 1 en 2a", ["fw:1 fw:2a"]),
    ("in de Fietswet (artikel 3)", ["fw:3"]),
    # the longest name
    ("artikel 4 van het Besluit Fietswet", ["besluit-fw:4"]),
    # one closing name over several articles
    ("artikel 2, eerste lid, of artikel 3, onder a, van de Fietswet", ["fw:2:1", "fw:3::a"]),
    ("artikel 1, artikel 2a, en artikel 3 van de Fietswet", ["fw:1", "fw:2a", "fw:3"]),
    # a series with a name each
    ("de artikelen 14h van de Fietswet, 27h van de Belwet 1999 en 3 van de WFO", ["fw:14h", "belwet:27h", "fpo:3"]),
    # pointing names
    ("artikel 2 van de Fietswet en artikel 3 van die wet", ["fw:2", "fw:3"]),
    (
        "artikel 2 van het Besluit Fietswet; in de Fietswet staat het niet, zie artikel 3 van die wet",
        ["besluit-fw:2", "fw:3"],
    ),
    # books of a code
    ("artikel 7:610 van het Rijwielwetboek", ["wetboek7:610"]),
    ("artikel 610 RWB", ["wetboek:610"]),
    # European acts
    ("artikel 6, eerste lid, van Verordening (EU) 2016/679", ["32016R0679:6:1"]),
    # one slip in a long title
    ("artikel 3 van de Wet fietspaden en oversteekplatsen in steden", ["fpo:3"]),
    # line breaks and hyphenation inside a name
    ("artikel 3 van de Wet fietspaden en\noversteek-\nplaatsen in steden", ["fpo:3"]),
    # structure units
    ("hoofdstuk 3A van de Fietswet", ["fw:hfst:3A"]),
    ("paragraaf 3A.2 van de Fietswet", ["fw:par:3A.2"]),
]


@pytest.mark.parametrize(("tekst", "verwacht"), MET_NAAM, ids=[m[0][:50] for m in MET_NAAM])
def test_regeling_bij_naam(tekst: str, verwacht: list[str]) -> None:
    gevonden = [d.partition(" -> ")[2] for d in doelen([v for v in lees(tekst) if v.soort is VerwijzingSoort.BEPALING])]
    assert gevonden == verwacht


REEKSEN = [
    ("artikelen 2 tot en met 2b van de Fietswet", "fw:2 fw:2a fw:2b"),  # by the tree, in its order
    ("artikel 2, eerste tot en met derde lid, van de Fietswet", "fw:2:1 fw:2:2 fw:2:3"),
    ("artikel 3, onderdelen b tot en met d, van de Fietswet", "fw:3::b fw:3::c fw:3::d"),
    ("artikelen 6 tot en met 9 van de Belwet 1999", "belwet:6 belwet:7 belwet:8 belwet:9"),  # not loaded: by number
    ("artikel 1, onder a tot en met c, van de Belwet 1999", "belwet:1::a belwet:1::b belwet:1::c"),
]


@pytest.mark.parametrize(("tekst", "verwacht"), REEKSEN)
def test_reeks_wordt_uitgeschreven(tekst: str, verwacht: str) -> None:
    (gevonden,) = doelen(lees(tekst))
    assert gevonden == f"{tekst} -> {verwacht}"


STATUSSEN = [
    ("artikel 2, eerste lid, van de Fietswet", Status.OPGELOST, "", ""),
    ("artikel 2, negende lid, van de Fietswet", Status.DEELS, "fw:2 bestaat, fw:2:9 niet.", "fw:2"),
    ("artikel 1, eerste lid, van de Fietswet", Status.DEELS, "fw:1 bestaat, fw:1:1 niet.", "fw:1"),
    ("artikel 999 van de Fietswet", Status.DOEL_ONTBREEKT, "fw:999 bestaat niet in «Fietswet».", ""),
    ("artikel 5 van de Belwet 1999", Status.NIET_GECONTROLEERD, "«Belwet 1999» is niet geladen.", ""),
    (
        "artikel 3 van de Wet onbekend",
        Status.ONBEKENDE_REGELING,
        "De regeling «Wet onbekend» staat niet in het register.",
        "",
    ),
    (
        "Advocatenwet: artikel 8",
        Status.ONBEKENDE_REGELING,
        "De regeling «Advocatenwet» staat niet in het register.",
        "",
    ),
    ("artikel 12 van de statuten", Status.ONBEKENDE_REGELING, "De regeling «statuten» staat niet in het register.", ""),
    ("artikel 12", Status.ONBEKENDE_REGELING, "De tekst noemt geen regeling waar dit in staat.", ""),
    (
        "artikel 4 van de Rmw",
        Status.MEERDUIDIG,
        "Deze naam heeft meer dan één regeling: Remwet steden, Remwet dorpen.",
        "",
    ),
]


@pytest.mark.parametrize(("tekst", "status", "reden", "bestaand"), STATUSSEN, ids=[s[0] for s in STATUSSEN])
def test_status_met_reden(tekst: str, status: Status, reden: str, bestaand: str) -> None:
    v = next(v for v in lees(tekst) if v.soort is VerwijzingSoort.BEPALING)
    assert (v.status, v.reden, " ".join(map(str, v.bestaand))) == (status, reden, bestaand)


def test_fout_van_de_bron_houdt_haar_letterlijke_doel() -> None:
    (v,) = lees("artikel 2, negende lid, van de Fietswet")
    assert [str(d) for d in v.doelen] == ["fw:2:9"]


def test_meerduidig_noemt_de_kandidaten_en_kiest_niet() -> None:
    (v,) = lees("artikel 4 van de Rmw")
    assert not v.doelen
    assert [str(k) for k in v.kandidaten] == ["rem-a:4", "rem-b:4"]


def test_uittreksel_zonder_het_artikel_is_niet_gecontroleerd() -> None:
    herkenner = Herkenner(REGISTER, Bomen([document("belwet", {"5": {"1": {}}}, volledig=False)]))
    statussen = {
        v.tekst[:9]: v.status
        for v in herkenner.in_tekst("artikel 5 van de Belwet 1999. artikel 6 van de Belwet 1999.").verwijzingen
    }
    assert statussen == {"artikel 5": Status.OPGELOST, "artikel 6": Status.NIET_GECONTROLEERD}


def test_naam_gaat_niet_over_een_zinseinde() -> None:
    eerste, _ = [v for v in lees("Zie artikel 2. De Fietswet regelt dat.") if True]
    assert eerste.status is Status.ONBEKENDE_REGELING


# --- inside a document: scope --------------------------------------------------------------------------------------

EIGEN: dict[str, Boom] = {
    "1": {},
    "2": {"1": LETTERS, "2": LETTERS, "3": {}},
    "3": {},
    "5": {"1": {}},
    "7": {"1": {}},
    "8": LETTERS,
}


def in_document(tekst: str, *plek: str, soort: DocumentSoort = DocumentSoort.VERORDENING) -> list[str]:
    d = document("fv", EIGEN, soort=soort, teksten=[(stappen(*plek), tekst)])
    return [x.partition(" -> ")[2] for x in doelen(list(HERKENNER.verwijzingen(d).verwijzingen))]


BINNEN = [
    # words, where they stand, targets
    ("als bedoeld in artikel 5", ("1",), ["fv:5"]),
    ("als bedoeld in artikel 5 van deze verordening", ("1",), ["fv:5"]),
    ("het eerste lid", ("2", "3"), ["fv:2:1"]),
    ("het eerste en tweede lid", ("2", "3"), ["fv:2:1 fv:2:2"]),
    ("onderdeel b", ("2", "2"), ["fv:2:2:b"]),
    ("onderdeel b, onder 1°", ("2", "1", "a"), ["fv:2:1:b:1"]),
    ("onderdeel c", ("8", "", "a"), ["fv:8::c"]),
    ("derde lid, onderdeel a", ("2", "1"), ["fv:2:3:a"]),
    ("dit artikel", ("2", "1"), ["fv:2"]),
    ("dit lid", ("2", "1"), ["fv:2:1"]),
    ("het vorige lid", ("2", "2"), ["fv:2:1"]),
    ("artikel 5, eerste lid, en dat artikel", ("1",), ["fv:5:1", "fv:5"]),
    ("artikel 5 en het eerste lid van dat artikel", ("1",), ["fv:5", "fv:5:1"]),
    ("het tweede lid van dit artikel", ("2", "3"), ["fv:2:2"]),
    # a named article of another regulation does not change what "het eerste lid" is
    ("artikel 2 van de Fietswet. Het eerste lid geldt", ("2", "3"), ["fw:2", "fv:2:1"]),
    # the shared closing name: what exists decides
    ("artikel 3, onder a, of artikel 2a, eerste lid, van de Fietswet", ("1",), ["fw:3::a", "fw:2a:1"]),
    ("artikel 40, eerste lid, of artikel 3 van de Fietswet", ("1",), ["fw:40:1", "fw:3"]),
    ("artikel 7, eerste lid, en in artikel 3 van de Fietswet", ("1",), ["fv:7:1", "fw:3"]),
    ("de artikelen 5 en 7, en artikel 3 van de Fietswet", ("1",), ["fv:5 fv:7", "fw:3"]),
    # an article that only the law has, named with it elsewhere
    ("artikel 9.2.8 van de Fietswet en verder artikel 9.2.8", ("1",), ["fw:9.2.8", "fw:9.2.8"]),
]


@pytest.mark.parametrize(("tekst", "plek", "verwacht"), BINNEN, ids=[b[0][:50] for b in BINNEN])
def test_omvang(tekst: str, plek: tuple[str, ...], verwacht: list[str]) -> None:
    assert in_document(tekst, *plek) == verwacht


def test_onderdeel_dat_in_meer_leden_staat_is_meerduidig() -> None:
    d = document("fv", EIGEN, teksten=[(stappen("2"), "onderdeel a")])
    (v,) = HERKENNER.verwijzingen(d).verwijzingen
    assert v.status is Status.MEERDUIDIG
    assert [str(k) for k in v.kandidaten] == ["fv:2:1:a", "fv:2:2:a"]


DEFINITIES = [
    ("wet: Fietswet;", "artikel 2, eerste lid, van de wet", "fw:2:1"),
    ("de wet: de Fietswet.", "artikel 2 van de Wet", "fw:2"),
    ("de Wet fietspaden en oversteekplaatsen in steden (hierna: de paden wet)", "artikel 2 van de Fietswet", "fw:2"),
    ("de Wet fietspaden en oversteekplaatsen in steden (hierna: Wfos)", "artikel 4 van de Wfos", "fpo:4"),
    ("de Fietswet (Fiw)", "artikel 1 Fiw", "fw:1"),
]


@pytest.mark.parametrize(("definitie", "tekst", "verwacht"), DEFINITIES)
def test_naam_uit_het_document(definitie: str, tekst: str, verwacht: str) -> None:
    d = document(
        "fv", EIGEN, soort=DocumentSoort.VERORDENING, teksten=[(stappen("1"), definitie), (stappen("1"), tekst)]
    )
    laatste = list(HERKENNER.verwijzingen(d).verwijzingen)[-1]
    assert [str(x) for x in laatste.doelen] == [verwacht]


def test_gidsen_tellen_in_genummerde_delen() -> None:
    delen = [BepalingId("gids").onder(StapSoort.SECTIE, nr) for nr in ("4", "4.1", "4.2", "5", "6", "7")]
    tekst = "Zie hoofdstuk 5, paragraaf 4.2 en H6. Hoofdstuk 4 tot en met 6 zijn nieuw."
    d = document("gids", {}, soort=DocumentSoort.HANDREIKING, bouw=delen, teksten=[((), tekst)])
    assert doelen(list(HERKENNER.verwijzingen(d).verwijzingen)) == [
        "hoofdstuk 5, paragraaf 4.2 -> gids:4.2",
        "H6 -> gids:6",
        "Hoofdstuk 4 tot en met 6 -> gids:4 gids:5 gids:6",
    ]


def test_wet_uit_de_omgeving_in_een_tekst_zonder_artikelen() -> None:
    d = document(
        "gids",
        {},
        soort=DocumentSoort.HANDREIKING,
        teksten=[((), "Zie artikel 2a van de Fietswet."), ((), "Op grond van artikel 2a, tweede lid, kan dat.")],
    )
    laatste = list(HERKENNER.verwijzingen(d).verwijzingen)[-1]
    assert (str(laatste.doelen[0]), laatste.methode) == ("fw:2a:2", "elders-genoemd")


def test_geen_regeling_van_ver_raden() -> None:
    """A law that is not loaded and was named in another passage is no ground for a bare article."""
    d = document(
        "gids", {}, soort=DocumentSoort.HANDREIKING, teksten=[((), "De Belwet 1999 is oud."), ((), "Zie artikel 5.")]
    )
    laatste = list(HERKENNER.verwijzingen(d).verwijzingen)[-1]
    assert laatste.status is Status.ONBEKENDE_REGELING


REGELINGEN = [
    ("De Fietswet regelt dat.", ["fw"]),
    ("Het Besluit Fietswet en de Belwet.", ["besluit-fw", "belwet"]),  # the year may be left out
    ("Een nieuwe Fietswet is in de maak.", []),
    ("De Verordening tegenprestatie Fietswet geldt.", []),  # part of another title
    ("De Fietswet-uitkering stijgt.", []),
    ("In zaak WFO 06/999 is beslist.", []),
    ("Het Landelijk Bureau WFO adviseert.", []),
    ("de [citeertitel oude Fietswet] vervalt", []),
]


@pytest.mark.parametrize(("tekst", "verwacht"), REGELINGEN)
def test_regeling_als_geheel(tekst: str, verwacht: list[str]) -> None:
    assert [str(d) for v in lees(tekst) for d in v.doelen] == verwacht


def test_signaalwoorden_die_geen_verwijzing_zijn_worden_geteld() -> None:
    uitkomst = HERKENNER.in_tekst("Leden van de fietsclub lezen het artikel over een onderdeel.")
    assert not uitkomst.verwijzingen
    assert [(s.tekst, s.reden) for s in uitkomst.niet_begrepen] == [
        ("Leden", "er staat geen nummer bij"),
        ("artikel", "er staat geen nummer bij"),
        ("onderdeel", "er staat geen nummer bij"),
    ]


def test_naam_op_een_datum() -> None:
    """Of two works with one abbreviation the one that bore it on the date counts."""
    from bronnen.register import Naam, Regeling, Register

    oud = Regeling(
        "oud", "Oude wet", DocumentSoort.WET, namen=(Naam("Trap", "afkorting", geldig_tot=date(2020, 1, 1)),)
    )
    nieuw = Regeling(
        "nieuw", "Nieuwe wet", DocumentSoort.WET, namen=(Naam("Trap", "afkorting", geldig_van=date(2020, 1, 1)),)
    )
    register = Register([oud, nieuw])
    for op, verwacht in ((date(2015, 1, 1), "oud:1"), (date(2025, 1, 1), "nieuw:1")):
        (v,) = Herkenner(register, op=op).in_tekst("artikel 1 Trap").verwijzingen
        assert [str(d) for d in v.doelen] == [verwacht]


def test_tabellen_zijn_compleet() -> None:
    assert (len(MET_NAAM), len(REEKSEN), len(STATUSSEN), len(BINNEN)) >= (23, 5, 10, 20)
