"""From arguments to a command and from errors to an exit status. Commands are imported when they are run."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from typing import cast

from api.opdrachtregel.ontleder import maak_ontleder
from api.opdrachtregel.scherm import meld
from ontologie.fouten import BronFout, InvoerFout, NietGevonden, RegelgraafFout, systeemfout, toonbaar

BEANTWOORD, NIETS, INVOER, MISLUKT = 0, 1, 2, 3
#: As shells say it: 128 and the number of the signal.
_AFGEBROKEN, _PIJP_DICHT = 130, 141


def main(argumenten: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    # A stream that whoever started us has closed is none at all.
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    for stroom in (sys.stdout, sys.stderr):
        if hasattr(stroom, "reconfigure"):
            # A terminal that cannot show a character gets a question mark, no error.
            stroom.reconfigure(errors="replace")
    ontleder = maak_ontleder()
    try:
        keuze = ontleder.parse_args(argumenten)
        if keuze.programmaversie:
            print(f"regelgraaf {_versie()}")
            return BEANTWOORD
        if not keuze.opdracht:
            ontleder.print_help()
            return INVOER
        return _voer_uit(keuze)
    except SystemExit as stop:
        return cast(int, stop.code)
    except BrokenPipeError:
        _laat_uitvoer_los()  # whoever read it has enough
        return _PIJP_DICHT
    except KeyboardInterrupt:
        print("\nAfgebroken.", file=sys.stderr)
        return _AFGEBROKEN


def _laat_uitvoer_los() -> None:
    """Give up what is still to be written: Python would complain once more, and end with 120, at the end."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _versie() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("regelgraaf")
    except PackageNotFoundError:  # run from a checkout that is not installed
        return "(niet geïnstalleerd)"


def _voer_uit(keuze: argparse.Namespace) -> int:
    try:
        module, _, functie = keuze.functie.partition(":")
        status = int(getattr(import_module(module), functie)(keuze))
        sys.stdout.flush()
        return status
    except RegelgraafFout as fout:
        meld(f"regelgraaf: {fout}")
        if isinstance(fout, NietGevonden):
            _help_verder(fout)
        return _status(fout)
    except (BrokenPipeError, KeyboardInterrupt):
        raise
    except OSError as fout:
        # Without a name it is a stream: the disk or the device behind the output.
        wat = toonbaar(os.fsdecode(fout.filename)) if fout.filename else "de uitvoer is niet te schrijven"
        meld(f"regelgraaf: {wat}: {systeemfout(fout)} ({_plek(fout)}).")
        if not fout.filename:
            _laat_uitvoer_los()
        return MISLUKT
    except Exception as fout:
        meld(f"regelgraaf: dit had niet mogen gebeuren: {type(fout).__name__}: {fout} ({_plek(fout)}).")
        return MISLUKT


def _help_verder(fout: NietGevonden) -> None:
    """What resembles it, and where one sees what is loaded."""
    if fout.suggesties:
        meld("Bedoelt u misschien:")
        breedte = max(len(s.kort) for s in fout.suggesties)
        for s in fout.suggesties:
            meld(f"  {s.kort:{breedte}}  {s.label}")
    if fout.zie_geladen:
        meld("Zie «regelgraaf bronnen» voor wat er wel is.")


def _status(fout: RegelgraafFout) -> int:
    if isinstance(fout, NietGevonden):
        return NIETS
    return INVOER if isinstance(fout, InvoerFout | BronFout) else MISLUKT


def _plek(fout: BaseException) -> str:
    """File and line where a fault of ours arose, for whoever reports it."""
    spoor = fout.__traceback__
    while spoor is not None and spoor.tb_next is not None:
        spoor = spoor.tb_next
    if spoor is None:
        return "plaats onbekend"
    return f"{os.path.basename(spoor.tb_frame.f_code.co_filename)}, regel {spoor.tb_lineno}"
