"""The BWB reader: metadata and change data on invented states, completeness on the official files."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from bronnen.bwb import BwbLezer
from bronnen.lezen import Bestand
from bronnen.register import Register
from ontologie.document import Bepaling, BepalingSoort, Document, DocumentSoort
from ontologie.fouten import BronFout
from tests.bronnen.xmlbronnen import artikel, bepaling, controleer_plaatsen, lees, namen, toestand


def _publicatie(nummer: int, *, jaar: int = 2023, dag: str = "03-01", effect: str = "wijziging") -> str:
    return (
        f'<publicatie effect="{effect}" soort="Stb"><publicatiejaar>{jaar}</publicatiejaar>'
        f'<publicatienr>{nummer}</publicatienr><uitgiftedatum isodatum="{jaar}-{dag}"/>'
        f'<ondertekeningsdatum isodatum="{jaar}-02-01"/><dossierref dossier="36001">36001</dossierref></publicatie>'
    )


def _brondata(nummer: int, *, terugwerkend: str = "", juncto: str = "", opmerking: str = "") -> str:
    terug = f'<terugwerkend.datum datum-scope="tot-en-met" isodatum="{terugwerkend}"/>' if terugwerkend else ""
    noot = f"<opmerkingen-inhoud><al>{opmerking}</al></opmerkingen-inhoud>" if opmerking else ""
    door, in_werking_door = _publicatie(nummer), _publicatie(nummer + 1, dag="04-01")
    return (
        f"<brondata><oorspronkelijk>{door}{juncto}</oorspronkelijk><inwerkingtreding>{in_werking_door}"
        f'<inwerkingtreding.datum isodatum="2024-05-01"/>{terug}</inwerkingtreding>{noot}</brondata>'
    )


ATTRIBUTEN = (
    'bron="Stb.2023-100" effect="wijziging" inwerking="2024-05-01" ondertekening_bron="2023-02-01"'
    ' publicatie_bron="2023-03-01" publicatie_iwt="2023-04-01" stam-id="11" versie-id="22" label-id="33"'
)


def _wijziging(tmp_path: Path, attributen: str, meta: str) -> Bepaling:
    inhoud = artikel("1", f"<al>x</al><meta-data>{meta}</meta-data>", attributen=attributen)
    return bepaling(lees(tmp_path, BwbLezer(), toestand(inhoud)), "1")


def test_wijziging_met_al_haar_datums(tmp_path: Path) -> None:
    wijziging = _wijziging(tmp_path, ATTRIBUTEN, _brondata(100, terugwerkend="2023-01-01")).wijziging
    assert wijziging is not None
    assert wijziging.door is not None
    assert wijziging.inwerkingtreding_door is not None
    assert wijziging.effect == "wijziging"
    assert (wijziging.door.notatie, wijziging.door.dossier) == ("stb:2023:100", "36001")
    assert wijziging.inwerkingtreding_door.notatie == "stb:2023:101"
    assert (wijziging.ondertekend, wijziging.gepubliceerd) == (date(2023, 2, 1), date(2023, 3, 1))
    assert wijziging.inwerkingtreding_bekendgemaakt == date(2023, 4, 1)
    assert (wijziging.in_werking, wijziging.terugwerkend_tot) == (date(2024, 5, 1), date(2023, 1, 1))


def test_juncto_en_opmerking(tmp_path: Path) -> None:
    juncto = f"<juncto>{_publicatie(300)}<juncto>{_publicatie(301)}</juncto></juncto>"
    wijziging = _wijziging(tmp_path, ATTRIBUTEN, _brondata(100, juncto=juncto, opmerking="Bij vergissing.")).wijziging
    assert wijziging is not None
    assert [j.notatie for j in wijziging.juncto] == ["stb:2023:300", "stb:2023:301"]
    assert wijziging.opmerking == "Bij vergissing."


def test_twee_wijzigingen_op_een_dag_staan_op_de_volgorde_van_de_attributen(tmp_path: Path) -> None:
    gewijzigd = _wijziging(tmp_path, ATTRIBUTEN, _brondata(90) + _brondata(100))
    assert gewijzigd.wijziging is not None
    assert gewijzigd.wijziging.door is not None
    assert gewijzigd.wijziging.door.nummer == "100"
    assert [w.door.nummer for w in gewijzigd.verdere_wijzigingen if w.door] == ["90"]


@pytest.mark.parametrize(
    ("attributen", "meta", "door", "aantal"),
    [
        (ATTRIBUTEN, "", "stb:2023:100", 1),
        ("", _brondata(100), "stb:2023:100", 1),
        (ATTRIBUTEN, _brondata(90), "stb:2023:100", 2),
        ("", "", None, 0),
        ('bron="onleesbaar" effect="nieuw"', "", None, 1),
        ("", "<brondata><oorspronkelijk><publicatie/></oorspronkelijk></brondata>", None, 1),
    ],
)
def test_onvolledige_brondata(tmp_path: Path, attributen: str, meta: str, door: str | None, aantal: int) -> None:
    gewijzigd = _wijziging(tmp_path, attributen, meta)
    eerste = gewijzigd.wijziging
    assert (eerste is not None) + len(gewijzigd.verdere_wijzigingen) == aantal
    assert (eerste.door.notatie if eerste and eerste.door else None) == door


def test_kenmerken_van_het_document(tmp_path: Path) -> None:
    document = lees(tmp_path, BwbLezer(), toestand(artikel("1", "<al>x</al>", attributen=ATTRIBUTEN)))
    assert (document.werk, document.officieel_id, document.versie) == ("BWBR9000001", "BWBR9000001", "2024-05-01")
    assert (document.soort, document.citeertitel, document.geldig_van) == (
        DocumentSoort.WET,
        "Proefwet",
        date(2024, 5, 1),
    )
    assert document.volledig
    assert document.bron.formaat == "bwb-toestand"
    assert bepaling(document, "1").bron_ids == (("stam-id", "11"), ("versie-id", "22"), ("label-id", "33"))


@pytest.mark.parametrize(("volgnummer", "versie"), [("0", "2024-05-01"), ("2", "2024-05-01_2")])
def test_herziene_toestand_van_dezelfde_dag(tmp_path: Path, volgnummer: str, versie: str) -> None:
    adres = f'bwb-ng-vast-deel="http://wetten.overheid.nl/id/BWBR9000001/2024-05-01/{volgnummer}"'
    assert lees(tmp_path, BwbLezer(), toestand("", attributen=adres)).versie == versie


def test_andere_titels_en_vervaldatum(tmp_path: Path) -> None:
    tekst = toestand("").replace(
        '<wetgeving soort="wet">',
        '<wetgeving soort="ministeriele-regeling" vervaldatum="2030-01-01"><eerst-verantwoordelijk>Proefzaken'
        "</eerst-verantwoordelijk><alias-titels><alias-titel>Proef</alias-titel><afkorting>Pfw</afkorting></alias-titels>",
    )
    document = lees(tmp_path, BwbLezer(), tekst)
    assert (document.afkortingen, document.geldig_tot) == (("Pfw",), date(2030, 1, 1))
    assert document.soort is DocumentSoort.MINISTERIELE_REGELING
    assert ("eerst-verantwoordelijk", "Proefzaken") in document.kenmerken


@pytest.mark.parametrize("kop", ["<!-- UITTREKSEL: alleen artikel 1 -->", "<!--uittreksel-->"])
def test_uittreksel_is_niet_volledig(tmp_path: Path, kop: str) -> None:
    assert not lees(tmp_path, BwbLezer(), toestand(artikel("1", "<al>x</al>"), kop=kop)).volledig


@pytest.mark.parametrize("tekst", ["<toestand/>", '<toestand bwb-id="BWBR1"/>', "<toestand><wetgeving/></toestand>"])
def test_toestand_zonder_inhoud(tmp_path: Path, tekst: str) -> None:
    with pytest.raises(BronFout, match="geen toestand"):
        lees(tmp_path, BwbLezer(), tekst)


# --- official files ---

PW = {
    "BWBR0015703_2026-01-01_0.xml": {"artikel": 174, "lid": 538, "li": 465},
    "BWBR0015703_2023-10-07_0.xml": {"artikel": 166, "lid": 488, "li": 442},
    "BWBR0018451_2025-01-01_0.xml": {"artikel": 9, "lid": 23, "li": 8},
}


@pytest.fixture(scope="module")
def echt(echte_bronnen: Path) -> dict[str, Document]:
    return {
        p.name: BwbLezer().lees(Bestand(p), Register(()))
        for p in sorted((echte_bronnen / "bwb").glob("*_*.xml"))
        if "manifest" not in p.name
    }


@pytest.mark.parametrize(("naam", "aantallen"), PW.items())
def test_elk_element_is_een_bepaling(echt: dict[str, Document], naam: str, aantallen: dict[str, int]) -> None:
    document = echt[naam]
    geteld = {e: len(re.findall(rf"<{e}[ >]", document.origineel)) for e in aantallen}
    soorten = Counter(b.soort for b in document.bepalingen())
    assert geteld == aantallen
    assert soorten[BepalingSoort.ARTIKEL] == aantallen["artikel"]
    assert soorten[BepalingSoort.LID] == aantallen["lid"]
    assert soorten[BepalingSoort.ONDERDEEL] == aantallen["li"]


def test_plaatsen_en_tekst_van_elk_officieel_bestand(echt: dict[str, Document]) -> None:
    assert len(echt) == 7
    for document in echt.values():
        controleer_plaatsen(document)
        links = len(re.findall(r"<(?:int|ext)ref[ >]", document.origineel))
        assert len(document.redactielinks) == links
        # Every letter between the tags, metadata and labels aside, is in a passage, in order.
        kaal = re.sub(
            r"<(meta-data|lidnr|li\.nr|label|nr|citeertitel|!--)[ >].*?</?\1>", "", document.origineel, flags=re.S
        )
        kaal = re.sub(r"<[^>]*>|&#?\w+;|\s", "", kaal[kaal.index("<wetgeving") :])
        gelezen = re.sub(r"[\s&]", "", "".join(p.tekst.inhoud for p in document.passages()))
        assert gelezen == kaal


def test_adres_van_de_redactie_noemt_dezelfde_bepaling(echt: dict[str, Document]) -> None:
    """The address that the editors give each provision is the identity that was made of it."""
    document = echt["BWBR0015703_2026-01-01_0.xml"]
    anders = []
    for b in document.bepalingen():
        adres = dict(b.bron_ids).get("bwb-ng-variabel-deel", "")
        if b.soort not in (BepalingSoort.ARTIKEL, BepalingSoort.LID, BepalingSoort.ONDERDEEL):
            continue
        # "/Hoofdstuk3/Paragraaf3.2/Artikel22a/Lid1/Onderdeel._2/Onderdeela"
        delen = re.findall(r"(?:Artikel|Lid|Onderdeel)\.?_?([^/]*)", adres)
        nummers = [s.nummer for s in b.id.stappen]
        if delen != nummers:
            anders.append((str(b.id), adres))
    # The second lid 8 of article 18 and the second article 78ee carry a star in print and not in their address.
    assert [naam.partition(":")[2] for naam, _ in anders if "*" not in naam] == ["18:8"]


def test_participatiewet_2026(echt: dict[str, Document]) -> None:
    document = echt["BWBR0015703_2026-01-01_0.xml"]
    assert document.citeertitel == "Participatiewet"
    assert document.volledig
    assert document.geldig_van == date(2026, 1, 1)
    artikelen = [b for b in document.bepalingen() if b.soort is BepalingSoort.ARTIKEL]
    assert [b.nummer for b in artikelen if not b.in_werking] == ["24a", "34a", "34b", "56"]
    assert sum(b.vervallen for b in artikelen) == 20
    assert [n for n in namen(document) if n.startswith("8a:2:")][:6] == [
        "8a:2:a",
        "8a:2:b",
        "8a:2:c",
        "8a:2:d",
        "8a:2:e",
        "8a:2:e:1",
    ]
    assert bepaling(document, "10d:11").in_werking is False
    assert namen(document, BepalingSoort.HOOFDSTUK)[-4:] == ["hfst:7a", "hfst:7b", "hfst:7c", "hfst:8"]
    assert namen(document, BepalingSoort.AANHEF, BepalingSoort.SLOT) == ["aanhef", "slot"]
    assert [n for n in namen(document) if "~" in n] == []


def test_wijzigingen_van_december_2025(echt: dict[str, Document]) -> None:
    artikelen = [b for b in echt["BWBR0015703_2026-01-01_0.xml"].bepalingen() if b.soort is BepalingSoort.ARTIKEL]
    door: Counter[str] = Counter()
    for b in artikelen:
        w = b.wijziging
        assert w is not None
        datums = [d for d in (w.gepubliceerd, w.inwerkingtreding_bekendgemaakt) if d]
        if any((d.year, d.month) == (2025, 12) for d in datums):
            assert w.inwerkingtreding_door is not None
            door[w.inwerkingtreding_door.notatie] += 1
    assert door == {"stb:2025:407": 17, "stcrt:2025:43553": 10}
    assert sum(b.wijziging.in_werking == date(2026, 1, 1) for b in artikelen if b.wijziging) == 48
    assert sum(bool(b.verdere_wijzigingen) for b in artikelen) == 11


def test_uittreksels(echt: dict[str, Document]) -> None:
    delen = {d.officieel_id: d for d in echt.values() if not d.volledig}
    assert sorted(delen) == ["BWBR0003549", "BWBR0007625", "BWBR0013060", "BWBR0044212"]
    assert len(namen(delen["BWBR0007625"], BepalingSoort.ARTIKEL)) == 13
    assert "9.2.8" in namen(delen["BWBR0007625"])
    assert namen(delen["BWBR0044212"], BepalingSoort.ARTIKEL) == ["2.31a", "2.31b"]
