"""What a change touches, as resources."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from api.v1.model import Adresser, Link, Model, Pagina, Plek, lijst_links
from api.v1.paden import Paden
from graph.antwoorden.impactgegevens import Geraakt as GeraaktAntwoord
from graph.antwoorden.impactgegevens import Impact as ImpactAntwoord
from graph.antwoorden.impactgegevens import Impactgroep, Impactsprong
from graph.antwoorden.impactgegevens import Uitgangspunt as UitgangspuntAntwoord
from graph.impact.kant import Aard, Bereik, Graad
from graph.impact.regels import Gevolg
from ontologie.document import DocumentSoort


class Uitgangspunt(Model):
    """Een bepaling die wijzigt."""

    bepaling: Plek
    gevolg: Gevolg = Field(examples=["wijzigt"])
    in_werking: date | None
    gepubliceerd: date | None

    @classmethod
    def van(cls, u: UitgangspuntAntwoord, paden: Paden) -> Uitgangspunt:
        return cls(
            bepaling=Plek.van(u.plek, paden), gevolg=u.gevolg, in_werking=u.in_werking, gepubliceerd=u.gepubliceerd
        )


class Sprong(Model):
    """Eén stap: `van` hangt af van `naar`, dat ten opzichte van het geraakte `uit` staat als `bereik` zegt."""

    uit: Plek
    naar: Plek
    van_: Plek = Field(serialization_alias="van")
    aard: Aard = Field(examples=["verwijst naar"])
    bereik: Bereik = Field(examples=["zelf"])
    zeker: bool
    reden: str
    bewijs: str = Field(description="IRI van de verwijzing, de relatie of de bepaling die dit zegt.")
    bewijs_in: Plek
    woorden: str = Field(description="Leeg waar geen lopende tekst is geladen.")
    voor: str
    na: str

    @classmethod
    def van(cls, s: Impactsprong, paden: Paden) -> Sprong:
        return cls(
            uit=Plek.van(s.uit, paden),
            naar=Plek.van(s.naar, paden),
            van_=Plek.van(s.van, paden),
            aard=s.aard,
            bereik=s.bereik,
            zeker=s.zeker,
            reden=s.reden,
            bewijs=s.bewijs,
            bewijs_in=Plek.van(s.bewijsplek, paden),
            woorden=s.woorden,
            voor=s.voor,
            na=s.na,
        )


class Geraakt(Model):
    """Een bepaling die van de wijziging afhangt."""

    bepaling: Plek
    regeling: Plek
    regeling_versie: str | None = Field(description="null waar alleen andere documenten erover vertellen.")
    regeling_soort: DocumentSoort | None
    graad: Graad = Field(description="Wat er geraakt is.", examples=["verwijzing"])
    gevolg: Gevolg = Field(description="Wat er gebeurt met wat wijzigt.")
    bereik: Bereik = Field(description="Waar de laatste stap naar wijst, ten opzichte van wat geraakt is.")
    stappen: int = Field(description="1: direct.", examples=[1])
    zeker: bool = Field(description="false: mogelijk geraakt, want een verwijzing op het pad is niet eenduidig.")
    gewicht: float = Field(description="Alleen om te ordenen: het zwaarste eerst.")
    kort: str = Field(examples=["verwijst naar vervallen lid"])
    advies: str
    misschien_verwerkt: bool = Field(description="Het document is van na de wijziging.")
    paden: list[list[Sprong]] = Field(description="De zwaarste kortste paden, van wat wijzigt tot hier.")
    aantal_paden: int

    @classmethod
    def van(cls, g: GeraaktAntwoord, groep: Impactgroep, paden: Paden) -> Geraakt:
        return cls(
            bepaling=Plek.van(g.plek, paden),
            regeling=Plek.van(groep.werk, paden),
            regeling_versie=groep.versie,
            regeling_soort=groep.soort,
            graad=g.graad,
            gevolg=g.gevolg,
            bereik=g.bereik,
            stappen=g.stappen,
            zeker=g.zeker,
            gewicht=g.gewicht,
            kort=g.kort,
            advies=g.advies,
            misschien_verwerkt=g.misschien_verwerkt,
            paden=[[Sprong.van(s, paden) for s in pad] for pad in g.paden],
            aantal_paden=g.aantal_paden,
        )


class Werktelling(Model):
    """Hoe vaak een document de hele regeling noemt."""

    regeling: Plek
    verwijzingen: int


class Vernummerd(Model):
    """Een buurbepaling die waarschijnlijk een ander nummer krijgt."""

    bepaling: Plek
    wordt: str = Field(description="Leeg waar het nieuwe nummer niet te voorspellen is.")
    verwijzingen: int = Field(description="Verwijzingen naar haar of een deel van haar, die dan moeten volgen.")


class Impactpagina(Pagina[Geraakt]):
    """Alles wat van een wijziging afhangt, per document en het zwaarste eerst."""

    gevraagd: Plek
    uitgangspunten: list[Uitgangspunt] = Field(description="De bepalingen die wijzigen.")
    op: date | None = Field(description="De dag waarvan de versies zijn bekeken; null voor de nieuwste.")
    stappen: int
    direct: int = Field(description="Hoeveel er in één stap geraakt zijn.")
    per_graad: dict[Graad, int]
    onderling: int = Field(description="Verbanden tussen bepalingen die zelf wijzigen; die staan niet in de lijst.")
    noemt_hele_regeling: list[Werktelling] = Field(description="Niet als geraakt geteld.")
    noemen_besluit: int = Field(description="Verwijzingen naar het besluit zelf.")
    vervalt_mee: list[Plek]
    vernummerd: list[Vernummerd]
    bijgewerkt_tot: date | None = Field(description="Tot en met wanneer de bekeken bronnen reiken.")
    voorbehouden: list[str] = Field(description="Wat niet is bekeken.")
    onvolledig: str = Field(description="Waarom niet verder is gezocht; leeg waar het antwoord af is.")

    @classmethod
    def van(cls, i: ImpactAntwoord, paden: Paden, adres: Adresser) -> Impactpagina:
        links: dict[str, Link] = lijst_links(adres, i.vanaf, i.volgende, i.vorige)
        return cls(
            items=[Geraakt.van(g, groep, paden) for groep in i.groepen for g in groep.items],
            totaal=i.totaal,
            vanaf=i.vanaf,
            limiet=i.limiet,
            afgekapt=i.volgende is not None,
            links=links,
            gevraagd=Plek.van(i.gevraagd, paden),
            uitgangspunten=[Uitgangspunt.van(u, paden) for u in i.uitgangspunten],
            op=i.op,
            stappen=i.stappen,
            direct=i.direct,
            per_graad=dict(i.per_graad),
            onderling=i.intern,
            noemt_hele_regeling=[Werktelling(regeling=Plek.van(p, paden), verwijzingen=n) for p, n in i.zwak],
            noemen_besluit=i.noemen_besluit,
            vervalt_mee=Plek.rij(i.mee, paden),
            vernummerd=[
                Vernummerd(bepaling=Plek.van(v.plek, paden), wordt=v.wordt, verwijzingen=v.verwijzingen)
                for v in i.vernummerd
            ],
            bijgewerkt_tot=i.bijgewerkt_tot,
            voorbehouden=list(i.voorbehouden),
            onvolledig=i.afgekapt,
        )
