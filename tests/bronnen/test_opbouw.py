"""From the shared XML words to the tree of provisions, on invented regulations."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bronnen.bwb import BwbLezer
from ontologie.document import BepalingSoort, Document
from tests.bronnen.xmlbronnen import artikel, bepaling, controleer_plaatsen, lees, namen, toestand

Lees = Callable[..., Document]


@pytest.fixture
def lees_tekst(tmp_path: Path) -> Lees:
    def _lees(inhoud: str, **delen: str) -> Document:
        document = lees(tmp_path, BwbLezer(), toestand(inhoud, **delen))
        controleer_plaatsen(document)
        return document

    return _lees


LIJST = (
    "<lijst><li><li.nr>a.</li.nr><al>appels;</al></li><li><li.nr>b.</li.nr><al>noten:</al>"
    "<lijst><li><li.nr>1°.</li.nr><al>hazelnoten;</al></li><li><li.nr>2°.</li.nr><al>walnoten.</al></li></lijst></li></lijst>"
)


@pytest.mark.parametrize(
    ("inhoud", "verwacht"),
    [
        pytest.param(artikel("1", "<al>Tekst.</al>"), ["1"], id="artikel zonder leden"),
        pytest.param(
            artikel("1", f"<al>Het gaat om:</al>{LIJST}<al>en dat is het.</al>"),
            ["1", "1::a", "1::b", "1::b:1", "1::b:2"],
            id="lijst zonder lid",
        ),
        pytest.param(
            artikel("8a", f"<lid><lidnr>1.</lidnr>{LIJST}</lid><lid><lidnr>2</lidnr><al>Twee.</al></lid>"),
            ["8a", "8a:1", "8a:1:a", "8a:1:b", "8a:1:b:1", "8a:1:b:2", "8a:2"],
            id="leden met geneste lijst",
        ),
        pytest.param(
            artikel("1", '<lijst type="ongemarkeerd"><li><al>x</al></li><li><li.nr>–</li.nr><al>y</al></li></lijst>'),
            ["1", "1::1", "1::2"],
            id="ongenummerde onderdelen tellen op plaats",
        ),
        pytest.param(
            artikel("1", '<lijst><li nr="a)"><al>x</al></li></lijst>'), ["1", "1::a"], id="nummer als attribuut"
        ),
        pytest.param(
            artikel("1", "<lid><lidnr>8</lidnr><al>x</al></lid><lid><lidnr>8*</lidnr><al>y</al></lid>"),
            ["1", "1:8", "1:8*"],
            id="ster van de redactie",
        ),
        pytest.param(
            artikel("1", "<lid><lidnr>1</lidnr><al>x</al></lid><lid><lidnr>1</lidnr><al>y</al></lid>"),
            ["1", "1:1", "1:1~2"],
            id="lid dubbel",
        ),
        pytest.param("<enig-artikel><al>Alles.</al></enig-artikel>", ["artikel"], id="enig artikel"),
        pytest.param(
            "<boek><kop><label>Boek</label><nr>1</nr></kop><titeldeel><kop><label>Titel</label><nr>2</nr></kop>"
            "<afdeling><kop><label>Afdeling</label><nr>3</nr></kop><sub-paragraaf><kop><label>Subparagraaf</label>"
            f"<nr>4</nr></kop>{artikel('9.2.8', '<al>x</al>')}</sub-paragraaf></afdeling></titeldeel></boek>",
            ["boek:1", "titel:2", "afd:3", "subpar:4", "9.2.8"],
            id="alle niveaus",
        ),
        pytest.param(
            artikel(
                "1",
                "<table><title>Tarieven</title><tgroup><thead><row><entry><al>Kop</al></entry></row></thead>"
                "<tbody><row><entry>los</entry><entry/></row></tbody></tgroup></table>",
            ),
            [
                "1",
                "1:tabel:1",
                "1:tabel:1:rij:1",
                "1:tabel:1:rij:1:cel:1",
                "1:tabel:1:rij:2",
                "1:tabel:1:rij:2:cel:1",
                "1:tabel:1:rij:2:cel:2",
            ],
            id="tabel",
        ),
        pytest.param(
            "<wijzig-artikel><kop><label>Artikel</label><nr>IX</nr></kop><wat>De Proefwet wordt gewijzigd:</wat>"
            "<wijziging><nr>A</nr><wat>Ingevoegd wordt:</wat>"
            f"{artikel('5', '<al>Nieuw.</al>')}</wijziging></wijzig-artikel>",
            ["IX", "IX::A", "IX::A:artikel:5"],
            id="wijzigingsartikel",
        ),
    ],
)
def test_boom(lees_tekst: Lees, inhoud: str, verwacht: list[str]) -> None:
    assert namen(lees_tekst(inhoud)) == verwacht


def test_delen_rond_de_tekst(lees_tekst: Lees) -> None:
    document = lees_tekst(
        artikel("1", "<al>Midden.</al>"),
        voor="<aanhef><wij>Wij, de proefnemers:</wij><considerans><considerans.al>Alzo wij willen;</considerans.al>"
        "</considerans></aanhef>",
        na="<wetsluiting><slotformulering><al>Lasten en bevelen.</al></slotformulering></wetsluiting>"
        f"<bijlage><kop><label>Bijlage</label><nr>1</nr><titel>bij artikel 1</titel></kop>"
        f"{artikel('1', '<al>In de bijlage.</al>')}</bijlage>"
        "<bijlage><kop><label>Bijlage</label></kop><al>x</al></bijlage>",
    )
    assert namen(document) == ["aanhef", "1", "slot", "bijlage:1", "bijlage:1:artikel:1", "bijlage"]
    assert bepaling(document, "aanhef").eigen_tekst == "Wij, de proefnemers:\nAlzo wij willen;"
    assert bepaling(document, "bijlage:1").kop == "bij artikel 1"
    assert document.wortel.kop == document.titel == "Wet van 1 mei 2024 op het proefdraaien"


def test_tekst_na_een_lijst_staat_erachter(lees_tekst: Lees) -> None:
    document = lees_tekst(artikel("1", f"<al>Het gaat om:</al>{LIJST}<al>en dat is het.</al>"))
    soorten = [d.inhoud if not hasattr(d, "soort") else d.nummer for d in bepaling(document, "1").inhoud]
    assert soorten == ["Het gaat om:", "a", "b", "en dat is het."]


def test_een_zin_is_een_passage(lees_tekst: Lees) -> None:
    document = lees_tekst(
        artikel(
            "1",
            "<al>\n  De <nadruk>raad</nadruk> handelt als in <extref doc='d'>artikel 2\n  van de wet</extref>"
            "<onbekend>, of niet</onbekend>.</al><al/>",
        )
    )
    assert [t.tekst.inhoud for t in document.passages() if not t.kop] == [
        "De raad handelt als in artikel 2 van de wet, of niet."
    ]


def test_onbekend_element_verliest_geen_tekst(lees_tekst: Lees) -> None:
    document = lees_tekst(artikel("1", "<nieuwigheid><al>Een.</al>Twee.</nieuwigheid>los"))
    assert bepaling(document, "1").eigen_tekst == "Een.\nTwee.\nlos"


def test_lijst_midden_in_een_alinea(lees_tekst: Lees) -> None:
    document = lees_tekst(artikel("1", f"<al>Het gaat om: {LIJST} en dat is het.</al>"))
    assert bepaling(document, "1").eigen_tekst == "Het gaat om:\nen dat is het."
    assert bepaling(document, "1::b:2").eigen_tekst == "walnoten."


def test_labels_zijn_geen_lopende_tekst(lees_tekst: Lees) -> None:
    document = lees_tekst(artikel("8a", f"<lid><lidnr>1.</lidnr>{LIJST}</lid>", titel="Over fruit"))
    alles = " ".join(p.tekst.inhoud for p in document.passages())
    assert alles == "Wet van 1 mei 2024 op het proefdraaien Over fruit appels; noten: hazelnoten; walnoten."
    assert [bepaling(document, n).label for n in ("8a", "8a:1", "8a:1:b", "8a:1:b:1")] == [
        "Artikel 8a",
        "1.",
        "b.",
        "1°.",
    ]


def test_begrip_en_omschrijving_zijn_een_zin(lees_tekst: Lees) -> None:
    document = lees_tekst(
        artikel(
            "1",
            "<definitielijst><definitie-item><term>wet</term><definitie><al>Proefwet;</al></definitie></definitie-item>"
            "<definitie-item><li.nr>b.</li.nr><term>raad:</term>\n<definitie><al>proefraad.</al><al>Meer.</al>"
            "</definitie></definitie-item></definitielijst>",
        )
    )
    assert bepaling(document, "1::1").eigen_tekst == "wet: Proefwet;"
    assert bepaling(document, "1::b").eigen_tekst == "raad: proefraad.\nMeer."


def test_noot_onderbreekt_de_zin_niet(lees_tekst: Lees) -> None:
    document = lees_tekst(
        artikel("1", "<al>Een zin<noot><noot.nr>1)</noot.nr><noot.al>De noot.</noot.al></noot> loopt door.</al>")
    )
    assert bepaling(document, "1").eigen_tekst == "Een zin loopt door."
    assert bepaling(document, "1:voetnoot:1").eigen_tekst == "De noot."
    markering = document.voetnootmarkeringen[0]
    assert (markering.nummer, document.origineel[slice(*markering.span)]) == ("1", "1)")


def test_noot_in_een_opschrift(lees_tekst: Lees) -> None:
    document = lees_tekst(artikel("1", "<al>Tekst.</al>", titel="Kop<noot><noot.al>De noot.</noot.al></noot>"))
    assert bepaling(document, "1").kop == "Kop"
    assert bepaling(document, "1:voetnoot:1").eigen_tekst == "De noot."


def test_koppelingen_van_de_redactie(lees_tekst: Lees) -> None:
    document = lees_tekst(
        artikel(
            "1",
            "<al>Zie <intref doc='jci1.3:c:BWBR9000001&amp;artikel=2' bwb-id='BWBR9000001'>artikel <nadruk>2</nadruk>"
            "</intref> en <extref doc='32016R0679'> de AVG</extref>; <extref doc='x'/>.</al>",
            titel="Als in <intref doc='k'>artikel 3</intref>",
        )
    )
    assert [(k.soort, k.tekst, k.doel, k.bwb_id) for k in document.redactielinks] == [
        ("intref", "artikel 3", "k", ""),
        ("intref", "artikel 2", "jci1.3:c:BWBR9000001&artikel=2", "BWBR9000001"),
        ("extref", "de AVG", "32016R0679", ""),
    ]


@pytest.mark.parametrize(
    ("tekst", "vervallen", "in_werking"),
    [
        ("<redactie type='vervanging'>Vervallen</redactie>", True, True),
        ("[vervallen;]", True, True),
        ("[Vervallen per 01-01-2026]", True, True),
        ("Dit lid is vervallen.", True, True),
        ("Dit lid is nog niet in werking getreden.", False, False),
        ("De aanspraak is vervallen. Er is geen andere.", False, True),
        ("Het recht op uitkering is vervallen indien de termijn is verstreken", False, True),
        ("Een vervallen gebouw.", False, True),
    ],
)
def test_vervallen_en_nog_niet_in_werking(lees_tekst: Lees, tekst: str, vervallen: bool, in_werking: bool) -> None:
    document = lees_tekst(artikel("1", f"<lid><lidnr>1</lidnr><al>{tekst}</al></lid>"))
    lid = bepaling(document, "1:1")
    assert (lid.vervallen, lid.in_werking) == (vervallen, in_werking)


def test_status_van_een_artikel(lees_tekst: Lees) -> None:
    document = lees_tekst(
        artikel("1", "<al>x</al>", attributen='status="vervallen"')
        + artikel("2", "<lid><lidnr>1</lidnr><al>Later.</al></lid>", attributen='status="nogniet"')
        + artikel("3", "<al>x</al>", attributen='status="goed"')
    )
    assert [bepaling(document, n).vervallen for n in ("1", "2", "3")] == [True, False, False]
    assert [bepaling(document, n).in_werking for n in ("1", "2", "2:1", "3")] == [True, False, False, True]


def test_verwijzing_naar_een_noot_en_een_harde_regel(lees_tekst: Lees) -> None:
    document = lees_tekst(artikel("1", "<al>Een<br/>twee<nootref refid='n3'/> drie.</al>"))
    assert bepaling(document, "1").eigen_tekst == "Een twee drie."
    markering = document.voetnootmarkeringen[0]
    assert (markering.nummer, document.origineel[slice(*markering.span)]) == ("n3", "<nootref refid='n3'/>")


def test_inhoudsopgave_en_metadata_zijn_geen_tekst(lees_tekst: Lees) -> None:
    document = lees_tekst(
        artikel("1", "<al>x<indexterm>register</indexterm></al><meta-data><jcis>jci</jcis></meta-data>"),
        na="<officiele-inhoudsopgave><al>Artikel 1 … 3</al></officiele-inhoudsopgave>",
    )
    assert [p.tekst.inhoud for p in document.passages() if not p.kop] == ["x"]
    assert [w.reden for w in document.weggelaten] == ["trefwoord van een register", "inhoudsopgave"]
    assert document.origineel[slice(*document.weggelaten[0].span)] == "<indexterm>register</indexterm>"


def test_afbeelding_wordt_gemeld(lees_tekst: Lees) -> None:
    document = lees_tekst(artikel("1", "<al>Als volgt:</al><plaatje><illustratie naam='plan.png'/></plaatje>"))
    assert [(m.plaats, m.bericht) for m in document.meldingen] == [
        ("BWBR9000001:1", "afbeelding plan.png staat niet in de tekst")
    ]


def test_namen_onder_een_wet(lees_tekst: Lees) -> None:
    document = lees_tekst(
        "", na="<wetsluiting><naam><voornaam>A.</voornaam><achternaam>Proef</achternaam></naam></wetsluiting>"
    )
    assert bepaling(document, "slot").eigen_tekst == "A. Proef"


@pytest.mark.parametrize(
    ("kop", "nummer", "label", "opschrift"),
    [
        ("<label>1.Parkeren</label>", "1", "1.", "Parkeren"),
        ("<label/><nr>1.</nr><titel>Inleiding</titel>", "1", "1.", "Inleiding"),
        ("<label>Hoofdstuk 2</label><titel>Slot</titel>", "2", "Hoofdstuk 2", "Slot"),
        ("<titel>Hoofdstuk 2 Slot</titel>", "2", "Hoofdstuk 2", "Slot"),
        ("<titel>3. Slot</titel>", "3", "3.", "Slot"),
        ("<titel>2 of meer kinderen</titel>", "", "", "2 of meer kinderen"),
        ("<titel>Artikel 5 van de wet</titel>", "", "", "Artikel 5 van de wet"),
        ("<titel>Slot</titel><subtitel>en einde</subtitel>", "", "", "Slot en einde"),
        ("<label/><nr/><titel/>", "", "", ""),
        ("", "", "", ""),
    ],
)
def test_kop_in_een_of_meer_elementen(lees_tekst: Lees, kop: str, nummer: str, label: str, opschrift: str) -> None:
    document = lees_tekst(f"<hoofdstuk><kop>{kop}</kop><structuurtekst><al>x</al></structuurtekst></hoofdstuk>")
    hoofdstuk = next(b for b in document.bepalingen() if b.soort is BepalingSoort.HOOFDSTUK)
    assert (hoofdstuk.nummer, hoofdstuk.label, hoofdstuk.kop) == (nummer, label, opschrift)
    assert hoofdstuk.eigen_tekst == "x"


def test_diepe_nesting_zonder_recursie(lees_tekst: Lees) -> None:
    diep = "<lijst><li>" * 45 + "<al>onderaan</al>" + "</li></lijst>" * 45
    document = lees_tekst(artikel("1", diep))
    assert namen(document)[-1] == "1:" + ":1" * 45
