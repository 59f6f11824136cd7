"""The data set as a whole: its description (DCAT, VoID), and all of it in one file of each kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from pyoxigraph import NamedNode, Quad, RdfFormat, Triple, serialize
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from api.dienst import Dienst
from api.onderhandeling import onderhandel
from api.problemen import probleem
from api.sparql.media import GRAAFSOORTEN, GRAAFSYNONIEMEN, PREFIXEN
from api.sparql.protocol import accept_van, met_tekenset
from graph.dataset import VORMEN, WEB
from graph.oxigraph import Oxigraph
from graph.vraag import laad_vraag
from ontologie.fouten import NietGevonden

#: Quads that are written at once.
_PORTIE = 5_000
_VOORVOEGSELS = {
    **PREFIXEN,
    "dcat": "http://www.w3.org/ns/dcat#",
    "void": "http://rdfs.org/ns/void#",
    "foaf": "http://xmlns.com/foaf/0.1/",
}


def dataset_routes(dienst: Dienst) -> list[Route]:
    """``/dataset`` describes the data, ``/.well-known/void`` leads there; ``/dataset/regelgraaf.ttl`` is all of it."""

    def beschrijving(verzoek: Request) -> Response:
        soort = onderhandel(accept_van(verzoek), GRAAFSOORTEN, GRAAFSYNONIEMEN)
        if soort is None:
            # A browser gets something that it can show.
            soort = GRAAFSOORTEN[0] if "text/html" in verzoek.headers.get("accept", "") else None
        if soort is None:
            return probleem(406, "Deze beschrijving is er niet in een gevraagd formaat.", aanbod=list(GRAAFSOORTEN))
        tripels = list(laad_vraag("dataset").construeer(dienst.stand().opslag))
        if not tripels:
            raise NietGevonden("Van deze kennisgraaf is geen beschrijving. Bouw haar opnieuw met «regelgraaf bouw».")
        formaat = RdfFormat.from_media_type(soort)
        assert formaat is not None
        hier = str(verzoek.base_url)
        inhoud = serialize([_met_adres(t, hier) for t in tripels], format=formaat, prefixes=_VOORVOEGSELS)
        return Response(inhoud, 200, {"Cache-Control": "no-cache"}, met_tekenset(soort))

    def bekend(verzoek: Request) -> Response:
        voor = str(verzoek.scope.get("root_path", "")).rstrip("/")
        return RedirectResponse(f"{voor}/dataset", 303)

    def alles(verzoek: Request) -> Response:
        soort = {einde: mediatype for einde, mediatype, _ in VORMEN}.get(verzoek.path_params["einde"])
        opslag = dienst.stand().opslag
        if soort is None:
            raise NietGevonden(f"Alles is er als {', '.join(f'regelgraaf.{einde}' for einde, _, _ in VORMEN)}.")
        if not isinstance(opslag, Oxigraph):
            return probleem(501, "Deze gegevens staan in een ander systeem; vraag ze met SPARQL.")
        return StreamingResponse(schrijf(opslag.store, soort), 200, media_type=met_tekenset(soort))

    return [
        Route("/dataset", beschrijving, methods=["GET"]),
        Route("/.well-known/void", bekend, methods=["GET"]),
        Route("/dataset/regelgraaf.{einde}", alles, methods=["GET"]),
    ]


def schrijf(quads: Iterable[Quad], soort: str) -> Iterator[bytes]:
    """All quads in a form, piece by piece, in little memory; Turtle has no graphs and loses them."""
    formaat = RdfFormat.from_media_type(soort)
    assert formaat is not None
    bron = iter(quads)
    eerste = True
    if formaat == RdfFormat.JSON_LD:
        yield b"["
    while portie := list(islice(bron, _PORTIE)):
        inhoud = portie if formaat.supports_datasets else [q.triple for q in portie]
        stuk = serialize(inhoud, format=formaat) or b""
        if formaat == RdfFormat.JSON_LD:
            # Each piece is a list; together they are one.
            stuk = stuk[1:-1] if eerste else b"," + stuk[1:-1]
        yield stuk
        eerste = False
    if formaat == RdfFormat.JSON_LD:
        yield b"]"


def _met_adres(tripel: Triple, hier: str) -> Triple:
    """The addresses of this service in the place of the general ones."""
    waarde = tripel.object
    if isinstance(waarde, NamedNode):
        pad = waarde.value.removeprefix(WEB)
        if pad == "sparql" or (pad != waarde.value and pad.startswith("dataset/regelgraaf.")):
            return Triple(tripel.subject, tripel.predicate, NamedNode(hier + pad))
    return tripel
