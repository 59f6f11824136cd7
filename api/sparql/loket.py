"""Who may ask now: every client gets its share of the query processes, and a flood is refused instead of queued."""

from __future__ import annotations

import asyncio
import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from api.sparql.opdracht import Opdracht, Resultaat
from api.sparql.werkers import Werkers, bezet

#: Queries that may wait for a process: of one client, and of all together.
_WACHTENDEN_PER_KLANT, _WACHTENDEN = 4, 32


@dataclass(slots=True, eq=False)
class _Wachter:
    """A query that waits for its turn; ``wek`` is called when it has it, from whatever thread."""

    klant: str
    wek: Callable[[], object]
    aan_de_beurt: bool = False


class Loket:
    """Lets queries through to ``aantal`` processes, of one client at most ``per_klant`` at a time.

    Who came first goes first, past those whose client has its share. ``wachttijd`` is in seconds.
    """

    def __init__(self, werkers: Werkers, aantal: int, per_klant: int, wachttijd: float) -> None:
        self._werkers = werkers
        self._aantal = aantal
        self._per_klant = per_klant
        self._wachttijd = max(0.0, wachttijd)
        self._slot = threading.Lock()
        self._bezig: Counter[str] = Counter()
        self._rij: list[_Wachter] = []

    def vraag(self, klant: str, opdracht: Opdracht) -> Resultaat:
        """Answer one query of a client.

        Raises:
            GrensBereikt: too many are waiting, or its turn did not come in time; and all that ``Werkers.vraag`` raises.
        """
        gewekt = threading.Event()
        if (wachter := self._meld(klant, gewekt.set)) is not None:
            gewekt.wait(self._wachttijd)
            self._neem_beurt(wachter)
        try:
            return self._werkers.vraag(opdracht, self._wachttijd)
        finally:
            self._klaar(klant)

    async def vraag_los(self, klant: str, opdracht: Opdracht) -> Resultaat:
        """As ``vraag``, in an event loop."""
        lus, gewekt = asyncio.get_running_loop(), asyncio.Event()
        if (wachter := self._meld(klant, lambda: lus.call_soon_threadsafe(gewekt.set))) is not None:
            await self._wacht_los(wachter, gewekt)
        try:
            return await self._werkers.vraag_los(opdracht, self._wachttijd)
        finally:
            self._klaar(klant)

    async def _wacht_los(self, wachter: _Wachter, gewekt: asyncio.Event) -> None:
        try:
            async with asyncio.timeout(self._wachttijd):
                await gewekt.wait()
        except TimeoutError:
            pass
        except BaseException:  # who asked is gone, perhaps just as its turn came
            if self._verlaat(wachter):
                self._klaar(wachter.klant)
            raise
        self._neem_beurt(wachter)

    def _meld(self, klant: str, wek: Callable[[], object]) -> _Wachter | None:
        """Take a turn (None), or a place among those who wait for one."""
        with self._slot:
            if not self._rij and self._mag(klant):
                self._bezig[klant] += 1
                return None
            if len(self._rij) >= _WACHTENDEN or sum(w.klant == klant for w in self._rij) >= _WACHTENDEN_PER_KLANT:
                raise bezet()
            wachter = _Wachter(klant, wek)
            self._rij.append(wachter)
            self._roep()  # those before it may all be of clients that have their share
            return wachter

    def _neem_beurt(self, wachter: _Wachter) -> None:
        if not self._verlaat(wachter):
            raise bezet()

    def _verlaat(self, wachter: _Wachter) -> bool:
        """Wait no more; whether the turn had come."""
        with self._slot:
            if not wachter.aan_de_beurt:
                self._rij.remove(wachter)
            return wachter.aan_de_beurt

    def _klaar(self, klant: str) -> None:
        with self._slot:
            self._bezig[klant] -= 1
            if not self._bezig[klant]:
                del self._bezig[klant]
            self._roep()

    def _roep(self) -> None:
        """Give their turn to those who wait, as far as there are processes."""
        for wachter in list(self._rij):
            if self._mag(wachter.klant):
                self._rij.remove(wachter)
                self._bezig[wachter.klant] += 1
                wachter.aan_de_beurt = True
                wachter.wek()

    def _mag(self, klant: str) -> bool:
        return self._bezig[klant] < self._per_klant and self._bezig.total() < self._aantal
