"""The addresses of the technical check: a loaded work, or a text that is brought, looked at and wiped."""

from __future__ import annotations

from datetime import date
from functools import partial

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from api.antwoordstukken import Opmaak, adres_op, controle
from api.controle import INGEVOERD, lees_ernst
from api.dienst import Dienst
from api.eigen import Gecontroleerd
from api.eigen.ontvangst import eis_eigen_pagina, ontvang
from api.uitvoer import gevraagd_formaat, lever
from graph.controle import kies
from ontologie.controle import Ernst
from ontologie.fouten import IdentificatieFout, InvoerFout
from web.gids import Gids
from web.paden import Paden
from web.paginas_controle import controlepagina
from web.sjablonen import antwoord

#: Longest value of a choice, in characters.
_KEUZE = 200


def controleroutes(dienst: Dienst) -> list[BaseRoute]:
    """``/controle`` and what hangs below it."""
    return [
        Route("/controle", partial(_formulier, dienst=dienst), methods=["GET"]),
        Route("/controle", partial(_biedaan, dienst=dienst), methods=["POST"]),
        Route("/controle/{id}", partial(_eigen, dienst=dienst), methods=["GET"]),
        Route("/controle/{id}/wis", partial(_wis, dienst=dienst), methods=["POST"]),
    ]


def _paden(verzoek: Request) -> Paden:
    return Paden(str(verzoek.scope.get("root_path", "")).rstrip("/"))


def _keuze(verzoek: Request, naam: str) -> str:
    return verzoek.query_params.get(naam, "").strip()[:_KEUZE]


def _formulier(verzoek: Request, *, dienst: Dienst) -> Response:
    werk = _keuze(verzoek, "werk")
    if not werk:
        gids = Gids(dienst.antwoorden(), _paden(verzoek), date.today())
        return antwoord(verzoek, controlepagina(gids, dienst.instellingen.eigen_mb))
    try:
        return _toon(verzoek, dienst, dienst.controles.van_geladen(werk, _keuze(verzoek, "versie")))
    except IdentificatieFout as fout:
        raise dienst.antwoorden().niet_gelezen(werk, fout) from fout


async def _biedaan(verzoek: Request, *, dienst: Dienst) -> Response:
    ontvangen = await ontvang(verzoek, dienst.eigen.kluis, tekst=INGEVOERD)
    if ontvangen.stuk is None:
        raise InvoerFout("Er is geen tekst of bestand aangeboden.", advies="Kies een bestand of plak de tekst.")
    await to_thread.run_sync(dienst.controles.controleer, ontvangen.stuk)
    return RedirectResponse(_paden(verzoek).controle(ontvangen.stuk.id), 303)


def _eigen(verzoek: Request, *, dienst: Dienst) -> Response:
    return _toon(verzoek, dienst, dienst.controles.uitkomst(verzoek.path_params["id"]))


def _wis(verzoek: Request, *, dienst: Dienst) -> Response:
    eis_eigen_pagina(verzoek)
    dienst.eigen.kluis.wis(verzoek.path_params["id"])
    return RedirectResponse(_paden(verzoek).controle(), 303)


def _toon(verzoek: Request, dienst: Dienst, g: Gecontroleerd) -> Response:
    """The findings as the page, or as the file that ``?formaat=`` asks for, of the chosen seriousness and rule.

    Raises:
        InvoerFout: there is no such rule, seriousness or format.
    """
    ernst, regel = lees_ernst(_keuze(verzoek, "ernst") or Ernst.AANDACHTSPUNT), _keuze(verzoek, "regel")
    kies([regel] if regel else [])
    if formaat := gevraagd_formaat(verzoek):
        opmaak = Opmaak(dienst.antwoorden(), adres_op(str(verzoek.base_url)))
        return lever(controle(g.uitkomst.gefilterd(ernst, regel=regel), opmaak.herkomst()), formaat)
    gids = Gids(dienst.antwoorden(), _paden(verzoek), date.today())
    return antwoord(verzoek, controlepagina(gids, dienst.instellingen.eigen_mb, g, ernst=ernst, regel=regel))
