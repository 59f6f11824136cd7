"""Marks in the shown text: places to fill in or leave out, and mended scan noise."""

from __future__ import annotations

from collections.abc import Sequence

from graph.antwoorden.gegevens import Gecorrigeerd, Tekstmerk
from graph.antwoorden.naslag import Naslag
from graph.feiten import Deel
from graph.tripels.tekstmerk import CORRECTIE


class Merken:
    """Questions about marks."""

    def __init__(self, naslag: Naslag) -> None:
        self._naslag = naslag

    def in_tekst(self, versies: Sequence[str]) -> dict[str, list[Tekstmerk]]:
        """The marks in the text of some provisions, by the IRI of their version."""
        uit: dict[str, list[Tekstmerk]] = {}
        per_merk = dict(self._naslag.naar("staatIn", versies))
        for iri, merk in self._naslag.dingen(per_merk).items():
            if "inTekstBegin" in merk:
                plek = merk.getal("inTekstBegin"), merk.getal("inTekstEind")
                getoond = Tekstmerk(*plek, merk.tekst("merksoort"), merk.tekst("staatEr"), merk.tekst("herstelregel"))
                uit.setdefault(per_merk[iri], []).append(getoond)
        return uit

    def correcties(self, delen: Sequence[Deel]) -> tuple[Gecorrigeerd, ...]:
        """The corrections in some provisions, which are in reading order."""
        bepaling = dict(delen)
        per_merk = dict(self._naslag.naar("staatIn", bepaling))
        plaats = {versie: n for n, versie in enumerate(bepaling)}
        merken = [m for m in self._naslag.dingen(per_merk).values() if m.tekst("merksoort") == CORRECTIE]
        merken.sort(key=lambda m: (plaats[per_merk[m.iri]], m.tekst("staatEr"), m.iri))
        plekken = self._naslag.plekken(bepaling[per_merk[m.iri]] for m in merken)
        return tuple(
            Gecorrigeerd(
                plekken[bepaling[per_merk[m.iri]]], m.tekst("staatEr"), m.tekst("gelezen"), m.tekst("herstelregel")
            )
            for m in merken
        )
