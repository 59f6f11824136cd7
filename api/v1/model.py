"""What all resources share: their base, links, bounded lists, how something is pointed at, and problems."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, Generic, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel

from api.v1.paden import Paden
from graph.antwoorden import Lijst
from graph.antwoorden import Plek as PlekAntwoord
from graph.antwoorden import Versie as VersieAntwoord

T = TypeVar("T")
R = TypeVar("R")
#: Makes the address of another part of the same list, from the place of its first item.
Adresser = Callable[[int], str]


class Model(BaseModel):
    """A resource or a part of one; members are in camelCase."""

    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True)


class Link(Model):
    """Een verwijzing naar een andere resource van deze API."""

    href: str = Field(examples=["/v1/bepalingen/pw:8a"])


class Plek(Model):
    """Iets waarnaar verwezen kan worden: een regeling, een bepaling of een bron van buiten."""

    kort: str = Field(description="Korte notatie, bruikbaar als id in deze API.", examples=["pw:8a"])
    iri: str = Field(examples=["https://w3id.org/regelgraaf/id/BWBR0015703/artikel/8a"])
    label: str = Field(examples=["Participatiewet, artikel 8a"])
    opschrift: str = Field(
        description="Leeg waar er geen is.", examples=["Verordeningen re-integratievoorzieningen en tegenprestatie"]
    )
    geladen: bool = Field(description="Of een geladen document het bevat; anders wordt het alleen genoemd.")
    href: str = Field(
        description="Adres in deze API, of het officiële adres van een bron van buiten; leeg waar er geen is.",
        examples=["/v1/bepalingen/pw:8a"],
    )

    @classmethod
    def van(cls, plek: PlekAntwoord, paden: Paden) -> Plek:
        return cls(
            kort=plek.kort,
            iri=plek.iri,
            label=plek.label,
            opschrift=plek.opschrift,
            geladen=plek.geladen,
            href=href_van(plek, paden),
        )

    @classmethod
    def of_niets(cls, plek: PlekAntwoord | None, paden: Paden) -> Plek | None:
        return None if plek is None else cls.van(plek, paden)

    @classmethod
    def rij(cls, plekken: Iterable[PlekAntwoord], paden: Paden) -> list[Plek]:
        return [cls.van(plek, paden) for plek in plekken]


def href_van(plek: PlekAntwoord, paden: Paden) -> str:
    """Where a place is found: in this interface, or for an external source at its official address."""
    if plek.bepaling is None:
        return plek.adres
    return paden("bepalingen" if plek.bepaling.stappen else "regelingen", plek.kort)


class Versie(Model):
    """Een geladen versie; `vanaf` en `tot` (tot, niet tot en met) zijn null waar ze niet bekend zijn."""

    naam: str = Field(description="Leeg waar de bron geen datum noemt.", examples=["2026-01-01", "2025-12"])
    iri: str = Field(examples=["https://w3id.org/regelgraaf/id/BWBR0015703/2026-01-01"])
    vanaf: date | None = Field(examples=["2026-01-01"])
    tot: date | None

    @classmethod
    def van(cls, versie: VersieAntwoord) -> Versie:
        return cls(naam=versie.naam, iri=versie.iri, vanaf=versie.vanaf, tot=versie.tot)


class Pagina(Model, Generic[T]):
    """Een begrensd deel van een lijst. `afgekapt` zegt of er meer is; `_links.next` wijst daarheen."""

    items: list[T]
    totaal: int = Field(description="Lengte van de hele lijst.", examples=[1])
    vanaf: int = Field(description="Plaats van het eerste item in de hele lijst, geteld vanaf 0.", examples=[0])
    limiet: int = Field(examples=[100])
    afgekapt: bool = Field(description="Of de lijst na deze items verdergaat.")
    links: dict[str, Link] = Field(serialization_alias="_links", description="self, en waar ze er zijn next en prev.")

    @classmethod
    def uit(cls, deel: Lijst[R], vorm: Callable[[R], T], adres: Adresser, **meer: Any) -> Self:
        """A part of a list as answered, each item given form by ``vorm``; ``meer`` are the members of a subclass."""
        return cls(
            items=[vorm(item) for item in deel.items],
            totaal=deel.totaal,
            vanaf=deel.vanaf,
            limiet=deel.limiet,
            afgekapt=deel.afgekapt,
            links=lijst_links(adres, deel.vanaf, deel.volgende, deel.vorige),
            **meer,
        )


def lijst_links(adres: Adresser, vanaf: int, volgende: int | None, vorige: int | None) -> dict[str, Link]:
    """The links of a part of a list."""
    hrefs: Mapping[str, str | None] = {
        "self": adres(vanaf),
        "next": adres(volgende) if volgende is not None else None,
        "prev": adres(vorige) if vorige is not None else None,
    }
    return {naam: Link(href=href) for naam, href in hrefs.items() if href is not None}


def deel_van(dingen: Iterable[T], limiet: int, vanaf: int) -> Lijst[T]:
    """A bounded part of something that comes whole."""
    alle = tuple(dingen)
    return Lijst(alle[vanaf : vanaf + limiet], len(alle), vanaf, limiet)


class Foutveld(Model):
    """Eén invoerveld dat niet klopt."""

    veld: str = Field(examples=["limiet"])
    plaats: str = Field(description="`query`, `path` of `body`.", examples=["query"])
    melding: str = Field(examples=["limiet moet een geheel getal zijn."])


class Gelijkende(Model):
    """Iets wat lijkt op wat u vroeg."""

    kort: str = Field(description="Korte notatie, bruikbaar als id in deze API.", examples=["pw:8a"])
    label: str = Field(examples=["Participatiewet, artikel 8a"])


class Probleem(Model):
    """Een fout, volgens RFC 9457."""

    type: str = Field(examples=["https://w3id.org/regelgraaf/fout/NietGevonden"])
    title: str = Field(examples=["Niet gevonden"])
    status: int = Field(examples=[404])
    detail: str = Field(examples=["«pw:8a:9» bestaat niet."])
    advies: str | None = Field(default=None, description="Wat u kunt doen.")
    suggesties: list[str] | None = Field(default=None, description="Wat er op lijkt, in korte notatie.")
    lijkt_op: list[Gelijkende] | None = Field(default=None, description="Hetzelfde, met hoe het heet.")
    geladen: str | None = Field(default=None, description="Waar staat wat er geladen is, als dat verder helpt.",
                                examples=["/v1/regelingen"])  # fmt: skip
    fouten: list[Foutveld] | None = Field(default=None, description="De velden die niet kloppen.")
