"""Scan noise: page furniture kept out of the running text, and characters that a scanner read wrong.

Every rule holds by a fact of language or notation, so that it cannot change a text that was read right; what it
changes is recorded. What looks wrong but might be right stays as it is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, islice, pairwise

from bronnen.tekst.passages import Herstel
from bronnen.tekst.regels import Regel, eindigt_zin
from ontologie.document import Weggelaten
from ontologie.tekst import Span, Tekst

#: Page furniture is short.
_LANGSTE = 120
#: Page furniture is a small part of the lines.
_GROOTSTE_DEEL = 0.2
_GEWOON_AANTAL = 5
_CIJFERS = re.compile(r"\d+")
_PAGINA = re.compile(
    r"(?:(?:pagina|pag\.|blz\.?|bladzijde|page)\s*\d+(?:\s*(?:van|/|of)\s*\d+)?|\d+\s*/\s*\d+|[-–—]\s*\d+\s*[-–—])$",
    re.IGNORECASE,
)
_LOS_NUMMER = re.compile(r"\d{1,4}$")


def zonder_paginaranden(regels: Sequence[Regel]) -> tuple[list[Regel], list[Weggelaten]]:
    """Take headers, footers and page numbers out; the line behind each is marked ``na_breuk``."""
    weg = _terugkerend(regels) | _paginanummers(regels)
    over: list[Regel] = []
    weggelaten: list[Weggelaten] = []
    wit, breuk = 0, False
    for n, regel in enumerate(regels):
        if n in weg:
            wit, breuk = wit + regel.wit, True
            weggelaten.append(Weggelaten(Span(regel.begin, regel.eind), weg[n]))
            continue
        over.append(replace(regel, wit=regel.wit + wit, na_breuk=regel.na_breuk or breuk) if breuk or wit else regel)
        wit, breuk = 0, False
    return over, weggelaten


def _terugkerend(regels: Sequence[Regel]) -> dict[int, str]:
    """Lines that come back, apart from their digits, where a page ends: they cut a sentence or stand at a form feed."""
    groepen: defaultdict[str, list[int]] = defaultdict(list)
    for n, regel in enumerate(regels):
        if len(regel.tekst) <= _LANGSTE and "\t" not in regel.tekst:
            groepen[_CIJFERS.sub("#", regel.tekst)].append(n)
    weg: dict[int, str] = {}
    for vorm, plekken in groepen.items():
        hoogstens = max(_GEWOON_AANTAL, len(regels) * _GROOTSTE_DEEL)
        if not 1 < len(plekken) <= hoogstens or not any(t.isalpha() for t in vorm):
            continue
        snijdt = sum(_snijdt_zin(regels, n) for n in plekken)
        bij_breuk = sum(_bij_breuk(regels, n) for n in plekken)
        los = all(_staat_los(regels, n) for n in plekken)
        if (los and snijdt and len(plekken) > 2) or (bij_breuk == len(plekken) and len(plekken) > 2) or snijdt > 2:
            weg.update(dict.fromkeys(plekken, "paginarand"))
    return weg


def _paginanummers(regels: Sequence[Regel]) -> dict[int, str]:
    weg = {
        n: "paginanummer"
        for n, r in enumerate(regels)
        if len(r.tekst) < 40 and _PAGINA.match(r.tekst) and (_staat_los(regels, n) or _bij_breuk(regels, n))
    }
    # Bare numbers count only when they run on from page to page.
    los = [n for n, r in enumerate(regels) if _LOS_NUMMER.match(r.tekst)]
    los = [n for n in los if _bij_breuk(regels, n) or _staat_los(regels, n)]
    for a, b in pairwise(los):
        if int(regels[b].tekst) == int(regels[a].tekst) + 1 and b > a + 1:
            weg[a] = weg[b] = "paginanummer"
    return weg


def _staat_los(regels: Sequence[Regel], n: int) -> bool:
    """Whether more white space than between paragraphs surrounds the line, on one side at least."""
    voor = regels[n].wit
    na = regels[n + 1].wit if n + 1 < len(regels) else 2
    return voor > 1 or na > 1 or n == 0


def _bij_breuk(regels: Sequence[Regel], n: int) -> bool:
    return regels[n].na_breuk or n + 1 == len(regels) or regels[n + 1].na_breuk


def _snijdt_zin(regels: Sequence[Regel], n: int) -> bool:
    if n == 0 or n + 1 == len(regels):
        return False
    return not eindigt_zin(regels[n - 1].tekst) and regels[n + 1].tekst[:1].islower()


# --- characters read wrong ----------------------------------------------------------------------------------------

_REGELS: tuple[tuple[re.Pattern[str], dict[str, str], str], ...] = (
    # A cent sign not beside an amount is a "c".
    (
        re.compile(r"(?<![\d,.])(?<![\d,.][ \u00a0])¢(?![ \u00a0]?\d)"),
        {"¢": "c"},
        "centteken zonder bedrag is een c",
    ),
    # In Dutch "é" never follows "e"; there only "ë" begins a syllable.
    (re.compile(r"(?<=[eE])é(?=[a-z])"), {"é": "ë"}, "na een e staat in het Nederlands ë, geen é"),
    # Endings -iële, -ieel, -iënt: no Dutch word ends in -iéle or -iént.
    (
        re.compile(r"(?<=[a-z]i)é(?=(?:le[ns]?|nt\w{0,6})(?!\w))"),
        {"é": "ë"},
        "na een i staat in deze uitgang ë, geen é",
    ),
    # No Dutch word has the same letter three times running ("zeeëend" has a diaeresis). More than three is no slip
    # of a scanner.
    (
        re.compile(r"(?<=([a-z]))(?!\1)([a-hj-vyz])\2\2(?!\2)(?=[a-z])"),
        {},
        "drie gelijke letters achter elkaar zijn er twee",
    ),
)
#: The chamber's roman number in a parliamentary paper, as scanners read it.
_KAMER = re.compile(
    r"(?:Kamerstukken|Kamerstuk|Kamerst\.|Handelingen)[ \u00a0]"
    r"(?P<kamer>(?!II?\b)[Il1|]{1,2})(?=[ \u00a0]\d{4}[/-]\d{2})"
)


def is_onleesbaar(tekst: str, hoogstens: int) -> bool:
    """Whether more places in a whole text were read wrong than ``hoogstens``; found without keeping them."""
    alle = chain.from_iterable(patroon.finditer(tekst) for patroon, _, _ in _REGELS)
    return next(islice(alle, hoogstens, None), None) is not None


def zoek_ruis(tekst: Tekst) -> list[Herstel]:
    """The places in a passage where a character was certainly read wrong."""
    gevonden: list[Herstel] = []
    inhoud = tekst.inhoud
    for patroon, vervang, regel in _REGELS:
        gevonden += [
            Herstel(m.start(), m.end(), vervang.get(m.group(), m.group()[:2]), regel) for m in patroon.finditer(inhoud)
        ]
    for m in _KAMER.finditer(inhoud):
        begin, eind = m.span("kamer")
        gevonden.append(Herstel(begin, eind, "I" * (eind - begin), "de Kamer staat in een Romeins cijfer"))
    return gevonden
