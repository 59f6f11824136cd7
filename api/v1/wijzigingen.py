"""The resources about time: wijzigingen, and the feed of what came since a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Annotated
from urllib.parse import urljoin
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
from graph.antwoorden import LIMIET_MAX, Antwoorden, Lijst
from ontologie.fouten import toonbaar

ATOM = "application/atom+xml"
#: What the links of a part of a list are called in Atom.
_ATOMLINKS = {"self": "self", "next": "next", "previous": "prev"}
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
            gegevens = _feed(stand.antwoorden, paden_van(verzoek), sinds, vraag, soort)
            # Who follows the feed comes back to what was asked, where the last year may move along.
            gegevens.links["self"] = Link(href=adresser(verzoek)(vraag.vanaf))
            if soort == JSON:
                return als_json(gegevens)
            inhoud = "".join(als_atom(gegevens, str(verzoek.base_url)))
            return Response(inhoud, 200, media_type=f"{ATOM}; charset=utf-8")

        return met_etag(dienst, verzoek, maak, f"{sinds} {verzoek.base_url}")

    return router


def _soort(verzoek: Request, formaat: Feedformaat | None) -> str | None:
    if formaat is not None:
        return ATOM if formaat is Feedformaat.ATOM else JSON
    return onderhandel(verzoek.headers.get("accept", ""), (JSON, ATOM))


def _feed(antwoorden: Antwoorden, paden: Paden, sinds: date, vraag: Feedvraag, soort: str) -> Feed:
    """A part of the changes since a day, the newest first; documents come with the first part only.

    Its links say the day and the format, so that the parts belong together whenever and however they are fetched.
    """
    w = antwoorden.wijzigingen(sinds, _LAATST, vraag.as_, limiet=LIMIET_MAX)
    rijen = w.rijen
    # Its place counts from the newest; the answer counts from the oldest.
    eind = max(0, rijen.totaal - vraag.vanaf)
    begin = max(0, eind - vraag.limiet)
    items = rijen.items[begin:eind]
    if rijen.afgekapt and begin < eind:
        items = antwoorden.wijzigingen(sinds, _LAATST, vraag.as_, limiet=eind - begin, vanaf=begin).rijen.items

    def adres(vanaf: int, formaat: Feedformaat) -> str:
        keuze = {"sinds": sinds, "as": vraag.as_.value, "limiet": vraag.limiet, "vanaf": vanaf or ""}
        return paden("wijzigingen", "feed", formaat=formaat.value, **keuze)

    eigen = Feedformaat.JSON if soort == JSON else Feedformaat.ATOM
    feed = Feed.uit(
        Lijst(items[::-1], rijen.totaal, vraag.vanaf, vraag.limiet),
        lambda r: Bepalingwijziging.van(r, paden),
        lambda vanaf: adres(vanaf, eigen),
        sinds=sinds,
        as_=vraag.as_,
        documenten=[] if vraag.vanaf else [Werkversie.van(b, paden) for a in w.assen for b in a.documenten],
    )
    feed.links["atom"] = Link(href=adres(vraag.vanaf, Feedformaat.ATOM))
    return feed


def als_atom(feed: Feed, site: str) -> Iterator[str]:
    """The feed by RFC 4287, and its parts by RFC 5005; addresses are below ``site``, as readers know no other base.

    The day of a change is told as its midnight, as the format knows moments only.
    """
    kop = f"Wijzigingen sinds {feed.sinds} ({feed.as_.value})"
    dagen = [i.dag for i in feed.items if i.dag is not None]
    yield '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="nl">\n'
    yield f"<id>https://w3id.org/regelgraaf/feed/{feed.as_.value}</id><title>{escape(kop)}</title>"
    yield f"<updated>{_moment(max(dagen, default=feed.sinds))}</updated>"
    yield "<author><name>Regelgraaf</name></author>\n"
    for rel, naam in _ATOMLINKS.items():
        if naam in feed.links:
            yield f'<link rel="{rel}" type="{ATOM}" href={quoteattr(urljoin(site, feed.links[naam].href))}/>\n'
    if len(feed.items) < feed.totaal:
        na = f" na de eerste {feed.vanaf}" if feed.vanaf else ""
        yield f"<subtitle>De nieuwste {len(feed.items)}{na}, van {feed.totaal}</subtitle>\n"
    for document in feed.documenten:
        naam, titel = document.versie.versie.naam, document.versie.titel or document.regeling.label
        yield _item(
            document.versie.versie.iri,
            f"{titel} ({naam})",
            _moment(feed.sinds),
            urljoin(site, document.regeling.href),
            "document",
        )
    for item in feed.items:
        door = item.door.kort if item.door else "onbekend"
        # One act can change a provision more than once: each year again, or by decisions of different days.
        wijziging = item.wijziging
        wanneer = f"{wijziging.in_werking or 'onbekend'}-{wijziging.inwerkingtreding_door or 'onbekend'}"
        sleutel = f"{item.bepaling.iri}#{feed.as_.value}-{item.dag}-{door}-{wijziging.effect}-{wanneer}"
        titel = f"{item.bepaling.label}: {item.wijziging.effect}"
        yield _item(sleutel, titel, _moment(item.dag or feed.sinds), urljoin(site, item.bepaling.href), f"door {door}")
    yield "</feed>\n"


def _item(id_: str, titel: str, moment: str, href: str, samenvatting: str) -> str:
    # Control characters, which a text from anywhere can hold, may not stand in XML.
    return (
        f"<entry><id>{escape(toonbaar(id_))}</id><title>{escape(toonbaar(titel))}</title><updated>{moment}</updated>"
        f'<link rel="alternate" href={quoteattr(href)}/><summary>{escape(toonbaar(samenvatting))}</summary></entry>\n'
    )


def _moment(dag: date) -> str:
    return f"{dag}T00:00:00Z"
