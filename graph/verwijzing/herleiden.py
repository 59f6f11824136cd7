"""The reduced form in which names and texts are compared, with the way back to the text's own positions."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right


def _zonder_accent() -> dict[int, str]:
    uit: dict[int, str] = {}
    for punt in range(0xC0, 0x180):
        basis = unicodedata.normalize("NFD", chr(punt))[0]
        if basis.isascii():
            uit[punt] = basis.lower()
    return uit


_TABEL = {**_zonder_accent(), ord("‑"): "-", ord("–"): "-", **dict.fromkeys(map(ord, "\n\r\t\f\v\u00a0\u202f"), " ")}
#: What stands between or over letters without being one: a loose accent, a soft hyphen, a character without width.
_TEKENS = "\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff"
_WEG = re.compile(rf"[{_TEKENS}]+|(?<=\w-) +(?=\w)|(?<= ) +")
_NODIG = re.compile(rf"[{_TEKENS}]|  |- ")


def _klein(tekst: str) -> str:
    laag = tekst.translate(_TABEL).lower()
    # A few letters change length in lower case; such a text is lowered letter by letter.
    return laag if len(laag) == len(tekst) else "".join(t.lower() if len(t.lower()) == 1 else t for t in tekst)


def herleid(tekst: str) -> str:
    """The reduced form in which names are compared."""
    return _WEG.sub("", _klein(tekst)).strip()


class Herleid:
    """A text in reduced form with the way back to its own positions."""

    __slots__ = ("_knippen", "_sommen", "tekst")

    def __init__(self, tekst: str) -> None:
        laag = _klein(tekst)
        self._knippen: list[int] = []
        self._sommen: list[int] = []
        if _NODIG.search(laag) is None:
            self.tekst = laag
            return
        delen, vorige, weg = [], 0, 0
        for m in _WEG.finditer(laag):
            delen.append(laag[vorige : m.start()])
            vorige = m.end()
            self._knippen.append(m.start() - weg)
            weg += m.end() - m.start()
            self._sommen.append(weg)
        delen.append(laag[vorige:])
        self.tekst = "".join(delen)

    def terug(self, positie: int) -> int:
        """The position in the text itself of a position in the reduced text."""
        if not self._knippen:
            return positie
        n = bisect_right(self._knippen, positie)
        return positie + (self._sommen[n - 1] if n else 0)
