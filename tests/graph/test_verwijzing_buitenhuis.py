"""References as others write them: court decisions, guidance texts, explanatory memoranda, amending ordinances."""

from __future__ import annotations

import unicodedata

import pytest

from bronnen.regeling import Naam, Regeling
from bronnen.register import Register
from graph.boom import Bomen
from graph.verwijzing import Herkenner
from graph.verwijzing.lexer import zinseinden
from ontologie.document import Bepaling, BepalingSoort, Bronbestand, Document, DocumentSoort
from ontologie.identificatie import BepalingId, StapSoort, print_kort
from ontologie.tekst import Span, Tekst
from ontologie.verwijzing import Status, Verwijzing


def _regeling(kort: str, titel: str, *namen: Naam, boeken: tuple[tuple[str, str], ...] = ()) -> Regeling:
    return Regeling(kort, titel, DocumentSoort.WET, "", (Naam(titel, "citeertitel"), *namen), boeken=boeken)


REGISTER = Register(
    [
        _regeling("fw", "Fietswet", Naam("FW", "afkorting")),
        _regeling("sw", "Steigerwet", Naam("Sw", "afkorting")),
        _regeling("vw", "Vlotwet"),
        _regeling("wb", "Bootwetboek", boeken=(("1", "wb1"), ("6", "wb6"))),
        _regeling("wb1", "Bootwetboek Boek 1"),
        _regeling("wb6", "Bootwetboek Boek 6"),
    ]
)


def _kort(v: Verwijzing) -> list[str]:
    return [print_kort(d, REGISTER) if isinstance(d, BepalingId) else str(d) for d in v.doelen]


def _in_tekst(tekst: str) -> list[Verwijzing]:
    return list(Herkenner(REGISTER).in_tekst(tekst).verwijzingen)


def _document(werk: str, soort: DocumentSoort, nummers: dict[str, str], stap: StapSoort) -> Document:
    """A document whose articles or sections have these numbers and texts."""
    delen, origineel = [], ""
    for nummer, tekst in nummers.items():
        begin = len(origineel)
        origineel += tekst + "\n"
        id_ = BepalingId(werk).onder(stap, nummer)
        passage = Tekst.letterlijk(origineel, begin, begin + len(tekst))
        delen.append(
            Bepaling(id_, BepalingSoort(stap.value), Span(begin, begin + len(tekst)), nummer, None, (passage,))
        )
    wortel = Bepaling(BepalingId(werk), BepalingSoort.REGELING, Span(0, len(origineel)), inhoud=tuple(delen))
    bron = Bronbestand(f"{werk}.txt", "0" * 64, len(origineel), "tekst", "tekst/1")
    return Document(werk, "2026-01-01", soort, werk, wortel, bron, origineel=origineel)


def _in_document(document: Document) -> list[Verwijzing]:
    return list(Herkenner(REGISTER, Bomen([document])).verwijzingen(document).verwijzingen)


@pytest.mark.parametrize(
    ("tekst", "woorden", "naam"),
    [
        ("De Fietswet geldt. Een beroep op artikel 26 XYZV faalt.", "artikel 26 XYZV", "XYZV"),
        ("De Fietswet geldt; de artikelen 4 en 5 Bgs gaan over bellen.", "artikelen 4 en 5 Bgs", "Bgs"),
        ("Na de Fietswet: artikel 16, eerste lid, VWXY.", "artikel 16, eerste lid, VWXY", "VWXY"),
        (
            "Fietswet. Artikel 2 Besluit scheve bellen regelt dat.",
            "Artikel 2 Besluit scheve bellen",
            "Besluit scheve bellen",
        ),
        (
            "Fietswet. Zie artikel 5 van Beleidsregel bellen 2014 voor meer.",
            "artikel 5 van Beleidsregel bellen 2014",
            "Beleidsregel bellen 2014",
        ),
        (
            "Zie artikel 8 van de Belverordening Nergens 2015 (Verordening) met ingang van 1 maart.",
            "artikel 8 van de Belverordening Nergens 2015",
            "Belverordening Nergens 2015",
        ),
        (
            "Fietswet. Ook artikel 17 Internationaal Verdrag inzake bellen geldt.",
            "artikel 17 Internationaal Verdrag inzake bellen",
            "Internationaal Verdrag inzake bellen",
        ),
        ("Fietswet. Zie het Besluit scheve bellen (Bsb), artikel 4.", "artikel 4", "Besluit scheve bellen"),
        (
            "Artikel 3 van de Belwet in verbinding met artikel 4 FW.",
            "Artikel 3 van de Belwet",
            "Belwet",
        ),
        (
            "Artikel 1 van het Derde Protocol bij het Zeilverdrag geldt.",
            "Artikel 1 van het Derde Protocol bij het Zeilverdrag",
            "Derde Protocol bij het Zeilverdrag",
        ),
    ],
)
def test_een_onbekende_naam_achter_een_artikel_wordt_niet_overgeslagen(tekst: str, woorden: str, naam: str) -> None:
    (v,) = [v for v in _in_tekst(tekst) if v.tekst == woorden]
    assert v.status is Status.ONBEKENDE_REGELING
    assert f"«{naam}»" in v.reden
    assert v.doelen == ()


