"""Time lines and the coverage picture: marks in their own column and row, everything inside the frame."""

from __future__ import annotations

import itertools
import re
import xml.etree.ElementTree as ET
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from api.woorden import korte_datum
from graph.antwoorden.gegevens import Versie
from graph.antwoorden.tijdgegevens import Dagtelling
from ontologie.document import Publicatie, Wijzigingsgegevens
from ontologie.wijziging import DatumAs
from web.beeld.letters import breedte
from web.beeld.matrix import Rij, Vakje, teken_matrix
from web.beeld.tijdlijn import KOLOM, LETTER, NAAM_BREED, Tijdlijn, balk_plaats, punt_breed, teken_tijdlijn
from web.beeld.verloop import KOLOMMEN, KOMEND, genummerd, van_bepaling, van_periode
from web.contexten import Geschiedenisregel, Versiekeuze
from web.teksten import teksten

SVG = "{http://www.w3.org/2000/svg}"
ASSEN = (DatumAs.GEPUBLICEERD, DatumAs.INWERKING_BEKENDGEMAAKT, DatumAs.IN_WERKING, DatumAs.TERUGWERKEND)
VANDAAG = date(2026, 6, 1)

dagen = st.dates(date(1990, 1, 1), date(2035, 12, 31))
misschien = st.none() | dagen
wijziging = st.builds(
    Wijzigingsgegevens,
    effect=st.sampled_from(["nieuw", "wijziging", "<b>vervallen</b>"]),
    door=st.none() | st.builds(Publicatie, st.just("stb"), st.integers(1990, 2035), st.just("500")),
    gepubliceerd=misschien,
    inwerkingtreding_bekendgemaakt=misschien,
    in_werking=misschien,
    terugwerkend_tot=misschien,
)


@st.composite
def versies(draw: st.DrawFn) -> tuple[Geschiedenisregel, ...]:
    """Loaded versions, the newest first."""
    begin = sorted(draw(st.sets(dagen, max_size=7)), reverse=True)
    return tuple(
        Geschiedenisregel(
            Versiekeuze(
                Versie(d.isoformat(), "x", d, draw(misschien)), draw(st.sampled_from(["", "/v?a=1&b=2"])), n == 0
            ),
            draw(st.sampled_from(["aanwezig", "afwezig", "vervallen", "gelijk", "gewijzigd"])),
        )
        for n, d in enumerate(begin)
    )


def _teken(lijn: Tijdlijn, *, los: bool = False) -> str:
    return str(teken_tijdlijn(lijn, "Tijdlijn", teksten()["tijdlijn"], teksten()["as"], los=los))


def _controleer(lijn: Tijdlijn) -> None:
    plaatsen = [(p.kolom, p.as_) for p in lijn.punten]
    assert len(plaatsen) == len(set(plaatsen))
    assert all(punt_breed(p) < KOLOM for p in lijn.punten)
    for a, b in itertools.pairwise(lijn.balken):
        assert balk_plaats(lijn, a)[1] <= balk_plaats(lijn, b)[0]
    boom = ET.fromstring(_teken(lijn))
    breed, hoog = (float(n) for n in boom.attrib["viewBox"].split()[2:])
    for rect in boom.iter(f"{SVG}rect"):
        x, y, w, h = (float(rect.attrib[n]) for n in ("x", "y", "width", "height"))
        assert x >= NAAM_BREED
        assert w > 0
        assert x + w <= breed + 0.1
        assert 0 <= y <= y + h <= hoog
    per_regel: dict[str, list[tuple[float, float]]] = {}
    for t in boom.iter(f"{SVG}text"):
        half = breedte(t.text or "", LETTER) / 2
        if t.attrib["class"] == "dag":
            x = float(t.attrib["x"])
            assert x + half <= breed
            per_regel.setdefault(t.attrib["y"], []).append((x - half, x + half))
    for regel in per_regel.values():
        assert all(a[1] <= b[0] for a, b in itertools.pairwise(sorted(regel)))


@given(versies(), st.lists(wijziging, max_size=9))
@settings(deadline=None)
def test_history_is_drawn_without_overlap(
    geschiedenis: tuple[Geschiedenisregel, ...], wijzigingen: list[Wijzigingsgegevens]
) -> None:
    lijn = van_bepaling(geschiedenis, wijzigingen, VANDAAG)
    if lijn is None:
        assert not genummerd(wijzigingen, VANDAAG)
        return
    _controleer(lijn)
    assert sum(k.vandaag for k in lijn.kolommen) == 1
    # Every day of every change that is shown has its place, on its own axis.
    for nummer, w in genummerd(wijzigingen, VANDAAG):
        op_assen = {p.as_ for p in lijn.punten if nummer in p.groepen}
        assert (DatumAs.GEPUBLICEERD in op_assen) == (w.gepubliceerd is not None)
        assert (DatumAs.IN_WERKING in op_assen) == (w.in_werking is not None)
        assert (DatumAs.TERUGWERKEND in op_assen) == (w.terugwerkend_tot is not None)


