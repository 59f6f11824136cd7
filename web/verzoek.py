"""What of a request other than its parameters decides an answer: where this site is for the asker."""

from __future__ import annotations

from dataclasses import replace

from starlette.requests import Request

from api.antwoordstukken import Opmaak, adres_op
from web.gids import Gids
from web.paden import Paden


def paden_van(verzoek: Request) -> Paden:
    """Addresses below the prefix under which this request came in."""
    return Paden(str(verzoek.scope.get("root_path", "")).rstrip("/"))


def opmaak(verzoek: Request, gids: Gids) -> Opmaak:
    """For documents, whose links lead to this site as the asker sees it."""
    return Opmaak(gids.antwoorden, adres_op(str(verzoek.base_url)))


def met_hele_adressen(verzoek: Request, gids: Gids) -> Gids:
    """For what is kept as a file: addresses that say where this service is."""
    return replace(gids, paden=Paden(str(verzoek.base_url).rstrip("/")))
