"""The query process: reads one query at a time from its standard input, answers on its standard output.

It is started by ``api.sparql.werkers`` and holds nothing but the opened store, so it can be ended at any moment.
"""

from __future__ import annotations

import contextlib
import os
import sys
import threading
import time
from pathlib import Path
from typing import Any

from pyoxigraph import NamedNode

from api.sparql.media import Schrift, waarheid
from api.sparql.opdracht import Grenzen, Opdracht, Resultaat, fout_naar_kop, lees, schrijf
from graph.opslag import Opslag, Tabel
from graph.oxigraph import Oxigraph
from graph.vraag import vraagvorm
from ontologie.fouten import GrensBereikt, OpslagFout, RegelgraafFout, VraagFout

GEHEUGEN_OP = "De vraag had meer geheugen nodig dan is toegestaan en is gestopt; er is geen antwoord."


def werk() -> None:
    """Answer queries until the pipe is closed."""
    invoer = sys.stdin.buffer
    # What a library prints must not get between the answers.
    uitvoer = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    threading.Thread(target=stop_met_ouder, args=(os.getppid(),), daemon=True).start()
    with contextlib.suppress(OSError):
        os.nice(5)  # pages go first
    kast = _Kast()
    while bericht := lees(invoer):
        kop, _ = bericht
        grenzen = Grenzen(**kop["grenzen"])
        try:
            resultaat = beantwoord(_opdracht(kop["opdracht"]), kast, grenzen)
        except RegelgraafFout as fout:
            schrijf(uitvoer, fout_naar_kop(fout))
        except MemoryError:
            schrijf(uitvoer, fout_naar_kop(GrensBereikt(GEHEUGEN_OP)))
        except Exception as fout:
            schrijf(uitvoer, fout_naar_kop(OpslagFout(f"De vraag is niet te beantwoorden ({fout}).")))
        else:
            kop = {n: getattr(resultaat, n) for n in ("vorm", "soort", "rijen", "afgekapt", "seconden")}
            schrijf(uitvoer, kop, resultaat.inhoud)


def _opdracht(kop: dict[str, Any]) -> Opdracht:
    return Opdracht(**{**kop, "standaard": tuple(kop["standaard"]), "benoemd": tuple(kop["benoemd"])})


class _Kast:
    """The store that is open, and the memory that it took when it was opened."""

    def __init__(self) -> None:
        self._plek = ""
        self._opslag: Opslag | None = None

    def open(self, plek: str, grenzen: Grenzen) -> Opslag:
        if self._opslag is None or plek != self._plek:
            if self._opslag is not None:
                self._opslag.sluit()
                self._opslag = None
            begrens(None)
            self._opslag, self._plek = open_opslag(plek, grenzen.seconden), plek
            begrens(grenzen.geheugen)
        return self._opslag


def open_opslag(plek: str, seconden: float = 30.0) -> Opslag:
    """The store in a folder, or the remote engine at a web address, which may be silent for ``seconden``.

    Raises:
        OpslagFout: it is not there.
    """
    if plek.startswith(("http://", "https://")):
        from graph.extern import ExterneOpslag  # only here, since it loads an HTTP client

        return ExterneOpslag(plek, seconden=seconden)
    return Oxigraph.open(Path(plek))


def beantwoord(opdracht: Opdracht, kast: _Kast, grenzen: Grenzen) -> Resultaat:
    """Answer one query within the limits of rows and size.

    Raises:
        VraagFout, OpslagFout: as ``Opslag.bevraag``.
    """
    begin = time.monotonic()
    vorm = vraagvorm(opdracht.sparql)
    soort = opdracht.graafsoort if vorm in ("CONSTRUCT", "DESCRIBE") else opdracht.tabelsoort
    if vorm and not soort:
        return Resultaat(vorm, "", b"")
    opslag = kast.open(opdracht.opslag, grenzen)
    antwoord = opslag.bevraag(opdracht.sparql, standaard=_grafen(opdracht.standaard), benoemd=_grafen(opdracht.benoemd))
    schrift = Schrift(grenzen.rijen, grenzen.omvang)
    if isinstance(antwoord, bool):
        inhoud = waarheid(antwoord, soort)
    elif isinstance(antwoord, Tabel):
        inhoud = schrift.tabel(antwoord, soort)
    else:
        try:
            inhoud = schrift.graaf(antwoord, soort)
        except ValueError as fout:
            raise VraagFout(f"Het antwoord is niet te schrijven: {fout}.", advies="Vraag om Turtle.") from fout
    return Resultaat(vorm, soort, inhoud, schrift.rijen, schrift.afgekapt, round(time.monotonic() - begin, 3))


def _grafen(iris: tuple[str, ...]) -> list[NamedNode]:
    try:
        return [NamedNode(iri) for iri in iris]
    except ValueError as fout:
        raise VraagFout(f"De naam van een graaf is geen IRI ({fout}).") from fout


def begrens(ruimte: int | None) -> None:
    """Let the process take ``ruimte`` bytes more than it has now; None lifts the limit."""
    try:
        import resource
    except ImportError:  # no such limit on this system; the time limit remains
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    zacht = resource.RLIM_INFINITY
    if ruimte is not None:
        try:
            bladen = int(Path("/proc/self/statm").read_text().split()[0])
        except OSError:
            return
        zacht = bladen * resource.getpagesize() + ruimte
        if hard != resource.RLIM_INFINITY:
            zacht = min(zacht, hard)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (zacht, hard))


def stop_met_ouder(ouder: int) -> None:
    # A server that is killed cannot end its processes; one that is busy with a query would not see the closed pipe.
    while os.getppid() == ouder:
        time.sleep(1)
    os._exit(1)
