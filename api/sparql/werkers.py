"""A pool of query processes. One that passes its time is ended and replaced, so that nothing of its query remains."""

from __future__ import annotations

import contextlib
import queue
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any, BinaryIO, cast

from api.sparql.opdracht import Grenzen, Opdracht, Resultaat, fout_uit_kop, lees, naar_kop, schrijf
from ontologie.fouten import GrensBereikt, OpslagFout

_WORTEL = str(Path(__file__).resolve().parent.parent.parent)
# Isolated mode: neither the current folder nor the environment decides which modules are loaded.
_START = "import sys; sys.path.insert(0, sys.argv[1]); from api.sparql.werker import werk; werk()"


class _Proces:
    """One query process."""

    def __init__(self) -> None:
        self._proces = subprocess.Popen(
            [sys.executable, "-I", "-c", _START, _WORTEL],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            # Ctrl-C in a terminal is for the server, which closes the pipes.
            start_new_session=True,
        )

    def vraag(self, opdracht: Opdracht, grenzen: Grenzen) -> Resultaat:
        """Answer one query. After GrensBereikt the process is gone."""
        te_laat = threading.Event()

        def stop() -> None:
            te_laat.set()
            self._proces.kill()

        klok = threading.Timer(grenzen.seconden, stop)
        klok.daemon = True
        klok.start()
        try:
            bericht = self._wissel({"opdracht": naar_kop(opdracht), "grenzen": naar_kop(grenzen)})
        finally:
            klok.cancel()
        if bericht is None:
            raise self._afloop(te_laat.is_set(), grenzen)
        kop, inhoud = bericht
        if "fout" in kop:
            raise fout_uit_kop(kop)
        return Resultaat(inhoud=inhoud, **kop)

    def _wissel(self, kop: dict[str, Any]) -> tuple[dict[str, Any], bytes] | None:
        try:
            schrijf(cast(BinaryIO, self._proces.stdin), kop)
            return lees(cast(BinaryIO, self._proces.stdout))
        except (OSError, ValueError):
            return None

    def _afloop(self, te_laat: bool, grenzen: Grenzen) -> GrensBereikt:
        self.sluit()
        if te_laat:
            return GrensBereikt(
                f"De vraag duurde langer dan {grenzen.seconden:g} seconden en is gestopt; er is geen antwoord.",
                advies="Maak de vraag kleiner, bijvoorbeeld door een werk of bepaling te noemen.",
            )
        # The engine aborts when it gets no more memory, and also when a query is nested too deep for it.
        return GrensBereikt(
            "De vraag had meer geheugen nodig dan is toegestaan en is gestopt; er is geen antwoord.",
            advies=f"De grens is {grenzen.geheugen // 1_000_000} MB. Vraag minder tegelijk, of nest minder diep.",
        )

    @property
    def leeft(self) -> bool:
        return self._proces.poll() is None

    def sluit(self) -> None:
        self._proces.kill()
        for pijp in (self._proces.stdin, self._proces.stdout):
            if pijp is not None:
                # What was still to be written goes nowhere.
                with contextlib.suppress(OSError):
                    pijp.close()
        self._proces.wait()


class Werkers:
    """Answers queries in ``aantal`` processes, which start at the first query. May be used from several threads."""

    def __init__(self, aantal: int = 1, grenzen: Grenzen | None = None) -> None:
        self.grenzen = grenzen or Grenzen()
        self._vrij: queue.LifoQueue[_Proces | None] = queue.LifoQueue()
        self._dicht = False
        for _ in range(aantal):
            self._vrij.put(None)

    def vraag(self, opdracht: Opdracht, wachttijd: float | None = None) -> Resultaat:
        """Answer one query, waiting at most ``wachttijd`` seconds for a free process (None: as long as it takes).

        Raises:
            VraagFout: the query is malformed or not allowed.
            GrensBereikt: it passed its time or memory, or no process came free in time.
            OpslagFout: the store cannot be read.
        """
        if self._dicht:
            raise OpslagFout("De dienst stopt.")
        try:
            proces = self._vrij.get(timeout=wachttijd)
        except queue.Empty:
            raise bezet() from None
        try:
            if proces is None or not proces.leeft:
                proces = _Proces()
            return proces.vraag(opdracht, self.grenzen)
        finally:
            if proces is not None and (self._dicht or not proces.leeft):
                proces.sluit()
                # The next process loads its modules while nobody waits for it.
                proces = None if self._dicht else _Proces()
            self._vrij.put(proces)

    def warm(self) -> None:
        """Start one process now, so that the first query does not wait for it."""
        proces = self._vrij.get()
        self._vrij.put(proces or _Proces())

    def sluit(self) -> None:
        """End all idle processes; a busy one ends after its query."""
        self._dicht = True
        while True:
            try:
                proces = self._vrij.get_nowait()
            except queue.Empty:
                return
            if proces is not None:
                proces.sluit()


def bezet() -> GrensBereikt:
    """The answer when every process is busy."""
    return GrensBereikt(
        "Er zijn nu te veel vragen tegelijk; deze is niet gesteld.",
        advies="Probeer het over een paar seconden opnieuw.",
    )
