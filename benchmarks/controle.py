"""The technical check per document: ``python -m benchmarks.controle [--bronnen MAP]``.

Per document: the time of reading it, of recognising its references (the yardstick: the check needs these), and of the
rules on top, with the number of findings by seriousness. All in one run, each the best of three.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from bronnen.lezen import lees_document, lees_map
from bronnen.lezers import LEZERS
from bronnen.register import laad_register
from graph.boom import Bomen
from graph.controle import controleer
from graph.tripels import regelingen_van
from graph.verwijzing import Herkenner
from ontologie.controle import Ernst

T = TypeVar("T")
_KEREN = 3


def beste(doe: Callable[[], T]) -> tuple[float, T]:
    """The shortest of some runs, in seconds, and what it gave."""
    tijden = []
    for _ in range(_KEREN):
        begin = time.perf_counter()
        uit = doe()
        tijden.append(time.perf_counter() - begin)
    return min(tijden), uit


def main() -> int:
    """Print the table; 1 where there are no documents."""
    ontleder = argparse.ArgumentParser(description=__doc__)
    ontleder.add_argument(
        "--bronnen", type=Path, default=Path(os.environ.get("REGELGRAAF_BRONNEN", "bronnen/documenten"))
    )
    map_ = ontleder.parse_args().bronnen
    if not map_.is_dir():
        print(f"geen documenten in {map_}", file=sys.stderr)
        return 1
    register = laad_register()
    gelezen = [(u.pad, u.document) for u in lees_map(map_, register, LEZERS) if u.document is not None]
    documenten = [d for _, d in gelezen]
    register = register.aangevuld(regelingen_van(documenten))
    bomen = Bomen(documenten)
    herkenner = Herkenner(register, bomen)
    print(
        f"{'document':28}{'tekens':>10}{'lezen':>9}{'verw.':>9}{'controle':>9}{'fout':>6}{'waarsch.':>9}{'aandacht':>9}"
    )
    for pad, document in gelezen:
        lezen, _ = beste(lambda pad=pad: lees_document(pad, register, LEZERS))
        verwijzingen, _ = beste(lambda d=document: herkenner.verwijzingen(d))
        geheel, uit = beste(lambda d=document: controleer(d, register, bomen))
        tel = [sum(p.regel.ernst is e for p in uit.punten) for e in Ernst]
        naam = f"{document.werk} {document.versie}"[:27]
        print(
            f"{naam:28}{len(document.origineel):>10}{lezen:>9.3f}{verwijzingen:>9.3f}{geheel - verwijzingen:>9.3f}"
            f"{tel[0]:>6}{tel[1]:>9}{tel[2]:>9}"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
