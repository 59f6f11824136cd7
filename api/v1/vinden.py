"""The resources that begin with a question: zoeken, citaat, verwijzingen, dekking."""

from __future__ import annotations

import threading
from typing import Annotated

from anyio import CapacityLimiter, to_thread
from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from api import antwoordstukken as stukken
from api.antwoordstukken import Opmaak
from api.dienst import Dienst
from api.uitvoer import Formaat, Levering
from api.v1.antwoord import adresser, als_json, beantwoord_of_lever, uitvoervormen
from api.v1.bronnen import bepaling_van
from api.v1.model import Pagina, Plek, deel_van
from api.v1.paden import Paden
from api.v1.verwijsmodellen import (
    Citaatverwijzing,
    Citaten,
    Dekking,
    Doorzocht,
    NietBegrepen,
    Treffer,
    Verwijzing,
    Zoekpagina,
)
from api.v1.vragen import Citaatvraag, Dekkingsvraag, Onopgelostvraag, Zoekvraag
from graph.antwoorden import Antwoorden
from graph.verwijzing import Herkenner
from graph.verwijzing.uitleg import METHODEN
from ontologie.fouten import Bezet
from ontologie.identificatie import BepalingId, Naamgever, print_kort
from ontologie.verwijzing import Doel
from ontologie.verwijzing import Verwijzing as Vermelding

#: Texts that may wait to be read; one takes at most about half a second.
WACHTENDEN_MAX = 20


def zoekroutes(dienst: Dienst) -> APIRouter:
    """``/zoeken``, ``/verwijzingen/onopgelost`` and ``/dekking``."""
    router = APIRouter()

    @router.get(
        "/zoeken",
        response_model=Zoekpagina,
        tags=["zoeken"],
        summary="Zoek in de geladen teksten",
        responses=uitvoervormen((Formaat.CSV,)),
    )
    def zoeken(verzoek: Request, vraag: Annotated[Zoekvraag, Query()]) -> Response:
        def maak(antwoorden: Antwoorden, paden: Paden) -> Zoekpagina:
            werk = werk_van(antwoorden, vraag.regeling)
            z = antwoorden.zoek(
                vraag.q, soort=vraag.soort, werk=werk, op=vraag.op, limiet=vraag.limiet, vanaf=vraag.vanaf
            )
            return Zoekpagina.uit(
                z.treffers,
                lambda t: Treffer.van(t, paden),
                adresser(verzoek),
                direct=Plek.of_niets(z.direct, paden),
                alle_woorden=z.alle_woorden,
                zonder_tekst=Plek.rij(z.zonder_tekst, paden),
                op=z.op,
                versies=[Doorzocht.van(k, paden) for k in z.versies],
                niet_op=Plek.rij(z.niet_op, paden),
            )

        def levering(opmaak: Opmaak) -> Levering:
            return stukken.zoeken(opmaak, vraag.q, vraag.soort, werk_van(opmaak.antwoorden, vraag.regeling), vraag.op)

        return beantwoord_of_lever(dienst, verzoek, maak, levering, vraag.formaat, (Formaat.CSV,))

    @router.get(
        "/verwijzingen/onopgelost",
        response_model=Pagina[Verwijzing],
        tags=["verwijzingen"],
        summary="Verwijzingen die niet of niet geheel zijn opgelost",
        responses=uitvoervormen(),
    )
    def onopgelost(verzoek: Request, vraag: Annotated[Onopgelostvraag, Query()]) -> Response:
        def maak(antwoorden: Antwoorden, paden: Paden) -> Pagina[Verwijzing]:
            werk = werk_van(antwoorden, vraag.regeling)
            deel = antwoorden.onopgelost(werk, status=vraag.status, limiet=vraag.limiet, vanaf=vraag.vanaf)
            return Pagina[Verwijzing].uit(deel, lambda g: Verwijzing.van(g, paden), adresser(verzoek))

        def levering(opmaak: Opmaak) -> Levering:
            return stukken.onopgelost(opmaak, werk_van(opmaak.antwoorden, vraag.regeling), vraag.status)

        return beantwoord_of_lever(dienst, verzoek, maak, levering, vraag.formaat)

    @router.get(
        "/dekking",
        response_model=Pagina[Dekking],
        tags=["dekking"],
        summary="Hoever verordeningen aan de plichten van wetten voldoen",
        responses=uitvoervormen(),
    )
    def dekking(verzoek: Request, vraag: Annotated[Dekkingsvraag, Query()]) -> Response:
        def maak(antwoorden: Antwoorden, paden: Paden) -> Pagina[Dekking]:
            verordening, wet = (werk_van(antwoorden, naam) for naam in (vraag.verordening, vraag.wet))
            deel = deel_van(antwoorden.dekking(verordening, wet), vraag.limiet, vraag.vanaf)
            return Pagina[Dekking].uit(deel, lambda d: Dekking.van(d, paden), adresser(verzoek))

        def levering(opmaak: Opmaak) -> Levering:
            werken = (werk_van(opmaak.antwoorden, naam) for naam in (vraag.verordening, vraag.wet))
            return stukken.dekking(opmaak, *werken)

        return beantwoord_of_lever(dienst, verzoek, maak, levering, vraag.formaat)

    return router


