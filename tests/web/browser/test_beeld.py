"""The pictures as a browser draws them: words inside their boxes, and on paper as wide as the paper."""

from __future__ import annotations

import io

import pypdf
import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

#: The boxes of which the words stick out, and the words that stick out of the picture.
_UITSTEKERS = """(svg) => {
    const uit = [], kader = svg.getBoundingClientRect();
    for (const deel of svg.querySelectorAll("a, g")) {
        const vak = deel.querySelector(":scope > rect")?.getBoundingClientRect();
        for (const t of deel.querySelectorAll(":scope > text")) {
            const r = t.getBoundingClientRect();
            if (vak && (r.left < vak.left || r.right > vak.right || r.top < vak.top - 1 || r.bottom > vak.bottom + 1))
                uit.push(t.textContent);
        }
    }
    for (const t of svg.querySelectorAll("text")) {
        const r = t.getBoundingClientRect();
        if (r.left < kader.left || r.right > kader.right || r.top < kader.top || r.bottom > kader.bottom)
            uit.push(t.textContent);
    }
    return uit;
}"""


@pytest.mark.parametrize(
    "pad",
    [
        "/beeld/bepaling/lw:2",
        "/beeld/bepaling/mlv:2",
        "/bepaling/lw:2",
        "/vraag/wijzigingen?van=2025-11-01&tot=2026-01-31",
    ],
)
def test_words_stay_inside_their_boxes_and_the_picture(pagina: Page, pad: str) -> None:
    pagina.goto(pad)
    beeld = pagina.locator("svg.beeld")
    assert beeld.locator("text").count() > 5
    assert beeld.evaluate(_UITSTEKERS) == []


def test_picture_is_as_wide_as_the_paper_at_most(pagina: Page) -> None:
    pagina.set_viewport_size({"width": 400, "height": 900})
    pagina.goto("/beeld/bepaling/lw:2")
    assert pagina.locator(".beeldvak").evaluate("(e) => e.scrollWidth > e.clientWidth")
    pagina.emulate_media(media="print")
    assert pagina.locator(".beeldvak").evaluate("(e) => e.scrollWidth <= e.clientWidth")


@pytest.mark.parametrize("pad", ["/bepaling/lw:2", "/regeling/mlv", "/vraag/dekking?verordening=mlv&wet=lw"])
def test_printed_page_has_its_text_and_not_its_frame(pagina: Page, pad: str) -> None:
    pagina.goto(pad)
    kop = pagina.locator("h1").inner_text().split()[0]
    papier = pypdf.PdfReader(io.BytesIO(pagina.pdf(format="A4")))
    tekst = " ".join(" ".join(blad.extract_text() for blad in papier.pages).split())
    assert kop in tekst
    assert "Rechten ontleent u alleen aan de" in tekst
    for weg in ("Naar de inhoud", "Onopgelost", "Kopieer"):
        assert weg not in tekst
