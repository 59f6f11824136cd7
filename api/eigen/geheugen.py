"""The last answers about what is loaded, which would take seconds to make again."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

S = TypeVar("S", bound=Hashable)
T = TypeVar("T")


class Geheugen(Generic[S, T]):
    """At most ``meest`` answers by what was asked; the oldest goes first. May be used from several threads."""

    def __init__(self, meest: int) -> None:
        self._meest = meest
        self._slot = threading.Lock()
        self._bekend: OrderedDict[S, T] = OrderedDict()

    def geef(self, sleutel: S, maak: Callable[[], T]) -> T:
        """The answer, made where it is not known; what ``maak`` raises is passed on and nothing is remembered."""
        with self._slot:
            if sleutel in self._bekend:
                return self._bekend[sleutel]
        # Not within the lock: it takes long, and others ask for other things meanwhile.
        antwoord = maak()
        with self._slot:
            self._bekend[sleutel] = antwoord
            while len(self._bekend) > self._meest:
                self._bekend.popitem(last=False)
        return antwoord
