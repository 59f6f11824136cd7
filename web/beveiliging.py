"""Headers that keep a page to itself: nothing from elsewhere, nothing inline, no frames, no referrer."""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

#: Only own files; the script may fetch previews from the same host.
CSP = "; ".join(
    [
        "default-src 'none'",
        "style-src 'self'",
        "script-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    ]
)
KOPPEN = {
    "Content-Security-Policy": CSP,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
}


class Paginakoppen:
    """Adds the headers to HTML answers that do not have them yet."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def met_koppen(bericht: Message) -> None:
            if bericht["type"] == "http.response.start":
                koppen = MutableHeaders(scope=bericht)
                if koppen.get("content-type", "").startswith("text/html"):
                    for naam, waarde in KOPPEN.items():
                        koppen.setdefault(naam, waarde)
                else:
                    koppen.setdefault("X-Content-Type-Options", "nosniff")
            await send(bericht)

        await self.app(scope, receive, met_koppen if scope["type"] == "http" else send)
