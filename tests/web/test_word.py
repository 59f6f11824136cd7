"""What the Word files of the invented documents say, and that another word processor shows them."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import docx
import pytest
from docx.document import Document
from starlette.testclient import TestClient

SOORTEN = {
    "implementeert": "/vraag/implementeert?bepaling=lw:2",
    "dekking": "/vraag/dekking?verordening=mlv&wet=lw",
    "wijzigingen": "/vraag/wijzigingen?van=2026-01-01&tot=2026-01-01&as=in-werking",
    "verschil": "/vraag/verschil?werk=lw&van=2024-05-01&tot=2026-01-01",
    "onopgelost": "/onopgelost",
    "bepaling": "/bepaling/lw:2",
    "regeling": "/regeling/mlv",
}


def _inhoud(klant: TestClient, pad: str) -> bytes:
    antwoord = klant.get(f"{pad}{'&' if '?' in pad else '?'}formaat=docx")
    assert antwoord.status_code == 200
    return antwoord.content


def _word(klant: TestClient, soort: str) -> Document:
    return docx.Document(io.BytesIO(_inhoud(klant, SOORTEN[soort])))


def _koppen(word: Document) -> list[str]:
    return [p.text for p in word.paragraphs if p.style is not None and (p.style.name or "").startswith("Heading")]


def _rijen(word: Document) -> list[list[str]]:
    return [[c.text for c in rij.cells] for tabel in word.tables for rij in tabel.rows]


def test_was_and_wordt_with_the_words_marked(klant: TestClient) -> None:
    word = _word(klant, "verschil")
    assert word.sections[0].page_width > word.sections[0].page_height  # type: ignore[operator]
    koppen, *rijen = _rijen(word)
    assert koppen == ["Bepaling", "Was", "Wordt"]
    [rij] = [r for r in word.tables[0].rows if "zes" in r.cells[1].text]
    per_stijl = {
        (r.style.name, r.text) for cel in rij.cells[1:] for p in cel.paragraphs for r in p.runs if r.style is not None
    }
    assert ("Verwijderd", "zes") in per_stijl
    assert ("Ingevoegd", "acht") in per_stijl
    assert all(len(r) == 3 for r in rijen)


def test_title_of_a_document_says_its_name_once(klant: TestClient) -> None:
    for soort in ("bepaling", "regeling"):
        titel, *_ = (p.text for p in _word(klant, soort).paragraphs)
        voor, _, na = titel.partition(": ")
        assert not na.startswith(voor)


def test_provision_with_everything_beside_it(klant: TestClient) -> None:
    word = _word(klant, "bepaling")
    koppen = _koppen(word)
    for begin in ("Tekst", "Wordt ingevuld door (", "Regelplicht (", "Hier wordt naar verwezen (", "Verwijst naar (",
                  "Wijzigingen (1)", "Aanhalen"):  # fmt: skip
        assert [k for k in koppen if k.startswith(begin)], begin
    lopend = [p.text for p in word.paragraphs]
    assert "1\tDe gemeenteraad stelt bij verordening regels over lantaarns, waaronder regels over:" in lopend
    assert "a.\thet uur van ontsteken;" in lopend
    cellen = {c for rij in _rijen(word) for c in rij}
    assert "art. 2 Lantaarnwet" in cellen
    assert any("geen" in c or "doel ontbreekt" in c for c in cellen)
    assert any("Brief over lantaarns" in k for k in koppen)


def test_coverage_names_duty_judgement_and_words(klant: TestClient) -> None:
    rijen = _rijen(_word(klant, "dekking"))
    assert rijen[0] == ["Opdracht in de wet", "Oordeel", "In de verordening"]
    [ontsteken] = [r for r in rijen if r[0].startswith("Artikel 2, eerste lid, onder a (")]
    assert ontsteken[1].startswith("gedekt\n")
    assert "Dit artikel is een uitwerking van" in ontsteken[2]


def test_whole_document_keeps_its_headings_and_numbers(klant: TestClient) -> None:
    word = _word(klant, "regeling")
    koppen = _koppen(word)
    assert "Hoofdstuk 1. Algemeen" in koppen or "Hoofdstuk 1 Algemeen" in koppen
    assert any(k.startswith("Artikel 3") and k.endswith("Brandduur") for k in koppen)


@pytest.mark.parametrize("soort", SOORTEN)
def test_file_is_the_same_each_time(klant: TestClient, soort: str) -> None:
    assert _inhoud(klant, SOORTEN[soort]) == _inhoud(klant, SOORTEN[soort])


def test_every_kind_opens_in_another_word_processor(klant: TestClient, tmp_path: Path) -> None:
    soffice = shutil.which("soffice")
    if not soffice or not shutil.which("pdftotext"):
        pytest.skip("LibreOffice (soffice) of pdftotext ontbreekt: Word-bestanden worden niet als pagina's bekeken")
    for soort, pad in SOORTEN.items():
        (tmp_path / f"{soort}.docx").write_bytes(_inhoud(klant, pad))
    profiel = f"-env:UserInstallation={(tmp_path / 'profiel').as_uri()}"
    bestanden = [str(tmp_path / f"{soort}.docx") for soort in SOORTEN]
    subprocess.run(
        [soffice, profiel, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *bestanden],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    for soort in SOORTEN:
        pdf = tmp_path / f"{soort}.pdf"
        tekst = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True).stdout.decode()
        bladen = [b for b in tekst.split("\f") if b.strip()]
        word = _word(klant, soort)
        assert word.paragraphs[0].text[:30] in " ".join(bladen[0].split())
        for n, blad in enumerate(bladen, 1):
            assert f"Pagina {n} van {len(bladen)}" in blad
            assert "Geladen bronnen tot en met" in blad
