"""The resources about time: wijzigingen, and the feed of what came since a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Annotated
from xml.sax.saxutils import escape, quoteattr

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from api import antwoordstukken as stukken
from api.antwoordstukken import Opmaak
from api.dienst import Dienst, Stand
from api.onderhandeling import onderhandel
from api.problemen import probleem
from api.uitvoer import Levering
from api.v1.antwoord import JSON, adresser, als_json, beantwoord_of_lever, met_etag, uitvoervormen
from api.v1.model import Link, Plek
from api.v1.paden import Paden, paden_van
from api.v1.tijdmodellen import (
    As,
    Bepalingwijziging,
    Documentwijziging,
    Feed,
    Publicatietelling,
    Wijzigingenpagina,
)
from api.v1.verwijsmodellen import Werkversie
from api.v1.vragen import Feedformaat, Feedvraag, Periodevraag
from graph.antwoorden import LIMIET_MAX, Antwoorden
from ontologie.fouten import toonbaar

ATOM = "application/atom+xml"
#: What is known of later days counts as come too.
_LAATST = date(2200, 12, 31)
_JAAR = timedelta(days=365)


def wijzigingsroutes(dienst: Dienst) -> APIRouter:
    """``/wijzigingen`` and ``/wijzigingen/feed``."""
    router = APIRouter(prefix="/wijzigingen", tags=["wijzigingen"])

    @router.get(
        "",
        response_model=Wijzigingenpagina,
        summary="Wat er in een periode is gewijzigd",
        responses=uitvoervormen(),
    )
    def wijzigingen(verzoek: Request, vraag: Annotated[Periodevraag, Query()]) -> Response:
        def maak(antwoorden: Antwoorden, paden: Paden) -> Wijzigingenpagina:
            w = antwoorden.wijzigingen(vraag.van, vraag.tot, vraag.as_, limiet=vraag.limiet, vanaf=vraag.vanaf)
            return Wijzigingenpagina.uit(
                w.rijen,
                lambda r: Bepalingwijziging.van(r, paden),
                adresser(verzoek),
                van_=w.van,
                tot=w.tot,
                as_=w.as_,
                assen=[As.van(a, paden) for a in w.assen],
                per_publicatie=[
                    Publicatietelling(publicatie=Plek.van(p, paden), artikelen=n) for p, n in w.per_publicatie
                ],
                documenten=[Documentwijziging.van(d, paden) for d in w.documenten],
                zonder_tekst=Plek.rij(w.zonder_tekst, paden),
            )

        def levering(opmaak: Opmaak) -> Levering:
            return stukken.wijzigingen(opmaak, vraag.van, vraag.tot, vraag.as_)

        return beantwoord_of_lever(dienst, verzoek, maak, levering, vraag.formaat)

    @router.get(
        "/feed",
        response_model=Feed,
        summary="Wat er sinds een dag is gewijzigd, ook als Atom",
        responses={200: {"content": {ATOM: {"schema": {"type": "string"}}}}},
    )
    def feed(verzoek: Request, vraag: Annotated[Feedvraag, Query()]) -> Response:
        soort = _soort(verzoek, vraag.formaat)
        if soort is None:
            return probleem(406, "De feed is er als JSON en als Atom.", aanbod=[JSON, ATOM])
        sinds = vraag.sinds or date.today() - _JAAR

        def maak(stand: Stand) -> Response:
            gegevens = _feed(stand.antwoorden, paden_van(verzoek), sinds, vraag, adresser(verzoek)(0))
            if soort == JSON:
                return als_json(gegevens)
            return Response("".join(als_atom(gegevens)), 200, media_type=f"{ATOM}; charset=utf-8")

        return met_etag(dienst, verzoek, maak, f"{sinds}")

    return router


def _soort(verzoek: Request, formaat: Feedformaat | None) -> str | None:
    if formaat is not None:
        return ATOM if formaat is Feedformaat.ATOM else JSON
    return onderhandel(verzoek.headers.get("accept", ""), (JSON, ATOM))


def _feed(antwoorden: Antwoorden, paden: Paden, sinds: date, vraag: Feedvraag, adres: str) -> Feed:
    """The newest ``vraag.limiet`` changes since a day, the newest first."""
    w = antwoorden.wijzigingen(sinds, _LAATST, vraag.as_, limiet=LIMIET_MAX)
    rijen = w.rijen
    if rijen.afgekapt:
        rijen = antwoorden.wijzigingen(
            sinds, _LAATST, vraag.as_, limiet=vraag.limiet, vanaf=rijen.totaal - vraag.limiet
        ).rijen
    items = rijen.items[::-1][: vraag.limiet]
    return Feed(
        sinds=sinds,
        as_=vraag.as_,
        items=[Bepalingwijziging.van(r, paden) for r in items],
        totaal=rijen.totaal,
        afgekapt=len(items) < rijen.totaal,
        documenten=[Werkversie.van(b, paden) for a in w.assen for b in a.documenten],
        links={
            "self": Link(href=adres),
            "atom": Link(href=paden("wijzigingen", "feed", formaat="atom", sinds=sinds, **{"as": vraag.as_.value})),
        },
    )


def als_atom(feed: Feed) -> Iterator[str]:
    """The feed by RFC 4287. The day of a change is told as its midnight, as the format knows moments only."""
    kop = f"Wijzigingen sinds {feed.sinds} ({feed.as_.value})"
    dagen = [i.dag for i in feed.items if i.dag is not None]
    yield '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="nl">\n'
    yield f"<id>https://w3id.org/regelgraaf/feed/{feed.as_.value}</id><title>{escape(kop)}</title>"
    yield f"<updated>{_moment(max(dagen, default=feed.sinds))}</updated>"
    yield f'<author><name>Regelgraaf</name></author><link rel="self" href={quoteattr(feed.links["self"].href)}/>\n'
    if feed.afgekapt:
        yield f"<subtitle>De nieuwste {len(feed.items)} van {feed.totaal}</subtitle>\n"
    for document in feed.documenten:
        naam, titel = document.versie.versie.naam, document.versie.titel or document.regeling.label
        yield _item(
            document.versie.versie.iri, f"{titel} ({naam})", _moment(feed.sinds), document.regeling.href, "document"
        )
    for item in feed.items:
        door = item.door.kort if item.door else "onbekend"
        # One act can change a provision more than once: each year again, or by decisions of different days.
        wijziging = item.wijziging
        wanneer = f"{wijziging.in_werking or 'onbekend'}-{wijziging.inwerkingtreding_door or 'onbekend'}"
        sleutel = f"{item.bepaling.iri}#{feed.as_.value}-{item.dag}-{door}-{wijziging.effect}-{wanneer}"
        titel = f"{item.bepaling.label}: {item.wijziging.effect}"
        yield _item(sleutel, titel, _moment(item.dag or feed.sinds), item.bepaling.href, f"door {door}")
    yield "</feed>\n"


def _item(id_: str, titel: str, moment: str, href: str, samenvatting: str) -> str:
    # Control characters, which a text from anywhere can hold, may not stand in XML.
    return (
        f"<entry><id>{escape(toonbaar(id_))}</id><title>{escape(toonbaar(titel))}</title><updated>{moment}</updated>"
        f'<link rel="alternate" href={quoteattr(href)}/><summary>{escape(toonbaar(samenvatting))}</summary></entry>\n'
    )


def _moment(dag: date) -> str:
    return f"{dag}T00:00:00Z"
