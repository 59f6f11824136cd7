"""A store in another process or on another machine: any engine that speaks the SPARQL 1.1 protocol.

Queries and updates go as form POST, the one form that every engine takes. Loading uses the Graph Store Protocol where
its address is known and SPARQL Update otherwise. What differs between engines is in this module and nowhere else:

- The default graph of a query must be the union of the named graphs. Virtuoso, RDF4J, GraphDB and QLever have that of
  themselves; Fuseki has the setting ``tdb:unionDefaultGraph``; for Oxigraph the query address ends in
  ``?union-default-graph``. ``controleer`` finds out.
- Virtuoso (7.2) says in JSON that a truth value is a number, and in XML not; its answer to ASK is a table of one row or
  none. It is known by its ``Server`` header, and from then on asked for XML.
- Virtuoso checks names by Digest only, other engines by Basic (``graph.extern.verbinding``).
- Virtuoso does not begin a property path at a value, and finds nothing for ``VALUES`` alone in a branch of ``UNION``
  that is joined after it: stored questions avoid both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, islice
from typing import IO
from urllib.parse import urlencode

import httpx
from pyoxigraph import (
    DefaultGraph,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Triple,
    parse,
    parse_query_results,
)

from graph.extern.verbinding import Verbinding, zonder_naam
from graph.opslag import Antwoord, Rij, Tabel, Term
from graph.vraag import gevraagde_variabelen, noemt_grafen, vraagvorm, weiger_buiten
from ontologie.fouten import GrensBereikt, OpslagFout

#: Quads in one request when loading: large enough to be fast, small enough for engines with a limit on a request.
PORTIE = 5_000

_TABEL = "application/sparql-results+json, application/sparql-results+xml;q=0.8"
_TABEL_XML = "application/sparql-results+xml"
_TRIPELS = "application/n-triples, text/turtle;q=0.9, application/rdf+xml;q=0.5"
#: What reading an answer can raise.
_BIJ_LEZEN = (SyntaxError, ValueError, OSError, httpx.HTTPError, GrensBereikt)
_TRIPELVORMEN = frozenset({"CONSTRUCT", "DESCRIBE"})
#: The variable of the table in which Virtuoso answers ASK.
_ASK_VIRTUOSO = "__ASK_RETVAL"
_ONGEBONDEN = (
    "PREFIX prov: <http://www.w3.org/ns/prov#> "
    "ASK { GRAPH ?g { ?g prov:wasDerivedFrom ?b } FILTER NOT EXISTS { ?g prov:wasDerivedFrom ?b } }"
)


class ExterneOpslag:
    """A SPARQL 1.1 engine elsewhere. Fulfils ``graph.opslag.Opslag``."""

    def __init__(
        self, vraagadres: str, bijwerkadres: str = "", grafenadres: str = "", *, seconden: float = 30.0
    ) -> None:
        """``bijwerkadres`` (Update) is needed to write, ``grafenadres`` (Graph Store Protocol) makes that faster.

        ``seconden`` is how long the engine may be silent before it is given up.
        """
        self._vraagadres = vraagadres
        self._bijwerkadres = bijwerkadres
        self._grafenadres = grafenadres
        self._verbinding = Verbinding(vraagadres, seconden)
        self._alleen_xml = False

    def controleer(self) -> None:
        """Find out whether the engine answers, and whether its default graph is the union of its named graphs.

        Raises:
            OpslagFout: it does not answer, or answers from the default graph alone.
        """
        if self.bevraag(_ONGEBONDEN) is True:
            raise OpslagFout(
                f"{zonder_naam(self._vraagadres)}: deze dienst zoekt niet in alle grafen tegelijk.",
                advies="Stel in dat de standaardgraaf de vereniging van alle grafen is (Oxigraph: zet "
                "?union-default-graph achter het adres).",
            )

    def bevraag(
        self, sparql: str, *, standaard: Sequence[NamedNode] = (), benoemd: Sequence[NamedNode] = ()
    ) -> Antwoord:
        weiger_buiten(sparql)
        vorm = vraagvorm(sparql)
        formulier = {
            "query": sparql,
            "default-graph-uri": [g.value for g in standaard],
            "named-graph-uri": [g.value for g in benoemd],
        }
        adres = _zonder_unie(self._vraagadres) if standaard or benoemd or noemt_grafen(sparql) else self._vraagadres
        tripels = vorm in _TRIPELVORMEN
        antwoord = self._stel(adres, _formulier(formulier), tripels=tripels)
        if not tripels and not self._alleen_xml and _is_virtuoso(antwoord):
            self._alleen_xml = True
            antwoord.close()
            antwoord = self._stel(adres, _formulier(formulier), tripels=False)
        gelezen = self._lees(antwoord, tripels=tripels)
        if isinstance(gelezen, Tabel | bool):
            variabelen = gelezen.variabelen if isinstance(gelezen, Tabel) else None
            try:
                self._toets(sparql, vorm, variabelen)
            except OpslagFout:
                antwoord.close()
                # An error keeps what its functions held, and may end in another thread; what reads a table may not.
                del gelezen
                raise
        return gelezen

    def _toets(self, sparql: str, vorm: str, variabelen: Sequence[str] | None) -> None:
        """Raise ``OpslagFout`` where a table with these variables, or a truth value (None), does not answer a query."""
        if vorm == "ASK" and variabelen is not None:
            raise self._verbinding.anders("een tabel in plaats van waar of onwaar")
        if vorm != "SELECT":
            return
        if variabelen is None:
            raise self._verbinding.anders("waar of onwaar in plaats van een tabel")
        ontbreekt = [n for n in gevraagde_variabelen(sparql) if n not in variabelen]
        if ontbreekt:
            raise self._verbinding.anders(f"zonder ?{', ?'.join(ontbreekt[:3])}")

    def _stel(self, adres: str, inhoud: bytes, *, tripels: bool) -> httpx.Response:
        accept = _TRIPELS if tripels else _TABEL_XML if self._alleen_xml else _TABEL
        return self._verbinding.stuur("POST", adres, inhoud=inhoud, accept=accept, stroom=True)

    def laad(self, quads: Iterable[Quad]) -> int:
        bron, aantal = iter(quads), 0
        while portie := list(islice(bron, PORTIE)):
            if self._grafenadres:
                self._voeg_toe(portie)
            else:
                self._werk_bij(_invoegen(portie))
            aantal += len(portie)
        return aantal

    def vervang(self, graaf: NamedNode, quads: Iterable[Quad]) -> None:
        nieuw = list(quads)
        if not self._grafenadres:
            self._werk_bij(f"DROP SILENT GRAPH {graaf} ;\n{_invoegen(nieuw)}")
            return
        # What other graphs gain only adds to them; the one graph is replaced in one request.
        self._voeg_toe([q for q in nieuw if q.graph_name != graaf])
        self._stuur_graaf("PUT", graaf, (q for q in nieuw if q.graph_name == graaf))

    def sluit(self) -> None:
        self._verbinding.sluit()

    def _voeg_toe(self, quads: list[Quad]) -> None:
        geordend = sorted(quads, key=lambda q: str(q.graph_name))
        for graaf, groep in groupby(geordend, key=lambda q: q.graph_name):
            self._stuur_graaf("POST", graaf, groep)

    def _stuur_graaf(self, methode: str, graaf: object, quads: Iterable[Quad]) -> None:
        naam = {"default": ""} if isinstance(graaf, DefaultGraph) else {"graph": getattr(graaf, "value", str(graaf))}
        scheiding = "&" if "?" in self._grafenadres else "?"
        inhoud = "".join(f"{q.triple} .\n" for q in quads).encode()
        self._verbinding.stuur(
            methode, f"{self._grafenadres}{scheiding}{urlencode(naam)}", inhoud=inhoud, soort="application/n-triples"
        )

    def _werk_bij(self, update: str) -> None:
        if not self._bijwerkadres:
            raise OpslagFout(
                "De SPARQL-dienst is alleen om te lezen: er is geen adres voor wijzigingen ingesteld.",
                advies="Zie docs/instellingen.md.",
            )
        self._verbinding.stuur("POST", self._bijwerkadres, inhoud=_formulier({"update": update}))

    def _lees(self, antwoord: httpx.Response, *, tripels: bool) -> Antwoord:
        soort = antwoord.headers.get("Content-Type", "").partition(";")[0].strip()
        stroom = self._verbinding.inhoud(antwoord)
        try:
            if tripels:
                if (rdf := RdfFormat.from_media_type(soort)) is None:
                    raise ValueError(f"het antwoord is van de soort «{soort[:60]}»")
                return self._tripels(antwoord, stroom, rdf)
            if (tabel := QueryResultsFormat.from_media_type(soort)) is None:
                raise ValueError(f"het antwoord is van de soort «{soort[:60]}»")
            gelezen = parse_query_results(stroom, tabel)
        except _BIJ_LEZEN as fout:
            antwoord.close()
            raise self._verbinding.onleesbaar(fout) from fout
        if isinstance(gelezen, QueryBoolean):
            antwoord.close()
            return bool(gelezen)
        tabel_ = Tabel(tuple(v.value for v in gelezen.variables), self._rijen(antwoord, gelezen))
        return _waarheid(tabel_) if tabel_.variabelen == (_ASK_VIRTUOSO,) else tabel_

    def _rijen(self, antwoord: httpx.Response, gelezen: QuerySolutions) -> Iterator[Rij]:
        namen = [(n, v.value) for n, v in enumerate(gelezen.variables)]
        try:
            for oplossing in gelezen:
                yield _Rij((naam, term) for n, naam in namen if (term := oplossing[n]) is not None)
        except _BIJ_LEZEN as fout:
            raise self._verbinding.onleesbaar(fout) from fout
        finally:
            antwoord.close()
            del gelezen  # as in ``bevraag``

    def _tripels(self, antwoord: httpx.Response, stroom: IO[bytes], soort: RdfFormat) -> Iterator[Triple]:
        try:
            for quad in parse(stroom, soort):
                yield quad.triple
        except _BIJ_LEZEN as fout:
            raise self._verbinding.onleesbaar(fout) from fout
        finally:
            antwoord.close()


class _Rij(dict[str, Term]):
    """A solution; what our question always binds and the engine left empty is a fault of the engine."""

    def __missing__(self, naam: str) -> Term:
        raise OpslagFout(
            f"De SPARQL-dienst antwoordde iets anders dan gevraagd: een rij zonder ?{naam}.",
            advies="Controleer of dit het adres van een SPARQL-dienst is.",
        )


def _is_virtuoso(antwoord: httpx.Response) -> bool:
    return "virtuoso" in antwoord.headers.get("Server", "").lower()


def _waarheid(tabel: Tabel) -> bool:
    return any(rij[_ASK_VIRTUOSO].value == "1" for rij in tabel.rijen)


def _formulier(velden: Mapping[str, str | Sequence[str]]) -> bytes:
    return urlencode(velden, doseq=True).encode()


def _zonder_unie(adres: str) -> str:
    """The query address for a query that chooses its own graphs: Oxigraph's parameter would overrule those."""
    url = httpx.URL(adres)
    return str(url.copy_remove_param("union-default-graph")) if "union-default-graph" in url.params else adres


def _invoegen(quads: Iterable[Quad]) -> str:
    """An update that adds quads; their text is pyoxigraph's, so no value can end its token."""
    regels = [
        f"{q.triple} ." if isinstance(q.graph_name, DefaultGraph) else f"GRAPH {q.graph_name} {{ {q.triple} }}"
        for q in quads
    ]
    return "INSERT DATA {\n" + "\n".join(regels) + "\n}"
