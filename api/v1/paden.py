"""Addresses within the REST interface, and how a path with an escaped slash reaches the right resource."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, unquote_to_bytes, urlencode

from starlette.types import ASGIApp, Message, Receive, Scope, Send

#: Where this version of the interface is mounted.
V1 = "/v1"
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


def uit_pad(deel: str) -> str:
    """A segment of the path as the client meant it."""
    return deel.replace(_SCHUIN, "/")


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
