"""References within the ordinance that differ from the model only because the own text is numbered differently."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.tijd.uitlijning import woorden
from graph.vergelijk.patroon import vlak
from ontologie.identificatie import BepalingId, StapSoort
from ontologie.identificatie.rangtelwoord import lees_rangtelwoord
from ontologie.vergelijking import Keuze, KeuzeSoort, Paar, Paarsoort
from ontologie.wijziging import Woordverschil

#: Words that stand between the numbers of a reference.
_TUSSEN = frozenset({",", "en", "of", "tot", "met", "lid", "leden", "artikel", "artikelen", "onder", "onderdeel", "de"})
_NUMMER = re.compile(r"\d{1,3}[a-z]{0,2}|[a-z]|\d+\.\d+[a-z]?")
_ARTIKEL = re.compile(r"\bartikel(?:en)?\s+(\d+[a-z]{0,2})")
#: A number as it stands in a reference: its level, and the number in canonical form.
_Nummer = tuple[StapSoort, str]


def met_nieuwe_nummers(paren: Sequence[Paar]) -> Iterator[Paar]:
    """The same pairs; a difference that only follows the own numbering is a choice and no deviation."""
    nummering = _Nummering(paren)
    for paar in paren:
        yield _zonder(paar, nummering) if paar.verschillen else paar


def _zonder(paar: Paar, nummering: _Nummering) -> Paar:
    volgt = [v for v in paar.verschillen if nummering.verklaart(paar, v)]
    if not volgt:
        return paar
    over = tuple(v for v in paar.verschillen if v not in volgt)
    nieuw = (
        Keuze(
            KeuzeSoort.VERNUMMERD,
            paar.model_tekst[v.oud_begin : v.oud_eind],
            paar.eigen_tekst[v.nieuw_begin : v.nieuw_eind],
            *v,
        )
        for v in volgt
    )
    keuzes = tuple(sorted((*paar.keuzes, *nieuw), key=lambda k: k.model_begin))
    if over or paar.kopverschillen:
        return replace(paar, verschillen=over, keuzes=keuzes)
    reden = re.sub(
        r"^De woorden wijken af van het model\.",
        "Gelijk aan het model; alleen verwijzingen volgen de eigen nummering.",
        paar.reden,
    )
    return replace(paar, soort=Paarsoort.GELIJK, verschillen=(), keuzes=keuzes, gelijkenis=1.0, reden=reden)


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
                        self._naar[sleutel].add(e.stappen[-1].nummer)

    def verklaart(self, paar: Paar, verschil: Woordverschil) -> bool:
        """Whether the numbers of the one side became those of the other."""
        van = _nummers(paar.model_tekst[verschil.oud_begin : verschil.oud_eind])
        naar = _nummers(paar.eigen_tekst[verschil.nieuw_begin : verschil.nieuw_eind])
        if not van or naar is None:
            return False
        artikelen = [a.stappen[-1].nummer for a in {m.artikel for m in paar.model} if a is not None]
        genoemd = _ARTIKEL.findall(vlak(paar.model_tekst))
        return any(self._past(van, naar, artikel) for artikel in dict.fromkeys((*artikelen, *genoemd, "")))

    def _past(self, van: Sequence[_Nummer], naar: Sequence[_Nummer], artikel: str) -> bool:
        over = list(naar)
        for soort, nummer in van:
            sleutel = ("" if soort is StapSoort.ARTIKEL else artikel, soort, nummer)
            if over and over[0][0] is soort and over[0][1] in self._naar.get(sleutel, ()):
                over.pop(0)
            elif sleutel not in self._weg:
                return False
        return not over


def _sleutel(id_: BepalingId) -> tuple[str, StapSoort, str] | None:
    if not id_.stappen or id_.artikel is None or id_.soort is None:
        return None
    return ("" if id_ == id_.artikel else id_.artikel.stappen[-1].nummer), id_.soort, id_.stappen[-1].nummer


def _nummers(tekst: str) -> list[_Nummer] | None:
    """The numbers of a reference in order; None where other words stand there."""
    uit: list[_Nummer] = []
    rij = [m[0] for m in woorden(vlak(tekst))]
    for n, woord in enumerate(rij):
        if woord in _TUSSEN:
            continue
        if lid := lees_rangtelwoord(woord):
            uit.append((StapSoort.LID, lid))
        elif _NUMMER.fullmatch(woord):
            is_lid = n > 0 and rij[n - 1] in ("lid", "leden")
            uit.append((_niveau(woord, is_lid), woord))
        else:
            return None
    return uit


def _niveau(woord: str, is_lid: bool) -> StapSoort:
    if not woord[0].isdigit():
        return StapSoort.ONDERDEEL
    return StapSoort.LID if is_lid else StapSoort.ARTIKEL
