"""One query process: a query goes in, its answer comes out, and past its time the process is ended.

The pipes never block this side, so an event loop can wait for an answer between other work, without a thread for it;
who has no loop waits for the same pipes with a clock.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import select
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from api.sparql.opdracht import Binnenkomst, Grenzen, Opdracht, Resultaat, als_bericht, fout_uit_kop, naar_kop
from ontologie.fouten import GrensBereikt

_WORTEL = str(Path(__file__).resolve().parent.parent.parent)
# Isolated mode: neither the current folder nor the environment decides which modules are loaded.
_START = "import sys; sys.path.insert(0, sys.argv[1]); from api.sparql.werker import werk; werk()"
#: Bytes that are taken from the pipe at once; between two times others have their turn.
_STUK = 1 << 18


class Proces:
    """One query process, started at once. It answers one query at a time."""

    def __init__(self) -> None:
        self._proces = subprocess.Popen(
            [sys.executable, "-I", "-c", _START, _WORTEL],
            bufsize=0,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            # Ctrl-C in a terminal is for the server, which closes the pipes.
            start_new_session=True,
        )
        assert self._proces.stdin is not None
        assert self._proces.stdout is not None
        self._in, self._uit = self._proces.stdin.fileno(), self._proces.stdout.fileno()
        os.set_blocking(self._in, False)
        os.set_blocking(self._uit, False)
        self._gaaf = True

    def vraag(self, opdracht: Opdracht, grenzen: Grenzen) -> Resultaat:
        """Answer one query. After ``GrensBereikt`` the process is of no more use (``leeft``).

        Raises:
            GrensBereikt: it passed its time or memory.
            VraagFout, OpslagFout: what the process told.
        """
        wisseling, op_tijd = _Wisseling(self._in, self._uit, _bericht(opdracht, grenzen)), False
        try:
            op_tijd = wisseling.wacht(grenzen.seconden)
        finally:
            self._gaaf = op_tijd and wisseling.geheel
        return self._uitkomst(wisseling, op_tijd, grenzen)

    async def vraag_los(self, opdracht: Opdracht, grenzen: Grenzen) -> Resultaat:
        """The same in an event loop, which does other work meanwhile; cancelled, the process is of no more use."""
        wisseling, op_tijd = _Wisseling(self._in, self._uit, _bericht(opdracht, grenzen)), False
        try:
            op_tijd = await wisseling.wacht_los(grenzen.seconden)
        finally:
            self._gaaf = op_tijd and wisseling.geheel
            if not self._gaaf:
                self._proces.kill()
        return self._uitkomst(wisseling, op_tijd, grenzen)

    @staticmethod
    def _uitkomst(wisseling: _Wisseling, op_tijd: bool, grenzen: Grenzen) -> Resultaat:
        if not op_tijd:
            raise GrensBereikt(
                f"De vraag duurde langer dan {grenzen.seconden:g} seconden en is gestopt; er is geen antwoord.",
                advies="Maak de vraag kleiner, bijvoorbeeld door een werk of bepaling te noemen.",
            )
        if not wisseling.geheel:
            # The engine aborts when it gets no more memory, and also when a query is nested too deep for it.
            raise GrensBereikt(
                "De vraag had meer geheugen nodig dan is toegestaan en is gestopt; er is geen antwoord.",
                advies=f"De grens is {grenzen.geheugen // 1_000_000} MB. Vraag minder tegelijk, of nest minder diep.",
            )
        kop, inhoud = wisseling.bericht()
        if "fout" in kop:
            raise fout_uit_kop(kop)
        return Resultaat(inhoud=inhoud, **kop)

    @property
    def leeft(self) -> bool:
        return self._gaaf and self._proces.poll() is None

    def sluit(self) -> None:
        """End it, and wait until it is gone: a moment for one that holds much memory."""
        self._gaaf = False
        self._proces.kill()
        for pijp in (self._proces.stdin, self._proces.stdout):
            if pijp is not None:
                with contextlib.suppress(OSError):
                    pijp.close()
        self._proces.wait()


def _bericht(opdracht: Opdracht, grenzen: Grenzen) -> bytes:
    return als_bericht({"opdracht": naar_kop(opdracht), "grenzen": naar_kop(grenzen)})


class _Wisseling:
    """One message into a pipe and one out of another, as far as they let it go."""

    def __init__(self, naar: int, van: int, bericht: bytes) -> None:
        self._naar, self._van = naar, van
        self._rest = memoryview(bericht)
        self._binnen = Binnenkomst()
        self._weg = False

    @property
    def geheel(self) -> bool:
        """Whether all of the answer is here."""
        return self._binnen.geheel

    def bericht(self) -> tuple[dict[str, Any], bytes]:
        return self._binnen.bericht()

    def _stuur(self) -> bool:
        """Send on; whether there is nothing more to send."""
        try:
            while self._rest:
                self._rest = self._rest[os.write(self._naar, self._rest) :]
        except BlockingIOError:
            return False
        except OSError:
            self._weg = True
        return True

    def _ontvang(self) -> bool:
        """Take what is there; whether nothing more will come."""
        try:
            stuk = os.read(self._van, _STUK)
        except BlockingIOError:
            return False
        except OSError:
            stuk = b""
        self._weg = self._weg or not stuk
        self._binnen.erbij(stuk)
        return self._weg or self.geheel

    def wacht(self, seconden: float) -> bool:
        """Exchange the messages; False when time is up. Else all is here, or the other side is gone."""
        einde = time.monotonic() + seconden
        wachter = select.poll()
        wachter.register(self._van, select.POLLIN)
        if not self._stuur():
            wachter.register(self._naar, select.POLLOUT)
        while (over := einde - time.monotonic()) > 0:
            for fd, _ in wachter.poll(over * 1000):
                if fd == self._van:
                    if self._ontvang():
                        return True
                elif self._stuur():
                    wachter.unregister(self._naar)
        return False

    async def wacht_los(self, seconden: float) -> bool:
        """As ``wacht``, in an event loop."""
        lus = asyncio.get_running_loop()
        klaar: asyncio.Future[bool] = lus.create_future()

        def lees() -> None:
            if self._ontvang() and not klaar.done():
                klaar.set_result(True)

        def schrijf() -> None:
            if self._stuur():
                lus.remove_writer(self._naar)

        def te_laat() -> None:
            if not klaar.done():
                klaar.set_result(False)

        klok = lus.call_later(seconden, te_laat)
        lus.add_reader(self._van, lees)
        try:
            if not self._stuur():
                lus.add_writer(self._naar, schrijf)
            return await klaar
        finally:
            klok.cancel()
            lus.remove_reader(self._van)
            if self._rest:
                lus.remove_writer(self._naar)
