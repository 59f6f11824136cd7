"""Who may ask now: every client gets its share of the query processes, and a flood is refused instead of queued."""

from __future__ import annotations

import threading
import time
from collections import Counter

from anyio import CapacityLimiter, to_thread

from api.sparql.opdracht import Opdracht, Resultaat
from api.sparql.werkers import Werkers, bezet

#: Queries that may wait for a process: of one client, and of all together.
_WACHTENDEN_PER_KLANT, _WACHTENDEN = 4, 32


class Loket:
    """Lets queries through to ``aantal`` processes, of one client at most ``per_klant`` at a time."""

    def __init__(self, werkers: Werkers, aantal: int, per_klant: int, wachttijd: float) -> None:
        self._werkers = werkers
        self._aantal = aantal
        self._per_klant = per_klant
        self._wachttijd = wachttijd
        self._beurt = threading.Condition()
        self._bezig: Counter[str] = Counter()
        self._wachtend: Counter[str] = Counter()

    def vraag(self, klant: str, opdracht: Opdracht) -> Resultaat:
        """Answer one query of a client.

        Raises:
            GrensBereikt: too many are waiting, or its turn did not come in time; and all that ``Werkers.vraag`` raises.
        """
        self._wacht(klant)
        try:
            return self._werkers.vraag(opdracht, max(0.0, self._wachttijd))
        finally:
            self._klaar(klant)

    async def vraag_los(self, klant: str, opdracht: Opdracht, draden: CapacityLimiter) -> Resultaat:
        """As ``vraag``, in an event loop; only who has to wait for a turn does so in one of ``draden``."""
        if not self._meteen(klant):
            await to_thread.run_sync(self._wacht, klant, limiter=draden)
        try:
            return await self._werkers.vraag_los(opdracht, max(0.0, self._wachttijd))
        finally:
            self._klaar(klant)

    def _meteen(self, klant: str) -> bool:
        """Take a turn if there is one for this client, and nobody waits who came before."""
        with self._beurt:
            if self._wachtend or not self._mag(klant):
                return False
            self._bezig[klant] += 1
            return True

    def _klaar(self, klant: str) -> None:
        with self._beurt:
            self._min(self._bezig, klant)
            self._beurt.notify_all()

    def _wacht(self, klant: str) -> None:
        einde = time.monotonic() + self._wachttijd
        with self._beurt:
            if self._wachtend[klant] >= _WACHTENDEN_PER_KLANT or self._wachtend.total() >= _WACHTENDEN:
                raise bezet()
            self._wachtend[klant] += 1
            try:
                if not self._beurt.wait_for(lambda: self._mag(klant), max(0.0, einde - time.monotonic())):
                    raise bezet()
                self._bezig[klant] += 1
            finally:
                self._min(self._wachtend, klant)

    def _mag(self, klant: str) -> bool:
        return self._bezig[klant] < self._per_klant and self._bezig.total() < self._aantal

    @staticmethod
    def _min(teller: Counter[str], klant: str) -> None:
        teller[klant] -= 1
        if not teller[klant]:
            del teller[klant]
