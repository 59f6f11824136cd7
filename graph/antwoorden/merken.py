"""Marks in the shown text: places to fill in or leave out, and mended scan noise."""

from __future__ import annotations

from collections.abc import Sequence

from pyoxigraph import NamedNode

from graph.antwoorden.gegevens import Gecorrigeerd, Tekstmerk
from graph.antwoorden.naslag import Naslag, Werkversie, getal, tekst


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

    def correcties(self, werkversie: Werkversie) -> tuple[Gecorrigeerd, ...]:
        """The corrections in one version of a work, in reading order."""
        rijen = sorted(
            self._naslag.vraag("correcties", werkversie=NamedNode(werkversie.iri)),
            key=lambda r: (getal(r, "volgnummer"), tekst(r, "staatEr")),
        )
        plekken = self._naslag.plekken(tekst(r, "bepaling") for r in rijen)
        return tuple(
            Gecorrigeerd(plekken[tekst(r, "bepaling")], tekst(r, "staatEr"), tekst(r, "gelezen"), tekst(r, "regel"))
            for r in rijen
        )
