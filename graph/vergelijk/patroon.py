"""A text of a model as a pattern: words, places to fill in, parts to leave out, and variants to choose from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from graph.tijd.uitlijning import woorden
from graph.vergelijk.stuk import Merk
from ontologie.document import InvulSoort

#: What is no difference between two printings of the same words; each is one character, so that places stay.
_GELIJKE_TEKENS = str.maketrans("‘’‚‛`´“”„–—‑\u00a0", "''''''\"\"\"--- ")
#: How a list goes on or ends: that follows from which items there are.
_EINDE = re.compile(r"[\s;,.]*(?:\b(?:en|of|en/of)\b[\s;,.]*)?$")
_OF = re.compile(r"\s*OF\s*\Z")
#: Places that take a few words; others take a name or whole clauses.
_KORT = re.compile(
    r"\W*(?:(?:het|de|een)\s+)?(?:aantal|aantallen|bedrag|bedragen|datum|dag|eind\w*|jaar|jaartal|leeftijd|lid|leden|"
    r"artikel|artikelen|maand|maximum|minimum|nummer|percentage|percentages|periode|tarief|termijn|tijd|tijdstip|uren|uur|duur|x+)\b",
    re.IGNORECASE,
)
#: A place for several things ("[dag en plaats]") takes more than a few words.
_SAMEN = re.compile(r"\ben\b", re.IGNORECASE)
_KORT_VOORBEELD = 4
#: Places of steps in a pattern.
_Knopen = tuple[int, ...]


def vlak(tekst: str) -> str:
    """The text in lower case with one form of quotes and dashes; every character keeps its place."""
    klein = tekst.translate(_GELIJKE_TEKENS)
    laag = klein.lower()
    return laag if len(laag) == len(klein) else "".join(t.lower() if len(t.lower()) == 1 else t for t in klein)


def zonder_einde(tekst: str) -> str:
    """The words of an item of a list without how the list goes on after it."""
    gevonden = _EINDE.search(tekst)
    return tekst[: gevonden.start()] if gevonden else tekst


@dataclass(frozen=True, slots=True)
class Knoop:
    """One step of a pattern: a word, or a place to fill in (``merk`` is set). ``voor`` are the steps it can follow.

    ``binnen`` are the parts to choose (places in ``Patroon.delen``) that it lies in.
    """

    woord: str
    begin: int
    eind: int
    voor: tuple[int, ...]
    binnen: tuple[int, ...]
    merk: Merk | None = None
    kort: bool = False
    #: Takes a number only: a facultative part that may as well be a place to fill in ("[uur]").
    getal: bool = False


@dataclass(frozen=True, slots=True)
class Deelkeuze:
    """A part that may be left out or one of several variants. ``ouder`` is the part around it, -1 for none."""

    merk: Merk
    ouder: int


@dataclass(slots=True)
class Patroon:
    """Steps in order; the first is the start and has no word. ``einden`` are those after which the text may end."""

    tekst: str
    knopen: list[Knoop] = field(default_factory=list)
    einden: tuple[int, ...] = (0,)
    delen: list[Deelkeuze] = field(default_factory=list)

    @property
    def vast(self) -> bool:
        """Whether nothing is left open in it."""
        return not self.delen and all(k.merk is None for k in self.knopen)


def maak_patroon(tekst: str, merken: Iterable[Merk], *, in_lijst: bool = False) -> Patroon:
    """The pattern of a text with its places. ``in_lijst``: an item of a list, without the signs at its end."""
    return _Maker(tekst, merken).maak(len(zonder_einde(tekst)) if in_lijst else len(tekst))


class _Maker:
    def __init__(self, tekst: str, merken: Iterable[Merk]) -> None:
        self._patroon = Patroon(tekst, [Knoop("", 0, 0, (), ())])
        # A place and an example at the same range are one place; the wider range comes first.
        self._merken = sorted(merken, key=lambda m: (m.begin, -m.eind, m.soort is InvulSoort.VOORBEELD))
        self._woorden = [(m.start(), m.end()) for m in woorden(tekst)]
        self._vlak = vlak(tekst)

    def maak(self, eind: int) -> Patroon:
        self._patroon.einden = self._reeks(0, eind, (0,), (), 0)
        return self._patroon

    def _reeks(self, begin: int, eind: int, voor: _Knopen, binnen: _Knopen, merk: int) -> _Knopen:
        """The steps of a range, from its first mark on; gives the steps after which it ends."""
        plek = begin
        while (n := self._volgend(plek, eind, merk)) is not None:
            m = self._merken[n]
            merk = n + 1
            if m.soort is InvulSoort.VARIANT:
                groep = self._groep(n, eind)
                voor = self._woorden_in(plek, self._zonder_haak(plek, m.begin), voor, binnen)
                einden: list[int] = []
                for g in groep:
                    alternatief = self._merken[g]
                    einden += self._deel(alternatief, voor, binnen, g + 1)
                voor = tuple(dict.fromkeys(einden))
                laatste = self._merken[groep[-1]]
                plek = self._na_haak(laatste.eind, eind)
                merk = groep[-1] + 1
                continue
            voor = self._woorden_in(plek, m.begin, voor, binnen)
            if m.soort is InvulSoort.FACULTATIEF:
                na = self._deel(m, voor, binnen, n + 1)
                if len(self._vlak[m.begin : m.eind].split()) <= _KORT_VOORBEELD:
                    na = (*na, self._stap("", m.begin, m.eind, voor, binnen, m, getal=True))
                voor = tuple(dict.fromkeys((*na, *voor)))
            else:
                voor = (self._stap("", m.begin, m.eind, voor, binnen, m),)
            plek = m.eind
        return self._woorden_in(plek, eind, voor, binnen)

    def _volgend(self, plek: int, eind: int, merk: int) -> int | None:
        """The next mark that begins in a range (those within a place that was passed are left out)."""
        for n in range(merk, len(self._merken)):
            m = self._merken[n]
            if m.begin >= eind:
                return None
            if m.begin >= plek and m.eind > m.begin:
                return n
        return None

    def _groep(self, n: int, eind: int) -> list[int]:
        """The alternatives that belong to this one: only "OF" stands between them."""
        uit = [n]
        for v in range(n + 1, len(self._merken)):
            m, vorige = self._merken[v], self._merken[uit[-1]]
            if m.soort is not InvulSoort.VARIANT or m.begin < vorige.eind:
                continue
            if m.eind > eind or not _OF.match(self._patroon.tekst[vorige.eind : m.begin]):
                break
            uit.append(v)
        return uit

    def _deel(self, m: Merk, voor: _Knopen, binnen: _Knopen, merk: int) -> _Knopen:
        """The steps within the brackets of a part to choose."""
        nummer = len(self._patroon.delen)
        self._patroon.delen.append(Deelkeuze(m, binnen[-1] if binnen else -1))
        tekst = self._patroon.tekst
        begin = m.begin + (tekst[m.begin] in "[(")
        eind = m.eind - (m.eind > begin and tekst[m.eind - 1] in "])")
        return self._reeks(begin, max(begin, eind), voor, (*binnen, nummer), merk)

    def _zonder_haak(self, begin: int, eind: int) -> int:
        tekst = self._patroon.tekst[begin:eind].rstrip()
        return begin + len(tekst) - 1 if tekst.endswith("[") else eind

    def _na_haak(self, begin: int, eind: int) -> int:
        rest = self._patroon.tekst[begin:eind]
        kaal = rest.lstrip(" .\n")
        return begin + len(rest) - len(kaal) + 1 if kaal.startswith("]") else begin

    def _woorden_in(self, begin: int, eind: int, voor: _Knopen, binnen: _Knopen) -> _Knopen:
        for van, tot in self._woorden:
            if van >= eind:
                break
            # A word that a mark cuts belongs to the side that its larger part is on.
            if van >= begin and tot <= eind:
                voor = (self._stap(self._vlak[van:tot], van, tot, voor, binnen),)
        return voor

    def _stap(
        self,
        woord: str,
        begin: int,
        eind: int,
        voor: tuple[int, ...],
        binnen: tuple[int, ...],
        merk: Merk | None = None,
        *,
        getal: bool = False,
    ) -> int:
        kort = merk is not None and _is_kort(self._patroon.tekst[begin:eind])
        self._patroon.knopen.append(Knoop(woord, begin, eind, voor, binnen, merk, kort, getal))
        return len(self._patroon.knopen) - 1


def _is_kort(plaats: str) -> bool:
    """Whether a few words go there: by what it names, or because its example is a few words."""
    naam, _, voorbeeld = plaats.partition("(")
    voorbeeld = voorbeeld.rstrip(") ]")
    return bool(_KORT.match(plaats) and not _SAMEN.search(naam)) or 0 < len(voorbeeld.split()) <= _KORT_VOORBEELD


# --- beside an own text -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Stap:
    """What one step of the pattern became: a range of own words (from, to); ``gelijk`` where its word stands there."""

    knoop: int
    van: int
    tot: int
    gelijk: bool


#: What differences cost: a word too few, another word, a place not filled in; a word too many, and one after that
#: (less, so that a place does not take an added sentence, and that stays in one piece).
_WEG, _ANDERS, _LEEG, _ERBIJ, _VERDER = 1.0, 1.1, 0.6, 1.0, 0.3
#: What each word costs that a place takes, and each end of a sentence or clause in it.
_VUL, _VUL_KORT, _VUL_GETAL, _ZIN, _NOOIT = 0.06, 0.4, 0.5, 4.0, 1000.0
_GETAL = re.compile(
    r"€|%|procent|half|halve|\d[\d.,]*|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|"
    r"(?:der|veer|vijf|zes|zeven|acht|negen)tien|(?:\w+)?(?:twin|der|veer|vijf|zes|zeven|tach|negen)tig|honderd|duizend"
)
_ZINSTEKENS = frozenset(".;:")
#: Words after which a full stop ends no sentence.
_AFGEKORT = frozenset({"art", "bijv", "blz", "ca", "dd", "d.d", "evt", "jl", "mr", "nr", "nrs", "resp", "stb", "stcrt"})
_MIS_OP, _WEG_OP, _GELIJK_OP, _ANDERS_OP, _VUL_OP = range(5)


def lijn_uit(patroon: Patroon, rij: Sequence[str]) -> list[Stap]:
    """The cheapest way to read own words (in flat form) as the pattern: a step for each word of it that was passed.

    Takes time in the product of the lengths: whoever calls bounds that.
    """
    m = len(rij) + 1
    kosten: list[list[float]] = [[0.0, *(_ERBIJ + _VERDER * j for j in range(m - 1))]]
    terug: list[list[tuple[int, int]]] = [[(_MIS_OP, j) for j in range(m)]]
    for knoop in patroon.knopen[1:]:
        basis, van = _samen([kosten[v] for v in knoop.voor], knoop.voor)
        rij_kosten, rij_terug = (_plaats if knoop.merk else _woord)(knoop, basis, van, rij)
        kosten.append(rij_kosten)
        terug.append(rij_terug)
    n = min(patroon.einden, key=lambda e: kosten[e][-1])
    return _pad(terug, n, len(rij))


def _samen(rijen: list[list[float]], namen: tuple[int, ...]) -> tuple[list[float], list[int]]:
    if len(rijen) == 1:
        return rijen[0], [namen[0]] * len(rijen[0])
    basis, van = [], []
    for kolom in zip(*rijen, strict=True):
        k = min(range(len(kolom)), key=kolom.__getitem__)
        basis.append(kolom[k])
        van.append(namen[k])
    return basis, van


def _woord(
    knoop: Knoop, basis: list[float], van: list[int], rij: Sequence[str]
) -> tuple[list[float], list[tuple[int, int]]]:
    woord = knoop.woord
    kosten, terug = [basis[0] + _WEG], [(_WEG_OP, van[0])]
    erbij, lengte = _NOOIT, 0
    for j, eigen in enumerate(rij, 1):
        beste, hoe = basis[j] + _WEG, (_WEG_OP, van[j])
        if eigen == woord:
            if basis[j - 1] <= beste:
                beste, hoe = basis[j - 1], (_GELIJK_OP, van[j - 1])
        elif basis[j - 1] + _ANDERS < beste:
            beste, hoe = basis[j - 1] + _ANDERS, (_ANDERS_OP, van[j - 1])
        if kosten[-1] + _ERBIJ <= erbij + _VERDER:
            erbij, lengte = kosten[-1] + _ERBIJ, 1
        else:
            erbij, lengte = erbij + _VERDER, lengte + 1
        if erbij < beste:
            beste, hoe = erbij, (_MIS_OP, lengte)
        kosten.append(beste)
        terug.append(hoe)
    return kosten, terug


def _plaats(
    knoop: Knoop, basis: list[float], van: list[int], rij: Sequence[str]
) -> tuple[list[float], list[tuple[int, int]]]:
    stap, zin = (_VUL_KORT, _NOOIT) if knoop.kort else (_VUL, _ZIN)
    kosten, terug = [basis[0] + _LEEG], [(_WEG_OP, van[0])]
    for j, eigen in enumerate(rij, 1):
        kost = zin if eigen in _ZINSTEKENS and not (eigen == "." and j > 1 and rij[j - 2] in _AFGEKORT) else stap
        if knoop.getal:
            kost = _VUL_GETAL if _GETAL.fullmatch(eigen) else _NOOIT
        beste, hoe = basis[j] + _LEEG, (_WEG_OP, van[j])
        if basis[j - 1] + kost < beste:
            beste, hoe = basis[j - 1] + kost, (_ANDERS_OP, van[j - 1])
        if kosten[j - 1] + kost < beste:
            beste, hoe = kosten[j - 1] + kost, (_VUL_OP, -1)
        kosten.append(beste)
        terug.append(hoe)
    return kosten, terug


def _pad(terug: list[list[tuple[int, int]]], n: int, j: int) -> list[Stap]:
    """The steps in order, followed from the end back. Own words between two steps are in neither: they are extra."""
    uit: list[Stap] = []
    tot = j
    while n > 0:
        op, van = terug[n][j]
        if op == _MIS_OP:
            j = tot = j - van
        elif op == _VUL_OP:
            j -= 1
        else:
            begin = j if op == _WEG_OP else j - 1
            uit.append(Stap(n, begin, tot, op == _GELIJK_OP))
            n, j, tot = van, begin, begin
    return uit[::-1]
