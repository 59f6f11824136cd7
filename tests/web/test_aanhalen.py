"""Citations ready to copy: as jurists write them, and as links that read back as one link."""

from __future__ import annotations

import pytest

from graph.antwoorden import Identificaties
from ontologie.identificatie import artikel_id
from tests.ontologie.namen import NAMEN
from web.aanhalen import als_html, als_markdown, kenmerken

IDS = Identificaties(
    "https://w3id.org/regelgraaf/id/BWBR0000001/artikel/2/lid/1",
    "https://w3id.org/regelgraaf/id/BWBR0000001/2026-01-01/artikel/2/lid/1",
    "jci1.3:c:BWBR0000001&artikel=2&lid=1",
    "wm:2:1",
    "artikel 2, eerste lid, van de Wet maanlicht",
)


@pytest.mark.parametrize(
    ("woorden", "adres", "markdown"),
    [
        ("art. 2 lid 1 Wet maanlicht", "https://a.test/x&y=1", "[art. 2 lid 1 Wet maanlicht](https://a.test/x&y=1)"),
        ("art. 2 Verordening [naam]_x*", "https://a.test/", r"[art. 2 Verordening \[naam\]\_x\*](https://a.test/)"),
        ("a`b<i>\\", "https://a.test/(x) y", r"[a\`b\<i\>\\](https://a.test/%28x%29%20y)"),
    ],
)
def test_markdown_is_one_link_whatever_the_words(woorden: str, adres: str, markdown: str) -> None:
    assert als_markdown(woorden, adres) == markdown


def test_html_is_escaped() -> None:
    assert als_html('a <b> & "c"', 'https://a.test/?x="1"&y') == (
        '<a href="https://a.test/?x=&quot;1&quot;&amp;y">a &lt;b&gt; &amp; &quot;c&quot;</a>'
    )


def test_spellings_in_the_order_of_need() -> None:
    gevonden = kenmerken(IDS, artikel_id("wm", "2", "1"), NAMEN, "2026-01-01")
    adres = "https://wetten.overheid.nl/jci1.3:c:BWBR0000001&artikel=2&lid=1&g=2026-01-01"
    assert [(k.naam, k.waarde) for k in gevonden if not k.meer] == [
        ("Aanhaling", "art. 2 lid 1 Wet maanlicht"),
        ("Korte notatie", "wm:2:1"),
        ("JCI", "jci1.3:c:BWBR0000001&artikel=2&lid=1"),
    ]
    meer = {k.naam: k.waarde for k in gevonden if k.meer}
    assert list(meer) == ["Aanhaling voluit", "Markdown", "HTML", "IRI", "IRI van deze versie"]
    assert meer["Markdown"] == f"[art. 2 lid 1 Wet maanlicht]({adres})"
    assert meer["HTML"] == f'<a href="{adres.replace("&", "&amp;")}">art. 2 lid 1 Wet maanlicht</a>'


def test_without_official_address_the_link_is_that_of_the_version() -> None:
    zonder = Identificaties(IDS.iri, IDS.versie_iri, "", IDS.kort, IDS.citaat)
    meer = {k.naam: k.waarde for k in kenmerken(zonder, artikel_id("wm", "2", "1"), NAMEN)}
    assert "JCI" not in meer
    assert meer["Markdown"].endswith(f"({IDS.versie_iri})")
