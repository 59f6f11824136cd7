"""The picture of a neighbourhood: nothing overlaps, is cut or stands outside, whatever stands around a provision."""

from __future__ import annotations

import itertools
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from web.beeld.buurt import Buur, Buurt, Lijn, Rest, Streek, Verband
from web.beeld.indeling import BINNEN, KANT, KLEIN, LETTER, VAK_BREED, Indeling, Vak, deel_in
from web.beeld.letters import breedte, breek, schoon
from web.beeld.stijl import los_bestand
from web.beeld.tekening import NAAM_VAN_LAAG, teken_buurt
from web.teksten import teksten

SVG = "{http://www.w3.org/2000/svg}"
T = teksten()["beeld"]
HOSTIEL = '</title><script>alert(1)</script>"\'&<a href="javascript:x">\x00\x0b\ud800\u202e'

woorden = st.text(max_size=80) | st.sampled_from(
    ["Artikel 8a, tweede lid, onder f, onder 1°", "W" * 200, "ééëñ 漢字 🏮 صفحة", HOSTIEL, "i" * 90]
)
verband = st.builds(Verband, st.sampled_from(Lijn), st.booleans(), st.integers(1, 2000))
verbanden = st.lists(verband, min_size=1, max_size=12, unique_by=lambda v: (v.lijn, v.uit)).map(tuple)
buur = st.builds(
    Buur,
    sleutel=st.just("x:1"),
    naam=woorden.filter(str.strip),
    onder=st.lists(woorden, max_size=2).map(tuple),
    titel=woorden,
    href=st.sampled_from(["/bepaling/x:1", "", "https://voorbeeld.invalid/?a=1&b=2"]),
    streek=st.sampled_from(Streek),
    verbanden=verbanden,
)
rest = st.builds(Rest, st.sampled_from(Streek), st.integers(2, 5000), st.just("/bepaling/x:1#verwezen-door"))
buurten = st.builds(
    Buurt,
    buur.map(lambda b: replace(b, verbanden=())),
    st.lists(buur, max_size=36).map(tuple),
    st.lists(rest, max_size=2, unique_by=lambda r: r.streek).map(tuple),
)


def _indeling(buurt: Buurt) -> Indeling:
    return deel_in(buurt, T["verband"], T["meer"])


def _raakt(a: Vak, b: Vak) -> bool:
    return a.x < b.rechts and b.x < a.rechts and a.y < b.onderkant and b.y < a.onderkant


@given(buurten)
@settings(deadline=None)
def test_no_two_boxes_overlap_and_all_stand_inside_their_layer(buurt: Buurt) -> None:
    i = _indeling(buurt)
    for a, b in itertools.combinations(i.vakken, 2):
        assert not _raakt(a, b)
    lagen = {laag.streek: laag for laag in i.lagen}
    for vak in i.vakken:
        laag = lagen[vak.buur.streek]
        assert vak.x >= 0
        assert vak.rechts <= i.breed
        assert laag.y <= vak.y
        assert vak.onderkant <= laag.y + laag.hoog <= i.hoog


@given(buurten)
@settings(deadline=None)
def test_layers_run_from_law_down_to_guidance(buurt: Buurt) -> None:
    lagen = _indeling(buurt).lagen
    assert [laag.streek for laag in lagen] == [s for s in Streek if s in {laag.streek for laag in lagen}]
    for boven, onder in itertools.pairwise(lagen):
        assert boven.y + boven.hoog <= onder.y


@given(buurten)
@settings(deadline=None)
def test_every_line_runs_from_the_middle_to_its_box_and_crosses_no_other_box_or_word(buurt: Buurt) -> None:
    i = _indeling(buurt)
    assert len(i.draden) == sum(len(b.verbanden) for b in buurt.buren)
    midden = i.vakken[i.midden]
    for draad in i.draden:
        (x0, y0), (x1, y1), (x2, y2) = draad.punten
        doel = i.vakken[draad.naar]
        assert midden.x < x0 < midden.rechts
        assert y0 in (midden.y, midden.onderkant)
        assert x2 in (doel.x, doel.rechts)
        assert doel.y < y2 < doel.onderkant
        assert x0 == x1
        assert y1 == y2
        for vak in i.vakken:
            recht_af = vak.x < x0 < vak.rechts and min(y0, y1) < vak.onderkant and vak.y < max(y0, y1)
            opzij = vak.y < y1 < vak.onderkant and min(x1, x2) < vak.rechts and vak.x < max(x1, x2)
            assert not recht_af
            assert not opzij
        # The name of a layer stands in the first column, which no line enters.
        assert x0 > KANT + VAK_BREED


@given(buurten)
@settings(deadline=None)
def test_words_fit_in_their_box(buurt: Buurt) -> None:
    for vak in _indeling(buurt).vakken:
        ruimte = vak.breed - 2 * BINNEN
        vet = not isinstance(vak.buur, Rest)
        assert all(breedte(r, LETTER, vet=vet) <= ruimte for r in vak.naam)
        assert all(breedte(r, KLEIN) <= ruimte for r in (*vak.onder, *vak.verband))


