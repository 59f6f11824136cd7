"""Rules about words that are written in two ways within one text, and a few that regulations write otherwise."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from graph.controle.lezing import Gezien, Lezing, Toets
from graph.relaties.woorden import is_leeg, stam
from graph.zoeken.woorden import vereenvoudig
from ontologie.document import Passage

_WOORD = re.compile(r"(?<![\w@./-])[^\W\d_]+(?:-[^\W\d_]+)*(?![\w@/]|-(?!\s|$)|\.\w)")


class _Plek(NamedTuple):
    passage: Passage
    begin: int
    eind: int


def _woorden(lezing: Lezing) -> Iterator[tuple[str, _Plek]]:
    for passage in lezing.passages:
        for m in _WOORD.finditer(passage.tekst.inhoud):
            yield m.group(), _Plek(passage, m.start(), m.end())


# --- hyphens, spaces and accents ----------------------------------------------------------------------------------

#: Shorter words with and without a hyphen are often two different ones.
_KORTSTE = 8
_CEL = 80
#: A spelling that comes back is shown so many times.
_PER_VORM = 3


def wisselend(lezing: Lezing) -> Iterator[Gezien]:
    """Two spellings of one word that differ in hyphens, accents, or a space where the other has a hyphen."""
    vormen: defaultdict[str, Counter[str]] = defaultdict(Counter)
    plekken: defaultdict[tuple[str, str], list[_Plek]] = defaultdict(list)
    vorige: tuple[str, _Plek] | None = None
    for woord, plek in _woorden(lezing):
        # In the narrow cells of a table words are broken by hand.
        if lezing.in_tabel(plek.passage.keten) and len(plek.passage.tekst.inhoud) < _CEL:
            continue
        _tel(woord, plek, vormen, plekken)
        if vorige is not None and _hoort_bij(vorige, plek):
            _tel(f"{vorige[0]} {woord}", _Plek(plek.passage, vorige[1].begin, plek.eind), vormen, plekken)
        vorige = (woord, plek)
    for sleutel, tel in vormen.items():
        # Two words apart are only a spelling of one word where that is written with a hyphen, or begins with one.
        los = {v for v in tel if " " in v}
        aaneen = [v for v in tel if v not in los]
        if len(tel) < 2 or not aaneen or (los and not any("-" in v for v in aaneen)):
            continue
        # Of two that are used as often the first counts as meant.
        meest, hoe_vaak = max(((v, tel[v]) for v in aaneen), key=lambda x: x[1])
        for vorm in tel:
            if vorm != meest and (tel[vorm] <= hoe_vaak or vorm in los):
                ander = plekken[sleutel, meest][0]
                geschreven = ander.passage.tekst.inhoud[ander.begin : ander.eind]
                yield from _meld(lezing, plekken[sleutel, vorm], geschreven, hoe_vaak)


def _tel(
    vorm: str, plek: _Plek, vormen: defaultdict[str, Counter[str]], plekken: defaultdict[tuple[str, str], list[_Plek]]
) -> None:
    sleutel = vereenvoudig(vorm).replace("-", "").replace(" ", "")
    if len(sleutel) < _KORTSTE:
        return
    laag = vorm.lower()
    vormen[sleutel][laag] += 1
    rij = plekken[sleutel, laag]
    if len(rij) < _PER_VORM:
        rij.append(plek)


def _hoort_bij(vorige: tuple[str, _Plek], plek: _Plek) -> bool:
    een, ander = vorige[1], plek
    if een.passage is not ander.passage or ander.begin != een.eind + 1 or een.passage.tekst.inhoud[een.eind] != " ":
        return False
    return not is_leeg(stam(vorige[0])) and ander.eind - ander.begin > 4


def _meld(lezing: Lezing, plekken: list[_Plek], meest: str, hoe_vaak: int) -> Iterator[Gezien]:
    keer = f"{hoe_vaak} keer" if hoe_vaak > 1 else "één keer"
    for p in plekken:
        yield lezing.in_passage(
            p.passage, p.begin, p.eind, f"Elders ({keer}) staat «{meest}».", "Schrijf het woord steeds gelijk."
        )


# --- one letter different -----------------------------------------------------------------------------------------

#: Long words that differ in one letter are hardly ever two words.
_LANG = 11
#: What is longer is no word, and comparing it would take for ever.
_LANGST = 80
_VAAK = 3
_ZELDEN = 4


def verschreven(lezing: Lezing) -> Iterator[Gezien]:
    """A rare long word that differs in one letter from one that the text uses often, and not in its ending."""
    tel: Counter[str] = Counter()
    plekken: dict[str, list[_Plek]] = {}
    for woord, plek in _woorden(lezing):
        if not _LANG <= len(woord) <= _LANGST or "-" in woord:
            continue
        laag = vereenvoudig(woord)
        tel[laag] += 1
        rij = plekken.setdefault(laag, [])
        if len(rij) < 3:
            rij.append(plek)
    # Every word within one letter shares one of the forms with a letter left out.
    buren: defaultdict[str, list[str]] = defaultdict(list)
    for woord, n in tel.items():
        if n >= _VAAK:
            for vorm in _zonder_een(woord):
                buren[vorm].append(woord)
    for woord, n in tel.items():
        ander = _gewoon(woord, n, tel, buren)
        if ander:
            for p in plekken[woord]:
                yield lezing.in_passage(
                    p.passage,
                    p.begin,
                    p.eind,
                    f"Dit lijkt op «{ander}», dat hier {tel[ander]} keer staat.",
                    f"Ga na of «{ander}» bedoeld is.",
                )


def _zonder_een(woord: str) -> set[str]:
    return {woord, *(woord[:i] + woord[i + 1 :] for i in range(len(woord)))}


def _gewoon(woord: str, n: int, tel: Counter[str], buren: defaultdict[str, list[str]]) -> str:
    if n > _ZELDEN:
        return ""
    for vorm in sorted(_zonder_een(woord)):
        for ander in buren.get(vorm, ())[:20]:
            if ander != woord and tel[ander] >= _VAAK * n and _is_slip(woord, ander):
                return ander
    return ""


#: Letters in the middle of a compound that only join its parts.
_TUSSEN = re.compile(r"(?:s|n|en|e)")


def _is_slip(woord: str, ander: str) -> bool:
    """Whether the difference lies within the word and is no joining letter, plural or other form of it."""
    if Levenshtein.distance(woord, ander, score_cutoff=1) != 1 or stam(woord) == stam(ander):
        return False
    begin = next((i for i, (a, b) in enumerate(zip(woord, ander, strict=False)) if a != b), min(len(woord), len(ander)))
    rest = max(len(woord), len(ander)) - begin
    return begin >= 2 and rest > 3


# --- words that regulations write otherwise -----------------------------------------------------------------------

#: A spelling that is wrong, or old, for what is meant in a regulation, and what to write.
_LIEVER = {
    "tenminste": "ten minste",
    "danwel": "dan wel",
    "terzake": "ter zake",
    "tengevolge": "ten gevolge",
    "tenbehoeve": "ten behoeve",
    "inzoverre": "in zoverre",
    "voorzover": "voor zover",
    "tenslotte": "ten slotte",
    "terplekke": "ter plekke",
    "tenhoogste": "ten hoogste",
}
_LIEVER_RE = re.compile(r"(?i)(?<![\w-])(?:" + "|".join(_LIEVER) + r")(?![\w-])")


def liever(lezing: Lezing) -> Iterator[Gezien]:
    tel: Counter[str] = Counter()
    for passage in lezing.passages:
        for m in _LIEVER_RE.finditer(passage.tekst.inhoud):
            goed = _LIEVER[m.group().lower()]
            tel[goed] += 1
            if tel[goed] > _PER_VORM:
                continue
            yield lezing.in_passage(
                passage, m.start(), m.end(), "Dit wordt als losse woorden geschreven.", f"Schrijf: {goed}."
            )


TOETSEN: tuple[Toets, ...] = (
    Toets("woord-wisselend", wisselend, bij_scan=False),
    Toets("woord-verschreven", verschreven, bij_scan=False),
    Toets("woord-aaneen", liever),
)
