"""Put an own ordinance beside a model: pairs of provisions, and of each what became of the model's words."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Container, Iterator, Sequence

from graph.vergelijk.eenheden import koppel_omvattende
from graph.vergelijk.koppelen import Koppeling
from graph.vergelijk.omvattend import met_omvattende
from graph.vergelijk.paar import Paarmaker
from graph.vergelijk.schrijfwijze import met_schrijfwijze
from graph.vergelijk.stuk import Stuk, omvang, stukken_van
from graph.vergelijk.vernummerd import met_nieuwe_nummers
from ontologie.document import Document
from ontologie.fouten import InvoerFout
from ontologie.vergelijking import Paar, Vergelijking

#: Below this part of its words taken over an own text was probably made from something else.
VREEMD = 0.15
#: Most provisions on one side.
STUKKEN_MAX = 20_000


def vergelijk(eigen: Document, model: Document) -> Vergelijking:
    """How an own ordinance differs from a model, provision by provision.

    Raises:
        InvoerFout: one of them holds no rules, or more provisions than can be compared.
    """
    rechts, links = _stukken(eigen, "De eigen tekst"), _stukken(model, "Het model")
    paren = met_omvattende(list(_Vergelijking(links, rechts).paren()))
    return Vergelijking(
        eigen.werk,
        eigen.citeertitel or eigen.titel,
        model.werk,
        model.versie,
        model.titel,
        tuple(met_schrijfwijze(list(met_nieuwe_nummers(paren)))),
        tuple(_meldingen(eigen, model, paren)),
    )


def _stukken(document: Document, wie: str) -> list[Stuk]:
    stukken = stukken_van(document)
    if not document.met_tekst:
        raise InvoerFout(f"{wie} is zonder lopende tekst geladen en kan niet worden vergeleken.")
    if not any(s.tekst for s in stukken[1:]):
        raise InvoerFout(
            f"{wie} bevat geen artikelen of andere bepalingen die te vergelijken zijn.",
            advies="Controleer of het bestand de tekst van een verordening bevat, met artikelen onder een eigen kop.",
        )
    if len(stukken) > STUKKEN_MAX:
        raise InvoerFout(f"{wie} heeft meer dan {STUKKEN_MAX} bepalingen; dat is te veel om te vergelijken.")
    return stukken


def _meldingen(eigen: Document, model: Document, paren: Sequence[Paar]) -> Iterator[str]:
    overgenomen = sum(len(p.eigen_tekst) for p in paren if p.overgenomen)
    if overgenomen < VREEMD * sum(len(p.eigen_tekst) for p in paren):
        yield "Van de eigen tekst is vrijwel niets uit dit model overgenomen; is dit het model waarvan zij is gemaakt?"
    buiten = [w for w, d in (("eigen tekst", eigen), ("het model", model)) if _heeft_toelichting(d)]
    if buiten:
        yield f"De toelichting ({' en '.join(buiten)}) is niet vergeleken; alleen de bepalingen zelf."
    for melding in eigen.meldingen[:20]:
        yield f"Bij het lezen van de eigen tekst, {melding.plaats}: {melding.bericht}"


def _heeft_toelichting(document: Document) -> bool:
    return any(b.soort.value == "toelichting" for b in document.wortel.kinderen)


class _Vergelijking:
    def __init__(self, model: list[Stuk], eigen: list[Stuk]) -> None:
        self._model, self._eigen = model, eigen
        bladen = set(Koppeling(model, eigen).paren())
        self._groepen = _groepen(bladen | koppel_omvattende(model, eigen, bladen))
        self._van_model = {i: g for g, (links, _) in enumerate(self._groepen) for i in links}
        self._van_eigen = {j: g for g, (_, rechts) in enumerate(self._groepen) for j in rechts}
        self._m_omvang, self._e_omvang = omvang(model), omvang(eigen)
        self._m_telling = _telling(len(model), self._van_model)
        self._e_telling = _telling(len(eigen), self._van_eigen)
        self._op_volgorde = self._in_volgorde()
        self._maker = Paarmaker(model, eigen)

    def paren(self) -> Iterator[Paar]:
        """In reading order of the own text; what is gone comes after what stood before it in the model."""
        weg = self._weg()
        yield from weg.pop(-1, ())
        klaar: set[int] = set()
        for j in range(1, len(self._eigen)):
            g = self._van_eigen.get(j)
            if g is None:
                if _is_top(j, self._eigen, self._e_omvang, self._e_telling):
                    yield self._maker.erbij(j, _omvat(j, self._e_omvang, self._e_telling))
            elif g not in klaar:
                klaar.add(g)
                links, rechts = self._groepen[g]
                yield self._maker.paar(links, rechts, op_plek=self._op_plek(g))
                for i in links:
                    yield from weg.pop(i, ())

    # --- on one side only ---

    def _weg(self) -> dict[int, list[Paar]]:
        """What the own text has not, by the provision of the model with a partner that comes before it (-1: none)."""
        uit: dict[int, list[Paar]] = defaultdict(list)
        anker = -1
        for i in range(1, len(self._model)):
            if i in self._van_model:
                anker = i
            elif _is_top(i, self._model, self._m_omvang, self._m_telling):
                uit[anker].append(self._maker.weg(i, _omvat(i, self._m_omvang, self._m_telling)))
        return uit

    # --- place ---

    def _op_plek(self, g: int) -> bool:
        """Whether it stands where its neighbours are: in the article that its article became, and in their order."""
        samen = self._eenheden(g)
        return samen is not None and (min(self._groepen[g][0]), min(self._groepen[g][1])) in self._op_volgorde

    def _eenheden(self, g: int) -> int | None:
        """The pair of articles that a pair lies in (-1 for articles themselves); None where these are no pair."""
        links, rechts = self._groepen[g]
        van, naar = self._model[links[0]].eenheid, self._eigen[rechts[0]].eenheid
        if van in (-1, links[0]) or naar in (-1, rechts[0]):
            return -1
        groep = self._van_model.get(van)
        return groep if groep is not None and groep == self._van_eigen.get(naar) else None

    def _in_volgorde(self) -> set[tuple[int, int]]:
        """Pairs that keep their order among those in the same pair of articles."""
        reeksen: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for g, (links, rechts) in enumerate(self._groepen):
            if (samen := self._eenheden(g)) is not None:
                reeksen[samen].append((min(links), min(rechts)))
        return {paar for reeks in reeksen.values() for paar in _oplopend(reeks)}


def _telling(aantal: int, gekoppeld: Container[int]) -> list[int]:
    """Of each place how many before it have a partner, and of the end how many in all."""
    uit = [0]
    for n in range(aantal):
        uit.append(uit[-1] + (n in gekoppeld))
    return uit


def _is_top(n: int, stukken: Sequence[Stuk], omvat: list[int], telling: list[int]) -> bool:
    """Whether it is listed for itself: unless what it lies in has no partner either, nor anything in that."""
    ouder = stukken[n].ouder
    if not stukken[n].tekst and _met_partner(n + 1, n + 1 + omvat[n], telling):
        return False  # only a heading over what has partners
    return ouder <= 0 or _met_partner(ouder, ouder + 1 + omvat[ouder], telling)


def _omvat(n: int, omvat: list[int], telling: list[int]) -> int:
    """How much below it shares its lot: all or nothing."""
    return 0 if _met_partner(n + 1, n + 1 + omvat[n], telling) else omvat[n]


def _met_partner(van: int, tot: int, telling: list[int]) -> bool:
    return telling[tot] > telling[van]


def _groepen(paren: set[tuple[int, int]]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """The provisions that hang together by pairs, each side in order."""
    ouder: dict[tuple[str, int], tuple[str, int]] = {}

    def top(n: tuple[str, int]) -> tuple[str, int]:
        while ouder.setdefault(n, n) != n:
            n = ouder[n]
        return n

    for i, j in sorted(paren):
        ouder[top(("e", j))] = top(("m", i))
    leden: dict[tuple[str, int], tuple[set[int], set[int]]] = defaultdict(lambda: (set(), set()))
    for i, j in paren:
        groep = leden[top(("m", i))]
        groep[0].add(i)
        groep[1].add(j)
    return [(tuple(sorted(a)), tuple(sorted(b))) for a, b in leden.values()]


def _oplopend(paren: Sequence[tuple[int, int]]) -> set[tuple[int, int]]:
    """The pairs that keep their order, as many as can (patience sorting); the others were moved."""
    rij = sorted(paren)
    staart: list[int] = []
    nummers: list[int] = []
    vorige: list[int] = []
    for n, (_, j) in enumerate(rij):
        plek = bisect_left(staart, j)
        vorige.append(nummers[plek - 1] if plek else -1)
        staart[plek : plek + 1] = [j]
        nummers[plek : plek + 1] = [n]
    uit: set[tuple[int, int]] = set()
    n = nummers[-1] if nummers else -1
    while n >= 0:
        uit.add(rij[n])
        n = vorige[n]
    return uit
