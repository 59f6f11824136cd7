"""A store in another process or on another machine: any engine that speaks the SPARQL 1.1 protocol.

Queries and updates go as form POST, the one form that every engine takes. Loading uses the Graph Store Protocol where
its address is known and SPARQL Update otherwise. What differs between engines is in this module and nowhere else:

- The default graph of a query must be the union of the named graphs. Virtuoso, RDF4J, GraphDB and QLever have that of
  themselves; Fuseki has the setting ``tdb:unionDefaultGraph``; for Oxigraph the query address ends in
  ``?union-default-graph``. ``controleer`` finds out.
- Virtuoso's JSON for ASK is not the standard's, so ASK is asked for as XML.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, islice
from typing import IO, TYPE_CHECKING
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

from graph.opslag import Antwoord, Rij, Tabel
from graph.vraag import noemt_grafen, vraagvorm, weiger_buiten
from ontologie.fouten import GrensBereikt, OpslagFout, RegelgraafFout, VraagFout

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

#: Quads in one request when loading: large enough to be fast, small enough for engines with a limit on a request.
PORTIE = 5_000

_TABEL = "application/sparql-results+json, application/sparql-results+xml;q=0.8"
_JA_NEE = "application/sparql-results+xml, application/sparql-results+json;q=0.8"
_TRIPELS = "application/n-triples, text/turtle;q=0.9, application/rdf+xml;q=0.5"
_TRIPELVORMEN = frozenset({"CONSTRUCT", "DESCRIBE"})
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
        self._seconden = seconden
        self._http = httpx.Client(timeout=httpx.Timeout(seconden, connect=min(seconden, 5.0)))

    def controleer(self) -> None:
        """Find out whether the engine answers, and whether its default graph is the union of its named graphs.

        Raises:
            OpslagFout: it does not answer, or answers from the default graph alone.
        """
        if self.bevraag(_ONGEBONDEN) is True:
            raise OpslagFout(
                f"{self._vraagadres}: deze dienst zoekt niet in alle grafen tegelijk.",
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
        accept = _JA_NEE if vorm == "ASK" else _TRIPELS if vorm in _TRIPELVORMEN else _TABEL
        adres = _zonder_unie(self._vraagadres) if standaard or benoemd or noemt_grafen(sparql) else self._vraagadres
        antwoord = self._stuur("POST", adres, inhoud=_formulier(formulier), accept=accept, stroom=True)
        return self._lees(antwoord, tripels=vorm in _TRIPELVORMEN)

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
        self._http.close()

    def _voeg_toe(self, quads: list[Quad]) -> None:
        geordend = sorted(quads, key=lambda q: str(q.graph_name))
        for graaf, groep in groupby(geordend, key=lambda q: q.graph_name):
            self._stuur_graaf("POST", graaf, groep)

    def _stuur_graaf(self, methode: str, graaf: object, quads: Iterable[Quad]) -> None:
        naam = {"default": ""} if isinstance(graaf, DefaultGraph) else {"graph": getattr(graaf, "value", str(graaf))}
        scheiding = "&" if "?" in self._grafenadres else "?"
        inhoud = "".join(f"{q.triple} .\n" for q in quads).encode()
        self._stuur(
            methode, f"{self._grafenadres}{scheiding}{urlencode(naam)}", inhoud=inhoud, soort="application/n-triples"
        )

    def _werk_bij(self, update: str) -> None:
        if not self._bijwerkadres:
            raise OpslagFout(
                "De SPARQL-dienst is alleen om te lezen: er is geen adres voor wijzigingen ingesteld.",
                advies="Zie docs/instellingen.md.",
            )
        self._stuur("POST", self._bijwerkadres, inhoud=_formulier({"update": update}))

    def _stuur(
        self,
        methode: str,
        adres: str,
        *,
        inhoud: bytes,
        soort: str = "application/x-www-form-urlencoded",
        accept: str = "*/*",
        stroom: bool = False,
    ) -> httpx.Response:
        verzoek = self._http.build_request(
            methode, adres, content=inhoud, headers={"Content-Type": soort, "Accept": accept}
        )
        try:
            antwoord = self._http.send(verzoek, stream=stroom)
            if not antwoord.is_success:
                raise self._geweigerd(antwoord.status_code, antwoord.read()[:2000].decode(errors="replace").strip())
        except (httpx.HTTPError, RuntimeError) as fout:
            raise self._onbereikbaar(fout) from fout
        return antwoord

    def _lees(self, antwoord: httpx.Response, *, tripels: bool) -> Antwoord:
        soort = antwoord.headers.get("Content-Type", "").partition(";")[0].strip()
        stroom = io.BufferedReader(_Stroom(antwoord), 65_536)
        try:
            if tripels:
                if (rdf := RdfFormat.from_media_type(soort)) is None:
                    raise ValueError(f"het antwoord is van de soort «{soort[:60]}»")
                return self._tripels(antwoord, stroom, rdf)
            if (tabel := QueryResultsFormat.from_media_type(soort)) is None:
                raise ValueError(f"het antwoord is van de soort «{soort[:60]}»")
            gelezen = parse_query_results(stroom, tabel)
        except (SyntaxError, ValueError, OSError, httpx.HTTPError) as fout:
            antwoord.close()
            raise self._onleesbaar(fout) from fout
        if isinstance(gelezen, QueryBoolean):
            antwoord.close()
            return bool(gelezen)
        return Tabel(tuple(v.value for v in gelezen.variables), self._rijen(antwoord, gelezen))

    def _rijen(self, antwoord: httpx.Response, gelezen: QuerySolutions) -> Iterator[Rij]:
        namen = [(n, v.value) for n, v in enumerate(gelezen.variables)]
        try:
            for oplossing in gelezen:
                yield {naam: term for n, naam in namen if (term := oplossing[n]) is not None}
        except (SyntaxError, ValueError, OSError, httpx.HTTPError) as fout:
            raise self._onleesbaar(fout) from fout
        finally:
            antwoord.close()

    def _tripels(self, antwoord: httpx.Response, stroom: IO[bytes], soort: RdfFormat) -> Iterator[Triple]:
        try:
            for quad in parse(stroom, soort):
                yield quad.triple
        except (SyntaxError, ValueError, OSError, httpx.HTTPError) as fout:
            raise self._onleesbaar(fout) from fout
        finally:
            antwoord.close()

    def _geweigerd(self, status: int, reden: str) -> RegelgraafFout:
        if status == 400:
            return VraagFout(f"De vraag is geen geldige SPARQL: {reden[:300]}")
        if status in (408, 504) or "timeout" in reden.lower():
            return GrensBereikt(f"De SPARQL-dienst brak de vraag af ({status}).", advies="Maak de vraag kleiner.")
        return OpslagFout(f"{self._vraagadres}: de SPARQL-dienst antwoordt met fout {status}: {reden[:200]}")

    def _onbereikbaar(self, fout: Exception) -> RegelgraafFout:
        if isinstance(fout, httpx.TimeoutException) and not isinstance(fout, httpx.ConnectTimeout):
            return GrensBereikt(f"De SPARQL-dienst gaf binnen {self._seconden:g} seconden geen antwoord.")
        return OpslagFout(
            f"{self._vraagadres}: de SPARQL-dienst is niet te bereiken ({fout}).",
            advies="Controleer het adres en of zij loopt.",
        )

    def _onleesbaar(self, fout: Exception) -> RegelgraafFout:
        oorzaak = fout.__cause__ if isinstance(fout.__cause__, httpx.HTTPError) else fout
        if isinstance(oorzaak, httpx.HTTPError):
            return self._onbereikbaar(oorzaak)
        return OpslagFout(
            f"{self._vraagadres}: het antwoord van de SPARQL-dienst is niet te lezen ({fout}).",
            advies="Controleer of dit het adres van een SPARQL-dienst is.",
        )


class _Stroom(io.RawIOBase):
    """The body of a response as a file, read as it comes in."""

    def __init__(self, antwoord: httpx.Response) -> None:
        self._brokken = antwoord.iter_bytes()
        self._rest = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        doel = memoryview(buffer).cast("B")
        while not self._rest:
            brok = next(self._brokken, None)
            if brok is None:
                return 0
            self._rest = brok
        n = min(len(doel), len(self._rest))
        doel[:n], self._rest = self._rest[:n], self._rest[n:]
        return n


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
