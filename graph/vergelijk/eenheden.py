"""From pairs of leden and onderdelen to pairs of what holds them: articles, paragraphs, chapters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from graph.vergelijk.patroon import vlak
from graph.vergelijk.stuk import Stuk
from ontologie.document import BepalingSoort

#: The part of the words of either side that must have gone to the other.
DEEL = 0.45
#: Kinds that are told apart by what they hold.
_BLADEN = frozenset({BepalingSoort.LID, BepalingSoort.ONDERDEEL, BepalingSoort.ALINEA})


def koppel_omvattende(
    model: Sequence[Stuk], eigen: Sequence[Stuk], paren: Iterable[tuple[int, int]]
) -> set[tuple[int, int]]:
    """Pairs of provisions of one kind that hold what is paired: most of the words of one are in the other."""
    gewicht: dict[tuple[int, int], float] = defaultdict(float)
    van_model, van_eigen = _omvang(model), _omvang(eigen)
    al = set(paren)
    for i, j in al:
        m, e = len(model[i].tekst) + 1, len(eigen[j].tekst) + 1
        for a in _boven(model, i):
            for b in _boven(eigen, j):
                if _omvatten(model[a], eigen[b]):
                    gewicht[a, b] += min(m, e)
    uit = {
        (a, b) for (a, b), w in gewicht.items() if (a, b) not in al and max(w / van_model[a], w / van_eigen[b]) >= DEEL
    }
    return uit | _zelfde_kop(model, eigen, al | uit)


def _omvatten(links: Stuk, rechts: Stuk) -> bool:
    """Whether two provisions are known by what they hold: they are of one kind and no words of their own tell more."""
    if links.soort is not rechts.soort:
        return False
    kaal = not links.tekst and not rechts.tekst and len(links.id.stappen) == len(rechts.id.stappen)
    return kaal or links.soort not in _BLADEN


def _boven(stukken: Sequence[Stuk], n: int) -> Iterable[int]:
    """The provision itself and what holds it, the root left out."""
    while n > 0:
        yield n
        n = stukken[n].ouder


def _omvang(stukken: Sequence[Stuk]) -> list[int]:
    """The number of characters in each provision and below it."""
    uit = [len(s.tekst) + 1 if s.tekst else 0 for s in stukken]
    for n in range(len(stukken) - 1, 0, -1):
        uit[stukken[n].ouder] += uit[n]
    return [max(1, u) for u in uit]


def _zelfde_kop(
    model: Sequence[Stuk], eigen: Sequence[Stuk], gekoppeld: Iterable[tuple[int, int]]
) -> set[tuple[int, int]]:
    """Units without a partner that have the same heading, or the same number and like company."""
    links, rechts = {i for i, _ in gekoppeld}, {j for _, j in gekoppeld}
    vrij_m = _per_kop(model, links)
    vrij_e = _per_kop(eigen, rechts)
    return {(i, vrij_e[kop]) for kop, i in vrij_m.items() if kop in vrij_e}


def _per_kop(stukken: Sequence[Stuk], bezet: set[int]) -> Mapping[tuple[BepalingSoort, str], int]:
    uit: dict[tuple[BepalingSoort, str], int] = {}
    dubbel = set()
    for n, s in enumerate(stukken):
        if n and n not in bezet and s.kop and s.soort not in _BLADEN:
            sleutel = s.soort, " ".join(vlak(s.kop).split())
            if sleutel in uit:
                dubbel.add(sleutel)
            uit[sleutel] = n
    return {k: n for k, n in uit.items() if k not in dubbel}
