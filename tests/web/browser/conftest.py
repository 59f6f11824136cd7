"""A real Chromium, and windows that note whatever a page should not do."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from api.instellingen import Instellingen
from tests.web.conftest import Server
from web.app import maak_app

_CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
_VLAGGEN = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
#: How long a page may take to come to what is expected, in milliseconds: long enough for a machine that does more.
TERMIJN = 30_000
expect.set_options(timeout=TERMIJN)
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if _CHROMIUM is None:
        pytest.skip("er is geen Chromium op deze machine")
    with sync_playwright() as p:
        browser = p.chromium.launch(executable_path=_CHROMIUM, args=_VLAGGEN)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def leeg_adres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a running server where nothing was built."""
    with Server(maak_app(Instellingen(opslag=tmp_path_factory.mktemp("leeg")))) as adres:
        yield adres


@dataclass
class Venster:
    """A window of the browser with what went wrong in it: requests elsewhere, errors, breaches of the policy."""

    context: BrowserContext
    adres: str
    buiten: list[str] = field(default_factory=list)
    fouten: list[str] = field(default_factory=list)

    def blad(self, *, verwacht: int = 200) -> Page:
        """A new page; that a page with an error status is one is told by the console and is no fault."""
        blad = self.context.new_page()
        blad.on("pageerror", lambda f: self.fouten.append(str(f)))
        blad.on("console", lambda m: self._noteer(m.type, m.text, verwacht))
        return blad

    def _noteer(self, soort: str, woorden: str, verwacht: int) -> None:
        if soort in ("error", "warning") and f"status of {verwacht} " not in woorden:
            self.fouten.append(woorden)

    def controleer(self) -> None:
        """Nothing was asked elsewhere, kept here, refused by the policy or reported as an error."""
        buiten, fouten = self.buiten[:], self.fouten[:]
        self.buiten.clear()
        self.fouten.clear()
        assert buiten == []
        assert fouten == []
        assert self.context.cookies() == []


#: A breach of the content security policy is an event in the page; the console tells it as an error as well.
_SCHENDING = "addEventListener('securitypolicyviolation', (e) => console.error('CSP', e.violatedDirective))"


def open_venster(browser: Browser, adres: str, **opties: Any) -> Venster:
    """A window that may do what ``opties`` say, for pages of ``adres``."""
    context = browser.new_context(base_url=adres, **opties)
    venster = Venster(context, adres)
    context.on("request", lambda r: None if r.url.startswith(adres) else venster.buiten.append(r.url))
    context.set_default_timeout(TERMIJN)
    if opties.get("java_script_enabled", True):
        context.add_init_script(_SCHENDING)
    return venster


@pytest.fixture
def pagina(browser: Browser, adres: str) -> Iterator[Page]:
    """A page of 1280 by 900; fails the test when the page did what it should not."""
    venster = open_venster(browser, adres, viewport={"width": 1280, "height": 900})
    venster.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=adres)
    yield venster.blad()
    venster.controleer()
    venster.context.close()


@pytest.fixture(params=[True, False], ids=["met script", "zonder script"])
def lezer(browser: Browser, adres: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page with and without JavaScript: every question is answered either way."""
    venster = open_venster(browser, adres, viewport={"width": 1280, "height": 900}, java_script_enabled=request.param)
    yield venster.blad()
    venster.controleer()
    venster.context.close()


def axe(blad: Page, *, regels: list[str] | None = None) -> list[str]:
    """What axe-core finds wrong on a page, by the rules of WCAG 2.2 AA and good practice, or some rules only."""
    if not blad.evaluate("'axe' in window"):
        blad.evaluate(AXE_SCRIPT)
    keuze = {"type": "rule", "values": regels} if regels else {"type": "tag", "values": WCAG}
    uitslag = blad.evaluate("(o) => axe.run(document, o)", {"runOnly": keuze, "resultTypes": ["violations"]})
    return [f"{v['id']}: {v['help']}: {[n['target'] for n in v['nodes']][:3]}" for v in uitslag["violations"]]
