"""The was-wordt table and the draft decision as documents: what is in them, and how their pages look."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from api.eigen.besluit import besluit_document, titel_van
from api.eigen.bronregels import bronnen_van, iri_adres
from api.eigen.herstellen import lees_ontwerp, schrijf
from api.eigen.waswordt import kanten, waswordt
from api.uitvoer import Loopstijl, Tabel, Uitvoerdocument, naar_html
from api.uitvoer.docx import naar_docx
from graph.herstel.maken import maak_herstel
from ontologie.herstel import Grondslag, Herkomst, Herstelgrond, Ontwerpbesluit
from ontologie.identificatie import artikel_id
from tests.api.uitvoer.test_docx import als_tekst
from tests.graph.herstel.test_voorstel import DEFINITIE, _gegevens
from tests.graph.herstel.verordeningen import artikel, lid

BRON = "Geladen bronnen tot en met 1 januari 2026."


def ontwerp(inwerkingtreding: date | None = None) -> Ontwerpbesluit:
    grond = Grondslag(artikel_id("stw", "7"), True, "Stallingswet, artikel 7 bestaat op 2026-01-01 (zeker).")
    herstel = maak_herstel(_gegevens({DEFINITIE: Herstelgrond.MODEL}), date(2026, 1, 1), None, [grond])
    return Ontwerpbesluit("Nergenshuizen", herstel, ("artikel 7 van de Stallingswet",), inwerkingtreding)


def woorden(document: Uitvoerdocument) -> str:
    return naar_html(document)


def test_de_tabel_heeft_vier_kolommen_en_merkt_wat_verandert() -> None:
    document = waswordt(ontwerp(), iri_adres(""), BRON)
    (tabel,) = (b for b in document.blokken if isinstance(b, Tabel))
    assert document.liggend
    assert [k.kop for k in tabel.kolommen] == ["Artikel", "Was", "Wordt", "Reden en bron"]
    assert [rij[0][0].tekst for rij in tabel.rijen] == ["Artikel 1", "Artikel 4", "Artikel 4a"]
    wordt = [loop for a in tabel.rijen[0][2] for loop in a.lopen if loop.stijl is Loopstijl.INGEVOEGD]
    assert [loop.tekst for loop in wordt] == ["of een bewaarkelder"]
    assert all(rij[3] for rij in tabel.rijen), "elke regel heeft een reden"


def test_ongewijzigde_leden_staan_er_verkort_en_een_ander_nummer_is_gemerkt() -> None:
    lang = "Dit lid verandert niet en is zo lang dat het niet nog eens hoeft te worden afgedrukt. " * 3
    was = artikel("1", "Een", lid("1", lang), lid("2", "Twee."), lid("3", "Drie is lang genoeg."))
    wordt = artikel("1", "Een", lid("1", lang), lid("2", "Drie is lang genoeg."))
    links, rechts = kanten(was, wordt)
    assert [a.tekst for a in links] == ["Artikel 1 Een", "(…)", "2. Twee.", "3. Drie is lang genoeg."]
    assert [a.tekst for a in rechts] == ["Artikel 1 Een", "(…)", "2. Drie is lang genoeg."]
    assert rechts[-1].lopen[0].stijl is Loopstijl.INGEVOEGD
    assert rechts[-1].lopen[1].stijl is Loopstijl.GEWOON


def test_het_besluit_heeft_alles_wat_een_besluit_heeft() -> None:
    html = woorden(besluit_document(ontwerp(date(2027, 1, 1)), iri_adres(""), BRON))
    for stuk in (
        "Verordening tot wijziging van de Stallingsverordening Nergenshuizen",
        "CONCEPT",
        "De raad van de gemeente Nergenshuizen;",
        "gelet op artikel 7 van de Stallingswet;",
        "besluit vast te stellen de volgende verordening:",
        "De Stallingsverordening Nergenshuizen wordt als volgt gewijzigd:",
        "Na artikel 4 wordt een artikel ingevoegd, luidende:",
        "Deze verordening treedt in werking met ingang van 1 januari 2027.",
        "Aldus vastgesteld in de openbare vergadering van de raad van de gemeente Nergenshuizen van [datum].",
        "Onderdeel A (artikel 1)",
        "De brief noemt dit.",
        "Open punten",
    ):
        assert stuk in html, stuk
    assert "Artikel III" not in html, "er vervalt niets, dus is er geen overgangsrecht"
    assert "de dag na de datum van bekendmaking" in woorden(besluit_document(ontwerp(), iri_adres("")))


def test_een_ontwerp_gaat_heel_van_het_ene_proces_naar_het_andere() -> None:
    besluit = ontwerp()
    assert lees_ontwerp(schrijf(besluit)) == besluit


def test_bronnen_leiden_naar_de_site_die_ze_toont() -> None:
    adres = iri_adres("https://voorbeeld.nl/")
    assert adres("https://w3id.org/regelgraaf/id/mrv/artikel/1") == "https://voorbeeld.nl/id/mrv/artikel/1"
    assert adres("https://elders.nl/x") == ""
    assert iri_adres("")("https://w3id.org/regelgraaf/id/mrv") == ""


@pytest.mark.parametrize("wat", ["waswordt", "besluit"])
def test_een_ander_tekstprogramma_toont_het_als_bladzijden(wat: str, tmp_path: Path) -> None:
    if not (soffice := shutil.which("soffice")) or not shutil.which("pdftotext"):
        pytest.skip("LibreOffice (soffice) of pdftotext ontbreekt: Word-bestanden worden niet als pagina's bekeken")
    besluit = ontwerp()
    maak = {"waswordt": waswordt, "besluit": besluit_document}[wat]
    pad = tmp_path / f"{wat}.docx"
    pad.write_bytes(naar_docx(maak(besluit, iri_adres(""), BRON)))
    paginas = [p for p in als_tekst(soffice, pad).split("\f") if p.strip()]
    for nummer, tekst in enumerate(paginas, 1):
        assert "CONCEPT" in tekst
        assert f"Pagina {nummer} van {len(paginas)}" in tekst
        assert BRON in tekst
    geheel = " ".join(" ".join(paginas).split())
    if wat == "besluit":
        assert titel_van(besluit) in geheel
        assert "onder verlettering van onderdeel b tot onderdeel c" in geheel
    else:
        assert all(k in paginas[0] for k in ("Artikel", "Was", "Wordt", "Reden en bron"))
        # In landscape the four columns stand beside each other on one line.
        assert any(all(k in r for k in ("Artikel", "Was", "Wordt", "Reden en bron")) for r in paginas[0].split("\n"))


def test_de_woorden_van_een_bron_staan_er_eens_bij_elkaar() -> None:
    brief = Herkomst("Brief", "Twee artikelen komen erbij.", "")
    getoond: set[Herkomst] = set()
    regels = [
        "".join(loop.tekst for loop in a.lopen) for _ in range(2) for a in bronnen_van([brief], iri_adres(""), getoond)
    ]
    assert regels == ["Bron: Brief: «Twee artikelen komen erbij.»", "Bron: Brief"]
