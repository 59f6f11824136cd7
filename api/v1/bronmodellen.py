"""Regulations and provisions as resources."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from api.v1.model import Link, Model, Plek, Versie
from api.v1.paden import Paden
from graph.antwoorden import Alinea, Bepalinggegevens, Bron
from graph.antwoorden import Stuk as StukAntwoord
from graph.antwoorden.tijdgegevens import Versiekeuze, Zekerheid
from ontologie.document import BepalingSoort, DocumentSoort, Publicatie, Wijzigingsgegevens
from ontologie.verwijzing import Status, VerwijzingSoort


class Bronbestand(Model):
    """Het bestand waaruit een versie is gelezen."""

    naam: str = Field(examples=["BWBR0015703_2026-01-01_0.xml"])
    sha256: str
    grootte: int = Field(description="Bytes.", examples=[1129157])
    formaat: str = Field(examples=["bwb-toestand"])


class Regelingversie(Model):
    """Een geladen versie van een regeling of document, met wat erin staat."""

    versie: Versie
    titel: str = Field(examples=["Participatiewet"])
    nieuwste: bool
    volledig: bool = Field(description="false: het is een uittreksel.")
    met_tekst: bool = Field(description="false: alleen opbouw, opschriften en verwijzingen zijn geladen.")
    artikelen: int = Field(examples=[174])
    bepalingen: int = Field(examples=[1214])
    verwijzingen: int = Field(examples=[1159])
    per_status: dict[Status, int] = Field(
        description="De verwijzingen per status.", examples=[{"opgelost": 927, "deels": 6}]
    )
    bestand: Bronbestand
    graaf: str = Field(examples=["https://w3id.org/regelgraaf/graaf/BWBR0015703/2026-01-01"])

    @classmethod
    def van(cls, bron: Bron) -> Regelingversie:
        return cls(
            versie=Versie.van(bron.versie),
            titel=bron.titel,
            nieuwste=bron.nieuwste,
            volledig=bron.volledig,
            met_tekst=bron.met_tekst,
            artikelen=bron.artikelen,
            bepalingen=bron.bepalingen,
            verwijzingen=bron.verwijzingen,
            per_status=dict(bron.per_status),
            bestand=Bronbestand(naam=bron.bestand, sha256=bron.sha256, grootte=bron.grootte, formaat=bron.formaat),
            graaf=bron.graaf,
        )


class Regelingitem(Model):
    """Een regeling of document in een lijst."""

    kort: str = Field(examples=["pw"])
    iri: str = Field(examples=["https://w3id.org/regelgraaf/id/BWBR0015703"])
    label: str = Field(examples=["Participatiewet"])
    soort: DocumentSoort = Field(examples=["wet"])
    versies: list[Versie] = Field(description="De geladen versies, de nieuwste eerst.")
    href: str = Field(examples=["/v1/regelingen/pw"])

    @classmethod
    def van(cls, bronnen: list[Bron], paden: Paden) -> Regelingitem:
        werk = bronnen[0].werk
        return cls(
            kort=werk.kort,
            iri=werk.iri,
            label=werk.label,
            soort=bronnen[0].soort,
            versies=[Versie.van(b.versie) for b in bronnen],
            href=paden("regelingen", werk.kort),
        )


class Geldigheid(Model):
    """Hoe zeker het is dat de gegeven versie op de gevraagde dag geldt."""

    op: date = Field(examples=["2026-07-01"])
    zekerheid: Zekerheid = Field(examples=["voor zover bekend"])
    reden: str

    @classmethod
    def van(cls, keuze: Versiekeuze | None) -> Geldigheid | None:
        return None if keuze is None else cls(op=keuze.op, zekerheid=keuze.zekerheid, reden=keuze.reden)


class Regeling(Model):
    """Een regeling of document met zijn versies."""

    kort: str = Field(examples=["pw"])
    iri: str = Field(examples=["https://w3id.org/regelgraaf/id/BWBR0015703"])
    label: str = Field(examples=["Participatiewet"])
    soort: DocumentSoort = Field(examples=["wet"])
    gekozen: Regelingversie = Field(description="De versie die gevraagd is, of de nieuwste.")
    versies: list[Regelingversie] = Field(description="Alle geladen versies, de nieuwste eerst.")
    geldigheid: Geldigheid | None = Field(description="Alleen bij een vraag met `op`.")
    bevindingen: list[str] = Field(description="Wat het document zegt dat met zijn opbouw of doel strijdt.")
    links: dict[str, Link] = Field(serialization_alias="_links")

    @classmethod
    def van(
        cls, gekozen: Bron, bronnen: list[Bron], keuze: Versiekeuze | None, bevindingen: tuple[str, ...], paden: Paden
    ) -> Regeling:
        kort = gekozen.werk.kort
        links = {"self": paden("regelingen", kort, versie=gekozen.versie.naam), "canonical": paden("regelingen", kort)}
        links |= {naam: paden("regelingen", kort, naam) for naam in ("inhoud", "regelplichten", "verschil")}
        return cls(
            kort=kort,
            iri=gekozen.werk.iri,
            label=gekozen.werk.label,
            soort=gekozen.soort,
            gekozen=Regelingversie.van(gekozen),
            versies=[Regelingversie.van(b) for b in bronnen],
            geldigheid=Geldigheid.van(keuze),
            bevindingen=list(bevindingen),
            links={naam: Link(href=href) for naam, href in links.items()},
        )


class Inhoudsregel(Model):
    """Een regel van de inhoudsopgave."""

    diepte: int = Field(examples=[1])
    bepaling: Plek


class Tekstmerk(Model):
    """Iets bijzonders aan een stuk tekst: een invulplaats, een facultatief deel, een correctie."""

    soort: str = Field(examples=["facultatief"])
    staat_er: str = Field(description="Wat er gedrukt staat, bij een correctie.")
    regel: str = Field(description="Waarom het anders is gelezen, bij een correctie.")


class Tekstverwijzing(Model):
    """De verwijzing die een stuk tekst is."""

    iri: str
    soort: VerwijzingSoort = Field(examples=["intern"])
    status: Status = Field(examples=["opgelost"])
    doelen: list[Plek]
    reden: str = Field(description="Leeg bij een opgeloste verwijzing.")
    kandidaten: list[Plek]


class Stuk(Model):
    """Een stuk van een alinea: gewone woorden, of woorden die een verwijzing zijn."""

    tekst: str
    verwijzing: Tekstverwijzing | None
    merken: list[Tekstmerk]

    @classmethod
    def van(cls, stuk: StukAntwoord, paden: Paden) -> Stuk:
        v = stuk.verwijzing
        return cls(
            tekst=stuk.tekst,
            verwijzing=None
            if v is None
            else Tekstverwijzing(
                iri=v.iri,
                soort=v.soort,
                status=v.status,
                doelen=Plek.rij(v.doelen, paden),
                reden=v.reden,
                kandidaten=Plek.rij(v.kandidaten, paden),
            ),
            merken=[Tekstmerk(soort=m.soort, staat_er=m.staat_er, regel=m.regel) for m in stuk.merken],
        )

    @classmethod
    def alinea(cls, alinea: Alinea, paden: Paden) -> list[Stuk]:
        return [cls.van(stuk, paden) for stuk in alinea]


class Identificaties(Model):
    """De schrijfwijzen van dezelfde bepaling."""

    iri: str = Field(examples=["https://w3id.org/regelgraaf/id/BWBR0015703/artikel/8a"])
    versie_iri: str = Field(examples=["https://w3id.org/regelgraaf/id/BWBR0015703/2026-01-01/artikel/8a"])
    jci: str = Field(description="Leeg waar JCI haar niet kan noemen.")
    kort: str = Field(examples=["pw:8a"])
    citaat: str = Field(examples=["artikel 8a van de Participatiewet"])


class Wijziging(Model):
    """Wat de officiële bron over een wijziging zegt; de datum-assen blijven uit elkaar."""

    effect: str = Field(examples=["wijziging"])
    door: str | None = Field(examples=["stb:2025:11"])
    inwerkingtreding_door: str | None
    ondertekend: date | None
    gepubliceerd: date | None = Field(examples=["2025-03-10"])
    inwerkingtreding_bekendgemaakt: date | None
    in_werking: date | None = Field(examples=["2025-06-01"])
    terugwerkend_tot: date | None
    opmerking: str

    @classmethod
    def van(cls, g: Wijzigingsgegevens) -> Wijziging:
        return cls(
            effect=g.effect,
            door=_publicatie(g.door),
            inwerkingtreding_door=_publicatie(g.inwerkingtreding_door),
            ondertekend=g.ondertekend,
            gepubliceerd=g.gepubliceerd,
            inwerkingtreding_bekendgemaakt=g.inwerkingtreding_bekendgemaakt,
            in_werking=g.in_werking,
            terugwerkend_tot=g.terugwerkend_tot,
            opmerking=g.opmerking,
        )


def _publicatie(publicatie: Publicatie | None) -> str | None:
    return None if publicatie is None else publicatie.notatie


class Kinderen(Model):
    """De onderdelen van een bepaling."""

    items: list[Plek]
    totaal: int = Field(examples=[2])
    afgekapt: bool


class Bepaling(Model):
    """Een bepaling in één versie, met haar plaats in de regeling."""

    plek: Plek
    ids: Identificaties
    versie: Versie
    regeling: Plek
    soort: BepalingSoort = Field(examples=["artikel"])
    nummer: str = Field(examples=["8a"])
    aanduiding: str = Field(description="Zoals gedrukt.", examples=["Artikel 8a"])
    opschrift: str
    tekst: str = Field(description="De eigen tekst, zonder die van onderdelen; leeg waar geen tekst is geladen.")
    met_tekst: bool = Field(description="Of van deze bron lopende tekst is geladen.")
    alineas: list[list[Stuk]] = Field(description="De eigen tekst, geknipt bij haar verwijzingen.")
    facultatief: bool
    vervallen: bool
    in_werking: bool
    bovenliggend: list[Plek] = Field(description="Van de regeling tot de bepaling waar deze deel van is.")
    kinderen: Kinderen
    vorige: Plek | None
    volgende: Plek | None
    versies: list[Versie] = Field(description="De geladen versies, de nieuwste eerst.")
    geldigheid: Geldigheid | None = Field(description="Alleen bij een vraag met `op`.")
    wijzigingen: list[Wijziging] = Field(description="De laatste wijziging, volgens de officiële bron.")
    licht_toe: list[Plek] = Field(description="Wat deze tekst toelicht.")
    toelichting: list[Plek] = Field(description="Waar deze bepaling wordt toegelicht.")
    links: dict[str, Link] = Field(serialization_alias="_links")

    @classmethod
    def van(cls, b: Bepalinggegevens, keuze: Versiekeuze | None, paden: Paden) -> Bepaling:
        wijzigingen = [*([b.wijziging] if b.wijziging else []), *b.verdere_wijzigingen]
        return cls(
            plek=Plek.van(b.plek, paden),
            ids=Identificaties(
                iri=b.ids.iri, versie_iri=b.ids.versie_iri, jci=b.ids.jci, kort=b.ids.kort, citaat=b.ids.citaat
            ),
            versie=Versie.van(b.versie),
            regeling=Plek.van(b.bron.werk, paden),
            soort=b.soort,
            nummer=b.nummer,
            aanduiding=b.aanduiding,
            opschrift=b.opschrift,
            tekst=b.tekst,
            met_tekst=b.heeft_tekst,
            alineas=[Stuk.alinea(a, paden) for a in b.alineas],
            facultatief=b.facultatief,
            vervallen=b.vervallen,
            in_werking=b.in_werking,
            bovenliggend=Plek.rij(b.kruimels, paden),
            kinderen=Kinderen(
                items=Plek.rij(b.kinderen.items, paden), totaal=b.kinderen.totaal, afgekapt=b.kinderen.afgekapt
            ),
            vorige=Plek.of_niets(b.vorige, paden),
            volgende=Plek.of_niets(b.volgende, paden),
            versies=[Versie.van(v) for v in b.versies],
            geldigheid=Geldigheid.van(keuze),
            wijzigingen=[Wijziging.van(g) for g in wijzigingen],
            licht_toe=Plek.rij(b.licht_toe, paden),
            toelichting=Plek.rij(b.toelichting, paden),
            links=_bepaling_links(b, paden),
        )


def _bepaling_links(b: Bepalinggegevens, paden: Paden) -> dict[str, Link]:
    kort = b.plek.kort
    hrefs = {
        "self": paden("bepalingen", kort, versie=b.versie.naam),
        "canonical": paden("bepalingen", kort),
        "verwijzingenUit": paden("bepalingen", kort, "verwijzingen", "uit", versie=b.versie.naam),
        "verwijzingenIn": paden("bepalingen", kort, "verwijzingen", "in"),
        "implementeert": paden("bepalingen", kort, "implementeert"),
        "geschiedenis": paden("bepalingen", kort, "geschiedenis"),
    }
    return {naam: Link(href=href) for naam, href in hrefs.items()}
