"""Each main question in a real browser, with and without JavaScript, and what the script adds."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.web.browser.conftest import axe, open_venster

pytestmark = pytest.mark.browser


def test_what_does_this_provision_say_and_who_refers_to_it(lezer: Page) -> None:
    lezer.goto("/")
    lezer.get_by_label("Wat zoekt u?").fill("art. 2 lid 1 sub b Lw")
    lezer.get_by_role("button", name="Zoek").click()
    expect(lezer).to_have_url(re.compile(r"/bepaling/lw:2:1:b$"))
    expect(lezer.get_by_role("heading", level=1)).to_have_text("Artikel 2, eerste lid, onder b")
    brief = lezer.get_by_role("heading", level=3, name=re.compile("Brief over lantaarns"))
    expect(lezer.locator(".inkomend mark").first).to_be_visible()
    brief.get_by_role("link").click()
    expect(lezer).to_have_url(re.compile(r"/regeling/lbrief$"))


def test_where_does_it_say_this(lezer: Page) -> None:
    lezer.goto("/")
    lezer.get_by_label("Wat zoekt u?").fill("brandduur")
    lezer.get_by_role("button", name="Zoek").click()
    lezer.locator(".treffers h2 a").first.click()
    expect(lezer.locator("article")).to_contain_text(re.compile("brandduur", re.I))


def test_who_fills_this_in(lezer: Page) -> None:
    lezer.goto("/vraag")
    lezer.get_by_role("link", name="Wie vult wat in?").first.click()
    lezer.get_by_label("Bepaling (aanhaling").fill("artikel 2, eerste lid, onder a, Lantaarnwet")
    lezer.get_by_role("button", name="Toon").click()
    expect(lezer.locator("blockquote").first).to_contain_text("uitwerking van artikel 2, eerste lid, onder a")
    lezer.get_by_role("region", name="Wordt ingevuld door").get_by_role(
        "link", name=re.compile("^Artikel 2")
    ).first.click()
    expect(lezer).to_have_url(re.compile(r"/bepaling/mlv:2"))


def test_does_the_regulation_do_what_the_law_asks(lezer: Page) -> None:
    lezer.goto("/")
    lezer.get_by_role("link", name=re.compile("^Regelt de Model")).click()
    rij = lezer.get_by_role("row", name=re.compile("onder a"))
    expect(rij).to_contain_text("gedekt")
    rij.get_by_role("link", name="Artikel 2", exact=True).click()
    expect(lezer).to_have_url(re.compile(r"/bepaling/mlv:2$"))


def test_how_do_all_regulations_stand_to_the_law(lezer: Page) -> None:
    lezer.goto("/vraag/dekking")
    tabel = lezer.get_by_role("table")
    expect(tabel.get_by_role("columnheader")).to_have_count(2)
    tabel.get_by_role("row", name=re.compile("Artikel 2, eerste lid, onder a")).get_by_role(
        "link", name="gedekt"
    ).click()
    expect(lezer).to_have_url(re.compile(r"verordening=mlv&wet=lw#2:1:a$"))
    expect(lezer.locator("tr:target")).to_contain_text("gedekt")


def test_how_did_it_read_on_that_day_and_what_became_of_it(lezer: Page) -> None:
    lezer.goto("/bepaling/lw:2")
    lezer.get_by_label("Tekst zoals die geldt op").fill("2025-06-01")
    lezer.get_by_role("button", name="Toon").click()
    expect(lezer).to_have_url(re.compile(r"/bepaling/lw:2\?op=2025-06-01$"))
    expect(lezer.locator("article")).to_contain_text("ten hoogste zes uren")
    lezer.get_by_role("link", name=re.compile("was en wordt")).click()
    expect(lezer.locator("del")).to_have_text("zes")
    expect(lezer.locator("ins")).to_have_text("acht")


def test_what_changed_in_a_period(lezer: Page) -> None:
    lezer.goto("/vraag")
    lezer.get_by_role("link", name="Wat is er gewijzigd?").first.click()
    lezer.get_by_label("Van", exact=True).fill("2025-12-01")
    lezer.get_by_label("Tot en met").fill("2026-01-31")
    lezer.get_by_role("button", name="Toon").click()
    expect(lezer.get_by_role("heading", name="Inwerkingtreding bekendgemaakt")).to_be_visible()
    # The time line tells of the same days, and leads to what changed on them.
    lezer.get_by_role("link", name="In werking getreden, 1 jan. 2026: 1 bepaling").click()
    expect(lezer.get_by_role("heading", name="Gewijzigde bepalingen")).to_be_visible()
    expect(lezer.locator("main")).to_contain_text("Lantaarnwet, artikel 2")


def test_what_could_not_be_resolved_and_why(lezer: Page) -> None:
    lezer.goto("/")
    lezer.get_by_role("link", name="Onopgelost").click()
    expect(lezer.locator("main")).to_contain_text("Fakkelwet")
    expect(lezer.locator(".vw-reden").first).to_be_visible()


def test_what_stands_around_it(lezer: Page) -> None:
    lezer.goto("/bepaling/lw:2")
    lezer.get_by_role("link", name="Bekijk de omgeving als tekening").click()
    beeld = lezer.get_by_role("group", name=re.compile("Omgeving in beeld"))
    expect(beeld).to_be_visible()
    beeld.get_by_role(
        "link", name=re.compile("Model Lantaarnverordening, artikel 2: Uur van ontsteken.*vult dit in")
    ).click()
    expect(lezer).to_have_url(re.compile(r"/bepaling/mlv:2$"))


def test_any_question_as_sparql(lezer: Page) -> None:
    lezer.goto("/sparql")
    lezer.get_by_role("link", name=re.compile("Wie verwijst naar wie")).click()
    expect(lezer.get_by_role("table")).to_contain_text("Lantaarnwet")
    lezer.get_by_label("Vraag").fill("ASK { ?s ?p ?o }")
    lezer.get_by_role("button", name="Voer uit").click()
    expect(lezer.locator(".antwoord")).to_have_text("Ja")


# --- the keyboard alone ---


def test_from_words_to_a_provision_and_its_references_with_the_keyboard(pagina: Page) -> None:
    pagina.goto("/")
    pagina.keyboard.press("Tab")
    expect(pagina.get_by_role("link", name="Naar de inhoud")).to_be_focused()
    pagina.keyboard.press("Enter")
    expect(pagina.locator("main")).to_be_focused()
    _tab_naar(pagina, "#q")
    pagina.keyboard.type("brandduur")
    pagina.keyboard.press("Enter")
    expect(pagina).to_have_url(re.compile(r"/zoek\?q=brandduur"))
    _tab_naar(pagina, ".treffers h2 a")
    pagina.keyboard.press("Enter")
    expect(pagina.get_by_role("heading", level=1)).to_be_visible()
    _tab_naar(pagina, "a.v")
    expect(pagina.locator("#voorbeeld")).to_be_visible()
    pagina.keyboard.press("Escape")
    expect(pagina.locator("#voorbeeld")).to_have_count(0)
    expect(pagina.locator("a.v:focus")).to_have_count(1)


def test_coverage_changes_and_picture_with_the_keyboard(pagina: Page) -> None:
    pagina.goto("/vraag/dekking")
    _tab_naar(pagina, ".overzicht td.gedekt a")
    pagina.keyboard.press("Enter")
    expect(pagina).to_have_url(re.compile(r"verordening=mlv"))
    pagina.goto("/vraag/wijzigingen?van=2025-12-01&tot=2026-01-31")
    _tab_naar(pagina, ".tijdlijn a")
    pagina.keyboard.press("Enter")
    expect(pagina).to_have_url(re.compile(r"as=inwerking-bekendgemaakt"))
    pagina.goto("/beeld/bepaling/lw:2")
    _tab_naar(pagina, ".beeldvak")  # a wide picture scrolls with the arrows
    _tab_naar(pagina, '.buurt a[href^="/"]')
    pagina.keyboard.press("Enter")
    expect(pagina.get_by_role("heading", level=1)).to_be_visible()


def _tab_naar(pagina: Page, kiezer: str, hoogstens: int = 60) -> None:
    """Press Tab until an element is focused."""
    for _ in range(hoogstens):
        pagina.keyboard.press("Tab")
        if pagina.evaluate(f"document.activeElement.matches({kiezer!r})"):
            return
    pytest.fail(f"{kiezer} is met {hoogstens} keer Tab niet bereikt")


# --- what the script adds ---


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


@pytest.mark.parametrize("beweging", ["reduce", "no-preference"])
def test_preview_has_no_accessibility_violation_and_is_still_where_asked(pagina: Page, beweging: str) -> None:
    pagina.emulate_media(reduced_motion=beweging)  # type: ignore[arg-type]
    pagina.goto("/regeling/mlv")
    pagina.get_by_role("link", name="artikel 2, eerste lid, aanhef en onder a en b, van de wet").first.focus()
    expect(pagina.locator("#voorbeeld")).to_contain_text("het uur van ontsteken")
    naam = pagina.evaluate("getComputedStyle(document.querySelector('#voorbeeld')).animationName")
    assert naam == ("none" if beweging == "reduce" else "op")
    pagina.locator("#voorbeeld").evaluate("(e) => Promise.all(e.getAnimations().map((a) => a.finished))")
    assert axe(pagina) == []


def test_copy_button_copies(pagina: Page) -> None:
    pagina.goto("/bepaling/lw:2")
    pagina.get_by_role("button", name="Kopieer: Korte notatie").click()
    assert pagina.evaluate("navigator.clipboard.readText()") == "lw:2"
    expect(pagina.get_by_role("status")).to_have_text("Gekopieerd: Korte notatie")


def test_script_is_not_needed_for_reading(browser: Browser, adres: str) -> None:
    """With and without script a page has the same text."""
    teksten = []
    for aan in (True, False):
        venster = open_venster(browser, adres, java_script_enabled=aan)
        blad = venster.blad()
        blad.goto("/regeling/mlv")
        teksten.append(blad.locator("article").inner_text())
        venster.controleer()
        venster.context.close()
    assert teksten[0] == teksten[1]
