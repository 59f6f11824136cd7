"""From a question to a response: the state that answers, ETag and 304, links in the header, JSON as bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from enum import StrEnum
from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from api.antwoordstukken import Opmaak, adres_op
from api.dienst import Dienst, Stand
from api.onderhandeling import onderhandel
from api.problemen import probleem
from api.uitvoer import Formaat, Levering, lever
from api.uitvoer.levering import SOORTEN
from api.v1.model import Adresser, Model, Pagina
from api.v1.paden import API_VERSIE, V1, Paden, paden_van
from graph.antwoorden import Antwoorden

JSON = "application/json"

#: Makes the answer of one resource, as JSON and as something to hand out.
Maker = Callable[[Antwoorden, Paden], Model]
Leveraar = Callable[[Opmaak], Levering]
Aanbod = tuple[Formaat, ...]
#: The formats of an answer besides JSON.
UITVOER = (Formaat.CSV, Formaat.DOCX)


def adresser(verzoek: Request) -> Adresser:
    """The address of this very question from another place in its list."""
    pad = paden_van(verzoek).prefix + _ruw_pad(verzoek)
    rest = [(naam, waarde) for naam, waarde in verzoek.query_params.multi_items() if naam != "vanaf"]

    def adres(vanaf: int) -> str:
        vraag = urlencode([*rest, *([("vanaf", str(vanaf))] if vanaf else [])])
        return f"{pad}?{vraag}" if vraag else pad

    return adres


def beantwoord(dienst: Dienst, verzoek: Request, maak: Maker) -> Response:
    """The answer of one resource as JSON; 304 where the client has it, 406 where it takes no JSON."""
    if onderhandel(verzoek.headers.get("accept", ""), (JSON,)) is None:
        return probleem(406, "Dit is er alleen als JSON.", aanbod=[JSON])
    return met_etag(dienst, verzoek, lambda stand: als_json(maak(stand.antwoorden, paden_van(verzoek))))


def beantwoord_of_lever(
    dienst: Dienst, verzoek: Request, maak: Maker, levering: Leveraar, formaat: StrEnum | None, aanbod: Aanbod = UITVOER
) -> Response:
    """The answer of one resource as JSON, or as a file where ``formaat`` or the header ``Accept`` asks for one."""
    soorten = {JSON: None, **{SOORTEN[f].partition(";")[0]: f for f in aanbod}}
    if formaat is not None:
        gekozen = None if formaat == "json" else Formaat(formaat)
    elif (soort := onderhandel(verzoek.headers.get("accept", ""), tuple(soorten))) is None:
        return probleem(406, "Dit is er niet in een gevraagd formaat.", aanbod=list(soorten))
    else:
        gekozen = soorten[soort]

    def antwoord(stand: Stand) -> Response:
        if gekozen is None:
            return als_json(maak(stand.antwoorden, paden_van(verzoek)))
        return lever(levering(Opmaak(stand.antwoorden, adres_op(str(verzoek.base_url)))), gekozen)

    return met_etag(dienst, verzoek, antwoord)


def uitvoervormen(aanbod: Aanbod = UITVOER) -> dict[int | str, dict[str, Any]]:
    """What OpenAPI says of an answer that is also handed out as a file."""
    return {200: {"content": {SOORTEN[f].partition(";")[0]: {"schema": {"type": "string"}} for f in aanbod}}}


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
