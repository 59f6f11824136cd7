"""The whole application: the machine face of ``api.app`` with the pages on top. ``web.app:maak_app`` starts it."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute

from api.app import maak_api
from api.instellingen import Instellingen
from api.metingen import adrespatroon
from api.problemen import status_van
from api.v1.paden import V1, is_v1
from ontologie.fouten import OpslagFout, RegelgraafFout
from web.beveiliging import Paginakoppen
from web.fouten import foutpagina
from web.paginas_sparql import StelVraag
from web.routes import Bron, eigen_adres, routes, wil_html
from web.routes_controle import controleroutes
from web.routes_eigen import routes_eigen
from web.routes_herstel import routes_herstel
from web.sjablonen import antwoord
from web.verzoek import paden_van

#: Level of compression: higher ones cost more time than they win.
GZIP = 4

Afhandeling = Callable[[Request, Exception], Response | Awaitable[Response]]
logger = logging.getLogger("regelgraaf.web")


def maak_app(instellingen: Instellingen | None = None) -> Starlette:
    """The application that a server runs; without ``instellingen`` these are read from the environment.

    Raises:
        InstellingFout: a setting is impossible.
    """
    app = maak_api(instellingen)
    dienst = app.state.dienst
    # The repair first: /vergelijk/herstel would else be taken for a document of that id.
    eigen = [*controleroutes(dienst), *routes_herstel(dienst), *routes_eigen(dienst)]
    return voeg_paginas_toe(app, dienst.antwoorden, dienst.stel, eigen)


def voeg_paginas_toe(app: Starlette, bron: Bron, stel: StelVraag, eigen: Sequence[BaseRoute] = ()) -> Starlette:
    """Put the pages into an application, before its own routes; errors of pages become pages.

    ``bron`` gives the answers of the state that is open now, ``stel`` answers a query of a user within limits;
    ``eigen`` are the pages that take in documents.
    """
    app.router.routes[:0] = [*routes(bron, stel), *eigen]
    # They are tried in order, and programs ask the most: what they ask for goes before the pages elsewhere.
    app.router.routes.sort(key=lambda route: getattr(route, "path", "") not in ("/sparql", V1))
    eerder: dict[Any, Afhandeling] = dict(app.exception_handlers)
    for soort in (OpslagFout, RegelgraafFout, HTTPException, Exception):
        app.add_exception_handler(soort, partial(_fout, eerder=eerder.get(soort)))
    app.add_middleware(Paginakoppen)
    app.add_middleware(GZipMiddleware, minimum_size=1000, compresslevel=GZIP)
    return app


async def _fout(verzoek: Request, fout: Exception, *, eerder: Afhandeling | None) -> Response:
    """An error as a page where a page was asked for, and otherwise as the application had it."""
    # Below /v1 never a page, also where it was not routed yet.
    pagina = eigen_adres(verzoek) or ("endpoint" not in verzoek.scope and wil_html(verzoek))
    if is_v1(verzoek.scope) or not pagina:
        if eerder is None:
            return PlainTextResponse("Er ging iets mis.", 500)
        uitkomst = eerder(verzoek, fout)
        return uitkomst if isinstance(uitkomst, Response) else await uitkomst
    if isinstance(fout, OpslagFout) and eerder is not None:
        eerder(verzoek, fout)  # lets go of the store, so that the next request opens it anew
    if isinstance(fout, HTTPException):
        return antwoord(verzoek, foutpagina(paden_van(verzoek), fout.status_code), fout.status_code)
    eigen = fout if isinstance(fout, RegelgraafFout) else None
    status = status_van(eigen) if eigen else 500
    if status == 500:
        # The pattern: an address may say for what was asked, or where a document of a user is.
        logger.error("%s %s", verzoek.method, adrespatroon(verzoek.scope), exc_info=fout)
    return antwoord(verzoek, foutpagina(paden_van(verzoek), status, eigen), status)
