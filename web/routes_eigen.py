"""The addresses of the pages about documents that users bring; they work without JavaScript."""

from __future__ import annotations

from datetime import date
from functools import partial

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from api.antwoordstukken import Opmaak, adres_op
from api.antwoordstukken import vergelijking as stuk_van
from api.dienst import Dienst
from api.eigen import Vergeleken
from api.eigen.ontvangst import Ontvangen, eis_eigen_pagina, ontvang
from api.eigen.rijen import Toon
from api.problemen import status_van
from api.uitvoer import gevraagd_formaat, lever
from ontologie.fouten import InvoerFout, RegelgraafFout
from web import paginas_eigen
from web.gids import Gids
from web.paden import Paden
from web.sjablonen import antwoord


def routes_eigen(dienst: Dienst) -> list[BaseRoute]:
    """The form, what it brings, and what was found."""
    return [
        Route("/vergelijk", partial(_formulier, dienst=dienst), methods=["GET"]),
        Route("/vergelijk", partial(_neem_op, dienst=dienst), methods=["POST"]),
        Route("/vergelijk/{id}", partial(_toon, dienst=dienst), methods=["GET"]),
        Route("/vergelijk/{id}/wissen", partial(_wis, dienst=dienst), methods=["POST"]),
    ]


def _gids(verzoek: Request, dienst: Dienst) -> Gids:
    prefix = str(verzoek.scope.get("root_path", "")).rstrip("/")
    return Gids(dienst.antwoorden(), Paden(prefix), date.today())


def _formulier(verzoek: Request, *, dienst: Dienst) -> Response:
    """The form, or with a loaded ordinance in the address the comparison of that."""
    gids = _gids(verzoek, dienst)
    eigen, model, op = (verzoek.query_params.get(n, "").strip()[:200] for n in ("eigen", "model", "op"))
    if eigen:
        vergeleken = dienst.vergelijken.van_geladen(eigen, model, op)
        adres = gids.paden.vergelijk(eigen=eigen, model=model, op=op)
        return _pagina(verzoek, gids, vergeleken, adres, gids.paden.herstel_geladen(eigen=eigen, model=model, op=op))
    return _met_formulier(verzoek, gids, dienst, gewist=verzoek.query_params.get("gewist") == "ja")


def _met_formulier(
    verzoek: Request, gids: Gids, dienst: Dienst, fout: RegelgraafFout | None = None, *, gewist: bool = False
) -> Response:
    i = dienst.instellingen
    pagina = paginas_eigen.vergelijkpagina(gids, grens_mb=i.eigen_mb, uren=i.eigen_uren, fout=fout, gewist=gewist)
    return antwoord(verzoek, pagina, status_van(fout) if fout is not None else 200)


async def _neem_op(verzoek: Request, *, dienst: Dienst) -> Response:
    """Take in a document, compare it, and lead to where the result stays."""
    try:
        ontvangen = await ontvang(verzoek, dienst.eigen.kluis)
        return await to_thread.run_sync(_vergelijk, verzoek, dienst, ontvangen)
    except RegelgraafFout as fout:
        return await to_thread.run_sync(_opnieuw, verzoek, dienst, fout)


def _vergelijk(verzoek: Request, dienst: Dienst, ontvangen: Ontvangen) -> Response:
    if ontvangen.stuk is None:
        raise InvoerFout("U hebt geen document gekozen.")
    model, op = (ontvangen.velden.get(naam, "") for naam in ("model", "op"))
    dienst.vergelijken.vergelijk(ontvangen.stuk, model, op)
    return RedirectResponse(_gids(verzoek, dienst).paden.vergelijking(ontvangen.stuk.id), 303)


def _opnieuw(verzoek: Request, dienst: Dienst, fout: RegelgraafFout) -> Response:
    """The form again, with what was wrong."""
    return _met_formulier(verzoek, _gids(verzoek, dienst), dienst, fout)


def _toon(verzoek: Request, *, dienst: Dienst) -> Response:
    gids = _gids(verzoek, dienst)
    id_ = verzoek.path_params["id"]
    return _pagina(
        verzoek, gids, dienst.vergelijken.uitkomst(id_), gids.paden.vergelijking(id_), gids.paden.herstel(id_)
    )


def _pagina(verzoek: Request, gids: Gids, vergeleken: Vergeleken, adres: str, herstel: str) -> Response:
    toon = _deel(verzoek, vergeleken)
    formaat = gevraagd_formaat(verzoek)
    if formaat is not None:
        opmaak = Opmaak(gids.antwoorden, adres_op(str(verzoek.base_url)))
        return lever(stuk_van(opmaak, vergeleken.uitkomst, toon), formaat)
    vanaf = verzoek.query_params.get("vanaf", "0")
    if not (vanaf.isascii() and vanaf.isdigit() and len(vanaf) < 10):
        raise InvoerFout(f"«{vanaf[:40]}» is geen geheel getal vanaf 0 (vanaf).")
    pagina = paginas_eigen.vergelijkingpagina(gids, vergeleken, toon, adres, herstel, vanaf=int(vanaf))
    return antwoord(verzoek, pagina)


def _deel(verzoek: Request, vergeleken: Vergeleken) -> Toon:
    naam = verzoek.query_params.get("toon", "").strip()
    if not naam:
        return paginas_eigen.standaarddeel(vergeleken.uitkomst)
    if naam not in list(Toon):
        raise InvoerFout(f"«{naam[:40]}» is geen deel van een vergelijking.", advies=f"Kies uit {', '.join(Toon)}.")
    return Toon(naam)


def _wis(verzoek: Request, *, dienst: Dienst) -> Response:
    eis_eigen_pagina(verzoek)
    dienst.eigen.kluis.wis(verzoek.path_params["id"])
    return RedirectResponse(f"{_gids(verzoek, dienst).paden.vergelijk()}?gewist=ja", 303)
