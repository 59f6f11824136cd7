"""Duties to regulate in a law, and how far an ordinance answers them."""

from __future__ import annotations

from pathlib import Path

import pytest

from bronnen.lezen import lees_document
from bronnen.lezers import LEZERS
from bronnen.register import laad_register
from graph.boom import Bomen
from graph.relaties import Bibliotheek, Boek, Documentwoorden, beoordeel, leid_af, vind_regelplichten
from graph.verwijzing import Herkenner
from ontologie.document import Document, DocumentSoort
from ontologie.identificatie import parse_kort
from ontologie.relatie import Dekkingsrij, Modaliteit, Oordeel, Regelplicht, Regelvorm
from tests.graph.fietsrecht import ARTIKELEN, REGISTER, afleiding, verordening, verwijzingen, wet
from tests.graph.regelingen import Schrijver


def plichten_in(zin: str, *items: str) -> tuple[Regelplicht, ...]:
    """The duties in a law of one article with that sentence, and items below it."""
    s = Schrijver("w", soort=DocumentSoort.WET)
    tekst = s.tekst(zin)
    onder = [
        s.bepaling(f"artikel/1/onderdeel/{letter}", f"{letter}.", "", s.tekst(item))
        for letter, item in zip("abcdefgh", items, strict=False)
    ]
    return vind_regelplichten(Boek(s.document("Wet", [s.bepaling("artikel/1", "Artikel 1", "Regels", tekst, *onder)])))


@pytest.mark.parametrize(
    ("zin", "modaliteit", "vorm", "adressaat"),
    [
        ("De gemeenteraad stelt bij verordening regels over honden.", "moet", "verordening", "de gemeenteraad"),
        ("De raad stelt bij verordening vast wat een hond is.", "moet", "verordening", "de raad"),
        ("De gemeenteraad kan bij verordening nadere regels stellen.", "mag", "verordening", "de gemeenteraad"),
        ("Jaarlijks stelt de gemeenteraad bij verordening het bedrag vast.", "moet", "verordening", "de gemeenteraad"),
        ("Bij verordening stelt de gemeenteraad regels.", "moet", "verordening", "de gemeenteraad"),
        ("Bij gemeentelijke verordening kunnen regels worden gesteld.", "mag", "verordening", ""),
        ("Over honden worden bij verordening regels gesteld.", "moet", "verordening", ""),
        ("Provinciale staten stellen bij verordening regels over wegen.", "moet", "verordening", "provinciale staten"),
        ("Provinciale staten kunnen bij verordening wegen aanwijzen.", "mag", "verordening", "provinciale staten"),
        (
            "Het algemeen bestuur van het waterschap stelt bij verordening een legger vast.",
            "moet",
            "verordening",
            "het algemeen bestuur van het waterschap",
        ),
        ("De heffing bedraagt een bij verordening vast te stellen bedrag.", "moet", "verordening", ""),
        ("Dit geldt in bij verordening aan te wijzen gebieden.", "mag", "verordening", ""),
        ("Bij algemene maatregel van bestuur worden regels gesteld.", "moet", "algemene maatregel van bestuur", ""),
        ("Bij of krachtens algemene maatregel van bestuur kan dat.", "mag", "algemene maatregel van bestuur", ""),
        ("Het kan bij algemene maatregel van bestuur worden gewijzigd.", "mag", "algemene maatregel van bestuur", ""),
        ("Bij ministeriële regeling kan het aantal worden bepaald.", "mag", "ministeriële regeling", ""),
        ("Onze Minister stelt nadere regels over de aanvraag.", "moet", "ministeriële regeling", "Onze Minister"),
    ],
)  # fmt: skip
def test_een_plicht_of_bevoegdheid_aan_haar_woorden(zin: str, modaliteit: str, vorm: str, adressaat: str) -> None:
    (plicht,) = plichten_in(zin)
    assert (plicht.modaliteit, plicht.vorm, plicht.adressaat) == (modaliteit, vorm, adressaat)
    assert str(plicht.plicht_in) == "w:1"


@pytest.mark.parametrize(
    "zin",
    [
        "Het college verlaagt de uitkering overeenkomstig de verordening, bedoeld in artikel 8.",
        "Gegevens worden verwerkt volgens de Algemene verordening gegevensbescherming.",
        "De Commissie stelt bij verordening (EU) 2016/679 regels.",
        "De regels die bij verordening zijn vastgesteld, blijven gelden.",
        "Gegevens kunnen worden verkregen uit bij ministeriële regeling aan te wijzen bestanden.",
        "Binnen een jaar stelt de gemeenteraad bij verordening regels vast als bedoeld in artikel 8.",
        "De gemeenteraad neemt een besluit.",
    ],
)
def test_geen_plicht(zin: str) -> None:
    assert plichten_in(zin) == ()


