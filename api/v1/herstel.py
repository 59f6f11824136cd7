"""The repair of a brought or loaded ordinance: what should change, the was-wordt table, and the draft decision."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field
from starlette.requests import Request
from starlette.responses import Response

from api.antwoordstukken import Opmaak, adres_op
from api.antwoordstukken.herstel import raadsbesluit, tekst_van, was_wordt
from api.dienst import Dienst
from api.eigen.bronregels import Iriadres, iri_adres
from api.eigen.herstelloket import PUNTEN_MAX, Herstelvraag
from api.uitvoer import Formaat, Levering, lever
from api.v1.antwoord import als_json, uitvoervormen
from api.v1.model import Model
from api.v1.paden import paden_van
from api.v1.vergelijkingen import Geladen, Id, zoals_gevraagd
from api.v1.vragen import Dag, Naam, Vraag
from ontologie.herstel import Herstelgrond, Herstelreden, Ontwerpbesluit


class Herstelformaat(StrEnum):
    """The formats of a repair."""

    JSON = "json"
    DOCX = "docx"
    HTML = "html"


class Herstelkeuze(Vraag):
    """What is taken over, and the format."""

    punt: list[Naam] = Field([], max_length=PUNTEN_MAX,
                             description="Neem alleen deze punten over; zonder wat is voorgesteld.")  # fmt: skip
    zonder: list[Naam] = Field([], max_length=PUNTEN_MAX, description="Neem deze punten niet over.")
    inwerking: Dag | None = Field(None, description="Datum van inwerkingtreding; zonder de dag na bekendmaking.")
    formaat: Herstelformaat = Field(Herstelformaat.JSON, description="JSON, Word of HTML.")

    def vraag(self) -> Herstelvraag:
        return Herstelvraag(tuple(self.punt) or None, tuple(self.zonder), self.inwerking)


class Geladenkeuze(Herstelkeuze, Geladen):
    """What is taken over in which loaded ordinance."""


class Bronregel(Model):
    """A source with its words."""

    naam: str
    woorden: str
    iri: str


class Reden(Model):
    """Why something changes."""

    grond: Herstelgrond
    uitleg: str
    bronnen: list[Bronregel]


class Punt(Model):
    """One change that can be taken over or left."""

    sleutel: str
    artikel: str
    waar: str
    voorgesteld: bool
    uitvoerbaar: bool
    overgenomen: bool
    redenen: list[Reden]
    vragen: list[str]


class Rij(Model):
    """One article before and after; the text is "" for one that is new or lapses."""

    artikel: str
    was: str
    wordt: str
    redenen: list[Reden]
    vragen: list[str]


class Waswordt(Model):
    """The table, with all points and what is open."""

    titel: str
    model: str
    op: date
    concept: bool = Field(True, description="Altijd waar: een jurist beoordeelt dit ontwerp.")
    punten: list[Punt]
    rijen: list[Rij]
    open_punten: list[str]
    self_: str = Field(alias="self")


class Besluit(Model):
    """The draft decision; ``wijziging`` is the amending article in its fixed forms, "" where there is none."""

    titel: str
    gemeente: str
    concept: bool = Field(True, description="Altijd waar: een jurist beoordeelt dit ontwerp.")
    gelet_op: list[str]
    wijziging: str
    inwerkingtreding: date | None
    open_punten: list[str]
    self_: str = Field(alias="self")


@dataclass(frozen=True, slots=True)
class _Uitkomst:
    """What is made of a repair: its name in the path, its model and its document, and what it is in a sentence."""

    naam: str
    model: type[Model]
    als_model: Callable[[Ontwerpbesluit, str], Model]
    als_stuk: Callable[[Opmaak, Ontwerpbesluit, Iriadres], Levering]
    van_geladen: str
    van_aangeboden: str


def herstelroutes(dienst: Dienst) -> APIRouter:
    """``waswordt`` and ``besluit``: below ``/vergelijkingen/{id}``, and of what is loaded below ``/vergelijkingen``.

    No document has an id like those names, so that they are free; they go before ``/vergelijkingen/{id}``.
    """
    router = APIRouter(tags=["vergelijken"])
    for uitkomst in (
        _Uitkomst(
            "waswordt", Waswordt, _waswordt, was_wordt,
            "Wat in een geladen verordening moet veranderen, als was-wordt-tabel",
            "Wat in de eigen verordening moet veranderen, als was-wordt-tabel",
        ),
        _Uitkomst(
            "besluit", Besluit, _besluit, raadsbesluit,
            "Het ontwerp-raadsbesluit met wijzigingsartikelen bij een geladen verordening",
            "Het ontwerp-raadsbesluit met wijzigingsartikelen",
        ),
    ):  # fmt: skip
        _routes(router, dienst, uitkomst)
    return router


def _routes(router: APIRouter, dienst: Dienst, uitkomst: _Uitkomst) -> None:
    loket, naam = dienst.herstellen, uitkomst.naam

    def antwoord(verzoek: Request, ontwerp: Ontwerpbesluit, keuze: Herstelkeuze, self_: str) -> Response:
        if keuze.formaat is Herstelformaat.JSON:
            return als_json(uitkomst.als_model(ontwerp, self_))
        basis = str(verzoek.base_url)
        levering = uitkomst.als_stuk(Opmaak(dienst.antwoorden(), adres_op(basis)), ontwerp, iri_adres(basis))
        return lever(levering, Formaat(keuze.formaat.value))

    @router.get(
        f"/vergelijkingen/{naam}",
        name=f"{naam}_geladen",
        response_model=uitkomst.model,
        summary=uitkomst.van_geladen,
        responses=uitvoervormen(),
    )
    def geladen(verzoek: Request, keuze: Annotated[Geladenkeuze, Query()]) -> Response:
        ontwerp = loket.van_geladen(keuze.eigen, keuze.model, keuze.dag(), keuze.vraag())
        return antwoord(verzoek, ontwerp, keuze, zoals_gevraagd(verzoek))

    @router.get(
        f"/vergelijkingen/{{id}}/{naam}",
        name=naam,
        response_model=uitkomst.model,
        summary=uitkomst.van_aangeboden,
        responses=uitvoervormen(),
    )
    def aangeboden(verzoek: Request, id: Id, keuze: Annotated[Herstelkeuze, Query()]) -> Response:
        self_ = paden_van(verzoek)("vergelijkingen", id, naam)
        return antwoord(verzoek, loket.ontwerp(id, keuze.vraag()), keuze, self_)


def _reden(r: Herstelreden) -> Reden:
    bronnen = [Bronregel(naam=h.naam, woorden=h.woorden, iri=h.iri) for h in r.herkomst]
    return Reden(grond=r.grond, uitleg=r.uitleg, bronnen=bronnen)


def _waswordt(b: Ontwerpbesluit, self_: str) -> Waswordt:
    h = b.herstel
    gekozen = set(h.gekozen)
    return Waswordt(
        titel=h.titel,
        model=h.model,
        op=h.op,
        concept=True,
        punten=[
            Punt(
                sleutel=p.sleutel,
                artikel=p.artikel,
                waar=p.waar,
                voorgesteld=p.voorgesteld,
                uitvoerbaar=p.uitvoerbaar,
                overgenomen=p.sleutel in gekozen,
                redenen=[_reden(r) for r in p.redenen],
                vragen=list(p.vragen),
            )
            for p in h.punten
        ],
        rijen=[
            Rij(
                artikel=r.artikel,
                was=tekst_van(r.was),
                wordt=tekst_van(r.wordt),
                redenen=[_reden(x) for x in r.redenen],
                vragen=list(r.vragen),
            )
            for r in h.regels
        ],
        open_punten=list(h.open_punten),
        self=self_,
    )


def _besluit(b: Ontwerpbesluit, self_: str) -> Besluit:
    from api.eigen.besluit import titel_van

    return Besluit(
        titel=titel_van(b),
        gemeente=b.gemeente,
        concept=True,
        gelet_op=list(b.gelet_op),
        wijziging=b.herstel.opdrachten,
        inwerkingtreding=b.inwerkingtreding,
        open_punten=list(b.herstel.open_punten),
        self=self_,
    )
