"""A difference that turned out to be none: it becomes a choice, and a pair without others is equal."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from ontologie.vergelijking import Keuze, KeuzeSoort, Paar, Paarsoort
from ontologie.wijziging import Woordverschil

_GELIJK = "Gelijk aan het model; alleen"
_EERSTE = re.compile(rf"^(?:De woorden wijken af van het model\.|{_GELIJK} [^.]*\.)")
_WAT = {
    KeuzeSoort.VERNUMMERD: "volgen verwijzingen de eigen nummering",
    KeuzeSoort.SCHRIJFWIJZE: "zijn woorden anders geschreven",
}


def als_keuzes(paar: Paar, verklaard: Collection[Woordverschil], soort: KeuzeSoort) -> Paar:
    """The pair with some of its differences as choices of a kind."""
    if not verklaard:
        return paar
    over = tuple(v for v in paar.verschillen if v not in verklaard)
    nieuw = (
        Keuze(soort, paar.model_tekst[v.oud_begin : v.oud_eind], paar.eigen_tekst[v.nieuw_begin : v.nieuw_eind], *v)
        for v in verklaard
    )
    keuzes = tuple(sorted((*paar.keuzes, *nieuw), key=lambda k: k.model_begin))
    if over or paar.kopverschillen:
        return replace(paar, verschillen=over, keuzes=keuzes)
    wat = " en ".join(zin for k, zin in _WAT.items() if any(keuze.soort is k for keuze in keuzes))
    reden = _EERSTE.sub(f"{_GELIJK} {wat}.", paar.reden)
    return replace(paar, soort=Paarsoort.GELIJK, verschillen=(), keuzes=keuzes, gelijkenis=1.0, reden=reden)
