"""A tree of XML elements whose text knows its place in the file, and its text as passages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ontologie.tekst import Span, Tekst, TekstBouwer

#: The white space of XML; a no-break space is a character like any other.
_WIT = " \t\r\n"
_WITREEKS = re.compile(r"[ \t\r\n]+")
#: Holds data about an element, never its words.
_META = frozenset({"meta-data"})


class Tekststuk(NamedTuple):
    """A run of text and the range of the original it comes from (unequal in length for an entity or a line end)."""

    tekst: str
    begin: int
    eind: int


class Element:
    """One element. ``naam`` and the names of the attributes are without prefix; ``inhoud`` is in order."""

    __slots__ = ("attributen", "begin", "eind", "inhoud", "naam")

    def __init__(self, naam: str, attributen: dict[str, str], begin: int) -> None:
        self.naam = naam
        self.attributen = attributen
        self.begin = begin
        self.eind = begin
        self.inhoud: list[Element | Tekststuk] | tuple[()] = ()

    @property
    def span(self) -> Span:
        return Span(self.begin, self.eind)

    def kinderen(self, *namen: str) -> Iterator[Element]:
        """The child elements, of the given names if any are given."""
        for deel in self.inhoud:
            if isinstance(deel, Element) and (not namen or deel.naam in namen):
                yield deel

    def kind(self, *pad: str) -> Element | None:
        """The first element down a path of names, None where there is none."""
        element: Element | None = self
        for naam in pad:
            if element is None:
                return None
            element = next(element.kinderen(naam), None)
        return element

    def loop(self) -> Iterator[Element]:
        """This element and all below it, in document order."""
        stapel = [self]
        while stapel:
            element = stapel.pop()
            yield element
            stapel.extend(reversed(list(element.kinderen())))

    def attribuut(self, naam: str) -> str:
        """The value of an attribute without white space around it, "" where there is none."""
        return self.attributen.get(naam, "").strip()

    def waarde(self, *pad: str) -> str:
        """The text of the element down a path of names, as one line, "" where there is none."""
        return lees_tekst(self.kind(*pad), laat_weg=_META).inhoud


def lees_tekst(*elementen: Element | None, laat_weg: frozenset[str] = frozenset()) -> Tekst:
    """The text in the elements as one passage: white space collapsed, a space between two elements.

    Elements named in ``laat_weg`` are left out. The result is empty (and so false) where there is no text.
    """
    bouwer = TekstBouwer()
    for element in elementen:
        if element is None:
            continue
        if not bouwer.eindigt_op_wit():
            bouwer.voeg_toe(" ", element.begin, 0)
        stapel: list[Element | Tekststuk] = [element]
        while stapel:
            deel = stapel.pop()
            if isinstance(deel, Tekststuk):
                voeg_stuk_toe(bouwer, deel)
            elif deel.naam not in laat_weg:
                stapel.extend(reversed(deel.inhoud))
    return bouwer.bouw()


def voeg_stuk_toe(bouwer: TekstBouwer, stuk: Tekststuk) -> None:
    """Append a run of text to a passage; each run of white space becomes one space."""
    tekst, begin, eind = stuk
    if len(tekst) != eind - begin:
        if tekst in _WIT:
            tekst = "" if bouwer.eindigt_op_wit() else " "
        bouwer.voeg_toe(tekst, begin, eind - begin)
        return
    vanaf = 0
    for wit in _WITREEKS.finditer(tekst):
        bouwer.voeg_toe(tekst[vanaf : wit.start()], begin + vanaf)
        if not bouwer.eindigt_op_wit():
            bouwer.voeg_toe(" ", begin + wit.start(), wit.end() - wit.start())
        vanaf = wit.end()
    bouwer.voeg_toe(tekst[vanaf:], begin + vanaf)
