"""The toelichting of an ordinance: a general part, and a part that explains it article by article."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bronnen.tekst.blad import Blad
from bronnen.tekst.knopen import Knoop
from bronnen.tekst.koppen import Kop, kies_reeks, lees_kop, sleutel
from bronnen.tekst.lopend import lees_stuk
from bronnen.tekst.ordinalen import Aangewezen, lees_aanwijzing
from bronnen.tekst.regels import loopt_door
from bronnen.tekst.tussenkoppen import is_tussenkop
from ontologie.document import BepalingSoort, Correctie
from ontologie.identificatie import Stap, StapSoort
from ontologie.tekst import Span, Tekst

_DEELKOP = re.compile(
    r"(?:(?:[IVX]+|[A-Z]|\d{1,2})[.)]?\s+)?(?:Algemeen(?:\s+deel)?|Algemene\s+toelichting|Inleiding|"
    r"Artikels?gewij[sz]e?(?:\s+(?:toelichting|deel|gedeelte))?|Toelichting\s+per\s+artikel|"
    r"Toelichting\s+op\s+de\s+(?:afzonderlijke\s+)?artikelen)\s*[.:]?$",
    re.IGNORECASE,
)
_ARTIKELSGEWIJS = re.compile(r"artikels?gewij|per\s+artikel|artikelen", re.IGNORECASE)


def lees_toelichting(
    blad: Blad,
    van: int,
    tot: int,
    artikelen: Mapping[str, Knoop],
    eenheden: Mapping[tuple[StapSoort, str], Knoop],
) -> Knoop:
    """The toelichting in the lines ``van`` to ``tot``; ``artikelen`` and ``eenheden`` are what it explains."""
    return _Lezer(blad, van, tot, artikelen, eenheden).lees()


class _Lezer:
    def __init__(
        self,
        blad: Blad,
        van: int,
        tot: int,
        artikelen: Mapping[str, Knoop],
        eenheden: Mapping[tuple[StapSoort, str], Knoop],
    ) -> None:
        self.blad, self.van, self.tot = blad, van, tot
        self.artikelen, self.eenheden = artikelen, eenheden
        self.volgorde = sorted(artikelen, key=sleutel)
        self.wortel = Knoop(BepalingSoort.TOELICHTING, StapSoort.TOELICHTING, blad.regels[van].begin)
        self.deel = self.artikel = self.sectie = self.wortel
        self.na_kop = False
        koppen = [k for n in range(van, tot) if (k := lees_kop(blad.regels, n, blad.breedte))]
        reeks = kies_reeks([k for k in koppen if k.soort is StapSoort.ARTIKEL])
        self.koppen = {k.regel: k for k in koppen if k.soort is not StapSoort.ARTIKEL} | {k.regel: k for k in reeks}

    def lees(self) -> Knoop:
        regels = self.blad.regels
        begin = self.van
        if not _DEELKOP.match(regels[begin].tekst):
            self.wortel.opschrift = self.blad.passage([regels[begin]])
            begin += 1
        n, self.na_kop = begin, True
        while n < self.tot:
            volgende = self._kop(n)
            self.na_kop = volgende > 0
            n = volgende or lees_stuk(self.blad, n, self.tot, self.sectie, self.koppen)
        return self.wortel

    # --- headings -----------------------------------------------------------------------------------------------

    def _kop(self, n: int) -> int:
        """Read the heading at line ``n`` and give the line behind it; 0 where there is none."""
        regel = self.blad.regels[n]
        if kop := self.koppen.get(n):
            return self._genummerd(kop)
        if _DEELKOP.match(regel.tekst) and self.artikel is self.wortel and self._staat_apart(n):
            self._haak(n)
            self.deel = self._open(self.wortel, regel.begin, self.blad.passage([regel]))
            self.sectie = self.deel
            return n + 1
        tussenkop = is_tussenkop(self.blad.regels, n, self.tot, self.blad.breedte, na_kop=self.na_kop)
        aanwijzing = lees_aanwijzing(regel.tekst) if tussenkop or self._staat_apart(n) else None
        if aanwijzing and (aanwijzing.artikelen or self.artikel is not self.wortel):
            return self._aangewezen(n, aanwijzing)
        if tussenkop:
            self._haak(n)
            ouder = self.artikel if self.artikel is not self.wortel else self.deel
            self.sectie = self._open(ouder, self._begin(n), self.blad.passage([regel]))
            return n + 1
        return 0

    def _genummerd(self, kop: Kop) -> int:
        regels, n = self.blad.regels, kop.regel + 1
        self.blad.haken.maak_structureel(kop.haak)
        kopregels = [regels[kop.regel]]
        while n < self.tot and not regels[n].wit and regels[n].tekst[:1].islower() and len(kopregels) < 4:
            if not loopt_door(regels[n - 1], regels[n], self.blad.breedte):
                break
            kopregels.append(regels[n])
            n += 1
        opschrift = self.blad.passage(kopregels, kop.rest)
        label = self.blad.origineel[kop.begin : kop.label_eind]
        if kop.soort is StapSoort.ARTIKEL:
            knoop = Knoop(BepalingSoort.SECTIE, StapSoort.ARTIKEL, kop.begin, kop.nummer, label)
            if kop.nummer in self.artikelen:
                knoop.licht_toe = [self.artikelen[kop.nummer]]
            elif not self.artikelen:
                knoop.licht_toe = [(Stap(StapSoort.ARTIKEL, kop.nummer),)]
            self._meld_nummer(kop)
            self._hang(self.deel, knoop)
            self.artikel = knoop
        else:
            knoop = Knoop(BepalingSoort.SECTIE, StapSoort.SECTIE, kop.begin, "", label)
            knoop.licht_toe = [k for k in [self.eenheden.get((kop.soort, kop.nummer))] if k]
            self._hang(self.deel, knoop)
            self.artikel = self.wortel
        knoop.opschrift = opschrift if opschrift.inhoud else None
        self.sectie = knoop
        return n

    def _aangewezen(self, n: int, wijst: Aangewezen) -> int:
        """A heading that names a lid, or several articles."""
        regel = self.blad.regels[n]
        self._haak(n)
        begin = self._begin(n)
        label = self.blad.origineel[begin : regel.begin + wijst.eind]
        opschrift = self.blad.passage([regel], regel.begin + wijst.rest) if wijst.rest >= 0 else None
        artikelen = self._reeks(wijst.artikelen)
        if wijst.artikelen and not (wijst.leden or wijst.onderdelen):
            nummer = "-".join(dict.fromkeys((wijst.artikelen[0], wijst.artikelen[-1])))
            knoop = Knoop(BepalingSoort.SECTIE, StapSoort.ARTIKEL, begin, nummer, label, opschrift)
            knoop.licht_toe = list(artikelen)
            self._hang(self.deel, knoop)
            self.artikel = knoop
        else:
            basis = artikelen or [k for k in self.artikel.licht_toe if isinstance(k, Knoop)]
            eigen = self.artikel is not self.wortel and basis == self.artikel.licht_toe
            knoop = Knoop(BepalingSoort.SECTIE, StapSoort.SECTIE, begin, "", label, opschrift)
            knoop.licht_toe = [k for a in basis for k in _bepalingen(a, wijst)]
            if not eigen:
                self.artikel = self._tussenlaag(wijst, basis, begin)
            self._hang(self.artikel, knoop)
        self.sectie = knoop
        return n + 1

    def _tussenlaag(self, wijst: Aangewezen, basis: list[Knoop], begin: int) -> Knoop:
        """The node of an article that has no heading of its own, only headings for its leden."""
        knoop = Knoop(BepalingSoort.SECTIE, StapSoort.ARTIKEL, begin, wijst.artikelen[0])
        knoop.licht_toe = list(basis)
        self._hang(self.deel, knoop)
        return knoop

    def _reeks(self, nummers: tuple[str, ...]) -> list[Knoop]:
        """The articles of a heading such as "Artikelen 3, 5 en 7 tot en met 9"."""
        knopen: list[Knoop] = []
        for i, nummer in enumerate(nummers):
            if nummer == "-" and 0 < i < len(nummers) - 1:
                van, tot = sleutel(nummers[i - 1]), sleutel(nummers[i + 1])
                knopen += [self.artikelen[a] for a in self.volgorde if van < sleutel(a) < tot]
            elif nummer in self.artikelen:
                knopen.append(self.artikelen[nummer])
        return knopen

    # --- parts --------------------------------------------------------------------------------------------------

    def _open(self, ouder: Knoop, begin: int, opschrift: Tekst) -> Knoop:
        knoop = Knoop(BepalingSoort.SECTIE, StapSoort.SECTIE, begin, opschrift=opschrift)
        self._hang(ouder, knoop)
        return knoop

    @staticmethod
    def _hang(ouder: Knoop, knoop: Knoop) -> None:
        ouder.inhoud.append(knoop)

    def _staat_apart(self, n: int) -> bool:
        regel = self.blad.regels[n]
        return n == self.van or bool(regel.wit) or regel.na_breuk or not self.blad.hoort_bij_vorige(n)

    def _begin(self, n: int) -> int:
        regel = self.blad.regels[n]
        return regel.begin + len(regel.tekst) - len(regel.tekst.lstrip("[ "))

    def _haak(self, n: int) -> None:
        if self.blad.regels[n].tekst.startswith("["):
            self.blad.haken.maak_structureel(self.blad.regels[n].begin)

    def _meld_nummer(self, kop: Kop) -> None:
        if kop.gedrukt:
            span = Span(kop.label_eind - len(kop.gedrukt), kop.label_eind)
            self.blad.correcties.append(
                Correctie(span, kop.gedrukt, kop.nummer, "artikelnummer past alleen zo in de reeks")
            )


def _bepalingen(artikel: Knoop, wijst: Aangewezen) -> list[Knoop]:
    """The leden, or the onderdelen, of an article that a heading names and that exist."""
    leden = _kies(artikel, wijst.leden, StapSoort.LID) if wijst.leden else [artikel]
    if not wijst.onderdelen:
        return leden
    return [o for lid in leden for o in _kies(lid, wijst.onderdelen, StapSoort.ONDERDEEL)]


def _kies(ouder: Knoop, nummers: tuple[str, ...], stap: StapSoort) -> list[Knoop]:
    kinderen = [k for k in ouder.kinderen if k.stap is stap]
    per_nummer = {k.nummer: i for i, k in enumerate(kinderen)}
    gekozen: list[Knoop] = []
    for i, nummer in enumerate(nummers):
        if nummer == "-" and 0 < i < len(nummers) - 1:
            van, tot = per_nummer.get(nummers[i - 1]), per_nummer.get(nummers[i + 1])
            gekozen += kinderen[van + 1 : tot] if van is not None and tot is not None else []
        elif nummer in per_nummer:
            gekozen.append(kinderen[per_nummer[nummer]])
    return gekozen
