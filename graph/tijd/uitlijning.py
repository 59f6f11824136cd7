"""Word by word: which words of a text were taken out, put in or replaced, with their places on both sides.

The alignment is a longest common subsequence of words (bit-parallel, from rapidfuzz). It is quadratic, so bounded: what
is longer is first cut at words that occur once on each side. Words that happen to be shared in the middle of a
rewritten passage are counted as rewritten, as a reader would.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from rapidfuzz.distance import LCSseq

from ontologie.wijziging import Woordverschil

#: The product of the numbers of words that are aligned at once: about 25 MB and a quarter of a second.
GRENS = 200_000_000

_WOORD = re.compile(r"\w+(?:[-’'.]\w+)*|[^\w\s]")
#: Start and end of a change in words: old from, old to, new from, new to.
_Blok = tuple[int, int, int, int]


def woorden(tekst: str) -> list[re.Match[str]]:
    """The words and signs of a text. White space is no difference."""
    return list(_WOORD.finditer(tekst))


def lijn_uit(oud: str, nieuw: str, grens: int = GRENS) -> tuple[tuple[Woordverschil, ...], bool]:
    """The differences in order, and whether they are exact (False: too long, a range holds more than what differs)."""
    if oud == nieuw:
        return (), True
    links, rechts = woorden(oud), woorden(nieuw)
    a, b = [m[0] for m in links], [m[0] for m in rechts]
    begin, eind_a, eind_b = _zonder_gelijke_einden(a, b)
    if begin == eind_a == eind_b:
        return (), True
    blokken, precies = _blokken(a[begin:eind_a], b[begin:eind_b], grens)
    verschoven = [(i1 + begin, i2 + begin, j1 + begin, j2 + begin) for i1, i2, j1, j2 in blokken]
    schoon = _schuif(_voeg_samen(verschoven, a), a, b)
    return tuple(_in_tekens(blok, links, rechts) for blok in schoon), precies


def _zonder_gelijke_einden(a: Sequence[str], b: Sequence[str]) -> tuple[int, int, int]:
    """How much both begin alike, and where the part that they end alike with starts."""
    begin, korte = 0, min(len(a), len(b))
    while begin < korte and a[begin] == b[begin]:
        begin += 1
    eind = 0
    while eind < korte - begin and a[-1 - eind] == b[-1 - eind]:
        eind += 1
    return begin, len(a) - eind, len(b) - eind


def _blokken(a: Sequence[str], b: Sequence[str], grens: int) -> tuple[list[_Blok], bool]:
    """The changes between two lists of words, and whether each is as small as it can be."""
    ankers = _ankers(a, b) if len(a) * len(b) > grens else []
    blokken: list[_Blok] = []
    precies = True
    van_a = van_b = 0
    for i, j in (*ankers, (len(a), len(b))):
        if (i - van_a) * (j - van_b) > grens:
            blokken.append((van_a, i, van_b, j))
            precies = False
        else:
            blokken += (
                (van_a + op.src_start, van_a + op.src_end, van_b + op.dest_start, van_b + op.dest_end)
                for op in LCSseq.opcodes(a[van_a:i], b[van_b:j])
                if op.tag != "equal"
            )
        van_a, van_b = i, j
    return _aaneen(blokken), precies


def _ankers(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int]]:
    """Places of words that occur once on each side, as many as keep their order."""
    in_a, in_b = Counter(a), Counter(b)
    plaats = {woord: j for j, woord in enumerate(b) if in_b[woord] == 1}
    paren = [(i, plaats[woord]) for i, woord in enumerate(a) if in_a[woord] == 1 and woord in plaats]
    # Longest increasing run of places in b (patience sorting), with for each the one before it.
    staart: list[int] = []
    nummers: list[int] = []
    vorige: list[int] = []
    for n, (_, j) in enumerate(paren):
        plek = bisect_left(staart, j)
        vorige.append(nummers[plek - 1] if plek else -1)
        staart[plek : plek + 1] = [j]
        nummers[plek : plek + 1] = [n]
    uit: list[tuple[int, int]] = []
    n = nummers[-1] if nummers else -1
    while n >= 0:
        uit.append(paren[n])
        n = vorige[n]
    return uit[::-1]


def _aaneen(blokken: Sequence[_Blok]) -> list[_Blok]:
    """Changes that touch each other as one."""
    uit: list[_Blok] = []
    for blok in blokken:
        if uit and uit[-1][1] == blok[0] and uit[-1][3] == blok[2]:
            uit[-1] = (uit[-1][0], blok[1], uit[-1][2], blok[3])
        else:
            uit.append(blok)
    return uit


def _voeg_samen(blokken: Sequence[_Blok], a: Sequence[str]) -> list[_Blok]:
    """Join two replacements around words that are fewer than what is replaced on either side of them."""
    uit: list[_Blok] = []
    for blok in blokken:
        while uit and _verwaarloosbaar(uit[-1], blok, a):
            vorige = uit.pop()
            blok = (vorige[0], blok[1], vorige[2], blok[3])
        uit.append(blok)
    return uit


def _verwaarloosbaar(links: _Blok, rechts: _Blok, a: Sequence[str]) -> bool:
    tussen = sum(len(w) for w in a[links[1] : rechts[0]] if w[0].isalnum())
    if rechts[0] - links[1] > 4:
        return False
    vervangen = [min(blok[1] - blok[0], blok[3] - blok[2]) for blok in (links, rechts)]
    omvang = [max(blok[1] - blok[0], blok[3] - blok[2]) for blok in (links, rechts)]
    # A word put in here and another taken out there stay apart; two rewritten passages around "van de" do not.
    return tussen <= 8 and max(vervangen) > 0 and min(omvang) >= rechts[0] - links[1]


def _schuif(blokken: Sequence[_Blok], a: Sequence[str], b: Sequence[str]) -> list[_Blok]:
    """Put a pure insertion or deletion at the start of a clause where it can stand at several places.

    Of "1, [2, ]3" and "1[, 2], 3" the same words are new; one begins after a sign.
    """
    uit: list[_Blok] = []
    for n, (i1, i2, j1, j2) in enumerate(blokken):
        if (i1 == i2) != (j1 == j2):
            woorden_, begin, eind = (b, j1, j2) if i1 == i2 else (a, i1, i2)
            links = (uit[-1][3] if i1 == i2 else uit[-1][1]) if uit else 0
            volgende = blokken[n + 1] if n + 1 < len(blokken) else (len(a), 0, len(b), 0)
            d = _beste_plek(woorden_, begin, eind, links, volgende[2] if i1 == i2 else volgende[0])
            i1, i2, j1, j2 = i1 + d, i2 + d, j1 + d, j2 + d
        uit.append((i1, i2, j1, j2))
    return uit


def _beste_plek(w: Sequence[str], begin: int, eind: int, links: int, rechts: int) -> int:
    """By how many words to move the range: to the nearest place that starts after a sign; 0 where there is none."""
    plekken = [0]
    d = 0
    while begin + d > links and w[begin + d - 1] == w[eind + d - 1] and d > -40:
        d -= 1
        plekken.append(d)
    d = 0
    while eind + d < rechts and w[begin + d] == w[eind + d] and d < 40:
        d += 1
        plekken.append(d)

    def waarde(d: int) -> tuple[int, int]:
        voor = w[begin + d - 1] if begin + d else "."
        # After a full stop or semicolon is better than after a comma, and that than in the middle of a clause.
        return 0 if voor in ".;:" else 2 if voor[0].isalnum() else 1, abs(d)

    return min(plekken, key=waarde)


def _in_tekens(blok: _Blok, links: Sequence[re.Match[str]], rechts: Sequence[re.Match[str]]) -> Woordverschil:
    return Woordverschil(*_bereik(links, blok[0], blok[1]), *_bereik(rechts, blok[2], blok[3]))


def _bereik(woorden_: Sequence[re.Match[str]], van: int, tot: int) -> tuple[int, int]:
    """The characters of some words; of none the place where they would stand."""
    if van < tot:
        return woorden_[van].start(), woorden_[tot - 1].end()
    plek = woorden_[van].start() if van < len(woorden_) else (woorden_[-1].end() if woorden_ else 0)
    return plek, plek
