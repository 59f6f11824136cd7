"""A pool of query processes. One that passes its time is ended and replaced, so that nothing of its query remains."""

from __future__ import annotations

import queue

from anyio import to_thread

from api.sparql.opdracht import Grenzen, Opdracht, Resultaat
from api.sparql.proces import Proces
from ontologie.fouten import Bezet, GrensBereikt, OpslagFout


class Werkers:
    """Answers queries in ``aantal`` processes, which start at the first query. May be used from several threads."""

    def __init__(self, aantal: int = 1, grenzen: Grenzen | None = None) -> None:
        self.grenzen = grenzen or Grenzen()
        self._vrij: queue.LifoQueue[Proces | None] = queue.LifoQueue()
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
        proces = self._neem(wachttijd)
        try:
            if proces is None or not proces.leeft:
                proces = self._vervang(proces)
            return proces.vraag(opdracht, self.grenzen)
        finally:
            self._geef_terug(proces)

    async def vraag_los(self, opdracht: Opdracht, wachttijd: float | None = None) -> Resultaat:
        """As ``vraag``, in an event loop; a thread is taken only to wait for a process, to start or to end one."""
        try:
            proces = self._neem(0)
        except GrensBereikt:
            proces = await to_thread.run_sync(self._neem, wachttijd)
        try:
            if proces is None or not proces.leeft:
                proces = await to_thread.run_sync(self._vervang, proces)
            return await proces.vraag_los(opdracht, self.grenzen)
        finally:
            if proces is None or (proces.leeft and not self._dicht):
                self._vrij.put(proces)
            else:
                await to_thread.run_sync(self._geef_terug, proces)

    def _neem(self, wachttijd: float | None) -> Proces | None:
        if self._dicht:
            raise OpslagFout("De dienst stopt.")
        try:
            return self._vrij.get(timeout=wachttijd) if wachttijd != 0 else self._vrij.get_nowait()
        except queue.Empty:
            raise bezet() from None

    @staticmethod
    def _vervang(proces: Proces | None) -> Proces:
        if proces is not None:
            proces.sluit()
        return Proces()

    def _geef_terug(self, proces: Proces | None) -> None:
        if proces is not None and (self._dicht or not proces.leeft):
            proces.sluit()
            # The next process loads its modules while nobody waits for it.
            proces = None if self._dicht else Proces()
        self._vrij.put(proces)

    def warm(self) -> None:
        """Start one process now, so that the first query does not wait for it.

        Raises:
            OpslagFout: the pool was closed.
        """
        proces = self._neem(0)
        self._vrij.put(proces or Proces())

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


def bezet() -> Bezet:
    """The answer when every process is busy."""
    return Bezet(
        "Er zijn nu te veel vragen tegelijk; deze is niet gesteld.",
        advies="Probeer het over een paar seconden opnieuw.",
    )
