"""Numbers and names of provisions: what is printed becomes canonical, and every id of a document becomes unique.

Readers of every format use this, so that the same provision gets the same identity whatever file it came from.

- ``canoniek`` makes "8a" of "Artikel 8a.", "1" of "1°." and "i" of "(i)".
- ``splits_kop`` takes a heading such as "Artikel 3. Begrippen" apart.
- ``noem_eenheden`` names hoofdstukken, paragrafen, artikelen and bijlagen of a whole work.
- ``Nummeraar`` numbers what lies within one of those: leden, onderdelen, tables, …
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from ontologie.document import Melding
from ontologie.identificatie import BepalingId, Stap, StapSoort

#: Words in a printed label, lower case, with the kind of provision they announce.
LABELWOORDEN: dict[str, StapSoort] = {
    "artikel": StapSoort.ARTIKEL,
    "artikelen": StapSoort.ARTIKEL,
    "art": StapSoort.ARTIKEL,
    "boek": StapSoort.BOEK,
    "deel": StapSoort.DEEL,
    "hoofdstuk": StapSoort.HOOFDSTUK,
    "titel": StapSoort.TITEL,
    "titeldeel": StapSoort.TITEL,
    "afdeling": StapSoort.AFDELING,
    "paragraaf": StapSoort.PARAGRAAF,
    "§": StapSoort.PARAGRAAF,
    "subparagraaf": StapSoort.SUBPARAGRAAF,
    "sub-paragraaf": StapSoort.SUBPARAGRAAF,
    "lid": StapSoort.LID,
    "onderdeel": StapSoort.ONDERDEEL,
    "bijlage": StapSoort.BIJLAGE,
    "toelichting": StapSoort.TOELICHTING,
}

#: Kinds that hold a numbering of their own: article 1 of an annex is another article than article 1 of the work.
_EIGEN_NUMMERING = frozenset({StapSoort.BIJLAGE, StapSoort.TOELICHTING})

#: Letters behind a number: 14o, 32bis, IIA; "1Parkeren" has none.
_LETTERS = r"(?:(?:[a-z]{1,3}|[A-Z]{1,2})(?![A-Za-z]))?"
#: One number: 8a, 9.2.8, 2:31b, 3A.2, 14o, IX, IIa, A, aa. A letter after a separator only counts on its own ("2.a").
NUMMER = (
    rf"(?:\d+{_LETTERS}(?:[.:]\d+{_LETTERS}|[.:][A-Za-z]{{1,2}}(?![A-Za-z]))*"
    r"|(?=[IVXL])(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})[a-hA-H]?(?:\.\d+[a-z]?)*(?![A-Za-z])"
    r"|(?P<zelfde>[A-Za-z])(?P=zelfde){0,2}(?:\.?\d+[a-z]?(?:\.\d+[a-z]?)*)?(?![A-Za-z]))"
)
_WOORD = re.compile(r"(§|sub-paragraaf|[^\W\d_]+)(?:\.?\s+|\.(?=\d)|(?<=§))", re.IGNORECASE)
_NUMMER = re.compile(NUMMER)
_SCHEIDING = re.compile(r"[\s.:)\]°º˚\-–—]*")
_RAND = " \t\r\n\u00a0.,:;()[]{}°º˚\"'“”‘’«»"
#: Marks of an item without a number of its own.
_STREEPJES = "-–—−‐‑‒•·◦▪■□●○*‣⁃+>"
_GRAAD_ALS_O = re.compile(r"(\d+)[oO]")


class Kop(NamedTuple):
    """A heading taken apart. ``rest`` is the position in the heading where its words (the opschrift) begin."""

    soort: StapSoort | None
    nummer: str
    rest: int


def splits_kop(tekst: str) -> Kop:
    """Take "Artikel 3. Begrippen", "§ 3A.2 Scholing" or "1.Parkeren" apart.

    The kind is None where no known word announces it; the number "" where none is printed.
    """
    begin = len(tekst) - len(tekst.lstrip())
    soort = None
    woord = _WOORD.match(tekst, begin)
    if woord and woord.group(1).lower() in LABELWOORDEN:
        soort = LABELWOORDEN[woord.group(1).lower()]
        begin = woord.end()
    elif tekst.strip().lower() in LABELWOORDEN:
        return Kop(LABELWOORDEN[tekst.strip().lower()], "", len(tekst))
    nummer = _NUMMER.match(tekst, begin)
    # "Bijlage A" has a number and "A. Algemeen" too, but the first word of "I think" or "Een artikel" is none.
    if nummer is None or (soort is None and not _staat_als_nummer(tekst, nummer)):
        return Kop(soort, "", begin)
    rest = _SCHEIDING.match(tekst, nummer.end())
    return Kop(soort, nummer.group(), rest.end() if rest else nummer.end())


def _staat_als_nummer(tekst: str, nummer: re.Match[str]) -> bool:
    return nummer.group()[0].isdigit() or tekst[nummer.end() : nummer.end() + 1] in ("", ".", ")", ":", "°", "º")


def canoniek(label: str, soort: StapSoort | None = None) -> str:
    """The number in a printed label: "8a" of "Artikel 8a.", "1" of "1°.", "i" of "(i)", "" of a dash or bullet.

    With ``soort`` onderdeel, "1o." (a degree sign as a letter) is "1" as well. A label that is no number of a known
    form ("Eerste", "5 t/m 8") stays as it is, without the marks around it.
    """
    tekst = " ".join(label.split())
    woord = _WOORD.match(tekst)
    if woord and woord.group(1).lower() in LABELWOORDEN:
        tekst = tekst[woord.end() :]
    tekst = tekst.strip(_RAND)
    if not tekst.strip(_STREEPJES + " "):
        return ""
    # Dashes belong to a number only between its parts ("5-8"). A star behind it is part of it: the official editors
    # put one behind the second of two articles or leden that got the same number ("78ee*").
    tekst = tekst.lstrip(_STREEPJES + _RAND).rstrip(_STREEPJES.replace("*", "") + _RAND)
    if soort is StapSoort.ONDERDEEL and (graad := _GRAAD_ALS_O.fullmatch(tekst)):
        return graad.group(1)
    return tekst


class Eenheid(NamedTuple):
    """One structure unit, artikel or bijlage of a work, in reading order.

    ``ouder`` is the index of the unit around it in the same sequence, -1 for none.
    """

    soort: StapSoort
    nummer: str
    ouder: int = -1


def noem_eenheden(werk: BepalingId, eenheden: Sequence[Eenheid]) -> tuple[list[BepalingId], list[Melding]]:
    """The identity of each unit, and a message for every number that had to be changed.

    - A unit is named by its own number alone where that is unique among its kind in the work.
    - Otherwise it is named by the chain of units from the top (``w:hfst:2:par:1``), if that tells them apart.
    - If not (the same number twice within one unit), by its own number with ``~2``, ``~3`` behind the later ones.
    - Within a bijlage or toelichting the same holds, below the identity of that bijlage or toelichting.
    """
    basis = _bases(eenheden)
    groepen: defaultdict[tuple[int, StapSoort, str], list[int]] = defaultdict(list)
    for n, e in enumerate(eenheden):
        groepen[basis[n], e.soort, e.nummer].append(n)
    met_keten = {n for groep in groepen.values() if _ketens_verschillen(eenheden, groep, basis) for n in groep}
    ids: list[BepalingId] = []
    gegeven: dict[BepalingId, int] = {}
    meldingen: list[Melding] = []
    for n, e in enumerate(eenheden):
        onder = ids[basis[n]] if basis[n] >= 0 else werk
        stappen = _keten(eenheden, n, basis[n]) if n in met_keten else (Stap(e.soort, e.nummer),)
        gewenst = BepalingId(werk.werk, (*onder.stappen, *stappen))
        id_ = _vrij(gewenst, gegeven)
        if id_ != gewenst:
            meldingen.append(_dubbel(gewenst, id_))
        ids.append(id_)
    return ids, meldingen


def _bases(eenheden: Sequence[Eenheid]) -> list[int]:
    """Per unit the index of the nearest bijlage or toelichting around it, -1 for none."""
    basis: list[int] = []
    for e in eenheden:
        if e.ouder < 0:
            basis.append(-1)
        else:
            basis.append(e.ouder if eenheden[e.ouder].soort in _EIGEN_NUMMERING else basis[e.ouder])
    return basis


def _keten(eenheden: Sequence[Eenheid], n: int, basis: int) -> tuple[Stap, ...]:
    stappen: list[Stap] = []
    while n != basis and n >= 0:
        stappen.append(Stap(eenheden[n].soort, eenheden[n].nummer))
        n = eenheden[n].ouder
    return tuple(reversed(stappen))


def _ketens_verschillen(eenheden: Sequence[Eenheid], groep: list[int], basis: list[int]) -> bool:
    """Whether units of the same kind and number are told apart by the units around them."""
    return len(groep) > 1 and len({_keten(eenheden, n, basis[n]) for n in groep}) == len(groep)


def _vrij(gewenst: BepalingId, gegeven: dict[BepalingId, int]) -> BepalingId:
    """The wanted id, or the first one with ``~2``, ``~3``, … behind it that is free. ``gegeven`` counts along."""
    id_ = gewenst
    volg = gegeven.get(gewenst, 0)
    laatste = gewenst.stappen[-1]
    while id_ in gegeven:
        volg += 1
        id_ = BepalingId(gewenst.werk, (*gewenst.stappen[:-1], Stap(laatste.soort, f"{laatste.nummer}~{volg}")))
    gegeven[gewenst] = volg or 1
    gegeven.setdefault(id_, 1)
    return id_


def _dubbel(gewenst: BepalingId, id_: BepalingId) -> Melding:
    return Melding(str(gewenst), f"dit nummer komt vaker voor; hier heet het {id_}")


class Nummeraar:
    """Numbers the children of one provision.

    A child without number (a dash or bullet, a table) gets its position among those of its kind without number. A
    number that was given before gets ``~2`` behind it, and a message.
    """

    def __init__(self, ouder: BepalingId, meldingen: list[Melding]) -> None:
        self._ouder = ouder
        self._meldingen = meldingen
        self._posities: defaultdict[StapSoort, int] = defaultdict(int)
        self._gegeven: dict[BepalingId, int] = {}

    def geef(self, soort: StapSoort, nummer: str = "") -> BepalingId:
        """The identity of the next child; ``nummer`` is canonical, "" for the position."""
        gewenst = self._ouder.onder(soort, nummer) if nummer else self._op_positie(soort)
        id_ = _vrij(gewenst, self._gegeven)
        if id_ != gewenst:
            self._meldingen.append(_dubbel(gewenst, id_))
        return id_

    def _op_positie(self, soort: StapSoort) -> BepalingId:
        while True:
            self._posities[soort] += 1
            id_ = self._ouder.onder(soort, str(self._posities[soort]))
            if id_ not in self._gegeven:
                return id_