@given(st.lists(wijziging, min_size=1, max_size=40))
def test_numbers_count_all_changes_from_the_oldest(wijzigingen: list[Wijzigingsgegevens]) -> None:
    nummers = [n for n, _ in genummerd(wijzigingen, VANDAAG)]
    gedateerd = sum(
        any((w.gepubliceerd, w.inwerkingtreding_bekendgemaakt, w.in_werking, w.terugwerkend_tot)) for w in wijzigingen
    )
    komend = sum(w.in_werking is not None and w.in_werking > VANDAAG for w in wijzigingen)
    laatste = gedateerd - max(0, komend - KOMEND)
    assert nummers == list(range(laatste - len(nummers) + 1, laatste + 1))
    assert bool(nummers) == bool(gedateerd)


def test_changes_of_far_years_leave_room_for_what_is_in_force() -> None:
    dagen = [date(VANDAAG.year + n, 1, 1) for n in range(-3, 15)]
    wijzigingen = [Wijzigingsgegevens("wijziging", gepubliceerd=date(2011, 12, 20), in_werking=d) for d in dagen]
    getoond = [w.in_werking for _, w in genummerd(wijzigingen[::-1], VANDAAG)]
    assert getoond == [d for d in dagen if d <= VANDAAG] + [d for d in dagen if d > VANDAAG][:KOMEND]


tellingen = st.lists(
    st.builds(Dagtelling, st.sampled_from(ASSEN), dagen, st.integers(1, 99_999)),
    max_size=60,
    unique_by=lambda t: (t.as_, t.dag),
)


@given(tellingen)
@settings(deadline=None)
def test_period_is_drawn_without_overlap_by_day_month_or_year(regels: list[Dagtelling]) -> None:
    lijn = van_periode(regels, lambda van, tot, as_: f"/w?van={van}&tot={tot}&as={as_}")
    if lijn is None:
        assert not regels
        return
    assert len(lijn.kolommen) <= KOLOMMEN
    _controleer(lijn)
    if len({r.dag for r in regels}) <= KOLOMMEN:
        assert sum(int(p.naam) for p in lijn.punten) == sum(r.bepalingen for r in regels)
        assert {k.naam for k in lijn.kolommen} == {korte_datum(r.dag) for r in regels}


def test_link_of_a_period_names_its_days_and_axis() -> None:
    eerste = date(2024, 2, 3)
    regels = [Dagtelling(DatumAs.IN_WERKING, eerste + timedelta(days=n), 2) for n in range(20)]
    lijn = van_periode(regels, lambda van, tot, as_: f"{van} {tot} {as_}")
    assert lijn is not None
    assert [(p.naam, p.href) for p in lijn.punten] == [("40", "2024-02-03 2024-02-22 in-werking")]


def test_lines_tie_one_change_from_axis_to_axis() -> None:
    w = Wijzigingsgegevens("wijziging", gepubliceerd=date(2025, 1, 1), in_werking=date(2026, 1, 1))
    lijn = van_bepaling((), [w], VANDAAG)
    assert lijn is not None
    assert _teken(lijn).count('class="samen"') == 1


def test_picture_of_a_time_line_is_the_same_each_time() -> None:
    w = Wijzigingsgegevens("wijziging", gepubliceerd=date(2025, 1, 1))
    assert _teken(van_bepaling((), [w], VANDAAG), los=True) == _teken(van_bepaling((), [w], VANDAAG), los=True)


@given(
    st.lists(st.text(max_size=60), min_size=1, max_size=5),
    st.lists(st.tuples(st.text(max_size=90), st.integers(0, 9)), max_size=12),
)
@settings(deadline=None)
def test_matrix_is_well_formed_and_inside_its_frame(kolommen: list[str], namen: list[tuple[str, int]]) -> None:
    vakje = Vakje("te beoordelen", "?")
    rijen = [Rij(naam, diepte, (vakje,) * len(kolommen)) for naam, diepte in namen]
    boom = ET.fromstring(str(teken_matrix("Dekking", kolommen, rijen, teksten()["vraag"]["dekking"])))
    breed, hoog = (float(n) for n in boom.attrib["viewBox"].split()[2:])
    vakken = [tuple(float(r.attrib[n]) for n in ("x", "y", "width", "height")) for r in boom.iter(f"{SVG}rect")]
    assert len(vakken) == len(kolommen) * len(namen)
    assert all(x + w <= breed and y + h <= hoog for x, y, w, h in vakken)
    assert len({v[:2] for v in vakken}) == len(vakken)
    for t in boom.iter(f"{SVG}text"):
        assert float(t.attrib["x"]) + breedte(t.text or "", LETTER) <= breed
        assert float(t.attrib["y"]) <= hoog


