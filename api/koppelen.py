"""Linked data: every IRI of the graph leads to a page or to data, provision by provision, version by version.

So do the names of its graphs, with what is said of each, and the words of the vocabulary.
"""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote

from pyoxigraph import RdfFormat, parse, serialize
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from api.dienst import Dienst
from api.onderhandeling import onderhandel
from api.problemen import probleem
from api.sparql.media import GRAAFSOORTEN, GRAAFSYNONIEMEN, PREFIXEN, TURTLE
from api.sparql.protocol import accept_van, met_tekenset
from graph.antwoorden import Antwoorden
from graph.tripels.namen import ZONDER_VERSIE
from ontologie.fouten import IdentificatieFout
from ontologie.identificatie import BepalingId, basis, parse_iri, print_iri, print_kort
from ontologie.termen import GRAAFBASIS, lees_bestand

HTML = "text/html"


def koppel_routes(dienst: Dienst) -> list[Route]:
    """``/id/…`` redirects (303) to the page or ``/data/…``; ``/jci/…``, ``/eli/…``, ``/vindplaats/…`` to ``/id/…``.

    ``/graaf/…`` redirects to a page or ``/grafen/…``; ``/def`` is the vocabulary, for people its page.
    """

    def identiteit(verzoek: Request) -> Response:
        pad = ruw_pad(verzoek, "/id/")
        keuze = _soort_of_pagina(verzoek)
        if keuze is None:
            return _geen_formaat()
        return _naar(verzoek, _pagina(dienst, pad) if keuze == HTML else f"/data/{pad}")

    def gegevens(verzoek: Request) -> Response:
        pad = ruw_pad(verzoek, "/data/")
        return _gegevens(dienst, verzoek, basis() + pad, lambda: _pagina(dienst, pad))

    def graaf(verzoek: Request) -> Response:
        pad = ruw_pad(verzoek, "/graaf/")
        keuze = _soort_of_pagina(verzoek)
        if keuze is None:
            return _geen_formaat()
        return _naar(verzoek, f"/ding/graaf/{pad}" if keuze == HTML else f"/grafen/{pad}")

    def grafen(verzoek: Request) -> Response:
        pad = ruw_pad(verzoek, "/grafen/")
        return _gegevens(dienst, verzoek, GRAAFBASIS + pad, lambda: f"/ding/graaf/{pad}")

    def vindplaats(verzoek: Request) -> Response:
        antwoorden = dienst.antwoorden()
        id_, versie = antwoorden.lees_id(verzoek.path_params["tekst"])
        iri = print_iri(id_, versie, antwoorden.register)
        return _naar(verzoek, f"/id/{iri.removeprefix(basis())}")

    def eli(verzoek: Request) -> Response:
        register = dienst.antwoorden().register
        iri = parse_iri(basis() + ruw_pad(verzoek, "/eli/"), register)
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


def _gegevens(dienst: Dienst, verzoek: Request, iri: str, pagina: Callable[[], str]) -> Response:
    """The description of a thing; its page for whom likes that better than every format."""
    soort = onderhandel(accept_van(verzoek), (*GRAAFSOORTEN, HTML), GRAAFSYNONIEMEN)
    if soort is None:
        return probleem(406, "Deze gegevens zijn er niet in een gevraagd formaat.", aanbod=[*GRAAFSOORTEN, HTML])
    if soort == HTML:
        return _naar(verzoek, pagina())
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


def ruw_pad(verzoek: Request, begin: str) -> str:
    """The path behind ``begin`` as it was sent: an encoded slash in a number is no step."""
    ruw = verzoek.scope.get("raw_path") or quote(verzoek.scope["path"]).encode()
    pad = ruw.decode("ascii", errors="replace").partition("?")[0]
    return pad.removeprefix(str(verzoek.scope.get("root_path", "")).rstrip("/")).removeprefix(begin)


def _pagina(dienst: Dienst, pad: str) -> str:
    """Where the viewer shows it; what is no provision or work (a reference, an external source) on a page for all."""
    antwoorden = dienst.antwoorden()
    try:
        iri = parse_iri(basis() + pad, antwoorden.register)
    except IdentificatieFout:
        return f"/ding/id/{pad}"
    kort = print_kort(iri.id, antwoorden.register)
    if not _leest_terug(antwoorden, kort, iri.id):
        return f"/ding/id/{pad}"
    soort = "bepaling" if iri.id.stappen else "regeling"
    return f"/{soort}/{quote(kort, safe=':')}" + (
        f"?versie={iri.versie}" if iri.versie not in ("", ZONDER_VERSIE) else ""
    )


def _leest_terug(antwoorden: Antwoorden, kort: str, id_: BepalingId) -> bool:
    """Whether the address of a page would name it; the name of a work can be a number of a kind that is not read."""
    try:
        return antwoorden.lees_id(kort)[0] == id_
    except IdentificatieFout:
        return False


def _beschrijving(dienst: Dienst, iri: str, soort: str) -> bytes:
    formaat = RdfFormat.from_media_type(soort)
    assert formaat is not None
    return serialize(dienst.antwoorden().beschrijvingen.van(iri).tripels, format=formaat, prefixes=PREFIXEN) or b""


def _naar(verzoek: Request, pad: str) -> Response:
    voor = str(verzoek.scope.get("root_path", "")).rstrip("/")
    return RedirectResponse(voor + pad, 303)
