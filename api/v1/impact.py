"""The resource impact, below a provision and below an amending act."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query
from starlette.requests import Request
from starlette.responses import Response

from api.dienst import Dienst
from api.v1.antwoord import adresser, beantwoord
from api.v1.bronnen import Id, bepaling_van
from api.v1.impactmodellen import Impactpagina
from api.v1.paden import Paden, uit_pad
from api.v1.vragen import Besluitimpactvraag, Impactvraag
from graph.antwoorden import Antwoorden

Besluit = Annotated[
    str, Path(max_length=1000, description="Een publicatie: korte notatie, citaat of IRI.", examples=["stb:2025:210"])
]


def impactroutes(dienst: Dienst) -> APIRouter:
    """``/bepalingen/{id}/impact`` and ``/besluiten/{id}/impact``."""
    router = APIRouter(tags=["impact"])

    @router.get("/bepalingen/{id}/impact", response_model=Impactpagina, summary="Wat geraakt wordt als zij wijzigt")
    def bepalingimpact(verzoek: Request, id: Id, vraag: Annotated[Impactvraag, Query()]) -> Response:
        def maak(antwoorden: Antwoorden, paden: Paden) -> Impactpagina:
            id_, _ = bepaling_van(antwoorden, id)
            i = antwoorden.impact(
                id_, gevolg=vraag.als, op=vraag.op, stappen=vraag.stappen, limiet=vraag.limiet, vanaf=vraag.vanaf
            )
            return Impactpagina.van(i, paden, adresser(verzoek))

        return beantwoord(dienst, verzoek, maak)

    @router.get("/besluiten/{id}/impact", response_model=Impactpagina, summary="Wat een wijzigend besluit raakt")
    def besluitimpact(verzoek: Request, id: Besluit, vraag: Annotated[Besluitimpactvraag, Query()]) -> Response:
        def maak(antwoorden: Antwoorden, paden: Paden) -> Impactpagina:
            doel = antwoorden.lees_besluit(uit_pad(id))
            i = antwoorden.impact(doel, op=vraag.op, stappen=vraag.stappen, limiet=vraag.limiet, vanaf=vraag.vanaf)
            return Impactpagina.van(i, paden, adresser(verzoek))

        return beantwoord(dienst, verzoek, maak)

    return router
