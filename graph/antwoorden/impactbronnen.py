"""What a question of impact reads from: dependencies in memory or from the store step by step, and identities."""

from __future__ import annotations

import threading
from functools import lru_cache

from graph.antwoorden.naslag import Naslag
from graph.impact.geheugen import Geheugen
from graph.impact.kant import Kantenbron
from graph.impact.stapsgewijs import Stapsgewijs
from graph.oxigraph import Oxigraph
from ontologie.fouten import IdentificatieFout
from ontologie.identificatie import BepalingId

#: References up to which an embedded store is taken into memory: more take longer to read than many questions save.
_IN_GEHEUGEN = 10_000


class Kantenbronnen:
    """Chooses where dependencies come from.

    An embedded store that fits is taken into memory, but not for its first question: a process that asks only one is
    done sooner without. Another engine is asked step by step.
    """

    def __init__(self, naslag: Naslag) -> None:
        self._naslag = naslag
        self._opslag = naslag.opslag
        self._gesteld = 0
        self._slot = threading.Lock()
        # Two choices of versions: the newest, and one day.
        self._geheugen = lru_cache(maxsize=2)(self._maak)

    def bron(self, gekozen: frozenset[str]) -> Kantenbron:
        """Dependencies that the chosen versions tell."""
        with self._slot:
            self._gesteld += 1
            if self._gesteld > 1 and self._past_in_geheugen():
                return self._geheugen(gekozen)
        return Stapsgewijs(self._opslag, gekozen)

    def _past_in_geheugen(self) -> bool:
        aantal = sum(b.verwijzingen for b in self._naslag.bronnen.values())
        return isinstance(self._opslag, Oxigraph) and aantal <= _IN_GEHEUGEN

    def _maak(self, gekozen: frozenset[str]) -> Geheugen:
        return Geheugen(self._opslag, gekozen)


def lees_bepaling(naslag: Naslag, iri: str) -> BepalingId | None:
    """The provision behind an IRI of the graph; None for anything else."""
    try:
        id_ = naslag.doel(iri)
    except IdentificatieFout:
        return None
    return id_ if isinstance(id_, BepalingId) else None
