"""Square brackets of a model ordinance: which parts are facultative, and which places are to be filled in."""

from __future__ import annotations

import heapq
import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from ontologie.document import Invulplaats, InvulSoort, Melding
from ontologie.tekst import Span

_HAAK = re.compile(r"[\[\]]")
_LINK = re.compile(r"\((?:#|https?://|mailto:|www\.|/)")
#: What a bracket names when something is to be filled in there ("[aantal]", "[naam gemeente]").
_INVULWOORD = re.compile(
    r"(?:(?:het|de|een)\s+)?(?:aantal|aantallen|artikel|artikelen|bedrag|bedragen|beschrijving|citeertitel|datum|dag|"
    r"eind(?:datum)?|functie|gemeente(?:naam)?|jaar|jaartal|kenmerk|leeftijd|lid|leden|maand|maximum|minimum|naam|namen|"
    r"nummer|omschrijving|omvang|onderdeel|opsomming|organisatie|percentage|percentages|periode|plaats|soort|tarief|"
    r"termijn|titel|uren|voorrangsgroep|duur|xx?|x{2,}|n\.?t\.?b\.?)\b",
    re.IGNORECASE,
)
#: Brackets without partner that are reported one by one.
_MEESTE_MELDINGEN = 20
_PUNTJES = re.compile(r"[\s.…_\-–]*$")
_VARIANT = re.compile(r"\)\s*OF\s*\(")


class Haakpaar(NamedTuple):
    """Positions of an opening bracket and its closing one in the original."""

    open: int
    dicht: int


class Haken:
    """All bracket pairs of a text. A pair that opens before a label is structural: it makes provisions facultative."""

    def __init__(self, origineel: str, paren: Sequence[Haakpaar], meldingen: Sequence[Melding] = ()) -> None:
        self._origineel = origineel
        self._paren = sorted(paren, key=lambda p: p.open)
        self._per_open = {p.open: p for p in self._paren}
        self._openingen = [p.open for p in self._paren]
        self._structureel: dict[int, Haakpaar] = {}
        self._plekken: list[int] = []
        self.meldingen = list(meldingen)

    def maak_structureel(self, positie: int) -> None:
        """The bracket at ``positie`` (if there is one) opens before a label: it and its partner are markup."""
        paar = self._per_open.get(positie)
        if paar and positie not in self._structureel:
            self._structureel[positie] = paar
            insort(self._plekken, paar.open)
            insort(self._plekken, paar.dicht)

    def structurele_haken(self, span: Span) -> list[Span]:
        """The structural brackets within a range: they are markup, not text."""
        plekken = self._plekken[bisect_left(self._plekken, span.begin) : bisect_left(self._plekken, span.eind)]
        return [Span(p, p + 1) for p in plekken]

    def maak_facultatief(self) -> Callable[[Span], bool]:
        """A test whether a range lies wholly within a structural pair (pairs nest, so the widest one before tells)."""
        openingen = sorted(self._structureel)
        verst = list(accumulate((self._structureel[o].dicht for o in openingen), max))

        def facultatief(span: Span) -> bool:
            n = bisect_right(openingen, span.begin)
            return n > 0 and span.eind <= verst[n - 1] + 1

        return facultatief

    def invulplaatsen(self, span: Span) -> Iterator[Invulplaats]:
        """The bracketed places that open within a range, structural ones left out."""
        for n in range(bisect_left(self._openingen, span.begin), bisect_left(self._openingen, span.eind)):
            if self._openingen[n] not in self._structureel:
                yield from self._soorten(self._paren[n])

    def _soorten(self, paar: Haakpaar) -> Iterator[Invulplaats]:
        heel = Span(paar.open, paar.dicht + 1)
        binnen = self._origineel[paar.open + 1 : paar.dicht]
        kaal = binnen.strip()
        if _LINK.match(self._origineel, paar.dicht + 1):
            return
        if kaal.startswith("(") and _VARIANT.search(kaal):
            yield from self._varianten(paar)
        elif kaal.startswith("(") and kaal.rstrip(" .").endswith(")"):
            yield Invulplaats(InvulSoort.VOORBEELD, heel)
        elif kaal.endswith(")") and "(" in kaal:
            yield Invulplaats(InvulSoort.INVULPLAATS, heel)
            # The example stands in the outermost parentheses at the end: "[periode (de zevende maand)]".
            yield Invulplaats(InvulSoort.VOORBEELD, Span(paar.open + 1 + binnen.index("("), paar.dicht))
        elif _PUNTJES.match(kaal) or _INVULWOORD.match(kaal) or self._na_dubbelepunt(paar.open):
            yield Invulplaats(InvulSoort.INVULPLAATS, heel)
        else:
            yield Invulplaats(InvulSoort.FACULTATIEF, heel)

    def _na_dubbelepunt(self, positie: int) -> bool:
        return self._origineel[max(0, positie - 4) : positie].rstrip().endswith(":")

    def _varianten(self, paar: Haakpaar) -> Iterator[Invulplaats]:
        """Each alternative of ``(…) OF (…)`` at the outermost level of the bracket."""
        diepte, begin = 0, paar.open
        for n in range(paar.open + 1, paar.dicht):
            teken = self._origineel[n]
            if teken == "(":
                begin = n if diepte == 0 else begin
                diepte += 1
            elif teken == ")" and diepte:
                diepte -= 1
                if not diepte:
                    yield Invulplaats(InvulSoort.VARIANT, Span(begin, n + 1))


def zoek_haken(origineel: str, grenzen: Iterable[int] = ()) -> Haken:
    """Pair the brackets. ``grenzen`` are positions (headings) that a bracket opened within a line cannot pass.

    A bracket without its partner is reported and otherwise taken as text.
    """
    punten = heapq.merge(
        ((g, "kop") for g in sorted(grenzen)), ((m.start(), m.group()) for m in _HAAK.finditer(origineel))
    )
    open_: list[int] = []
    paren: list[Haakpaar] = []
    los: list[int] = []
    for positie, teken in punten:
        if teken == "[":
            open_.append(positie)
        elif teken == "]" and open_:
            paren.append(Haakpaar(open_.pop(), positie))
        elif teken == "]":
            los.append(positie)
        else:
            los += [p for p in open_ if not _begint_regel(origineel, p)]
            open_ = [p for p in open_ if _begint_regel(origineel, p)]
    meldingen = [
        Melding(f"regel {origineel.count(chr(10), 0, p) + 1}", "deze vierkante haak heeft geen tegenhanger")
        for p in sorted(los + open_)[:_MEESTE_MELDINGEN]
    ]
    return Haken(origineel, paren, meldingen)


def _begint_regel(origineel: str, positie: int) -> bool:
    """Whether only white space and brackets stand before a position in its line."""
    voor = origineel[max(0, positie - 20) : positie]
    return not voor[voor.rfind("\n") + 1 :].strip(" \t[")
