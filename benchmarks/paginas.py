"""Server time and weight of the pages: every article of the loaded sources, and the longest regulation as a whole.

``python -m benchmarks.paginas [--bronnen MAP]``. Goals: 95 % of the provision pages within 25 ms and 60 kB, the longest
regulation within 150 ms, all static files together 60 kB. Asked over loopback by one client that keeps its
connection, gzip included, beside a bare template that gives as many bytes. Computing time (of the client too) is told
besides, as it suffers less from whatever else the machine does. Exits with 1 when a goal is missed.
"""

from __future__ import annotations

import argparse
import gzip
import http.client
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

import uvicorn
from jinja2 import Environment
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route

from api.instellingen import Instellingen
from api.verbindingen import Serverconfig, Verbindingsgrenzen
from benchmarks.bouw import bronmap
from bronnen.register import laad_register
from graph.antwoorden import Antwoorden
from graph.bouw import bouw
from ontologie.identificatie import StapSoort
from web.app import GZIP, maak_app
from web.paden import Paden
from web.statisch import STATISCH

MS_BEPALING, MS_REGELING = 25.0, 150.0
KB_BEPALING, KB_STATISCH = 60.0, 60.0
KEREN_REGELING = 20

_KAAL = Environment(autoescape=True).from_string(
    "<!doctype html><main>{% for r in rijen %}<p>{{ r }}</p>{% endfor %}</main>"
)


def _kaal(verzoek: Request) -> HTMLResponse:
    """A template that does nothing but give about as many bytes as asked for."""
    regel = "Een regel van honderd tekens, zoals er in een gewone bepaling ook staan: niet te kort en niet lang. "
    return HTMLResponse(_KAAL.render(rijen=[regel] * (int(verzoek.path_params["n"]) // 108)))


def start_server(app: Starlette) -> tuple[uvicorn.Server, int]:
    # The connections of the product, not those of its library.
    server = uvicorn.Server(Serverconfig(app, Verbindingsgrenzen(), host="127.0.0.1", port=0, log_level="warning"))
    threading.Thread(target=server.run, daemon=True).start()
    while not server.started:
        time.sleep(0.02)
    return server, server.servers[0].sockets[0].getsockname()[1]


class Klant:
    """One client: asks a page and tells milliseconds, bytes, and milliseconds of computing of this whole process."""

    def __init__(self, poort: int) -> None:
        self._verbinding = http.client.HTTPConnection("127.0.0.1", poort)

    def haal(self, pad: str, *, ingepakt: bool = True) -> tuple[float, int, float]:
        koppen = {"Accept": "text/html", "Accept-Encoding": "gzip" if ingepakt else "identity"}
        begin, gerekend = time.perf_counter(), time.process_time()
        self._verbinding.request("GET", pad, headers=koppen)
        antwoord = self._verbinding.getresponse()
        inhoud = antwoord.read()
        duur, gerekend = (time.perf_counter() - begin) * 1000, (time.process_time() - gerekend) * 1000
        if antwoord.status != 200:
            raise RuntimeError(f"{pad}: {antwoord.status}")
        return duur, len(inhoud), gerekend


def _p95(waarden: Sequence[float]) -> float:
    return statistics.quantiles(waarden, n=20)[-1] if len(waarden) > 1 else waarden[0]


def _regel(naam: str, tijden: Sequence[float]) -> str:
    return f"  {naam:48} p50 {statistics.median(tijden):6.1f}  p95 {_p95(tijden):6.1f} ms"


def _artikelen(antwoorden: Antwoorden) -> list[str]:
    uit = []
    for bron in antwoorden.bronnen().items:
        assert bron.werk.bepaling is not None
        if bron.nieuwste:
            for _, plek in antwoorden.inhoudsopgave(bron.werk.bepaling):
                if plek.bepaling is not None and plek.bepaling.soort in (StapSoort.ARTIKEL, StapSoort.SECTIE):
                    uit.append(Paden().bepaling(plek.kort))
    return uit


def meet(map_: Path, opslag: Path) -> bool:
    """Build, serve, ask; whether every goal is met."""
    bouw([map_], opslag, laad_register())
    app = maak_app(Instellingen(opslag=opslag))
    app.router.routes.insert(0, Route("/kaal/{n}", _kaal))
    antwoorden: Antwoorden = app.state.dienst.antwoorden()
    server, poort = start_server(app)
    klant = Klant(poort)
    paden = _artikelen(antwoorden)
    langste = max(antwoorden.bronnen().items, key=lambda b: (b.nieuwste, b.bepalingen)).werk.kort
    regeling = f"/regeling/{quote(langste)}"
    klant.haal(paden[0])
    eerste = klant.haal(regeling)[0]

    koud = [klant.haal(pad) for pad in paden]
    warm = [klant.haal(pad) for pad in paden]
    groot = [klant.haal(regeling) for _ in range(KEREN_REGELING)]
    kaal = {
        naam: [klant.haal(f"/kaal/{klant.haal(pad, ingepakt=False)[1]}")[0] for _ in range(KEREN_REGELING)]
        for naam, pad in (("bepaling", paden[len(paden) // 2]), ("regeling", regeling))
    }
    server.should_exit = True

    goed = True
    for naam, metingen, grens in (
        (f"bepaling, eerste keer ({len(koud)} pagina's)", koud, MS_BEPALING),
        ("bepaling, tweede keer", warm, MS_BEPALING),
        (f"{regeling} (eerste keer {eerste:.0f} ms)", groot, MS_REGELING),
    ):
        tijden = [t for t, _, _ in metingen]
        kb, rekentijd = _p95([b / 1000 for _, b, _ in metingen]), _p95([r for _, _, r in metingen])
        oordeel = "goed" if _p95(tijden) <= grens else f"BOVEN {grens:g} ms"
        goed &= _p95(tijden) <= grens
        print(f"{_regel(naam, tijden)} (rekentijd {rekentijd:5.1f})  p95 {kb:5.1f} kB  {oordeel}")
    for naam, tijden in kaal.items():
        print(_regel(f"kaal sjabloon zo groot als een {naam}", tijden))
    zwaarste = max(b for _, b, _ in koud) / 1000
    statisch = sum(len(gzip.compress(STATISCH.inhoud(naam), GZIP)) for naam in STATISCH.namen()) / 1000
    kaal_statisch = STATISCH.grootte() / 1000
    print(
        f"  zwaarste bepaling {zwaarste:.1f} kB; alle statische bestanden {statisch:.1f} kB ({kaal_statisch:.1f} kaal)"
    )
    return goed and _p95([b / 1000 for _, b, _ in koud]) <= KB_BEPALING and statisch <= KB_STATISCH


def main() -> int:
    ontleder = argparse.ArgumentParser(description=__doc__)
    ontleder.add_argument("--bronnen", type=Path, default=bronmap())
    map_ = ontleder.parse_args().bronnen
    if map_ is None:
        print("  overgeslagen: er zijn geen documenten (REGELGRAAF_BRONNEN of --bronnen)")
        return 0
    with tempfile.TemporaryDirectory() as opslag:
        return 0 if meet(map_, Path(opslag)) else 1


if __name__ == "__main__":
    sys.exit(main())
