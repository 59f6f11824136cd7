"""What every resource of brought documents does: the form to bring one, where the outcome stays, and wiping it."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from api.eigen import Kluis
from api.eigen.ontvangst import eis_eigen_pagina

_DOCUMENT = {"type": "string", "format": "binary", "description": "DOCX, PDF, tekst of XML."}


def formulier(velden: dict[str, Any], *, verplicht: bool = False) -> dict[str, Any]:
    """The content of a request with a document and further fields, for OpenAPI; ``verplicht``: it must be there."""
    schema: dict[str, Any] = {"type": "object", "properties": {"document": _DOCUMENT, **velden}}
    if verplicht:
        schema["required"] = ["document"]
    return {"multipart/form-data": {"schema": schema}}


def opgenomen(antwoord: Response, adres: str) -> Response:
    """The outcome as the answer to who brought the document: created, and where it stays."""
    antwoord.status_code = 201
    antwoord.headers["Location"] = adres
    return antwoord


def wis(verzoek: Request, kluis: Kluis, id_: str) -> Response:
    """Wipe a document with all that was made of it.

    Raises:
        HTTPException: 403, for what another site makes a browser ask.
        NietGevonden: it is not kept here (any more).
    """
    eis_eigen_pagina(verzoek)
    kluis.wis(id_)
    return Response(status_code=204)
