"""Footnotes: lines that hold one, taken out of the running text, and the markers that they belong to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bronnen.tekst.regels import Regel, loopt_door
from ontologie.document import Voetnootmarkering
from ontologie.tekst import Span

_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_NOOT = re.compile(
    r"(?P<super>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})\s*(?=\S)|\[\^(?P<md>\d{1,3})\]:\s*(?=\S)|(?P<cijfer>\d{1,3})\s+(?=[A-ZÀ-Ý‘“\"'<(]|https?:)"
)
#: How far before a footnote its marker may stand, where that is a plain digit: lines, and characters in them.
_BEREIK = 120
_BEREIK_TEKENS = 12_000


@dataclass(frozen=True, slots=True)
class Noot:
    """One footnote: its number, its lines, and where its words begin; ``markering`` is None for a superscript."""

    nummer: str
    regels: tuple[Regel, ...]
    rest: int
    markering: Voetnootmarkering | None = None


def haal_voetnoten(regels: Sequence[Regel], breedte: int) -> tuple[list[Regel], list[Noot]]:
    """The lines without footnotes, and the footnotes.

    A line that begins with plain digits is a footnote only when these come next in the count and a marker of that
    number is glued to a word or mark in the lines before it.
    """
    over: list[Regel] = []
    noten: list[Noot] = []
    wit, breuk, n, geteld = 0, False, 0, 0
    while n < len(regels):
        noot = _lees_noot(regels, n, over, geteld)
        if noot is None:
            regel = regels[n]
            over.append(replace(regel, wit=regel.wit + wit, na_breuk=regel.na_breuk or breuk) if breuk else regel)
            wit, breuk, n = 0, False, n + 1
            continue
        eind = n + 1
        while eind < len(regels) and _gaat_door(regels, eind, breedte):
            eind += 1
        geteld += noot.markering is not None
        noten.append(replace(noot, regels=tuple(regels[n:eind])))
        wit, breuk, n = wit + regels[n].wit, True, eind
    return over, noten


def _gaat_door(regels: Sequence[Regel], n: int, breedte: int) -> bool:
    return not regels[n].wit and not _NOOT.match(regels[n].tekst) and loopt_door(regels[n - 1], regels[n], breedte)


def _lees_noot(regels: Sequence[Regel], n: int, ervoor: Sequence[Regel], geteld: int) -> Noot | None:
    regel = regels[n]
    m = _NOOT.match(regel.tekst[:200])
    if m is None:
        return None
    rest = regel.begin + m.end()
    if m["super"] or m["md"]:
        return Noot((m["super"] or m["md"]).translate(_SUPERSCRIPT), (regel,), rest)
    if int(m["cijfer"]) != geteld + 1 or not (regel.wit or regel.na_breuk):
        return None
    markering = _zoek_markering(m["cijfer"], ervoor[-_BEREIK:])
    return Noot(m["cijfer"], (regel,), rest, markering) if markering else None


def _zoek_markering(nummer: str, regels: Sequence[Regel]) -> Voetnootmarkering | None:
    """The last place where the number is glued to a word or to the end of a sentence ("beleid1", "beleid.1")."""
    patroon = re.compile(
        rf"(?<=[a-zà-ÿ][.,;:)”’])(?<!\bnr\.)(?<!\bart\.){nummer}(?=\s|$)|(?<=[a-zà-ÿ]{{3}}){nummer}(?=[\s.,;:)]|$)"
    )
    bekeken = 0
    for regel in reversed(regels):
        bekeken += len(regel.tekst)
        if bekeken > _BEREIK_TEKENS:
            break
        for m in reversed(list(patroon.finditer(regel.tekst))):
            return Voetnootmarkering(Span(regel.begin + m.start(), regel.begin + m.end()), nummer)
    return None
