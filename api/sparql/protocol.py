"""The SPARQL 1.1 Protocol at ``/sparql`` (read only) and its service description."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from anyio import CapacityLimiter
from pyoxigraph import NamedNode, RdfFormat, Triple, serialize
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from api.dienst import Dienst
from api.onderhandeling import onderhandel
from api.problemen import probleem
from api.sparql.media import (
    CSV,
    GRAAFSOORTEN,
    GRAAFSYNONIEMEN,
    JSON,
    PREFIXEN,
    TABELSOORTEN,
    TABELSYNONIEMEN,
    TSV,
    TURTLE,
    XML,
)
from api.sparql.opdracht import Opdracht, Resultaat
from api.sparql.velden import lees_velden
from ontologie.fouten import InvoerFout

_FORMULIER = "application/x-www-form-urlencoded"
_VRAAG, _WIJZIGING = "application/sparql-query", "application/sparql-update"
_VELDEN_MAX = 200
#: Threads that wait for query processes; pages have others.
_DRADEN = 48

#: Values of the parameter ``format``, for links in a browser.
_FORMATEN = {
    "json": JSON, "xml": XML, "csv": CSV, "tsv": TSV, "ttl": TURTLE, "turtle": TURTLE, "nt": "application/n-triples",
    "jsonld": "application/ld+json", "rdf": "application/rdf+xml", "trig": "application/trig",
    "nq": "application/n-quads",
}  # fmt: skip
#: Formats whose media type leaves the encoding open.
_MET_TEKENSET = frozenset({CSV, TSV, TURTLE})


@dataclass(frozen=True, slots=True)
class _Vraag:
    query: str
    standaard: tuple[str, ...]
    benoemd: tuple[str, ...]


class _Geweigerd(Exception):
    """A request that the protocol refuses; carries the answer."""

    def __init__(self, antwoord: Response) -> None:
        super().__init__()
        self.antwoord = antwoord


def sparql_route(dienst: Dienst) -> Route:
    """The endpoint over the queries that ``dienst`` answers."""
    draden = CapacityLimiter(_DRADEN)

    async def eindpunt(verzoek: Request) -> Response:
        velden = _velden(verzoek.scope["query_string"])
        accept = _met_formaat(verzoek, velden.get("format", [""])[-1])
        try:
            vraag = await _lees(verzoek, velden)
        except _Geweigerd as fout:
            return fout.antwoord
        if vraag is None:
            return _beschrijving(verzoek, accept)
        opdracht = Opdracht(
            vraag.query,
            onderhandel(accept, TABELSOORTEN, TABELSYNONIEMEN) or "",
            onderhandel(accept, GRAAFSOORTEN, GRAAFSYNONIEMEN) or "",
            "",
            vraag.standaard,
            vraag.benoemd,
        )
        klant = verzoek.client.host if verzoek.client else ""
        return _antwoord(await dienst.stel_los(klant, opdracht, draden))

    return Route("/sparql", eindpunt, methods=["GET", "POST"])


# --- the request --------------------------------------------------------------------------------------------------


async def _lees(verzoek: Request, velden: dict[str, list[str]]) -> _Vraag | None:
    """The query with its dataset; None where none is asked (then the service describes itself).

    ``velden`` are those of the address; those of a form come with them.
    """
    query = None
    if verzoek.method == "POST":
        soort = verzoek.headers.get("content-type", "").partition(";")[0].strip().lower()
        if soort == _WIJZIGING:
            raise _Geweigerd(_alleen_lezen())
        if soort not in (_FORMULIER, _VRAAG):
            raise _Geweigerd(
                probleem(
                    415,
                    f"Stuur een vraag als {_VRAAG} of als formulier ({_FORMULIER}).",
                    koppen={"Accept-Post": f"{_VRAAG}, {_FORMULIER}"},
                )
            )
        inhoud = await verzoek.body()
        if soort == _VRAAG:
            query = _utf8(inhoud)
        else:
            for naam, waarden in _velden(inhoud).items():
                velden.setdefault(naam, []).extend(waarden)
    if "update" in velden:
        raise _Geweigerd(_alleen_lezen())
    vragen = velden.get("query", [])
    if len(vragen) + (query is not None) > 1:
        raise InvoerFout("Er staat meer dan één vraag in dit verzoek.", advies="Stel er één tegelijk.")
    query = vragen[0] if vragen else query
    if query is None:
        if verzoek.method == "POST":
            raise InvoerFout("Er staat geen vraag in dit verzoek.", advies="Zet haar in het veld «query».")
        return None
    # A query kept in a file on Windows often begins with a byte order mark, which is no part of it.
    return _Vraag(
        query.removeprefix("\ufeff"),
        tuple(velden.get("default-graph-uri", ())),
        tuple(velden.get("named-graph-uri", ())),
    )


def _velden(tekst: bytes) -> dict[str, list[str]]:
    try:
        return lees_velden(tekst, _VELDEN_MAX)
    except ValueError as fout:
        raise InvoerFout("Het verzoek heeft te veel velden, of een veld dat geen UTF-8 is.") from fout


def _utf8(inhoud: bytes) -> str:
    try:
        return inhoud.decode()
    except UnicodeDecodeError as fout:
        raise InvoerFout(f"De vraag is geen UTF-8 (byte {fout.start + 1}).") from fout


def accept_van(verzoek: Request) -> str:
    """What the client takes; a link in a browser names its format in the address, which no browser asks for itself."""
    return _met_formaat(verzoek, verzoek.query_params.get("format", ""))


def _met_formaat(verzoek: Request, formaat: str) -> str:
    accept = ", ".join(verzoek.headers.getlist("accept"))
    gevraagd = _FORMATEN.get(formaat.lower(), "")
    return gevraagd if gevraagd and ("*/*" in accept or not accept) else accept


def _alleen_lezen() -> Response:
    return probleem(
        403,
        "De gegevens zijn alleen te lezen; wijzigen kan hier niet.",
        advies="Nieuwe documenten laadt de beheerder met «regelgraaf bouw».",
    )


# --- the answer ---------------------------------------------------------------------------------------------------


def _antwoord(resultaat: Resultaat) -> Response:
    if not resultaat.soort:
        aanbod = GRAAFSOORTEN if resultaat.vorm in ("CONSTRUCT", "DESCRIBE") else TABELSOORTEN
        return probleem(
            406, f"Het antwoord op een {resultaat.vorm} is er niet in een gevraagd formaat.", aanbod=list(aanbod)
        )
    koppen = {
        "Cache-Control": "no-cache",
        "Regelgraaf-Rijen": str(resultaat.rijen),
        "Server-Timing": f"vraag;dur={resultaat.seconden * 1000:.0f}",
    }
    if resultaat.afgekapt:
        koppen["Regelgraaf-Afgekapt"] = f"na {resultaat.rijen} rijen"
    return Response(resultaat.inhoud, 200, koppen, met_tekenset(resultaat.soort))


def met_tekenset(soort: str) -> str:
    """The content type of an answer in UTF-8."""
    return f"{soort}; charset=utf-8" if soort in _MET_TEKENSET else soort


def _beschrijving(verzoek: Request, accept: str) -> Response:
    soort = onderhandel(accept, GRAAFSOORTEN, GRAAFSYNONIEMEN)
    if soort is None:
        return probleem(406, "De beschrijving van de dienst is er niet in dit formaat.", aanbod=list(GRAAFSOORTEN))
    adres = str(verzoek.url.replace(query=""))
    formaat = RdfFormat.from_media_type(soort)
    assert formaat is not None
    inhoud = serialize(dienstbeschrijving(adres), format=formaat, prefixes={**PREFIXEN, "sd": _SD})
    return Response(inhoud, 200, {"Cache-Control": "no-cache"}, met_tekenset(soort))


_SD = "http://www.w3.org/ns/sparql-service-description#"
_FORMAATNAMEN = (
    "SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV",
    "Turtle", "N-Triples", "JSON-LD", "RDF_XML", "TriG", "N-Quads",
)  # fmt: skip


def dienstbeschrijving(adres: str) -> list[Triple]:
    """What the endpoint is and can, in the terms of SPARQL 1.1 Service Description."""
    dienst, type_ = NamedNode(adres), NamedNode(f"{PREFIXEN['rdf']}type")
    eigenschappen: Mapping[str, list[str]] = {
        "endpoint": [adres],
        "supportedLanguage": [f"{_SD}SPARQL11Query"],
        "feature": [f"{_SD}UnionDefaultGraph"],
        "resultFormat": [f"http://www.w3.org/ns/formats/{naam}" for naam in _FORMAATNAMEN],
    }
    return [
        Triple(dienst, type_, NamedNode(f"{_SD}Service")),
        *(
            Triple(dienst, NamedNode(_SD + eigenschap), NamedNode(waarde))
            for eigenschap, waarden in eigenschappen.items()
            for waarde in waarden
        ),
    ]