def werk_van(antwoorden: Antwoorden, naam: str) -> str:
    """The short name of the work that a parameter names, "" for none."""
    return bepaling_van(antwoorden, naam)[0].werk if naam else ""


def citaatroutes(dienst: Dienst) -> APIRouter:
    """``/citaat``: a text in, its references out."""
    router = APIRouter(tags=["citaat"])
    herkenners = _Herkenners()

    # Reading takes computing time that pages want too: one text at a time, and a short queue.
    beurt = CapacityLimiter(1)

    def lees(vraag: Citaatvraag) -> Response:
        antwoorden = dienst.antwoorden()
        plaats = bepaling_van(antwoorden, vraag.plaats)[0] if vraag.plaats else None
        gevonden = herkenners.van(antwoorden).in_tekst(vraag.tekst, plaats=plaats)
        return als_json(
            Citaten(
                verwijzingen=[_citaat(v, antwoorden.register) for v in gevonden.verwijzingen],
                niet_begrepen=[
                    NietBegrepen(begin=w.span.begin, eind=w.span.eind, tekst=w.tekst) for w in gevonden.niet_begrepen
                ],
            )
        )

    @router.post("/citaat", response_model=Citaten, summary="Vind de verwijzingen in een tekst")
    async def citaat(vraag: Citaatvraag) -> Response:
        if beurt.statistics().tasks_waiting >= WACHTENDEN_MAX:
            raise Bezet("Er wachten nu te veel teksten.", advies="Probeer het over enkele seconden opnieuw.")
        return await to_thread.run_sync(lees, vraag, limiter=beurt)

    return router


class _Herkenners:
    """The recogniser of the state that serves; making one reads all names of the register."""

    def __init__(self) -> None:
        self._slot = threading.Lock()
        self._huidig: tuple[Antwoorden, Herkenner] | None = None

    def van(self, antwoorden: Antwoorden) -> Herkenner:
        with self._slot:
            if self._huidig is None or self._huidig[0] is not antwoorden:
                self._huidig = antwoorden, Herkenner(antwoorden.register, antwoorden.boom())
            return self._huidig[1]


def _citaat(v: Vermelding, namen: Naamgever) -> Citaatverwijzing:
    def kort(doelen: tuple[Doel, ...]) -> list[str]:
        return [print_kort(d, namen) if isinstance(d, BepalingId) else str(d) for d in doelen]

    return Citaatverwijzing(
        begin=v.span.begin,
        eind=v.span.eind,
        tekst=v.tekst,
        soort=v.soort,
        status=v.status,
        methode=v.methode,
        uitleg=METHODEN.get(v.methode, ""),
        reden=v.reden,
        doelen=kort(v.doelen),
        bestaand=kort(v.bestaand),
        kandidaten=kort(v.kandidaten),
    )
