"""The SPARQL 1.1 Protocol and content negotiation, case by case, against a running service.

``python -m benchmarks.protocol`` prints what was asked for and what came. Then every media type that a query can be
answered in, by its own name and by its other names. Exits with 1 where a case fails.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import httpx
from pyoxigraph import QueryResultsFormat, RdfFormat, parse, parse_query_results

from api.instellingen import Instellingen
from api.sparql.media import GRAAFSOORTEN, GRAAFSYNONIEMEN, TABELSOORTEN, TABELSYNONIEMEN
from benchmarks.dienst import server
from bronnen.register import laad_register
from graph.bouw import bouw_uit_kern
from tests.api.sparql.gevallen import ASK, CONSTRUCT, GEVALLEN, SELECT, vraag

_BESCHRIJF = "DESCRIBE <https://w3id.org/regelgraaf/id/BWBR0015703>"


def gevallen(klant: httpx.Client) -> Iterator[tuple[str, str, str, bool]]:
    for deel, groep in groupby(GEVALLEN, key=lambda g: g.deel):
        for geval in groep:
            antwoord = vraag(klant, geval)
            soort = antwoord.headers.get("content-type", "")
            goed = antwoord.status_code == geval.status and geval.soort in (None, soort)
            verwacht = f"{geval.status} {geval.soort or ''}".strip()
            yield f"{deel}: {geval.naam}", verwacht, f"{antwoord.status_code} {soort}", goed


def mediatypen(klant: httpx.Client) -> Iterator[tuple[str, str, str, bool]]:
    """Each media type by each kind of query; what comes must be readable as that type."""
    for query, soorten, namen in (
        (SELECT, TABELSOORTEN, TABELSYNONIEMEN), (ASK, TABELSOORTEN, TABELSYNONIEMEN),
        (CONSTRUCT, GRAAFSOORTEN, GRAAFSYNONIEMEN), (_BESCHRIJF, GRAAFSOORTEN, GRAAFSYNONIEMEN),
    ):  # fmt: skip
        for gevraagd in (*soorten, *namen):
            verwacht = namen.get(gevraagd, gevraagd)
            antwoord = klant.get("/sparql", params={"query": query}, headers={"Accept": gevraagd})
            soort = antwoord.headers.get("content-type", "").partition(";")[0]
            goed = antwoord.status_code == 200 and soort == verwacht and _leesbaar(antwoord.content, soort, query)
            yield f"{query.split()[0]} as {gevraagd}", f"200 {verwacht}", f"{antwoord.status_code} {soort}", goed


def _leesbaar(inhoud: bytes, soort: str, query: str) -> bool:
    try:
        if vorm := RdfFormat.from_media_type(soort):
            return any(parse(inhoud, format=vorm))
        if soort == "text/csv" and query == ASK:  # no standard says how; ours is the word alone
            return inhoud.strip() in (b"true", b"false")
        if tabel := QueryResultsFormat.from_media_type(soort):
            return tabel == QueryResultsFormat.CSV or parse_query_results(inhoud, format=tabel) is not None
    except (SyntaxError, ValueError):
        return False
    return False


def _klant(poort: int) -> httpx.Client:
    return httpx.Client(base_url=f"http://127.0.0.1:{poort}", timeout=30)


def main() -> int:
    with tempfile.TemporaryDirectory() as tijdelijk:
        bouw_uit_kern(Path(tijdelijk), laad_register())
        instellingen = Instellingen(opslag=Path(tijdelijk), lichaam_kb=100)
        # Without the pages: a browser that comes to the address itself gets one of those.
        with server(instellingen, "api.app:maak_api") as poort, _klant(poort) as klant:
            rijen = [*gevallen(klant), *mediatypen(klant)]
    for naam, verwacht, gekregen, goed in rijen:
        print(f"  {'goed' if goed else 'FOUT':6}{naam[:70]:72}{verwacht if goed else f'{verwacht}, niet {gekregen}'}")
    geslaagd = sum(goed for *_, goed in rijen)
    print(f"  {geslaagd} van {len(rijen)} gevallen geslaagd")
    return int(geslaagd < len(rijen))


if __name__ == "__main__":
    sys.exit(main())
