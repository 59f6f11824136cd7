"""Words of the law that come back in the regulation, where a relation is known already: which lid holds them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import cached_property

from graph.relaties.boek import Bibliotheek, Boek, volle_tekst
from graph.relaties.regelplicht import vind_regelplichten
from graph.relaties.vondst import Vondst
from graph.relaties.woorden import is_leeg, stam, stammen
from ontologie.document import Bepaling, BepalingSoort
from ontologie.identificatie import BepalingId
from ontologie.relatie import Bewijs, Regelvorm, RelatieSoort, Sterkte
from ontologie.tekst import Span, Tekst

#: A run of the law's words that holds this many meaningful ones is no coincidence within a known relation …
_REEKS = 4
#: … or nearly literal, where the law's provision imposes no duty.
_LETTERLIJK = 8
#: Or this part of the meaningful words of a statutory item, and at least so many.
_DEEL = 0.75
_MINSTENS = 4

_WOORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LIDWOORDEN = frozenset(("de", "het", "een", "die", "dat"))
_REDEN = "Deze bepaling gebruikt de woorden van die wettelijke bepaling, waarmee haar artikel een relatie heeft."
_REDEN_KOP = "Het opschrift bestaat uit woorden van die wettelijke bepaling, die binnen dit onderdeel is uitgewerkt."


class Wettekst:
    """Compares leden and headings of one regulation with the statutory provisions that it has relations with."""

    def __init__(self, boek: Boek, bibliotheek: Bibliotheek, vondsten: Sequence[Vondst]) -> None:
        self._boek = boek
        self._bibliotheek = bibliotheek
        self._vondsten = [v for v in vondsten if v.soort is RelatieSoort.INVULLING and v.van.werk == boek.werk]
        self._woorden: dict[BepalingId, tuple[str, ...]] = {}

    @cached_property
    def _plichten(self) -> frozenset[BepalingId]:
        werken = {v.naar.werk for v in self._vondsten}
        boeken = [b for w in sorted(werken) if (b := self._bibliotheek.boek(w)) is not None]
        plichten = (p for b in boeken for p in vind_regelplichten(b))
        return frozenset(p.plicht_in for p in plichten if p.vorm is Regelvorm.VERORDENING)

    # --- leden ----------------------------------------------------------------------------------------------------

    def leden(self) -> Iterator[Vondst]:
        """Leden that use the words of the provision that their article fills in, or of one of its items."""
        for artikel, doelen in self._per_artikel().items():
            knoop = self._boek.knoop(artikel)
            if knoop is None or self._boek.vervallen(artikel):
                continue
            delen = [k for k in knoop.kinderen if k.soort is BepalingSoort.LID] or [knoop]
            wetsdelen = {k.id: k for doel in doelen for k in self._wetsdelen(doel)}
            for deel in delen:
                yield from self._deel(deel, list(wetsdelen.values()))

    def _per_artikel(self) -> dict[BepalingId, list[BepalingId]]:
        per: dict[BepalingId, list[BepalingId]] = {}
        for v in self._vondsten:
            begrip = len(v.van.stappen) > 1 and v.bewijs.regel in ("definitie", "in-samenhang-met")
            if v.van.artikel is not None and not begrip and v.bewijs.regel != "toepassing":
                per.setdefault(v.van.artikel, []).append(v.naar)
        return per

    def _wetsdelen(self, doel: BepalingId) -> Iterator[Bepaling]:
        knoop = self._bibliotheek.knoop(doel)
        if knoop is not None and doel.artikel is not None:
            yield from knoop.loop()

    def _deel(self, deel: Bepaling, wetsdelen: Sequence[Bepaling]) -> Iterator[Vondst]:
        gezegd = {v.naar for v in self._vondsten if v.van == deel.id and v.sterkte is Sterkte.EXPLICIET}
        raak = [w for w in wetsdelen if w.id not in gezegd and self._lijkt(deel, w)]
        dieper = {o for w in raak for o in w.id.voorouders()}
        for wet in raak:
            if wet.id in dieper or (span := _plaats(deel)) is None:
                continue
            yield Vondst(deel.id, wet.id, Sterkte.AFGELEID, Bewijs(deel.id, span, "woorden-van-de-wet"), _REDEN)

    def _lijkt(self, deel: Bepaling, wet: Bepaling) -> bool:
        eigen, hoger = self._reeks(deel), self._reeks(wet)
        m = SequenceMatcher(None, eigen, hoger, autojunk=False).find_longest_match()
        inhoudelijk = sum(not is_leeg(w) for w in eigen[m.a : m.a + m.size])
        if wet.id not in self._plichten:
            return inhoudelijk >= _LETTERLIJK
        zoek = {w for w in hoger if not is_leeg(w)}
        samen = zoek & set(eigen)
        return (
            inhoudelijk >= _REEKS
            or (len(samen) >= _MINSTENS and len(samen) / len(zoek) >= _DEEL)
            or samen == zoek != set()
        )

    def _reeks(self, bepaling: Bepaling) -> tuple[str, ...]:
        """The stems of all words but articles, in order; bounded, as comparing takes the product of two lengths."""
        if bepaling.id not in self._woorden:
            woorden = _WOORD.findall(volle_tekst(bepaling)[:8000])
            self._woorden[bepaling.id] = tuple(stam(w) for w in woorden if w.lower() not in _LIDWOORDEN)
        return self._woorden[bepaling.id]

    # --- structure units --------------------------------------------------------------------------------------------

    def opschriften(self) -> Iterator[Vondst]:
        """Units whose whole heading is words of a statutory provision that an article in them explicitly fills in."""
        for v in self._vondsten:
            wet = self._bibliotheek.knoop(v.naar)
            if v.sterkte is not Sterkte.EXPLICIET or wet is None or v.naar.artikel is None or v.naar == v.naar.artikel:
                continue
            woorden = set(stammen(volle_tekst(wet)))
            for eenheid in self._boek.keten(v.van):
                kop = set(stammen(eenheid.kop))
                if eenheid in self._boek.eenheden and len(kop) > 1 and kop <= woorden and eenheid.opschrift is not None:
                    bewijs = Bewijs(eenheid.id, eenheid.opschrift.span, "opschrift-uit-de-wet")
                    yield Vondst(eenheid.id, v.naar, Sterkte.AFGELEID, bewijs, _REDEN_KOP)


def _plaats(bepaling: Bepaling) -> Span | None:
    """Where the own words of a provision stand, or else those of its first part."""
    for knoop in bepaling.loop():
        for tekst in knoop.inhoud:
            if isinstance(tekst, Tekst) and tekst.inhoud:
                return tekst.span
    return None
