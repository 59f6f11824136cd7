"""Running text that remembers where every character stands in the original file."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range of character positions (Unicode code points) in an original file.

    Positions are those of the decoded file read with ``newline=""``; for PDF and DOCX those of the extracted text.
    """

    begin: int
    eind: int

    def omvat(self, ander: Span) -> bool:
        """Whether ``ander`` lies within this span."""
        return self.begin <= ander.begin and ander.eind <= self.eind


class Segment(NamedTuple):
    """A run of text and the run of the original that it comes from (all in characters).

    Equal lengths map character by character. Unequal ones map as a whole: a correction, an entity, an inserted space.
    """

    begin: int
    lengte: int
    bron_begin: int
    bron_lengte: int


@dataclass(frozen=True, slots=True)
class Tekst:
    """One passage of running text, cleaned for reading, with its map to the original file.

    ``segmenten`` are ordered, adjoin in the text and may leave gaps in the original (markup, page furniture).
    """

    inhoud: str
    segmenten: tuple[Segment, ...]
    _beginnen: tuple[int, ...] = field(default=(), repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_beginnen", tuple(s.begin for s in self.segmenten))

    def __len__(self) -> int:
        return len(self.inhoud)

    @property
    def span(self) -> Span:
        """The smallest range of the original that holds the whole passage."""
        if not self.segmenten:
            return Span(0, 0)
        laatste = self.segmenten[-1]
        return Span(self.segmenten[0].bron_begin, laatste.bron_begin + laatste.bron_lengte)

    def naar_bron(self, begin: int, eind: int) -> Span:
        """The range of the original that holds ``inhoud[begin:eind]`` (which must not be empty).

        Raises:
            ValueError: the range is empty or outside the passage.
        """
        if not 0 <= begin < eind <= len(self.inhoud):
            raise ValueError(f"bereik {begin}-{eind} valt buiten de passage van {len(self.inhoud)} tekens")
        eerste = self.segmenten[bisect_right(self._beginnen, begin) - 1]
        laatste = self.segmenten[bisect_right(self._beginnen, eind - 1) - 1]
        van = eerste.bron_begin
        if eerste.lengte == eerste.bron_lengte:
            van += begin - eerste.begin
        tot = laatste.bron_begin + laatste.bron_lengte
        if laatste.lengte == laatste.bron_lengte:
            tot = laatste.bron_begin + eind - laatste.begin
        return Span(van, max(van, tot))

    def van_bron(self, span: Span) -> tuple[int, int] | None:
        """The smallest range of ``inhoud`` that comes from ``span``; None where nothing of the passage does.

        ``van_bron(naar_bron(begin, eind))`` holds ``begin`` to ``eind``, and is just that where no text was mended.
        """
        delen: list[tuple[int, int]] = []
        for s in self.segmenten:
            van, tot = max(s.bron_begin, span.begin), min(s.bron_begin + s.bron_lengte, span.eind)
            if van >= tot:
                continue
            if s.lengte == s.bron_lengte:
                delen.append((s.begin + van - s.bron_begin, s.begin + tot - s.bron_begin))
            else:
                delen.append((s.begin, s.begin + s.lengte))
        return (delen[0][0], delen[-1][1]) if delen else None

    def deel(self, begin: int, eind: int) -> Tekst:
        """The passage ``inhoud[begin:eind]`` with its own map; white space at its ends is left out."""
        bouwer = TekstBouwer()
        for s in self.segmenten:
            van, tot = max(s.begin, begin), min(s.begin + s.lengte, eind)
            if van >= tot:
                continue
            if s.lengte == s.bron_lengte:
                bouwer.voeg_toe(self.inhoud[van:tot], s.bron_begin + van - s.begin)
            else:
                bouwer.voeg_toe(self.inhoud[van:tot], s.bron_begin, s.bron_lengte)
        return bouwer.bouw()

    def segmenten_in(self, begin: int, eind: int) -> tuple[Segment, ...]:
        """The segments that hold ``inhoud[begin:eind]``, whole, in order; empty where the range is."""
        if begin >= eind:
            return ()
        return self.segmenten[max(0, bisect_right(self._beginnen, begin) - 1) : bisect_left(self._beginnen, eind)]

    @classmethod
    def letterlijk(cls, origineel: str, begin: int, eind: int) -> Tekst:
        """The passage ``origineel[begin:eind]``, unchanged."""
        if begin == eind:
            return cls("", ())
        return cls(origineel[begin:eind], (Segment(0, eind - begin, begin, eind - begin),))


class TekstBouwer:
    """Collects the pieces of one passage in reading order and keeps the map to the original."""

    def __init__(self) -> None:
        self._delen: list[str] = []
        self._segmenten: list[Segment] = []
        self._lengte = 0

    def __len__(self) -> int:
        return self._lengte

    def eindigt_op_wit(self) -> bool:
        """Whether the text so far is empty or ends in white space."""
        return not self._delen or self._delen[-1][-1:].isspace()

    def voeg_toe(self, tekst: str, bron_begin: int, bron_lengte: int | None = None) -> None:
        """Append ``tekst``, which comes from ``bron_lengte`` characters (default: as many) at ``bron_begin``."""
        if not tekst:
            return
        lengte = len(tekst)
        bron_lengte = lengte if bron_lengte is None else bron_lengte
        vorige = self._segmenten[-1] if self._segmenten else None
        if (
            vorige is not None
            and vorige.lengte == vorige.bron_lengte
            and lengte == bron_lengte
            and vorige.bron_begin + vorige.bron_lengte == bron_begin
        ):
            self._segmenten[-1] = Segment(
                vorige.begin, vorige.lengte + lengte, vorige.bron_begin, vorige.bron_lengte + lengte
            )
        else:
            self._segmenten.append(Segment(self._lengte, lengte, bron_begin, bron_lengte))
        self._delen.append(tekst)
        self._lengte += lengte

    def bouw(self) -> Tekst:
        """The passage collected so far, without white space at its ends."""
        inhoud = "".join(self._delen)
        links = len(inhoud) - len(inhoud.lstrip())
        rechts = len(inhoud.rstrip())
        if rechts <= links:
            return Tekst("", ())
        segmenten: list[Segment] = []
        for s in self._segmenten:
            begin, eind = max(s.begin, links), min(s.begin + s.lengte, rechts)
            if begin >= eind:
                continue
            if s.lengte == s.bron_lengte:
                segmenten.append(Segment(begin - links, eind - begin, s.bron_begin + begin - s.begin, eind - begin))
            else:
                segmenten.append(Segment(begin - links, eind - begin, s.bron_begin, s.bron_lengte))
        return Tekst(inhoud[links:rechts], tuple(segmenten))


def plaats(tekst: str, positie: int) -> str:
    """A position in a text as people count, for messages: ``regel 12, kolom 3`` (both from 1)."""
    regel = tekst.count("\n", 0, positie) + 1
    kolom = positie - (tekst.rfind("\n", 0, positie) + 1) + 1
    return f"regel {regel}, kolom {kolom}"
