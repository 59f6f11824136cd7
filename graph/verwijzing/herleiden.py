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
_WEG = re.compile(r"(?<=\w-) +(?=\w)|(?<= ) +")


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
        if "  " not in laag and "- " not in laag:
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
