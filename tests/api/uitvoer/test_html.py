"""A document as HTML: everything escaped, headings in order, no style but its own."""

from __future__ import annotations

import base64
import hashlib
import re

import pytest

from api.uitvoer import Kolom, Kop, Loop, Loopstijl, Tabel, Uitvoerdocument, alinea, blokken_html, cel, naar_html
from api.uitvoer.html import csp
from tests.api.uitvoer.voorbeeld import DOCUMENT


def test_document_says_everything_in_order() -> None:
    html = naar_html(DOCUMENT)
    assert html.startswith('<!doctype html>\n<html lang="nl">')
    assert re.findall(r"<h(\d)>([^<]*)</h\d>", html) == [
        ("1", "Fietsen &amp; stallen"),
        ("2", "Wat verandert"),
        ("4", "Artikel 2"),
        ("3", "Bijlage"),
    ]
    assert "<del>groen</del><ins>blauw</ins>" in html
    assert 'href="https://voorbeeld.test/a?b=1&amp;c=2" rel="external noreferrer"' in html
    assert html.count("<tr>") == 61
    assert '<th scope="col">Wordt</th>' in html
    assert html.index("Concept") < html.index("Wat verandert") < html.index("Bijlage")


def test_policy_allows_the_style_that_is_in_it_and_nothing_else() -> None:
    html = naar_html(DOCUMENT)
    [stijl] = re.findall(r"<style>(.*?)</style>", html, re.S)
    merk = base64.b64encode(hashlib.sha256(stijl.encode()).digest()).decode()
    assert f"style-src 'sha256-{merk}'" in csp()
    assert "unsafe" not in csp()
    assert " style=" not in html
    assert "<script" not in html


KWAAD = "</td><script>alert(1)</script>\"'&\x00"


def test_hostile_text_stays_text() -> None:
    document = Uitvoerdocument(
        KWAAD,
        (
            Kop(KWAAD),
            alinea(Loop(KWAAD, Loopstijl.VET)),
            Tabel((Kolom(KWAAD),), ((cel(KWAAD),),), KWAAD),
        ),
        KWAAD,
        KWAAD,
        KWAAD,
    )
    html = naar_html(document)
    assert "<script" not in html
    assert "\x00" not in html
    assert html.count("&lt;script&gt;alert(1)") == 10


@pytest.mark.parametrize("adres", ["javascript:alert(1)", "//elders.test/", "data:text/html,x", "https:", 'x" on="y'])
def test_no_address_that_runs_or_leaves_unseen(adres: str) -> None:
    assert blokken_html([alinea(Loop("woord", href=adres))]) == "<p>woord</p>"


def test_blocks_alone_take_the_level_of_their_page() -> None:
    assert blokken_html([Kop("a", 1), Kop("b", 6)], niveau=3) == "<h3>a</h3>\n<h6>b</h6>"
