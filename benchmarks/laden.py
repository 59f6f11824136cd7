"""Load the same graph into our stores and into rdflib's, in one run: ``python -m benchmarks.laden [--quads N]``.

The graph is generated with the vocabulary and shape of a built one, as N-Quads. rdflib uses its own parser and
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
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, Store, parse, serialize

from bronnen.register import Register
from graph.oxigraph import Oxigraph
from graph.tripels import maak_quads
from ontologie.document import Bepaling, BepalingSoort, Bronbestand, Document, DocumentSoort
from ontologie.identificatie import BepalingId, StapSoort, artikel_id
from ontologie.tekst import Segment, Span, Tekst
from ontologie.verwijzing import Status, Verwijzing, VerwijzingSoort

NU = datetime(2026, 1, 1, tzinfo=UTC)
REGISTER = Register(())
ARTIKELEN = 100


def wet(n: int) -> tuple[Document, list[Verwijzing]]:
    """The n-th invented law: articles with three leden, each with words and a reference to another law."""
    werk, verwijzingen = f"wet{n}", []
    artikelen = []
    for a in range(1, ARTIKELEN + 1):
        id_ = artikel_id(werk, str(a))
        leden = []
        for nr in range(1, 4):
            begin = (a * 4 + nr) * 200
            zin = f"Het bestuur van zaak {a}.{nr} volgt artikel {(a * 7 + nr) % ARTIKELEN + 1} van de wet daarover."
            lid = id_.onder(StapSoort.LID, str(nr))
            tekst = Tekst(zin, (Segment(0, len(zin), begin, len(zin)),))
            leden.append(Bepaling(lid, BepalingSoort.LID, Span(begin, begin + 199), f"{nr}.", inhoud=(tekst,)))
            doel = artikel_id(f"wet{(n * 31 + a) % (n + 1)}", str((a * 7 + nr) % ARTIKELEN + 1))
            verwijzingen.append(
                Verwijzing(
                    Span(begin + 30, begin + 50), zin[30:50], VerwijzingSoort.BEPALING, Status.OPGELOST, (doel,), lid
                )
            )
        artikelen.append(
            Bepaling(id_, BepalingSoort.ARTIKEL, Span(a * 800, a * 800 + 799), f"Artikel {a}", inhoud=tuple(leden))
        )
    wortel = Bepaling(BepalingId(werk), BepalingSoort.REGELING, Span(0, 100_000), inhoud=tuple(artikelen))
    bron = Bronbestand(f"{werk}.xml", "0" * 64, 100_000, "bwb-toestand", "bwb/1")
    return Document(werk, "2026-01-01", DocumentSoort.WET, f"Wet {n}", wortel, bron), verwijzingen


def gegenereerd(aantal: int) -> Iterator[Quad]:
    gemaakt = n = 0
    while gemaakt < aantal:
        for quad in maak_quads(*wet(n), REGISTER, NU):
            yield quad
            gemaakt += 1
        n += 1


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
            serialize(gegenereerd(gekozen.quads), bestand, RdfFormat.N_QUADS)
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
