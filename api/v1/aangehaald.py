"""The resource meest-aangehaald: what references name most."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field
from starlette.requests import Request
from starlette.responses import Response

from api.dienst import Dienst
from api.v1.antwoord import adresser, beantwoord
from api.v1.model import Model, Pagina, Plek
from api.v1.paden import Paden
from api.v1.vragen import Deelvraag
from graph.antwoorden import Antwoorden


class Aangehaald(Model):
    """Iets waarnaar verwezen wordt, en hoe vaak precies daarnaar."""

    doel: Plek
    aantal: int = Field(description="Verwijzingen in de nieuwste versie van elk document die precies dit noemen.")


def aangehaaldroutes(dienst: Dienst) -> APIRouter:
    """``/meest-aangehaald``."""
    router = APIRouter(tags=["verwijzingen"])

    @router.get("/meest-aangehaald", response_model=Pagina[Aangehaald], summary="Waar het meest naar verwezen wordt")
    def meest_aangehaald(verzoek: Request, vraag: Annotated[Deelvraag, Query()]) -> Response:
        def maak(antwoorden: Antwoorden, paden: Paden) -> Pagina[Aangehaald]:
            deel = antwoorden.meest_aangehaald(limiet=vraag.limiet, vanaf=vraag.vanaf)
            return Pagina[Aangehaald].uit(
                deel, lambda a: Aangehaald(doel=Plek.van(a.plek, paden), aantal=a.aantal), adresser(verzoek)
            )

        return beantwoord(dienst, verzoek, maak)

    return router
