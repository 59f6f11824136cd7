"""Legal graphs of 0.1, 1 and 5 million triples that the product can serve, made once and kept.

``graaf(1_000_000)`` gives the folder of such a graph (what ``--opslag`` takes); the first time it is made.
``python -m benchmarks.grafen [--tripels N …]`` makes them and tells what is in them.

They are kept in ``$XDG_CACHE_HOME/regelgraaf/grafen`` (``~/.cache``), outside the project, under a name that changes
with the code that makes triples; the folder can be thrown away at any time.
"""

from __future__ import annotations

import argparse
import fcntl
import hashlib
import os
import sys
import time
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from pyoxigraph import Quad, Store

from benchmarks import _werken, _wetten
from graph.dataset import datasetquads
from graph.feiten import Leesmodelmaker
from graph.oxigraph import PORTIE, Oxigraph
from graph.staat import LEESMODEL, bouwslot, huidige_naam, nieuwe_staat, open_staat
from graph.tripels import IDENTITEIT, maak_quads
from graph.wissel import tel_alles
from graph.zoeken import bouw_index
from ontologie.document import Document

GROOTTES = (100_000, 1_000_000, 5_000_000)
NU = datetime(2026, 1, 1, tzinfo=UTC)
_WORTEL = Path(__file__).resolve().parent.parent


def graaf(tripels: int) -> Path:
    """The folder of a graph of about so many triples, made if it is not there; whoever comes meanwhile waits."""
    doelmap = cachemap() / f"{tripels}-{_som()}"
    doelmap.mkdir(parents=True, exist_ok=True)
    with (doelmap / "maker").open("w") as slot:
        fcntl.flock(slot, fcntl.LOCK_EX)
        if not huidige_naam(doelmap):
            with bouwslot(doelmap), nieuwe_staat(doelmap) as pad:
                _bouw(pad, tripels)
    return doelmap


def cachemap() -> Path:
    """Where the graphs are kept."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "regelgraaf" / "grafen"


def _som() -> str:
    """A name for the code that decides what the graphs look like."""
    graph = _WORTEL / "graph"
    makers = (
        *(graph / "tripels").glob("*.py"), graph / "feiten" / "rijen.py", graph / "feiten" / "maken.py",
        graph / "zoeken" / "index.py", graph / "dataset.py",
    )  # fmt: skip
    eigen = (Path(__file__), Path(_werken.__file__), Path(_wetten.__file__))
    return hashlib.sha256(b"".join(p.read_bytes() for p in sorted((*makers, *eigen)))).hexdigest()[:12]


def quads(tripels: int) -> Iterator[Quad]:
    """The quads of as many works as it takes for so many, in their order, each once."""
    return _Maker(tripels).quads()


class _Maker:
    """Makes works until there are quads enough; ``documenten`` gives them with their quads put away as they come."""

    def __init__(self, tripels: int) -> None:
        self.register = _werken.register()
        self._nog = tripels
        self._genoemd = set[str]()

    def quads(self) -> Iterator[Quad]:
        for _, deel in self.met_quads():
            yield from deel

    def met_quads(self) -> Iterator[tuple[Document, list[Quad]]]:
        """Each document with its quads; of an identity that an earlier one named nothing more is said."""
        for nummer in range(_werken.WERKEN):
            for document, verwijzingen, afleiding in _wetten.documenten(nummer, self.register):
                nieuw = set[str]()
                deel = []
                for quad in maak_quads(document, verwijzingen, self.register, NU, afleiding):
                    if quad.graph_name == IDENTITEIT:
                        if (naam := str(quad.subject)) in self._genoemd:
                            continue
                        nieuw.add(naam)
                    deel.append(quad)
                self._genoemd |= nieuw
                self._nog -= len(deel)
                yield document, deel
            if self._nog <= 0:
                return


def _bouw(pad: Path, tripels: int) -> None:
    """The same as a build puts in a state: store, full-text index, description of the whole."""
    maker = _Maker(tripels)
    opslag = Oxigraph.open(pad / "tripels", schrijven=True)
    try:
        with Leesmodelmaker(pad / LEESMODEL) as leesmodel:
            bouw_index(_opgeslagen(opslag, leesmodel, maker.met_quads()), pad / "zoeken.db", maker.register)
            leesmodel.voltooi()
        opslag.laad(datasetquads(tel_alles(opslag.store), NU.date()))
        opslag.store.optimize()
    finally:
        opslag.sluit()


def _opgeslagen(
    opslag: Oxigraph, leesmodel: Leesmodelmaker, delen: Iterable[tuple[Document, list[Quad]]]
) -> Iterator[Document]:
    wachtend: list[Quad] = []
    for document, deel in delen:
        leesmodel.voeg_toe(deel)
        wachtend += deel
        if len(wachtend) >= PORTIE:
            opslag.laad(wachtend)
            wachtend.clear()
        yield document
    opslag.laad(wachtend)


def _vertel(doelmap: Path, seconden: float) -> str:
    with open_staat(doelmap) as staat:
        store = Store.read_only(str(staat.tripels))
        schijf = sum(p.stat().st_size for p in staat.pad.rglob("*") if p.is_file()) / 1e6
        aantal = {naam: _tel(store, vraag) for naam, vraag in _VRAGEN.items()}
        regel = "".join(f"{n:>16,}" for n in (len(store), *aantal.values()))
    return f"{regel}{schijf:>9.0f} MB{seconden:>9.1f} s"


_RG = "https://w3id.org/regelgraaf/def#"
_VRAGEN = {
    "versies": f"SELECT (COUNT(*) AS ?n) {{ ?g <{_RG}versie> ?v }}",
    "bepalingen": f"SELECT (COUNT(*) AS ?n) {{ ?b <{_RG}volgnummer> ?v }}",
    "verwijzingen": f"SELECT (COUNT(*) AS ?n) {{ ?v a <{_RG}Verwijzing> }}",
    "relaties": f"SELECT (COUNT(*) AS ?n) {{ ?v a <{_RG}Relatie> }}",
    "meest geciteerd": (
        f"SELECT (MAX(?k) AS ?n) {{ {{ SELECT (COUNT(?v) AS ?k) {{ ?v <{_RG}naar> ?d }} GROUP BY ?d }} }}"
    ),
}


def _tel(store: Store, vraag: str) -> int:
    (rij,) = store.query(vraag, use_default_graph_as_union=True)  # type: ignore[misc]
    return int(rij["n"].value)


def main() -> int:
    ontleder = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ontleder.add_argument("--tripels", type=int, nargs="+", default=GROOTTES)
    print("".join(f"{kop:>16}" for kop in ("tripels", *_VRAGEN)) + f"{'schijf':>12}{'klaar na':>11}")
    for tripels in ontleder.parse_args().tripels:
        begin = time.perf_counter()
        doelmap = graaf(tripels)
        print(_vertel(doelmap, time.perf_counter() - begin), flush=True)
    print(f"  in {cachemap()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
