"""The formats of answers: their media types, and how each is written. Formats of graphs are written by the engine."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from xml.sax.saxutils import escape, quoteattr

import orjson
from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, serialize

from graph.opslag import Rij, Tabel, Term

#: In ``head.link`` of a cut answer; the formats without a place for it only have the header.
AFGEKAPT = "https://w3id.org/regelgraaf/def#afgekapt"

_STRING = "http://www.w3.org/2001/XMLSchema#string"
#: Rows between two looks at the size.
_PORTIE = 256
#: Names whose written form is kept at a time, in one answer.
_BEKEND_MAX = 10_000

JSON, XML = "application/sparql-results+json", "application/sparql-results+xml"
CSV, TSV = "text/csv", "text/tab-separated-values"
TURTLE = "text/turtle"

_GRAAF = {
    TURTLE: RdfFormat.TURTLE,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "application/ld+json": RdfFormat.JSON_LD,
    "application/rdf+xml": RdfFormat.RDF_XML,
    "application/trig": RdfFormat.TRIG,
    "application/n-quads": RdfFormat.N_QUADS,
}

#: Offered for SELECT and ASK, and for CONSTRUCT and DESCRIBE; the first is the default.
TABELSOORTEN = (JSON, XML, CSV, TSV)
GRAAFSOORTEN = tuple(_GRAAF)

#: Other names by which clients ask for these.
TABELSYNONIEMEN = {"application/json": JSON, "application/xml": XML, "text/xml": XML}
GRAAFSYNONIEMEN = {
    "application/x-turtle": TURTLE,
    "text/plain": "application/n-triples",
    "application/json": "application/ld+json",
    "application/xml": "application/rdf+xml",
    "text/xml": "application/rdf+xml",
}

#: Prefixes that make Turtle of ours readable.
PREFIXEN = {
    "rg": "https://w3id.org/regelgraaf/def#",
    "eli": "http://data.europa.eu/eli/ontology#",
    "oa": "http://www.w3.org/ns/oa#",
    "prov": "http://www.w3.org/ns/prov#",
    "dct": "http://purl.org/dc/terms/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


class Schrift:
    """Collects one answer up to ``rijen`` rows and ``omvang`` bytes; ``afgekapt`` tells that there was more."""

    def __init__(self, rijen: int, omvang: int) -> None:
        self._rijen, self._omvang = rijen, omvang
        self.rijen = 0
        self.afgekapt = False

    def tabel(self, tabel: Tabel, soort: str) -> bytes:
        """The solutions in one of ``TABELSOORTEN``."""
        vorm = _TABELVORMEN[soort](tabel.variabelen)
        uit = io.BytesIO()
        while portie := list(islice(tabel.rijen, _PORTIE)):
            for rij in portie:
                if self.rijen >= self._rijen or uit.tell() > self._omvang:
                    self.afgekapt = True
                    break
                if self.rijen:
                    uit.write(vorm.tussen)
                uit.write(vorm.regel(rij))
                self.rijen += 1
            if self.afgekapt:
                break
        return vorm.kop(self.afgekapt) + uit.getvalue() + vorm.staart

    def graaf(self, tripels: Iterator[Triple], soort: str) -> bytes:
        """The triples in one of ``GRAAFSOORTEN``."""
        uit = io.BytesIO()
        try:
            serialize(self._begrensd(tripels, uit), uit, _GRAAF[soort], prefixes=PREFIXEN)
        except ValueError as fout:
            # RDF/XML cannot write every predicate.
            raise ValueError(f"dit antwoord past niet in {soort}: {fout}") from fout
        return uit.getvalue() + self._slot(soort)

    def _begrensd(self, tripels: Iterator[Triple], uit: io.BytesIO) -> Iterator[Triple]:
        for tripel in tripels:
            if self.rijen >= self._rijen or uit.tell() > self._omvang:
                self.afgekapt = True
                return
            self.rijen += 1
            yield tripel

    def _slot(self, soort: str) -> bytes:
        if not self.afgekapt or soort == "application/ld+json":
            return b""
        tekst = f"afgekapt na {self.rijen} tripels"
        return f"\n<!-- {tekst} -->\n".encode() if soort.endswith("xml") else f"# {tekst}\n".encode()


def waarheid(waar: bool, soort: str) -> bytes:
    """The answer to ASK in one of ``TABELSOORTEN``."""
    if soort == JSON:
        return orjson.dumps({"head": {}, "boolean": waar})
    woord = "true" if waar else "false"
    if soort == XML:
        return f"{_XML_KOP}<head></head><boolean>{woord}</boolean></sparql>".encode()
    return woord.encode()


# --- tables -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Vorm:
    """How a table is written: what comes before the rows (told whether these are cut), a row, between rows, after."""

    kop: Callable[[bool], bytes]
    regel: Callable[[Rij], bytes]
    tussen: bytes = b""
    staart: bytes = b""


def _json(variabelen: tuple[str, ...]) -> _Vorm:
    def kop(afgekapt: bool) -> bytes:
        hoofd = {"vars": variabelen, "link": [AFGEKAPT]} if afgekapt else {"vars": variabelen}
        return b'{"head":' + orjson.dumps(hoofd) + b',"results":{"bindings":['

    namen = {naam: orjson.dumps(naam) + b":" for naam in variabelen}
    schrijf = _onthoudend(lambda term: orjson.dumps(_json_term(term)))

    def regel(rij: Rij) -> bytes:
        return b"{" + b",".join([namen[naam] + schrijf(term) for naam, term in rij.items()]) + b"}"

    return _Vorm(kop, regel, b",", b"]}}")


def _onthoudend(schrijf: Callable[[Term | Triple], bytes]) -> Callable[[Term | Triple], bytes]:
    """The same, but a name is written once: in a long answer few names come again and again."""
    bekend: dict[NamedNode, bytes] = {}

    def geef(term: Term | Triple) -> bytes:
        if not isinstance(term, NamedNode):
            return schrijf(term)
        stuk = bekend.get(term)
        if stuk is None:
            if len(bekend) >= _BEKEND_MAX:
                bekend.clear()
            stuk = bekend[term] = schrijf(term)
        return stuk

    return geef


def _json_term(term: Term | Triple) -> dict[str, object]:
    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, Literal):
        veld: dict[str, object] = {"type": "literal", "value": term.value}
        if term.language:
            veld["xml:lang"] = term.language
        elif term.datatype.value != _STRING:
            veld["datatype"] = term.datatype.value
        return veld
    delen = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
    return {"type": "triple", "value": {naam: _json_term(deel) for naam, deel in delen.items()}}


_XML_KOP = '<?xml version="1.0"?><sparql xmlns="http://www.w3.org/2005/sparql-results#">'


def _xml(variabelen: tuple[str, ...]) -> _Vorm:
    def kop(afgekapt: bool) -> bytes:
        kopnamen = "".join(f"<variable name={quoteattr(v)}/>" for v in variabelen)
        link = f"<link href={quoteattr(AFGEKAPT)}/>" if afgekapt else ""
        return f"{_XML_KOP}<head>{kopnamen}{link}</head><results>".encode()

    namen = {naam: f"<binding name={quoteattr(naam)}>".encode() for naam in variabelen}
    schrijf = _onthoudend(lambda term: _xml_term(term).encode())

    def regel(rij: Rij) -> bytes:
        velden = [namen[naam] + schrijf(term) for naam, term in rij.items()]
        return b"<result>" + b"</binding>".join([*velden, b"</result>"])

    return _Vorm(kop, regel, staart=b"</results></sparql>")


def _xml_term(term: Term | Triple) -> str:
    if isinstance(term, NamedNode):
        return f"<uri>{_xml_tekst(term.value)}</uri>"
    if isinstance(term, BlankNode):
        return f"<bnode>{_xml_tekst(term.value)}</bnode>"
    if isinstance(term, Literal):
        kenmerk = ""
        if term.language:
            kenmerk = f" xml:lang={quoteattr(term.language)}"
        elif term.datatype.value != _STRING:
            kenmerk = f" datatype={quoteattr(term.datatype.value)}"
        return f"<literal{kenmerk}>{_xml_tekst(term.value)}</literal>"
    delen = (f"<{n}>{_xml_term(d)}</{n}>" for n, d in zip(("subject", "predicate", "object"), term, strict=True))
    return f"<triple>{''.join(delen)}</triple>"


#: Characters that XML 1.0 cannot hold become the replacement character.
_GEEN_XML = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF), "\ufffd")


def _xml_tekst(tekst: str) -> str:
    # A bare carriage return would come out as a line feed.
    return escape(tekst.translate(_GEEN_XML), {"\r": "&#13;"})


def _csv(variabelen: tuple[str, ...]) -> _Vorm:
    def schrijf(velden: list[str]) -> bytes:
        uit = io.StringIO()
        csv.writer(uit, lineterminator="\r\n").writerow(velden)
        return uit.getvalue().encode()

    def regel(rij: Rij) -> bytes:
        return schrijf([_csv_term(rij[v]) if v in rij else "" for v in variabelen])

    return _Vorm(lambda _: schrijf(list(variabelen)), regel)


def _csv_term(term: Term | Triple) -> str:
    return term.value if isinstance(term, NamedNode | Literal) else str(term)


def _tsv(variabelen: tuple[str, ...]) -> _Vorm:
    kop = ("\t".join(f"?{v}" for v in variabelen) + "\n").encode()

    def regel(rij: Rij) -> bytes:
        # A term prints as N-Triples, which escapes tabs and line breaks.
        velden = (str(rij[v]).replace("\t", "\\t") if v in rij else "" for v in variabelen)
        return ("\t".join(velden) + "\n").encode()

    return _Vorm(lambda _: kop, regel)


_TABELVORMEN: dict[str, Callable[[tuple[str, ...]], _Vorm]] = {JSON: _json, XML: _xml, CSV: _csv, TSV: _tsv}
