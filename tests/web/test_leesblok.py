"""Reading text: every character is kept, every reference is a link at exactly its words, every list is well nested."""

from __future__ import annotations

import re
from html import unescape
from xml.parsers.expat import ParserCreate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.antwoorden import Leesknoop, Stuk
from ontologie.document import BepalingSoort
from ontologie.identificatie import BepalingId, StapSoort, artikel_id
from ontologie.verwijzing import Status
from tests.web.voorbeelden import EXTERN, PADEN, knoop, plek, verwijzing
from web.leesblok import Leesplek, alinea_html, leesblok
from web.sjablonen import omgeving

HIER = Leesplek(PADEN, "lw", hier=frozenset({"lw:3", "lw:3:1"}))
A3, A4 = plek(artikel_id("lw", "3")), plek(artikel_id("lw", "4"))
KW = plek(BepalingId("kw"))


def _zonder_tags(html: str) -> str:
    # What is only for a screen reader stands apart from the words of the text.
    return unescape(re.sub(r"<[^>]*>", "", re.sub(r'<span class="vh">.*?</span>', "", html, flags=re.S)))


woorden = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30)
stukken = st.one_of(
    woorden.map(Stuk),
    st.builds(lambda t, s: verwijzing(t, s, A3), woorden, st.sampled_from(Status)),
    st.builds(lambda t, s: verwijzing(t, s, A3, A4), woorden, st.sampled_from(Status)),
    st.builds(lambda t, s: verwijzing(t, s), woorden, st.sampled_from(Status)),
)


@given(st.lists(stukken, max_size=8))
def test_every_character_of_a_paragraph_is_shown(alinea: list[Stuk]) -> None:
    assert _zonder_tags(alinea_html(tuple(alinea), HIER, "lw:9")) == "".join(s.tekst for s in alinea)


@pytest.mark.parametrize(
    ("stuk", "href"),
    [
        (verwijzing("x", Status.OPGELOST, A3), "#3"),  # on this page
        (verwijzing("x", Status.OPGELOST, A4), "/regels/bepaling/lw:4"),
        (verwijzing("x", Status.NIET_GECONTROLEERD, KW), "/regels/regeling/kw"),
        (verwijzing("x", Status.OPGELOST, EXTERN), "https://zoek.officielebekendmakingen.nl/stb-2025-1.html"),
        # More targets than one, or none: the row that tells all of them.
        (verwijzing("x", Status.OPGELOST, A3, A4), "/regels/bepaling/lw:9#v-1-10"),
        (verwijzing("x", Status.ONBEKENDE_REGELING), "/regels/bepaling/lw:9#v-1-10"),
        (verwijzing("x", Status.MEERDUIDIG, A3), "/regels/bepaling/lw:9#v-1-10"),
    ],
)
def test_where_a_reference_leads(stuk: Stuk, href: str) -> None:
    html = alinea_html((Stuk("voor "), stuk, Stuk(" na")), HIER, "lw:9")
    assert re.findall(r'href="([^"]*)"', html) == [href]
    assert html.startswith("voor <a ")
    assert html.endswith("</a> na")


def test_row_of_a_reference_on_the_same_page_is_near() -> None:
    hier = Leesplek(PADEN, "lw", rijen=frozenset({"v-1-10"}))
    assert 'href="#v-1-10"' in alinea_html((verwijzing("x", Status.OPGELOST, A3, A4),), hier, "lw:9")


def test_version_is_kept_within_the_work_only() -> None:
    oud = Leesplek(PADEN, "lw", "2020")
    html = alinea_html(
        (verwijzing("x", Status.OPGELOST, A4), verwijzing("y", Status.OPGELOST, KW, nummer=2)), oud, "lw:9"
    )
    assert re.findall(r'href="([^"]*)"', html) == ["/regels/bepaling/lw:4?versie=2020", "/regels/regeling/kw"]


