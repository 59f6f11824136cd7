"""An address of every kind of page. The router says which kinds there are: a new one without an entry fails a test."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page
from starlette.applications import Starlette
from starlette.routing import Route

from tests.web import documenten


@dataclass(frozen=True)
class Blad:
    """A page to look at: its address and status, and what a reader does on it before it is looked at.

    With ``leeg`` it is asked of a service where nothing was built.
    """

    adres: str
    status: int = 200
    doe: Callable[[Page], object] | None = None
    leeg: bool = False


def _open_alles(blad: Page) -> None:
    blad.evaluate("for (const d of document.querySelectorAll('details')) d.open = true")


#: An ordinance made from the model of the invented documents, with a choice made and an article changed.
_EIGEN = documenten.MODEL.replace("[naam gemeente]", "Lichtstad").replace("[(acht)]", "zes").replace("Model ", "")


def _bied_aan(blad: Page) -> None:
    """Bring an own ordinance, and come to what is found in it."""
    document = {"name": "lantaarnverordening-lichtstad.txt", "mimeType": "text/plain", "buffer": _EIGEN.encode()}
    blad.locator("input[type=file]").set_input_files(document)  # type: ignore[arg-type]
    blad.locator("form:has(input[type=file]) button").click()
    # The first answer starts a worker of its own, which takes long on a machine that is busy.
    blad.wait_for_url(re.compile(r"/(controle|vergelijk)/."), timeout=120_000)
    _open_alles(blad)


def _herstel(blad: Page) -> None:
    """From an own ordinance to what should change in it."""
    _bied_aan(blad)
    blad.locator("main a[href$='/herstel']").first.click()
    blad.wait_for_url("**/herstel")
    _open_alles(blad)


#: The pages of each pattern of address that the router knows.
PER_PATROON: dict[str, dict[str, Blad]] = {
    "/": {"start": Blad("/"), "start-leeg": Blad("/", 503, leeg=True)},
    "/bronnen": {"bronnen": Blad("/bronnen")},
    "/bepaling/{notatie:path}": {
        "bepaling": Blad("/bepaling/lw:2", doe=_open_alles),
        "bepaling-toelichting": Blad("/bepaling/mlv:2"),
        "bepaling-onderdeel": Blad("/bepaling/lw:2:1:b"),
        "bepaling-oud": Blad("/bepaling/lw:2?versie=2024-05-01"),
        "doel": Blad("/bepaling/kw:7"),
        "fout": Blad("/bepaling/lw:99", 404),
    },
    "/regeling/{notatie:path}": {
        "regeling": Blad("/regeling/lw", doe=_open_alles),
        "regeling-model": Blad("/regeling/mlv?correcties=ja", doe=_open_alles),
    },
    "/ding/id/{pad:path}": {
        "ding": Blad("/ding/id/BWBR9000001/2024-05-01/verwijzing/1000-1027"),
        "ding-relatie": Blad("/ding/id/mlv/2025-12/relatie/grondslag/mlv/lw%3A2%3A1"),
        "ding-onbekend": Blad("/ding/id/lw/verwijzing/1-2", 404),
    },
    "/ding/graaf/{pad:path}": {"ding-graaf": Blad("/ding/graaf/dataset")},
    "/beeld/bepaling/{notatie:path}": {
        "buurt": Blad("/beeld/bepaling/lw:2"),
        "buurt-leeg": Blad("/beeld/bepaling/lw:1"),
    },
    "/zoek": {"zoek": Blad("/zoek?q=brandduur"), "zoek-leeg": Blad("/zoek?q=zeepaardje")},
    "/onopgelost": {"onopgelost": Blad("/onopgelost")},
    "/vraag": {"vragen": Blad("/vraag")},
    "/vraag/meest-aangehaald": {"meest-aangehaald": Blad("/vraag/meest-aangehaald")},
    "/vraag/implementeert": {
        "implementeert": Blad("/vraag/implementeert?bepaling=lw:2", doe=_open_alles),
        "implementeert-formulier": Blad("/vraag/implementeert"),
    },
    "/vraag/impact": {
        "impact": Blad("/vraag/impact?doel=lw:2:1&als=vervalt", doe=_open_alles),
        "impact-formulier": Blad("/vraag/impact"),
    },
    "/vraag/dekking": {
        "dekking": Blad("/vraag/dekking?verordening=mlv&wet=lw"),
        "dekking-overzicht": Blad("/vraag/dekking"),
    },
    "/vraag/wijzigingen": {
        "wijzigingen": Blad("/vraag/wijzigingen?van=2025-12-01&tot=2026-01-31"),
        "wijzigingen-as": Blad("/vraag/wijzigingen?van=2026-01-01&tot=2026-01-31&as=in-werking"),
        "fout-invoer": Blad("/vraag/wijzigingen?van=2026-01-01&tot=gisteren", 400),
    },
    "/vraag/verschil": {
        "verschil": Blad("/vraag/verschil?werk=lw&van=2024-05-01&tot=2026-01-01"),
        "verschil-formulier": Blad("/vraag/verschil"),
    },
    "/controle": {"controle": Blad("/controle"), "controle-geladen": Blad("/controle?werk=mlv", doe=_open_alles)},
    "/controle/{id}": {"controle-eigen": Blad("/controle", doe=_bied_aan)},
    "/vergelijk": {"vergelijk": Blad("/vergelijk")},
    "/vergelijk/{id}": {"vergelijk-eigen": Blad("/vergelijk", doe=_bied_aan)},
    "/vergelijk/herstel": {"herstel-geladen": Blad("/vergelijk/herstel?eigen=mlv", doe=_open_alles)},
    "/vergelijk/{id}/herstel": {"herstel": Blad("/vergelijk", doe=_herstel)},
    "/vocabulaire": {"vocabulaire": Blad("/vocabulaire")},
    "/hulp": {"hulp": Blad("/hulp")},
    "/hulp/ontwikkelaars": {"hulp-ontwikkelaars": Blad("/hulp/ontwikkelaars")},
    "/sparql": {
        "sparql": Blad("/sparql"),
        "sparql-uitslag": Blad("/sparql?query=SELECT+*+%7B+%3Fs+%3Fp+%3Fo+%7D+LIMIT+3"),
        "sparql-fout": Blad("/sparql?query=SELECT", 400),
    },
}
#: What the router serves that is no page, with the reason.
GEEN_BLAD = {
    "/voorbeeld/{notatie:path}": "a piece of a page, looked at as the preview of a reference",
    "/beeld/tijdlijn/{notatie:path}": "leads to its provision, or is a file",
    "/static/{naam}": "files",
    "/controle/{id}/wis": "wipes, and leads to the form",
    "/vergelijk/herstel/waswordt": "a file",
    "/vergelijk/herstel/besluit": "a file",
    "/vergelijk/{id}/herstel/waswordt": "a file",
    "/vergelijk/{id}/herstel/besluit": "a file",
    "/vergelijk/{id}/wissen": "wipes, and leads to the form",
}
#: Pages that no address of the router gives: none at all, or routes of their own.
BUITEN = {
    "fout-adres": Blad("/bestaat-niet", 404),
    "controle-formulier": Blad("/controle"),
}
BLADEN = {naam: blad for bladen in PER_PATROON.values() for naam, blad in bladen.items()} | BUITEN


def patronen(app: Starlette) -> set[str]:
    """The patterns of address that pages of the application answer, and not its interface for programs."""
    return {r.path for r in app.routes if isinstance(r, Route) and _module(r.endpoint).startswith("web.")}


def _module(eindpunt: object) -> str:
    return str(getattr(getattr(eindpunt, "func", eindpunt), "__module__", ""))
