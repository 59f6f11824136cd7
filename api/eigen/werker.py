"""The process that works on one brought document and then ends: it can be ended at any moment and has bounded memory.

It is started by ``api.eigen.bureau``, reads one task from its standard input and answers on its standard output.
"""

from __future__ import annotations

import contextlib
import os
import sys
import threading
from importlib import import_module
from pathlib import Path
from typing import Any

from api.eigen.kluis import NAAM
from api.eigen.taak import Taak, Werktafel, fout_naar_kop
from api.sparql.opdracht import lees, schrijf
from api.sparql.werker import begrens, open_opslag, stop_met_ouder
from bronnen.register import laad_register
from graph.antwoorden import Antwoorden
from graph.feiten import open_feiten
from graph.oxigraph import Oxigraph
from graph.staat import LEESMODEL
from ontologie.fouten import BronFout, GrensBereikt, OpslagFout, RegelgraafFout
from ontologie.identificatie.iribasis import stel_basis

GEHEUGEN_OP = "Dit document vraagt meer geheugen dan is toegestaan; het werk eraan is gestopt."


def werk() -> None:
    """Do one task."""
    invoer = sys.stdin.buffer
    # What a library prints must not get into the answer.
    uitvoer = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    threading.Thread(target=stop_met_ouder, args=(os.getppid(),), daemon=True).start()
    with contextlib.suppress(OSError):
        os.nice(5)  # pages and queries go first
    bericht = lees(invoer)
    if bericht is None:
        return
    kop, inhoud = _uitkomst(bericht[0])
    schrijf(uitvoer, kop, inhoud)


def _uitkomst(opdracht: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    try:
        stel_basis(opdracht.pop("basis"))
        return {}, _doe(Taak(**opdracht))
    except BronFout as fout:
        # The path holds the id; the user knows which document it was.
        return fout_naar_kop(type(fout)(NAAM, fout.oorzaak, plaats=fout.plaats, advies=fout.advies)), b""
    except RegelgraafFout as fout:
        return fout_naar_kop(fout), b""
    except (MemoryError, RecursionError):
        return fout_naar_kop(GrensBereikt(GEHEUGEN_OP)), b""
    except Exception as fout:
        # What goes wrong deep down may name the path, which holds the id; this message goes to the log.
        wat = str(fout).replace(str(Path(opdracht["pad"]).parent), "…")
        return fout_naar_kop(OpslagFout(f"Het werk aan een document is mislukt ({type(fout).__name__}: {wat}).")), b""


def _doe(taak: Taak) -> bytes:
    module, _, functie = taak.functie.partition(":")
    doe = getattr(import_module(module), functie)
    register = laad_register(Path(taak.register) if taak.register else None)
    opslag = open_opslag(taak.opslag)
    begrens(taak.geheugen)
    feiten = open_feiten(opslag, Path(taak.opslag).with_name(LEESMODEL) if isinstance(opslag, Oxigraph) else None)
    uitkomst = doe(Werktafel(Path(taak.pad), Antwoorden(opslag, register, feiten=feiten), taak.opties))
    assert isinstance(uitkomst, bytes)
    return uitkomst
