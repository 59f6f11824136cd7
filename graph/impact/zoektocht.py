"""From changed provisions to everything that depends on them: breadth first, bounded, with every shortest path.

What is found is defined apart from where the dependencies come from:

- A step leads from a touched provision to one that depends on it (``zelf``), on a part of it (``onder``), on a range
  around it (``reeks``) or on something wider (``boven``, and for relations ``werk``). What changes is changed with all
  its parts, so there ``onder`` and the units around it count; further on only within the article. At most one step of a
  path goes by something wider: two of them hardly say anything.
- What changes itself is never in the answer, nor are its parts; dependencies among them are counted. So the start is
  not reached again on a cycle. A provision is gone on from once for each way in which it is touched: surely or perhaps,
  narrowly or broadly.
- A provision has for each grade the steps by which it is reached in the fewest steps, and its weight is that of the
  heaviest path of that length.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice

from graph.impact.kant import Aard, Bereik, Graad, Kant, Kantenbron, graad_van
from graph.impact.regels import gewichten
from graph.impact.uitslag import RANG, Begin, Grenzen, Sprong, Staat, Uitslag
from ontologie.identificatie import BepalingId, StapSoort

#: How dependencies are followed.
_AARDEN = (Aard.BERUST_OP, Aard.VULT_IN, Aard.GEMAAKT_UIT, Aard.VERWIJST, Aard.LICHT_TOE)
#: And those on a whole work: references to it are left to a count, as they say little of one provision.
_RELATIES = (Aard.BERUST_OP, Aard.VULT_IN, Aard.GEMAAKT_UIT)

#: From a touched provision: what stands towards it, how, and how many levels away.
_Plaats = tuple[Staat, Bereik, int]


class Zoektocht:
    """One search over one source of dependencies."""

    def __init__(
        self,
        bron: Kantenbron,
        lees: Callable[[str], BepalingId | None],
        schrijf: Callable[[BepalingId], str],
        bindend: Callable[[str], bool],
        grenzen: Grenzen,
    ) -> None:
        """``lees`` and ``schrijf`` turn IRIs into identities and back; ``bindend`` tells it of a version of a work."""
        self._bron, self._lees, self._schrijf, self._bindend = bron, lees, schrijf, bindend
        self._grenzen = grenzen
        self._g = gewichten()
        self._eind = 0.0
        self._gelezen = 0

    def zoek(self, begin: Iterable[Begin]) -> Uitslag:
        """Everything that depends on what changes."""
        self._eind = time.monotonic() + self._grenzen.seconden
        self._gelezen = 0
        beginnen = {b.iri: b for b in begin}
        uitslag = Uitslag(beginnen)
        omgeving = self._omgeving(beginnen.values())
        rand: list[Staat] = []
        for b in beginnen.values():
            staat = Staat(b.iri)
            uitslag.diepte[staat] = 0
            uitslag.gewicht[staat] = self._g.gevolg[b.gevolg]
            rand.append(staat)
        for stap in range(1, self._grenzen.stappen + 1):
            plaatsen = self._rond_begin(beginnen.values(), omgeving) if stap == 1 else self._rond(rand)
            sprongen = list(self._sprongen(uitslag, plaatsen, omgeving, eerste=stap == 1))
            rand = self._neem_op(uitslag, sprongen, stap)
            if uitslag.afgekapt or not rand:
                break
        return uitslag

    # --- what stands around what is touched ---

    def _omgeving(self, beginnen: Collection[Begin]) -> _Omgeving:
        """The units in and around what changes."""
        per_eenheid: dict[str, list[Begin]] = {}
        for b in beginnen:
            id_ = self._lees(b.iri)
            eenheid = id_.artikel if id_ is not None and id_.artikel is not None else id_
            if eenheid is not None and eenheid.stappen:
                per_eenheid.setdefault(self._schrijf(eenheid), []).append(b)
        omgeving = _Omgeving({b.iri for b in beginnen}, {b.iri for b in beginnen if b.met_delen})
        for iri, ander, is_onder in self._bron.opbouw(per_eenheid):
            for b in per_eenheid[iri]:
                if not is_onder:
                    omgeving.rond.setdefault(b.iri, set()).add(ander)
                elif b.met_delen:
                    omgeving.delen.setdefault(b.iri, set()).add(ander)
                    omgeving.binnen.add(ander)
        return omgeving

    def _rond_begin(self, beginnen: Iterable[Begin], omgeving: _Omgeving) -> dict[str, list[_Plaats]]:
        plaatsen: dict[str, list[_Plaats]] = {}
        delen: dict[str, list[Begin]] = {}
        for b in beginnen:
            staat = Staat(b.iri)
            plaatsen.setdefault(b.iri, []).append((staat, Bereik.ZELF, 0))
            if b.met_delen:
                for deel in (b.iri, *omgeving.delen.get(b.iri, ())):
                    delen.setdefault(deel, []).append(b)
                    if deel != b.iri:
                        plaatsen.setdefault(deel, []).append((staat, Bereik.ONDER, 0))
            niveau = self._boven(plaatsen, staat, alles=True)
            for eenheid in sorted(omgeving.rond.get(b.iri, ())):
                plaatsen.setdefault(eenheid, []).append((staat, Bereik.BOVEN, niveau + 1))
        for geheel, deel in self._bron.onder(delen):
            for b in delen[geheel]:
                plaatsen.setdefault(deel, []).append((Staat(b.iri), Bereik.ONDER, 0))
        return plaatsen

    def _rond(self, rand: Iterable[Staat]) -> dict[str, list[_Plaats]]:
        plaatsen: dict[str, list[_Plaats]] = {}
        delen: dict[str, list[Staat]] = {}
        for staat in rand:
            id_ = self._lees(staat.iri)
            # Of a work that rests on something touched, its mentions are not followed, as with what changes.
            is_werk = id_ is not None and not id_.stappen
            plaatsen.setdefault(staat.iri, []).append((staat, Bereik.WERK if is_werk else Bereik.ZELF, 0))
            if id_ is not None and id_.artikel is not None:
                delen.setdefault(staat.iri, []).append(staat)
                if staat.smal:
                    self._boven(plaatsen, staat, alles=False)
        for geheel, deel in self._bron.onder(delen):
            for staat in delen[geheel]:
                plaatsen.setdefault(deel, []).append((staat, Bereik.ONDER, 0))
        return plaatsen

    def _boven(self, plaatsen: dict[str, list[_Plaats]], staat: Staat, *, alles: bool) -> int:
        """Add what a provision is part of by identity: up to its article, or to the work. Returns how many levels."""
        id_ = self._lees(staat.iri)
        niveau = 0
        for hoger in id_.voorouders() if id_ is not None else ():
            if hoger.stappen and (alles or hoger.artikel is not None):
                niveau += 1
                plaatsen.setdefault(self._schrijf(hoger), []).append((staat, Bereik.BOVEN, niveau))
            elif alles and not hoger.stappen:
                plaatsen.setdefault(self._schrijf(hoger), []).append((staat, Bereik.WERK, niveau))
        return niveau

    # --- steps ---

    def _sprongen(
        self, uitslag: Uitslag, plaatsen: dict[str, list[_Plaats]], omgeving: _Omgeving, *, eerste: bool
    ) -> Iterator[Sprong]:
        per_kant: dict[Kant, list[_Plaats]] = {}
        for kant in self._kanten(uitslag, plaatsen):
            if omgeving.bevat(self._lees(kant.van), kant.van, self._schrijf):
                uitslag.intern += eerste and kant.aard is not Aard.UITGESLOTEN
                continue
            per_kant[kant] = plaatsen[kant.naar]
        if eerste:
            self._voeg_reeksen_toe(per_kant, uitslag)
        weg = self._geweerd(per_kant)
        grondslagen = {(k.werkversie, k.naar) for k in per_kant if k.aard is Aard.BERUST_OP}
        for kant, plekken in per_kant.items():
            if kant.aard is Aard.UITGESLOTEN or self._is_aanhef_van(kant, grondslagen):
                continue
            graad = graad_van(kant, self._lees(kant.van), self._bindend(kant.werkversie))
            for uit, bereik, niveau in self._naaste(kant, plekken, weg):
                gewicht = uitslag.gewicht[uit] * self._factor(kant, bereik, niveau)
                yield Sprong(uit, kant, bereik, graad, gewicht)

    def _kanten(self, uitslag: Uitslag, plaatsen: dict[str, list[_Plaats]]) -> Iterator[Kant]:
        """The dependencies on some places, within bounds."""
        werk = {iri for iri, rij in plaatsen.items() if all(b is Bereik.WERK for _, b, _ in rij)}
        for doelen, aarden in ((plaatsen.keys() - werk, (*_AARDEN, Aard.UITGESLOTEN)), (werk, _RELATIES)):
            bron = iter(self._bron.kanten(doelen, aarden)) if doelen else iter(())
            while portie := list(islice(bron, 1000)):
                self._gelezen += len(portie)
                yield from portie
                if self._gelezen >= self._grenzen.kanten:
                    uitslag.afgekapt = (
                        f"Afgekapt: meer dan {self._grenzen.kanten} afhankelijkheden; wat daarna komt is niet bekeken."
                    )
                    return
                if time.monotonic() > self._eind:
                    uitslag.afgekapt = (
                        f"Afgekapt na {self._grenzen.seconden:g} seconden; wat dan nog niet bekeken is ontbreekt."
                    )
                    return

    def _voeg_reeksen_toe(self, per_kant: dict[Kant, list[_Plaats]], uitslag: Uitslag) -> None:
        """References to a range around a new provision, which name only its neighbours."""
        for b in uitslag.begin.values():
            if not b.reeksen:
                continue
            id_ = self._lees(b.iri)
            ouder = id_.ouder if id_ is not None else None
            if ouder is None:
                continue
            buren = [iri for _, iri in self._bron.onder([self._schrijf(ouder)])]
            for kant in self._bron.kanten(buren, (Aard.VERWIJST,)):
                if kant.ding in b.reeksen:
                    per_kant.setdefault(kant, []).append((Staat(b.iri), Bereik.REEKS, 0))

    def _geweerd(self, per_kant: Mapping[Kant, list[_Plaats]]) -> set[tuple[str, str, str]]:
        """Relations with a whole that do not reach a part, as (van, naar, part).

        The texts deny it of the part, or what fills in the whole says explicitly which other part of it is meant.
        """
        ontkend = {(k.van, uit.iri) for k, rij in per_kant.items() if k.aard is Aard.UITGESLOTEN for uit, b, _ in rij
                   if b is Bereik.ZELF}  # fmt: skip
        breed = [
            (k, uit.iri) for k, rij in per_kant.items() if k.aard is Aard.VULT_IN for uit, b, _ in rij
            if b in (Bereik.BOVEN, Bereik.WERK)
        ]  # fmt: skip
        gezegd: dict[str, list[BepalingId]] = {}
        for van, naar in self._bron.vult_in({k.van for k, _ in breed}) if breed else ():
            if (doel := self._lees(naar)) is not None:
                gezegd.setdefault(van, []).append(doel)
        weg = set()
        for kant, geraakt in breed:
            deel, geheel = self._lees(geraakt), self._lees(kant.naar)
            if deel is None or geheel is None:
                continue
            anderen = [d for d in gezegd.get(kant.van, ()) if geheel in d.voorouders()]
            raak = any(d == deel or d in deel.voorouders() or deel in d.voorouders() for d in anderen)
            if (kant.van, geraakt) in ontkend or (anderen and not raak):
                weg.add((kant.van, kant.naar, geraakt))
        return weg

    def _is_aanhef_van(self, kant: Kant, grondslagen: Collection[tuple[str, str]]) -> bool:
        """Whether a reference is that of «gelet op», which the relation of the whole regulation says already."""
        if kant.aard is not Aard.VERWIJST or (kant.werkversie, kant.naar) not in grondslagen:
            return False
        id_ = self._lees(kant.van)
        return id_ is not None and any(s.soort is StapSoort.AANHEF for s in id_.stappen)

    def _naaste(
        self, kant: Kant, plekken: Iterable[_Plaats], weg: Collection[tuple[str, str, str]]
    ) -> Iterator[_Plaats]:
        """From where a dependency is followed: of the places that it stands towards, the nearest, and each once."""
        beste: dict[Staat, _Plaats] = {}
        goed = [p for p in plekken if p[0].iri != kant.van and (kant.van, kant.naar, p[0].iri) not in weg]
        for zeker in (True, False):
            for smal in (True, False):
                rij = [p for p in goed if p[0].zeker is zeker and p[0].smal is smal]
                laagste = min(((RANG[b], n) for _, b, n in rij), default=None)
                for p in rij:
                    if (RANG[p[1]], p[2]) == laagste:
                        beste.setdefault(p[0], p)
        yield from beste.values()

    def _factor(self, kant: Kant, bereik: Bereik, niveau: int) -> float:
        factor = self._g.bereik[bereik] * self._g.niveau ** max(0, niveau - 1)
        van, naar = self._lees(kant.van), self._lees(kant.naar)
        if bereik is Bereik.BOVEN and van is not None and naar is not None and naar in van.voorouders():
            factor *= self._g.eigen
        return factor if kant.zeker else factor * self._g.mogelijk

    # --- what was found ---

    def _neem_op(self, uitslag: Uitslag, sprongen: Iterable[Sprong], stap: int) -> list[Staat]:
        """Keep the steps that reach something first, and return what to go on from."""
        nieuw: dict[Staat, float] = {}
        for s in sprongen:
            staat = s.naar
            if self._is_er(uitslag, staat, stap, s.graad):
                continue
            diepte, rij = uitslag.sprongen.setdefault(staat, {}).setdefault(s.graad, (stap, []))
            if diepte == stap:
                rij.append(s)
            if staat not in uitslag.diepte or uitslag.diepte[staat] == stap:
                uitslag.diepte[staat] = stap
                door = s.gewicht * self._g.doorwerking[s.kant.aard]
                nieuw[staat] = max(nieuw.get(staat, 0.0), door)
        uitslag.gewicht |= nieuw
        # What is surely and narrowly touched is gone on from as such, and not once more as perhaps or broadly touched.
        rand = sorted(s for s in nieuw if not any(beter in uitslag.diepte for beter in s.even_goed()[:-1]))
        if len(uitslag.diepte) > self._grenzen.geraakt and not uitslag.afgekapt:
            uitslag.afgekapt = (
                f"Afgekapt: in stap {stap} zijn meer dan {self._grenzen.geraakt} bepalingen geraakt; "
                "verder is niet gezocht."
            )
        return rand

    @staticmethod
    def _is_er(uitslag: Uitslag, staat: Staat, stap: int, graad: Graad) -> bool:
        """Whether it is known already in fewer steps, as surely and narrowly."""
        for bekend in staat.even_goed():
            gevonden = uitslag.sprongen.get(bekend, {}).get(graad)
            if gevonden is not None and gevonden[0] < stap:
                return True
        return False


@dataclass(slots=True)
class _Omgeving:
    """The units around and in what changes, by its IRI. ``binnen`` changes with all its parts, ``precies`` changes."""

    precies: set[str]
    binnen: set[str]
    rond: dict[str, set[str]] = field(default_factory=dict)
    delen: dict[str, set[str]] = field(default_factory=dict)

    def bevat(self, id_: BepalingId | None, iri: str, schrijf: Callable[[BepalingId], str]) -> bool:
        """Whether a provision is or lies in what changes."""
        if iri in self.precies or iri in self.binnen:
            return True
        return id_ is not None and any(schrijf(o) in self.binnen for o in id_.voorouders())
