"""Words as they are compared when searching: without accents, case and hyphens, and by their Dutch stems."""

from __future__ import annotations

import re
import threading
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

#: Hyphens that join parts of one word: hyphen-minus, hyphen, non-breaking hyphen; the soft hyphen is no part of it.
_STREEPJES = "\\-\u2010\u2011"
_ZACHT = "\u00ad"
_ACCENT = "\u0300-\u036f"
_WOORD = re.compile(rf"[^\W_](?:[^\W_]|[{_ACCENT}{_ZACHT}]|[{_STREEPJES}'’.](?=[^\W_]))*")
_DEEL = re.compile(rf"(?:[^\W_]|[{_ACCENT}])+")
#: A longer run without a space is no word, and stemming it would be wasted.
_LANGST = 80

# Stems share columns with each other; these letters, which Dutch does not have, keep the two kinds apart.
_KENMERK_SNOWBALL, _KENMERK_PORTER = "þ", "ð"


# Both, since each finds inflections that the other misses: one makes "meen" of "gemeente", the other "huiz" of
# "huizen". A stemmer works in place on one word, so each thread has its own.
class _Stemmers(threading.local):
    def __init__(self) -> None:
        # Imported at the first search: the package loads the stemmers of thirty languages.
        import snowballstemmer

        self.snowball = snowballstemmer.stemmer("dutch")
        self.porter = snowballstemmer.stemmer("dutch_porter")


@cache
def _stemmers() -> _Stemmers:
    return _Stemmers()


class Woord(NamedTuple):
    """A word in a text: its place, its compared form ("reintegratie"), and the forms of its parts ("re", "integratie").

    ``delen`` is empty for a word without hyphens.
    """

    begin: int
    eind: int
    vorm: str
    delen: tuple[str, ...]


def woorden(tekst: str) -> Iterator[Woord]:
    """The words of a text in order."""
    for m in _WOORD.finditer(tekst):
        geheel = m.group()
        if len(geheel) <= _LANGST and geheel.isascii() and geheel.isalnum():  # nearly every word
            yield Woord(m.start(), m.end(), geheel.lower(), ())
            continue
        for begin, eind in _knip(m.start(), m.end(), geheel):
            ruw = tekst[begin:eind].replace(_ZACHT, "")
            delen = tuple(vereenvoudig(d) for d in _DEEL.findall(ruw))
            yield Woord(begin, eind, "".join(delen), delen if len(delen) > 1 else ())


def _knip(begin: int, eind: int, ruw: str) -> Iterator[tuple[int, int]]:
    """A word as one, or in its parts where it is too long for a word; longer runs without any break are left out."""
    if len(ruw) <= _LANGST:
        yield begin, eind
        return
    for m in _DEEL.finditer(ruw):
        if m.end() - m.start() <= _LANGST:
            yield begin + m.start(), begin + m.end()


@lru_cache(maxsize=200_000)
def vereenvoudig(woord: str) -> str:
    """Lower case without accents: "Reïntegratie" becomes "reintegratie"."""
    if woord.isascii():
        return woord.lower()
    ontleed = unicodedata.normalize("NFKD", woord)
    return "".join(t for t in ontleed if not unicodedata.combining(t)).casefold()


@lru_cache(maxsize=200_000)
def stammen(vorm: str) -> tuple[str, ...]:
    """The marked stems of a compared form, to match with those of another; a number is its own."""
    if not vorm.isalpha():
        return (_KENMERK_SNOWBALL + vorm,)
    return (
        _KENMERK_SNOWBALL + _stemmers().snowball.stemWord(vorm),
        _KENMERK_PORTER + _stemmers().porter.stemWord(vorm),
    )


def kern(vorm: str) -> str:
    """The shortest beginning that is a stem: what a compound with this word contains ("subsidie" of "subsidies")."""
    return min((s[1:] for s in stammen(vorm) if vorm.startswith(s[1:])), key=len, default=vorm)


def is_stam(vorm: str) -> bool:
    """Whether this is a marked stem and no word."""
    return vorm.startswith((_KENMERK_SNOWBALL, _KENMERK_PORTER))


def alle_stammen(woord: Woord) -> tuple[str, ...]:
    """The stems of a word and of its parts."""
    stel = dict.fromkeys(s for vorm in (woord.vorm, *woord.delen) for s in stammen(vorm))
    return tuple(stel)
