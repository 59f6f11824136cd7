"""How alike provisions of two documents are by their words and pairs of words, the rare ones counting most."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from graph.tijd.uitlijning import woorden
from graph.vergelijk.patroon import maak_patroon, vlak
from graph.vergelijk.stuk import Stuk

#: Words that are kept of one provision, and places in which a word may occur to lead to others.
_WOORDEN_MAX = 3000
_VEEL = 80
#: Candidates that are kept for each provision.
KANDIDATEN = 12

_TERM = re.compile(r"\s*([^:;.\n]{2,80}?)\s*(?::|\bis\b|\bzijn\b)")


def termen(rij: Sequence[str]) -> Counter[str]:
    """Words and pairs of neighbours of a text in flat form; signs are no words."""
    echt = [w for w in rij if w[0].isalnum()][:_WOORDEN_MAX]
    zak = Counter(echt)
    zak.update(f"{a} {b}" for a, b in pairwise(echt))
    return zak


class Zak:
    """The words of a provision. ``keuze`` are those that the model leaves to choose: they count where shared."""

    __slots__ = ("keuze", "vast")

    def __init__(self, vast: Counter[str], keuze: Counter[str]) -> None:
        self.vast, self.keuze = vast, keuze


def zak_van(stuk: Stuk) -> Zak:
    """The words of the own passages of a provision; of a place to fill in they may be those of its example."""
    if not stuk.merken:
        return Zak(termen([m[0] for m in woorden(vlak(stuk.tekst))]), Counter())
    patroon = maak_patroon(stuk.tekst, stuk.merken)
    vast = termen([k.woord for k in patroon.knopen[1:] if k.merk is None and not k.binnen])
    alles: list[str] = []
    for k in patroon.knopen[1:]:
        alles += [k.woord] if k.merk is None else [m[0] for m in woorden(vlak(stuk.tekst[k.begin : k.eind]))]
    return Zak(vast, termen(alles) - vast)


def samen(zakken: Iterable[Zak]) -> Zak:
    """The words of several provisions together."""
    vast: Counter[str] = Counter()
    keuze: Counter[str] = Counter()
    for zak in zakken:
        vast.update(zak.vast)
        keuze.update(zak.keuze)
    return Zak(vast, keuze)


class Weging:
    """Weights of words over two documents, and what is alike by them."""

    def __init__(self, zakken: Sequence[Zak]) -> None:
        voorkomens: Counter[str] = Counter()
        for zak in zakken:
            voorkomens.update(zak.vast.keys() | zak.keuze.keys())
        aantal = max(2, len(zakken))
        self._gewicht = {w: math.log1p(aantal / n) for w, n in voorkomens.items()}
        self._voorkomens = voorkomens

    def gewicht(self, zak: Counter[str]) -> float:
        return sum(n * self._gewicht.get(w, 1.0) for w, n in zak.items())

    def gedeeld(self, model: Zak, eigen: Counter[str]) -> tuple[float, float]:
        """The weight of what both have: of the fixed words of the model, and of those to choose."""
        vast = keuze = 0.0
        if len(eigen) < len(model.vast):
            for w, n in eigen.items():
                if w in model.vast:
                    vast += min(n, model.vast[w]) * self._gewicht[w]
        else:
            for w, n in model.vast.items():
                if w in eigen:
                    vast += min(n, eigen[w]) * self._gewicht[w]
        for w, n in model.keuze.items():
            if w in eigen and (over := min(n, eigen[w] - model.vast.get(w, 0))) > 0:
                keuze += over * self._gewicht[w]
        return vast, keuze

    def kandidaten(self, model: Sequence[Zak], eigen: Sequence[Zak]) -> list[tuple[int, int]]:
        """The likeliest pairs: for each own provision those of the model that share most of the rare words."""
        index: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for i, zak in enumerate(model):
            for w, n in (zak.vast | zak.keuze).items():
                index[w].append((i, n))
        return [(i, j) for j, zak in enumerate(eigen) for _, i in self._treffers(zak, index)[:KANDIDATEN]]

    def _treffers(self, zak: Zak, index: dict[str, list[tuple[int, int]]]) -> list[tuple[float, int]]:
        punten: dict[int, float] = defaultdict(float)
        for w, n in zak.vast.items():
            treffers = index.get(w, ())
            if len(treffers) <= _VEEL:
                for i, m in treffers:
                    punten[i] += min(n, m) * self._gewicht[w]
        return sorted(((p, i) for i, p in punten.items()), reverse=True)


def term_van(stuk: Stuk) -> str:
    """The term that an item of a list of definitions begins with, "" where it does not look like one."""
    gevonden = _TERM.match(vlak(stuk.tekst))
    return gevonden[1].strip("\"' ") if gevonden and len(gevonden[1].split()) <= 8 else ""
