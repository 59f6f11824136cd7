"""The resource vergelijkingen: documents that are brought, put beside a model, looked at and wiped."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from anyio import to_thread
from fastapi import APIRouter, Path, Query
from pydantic import Field
from starlette.requests import Request
from starlette.responses import Response

from api.antwoordstukken import Opmaak, adres_op
from api.antwoordstukken import vergelijking as stuk_van
from api.dienst import Dienst
from api.eigen import Vergeleken
from api.eigen.ontvangst import ontvang
from api.eigen.rijen import Toon
from api.uitvoer import Formaat, lever
from api.v1.aanbieden import formulier, opgenomen, wis
from api.v1.antwoord import als_json, uitvoervormen
from api.v1.paden import paden_van
from api.v1.vergelijkmodellen import Vergelijking
from api.v1.vragen import Dag, Naam, Vraag
from ontologie.fouten import InvoerFout


class Paartoon(StrEnum):
    """Which pairs are given."""

    ALLES = "alles"
    AFWIJKINGEN = "afwijkingen"
    AFWIJKEND = "afwijkend"
    ONTBREEKT = "ontbreekt"
    EXTRA = "extra"
    WEGGELATEN = "weggelaten"
    KEUZES = "keuzes"


class Vergelijkformaat(StrEnum):
    """The formats of a comparison."""

    JSON = "json"
    CSV = "csv"
    DOCX = "docx"


class Toonvraag(Vraag):
    """What of a comparison is asked for."""

    toon: Paartoon = Field(Paartoon.ALLES, description="Welke paren; de rest staat er altijd bij.")
    formaat: Vergelijkformaat = Field(Vergelijkformaat.JSON, description="CSV bevat de gevraagde paren, Word alles.")


class Geladen(Vraag):
    """Which loaded ordinance beside which model."""

    # No example: of what is shipped there is no text.
    eigen: Naam = Field(
        min_length=1, description="Korte naam of CVDR-id van een verordening die met haar tekst is geladen."
    )
    model: Naam = Field("", description="Korte naam van het model; zonder is het het enige geladen model.")
    op: Dag | None = Field(None, description="Naar het recht van deze dag; zonder is het vandaag.")

    def dag(self) -> str:
        return self.op.isoformat() if self.op else ""


class Geladenvraag(Toonvraag, Geladen):
    """What of the comparison of which loaded ordinance is asked for."""


Id = Annotated[str, Path(pattern=r"^[A-Za-z0-9_-]{32}$", description="Het id van een aangeboden document.")]
_VELDEN = {
    "model": {"type": "string", "maxLength": 200, "description": "Korte naam van het model."},
    "op": {"type": "string", "format": "date", "description": "Naar het recht van deze dag."},
}
_LICHAAM = {"requestBody": {"required": True, "content": formulier(_VELDEN, verplicht=True)}}


def vergelijkroutes(dienst: Dienst) -> APIRouter:
    """``/vergelijkingen``, and one of them."""
    router = APIRouter(tags=["vergelijken"])
    loket = dienst.vergelijken

    @router.post(
        "/vergelijkingen",
        response_model=Vergelijking,
        status_code=201,
        summary="Leg een eigen verordening naast het model",
        openapi_extra=_LICHAAM,
        responses={201: {"description": "Vergeleken; Location noemt waar de uitkomst blijft"}},
    )
    async def vergelijk(verzoek: Request) -> Response:
        """Het document blijft op deze machine, onder een adres dat niet te raden is, tot u het wist."""
        ontvangen = await ontvang(verzoek, dienst.eigen.kluis)
        if ontvangen.stuk is None:
            raise InvoerFout("Er is geen document meegestuurd.", advies="Stuur het in het veld «document».")
        model, op = (ontvangen.velden.get(naam, "") for naam in ("model", "op"))
        vergeleken = await to_thread.run_sync(loket.vergelijk, ontvangen.stuk, model, op)
        antwoord = await to_thread.run_sync(_antwoord, dienst, verzoek, vergeleken, Toonvraag.model_validate({}))
        return opgenomen(antwoord, paden_van(verzoek)("vergelijkingen", ontvangen.stuk.id))

    @router.get(
        "/vergelijkingen",
        response_model=Vergelijking,
        summary="Een geladen verordening naast het model",
        responses=uitvoervormen(),
    )
    def vergelijk_geladen(verzoek: Request, vraag: Annotated[Geladenvraag, Query()]) -> Response:
        return _antwoord(dienst, verzoek, loket.van_geladen(vraag.eigen, vraag.model, vraag.dag()), vraag)

    @router.get(
        "/vergelijkingen/{id}",
        response_model=Vergelijking,
        summary="De uitkomst van een vergelijking",
        responses=uitvoervormen(),
    )
    def vergelijking(verzoek: Request, id: Id, vraag: Annotated[Toonvraag, Query()]) -> Response:
        return _antwoord(dienst, verzoek, loket.uitkomst(id), vraag)

    @router.delete(
        "/vergelijkingen/{id}",
        status_code=204,
        summary="Wis een document met alles wat ervan gemaakt is",
        responses={204: {"description": "Gewist"}},
    )
    def wis_vergelijking(verzoek: Request, id: Id) -> Response:
        return wis(verzoek, dienst.eigen.kluis, id)

    return router


def _antwoord(dienst: Dienst, verzoek: Request, vergeleken: Vergeleken, vraag: Toonvraag) -> Response:
    antwoorden = dienst.antwoorden()
    toon = Toon(vraag.toon.value)
    if vraag.formaat is not Vergelijkformaat.JSON:
        opmaak = Opmaak(antwoorden, adres_op(str(verzoek.base_url)))
        return lever(stuk_van(opmaak, vergeleken.uitkomst, toon), Formaat(vraag.formaat.value))
    paden = paden_van(verzoek)
    stuk = vergeleken.stuk
    self_ = paden("vergelijkingen", stuk.id) if stuk else zoals_gevraagd(verzoek)
    return als_json(Vergelijking.van(vergeleken, toon, antwoorden.register, paden, self_))


def zoals_gevraagd(verzoek: Request) -> str:
    """The address of an answer about what is loaded: as it was asked for."""
    return f"{verzoek.url.path}?{verzoek.url.query}"
