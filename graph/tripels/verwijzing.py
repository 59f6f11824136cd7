"""Quads of references, with the place of their words in the shown text, and of the editors' links."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad

from graph.tripels import termen as t
from graph.tripels.context import Broncontext
from ontologie.document import Bepaling, Document, Redactielink
from ontologie.fouten import IdentificatieFout
from ontologie.identificatie import BepalingId, parse_jci
from ontologie.tekst import Span, Tekst
from ontologie.verwijzing import Status, Verwijzing

#: Statuses whose targets are edges of the graph; an ambiguous or unknown mention points nowhere.
GERICHT = frozenset({Status.OPGELOST, Status.DEELS, Status.NIET_GECONTROLEERD, Status.DOEL_ONTBREEKT})

_KLASSE = t.rg("Verwijzing")
_VAN = t.rg("van")
_NAAR = t.rg("naar")
_SOORT = t.rg("soort")
_STATUS = t.rg("status")
_STATUSSEN = {status: t.rg(status.value) for status in Status}
_METHODE = t.rg("methode")
_REDEN = t.rg("reden")
_KANDIDAAT = t.rg("kandidaat")
_BESTAAND = t.rg("bestaand")
_IN_VERSIE = t.rg("inVersie")
_VERWIJST_NAAR = t.rg("verwijstNaar")
_REDACTIE = t.rg("redactieVerwijstNaar")
_IN_TEKST = (t.rg("inTekstBegin"), t.rg("inTekstEind"))
_IN_OPSCHRIFT = (t.rg("inOpschriftBegin"), t.rg("inOpschriftEind"))


class Plaatsing:
    """Finds where words of the source stand in the shown text of a provision, and in which provision a place lies."""

    def __init__(self, document: Document) -> None:
        self._bepalingen = {b.id: b for b in document.bepalingen()}
        self._volgorde = sorted(self._bepalingen.values(), key=lambda b: (b.span.begin, -b.span.eind))
        self._beginnen = [b.span.begin for b in self._volgorde]

    def in_tekst(self, plaats: BepalingId, span: Span) -> tuple[int, int] | None:
        """The characters of ``Bepaling.eigen_tekst`` that come from ``span``; None where none do."""
        bepaling = self._bepalingen.get(plaats)
        voor = 0
        for tekst in _eigen_passages(bepaling) if bepaling else ():
            if (plek := tekst.van_bron(span)) is not None:
                return voor + plek[0], voor + plek[1]
            voor += len(tekst) + 1
        return None

    def in_opschrift(self, plaats: BepalingId, span: Span) -> tuple[int, int] | None:
        """The characters of ``Bepaling.kop`` that come from ``span``; None where none do."""
        bepaling = self._bepalingen.get(plaats)
        return bepaling.opschrift.van_bron(span) if bepaling and bepaling.opschrift else None

    def binnenste(self, span: Span) -> BepalingId | None:
        """The innermost provision around a place in the source."""
        for n in range(bisect_right(self._beginnen, span.begin) - 1, -1, -1):
            if self._volgorde[n].span.omvat(span):
                return self._volgorde[n].id
        return None


def _eigen_passages(bepaling: Bepaling) -> Iterator[Tekst]:
    return (deel for deel in bepaling.inhoud if isinstance(deel, Tekst) and deel.inhoud)


def verwijzingsquads(
    context: Broncontext, plaatsing: Plaatsing, verwijzingen: Iterable[Verwijzing], activiteit: NamedNode
) -> Iterator[Quad]:
    """The references of one document."""
    geteld: dict[Span, int] = {}
    for v in verwijzingen:
        geteld[v.span] = n = geteld.get(v.span, 0) + 1
        naam = f"{v.span.begin}-{v.span.eind}" + (f"-{n}" if n > 1 else "")
        knoop = NamedNode(f"{context.werkversie.value}/verwijzing/{naam}")
        van = context.versie_iri(v.plaats)
        yield context.quad(knoop, t.TYPE, _KLASSE)
        yield context.quad(knoop, _VAN, van)
        yield context.quad(knoop, _SOORT, Literal(v.soort.value))
        yield context.quad(knoop, _STATUS, _STATUSSEN[v.status])
        yield context.quad(knoop, _IN_VERSIE, context.werkversie)
        yield context.quad(knoop, t.GEMAAKT_DOOR, activiteit)
        if v.methode:
            yield context.quad(knoop, _METHODE, Literal(v.methode))
        if v.reden:
            yield context.quad(knoop, _REDEN, t.nederlands(v.reden))
        yield from _plek(context, knoop, van, v)
        yield from _doelen(context, knoop, van, v)
        if context.document.met_tekst:
            yield from bereikquads(context, plaatsing, knoop, v.plaats, v.span)


def _plek(context: Broncontext, knoop: NamedNode, van: NamedNode, v: Verwijzing) -> Iterator[Quad]:
    """The Web Annotation target: the provision, the range in the source file, and the words."""
    plek = NamedNode(f"{knoop.value}/plek")
    positie = NamedNode(f"{plek.value}/positie")
    citaat = NamedNode(f"{plek.value}/citaat")
    yield context.quad(knoop, t.DOEL, plek)
    yield context.quad(plek, t.TYPE, t.PLEK)
    yield context.quad(plek, t.BRON, van)
    yield context.quad(plek, t.KIEZER, positie)
    yield context.quad(plek, t.KIEZER, citaat)
    yield context.quad(positie, t.TYPE, t.POSITIE)
    yield context.quad(positie, t.START, t.getal(v.span.begin))
    yield context.quad(positie, t.EINDE, t.getal(v.span.eind))
    yield context.quad(citaat, t.TYPE, t.CITAAT)
    yield context.quad(citaat, t.WOORDEN, t.nederlands(v.tekst))


def _doelen(context: Broncontext, knoop: NamedNode, van: NamedNode, v: Verwijzing) -> Iterator[Quad]:
    for doel in v.doelen:
        iri = context.munt.iri(doel)
        yield context.quad(knoop, t.LICHAAM, iri)
        yield context.quad(knoop, _NAAR, iri)
        if v.status in GERICHT:
            yield context.quad(van, _VERWIJST_NAAR, iri)
    for bestaand in v.bestaand:
        yield context.quad(knoop, _BESTAAND, context.munt.iri(bestaand))
    for kandidaat in v.kandidaten:
        yield context.quad(knoop, _KANDIDAAT, context.munt.iri(kandidaat))


def bereikquads(
    context: Broncontext, plaatsing: Plaatsing, knoop: NamedNode, plaats: BepalingId, span: Span
) -> Iterator[Quad]:
    """Where a range of the source stands in the shown text, or else the heading, of a provision; nothing if neither."""
    for zoek, eigenschappen in ((plaatsing.in_tekst, _IN_TEKST), (plaatsing.in_opschrift, _IN_OPSCHRIFT)):
        if (bereik := zoek(plaats, span)) is not None:
            yield context.quad(knoop, eigenschappen[0], t.getal(bereik[0]))
            yield context.quad(knoop, eigenschappen[1], t.getal(bereik[1]))
            return


def redactiequads(context: Broncontext, plaatsing: Plaatsing) -> Iterator[Quad]:
    """The editors' links that name a provision or a regulation; other addresses say nothing that the graph can hold."""
    for link in context.document.redactielinks:
        plaats, doel = plaatsing.binnenste(link.span), _linkdoel(context, link)
        if plaats is not None and doel is not None:
            yield context.quad(context.versie_iri(plaats), _REDACTIE, context.munt.iri(doel))


def _linkdoel(context: Broncontext, link: Redactielink) -> BepalingId | None:
    try:
        return parse_jci(link.doel, context.register).id
    except IdentificatieFout:
        return BepalingId(context.register.kort(link.bwb_id)) if link.bwb_id else None
