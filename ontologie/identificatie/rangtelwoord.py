"""Dutch ordinals in words, "eerste" to "negenennegentigste" and "honderdste": the numbers of leden."""

from __future__ import annotations

import re
import unicodedata

_EENHEDEN = ["een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen"]
# fmt: off
_TOT_TWINTIG = [
    "eerste", "tweede", "derde", "vierde", "vijfde",
    "zesde", "zevende", "achtste", "negende", "tiende",
    "elfde", "twaalfde", "dertiende", "veertiende", "vijftiende",
    "zestiende", "zeventiende", "achttiende", "negentiende", "twintigste",
]
# fmt: on
_TIENTALLEN = ["twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"]


def _alle() -> tuple[str, ...]:
    woorden = list(_TOT_TWINTIG)
    for getal in range(21, 100):
        tiental, eenheid = _TIENTALLEN[getal // 10 - 2], getal % 10
        if eenheid:
            # A trema keeps the vowels apart: tweeëntwintigste, drieëndertigste; but eenendertigste.
            voegsel = "ën" if _EENHEDEN[eenheid - 1].endswith("e") else "en"
            tiental = _EENHEDEN[eenheid - 1] + voegsel + tiental
        woorden.append(tiental + "ste")
    return (*woorden, "honderdste")


#: The ordinal of each number from 1; ``RANGTELWOORDEN[0]`` is "eerste".
RANGTELWOORDEN = _alle()

_IN_CIJFERS = re.compile(r"(\d{1,3})(?:e|de|ste)")


def _zonder_accent(tekst: str) -> str:
    return "".join(t for t in unicodedata.normalize("NFKD", tekst) if not unicodedata.combining(t)).casefold()


_GETALLEN = {_zonder_accent(woord): n for n, woord in enumerate(RANGTELWOORDEN, 1)}


def rangtelwoord(nummer: str) -> str:
    """The ordinal of a number in digits ("2" gives "tweede"), "" where there is none ("2a", "02", "101")."""
    if re.fullmatch(r"[1-9][0-9]?|100", nummer):
        return RANGTELWOORDEN[int(nummer) - 1]
    return ""


def lees_rangtelwoord(woord: str) -> str:
    """The number in digits of "tweede", "2e" or "tweeëntwintigste" (with or without trema); "" of anything else."""
    if cijfers := _IN_CIJFERS.fullmatch(woord.casefold()):
        return cijfers.group(1).lstrip("0")
    return str(_GETALLEN.get(_zonder_accent(woord), ""))
