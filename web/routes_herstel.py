"""The addresses of the repair of a brought or loaded ordinance: the page, and its two documents."""

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
from ontologie.herstel import Ontwerpbesluit
from web.gids import Gids
from web.paden import Paden
from web.paginas_herstel import Herstelplek, herstelpagina, lees_vraag
from web.sjablonen import antwoord

_MAKERS = {"waswordt": was_wordt, "besluit": raadsbesluit}


def routes_herstel(dienst: Dienst) -> list[BaseRoute]:
    """The page below a comparison, or with a loaded ordinance in the address; and the documents below that."""
    return [
        route
        for begin in ("/vergelijk/herstel", "/vergelijk/{id}/herstel")
        for route in (
            Route(begin, partial(_toon, dienst=dienst), methods=["GET"]),
            *(Route(f"{begin}/{wat}", partial(_document, dienst=dienst, wat=wat), methods=["GET"]) for wat in _MAKERS),
        )
    ]


def _vraag(verzoek: Request) -> Herstelvraag:
    punten, inwerking = lees_vraag(verzoek.query_params.multi_items())
    try:
        dag = date.fromisoformat(inwerking) if inwerking else None
    except ValueError:
        raise InvoerFout(f"«{inwerking[:40]}» is geen datum.", advies="Schrijf een datum als 2026-01-01.") from None
    return Herstelvraag(punten, (), dag)


def _ontwerp(verzoek: Request, dienst: Dienst, vraag: Herstelvraag) -> Ontwerpbesluit:
    """The draft for the document, or the loaded ordinance, that the address names."""
    if (id_ := verzoek.path_params.get("id")) is not None:
        return dienst.herstellen.ontwerp(id_, vraag)
    geladen = _geladen(verzoek)
    if not geladen["eigen"]:
        raise InvoerFout("Geen verordening genoemd.", advies="Kies er een bij «Uw verordening naast het model».")
    return dienst.herstellen.van_geladen(**geladen, vraag=vraag)


def _geladen(verzoek: Request) -> dict[str, str]:
    return {n: verzoek.query_params.get(n, "").strip()[:200] for n in ("eigen", "model", "op")}


def _plek(verzoek: Request, paden: Paden) -> Herstelplek:
    if (id_ := verzoek.path_params.get("id")) is not None:
        return Herstelplek(paden.herstel(id_), (), paden.vergelijking(id_))
    geladen = _geladen(verzoek)
    velden = tuple((n, w) for n, w in geladen.items() if w)
    return Herstelplek(paden.herstel_geladen(), velden, paden.vergelijk(**geladen))


def _toon(verzoek: Request, *, dienst: Dienst) -> Response:
    prefix = str(verzoek.scope.get("root_path", "")).rstrip("/")
    gids = Gids(dienst.antwoorden(), Paden(prefix), date.today())
    vraag = _vraag(verzoek)
    pagina = herstelpagina(gids, _ontwerp(verzoek, dienst, vraag), vraag, _plek(verzoek, gids.paden))
    return antwoord(verzoek, pagina)


def _document(verzoek: Request, *, dienst: Dienst, wat: str) -> Response:
    formaat = gevraagd_formaat(verzoek, (Formaat.DOCX, Formaat.HTML)) or Formaat.HTML
    besluit = _ontwerp(verzoek, dienst, _vraag(verzoek))
    basis = str(verzoek.base_url)
    return lever(_MAKERS[wat](Opmaak(dienst.antwoorden(), adres_op(basis)), besluit, iri_adres(basis)), formaat)
