"""What can be asked: the query parameters of the resources. An unknown parameter is an error, never ignored."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic.alias_generators import to_camel

from graph.antwoorden import LIMIET, LIMIET_MAX, Niveau
from graph.impact.regels import STAPPEN, STAPPEN_MAX, Gevolg
from ontologie.document import DocumentSoort
from ontologie.relatie import Regelvorm
from ontologie.verwijzing import Status
from ontologie.wijziging import DatumAs

#: Largest text in which references are looked for, in characters.
TEKST_MAX = 100_000
_DAG = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_VROEGST, _LAATST = date(1800, 1, 1), date(2200, 12, 31)


def _alleen_dag(waarde: object) -> object:
    """The parser of dates takes moments and numbers of seconds too."""
    if isinstance(waarde, str) and not _DAG.fullmatch(waarde):
        raise ValueError("moet een datum zijn als 2026-01-31")
    return waarde


def _in_bereik(dag: date) -> date:
    if not _VROEGST <= dag <= _LAATST:
        raise ValueError(f"moet van {_VROEGST} tot en met {_LAATST} zijn")
    return dag


Dag = Annotated[date, BeforeValidator(_alleen_dag), AfterValidator(_in_bereik)]
Naam = Annotated[str, Field(max_length=200)]


class Vraag(BaseModel):
    """Parameters of a question, in camelCase."""

    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True, extra="forbid")


class Uitvoerformaat(StrEnum):
    """The formats of an answer that can be handed out."""

    JSON = "json"
    CSV = "csv"
    DOCX = "docx"


class Uitvoervraag(Vraag):
    """An answer that can be handed out."""

    formaat: Uitvoerformaat | None = Field(
        None, description="Gaat voor de Accept-kop. CSV en Word bevatten de hele lijst, wat limiet en vanaf ook zijn."
    )


class Tabelformaat(StrEnum):
    """The formats of a list that is no document."""

    JSON = "json"
    CSV = "csv"


class Deelvraag(Vraag):
    """A part of a list."""

    limiet: int = Field(LIMIET, ge=1, le=LIMIET_MAX, description="Het grootste aantal items.", examples=[100])
    vanaf: int = Field(0, ge=0, le=10_000_000, description="Sla zoveel items over.", examples=[0])


class Versievraag(Vraag):
    """Which version: by name, by a day, or the newest."""

    versie: Naam = Field(
        "", description="Naam van een geladen versie; zonder is het de nieuwste.", examples=["2023-10-07"]
    )
    op: Dag | None = Field(None, description="De versie die op deze dag het meest nabij komt.", examples=["2026-07-01"])

    @model_validator(mode="after")
    def _een_van_beide(self) -> Versievraag:
        if self.versie and self.op is not None:
            raise ValueError("versie en op kunnen niet samen")
        return self


class Bepalingvraag(Versievraag, Uitvoervraag):
    """Which version of a provision, and in what format."""


class Versiedeelvraag(Deelvraag):
    """A part of a list about one version."""

    versie: Naam = Field("", description="Naam van een geladen versie; zonder is het de nieuwste.")


class Regelingenvraag(Deelvraag):
    """Which regulations."""

    soort: DocumentSoort | None = Field(None, description="Alleen documenten van deze soort.")


class Inkomendvraag(Deelvraag):
    """Which incoming references."""

    niveau: list[Niveau] = Field(
        default_factory=list,
        max_length=4,
        description="Waar het doel staat ten opzichte van de bepaling; herhaalbaar. Zonder: zelf, onder en boven.",
    )
    alle_versies: bool = Field(False, description="Ook uit oudere geladen versies.")


class Onopgelostvraag(Deelvraag, Uitvoervraag):
    """Which unresolved references."""

    regeling: Naam = Field("", description="Alleen uit deze regeling (korte naam).")
    status: Status | None = Field(None, description="Alleen met deze status; zonder alle behalve opgelost.")


class Implementeertvraag(Deelvraag, Uitvoervraag):
    """Which way relations are read."""

    omgekeerd: bool = Field(
        False, description="false: wat deze bepaling invult. true: welke bepalingen deze bepaling zelf invult."
    )


class Besluitimpactvraag(Deelvraag):
    """How far what an act changes is followed, and in which versions."""

    op: Dag | None = Field(None, description="De versies van deze dag; zonder de nieuwste.", examples=["2026-07-01"])
    stappen: int = Field(STAPPEN, ge=1, le=STAPPEN_MAX, description="Over ten hoogste zoveel stappen.")


class Impactvraag(Besluitimpactvraag):
    """What happens to the provision."""

    als: Gevolg = Field(Gevolg.WIJZIGT, description="Wat er met de bepaling gebeurt, of zou gebeuren.")


class Plichtenvraag(Versiedeelvraag):
    """Which duties."""

    vorm: Regelvorm | None = Field(
        Regelvorm.VERORDENING, description="In wat voor regeling het moet of mag worden geregeld."
    )


class Dekkingsvraag(Deelvraag, Uitvoervraag):
    """Which matrices; one is about 100 kB."""

    limiet: int = Field(10, ge=1, le=50, description="Het grootste aantal matrices.", examples=[10])
    verordening: Naam = Field("", description="Korte naam van de verordening of het model.")
    wet: Naam = Field("", description="Korte naam van de wet.")


class Periodevraag(Deelvraag, Uitvoervraag):
    """A period on a date axis."""

    van: Dag = Field(description="Eerste dag.", examples=["2025-12-01"])
    tot: Dag = Field(description="Laatste dag, die meetelt.", examples=["2025-12-31"])
    as_: DatumAs | None = Field(
        None, alias="as", description="De datum-as; zonder alleen hoeveel er op elke as verandert."
    )


class Feedformaat(StrEnum):
    """The formats of the feed."""

    JSON = "json"
    ATOM = "atom"


class Feedvraag(Deelvraag):
    """What came since a day, the newest first."""

    sinds: Dag | None = Field(None, description="Vanaf deze dag; zonder het laatste jaar.", examples=["2025-12-01"])
    as_: DatumAs = Field(DatumAs.GEPUBLICEERD, alias="as", description="De datum-as.")
    formaat: Feedformaat | None = Field(None, description="Gaat voor de Accept-kop.")


class Zoekvraag(Deelvraag):
    """Words to look for."""

    q: str = Field(min_length=1, max_length=1000, description="Woorden, een citaat, JCI, IRI of korte notatie.",
                   examples=["re-integratie"])  # fmt: skip
    soort: DocumentSoort | None = Field(None, description="Alleen documenten van deze soort.")
    regeling: Naam = Field("", description="Alleen deze regeling (korte naam).")
    op: date | None = Field(
        None,
        description="Zoek in de versies die op deze dag gelden, voor zover geladen; zonder in de nieuwste.",
        examples=["2026-01-01"],
    )
    formaat: Tabelformaat | None = Field(
        None, description="Gaat voor de Accept-kop. CSV bevat de hele lijst, wat limiet en vanaf ook zijn."
    )


class Verschilvraag(Deelvraag, Uitvoervraag):
    """Which two versions."""

    oud: Naam = Field(description="Naam van de oude versie.", examples=["2023-10-07"])
    nieuw: Naam = Field("", description="Naam van de nieuwe versie; zonder is het de nieuwste.")


class Citaatvraag(Vraag):
    """Een tekst waarin verwijzingen worden gezocht."""

    tekst: str = Field(
        max_length=TEKST_MAX,
        description=f"Ten hoogste {TEKST_MAX} tekens; een witregel scheidt alinea's.",
        examples=["Zie artikel 8a, tweede lid, van de Participatiewet."],
    )
    plaats: Naam = Field("", description="De bepaling waarin de tekst staat, voor «het eerste lid».", examples=[""])
