"""The resource controles: texts that are brought and checked, looked at and wiped; and the check of a loaded work."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from anyio import to_thread
from fastapi import APIRouter, Path, Query
from pydantic import Field
from starlette.requests import Request
from starlette.responses import Response

from api.antwoordstukken import Opmaak
from api.antwoordstukken import controle as stuk_van
from api.controle import INGEVOERD
from api.dienst import Dienst
from api.eigen import Gecontroleerd
from api.eigen.ontvangst import ontvang
from api.uitvoer import Formaat, Levering, lever
from api.v1.aanbieden import formulier, opgenomen, wis
from api.v1.antwoord import als_json, beantwoord_of_lever, uitvoervormen
from api.v1.controlemodellen import Controleantwoord, Regel, Regels
from api.v1.paden import Paden, paden_van, uit_pad
from api.v1.vragen import Naam, Vraag
from graph.antwoorden import Antwoorden
from graph.antwoorden.controlegegevens import Controleuitkomst
from graph.controle import kies, regels
from ontologie.controle import Ernst
from ontologie.fouten import InvoerFout


class Controleformaat(StrEnum):
    """The formats of a check."""

    JSON = "json"
    CSV = "csv"
    DOCX = "docx"


class Puntenkeuze(Vraag):
    """Which findings are wanted."""

    ernst: Ernst = Field(Ernst.AANDACHTSPUNT, description="Alleen wat minstens zo ernstig is.")
    zonder: list[Naam] = Field([], max_length=100, description="Regels die niet meedoen.", examples=[["niveauwoord"]])


class Controlevraag(Puntenkeuze):
    """The same, and in which format."""

    formaat: Controleformaat | None = Field(None, description="Gaat voor de Accept-kop.")


class Geladencontrole(Controlevraag):
    """The same of a loaded work."""

    versie: Naam = Field("", description="Een geladen versie; zonder is het de nieuwste.")


#: No example: of what is shipped there is no text.
Werk = Annotated[
    str, Path(max_length=1000, description="Korte naam, officieel id of IRI; van wat met zijn tekst is geladen.")
]
Id = Annotated[str, Path(pattern=r"^[A-Za-z0-9_-]{32}$", description="Het id van een aangeboden tekst.")]
_TEKST = {"tekst": {"type": "string", "description": "Of de tekst zelf."}}
_LICHAAM = {
    "requestBody": {"required": True, "content": {**formulier(_TEKST), "text/plain": {"schema": {"type": "string"}}}}
}


def controleroutes(dienst: Dienst) -> APIRouter:
    """``/controles``, one of them, its rules, and the check of a loaded work."""
    router = APIRouter(tags=["controle"])
    loket = dienst.controles

    @router.post(
        "/controles",
        response_model=Controleantwoord,
        status_code=201,
        summary="Controleer een tekst of document",
        openapi_extra=_LICHAAM,
        responses={201: {"description": "Gecontroleerd; Location noemt waar de uitkomst blijft"}},
    )
    async def biedaan(verzoek: Request, vraag: Annotated[Puntenkeuze, Query()]) -> Response:
        """De tekst blijft op deze machine, onder een adres dat niet te raden is, tot u haar wist."""
        kies(vraag.zonder, vraag.ernst)  # before anything is kept
        ontvangen = await ontvang(verzoek, dienst.eigen.kluis, tekst=INGEVOERD)
        if ontvangen.stuk is None:
            raise InvoerFout(
                "Er is geen tekst meegestuurd.", advies="Stuur een bestand als veld «document», of woorden als «tekst»."
            )
        g = await to_thread.run_sync(loket.controleer, ontvangen.stuk)
        adres = paden_van(verzoek)("controles", ontvangen.stuk.id)
        return opgenomen(als_json(Controleantwoord.van(g, _gefilterd(g, vraag), adres)), adres)

    @router.get("/controles/regels", response_model=Regels, summary="De regels van de controle")
    def toon_regels() -> Response:
        alle = [Regel(id=r.id, naam=r.naam, thema=r.thema, ernst=r.ernst, uitleg=r.uitleg) for r in regels()]
        return als_json(Regels(regels=alle))

    @router.get(
        "/controles/{id}",
        response_model=Controleantwoord,
        summary="De uitkomst van een controle",
        responses=uitvoervormen(),
    )
    def toon(verzoek: Request, id: Id, vraag: Annotated[Controlevraag, Query()]) -> Response:
        g = loket.uitkomst(id)
        uitkomst = _gefilterd(g, vraag)
        if vraag.formaat in (Controleformaat.CSV, Controleformaat.DOCX):
            return lever(stuk_van(uitkomst), Formaat(vraag.formaat))
        return als_json(Controleantwoord.van(g, uitkomst, paden_van(verzoek)("controles", id)))

    @router.delete(
        "/controles/{id}",
        name="wis",
        status_code=204,
        summary="Wis een tekst met alles wat ervan gemaakt is",
        responses={204: {"description": "Gewist"}},
    )
    def wis_controle(verzoek: Request, id: Id) -> Response:
        return wis(verzoek, dienst.eigen.kluis, id)

    _geladen(router, dienst)
    return router


def _geladen(router: APIRouter, dienst: Dienst) -> None:
    loket = dienst.controles

    @router.get(
        "/regelingen/{regeling}/controle",
        response_model=Controleantwoord,
        summary="De controle van een geladen regeling of document",
        responses=uitvoervormen(),
    )
    def geladen(verzoek: Request, regeling: Werk, vraag: Annotated[Geladencontrole, Query()]) -> Response:
        def gevonden() -> Gecontroleerd:
            return loket.van_geladen(uit_pad(regeling), vraag.versie)

        def maak(_antwoorden: Antwoorden, paden: Paden) -> Controleantwoord:
            g = gevonden()
            return Controleantwoord.van(g, _gefilterd(g, vraag), paden("regelingen", g.uitkomst.werk, "controle"))

        def levering(opmaak: Opmaak) -> Levering:
            return stuk_van(_gefilterd(gevonden(), vraag), opmaak.herkomst())

        return beantwoord_of_lever(dienst, verzoek, maak, levering, vraag.formaat)


def _gefilterd(g: Gecontroleerd, vraag: Puntenkeuze) -> Controleuitkomst:
    """Raises ``InvoerFout`` for a rule that does not exist."""
    kies(vraag.zonder)
    return g.uitkomst.gefilterd(vraag.ernst, vraag.zonder)
