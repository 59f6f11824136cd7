"""Established facts against the loaded documents: what holds becomes quads, what does not is reported.

A fact holds where every document that it rests on is loaded with the very hash, the characters of its passage have the
hash that the fact names (where running text is loaded), and the passage lies in a provision.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime

from pyoxigraph import Literal, NamedNode, Quad

from bronnen.register import Register
from bronnen.vaststellingen import Vaststellingen
from graph.tripels import termen as t
from graph.tripels.identiteit import Munt
from graph.tripels.namen import ZONDER_VERSIE
from graph.tripels.verwijzing import Plaatsing
from ontologie.document import Document
from ontologie.identificatie import BepalingId, print_iri
from ontologie.termen import GRAAFBASIS
from ontologie.wijziging import Vaststelling, Vindplaats, Voorbehoud

_IN = t.rg("in")
_IN_VERSIE = t.rg("inVersie")
_EFFECT = t.rg("effect")
_STERKTE = t.rg("sterkte")
_VASTGESTELD = t.rg("vastgesteld")
_AFGELEID = t.rg("afgeleid")
_VASTGESTELD_OP = t.rg("vastgesteldOp")
_GEPUBLICEERD = t.rg("gepubliceerd")
_REDEN = t.rg("reden")
_BEWIJS = t.rg("bewijs")
_METHODE = t.rg("methode")
_BEGIN = t.rg("begin")
_EIND = t.rg("eind")
_IN_TEKST_BEGIN = t.rg("inTekstBegin")
_IN_TEKST_EIND = t.rg("inTekstEind")

_VASTSTELLINGEN = f"{GRAAFBASIS}vaststelling/"

#: Name of the rule that evidence given by a person carries.
METHODE = "vastgesteld"


class Vaststellingscontrole:
    """Sees every loaded document once, and then knows which facts hold."""

    def __init__(self, bestanden: Iterable[Vaststellingen], register: Register) -> None:
        self._bestanden = tuple(bestanden)
        self._register = register
        self._gezocht: dict[tuple[str, str], list[Vindplaats]] = {}
        for vindplaats in (p for b in self._bestanden for f in _feiten(b) for p in f.bewijs):
            self._gezocht.setdefault((vindplaats.werk, vindplaats.versie), []).append(vindplaats)
        #: Of each passage of a loaded document the provision it lies in, or why it does not hold.
        self._gevonden: dict[Vindplaats, BepalingId | str] = {}
        #: Of each such passage the range in the shown text of its provision, where that is loaded.
        self._in_tekst: dict[Vindplaats, tuple[int, int]] = {}
        self._bepalingen: dict[tuple[str, str], frozenset[BepalingId]] = {}

    def kent(self, werk: str, versie: str) -> bool:
        """Whether a fact is about this version of a work, or rests on it."""
        feiten = (f for b in self._bestanden for f in b.vaststellingen)
        return (werk, versie) in self._gezocht or any(f.bepaling.werk == werk for f in feiten)

    def bekijk(self, document: Document) -> None:
        """Look up the passages that facts have in this document."""
        sleutel = (document.werk, document.versie)
        gezocht = self._gezocht.get(sleutel, ())
        plaatsing = Plaatsing(document) if gezocht and document.met_tekst else None
        for vindplaats in gezocht:
            plaats = self._gevonden[vindplaats] = _zoek(document, vindplaats)
            if plaatsing is None or isinstance(plaats, str):
                continue
            if (bereik := plaatsing.in_tekst(plaats, vindplaats.span)) is not None:
                self._in_tekst[vindplaats] = bereik
        if any(f.bepaling.werk == document.werk for b in self._bestanden for f in b.vaststellingen):
            self._bepalingen[sleutel] = frozenset(b.id for b in document.bepalingen())

    def opmerkingen(self) -> tuple[str, ...]:
        """A Dutch sentence for every fact that is left out because it does not hold.

        Facts whose documents are not loaded are left out silently: there is nothing to hold them against.
        """
        uit = []
        for bestand in self._bestanden:
            for feit in _feiten(bestand):
                reden = self._bezwaar(feit)
                if reden and any(p in self._gevonden for p in feit.bewijs):
                    uit.append(f"{bestand.pad.name}, «{feit.naam}»: {reden}.")
        return tuple(uit)

    def _bezwaar(self, feit: Vaststelling | Voorbehoud) -> str:
        """Why a fact is not loaded, "" where it holds."""
        for vindplaats in feit.bewijs:
            gevonden = self._gevonden.get(vindplaats)
            if gevonden is None:
                return f"het bewijs in {vindplaats.werk}, versie {vindplaats.versie}, is niet geladen"
            if isinstance(gevonden, str):
                return gevonden
        if isinstance(feit, Vaststelling):
            bekend = self._bepalingen.get((feit.bepaling.werk, feit.versie))
            if bekend is None:
                return f"{feit.bepaling.werk} is niet geladen in versie {feit.versie}"
            if feit.bepaling not in bekend:
                return f"{feit.bepaling} staat niet in versie {feit.versie}"
        return ""

    def quads(self, nu: datetime | None = None) -> Iterator[Quad]:
        """Every fact that holds, in one named graph for each file, and the identities that they name."""
        for bestand in self._bestanden:
            goed = [f for f in _feiten(bestand) if not self._bezwaar(f)]
            if goed:
                yield from self._bestandsquads(bestand, goed, nu or datetime.now(UTC))

    def _bestandsquads(
        self, bestand: Vaststellingen, feiten: Sequence[Vaststelling | Voorbehoud], nu: datetime
    ) -> Iterator[Quad]:
        graaf, munt = vaststellingengraaf(bestand), Munt(self._register)
        yield from herkomstquads(graaf, bestand.pad.name, bestand.pad.read_bytes(), "vaststellingen", nu)
        yield Quad(graaf, t.LABEL, t.nederlands(bestand.onderwerp), graaf)
        for feit in feiten:
            knoop = NamedNode(f"{graaf.value}/{feit.naam}")
            yield Quad(knoop, t.TYPE, t.rg(type(feit).__name__), graaf)
            yield Quad(knoop, _REDEN, t.nederlands(feit.toelichting), graaf)
            werk = feit.bepaling.werk if isinstance(feit, Vaststelling) else feit.werk
            yield Quad(knoop, _IN_VERSIE, self._versie(BepalingId(werk), feit.versie), graaf)
            if isinstance(feit, Vaststelling):
                yield Quad(knoop, _IN, munt.iri(feit.bepaling), graaf)
                yield Quad(knoop, _EFFECT, Literal(feit.effect.value), graaf)
                yield Quad(knoop, _STERKTE, _VASTGESTELD if feit.zeker else _AFGELEID, graaf)
                yield Quad(knoop, _VASTGESTELD_OP, t.dag(bestand.vastgesteld_op), graaf)
                if feit.gepubliceerd is not None:
                    yield Quad(knoop, _GEPUBLICEERD, t.dag(feit.gepubliceerd), graaf)
            for n, vindplaats in enumerate(feit.bewijs, 1):
                yield from self._bewijsquads(graaf, knoop, n, vindplaats)
        yield from munt.quads()

    def _bewijsquads(self, graaf: NamedNode, knoop: NamedNode, n: int, vindplaats: Vindplaats) -> Iterator[Quad]:
        plaats = self._gevonden[vindplaats]
        assert isinstance(plaats, BepalingId)
        bewijs = NamedNode(f"{knoop.value}/bewijs/{n}")
        yield Quad(knoop, _BEWIJS, bewijs, graaf)
        yield Quad(bewijs, t.TYPE, t.rg("Bewijs"), graaf)
        yield Quad(bewijs, t.BRON, self._versie(plaats, vindplaats.versie), graaf)
        yield Quad(bewijs, _METHODE, Literal(METHODE), graaf)
        yield Quad(bewijs, _BEGIN, t.getal(vindplaats.span.begin), graaf)
        yield Quad(bewijs, _EIND, t.getal(vindplaats.span.eind), graaf)
        if (bereik := self._in_tekst.get(vindplaats)) is not None:
            yield Quad(bewijs, _IN_TEKST_BEGIN, t.getal(bereik[0]), graaf)
            yield Quad(bewijs, _IN_TEKST_EIND, t.getal(bereik[1]), graaf)

    def _versie(self, id_: BepalingId, versie: str) -> NamedNode:
        return NamedNode(print_iri(id_, versie or ZONDER_VERSIE, self._register))


def vaststellingengraaf(bestand: Vaststellingen) -> NamedNode:
    """The named graph with the facts of one file."""
    return NamedNode(f"{_VASTSTELLINGEN}{bestand.naam}")


def is_vaststellingengraaf(iri: str) -> bool:
    """Whether a named graph holds established facts."""
    return iri.startswith(_VASTSTELLINGEN)


def herkomstquads(graaf: NamedNode, naam: str, inhoud: bytes, formaat: str, nu: datetime) -> Iterator[Quad]:
    """Where a graph came from that holds no version of a work."""
    som = hashlib.sha256(inhoud).hexdigest()
    yield from graafherkomst(graaf, (naam, som, formaat, len(inhoud)), nu)


def graafherkomst(graaf: NamedNode, bestand: tuple[str, str, str, int], nu: datetime) -> Iterator[Quad]:
    """The same for a file of which name, SHA-256, format and size are known."""
    naam, som, formaat, grootte = bestand
    bron, bouw = NamedNode(f"{graaf.value}/bron"), NamedNode(f"{graaf.value}/bouw")
    moment = nu.astimezone(UTC).replace(microsecond=0).isoformat().replace("+00:00", "Z")
    yield Quad(graaf, t.TYPE, t.ENTITEIT, graaf)
    yield Quad(graaf, t.GEMAAKT_OP, Literal(moment, datatype=t.TIJDSTIP), graaf)
    yield Quad(graaf, t.GEMAAKT_DOOR, bouw, graaf)
    yield Quad(bouw, t.TYPE, t.ACTIVITEIT, graaf)
    yield Quad(bouw, t.GEBRUIKT, bron, graaf)
    yield Quad(bron, t.TYPE, t.ENTITEIT, graaf)
    yield Quad(bron, t.rg("bestandsnaam"), Literal(naam.encode(errors="replace").decode()), graaf)
    yield Quad(bron, t.rg("sha256"), Literal(som), graaf)
    yield Quad(bron, t.rg("formaat"), Literal(formaat), graaf)
    yield Quad(bron, t.OMVANG, t.getal(grootte), graaf)


def _feiten(bestand: Vaststellingen) -> tuple[Vaststelling | Voorbehoud, ...]:
    return (*bestand.vaststellingen, *bestand.voorbehouden)


def _zoek(document: Document, vindplaats: Vindplaats) -> BepalingId | str:
    """The innermost provision that holds a passage, or why the passage does not hold."""
    if document.bron.sha256 != vindplaats.sha256:
        return f"{document.bron.naam} is een ander bestand dan waarop het bewijs rust (andere SHA-256)"
    begin, eind = vindplaats.span
    if document.met_tekst:
        woorden = document.origineel[begin:eind]
        if hashlib.sha256(woorden.encode()).hexdigest() != vindplaats.som:
            return f"de tekens {begin}-{eind} van {document.bron.naam} zijn niet die van het bewijs"
    plaats = None
    for bepaling in document.bepalingen():
        # In reading order a provision comes after those it lies in.
        if bepaling.span.omvat(vindplaats.span):
            plaats = bepaling.id
    return plaats or f"de tekens {begin}-{eind} van {document.bron.naam} liggen in geen bepaling"
