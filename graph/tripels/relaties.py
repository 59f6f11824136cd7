"""Quads of what was derived from one document: relations with their evidence, duties, and findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode, Quad

from graph.tripels import termen as t
from graph.tripels.context import Broncontext
from graph.tripels.verwijzing import Plaatsing, bereikquads
from ontologie.identificatie import BepalingId, print_kort
from ontologie.relatie import Afleiding, Bevinding, Bewijs, Regelplicht, Relatie, RelatieSoort, Sterkte
from ontologie.termen import ELI
from ontologie.verwijzing import Doel

_RELATIE = t.rg("Relatie")
_BEWIJSKLASSE = t.rg("Bewijs")
_REGELPLICHT = t.rg("Regelplicht")
_BEVINDING = t.rg("Bevinding")
_VAN = t.rg("relatieVan")
_NAAR = t.rg("relatieNaar")
_SOORT = t.rg("relatieSoort")
_STERKTE = t.rg("sterkte")
_STERKTES = {sterkte: t.rg(sterkte.value) for sterkte in Sterkte}
_METHODE = t.rg("methode")
_REDEN = t.rg("reden")
_FACULTATIEF = t.rg("facultatief")
_GEDEELTELIJK = t.rg("gedeeltelijk")
_IN_VERSIE = t.rg("inVersie")
_BEWIJS = t.rg("bewijs")
_BEGIN = t.rg("begin")
_EIND = t.rg("eind")
_PLICHT_IN = t.rg("plichtIn")
_MODALITEIT = t.rg("modaliteit")
_REGELVORM = t.rg("regelvorm")
_ADRESSAAT = t.rg("adressaat")
_OPDRACHT = t.rg("opdracht")
_ONDERWERP = t.rg("onderwerp")
_HOORT_BIJ = t.rg("hoortBij")
_ONGEDEELD = t.rg("ongedeeld")
_BERICHT = t.rg("bericht")
_BETREFT = t.rg("betreft")
_INVULLING_VAN = t.rg("invullingVan")
_IMPLEMENTEERT = t.rg("implementeert")
_MODELINVULLING_VAN = t.rg("modelInvullingVan")
_GEEN_INVULLING_VAN = t.rg("geenInvullingVan")
_BERUST_OP = t.knoop(ELI.based_on)


def afleidingquads(context: Broncontext, plaatsing: Plaatsing, afleiding: Afleiding) -> Iterator[Quad]:
    """Everything derived from one document, in its graph."""
    maker = _Maker(context, plaatsing)
    for relatie in afleiding.relaties:
        yield from maker.relatie(relatie)
    for plicht in afleiding.regelplichten:
        yield from maker.regelplicht(plicht)
    for n, bevinding in enumerate(afleiding.bevindingen, 1):
        yield from maker.bevinding(bevinding, n)


class _Maker:
    def __init__(self, context: Broncontext, plaatsing: Plaatsing) -> None:
        self._context = context
        self._plaatsing = plaatsing

    def relatie(self, relatie: Relatie) -> Iterator[Quad]:
        context = self._context
        van, naar = self._eigen(relatie.van), context.munt.iri(relatie.naar)
        knoop = self._knoop("relatie", relatie.soort.value, print_kort(relatie.van), print_kort(relatie.naar))
        for eigenschap in self._rechtstreeks(relatie.soort):
            yield context.quad(van, eigenschap, naar)
        yield context.quad(knoop, t.TYPE, _RELATIE)
        yield context.quad(knoop, _VAN, van)
        yield context.quad(knoop, _NAAR, naar)
        yield context.quad(knoop, _SOORT, Literal(relatie.soort.value))
        yield context.quad(knoop, _STERKTE, _STERKTES[relatie.sterkte])
        yield context.quad(knoop, _METHODE, Literal(relatie.regel))
        yield context.quad(knoop, _REDEN, t.nederlands(relatie.reden))
        yield context.quad(knoop, _IN_VERSIE, context.werkversie)
        if relatie.facultatief:
            yield context.quad(knoop, _FACULTATIEF, t.WAAR)
        if relatie.deels:
            yield context.quad(knoop, _GEDEELTELIJK, t.WAAR)
        for n, bewijs in enumerate(relatie.bewijs, 1):
            yield from self._bewijs(knoop, _BEWIJS, f"bewijs/{n}", bewijs)

    def _rechtstreeks(self, soort: RelatieSoort) -> tuple[NamedNode, ...]:
        """The edges that say the relation in one triple."""
        if soort is RelatieSoort.GRONDSLAG:
            return (_BERUST_OP,)
        if soort is RelatieSoort.UITGESLOTEN:
            return (_GEEN_INVULLING_VAN,)
        bindend = self._context.document.soort.rechtskracht
        return (_INVULLING_VAN, _IMPLEMENTEERT if bindend else _MODELINVULLING_VAN)

    def regelplicht(self, plicht: Regelplicht) -> Iterator[Quad]:
        context = self._context
        knoop = NamedNode(f"{context.versie_iri(plicht.plicht_in).value}/regelplicht")
        yield context.quad(knoop, t.TYPE, _REGELPLICHT)
        yield context.quad(knoop, _PLICHT_IN, context.munt.iri(plicht.plicht_in))
        yield context.quad(knoop, _IN_VERSIE, context.werkversie)
        yield context.quad(knoop, _MODALITEIT, Literal(plicht.modaliteit.value))
        yield context.quad(knoop, _REGELVORM, Literal(plicht.vorm.value))
        yield context.quad(knoop, _ONGEDEELD, t.booleaans(plicht.blad))
        if plicht.adressaat:
            yield context.quad(knoop, _ADRESSAAT, t.nederlands(plicht.adressaat))
        if plicht.hoort_bij is not None:
            yield context.quad(knoop, _HOORT_BIJ, context.munt.iri(plicht.hoort_bij))
        opdracht = Bewijs(plicht.opdracht_in, plicht.opdracht, "regelplicht")
        yield from self._bewijs(knoop, _OPDRACHT, "opdracht", opdracht)
        if plicht.onderwerp is not None:
            onderwerp = Bewijs(plicht.plicht_in, plicht.onderwerp, "regelplicht")
            yield from self._bewijs(knoop, _ONDERWERP, "onderwerp", onderwerp)

    def bevinding(self, bevinding: Bevinding, nummer: int) -> Iterator[Quad]:
        context = self._context
        knoop = self._knoop("bevinding", str(nummer))
        yield context.quad(knoop, t.TYPE, _BEVINDING)
        yield context.quad(knoop, _BERICHT, t.nederlands(bevinding.bericht))
        yield context.quad(knoop, _IN_VERSIE, context.werkversie)
        yield from (context.quad(knoop, _BETREFT, iri) for iri in self._munt(bevinding.betreft))
        yield from self._bewijs(knoop, _BEWIJS, "bewijs/1", bevinding.bewijs)

    def _munt(self, doelen: Iterable[Doel]) -> Iterator[NamedNode]:
        return (self._context.munt.iri(doel) for doel in dict.fromkeys(doelen))

    def _eigen(self, id_: BepalingId) -> NamedNode:
        """A provision of this document in its version; one of another work apart from versions."""
        document = self._context.document
        return self._context.versie_iri(id_) if id_.werk == document.werk else self._context.munt.iri(id_)

    def _knoop(self, *delen: str) -> NamedNode:
        return NamedNode("/".join((self._context.werkversie.value, *(quote(d, safe="") for d in delen))))

    def _bewijs(self, bij: NamedNode, eigenschap: NamedNode, naam: str, bewijs: Bewijs) -> Iterator[Quad]:
        context = self._context
        knoop = NamedNode(f"{bij.value}/{naam}")
        yield context.quad(bij, eigenschap, knoop)
        yield context.quad(knoop, t.TYPE, _BEWIJSKLASSE)
        yield context.quad(knoop, t.BRON, context.versie_iri(bewijs.plaats))
        yield context.quad(knoop, _METHODE, Literal(bewijs.regel))
        yield context.quad(knoop, _BEGIN, t.getal(bewijs.span.begin))
        yield context.quad(knoop, _EIND, t.getal(bewijs.span.eind))
        if context.document.met_tekst:
            yield from bereikquads(context, self._plaatsing, knoop, bewijs.plaats, bewijs.span)
