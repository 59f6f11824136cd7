"""What a check found, as a resource."""

from __future__ import annotations

from pydantic import Field

from api.eigen import Gecontroleerd
from api.v1.model import Link, Model
from graph.antwoorden.controlegegevens import Bevonden, Controleuitkomst
from ontologie.controle import Controlethema, Ernst


class Punt(Model):
    """Eén punt: waar, welke woorden, welke regel, waarom, en zo mogelijk wat te doen."""

    regel: str = Field(examples=["nummer-overgeslagen"])
    naam: str = Field(examples=["Nummer overgeslagen"])
    thema: Controlethema
    ernst: Ernst
    plaats: str = Field(description="Korte notatie; leeg voor de tekst als geheel.", examples=["pw:8a:4"])
    plaats_naam: str = Field(examples=["Artikel 8a, vierde lid"])
    regelnummer: int = Field(description="Regel in het bestand, vanaf 1.")
    begin: int = Field(description="Eerste teken in het bestand, vanaf 0.")
    eind: int
    voor: str = Field(description="Wat er in de alinea aan voorafgaat.")
    woorden: str
    na: str
    reden: str
    suggestie: str

    @classmethod
    def van(cls, b: Bevonden) -> Punt:
        return cls(**{veld: getattr(b, veld) for veld in Bevonden.__slots__})


class Controleantwoord(Model):
    """Wat de controle van een tekst vond."""

    titel: str
    bestand: str
    regeling: str = Field(description="Korte naam van een geladen werk; leeg voor een eigen tekst.")
    versie: str
    aantallen: dict[str, int] = Field(description="Hoeveel punten van elke ernst.")
    punten: list[Punt]
    voorbehouden: list[str] = Field(description="Wat is weggelaten, niet toegepast of niet nagelopen.")
    bewaard_tot: float | None = Field(description="Seconden sinds 1970; null voor een geladen werk.")
    links: dict[str, Link] = Field(serialization_alias="_links")

    @classmethod
    def van(cls, g: Gecontroleerd, uitkomst: Controleuitkomst, adres: str) -> Controleantwoord:
        return cls(
            titel=uitkomst.titel,
            bestand=uitkomst.bestand,
            regeling=uitkomst.werk,
            versie=uitkomst.versie,
            aantallen={str(e): n for e, n in uitkomst.telling().items()},
            punten=[Punt.van(b) for b in uitkomst.bevonden],
            voorbehouden=list(uitkomst.voorbehouden),
            bewaard_tot=g.stuk.verloopt if g.stuk else None,
            links={"self": Link(href=adres)},
        )


class Regel(Model):
    """Eén regel van de controle."""

    id: str = Field(examples=["nummer-overgeslagen"])
    naam: str
    thema: Controlethema
    ernst: Ernst
    uitleg: str


class Regels(Model):
    """Alle regels van de controle."""

    regels: list[Regel]
