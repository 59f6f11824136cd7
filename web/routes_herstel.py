"""The addresses of the repair of a brought ordinance: the page, and its two documents."""

from __future__ import annotations

from datetime import date
from functools import partial

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from api.antwoordstukken import Opmaak, adres_op
from api.antwoordstukken.herstel import raadsbesluit, was_wordt
from api.dienst import Dienst
from api.eigen.bronregels import iri_adres
from api.eigen.herstelloket import Herstelvraag
from api.uitvoer import Formaat, gevraagd_formaat, lever
from ontologie.fouten import InvoerFout
from web.gids import Gids
from web.paden import Paden
from web.paginas_herstel import herstelpagina, lees_vraag
from web.sjablonen import antwoord

_MAKERS = {"waswordt": was_wordt, "besluit": raadsbesluit}


def routes_herstel(dienst: Dienst) -> list[BaseRoute]:
    """The page below a comparison, and the documents below that."""
    return [
        Route("/vergelijk/{id}/herstel", partial(_toon, dienst=dienst), methods=["GET"]),
        *(
            Route(f"/vergelijk/{{id}}/herstel/{wat}", partial(_document, dienst=dienst, wat=wat), methods=["GET"])
            for wat in _MAKERS
        ),
    ]


def _vraag(verzoek: Request) -> Herstelvraag:
    punten, inwerking = lees_vraag(verzoek.query_params.multi_items())
    try:
        dag = date.fromisoformat(inwerking) if inwerking else None
    except ValueError:
        raise InvoerFout(f"«{inwerking[:40]}» is geen datum.", advies="Schrijf een datum als 2026-01-01.") from None
    return Herstelvraag(punten, (), dag)


def _toon(verzoek: Request, *, dienst: Dienst) -> Response:
    prefix = str(verzoek.scope.get("root_path", "")).rstrip("/")
    gids = Gids(dienst.antwoorden(), Paden(prefix), date.today())
    id_, vraag = verzoek.path_params["id"], _vraag(verzoek)
    return antwoord(verzoek, herstelpagina(gids, dienst.herstellen.ontwerp(id_, vraag), vraag, id_))


def _document(verzoek: Request, *, dienst: Dienst, wat: str) -> Response:
    formaat = gevraagd_formaat(verzoek, (Formaat.DOCX, Formaat.HTML)) or Formaat.HTML
    besluit = dienst.herstellen.ontwerp(verzoek.path_params["id"], _vraag(verzoek))
    basis = str(verzoek.base_url)
    return lever(_MAKERS[wat](Opmaak(dienst.antwoorden(), adres_op(basis)), besluit, iri_adres(basis)), formaat)
