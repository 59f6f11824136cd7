"""The pages in a real Chromium: accessible, self-contained, usable by keyboard, with and without JavaScript."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

pytestmark = pytest.mark.browser

_CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
_VLAGGEN = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
#: One address of every kind of page.
PAGINAS = {
    "start": "/",
    "bronnen": "/bronnen",
    "bepaling": "/bepaling/lw:2",
    "bepaling-toelichting": "/bepaling/mlv:2",
    "bepaling-oud": "/bepaling/lw:2?versie=2024-05-01",
    "doel": "/bepaling/kw:7",
    "regeling": "/regeling/lw",
    "regeling-model": "/regeling/mlv?correcties=ja",
    "zoek": "/zoek?q=brandduur",
    "zoek-leeg": "/zoek?q=zeepaardje",
    "onopgelost": "/onopgelost",
    "vragen": "/vraag",
    "implementeert": "/vraag/implementeert?bepaling=lw:2",
    "impact": "/vraag/impact?doel=lw:2:1&als=vervalt",
    "dekking": "/vraag/dekking?verordening=mlv&wet=lw",
    "wijzigingen": "/vraag/wijzigingen?van=2025-12-01&tot=2025-12-31",
    "wijzigingen-as": "/vraag/wijzigingen?van=2026-01-01&tot=2026-01-31&as=in-werking",
    "verschil": "/vraag/verschil?werk=lw&van=2024-05-01&tot=2026-01-01",
    "sparql": "/sparql?query=SELECT+*+%7B+%3Fs+%3Fp+%3Fo+%7D+LIMIT+3",
    "sparql-fout": "/sparql?query=SELECT",
    "vocabulaire": "/vocabulaire",
    "hulp": "/hulp",
    "hulp-ontwikkelaars": "/hulp/ontwikkelaars",
    "fout": "/bepaling/lw:99",
}
#: The dark pages are the light ones in other colours, so that only the colours are looked at again.
KLEUREN = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if _CHROMIUM is None:
        pytest.skip("er is geen Chromium op deze machine")
    with sync_playwright() as p:
        browser = p.chromium.launch(executable_path=_CHROMIUM, args=_VLAGGEN)
        yield browser
        browser.close()


def _venster(browser: Browser, adres: str, buiten: list[str], **opties: object) -> BrowserContext:
    """A window that notes every request for something else than this server."""
    venster = browser.new_context(base_url=adres, **opties)  # type: ignore[arg-type]
    venster.on("request", lambda r: None if r.url.startswith(adres) else buiten.append(r.url))
    venster.set_default_timeout(10_000)
    return venster


@pytest.fixture
def pagina(browser: Browser, adres: str) -> Iterator[Page]:
    """A page of 1280 by 900; fails the test when a request left the host or the console had an error."""
    buiten: list[str] = []
    fouten: list[str] = []
    venster = _venster(browser, adres, buiten, viewport={"width": 1280, "height": 900})
    venster.grant_permissions(["clipboard-read", "clipboard-write"], origin=adres)
    blad = venster.new_page()
    blad.on("console", lambda m: fouten.append(m.text) if m.type == "error" else None)
    blad.on("pageerror", lambda f: fouten.append(str(f)))
    yield blad
    venster.close()
    assert buiten == []
    assert fouten == []


@pytest.mark.parametrize("kleur", ["light", "dark"])
@pytest.mark.parametrize("breedte", [320, 1280])
def test_no_accessibility_violation_on_any_page(
    browser: Browser, adres: str, schermbeelden: Path, breedte: int, kleur: str
) -> None:
    buiten: list[str] = []
    venster = _venster(browser, adres, buiten, viewport={"width": breedte, "height": 900}, color_scheme=kleur)
    blad = venster.new_page()
    bevindingen = []
    for naam, pad in PAGINAS.items():
        blad.goto(pad)
        blad.screenshot(path=schermbeelden / f"{naam}-{breedte}-{kleur}.png", full_page=True)
        uitslag = Axe().run(blad, options=WCAG if kleur == "light" else KLEUREN)
        bevindingen += [
            f"{naam}: {v['id']}: {v['help']}: {[n['target'] for n in v['nodes']][:3]}"
            for v in uitslag.response["violations"]
        ]
        breed = blad.evaluate("document.documentElement.scrollWidth")
        if breed > breedte:
            bevindingen.append(f"{naam}: {breed} pixels breed")
    venster.close()
    assert bevindingen == []
    assert buiten == []


@pytest.mark.parametrize("breedte", [320, 1920])
def test_layout_does_not_shift(browser: Browser, adres: str, breedte: int) -> None:
    buiten: list[str] = []
    venster = _venster(browser, adres, buiten, viewport={"width": breedte, "height": 900})
    blad = venster.new_page()
    verschoven = {}
    for naam in ("start", "bepaling", "regeling"):
        blad.goto(PAGINAS[naam], wait_until="networkidle")
        verschoven[naam] = blad.evaluate(
            """() => new Promise((klaar) => {
                let som = 0;
                new PerformanceObserver((l) => { for (const e of l.getEntries()) som += e.value; })
                    .observe({ type: "layout-shift", buffered: true });
                setTimeout(() => klaar(som), 150);
            })"""
        )
    venster.close()
    assert all(som < 0.01 for som in verschoven.values()), verschoven


def test_main_question_without_javascript(browser: Browser, adres: str) -> None:
    """Type a citation, read the provision, see who refers to it, go there."""
    buiten: list[str] = []
    venster = _venster(browser, adres, buiten, java_script_enabled=False)
    blad = venster.new_page()
    blad.goto("/")
    blad.get_by_label("Wat zoekt u?").fill("art. 2 lid 1 sub b Lw")
    blad.get_by_role("button", name="Zoek").click()
    expect(blad).to_have_url(re.compile(r"/bepaling/lw:2:1:b$"))
    expect(blad.get_by_role("heading", level=1)).to_have_text("Artikel 2, eerste lid, onder b")
    brief = blad.get_by_role("heading", level=3, name=re.compile("Brief over lantaarns"))
    expect(brief).to_be_visible()
    expect(blad.locator(".inkomend mark").first).to_be_visible()
    brief.get_by_role("link").click()
    expect(blad).to_have_url(re.compile(r"/regeling/lbrief$"))
    venster.close()
    assert buiten == []


def test_question_pages_without_javascript(browser: Browser, adres: str) -> None:
    """From the start page to coverage, from there to the provision, to was and becomes, and to what changed."""
    buiten: list[str] = []
    venster = _venster(browser, adres, buiten, java_script_enabled=False)
    blad = venster.new_page()
    blad.goto("/")
    blad.get_by_role("link", name=re.compile("^Regelt de Model")).click()
    rij = blad.get_by_role("row", name=re.compile("onder a"))
    expect(rij).to_contain_text("gedekt")
    rij.get_by_role("link", name="Artikel 2", exact=True).click()
    expect(blad).to_have_url(re.compile(r"/bepaling/mlv:2$"))
    blad.goto("/bepaling/lw:2")
    blad.get_by_label("Tekst zoals die geldt op").fill("2025-06-01")
    blad.get_by_role("button", name="Toon").click()
    expect(blad).to_have_url(re.compile(r"/bepaling/lw:2\?op=2025-06-01$"))
    expect(blad.locator("article")).to_contain_text("ten hoogste zes uren")
    blad.get_by_role("link", name=re.compile("was en wordt")).click()
    expect(blad.locator("del")).to_have_text("zes")
    expect(blad.locator("ins")).to_have_text("acht")
    blad.get_by_role("link", name="Vragen").click()
    blad.get_by_role("link", name="Wat is er gewijzigd?").click()
    blad.get_by_label("Van", exact=True).fill("2025-12-01")
    blad.get_by_label("Tot en met").fill("2025-12-31")
    blad.get_by_role("button", name="Toon").click()
    expect(blad.get_by_role("heading", name="Inwerkingtreding bekendgemaakt")).to_be_visible()
    venster.close()
    assert buiten == []


def test_main_question_with_the_keyboard_alone(pagina: Page) -> None:
    pagina.goto("/")
    pagina.keyboard.press("Tab")
    expect(pagina.get_by_role("link", name="Naar de inhoud")).to_be_focused()
    pagina.keyboard.press("Enter")
    _tab_naar(pagina, "#q")
    pagina.keyboard.type("brandduur")
    pagina.keyboard.press("Enter")
    expect(pagina).to_have_url(re.compile(r"/zoek\?q=brandduur"))
    pagina.keyboard.press("Tab")
    _tab_naar(pagina, ".treffers h2 a")
    pagina.keyboard.press("Enter")
    expect(pagina.get_by_role("heading", level=1)).to_be_visible()
    _tab_naar(pagina, "a.v")
    expect(pagina.locator("#voorbeeld")).to_be_visible()
    pagina.keyboard.press("Escape")
    expect(pagina.locator("#voorbeeld")).to_have_count(0)
    expect(pagina.locator("a.v:focus")).to_have_count(1)


def _tab_naar(pagina: Page, kiezer: str, hoogstens: int = 60) -> None:
    """Press Tab until an element is focused; each stop on the way shows its focus."""
    for _ in range(hoogstens):
        pagina.keyboard.press("Tab")
        omlijnd = pagina.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert omlijnd != "none", pagina.evaluate("document.activeElement.outerHTML")
        if pagina.evaluate(f"document.activeElement.matches({kiezer!r})"):
            return
    pytest.fail(f"{kiezer} is met {hoogstens} keer Tab niet bereikt")


def test_hovering_a_reference_shows_its_target(pagina: Page) -> None:
    pagina.goto("/bepaling/lw:2")
    pagina.get_by_role("link", name="artikel 3, eerste lid", exact=True).hover()
    beeld = pagina.locator("#voorbeeld")
    expect(beeld).to_contain_text("De wachter ontsteekt de lantaarns.")
    beeld.hover()  # what shows on hover can itself be pointed at
    pagina.wait_for_timeout(400)
    expect(beeld).to_be_visible()
    pagina.mouse.move(5, 5)
    expect(beeld).to_have_count(0)


def test_doubtful_reference_shows_its_reason(pagina: Page) -> None:
    pagina.goto("/bepaling/lw:2")
    pagina.locator("a.v.niet-gecontroleerd").first.focus()
    expect(pagina.locator("#voorbeeld")).to_contain_text("is niet geladen")


def test_preview_has_no_accessibility_violation(pagina: Page) -> None:
    pagina.goto("/regeling/mlv")
    pagina.get_by_role("link", name="artikel 2, eerste lid, aanhef en onder a en b, van de wet").first.focus()
    expect(pagina.locator("#voorbeeld")).to_contain_text("het uur van ontsteken")
    assert Axe().run(pagina, options=WCAG).response["violations"] == []


def test_copy_button_copies(pagina: Page) -> None:
    pagina.goto("/bepaling/lw:2")
    pagina.get_by_role("button", name="Kopieer: Korte notatie").click()
    assert pagina.evaluate("navigator.clipboard.readText()") == "lw:2"
    expect(pagina.get_by_role("status")).to_have_text("Gekopieerd: Korte notatie")


def test_sparql_example_runs(pagina: Page) -> None:
    pagina.goto("/sparql")
    pagina.get_by_role("link", name=re.compile("Wie verwijst naar wie")).click()
    expect(pagina.get_by_role("table")).to_contain_text("Lantaarnwet")
    pagina.get_by_label("Vraag").fill("ASK { ?s ?p ?o }")
    pagina.get_by_role("button", name="Voer uit").click()
    expect(pagina.locator(".antwoord")).to_have_text("Ja")


def test_print_leaves_the_frame_out(pagina: Page) -> None:
    pagina.goto("/bepaling/lw:2")
    pagina.emulate_media(media="print")
    for kiezer in (".top", ".kopie", ".buren"):
        expect(pagina.locator(kiezer).first).to_be_hidden()
    expect(pagina.get_by_role("heading", level=1)).to_be_visible()
    expect(pagina.locator(".kenmerken")).to_be_visible()


def test_unused_javascript_is_not_needed_for_reading(browser: Browser, adres: str) -> None:
    """With and without script a page has the same text."""
    teksten = []
    for aan in (True, False):
        venster = _venster(browser, adres, [], java_script_enabled=aan)
        blad = venster.new_page()
        blad.goto("/regeling/mlv")
        teksten.append(blad.locator("article").inner_text())
        venster.close()
    assert teksten[0] == teksten[1]