@pytest.mark.parametrize(
    "tekst",
    [
        "De Fietswet kent artikel 4 De fietser stopt.",
        "De Fietswet: zie artikel 4 II en verder.",
        "De Fietswet kent ARTIKEL 4 DOEL VAN DE WET",
        "De Fietswet kent artikel 4. Bellen mag.",
    ],
)
def test_een_hoofdletter_achter_een_artikel_is_niet_altijd_een_naam(tekst: str) -> None:
    assert [_kort(v) for v in _in_tekst(tekst) if v.tekst.lower().startswith("artikel")] == [["fw:4"]]


@pytest.mark.parametrize(
    ("tekst", "doelen"),
    [
        ("de artikelen 4, 5 e.v. van de Fietswet", ["fw:4", "fw:5"]),
        ("artikel 4 en volgende van de Fietswet", ["fw:4"]),
        ("artikelen 2.4.1 tot en met 2.4.3 van de Fietswet", ["fw:2.4.1", "fw:2.4.2", "fw:2.4.3"]),
        ("artikelen 14c tot en met 14e van de Fietswet", ["fw:14c", "fw:14d", "fw:14e"]),
        ("artikelen 9 tot en met 10a van de Fietswet", ["fw:9", "fw:10a"]),
        ("artt. 16-18 FW", ["fw:16", "fw:17", "fw:18"]),
        ("artikelen 93c–93e van de Fietswet", ["fw:93c", "fw:93d", "fw:93e"]),
        ("artikel 5, onder a–c, van de Fietswet", ["fw:5::a", "fw:5::b", "fw:5::c"]),
        ("de artikelen 4, onder 1 en 11, 6 en 9 FW", ["fw:4::1", "fw:4::11", "fw:6", "fw:9"]),
        ("de artikelen 61 leden 1 en 2 en 72 van de Fietswet", ["fw:61:1", "fw:61:2", "fw:72"]),
        ("artikelen 233, 243 lid 2, 244 en 256 van de Fietswet", ["fw:233", "fw:243:2", "fw:244", "fw:256"]),
        ("artikel 6, lid 1, 2 en 3, van de Fietswet", ["fw:6:1", "fw:6:2", "fw:6:3"]),
        ("artikel 6 lid1 onder b van de Fietswet", ["fw:6:1:b"]),
        ("artikel 6, eerste lid, onder b, Sw", ["sw:6:1:b"]),
        ("artikel 6, onder b en c, sub 1 en 2, Sw", ["sw:6::b", "sw:6::c:1", "sw:6::c:2"]),
        ("art.6 lid 1 FW", ["fw:6:1"]),
        ("artikel6 van de Fietswet", ["fw:6"]),
        ("artikel 10 bis FW", ["fw:10bis"]),
        ("artikel 6 lid 1 sub a resp. b FW", ["fw:6:1:a", "fw:6:1:b"]),
        ("artikel 6, onder h. van de Fietswet", ["fw:6::h"]),
        ("artikel\u200b 6 van de \ufeffFietswet", ["fw:6"]),
        ("artikel 6 van de Fiets\u00adwet", ["fw:6"]),
        ("artikel  6,  eerste  lid,  van  de  Fietswet", ["fw:6:1"]),
        ("artikel 44 lid 2 en 3 jo. 4.5 FW", ["fw:44:2", "fw:44:3", "fw:4.5"]),
    ],
)
def test_reeksen_en_verder(tekst: str, doelen: list[str]) -> None:
    assert [_kort(v) for v in _in_tekst(tekst)] == [doelen]


