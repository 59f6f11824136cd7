"""Headings without a number: short lines between paragraphs that are no sentence."""

from __future__ import annotations

from collections.abc import Sequence

from bronnen.tekst.lijsten import Stijl, lees_label
from bronnen.tekst.regels import Regel, eindigt_zin, loopt_door

#: Longest heading in characters, where lines are wrapped and where every line is a paragraph.
_LANGSTE = 120
_LANGSTE_ONGEWIKKELD = 300
_GEEN_EINDE = (".", ";", ":", ",", "…")


def is_tussenkop(regels: Sequence[Regel], n: int, tot: int, breedte: int, *, na_kop: bool = False) -> bool:
    """Whether line ``n`` (of those below ``tot``) is a heading without number, with text below it.

    ``na_kop`` tells that the line before it is a heading.
    """
    regel = regels[n]
    tekst = regel.tekst.rstrip("]* ")
    if len(tekst) > (_LANGSTE if breedte else _LANGSTE_ONGEWIKKELD) or tekst.endswith(_GEEN_EINDE) or "\t" in tekst:
        return False
    begin = tekst.lstrip("[(‘’“\"'#* ")[:1]
    if not begin.isupper() or n + 1 >= tot or _is_item(regel):
        return False
    if n and not na_kop:
        if not (eindigt_zin(regels[n - 1].tekst) or regel.wit or regel.na_breuk):
            return False
        if loopt_door(regels[n - 1], regel, breedte):
            return False
    volgende = regels[n + 1]
    if volgende.tekst.lstrip("([‘’“\"'")[:1].islower() and not lees_label(volgende):
        return False
    return not loopt_door(regel, volgende, breedte)


def _is_item(regel: Regel) -> bool:
    label = lees_label(regel)
    return label is not None and any(r.stijl is not Stijl.CIJFER_KAAL for r in label.lezingen)
