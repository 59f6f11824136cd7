"""Whether what was built is still what would be built: from the same files, by the same program."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from pathlib import Path

from graph.oxigraph import Oxigraph
from graph.staat import huidige_naam, open_staat
from ontologie.fouten import OpslagFout
from ontologie.identificatie.iribasis import basis

_BESTAND = "HERKOMST"
_WORTEL = Path(__file__).resolve().parent.parent
#: What decides on the result of a build.
_PROGRAMMA = ("ontologie", "bronnen", "graph")
_SOORTEN = frozenset({".py", ".toml", ".ttl"})


def vingerafdruk(bronmap: Path, *ook: Path | None) -> str:
    """Of names, sizes and times of all files that a build from ``bronmap`` reads, the program, and the base of IRIs."""
    som = hashlib.sha256(f"{basis()}\0{bronmap.resolve()}".encode(errors="surrogateescape"))
    bestanden = list(_bestanden(bronmap))
    for pakket in _PROGRAMMA:
        bestanden += (p for p in _bestanden(_WORTEL / pakket) if p.suffix in _SOORTEN)
    bestanden += (p for p in ook if p is not None)
    for pad in sorted(bestanden):
        try:
            gegevens = pad.stat()
        except OSError:
            continue
        regel = f"{pad}\0{gegevens.st_size}\0{gegevens.st_mtime_ns}\n"
        som.update(regel.encode(errors="surrogateescape"))
    return som.hexdigest()


def _bestanden(map_: Path) -> Iterator[Path]:
    for folder, mappen, namen in os.walk(map_):
        mappen[:] = [m for m in mappen if m != "__pycache__"]
        yield from (Path(folder, naam) for naam in namen)


def is_vers(opslag: Path, afdruk: str) -> bool:
    """Whether the state that serves was built with this fingerprint."""
    try:
        herkomst = json.loads((opslag / _BESTAND).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    naam = huidige_naam(opslag)
    return isinstance(herkomst, dict) and herkomst == {"staat": naam, "vingerafdruk": afdruk} and naam != ""


def is_heel(opslag: Path) -> bool:
    """Whether the store of the state that serves opens and answers."""
    try:
        with open_staat(opslag) as staat:
            tripels = Oxigraph.open(staat.tripels)
            try:
                tripels.bevraag("ASK { GRAPH ?g { ?s ?p ?o } }")
            finally:
                tripels.sluit()
    except OpslagFout:
        return False
    return True


def leg_vast(opslag: Path, staat: str, afdruk: str) -> None:
    """Record with which fingerprint a state was built."""
    tijdelijk = opslag / f"{_BESTAND}.{os.getpid()}"
    tijdelijk.write_text(json.dumps({"staat": staat, "vingerafdruk": afdruk}), encoding="utf-8")
    tijdelijk.replace(opslag / _BESTAND)
