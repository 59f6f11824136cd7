"""How alike provisions without words of their own are: by the words of what they hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ontologie.identificatie import BepalingId
from ontologie.vergelijking import Paar, Paarsoort


def met_omvattende(paren: Sequence[Paar]) -> list[Paar]:
    """The same pairs; an article with leden gets the likeness of these, each counting by its length.

    What is left out by choice does not count.
    """
    gedeeld: dict[tuple[BepalingId, BepalingId], float] = defaultdict(float)
    totaal: dict[BepalingId, float] = defaultdict(float)
    for paar in paren:
        if paar.soort is Paarsoort.WEGGELATEN:
            continue
        van, naar = _boven(paar.model), _boven(paar.eigen)
        for id_ in van:
            totaal[id_] += len(paar.model_tekst)
        for id_ in naar:
            totaal[id_] += len(paar.eigen_tekst)
        samen = paar.gelijkenis * (len(paar.model_tekst) + len(paar.eigen_tekst))
        for a in van:
            for b in naar:
                gedeeld[a, b] += samen
    return [_met(paar, gedeeld, totaal) for paar in paren]


def _boven(ids: Iterable[BepalingId]) -> set[BepalingId]:
    return {o for id_ in ids for o in (id_, *id_.voorouders()) if o.stappen}


def _met(paar: Paar, gedeeld: dict[tuple[BepalingId, BepalingId], float], totaal: dict[BepalingId, float]) -> Paar:
    if not (paar.model and paar.eigen) or paar.model_tekst or paar.eigen_tekst:
        return paar
    alles = sum(totaal[i] for i in (*paar.model, *paar.eigen))
    if not alles:
        return paar
    samen = sum(gedeeld[a, b] for a in paar.model for b in paar.eigen)
    return replace(paar, gelijkenis=round(min(1.0, samen / alles), 3))
