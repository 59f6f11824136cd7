"""Build from what was built before: find what changed, do only that again, replace only its graphs and rows.

docs/adr/0008-bijwerken.md tells how it is known what need not be done, and why the result is that of a full build.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from pyoxigraph import NamedNode, Quad

from bronnen.lezen import lees_document
from bronnen.lezers import LEZERS
from bronnen.register import Register
from bronnen.vaststellingen import lees_vaststellingen
from graph.boom import BomenNaarBehoefte, Documentboom
from graph.bouwbron import Bron, lees_bronnen, leescode
from graph.bouwverslag import Bewerking, Bouwverslag, Fase, Klok, Verslagen, Voortgang
from graph.dataset import DATASET, datasetquads
from graph.feiten import Leesmodelbijwerker
from graph.leesbestand import kopieer
from graph.onthouden import kies, maak_bronspoor, maak_sporen, regelingen_uit, register_van, tijdcode
from graph.oxigraph import Oxigraph
from graph.sporen import (
    ALLES,
    Bronspoor,
    Sporen,
    boomsom,
    kan_noemen,
    lees_inhoud,
    lees_sporen,
    neem_inhoud_over,
    schrijf_sporen,
    sleutels,
    verschil,
)
from graph.staat import LEESBESTANDEN, LEESMODEL, ZOEKINDEX, Staat, nieuwe_staat
from graph.tijd.bouwdeel import Tijdbouw
from graph.tijd.vaststelling import is_vaststellingengraaf
from graph.tripels import IDENTITEIT, graaf_iri, maak_quads, nieuwste_regelingen, regeling_van
from graph.verwerker import Verwerker, Verwerkt, verwerkcode
from graph.wissel import Wissel
from graph.zoeken import werk_index_bij
from ontologie.document import Document
from ontologie.fouten import BronFout
from ontologie.identificatie import BepalingId, print_iri


class NietBijTeWerken(Exception):
    """What was built before is no ground to build on."""


def begin_bijwerking(staat: Staat, register: Register) -> Bijwerking:
    """What is needed to go on from a state.

    Raises:
        NietBijTeWerken: it does not remember how it was made, or was made by another version of the program.
    """
    sporen = lees_sporen(staat.pad)
    if sporen is None or sporen.code != verwerkcode():
        raise NietBijTeWerken
    return Bijwerking(staat, sporen, register)


class Bijwerking:
    """One build that goes on from another."""

    def __init__(self, staat: Staat, oud: Sporen, register: Register) -> None:
        self._staat = staat
        self._oud = oud
        self._basis = register
        self._oud_register = register_van(oud).aangevuld(regelingen_uit(oud.bronnen))
        self._klok = Klok()
        self._verslagen = Verslagen()
        self._nu = datetime.now(UTC)

    def voer_uit(self, bronmappen: Sequence[Path], doelmap: Path, voortgang: Voortgang, bewaard: int) -> Bouwverslag:
        """Read what changed and put a new state in place, or leave the one that is there where nothing changed.

        Raises:
            NietBijTeWerken: a full build is needed.
        """
        self._voortgang = voortgang
        self._bronnen = list(
            lees_bronnen(bronmappen, self._basis, self._verslagen, voortgang, bewaard, self._onveranderd())
        )
        self._klok.klaar(Fase.LEZEN)
        if not self._bronnen:
            raise NietBijTeWerken
        self._maak_plan()
        if len(self._te_doen) == len(self._bronnen):
            raise NietBijTeWerken  # a full build writes faster than this
        with nieuwe_staat(doelmap) as pad:
            self._neem_opslag_over(pad)
            sporen = self._werk_bij(pad)
            schrijf_sporen(pad, sporen)
            self._klok.klaar(Fase.ZOEKINDEX)
            voortgang(Fase.PLAATSEN, 0, 0, pad.name)
        self._klok.klaar(Fase.PLAATSEN)
        statussen = Counter[str]()
        for spoor in sporen.bronnen:
            statussen.update(spoor.statussen)
        return Bouwverslag(
            pad.name,
            self._verslagen.alle(),
            sum(t.tripels for t in sporen.tellingen.values()),
            tuple(sorted(statussen.items())),
            tuple(self._klok.seconden.items()),
            opmerkingen=sporen.opmerkingen,
        )

    # --- what is to be done ---

    def _onveranderd(self) -> dict[bytes, Bronspoor]:
        """The sources that reading again would give the same, provided their file is the same."""
        anders = sleutels(verschil(register_van(self._oud), self._basis))
        return {
            s.pad: s
            for s in self._oud.bronnen
            if s.leescode == leescode(s.lezer) and not (anders and (ALLES in s.leesvragen or anders & s.leesvragen))
        }

    def _maak_plan(self) -> None:
        regelingen = nieuwste_regelingen(
            (b.structuur.versie, b.spoor.regeling if b.spoor else regeling_van(b.structuur)) for b in self._bronnen
        )
        nieuw = self._basis.aangevuld(regelingen)
        self._anders = verschil(self._oud_register, nieuw)
        self._gekozen = kies((b.structuur.werk, b.structuur.volledig, b.structuur.versie, b) for b in self._bronnen)
        self._verwerker = Verwerker(nieuw, BomenNaarBehoefte(self._boom_van), self._tekst_van)
        self._register = self._verwerker.register
        bomen, boeken = self._veranderde_werken()
        genoemd = sleutels(self._anders)
        self._te_doen = [
            b
            for b in self._bronnen
            if b.spoor is None
            or b.spoor.boomvragen & bomen
            or b.spoor.boekvragen & boeken
            or b.spoor.registervragen & genoemd
            or self._kan_noemen(b.spoor)
        ]

    def _kan_noemen(self, spoor: Bronspoor) -> bool:
        if not self._anders:
            return False
        if ALLES in spoor.registervragen:
            return True
        woorden = lees_inhoud(self._staat.pad, spoor.inhoud).woorden
        return any(kan_noemen(woorden, r) for r in self._anders)

    def _veranderde_werken(self) -> tuple[frozenset[str], frozenset[str]]:
        """The works whose tree, and those whose text is another than before, or that came or went."""
        oud = kies((s.werk, s.volledig, s.versie, s) for s in self._oud.bronnen)
        bomen, boeken = set[str](), set[str]()
        for werk in oud.keys() | self._gekozen.keys():
            eerst, nu = oud.get(werk), self._gekozen.get(werk)
            if eerst is None or nu is None:
                bomen.add(werk)
                boeken.add(werk)
                continue
            som = nu.spoor.boomsom if nu.spoor else boomsom(nu.structuur)
            if som != eerst.boomsom:
                bomen.add(werk)
            if nu.spoor is None or nu.spoor.sha256 != eerst.sha256 or nu.spoor.pad != eerst.pad:
                boeken.add(werk)
        return frozenset(bomen), frozenset(boeken)

    # --- what others are compared with ---

    def _boom_van(self, werk: str) -> Documentboom | None:
        bron = self._gekozen.get(werk)
        if bron is None:
            return None
        if bron.spoor is None:
            return Documentboom(bron.structuur)
        return Documentboom.van(werk, bron.spoor.volledig, lees_inhoud(self._staat.pad, bron.spoor.inhoud).ids(werk))

    def _tekst_van(self, werk: str) -> Document | None:
        bron = self._gekozen.get(werk)
        return self._document(bron) if bron is not None else None

    def _document(self, bron: Bron) -> Document:
        if bron.volledig is not None:
            return bron.volledig
        try:
            document = lees_document(bron.pad, self._basis, LEZERS)
        except BronFout as fout:
            raise NietBijTeWerken from fout
        if document.bron.sha256 != bron.structuur.bron.sha256:
            raise NietBijTeWerken
        return document

    # --- doing it ---

    def _neem_opslag_over(self, pad: Path) -> None:
        """The files of the engine never change once written: the copy shares them (hard links)."""
        oud = Oxigraph.open(self._staat.tripels)
        try:
            oud.store.backup(str(pad / "tripels"))
        finally:
            oud.sluit()
        for naam in LEESBESTANDEN:
            try:
                heel = kopieer(self._staat.pad / naam, pad / naam) == self._oud.sommen.get(naam)
            except OSError as fout:
                raise NietBijTeWerken from fout
            if not heel:
                raise NietBijTeWerken  # damage that is copied would never go away

    def _werk_bij(self, pad: Path) -> Sporen:
        opslag = Oxigraph.open(pad / "tripels", schrijven=True)
        try:
            with Leesmodelbijwerker(pad / LEESMODEL, opslag.store) as leesmodel:
                wissel = Wissel(opslag.store, self._oud.tellingen, leesmodel.werk_bij)
                sporen = self._vervang_bronnen(pad, wissel)
                grafen, opmerkingen = self._vervang_tijd(wissel)
                wissel.ruim_identiteiten_op()
                wissel.tellingen.pop(DATASET.value, None)
                wissel.zet(DATASET, datasetquads(wissel.tellingen, self._nu.date()))
                wissel.geef_door()
            return maak_sporen(sporen, self._basis, wissel.tellingen, grafen, opmerkingen, pad)
        finally:
            opslag.sluit()

    def _vervang_bronnen(self, pad: Path, wissel: Wissel) -> list[Bronspoor]:
        for regeling, register in ((r, n) for r in self._anders for n in (self._oud_register, self._register)):
            wissel.vergeet_werk(NamedNode(print_iri(BepalingId(regeling.kort), namen=register)))
        self._verwerker.vragen()
        gedaan: dict[Path, Bronspoor] = {}
        werk_index_bij(pad / ZOEKINDEX, self._uit_index(), self._verwerkt(pad, wissel, gedaan), self._register)
        sporen = []
        for bron in self._bronnen:
            spoor = gedaan.get(bron.pad)
            if spoor is None:
                assert bron.spoor is not None
                neem_inhoud_over(self._staat.pad, pad, bron.spoor.inhoud)
                spoor = bron.spoor
            sporen.append(spoor)
        blijft = {s.graaf for s in sporen}
        for graaf in {s.graaf for s in self._oud.bronnen} - blijft:
            wissel.verwijder(NamedNode(graaf))
        return sporen

    def _uit_index(self) -> Iterator[tuple[str, str]]:
        """Versions whose rows go: those that are made anew, and those that are no longer there."""
        nu = {(b.structuur.werk, b.structuur.versie) for b in self._bronnen}
        anew = {(b.structuur.werk, b.structuur.versie) for b in self._te_doen if self._opnieuw_in_index(b)}
        for spoor in self._oud.bronnen:
            sleutel = (spoor.werk, spoor.versie)
            if sleutel in anew or sleutel not in nu:
                yield sleutel

    def _opnieuw_in_index(self, bron: Bron) -> bool:
        """Resolving leaves the words as they were; another register may name things otherwise."""
        return bron.spoor is None or bool(self._anders)

    def _verwerkt(self, pad: Path, wissel: Wissel, gedaan: dict[Path, Bronspoor]) -> Iterator[Document]:
        """Put the graph of each source in its place, and pass on those whose words are to be indexed."""
        for n, bron in enumerate(self._te_doen):
            self._voortgang(Fase.VERWERKEN, n, len(self._te_doen), bron.pad.name)
            document = self._document(bron)
            try:
                graaf = graaf_iri(document, self._register)
            except BronFout as fout:
                raise NietBijTeWerken from fout
            verwijzingen = self._verwerker.verwijzingen(document)
            afleiding = self._verwerker.leid_af(document, verwijzingen)
            wissel.zet(graaf, maak_quads(document, verwijzingen, self._register, self._nu, afleiding))
            verwerkt = Verwerkt(document, verwijzingen, afleiding)
            gedaan[bron.pad] = maak_bronspoor(pad, bron, verwerkt, self._verwerker)
            bewerking = Bewerking.GELEZEN if bron.spoor is None else Bewerking.HERLEID
            self._verslagen.geladen(bron.pad, document, len(verwijzingen), bewerking)
            bron.volledig = None
            if self._opnieuw_in_index(bron):
                yield document
        self._klok.klaar(Fase.VERWERKEN)

    def _vervang_tijd(self, wissel: Wissel) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The established facts (where a document that they rest on changed) and the histories."""
        alles = Tijdbouw(lees_vaststellingen(), self._verslagen.bijbestanden, self._register)
        opmerkingen = self._oud.opmerkingen
        blijft: tuple[str, ...] = ()
        if self._feiten_geraakt(alles):
            for bron in self._bronnen:
                if alles.kent(bron.structuur.werk, bron.structuur.versie):
                    alles.bekijk(self._document(bron))
            opmerkingen = alles.opmerkingen()
        else:
            alles = Tijdbouw((), self._verslagen.bijbestanden, self._register)
            blijft = tuple(g for g in self._oud.tijdgrafen if is_vaststellingengraaf(g))
        per_graaf: dict[NamedNode, list[Quad]] = {}
        for quad in alles.quads(self._nu):
            assert isinstance(quad.graph_name, NamedNode)
            per_graaf.setdefault(quad.graph_name, []).append(quad)
        identiteiten = per_graaf.pop(IDENTITEIT, [])
        for graaf, quads in per_graaf.items():
            wissel.zet(graaf, [*quads, *identiteiten])
        grafen = tuple(sorted({*blijft, *(g.value for g in per_graaf)}))
        for weg in set(self._oud.tijdgrafen) - set(grafen):
            wissel.verwijder(NamedNode(weg))
        return grafen, opmerkingen

    def _feiten_geraakt(self, tijd: Tijdbouw) -> bool:
        """Whether a document that established facts rest on came, went or changed, or the facts themselves did."""
        if self._anders or self._oud.tijdcode != tijdcode():
            return True
        nu = {(b.structuur.werk, b.structuur.versie) for b in self._bronnen}
        gelezen = {(b.structuur.werk, b.structuur.versie) for b in self._te_doen if b.spoor is None}
        weg = {(s.werk, s.versie) for s in self._oud.bronnen} - nu
        return any(tijd.kent(werk, versie) for werk, versie in gelezen | weg)
