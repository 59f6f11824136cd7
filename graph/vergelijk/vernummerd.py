"""References within the ordinance that differ from the model only because the own text is numbered differently."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from graph.tijd.uitlijning import woorden
from graph.vergelijk.patroon import vlak
from graph.vergelijk.verklaard import als_keuzes
from ontologie.identificatie import BepalingId, StapSoort
from ontologie.identificatie.rangtelwoord import lees_rangtelwoord
from ontologie.vergelijking import KeuzeSoort, Paar
from ontologie.wijziging import Woordverschil

#: Words that stand between the numbers of a reference.
_TUSSEN = frozenset({",", "en", "of", "tot", "met", "lid", "leden", "artikel", "artikelen", "onder", "onderdeel", "de"})
_IN_ARTIKEL = frozenset({StapSoort.LID, StapSoort.ONDERDEEL})
_NUMMER = re.compile(r"\d{1,3}[a-z]{0,2}|[a-z]|\d+[a-z]?\.\d+[a-z]?")
_ARTIKEL = re.compile(r"\bartikel(?:en)?\s+(\d+[a-z]{0,2})")
#: What groups articles, as it is named before its number.
_DELEN = {
    "hoofdstuk": StapSoort.HOOFDSTUK,
    "hoofdstukken": StapSoort.HOOFDSTUK,
    "afdeling": StapSoort.AFDELING,
    "afdelingen": StapSoort.AFDELING,
    "paragraaf": StapSoort.PARAGRAAF,
    "paragrafen": StapSoort.PARAGRAAF,
}
_DEEL = re.compile(rf"\b({'|'.join(_DELEN)})\s+(?:\d[\w.]*(?:\s*,\s*|\s+en\s+|\s+tot\s+en\s+met\s+))*$")
#: A number as it stands in a reference: its level, and the number in canonical form.
_Nummer = tuple[StapSoort, str]


def met_nieuwe_nummers(paren: Sequence[Paar]) -> Iterator[Paar]:
    """The same pairs; a difference that only follows the own numbering is a choice and no deviation."""
    nummering = _Nummering(paren)
    for paar in paren:
        volgt = [v for v in paar.verschillen if nummering.verklaart(paar, v)]
        yield als_keuzes(paar, volgt, KeuzeSoort.VERNUMMERD)


class _Nummering:
    """Which number of the own text each number of the model became."""

    def __init__(self, paren: Sequence[Paar]) -> None:
        self._naar: dict[tuple[str, StapSoort, str], set[str]] = defaultdict(set)
        self._weg: set[tuple[str, StapSoort, str]] = set()
        for paar in paren:
            for m in paar.model:
                if (sleutel := _sleutel(m)) is None:
                    continue
                if not paar.eigen:
                    self._weg.add(sleutel)
                for e in paar.eigen:
                    if e.soort is m.soort:
                        self._naar[sleutel].add(e.stappen[-1].nummer.lower())

    def verklaart(self, paar: Paar, verschil: Woordverschil) -> bool:
        """Whether the numbers of the one side became those of the other."""
        van = _nummers(paar.model_tekst, verschil.oud_begin, verschil.oud_eind)
        naar = _nummers(paar.eigen_tekst, verschil.nieuw_begin, verschil.nieuw_eind)
        if not van or naar is None:
            return False
        artikelen = [a.stappen[-1].nummer for a in {m.artikel for m in paar.model} if a is not None]
        genoemd = _ARTIKEL.findall(vlak(paar.model_tekst))
        return any(self._past(van, naar, artikel) for artikel in dict.fromkeys((*artikelen, *genoemd, "")))

    def _past(self, van: Sequence[_Nummer], naar: Sequence[_Nummer], artikel: str) -> bool:
        over = list(naar)
        for soort, nummer in van:
            sleutel = (artikel if soort in _IN_ARTIKEL else "", soort, nummer)
            if over and over[0][0] is soort and over[0][1] in self._naar.get(sleutel, ()):
                over.pop(0)
            elif sleutel not in self._weg:
                return False
        return not over


def _sleutel(id_: BepalingId) -> tuple[str, StapSoort, str] | None:
    if id_.soort is None:
        return None
    nummer = id_.stappen[-1].nummer
    if id_.soort in _DELEN.values():
        return "", id_.soort, nummer.lower()
    if id_.artikel is None:
        return None
    return ("" if id_ == id_.artikel else id_.artikel.stappen[-1].nummer), id_.soort, nummer


def _nummers(tekst: str, begin: int, eind: int) -> list[_Nummer] | None:
    """The numbers of a reference in a range, in order; None where other words stand there."""
    uit: list[_Nummer] = []
    effen = vlak(tekst)
    deel = _DEEL.search(effen, 0, begin)
    boven = _DELEN[deel[1]] if deel is not None else None
    rij = [m[0] for m in woorden(effen[begin:eind])]
    for n, woord in enumerate(rij):
        if woord in _DELEN:
            boven = _DELEN[woord]
        elif woord in _TUSSEN:
            boven = None if woord.startswith(("artikel", "lid", "led", "onder")) else boven
        elif lid := lees_rangtelwoord(woord):
            uit.append((StapSoort.LID, lid))
        elif _NUMMER.fullmatch(woord):
            is_lid = n > 0 and rij[n - 1] in ("lid", "leden")
            uit.append((boven or _niveau(woord, is_lid), woord))
        else:
            return None
    return uit


def _niveau(woord: str, is_lid: bool) -> StapSoort:
    if not woord[0].isdigit():
        return StapSoort.ONDERDEEL
    return StapSoort.LID if is_lid else StapSoort.ARTIKEL
