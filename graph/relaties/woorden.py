"""Words that carry meaning, compared without inflection: what headings, terms and duties share."""

from __future__ import annotations

import re
from functools import lru_cache

import snowballstemmer

_WOORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LEEG_TEKST = """
    aan aangaande al alle als ander andere anders artikel artikelen bedoeld behoeve behoren behoort
    betrekking bij bepaling bepalingen daar daarbij daartoe dan dat de den der deze die dit doch door
    dus een eerste eigen elk elke en enige er ervoor ervan etc geen geldt gelden had heeft hen het hij
    hoe hun ieder iedere ieders in indien is kan kunnen lid leden maar mag met meer mede moet moeten na
    naar niet nog of om omdat onder onderdeel onderdelen ook op over per regels respectievelijk te ten
    tenzij ter terwijl tot tussen tweede uit van vanaf verordening volgende voor voorts waar waaraan
    waarbij waarin waarop waaronder was wat wel welke werd wet wijze wie worden wordt ze zich zij zijn
    zo zoals zodat zowel zonder zulks algemeen algemene specifiek specifieke overeenkomstig bedoelde
    genoemde geval gevallen dergelijke hierna waarvoor waarvan hierbij hiervoor vierde derde vijfde
    zesde zevende achtste negende tiende
"""
_LEEG = frozenset(_LEEG_TEKST.split())


@lru_cache(maxsize=20_000)
def stam(woord: str) -> str:
    """The stem of one Dutch word."""
    stemmer = snowballstemmer.stemmer("dutch")
    return str(stemmer.stemWord(woord.lower().replace("ï", "i").replace("ë", "e").replace("é", "e")))


@lru_cache(maxsize=1)
def _lege_stammen() -> frozenset[str]:
    return frozenset(stam(w) for w in _LEEG)


def is_leeg(gestamd: str) -> bool:
    """Whether a stem is that of a word that carries no meaning of its own."""
    return len(gestamd) < 2 or gestamd in _lege_stammen()


def inhoudswoorden(tekst: str) -> tuple[str, ...]:
    """The words that say what a text is about, in order, as they stand."""
    return tuple(w for w in _WOORD.findall(tekst) if len(w) > 1 and w.lower() not in _LEEG)


def stammen(tekst: str) -> tuple[str, ...]:
    """The stems of the words that say what a text is about, in order."""
    return tuple(stam(w) for w in inhoudswoorden(tekst))
