"""What one reading of a text works on and collects: its lines, and everything noticed on the way."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from bronnen.tekst.haken import Haken
from bronnen.tekst.lijsten import zoek_items
from bronnen.tekst.passages import herstel, laat_weg, voeg_samen, zonder_opmaak
from bronnen.tekst.regels import Regel, loopt_door, meet_breedte, splits_regels
from bronnen.tekst.ruis import zoek_ruis, zonder_paginaranden
from bronnen.tekst.tussenkoppen import is_tussenkop
from bronnen.tekst.voetnoten import Noot, haal_voetnoten
from ontologie.document import Correctie, Melding, Voetnootmarkering, Weggelaten
from ontologie.tekst import Span, Tekst


@dataclass
class Blad:
    """A text in lines, page furniture left out. ``breedte`` is the width at which its lines wrap (0: they do not)."""

    origineel: str
    regels: list[Regel]
    breedte: int
    haken: Haken
    weggelaten: list[Weggelaten]
    noten: list[Noot]
    correcties: list[Correctie] = field(default_factory=list)
    markeringen: list[Voetnootmarkering] = field(default_factory=list)
    meldingen: list[Melding] = field(default_factory=list)
    #: Footnote markers that are plain digits, in order: they are no part of the text.
    _losse_markeringen: list[Span] = field(default_factory=list)

    @classmethod
    def van(cls, origineel: str) -> Blad:
        """The text divided into lines."""
        regels, weggelaten = zonder_paginaranden(splits_regels(origineel))
        breedte = meet_breedte(regels)
        regels, noten = haal_voetnoten(regels, breedte)
        blad = cls(origineel, regels, breedte, Haken(origineel, ()), weggelaten, noten)
        blad.markeringen += sorted((n.markering for n in noten if n.markering), key=lambda m: m.span)
        blad._losse_markeringen = [m.span for m in blad.markeringen]
        return blad

    def passage(self, regels: Sequence[Regel], begin: int | None = None) -> Tekst:
        """One passage of some lines, from position ``begin`` in the first: markup left out and scan noise mended."""
        return self.schoon(voeg_samen(self.origineel, regels, begin))

    def schoon(self, tekst: Tekst) -> Tekst:
        """A passage without markup and scan noise; what was found goes into the records."""
        tekst = laat_weg(tekst, self.haken.structurele_haken(tekst.span))
        tekst = laat_weg(tekst, self._markeringen_in(tekst.span))
        tekst, markeringen = zonder_opmaak(tekst)
        self.markeringen += markeringen
        tekst, correcties = herstel(tekst, zoek_ruis(tekst))
        self.correcties += correcties
        return tekst

    def _markeringen_in(self, span: Span) -> list[Span]:
        van = bisect_left(self._losse_markeringen, (span.begin,))
        return self._losse_markeringen[van : bisect_left(self._losse_markeringen, (span.eind,))]

    def hoort_bij_vorige(self, n: int) -> bool:
        """Whether line ``n`` goes on with the paragraph of the line before it: no item, heading or new paragraph."""
        if n in self._items or not loopt_door(self.regels[n - 1], self.regels[n], self.breedte):
            return False
        # A short line that ends a full paragraph of sentences may be a heading without white space around it.
        return not is_tussenkop(self.regels, n, len(self.regels), self.breedte)

    @cached_property
    def _items(self) -> set[int]:
        return zoek_items(self.regels, 0, len(self.regels), self.breedte)

    def alineas(self, van: int, tot: int) -> list[list[Regel]]:
        """The lines ``van`` to ``tot`` in groups, one per paragraph."""
        groepen: list[list[Regel]] = []
        for n in range(van, tot):
            if groepen and self.hoort_bij_vorige(n):
                groepen[-1].append(self.regels[n])
            else:
                groepen.append([self.regels[n]])
        return groepen
