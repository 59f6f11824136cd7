"""Names of regulations in running text: one Aho-Corasick automaton for all names, whatever their number.

Text and names are compared in a reduced form: lower case, without accents, white space collapsed, and without the space
after a hyphen that a line break leaves ("re- integratie"). The longest name at a place counts. Abbreviations keep their
case. For long titles one slip of the pen is forgiven: such a title is also known by its two halves, of which one slip
can touch only one, so that every near match is found by an exact half and then measured.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

import ahocorasick
from rapidfuzz.distance import Levenshtein

from bronnen.register import Naam, Regeling, Register
from graph.verwijzing.herleiden import Herleid, herleid

#: Shortest reduced title, in characters, in which a slip is forgiven. "Wet op het …" titles below it differ too little.
MINIMUM_VERSCHREVEN = 24

#: Titles that share a half are compared up to this number: the work per place in the text stays bounded.
_MEESTE_KANDIDATEN = 32

_SOORTWOORD = re.compile(
    r"wet|besluit|regeling|verordening|wetboek|verdrag|statuut|reglement|richtlijn|aanwijzingen|leidraad|handreiking|model|raadsvoorstel|"
    r"brief|code"
)
_JAAR = re.compile(r" \d{4}(?:-\d{4})?$")
_JAAR_ERNA = re.compile(r" ((?:1[89]|20)\d\d)(?![\w/-])")
_JAREN = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Naamtreffer:
    """A name in a text: the range and the works that bear it (more than one: ambiguous; none: unknown).

    ``methode`` is "naam", "afkorting", "naam-verschreven", "definitie" or "celex"; ``zelfstandig`` tells whether the
    name may count as a mention of its own, and not only behind a provision.
    """

    begin: int
    eind: int
    werken: tuple[str, ...]
    methode: str
    zelfstandig: bool = True


@dataclass(frozen=True, slots=True)
class _Ingang:
    """What the automaton knows of one reduced name."""

    sleutel: str
    namen: tuple[tuple[Naam, Regeling], ...]


def _schrijfwijze_past(naam: Naam, letterlijk: str) -> bool:
    if naam.soort == "afkorting":
        kaal = letterlijk.replace(" ", "")
        eigen = naam.tekst.replace(" ", "")
        return (
            kaal == eigen or (len(kaal) >= 3 and kaal == eigen.upper()) or ("wet" in eigen.lower() and len(eigen) > 6)
        )
    if _SOORTWOORD.search(naam.tekst.lower()):
        return True
    return letterlijk[:1] == naam.tekst[:1]


class Namenlijst:
    """The names of a register, ready to be found in text.

    Building takes about 10 µs per name; searching about 0.1 µs per character, independent of the number of names.
    """

    def __init__(self, register: Register, op: date | None = None) -> None:
        self._op = op or date.max
        per_sleutel: dict[str, list[tuple[Naam, Regeling]]] = {}
        for naam, regeling in register.namen():
            per_sleutel.setdefault(herleid(naam.tekst), []).append((naam, regeling))
        self._vul_zonder_jaar(per_sleutel)
        self._ingangen = {s: _Ingang(s, tuple(n)) for s, n in per_sleutel.items() if s}
        self._automaat = ahocorasick.Automaton()
        helften: dict[str, list[_Ingang]] = {}
        for sleutel, ingang in self._ingangen.items():
            if len(sleutel) >= MINIMUM_VERSCHREVEN and " " in sleutel:
                half = len(sleutel) // 2
                helften.setdefault(sleutel[:half], []).append(ingang)
                helften.setdefault(sleutel[half:], []).append(ingang)
        for woord in self._ingangen.keys() | helften.keys():
            self._automaat.add_word(woord, (len(woord), self._ingangen.get(woord), tuple(helften.get(woord, ()))))
        self._leeg = not self._ingangen
        if not self._leeg:
            self._automaat.make_automaton()

    @staticmethod
    def _vul_zonder_jaar(per_sleutel: dict[str, list[tuple[Naam, Regeling]]]) -> None:
        """A title that ends in a year is also known without it, unless another regulation bears that name."""
        for sleutel, namen in list(per_sleutel.items()):
            kort = _JAAR.sub("", sleutel)
            if (
                kort != sleutel
                and kort not in per_sleutel
                and namen[0][0].soort in ("citeertitel", "voormalig")
                and not _SOORTWOORD.fullmatch(kort)
            ):
                per_sleutel[kort] = namen

    def zoek(self, tekst: str) -> list[Naamtreffer]:
        """The names in a folded text, in order, without overlap: from the left, the longest first."""
        if self._leeg:
            return []
        h = Herleid(tekst)
        laag = h.tekst
        exact: list[tuple[int, int, _Ingang]] = []
        bijna: list[tuple[int, int, tuple[_Ingang, ...]]] = []
        for laatste, (lengte, ingang, helften) in self._automaat.iter(laag):
            eind = laatste + 1
            begin = eind - lengte
            if ingang is not None and _los(laag, begin, eind):
                exact.append((begin, eind, ingang))
            if helften:
                bijna.append((begin, eind, helften))
        treffers = self._langste(exact, tekst, h)
        if bijna:
            treffers = self._met_verschreven(treffers, bijna, laag, h)
        return treffers

    def _langste(self, exact: list[tuple[int, int, _Ingang]], tekst: str, h: Herleid) -> list[Naamtreffer]:
        uit: list[Naamtreffer] = []
        for begin, eind, namen in _zonder_overlap(exact, tekst, h):
            van, tot = h.terug(begin), h.terug(eind - 1) + 1
            afkorting = all(n.soort == "afkorting" for n, _ in namen)
            zelfstandig = not afkorting or (tot - van > 2 and not _in_iets_anders(tekst, van, tot))
            if (jaar := _JAAR_ERNA.match(tekst, tot)) is not None:
                # "Politiewet 1993" is not the Politiewet 2012.
                namen = [(n, r) for n, r in namen if not _ander_jaar(r, jaar.group(1))]
                if not namen:
                    uit.append(Naamtreffer(van, jaar.end(), (), "naam", False))
                    continue
            uit.append(Naamtreffer(van, tot, self._werken(namen), "afkorting" if afkorting else "naam", zelfstandig))
        return _lange_titels(tekst, uit)

    def _werken(self, namen: Iterable[tuple[Naam, Regeling]]) -> tuple[str, ...]:
        """The works, those first whose name it was at the date; a name out of use yields to one in use."""
        namen = list(namen)
        geldig = [nr for nr in namen if nr[0].geldt_op(self._op)] or namen
        return tuple(dict.fromkeys(r.kort for _, r in geldig))

    def _met_verschreven(
        self,
        treffers: list[Naamtreffer],
        bijna: list[tuple[int, int, tuple[_Ingang, ...]]],
        laag: str,
        h: Herleid,
    ) -> list[Naamtreffer]:
        bezet = [(t.begin, t.eind) for t in treffers]
        gevonden: list[Naamtreffer] = []
        for begin, eind, helften in bijna:
            plek = h.terug(begin)
            i = bisect_right(bezet, (plek, 1 << 60)) - 1
            if i >= 0 and h.terug(eind - 1) < bezet[i][1]:
                continue  # within a name that was found as it should be
            for ingang in helften[:_MEESTE_KANDIDATEN]:
                bereik = _verschreven(laag, begin, eind, ingang.sleutel)
                if bereik is not None:
                    van, tot = h.terug(bereik[0]), h.terug(bereik[1] - 1) + 1
                    gevonden.append(Naamtreffer(van, tot, self._werken(ingang.namen), "naam-verschreven"))
        if not gevonden:
            return treffers
        gevonden.sort(key=lambda t: (t.begin, -t.eind))
        extra: list[Naamtreffer] = []
        for t in gevonden:
            if not extra or extra[-1].eind <= t.begin:
                extra.append(t)
        samen = [t for t in treffers if not _overlapt(t, extra)]
        return sorted([*samen, *extra], key=lambda t: t.begin)


_Plek = tuple[int, int, list[tuple[Naam, Regeling]]]


def _zonder_overlap(exact: list[tuple[int, int, _Ingang]], tekst: str, h: Herleid) -> list[_Plek]:
    """The names as they are written there, in order; of names that overlap the longest, then the first."""
    uit: list[_Plek] = []
    groep: list[_Plek] = []
    tot = 0
    past: dict[tuple[str, str], list[tuple[Naam, Regeling]]] = {}
    for begin, eind, ingang in sorted(exact, key=lambda x: (x[0], -x[1])):
        letterlijk = tekst[h.terug(begin) : h.terug(eind - 1) + 1]
        sleutel = (ingang.sleutel, letterlijk)
        if (namen := past.get(sleutel)) is None:
            namen = past[sleutel] = [(n, r) for n, r in ingang.namen if _schrijfwijze_past(n, letterlijk)]
        if not namen:
            continue
        if begin >= tot:
            uit.extend(_langste_eerst(groep))
            groep = []
        groep.append((begin, eind, namen))
        tot = max(tot, eind)
    uit.extend(_langste_eerst(groep))
    return uit


def _langste_eerst(groep: list[_Plek]) -> list[_Plek]:
    """Of names that overlap one another those that remain, in order."""
    if len(groep) < 2:
        return groep
    goed: list[_Plek] = []
    beginnen: list[int] = []
    for plek in sorted(groep, key=lambda x: (x[0] - x[1], x[0])):
        i = bisect_right(beginnen, plek[0])
        if (i and goed[i - 1][1] > plek[0]) or (i < len(goed) and goed[i][0] < plek[1]):
            continue
        goed.insert(i, plek)
        beginnen.insert(i, plek[0])
    return goed


#: "Wijziging van … in verband met … (uitvoeren breed offensief)": the long title of a bill ends in its short one.
_LANGE_TITEL = re.compile(
    r"(?<!\w)(?:Wijziging|Aanpassing|Intrekking|Regels|Wet(?: van [\w ]{8,20})? tot wijziging) "
    r"(?:van|ter|tot|omtrent|houdende|inzake|over)(?!\w)[^()\"“”;:.]{10,600}\((?:Wet )?$"
)


def _lange_titels(tekst: str, treffers: list[Naamtreffer]) -> list[Naamtreffer]:
    uit: list[Naamtreffer] = []
    for t in treffers:
        if tekst[t.eind : t.eind + 1] == ")" and "(" in tekst[max(0, t.begin - 5) : t.begin]:
            m = _LANGE_TITEL.search(tekst, max(0, t.begin - 640), t.begin)
            if m is not None:
                while uit and uit[-1].begin >= m.start():
                    uit.pop()
                t = replace(t, begin=m.start(), eind=t.eind + 1)
        uit.append(t)
    return uit


def _ander_jaar(regeling: Regeling, jaar: str) -> bool:
    """Whether the regulation has a year in its title, and this is another."""
    jaren = _JAREN.findall(regeling.titel)
    return bool(jaren) and jaar not in jaren


_EIGENNAAM = re.compile(r"\w[\w,]* [A-Z][a-z]{2,} $")


def _in_iets_anders(tekst: str, van: int, tot: int) -> bool:
    """Whether an abbreviation is part of a case number ("AWB 06/999") or a proper name ("Landelijk Bureau Bibob")."""
    ervoor = tekst[max(0, van - 40) : van]
    return (
        re.match(r" \d", tekst[tot : tot + 2]) is not None
        or re.search(r"\d/\d+ $", ervoor) is not None
        or _EIGENNAAM.search(ervoor) is not None
    )


def _overlapt(treffer: Naamtreffer, gesorteerd: list[Naamtreffer]) -> bool:
    i = bisect_right(gesorteerd, treffer.eind - 1, key=lambda t: t.begin) - 1
    return i >= 0 and gesorteerd[i].eind > treffer.begin


def _los(laag: str, begin: int, eind: int) -> bool:
    """Whether a match stands on its own: no letter or figure beside it, and no hyphen that makes it part of a word."""
    if begin and (laag[begin - 1].isalnum() or (laag[begin - 1] == "-" and begin > 1 and laag[begin - 2].isalnum())):
        return False
    if eind < len(laag):
        na = laag[eind]
        if na.isalnum() or na == "_" or (na == "-" and eind + 1 < len(laag) and laag[eind + 1].isalnum()):
            return False
    return True


def _verschreven(laag: str, begin: int, eind: int, sleutel: str) -> tuple[int, int] | None:
    """The range that is ``sleutel`` but for one slip, given that ``laag[begin:eind]`` is one of its halves exactly."""
    half = len(sleutel) // 2
    helft = laag[begin:eind]
    beste: tuple[int, int, int] | None = None
    for verschil in (0, 1, -1):
        if helft == sleutel[:half]:
            van, tot = begin, begin + len(sleutel) + verschil
        else:
            van, tot = eind - len(sleutel) - verschil, eind
        if van < 0 or tot > len(laag) or not _los(laag, van, tot):
            continue
        afstand = Levenshtein.distance(laag[van:tot], sleutel, score_cutoff=1)
        if afstand <= 1 and (beste is None or afstand < beste[0]):
            beste = (afstand, van, tot)
    # A figure is never a slip: "Regeling … 2025" is not "Regeling … 2026".
    if beste is None or beste[0] == 0:
        return None
    cijfers = [t for t in laag[beste[1] : beste[2]] if t.isdigit()]
    return beste[1:] if cijfers == [t for t in sleutel if t.isdigit()] else None
