"""A Word file says what the document says, in Word's own terms, and is the same file each time."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from api.uitvoer import Kolom, Kop, Loop, Loopstijl, Opsomming, Punt, Tabel, Uitvoerdocument, alinea, cel
from api.uitvoer.docx import naar_docx
from tests.api.uitvoer.voorbeeld import ADRES, DOCUMENT


def open_weer(document: Uitvoerdocument) -> Document:
    return docx.Document(io.BytesIO(naar_docx(document)))


@pytest.fixture(scope="module")
def word() -> Document:
    return open_weer(DOCUMENT)


def test_paragraphs_come_back_with_the_styles_that_word_knows(word: Document) -> None:
    gevonden = [(p.style.name if p.style else "", p.text) for p in word.paragraphs]
    assert gevonden == [
        ("Title", "Fietsen & stallen"),
        ("Subtitle", "Wat er verandert"),
        ("Merk", "Concept"),
        ("Herkomst", "Geladen bronnen tot en met 1 december 2025"),
        ("Heading 1", "Wat verandert"),
        ("Heading 3", "Artikel 2"),
        ("Normal", "Een fiets is groenblauw, zie de wet altijd en overal"),
        ("Normal", "Een stap naar rechts"),
        ("Punt", "a.\tde bel"),
        ("Punt", "1°.\tvan koper"),
        ("Punt", "2°.\tvan blik"),
        ("Punt", "b.\tde lamp"),
        ("Punt", "die brandt"),
        ("List Bullet", "los punt"),
        ("List Bullet", "nog een"),
        ("Caption", "Was en wordt"),
        ("Na tabel", ""),
        ("Opmerking", "Zomaar een noot."),
        ("Let op", "Dit mag niemand missen."),
        ("Na tabel", ""),
        ("Heading 2", "Bijlage"),
    ]


def test_table_repeats_its_headings_and_keeps_its_widths(word: Document) -> None:
    [tabel] = word.tables
    assert [c.text for c in tabel.rows[0].cells] == ["Was", "Wordt", "Nr."]
    assert [c.text for c in tabel.rows[60].cells] == ["oud 59", "nieuw 59\ntweede", "59"]
    assert len(tabel.rows) == 61
    koppen = [r for r in tabel.rows if r._tr.trPr is not None and r._tr.trPr.find(qn("w:tblHeader")) is not None]
    assert [r.cells[0].text for r in koppen] == ["Was"]
    breedtes = [k.width or 0 for k in tabel.columns]
    assert breedtes[0] == breedtes[1]
    assert breedtes[0] == pytest.approx(4 * breedtes[2], rel=0.01)
    deel = word.sections[0]
    assert sum(breedtes) == pytest.approx(
        (deel.page_width or 0) - (deel.left_margin or 0) - (deel.right_margin or 0), rel=0.01
    )


def test_words_put_in_and_struck_out_differ_without_colour(word: Document) -> None:
    looks = {r.text: r.style for p in word.paragraphs for r in p.runs}
    assert looks["blauw"].name == "Ingevoegd"
    assert looks["blauw"].font.underline
    assert looks["groen"].name == "Verwijderd"
    assert looks["groen"].font.strike
    assert looks["blauw"].font.color.rgb != looks["groen"].font.color.rgb


def test_hyperlink_leads_to_its_address(word: Document) -> None:
    assert [(h.text, h.url) for p in word.paragraphs for h in p.hyperlinks] == [("de wet", ADRES)]


def test_paper_language_and_page_numbers(word: Document) -> None:
    deel = word.sections[0]
    assert (deel.page_width or 0) > (deel.page_height or 0)
    assert {taal.get(qn("w:val")) for taal in word.styles.element.iter(qn("w:lang"))} == {"nl-NL"}
    assert word.core_properties.title == DOCUMENT.titel
    for voet in (deel.footer, deel.first_page_footer):
        velden = [v.get(qn("w:instr")) for v in voet.paragraphs[0]._p.iter(qn("w:fldSimple"))]
        assert velden == [" PAGE ", " NUMPAGES "]
        assert voet.paragraphs[0].text.startswith(DOCUMENT.bron)
    assert deel.header.paragraphs[0].text == "Fietsen & stallen – Concept"


def test_equal_documents_are_equal_bytes() -> None:
    assert naar_docx(DOCUMENT) == naar_docx(DOCUMENT)
    with zipfile.ZipFile(io.BytesIO(naar_docx(DOCUMENT))) as bestand:
        assert {i.date_time for i in bestand.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"dcterms:created" not in bestand.read("docProps/core.xml")


@pytest.mark.parametrize(
    ("tekst", "terug"),
    [
        ("<w:t>&amp;</w:t>", "<w:t>&amp;</w:t>"),
        ("nul\x00bel\x07 ", "nulbel "),
        ("half\ud800 teken\ufffe", "half teken"),
        ("regel\r\neen\rtwee", "regel\neen\ntwee"),
        ("kolom\teen", "kolom\teen"),
        ("  ruimte  ", "  ruimte  "),
        ("]]> \U0001f6b2 e\u0301", "]]> \U0001f6b2 e\u0301"),
        ("", ""),
    ],
)
def test_hostile_text_stays_text(tekst: str, terug: str) -> None:
    alles = Uitvoerdocument(
        tekst,
        (Kop(tekst), alinea(Loop(tekst, Loopstijl.INGEVOEGD)), Tabel((Kolom(tekst),), ((cel(tekst),),), "x" + tekst)),
        bron=tekst,
        merk=tekst,
    )
    word = open_weer(alles)
    assert word.paragraphs[0].text == terug
    assert terug in [p.text for p in word.paragraphs if p.style and p.style.name == "Heading 1"]
    assert word.tables[0].cell(1, 0).text == terug
    assert word.core_properties.title == terug


@pytest.mark.parametrize(
    "adres", ["javascript:alert(1)", "file:///etc/passwd", "//elders.test", "https://", "x" * 3000]
)
def test_no_address_but_of_the_web(adres: str) -> None:
    word = open_weer(Uitvoerdocument("t", (alinea(Loop("woord", href=adres)),)))
    assert word.paragraphs[1].text == "woord"
    assert not word.paragraphs[1].hyperlinks


def test_many_links_to_one_address_share_it() -> None:
    word = open_weer(Uitvoerdocument("t", tuple(alinea(Loop(str(n), href=ADRES)) for n in range(50))))
    assert sum(r.is_external for r in word.part.rels.values()) == 1


def test_list_deeper_than_word_has_styles_for() -> None:
    punt = Punt(cel("diepst"))
    for n in range(12):
        punt = Punt(cel(str(n)), "", (punt,))
    word = open_weer(Uitvoerdocument("t", (Opsomming((punt,)),)))
    assert [p.style.name for p in word.paragraphs[1:5] if p.style] == [
        "List Bullet",
        "List Bullet 2",
        "List Bullet 3",
        "List Bullet 3",
    ]


@pytest.fixture(scope="module")
def bladzijden(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The words of the pages that LibreOffice makes of the file."""
    if not (soffice := shutil.which("soffice")) or not shutil.which("pdftotext"):
        pytest.skip("LibreOffice (soffice) of pdftotext ontbreekt: Word-bestanden worden niet als pagina's bekeken")
    werk = tmp_path_factory.mktemp("word")
    (werk / "proef.docx").write_bytes(naar_docx(DOCUMENT))
    return als_tekst(soffice, werk / "proef.docx")


