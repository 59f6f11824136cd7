"""Linked data: every IRI of the graph leads to a page or to data, provision by provision, version by version.

So do the names of its graphs, with what is said of each, and the words of the vocabulary.
"""

from __future__ import annotations

from urllib.parse import quote

from pyoxigraph import NamedNode, RdfFormat, parse, serialize
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from api.dienst import Dienst
from api.onderhandeling import onderhandel
from api.problemen import probleem
from api.sparql.media import GRAAFSOORTEN, GRAAFSYNONIEMEN, PREFIXEN, TURTLE
from api.sparql.protocol import accept_van, met_tekenset
from graph.vraag import laad_vraag
from ontologie.fouten import IdentificatieFout, NietGevonden
from ontologie.identificatie import basis, parse_iri, print_iri, print_kort
from ontologie.termen import GRAAFBASIS, lees_bestand

HTML = "text/html"


def koppel_routes(dienst: Dienst) -> list[Route]:
    """``/id/…`` redirects (303) to the page or ``/data/…``; ``/jci/…``, ``/eli/…``, ``/vindplaats/…`` to ``/id/…``.

    ``/graaf/…`` redirects to ``/grafen/…``; ``/def`` is the vocabulary, for people its page.
    """

    def identiteit(verzoek: Request) -> Response:
        pad = _ruw_pad(verzoek, "/id/")
        keuze = _soort_of_pagina(verzoek)
        if keuze is None:
            return _geen_formaat()
        doel = _pagina(dienst, pad) if keuze == HTML else ""
        return _naar(verzoek, doel or f"/data/{pad}")

    def gegevens(verzoek: Request) -> Response:
        return _gegevens(dienst, verzoek, basis() + _ruw_pad(verzoek, "/data/"))

    def graaf(verzoek: Request) -> Response:
        if _soort_of_pagina(verzoek) is None:
            return _geen_formaat()
        return _naar(verzoek, f"/grafen/{_ruw_pad(verzoek, '/graaf/')}")

    def grafen(verzoek: Request) -> Response:
        return _gegevens(dienst, verzoek, GRAAFBASIS + _ruw_pad(verzoek, "/grafen/"))

    def vindplaats(verzoek: Request) -> Response:
        antwoorden = dienst.antwoorden()
        id_, versie = antwoorden.lees_id(verzoek.path_params["tekst"])
        iri = print_iri(id_, versie, antwoorden.register)
        return _naar(verzoek, f"/id/{iri.removeprefix(basis())}")

    def eli(verzoek: Request) -> Response:
        register = dienst.antwoorden().register
        iri = parse_iri(basis() + _ruw_pad(verzoek, "/eli/"), register)
        return _naar(verzoek, f"/id/{print_iri(iri.id, iri.versie, register).removeprefix(basis())}")

    return [
        Route("/id/{pad:path}", identiteit, methods=["GET"]),
        Route("/data/{pad:path}", gegevens, methods=["GET"]),
        Route("/graaf/{pad:path}", graaf, methods=["GET"]),
        Route("/grafen/{pad:path}", grafen, methods=["GET"]),
        Route("/def", _woorden, methods=["GET"]),
        Route("/jci/{tekst:path}", vindplaats, methods=["GET"]),
        Route("/eli/{pad:path}", eli, methods=["GET"]),
        Route("/vindplaats/{tekst:path}", vindplaats, methods=["GET"]),
    ]


def _soort_of_pagina(verzoek: Request) -> str | None:
    """What the client would have of a thing: a page, one of the formats, or nothing that is there."""
    return onderhandel(verzoek.headers.get("accept", ""), (HTML, *GRAAFSOORTEN), GRAAFSYNONIEMEN)


def _geen_formaat() -> Response:
    return probleem(406, "Dit is er niet in een gevraagd formaat.", aanbod=[HTML, *GRAAFSOORTEN])


def _gegevens(dienst: Dienst, verzoek: Request, iri: str) -> Response:
    soort = onderhandel(accept_van(verzoek), GRAAFSOORTEN, GRAAFSYNONIEMEN)
    if soort is None:
        # A browser that followed the redirect gets something that it can show.
        soort = GRAAFSOORTEN[0] if HTML in verzoek.headers.get("accept", "") else None
    if soort is None:
        return probleem(406, "Deze gegevens zijn er niet in een gevraagd formaat.", aanbod=list(GRAAFSOORTEN))
    return Response(_beschrijving(dienst, iri, soort), 200, {"Cache-Control": "no-cache"}, met_tekenset(soort))


def _woorden(verzoek: Request) -> Response:
    """Every word of the vocabulary is named below this address, behind a ``#`` that clients keep to themselves."""
    keuze = _soort_of_pagina(verzoek)
    if keuze is None:
        return _geen_formaat()
    if keuze == HTML:
        return _naar(verzoek, "/vocabulaire")
    inhoud = lees_bestand("regelgraaf.ttl").encode()
    if keuze != TURTLE:
        formaat = RdfFormat.from_media_type(keuze)
        assert formaat is not None
        inhoud = (
            serialize((q.triple for q in parse(inhoud, RdfFormat.TURTLE)), format=formaat, prefixes=PREFIXEN) or b""
        )
    return Response(inhoud, 200, {"Cache-Control": "no-cache"}, met_tekenset(keuze))


def _ruw_pad(verzoek: Request, begin: str) -> str:
    """The path as it was sent: an encoded slash in a number is no step."""
    ruw = verzoek.scope.get("raw_path") or quote(verzoek.scope["path"]).encode()
    pad = ruw.decode("ascii", errors="replace").partition("?")[0]
    return pad.removeprefix(str(verzoek.scope.get("root_path", "")).rstrip("/")).removeprefix(begin)


def _pagina(dienst: Dienst, pad: str) -> str:
    """Where the viewer shows it; "" for what has no page of its own (a reference, an external source)."""
    antwoorden = dienst.antwoorden()
    try:
        iri = parse_iri(basis() + pad, antwoorden.register)
    except IdentificatieFout:
        return ""
    soort = "bepaling" if iri.id.stappen else "regeling"
    kort = quote(print_kort(iri.id, antwoorden.register), safe=":")
    return f"/{soort}/{kort}" + (f"?versie={iri.versie}" if iri.versie else "")


def _beschrijving(dienst: Dienst, iri: str, soort: str) -> bytes:
    try:
        knoop = NamedNode(iri)
    except ValueError as fout:
        raise IdentificatieFout(f"«{iri[:200]}» is geen IRI.") from fout
    tripels = list(laad_vraag("beschrijving").construeer(dienst.stand().opslag, iri=knoop))
    if not tripels:
        _wijs_na(dienst, iri)
        raise NietGevonden(f"Over «{iri[:200]}» staat niets in de kennisgraaf.")
    formaat = RdfFormat.from_media_type(soort)
    assert formaat is not None
    return serialize(tripels, format=formaat, prefixes=PREFIXEN) or b""


def _wijs_na(dienst: Dienst, iri: str) -> None:
    """Name what is near, where a provision was meant that is not there.

    Raises:
        NietGevonden: it was; with suggestions.
    """
    antwoorden = dienst.antwoorden()
    try:
        gevraagd = parse_iri(iri, antwoorden.register)
    except IdentificatieFout:
        return
    antwoorden.bepaling(gevraagd.id, gevraagd.versie)


def _naar(verzoek: Request, pad: str) -> Response:
    voor = str(verzoek.scope.get("root_path", "")).rstrip("/")
    return RedirectResponse(voor + pad, 303)