# --- over the invented documents ---


def test_provision_page_has_its_dates_on_axes_of_their_own(klant: TestClient) -> None:
    pagina = klant.get("/bepaling/lw:2").text
    beeld = pagina[pagina.index('class="beeld tijdlijn"') :].partition("</svg>")[0]
    for woorden in (
        "Gepubliceerd: 28 november 2025 (1: wijziging Stb. 2025, 500)",
        "Inwerkingtreding bekendgemaakt: 10 december 2025 (1: wijziging Stb. 2025, 500)",
        "In werking getreden: 1 januari 2026 (1: wijziging Stb. 2025, 500)",
        "Versie van 1 mei 2024: staat erin",
    ):
        assert woorden in beeld
    assert re.search(r'href="/bepaling/lw:2\?versie=2024-05-01"', beeld)


def test_provision_without_dates_has_no_time_line(klant: TestClient) -> None:
    pagina = klant.get("/bepaling/mlv:2").text
    assert "tijdlijn" not in pagina
    assert "beeld.css" not in pagina
    assert klant.get("/beeld/tijdlijn/mlv:2?formaat=svg").status_code == 404


@pytest.mark.parametrize(
    ("adres", "naam"),
    [
        ("/beeld/tijdlijn/lw:2?formaat=svg", "tijdlijn-lw-2.svg"),
        ("/vraag/wijzigingen?van=2025-11-01&tot=2026-01-31&formaat=svg", "wijzigingen-2025-11-01-2026-01-31.svg"),
        ("/vraag/dekking?verordening=mlv&wet=lw&formaat=svg", "dekking-mlv-lw.svg"),
        ("/vraag/dekking?formaat=svg", "dekking.svg"),
    ],
)
def test_pictures_are_kept_as_files(klant: TestClient, adres: str, naam: str) -> None:
    antwoord = klant.get(adres)
    assert antwoord.status_code == 200
    assert f'filename="{naam}"' in antwoord.headers["content-disposition"]
    assert ET.fromstring(antwoord.text).find(f"{SVG}style") is not None


@pytest.mark.parametrize(("kort", "pagina"), [("lw:2", "/bepaling/lw:2"), ("lw", "/regeling/lw")])
def test_time_line_without_format_leads_to_its_page(klant: TestClient, kort: str, pagina: str) -> None:
    assert klant.get(f"/beeld/tijdlijn/{kort}").headers["location"] == f"{pagina}#tijdlijn"
    assert 'id="tijdlijn"' in klant.get(pagina).text


def test_regulation_page_has_its_versions_on_a_time_line_and_what_differs(klant: TestClient) -> None:
    pagina = klant.get("/regeling/lw").text
    beeld = pagina[pagina.index('class="beeld tijdlijn"') :].partition("</svg>")[0]
    assert "Versie van 1 mei 2024: staat erin" in beeld
    assert 'href="/vraag/verschil?werk=lw&amp;van=2024-05-01&amp;tot=2026-01-01">was en wordt</a>' in pagina
    assert "tijdlijn" not in klant.get("/regeling/mlv").text


def test_period_counts_on_each_axis_and_leads_on(klant: TestClient) -> None:
    pagina = klant.get("/vraag/wijzigingen?van=2025-11-01&tot=2026-01-31").text
    beeld = pagina[pagina.index('class="beeld tijdlijn"') :].partition("</svg>")[0]
    assert "In werking getreden, 1 jan. 2026: 1 bepaling" in beeld
    assert 'href="/vraag/wijzigingen?van=2026-01-01&amp;tot=2026-01-01&amp;as=in-werking"' in beeld


def test_overview_of_coverage_leads_to_each_judgement(klant: TestClient) -> None:
    pagina = klant.get("/vraag/dekking").text
    tabel = pagina[pagina.index('class="overzicht"') :].partition("</table>")[0]
    assert 'href="/vraag/dekking?verordening=mlv&amp;wet=lw#2:1:a"' in tabel
    for oordeel in re.findall(r'<td class="([a-z-]+)"', tabel):
        assert oordeel in ("gedekt", "deels", "ontbreekt", "te-beoordelen")
    assert re.search(r"gedekt</span></a></td>", tabel)
