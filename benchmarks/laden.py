"""Load the same graph into our stores and into rdflib's, in one run: ``python -m benchmarks.laden [--quads N]``.

The graph is that of ``benchmarks.grafen``, as N-Quads. rdflib uses its own parser and
memory store, pyoxigraph its native bulk load in memory and on disk. Every engine runs in a process of its own; what is
timed is parsing and loading, until the data can be queried.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from pyoxigraph import RdfFormat, Store, parse, serialize

from benchmarks.grafen import quads
from graph.oxigraph import Oxigraph


def met_rdflib(pad: Path, _map: Path) -> int:
    from rdflib import Dataset

    gegevens = Dataset()
    gegevens.parse(pad, format="nquads")
    return len(gegevens)


def in_geheugen(pad: Path, _map: Path) -> int:
    store = Store()
    store.bulk_load(path=pad, format=RdfFormat.N_QUADS)
    return len(store)


def op_schijf(pad: Path, map_: Path) -> int:
    store = Store(map_ / "native")
    store.bulk_load(path=pad, format=RdfFormat.N_QUADS)
    store.flush()
    return len(store)


def met_opslag(pad: Path, map_: Path) -> int:
    """As the build does: quads as Python objects, in portions, through ``Opslag.laad``."""
    opslag = Oxigraph.open(map_ / "opslag", schrijven=True)
    opslag.laad(parse(path=pad, format=RdfFormat.N_QUADS))
    aantal = len(opslag.store)
    opslag.sluit()
    return aantal


MANIEREN: dict[str, Callable[[Path, Path], int]] = {
    "rdflib, geheugen": met_rdflib,
    "pyoxigraph, geheugen": in_geheugen,
    "pyoxigraph, schijf": op_schijf,
    "Opslag.laad, schijf": met_opslag,
}


def _meet(naam: str, pad: Path, map_: Path, uit: multiprocessing.Queue[tuple[float, int, float]]) -> None:
    begin = time.perf_counter()
    aantal = MANIEREN[naam](pad, map_)
    seconden = time.perf_counter() - begin
    eenheid = 1 if sys.platform == "darwin" else 1024
    uit.put((seconden, aantal, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * eenheid / 1e6))


def meet(naam: str, pad: Path, map_: Path) -> tuple[float, int, float]:
    """Seconds, quads that are there after loading, and peak memory in MB, in a fresh process."""
    context = multiprocessing.get_context("spawn")
    uit = context.Queue()
    proces = context.Process(target=_meet, args=(naam, pad, map_, uit))
    proces.start()
    antwoord: tuple[float, int, float] = uit.get()
    proces.join()
    return antwoord


def main() -> int:
    opties = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    opties.add_argument("--quads", type=int, default=300_000)
    gekozen = opties.parse_args()
    with tempfile.TemporaryDirectory() as tijdelijk:
        pad = Path(tijdelijk) / "graaf.nq"
        with pad.open("wb") as bestand:
            serialize(quads(gekozen.quads), bestand, RdfFormat.N_QUADS)
        print(f"  {gekozen.quads} quads, {pad.stat().st_size / 1e6:.0f} MB N-Quads")
        print(f"  {'':24}{'seconden':>10}{'quads/s':>12}{'MB':>8}{'× rdflib':>10}")
        basis, aantallen = 0.0, set()
        for naam in MANIEREN:
            seconden, aantal, geheugen = meet(naam, pad, Path(tijdelijk))
            basis = basis or seconden
            aantallen.add(aantal)
            snelheid = gekozen.quads / seconden
            print(f"  {naam:24}{seconden:>10.2f}{snelheid:>12,.0f}{geheugen:>8.0f}{basis / seconden:>10.1f}")
    if len(aantallen) != 1:
        print(f"  de manieren laden niet evenveel: {sorted(aantallen)}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
