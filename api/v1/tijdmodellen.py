"""Changes, history and differences as resources."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from api.v1.bronmodellen import Wijziging
from api.v1.model import Link, Model, Pagina, Plek, Versie
from api.v1.paden import Paden
from api.v1.verwijsmodellen import Bewijs, Werkversie
from graph.antwoorden.tijdgegevens import Asregel, Grond, Verschilregel, Werktelling, Wijzigingsrij
from graph.antwoorden.tijdgegevens import Documentverandering as VeranderingAntwoord
from graph.antwoorden.tijdgegevens import Documentwijziging as DocumentAntwoord
from graph.antwoorden.tijdgegevens import Geschiedenis as GeschiedenisAntwoord
from ontologie.document import BepalingSoort
from ontologie.wijziging import DatumAs, VerschilSoort, Woordverschil


class Bepalingwijziging(Model):
    """Eén wijziging van één bepaling door één publicatie, uit officiële gegevens."""

    bepaling: Plek
    soort: BepalingSoort | None = Field(description="null voor een hele regeling.", examples=["artikel"])
    dag: date | None = Field(description="De dag op de gevraagde as.", examples=["2025-12-18"])
    wijziging: Wijziging
    door: Plek | None
    inwerkingtreding_door: Plek | None

    @classmethod
    def van(cls, r: Wijzigingsrij, paden: Paden) -> Bepalingwijziging:
        return cls(
            bepaling=Plek.van(r.bepaling, paden),
            soort=r.soort,
            dag=r.dag,
            wijziging=Wijziging.van(r.gegevens),
            door=Plek.of_niets(r.door, paden),
            inwerkingtreding_door=Plek.of_niets(r.inwerkingtreding_door, paden),
        )


class Telling(Model):
    """Hoeveel er in een regeling is gewijzigd."""

    regeling: Plek
    artikelen: int = Field(examples=[3])
    overige: int = Field(examples=[0])

    @classmethod
    def rij_van(cls, tellingen: tuple[Werktelling, ...], paden: Paden) -> list[Telling]:
        return [
            cls(regeling=Plek.van(t.werk, paden), artikelen=t.artikelen, overige=t.overige) for t in tellingen
        ]  # fmt: skip


class Volgende(Model):
    """De eerste dag na de periode waarop er iets wijzigt."""

    dag: date
    per_regeling: list[Telling]


class As(Model):
    """Wat er op één datum-as in de periode valt."""

    as_: DatumAs = Field(serialization_alias="as", examples=["gepubliceerd"])
    omschrijving: str
    artikelen: int = Field(examples=[3])
    overige: int = Field(examples=[0])
    per_regeling: list[Telling]
    documenten: list[Werkversie]
    volgende: Volgende | None

    @classmethod
    def van(cls, a: Asregel, paden: Paden) -> As:
        volgende = None
        if a.volgende is not None:
            volgende = Volgende(dag=a.volgende.dag, per_regeling=Telling.rij_van(a.volgende.per_werk, paden))
        return cls(
            as_=a.as_,
            omschrijving=a.omschrijving,
            artikelen=a.artikelen,
            overige=a.overige,
            per_regeling=Telling.rij_van(a.per_werk, paden),
            documenten=[Werkversie.van(b, paden) for b in a.documenten],
            volgende=volgende,
        )


class Verandering(Model):
    """Een wijziging die niet uit officiële gegevens komt, met de grond ervoor."""

    bepaling: Plek
    effect: str = Field(description="Leeg waar alleen bekend is dát er iets is gewijzigd.")
    grond: Grond = Field(examples=["vastgesteld"])
    reden: str
    bewijs: list[Bewijs]

    @classmethod
    def van(cls, v: VeranderingAntwoord, paden: Paden) -> Verandering:
        return cls(
            bepaling=Plek.van(v.bepaling, paden),
            effect=v.effect,
            grond=v.grond,
            reden=v.reden,
            bewijs=[Bewijs.van(b, paden) for b in v.bewijs],
        )


class Documentwijziging(Model):
    """Een versie van een document die in de periode valt."""

    document: Werkversie
    zeker: bool = Field(description="false: van de datum valt maar een deel in de periode.")
    veranderingen: list[Verandering]
    meldingen: list[Verandering] = Field(description="Wat het over wijzigingen in andere documenten zegt.")
    voorbehouden: list[str]

    @classmethod
    def van(cls, d: DocumentAntwoord, paden: Paden) -> Documentwijziging:
        return cls(
            document=Werkversie.van(d.bron, paden),
            zeker=d.zeker,
            veranderingen=[Verandering.van(v, paden) for v in d.veranderingen],
            meldingen=[Verandering.van(v, paden) for v in d.meldingen],
            voorbehouden=list(d.voorbehouden),
        )


class Publicatietelling(Model):
    """Hoeveel artikelen een publicatie wijzigde."""

    publicatie: Plek
    artikelen: int = Field(examples=[3])


class Wijzigingenpagina(Pagina[Bepalingwijziging]):
    """Wat er in een periode is gewijzigd. Zonder `as` zijn er geen items, alleen aantallen per as."""

    van_: date = Field(serialization_alias="van", examples=["2025-12-01"])
    tot: date = Field(examples=["2025-12-31"])
    as_: DatumAs | None = Field(serialization_alias="as")
    assen: list[As]
    per_publicatie: list[Publicatietelling]
    documenten: list[Documentwijziging]
    zonder_tekst: list[Plek] = Field(description="Wat deze teksten over wijzigingen zeggen telt niet mee.")


class Feed(Pagina[Bepalingwijziging]):
    """Wijzigingen sinds een dag, de nieuwste eerst."""

    sinds: date = Field(examples=["2025-12-01"])
    as_: DatumAs = Field(serialization_alias="as")
    documenten: list[Werkversie] = Field(
        description="Documenten die sindsdien verschenen, golden of zijn opgenomen; bij het eerste deel van de lijst."
    )


class Versiestand(Model):
    """Een bepaling in één geladen versie."""

    versie: Versie
    aanwezig: bool
    vervallen: bool
    gelijk: bool | None = Field(description="Of zij gelijk is aan de vorige versie; null waar dat niet te zeggen is.")


class Geschiedenis(Model):
    """Een bepaling door de tijd."""

    bepaling: Plek
    versies: list[Versiestand] = Field(description="De oudste eerst.")
    wijzigingen: list[Bepalingwijziging]
    meldingen: list[Verandering]
    links: dict[str, Link] = Field(serialization_alias="_links")

    @classmethod
    def van(cls, g: GeschiedenisAntwoord, paden: Paden) -> Geschiedenis:
        return cls(
            bepaling=Plek.van(g.bepaling, paden),
            versies=[
                Versiestand(versie=Versie.van(v.versie), aanwezig=v.aanwezig, vervallen=v.vervallen, gelijk=v.gelijk)
                for v in g.versies
            ],
            wijzigingen=[Bepalingwijziging.van(r, paden) for r in g.wijzigingen],
            meldingen=[Verandering.van(m, paden) for m in g.meldingen],
            links={"self": Link(href=paden("bepalingen", g.bepaling.kort, "geschiedenis"))},
        )


class Woorden(Model):
    """Woorden die weg zijn, erbij kwamen of vervangen zijn."""

    weg: str
    erbij: str


class Verschil(Model):
    """Een bepaling die in twee versies verschilt."""

    soort: VerschilSoort = Field(examples=["gewijzigd"])
    onderdeel: BepalingSoort = Field(examples=["lid"])
    oud: Plek | None
    nieuw: Plek | None
    ook_gewijzigd: bool = Field(
        description="Van een verplaatste of hernummerde bepaling: of ook de woorden verschillen."
    )
    omvat: int = Field(description="Onderdelen die mee kwamen of gingen en niet apart in de lijst staan.")
    precies: bool = Field(description="false: de tekst was te lang om woord voor woord te vergelijken.")
    opschrift: list[Woorden]
    tekst: list[Woorden]

    @classmethod
    def van(cls, r: Verschilregel, paden: Paden) -> Verschil:
        v = r.verschil
        return cls(
            soort=v.soort,
            onderdeel=v.onderdeel,
            oud=Plek.of_niets(r.oud, paden),
            nieuw=Plek.of_niets(r.nieuw, paden),
            ook_gewijzigd=v.ook_gewijzigd,
            omvat=v.omvat,
            precies=v.precies,
            opschrift=_woorden(v.opschrift, r.oud_opschrift, r.nieuw_opschrift),
            tekst=_woorden(v.tekst, r.oude_tekst, r.nieuwe_tekst),
        )


def _woorden(verschillen: tuple[Woordverschil, ...], oud: str, nieuw: str) -> list[Woorden]:
    return [Woorden(weg=oud[w.oud_begin : w.oud_eind], erbij=nieuw[w.nieuw_begin : w.nieuw_eind]) for w in verschillen]


class Verschilpagina(Pagina[Verschil]):
    """Hoe twee versies verschillen."""

    oud: Werkversie
    nieuw: Werkversie
    met_tekst: bool = Field(description="false: alleen opbouw, nummers en opschriften zijn vergeleken.")
