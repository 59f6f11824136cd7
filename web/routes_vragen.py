"""The addresses of the questions: what comes in with them, and the answer as a page or in the format asked for."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from api.antwoordstukken import aangehaald, dekking, impact, implementeert, onopgelost, verschil, wijzigingen
from api.uitvoer import Formaat, gevraagd_formaat, lever
from graph.impact.regels import STAPPEN
from ontologie.fouten import InvoerFout, NietGevonden
from web import (
    invoer,
    paginas,
    paginas_aangehaald,
    paginas_beeld,
    paginas_impact,
    paginas_tijd,
    paginas_verschil,
    paginas_vragen,
    tijdlijnen,
)
from web.contexten import Pagina
from web.gids import Gids
from web.verzoek import met_hele_adressen, opmaak


def onopgelost_antwoord(verzoek: Request, gids: Gids) -> Pagina | Response:
    """References that are not (wholly) resolved."""
    werk, status = invoer.tekst(verzoek, "werk"), paginas.lees_status(invoer.tekst(verzoek, "status"))
    if formaat := gevraagd_formaat(verzoek):
        return lever(onopgelost(opmaak(verzoek, gids), werk, status), formaat)
    return paginas.onopgelostpagina(gids, werk=werk, status=status, vanaf=invoer.getal(verzoek, "vanaf"))


def aangehaald_antwoord(verzoek: Request, gids: Gids) -> Pagina | Response:
    """What references name most."""
    if formaat := gevraagd_formaat(verzoek):
        return lever(aangehaald(opmaak(verzoek, gids)), formaat)
    return paginas_aangehaald.aangehaaldpagina(gids, vanaf=invoer.getal(verzoek, "vanaf"))


def implementeert_antwoord(verzoek: Request, gids: Gids) -> Pagina | Response:
    """Who fills in what."""
    getypt = invoer.een_van(verzoek, "bepaling", "doel")
    if formaat := gevraagd_formaat(verzoek):
        return lever(implementeert(opmaak(verzoek, gids), paginas_vragen.lees_bepaling(gids, getypt)), formaat)
    vanaf, uit_vanaf = invoer.getal(verzoek, "vanaf"), invoer.getal(verzoek, "uit_vanaf")
    return paginas_vragen.implementeertpagina(gids, getypt, vanaf=vanaf, uit_vanaf=uit_vanaf)


def impact_antwoord(verzoek: Request, gids: Gids) -> Pagina | Response:
    """What a change touches."""
    getypt, gevolg = (
        invoer.een_van(verzoek, "doel", "bepaling"),
        paginas_impact.lees_gevolg(invoer.tekst(verzoek, "als")),
    )
    op, stappen = invoer.dag(verzoek, "op"), invoer.getal(verzoek, "stappen") or STAPPEN
    if (formaat := gevraagd_formaat(verzoek)) and getypt:
        doel = paginas_impact.lees_doel(gids, getypt)
        return lever(impact(opmaak(verzoek, gids), doel, gevolg, op, stappen), formaat)
    return paginas_impact.impactpagina(gids, getypt, gevolg, op, stappen, vanaf=invoer.getal(verzoek, "vanaf"))


def dekking_antwoord(verzoek: Request, gids: Gids) -> Pagina | Response:
    """How far a regulation does what the law asks."""
    verordening, wet = invoer.tekst(verzoek, "verordening"), invoer.tekst(verzoek, "wet")
    formaat = gevraagd_formaat(verzoek, (Formaat.CSV, Formaat.DOCX, Formaat.SVG))
    if formaat is Formaat.SVG:
        svg = paginas_vragen.dekking_svg(met_hele_adressen(verzoek, gids), verordening, wet)
        return paginas_beeld.svg_bestand("-".join(filter(None, ("dekking", verordening, wet))), svg)
    if formaat:
        werken = (paginas_vragen.lees_werk(gids, naam) for naam in (verordening, wet))
        return lever(dekking(opmaak(verzoek, gids), *werken), formaat)
    return paginas_vragen.dekkingspagina(gids, verordening, wet, alles=invoer.ja(verzoek, "alles"))


def wijzigingen_antwoord(verzoek: Request, gids: Gids) -> Pagina | Response:
    """What changed in a period."""
    van, tot, as_ = (
        invoer.dag(verzoek, "van"),
        invoer.dag(verzoek, "tot"),
        paginas_tijd.lees_as(invoer.tekst(verzoek, "as")),
    )
    formaat = gevraagd_formaat(verzoek, (Formaat.CSV, Formaat.DOCX, Formaat.SVG))
    if formaat is Formaat.SVG and van is not None and tot is not None:
        svg = tijdlijnen.svg_van_periode(met_hele_adressen(verzoek, gids), van, tot)
        if svg is None:
            raise NietGevonden("In deze periode is geen gedateerde wijziging gevonden.")
        return paginas_beeld.svg_bestand(f"wijzigingen-{van}-{tot}", svg)
    if formaat and van is not None and tot is not None:
        return lever(wijzigingen(opmaak(verzoek, gids), van, tot, as_), formaat)
    return paginas_tijd.wijzigingenpagina(gids, van, tot, as_, vanaf=invoer.getal(verzoek, "vanaf"))


def verschil_antwoord(verzoek: Request, gids: Gids) -> Pagina | Response:
    """Two versions side by side."""
    werk = invoer.een_van(verzoek, "werk", "bepaling")
    van, tot = invoer.tekst(verzoek, "van"), invoer.tekst(verzoek, "tot")
    if formaat := gevraagd_formaat(verzoek):
        if not (werk and van):
            raise InvoerFout("Noem een werk en de versies die u wilt vergelijken.")
        return lever(verschil(opmaak(verzoek, gids), paginas_vragen.lees_bepaling(gids, werk), van, tot), formaat)
    return paginas_verschil.verschilpagina(gids, werk, van, tot, vanaf=invoer.getal(verzoek, "vanaf"))