@pytest.mark.parametrize("status", [s for s in Status if s is not Status.OPGELOST])
def test_uncertain_references_tell_their_status_and_reason(status: Status) -> None:
    html = alinea_html((verwijzing("artikel 3", status, A3),), HIER, "lw:9")
    assert f'class="v {status}"' in html
    assert 'data-r="De lamp is uit."' in html
    assert '<span class="vh">' in html


def test_pieces_of_one_reference_are_one_link() -> None:
    heel = verwijzing("artikel 3", Status.OPGELOST, A3)
    delen = (Stuk("artikel ", heel.verwijzing), Stuk("3", heel.verwijzing))
    assert alinea_html(delen, HIER, "lw:9") == '<a class="v" href="#3">artikel 3</a>'


SOORTEN = [s for s in BepalingSoort if s is not BepalingSoort.REGELING]


@st.composite
def teksten(draw: st.DrawFn) -> list[Leesknoop]:
    """Any tree of any kinds in reading order, with text that goes on after sub-provisions."""
    uit: list[Leesknoop] = []
    diepte = 0
    for n in range(draw(st.integers(0, 14))):
        diepte = draw(st.integers(1, diepte + 1))
        soort = draw(st.sampled_from(SOORTEN))
        id_ = artikel_id("lw", str(n))
        uit.append(knoop(id_, soort, diepte, f"{n}.", Stuk(f"tekst {n}")))
    for vorige in list(uit):
        if draw(st.booleans()):
            plaats = _einde(uit, uit.index(vorige))
            uit.insert(
                plaats,
                knoop(artikel_id("lw", vorige.nummer), vorige.soort, vorige.diepte, "", Stuk("slot"), vervolg=True),
            )
    return uit


def _einde(knopen: list[Leesknoop], n: int) -> int:
    einde = n + 1
    while einde < len(knopen) and (knopen[einde].diepte > knopen[n].diepte or knopen[einde].vervolg):
        einde += 1
    return einde


@given(teksten())
def test_lists_are_well_nested_whatever_the_tree(knopen: list[Leesknoop]) -> None:
    blok = leesblok(knopen, HIER)
    html = omgeving().from_string('{% import "delen.html" as d %}{{ d.leesblok(b) }}').render(b=blok)
    ParserCreate().Parse(f"<alles>{html}</alles>", True)
    getoond = re.findall(r"<p>(tekst \d+|slot)</p>", html)
    assert len(getoond) == len(knopen)


def test_deep_trees_need_no_recursion() -> None:
    id_ = artikel_id("lw", "1")
    knopen = []
    for n in range(5000):
        id_ = BepalingId("lw", (*artikel_id("lw", "1").stappen, *id_.stappen[-1:])).onder(StapSoort.ONDERDEEL, str(n))
        knopen.append(knoop(id_, BepalingSoort.ONDERDEEL, n + 1, f"{n}.", Stuk("x")))
    blok = leesblok(knopen, HIER)
    assert blok.slot.count("</ol>") == 5000


def test_heading_levels_follow_the_tree() -> None:
    rijen = [
        knoop(BepalingId("lw").onder(StapSoort.HOOFDSTUK, "1"), BepalingSoort.HOOFDSTUK, 1, "Hoofdstuk 1"),
        knoop(BepalingId("lw").onder(StapSoort.PARAGRAAF, "1"), BepalingSoort.PARAGRAAF, 2, "§ 1"),
        knoop(artikel_id("lw", "1"), BepalingSoort.ARTIKEL, 3, "Artikel 1"),
        knoop(artikel_id("lw", "1", "1"), BepalingSoort.LID, 4, "1.", Stuk("x")),
        knoop(artikel_id("lw", "2"), BepalingSoort.ARTIKEL, 3, "Artikel 2"),
        knoop(BepalingId("lw").onder(StapSoort.HOOFDSTUK, "2"), BepalingSoort.HOOFDSTUK, 1, "Hoofdstuk 2"),
        knoop(artikel_id("lw", "3"), BepalingSoort.ARTIKEL, 3, "Artikel 3"),
    ]
    assert [r.kopniveau for r in leesblok(rijen, HIER).regels] == [2, 3, 4, 0, 4, 2, 3]
