"""The addresses of the pages and the checks on what comes in with them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Match, Route
from starlette.types import Scope

from api.antwoordstukken import bepaling, zoeken
from api.koppelen import ruw_pad
from api.onderhandeling import onderhandel
from api.sparql import GRAAFSOORTEN, TABELSOORTEN
from api.uitvoer import Formaat, gevraagd_formaat, lever
from graph.antwoorden import Antwoorden
from ontologie.fouten import IdentificatieFout, NietGevonden, Suggestie
from ontologie.identificatie import BepalingId, basis
from ontologie.termen import GRAAFBASIS
from web import (
    invoer,
    paginas,
    paginas_beeld,
    paginas_ding,
    paginas_doel,
    paginas_lezen,
    paginas_vocabulaire,
    paginas_voorbeeld,
    paginas_vragen,
    rond_bepaling,
    routes_vragen,
    tijdlijnen,
)
from web.contexten import Pagina
from web.gids import Gids
from web.paginas_sparql import StelVraag, sparqlpagina
from web.sjablonen import antwoord
from web.statisch import STATISCH
from web.verzoek import met_hele_adressen, opmaak, paden_van

#: Gives the answers of the store that is open now.
Bron = Callable[[], Antwoorden]

HTML = "text/html"
#: Parameters with which a program asks for a format.
_FORMAAT = {"format", "formaat", "output"}
_SOORTEN = (*TABELSOORTEN, *GRAAFSOORTEN, HTML)


class HtmlRoute(Route):
    """A page at an address that also serves data: it answers only askers who prefer HTML and name no format."""

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        past, erbij = super().matches(scope)
        if past is not Match.NONE and not wil_html(Request(scope)):
            return Match.NONE, {}
        return past, erbij


def wil_html(verzoek: Request) -> bool:
    """Whether a browser asks: HTML is liked better than any format of data, and no format is asked for by name."""
    if verzoek.method not in ("GET", "HEAD") or onderhandel(verzoek.headers.get("accept", ""), _SOORTEN) != HTML:
        return False
    return not _FORMAAT & verzoek.query_params.keys()


def eigen_adres(verzoek: Request) -> bool:
    """Whether a page answers this request, and not the interface for programs."""
    functie = getattr(verzoek.scope.get("endpoint"), "func", None)
    return str(getattr(functie, "__module__", "")).startswith("web.")


def routes(bron: Bron, stel: StelVraag) -> list[BaseRoute]:
    """Every page, over the answers that ``bron`` gives."""

    def route(pad: str, maak: Callable[[Request, Gids], Pagina | Response]) -> Route:
        return Route(pad, partial(_geef, maak=maak, bron=bron), methods=["GET"])

    return [
        route("/", lambda _v, gids: paginas.startpagina(gids)),
        route("/bronnen", lambda _v, gids: paginas.bronnenpagina(gids)),
        route("/bepaling/{notatie:path}", _bepaling),
        route("/regeling/{notatie:path}", _regeling),
        route("/ding/id/{pad:path}", _ding),
        route("/ding/graaf/{pad:path}", _graaf),
        route("/beeld/bepaling/{notatie:path}", _buurt),
        route("/beeld/tijdlijn/{notatie:path}", _tijdlijn),
        route("/voorbeeld/{notatie:path}", _voorbeeld),
        route("/zoek", _zoek),
        route("/onopgelost", routes_vragen.onopgelost_antwoord),
        route("/vraag", lambda _v, gids: paginas_vragen.vragenpagina(gids)),
        route("/vraag/meest-aangehaald", routes_vragen.aangehaald_antwoord),
        route("/vraag/implementeert", routes_vragen.implementeert_antwoord),
        route("/vraag/impact", routes_vragen.impact_antwoord),
        route("/vraag/dekking", routes_vragen.dekking_antwoord),
        route("/vraag/wijzigingen", routes_vragen.wijzigingen_antwoord),
        route("/vraag/verschil", routes_vragen.verschil_antwoord),
        route("/vocabulaire", lambda _v, gids: paginas_vocabulaire.vocabulairepagina(gids)),
        route("/hulp", lambda _v, gids: paginas.hulp_juristen(gids)),
        route("/hulp/ontwikkelaars", _ontwikkelaars),
        HtmlRoute("/sparql", partial(_sparql, stel=stel, bron=bron), methods=["GET"]),
        Route("/static/{naam}", STATISCH.geef, methods=["GET"]),
    ]


def _geef(verzoek: Request, *, maak: Callable[[Request, Gids], Pagina | Response], bron: Bron) -> Response:
    uitkomst = maak(verzoek, Gids(bron(), paden_van(verzoek), date.today()))
    return uitkomst if isinstance(uitkomst, Response) else antwoord(verzoek, uitkomst)


def _sparql(verzoek: Request, *, stel: StelVraag, bron: Bron) -> Response:
    eindpunt = str(verzoek.base_url).rstrip("/") + "/sparql"
    gids = Gids(bron(), paden_van(verzoek), date.today())
    klant = verzoek.client.host if verzoek.client else ""
    query = verzoek.query_params.get("query", "")
    pagina, status = sparqlpagina(gids, lambda vraag: stel(vraag, klant), query, eindpunt)
    return antwoord(verzoek, pagina, status)


def _id(verzoek: Request, gids: Gids) -> tuple[BepalingId, str]:
    """The provision and version that the address names; the version may stand in an IRI or in the query."""
    notatie = verzoek.path_params["notatie"][: invoer.INVOER_MAX]
    try:
        id_, versie = gids.antwoorden.lees_id(notatie)
    except IdentificatieFout as fout:
        # It stands in the address, so what it names is simply not here.
        raise gids.antwoorden.niet_gelezen(notatie, fout) from fout
    return id_, invoer.tekst(verzoek, "versie") or versie


def _bepaling(verzoek: Request, gids: Gids) -> Pagina | Response:
    id_, versie = _id(verzoek, gids)
    if not id_.stappen:
        return RedirectResponse(gids.paden.regeling(gids.antwoorden.plek(id_).kort, versie=versie), 307)
    in_vanaf, op = invoer.getal(verzoek, "in_vanaf"), invoer.dag(verzoek, "op")
    if op is not None and not versie:
        versie = rond_bepaling.versie_op(gids, id_, op)
    if formaat := gevraagd_formaat(verzoek):
        return lever(bepaling(opmaak(verzoek, gids), id_, versie), formaat)
    vanaf, geheel = invoer.getal(verzoek, "vanaf"), invoer.ja(verzoek, "geheel")
    try:
        return paginas_lezen.bepalingpagina(gids, id_, versie, vanaf=vanaf, in_vanaf=in_vanaf, geheel=geheel, op=op)
    except NietGevonden:
        return _alleen_doel(gids, id_, versie, in_vanaf)


def _alleen_doel(gids: Gids, id_: BepalingId, versie: str, in_vanaf: int) -> Pagina:
    """The page of something that is only referred to, or that lies in a regulation known by name alone.

    Raises:
        NietGevonden: its document is loaded and has no such provision, or not in this version.
    """
    try:
        plek = gids.antwoorden.plek(id_)
    except NietGevonden:
        if not paginas_doel.alleen_bij_naam_bekend(gids, id_):
            raise
        plek = paginas_doel.plek_bij_naam(gids, id_)
    if plek.geladen:
        versies = ", ".join(v.naam for v in gids.antwoorden.bepaling(id_).versies)
        raise NietGevonden(
            f"{plek.label} is niet geladen in versie {versie}.",
            advies=f"Wel geladen: {versies}.",
            suggesties=(Suggestie(plek.kort, plek.label),),
        )
    return paginas_doel.doelpagina(gids, plek, in_vanaf=in_vanaf)


def _regeling(verzoek: Request, gids: Gids) -> Pagina | Response:
    id_, versie = _id(verzoek, gids)
    if id_.stappen:
        return RedirectResponse(gids.paden.bepaling(gids.antwoorden.plek(id_).kort, versie=versie), 307)
    op = invoer.dag(verzoek, "op")
    if op is not None and not versie:
        versie = rond_bepaling.versie_op(gids, id_, op)
    if formaat := gevraagd_formaat(verzoek):
        return lever(bepaling(opmaak(verzoek, gids), id_, versie), formaat)
    try:
        vanaf, correcties = invoer.getal(verzoek, "vanaf"), invoer.ja(verzoek, "correcties")
        return paginas_lezen.regelingpagina(gids, id_, versie, vanaf=vanaf, correcties=correcties, op=op)
    except NietGevonden:
        return _alleen_doel(gids, id_, versie, invoer.getal(verzoek, "in_vanaf"))


def _ding(verzoek: Request, gids: Gids) -> Pagina:
    return paginas_ding.dingpagina(gids, basis() + ruw_pad(verzoek, "/ding/id/"))


def _graaf(verzoek: Request, gids: Gids) -> Pagina:
    return paginas_ding.dingpagina(gids, GRAAFBASIS + ruw_pad(verzoek, "/ding/graaf/"))


def _buurt(verzoek: Request, gids: Gids) -> Pagina | Response:
    id_, versie = _id(verzoek, gids)
    if not id_.stappen:
        return RedirectResponse(gids.paden.regeling(gids.antwoorden.plek(id_).kort, versie=versie), 307)
    if gevraagd_formaat(verzoek, (Formaat.SVG,)):
        return paginas_beeld.buurt_svg(met_hele_adressen(verzoek, gids), id_, versie)
    return paginas_beeld.buurtpagina(gids, id_, versie)


def _tijdlijn(verzoek: Request, gids: Gids) -> Response:
    """The time line as a file; it is part of the page of its provision, so there is no other page of it."""
    id_, versie = _id(verzoek, gids)
    plek = gids.antwoorden.plek(id_)
    kort = plek.kort
    if not gevraagd_formaat(verzoek, (Formaat.SVG,)):
        return RedirectResponse(f"{gids.paden.plek(plek, versie=versie)}#tijdlijn", 307)
    svg = tijdlijnen.svg_van_bepaling(met_hele_adressen(verzoek, gids), id_, versie)
    if svg is None:
        raise NietGevonden(f"Van {kort} is geen wijziging of tweede versie bekend.")
    return paginas_beeld.svg_bestand(f"tijdlijn-{kort}", svg)


def _voorbeeld(verzoek: Request, gids: Gids) -> Pagina:
    id_, versie = _id(verzoek, gids)
    ook = [gids.antwoorden.lees_id(n)[0] for n in verzoek.query_params.getlist("ook")[:100]]
    return paginas_voorbeeld.voorbeelden(gids, [id_, *ook], versie)


def _zoek(verzoek: Request, gids: Gids) -> Pagina | Response:
    if gevraagd_formaat(verzoek, (Formaat.CSV,)):
        woorden, werk, soort = (invoer.tekst(verzoek, naam) for naam in ("q", "werk", "soort"))
        op = invoer.dag(verzoek, "op")
        return lever(zoeken(opmaak(verzoek, gids), woorden, paginas.lees_soort(soort), werk, op), Formaat.CSV)
    uitkomst = paginas.zoekpagina(
        gids,
        woorden=invoer.tekst(verzoek, "q"),
        soort=invoer.tekst(verzoek, "soort"),
        werk=invoer.tekst(verzoek, "werk"),
        op=invoer.dag(verzoek, "op"),
        vanaf=invoer.getal(verzoek, "vanaf"),
    )
    return RedirectResponse(uitkomst, 303) if isinstance(uitkomst, str) else uitkomst


def _ontwikkelaars(verzoek: Request, gids: Gids) -> Pagina:
    return paginas.hulp_ontwikkelaars(gids, str(verzoek.base_url))
