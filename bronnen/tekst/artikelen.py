"""The text of an article: its leden, onderdelen and sub-onderdelen, numbered or with dashes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from bronnen.nummering import canoniek
from bronnen.tekst.blad import Blad
from bronnen.tekst.knopen import Knoop
from bronnen.tekst.lijsten import CIJFERS, Label, Lijsten, Stijl, kan_label_zijn, lees_label
from bronnen.tekst.regels import Regel, loopt_door
from ontologie.document import BepalingSoort
from ontologie.identificatie import StapSoort
from ontologie.tekst import Tekst

_VERVALLEN = re.compile(r"[\[(]?\s*(?:is\s+)?vervallen(?:\s+per\s.{1,40})?\s*[\])]?\.?$", re.IGNORECASE)
#: How many lines ahead the next label is looked for.
_VOORUIT = 40


def is_vervallen(tekst: str) -> bool:
    """Whether a text only says that the provision no longer exists."""
    return len(tekst) < 80 and bool(_VERVALLEN.match(tekst.strip()))


@dataclass
class ArtikelLezer:
    """Reads the lines of one article (or of another provision with leden or onderdelen) into its node."""

    blad: Blad
    artikel: Knoop
    lijsten: Lijsten = field(default_factory=Lijsten)
    pad: list[Knoop] = field(default_factory=list)
    _regels: list[Regel] = field(default_factory=list)
    _begin: int = 0
    _eigenaar: Knoop | None = None

    def lees(self, regels: Sequence[Regel]) -> None:
        """Fill the node with the text of these lines."""
        for n, regel in enumerate(regels):
            label = lees_label(regel) if kan_label_zijn(regels, n, self.blad.breedte) else None
            diepte = self._plaats(label, regels, n) if label else None
            if label and diepte is not None:
                self._sluit_alinea()
                self._open_item(label, diepte)
                self._begin_alinea(regel, label.rest, self.pad[-1])
            elif self._regels and (self._alleen_label() or loopt_door(self._regels[-1], regel, self.blad.breedte)):
                self._regels.append(regel)
            else:
                self._sluit_alinea()
                self._begin_alinea(regel, regel.begin, self._houder())
        self._sluit_alinea()
        for knoop in self.artikel.loop():
            knoop.vervallen = knoop.vervallen or (not knoop.kinderen and is_vervallen(_eigen_tekst(knoop)))

    def _plaats(self, label: Label, regels: Sequence[Regel], n: int) -> int | None:
        volgend = None
        if any(r.stijl is Stijl.ROMEINS for r in label.lezingen):
            volgend = next((v for r in regels[n + 1 : n + _VOORUIT] if (v := lees_label(r))), None)
        return self.lijsten.plaats(label, regels[n], mag_beginnen=self._mag_beginnen(label), volgend=volgend)

    def _mag_beginnen(self, label: Label) -> bool:
        leeg = not self.artikel.inhoud and not self._regels
        if any(r.stijl is Stijl.CIJFER_KAAL for r in label.lezingen):
            return leeg
        # A second list of plain numbers only begins where the text before announces it.
        if any(r.stijl in CIJFERS for r in label.lezingen) and any(li.stijl in CIJFERS for li in self.lijsten.open):
            return self._kondigt_aan()
        return True

    def _alleen_label(self) -> bool:
        """Whether the item so far is its label only, and the text begins on the next line."""
        return len(self._regels) == 1 and self._begin >= self._regels[0].eind

    def _kondigt_aan(self) -> bool:
        return bool(self._regels) and self._regels[-1].tekst.endswith(":")

    def _open_item(self, label: Label, diepte: int) -> None:
        if label.haak >= 0:
            self.blad.haken.maak_structureel(label.haak)
        ouder = self.artikel if diepte == 0 else self.pad[diepte - 1]
        stijl = self.lijsten.open[diepte].stijl
        is_lid = diepte == 0 and stijl in CIJFERS and not self._is_onderdeel(diepte)
        soort = BepalingSoort.LID if is_lid else BepalingSoort.ONDERDEEL
        stap = StapSoort.LID if is_lid else StapSoort.ONDERDEEL
        knoop = Knoop(soort, stap, label.begin, canoniek(label.tekst, stap), label.tekst)
        ouder.inhoud.append(knoop)
        del self.pad[diepte:]
        self.pad.append(knoop)

    def _is_onderdeel(self, diepte: int) -> bool:
        """Numbered items are onderdelen, not leden, where a text of the article announces them."""
        if self.pad:
            return self.pad[diepte].soort is BepalingSoort.ONDERDEEL
        return _eigen_tekst(self.artikel).endswith(":")

    def _houder(self) -> Knoop:
        """The provision that a paragraph without label belongs to: the lid, not the last of its onderdelen."""
        for knoop in reversed(self.pad):
            if knoop.soort is BepalingSoort.LID:
                return knoop
        return self.artikel

    def _begin_alinea(self, regel: Regel, begin: int, eigenaar: Knoop) -> None:
        self._regels, self._begin, self._eigenaar = [regel], begin, eigenaar

    def _sluit_alinea(self) -> None:
        if self._regels and self._eigenaar is not None:
            tekst = self.blad.passage(self._regels, self._begin)
            if tekst.inhoud:
                self._eigenaar.inhoud.append(tekst)
        self._regels = []


def _eigen_tekst(knoop: Knoop) -> str:
    return "\n".join(t.inhoud for t in knoop.inhoud if isinstance(t, Tekst))