def test_elk_onderdeel_is_een_eigen_plicht() -> None:
    boven, a, b = plichten_in("De gemeenteraad stelt bij verordening regels over:", "honden;", "katten.")
    assert [str(p.plicht_in) for p in (boven, a, b)] == ["w:1", "w:1::a", "w:1::b"]
    assert [p.blad for p in (boven, a, b)] == [False, True, True]
    assert a.opdracht_in == boven.plicht_in
    assert {p.modaliteit for p in (boven, a, b)} == {Modaliteit.MOET}


def test_regels_over_de_inhoud_horen_bij_de_plicht() -> None:
    plichten = {str(p.plicht_in): p for p in vind_regelplichten(Boek(wet()))}
    verordening_ = {n: p for n, p in plichten.items() if p.vorm is Regelvorm.VERORDENING}
    assert list(verordening_) == [
        "rijwiel:5:1", "rijwiel:5:1:a", "rijwiel:5:1:b", "rijwiel:5:1:c", "rijwiel:5:2", "rijwiel:5:2:a",
        "rijwiel:5:2:b", "rijwiel:5:2:b:1", "rijwiel:5:2:b:2", "rijwiel:6:1", "rijwiel:7",
    ]  # fmt: skip
    assert plichten["rijwiel:5:2:b:1"].hoort_bij == parse_kort("rijwiel:5:1")
    assert plichten["rijwiel:5:2:b:1"].adressaat == "de gemeenteraad"
    assert plichten["rijwiel:6:1"].modaliteit is Modaliteit.MAG
    assert plichten["rijwiel:6:2"].vorm is Regelvorm.AMVB


def test_de_woorden_van_een_plicht_staan_waar_zij_zegt() -> None:
    document = wet()
    for plicht in vind_regelplichten(Boek(document)):
        woorden = document.origineel[plicht.opdracht.begin : plicht.opdracht.eind].lower()
        assert "verordening" in woorden or "regels" in woorden or "maatregel" in woorden
        assert plicht.onderwerp is None or document.origineel[plicht.onderwerp.begin : plicht.onderwerp.eind].strip()


# --- coverage -----------------------------------------------------------------------------------------------------


def dekking(toelichting: str) -> dict[str, Dekkingsrij]:
    document = verordening(toelichting)
    bibliotheek = Bibliotheek.van([wet(), document], REGISTER)
    plichten = vind_regelplichten(Boek(wet()), verwijzingen(wet()))
    rijen = beoordeel(afleiding(toelichting).relaties, plichten, Documentwoorden(document, bibliotheek))
    return {str(r.plicht.plicht_in): r for r in rijen}


def _zin(artikel: str, wetsplaats: str) -> str:
    return f"Artikel {artikel}\n\nDit artikel is een uitwerking van {wetsplaats}, van de Rijwielwet.\n\n"


def test_gedekt_door_een_uitdrukkelijke_relatie_met_juist_die_plicht() -> None:
    rij = dekking(_zin("2. Plaatsen", "artikel 5, eerste lid, onder a"))["rijwiel:5:1:a"]
    assert (rij.oordeel, [str(r.van) for r in rij.door]) == (Oordeel.GEDEKT, ["stalling:2"])
    assert rij.binnen_grondslag


@pytest.mark.parametrize(("plicht", "basis"), [("5:1:b", "5:1:b"), ("5:2:a", "5:2"), ("5:2:b:2", "5:2")])
def test_zonder_toelichting_is_wat_de_aanhef_noemt_niet_te_zeggen(plicht: str, basis: str) -> None:
    rij = dekking("")[f"rijwiel:{plicht}"]
    assert rij.oordeel is Oordeel.TE_BEOORDELEN
    assert f"rijwiel:{basis} als grondslag" in rij.reden


def test_wat_de_aanhef_overslaat_ontbreekt() -> None:
    rij = dekking("")["rijwiel:5:1:c"]
    assert rij.oordeel is Oordeel.ONTBREEKT
    assert "rijwiel:5:1:a" in rij.reden


def test_het_geheel_dekt_een_onderdeel_niet() -> None:
    rij = dekking(_zin("4. Eisen", "artikel 5, tweede lid, onder b"))["rijwiel:5:2:b:1"]
    assert rij.oordeel is Oordeel.TE_BEOORDELEN
    assert [str(r.naar) for r in rij.door] == ["rijwiel:5:2:b"]


def test_een_woord_van_de_opdracht_dat_nergens_voorkomt_vraagt_om_een_oordeel() -> None:
    rij = dekking(_zin("3. Vergoeding", "artikel 5, tweede lid, onder a"))["rijwiel:5:2:a"]
    assert rij.oordeel is Oordeel.TE_BEOORDELEN
    assert "ruimingsprotocol" in rij.reden
    assert "bewaartermijn" not in rij.reden  # article 3 has it


def test_ten_dele_ingevuld_is_deels() -> None:
    zin = "Dit artikel bevat mede een uitwerking van artikel 5, eerste lid, onder a, van de Rijwielwet."
    assert dekking(f"Artikel 2. Plaatsen\n\n{zin}")["rijwiel:5:1:a"].oordeel is Oordeel.DEELS