def test_een_nummer_van_een_andere_vorm_is_van_een_andere_regeling() -> None:
    teksten = {
        "1": "Hierbij hoort de Fietswet. Ingevolge artikel 2.1.3, eerste lid, stelt de raad regels.",
        "2": "Artikel 2 en artikel 9 gelden.",
    }
    v = _in_document(_document("vo", DocumentSoort.VERORDENING, teksten, StapSoort.ARTIKEL))
    assert [(x.tekst, _kort(x), x.status) for x in v[1:]] == [
        ("artikel 2.1.3, eerste lid", ["fw:2.1.3:1"], Status.NIET_GECONTROLEERD),
        ("Artikel 2", ["vo:2"], Status.OPGELOST),
        ("artikel 9", ["vo:9"], Status.DOEL_ONTBREEKT),
    ]


def test_een_tekst_in_paragrafen_heeft_geen_leden() -> None:
    teksten = {
        "1": "Zie hoofdstuk 2 en paragraaf 2.1.",
        "2": "Inleiding.",
        "2.1": "Artikel 5 van de Fietswet geldt. In het tweede lid staat waarom; dit artikel is kort.",
    }
    v = _in_document(_document("gids", DocumentSoort.HANDREIKING, teksten, StapSoort.SECTIE))
    assert [(x.tekst, _kort(x)) for x in v] == [
        ("hoofdstuk 2", ["gids:sectie:2"]),
        ("paragraaf 2.1", ["gids:sectie:2.1"]),
        ("Artikel 5 van de Fietswet", ["fw:5"]),
        ("tweede lid", ["fw:5:2"]),
        ("dit artikel", ["fw:5"]),
    ]


def test_daarvan_wijst_naar_het_genoemde_artikel() -> None:
    v = _in_document(
        _document(
            "vo",
            DocumentSoort.VERORDENING,
            {"1": "Artikel 4 van de Fietswet geldt; het eerste lid daarvan vooral. Het eerste lid niet."},
            StapSoort.ARTIKEL,
        )
    )
    assert [(x.tekst, _kort(x)) for x in v[1:]] == [("eerste lid", ["fw:4:1"]), ("eerste lid", ["vo:1:1"])]


@pytest.mark.parametrize(
    ("tekst", "zinnen"),
    [
        ("Zie de wet (FW).1 In artikel 4 staat meer.", 2),
        ("Dat geldt niet.12 Daarna volgt meer.", 2),
        ("Dat geldt niet.³ Daarna volgt meer.", 2),
        ("Zie artikel 3.1 Dat is hier anders.", 1),
        ("Zie paragraaf 2.12 Algemeen.", 1),
    ],
)
def test_een_nootcijfer_verbergt_het_einde_van_de_zin_niet(tekst: str, zinnen: int) -> None:
    assert len(zinseinden(tekst)) == zinnen


@pytest.mark.parametrize(
    ("tekst", "doelen"),
    [
        (
            "artikel 7 van de Fietswet, artikel 8 en artikel 9 van de Steigerwet",
            [["fw:7"], ["sw:8"], ["sw:9"]],
        ),
        (
            "artikel 7 van de Fietswet, hoofdstuk 3 en artikel 16 van de Steigerwet",
            [["fw:7"], ["sw:hfst:3"], ["sw:16"]],
        ),
        (
            "artikel 7 van de Fietswet, 17a Steigerwet en 12, tweede lid, van de Vlotwet",
            [["fw:7"], ["sw:17a"], ["vw:12:2"]],
        ),
        ("artikel 5 van de Fietswet, 3 maanden later", [["fw:5"]]),
        ("de Fietswet (artikel 5 en artikel 6)", [["fw"], ["fw:5"], ["fw:6"]]),
        ("Fietswet: artikel 5 van bijlage 3, artikel 7", [["fw"], ["fw:bijlage:3:artikel:5"], ["fw:7"]]),
    ],
)
def test_elk_artikel_krijgt_de_regeling_die_erbij_staat(tekst: str, doelen: list[list[str]]) -> None:
    assert [_kort(v) for v in _in_tekst(tekst)] == doelen


