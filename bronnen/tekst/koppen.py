"""Headings with a number: which lines are the heading of an article or structure unit, and which only begin like one.

A line that begins with "Artikel 10" is a heading when it is built like one, when a new paragraph can begin there, and
when its number fits the run of numbers around it. A number that fits only when a 0 is read as o (or a 1 as l) was read
wrong by a scanner.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bronnen.nummering import NUMMER
from bronnen.tekst.regels import Regel, eindigt_zin, is_vol
from ontologie.identificatie import StapSoort

_WOORDEN = {
    "artikel": StapSoort.ARTIKEL,
    "art.": StapSoort.ARTIKEL,
    "boek": StapSoort.BOEK,
    "deel": StapSoort.DEEL,
    "hoofdstuk": StapSoort.HOOFDSTUK,
    "titel": StapSoort.TITEL,
    "afdeling": StapSoort.AFDELING,
    "paragraaf": StapSoort.PARAGRAAF,
    "§": StapSoort.PARAGRAAF,
    "subparagraaf": StapSoort.SUBPARAGRAAF,
    "sub-paragraaf": StapSoort.SUBPARAGRAAF,
}
#: Depth of each kind; a unit ends where one of the same or a lower depth begins.
DIEPTE = {
    StapSoort.BOEK: 1,
    StapSoort.DEEL: 2,
    StapSoort.HOOFDSTUK: 3,
    StapSoort.TITEL: 4,
    StapSoort.AFDELING: 5,
    StapSoort.PARAGRAAF: 6,
    StapSoort.SUBPARAGRAAF: 7,
    StapSoort.ARTIKEL: 8,
}
_ROMEINS = re.compile(r"(?=[IVXL])(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?P<letter>[a-hA-H]?)")
_KOP = re.compile(
    r"(?P<merk>#{1,6}\s*|\*\*\s*)?(?P<haak>\[\s*)?"
    r"(?P<label>(?P<woord>Artikel|ARTIKEL|Art\.|Boek|BOEK|Deel|DEEL|Hoofdstuk|HOOFDSTUK|Titel|TITEL|Afdeling|AFDELING|"
    r"Paragraaf|PARAGRAAF|Subparagraaf|SUBPARAGRAAF|Sub-paragraaf|§)(?:\s+|(?<=§))"
    rf"(?P<nummer>{NUMMER}))"
    r"(?P<scheiding>\s*[.:]?\s*[-–—|]?\s*)(?P<rest>.*)$"
)
#: Words that make a sentence of what looks like a heading ("Artikel 9 Participatiewet bepaalt dat …").
_ZIN = re.compile(
    r"\b(?:is|zijn|wordt|worden|bepaalt|regelt|bevat|geeft|luidt|kan|kunnen|stelt|biedt|betreft|heeft|vormt|voorziet|"
    r"schrijft|verwijst|geldt|van|blijft|komt|dat|die)\b"
)
#: What stands behind a number that is kept free or was repealed.
_ZONDER_INHOUD = re.compile(r"(?i)[(\[](?:is )?(?:vervallen|gereserveerd|ingetrokken|niet in gebruik)[)\]]?\.?")
_SLEUTELDEEL = re.compile(r"\d+|[A-Za-z]+")


@dataclass(frozen=True, slots=True)
class Kop:
    """A line that may be a heading. ``regel`` is the index of its line.

    ``begin``, ``label_eind`` and ``rest`` are positions in the original: where the printed label begins and ends, and
    where the words begin.
    """

    regel: int
    soort: StapSoort
    nummer: str
    begin: int
    label_eind: int
    rest: int
    haak: int = -1  # position of the facultative bracket before the label
    gedrukt: str = ""  # the number as printed, where it was mended

    @property
    def sleutel(self) -> tuple[tuple[int, str], ...]:
        return sleutel(self.nummer)


def sleutel(nummer: str) -> tuple[tuple[int, str], ...]:
    """A key that orders numbers: 8 < 8a < 8aa < 9, 2.9 < 2.10, IX < X."""
    if (romeins := _ROMEINS.fullmatch(nummer)) and nummer:
        return ((_romeins(nummer[: len(nummer) - len(romeins["letter"])]), romeins["letter"].lower()),)
    delen: list[tuple[int, str]] = []
    for deel in re.split(r"[.:]", nummer):
        stukken = _SLEUTELDEEL.findall(deel)
        getal = int(stukken[0][:9]) if stukken and stukken[0].isdigit() else 0
        letters = "".join(s for s in stukken if not s.isdigit()).lower()
        # "a" to "z" come before "aa".
        delen.append((getal, f"{len(letters)}{letters}" if letters else ""))
    return tuple(delen)


def _romeins(tekst: str) -> int:
    waarden = {"I": 1, "V": 5, "X": 10, "L": 50}
    getallen = [waarden[t] for t in tekst]
    return sum(-g if volgende > g else g for g, volgende in zip(getallen, [*getallen[1:], 0], strict=True))


def lees_kop(regels: Sequence[Regel], n: int, breedte: int) -> Kop | None:
    """The heading that line ``n`` may be, None where its form or its surroundings exclude that."""
    regel = regels[n]
    m = _KOP.match(regel.tekst[:400])
    if not m or not _kan_alinea_beginnen(regels, n, breedte):
        return None
    rest = m["rest"].rstrip("*] ").rstrip()
    scheiding = m["scheiding"].strip()
    soort = _WOORDEN[m["woord"].lower()]
    if rest and not _is_opschrift(rest, bool(scheiding)):
        return None
    if rest and not scheiding and not _ZONDER_INHOUD.fullmatch(rest) and _leest_als_zin(regels, n, rest, breedte):
        return None
    return Kop(
        n,
        soort,
        m["nummer"],
        regel.begin + m.start("label"),
        regel.begin + m.end("nummer"),
        regel.begin + m.start("rest"),
        regel.begin + m.start("haak") if m["haak"] else -1,
    )


def _is_opschrift(rest: str, gescheiden: bool) -> bool:
    eerste = rest.lstrip("([‘’“\"'")[:1]
    if not eerste:
        return gescheiden or rest[0] in "(["
    if rest[0] in ",;)":
        return False
    return (
        eerste.isupper()
        or eerste.isdigit()
        or (gescheiden and eerste.isalpha())
        or bool(_ZONDER_INHOUD.fullmatch(rest))
    )


def _leest_als_zin(regels: Sequence[Regel], n: int, rest: str, breedte: int) -> bool:
    """Whether words without a mark before them go on as a sentence ("Artikel 7 Participatiewet bepaalt dat")."""
    if rest.endswith((".", ";", ",")):
        return True
    volgende = regels[n + 1] if n + 1 < len(regels) else None
    gaat_door = volgende is not None and volgende.wit == 0 and is_vol(regels[n], volgende, breedte)
    return bool(gaat_door and _ZIN.search(rest)) or len(rest) > 200


def _kan_alinea_beginnen(regels: Sequence[Regel], n: int, breedte: int) -> bool:
    """Whether the text before line ``n`` is finished, or white space or a page break stands between."""
    if n == 0 or regels[n].wit or regels[n].na_breuk:
        return True
    vorige = regels[n - 1]
    return eindigt_zin(vorige.tekst) or not is_vol(vorige, regels[n], breedte)


# --- the run of numbers -------------------------------------------------------------------------------------------


def kies_reeks(koppen: Sequence[Kop]) -> list[Kop]:
    """The articles among the candidates: the longest rising run of numbers, numbers read wrong by a scanner mended."""
    past = set(langste_reeks([k.sleutel for k in koppen]))
    volgenden: list[Kop | None] = [None] * len(koppen)
    for i in range(len(koppen) - 2, -1, -1):
        volgenden[i] = koppen[i + 1] if i + 1 in past else volgenden[i + 1]
    gekozen: list[Kop] = []
    for i, kop in enumerate(koppen):
        hersteld = _hersteld(kop, gekozen[-1], volgenden[i], i in past) if gekozen else None
        if hersteld or i in past:
            gekozen.append(hersteld or kop)
    return gekozen


def _hersteld(kop: Kop, vorige: Kop, volgende: Kop | None, past: bool) -> Kop | None:
    """The heading with its number mended, where the number as printed does not fit and the mended one does exactly."""
    vorig_getal, vorige_letters = vorige.sleutel[-1]
    if past and kop.sleutel[-1][0] <= vorig_getal + 1:
        return None
    anders = _anders_gelezen(kop.nummer)
    if not anders or sleutel(anders)[:-1] != vorige.sleutel[:-1]:
        return None
    getal, letters = sleutel(anders)[-1]
    is_opvolger = getal == vorig_getal and len(vorige_letters) == 2 and ord(letters[-1]) == ord(vorige_letters[-1]) + 1
    if not is_opvolger or (volgende is not None and sleutel(anders) >= volgende.sleutel):
        return None
    return replace(kop, nummer=anders, gedrukt=kop.nummer)


def _anders_gelezen(nummer: str) -> str:
    """``14o`` for ``140``, ``14l`` for ``141``; "" where nothing can be read otherwise."""
    if len(nummer) < 2 or not nummer[-2].isdigit():
        return ""
    ander = {"0": "o", "O": "o", "1": "l", "I": "l"}.get(nummer[-1], "")
    return nummer[:-1] + ander if ander else ""


def langste_reeks(sleutels: Sequence[tuple[tuple[int, str], ...]]) -> list[int]:
    """Indices of the longest strictly rising subsequence (patience sorting, n log n)."""
    einden: list[tuple[tuple[int, str], ...]] = []
    plek: list[int] = []
    vorige: list[int] = []
    for i, waarde in enumerate(sleutels):
        n = bisect_left(einden, waarde)
        vorige.append(plek[n - 1] if n else -1)
        if n == len(einden):
            einden.append(waarde)
            plek.append(i)
        else:
            einden[n] = waarde
            plek[n] = i
    reeks: list[int] = []
    i = plek[-1] if plek else -1
    while i >= 0:
        reeks.append(i)
        i = vorige[i]
    return reeks[::-1]
