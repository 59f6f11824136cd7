"""Build everything: seconds per phase, peak memory, counts, and whether the result conforms to the shapes.

``python -m benchmarks.bouw [--bronnen MAP] [--zonder-vormen]``. Goal: 15 s wall clock and 400 MB on a machine with two
cores. Exits with 1 when a goal is missed, a file cannot be read, a triple stands in two graphs or a shape is violated.
"""

from __future__ import annotations

import argparse
import os
import resource
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, serialize

from bronnen.register import laad_register
from graph.bouw import bouw
from graph.bouwverslag import Bouwverslag
from graph.staat import open_opslag, open_staat
from ontologie.termen import lees_bestand

SECONDEN = 15.0
MEGABYTES = 400
WORTEL = Path(__file__).resolve().parent.parent


def bronmap() -> Path | None:
    """The real documents: ``REGELGRAAF_BRONNEN`` or ``shared/bronnen`` beside the checkout; None without them."""
    plaatsen = (os.environ.get("REGELGRAAF_BRONNEN"), WORTEL.parent / "shared" / "bronnen")
    return next((Path(p) for p in plaatsen if p and Path(p).is_dir()), None)


def megabytes() -> float:
    """Peak memory of this process so far."""
    eenheid = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * eenheid / 1e6


def toon(verslag: Bouwverslag, seconden: float, rekentijd: float) -> None:
    for fase, duur in verslag.seconden:
        print(f"  {fase.value:40} {duur:6.2f} s")
    print(f"  {'totaal':40} {seconden:6.2f} s (rekentijd {rekentijd:.2f} s), hoogste geheugen {megabytes():.0f} MB")
    for b in verslag.bestanden:
        wat = f"{b.werk} {b.versie}: {b.bepalingen} bepalingen, {b.verwijzingen} verwijzingen" if b.werk else b.reden
        print(f"  {b.lot.value:10} {b.pad.name:62} {wat}")
    print(f"  {verslag.quads} quads; verwijzingen: " + ", ".join(f"{n} {status}" for status, n in verslag.per_status))


def schendingen(quads: set[Quad]) -> str:
    """What does not conform to the shapes, "" if all does."""
    from pyshacl import validate
    from rdflib import Graph

    tripels = serialize(list({q.triple for q in quads}), format=RdfFormat.N_TRIPLES)
    vormen = Graph().parse(data=lees_bestand("vormen.ttl"), format="turtle")
    akkoord, _, rapport = validate(Graph().parse(data=tripels, format="nt"), shacl_graph=vormen, inference="none")
    return "" if akkoord else str(rapport)


def controleer(doelmap: Path, vormen: bool) -> bool:
    """Whether the built graph is as it should be; tells what is not."""
    with open_staat(doelmap) as staat:
        quads = set(open_opslag(staat).store)
        schijf = sum(p.stat().st_size for p in staat.pad.rglob("*") if p.is_file())
    dubbel = [tripel for tripel, n in Counter(q.triple for q in quads).items() if n > 1]
    grafen = len({q.graph_name for q in quads})
    print(f"  {len(quads)} quads in {grafen} grafen, {schijf / 1e6:.0f} MB op schijf, {len(dubbel)} tripels dubbel")
    for tripel in dubbel[:5]:
        print(f"    dubbel: {tripel}")
    if not vormen:
        return not dubbel
    begin = time.perf_counter()
    rapport = schendingen(quads)
    print(f"  vormen: {'voldoet' if not rapport else 'voldoet niet'} ({time.perf_counter() - begin:.1f} s)")
    if rapport:
        print(rapport[:5000])
    return not dubbel and not rapport


def main() -> int:
    opties = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    opties.add_argument("--bronnen", type=Path, default=bronmap())
    opties.add_argument("--zonder-vormen", action="store_true", help="de vormen niet controleren")
    gekozen = opties.parse_args()
    if gekozen.bronnen is None:
        print("overgeslagen: de echte documenten ontbreken (REGELGRAAF_BRONNEN of shared/bronnen naast de checkout)")
        return 0
    with tempfile.TemporaryDirectory() as tijdelijk:
        begin, rekenbegin = time.perf_counter(), time.process_time()
        verslag = bouw([gekozen.bronnen], Path(tijdelijk), laad_register())
        seconden, geheugen = time.perf_counter() - begin, megabytes()
        toon(verslag, seconden, time.process_time() - rekenbegin)
        goed = controleer(Path(tijdelijk), not gekozen.zonder_vormen)
    gehaald = seconden <= SECONDEN and geheugen <= MEGABYTES
    print(f"  doel {SECONDEN:.0f} s en {MEGABYTES} MB: {'gehaald' if gehaald else 'NIET gehaald'}")
    return int(not (goed and gehaald) or bool(verslag.fouten))


if __name__ == "__main__":
    sys.exit(main())
