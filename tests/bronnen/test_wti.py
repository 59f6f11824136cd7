"""The WTI reader: names, relations and the history of each provision."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from bronnen.lezen import Bestand
from bronnen.regeling import Naam
from bronnen.register import Register
from bronnen.wti import Wti, WtiLezer
from ontologie.fouten import BronFout
from ontologie.identificatie import BepalingId, artikel_id


def _bron(nummer: int, soort: str = "oorspronkelijk") -> str:
    return (
        f'<bron type="{soort}"><dossiernummer>36001</dossiernummer><ondertekening>2030-01-02</ondertekening>'
        f'<bekendmaking soort="Stb"><publicatiedatum>2030-01-10</publicatiedatum><publicatiejaar>2030</publicatiejaar>'
        f"<publicatienummer>{nummer}</publicatienummer></bekendmaking></bron>"
    )


def _datum(waarde: str, label: str, nummer: int, betreft: str = "wijziging", extra: str = "") -> str:
    dag = f'waarde="{waarde}"' if waarde else ""
    return (
        f'<datum {dag} label="{label}" versie-id="v{nummer}"><details isvoorafgaand="false">{extra}'
        f"<betreft>{betreft}</betreft><ontstaansbron>{_bron(nummer)}{_bron(nummer + 1, 'juncto')}</ontstaansbron>"
        f"<inwerkingtreding>{_bron(nummer + 2)}</inwerkingtreding></details></datum>"
    )


TERUGWERKEND = '<terugwerkende-kracht><terugwerkende-kracht-datum waarde="2029-01-01"/></terugwerkende-kracht>'
WTI = f"""<wetstechnische-informatie bwb-id="BWBR9000001"><algemene-informatie>
<eerstverantwoordelijke>Proefzaken</eerstverantwoordelijke><afkortingen><afkorting>Pfw</afkorting></afkortingen>
<citeertitels><citeertitel geldig-van="2020-01-01" geldig-tot="2025-01-01">Oude proefwet</citeertitel>
<citeertitel geldig-van="2025-01-01" geldig-tot="9999-12-31">Proefwet </citeertitel></citeertitels>
<soort-regeling>wet</soort-regeling><rechtsgebieden><rechtsgebied><hoofdgebied>Recht</hoofdgebied></rechtsgebied></rechtsgebieden>
</algemene-informatie><gerelateerde-regelgeving><regeling><wetsfamilie><gerelateerde-regeling bwb-id="BWBR2">
<extref doc="jci1.3:c:BWBR2">Proefbesluit</extref></gerelateerde-regeling></wetsfamilie></regeling><regelingelementen>
<regelingelement label-id="7" groep="artikel" label="Artikel 4a"><verwijzing-door>
<gerelateerd-regelingelement bwb-id="BWBR3" geldig-van="2021-01-01" geldig-tot="2022-01-01">
<extref label="Andere wet" groep="artikel" doc="jci1.3:c:BWBR3&amp;artikel=9">9</extref>
</gerelateerd-regelingelement></verwijzing-door></regelingelement></regelingelementen></gerelateerde-regelgeving>
<wijzigingen><regeling>{_datum("2031-01-01", "", 5)}</regeling><regelingelementen><regelingelement label-id="7">
{_datum("", "Artikel 4a", 40)}{_datum("2031-01-01", "Artikel 4a", 30, "vernummering")}
{_datum("2030-02-01", "Artikel 3", 20, "nieuw", TERUGWERKEND)}</regelingelement>
<regelingelement label-id="8">{_datum("2020-01-01", "", 10, "nieuwe-regeling")}</regelingelement>
</regelingelementen></wijzigingen>
</wetstechnische-informatie>"""

WERK = "BWBR9000001"


@pytest.fixture
def wti(tmp_path: Path) -> Wti:
    pad = tmp_path / "proef.WTI"
    pad.write_text(WTI, encoding="utf-8")
    assert WtiLezer().herkent(Bestand(pad))
    return WtiLezer().lees(Bestand(pad), Register(()))


def test_namen_met_hun_geldigheid(wti: Wti) -> None:
    assert wti.namen == (
        Naam("Oude proefwet", "voormalig", date(2020, 1, 1), date(2025, 1, 1)),
        Naam("Proefwet", "citeertitel", date(2025, 1, 1)),
        Naam("Pfw", "afkorting"),
    )
    assert (wti.soort, wti.ministerie, wti.rechtsgebieden) == ("wet", "Proefzaken", ("Recht",))


def test_relaties(wti: Wti) -> None:
    familie, verwijzing = wti.relaties
    assert (familie.soort, familie.van, familie.titel, familie.onderdeel) == (
        "wetsfamilie",
        BepalingId(WERK),
        "Proefbesluit",
        "",
    )
    assert (verwijzing.soort, verwijzing.van) == ("verwijzing-door", artikel_id(WERK, "4a"))
    assert (verwijzing.titel, verwijzing.onderdeel, verwijzing.groep) == ("Andere wet", "9", "artikel")
    assert (verwijzing.geldig_van, verwijzing.geldig_tot) == (date(2021, 1, 1), date(2022, 1, 1))


def test_geschiedenis_volgt_een_vernummerd_artikel(wti: Wti) -> None:
    gebeurtenissen = wti.geschiedenis(artikel_id(WERK, "4a"))
    assert [(g.label, g.gegevens.effect, g.gegevens.in_werking) for g in gebeurtenissen] == [
        ("Artikel 3", "nieuw", date(2030, 2, 1)),
        ("Artikel 4a", "vernummering", date(2031, 1, 1)),
        ("Artikel 4a", "wijziging", None),
    ]
    assert wti.geschiedenis(artikel_id(WERK, "3")) == ()


def test_bronnen_en_datums_van_een_gebeurtenis(wti: Wti) -> None:
    gegevens = wti.geschiedenis(artikel_id(WERK, "4a"))[0].gegevens
    assert gegevens.door is not None
    assert gegevens.inwerkingtreding_door is not None
    assert (gegevens.door.notatie, gegevens.door.dossier) == ("stb:2030:20", "36001")
    assert gegevens.inwerkingtreding_door.notatie == "stb:2030:22"
    assert [j.notatie for j in gegevens.juncto] == ["stb:2030:21"]
    assert (gegevens.ondertekend, gegevens.gepubliceerd) == (date(2030, 1, 2), date(2030, 1, 10))
    assert gegevens.terugwerkend_tot == date(2029, 1, 1)


def test_geschiedenis_van_het_geheel_en_van_delen_zonder_nummer(wti: Wti) -> None:
    assert [g.gegevens.in_werking for g in wti.geschiedenis(BepalingId(WERK))] == [date(2031, 1, 1)]
    assert [(e.label_id, e.bepaling) for e in wti.elementen] == [("7", artikel_id(WERK, "4a")), ("8", None)]


def test_wti_zonder_inhoud(tmp_path: Path) -> None:
    pad = tmp_path / "leeg.WTI"
    pad.write_text('<wetstechnische-informatie bwb-id="BWBR1"/>', encoding="utf-8")
    wti = WtiLezer().lees(Bestand(pad), Register(()))
    assert (wti.namen, wti.relaties, wti.elementen, wti.geschiedenis(BepalingId("BWBR1"))) == ((), (), (), ())
    pad.write_text("<wetstechnische-informatie/>", encoding="utf-8")
    with pytest.raises(BronFout, match="geen BWB-id"):
        WtiLezer().lees(Bestand(pad), Register(()))


def test_officiele_wti(echte_bronnen: Path) -> None:
    wti = WtiLezer().lees(Bestand(echte_bronnen / "bwb" / "BWBR0018451.WTI"), Register(()))
    assert [(n.tekst, n.soort) for n in wti.namen] == [("Wet op de zorgtoeslag", "citeertitel"), ("Wzt", "afkorting")]
    assert Counter(r.soort for r in wti.relaties) == {"wetsfamilie": 1, "grondslag-voor": 66, "verwijzing-door": 710}
    assert len(wti.regeling.gebeurtenissen) == 74
    assert sum(len(e.gebeurtenissen) for e in wti.elementen) == 97
    artikel_2 = wti.geschiedenis(artikel_id("BWBR0018451", "2"))
    assert len(artikel_2) == 37
    assert artikel_2[0].gegevens.in_werking == date(2006, 1, 1)
    assert artikel_2[-1].gegevens.in_werking is None
    assert sum(g.gegevens.terugwerkend_tot is not None for e in wti.elementen for g in e.gebeurtenissen) == 3
