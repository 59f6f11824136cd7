"""The register: names lead to regulations, mistakes in the file are told, users can add their own."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from bronnen.register import Naam, Regeling, Register, laad_register, naamsleutel
from ontologie.document import DocumentSoort
from ontologie.fouten import IdentificatieFout, InstellingFout
from ontologie.identificatie import BepalingId, StapSoort, Stijl, lees_identiteit, parse_aanhaling, print_aanhaling

#: Every short name that the gold annotations use.
KORTE_NAMEN = (
    "mrv pw web wvo wec whw awb gemeentewet wia ioaw ioaz anw wmo2015 wgs wfsv lpw suwi besluit-suwi bw ww wajong bbz "
    "breed-offensief vsndw bvsndw regeling-rp besluit-pw reintegratiebesluit pw-in-balans slim regeling-3eleerweg esb "
    "vn-handicap rv2024 rv2017 rr2024 lb hr mrb si rvst"
)


@pytest.fixture(scope="module")
def register() -> Register:
    return laad_register()


@pytest.mark.parametrize("kort", KORTE_NAMEN.split())
def test_de_korte_namen_van_de_documenten_staan_erin(register: Register, kort: str) -> None:
    regeling = register.regeling(kort)
    assert regeling is not None
    assert regeling.kort == kort
    assert regeling.titel


@pytest.mark.parametrize(
    ("naam", "kort"),
    [
        ("Participatiewet", "pw"),
        ("PARTICIPATIEWET", "pw"),
        ("Participatie-wet", "pw"),
        ("Pw", "pw"),
        ("PW", "pw"),
        ("Wet werk en bijstand", "pw"),
        ("WWB", "pw"),
        ("SUWI", "suwi"),
        ("Wet SUWI", "suwi"),
        ("Wet structuur uitvoeringsorganisatie werk en inkomen", "suwi"),
        ("Wmo 2015", "wmo2015"),
        ("IOAW", "ioaw"),
        ("Ioaw", "ioaw"),
        ("Wet op het voortgezet onderwijs", "wvo"),
        ("Wet voortgezet onderwijs 2020", "wvo"),
        ("Reintegratiebesluit", "reintegratiebesluit"),
        ("Re-integratiebesluit", "reintegratiebesluit"),
        ("Bbz 2004", "bbz"),
        ("Awb", "awb"),
        ("AVG", "avg"),
        ("Re- integratie verordening  Participatiewet Twenterand 2024", "rv2024"),
    ],
)
def test_een_naam_leidt_naar_de_regeling(register: Register, naam: str, kort: str) -> None:
    assert [r.kort for r in register.met_naam(naam)] == [kort]


def test_een_gedeelde_naam_geeft_elke_regeling(register: Register) -> None:
    assert {r.kort for r in register.met_naam("Aw")} == {"aw", "auteurswet"}
    with pytest.raises(IdentificatieFout, match=r"Ambtenarenwet 2017 \(aw\) of Auteurswet"):
        lees_identiteit("artikel 1 Aw", register)


def test_de_datum_kiest_tussen_regelingen_die_een_naam_na_elkaar_droegen(register: Register) -> None:
    assert [r.kort for r in register.met_naam("Wet inburgering", date(2015, 6, 1))] == ["wi2007"]
    assert [r.kort for r in register.met_naam("Wet inburgering", date(2024, 6, 1))] == ["wi2021"]
    assert register.werken_met_naam("Wet inburgering") == ("wi2021",)


def test_een_oude_naam_wijst_ook_na_zijn_tijd_de_regeling_aan(register: Register) -> None:
    assert [r.kort for r in register.met_naam("Wet werk en bijstand", date(2025, 1, 1))] == ["pw"]


@pytest.mark.parametrize("naam", ["", "  ", "Wet op de maanlanding", "wet", "x" * 5000])
def test_een_onbekende_naam_geeft_niets(register: Register, naam: str) -> None:
    assert register.met_naam(naam) == ()


def test_een_verschreven_naam_geeft_alleen_voorstellen(register: Register) -> None:
    assert register.met_naam("Partisipatiewet") == ()
    assert register.lijkt_op("Partisipatiewet")[0] == "Participatiewet"
    assert register.lijkt_op("qqqqqqqq") == ()


@pytest.mark.parametrize(
    ("gevraagd", "onder", "gelijkend"),
    [
        ("partisipatiewet", ("suwi", "pw", "awb"), ("pw",)),
        ("ioaz", ("pw", "awb", "ioaw"), ("ioaw",)),  # known itself, and like it in abbreviation and name
        ("BWBR0015730", ("pw", "suwi"), ("pw",)),  # two figures exchanged
        ("BWBR0015703x", ("pw", "suwi"), ("pw",)),
        ("bwbr0015713", ("pw", "suwi"), ("pw",)),
        ("BWBR0013072", ("pw", "suwi"), ()),
        ("awb", ("pw", "suwi"), ()),
        ("olifant", ("pw", "suwi", "awb"), ()),
        ("pw", (), ()),
        ("x" * 5000, ("pw",), ()),
    ],
)
def test_werken_die_op_een_ander_lijken(
    register: Register, gevraagd: str, onder: tuple[str, ...], gelijkend: tuple[str, ...]
) -> None:
    assert register.gelijkende_werken(gevraagd, onder) == gelijkend


def test_gelijkende_werken_de_beste_voorop_en_niet_meer_dan_gevraagd(register: Register) -> None:
    alle = [r.kort for r in register]
    assert register.gelijkende_werken("participatiewt", alle)[0] == "pw"
    assert len(register.gelijkende_werken("participatiewt", alle, 2)) == 2


def test_elke_naam_van_elke_regeling_vindt_haar(register: Register) -> None:
    for naam, regeling in register.namen():
        assert regeling in register.met_naam(naam.tekst)


def test_elke_regeling_is_te_citeren(register: Register) -> None:
    for regeling in register:
        id_ = BepalingId(regeling.kort)
        artikel = id_.onder(regeling.hoofdeenheid, "8a").onder(StapSoort.LID, "2")
        bijlage = id_.onder(StapSoort.BIJLAGE, "")
        for stijl in Stijl:
            for bepaling in (id_, artikel, bijlage):
                gedrukt = print_aanhaling(bepaling, register, stijl)
                try:
                    assert parse_aanhaling(gedrukt, register) == bepaling
                except IdentificatieFout:  # a name that two works share is refused, never guessed
                    assert len(register.werken_met_naam(regeling.titel)) > 1, gedrukt


def test_boeken_van_een_wetboek_zijn_eigen_regelingen(register: Register) -> None:
    assert str(lees_identiteit("artikel 7:610 BW", register)) == "bw7:610"
    assert str(lees_identiteit("artikel 159a van Boek 1 van het Burgerlijk Wetboek", register)) == "bw1:159a"


def test_officiele_namen_en_plaatsen(register: Register) -> None:
    assert register.officieel("pw") == "BWBR0015703"
    assert register.kort("BWBR0015703") == "pw"
    assert register.officieel("onbekend") == register.kort("onbekend") == "onbekend"
    pw = register.regeling("BWBR0015703")
    assert pw is not None
    assert pw.locatie == "https://wetten.overheid.nl/BWBR0015703"
    assert pw.afkorting == "Pw"
    assert register.hoofdeenheid("hr") is StapSoort.SECTIE
    assert register.hoofdeenheid("pw") is register.hoofdeenheid("onbekend") is StapSoort.ARTIKEL


@pytest.mark.parametrize(
    ("bestand", "kort"),
    [
        ("vng-ledenbrief-2025-12.txt", "lb"),
        ("VNG-Ledenbrief-2025-12.pdf", "lb"),
        ("schulinck-re-integratie.txt", "si"),
        ("twenterand-raadsvoorstel-2024.docx", "rvst"),
        ("szw-handreiking-van-school-naar-duurzaam-werk-2025-09.txt", "hr"),
        ("vng-model-reintegratieverordening-2025-12.txt", "mrv"),
        ("boodschappen.txt", None),
    ],
)
def test_een_bestandsnaam_kan_het_werk_verraden(register: Register, bestand: str, kort: str | None) -> None:
    regeling = register.met_bestandsnaam(bestand)
    assert (regeling.kort if regeling else None) == kort


def test_aanvullen_met_geladen_documenten(register: Register) -> None:
    eigen = Regeling(
        "CVDR1", "Verordening geluid", DocumentSoort.VERORDENING, namen=(Naam("Verordening geluid", "citeertitel"),)
    )
    samen = register.aangevuld([eigen])
    assert samen.met_naam("verordening geluid") == (eigen,)
    assert len(samen) == len(register) + 1
    assert len(register.aangevuld(list(register))) == len(register)


# --- the file -----------------------------------------------------------------------------------------------------

GOED = '[[regeling]]\nkort = "wm"\ntitel = "Wet maanlicht"\nsoort = "wet"\n'


def _schrijf(map_: Path, inhoud: str) -> Path:
    bestand = map_ / "eigen.toml"
    bestand.write_text(inhoud, encoding="utf-8")
    return bestand


def test_een_eigen_bestand_voegt_toe_en_vult_aan(tmp_path: Path) -> None:
    eigen = laad_register(
        _schrijf(
            tmp_path,
            GOED
            + 'vervolg = "en schaduw"\nid = "CVDR12"\n'
            + 'afkortingen = ["Wm", { tekst = "Wml", van = 2001-01-01, tot = 2002-01-01 }]\n'
            + '[[regeling]]\nkort = "pw"\nafkortingen = ["Onze Pw"]\nlocatie = "https://example.org/pw"\n',
        )
    )
    (wm,) = eigen.met_naam("wet maanlicht en schaduw")
    assert wm.namen[2] == Naam("Wml", "afkorting", date(2001, 1, 1), date(2002, 1, 1))
    assert wm.locatie == "https://lokaleregelgeving.overheid.nl/CVDR12"
    (pw,) = eigen.met_naam("onze pw")
    assert (pw.titel, pw.officieel_id, pw.locatie) == ("Participatiewet", "BWBR0015703", "https://example.org/pw")
    assert eigen.met_naam("Participatiewet") == (pw,)


@pytest.mark.parametrize(
    ("inhoud", "zegt"),
    [
        (GOED + 'kleur = "geel"', "regeling «wm»: onbekend veld «kleur»"),
        (GOED + GOED, "regeling «wm»: deze korte naam staat twee keer"),
        (GOED.replace('"wet"', '"wetje"'), "regeling «wm»: «wetje» is geen goede waarde van het veld «soort»"),
        (GOED.replace("soort", "#"), "regeling «wm»: het veld «soort» ontbreekt"),
        (GOED.replace("titel", "#"), "regeling «wm»: het veld «titel» ontbreekt"),
        (GOED.replace('"wm"', '"W M"'), "regeling nummer 1 (Wet maanlicht) heeft geen goede korte naam"),
        (GOED + 'id = "BWB15703"', "«BWB15703» is geen goede waarde van het veld «id»"),
        (GOED + 'id = "BWBR0015703"', "BWBR0015703 is al de identificatie van «pw»"),
        (GOED + 'afkortingen = "Wm"', "het veld «afkortingen» is geen lijst"),
        (GOED + "afkortingen = [3]", "«3» is geen naam"),
        (GOED + 'voormalig = [{ tekst = "Oud", tot = "2015-01-01" }]', "«2015-01-01» is geen datum"),
        (GOED + 'voormalig = [{ tekst = "Oud", tot = 2015-01-01T00:00:00 }]', "is geen datum"),
        (GOED + 'voormalig = [{ tekst = "Oud", van = 2016-01-01, tot = 2015-01-01 }]', "eindigt (2015-01-01) voordat"),
        (GOED + 'voormalig = [{ tekst = "Oud", tot = 2015-02-30 }]', "geen geldige TOML"),
        (GOED + 'boeken = { 1 = "wm9" }', "boek 1 verwijst naar «wm9»"),
        (GOED + "bestandsnamen = [1]", "bevatten alleen teksten"),
        (GOED + 'hoofdeenheid = "lid"', "«lid» is geen goede waarde van het veld «hoofdeenheid»"),
        ("x = 1", "bestaat niet alleen uit regelingen"),
        ("[regeling]\nkort = 1", "bestaat niet alleen uit regelingen"),
        ("[[regeling", "geen geldige TOML"),
    ],
)
def test_een_fout_in_het_bestand_wordt_genoemd(tmp_path: Path, inhoud: str, zegt: str) -> None:
    bestand = _schrijf(tmp_path, inhoud)
    with pytest.raises(InstellingFout) as fout:
        laad_register(bestand)
    assert zegt in str(fout.value)
    assert str(bestand) in str(fout.value)


def test_een_bestand_dat_er_niet_is_of_geen_tekst_is(tmp_path: Path) -> None:
    with pytest.raises(InstellingFout, match="niet te openen"):
        laad_register(tmp_path / "weg.toml")
    (tmp_path / "binair.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InstellingFout, match="geen UTF-8"):
        laad_register(tmp_path / "binair.toml")


def test_de_sleutel_van_een_naam_laat_weg_wat_schrijvers_verschillend_doen() -> None:
    assert naamsleutel("Re-integratie verordening.") == naamsleutel("reïntegratieverordening")
    assert naamsleutel("Wet WOZ") != naamsleutel("Wet WIA")


def test_wat_de_redacteuren_van_het_bwb_aanwijzen_staat_erin(register: Register, echte_bronnen: Path) -> None:
    aangewezen = set()
    for bestand in sorted((echte_bronnen / "bwb").glob("*.xml")):
        aangewezen |= set(re.findall(r'<extref [^>]*bwb-id="(BWB\w+)"', bestand.read_text(encoding="utf-8")))
    assert len(aangewezen) > 80
    assert sorted(id_ for id_ in aangewezen if not register.kent(id_)) == []
