"""Cuts a passage into sentences, minding what ends in a full stop without ending a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

#: Words before a full stop that ends no sentence.
_AFKORTINGEN_TEKST = """
    aanh afd afl al art artt blz bijv bv ca cf cq dd dhr d.d d.w.z dr drs e.a e.d e.v ecl enz evt ged
    gem hfst hst i.c i.h.b i.p.v i.v.m ing incl inz jl jo lid.nr m.b.t m.i m.i.v m.n m.u.v max mej mevr
    min mr ms n.a.v n.v.t nl no nr nrs o.a o.b.v o.g o.i o.m o.v ond p par pag pct plv prof q.q r.o red
    resp s.v.p sub st stb stcrt t.a.v t.b.v t.g.v t.m t.n.v t.o.v t/m tab trb v.a v.w.b vgl vlg vnl vs
    w.o zgn z.i zie
"""
_AFKORTINGEN = frozenset(_AFKORTINGEN_TEKST.split())

_EINDE = re.compile(
    r"""(?P<punt>[.?!…])(?P<sluit>[\])"'”’»]*)      # the stop, with what it closes
        (?P<wit>\s+)(?=(?P<open>[\[("'“‘«]*)(?P<volgt>[^\W_]))""",
    re.VERBOSE,
)
_WOORD = re.compile(r"[^\s(\[“‘\"']+$")
_NUMMER = re.compile(r"(?:\d+[a-z]{0,2}|[IVXLC]+)(?:[.:]\d+[a-z]*)*")


class Zin(NamedTuple):
    """A half-open range of characters of a passage, without white space at its ends."""

    begin: int
    eind: int


def splits_zinnen(tekst: str) -> tuple[Zin, ...]:
    """The sentences of a passage, in order. They cover all of it but white space."""
    return tuple(_zinnen(tekst))


def _zinnen(tekst: str) -> Iterator[Zin]:
    begin = 0
    for m in _EINDE.finditer(tekst):
        if m["punt"] == "." and not _eindigt(tekst, begin, m):
            continue
        if m["punt"] != "." and not m["volgt"].isupper():
            continue
        if (zin := _zonder_wit(tekst, begin, m.start("wit"))) is not None:
            yield zin
        begin = m.end("wit")
    if (zin := _zonder_wit(tekst, begin, len(tekst))) is not None:
        yield zin


def _eindigt(tekst: str, begin: int, m: re.Match[str]) -> bool:
    """Whether this full stop ends a sentence."""
    if not (m["volgt"].isupper() or m["open"] or m["volgt"].isdigit()):
        return False
    woord = _WOORD.search(tekst, max(begin, m.start() - 24), m.start())
    if woord is None:
        return True
    laatste = woord[0].lower()
    if laatste in _AFKORTINGEN or (len(laatste) == 1 and laatste.isalpha() and not m["sluit"]):
        # "onderdeel f. Dit artikel": a letter that numbers, and not an initial, where a small word begins the next.
        return _is_letteraanduiding(tekst, woord.start()) and not m["volgt"].isdigit()
    return not (_NUMMER.fullmatch(woord[0]) and m["volgt"].isdigit())


_AANDUIDING = re.compile(r"(?:onderdeel|onderdelen|onder|sub|en|of|letter)\s+$", re.IGNORECASE)


def _is_letteraanduiding(tekst: str, positie: int) -> bool:
    return _AANDUIDING.search(tekst, max(0, positie - 14), positie) is not None


def _zonder_wit(tekst: str, begin: int, eind: int) -> Zin | None:
    while begin < eind and tekst[begin].isspace():
        begin += 1
    while eind > begin and tekst[eind - 1].isspace():
        eind -= 1
    return Zin(begin, eind) if begin < eind else None
