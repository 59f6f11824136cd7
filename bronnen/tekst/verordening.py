"""An ordinance in plain text as a tree: leeswijzer, aanhef, hoofdstukken with articles, slot, annexes, toelichting."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bronnen.nummering import NUMMER, canoniek
from bronnen.tekst.artikelen import ArtikelLezer, is_vervallen
from bronnen.tekst.blad import Blad
from bronnen.tekst.haken import zoek_haken
from bronnen.tekst.indeling import Begin, Grens, deel_in, splits_bijlage, zoek_losse_toelichting
from bronnen.tekst.knopen import Knoop, sluit
from bronnen.tekst.koppen import DIEPTE, Kop
from bronnen.tekst.lijsten import lees_label
from bronnen.tekst.lopend import lees_stuk
from bronnen.tekst.regels import Regel, eindigt_zin, is_vol, loopt_door, zonder_strepen
from bronnen.tekst.toelichting import lees_toelichting
from ontologie.document import BepalingSoort, Correctie
from ontologie.identificatie import StapSoort
from ontologie.tekst import Span

#: A heading takes at most so many printed lines.
_KOPREGELS = 4
#: A line below a bare "Artikel 3" is its heading only when it is short.
_KORT = 120
#: Words that tell the title from what a publication prints above it.
_REGELING = re.compile(
    r"verordening|regeling|regels|reglement|statuut|besluit|tarief|tarieven|model|protocol|toelichting", re.IGNORECASE
)
#: A clause of an aanhef begins with one of these.
_CLAUSULE = re.compile(
    r"\[?(?:gelet\s+op|gelezen|gezien|overwegende|gehoord|mede\s+gelet|b\s?e\s?s\s?l\s?u\s?i\s?t|vast\s+te\s+stellen)\b",
    re.IGNORECASE,
)
_HOORT_BIJ = re.compile(rf"\bartikel(?:en)?\s+({NUMMER})", re.IGNORECASE)


def is_verordening(blad: Blad) -> bool:
    """Whether the text has articles in sequence: two or more, or one behind an aanhef."""
    grenzen = deel_in(blad.regels, blad.breedte)
    artikelen = [g for g in grenzen if g.kop and g.kop.soort is StapSoort.ARTIKEL]
    return len(artikelen) > 1 or (bool(artikelen) and any(g.begin is Begin.AANHEF for g in grenzen))


def lees_verordening(blad: Blad) -> Knoop:
    """The tree of an ordinance; the root's heading is its title. A document may also be a toelichting only."""
    blad.regels = zonder_strepen(blad.regels)
    toelichting = zoek_losse_toelichting(blad.regels, blad.breedte)
    if toelichting >= 0:
        grenzen = [Grens(toelichting, Begin.TOELICHTING)]
        grenzen = [Grens(0, Begin.TITEL), *grenzen] if toelichting else grenzen
    else:
        grenzen = deel_in(blad.regels, blad.breedte)
    blad.haken = zoek_haken(blad.origineel, [g.kop.begin for g in grenzen if g.kop])
    blad.meldingen += blad.haken.meldingen
    for grens in grenzen:
        if grens.kop:
            blad.haken.maak_structureel(grens.kop.haak)
        elif grens.begin in (Begin.BIJLAGE, Begin.LEESWIJZER, Begin.TOELICHTING):
            blad.haken.maak_structureel(blad.regels[grens.regel].begin)
    wortel = Knoop(BepalingSoort.REGELING, StapSoort.DEEL, blad.regels[0].begin if blad.regels else 0)
    _Opbouw(blad, wortel).bouw(grenzen)
    sluit(wortel)
    _merk_haken(blad, wortel)
    return wortel


def _merk_haken(blad: Blad, wortel: Knoop) -> None:
    """Mark what is facultative, and list the places to fill in."""
    facultatief = blad.haken.maak_facultatief()
    for knoop in wortel.loop():
        if knoop is wortel:
            continue
        knoop.facultatief = facultatief(Span(knoop.begin, knoop.eind))
        if knoop.soort is not BepalingSoort.LEESWIJZER:
            knoop.invulplaatsen = tuple(i for t in knoop.teksten for i in blad.haken.invulplaatsen(t.span))


