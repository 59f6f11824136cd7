"""Work on brought documents, each task in a process of its own that is ended when it passes its time."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from api.eigen.kluis import Kluis
from api.eigen.taak import TAKEN, Taak, fout_uit_kop
from api.sparql.opdracht import lees, schrijf
from ontologie.fouten import Bezet, GrensBereikt
from ontologie.identificatie.iribasis import basis

_WORTEL = str(Path(__file__).resolve().parent.parent.parent)
# Isolated mode: neither the current folder nor the environment decides which modules are loaded.
_START = "import sys; sys.path.insert(0, sys.argv[1]); from api.eigen.werker import werk; werk()"
#: Tasks that may wait for their turn.
_WACHTENDEN = 8


class Bureau:
    """Does tasks, ``aantal`` at a time. May be used from several threads."""

    def __init__(self, kluis: Kluis, *, register: Path | None, seconden: float, geheugen: int, aantal: int = 1) -> None:
        self.kluis = kluis
        self._register = str(register or "")
        self._seconden, self._geheugen = seconden, geheugen
        self._beurt = threading.Semaphore(aantal)
        self._wachtend = threading.BoundedSemaphore(aantal + _WACHTENDEN)

    def doe(self, taak: str, id_: str, opslag: str, opties: Mapping[str, str] | None = None) -> bytes:
        """Do a task (a name in ``TAKEN``) on a kept document; ``opslag`` is how a process opens the store.

        Raises:
            NietGevonden: the document is not kept here (any more), or something that was asked for is not loaded.
            BronFout: the document cannot be read.
            InvoerFout: it cannot be used for this.
            GrensBereikt: the task passed its time or memory, or too many are waiting.
        """
        return self.doe_met(taak, self.kluis.pad(id_), opslag, opties)

    def doe_met(self, taak: str, pad: Path, opslag: str, opties: Mapping[str, str] | None = None) -> bytes:
        """The same with a file."""
        kop = Taak(TAKEN[taak], str(pad), opslag, self._register, self._geheugen, dict(opties or {}))
        if not self._wachtend.acquire(blocking=False):
            raise _bezet()
        try:
            if not self._beurt.acquire(timeout=self._seconden):
                raise _bezet()
            try:
                return self._draai(kop)
            finally:
                self._beurt.release()
        finally:
            self._wachtend.release()

    def _draai(self, taak: Taak) -> bytes:
        bericht = BytesIO()
        schrijf(bericht, {n: getattr(taak, n) for n in Taak.__slots__} | {"basis": basis()})
        proces = subprocess.Popen(
            [sys.executable, "-I", "-c", _START, _WORTEL],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            # Ctrl-C in a terminal is for the server.
            start_new_session=True,
        )
        with proces:
            try:
                uit, _ = proces.communicate(bericht.getvalue(), timeout=self._seconden)
            except subprocess.TimeoutExpired as fout:
                proces.kill()
                raise GrensBereikt(
                    f"Het werk aan dit document duurde langer dan {self._seconden:g} seconden en is gestopt.",
                    advies="Bied een kleiner document aan, bijvoorbeeld alleen de verordening zonder bijlagen.",
                ) from fout
        antwoord = lees(BytesIO(uit))
        if antwoord is None:
            raise GrensBereikt(
                "Het werk aan dit document is gestopt: het vroeg meer geheugen dan is toegestaan.",
                advies=f"De grens is {self._geheugen // 1_000_000} MB. Bied een kleiner document aan.",
            )
        kop, inhoud = antwoord
        if "fout" in kop:
            raise fout_uit_kop(kop)
        return inhoud


def _bezet() -> Bezet:
    return Bezet(
        "Er wordt nu aan te veel documenten tegelijk gewerkt; dit is niet begonnen.",
        advies="Probeer het over een minuut opnieuw.",
    )
