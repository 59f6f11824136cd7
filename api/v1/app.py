"""The REST interface as one application, mounted at ``/v1``: its resources, its OpenAPI, its documentation, its errors.

An application of its own, so that whatever happens below ``/v1`` is answered in its terms: problem+json, never a page.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import orjson
from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from pydantic import Field
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from api.dienst import Dienst
from api.problemen import SOORT, van_fout, van_http, van_onverwacht
from api.v1.aangehaald import aangehaaldroutes
from api.v1.antwoord import als_json
from api.v1.bronnen import bepalingroutes, bepalingverwijzingen, regelingdelen, regelingroutes
from api.v1.controles import controleroutes
from api.v1.documentatie import documentatie, stijl
from api.v1.fouten import ongeldig
from api.v1.herstel import herstelroutes
from api.v1.impact import impactroutes
from api.v1.model import Link, Model, Probleem
from api.v1.paden import API_VERSIE, paden_van
from api.v1.vergelijkingen import vergelijkroutes
from api.v1.vinden import citaatroutes, zoekroutes
from api.v1.wijzigingen import wijzigingsroutes
from ontologie.fouten import OpslagFout, RegelgraafFout

_BESCHRIJVING = """Regelingen, bepalingen en hun verwijzingen tot op lid en onderdeel, uit de geladen documenten.

Fouten komen als problem+json (RFC 9457). Lijsten zijn begrensd en zeggen wanneer zij afgekapt zijn; de kop `Link` en
`_links` wijzen naar de volgende pagina. Met `If-None-Match` en de `ETag` van een eerder antwoord komt 304 als er niets
is veranderd. Datums zijn ISO 8601. Adressen eindigen nooit op een schuine streep.

De voorbeelden gaan over de Participatiewet (`pw`), die bij de meegeleverde gegevens zit. Wat hier geladen is, staat op
`/v1/regelingen`."""
_FOUTEN = {400: "Een waarde klopt niet", 404: "Niet gevonden; `suggesties` noemt wat erop lijkt",
           503: "De kennisgraaf is nu niet te lezen"}  # fmt: skip
_VERSIEKOP = {"description": "Versie van deze API", "schema": {"type": "string", "examples": [API_VERSIE]}}
_ETAGKOP = {"description": "Voor If-None-Match in een volgend verzoek", "schema": {"type": "string"}}
_PROBLEEM = {"content": {SOORT: {"schema": {"$ref": "#/components/schemas/Probleem"}}}}


class Ingang(Model):
    """Waar de API begint."""

    titel: str
    versie: str
    links: dict[str, Link] = Field(serialization_alias="_links")


def maak_v1(dienst: Dienst, opslag_weg: Callable[[Request, Exception], Response]) -> FastAPI:
    """The application for ``/v1``; ``opslag_weg`` answers a store that turned out to be gone."""
    app = FastAPI(
        title="Regelgraaf",
        version=API_VERSIE,
        description=_BESCHRIJVING,
        license_info={"name": "EUPL-1.2", "identifier": "EUPL-1.2"},
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        redirect_slashes=False,
        generate_unique_id_function=lambda route: route.name,
        responses={
            200: {"description": "Het antwoord"},
            304: {"description": "Het antwoord van deze ETag geldt nog"},
            **{status: {"description": zin, **_PROBLEEM} for status, zin in _FOUTEN.items()},
            "default": {"description": "Een andere fout", **_PROBLEEM},
        },
    )
    for router in (
        regelingroutes,
        regelingdelen,
        bepalingroutes,
        bepalingverwijzingen,
        impactroutes,
        aangehaaldroutes,
        zoekroutes,
        wijzigingsroutes,
        citaatroutes,
        controleroutes,
        herstelroutes,
        vergelijkroutes,
    ):
        app.include_router(router(dienst))
    app.add_exception_handler(OpslagFout, opslag_weg)
    app.add_exception_handler(RegelgraafFout, van_fout)
    app.add_exception_handler(HTTPException, van_http)
    app.add_exception_handler(RequestValidationError, ongeldig)
    app.add_exception_handler(Exception, van_onverwacht)
    app.router.routes.extend(_over(app))
    return app


def _over(app: FastAPI) -> list[Route]:
    """What tells about the interface: its description for programs and for people."""
    beschrijvingen: dict[str, dict[str, Any]] = {}

    def beschrijving(verzoek: Request) -> dict[str, Any]:
        adres = paden_van(verzoek)()
        if adres not in beschrijvingen:
            beschrijvingen[adres] = {**openapi(app), "servers": [{"url": adres}]}
        return beschrijvingen[adres]

    def als_openapi(verzoek: Request) -> Response:
        inhoud = orjson.dumps(beschrijving(verzoek), option=orjson.OPT_NON_STR_KEYS)
        return Response(inhoud, headers={"Cache-Control": "no-cache"}, media_type="application/json")

    def als_pagina(verzoek: Request) -> Response:
        return Response(
            documentatie(beschrijving(verzoek), paden_van(verzoek)), headers=_PAGINA, media_type="text/html"
        )

    def als_stijl(_verzoek: Request) -> Response:
        return Response(stijl(), headers={"Cache-Control": "no-cache"}, media_type="text/css")

    return [
        Route("/openapi.json", als_openapi, methods=["GET"]),
        Route("/documentatie", als_pagina, methods=["GET"]),
        Route("/documentatie.css", als_stijl, methods=["GET"]),
    ]


_PAGINA = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'",
    "Cache-Control": "no-cache",
}


def ingang(verzoek: Request) -> Response:
    """``/v1`` itself: where everything is."""
    paden = paden_van(verzoek)
    namen = ("regelingen", "zoeken", "meest-aangehaald", "wijzigingen", "dekking", "citaat", "documentatie")
    hrefs = {"self": paden(), **{naam: paden(naam) for naam in namen}, "service-desc": paden("openapi.json")}
    links = {naam: Link(href=href) for naam, href in hrefs.items()}
    return als_json(Ingang(titel="Regelgraaf", versie=API_VERSIE, links=links))


def openapi(app: FastAPI) -> dict[str, Any]:
    """The OpenAPI 3.1 description, with the shape of problems and the header of the version."""
    beschrijving = app.openapi()
    schemas = beschrijving["components"]["schemas"]
    probleem = Probleem.model_json_schema(ref_template="#/components/schemas/{model}")
    schemas |= {**probleem.pop("$defs", {}), "Probleem": probleem}
    for pad in beschrijving["paths"].values():
        for methode, operatie in pad.items():
            antwoorden = operatie["responses"]
            if antwoorden.keys() & {"201", "204"}:
                antwoorden.pop("200")
            for antwoord in antwoorden.values():
                antwoord.setdefault("headers", {})["API-Version"] = _VERSIEKOP
            # What a user brought is kept by nobody on the way.
            if methode == "get" and "vergelijken" not in operatie["tags"]:
                antwoorden["200"]["headers"]["ETag"] = _ETAGKOP
            else:
                antwoorden.pop("304")
    return beschrijving
