"""Requests per second and p95 of the service: ten clients on loopback, alone and beside one that means harm.

``python -m benchmarks.dienst [--bronnen MAP | --tripels N] [--seconden S]``; without documents over the shipped facts.
The server is a process of its own. Each client has an address of its own (127.0.0.x), as the limits are per client;
the hostile one keeps asking for a product of all triples. In the same run a bare pyoxigraph loop, in one thread and
without any service around it, answers the same SPARQL that the service asks its store: once for each request of one
client, to tell what the service adds. Exits with 1 when a request fails, or a provision takes above ``MS_VIJANDIG`` at
p95 beside the hostile client.
"""

from __future__ import annotations

import argparse
import http.client
import os
import random
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from pyoxigraph import QueryBoolean, QueryResultsFormat, QuerySolutions, Store

from api.instellingen import Instellingen
from benchmarks._proefgraaf import Meeschrijver
from benchmarks.bouw import bronmap
from benchmarks.grafen import graaf
from bronnen.register import laad_register
from graph.antwoorden import Antwoorden
from graph.bouw import bouw, bouw_uit_kern
from graph.oxigraph import Oxigraph
from graph.staat import open_staat
from ontologie.identificatie import StapSoort

KLANTEN = 10
BEPALINGEN = 200
MS_VIJANDIG = 250.0
_VIJANDIG = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
#: Incoming references with their words and titles, the question that is asked most.
_INKOMEND = """PREFIX rg: <https://w3id.org/regelgraaf/def#>
PREFIX eli: <http://data.europa.eu/eli/ontology#>
SELECT ?van ?titel ?status {{ ?v rg:naar <{iri}> ; rg:van ?van ; rg:status ?status .
  OPTIONAL {{ ?van eli:title ?titel }} }}"""

#: The connections of the product, not those of its library.
_SERVER = """
import sys, uvicorn
from api.verbindingen import Serverconfig, Verbindingsgrenzen
opties = dict(factory=True, port=int(sys.argv[2]), log_level="error", access_log=False, server_header=False)
uvicorn.Server(Serverconfig(sys.argv[1], Verbindingsgrenzen(), **opties)).run()
"""


@dataclass
class Meting:
    """The times of requests in milliseconds, and how many did not succeed."""

    seconden: float
    tijden: list[float] = field(default_factory=list)
    mislukt: int = 0

    def p(self, deel: float) -> float:
        gesorteerd = sorted(self.tijden)
        return gesorteerd[min(len(gesorteerd) - 1, int(deel * len(gesorteerd)))] if gesorteerd else float("nan")

    def __str__(self) -> str:
        per_seconde = len(self.tijden) / self.seconden
        fout = f"  MISLUKT {self.mislukt}" if self.mislukt else ""
        return f"{per_seconde:7.0f}/s  p50 {self.p(0.5):7.2f}  p95 {self.p(0.95):7.2f} ms{fout}"


@contextmanager
def server(instellingen: Instellingen, app: str = "web.app:maak_app") -> Iterator[int]:
    """An application (by default the whole) in a process of its own; gives its port."""
    with socket.socket() as proef:
        proef.bind(("127.0.0.1", 0))
        poort = int(proef.getsockname()[1])
    proces = subprocess.Popen(
        [sys.executable, "-c", _SERVER, app, str(poort)], env={**os.environ, **instellingen.omgeving()}
    )
    try:
        einde = time.monotonic() + 30
        while True:
            with socket.socket() as proef:
                if proef.connect_ex(("127.0.0.1", poort)) == 0:
                    break
            if proces.poll() is not None or time.monotonic() > einde:
                raise RuntimeError("de server start niet")
            time.sleep(0.05)
        yield poort
    finally:
        proces.terminate()
        proces.wait(20)


def vraag_achtereen(poort: int, nummer: int, paden: Sequence[str], stop: Callable[[], bool], meting: Meting) -> None:
    """One client on a kept connection asks again and again."""
    adres = (f"127.0.0.{nummer + 2}", 0)
    verbinding = http.client.HTTPConnection("127.0.0.1", poort, timeout=60, source_address=adres)
    beurt = random.Random(nummer)  # the same order in every run
    while not stop():
        begin = time.perf_counter()
        verbinding.request("GET", beurt.choice(paden), headers={"Accept": "*/*"})
        antwoord = verbinding.getresponse()
        antwoord.read()
        if antwoord.status == 200:
            meting.tijden.append((time.perf_counter() - begin) * 1000)
        else:
            meting.mislukt += 1
    verbinding.close()


def meet(poort: int, paden: Sequence[str], seconden: float, klanten: int = KLANTEN) -> Meting:
    """What some clients at once get in some seconds."""
    metingen = [Meting(seconden) for _ in range(klanten)]
    einde = time.monotonic() + seconden
    draden = [
        threading.Thread(target=vraag_achtereen, args=(poort, n, paden, lambda: time.monotonic() > einde, m))
        for n, m in enumerate(metingen)
    ]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    return Meting(seconden, [t for m in metingen for t in m.tijden], sum(m.mislukt for m in metingen))


@contextmanager
def vijand(poort: int) -> Iterator[Meting]:
    """One client that does nothing but ask for a product of everything."""
    klaar, meting = threading.Event(), Meting(1.0)
    pad = f"/sparql?query={quote(_VIJANDIG)}"
    draad = threading.Thread(target=vraag_achtereen, args=(poort, 200, [pad], klaar.is_set, meting), daemon=True)
    draad.start()
    time.sleep(0.5)
    try:
        yield meting
    finally:
        klaar.set()
        draad.join(30)


