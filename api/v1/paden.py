"""Addresses within the REST interface, and how a path with an escaped slash reaches the right resource."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, unquote_to_bytes, urlencode

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

#: Where this version of the interface is mounted.
V1 = "/v1"
#: Version of the interface, by semantic versioning; in every answer as ``API-Version``.
API_VERSIE = "1.0.0"
#: Stands for an escaped slash while a path is being matched; no identifier can hold it.
_SCHUIN = "\x1f"
_ONTSNAPT = re.compile(rb"%2f", re.I)


@dataclass(frozen=True, slots=True)
class Paden:
    """Links below the configured prefix ("" or "/regelgraaf"), for use in ``href`` and ``Link``."""

    prefix: str = ""

    def __call__(self, *delen: str, **vraag: object) -> str:
        """The path of a resource: its segments, escaped, and its query; empty values are left out."""
        pad = "".join(f"/{quote(deel, safe=':~@')}" for deel in delen)
        gevuld = {naam: waarde for naam, waarde in vraag.items() if waarde not in ("", None)}
        return f"{self.prefix}{V1}{pad}" + (f"?{urlencode(gevuld)}" if gevuld else "")


def paden_van(verzoek: Request) -> Paden:
    """Links below the prefix at which this request came in."""
    return Paden(str(verzoek.scope.get("app_root_path", verzoek.scope.get("root_path", ""))).removesuffix(V1))


def uit_pad(deel: str) -> str:
    """A segment of the path as the client meant it."""
    return deel.replace(_SCHUIN, "/")


def is_v1(scope: Scope) -> bool:
    """Whether a request is for this interface, by its path alone: it may be refused before it was routed."""
    pad = str(scope["path"]).removeprefix(str(scope.get("root_path", "")).rstrip("/"))
    return pad == V1 or pad.startswith(f"{V1}/")


class Versiekop:
    """Says in every answer of the interface which version gave it, whoever made the answer."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def met_kop(bericht: Message) -> None:
            if bericht["type"] == "http.response.start":
                MutableHeaders(scope=bericht)["API-Version"] = API_VERSIE
            await send(bericht)

        await self.app(scope, receive, met_kop if scope["type"] == "http" and is_v1(scope) else send)


class Padstukken:
    """Matches paths by their segments as sent, so that an IRI can be one of them; answers HEAD as GET without body."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or f"{V1}/" not in scope["path"]:
            await self.app(scope, receive, send)
            return
        ruw = (scope.get("raw_path") or b"").partition(b"?")[0]
        if _ONTSNAPT.search(ruw):
            pad = unquote_to_bytes(_ONTSNAPT.sub(b"%1F", ruw)).decode("utf-8", errors="replace")
            scope = {**scope, "path": pad}
        if scope["method"] != "HEAD":
            await self.app(scope, receive, send)
            return

        async def zonder_inhoud(bericht: Message) -> None:
            if bericht["type"] == "http.response.body":
                bericht = {**bericht, "body": b""}
            await send(bericht)

        await self.app({**scope, "method": "GET"}, receive, zonder_inhoud)
