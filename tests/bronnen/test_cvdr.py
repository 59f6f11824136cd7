"""The CVDR reader: invented regulations, and the three official files that differ most."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from bronnen.cvdr import CvdrLezer
from bronnen.lezen import Bestand
from bronnen.register import Register
from ontologie.document import BepalingSoort, Document, DocumentSoort
from ontologie.fouten import BronFout
from tests.bronnen.xmlbronnen import bepaling, controleer_plaatsen, lees, namen


def cvdr(tekst: str, *, nummer: str = "CVDR900001_3", titel: str = "Proefverordening Ergens", cvdripm: str = "") -> str:
    return (
        '<?xml version="1.0" encoding="utf-8"?><cvdr xmlns="http://standaarden.overheid.nl/cvdr/terms/"'
        ' xmlns:dcterms="urn:d" xmlns:overheidrg="urn:o"><meta><owmskern>'
        f"<dcterms:identifier>{nummer}</dcterms:identifier><dcterms:title>{titel}</dcterms:title>"
        '<dcterms:creator scheme="overheid:Gemeente">Ergens</dcterms:creator></owmskern><owmsmantel>'
        '<dcterms:source resourceIdentifier="1.0:c:BWBR0005416&amp;artikel=149">artikel 149 Gemeentewet'
        "</dcterms:source>"
        f"</owmsmantel><cvdripm>{cvdripm}</cvdripm></meta><body><intitule> {titel}\n</intitule><regeling><aanhef>"
        "<preambule><al>De raad;</al><al/></preambule></aanhef>"
        f"<regeling-tekst>{tekst}</regeling-tekst></regeling></body></cvdr>"
    )


IN_WERKING = "<overheidrg:inwerkingtredingDatum>2021-03-04</overheidrg:inwerkingtredingDatum>"
UIT_WERKING = "<overheidrg:uitwerkingtredingDatum>2022-01-01</overheidrg:uitwerkingtredingDatum>"


def test_metadata(tmp_path: Path) -> None:
    document = lees(tmp_path, CvdrLezer(), cvdr("", cvdripm=IN_WERKING + UIT_WERKING))
    assert (document.werk, document.officieel_id, document.versie) == ("CVDR900001", "CVDR900001", "2021-03-04")
    assert (document.geldig_van, document.geldig_tot) == (date(2021, 3, 4), date(2022, 1, 1))
    assert (document.titel, document.soort) == ("Proefverordening Ergens", DocumentSoort.VERORDENING)
    assert document.kenmerken == (
        ("identifier", "CVDR900001_3"),
        ("title", "Proefverordening Ergens"),
        ("creator", "Ergens"),
        ("source", "artikel 149 Gemeentewet"),
        ("source.id", "1.0:c:BWBR0005416&artikel=149"),
        ("inwerkingtredingDatum", "2021-03-04"),
        ("uitwerkingtredingDatum", "2022-01-01"),
    )


@pytest.mark.parametrize(
    ("titel", "soort"),
    [
        ("Afvalstoffenverordening Ergens", DocumentSoort.VERORDENING),
        ("Beleidsregels uitvoering verordening", DocumentSoort.BELEIDSREGEL),
        ("Mandaatbesluit", DocumentSoort.OVERIGE_REGELING),
    ],
)
def test_soort_uit_de_titel(tmp_path: Path, titel: str, soort: DocumentSoort) -> None:
    assert lees(tmp_path, CvdrLezer(), cvdr("", titel=titel)).soort is soort


@pytest.mark.parametrize("nummer", ["900001_3", "CVDR900001_3", "CVDR900001"])
def test_oude_en_nieuwe_nummers(tmp_path: Path, nummer: str) -> None:
    document = lees(tmp_path, CvdrLezer(), cvdr("", nummer=nummer))
    assert (document.officieel_id, document.versie) == ("CVDR900001", "")


def test_artikelen_zonder_nummer_heten_naar_hun_hoofdstuk(tmp_path: Path) -> None:
    zonder = "<artikel><kop><label/><nr/><titel/></kop><al>x</al></artikel>"
    tekst = "".join(f"<hoofdstuk><kop><nr>{n}.</nr></kop>{zonder}</hoofdstuk>" for n in (1, 2))
    document = lees(tmp_path, CvdrLezer(), cvdr(tekst))
    assert namen(document) == ["aanhef", "hfst:1", "hfst:1:artikel", "hfst:2", "hfst:2:artikel"]


@pytest.mark.parametrize("tekst", ["<cvdr/>", cvdr("", nummer="onbekend")])
def test_geen_regeling(tmp_path: Path, tekst: str) -> None:
    with pytest.raises(BronFout, match="geen CVDR-regeling"):
        lees(tmp_path, CvdrLezer(), tekst)


# --- official files ---


@pytest.fixture(scope="module")
def echt(echte_bronnen: Path) -> dict[str, Document]:
    documenten = {p.stem: CvdrLezer().lees(Bestand(p), Register(())) for p in (echte_bronnen / "cvdr").glob("*.xml")}
    for document in documenten.values():
        controleer_plaatsen(document)
    return documenten


def test_nummer_in_het_label(echt: dict[str, Document]) -> None:
    document = echt["CVDR100394_2"]
    hoofdstukken = [b for b in document.bepalingen() if b.soort is BepalingSoort.HOOFDSTUK]
    assert [(b.nummer, b.kop, b.vervallen) for b in hoofdstukken] == [
        ("1", "Parkeren", True),
        ("2", "Hard rijden", True),
        ("3", "Bebording", True),
        ("4", "Diversen", True),
        ("5", "Gehandicaptenparkeerplaatsen", False),
    ]
    assert len(hoofdstukken[-1].kinderen) == 4
    assert document.soort is DocumentSoort.BELEIDSREGEL


def test_tabel(echt: dict[str, Document]) -> None:
    document = echt["CVDR112779_1"]
    soorten = Counter(b.soort for b in document.bepalingen())
    assert (soorten[BepalingSoort.RIJ], soorten[BepalingSoort.CEL]) == (30, 120)
    assert bepaling(document, "artikel:tabel:1:rij:1:cel:1").eigen_tekst == "Dienst / Afdeling"
    assert document.geldig_tot == date(2012, 4, 25)


def test_hoofdstukken_en_paragrafen_met_letters(echt: dict[str, Document]) -> None:
    document = echt["CVDR680781_1"]
    assert namen(document, BepalingSoort.PARAGRAAF) == ["par:A", "par:B", "par:C"]
    assert namen(document, BepalingSoort.ARTIKEL) == [f"hfst:{n}:artikel" for n in range(1, 7)]
    assert len(document.redactielinks) == 3
    assert dict(document.kenmerken)["creator"] == "Someren"