@given(buurten, st.booleans())
@settings(deadline=None)
def test_picture_is_well_formed_inside_its_frame_and_always_the_same(buurt: Buurt, los: bool) -> None:
    svg = str(teken_buurt(_indeling(buurt), buurt.midden.titel, T, los=los))
    assert svg == str(teken_buurt(_indeling(buurt), buurt.midden.titel, T, los=los))
    boom = ET.fromstring(svg)
    breed, hoog = (float(n) for n in boom.attrib["viewBox"].split()[2:])
    assert (float(boom.attrib["width"]), float(boom.attrib["height"])) == (breed, hoog)
    for rect in boom.iter(f"{SVG}rect"):
        x, y, w, h = (float(rect.attrib[n]) for n in ("x", "y", "width", "height"))
        assert x >= 0
        assert y >= 0
        assert x + w <= breed + 0.1
        assert y + h <= hoog + 0.1
    for regel in boom.iter(f"{SVG}text"):
        assert 0 <= float(regel.attrib["y"]) <= hoog
        grootte = {"naam": LETTER, "laagnaam": NAAM_VAN_LAAG}.get(regel.attrib["class"], KLEIN)
        assert float(regel.attrib["x"]) + breedte(regel.text or "", grootte) <= breed
    assert {e.tag.removeprefix(SVG) for e in boom.iter()} <= {
        "svg",
        "title",
        "desc",
        "style",
        "g",
        "a",
        "rect",
        "path",
        "text",
    }
    assert not any(naam.startswith("on") or naam == "style" for e in boom.iter() for naam in e.attrib)


@given(buurten)
@settings(max_examples=30)
def test_every_neighbour_with_an_address_is_a_link_in_the_order_of_reading(buurt: Buurt) -> None:
    i = _indeling(buurt)
    boom = ET.fromstring(str(teken_buurt(i, "x", T)))
    links = list(boom.iter(f"{SVG}a"))
    verwacht = [v for n, v in enumerate(i.vakken) if v.buur.href and n != i.midden]
    assert [a.attrib["href"] for a in links] == [v.buur.href for v in verwacht]
    assert [(v.y, v.x) for v in verwacht] == sorted((v.y, v.x) for v in verwacht)
    assert all(a.find(f"{SVG}title") is not None for a in links)


@given(woorden, st.integers(1, 4), st.floats(60, 400))
def test_broken_words_are_all_there_or_end_in_an_ellipsis(zin: str, regels: int, ruimte: float) -> None:
    uit = breek(zin, ruimte, 14, regels=regels)
    assert len(uit) <= regels
    heel = "".join("".join(uit).split())
    origineel = "".join(schoon(zin).split())
    if not heel.endswith("…") or heel == origineel:
        assert heel == origineel
    else:
        assert origineel.startswith(heel[:-1])


def test_style_in_a_file_cannot_end_its_element() -> None:
    assert "<" not in str(los_bestand()).removeprefix("<style>").removesuffix("</style>")
    assert "&" not in str(los_bestand())


# --- over the invented documents ---


def test_page_shows_each_neighbour_drawn_and_in_words(klant: TestClient) -> None:
    pagina = klant.get("/beeld/bepaling/lw:2").text
    _, _, vanaf = pagina.partition("<svg")
    beeld, _, lijst = vanaf.partition("</svg>")
    for href in ("/bepaling/mlv:2", "/bepaling/mlv:toelichting:2", "/bepaling/kw:7", "/bepaling/lw:3"):
        assert f'href="{href}"' in beeld
        assert f'href="{href}"' in lijst
    assert beeld.index("Wetten en besluiten") < beeld.index("Verordeningen en modellen") < beeld.index("Toelichting en")
    assert "style=" not in beeld


@pytest.mark.parametrize(
    ("notatie", "woorden"),
    [
        ("lw:2:1:a", "vult dit in"),
        ("mlv:2", "wordt hierdoor ingevuld"),
        ("mlv:2", "licht dit toe"),
        ("lw:2", "wijzigde dit"),
        ("lw:2", "berust hierop"),
        ("kw:7", "verwijst hiernaar"),
        ("lw:1", "Geen verwijzingen of andere verbanden gevonden in deze bronnen tot en met"),
    ],
)
def test_ties_are_said_in_words(klant: TestClient, notatie: str, woorden: str) -> None:
    assert woorden in klant.get(f"/beeld/bepaling/{notatie}").text


def test_picture_is_kept_with_its_style_and_whole_addresses(klant: TestClient) -> None:
    antwoord = klant.get("/beeld/bepaling/lw:2?formaat=svg", headers={"Accept": "*/*"})
    assert antwoord.headers["content-type"].startswith("image/svg+xml")
    assert antwoord.headers["content-disposition"] == 'attachment; filename="omgeving-lw-2.svg"'
    assert "default-src 'none'" in antwoord.headers["content-security-policy"]
    boom = ET.fromstring(antwoord.text)
    assert boom.find(f"{SVG}style") is not None
    assert all(a.attrib["href"].startswith(("http://testserver/", "https://")) for a in boom.iter(f"{SVG}a"))


def test_unknown_format_or_provision_is_refused(klant: TestClient) -> None:
    assert klant.get("/beeld/bepaling/lw:2?formaat=png").status_code == 400
    assert klant.get("/beeld/bepaling/lw:99").status_code == 404
    assert klant.get("/beeld/bepaling/lw").headers["location"] == "/regeling/lw"
