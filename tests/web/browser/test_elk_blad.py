"""Every kind of page in a real browser: accessible, inside its window, in order, and keeping to itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from starlette.applications import Starlette

from tests.web.browser.bladen import BLADEN, BUITEN, GEEN_BLAD, PER_PATROON, patronen
from tests.web.browser.conftest import Venster, axe, open_venster

pytestmark = pytest.mark.browser

BREEDTES = (320, 768, 1280, 1920)
#: Pages of these widths are kept as pictures, to be looked at.
IN_BEELD = (320, 1280)
#: The dark pages are the light ones in other colours, so that only the colours are looked at again.
KLEURREGELS = ["color-contrast", "link-in-text-block"]
#: Where text is set wider, as WCAG 1.4.12 lets a reader do.
RUIM = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }"


def test_every_kind_of_page_that_the_router_knows_is_looked_at(app: Starlette) -> None:
    assert patronen(app) == set(PER_PATROON) | set(GEEN_BLAD)
    assert len(BLADEN) == sum(map(len, PER_PATROON.values())) + len(BUITEN) >= 30


@pytest.fixture(scope="module")
def venster(browser: Browser, adres: str) -> Iterator[Venster]:
    venster = open_venster(browser, adres, viewport={"width": 1280, "height": 900})
    yield venster
    venster.context.close()


@pytest.fixture(scope="module")
def leeg_venster(browser: Browser, leeg_adres: str) -> Iterator[Venster]:
    venster = open_venster(browser, leeg_adres, viewport={"width": 1280, "height": 900})
    yield venster
    venster.context.close()


@pytest.fixture(scope="module", params=BLADEN)
def open_blad(request: pytest.FixtureRequest) -> Iterator[tuple[Page, str]]:
    """The page named by the parameter, after what a reader does on it; opened once for all tests of it."""
    blad = BLADEN[request.param]
    venster: Venster = request.getfixturevalue("leeg_venster" if blad.leeg else "venster")
    pagina = venster.blad(verwacht=blad.status)
    antwoord = pagina.goto(blad.adres)
    assert antwoord is not None
    assert antwoord.status == blad.status
    if blad.doe is not None:
        blad.doe(pagina)
    yield pagina, request.param
    pagina.close()


@pytest.fixture
def elk_blad(open_blad: tuple[Page, str], request: pytest.FixtureRequest) -> Iterator[Page]:
    """Each page in turn, on a screen in light colours; afterwards it must have kept to itself."""
    pagina, naam = open_blad
    venster: Venster = request.getfixturevalue("leeg_venster" if BLADEN[naam].leeg else "venster")
    pagina.emulate_media(media="screen", color_scheme="light", reduced_motion="no-preference")
    pagina.set_viewport_size({"width": 1280, "height": 900})
    yield pagina
    venster.controleer()


@pytest.fixture
def naam(open_blad: tuple[Page, str]) -> str:
    return open_blad[1]


def test_accessible_in_every_width_and_colour(elk_blad: Page, schermbeelden: Path, naam: str) -> None:
    pagina = elk_blad
    gezien, bevindingen = 0, []
    for kleur in ("light", "dark"):
        pagina.emulate_media(color_scheme=kleur)  # type: ignore[arg-type]
        for breedte in BREEDTES:
            pagina.set_viewport_size({"width": breedte, "height": 900})
            regels = None if kleur == "light" else KLEURREGELS
            bevindingen += [f"{breedte} {kleur}: {b}" for b in axe(pagina, regels=regels)]
            breed = pagina.evaluate("document.documentElement.scrollWidth")
            if breed > breedte:
                bevindingen.append(f"{breedte} {kleur}: {breed} pixels breed")
            if breedte in IN_BEELD:
                pagina.screenshot(path=schermbeelden / f"{naam}-{breedte}-{kleur}.png", full_page=True)
            gezien += 1
    assert bevindingen == []
    assert gezien == 2 * len(BREEDTES)


def test_read_aloud_it_has_its_landmarks_and_headings_in_the_order_of_the_eye(elk_blad: Page) -> None:
    pagina = elk_blad
    pagina.set_viewport_size({"width": 320, "height": 900})
    pagina.emulate_media(color_scheme="light")
    orde = pagina.evaluate(
        """() => {
            const zichtbaar = (e) => e.checkVisibility() && !e.closest(".vh, thead");
            const boven = (e) => e.getBoundingClientRect().top + scrollY;
            return {
                bakens: ["header.top", "main", "footer"].map((k) => document.querySelectorAll(`body > ${k}`).length),
                eerste: document.querySelector("a, button, input").className,
                koppen: [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map((k) => Number(k.tagName[1])),
                hoogtes: [...document.querySelectorAll("main :is(h1, h2, h3, h4, h5, h6, p, li, tr)")]
                    .filter(zichtbaar).map(boven),
                taal: document.documentElement.lang,
                titel: document.title,
            };
        }"""
    )
    assert orde["bakens"] == [1, 1, 1]
    assert orde["eerste"] == "spring"
    assert orde["koppen"][0] == 1
    assert orde["koppen"].count(1) == 1
    assert all(na <= voor + 1 for voor, na in zip(orde["koppen"], orde["koppen"][1:], strict=False))
    # In one column, what comes later in the document stands lower on the page.
    assert all(na >= voor - 1 for voor, na in zip(orde["hoogtes"], orde["hoogtes"][1:], strict=False))
    assert orde["taal"] == "nl"
    assert "Regelgraaf" in orde["titel"]


def test_keyboard_reaches_everything_in_order_shows_where_it_is_and_gets_out(elk_blad: Page) -> None:
    pagina = elk_blad
    pagina.set_viewport_size({"width": 1280, "height": 900})
    verwacht = pagina.evaluate(
        """() => {
            const alle = [...document.querySelectorAll(
                "a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex='-1'])")]
                .filter((e) => e.tabIndex >= 0 && e.checkVisibility() && !e.disabled);
            window.plaatsen = new Map(alle.map((e, n) => [e, n]));
            return alle.length;
        }"""
    )
    bezocht: list[int] = []
    zonder_rand: list[str] = []
    for _ in range(verwacht + 4 * pagina.locator("input[type=date]").count() + 2):
        pagina.keyboard.press("Tab")
        plaats, rand, wie = pagina.evaluate(
            """() => {
                const e = document.activeElement;
                const vak = e.querySelector?.(":scope > rect");
                const rand = vak ? getComputedStyle(vak).strokeWidth === "3.5px"
                    : getComputedStyle(e).outlineStyle !== "none" && parseFloat(getComputedStyle(e).outlineWidth) >= 2;
                return [e === document.body ? -1 : window.plaatsen.get(e) ?? -2, rand, e.outerHTML.slice(0, 120)];
            }"""
        )
        if plaats == -1:
            break
        assert plaats != -2, wie
        if not bezocht or bezocht[-1] != plaats:  # a date has a stop for the day, the month and the year
            bezocht.append(plaats)
        if not rand:
            zonder_rand.append(wie)
    else:
        pytest.fail("het toetsenbord komt niet meer van de pagina af")
    assert bezocht == list(range(verwacht))
    assert zonder_rand == []


def test_wider_spaced_text_is_not_cut_and_nothing_moves_by_itself(elk_blad: Page) -> None:
    pagina = elk_blad
    pagina.set_viewport_size({"width": 320, "height": 900})
    pagina.emulate_media(reduced_motion="reduce")
    pagina.evaluate(f"const s = new CSSStyleSheet(); s.replaceSync({RUIM!r}); document.adoptedStyleSheets = [s]")
    assert pagina.evaluate("document.documentElement.scrollWidth") <= 320
    assert pagina.evaluate("document.getAnimations().length") == 0
    pagina.evaluate("document.adoptedStyleSheets = []")


def test_layout_does_not_shift(elk_blad: Page) -> None:
    pagina, adres = elk_blad, elk_blad.url
    for breedte in (320, 1920):
        pagina.set_viewport_size({"width": breedte, "height": 900})
        pagina.goto(adres, wait_until="networkidle")
        verschoven = pagina.evaluate(
            """() => new Promise((klaar) => {
                let som = 0;
                new PerformanceObserver((l) => { for (const e of l.getEntries()) som += e.value; })
                    .observe({ type: "layout-shift", buffered: true });
                requestAnimationFrame(() => setTimeout(() => klaar(som), 50));
            })"""
        )
        assert verschoven == 0


def test_printed_it_fits_the_paper_and_leaves_the_frame_out(elk_blad: Page, schermbeelden: Path, naam: str) -> None:
    pagina = elk_blad
    pagina.emulate_media(media="print", color_scheme="dark")
    pagina.set_viewport_size({"width": 680, "height": 960})  # A4 between its margins
    assert pagina.evaluate("document.documentElement.scrollWidth") <= 680
    assert pagina.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    for kiezer in (".top", ".spring", ".kopie", "form"):
        assert not any(e.is_visible() for e in pagina.locator(kiezer).all()), kiezer
    assert pagina.locator("h1").is_visible()
    hoogtes = pagina.evaluate("[...document.querySelectorAll('.beeld')].map((b) => b.getBoundingClientRect().height)")
    assert all(hoogte <= 960 for hoogte in hoogtes)  # a picture is not cut over two sheets
    pagina.screenshot(path=schermbeelden / f"{naam}-druk.png", full_page=True)
    pagina.emulate_media(media="screen")
