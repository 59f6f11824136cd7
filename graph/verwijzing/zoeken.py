"""One passage: its names, its citations as far as the words themselves tell, and the cue words that are none."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from graph.verwijzing.definities import Definities
from graph.verwijzing.extern import Externe, zoek_externe
from graph.verwijzing.grammatica import Ontleder, Ontleding, anker_van
from graph.verwijzing.koppeling import Keuze, naam_na, naam_voor
from graph.verwijzing.lexer import (
    AANWIJZEND_LINKS,
    SIGNAAL,
    START,
    STRUCTUURWOORDEN,
    TELWOORD_LINKS,
    vouw,
    zinseinden,
)
from graph.verwijzing.namen import Naamtreffer, Namenlijst
from graph.verwijzing.reeksen import Deel, niveau
from graph.verwijzing.vondst import Vondst
from ontologie.document import Passage
from ontologie.identificatie import StapSoort
from ontologie.tekst import Span
from ontologie.verwijzing import VerwijzingSoort

_WOORD_SOORT = {
    "artikel": StapSoort.ARTIKEL,
    "artikelen": StapSoort.ARTIKEL,
    "lid": StapSoort.LID,
    "leden": StapSoort.LID,
    "onderdeel": StapSoort.ONDERDEEL,
    "onderdelen": StapSoort.ONDERDEEL,
    **STRUCTUURWOORDEN,
}
#: Lower levels behind the name: "artikel 7a van de Participatiewet, eerste lid, onderdelen b en c".
_NA_NAAM = re.compile(r" ?, ?")
_KORT_HOOFDSTUK = re.compile(r"(?<![\w-])H(\d{1,2}(?:\.\d{1,2}){0,3})(?![\w-])")
_IN_REEKS = re.compile(r"(?: ?,)? ?(?:(?:en|of|alsmede|dan wel|onderscheidenlijk|juncto|jo\.?) )?(?=\d)")
_DE_BIJLAGE = ((Deel(StapSoort.BIJLAGE, ""),),)
_TUSSEN = re.compile(r"(?i)(?: ?[,(])? ?(?:(?:in|op) )?(?:(?:de|het) )?")
_BUREN = frozenset({"vorige", "voorgaande", "volgende", "laatste"})


@dataclass(frozen=True, slots=True)
class Aanwijzing:
    """Words that point without a number: "dit artikel", "die artikelen", "het vorige hoofdstuk"."""

    begin: int
    eind: int
    zin: int
    anker: str
    soort: StapSoort


class Onbegrepen(NamedTuple):
    """A cue word that starts no citation: its range in the passage and why."""

    begin: int
    eind: int
    reden: str


@dataclass(slots=True)
class Gelezen:
    """What one passage yields."""

    passage: Passage
    tekst: str
    namen: list[Naamtreffer]
    externen: list[Externe]
    vondsten: list[Vondst] = field(default_factory=list)
    aanwijzingen: list[Aanwijzing] = field(default_factory=list)
    onbegrepen: list[Onbegrepen] = field(default_factory=list)
    #: The regulation that the passage is about from a place on, where that is not the own one (``wijzigend``).
    onderwerp: Keuze | None = None
    onderwerp_vanaf: int = 0

    def in_bron(self, begin: int, eind: int) -> Span:
        """The range of the original that holds a range of the passage."""
        segmenten = self.passage.tekst.segmenten
        if len(segmenten) == 1 and segmenten[0].lengte == segmenten[0].bron_lengte:
            verschil = segmenten[0].bron_begin
            return Span(begin + verschil, eind + verschil)
        return self.passage.tekst.naar_bron(begin, eind)


def lees_namen(passage: Passage, namenlijst: Namenlijst, kort: Callable[[str], str]) -> Gelezen:
    """The first step: names and external sources. An act of the Union is a name too."""
    tekst = vouw(passage.tekst.inhoud)
    externen = zoek_externe(tekst)
    namen = namenlijst.zoek(tekst)
    eu = [
        Naamtreffer(e.begin, e.eind, (kort(e.doelen[0].waarde),), "celex", False)
        for e in externen
        if e.soort is VerwijzingSoort.EU
    ]
    if eu:
        bezet = [(e.begin, e.eind) for e in eu]
        vrij = [n for n in namen if not overlap(bezet, n.begin, n.eind)]
        namen = sorted([*vrij, *eu], key=lambda n: n.begin)
    return Gelezen(passage, tekst, namen, externen)


class Zoeker:
    """The second step: the citations of a passage whose names are known."""

    def __init__(self, gelezen: Gelezen, definities: Definities, ontleder: Ontleder) -> None:
        self._ontleder = ontleder
        self._g = gelezen
        self._tekst = gelezen.tekst
        self._definities = definities
        gelezen.namen = definities.zoek(gelezen.tekst, gelezen.namen)
        self._op_begin = {n.begin: n for n in gelezen.namen}
        self._beginnen = [n.begin for n in gelezen.namen]
        self._zinnen = zinseinden(self._tekst)

    def zoek(self, *, secties: bool) -> None:
        """Fill in the citations, pointing words and cue words that are not understood.

        ``secties``: the document has numbered sections, of which "H6" is a short way to write "hoofdstuk 6".
        """
        tekst = self._tekst
        laag = tekst.lower()
        if len(laag) != len(tekst):
            laag = "".join(t.lower() if len(t.lower()) == 1 else t for t in tekst)
        pos = 0
        for h in SIGNAAL.finditer(laag):
            begin = h.start()
            if begin < pos:
                continue
            m = START.match(tekst, begin)
            if m is None:
                continue
            if self._in_naam(begin):
                continue
            if m.lastgroup == "los":
                pos = self._los_woord(m)
                continue
            pos = self._citaat(m.start(), m)
            while (verder := self._volgende_in_reeks(pos)) > pos:
                pos = verder
        if secties:
            self._korte_hoofdstukken()

    def _korte_hoofdstukken(self) -> None:
        bezet = sorted((v.begin, v.eind) for v in self._g.vondsten)
        for m in _KORT_HOOFDSTUK.finditer(self._tekst):
            if not overlap(bezet, m.start(), m.end()):
                pad = (Deel(StapSoort.HOOFDSTUK, m.group(1)),)
                o = Ontleding(m.end() - m.start(), (pad,))
                self._g.vondsten.append(Vondst(o, m.start(), m.end(), self._zin(m.start())))
        self._g.vondsten.sort(key=lambda v: v.begin)

    def _zin(self, positie: int) -> int:
        return bisect_right(self._zinnen, positie)

    def _naam_bij(self, positie: int) -> Naamtreffer | None:
        i = bisect_right(self._beginnen, positie) - 1
        return self._g.namen[i] if i >= 0 else None

    def _in_naam(self, positie: int) -> bool:
        naam = self._naam_bij(positie)
        return naam is not None and positie < naam.eind

    # --- citations ---

    def _citaat(self, begin: int, m: re.Match[str]) -> int:
        ontleding = self._ontleder.ontleed(self._tekst, begin, self._op_begin)
        if isinstance(ontleding, int):
            if m.lastgroup == "rang":
                return max(ontleding, m.end())
            self._g.onbegrepen.append(Onbegrepen(m.start(), m.end(), "er volgt geen nummer dat te lezen is"))
            return m.end()
        meervoud = m.lastgroup == "art" and m.group().lower().rstrip().endswith(("len", "tt."))
        vondst = Vondst(ontleding, begin, begin + ontleding.lengte, self._zin(begin), meervoud=meervoud)
        if not ontleding.anker and niveau(ontleding.top) <= 10:
            self._hecht_naam(vondst)
        self._g.vondsten.append(vondst)
        return vondst.eind

    def _volgende_in_reeks(self, pos: int) -> int:
        """The end of a next article with its own regulation: "de artikelen 14h van de Toeslagenwet, 27h van de …"."""
        v = self._g.vondsten[-1] if self._g.vondsten else None
        if v is None or v.eind != pos or v.keuze is None:
            return pos
        m = _IN_REEKS.match(self._tekst, pos)
        if m is None:
            return pos
        ontleding = self._ontleder.ontleed(self._tekst, m.end(), self._op_begin, kaal=True)
        if isinstance(ontleding, int) or ontleding.anker:
            return pos
        begin = m.end()
        volgende = Vondst(ontleding, begin, begin + ontleding.lengte, self._zin(begin), meervoud=v.meervoud)
        self._hecht_naam(volgende)
        # "Artikel 7 van de Toeslagenwet, 17a van de Ziektewet": behind "artikel" only with a regulation of its own.
        if volgende.keuze is None and (not v.meervoud or all(len(p) == 1 for p in ontleding.paden)):
            return pos
        self._g.vondsten.append(volgende)
        return volgende.eind

    def _hecht_naam(self, v: Vondst) -> None:
        bijlage = v.top is StapSoort.BIJLAGE
        na = naam_na(self._tekst, v.eind, self._op_begin, self._definities, bijlage=bijlage)
        if na is not None:
            v.keuze, v.eind = na
            self._vervolg(v)
        if (vorige := self._g.vondsten[-1:]) and vorige[0].keuze is not None and self._aansluitend(vorige[0], v):
            return  # the name before it belongs to the citation before it
        voor = naam_voor(self._tekst, v.begin, self._naam_bij(v.begin - 1))
        if voor is not None:
            v.voor, v.voor_teken = voor

    def _aansluitend(self, vorige: Vondst, v: Vondst) -> bool:
        """Whether nothing but a comma, a bracket or a small word parts a citation from the next."""
        return _TUSSEN.fullmatch(self._tekst, vorige.eind, v.begin) is not None

    def _vervolg(self, v: Vondst) -> None:
        """Lower levels behind the name belong to the last path."""
        komma = _NA_NAAM.match(self._tekst, v.eind)
        if komma is None:
            return
        m = START.match(self._tekst, komma.end())
        if m is None or m.lastgroup not in ("rang", "lid", "ond"):
            return
        rest = self._ontleder.ontleed(self._tekst, komma.end(), self._op_begin)
        o = v.ontleding
        if (
            isinstance(rest, int)
            or rest.anker
            or niveau(rest.top) <= niveau(o.paden[-1][-1].soort)
            or len(rest.paden[0]) == 0
        ):
            return
        if any(niveau(p[0].soort) <= 10 for p in rest.paden):
            return
        paden = (*o.paden[:-1], *((*o.paden[-1], *p) for p in rest.paden))
        v.ontleding = Ontleding(o.lengte, paden)
        v.eind = komma.end() + rest.lengte

    # --- words without a number ---

    def _los_woord(self, m: re.Match[str]) -> int:
        tekst, begin, eind = self._tekst, m.start(), m.end()
        woord = m.group().lower()
        # The words that may stand before it end in one of these letters.
        voor = tekst[begin - 2 : begin - 1]
        kan = voor in "teTE" if voor else False
        if kan or tekst[begin - 3 : begin - 1] == "md":
            links = AANWIJZEND_LINKS.search(tekst, max(0, begin - 20), begin)
        else:
            links = None
        soort = _WOORD_SOORT.get(woord)
        if links is not None and soort is not None:
            wijst = links.group(1).lower()
            meervoud = woord.endswith(("en", "§§"))
            # "deze paragrafen" points back: one is never in two of them.
            anker = wijst if wijst in _BUREN else "dat" if meervoud else anker_van(wijst)
            if wijst in _BUREN and (na := naam_na(tekst, eind, self._op_begin, self._definities)) is not None:
                if na[0].verwijst != "eigen":
                    return eind
                eind = na[1]
            self._g.aanwijzingen.append(Aanwijzing(links.start(1), eind, self._zin(begin), anker, soort))
            return eind
        telwoord = (
            TELWOORD_LINKS.search(tekst, max(0, begin - 40), begin) if soort is StapSoort.LID and voor == "e" else None
        )
        if telwoord is not None and (not self._g.vondsten or self._g.vondsten[-1].eind <= telwoord.start()):
            return self._citaat(telwoord.start(), m)
        if soort is StapSoort.BIJLAGE:
            return self._bijlage(begin, eind)
        self._g.onbegrepen.append(Onbegrepen(begin, eind, "er staat geen nummer bij"))
        return eind

    def _bijlage(self, begin: int, eind: int) -> int:
        """A bare "bijlage": the annex of this document, or of the regulation that the words behind it name."""
        vondst = Vondst(Ontleding(eind - begin, _DE_BIJLAGE), begin, eind, self._zin(begin))
        na = naam_na(self._tekst, eind, self._op_begin, self._definities, bijlage=True)
        if na is not None:
            vondst.keuze, vondst.eind = na
        self._g.vondsten.append(vondst)
        return vondst.eind


def overlap(eerste: Sequence[tuple[int, int]], begin: int, eind: int) -> bool:
    """Whether a range overlaps one of the sorted, disjoint ranges."""
    i = bisect_right(eerste, (eind - 1, 1 << 60)) - 1
    return i >= 0 and eerste[i][1] > begin