def als_tekst(soffice: str, bestand: Path) -> str:
    profiel = f"-env:UserInstallation={(bestand.parent / 'profiel').as_uri()}"
    subprocess.run(
        [soffice, profiel, "--headless", "--convert-to", "pdf", "--outdir", str(bestand.parent), str(bestand)],
        check=True,
        capture_output=True,
        timeout=180,
    )
    uit = subprocess.run(
        ["pdftotext", "-layout", str(bestand.with_suffix(".pdf")), "-"], check=True, capture_output=True, timeout=60
    )
    return uit.stdout.decode()


def test_another_word_processor_shows_it(bladzijden: str) -> None:
    pagina = [p for p in bladzijden.split("\f") if p.strip()]
    assert len(pagina) >= 4
    for nummer, tekst in enumerate(pagina, 1):
        assert f"Pagina {nummer} van {len(pagina)}" in tekst
        assert DOCUMENT.bron in tekst
        assert ("Fietsen & stallen – Concept" in tekst) is (nummer > 1)
    met_rijen = [p for p in pagina if "oud " in p]
    assert len(met_rijen) >= 2
    assert all("Wordt" in p for p in met_rijen), "de rij met koppen komt op elke bladzijde terug"
    assert "Bijlage" in pagina[-1]
    assert "oud" not in pagina[-1]
