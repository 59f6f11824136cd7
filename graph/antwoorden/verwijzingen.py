"""References out of and into provisions, with the words around them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from pyoxigraph import NamedNode

from graph.antwoorden.gegevens import (
    Documentgroep,
    Gevonden,
    Inkomend,
    Inkomende,
    Lijst,
    Niveau,
    Plek,
    Tekstverwijzing,
)
from graph.antwoorden.naslag import RG, Naslag, Werkversie, controleer_deel, getal, knopen, porties, tekst, woord
from graph.antwoorden.structuur import Structuur
from graph.opslag import Rij
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
_PerRelatie = dict[tuple[str, str], list[Plek]]
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
        rijen = {
            tekst(r, "verwijzing"): r for r in self._naslag.vraag_porties("verwijzingen", "verwijzingen", verwijzingen)
        }
        per_relatie, plekken = self._doelen(rijen, [tekst(r, "bepaling") for r in rijen.values()])
        teksten = self._teksten(rijen.values())
        return tuple(
            self._gevonden(iri, rijen[iri], plekken, per_relatie, teksten) for iri in verwijzingen if iri in rijen
        )

    def _doelen(self, rijen: Mapping[str, Rij], ook: Iterable[str] = ()) -> tuple[_PerRelatie, dict[str, Plek]]:
        """The targets of references by reference and relation, and the places of these and of ``ook``."""
        gevonden: list[tuple[str, str, str]] = []
        for relatie, statussen in _RELATIES.items():
            vragen = [v for v, r in rijen.items() if statussen is None or woord(r, "status") in statussen]
            for portie in porties(knopen(vragen)):
                antwoord = self._naslag.vraag("verwijzingsdoelen", verwijzingen=portie, relatie=NamedNode(RG + relatie))
                gevonden += ((tekst(r, "verwijzing"), relatie, tekst(r, "doel")) for r in antwoord)
        plekken = self._naslag.plekken([*ook, *(doel for _, _, doel in gevonden)])
        # Sorted, because a store gives the targets of one reference in any order.
        gevonden.sort(key=lambda g: natuurlijk(g[2]))
        per_relatie: _PerRelatie = {}
        for verwijzing, relatie, doel in gevonden:
            if doel in plekken:
                per_relatie.setdefault((verwijzing, relatie), []).append(plekken[doel])
        return per_relatie, plekken

    def _teksten(self, rijen: Iterable[Rij]) -> dict[str, tuple[str, str]]:
        versies = dict.fromkeys(tekst(r, "van") for r in rijen)
        gevonden = self._naslag.vraag_porties("teksten", "versies", versies)
        return {tekst(r, "versie"): (tekst(r, "tekst"), tekst(r, "opschrift")) for r in gevonden}

    def _gevonden(
        self,
        iri: str,
        rij: Rij,
        plekken: dict[str, Plek],
        per_relatie: _PerRelatie,
        teksten: dict[str, tuple[str, str]],
    ) -> Gevonden:
        lopend, kop = teksten.get(tekst(rij, "van"), ("", ""))
        voor, na = _omgeving(lopend, getal(rij, "tekstBegin"), getal(rij, "tekstEind"))
        if "kopBegin" in rij:
            voor, na = _omgeving(kop, getal(rij, "kopBegin"), getal(rij, "kopEind"))
        werkversie = self._naslag.werkversies.get(tekst(rij, "werkversie"))
        return Gevonden(
            iri=iri,
            bron=plekken[tekst(rij, "bepaling")],
            bron_versie=werkversie.naam if werkversie else "",
            begin=getal(rij, "begin"),
            eind=getal(rij, "eind"),
            woorden=tekst(rij, "woorden"),
            voor=voor,
            na=na,
            soort=VerwijzingSoort(tekst(rij, "soort")),
            status=Status(woord(rij, "status")),
            methode=tekst(rij, "methode"),
            reden=tekst(rij, "reden"),
            doelen=tuple(per_relatie.get((iri, "naar"), ())),
            bestaand=tuple(per_relatie.get((iri, "bestaand"), ())),
            kandidaten=tuple(per_relatie.get((iri, "kandidaat"), ())),
        )

    def in_tekst(
        self, versies: Sequence[str]
    ) -> tuple[dict[str, list[Tekstverwijzing]], dict[str, list[Tekstverwijzing]]]:
        """The references of some provisions at their places in the shown text, and those in the headings."""
        antwoord = self._naslag.vraag_porties("verwijzingen-in-tekst", "versies", versies)
        rijen = {tekst(r, "verwijzing"): r for r in antwoord}
        per_relatie, _ = self._doelen(rijen)
        lopend: _PerBepaling = {}
        koppen: _PerBepaling = {}
        for iri, rij in rijen.items():
            for bak, veld in ((lopend, "tekst"), (koppen, "kop")):
                if f"{veld}Begin" in rij:
                    plek = getal(rij, f"{veld}Begin"), getal(rij, f"{veld}Eind")
                    bak.setdefault(tekst(rij, "van"), []).append(_tekstverwijzing(iri, rij, plek, per_relatie))
        return lopend, koppen

    # --- out ---

    def uit(self, werkversie: Werkversie, versie: str, limiet: int, vanaf: int) -> Lijst[Gevonden]:
        """References in a provision and in its sub-provisions, in reading order."""
        controleer_deel(limiet, vanaf)
        if versie == werkversie.iri:
            rijen = self._naslag.vraag("verwijzingen-in-werk", werkversie=NamedNode(versie))
        else:
            onder = self._structuur.onderliggend(versie, werkversie.iri)
            rijen = self._naslag.vraag_porties("verwijzingen-van", "versies", onder)
        iris = sorted((tekst(r, "verwijzing") for r in rijen), key=plaats_in_bron)
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
            rijen = self._naslag.vraag("verwijzingen-naar-werk", werk=NamedNode(self._naslag.iri(id_)))
            yield from self._rijen(Niveau.ONDER, rijen)
        elif Niveau.ONDER in niveaus:
            yield from self._naar(Niveau.ONDER, self._structuur.onder(id_))
        if Niveau.BOVEN in niveaus and id_.stappen:
            yield from self._naar(Niveau.BOVEN, self._structuur.boven(id_))
        if Niveau.WERK in niveaus and id_.stappen:
            yield from self._naar(Niveau.WERK, [self._naslag.iri(BepalingId(id_.werk))])

    def _naar(self, niveau: Niveau, doelen: Iterable[str]) -> Iterator[tuple[Niveau, str, str, str]]:
        return self._rijen(niveau, self._naslag.vraag_porties("verwijzingen-naar", "doelen", doelen))

    @staticmethod
    def _rijen(niveau: Niveau, rijen: Iterable[Rij]) -> Iterator[tuple[Niveau, str, str, str]]:
        for rij in rijen:
            yield niveau, tekst(rij, "verwijzing"), tekst(rij, "doel"), tekst(rij, "werkversie")

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

    def aantal_naar(self, iris: Iterable[str]) -> Counter[str]:
        """How many references in the newest versions name exactly each of some provisions."""
        aantallen: Counter[str] = Counter()
        for rij in self._naslag.vraag_porties("aantal-verwijzingen-naar", "doelen", iris):
            if self._naslag.is_nieuwste(tekst(rij, "werkversie")):
                aantallen[tekst(rij, "doel")] += getal(rij, "aantal")
        return aantallen


def _tekstverwijzing(iri: str, rij: Rij, plek: tuple[int, int], per_relatie: _PerRelatie) -> Tekstverwijzing:
    return Tekstverwijzing(
        begin=plek[0],
        eind=plek[1],
        iri=iri,
        soort=VerwijzingSoort(tekst(rij, "soort")),
        status=Status(woord(rij, "status")),
        doelen=tuple(per_relatie.get((iri, "naar"), ())),
        reden=tekst(rij, "reden"),
        kandidaten=tuple(per_relatie.get((iri, "kandidaat"), ())),
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