@pytest.mark.parametrize(
    ("tekst", "doelen"),
    [
        ("artikel 71e, tweede lid, en 81 van de Fietswet", ["fw:71e:2", "fw:81"]),
        ("artikelen 10d, 10e, eerste lid, en 12 van de Fietswet", ["fw:10d", "fw:10e:1", "fw:12"]),
        ("artikel 5, 1e en 2e lid, van de Fietswet", ["fw:5:1", "fw:5:2"]),
    ],
)
def test_een_e_achter_een_artikelnummer_maakt_er_geen_rangtelwoord_van(tekst: str, doelen: list[str]) -> None:
    assert [_kort(v) for v in _in_tekst(tekst)] == [doelen]


def test_een_boek_wijst_naar_een_ander_boek_van_hetzelfde_wetboek() -> None:
    teksten = {
        "1": "Zie artikel 119 van Boek 6, artikel 6:74 en artikel 2.",
        "2": "Zie de artikelen 3, 4 en 5 van Boek 6.",
    }
    v = _in_document(_document("wb1", DocumentSoort.WET, teksten, StapSoort.ARTIKEL))
    assert [_kort(x) for x in v] == [["wb6:119"], ["wb6:74"], ["wb1:2"], ["wb6:3", "wb6:4", "wb6:5"]]


def test_een_boek_zonder_wetboek_is_dat_van_het_enige_genoemde_wetboek() -> None:
    assert [_kort(v) for v in _in_tekst("Het Bootwetboek geldt. Zie artikel 119 van Boek 6.")] == [["wb"], ["wb6:119"]]


@pytest.mark.parametrize(
    ("tekst", "doelen"),
    [
        ("De Afstemmingsverordening Fietswet, Steigerwet en Vlotwet Nergens 2020 vervalt.", []),
        ("De Belverordening Fietswet Nergens geldt naast de Steigerwet.", [["sw"]]),
        ("Het Besluit bellen, de Fietswet en de Steigerwet gelden.", [["fw"], ["sw"]]),
    ],
)
def test_een_wet_in_de_titel_van_een_verordening_is_geen_vermelding(tekst: str, doelen: list[list[str]]) -> None:
    assert [_kort(v) for v in _in_tekst(tekst)] == doelen


def test_losse_accenten_veranderen_een_naam_niet() -> None:
    register = Register([_regeling("cw", "Coördinatiewet fietsen")])
    tekst = unicodedata.normalize("NFD", "Zie artikel 3 van de Coördinatiewet fietsen en verder.")
    (v,) = Herkenner(register).in_tekst(tekst).verwijzingen
    assert (v.tekst, v.doelen) == (tekst[4 : -len(" en verder.")], (BepalingId("cw").onder(StapSoort.ARTIKEL, "3"),))


def test_een_ander_jaar_is_een_andere_regeling() -> None:
    register = Register([_regeling("zw", "Zeilwet 2012", Naam("Zw", "afkorting")), _regeling("fw", "Fietswet")])
    v = Herkenner(register).in_tekst(
        "Zie artikel 2 van de Zeilwet 1993, artikel 3 van de Zeilwet 2012, artikel 4 Zeilwet en art. 5 Fietswet 2015."
    )
    assert [(x.status, [str(d.werk) for d in x.doelen if isinstance(d, BepalingId)]) for x in v.verwijzingen] == [
        (Status.ONBEKENDE_REGELING, []),
        (Status.NIET_GECONTROLEERD, ["zw"]),
        (Status.NIET_GECONTROLEERD, ["zw"]),
        (Status.NIET_GECONTROLEERD, ["fw"]),
    ]


