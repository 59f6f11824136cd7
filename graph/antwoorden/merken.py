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
        for rij in self._naslag.vraag_porties("merken-in-tekst", "versies", versies):
            merk = Tekstmerk(
                getal(rij, "begin"), getal(rij, "eind"), tekst(rij, "soort"), tekst(rij, "staatEr"), tekst(rij, "regel")
            )
            uit.setdefault(tekst(rij, "van"), []).append(merk)
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
