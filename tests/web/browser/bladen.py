"""An address of every kind of page. The router says which kinds there are: a new one without an entry fails a test."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page
from starlette.routing import Route

from web.routes import routes


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
    "/beeld/bepaling/{notatie:path}": {
        "buurt": Blad("/beeld/bepaling/lw:2"),
        "buurt-leeg": Blad("/beeld/bepaling/lw:1"),
    },
    "/zoek": {"zoek": Blad("/zoek?q=brandduur"), "zoek-leeg": Blad("/zoek?q=zeepaardje")},
    "/onopgelost": {"onopgelost": Blad("/onopgelost")},
    "/vraag": {"vragen": Blad("/vraag")},
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
}
#: Pages that no address of the router gives.
BUITEN = {"fout-adres": Blad("/bestaat-niet", 404)}
BLADEN = {naam: blad for bladen in PER_PATROON.values() for naam, blad in bladen.items()} | BUITEN


def patronen() -> set[str]:
    """The patterns of address that the router knows."""

    def geen(*_: object) -> None:
        raise AssertionError("no request is made")

    return {r.path for r in routes(geen, geen) if isinstance(r, Route)}  # type: ignore[arg-type]
