"""The resources regelingen and bepalingen, with what hangs below them."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Path, Query
from starlette.requests import Request
from starlette.responses import Response

from api import antwoordstukken as stukken
from api.antwoordstukken import Opmaak
from api.dienst import Dienst
from api.uitvoer import Levering
from api.v1.antwoord import adresser, beantwoord, beantwoord_of_lever, uitvoervormen
from api.v1.bronmodellen import Bepaling, Inhoudsregel, Regeling, Regelingitem
from api.v1.model import Pagina, Plek, deel_van, lijst_links
from api.v1.paden import Paden, uit_pad
from api.v1.tijdmodellen import Geschiedenis, Verschil, Verschilpagina
from api.v1.verwijsmodellen import (
    Implementatie,
    InkomendePagina,
    Regelplicht,
    Relatie,
    Verwijzing,
    Werkversie,
)
from api.v1.vragen import (
    Bepalingvraag,
    Implementeertvraag,
    Inkomendvraag,
    Plichtenvraag,
    Regelingenvraag,
    Verschilvraag,
    Versiedeelvraag,
    Versievraag,
)
from graph.antwoorden import NIVEAUS, Antwoorden, Bron
from graph.antwoorden.tijdgegevens import Versiekeuze
from ontologie.fouten import IdentificatieFout, NietGevonden
from ontologie.identificatie import BepalingId

Id = Annotated[
    str,
    Path(
        max_length=1000,
        description="Korte notatie, JCI, citaat, of een IRI waarvan schuine strepen als %2F zijn geschreven.",
        examples=["pw:8a"],
    ),
]
Werk = Annotated[str, Path(max_length=1000, description="Korte naam, officieel id of IRI.", examples=["pw"])]


def bepaling_van(antwoorden: Antwoorden, id_: str, versie: str = "") -> tuple[BepalingId, str]:
    """The provision that a path names, and the version wanted: the one asked for, or that which an IRI names.

    Raises:
        NietGevonden: it cannot be read, or names no known regulation. It stands in the path, so there is nothing there.
    """
    try:
        gelezen, genoemd = antwoorden.lees_id(uit_pad(id_))
    except IdentificatieFout as fout:
        raise antwoorden.niet_gelezen(uit_pad(id_), fout) from fout
    return gelezen, versie or genoemd


def gekozen_versie(
    antwoorden: Antwoorden, id_: BepalingId, versie: str, op: date | None
) -> tuple[str, Versiekeuze | None]:
    """The version to show, and why that one where a day was asked for.

    Raises:
        NietGevonden: no loaded version reaches that day.
    """
    if op is None:
        return versie, None
    keuze = antwoorden.versie_op(id_, op)
    if keuze.versie is None:
        raise NietGevonden(f"Van «{keuze.bepaling.label}» is geen versie geladen van {op}: {keuze.reden}")
    return keuze.versie.naam, keuze


def regelingroutes(dienst: Dienst) -> APIRouter:
    """``/regelingen`` and what hangs below one."""
    router = APIRouter(prefix="/regelingen", tags=["regelingen"])

    @router.get("", response_model=Pagina[Regelingitem], summary="Alle geladen regelingen en documenten")
    def regelingen(verzoek: Request, vraag: Annotated[Regelingenvraag, Query()]) -> Response:
        def maak(antwoorden: Antwoorden, paden: Paden) -> Pagina[Regelingitem]:
            per_werk: dict[str, list[Bron]] = {}
            for bron in antwoorden.bronnen().items:
                if vraag.soort in (None, bron.soort):
                    per_werk.setdefault(bron.werk.kort, []).append(bron)
            deel = deel_van(per_werk.values(), vraag.limiet, vraag.vanaf)
            return Pagina[Regelingitem].uit(deel, lambda bronnen: Regelingitem.van(bronnen, paden), adresser(verzoek))

        return beantwoord(dienst, verzoek, maak)

    @router.get("/{regeling}", response_model=Regeling, summary="Een regeling met haar versies")
    def regeling(verzoek: Request, regeling: Werk, vraag: Annotated[Versievraag, Query()]) -> Response:
        def maak(antwoorden: Antwoorden, paden: Paden) -> Regeling:
            id_, versie = _werk(antwoorden, regeling, vraag.versie)
            naam, keuze = gekozen_versie(antwoorden, id_, versie, vraag.op)
            gekozen = antwoorden.bepaling(id_, naam).bron
            bronnen = [b for b in antwoorden.bronnen().items if b.werk == gekozen.werk]
            return Regeling.van(gekozen, bronnen, keuze, antwoorden.bevindingen(id_.werk), paden)

        return beantwoord(dienst, verzoek, maak)

    @router.get("/{regeling}/inhoud", response_model=Pagina[Inhoudsregel], summary="De inhoudsopgave")
    def inhoud(verzoek: Request, regeling: Werk, vraag: Annotated[Versiedeelvraag, Query()]) -> Response:
        def maak(antwoorden: Antwoorden, paden: Paden) -> Pagina[Inhoudsregel]:
            id_, versie = _werk(antwoorden, regeling, vraag.versie)
            deel = deel_van(antwoorden.inhoudsopgave(id_, versie), vraag.limiet, vraag.vanaf)
            return Pagina[Inhoudsregel].uit(
                deel, lambda regel: Inhoudsregel(diepte=regel[0], bepaling=Plek.van(regel[1], paden)), adresser(verzoek)
            )

        return beantwoord(dienst, verzoek, maak)

    return router


def regelingdelen(dienst: Dienst) -> APIRouter:
    """The duties in a regulation, and how its versions differ."""
    router = APIRouter(prefix="/regelingen", tags=["regelingen"])

    @router.get(
        "/{regeling}/regelplichten",
        response_model=Pagina[Regelplicht],
        summary="Plichten en bevoegdheden om te regelen",
    )
    def regelplichten(verzoek: Request, regeling: Werk, vraag: Annotated[Plichtenvraag, Query()]) -> Response:
        def maak(antwoorden: Antwoorden, paden: Paden) -> Pagina[Regelplicht]:
            id_, versie = _werk(antwoorden, regeling, vraag.versie)
            deel = deel_van(antwoorden.regelplichten(id_.werk, versie, vorm=vraag.vorm), vraag.limiet, vraag.vanaf)
            return Pagina[Regelplicht].uit(deel, lambda p: Regelplicht.van(p, paden), adresser(verzoek))

        return beantwoord(dienst, verzoek, maak)

    @router.get(
        "/{regeling}/verschil",
        response_model=Verschilpagina,
        summary="Hoe twee versies verschillen",
        responses=uitvoervormen(),
    )
    def verschil(verzoek: Request, regeling: Werk, vraag: Annotated[Verschilvraag, Query()]) -> Response:
        def maak(antwoorden: Antwoorden, paden: Paden) -> Verschilpagina:
            id_, _ = _werk(antwoorden, regeling, "")
            v = antwoorden.verschil(id_, vraag.oud, vraag.nieuw, limiet=vraag.limiet, vanaf=vraag.vanaf)
            return Verschilpagina.uit(
                v.regels,
                lambda r: Verschil.van(r, paden),
                adresser(verzoek),
                oud=Werkversie.van(v.oud, paden),
                nieuw=Werkversie.van(v.nieuw, paden),
                met_tekst=v.met_tekst,
            )

        def levering(opmaak: Opmaak) -> Levering:
            return stukken.verschil(opmaak, _werk(opmaak.antwoorden, regeling, "")[0], vraag.oud, vraag.nieuw)

        return beantwoord_of_lever(dienst, verzoek, maak, levering, vraag.formaat)

    return router


def _werk(antwoorden: Antwoorden, invoer: str, versie: str) -> tuple[BepalingId, str]:
    id_, versie = bepaling_van(antwoorden, invoer, versie)
    if id_.stappen:
        raise NietGevonden(f"«{uit_pad(invoer)[:200]}» is geen hele regeling.", advies="Vraag haar bij /v1/bepalingen.")
    return id_, versie


def bepalingroutes(dienst: Dienst) -> APIRouter:
    """``/bepalingen/{id}`` and what hangs below one."""
    router = APIRouter(prefix="/bepalingen/{id}", tags=["bepalingen"])

    @router.get("", response_model=Bepaling, summary="Een bepaling in één versie", responses=uitvoervormen())
    def bepaling(verzoek: Request, id: Id, vraag: Annotated[Bepalingvraag, Query()]) -> Response:
        def maak(antwoorden: Antwoorden, paden: Paden) -> Bepaling:
            id_, versie = bepaling_van(antwoorden, id, vraag.versie)
            naam, keuze = gekozen_versie(antwoorden, id_, versie, vraag.op)
            return Bepaling.van(antwoorden.bepaling(id_, naam), keuze, paden)

        def levering(opmaak: Opmaak) -> Levering:
            id_, versie = bepaling_van(opmaak.antwoorden, id, vraag.versie)
            return stukken.bepaling(opmaak, id_, gekozen_versie(opmaak.antwoorden, id_, versie, vraag.op)[0])

        return beantwoord_of_lever(dienst, verzoek, maak, levering, vraag.formaat)

    @router.get(
        "/implementeert",
        response_model=Implementatie,
        summary="Wat de bepaling invult, of wat zij zelf invult",
        responses=uitvoervormen(),
    )
    def implementeert(verzoek: Request, id: Id, vraag: Annotated[Implementeertvraag, Query()]) -> Response:
        def maak(antwoorden: Antwoorden, paden: Paden) -> Implementatie:
            id_, _ = bepaling_van(antwoorden, id)
            i = antwoorden.implementeert(id_, omgekeerd=vraag.omgekeerd)
            return Implementatie.uit(
                deel_van(i.items, vraag.limiet, vraag.vanaf),
                lambda r: Relatie.van(r, paden),
                adresser(verzoek),
                gevraagd=Plek.van(i.gevraagd, paden),
                omgekeerd=i.omgekeerd,
                uitgesloten=[Relatie.van(r, paden) for r in i.uitgesloten[: vraag.limiet]],
            )

        def levering(opmaak: Opmaak) -> Levering:
            return stukken.implementeert(opmaak, bepaling_van(opmaak.antwoorden, id)[0])

        return beantwoord_of_lever(dienst, verzoek, maak, levering, vraag.formaat)

    @router.get("/geschiedenis", response_model=Geschiedenis, summary="De bepaling door de tijd")
    def geschiedenis(verzoek: Request, id: Id) -> Response:
        def maak(antwoorden: Antwoorden, paden: Paden) -> Geschiedenis:
            id_, _ = bepaling_van(antwoorden, id)
            return Geschiedenis.van(antwoorden.geschiedenis(id_), paden)

        return beantwoord(dienst, verzoek, maak)

    return router


def bepalingverwijzingen(dienst: Dienst) -> APIRouter:
    """``/bepalingen/{id}/verwijzingen``, out of and into one."""
    router = APIRouter(prefix="/bepalingen/{id}/verwijzingen", tags=["verwijzingen"])

    @router.get("/uit", response_model=Pagina[Verwijzing], summary="Waar de bepaling naar verwijst")
    def verwijzingen_uit(verzoek: Request, id: Id, vraag: Annotated[Versiedeelvraag, Query()]) -> Response:
        def maak(antwoorden: Antwoorden, paden: Paden) -> Pagina[Verwijzing]:
            id_, versie = bepaling_van(antwoorden, id, vraag.versie)
            deel = antwoorden.verwijzingen_uit(id_, versie, limiet=vraag.limiet, vanaf=vraag.vanaf)
            return Pagina[Verwijzing].uit(deel, lambda g: Verwijzing.van(g, paden), adresser(verzoek))

        return beantwoord(dienst, verzoek, maak)

    @router.get("/in", response_model=InkomendePagina, summary="Wat naar de bepaling verwijst")
    def verwijzingen_in(verzoek: Request, id: Id, vraag: Annotated[Inkomendvraag, Query()]) -> Response:
        def maak(antwoorden: Antwoorden, paden: Paden) -> InkomendePagina:
            id_, _ = bepaling_van(antwoorden, id)
            antwoorden.plek(id_)  # what nobody knows is not found, rather than cited by none
            i = antwoorden.verwijzingen_in(
                id_,
                niveaus=vraag.niveau or NIVEAUS,
                alle_versies=vraag.alle_versies,
                limiet=vraag.limiet,
                vanaf=vraag.vanaf,
            )
            volgende = i.vanaf + i.getoond if i.afgekapt and i.getoond else None
            vorige = max(0, i.vanaf - i.limiet) if i.vanaf else None
            return InkomendePagina(
                items=InkomendePagina.items_van(i, paden),
                totaal=i.totaal,
                vanaf=i.vanaf,
                limiet=i.limiet,
                afgekapt=i.afgekapt,
                links=lijst_links(adresser(verzoek), i.vanaf, volgende, vorige),
                per_niveau=dict(i.per_niveau),
            )

        return beantwoord(dienst, verzoek, maak)

    return router
