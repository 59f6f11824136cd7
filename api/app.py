"""The machine face: SPARQL, linked data, REST, health, metrics. ``web.app`` puts the pages on top of it."""

from __future__ import annotations

import gc
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import unquote

from anyio import to_thread
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.types import ASGIApp, Lifespan, Receive, Scope, Send

from api.dataset import dataset_routes
from api.dienst import Dienst
from api.grenzen import Lichaamsgrens, Machinekoppen
from api.instellingen import Instellingen, lees_instellingen, metingenmap
from api.koppelen import koppel_routes
from api.metingen import Meter, Metingen, log_als_json
from api.problemen import probleem, van_fout, van_http, van_onverwacht
from api.sparql.protocol import sparql_route
from api.v1.app import ingang, maak_v1
from api.v1.paden import V1, Padstukken, Versiekop
from ontologie.fouten import OpslagFout, RegelgraafFout
from ontologie.identificatie.iribasis import stel_basis


def maak_api(instellingen: Instellingen | None = None) -> Starlette:
    """The application for programs; ``app.state.dienst`` holds the store, the answers and the query processes.

    Raises:
        InstellingFout: a setting in the environment is impossible (without ``instellingen`` these are read).
    """
    instellingen = instellingen or lees_instellingen()
    stel_basis(instellingen.basis)
    dienst = Dienst(instellingen)

    @asynccontextmanager
    async def leven(_app: Starlette) -> AsyncIterator[None]:
        if instellingen.log == "json":
            log_als_json()
        await to_thread.run_sync(dienst.warm)
        # What is loaded now stays: without this every full collection walks through it, 60 ms in the middle of a page.
        gc.collect()
        gc.freeze()
        try:
            yield
        finally:
            await to_thread.run_sync(dienst.sluit)

    app = _Toepassing(instellingen.pad, leven)
    app.state.dienst = dienst
    metingen = Metingen(metingenmap())

    def opslag_weg(verzoek: Request, fout: Exception) -> Response:
        dienst.heropen()
        return van_fout(verzoek, fout)

    app.router.routes.extend(
        [
            sparql_route(dienst),
            *koppel_routes(dienst),
            *dataset_routes(dienst),
            *_gezondheid(dienst),
            Route("/metrics", metingen.toon, methods=["GET"]),
            Route(V1, ingang, methods=["GET"]),
            Mount(V1, maak_v1(dienst, opslag_weg)),
        ]
    )
    app.add_exception_handler(OpslagFout, opslag_weg)
    app.add_exception_handler(RegelgraafFout, van_fout)
    app.add_exception_handler(HTTPException, van_http)
    app.add_exception_handler(Exception, van_onverwacht)
    app.add_middleware(
        Lichaamsgrens,
        grootste=instellingen.lichaam_kb * 1000,
        # A form is a little more than the file in it.
        grootste_eigen=int(instellingen.eigen_mb * 1_000_000) + 100_000,
    )
    app.add_middleware(Machinekoppen)
    app.add_middleware(Meter, metingen=metingen)
    app.add_middleware(Padstukken)
    return app


_MET_GASTHEER = re.compile(rb"https?://([^/?#]+)", re.IGNORECASE)


class _Toepassing(Starlette):
    """The application, below the path ``pad``, with the version of the interface outside all else.

    As a middleware that would miss what is answered around those: the last resort for a fault in one of them.
    """

    def __init__(self, pad: str, leven: Lifespan[Starlette]) -> None:
        super().__init__(lifespan=leven)
        self.router.redirect_slashes = False
        self._pad = pad

    def build_middleware_stack(self) -> ASGIApp:
        return Versiekop(super().build_middleware_stack())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            scope = _zonder_gastheer(scope)
        # Here and not by the server: a setting must do wherever the application is started.
        if self._pad:
            scope["root_path"] = self._pad
        await super().__call__(scope, receive, send)


def _zonder_gastheer(scope: Scope) -> Scope:
    """A request of which the target is a whole address, as clients of a proxy send it: its path, for its host."""
    ruw: bytes = scope.get("raw_path") or b""
    gastheer = _MET_GASTHEER.match(ruw)
    if gastheer is None:
        return scope
    pad = ruw[gastheer.end() :] or b"/"
    # What the target says goes before the header.
    koppen = [(b"host", gastheer[1]), *((n, w) for n, w in scope["headers"] if n != b"host")]
    return {**scope, "raw_path": pad, "path": unquote(pad.decode("ascii")), "headers": koppen}


def _gezondheid(dienst: Dienst) -> list[Route]:
    """``/gezond``: the process answers. ``/klaar``: it can answer questions, so traffic may come."""

    async def gezond(_verzoek: Request) -> Response:
        return PlainTextResponse("gezond", headers={"Cache-Control": "no-store"})

    def klaar(_verzoek: Request) -> Response:
        stand = dienst.stand()
        stand.opslag.bevraag("ASK { ?s ?p ?o }")  # what is known of the documents may be from before the store went
        if not stand.antwoorden.bronnen().items:
            return probleem(503, "Er zijn geen documenten geladen.")
        return PlainTextResponse("klaar", headers={"Cache-Control": "no-store"})

    return [Route("/gezond", gezond, methods=["GET"]), Route("/klaar", klaar, methods=["GET"])]
