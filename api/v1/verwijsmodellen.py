"""References, hits and relations as resources."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from api.v1.bronmodellen import Regelingversie
from api.v1.model import Model, Pagina, Plek
from api.v1.paden import Paden
from graph.antwoorden import Bron, Gevonden, Inkomende, Niveau, Zoekantwoord
from graph.antwoorden import Treffer as TrefferAntwoord
from graph.antwoorden.relatiegegevens import (
    Bewijsplek,
    Dekkingsregel,
    Plichtgegevens,
    Relatiegegevens,
    Via,
)
from graph.antwoorden.relatiegegevens import Dekking as DekkingAntwoord
from graph.antwoorden.tijdgegevens import Versiekeuze, Zekerheid
from ontologie.document import BepalingSoort, DocumentSoort
from ontologie.relatie import Modaliteit, Oordeel, Regelvorm, Sterkte
from ontologie.verwijzing import Status, VerwijzingSoort


class Verwijzing(Model):
    """Een verwijzing met de woorden waarin zij staat: `voor` + `woorden` + `na`."""

    iri: str
    bron: Plek = Field(description="De bepaling waarin zij staat.")
    bron_versie: str = Field(examples=["2026-01-01"])
    begin: int = Field(description="Eerste teken in het bronbestand.", examples=[891])
    eind: int = Field(description="Eerste teken erna.", examples=[902])
    woorden: str = Field(examples=["het eerste lid"])
    voor: str = Field(description="Leeg waar geen lopende tekst is geladen.")
    na: str
    soort: VerwijzingSoort = Field(examples=["intern"])
    status: Status = Field(examples=["opgelost"])
    methode: str = Field(description="De regel die haar oploste.", examples=["eigen-artikel"])
    reden: str = Field(description="Waarom zij niet (geheel) is opgelost; anders leeg.")
    doelen: list[Plek]
    bestaand: list[Plek] = Field(description="Bij status deels: wat er wel bestaat.")
    kandidaten: list[Plek] = Field(description="Bij status meerduidig: de mogelijke doelen.")

    @classmethod
    def van(cls, g: Gevonden, paden: Paden) -> Verwijzing:
        return cls(
            iri=g.iri,
            bron=Plek.van(g.bron, paden),
            bron_versie=g.bron_versie,
            begin=g.begin,
            eind=g.eind,
            woorden=g.woorden,
            voor=g.voor,
            na=g.na,
            soort=g.soort,
            status=g.status,
            methode=g.methode,
            reden=g.reden,
            doelen=Plek.rij(g.doelen, paden),
            bestaand=Plek.rij(g.bestaand, paden),
            kandidaten=Plek.rij(g.kandidaten, paden),
        )


class Inkomend(Model):
    """Een verwijzing naar de gevraagde bepaling."""

    verwijzing: Verwijzing
    doel: Plek = Field(description="Welk van de doelen hier telt.")
    niveau: Niveau = Field(description="Waar dat doel staat ten opzichte van de bepaling.", examples=["zelf"])
    regeling: Plek = Field(description="Het document dat verwijst.")
    regeling_versie: str = Field(examples=["2026-01-01"])
    regeling_soort: DocumentSoort = Field(examples=["brief"])


class InkomendePagina(Pagina[Inkomend]):
    """De verwijzingen naar een bepaling, die van hetzelfde document bij elkaar."""

    per_niveau: dict[Niveau, int] = Field(description="Hoeveel er in de hele lijst zijn.", examples=[{"zelf": 1}])

    @staticmethod
    def items_van(inkomende: Inkomende, paden: Paden) -> list[Inkomend]:
        return [
            Inkomend(
                verwijzing=Verwijzing.van(i.verwijzing, paden),
                doel=Plek.van(i.doel, paden),
                niveau=i.niveau,
                regeling=Plek.van(groep.werk, paden),
                regeling_versie=groep.versie,
                regeling_soort=groep.soort,
            )
            for groep in inkomende.groepen
            for i in groep.items
        ]


class Bewijs(Model):
    """Een passage waarop iets rust."""

    plek: Plek
    begin: int = Field(description="Eerste teken in het bronbestand.")
    eind: int
    regel: str = Field(examples=["ter-uitvoering-van"])
    woorden: str = Field(description="Leeg waar geen lopende tekst is geladen.")

    @classmethod
    def van(cls, b: Bewijsplek, paden: Paden) -> Bewijs:
        return cls(plek=Plek.van(b.plek, paden), begin=b.begin, eind=b.eind, regel=b.regel, woorden=b.woorden)


class Relatie(Model):
    """Een relatie tussen twee bepalingen, met haar bewijs."""

    iri: str
    van_: Plek = Field(serialization_alias="van")
    naar: Plek
    relatie: str = Field(examples=["implementeert"])
    sterkte: Sterkte = Field(examples=["expliciet"])
    via: Via = Field(description="Leeg: over de bepaling zelf; anders over een onderdeel of het bovenliggende.")
    regel: str
    reden: str
    bron: Plek = Field(description="Het document dat het zegt.")
    bron_versie: str
    bewijs: list[Bewijs]
    facultatief: bool
    deels: bool

    @classmethod
    def van(cls, r: Relatiegegevens, paden: Paden) -> Relatie:
        return cls(
            iri=r.iri,
            van_=Plek.van(r.van, paden),
            naar=Plek.van(r.naar, paden),
            relatie=r.relatie,
            sterkte=r.sterkte,
            via=r.via,
            regel=r.regel,
            reden=r.reden,
            bron=Plek.van(r.bron, paden),
            bron_versie=r.bron_versie,
            bewijs=[Bewijs.van(b, paden) for b in r.bewijs],
            facultatief=r.facultatief,
            deels=r.deels,
        )


class Implementatie(Pagina[Relatie]):
    """Wat een bepaling invult (of, omgekeerd, wat zij zelf invult), het zekerste eerst."""

    gevraagd: Plek
    omgekeerd: bool
    uitgesloten: list[Relatie] = Field(description="Relaties die de teksten uitsluiten.")


class Regelplicht(Model):
    """Een plicht of bevoegdheid om iets in een eigen regeling te regelen."""

    plek: Plek
    modaliteit: Modaliteit = Field(examples=["moet"])
    vorm: Regelvorm = Field(examples=["verordening"])
    adressaat: str = Field(examples=["de gemeenteraad"])
    opdracht: str = Field(description="De woorden die haar opleggen; leeg waar geen lopende tekst is geladen.")
    onderwerp: str = Field(description="De woorden die zeggen wat geregeld moet worden.")
    blad: bool = Field(description="false: onderdelen verdelen het onderwerp verder.")
    hoort_bij: Plek | None

    @classmethod
    def van(cls, p: Plichtgegevens, paden: Paden) -> Regelplicht:
        return cls(
            plek=Plek.van(p.plek, paden),
            modaliteit=p.modaliteit,
            vorm=p.vorm,
            adressaat=p.adressaat,
            opdracht=p.opdracht,
            onderwerp=p.onderwerp,
            blad=p.blad,
            hoort_bij=Plek.of_niets(p.hoort_bij, paden),
        )


class Plichtdekking(Model):
    """Eén plicht en wat de verordening ermee doet."""

    plicht: Regelplicht
    oordeel: Oordeel = Field(examples=["gedekt"])
    reden: str
    door: list[Relatie] = Field(description="Het zekerste eerst.")
    voorbehoud: str
    binnen_grondslag: bool

    @classmethod
    def van(cls, r: Dekkingsregel, paden: Paden) -> Plichtdekking:
        return cls(
            plicht=Regelplicht.van(r.plicht, paden),
            oordeel=r.oordeel,
            reden=r.reden,
            door=[Relatie.van(d, paden) for d in r.door],
            voorbehoud=r.voorbehoud,
            binnen_grondslag=r.binnen_grondslag,
        )


class Werkversie(Model):
    """Een regeling in een versie."""

    regeling: Plek
    versie: Regelingversie

    @classmethod
    def van(cls, bron: Bron, paden: Paden) -> Werkversie:
        return cls(regeling=Plek.van(bron.werk, paden), versie=Regelingversie.van(bron))


class Dekking(Model):
    """De dekkingsmatrix van een verordening tegen een wet."""

    verordening: Werkversie
    wet: Werkversie
    telling: dict[Oordeel, int] = Field(
        description="Ongedeelde plichten binnen de grondslag, per oordeel.", examples=[{"gedekt": 3, "ontbreekt": 1}]
    )
    regels: list[Plichtdekking]
    bevindingen: list[str]

    @classmethod
    def van(cls, d: DekkingAntwoord, paden: Paden) -> Dekking:
        return cls(
            verordening=Werkversie.van(d.verordening, paden),
            wet=Werkversie.van(d.wet, paden),
            telling=d.telling(),
            regels=[Plichtdekking.van(r, paden) for r in d.regels],
            bevindingen=list(d.bevindingen),
        )


class Woorddeel(Model):
    """Woorden, en of zij bij de zoekvraag passen."""

    tekst: str = Field(examples=["re-integratie"])
    raak: bool


class Treffer(Model):
    """Een zoekresultaat: een artikel (of sectie, bijlage), en daarin de diepste bepaling met de woorden."""

    plek: Plek
    precies: Plek
    regeling: Plek
    versie: str = Field(examples=["2026-01-01"])
    soort: BepalingSoort = Field(examples=["artikel"])
    kop: list[Woorddeel]
    fragment: list[Woorddeel]

    @classmethod
    def van(cls, t: TrefferAntwoord, paden: Paden) -> Treffer:
        return cls(
            plek=Plek.van(t.plek, paden),
            precies=Plek.van(t.precies, paden),
            regeling=Plek.van(t.werk, paden),
            versie=t.versie,
            soort=t.soort,
            kop=[Woorddeel(tekst=w, raak=raak) for w, raak in t.kop],
            fragment=[Woorddeel(tekst=w, raak=raak) for w, raak in t.fragment],
        )


class Doorzocht(Model):
    """In welke versie van een regeling is gezocht, en hoe zeker die op de gevraagde dag geldt."""

    regeling: Plek
    versie: str
    zekerheid: Zekerheid
    reden: str

    @classmethod
    def van(cls, keuze: Versiekeuze, paden: Paden) -> Doorzocht:
        versie = keuze.versie.naam if keuze.versie is not None else ""
        return cls(
            regeling=Plek.van(keuze.bepaling, paden), versie=versie, zekerheid=keuze.zekerheid, reden=keuze.reden
        )


class Zoekpagina(Pagina[Treffer]):
    """Zoekresultaten, de beste eerst."""

    direct: Plek | None = Field(description="De bepaling die de zoekvraag zelf noemt, als zij geladen is.")
    alle_woorden: bool = Field(description="false: niets bevat alle woorden, de resultaten bevatten er enkele.")
    zonder_tekst: list[Plek] = Field(description="Hiervan is alleen in opschriften gezocht.")
    op: date | None = Field(description="De dag waarvan de geldende versies zijn doorzocht; null: de nieuwste.")
    versies: list[Doorzocht] = Field(description="Van elke regeling met een resultaat, als op is gevraagd.")
    niet_op: list[Plek] = Field(description="Niet doorzocht: van deze is geen versie van die dag of eerder geladen.")

    @staticmethod
    def items_van(antwoord: Zoekantwoord, paden: Paden) -> list[Treffer]:
        return [Treffer.van(t, paden) for t in antwoord.treffers.items]


class Citaatverwijzing(Model):
    """Een verwijzing die in een tekst is herkend."""

    begin: int = Field(description="Eerste teken (Unicode-codepunt) in de tekst, geteld vanaf 0.", examples=[4])
    eind: int = Field(description="Eerste teken erna.", examples=[50])
    tekst: str = Field(examples=["artikel 8a, tweede lid, van de Participatiewet"])
    soort: VerwijzingSoort = Field(examples=["bepaling"])
    status: Status = Field(examples=["opgelost"])
    methode: str
    uitleg: str = Field(description="Wat de methode inhoudt.")
    reden: str = Field(description="Waarom zij niet (geheel) is opgelost; anders leeg.")
    doelen: list[str] = Field(description="In korte notatie.", examples=[["pw:8a:2"]])
    bestaand: list[str]
    kandidaten: list[str]


class NietBegrepen(Model):
    """Een woord dat op een verwijzing wijst maar niet is begrepen."""

    begin: int
    eind: int
    tekst: str


class Citaten(Model):
    """De verwijzingen in een tekst, in leesvolgorde."""

    verwijzingen: list[Citaatverwijzing]
    niet_begrepen: list[NietBegrepen]
