"""The same SPARQL in rdflib's memory store, in a process of its own that is stopped where it takes too long."""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Mapping, Sequence
from multiprocessing.connection import Connection
from pathlib import Path

from pyoxigraph import RdfFormat

from graph.oxigraph import Oxigraph

#: Seconds for one question, all its turns together; and for loading.
PER_VRAAG, LADEN = 10.0, 120.0


def _werk(pad: Path, turns: Mapping[str, Sequence[Sequence[str]]], naar: Connection) -> None:
    from rdflib import Dataset

    begin = time.perf_counter()
    gegevens = Dataset(default_union=True)
    gegevens.parse(pad, format="nquads")
    naar.send(("geladen", time.perf_counter() - begin))
    for naam, beurten in turns.items():
        naar.send(("vraag", naam))
        tot = time.monotonic() + PER_VRAAG
        for queries in beurten:
            begin = time.perf_counter()
            try:
                for query in queries:
                    for _ in gegevens.query(query):
                        pass
            except Exception as fout:
                naar.send(("fout", type(fout).__name__))
                break
            naar.send(("ms", (time.perf_counter() - begin) * 1000))
            if time.monotonic() > tot:
                break
    naar.send(("klaar", ""))


def met_rdflib(opslag: Oxigraph, map_: Path, beurten: Mapping[str, Sequence[Sequence[str]]]) -> dict[str, list[float]]:
    """Milliseconds of the turns of each question that were done in time; prints how long loading took."""
    pad = map_ / "graaf.nq"
    opslag.store.dump(pad, RdfFormat.N_QUADS)
    hier, daar = multiprocessing.Pipe(duplex=False)
    proces = multiprocessing.get_context("spawn").Process(target=_werk, args=(pad, dict(beurten), daar), daemon=True)
    proces.start()
    uit: dict[str, list[float]] = {}
    vraag, tot = "", time.monotonic() + LADEN
    while hier.poll(max(0.0, tot - time.monotonic())):
        soort, waarde = hier.recv()
        if soort == "klaar":
            break
        if soort == "geladen":
            print(f"  rdflib laadde in {waarde:.1f} s")
        elif soort == "vraag":
            vraag, tot = waarde, time.monotonic() + 2 * PER_VRAAG
        elif soort == "ms":
            uit.setdefault(vraag, []).append(waarde)
        else:
            print(f"  rdflib kan «{vraag}» niet beantwoorden: {waarde}")
    proces.terminate()
    proces.join(10)
    return uit
