"""What every request goes through: a limit on its body, and the headers of answers for programs."""

from __future__ import annotations

from inspect import isawaitable

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.routing import Match
from starlette.types import ASGIApp, Message, Receive, Scope, Send

#: Addresses that scripts of any site may read: they serve public data, and nothing on them depends on who asks.
_OPENBAAR = (
    "/sparql", "/id/", "/data/", "/graaf/", "/grafen/", "/def", "/dataset", "/.well-known/void",
    "/jci/", "/eli/", "/vindplaats/", "/v1/",
)  # fmt: skip
#: What is not: documents that users bring, and what was made of them. These addresses take larger bodies too.
EIGEN = ("/vergelijk", "/controle", "/v1/vergelijkingen", "/v1/controles")
_CORS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "Regelgraaf-Afgekapt, Regelgraaf-Rijen, Link, ETag, API-Version, Server-Timing",
}
_CORS_VOORAF = {
    **_CORS,
    "Access-Control-Allow-Methods": "GET, HEAD, POST, OPTIONS",
    "Access-Control-Allow-Headers": "Accept, Content-Type, If-None-Match",
    "Access-Control-Max-Age": "86400",
}
#: Of what is not public: kept nowhere on the way, found by no search engine, and its address goes to no other site.
_EIGENKOPPEN = {
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex, nofollow",
    "Referrer-Policy": "same-origin",
}


class TeGroot(HTTPException):
    """A body passes its limit: an error of HTTP, so that a mounted application answers it as any other."""

    def __init__(self, grens: int) -> None:
        super().__init__(413, f"Een verzoek mag hier ten hoogste {grens // 1000} kB groot zijn.")


class Lichaamsgrens:
    """Refuses a body above ``grootste`` bytes: by its announced length, or as soon as more comes in."""

    def __init__(self, app: ASGIApp, grootste: int, grootste_eigen: int = 0) -> None:
        self.app = app
        self._grootste = grootste
        self._grootste_eigen = max(grootste, grootste_eigen)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        grens = self._grootste_eigen if is_eigen(scope) else self._grootste
        lengte = Headers(scope=scope).get("content-length", "0")
        if not lengte.isascii() or not lengte.isdigit() or int(lengte[:20]) > grens:
            await self._weiger(grens, scope, receive, send)
            return
        gelezen, begonnen = 0, False

        async def tel() -> Message:
            nonlocal gelezen
            bericht = await receive()
            gelezen += len(bericht.get("body", b""))
            if gelezen > grens:
                raise TeGroot(grens)
            return bericht

        async def let_op(bericht: Message) -> None:
            nonlocal begonnen
            begonnen = True
            if gelezen > grens and bericht["type"] == "http.response.start":
                MutableHeaders(scope=bericht)["Connection"] = "close"  # the rest of it is not read
            await send(bericht)

        try:
            await self.app(scope, tel, let_op)
        except TeGroot:
            if not begonnen:
                await self._weiger(grens, scope, receive, send)
        except ClientDisconnect:
            return  # no fault of ours, and nobody to tell

    @staticmethod
    async def _weiger(grens: int, scope: Scope, receive: Receive, send: Send) -> None:
        # As any other error of the application: a page where a page would have answered.
        toepassing = scope["app"]
        antwoord = toepassing.exception_handlers[HTTPException](Request(_met_bestemming(scope)), TeGroot(grens))
        if isawaitable(antwoord):
            antwoord = await antwoord
        antwoord.headers["Connection"] = "close"
        await antwoord(scope, receive, send)


def _met_bestemming(scope: Scope) -> Scope:
    """The request with what would have answered it: it may be refused before it got there."""
    for route in scope["app"].router.routes if "endpoint" not in scope else ():
        past, erbij = route.matches(scope)
        if past is Match.FULL:
            return {**scope, **erbij}
    return scope


def is_eigen(scope: Scope) -> bool:
    """Whether an address is about a document that a user brings."""
    pad = _pad(scope)
    return any(pad == p or pad.startswith(f"{p}/") for p in EIGEN)


def _pad(scope: Scope) -> str:
    return str(scope["path"]).removeprefix(str(scope.get("root_path", "")).rstrip("/"))


class Machinekoppen:
    """Lets programs of other sites read the public data, and keeps browsers from guessing a format."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        pad = _pad(scope)
        # Beforehand: a mounted application changes where its paths begin.
        eigen = is_eigen(scope)
        openbaar = (pad in ("/sparql", "/v1") or pad.startswith(_OPENBAAR[1:])) and not eigen
        if openbaar and scope["method"] == "OPTIONS":
            await send({"type": "http.response.start", "status": 204, "headers": _als_bytes(_CORS_VOORAF)})
            await send({"type": "http.response.body"})
            return

        async def met_koppen(bericht: Message) -> None:
            if bericht["type"] == "http.response.start":
                koppen = MutableHeaders(scope=bericht)
                koppen.setdefault("X-Content-Type-Options", "nosniff")
                if eigen:
                    koppen.update(_EIGENKOPPEN)
                if openbaar:
                    koppen.update(_CORS)
                    koppen.add_vary_header("Accept")
                    if "Allow" in koppen:
                        koppen["Allow"] += ", OPTIONS"
            await send(bericht)

        await self.app(scope, receive, met_koppen)


def _als_bytes(koppen: dict[str, str]) -> list[tuple[bytes, bytes]]:
    return [(naam.lower().encode(), waarde.encode()) for naam, waarde in koppen.items()]
