"""References out of and into provisions, with the words around them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from pyoxigraph import NamedNode

from graph.antwoorden.gegevens import (
    Aangehaald,
    Documentgroep,
    Gevonden,
    Inkomend,
    Inkomende,
    Lijst,
    Niveau,
    Plek,
    Tekstverwijzing,
)
from graph.antwoorden.naslag import Naslag, Werkversie, controleer_deel, knopen, tekst
from graph.antwoorden.structuur import Structuur
from graph.feiten.ding import RG, Ding
from ontologie.identificatie import BepalingId
from ontologie.verwijzing import Status, VerwijzingSoort

#: Characters of the citing text shown before and after the words of a reference.
_OMGEVING = 160
_BEREIK = re.compile(r"/verwijzing/(\d+)-(\d+)(?:-(\d+))?$")
_NIVEAUS = tuple(Niveau)
#: What a reference points at, and the statuses with which it has such an edge (None: any).
_RELATIES = {
    "naar": None,
    "bestaand": {Status.DEELS.value, Status.DOEL_ONTBREEKT.value},
    "kandidaat": {Status.MEERDUIDIG.value, Status.ONBEKENDE_REGELING.value},
}
#: The node below a reference that holds its words (``docs/graafmodel.md``).
_CITAAT = "/plek/citaat"
_PerBepaling = dict[str, list[Tekstverwijzing]]


def plaats_in_bron(verwijzing: str) -> tuple[int, int, int]:
    """The place of a reference in its source file, which its IRI names: the order of reading."""
    m = _BEREIK.search(verwijzing)
    return (int(m[1]), -int(m[2]), int(m[3] or 0)) if m else (0, 0, 0)


class Verwijzingen:
    """Questions about references."""

    def __init__(self, naslag: Naslag, structuur: Structuur) -> None:
        self._naslag = naslag
        self._structuur = structuur

    # --- details of some references ---

    def gevonden(self, verwijzingen: Sequence[str]) -> tuple[Gevonden, ...]:
        """All that is known of some references, in the given order."""
        dingen = self._naslag.dingen(i for v in verwijzingen for i in (v, v + _CITAAT))
        gekend = {v: dingen[v] for v in verwijzingen if v in dingen}
        teksten = self._naslag.dingen(d.tekst("van") for d in gekend.values())
        bepalingen = [d.tekst("is_member_of") for d in teksten.values()]
        plekken = self._plekken(gekend.values(), bepalingen)
        return tuple(
            self._gevonden(d, dingen[v + _CITAAT].tekst("exact"), teksten[d.tekst("van")], plekken)
            for v, d in gekend.items()
        )

    def _plekken(self, verwijzingen: Iterable[Ding], ook: Iterable[str] = ()) -> dict[str, Plek]:
        """The places of the targets of references, and of ``ook``."""
        doelen = (iri for v in verwijzingen for relatie in _RELATIES for iri in _doelen_van(v, relatie))
        return self._naslag.plekken([*ook, *doelen])

    def _gevonden(self, v: Ding, woorden: str, staat_in: Ding, plekken: Mapping[str, Plek]) -> Gevonden:
        voor, na = _omgeving(staat_in.tekst("tekst"), v.getal("inTekstBegin"), v.getal("inTekstEind"))
        if "inOpschriftBegin" in v:
            voor, na = _omgeving(staat_in.tekst("opschrift"), v.getal("inOpschriftBegin"), v.getal("inOpschriftEind"))
        werkversie = self._naslag.werkversies.get(v.tekst("inVersie"))
        begin, min_eind, _ = plaats_in_bron(v.iri)
        return Gevonden(
            iri=v.iri,
            bron=plekken[staat_in.tekst("is_member_of")],
            bron_versie=werkversie.naam if werkversie else "",
            begin=begin,
            eind=-min_eind,
            woorden=woorden,
            voor=voor,
            na=na,
            soort=VerwijzingSoort(v.tekst("soort")),
            status=Status(v.woord("status")),
            methode=v.tekst("methode"),
            reden=v.tekst("reden"),
            doelen=_doelplekken(v, "naar", plekken),
            bestaand=_doelplekken(v, "bestaand", plekken),
            kandidaten=_doelplekken(v, "kandidaat", plekken),
        )

    def in_tekst(
        self, versies: Sequence[str]
    ) -> tuple[dict[str, list[Tekstverwijzing]], dict[str, list[Tekstverwijzing]]]:
        """The references of some provisions at their places in the shown text, and those in the headings."""
        dingen = self._naslag.dingen(v for v, _ in self._naslag.naar("van", versies))
        plekken = self._plekken(dingen.values())
        lopend: _PerBepaling = {}
        koppen: _PerBepaling = {}
        for v in dingen.values():
            for bak, veld in ((lopend, "inTekst"), (koppen, "inOpschrift")):
                if f"{veld}Begin" in v:
                    plek = v.getal(f"{veld}Begin"), v.getal(f"{veld}Eind")
                    bak.setdefault(v.tekst("van"), []).append(_tekstverwijzing(v, plek, plekken))
        return lopend, koppen

    # --- out ---

    def uit(self, werkversie: Werkversie, versie: str, limiet: int, vanaf: int) -> Lijst[Gevonden]:
        """References in a provision and in its sub-provisions, in reading order."""
        controleer_deel(limiet, vanaf)
        if versie == werkversie.iri:
            rijen = self._naslag.vraag("verwijzingen-in-werk", werkversie=NamedNode(versie))
            iris = [tekst(r, "verwijzing") for r in rijen]
        else:
            onder = self._structuur.onderliggend(versie, werkversie.iri)
            iris = [v for v, _ in self._naslag.naar("van", onder)]
        iris.sort(key=plaats_in_bron)
        return Lijst(self.gevonden(iris[vanaf : vanaf + limiet]), len(iris), vanaf, limiet)

    def onopgelost(self, werk: str, statussen: Collection[Status], limiet: int, vanaf: int) -> Lijst[Gevonden]:
        """References with some statuses in the newest version of one work, or of all ("")."""
        controleer_deel(limiet, vanaf)
        nieuwste = self._naslag.nieuwste
        if werk:
            self._naslag.werkversie(werk)
        rangen = {v.iri: n for n, v in enumerate(nieuwste.values()) if werk in ("", v.werk)}
        rijen = self._naslag.vraag("verwijzingen-met-status", statussen=knopen(RG + s.value for s in statussen))
        iris = sorted(
            (rangen[wv], *plaats_in_bron(tekst(r, "verwijzing")), tekst(r, "verwijzing"))
            for r in rijen
            if (wv := tekst(r, "werkversie")) in rangen
        )
        deel = [str(sleutel[-1]) for sleutel in iris[vanaf : vanaf + limiet]]
        return Lijst(self.gevonden(deel), len(iris), vanaf, limiet)

    # --- in ---

    def naar(
        self, id_: BepalingId, niveaus: Collection[Niveau], alle_versies: bool, limiet: int, vanaf: int
    ) -> Inkomende:
        """References to a provision, to what is in it and to what it is in, grouped by citing document.

        A reference that names more of these counts once, at the nearest level.
        """
        controleer_deel(limiet, vanaf)
        per_verwijzing: dict[str, tuple[int, str, str]] = {}
        for niveau, verwijzing, doel, werkversie in self._inkomend(id_, niveaus):
            if not alle_versies and not self._naslag.is_nieuwste(werkversie):
                continue
            rang = _NIVEAUS.index(niveau)
            vorige = per_verwijzing.get(verwijzing)
            if vorige is None or (rang, natuurlijk(doel)) < (vorige[0], natuurlijk(vorige[1])):
                per_verwijzing[verwijzing] = (rang, doel, werkversie)
        totalen = Counter(wv for _, _, wv in per_verwijzing.values())
        nabij = Counter(wv for rang, _, wv in per_verwijzing.values() if _NIVEAUS[rang] in (Niveau.ZELF, Niveau.ONDER))
        rij = sorted(
            per_verwijzing,
            key=lambda v: (
                -nabij[per_verwijzing[v][2]],
                -totalen[per_verwijzing[v][2]],
                per_verwijzing[v][2],
                per_verwijzing[v][0],
                plaats_in_bron(v),
            ),
        )
        deel = rij[vanaf : vanaf + limiet]
        tellingen = Counter(_NIVEAUS[rang] for rang, _, _ in per_verwijzing.values())
        return Inkomende(
            groepen=tuple(self._groepen(deel, per_verwijzing, totalen)),
            totaal=len(rij),
            per_niveau=tuple((n, tellingen[n]) for n in _NIVEAUS if n in niveaus),
            vanaf=vanaf,
            limiet=limiet,
        )

    def _inkomend(self, id_: BepalingId, niveaus: Collection[Niveau]) -> Iterator[tuple[Niveau, str, str, str]]:
        if Niveau.ZELF in niveaus:
            yield from self._naar(Niveau.ZELF, [self._naslag.iri(id_)])
        if Niveau.ONDER in niveaus and not id_.stappen:
            for rij in self._naslag.vraag("verwijzingen-naar-werk", werk=NamedNode(self._naslag.iri(id_))):
                yield Niveau.ONDER, tekst(rij, "verwijzing"), tekst(rij, "doel"), tekst(rij, "werkversie")
        elif Niveau.ONDER in niveaus:
            yield from self._naar(Niveau.ONDER, self._structuur.onder(id_))
        if Niveau.BOVEN in niveaus and id_.stappen:
            yield from self._naar(Niveau.BOVEN, self._structuur.boven(id_))
        if Niveau.WERK in niveaus and id_.stappen:
            yield from self._naar(Niveau.WERK, [self._naslag.iri(BepalingId(id_.werk))])

    def _naar(self, niveau: Niveau, doelen: Iterable[str]) -> Iterator[tuple[Niveau, str, str, str]]:
        for gevonden in self._naslag.feiten.verwijzingen_naar(doelen):
            yield niveau, *gevonden

    def _groepen(
        self, deel: Sequence[str], per_verwijzing: dict[str, tuple[int, str, str]], totalen: Counter[str]
    ) -> Iterator[Documentgroep]:
        gevonden = {g.iri: g for g in self.gevonden(deel)}
        doelen = self._naslag.plekken(per_verwijzing[v][1] for v in deel)
        per_document: dict[str, list[Inkomend]] = {}
        for iri in deel:
            rang, doel, werkversie = per_verwijzing[iri]
            inkomend = Inkomend(gevonden[iri], doelen[doel], _NIVEAUS[rang])
            per_document.setdefault(werkversie, []).append(inkomend)
        for werkversie, items in per_document.items():
            bron = self._naslag.bronnen[werkversie]
            yield Documentgroep(bron.werk, bron.versie.naam, bron.soort, totalen[werkversie], tuple(items))

    def meest_aangehaald(self, limiet: int, vanaf: int) -> Lijst[Aangehaald]:
        """What references in the newest versions name most, the most first."""
        controleer_deel(limiet, vanaf)
        rij = self._aangehaald
        deel = rij[vanaf : vanaf + limiet]
        plekken = self._naslag.plekken(iri for iri, _ in deel)
        items = tuple(Aangehaald(plekken[iri], aantal) for iri, aantal in deel if iri in plekken)
        return Lijst(items, len(rij), vanaf, limiet)

    @cached_property
    def _aangehaald(self) -> tuple[tuple[str, int], ...]:
        """All that is named by references, with the number of times: of a large graph some MB."""
        oudere = [iri for iri in self._naslag.werkversies if not self._naslag.is_nieuwste(iri)]
        return tuple(self._naslag.feiten.aangehaald(oudere))

    def aantal_naar(self, iris: Iterable[str]) -> Counter[str]:
        """How many references in the newest versions name exactly each of some provisions."""
        aantallen: Counter[str] = Counter()
        for doel, werkversie, aantal in self._naslag.feiten.aantal_naar(iris):
            if self._naslag.is_nieuwste(werkversie):
                aantallen[doel] += aantal
        return aantallen


def _doelen_van(v: Ding, relatie: str) -> Sequence[str]:
    """What a reference points at by a relation, as far as that means something with its status."""
    statussen = _RELATIES[relatie]
    return v.alle(relatie) if statussen is None or v.woord("status") in statussen else ()


def _doelplekken(v: Ding, relatie: str, plekken: Mapping[str, Plek]) -> tuple[Plek, ...]:
    doelen = _doelen_van(v, relatie)
    # Sorted, because a store gives the targets of one reference in any order.
    gesorteerd = sorted(doelen, key=natuurlijk) if len(doelen) > 1 else doelen
    return tuple(plekken[iri] for iri in gesorteerd if iri in plekken)


def _tekstverwijzing(v: Ding, plek: tuple[int, int], plekken: Mapping[str, Plek]) -> Tekstverwijzing:
    return Tekstverwijzing(
        begin=plek[0],
        eind=plek[1],
        iri=v.iri,
        soort=VerwijzingSoort(v.tekst("soort")),
        status=Status(v.woord("status")),
        doelen=_doelplekken(v, "naar", plekken),
        reden=v.tekst("reden"),
        kandidaten=_doelplekken(v, "kandidaat", plekken),
    )


def _omgeving(lopend: str, begin: int, eind: int) -> tuple[str, str]:
    """What stands before and after the words, within their paragraph, cut at a space."""
    if not 0 <= begin < eind <= len(lopend):
        return "", ""
    links = max(lopend.rfind("\n", 0, begin) + 1, begin - _OMGEVING)
    rechts = lopend.find("\n", eind)
    rechts = min(len(lopend) if rechts < 0 else rechts, eind + _OMGEVING)
    if links and lopend[links - 1] != "\n":
        links = (lopend.find(" ", links, begin) + 1) or links
    if rechts < len(lopend) and lopend[rechts] != "\n":
        spatie = lopend.rfind(" ", eind, rechts)
        rechts = spatie if spatie > eind else rechts
    return lopend[links:begin], lopend[eind:rechts]


_CIJFERS = re.compile(r"(\d+)")


def natuurlijk(iri: str) -> tuple[tuple[int, int, str], ...]:
    """A key by which lid 2 comes before lid 10."""
    return tuple((0, int(d), "") if d.isdecimal() else (1, 0, d) for d in _CIJFERS.split(iri) if d)
