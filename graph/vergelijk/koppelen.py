"""Which provisions of a model are which of an own ordinance, also where they were renumbered, moved, merged or split.

The words of each provision apart are compared, not those of articles as a whole, so that a merged or split article
needs no rule of its own: it follows from where its leden went. In order: equal words; like words, helped by where the
rest of the article went; what is left between neighbours that are paired; and what is contained in a provision that is
paired already (merged or split).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from graph.vergelijk.patroon import vlak, zonder_einde
from graph.vergelijk.stuk import Stuk
from graph.vergelijk.zakken import Weging, Zak, term_van, zak_van
from ontologie.document import BepalingSoort

#: Likeness from which two provisions are one: anywhere; where the rest of their articles went together; and with the
#: same number as well.
ELDERS, SAMEN, ZELFDE_PLEK = 0.55, 0.36, 0.2
#: The same where both are all that is left between neighbours that are paired, and have the same number.
ENIGE = 0.1
#: The part of the words of a provision that must be found in what another has left to be merged or split.
BEVAT, BEVAT_SAMEN = 0.7, 0.5
#: Equal words that make a provision known anywhere.
_ANKER_WOORDEN = 4
#: Weight below which a provision has too few words to be known by them.
_WEINIG = 12.0
#: Weight of what must be shared of two remainders: about a sentence.
_ZIN = 25.0
_DEFINITIES = re.compile(r"begrip|definitie|verstaan onder", re.IGNORECASE)


class Koppeling:
    """Pairs of places in two lists of provisions: edges, so that one may have several on the other side."""

    def __init__(self, model: Sequence[Stuk], eigen: Sequence[Stuk]) -> None:
        self._model, self._eigen = model, eigen
        self.naar_eigen: dict[int, set[int]] = defaultdict(set)
        self.naar_model: dict[int, set[int]] = defaultdict(set)
        self._m_zak, self._e_zak = [zak_van(s) for s in model], [zak_van(s) for s in eigen]
        self._weging = Weging([*self._m_zak, *self._e_zak])
        self._m_gewicht = [self._weging.gewicht(z.vast) for z in self._m_zak]
        self._e_gewicht = [self._weging.gewicht(z.vast) for z in self._e_zak]
        self._m_blad = [n for n, s in enumerate(model) if n and s.tekst]
        self._e_blad = [n for n, s in enumerate(eigen) if n and s.tekst]
        self._samen: dict[tuple[int, int], float] = {}
        self._m_eenheid = _per_eenheid(model, self._m_gewicht)
        self._e_eenheid = _per_eenheid(eigen, self._e_gewicht)
        self._m_termen, self._e_termen = self._termen(model), self._termen(eigen)
        self._vaste_delen()
        self._ankers()
        self._gelijkende()
        self._tussen()
        self._opgegaan()
        self._tussen()

    def _koppel(self, i: int, j: int) -> None:
        self.naar_eigen[i].add(j)
        self.naar_model[j].add(i)

    def _vrij(self, i: int, j: int) -> bool:
        return not self.naar_eigen.get(i) and not self.naar_model.get(j)

    def paren(self) -> Iterator[tuple[int, int]]:
        for i, doelen in self.naar_eigen.items():
            for j in doelen:
                yield i, j

    # --- what there is one of ---

    def _vaste_delen(self) -> None:
        for soort in (BepalingSoort.AANHEF, BepalingSoort.SLOT):
            links = [n for n, s in enumerate(self._model) if s.soort is soort]
            rechts = [n for n, s in enumerate(self._eigen) if s.soort is soort]
            for i, j in zip(links[:1], rechts[:1], strict=False):
                self._koppel(i, j)

    # --- equal words ---

    def _ankers(self) -> None:
        """Pair what has the same words, where these occur once on each side or its neighbours are paired too."""

        def sleutels(stukken: Sequence[Stuk], bladen: Iterable[int]) -> dict[str, list[int]]:
            uit: dict[str, list[int]] = defaultdict(list)
            for n in bladen:
                tekst = vlak(stukken[n].tekst)
                if stukken[n].soort is BepalingSoort.ONDERDEEL:
                    tekst = zonder_einde(tekst)
                uit[" ".join(tekst.split())].append(n)
            return uit

        links, rechts = sleutels(self._model, self._m_blad), sleutels(self._eigen, self._e_blad)
        for tekst, i in links.items():
            j = rechts.get(tekst, [])
            lang = len(tekst.split()) >= _ANKER_WOORDEN
            if len(i) == len(j) == 1 and lang and self._vrij(i[0], j[0]):
                self._koppel(i[0], j[0])

    # --- like words ---

    def gelijkenis(self, i: int, j: int) -> float:
        """How alike the own words of two provisions are, 0 to 1; parts to choose count where they are shared."""
        vast, keuze = self._weging.gedeeld(self._m_zak[i], self._e_zak[j].vast)
        totaal = self._m_gewicht[i] + keuze + self._e_gewicht[j]
        return 2 * (vast + keuze) / totaal if totaal else 0.0

    def _samenhang(self) -> dict[tuple[int, int], float]:
        """Of two units (articles) how much of the words of the smaller is in pairs between them."""
        gekoppeld: dict[tuple[int, int], float] = defaultdict(float)
        for i, j in self.paren():
            eenheid = self._model[i].eenheid, self._eigen[j].eenheid
            gekoppeld[eenheid] += min(self._m_gewicht[i], self._e_gewicht[j])
        return {
            (a, b): min(1.0, w / max(1.0, min(self._m_eenheid.get(a, 0.0), self._e_eenheid.get(b, 0.0))))
            for (a, b), w in gekoppeld.items()
        }

    def _gelijkende(self) -> None:
        """Pair what has like words, the likest first. What was paired helps what stands in the same articles."""
        kandidaten: list[tuple[float, int, int]] = []
        m_blad = [i for i in self._m_blad if not self.naar_eigen.get(i)]
        e_blad = [j for j in self._e_blad if not self.naar_model.get(j)]
        paren = self._weging.kandidaten([self._m_zak[i] for i in m_blad], [self._e_zak[j] for j in e_blad])
        for k, m in paren:
            i, j = m_blad[k], e_blad[m]
            waarde = self.gelijkenis(i, j)
            if waarde >= ZELFDE_PLEK:
                kandidaten.append((waarde, i, j))
        koppen = self._koppen()
        for grens in (0.8, 0.65, ELDERS, 0.45, SAMEN, ZELFDE_PLEK):
            hang = self._samenhang()
            ronde: list[tuple[float, int, int]] = []
            for waarde, i, j in kandidaten:
                if not self._vrij(i, j):
                    continue
                eenheid = self._model[i].eenheid, self._eigen[j].eenheid
                hulp = max(hang.get(eenheid, 0.0), koppen.get(eenheid, 0.0))
                totaal = waarde + 0.2 * hulp + self._plekhulp(i, j, hulp)
                if totaal >= grens and waarde >= self._nodig(i, j, hulp):
                    ronde.append((-totaal, i, j))
            for _, i, j in sorted(ronde):
                if self._vrij(i, j):
                    self._koppel(i, j)

    def _nodig(self, i: int, j: int, hulp: float) -> float:
        if not self._past(i, j):
            return 0.85
        if hulp < 0.3:
            return ELDERS
        return ZELFDE_PLEK if self._model[i].nummer == self._eigen[j].nummer and hulp >= 0.5 else SAMEN

    def _past(self, i: int, j: int) -> bool:
        """Whether two provisions can be one: definitions define the same term, unless it was given another name."""
        links, rechts = self._model[i], self._eigen[j]
        if (
            links.soort is BepalingSoort.ONDERDEEL
            and self._is_begrip(self._model, i)
            and self._is_begrip(self._eigen, j)
        ):
            return term_van(links) == term_van(rechts)
        return True

    @staticmethod
    def _is_begrip(stukken: Sequence[Stuk], n: int) -> bool:
        eenheid = stukken[n].eenheid
        if eenheid < 0 or n == eenheid or stukken[n].soort is not BepalingSoort.ONDERDEEL:
            return False
        return bool(_DEFINITIES.search(f"{stukken[eenheid].kop} {stukken[stukken[n].ouder].tekst}"))

    def _termen(self, stukken: Sequence[Stuk]) -> frozenset[tuple[int, str]]:
        """The terms that are defined, each with the article that does."""
        return frozenset((s.eenheid, term_van(s)) for n, s in enumerate(stukken) if n and self._is_begrip(stukken, n))

    def _plekhulp(self, i: int, j: int, hulp: float) -> float:
        """A little for the same number and kind, and for parents that are paired."""
        links, rechts = self._model[i], self._eigen[j]
        uit = 0.0
        if rechts.ouder in self.naar_eigen.get(links.ouder, ()):
            uit += 0.1
        if hulp and links.nummer == rechts.nummer and links.soort is rechts.soort:
            uit += 0.1
        if self._is_begrip(self._model, i) and (term := term_van(links)) and term == term_van(rechts):
            uit += 0.3
        return uit

    def _koppen(self) -> dict[tuple[int, int], float]:
        """Articles under the same heading, where it occurs once on each side; a little more with the same number."""
        links, rechts = self._per_kop(self._model), self._per_kop(self._eigen)
        uit: dict[tuple[int, int], float] = {}
        for kop, i in links.items():
            j = rechts.get(kop, [])
            if len(i) == len(j) == 1:
                uit[i[0], j[0]] = 0.6
        return uit

    @staticmethod
    def _per_kop(stukken: Sequence[Stuk]) -> dict[str, list[int]]:
        uit: dict[str, list[int]] = defaultdict(list)
        for n, s in enumerate(stukken):
            if s.eenheid == n and s.kop:
                uit[" ".join(vlak(s.kop).split())].append(n)
        return uit

    # --- between neighbours ---

    def _tussen(self) -> None:
        """Pair what is left between the same two paired neighbours: by number and kind, or when it is all there is."""
        for ouders in self._gekoppelde_ouders():
            links, rechts = (self._kinderen(s, o) for s, o in zip((self._model, self._eigen), ouders, strict=True))
            for gat_links, gat_rechts in self._gaten(links, rechts):
                self._vul_gat(gat_links, gat_rechts)

    def _gekoppelde_ouders(self) -> list[tuple[int, int]]:
        uit = {(i, j) for i, j in self.paren() if self._model[i].soort is self._eigen[j].soort}
        uit |= {paar for paar, w in {**self._koppen(), **self._samenhang()}.items() if w >= 0.4 and min(paar) >= 0}
        return sorted(uit)

    @staticmethod
    def _kinderen(stukken: Sequence[Stuk], ouder: int) -> list[int]:
        uit = []
        for n in range(ouder + 1, len(stukken)):
            if stukken[n].ouder < ouder:
                break
            if stukken[n].ouder == ouder:
                uit.append(n)
        return uit

    def _gaten(self, links: list[int], rechts: list[int]) -> Iterator[tuple[list[int], list[int]]]:
        plek = {j: n for n, j in enumerate(rechts)}
        ankers = [(-1, -1)]
        for n, i in enumerate(links):
            doelen = [plek[j] for j in self.naar_eigen.get(i, ()) if j in plek]
            if doelen and min(doelen) > ankers[-1][1]:
                ankers.append((n, max(doelen)))
        ankers.append((len(links), len(rechts)))
        for (a, b), (c, d) in pairwise(ankers):
            gat = [i for i in links[a + 1 : c] if not self.naar_eigen.get(i) and self._m_kaal(i)]
            ander = [j for j in rechts[b + 1 : d] if not self.naar_model.get(j) and self._e_kaal(j)]
            if gat and ander:
                yield gat, ander

    def _m_kaal(self, i: int) -> bool:
        return bool(self._model[i].tekst)

    def _e_kaal(self, j: int) -> bool:
        return bool(self._eigen[j].tekst)

    def _vul_gat(self, links: list[int], rechts: list[int]) -> None:
        """What has too few words of its own to be known by them is known by its place."""
        over = list(rechts)
        for i in links:
            soort, nummer = self._model[i].soort, self._model[i].nummer
            kandidaten = [j for j in over if self._eigen[j].soort is soort and self._past(i, j)]
            zelfde = [j for j in kandidaten if self._eigen[j].nummer == nummer]
            keus = (zelfde or kandidaten)[:1] if zelfde or len(links) == len(rechts) else []
            for j in keus:
                weinig = min(self._m_gewicht[i], self._e_gewicht[j]) < _WEINIG
                enige = len(links) == len(rechts) == 1 and bool(zelfde)
                nodig = ENIGE if enige else ZELFDE_PLEK if zelfde else SAMEN
                if weinig or self.gelijkenis(i, j) >= nodig:
                    self._koppel(i, j)
                    over.remove(j)

    # --- merged and split ---

    def _opgegaan(self) -> None:
        """What is left and stands, for most of its words, in what a paired provision has beyond its own partner."""
        hang = self._samenhang()
        for model_over in (True, False):
            for i, j in self._bevattingen(hang, model_over=model_over):
                vrij = not self.naar_eigen.get(i) if model_over else not self.naar_model.get(j)
                # What others took meanwhile is no longer there.
                if vrij and self._bevat(i, j, model_over=model_over) >= self._bevat_grens(hang, i, j):
                    self._koppel(i, j)
        for i, j in self._uitwisselingen():
            self._koppel(i, j)

    def _bevat_grens(self, hang: dict[tuple[int, int], float], i: int, j: int) -> float:
        samen = hang.get((self._model[i].eenheid, self._eigen[j].eenheid), 0.0) >= 0.3
        return BEVAT_SAMEN if samen else BEVAT

    def _uitwisselingen(self) -> list[tuple[int, int]]:
        """Pairs of provisions that both have another partner, where a sentence went from the one to the other."""
        m_rest = {i: rest for i in self._m_blad if self.naar_eigen.get(i) and (rest := self._m_rest(i))}
        e_rest = {j: rest for j in self._e_blad if self.naar_model.get(j) and (rest := self._e_rest(j))}
        links, rechts = list(m_rest), list(e_rest)
        paren = self._weging.kandidaten(
            [Zak(m_rest[i], Counter()) for i in links], [Zak(e_rest[j], Counter()) for j in rechts]
        )
        uit = []
        for k, m in paren:
            i, j = links[k], rechts[m]
            gedeeld, _ = self._weging.gedeeld(Zak(m_rest[i], Counter()), e_rest[j])
            kleinste = min(self._weging.gewicht(m_rest[i]), self._weging.gewicht(e_rest[j]))
            if j not in self.naar_eigen[i] and gedeeld >= _ZIN and gedeeld >= BEVAT * kleinste:
                uit.append((i, j))
        return uit

    def _m_rest(self, i: int) -> Counter[str]:
        rest = self._m_zak[i].vast - sum((self._e_zak[p].vast for p in self.naar_eigen[i]), Counter[str]())
        return rest if self._weging.gewicht(rest) >= _ZIN else Counter()

    def _e_rest(self, j: int) -> Counter[str]:
        bekend = (self._m_zak[p].vast + self._m_zak[p].keuze for p in self.naar_model[j])
        rest = self._e_zak[j].vast - sum(bekend, Counter[str]())
        return rest if self._weging.gewicht(rest) >= _ZIN else Counter()

    def _bevattingen(self, hang: dict[tuple[int, int], float], *, model_over: bool) -> list[tuple[int, int]]:
        m_blad = [i for i in self._m_blad if not (model_over and self.naar_eigen.get(i))]
        e_blad = [j for j in self._e_blad if model_over or not self.naar_model.get(j)]
        paren = self._weging.kandidaten([self._m_zak[i] for i in m_blad], [self._e_zak[j] for j in e_blad])
        gevonden: list[tuple[float, int, int]] = []
        for k, m in paren:
            i, j = m_blad[k], e_blad[m]
            deel = self._bevat(i, j, model_over=model_over)
            hulp = hang.get((self._model[i].eenheid, self._eigen[j].eenheid), 0.0)
            if deel >= self._bevat_grens(hang, i, j):
                gevonden.append((-deel - 0.2 * hulp, i, j))
        return [(i, j) for _, i, j in sorted(gevonden)]

    def _bevat(self, i: int, j: int, *, model_over: bool) -> float:
        """The part of the words of the one that is left that the other has besides those of its partners."""
        model, eigen = self._m_zak[i], self._e_zak[j].vast
        if model_over:
            if self._m_gewicht[i] < _WEINIG:
                return 0.0
            rest = eigen - sum((self._m_zak[p].vast for p in self.naar_model[j]), Counter[str]())
            vast, keuze = self._weging.gedeeld(model, rest)
            return (vast + keuze) / (self._m_gewicht[i] + keuze)
        if self._e_gewicht[j] < _WEINIG:
            return 0.0
        over = Zak(model.vast - sum((self._e_zak[p].vast for p in self.naar_eigen[i]), Counter[str]()), model.keuze)
        vast, keuze = self._weging.gedeeld(over, eigen)
        return (vast + keuze) / self._e_gewicht[j]


def _per_eenheid(stukken: Sequence[Stuk], gewichten: Sequence[float]) -> dict[int, float]:
    """The weight of each unit (article) with all that is in it."""
    uit: dict[int, float] = defaultdict(float)
    for stuk, gewicht in zip(stukken, gewichten, strict=True):
        uit[stuk.eenheid] += gewicht
    return uit
