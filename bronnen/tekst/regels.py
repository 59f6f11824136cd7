"""Lines of a text with their places, and whether a sentence goes on from one line into the next."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

#: One line with its end. A form feed ends a line too: it begins a page.
_REGEL = re.compile(r"([^\r\n\f]*)(\r\n|\r|\n|\f|$)")
#: The mark of a heading, which is no text.
_HEKJES = re.compile(r"#{1,6}[ \t]+(?=\S)")
#: A bullet before a label that says more: "• a.", "- 1.".
_STREEP = r"[•·▪■●○◦\uf0b7*–—-]"
_LABEL = r"(?:\d{1,3}[a-z]?|[a-z]{1,2})[.)](?=\s|$)|\d{1,2}[°º](?=[\s.]|$)"
_STREEP_VOOR_LABEL = re.compile(rf"{_STREEP}[ \t\u00a0]+(?={_LABEL})")
_KALE_STREEP = re.compile(rf"{_STREEP}$")
_MET_LABEL = re.compile(_LABEL)
#: Marks that close a sentence or a member of an enumeration, with what may stand behind them.
_SLOTTEKEN = re.compile(r"[.;:!?…][)\]}\"'”’»¹²³⁴⁵⁶⁷⁸⁹⁰]*$")
#: Words after which a sentence cannot end.
_OPEN_WOORD = re.compile(
    r"(?:^|[\s(\[])(?:de|het|een|van|in|op|en|of|aan|bij|met|voor|door|uit|tot|te|om|als|dat|die|dit|deze|ten|ter|zijn|haar|"
    r"hun|over|onder|naar|per|art\.?|artikel|artikelen|lid|nr\.?)$|[(\[]$",
    re.IGNORECASE,
)
_LID_VAN_OPSOMMING = re.compile(r"[;,]\s*(?:en|of|dan wel|en/of|alsmede)$", re.IGNORECASE)
#: A text is wrapped by hand or scanner when most lines are at most this long; longer lines are whole paragraphs.
_GEWIKKELD = 160
#: The end of a line that is looked at, in characters.
_STAART = 60
#: Texts are not wrapped at less; where all lines are shorter, they are headings and items.
_SMALST = 55
#: Part of the width from which a line counts as full: letters differ in width, and lines with them.
_VOL = 0.86
#: So many blank lines end a paragraph, whatever the words say.
_VEEL_WIT = 3


@dataclass(frozen=True, slots=True)
class Regel:
    """One line that is not blank. ``begin`` and ``eind`` are positions in the original, white space left out.

    ``wit`` counts the blank lines before it; ``na_breuk`` tells that page furniture or a form feed stood there.
    """

    nummer: int
    begin: int
    eind: int
    tekst: str
    inspring: int
    wit: int
    na_breuk: bool = False
    tabs_achter: int = 0  # tabs behind the text: empty cells at the end of a table row


def splits_regels(origineel: str) -> list[Regel]:
    """The lines that are not blank, numbered from 1 (a form feed begins no new number), in linear time."""
    regels: list[Regel] = []
    nummer, wit, breuk = 1, 0, False
    for stuk in _REGEL.finditer(origineel):
        kaal = stuk.group(1).lstrip("\ufeff \t\u00a0\u200b")
        links = len(stuk.group(1)) - len(kaal)
        tabs = kaal[len(kaal.rstrip()) :].count("\t")
        kaal = kaal.rstrip()
        if kaal:
            begin = stuk.start() + links
            if (opmaak := _HEKJES.match(kaal)) is not None:
                begin += opmaak.end()
                kaal = kaal[opmaak.end() :]
            regels.append(Regel(nummer, begin, begin + len(kaal), kaal, links, wit, breuk, tabs))
            wit, breuk = 0, False
        elif stuk.group(2) != "\f":
            wit += 1
        breuk = breuk or stuk.group(2) == "\f"
        nummer += stuk.group(2) not in ("\f", "")
        if not stuk.group(2):
            break
    return _zonder_dubbele_witregels(regels)


def zonder_strepen(regels: Sequence[Regel]) -> list[Regel]:
    """Without bullets before labels, as web pages lay out leden and onderdelen: "• a. …", "-" and then "1. …"."""
    uit = []
    for n, regel in enumerate(regels):
        if n + 1 < len(regels) and _KALE_STREEP.match(regel.tekst) and _MET_LABEL.match(regels[n + 1].tekst):
            continue
        m = _STREEP_VOOR_LABEL.match(regel.tekst)
        uit.append(replace(regel, begin=regel.begin + m.end(), tekst=regel.tekst[m.end() :]) if m else regel)
    return uit


def _zonder_dubbele_witregels(regels: list[Regel]) -> list[Regel]:
    """Count white space anew where a text has a blank line behind every printed line."""
    enkel = [(a, b) for a, b in pairwise(regels) if b.wit == 1]
    aaneen = sum(b.wit == 0 for b in regels[1:])
    doorlopend = sum(not _SLOTTEKEN.search(a.tekst[-_STAART:]) and b.tekst[:1].islower() for a, b in enkel)
    if len(enkel) < 4 or aaneen * 4 > len(enkel) or doorlopend * 5 < len(enkel) * 2:
        return regels
    return [replace(r, wit=max(0, r.wit - 1)) for r in regels]


def meet_breedte(regels: Sequence[Regel]) -> int:
    """The width at which lines were wrapped, in characters; 0 where every line is a paragraph of its own."""
    lengtes = sorted(len(r.tekst) for r in regels)
    if not lengtes:
        return 0
    # Headings and list items are short; the widest tenth shows where lines break. A few outliers do not count.
    breedte = lengtes[len(lengtes) * 9 // 10]
    return max(breedte, _SMALST) if breedte <= _GEWIKKELD else 0


def is_vol(vorige: Regel, volgende: Regel, breedte: int) -> bool:
    """Whether ``vorige`` was broken off because the next word did not fit (and not because a paragraph ended)."""
    if not breedte:
        return False
    return lengte_met_volgend_woord(vorige, volgende) >= breedte * _VOL


def lengte_met_volgend_woord(vorige: Regel, volgende: Regel) -> int:
    """How long ``vorige`` would be with the first word of ``volgende`` behind it."""
    return len(vorige.tekst) + 1 + len(volgende.tekst.split(" ", 1)[0])


def eindigt_zin(tekst: str) -> bool:
    """Whether a text ends like a sentence or a member of an enumeration."""
    staart = tekst[-_STAART:]
    return bool(_SLOTTEKEN.search(staart) or _LID_VAN_OPSOMMING.search(staart))


def eindigt_open(tekst: str) -> bool:
    """Whether a text ends in a word or mark after which the sentence must go on, or within parentheses."""
    if tekst.count("(") > tekst.count(")"):
        return True
    staart = tekst[-_STAART:]
    return bool(_OPEN_WOORD.search(staart)) and not _LID_VAN_OPSOMMING.search(staart)


def loopt_door(vorige: Regel, volgende: Regel, breedte: int) -> bool:
    """Whether ``volgende`` is part of the same paragraph as ``vorige`` (both running text, no label or heading)."""
    if _SLOTTEKEN.search(vorige.tekst[-_STAART:]):
        ingesprongen = volgende.inspring > vorige.inspring + 1
        return volgende.wit == 0 and not ingesprongen and is_vol(vorige, volgende, breedte)
    if volgende.wit >= _VEEL_WIT and not volgende.na_breuk:
        return eindigt_open(vorige.tekst) and _begint_klein(volgende.tekst)
    if _begint_klein(volgende.tekst) and not _LID_VAN_OPSOMMING.search(vorige.tekst[-_STAART:]):
        return True
    if volgende.wit == 0 or volgende.na_breuk:
        return is_vol(vorige, volgende, breedte) or eindigt_open(vorige.tekst)
    return eindigt_open(vorige.tekst) and is_vol(vorige, volgende, breedte)


def _begint_klein(tekst: str) -> bool:
    return tekst.lstrip("([‘’“\"'")[:1].islower()
