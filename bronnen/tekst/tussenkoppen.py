"""Headings without a number: short lines between paragraphs that are no sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bronnen.tekst.lijsten import Stijl, lees_label
from bronnen.tekst.regels import Regel, eindigt_open, eindigt_zin, lengte_met_volgend_woord, loopt_door

#: Longest heading in characters, where lines are wrapped and where every line is a paragraph.
_LANGSTE = 120
_LANGSTE_ONGEWIKKELD = 300
#: Words that make a sentence of a line.
_ZIN = re.compile(
    r"\b(?:is|zijn|wordt|worden|bepaalt|regelt|bevat|geeft|kan|kunnen|stelt|biedt|betreft|heeft|hebben|vormt|geldt|moet|"
    r"moeten|dient|dienen|dat|die|zal|zullen|krijgt|krijgen|wij|we|u)\b"
)
_GEEN_EINDE = (".", ";", ":", ",", "…")


def is_tussenkop(regels: Sequence[Regel], n: int, tot: int, breedte: int, *, na_kop: bool = False) -> bool:
    """Whether line ``n`` (of those below ``tot``) is a heading without number, with text below it.

    ``na_kop`` tells that the line before it is a heading.
    """
    regel = regels[n]
    tekst = regel.tekst.rstrip("]* ⁰¹²³⁴⁵⁶⁷⁸⁹")
    if len(tekst) > (_LANGSTE if breedte else _LANGSTE_ONGEWIKKELD) or tekst.endswith(_GEEN_EINDE) or regel.tabs_achter:
        return False
    if "\t" in tekst:
        return False
    begin = tekst.lstrip("[(‘’“\"'#* ")[:1]
    if not begin.isupper() or n + 1 >= tot or _is_item(regel):
        return False
    if n and not na_kop and not eindigt_zin(regels[n - 1].tekst) and not _staat_apart(regels, n, breedte):
        return False
    volgende = regels[n + 1]
    if volgende.tekst.lstrip("([‘’“\"'")[:1].islower() and not lees_label(volgende):
        return False
    return not loopt_door(regel, volgende, breedte) or _is_losse_regel(regel, volgende, breedte)


def _staat_apart(regels: Sequence[Regel], n: int, breedte: int) -> bool:
    return bool(regels[n].wit or regels[n].na_breuk) and not loopt_door(regels[n - 1], regels[n], breedte)


def _is_losse_regel(regel: Regel, volgende: Regel, breedte: int) -> bool:
    """Whether a rather long line that begins a paragraph stopped before it was full, and is no sentence."""
    if not (regel.wit or regel.na_breuk) or eindigt_open(regel.tekst) or _ZIN.search(regel.tekst):
        return False
    return lengte_met_volgend_woord(regel, volgende) < breedte * 0.95 and volgende.tekst[:1].isupper()


def _is_item(regel: Regel) -> bool:
    label = lees_label(regel)
    return label is not None and any(r.stijl is not Stijl.CIJFER_KAAL for r in label.lezingen)