def test_een_verdeelde_plicht_telt_haar_onderdelen_op() -> None:
    zinnen = _zin("2. Plaatsen", "artikel 5, eerste lid, onder a"), _zin("3. Geld", "artikel 5, eerste lid, onder b")
    rijen = dekking("".join(zinnen))
    assert rijen["rijwiel:5:1"].oordeel is Oordeel.DEELS
    assert rijen["rijwiel:5:1"].reden == "Opgeteld over de onderdelen: 2 gedekt, 1 ontbreekt."


def test_alleen_facultatief_is_onder_voorbehoud() -> None:
    rij = dekking(_zin("5. Extra plaatsen", "artikel 6, eerste lid"))["rijwiel:6:1"]
    assert rij.oordeel is Oordeel.GEDEKT
    assert "facultatieve" in rij.voorbehoud
    assert not rij.binnen_grondslag


def test_een_bevoegdheid_die_niet_is_gebruikt_is_geen_gebrek() -> None:
    zonder = ARTIKELEN.replace("met toepassing van artikel 6, eerste lid, van de wet, ", "")
    document = verordening(artikelen=zonder)
    plichten = vind_regelplichten(Boek(wet()))
    woorden = Documentwoorden(document, Bibliotheek.van([wet(), document], REGISTER))
    rijen = {str(r.plicht.plicht_in): r for r in beoordeel(afleiding(artikelen=zonder).relaties, plichten, woorden)}
    assert rijen["rijwiel:6:1"].oordeel is Oordeel.ONTBREEKT
    assert "bevoegdheid" in rijen["rijwiel:6:1"].reden
    assert "bevoegdheid" not in rijen["rijwiel:7"].reden


# --- the real model and the real law ------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def model(echte_bronnen: Path) -> tuple[Document, Document, Bibliotheek, Herkenner]:
    register = laad_register()
    lees = (
        lees_document(echte_bronnen / naam, register, LEZERS)
        for naam in ("vng-model-reintegratieverordening-2025-12.txt", "bwb/BWBR0015703_2026-01-01_0.xml")
    )
    mrv, pw = lees
    return mrv, pw, Bibliotheek.van([mrv, pw], register), Herkenner(register, Bomen([mrv, pw]))


def test_artikel_8a_heeft_twaalf_onderdelen_en_zestien_met_de_kleinste(
    model: tuple[Document, Document, Bibliotheek, Herkenner],
) -> None:
    _, pw, _, herkenner = model
    plichten = vind_regelplichten(Boek(pw), herkenner.verwijzingen(pw).verwijzingen)
    van_8a = [p for p in plichten if str(p.plicht_in).startswith("pw:8a:")]
    assert len([p for p in van_8a if len(p.plicht_in.stappen) == 3]) == 12
    assert len([p for p in van_8a if p.blad]) == 16
    assert {(p.modaliteit, p.adressaat) for p in van_8a} == {(Modaliteit.MOET, "de gemeenteraad")}


def test_het_model_tegenover_artikel_8a(model: tuple[Document, Document, Bibliotheek, Herkenner]) -> None:
    mrv, pw, bibliotheek, herkenner = model
    uit = leid_af(mrv, herkenner.verwijzingen(mrv).verwijzingen, bibliotheek)
    plichten = vind_regelplichten(Boek(pw), herkenner.verwijzingen(pw).verwijzingen)
    rijen = beoordeel(uit.relaties, plichten, Documentwoorden(mrv, bibliotheek))
    oordelen = {str(r.plicht.plicht_in)[3:]: r.oordeel for r in rijen if r.plicht.blad and r.binnen_grondslag}
    niet_gedekt = {n: o for n, o in oordelen.items() if o is not Oordeel.GEDEKT}
    assert len(oordelen) == 18
    assert niet_gedekt == {
        "8a:1:b": Oordeel.ONTBREEKT,
        "8a:2:b": Oordeel.TE_BEOORDELEN,
        "8a:2:g:2": Oordeel.TE_BEOORDELEN,
    }


def test_de_vraag_van_de_kaart(model: tuple[Document, Document, Bibliotheek, Herkenner]) -> None:
    """What fills in article 8a, second lid, onder f."""
    mrv, _, bibliotheek, herkenner = model
    uit = leid_af(mrv, herkenner.verwijzingen(mrv).verwijzingen, bibliotheek)
    paren = {(str(r.van), str(r.naar)): (r.soort.value, r.sterkte.value) for r in uit.relaties}
    for van, naar in (("14l", "f:1"), ("14m", "f:2"), ("14n", "f:3"), ("14d", "f"), ("hfst:3A", "f")):
        assert paren[f"mrv:{van}", f"pw:8a:2:{naar}"] == ("invulling", "expliciet")
    for van in ("1::6", "14c"):
        assert paren[f"mrv:{van}", "pw:8a:2:f"] == ("invulling", "afgeleid")
    assert paren["mrv:14o", "pw:8a:2:f:3"] == ("uitgesloten", "expliciet")
    assert ("mrv:hfst:3A", "pw:8a:2:d") not in paren
    assert any("pw:8a:2:d" in b.bericht for b in uit.bevindingen)
