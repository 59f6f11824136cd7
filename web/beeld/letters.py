"""How wide words are and how they are broken, without a font: the widths of Helvetica and Arial, with room to spare."""

from __future__ import annotations

import re
import unicodedata

#: Widths in thousandths of the size of the letters (from the metrics of Helvetica, which Arial and Liberation follow).
_BREEDTE = {
    **dict.fromkeys("'ijl|", 222),
    **dict.fromkeys(" !.,:;/\\[]ftI·‘’", 278),
    **dict.fromkeys('-()r"`°', 340),
    **dict.fromkeys("cksvxyzJ", 500),
    **dict.fromkeys("abdeghnopquL0123456789?#$_–", 556),
    **dict.fromkeys("+<>=~FTZ«»", 611),
    **dict.fromkeys("ABEKPSVXY&", 667),
    **dict.fromkeys("wCDHNRU", 722),
    **dict.fromkeys("GOQ", 778),
    **dict.fromkeys("mM", 833),
    **dict.fromkeys("W…—%", 1000),
}
#: Fonts of systems differ; the widest common one is about this much wider than Helvetica.
_RUIMTE = 1.12
_VET = 1.07
PUNTJES = "…"
#: What XML 1.0 cannot hold, and marks that turn the direction of the words around them.
_ONTOELAATBAAR = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u202a-\u202e\u2066-\u2069]")


def schoon(woorden: str) -> str:
    """Words with a mark in place of each character that cannot stand in a picture."""
    return _ONTOELAATBAAR.sub("\ufffd", woorden)


def breedte(woorden: str, grootte: float, *, vet: bool = False) -> float:
    """The most that some words take on a line, in the unit of ``grootte``."""
    duizendsten = sum(_BREEDTE.get(t) or _onbekend(t) for t in woorden)
    return duizendsten / 1000 * grootte * _RUIMTE * (_VET if vet else 1)


def _onbekend(teken: str) -> int:
    if unicodedata.combining(teken):
        return 0
    kaal = unicodedata.normalize("NFD", teken)[0]
    if kaal != teken and kaal in _BREEDTE:
        return _BREEDTE[kaal]
    return 1000 if ord(teken) > 0x2000 or unicodedata.east_asian_width(teken) in "WF" else 800


def breek(woorden: str, ruimte: float, grootte: float, *, regels: int, vet: bool = False) -> tuple[str, ...]:
    """Words over at most ``regels`` lines that fit in ``ruimte``; what does not fit ends in an ellipsis.

    Lines end at a space or after a hyphen; a word longer than a line is broken wherever the line is full.
    """
    uit: list[str] = []
    rest = " ".join(schoon(woorden).split())
    while rest and len(uit) < regels:
        laatste = len(uit) == regels - 1
        past = _past(rest, ruimte, grootte, vet)
        if past == len(rest):
            uit.append(rest)
            break
        if laatste:
            uit.append(_kort(rest, ruimte, grootte, vet))
            break
        spatie = max(rest.rfind(" ", 1, past + 1), rest.rfind("-", 1, past) + 1)
        knip = spatie if spatie > 0 else max(1, past)
        uit.append(rest[:knip].rstrip())
        rest = rest[knip:].lstrip()
    return tuple(uit)


def _past(woorden: str, ruimte: float, grootte: float, vet: bool) -> int:
    """How many characters from the start fit."""
    gebruikt = 0.0
    for n, teken in enumerate(woorden):
        gebruikt += breedte(teken, grootte, vet=vet)
        if gebruikt > ruimte:
            return n
    return len(woorden)


def _kort(woorden: str, ruimte: float, grootte: float, vet: bool) -> str:
    past = _past(woorden, ruimte - breedte(PUNTJES, grootte, vet=vet), grootte, vet)
    return woorden[:past].rstrip() + PUNTJES
