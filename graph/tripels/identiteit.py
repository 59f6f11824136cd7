"""Quads of the identity graph: works, provisions apart from versions, external sources. Each once per document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Quad

from bronnen.register import Register
from graph.tripels import termen as t
from graph.tripels.namen import IDENTITEIT, extern_adres, extern_iri, extern_label
from ontologie.identificatie import BepalingId, heeft_jci, print_iri, print_jci, print_kort, print_label
from ontologie.verwijzing import Doel

_SOORTEN = {soort: t.rg(soort) for soort in (
    "boek", "deel", "hoofdstuk", "titel", "afdeling", "paragraaf", "subparagraaf", "artikel", "lid", "onderdeel",
    "bijlage", "aanhef", "slot", "leeswijzer", "toelichting", "sectie", "tabel", "rij", "cel", "voetnoot", "alinea",
)}  # fmt: skip
_INWERK = t.rg("inWerk")
_KORT = t.rg("kort")
_DOCUMENTSOORT = t.rg("documentSoort")
#: JCI names regulations of the Basiswettenbestand and of the decentral collection only.
_MET_JCI = re.compile(r"(?:BWB[A-Z]|CVDR)\d+")


class Munt:
    """Gives every identity its IRI, and mints it with its parents the first time that it is asked for."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._iris: dict[Doel, NamedNode] = {}
        self._nieuw: list[Doel] = []

    def iri(self, doel: Doel) -> NamedNode:
        """The IRI of a provision apart from versions, a work, or an external source."""
        iri = self._iris.get(doel)
        if iri is None:
            tekst = print_iri(doel, namen=self._register) if isinstance(doel, BepalingId) else extern_iri(doel)
            iri = self._iris[doel] = NamedNode(tekst)
            self._nieuw.append(doel)
        return iri

    def quads(self) -> Iterator[Quad]:
        """What is true of each identity asked for since the last time, its parents included."""
        while self._nieuw:
            doel = self._nieuw.pop()
            iri = self._iris[doel]
            if not isinstance(doel, BepalingId):
                yield from _extern(iri, doel)
            elif doel.stappen:
                yield from self._bepaling(iri, doel)
            else:
                yield from self._werk(iri, doel.werk)

    def _bepaling(self, iri: NamedNode, id_: BepalingId) -> Iterator[Quad]:
        regeling = self._register.regeling(id_.werk)
        bindend = regeling is None or regeling.soort.rechtskracht
        stap = id_.stappen[-1]
        ouder = id_.ouder
        assert ouder is not None
        yield Quad(iri, t.TYPE, t.WETSDEEL if bindend else t.WERKDEEL, IDENTITEIT)
        yield Quad(iri, t.DEEL_VAN, self.iri(ouder), IDENTITEIT)
        yield Quad(iri, _INWERK, self.iri(BepalingId(id_.werk)), IDENTITEIT)
        yield Quad(iri, t.NOTATIE, Literal(print_kort(id_, self._register)), IDENTITEIT)
        yield Quad(iri, t.LABEL, t.nederlands(print_label(id_, self._register)), IDENTITEIT)
        yield Quad(iri, t.SOORT_DEEL, _SOORTEN[stap.soort.value], IDENTITEIT)
        if stap.nummer:
            yield Quad(iri, t.NUMMER, Literal(stap.nummer), IDENTITEIT)
        if heeft_jci(id_) and _MET_JCI.fullmatch(self._register.officieel(id_.werk)):
            yield Quad(iri, t.LOKAAL_ID, Literal(print_jci(id_, namen=self._register)), IDENTITEIT)

    def _werk(self, iri: NamedNode, naam: str) -> Iterator[Quad]:
        regeling = self._register.regeling(naam)
        titel = self._register.titel(naam)
        bindend = regeling is None or regeling.soort.rechtskracht
        yield Quad(iri, t.TYPE, t.WET if bindend else t.WERK, IDENTITEIT)
        yield Quad(iri, _KORT, Literal(regeling.kort if regeling else naam), IDENTITEIT)
        yield Quad(iri, t.NOTATIE, Literal(print_kort(BepalingId(naam), self._register)), IDENTITEIT)
        yield Quad(iri, t.LOKAAL_ID, Literal(self._register.officieel(naam)), IDENTITEIT)
        yield Quad(iri, t.LABEL, t.nederlands(titel), IDENTITEIT)
        yield Quad(iri, t.TITEL, t.nederlands(titel), IDENTITEIT)
        if regeling is not None:
            yield Quad(iri, _DOCUMENTSOORT, Literal(regeling.soort.value), IDENTITEIT)
            if regeling.afkorting:
                yield Quad(iri, t.KORTE_TITEL, t.nederlands(regeling.afkorting), IDENTITEIT)


def _extern(iri: NamedNode, bron: Doel) -> Iterator[Quad]:
    assert not isinstance(bron, BepalingId)
    yield Quad(iri, t.LABEL, t.nederlands(extern_label(bron)), IDENTITEIT)
    yield Quad(iri, t.IDENTIFIER, Literal(str(bron)), IDENTITEIT)
    if adres := extern_adres(bron):
        yield Quad(iri, t.ZIE_OOK, NamedNode(adres), IDENTITEIT)
