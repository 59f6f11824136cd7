"""Which provision of one version is which of the other: by the source's own identifiers, by number, by content.

Every step asks for evidence and leaves what has none to the next: identifiers of the source, then from the top down the
children of what is already paired (the same words, then the same number with like words, then like words), and at the
end what moved elsewhere. A number alone pairs only what nothing else claims: that provision was rewritten.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from graph.tijd.deel import Versie, gelijkenis
from ontologie.document import BepalingSoort
from ontologie.wijziging import HerkendAan

#: Likeness from which two provisions with the same number, or at another place, are one.
ZELFDE_NUMMER = 0.35
ANDER_NUMMER = 0.6
ELDERS = 0.7
#: Words that a provision must have to be recognised elsewhere in the work.
_ELDERS_WOORDEN = 8
#: Pairs of children of one provision that are compared with each other.
_PAREN_MAX = 40_000
#: A word that occurs in more provisions tells nothing about where one went, and so many places are looked at.
_ZELDZAAM_MAX = 12
_KANDIDATEN_MAX = 5


class Koppeling:
    """Pairs of provisions of two versions, by place in their lists; ``bewijs`` is that of the place in the new one."""

    def __init__(self, oud: Versie, nieuw: Versie) -> None:
        self._oud, self._nieuw = oud, nieuw
        self.naar_nieuw: dict[int, int] = {}
        self.naar_oud: dict[int, int] = {}
        self.bewijs: dict[int, HerkendAan] = {}
        if not oud.delen or not nieuw.delen:
            return
        self._koppel(0, 0, HerkendAan.NUMMER)
        self._op_stam()
        self._van_boven()
        self._elders()
        self._op_nummer()

    def _koppel(self, i: int, j: int, bewijs: HerkendAan) -> bool:
        if i in self.naar_nieuw or j in self.naar_oud:
            return False
        self.naar_nieuw[i], self.naar_oud[j] = j, i
        self.bewijs[j] = bewijs
        return True

    def _gelijkenis(self, i: int, j: int) -> float:
        return gelijkenis(self._oud.zak(i), self._nieuw.zak(j))

    def _vreemd(self, i: int, j: int) -> bool:
        """Whether the source itself says that these two are different provisions."""
        links, rechts = self._oud.delen[i], self._nieuw.delen[j]
        return links.soort is not rechts.soort or (
            bool(links.stam_id and rechts.stam_id) and links.stam_id != rechts.stam_id
        )

    # --- by the source's identifiers ---

    def _op_stam(self) -> None:
        links = _uniek((d.stam_id, n) for n, d in enumerate(self._oud.delen) if d.stam_id)
        rechts = _uniek((d.stam_id, n) for n, d in enumerate(self._nieuw.delen) if d.stam_id)
        for stam, i in links.items():
            j = rechts.get(stam)
            if j is not None and self._oud.delen[i].soort is self._nieuw.delen[j].soort:
                self._koppel(i, j, HerkendAan.STAM_ID)

    # --- from the top down ---

    def _van_boven(self, vanaf: Iterable[int] = (0,)) -> None:
        stapel = list(vanaf)
        while stapel:
            j = stapel.pop()
            i = self.naar_oud.get(j)
            if i is not None:
                self._kinderen(self._oud.kinderen[i], self._nieuw.kinderen[j])
            stapel.extend(self._nieuw.kinderen[j])

    def _kinderen(self, links: Sequence[int], rechts: Sequence[int]) -> None:
        self._gelijke(links, rechts, met_nummer=True)
        self._gelijke(links, rechts, met_nummer=False)
        over = [i for i in links if i not in self.naar_nieuw], [j for j in rechts if j not in self.naar_oud]
        if len(over[0]) * len(over[1]) > _PAREN_MAX:
            for gat in self._gaten(links, rechts):
                self._gelijkende(*gat)
            over = [i for i in over[0] if i not in self.naar_nieuw], [j for j in over[1] if j not in self.naar_oud]
        self._gelijkende(*over)

    def _gaten(self, links: Sequence[int], rechts: Sequence[int]) -> Iterator[tuple[list[int], list[int]]]:
        """What is not yet paired on both sides between the same two neighbours that are."""
        per_anker: dict[int, list[int]] = {}
        anker = -1
        for j in rechts:
            if j in self.naar_oud:
                anker = j
            else:
                per_anker.setdefault(anker, []).append(j)
        over: dict[int, list[int]] = {}
        anker = -1
        for i in links:
            if i in self.naar_nieuw:
                anker = self.naar_nieuw[i]
            else:
                over.setdefault(anker, []).append(i)
        for anker, gat in over.items():
            if anker in per_anker:
                yield gat, per_anker[anker]

    def _gelijke(self, links: Sequence[int], rechts: Sequence[int], *, met_nummer: bool) -> None:
        """Pair what has the same words, with the same number or as the only one with these words."""

        def sleutel(versie: Versie, n: int) -> tuple[object, ...]:
            deel = versie.delen[n]
            return deel.soort, deel.nummer if met_nummer else "", *versie.som(n)

        van = _uniek((sleutel(self._oud, i), i) for i in links if i not in self.naar_nieuw)
        naar = _uniek((sleutel(self._nieuw, j), j) for j in rechts if j not in self.naar_oud)
        for wat, i in van.items():
            j = naar.get(wat)
            if j is not None and not self._vreemd(i, j) and (met_nummer or self._oud.omvang(i) > 1):
                self._koppel(i, j, HerkendAan.NUMMER if met_nummer else HerkendAan.INHOUD)

    def _gelijkende(self, links: Sequence[int], rechts: Sequence[int]) -> None:
        """Pair what has like words, the likest first; the same number counts for a little."""
        nummers: dict[tuple[BepalingSoort, str], int] = {}
        for j in rechts:
            nummers.setdefault((self._nieuw.delen[j].soort, self._nieuw.delen[j].nummer), j)
        alles = len(links) * len(rechts) <= _PAREN_MAX
        kandidaten: list[tuple[float, int, int]] = []
        for i in links:
            zelfde = nummers.get((self._oud.delen[i].soort, self._oud.delen[i].nummer))
            for j in rechts if alles else [j for j in (zelfde,) if j is not None]:
                if self._vreemd(i, j):
                    continue
                waarde = self._gelijkenis(i, j)
                if waarde >= (ZELFDE_NUMMER if j == zelfde else ANDER_NUMMER):
                    kandidaten.append((-waarde - (0.15 if j == zelfde else 0.0), i, j))
        for _, i, j in sorted(kandidaten):
            zelfde_nummer = self._oud.delen[i].nummer == self._nieuw.delen[j].nummer
            self._koppel(i, j, HerkendAan.NUMMER if zelfde_nummer else HerkendAan.INHOUD)

    # --- elsewhere in the work ---

    def _elders(self) -> None:
        links = [i for i in range(len(self._oud.delen)) if i not in self.naar_nieuw]
        rechts = [j for j in range(len(self._nieuw.delen)) if j not in self.naar_oud]
        links = [i for i in links if self._oud.omvang(i) >= _ELDERS_WOORDEN]
        rechts = [j for j in rechts if self._nieuw.omvang(j) >= _ELDERS_WOORDEN]
        kandidaten = {
            (-waarde, i, j)
            for i, j in self._delen_woorden(links, rechts)
            if not self._vreemd(i, j) and (waarde := self._gelijkenis(i, j)) >= ELDERS
        }
        nieuw = [j for _, i, j in sorted(kandidaten) if self._koppel(i, j, HerkendAan.INHOUD)]
        self._van_boven(sorted(nieuw, reverse=True))

    def _delen_woorden(self, links: Sequence[int], rechts: Sequence[int]) -> Iterator[tuple[int, int]]:
        """The likeliest pairs, found without comparing all: those that share most of the words that few others have."""
        index: dict[str, list[int]] = defaultdict(list)
        for j in rechts:
            for woord in self._nieuw.zak(j):
                index[woord].append(j)
        for i in links:
            gedeeld: Counter[int] = Counter()
            for woord in self._oud.zak(i):
                if len(treffers := index.get(woord, ())) <= _ZELDZAAM_MAX:
                    gedeeld.update(treffers)
            for j, _ in gedeeld.most_common(_KANDIDATEN_MAX):
                yield i, j

    # --- what is left ---

    def _op_nummer(self) -> None:
        """The same number and parent, unlike words, and nothing else that it can be: rewritten."""
        vrij: dict[object, int] = {}
        for i, deel in enumerate(self._oud.delen):
            if i not in self.naar_nieuw:
                vrij.setdefault(deel.id, i)
        gekoppeld: list[int] = []
        for j, deel in enumerate(self._nieuw.delen):
            i = vrij.get(deel.id, -1)
            past = i >= 0 and deel.nummer and not self._vreemd(i, j) and self._ouders_gekoppeld(i, j)
            if past and self._koppel(i, j, HerkendAan.NUMMER):
                gekoppeld.append(j)
        self._van_boven(sorted(gekoppeld, reverse=True))

    def _ouders_gekoppeld(self, i: int, j: int) -> bool:
        links, rechts = self._oud.delen[i], self._nieuw.delen[j]
        return links.id.artikel == links.id or self.naar_nieuw.get(links.ouder) == rechts.ouder


def _uniek(paren: Iterable[tuple[object, int]]) -> dict[object, int]:
    """Of keys that occur once, where."""
    uit: dict[object, int] = {}
    dubbel: set[object] = set()
    for sleutel, n in paren:
        if sleutel in uit:
            dubbel.add(sleutel)
        uit[sleutel] = n
    return {sleutel: n for sleutel, n in uit.items() if sleutel not in dubbel}
