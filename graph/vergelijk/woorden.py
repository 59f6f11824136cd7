"""An own text beside that of the model: which words differ, and which differ because the model lets one choose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.tijd.uitlijning import lijn_uit, woorden
from graph.vergelijk.patroon import Patroon, Stap, vlak, zonder_einde
from graph.vergelijk.patroon import lijn_uit as lijn_patroon_uit
from ontologie.document import InvulSoort
from ontologie.vergelijking import Keuze, KeuzeSoort
from ontologie.wijziging import Woordverschil

#: Largest product of the numbers of words for which a text with open places is read as a pattern: half a second.
GRENS = 400_000
#: What still stands in brackets, or dots where something is to come.
_OPEN = re.compile(r"\[|\]|\.{3}|…|_{3}")
_LETTER = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Woorduitkomst:
    """How two texts differ. ``gelijkenis`` is the part of the words that is shared, 0 to 1."""

    verschillen: tuple[Woordverschil, ...] = ()
    keuzes: tuple[Keuze, ...] = ()
    gelijkenis: float = 1.0
    precies: bool = True


def vergelijk_woorden(patroon: Patroon, eigen: str, *, in_lijst: bool = False) -> Woorduitkomst:
    """An own text beside a pattern. ``in_lijst``: an item of a list, of which the signs at its end do not count."""
    model_vlak, eigen_vlak = vlak(patroon.tekst), vlak(eigen)
    if model_vlak == eigen_vlak:
        return Woorduitkomst(keuzes=tuple(_onaangeroerd(patroon)))
    if patroon.vast:
        return _vast(model_vlak, eigen_vlak, in_lijst)
    rij = woorden(zonder_einde(eigen_vlak) if in_lijst else eigen_vlak)
    if len(patroon.knopen) * len(rij) > GRENS:
        uitkomst = _vast(model_vlak, eigen_vlak, in_lijst)
        return Woorduitkomst(uitkomst.verschillen, (), uitkomst.gelijkenis, False)
    stappen = lijn_patroon_uit(patroon, [m[0] for m in rij])
    return _Lezing(patroon, eigen, [(m.start(), m.end()) for m in rij], stappen).uitkomst()


def _vast(model: str, eigen: str, in_lijst: bool) -> Woorduitkomst:
    if in_lijst:
        model, eigen = zonder_einde(model), zonder_einde(eigen)
    verschillen, precies = lijn_uit(model, eigen)
    weg = sum(len(woorden(model[v.oud_begin : v.oud_eind])) for v in verschillen)
    bij = sum(len(woorden(eigen[v.nieuw_begin : v.nieuw_eind])) for v in verschillen)
    links, rechts = len(woorden(model)), len(woorden(eigen))
    return Woorduitkomst(verschillen, (), _deel(links - weg + rechts - bij, links + rechts), precies)


def _deel(gedeeld: int, totaal: int) -> float:
    return round(gedeeld / totaal, 3) if totaal else 1.0


def _onaangeroerd(patroon: Patroon) -> Iterator[Keuze]:
    """The open places of a text of the model that was taken over with its brackets."""
    merken = [d.merk for d in patroon.delen] + [k.merk for k in patroon.knopen if k.merk is not None]
    for m in sorted(merken, key=lambda m: m.begin):
        if m.soort is not InvulSoort.FACULTATIEF:
            tekst = patroon.tekst[m.begin : m.eind]
            yield Keuze(KeuzeSoort.OPEN, tekst, tekst, m.begin, m.eind, m.begin, m.eind)


class _Lezing:
    """From the steps of an alignment to differences and choices."""

    def __init__(self, patroon: Patroon, eigen: str, plekken: list[tuple[int, int]], stappen: Sequence[Stap]) -> None:
        self._patroon, self._eigen, self._plekken, self._stappen = patroon, eigen, plekken, stappen

    def uitkomst(self) -> Woorduitkomst:
        keuzes = sorted([*self._ingevuld(), *self._gekozen()], key=lambda k: (k.model_begin, -k.model_eind))
        weg = [(k.model_begin, k.model_eind) for k in keuzes if k.soort is KeuzeSoort.WEGGELATEN]
        blokken = [v for v in self._blokken() if not self._sluit_af(v, weg)]
        vast = [s for s in self._stappen if self._patroon.knopen[s.knoop].merk is None]
        gelijk = sum(s.gelijk for s in vast)
        gevuld = sum(s.tot - s.van for s in self._stappen if self._patroon.knopen[s.knoop].merk is not None)
        totaal = len(vast) + len(self._plekken) - gevuld
        return Woorduitkomst(tuple(blokken), tuple(keuzes), min(1.0, _deel(2 * gelijk, totaal)))

    def _sluit_af(self, verschil: Woordverschil, weg: Sequence[tuple[int, int]]) -> bool:
        """Whether only the signs are gone that set apart a part that was left out (one of the ranges ``weg``)."""
        tekst, begin, eind = self._patroon.tekst, verschil.oud_begin, verschil.oud_eind
        if verschil.nieuw_begin < verschil.nieuw_eind or _LETTER.search(tekst, begin, eind):
            return False
        return any(not tekst[e:begin].strip() if e <= begin else not tekst[eind:b].strip() for b, e in weg)

    # --- differences ---

    def _blokken(self) -> Iterator[Woordverschil]:
        open_: list[int] = []  # model from, to; own from, to (in words)
        model_plek = eigen_plek = 0
        for stap in self._stappen:
            knoop = self._patroon.knopen[stap.knoop]
            if stap.van > eigen_plek:
                open_ = self._erbij(open_, model_plek, model_plek, eigen_plek, stap.van)
            if stap.gelijk or knoop.merk is not None:
                if open_:
                    yield self._verschil(open_)
                open_ = []
            else:
                open_ = self._erbij(open_, knoop.begin, knoop.eind, stap.van, stap.tot)
            model_plek, eigen_plek = knoop.eind, stap.tot
        if len(self._plekken) > eigen_plek:
            open_ = self._erbij(open_, model_plek, model_plek, eigen_plek, len(self._plekken))
        if open_:
            yield self._verschil(open_)

    @staticmethod
    def _erbij(open_: list[int], m_begin: int, m_eind: int, e_begin: int, e_eind: int) -> list[int]:
        if not open_:
            return [m_begin, m_eind, e_begin, e_eind]
        return [open_[0] if open_[0] < open_[1] else m_begin, max(open_[1], m_eind), open_[2], e_eind]

    def _verschil(self, blok: list[int]) -> Woordverschil:
        return Woordverschil(blok[0], blok[1], *self._tekens(blok[2], blok[3]))

    def _tekens(self, van: int, tot: int) -> tuple[int, int]:
        """The characters of own words; of none the place where they would stand."""
        if van < tot:
            return self._plekken[van][0], self._plekken[tot - 1][1]
        plek = self._plekken[van][0] if van < len(self._plekken) else (self._plekken[-1][1] if self._plekken else 0)
        return plek, plek

    # --- choices ---

    def _ingevuld(self) -> Iterator[Keuze]:
        for stap in self._stappen:
            knoop = self._patroon.knopen[stap.knoop]
            if knoop.merk is None:
                continue
            begin, eind = self._tekens(stap.van, stap.tot)
            plaats, waarde = self._patroon.tekst[knoop.begin : knoop.eind], self._eigen[begin:eind]
            if not waarde or _OPEN.search(waarde):
                soort = KeuzeSoort.OPEN
            else:
                soort = KeuzeSoort.VOORBEELD if vlak(waarde) == _voorbeeld(plaats) else KeuzeSoort.INGEVULD
            yield Keuze(soort, plaats, waarde, knoop.begin, knoop.eind, begin, eind)

    def _gekozen(self) -> Iterator[Keuze]:
        bereik: dict[int, tuple[int, int]] = {}
        for stap in self._stappen:
            for deel in self._patroon.knopen[stap.knoop].binnen:
                van, tot = bereik.get(deel, (stap.van, stap.tot))
                bereik[deel] = min(van, stap.van), max(tot, stap.tot)
        knopen = (self._patroon.knopen[s.knoop] for s in self._stappen)
        ingevuld = [k.merk for k in knopen if k.getal]
        for n, keus in enumerate(self._patroon.delen):
            if keus.ouder >= 0 and keus.ouder not in bereik:
                continue
            m = keus.merk
            plaats = self._patroon.tekst[m.begin : m.eind]
            if n in bereik:
                begin, eind = self._tekens(*bereik[n])
                soort = KeuzeSoort.VARIANT if m.soort is InvulSoort.VARIANT else KeuzeSoort.OVERGENOMEN
                yield Keuze(soort, plaats, self._eigen[begin:eind], m.begin, m.eind, begin, eind)
            elif m.soort is InvulSoort.FACULTATIEF and m not in ingevuld:
                yield Keuze(KeuzeSoort.WEGGELATEN, plaats, "", m.begin, m.eind, *self._plek_van(m.begin))

    def _plek_van(self, positie: int) -> tuple[int, int]:
        """Where in the own text a part of the model would stand."""
        tot = 0
        for stap in self._stappen:
            if self._patroon.knopen[stap.knoop].begin >= positie:
                break
            tot = stap.tot
        return self._tekens(tot, tot)


def _voorbeeld(plaats: str) -> str:
    """The example in a place: "[periode (6 maanden)]", "[(achttien)]"; "" where there is none."""
    binnen = vlak(plaats).strip("[] ")
    return binnen[binnen.index("(") + 1 :].rstrip(") ").strip() if "(" in binnen else "\0"