def kies(antwoorden: Antwoorden) -> list[tuple[str, str]]:
    """Some provisions of all loaded works, as short notation and IRI."""
    alle = []
    for bron in antwoorden.bronnen().items:
        if bron.nieuwste and bron.werk.bepaling is not None:
            plekken = (plek for _, plek in antwoorden.inhoudsopgave(bron.werk.bepaling))
            alle += [
                (p.kort, p.iri) for p in plekken
                if p.bepaling is not None and p.bepaling.soort in (StapSoort.ARTIKEL, StapSoort.SECTIE)
            ]  # fmt: skip
    return random.Random(5).sample(alle, min(BEPALINGEN, len(alle)))


def queries_van(opslag: Oxigraph, gekozen: Sequence[tuple[str, str]]) -> list[list[str]]:
    """The SPARQL that the answer about each provision asks, once names are known as in a running service."""
    schrijver = Meeschrijver(opslag)
    antwoorden = Antwoorden(schrijver, laad_register())  # type: ignore[arg-type]
    uit: list[list[str]] = []
    for ronde in range(2):
        for kort, _ in gekozen:
            schrijver.gevraagd = []
            antwoorden.bepaling(antwoorden.lees_id(kort)[0])
            if ronde:
                uit.append(schrijver.gevraagd)
    return uit


def kaal(store: Store, beurten: Sequence[Sequence[str]], *, als_json: bool) -> Meting:
    """The engine alone: each turn is some queries, whose solutions are all taken (or written as JSON)."""
    meting = Meting(0.0)
    begin_alles = time.perf_counter()
    for queries in beurten:
        begin = time.perf_counter()
        for query in queries:
            antwoord = store.query(query, use_default_graph_as_union=True)
            if als_json and isinstance(antwoord, QuerySolutions):
                antwoord.serialize(format=QueryResultsFormat.JSON)
            elif not isinstance(antwoord, QueryBoolean):
                for _ in antwoord:
                    pass
        meting.tijden.append((time.perf_counter() - begin) * 1000)
    meting.seconden = time.perf_counter() - begin_alles
    return meting


def main() -> int:
    ontleder = argparse.ArgumentParser(description=__doc__)
    ontleder.add_argument("--bronnen", type=Path, default=bronmap())
    ontleder.add_argument("--seconden", type=float, default=5.0)
    ontleder.add_argument("--tripels", type=int, default=0, help="een verzonnen graaf van zo veel tripels")
    keuze = ontleder.parse_args()
    if keuze.tripels:
        return 0 if vergelijk(graaf(keuze.tripels), keuze.seconden) else 1
    with tempfile.TemporaryDirectory() as tijdelijk:
        opslag = Path(tijdelijk)
        register = laad_register()
        bouw([keuze.bronnen], opslag, register) if keuze.bronnen else bouw_uit_kern(opslag, register)
        return 0 if vergelijk(opslag, keuze.seconden) else 1


def vergelijk(opslag: Path, seconden: float) -> bool:
    """All measurements over one built graph; whether every request succeeded and stayed within its bound."""
    staat = open_staat(opslag)
    embedded = Oxigraph.open(staat.tripels)
    gekozen = kies(Antwoorden(embedded, laad_register()))
    soorten = {
        "/v1/bepalingen/…": ([f"/v1/bepalingen/{quote(k)}" for k, _ in gekozen], queries_van(embedded, gekozen)),
        "/sparql": (
            [f"/sparql?query={quote(_INKOMEND.format(iri=iri))}" for _, iri in gekozen],
            [[_INKOMEND.format(iri=iri)] for _, iri in gekozen],
        ),
    }
    print(f"  {len(embedded.store)} tripels; {len(gekozen)} bepalingen; {KLANTEN} klanten, {seconden:g} s per meting")
    goed = True
    with server(Instellingen(opslag=opslag)) as poort:
        for naam, (paden, beurten) in soorten.items():
            meet(poort, paden, 1.0)  # what is asked first is read from disk
            kaal(embedded.store, beurten, als_json=naam == "/sparql")
            motor = kaal(embedded.store, beurten, als_json=naam == "/sparql")
            een = meet(poort, paden, seconden, klanten=1)
            tien = meet(poort, paden, seconden)
            with vijand(poort):
                vijandig = meet(poort, paden, seconden)
            per_beurt = statistics.mean(len(b) for b in beurten)
            print(f"  {naam}")
            # The service remembers what it was asked last; then there is no engine to stand beside.
            if onthouden := per_beurt < 0.5:
                print("    de dienst heeft deze bepalingen onthouden en vraagt de motor niets")
            else:
                print(f"    kale motor, {per_beurt:4.1f} queries per keer   {motor}")
            naast = "" if onthouden else f"  ({een.p(0.5) / motor.p(0.5):.2f}× de motor)"
            print(f"    één klant                        {een}{naast}")
            print(f"    {KLANTEN} klanten                       {tien}")
            print(f"    {KLANTEN} klanten naast een vijandige    {vijandig}")
            goed &= not (een.mislukt or tien.mislukt or vijandig.mislukt)
            goed &= naam == "/sparql" or vijandig.p(0.95) <= MS_VIJANDIG
    embedded.sluit()
    staat.sluit()
    return goed


if __name__ == "__main__":
    sys.exit(main())