@pytest.mark.parametrize(
    ("teksten", "verwacht"),
    [
        (
            {"I": "De Fietswet wordt als volgt gewijzigd: Artikel 7 vervalt. Ook artikel I en artikel 9, derde lid."},
            [["fw"], ["fw:7"], ["wijz:I"], ["fw:9:3"]],
        ),
        (
            {"I": "In de Fietswet worden de volgende wijzigingen aangebracht: In artikel 3 vervalt het tweede lid."},
            [["fw"], ["fw:3"], ["fw:3:2"]],
        ),
        (
            {"I": "Artikel 4 van de Fietswet wordt als volgt gewijzigd: in het derde lid vervalt onderdeel b."},
            [["fw:4"], ["fw:4:3"], ["fw:4:3:b"]],
        ),
        (
            {
                "I": "De Belverordening Nergens 2020 wordt als volgt gewijzigd: Artikel 7 vervalt.",
                "II": "Zie artikel I.",
            },
            [[], ["wijz:I"]],
        ),
    ],
)
def test_wat_een_wijziging_noemt_is_van_de_gewijzigde_regeling(
    teksten: dict[str, str], verwacht: list[list[str]]
) -> None:
    v = _in_document(_document("wijz", DocumentSoort.VERORDENING, teksten, StapSoort.ARTIKEL))
    assert [_kort(x) for x in v] == verwacht


def test_een_toelichting_bij_een_wijziging_gaat_over_de_gewijzigde_wet() -> None:
    teksten = {
        "1": "Wijziging van de Fietswet in verband met bellen. Het voorgestelde artikel 8, eerste lid, is nieuw.",
        "2": "Artikel 3 van de Steigerwet blijft gelijk. Artikel 3, tweede lid, sluit daarbij aan; artikel 4 vervalt.",
    }
    v = _in_document(_document("mvt", DocumentSoort.TOELICHTING, teksten, StapSoort.SECTIE))
    assert [_kort(x) for x in v] == [["fw"], ["fw:8:1"], ["sw:3"], ["sw:3:2"], ["fw:4"]]


@pytest.mark.parametrize(
    ("tekst", "doel"),
    [
        ("TK 25 424, nr. 700", "ks:II::25424:700"),
        ("TK 2019/20, 35 394, nr. 3", "ks:II:2019/20:35394:3"),
        ("verordening (EG) Nr. 924/2009", "celex:32009R0924"),
    ],
)
def test_andere_schrijfwijzen_van_kamerstukken_en_verordeningen(tekst: str, doel: str) -> None:
    assert [_kort(v) for v in _in_tekst(tekst)] == [[doel]]


def test_verletteren_noemt_twee_onderdelen_naast_elkaar() -> None:
    v = _in_tekst("Onderdeel c van artikel 4 van de Fietswet vervalt. Onderdeel d tot onderdeel f wordt verletterd.")
    assert [_kort(x) for x in v] == [["fw:4::c"], ["fw:4::d"], ["fw:4::f"]]


def test_in_een_tabel_die_tekst_bleef_hoort_elke_cel_bij_zichzelf() -> None:
    v = _in_document(
        _document(
            "rv",
            DocumentSoort.RAADSVOORSTEL,
            {"1": "| Artikel 3, tweede lid | Artikel 4 | aangepast aan artikel 7 van de Fietswet |"},
            StapSoort.SECTIE,
        )
    )
    assert [_kort(x) for x in v] == [[], [], ["fw:7"]]


def test_bare_citation_in_an_article_is_of_the_same_regulation_even_where_that_lacks_it() -> None:
    wet = _document("fw", DocumentSoort.WET, {"1": "Een.", "9": "Negen."}, StapSoort.ARTIKEL)
    tekst = "Artikel 9 van de Fietswet geldt niet. Artikel 1 en artikel 9 gelden wel."
    verordening = _document("fv", DocumentSoort.VERORDENING, {"1": tekst, "2": "Twee."}, StapSoort.ARTIKEL)
    gevonden = Herkenner(REGISTER, Bomen([wet, verordening])).verwijzingen(verordening).verwijzingen
    assert [(_kort(v), v.status) for v in gevonden] == [
        (["fw:9"], Status.OPGELOST),
        (["fv:1"], Status.OPGELOST),
        (["fv:9"], Status.DOEL_ONTBREEKT),
    ]
