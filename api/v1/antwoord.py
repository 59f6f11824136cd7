"""From a question to a response: the state that answers, ETag and 304, links in the header, JSON as bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from api.dienst import Dienst, Stand
from api.onderhandeling import onderhandel
from api.problemen import probleem
from api.v1.model import Adresser, Model, Pagina
from api.v1.paden import V1, Paden
from graph.antwoorden import Antwoorden

#: Version of the interface, by semantic versioning; in every answer as ``API-Version``.
API_VERSIE = "1.0.0"
JSON = "application/json"

#: Makes the answer of one resource.
Maker = Callable[[Antwoorden, Paden], Model]


def paden_van(verzoek: Request) -> Paden:
    """Links below the prefix at which this request came in."""
    return Paden(str(verzoek.scope.get("app_root_path", verzoek.scope.get("root_path", ""))).removesuffix(V1))


def adresser(verzoek: Request) -> Adresser:
    """The address of this very question from another place in its list."""
    pad = paden_van(verzoek).prefix + _ruw_pad(verzoek)
    rest = [(naam, waarde) for naam, waarde in verzoek.query_params.multi_items() if naam != "vanaf"]

    def adres(vanaf: int) -> str:
        vraag = urlencode([*rest, *([("vanaf", str(vanaf))] if vanaf else [])])
        return f"{pad}?{vraag}" if vraag else pad

    return adres


def beantwoord(dienst: Dienst, verzoek: Request, maak: Maker, *, kenmerk: str = "") -> Response:
    """The answer of one resource as JSON; 304 where the client has it, 406 where it takes no JSON.

    ``kenmerk`` is what the answer depends on besides the state and the request.
    """
    if onderhandel(verzoek.headers.get("accept", ""), (JSON,)) is None:
        return probleem(406, "Dit is er alleen als JSON.", aanbod=[JSON])
    return met_etag(dienst, verzoek, lambda stand: als_json(maak(stand.antwoorden, paden_van(verzoek))), kenmerk)


def met_etag(dienst: Dienst, verzoek: Request, maak: Callable[[Stand], Response], kenmerk: str = "") -> Response:
    """An answer with its ETag, or 304 without asking anything where the client has that one."""
    stand = dienst.stand()
    koppen = {"Cache-Control": "no-cache"}
    gekend = verzoek.headers.get("if-none-match", "")
    # A remote engine may change at any moment without telling.
    if not dienst.instellingen.extern_vraag:
        koppen["ETag"] = _etag(stand, verzoek, kenmerk)
        if koppen["ETag"] in (merk.strip() for merk in gekend.split(",")):
            return Response(None, 304, koppen)
    antwoord = maak(stand)
    if gekend.strip() == "*" and antwoord.status_code == 200:
        return Response(None, 304, koppen)
    antwoord.headers.update(koppen)
    return antwoord


def als_json(model: Model) -> Response:
    """A model as JSON; where it is part of a list, its neighbours are in the header ``Link`` too."""
    antwoord = Response(model.model_dump_json(by_alias=True), 200, media_type=JSON)
    if isinstance(model, Pagina):
        antwoord.headers["Link"] = ", ".join(
            f'<{link.href}>; rel="{rel}"' for rel, link in model.links.items() if rel in ("self", "next", "prev")
        )
    return antwoord


def _etag(stand: Stand, verzoek: Request, kenmerk: str) -> str:
    """Weak, as compression on the way changes the bytes."""
    delen = (API_VERSIE, stand.naam, paden_van(verzoek).prefix, _ruw_pad(verzoek), verzoek.url.query,
             verzoek.headers.get("accept", ""), kenmerk)  # fmt: skip
    return f'W/"{hashlib.sha256(chr(0).join(delen).encode(errors="replace")).hexdigest()[:32]}"'


def _ruw_pad(verzoek: Request) -> str:
    """The path from ``/v1`` on, as it was sent."""
    ruw: bytes = (verzoek.scope.get("raw_path") or verzoek.scope["path"].encode()).partition(b"?")[0]
    _, begin, rest = ruw.decode("ascii", errors="replace").partition(V1)
    return begin + rest