class _Opbouw:
    """Builds the nodes between the boundaries, in order."""

    def __init__(self, blad: Blad, wortel: Knoop) -> None:
        self.blad = blad
        self.wortel = wortel
        self.keten: list[tuple[int, Knoop]] = []
        self.artikelen: dict[str, Knoop] = {}
        self.eenheden: dict[tuple[StapSoort, str], Knoop] = {}

    def bouw(self, grenzen: Sequence[Grens]) -> None:
        einden = [g.regel for g in grenzen[1:]] + [len(self.blad.regels)]
        for grens, tot in zip(grenzen, einden, strict=True):
            if grens.kop:
                self._eenheid(grens.kop, tot)
            elif grens.begin is Begin.TITEL:
                self._titel(tot)
            elif grens.begin is Begin.TOELICHTING:
                self.wortel.inhoud.append(lees_toelichting(self.blad, grens.regel, tot, self.artikelen, self.eenheden))
            elif grens.begin is Begin.BIJLAGE:
                self._bijlage(grens.regel, tot)
            else:
                self._deel(grens, tot)

    def _titel(self, tot: int) -> None:
        passages = [self.blad.passage(g) for g in self.blad.alineas(0, tot)]
        n = next((n for n, p in enumerate(passages) if _REGELING.search(p.inhoud)), 0)
        self.wortel.opschrift = passages[n]
        self.wortel.inhoud += passages[:n] + passages[n + 1 :]

    def _deel(self, grens: Grens, tot: int) -> None:
        """Leeswijzer, table of contents, aanhef or slot."""
        soort = {
            Begin.LEESWIJZER: BepalingSoort.LEESWIJZER,
            Begin.INHOUD: BepalingSoort.SECTIE,
            Begin.AANHEF: BepalingSoort.AANHEF,
            Begin.SLOT: BepalingSoort.SLOT,
        }[grens.begin]
        knoop = Knoop(soort, StapSoort(soort.value), self.blad.regels[grens.regel].begin)
        if grens.begin is Begin.INHOUD:
            knoop.nummer = "inhoudsopgave"
        van = grens.regel
        if grens.begin in (Begin.LEESWIJZER, Begin.INHOUD):
            knoop.opschrift = self.blad.passage([self.blad.regels[van]])
            van += 1
        if grens.begin is Begin.INHOUD:
            knoop.inhoud += [self.blad.passage([r]) for r in self.blad.regels[van:tot]]
        elif grens.begin is Begin.AANHEF:
            self._aanhef(van, tot, knoop)
        else:
            lees_alineas(self.blad, van, tot, knoop)
        self.wortel.inhoud.append(knoop)

    def _aanhef(self, van: int, tot: int, knoop: Knoop) -> None:
        """Read the clauses of an aanhef, each a passage."""
        regels = self.blad.regels
        begin = van
        for n in range(van + 1, tot + 1):
            nieuw = n < tot and _CLAUSULE.match(regels[n].tekst) and regels[n - 1].tekst.endswith((",", ";", ":"))
            if n == tot or nieuw or not self.blad.hoort_bij_vorige(n):
                label = lees_label(regels[begin])
                rest = label.rest if label and label.is_streep else None
                if (tekst := self.blad.passage(regels[begin:n], rest)).inhoud:
                    knoop.inhoud.append(tekst)
                begin = n

    def _bijlage(self, van: int, tot: int) -> None:
        regels = self.blad.regels
        n = van + 1
        while n < min(tot, van + _KOPREGELS) and loopt_door(regels[n - 1], regels[n], self.blad.breedte):
            n += 1
        eind, nummer, rest = splits_bijlage(regels[van].tekst)
        begin = regels[van].begin + len(regels[van].tekst) - len(regels[van].tekst.lstrip("[ "))
        label = self.blad.origineel[begin : regels[van].begin + eind]
        opschrift = self.blad.passage(regels[van:n], regels[van].begin + rest)
        if not nummer and (hoort_bij := _HOORT_BIJ.search(opschrift.inhoud)):
            nummer = hoort_bij.group(1)
        if not opschrift.inhoud and n < tot and _is_losse_kop(regels, n, tot):
            opschrift = self.blad.passage([regels[n]])
            n += 1
        knoop = Knoop(BepalingSoort.BIJLAGE, StapSoort.BIJLAGE, begin, nummer, label)
        knoop.opschrift = opschrift if opschrift.inhoud else None
        lees_alineas(self.blad, n, tot, knoop)
        self.wortel.inhoud.append(knoop)

    def _eenheid(self, kop: Kop, tot: int) -> None:
        diepte = DIEPTE[kop.soort]
        while self.keten and self.keten[-1][0] >= diepte:
            self.keten.pop()
        label = self.blad.origineel[kop.begin : kop.label_eind]
        knoop = Knoop(BepalingSoort(kop.soort.value), kop.soort, kop.begin, canoniek(kop.nummer), label)
        (self.keten[-1][1] if self.keten else self.wortel).inhoud.append(knoop)
        if kop.gedrukt:
            self._meld_nummer(kop)
        n, rest = self._lees_opschrift(knoop, kop, tot)
        regels = [*rest, *self.blad.regels[n:tot]]
        if kop.soort is StapSoort.ARTIKEL:
            self.artikelen.setdefault(knoop.nummer, knoop)
            ArtikelLezer(self.blad, knoop).lees(regels)
        else:
            self.keten.append((diepte, knoop))
            self.eenheden.setdefault((kop.soort, knoop.nummer), knoop)
            lees_alineas(self.blad, n, tot, knoop)

    def _meld_nummer(self, kop: Kop) -> None:
        span = Span(kop.label_eind - len(kop.gedrukt), kop.label_eind)
        self.blad.correcties.append(
            Correctie(span, kop.gedrukt, kop.nummer, "artikelnummer past alleen zo in de reeks")
        )

    def _lees_opschrift(self, knoop: Knoop, kop: Kop, tot: int) -> tuple[int, list[Regel]]:
        """Set the heading; the index of the line behind it, and the rest of the heading's line if that is text."""
        regels = self.blad.regels
        regel = regels[kop.regel]
        rest = replace(regel, begin=kop.rest, tekst=self.blad.origineel[kop.rest : regel.eind], wit=0)
        n = kop.regel + 1
        if not rest.tekst.strip("[]* "):
            if n < tot and _is_losse_kop(regels, n, tot):
                rest, n = regels[n], n + 1
            else:
                return n, []
        kopregels = [rest]
        while n < min(tot, kop.regel + _KOPREGELS) and _kop_gaat_door(regels[n - 1], regels[n], self.blad.breedte):
            kopregels.append(regels[n])
            n += 1
        tekst = kopregels[-1].tekst
        if is_vervallen(rest.tekst):
            return kop.regel + 1, [rest]
        if kop.soort is StapSoort.ARTIKEL and (tekst.endswith((":", ";")) or (tekst.endswith(".") and " " in tekst)):
            return kop.regel + 1, [rest]
        if kop.soort is StapSoort.ARTIKEL and (label := lees_label(rest)) and label.tekst[-1] in ".)":
            return kop.regel + 1, [rest]
        knoop.opschrift = self.blad.passage(kopregels)
        return n, []


def _kop_gaat_door(vorige: Regel, regel: Regel, breedte: int) -> bool:
    """Whether a heading goes on in the next line: it begins small and would not have fitted."""
    if regel.wit or eindigt_zin(vorige.tekst) or lees_label(regel):
        return False
    return regel.tekst[:1].islower() and (is_vol(vorige, regel, breedte) or not breedte)


def _is_losse_kop(regels: Sequence[Regel], n: int, tot: int) -> bool:
    """Whether the line below a bare number is its heading: short, no sentence, no label, and text comes after it."""
    regel = regels[n]
    if len(regel.tekst) > _KORT or regel.tekst.endswith((".", ";", ":", ",")) or lees_label(regel):
        return False
    if regel.tekst[:1].islower() or is_vervallen(regel.tekst):
        return False
    return n + 1 >= tot or not regels[n + 1].tekst[:1].islower()


def lees_alineas(blad: Blad, van: int, tot: int, houder: Knoop) -> None:
    """Read the paragraphs, list items and tables of some lines into ``houder``."""
    while van < tot:
        van = lees_stuk(blad, van, tot, houder)
