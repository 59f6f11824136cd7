"""What a reader's browser measures: largest paint, shift of the layout, and bytes over the wire, by kind of page.

``python -m benchmarks.browser [--bronnen MAP] [--keer N]``. A real Chromium without cache, on loopback; each page in a
window of a phone and of a desk. Goals: no shift at all, a provision page within 60 kB over the wire, all static files
together within 60 kB. Times are told, not judged: they are the machine's. Exits with 1 when a goal is missed, and is
left out where there is no Chromium.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, CDPSession, sync_playwright

from api.instellingen import Instellingen
from benchmarks.bouw import bronmap
from benchmarks.paginas import KB_BEPALING, KB_STATISCH, start_server
from bronnen.register import laad_register
from graph.bouw import bouw
from web.app import maak_app

PAGINAS = {
    "start": "/",
    "bepaling": "/bepaling/pw:8a",
    "bepaling in model": "/bepaling/mrv:14l",
    "regeling (langste)": "/regeling/pw",
    "regeling (model)": "/regeling/mrv",
    "omgeving in beeld": "/beeld/bepaling/pw:8a",
    "zoek": "/zoek?q=werkgever",
    "implementeert": "/vraag/implementeert?bepaling=pw:8a:2:f",
    "dekking": "/vraag/dekking?verordening=mrv&wet=pw",
    "dekking (overzicht)": "/vraag/dekking",
    "wijzigingen": "/vraag/wijzigingen?van=2025-12-01&tot=2026-01-31",
    "was en wordt": "/vraag/verschil?werk=pw&van=2023-10-07&tot=2026-01-01",
    "impact": "/vraag/impact?doel=pw:7a",
    "meest aangehaald": "/vraag/meest-aangehaald",
    "vergelijken": "/vergelijk",
    "controle": "/controle?werk=lb",
    "onopgelost": "/onopgelost",
    "bronnen": "/bronnen",
    "sparql": "/sparql",
    "vocabulaire": "/vocabulaire",
    "hulp": "/hulp",
}
VENSTERS = {"telefoon": (360, 740), "bureau": (1280, 900)}
_METING = """() => new Promise((klaar) => {
    let lcp = 0, cls = 0;
    new PerformanceObserver((l) => { for (const e of l.getEntries()) lcp = e.startTime; })
        .observe({ type: "largest-contentful-paint", buffered: true });
    new PerformanceObserver((l) => { for (const e of l.getEntries()) cls += e.value; })
        .observe({ type: "layout-shift", buffered: true });
    const fcp = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0;
    setTimeout(() => klaar([lcp || fcp, cls]), 120);
})"""


@dataclass
class Gewicht:
    """Bytes that came over the wire, headers and all, by address."""

    per_adres: dict[str, int]

    @classmethod
    def luister(cls, sessie: CDPSession) -> Gewicht:
        adressen: dict[str, str] = {}
        gewicht = cls({})
        sessie.on("Network.responseReceived", lambda g: adressen.update({g["requestId"]: g["response"]["url"]}))
        sessie.on("Network.loadingFinished", lambda g: gewicht._tel(adressen, g["requestId"], g["encodedDataLength"]))
        sessie.send("Network.enable")
        return gewicht

    def _tel(self, adressen: dict[str, str], verzoek: str, bytes_: float) -> None:
        adres = adressen.get(verzoek, "")
        self.per_adres[adres] = self.per_adres.get(adres, 0) + int(bytes_)

    def statisch(self) -> dict[str, int]:
        return {adres: n for adres, n in self.per_adres.items() if "/static/" in adres}


def _bezoek(browser: Browser, adres: str, pad: str, maat: tuple[int, int]) -> tuple[float, float, Gewicht]:
    """Largest paint in ms, shift, and weight of one visit without cache."""
    venster = browser.new_context(viewport={"width": maat[0], "height": maat[1]})
    blad = venster.new_page()
    gewicht = Gewicht.luister(venster.new_cdp_session(blad))
    antwoord = blad.goto(adres + pad, wait_until="networkidle")
    if antwoord is None or antwoord.status != 200:
        raise RuntimeError(f"{pad}: {antwoord and antwoord.status}")
    lcp, cls = blad.evaluate(_METING)
    venster.close()
    return lcp, cls, gewicht


def _regels(browser: Browser, adres: str, keer: int, statisch: dict[str, int]) -> Iterator[tuple[str, bool]]:
    for naam, pad in PAGINAS.items():
        for venster, maat in VENSTERS.items():
            bezoeken = [_bezoek(browser, adres, pad, maat) for _ in range(keer)]
            lcp = statistics.median(b[0] for b in bezoeken)
            cls = max(b[1] for b in bezoeken)
            gewicht = bezoeken[-1][2]
            statisch.update(gewicht.statisch())
            geheel = sum(gewicht.per_adres.values()) / 1000
            eigen = geheel - sum(gewicht.statisch().values()) / 1000
            goed = cls == 0 and (naam != "bepaling" or eigen <= KB_BEPALING)
            yield (
                f"  {naam:20} {venster:9} LCP {lcp:6.0f} ms  CLS {cls:.3f}  pagina {eigen:6.1f} kB"
                f"  met bestanden {geheel:6.1f} kB  {'goed' if goed else 'NIET GEHAALD'}",
                goed,
            )


def meet(map_: Path, opslag: Path, chromium: str, keer: int) -> bool:
    """Build, serve, visit; whether every goal is met."""
    bouw([map_], opslag, laad_register())
    server, poort = start_server(maak_app(Instellingen(opslag=opslag)))
    statisch: dict[str, int] = {}
    alles_goed = True
    with sync_playwright() as p:
        browser = p.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for pad in PAGINAS.values():  # the first visit of a page also fills what the service remembers
            _bezoek(browser, f"http://127.0.0.1:{poort}", pad, VENSTERS["bureau"])
        for regel, goed in _regels(browser, f"http://127.0.0.1:{poort}", keer, statisch):
            print(regel, flush=True)
            alles_goed &= goed
        browser.close()
    server.should_exit = True
    samen = sum(statisch.values()) / 1000
    print(f"  alle statische bestanden samen, over de lijn: {samen:.1f} kB ({len(statisch)} bestanden)")
    return alles_goed and samen <= KB_STATISCH


def main() -> int:
    ontleder = argparse.ArgumentParser(description=__doc__)
    ontleder.add_argument("--bronnen", type=Path, default=bronmap())
    ontleder.add_argument("--keer", type=int, default=3, help="visits of each page in each window")
    keuze = ontleder.parse_args()
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if keuze.bronnen is None or chromium is None:
        print("  overgeslagen: er zijn geen documenten (REGELGRAAF_BRONNEN of --bronnen), of er is geen Chromium")
        return 0
    with tempfile.TemporaryDirectory() as opslag:
        return 0 if meet(keuze.bronnen, Path(opslag), chromium, keuze.keer) else 1


if __name__ == "__main__":
    sys.exit(main())
