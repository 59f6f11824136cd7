"""A letter, council proposal or other text without numbered sections: headings, paragraphs, lists, footnotes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bronnen.tekst.blad import Blad
from bronnen.tekst.knopen import Knoop
from bronnen.tekst.lopend import lees_stuk
from bronnen.tekst.regels import Regel, loopt_door
from bronnen.tekst.tussenkoppen import is_tussenkop
from ontologie.document import BepalingSoort
from ontologie.identificatie import StapSoort

#: The numbered heading of an argument ("2.1 De verordening sluit aan"); a point after it ends a sentence.
_GENUMMERD = re.compile(r"(?P<nummer>\d{1,2}\.\d{1,2})\.?\s+(?=[A-ZÀ-Ý‘“\"'])")
#: A numbered heading takes at most so many printed lines.
_KOPREGELS = 3
#: So many headings in capitals make that the way in which the document writes its headings.
_HOOFDLETTERKOPPEN = 3


def lees_brief(blad: Blad) -> Knoop:
    """The tree: sections by their headings, and below these the numbered ones."""
    return _Lezer(blad).lees()


class _Lezer:
    def __init__(self, blad: Blad) -> None:
        self.blad = blad
        self.tot = len(blad.regels)
        hoofdletters = sum(_in_hoofdletters(r.tekst) for r in blad.regels)
        self.alleen_hoofdletters = hoofdletters >= _HOOFDLETTERKOPPEN
        self.wortel = Knoop(BepalingSoort.REGELING, StapSoort.DEEL, blad.regels[0].begin)
        self.sectie = self.deel = self.wortel
        self.na_kop = False

    def lees(self) -> Knoop:
        n = self._titel()
        while n < self.tot:
            volgende = self._genummerd(n) or self._kop(n)
            self.na_kop = volgende > 0
            n = volgende or lees_stuk(self.blad, n, self.tot, self.sectie)
        return self.wortel

    def _titel(self) -> int:
        """A heading at the very beginning, with white space below it, is the title."""
        regels = self.blad.regels
        if not is_tussenkop(regels, 0, self.tot, self.blad.breedte) or not (self.tot > 1 and regels[1].wit):
            return 0
        self.wortel.opschrift = self.blad.passage([regels[0]])
        self.na_kop = True
        return 1

    def _kop(self, n: int) -> int:
        regel = self.blad.regels[n]
        if self.alleen_hoofdletters and not _in_hoofdletters(regel.tekst):
            return 0
        if not is_tussenkop(self.blad.regels, n, self.tot, self.blad.breedte, na_kop=self.na_kop):
            return 0
        self.deel = self._open(self.wortel, n, n + 1, "")
        return n + 1

    def _genummerd(self, n: int) -> int:
        """Read the numbered heading at line ``n`` and give the line behind it; 0 where there is none."""
        regels = self.blad.regels
        m = _GENUMMERD.match(regels[n].tekst)
        if not m or "\t" in regels[n].tekst or not (n == 0 or regels[n].wit or self.na_kop):
            return 0
        eind = n + 1
        while eind < self.tot and self.blad.hoort_bij_vorige(eind):
            eind += 1
        # With text in the same paragraph it is a numbered paragraph, no heading.
        if eind - n > _KOPREGELS or eind == self.tot or not _is_kopalinea(regels, n, eind, self.blad.breedte):
            return 0
        self.sectie = self._open(self.deel, n, eind, m["nummer"], m.end())
        return eind

    def _open(self, ouder: Knoop, n: int, eind: int, nummer: str, rest: int = 0) -> Knoop:
        begin = self.blad.regels[n].begin
        knoop = Knoop(BepalingSoort.SECTIE, StapSoort.SECTIE, begin, nummer, nummer)
        knoop.opschrift = self.blad.passage(self.blad.regels[n:eind], begin + rest)
        ouder.inhoud.append(knoop)
        self.sectie = knoop
        return knoop


def _is_kopalinea(regels: Sequence[Regel], n: int, eind: int, breedte: int) -> bool:
    """Whether the lines hold one sentence at most, and the text behind them begins anew."""
    tekst = " ".join(r.tekst for r in regels[n:eind])
    zinnen = len(re.findall(r"[.!?]\s+[A-Z]", tekst[6:]))
    return zinnen == 0 and len(tekst) < 300 and not loopt_door(regels[eind - 1], regels[eind], breedte)


def _in_hoofdletters(tekst: str) -> bool:
    letters = [t for t in tekst if t.isalpha()]
    return len(letters) > 3 and len(tekst) < 120 and all(t.isupper() for t in letters)
