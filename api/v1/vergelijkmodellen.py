"""An own ordinance beside a model, as resources."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime

from pydantic import Field

from api.eigen import Vergeleken
from api.eigen.rijen import Toon, gekozen_paren
from api.v1.model import Link, Model
from api.v1.paden import Paden
from graph.antwoorden.eigengegevens import (
    Bepalingnaam,
    Eigendekking,
    Eigenplicht,
    Eigenrelatie,
    Grondslagregel,
    Grondslagstand,
    Losse,
    Modelstand,
    Modelwijziging,
)
from ontologie.document import BepalingSoort
from ontologie.identificatie import BepalingId, Naamregister, print_kort, print_label
from ontologie.relatie import Modaliteit, Oordeel, RelatieSoort, Sterkte
from ontologie.vergelijking import Bijzonder, KeuzeSoort, Paarsoort
from ontologie.vergelijking import Keuze as KeuzeGegeven
from ontologie.vergelijking import Paar as PaarGegeven
from ontologie.verwijzing import Status
from ontologie.wijziging import Woordverschil as WoordverschilGegeven


class Naam(Model):
    """Een bepaling van de eigen tekst, het model of een wet."""

    kort: str = Field(description="Korte notatie.", examples=["eigen:4:2"])
    label: str = Field(examples=["Artikel 4, tweede lid"])

    @classmethod
    def van(cls, naam: Bepalingnaam) -> Naam:
        return cls(kort=naam.kort, label=naam.label)

    @classmethod
    def rij(cls, ids: Iterable[BepalingId], namen: Naamregister) -> list[Naam]:
        return [cls(kort=print_kort(i, namen), label=print_label(i, namen, met_titel=False)) for i in ids]


class Woordverschil(Model):
    """Woorden die verschillen: een bereik van de tekst van het model en een van de eigen tekst, in tekens."""

    model_begin: int
    model_eind: int
    eigen_begin: int
    eigen_eind: int

    @classmethod
    def van(cls, v: WoordverschilGegeven) -> Woordverschil:
        return cls(model_begin=v[0], model_eind=v[1], eigen_begin=v[2], eigen_eind=v[3])


class Keuze(Model):
    """Wat de gemeente deed met een plaats die het model openlaat."""

    soort: KeuzeSoort = Field(examples=["ingevuld"])
    plaats: str = Field(description="De woorden van het model.", examples=["[aantal (zes)]"])
    waarde: str = Field(description="De woorden van de eigen tekst.", examples=["vier"])
    model_begin: int
    model_eind: int
    eigen_begin: int
    eigen_eind: int

    @classmethod
    def van(cls, k: KeuzeGegeven) -> Keuze:
        return cls(
            soort=k.soort, plaats=k.plaats, waarde=k.waarde, model_begin=k.model_begin, model_eind=k.model_eind,
            eigen_begin=k.eigen_begin, eigen_eind=k.eigen_eind,
        )  # fmt: skip


class Paar(Model):
    """Bepalingen van het model en van de eigen tekst die bij elkaar horen; een kant is leeg waar er geen is."""

    soort: Paarsoort = Field(examples=["afwijkend"])
    onderdeel: BepalingSoort
    model: list[Naam]
    eigen: list[Naam]
    bijzonder: list[Bijzonder]
    gelijkenis: float = Field(description="Deel van de woorden dat gelijk is, 0 tot 1.", examples=[0.92])
    reden: str
    model_opschrift: str
    eigen_opschrift: str
    model_tekst: str
    eigen_tekst: str
    verschillen: list[Woordverschil]
    opschriftverschillen: list[Woordverschil]
    keuzes: list[Keuze]
    omvat: int = Field(description="Aantal onderliggende bepalingen dat hierin is begrepen.", examples=[0])
    precies: bool

    @classmethod
    def van(cls, p: PaarGegeven, namen: Naamregister) -> Paar:
        return cls(
            soort=p.soort,
            onderdeel=p.onderdeel,
            model=Naam.rij(p.model, namen),
            eigen=Naam.rij(p.eigen, namen),
            bijzonder=sorted(p.bijzonder),
            gelijkenis=p.gelijkenis,
            reden=p.reden,
            model_opschrift=p.model_kop,
            eigen_opschrift=p.eigen_kop,
            model_tekst=p.model_tekst,
            eigen_tekst=p.eigen_tekst,
            verschillen=[Woordverschil.van(v) for v in p.verschillen],
            opschriftverschillen=[Woordverschil.van(v) for v in p.kopverschillen],
            keuzes=[Keuze.van(k) for k in p.keuzes],
            omvat=p.omvat,
            precies=p.precies,
        )


class Relatie(Model):
    """Wat een bepaling van de eigen tekst invult. `vanModel`: geërfd van deze bepaling van het model."""

    van_: Naam = Field(serialization_alias="van")
    naar: Naam
    soort: RelatieSoort
    sterkte: Sterkte
    reden: str
    van_model: Naam | None
    eigen_woorden: str
    model_woorden: str

    @classmethod
    def van(cls, r: Eigenrelatie) -> Relatie:
        return cls(
            van_=Naam.van(r.van),
            naar=Naam.van(r.naar),
            soort=r.soort,
            sterkte=r.sterkte,
            reden=r.reden,
            van_model=Naam.van(r.van_model) if r.van_model is not None else None,
            eigen_woorden=r.eigen_woorden,
            model_woorden=r.model_woorden,
        )


class Plicht(Model):
    """Een opdracht of bevoegdheid om iets te regelen, en wat de eigen tekst daarmee doet."""

    plicht: Naam
    modaliteit: Modaliteit
    opdracht: str
    oordeel: Oordeel
    reden: str
    voorbehoud: str
    onderverdeeld: bool
    binnen_grondslag: bool
    door: list[Relatie]

    @classmethod
    def van(cls, p: Eigenplicht) -> Plicht:
        return cls(
            plicht=Naam.van(p.plicht),
            modaliteit=p.modaliteit,
            opdracht=p.opdracht,
            oordeel=p.oordeel,
            reden=p.reden,
            voorbehoud=p.voorbehoud,
            onderverdeeld=not p.blad,
            binnen_grondslag=p.binnen_grondslag,
            door=[Relatie.van(r) for r in p.door],
        )


class Dekking(Model):
    """De opdrachten van één wet."""

    wet: Naam
    wet_versie: str
    regels: list[Plicht]

    @classmethod
    def van(cls, d: Eigendekking) -> Dekking:
        return cls(wet=Naam.van(d.wet), wet_versie=d.wet_versie, regels=[Plicht.van(r) for r in d.regels])


class Grondslag(Model):
    """Een bepaling na «gelet op»."""

    doel: Naam
    woorden: str
    stand: Grondslagstand = Field(examples=["vervallen"])
    toelichting: str
    nu: Naam | None = Field(description="Waar zij nu staat, als dat bekend is.")

    @classmethod
    def van(cls, g: Grondslagregel) -> Grondslag:
        nu = Naam.van(g.nu) if g.nu is not None else None
        return cls(doel=Naam.van(g.doel), woorden=g.woorden, stand=g.stand, toelichting=g.zin, nu=nu)


class Los(Model):
    """Een verwijzing zonder (geheel) bestaand doel."""

    plaats: Naam
    woorden: str
    doelen: list[str]
    status: Status | None = Field(description="null: het doel bestaat, maar is vervallen.")
    reden: str

    @classmethod
    def van(cls, los: Losse) -> Los:
        return cls(
            plaats=Naam.van(los.plaats), woorden=los.woorden, doelen=list(los.doelen), status=los.status,
            reden=los.reden,
        )  # fmt: skip


class Modelverandering(Model):
    """Wat in het model veranderde, en wat de eigen tekst daarvan heeft."""

    bepaling: Naam
    effect: str
    grond: str
    reden: str
    stand: Modelstand
    toelichting: str
    eigen: list[Naam]

    @classmethod
    def van(cls, m: Modelwijziging) -> Modelverandering:
        return cls(
            bepaling=Naam.van(m.bepaling), effect=m.effect, grond=m.grond, reden=m.reden, stand=m.stand,
            toelichting=m.zin, eigen=[Naam.van(e) for e in m.eigen],
        )  # fmt: skip


class Vergelijking(Model):
    """Een eigen verordening naast een model, en naast het recht van een dag."""

    id: str | None = Field(description="null voor een geladen verordening.")
    bestand: str | None = Field(description="De naam van het aangeboden bestand.", examples=["verordening.docx"])
    bewaard_tot: datetime | None = Field(description="Tot wanneer het document bewaard wordt als niemand het wist.")
    titel: str
    model: str = Field(examples=["mrv"])
    model_versie: str
    model_titel: str
    op: date
    telling: dict[Paarsoort, int]
    paren: list[Paar]
    dekking: list[Dekking]
    grondslag: list[Grondslag]
    verwijzingen: int = Field(description="Aantal verwijzingen in de eigen tekst.", examples=[58])
    losse_verwijzingen: list[Los]
    modelwijzigingen: list[Modelverandering]
    voorbehouden: list[str]
    links: dict[str, Link] = Field(serialization_alias="_links")

    @classmethod
    def van(cls, v: Vergeleken, toon: Toon, namen: Naamregister, paden: Paden, self_: str) -> Vergelijking:
        u, stuk = v.uitkomst, v.stuk
        links = {"self": Link(href=self_)}
        if stuk is not None:
            links["pagina"] = Link(href=f"{paden.prefix}/vergelijk/{stuk.id}")
        return cls(
            id=stuk.id if stuk else None,
            bestand=stuk.naam if stuk else None,
            bewaard_tot=datetime.fromtimestamp(stuk.verloopt, UTC) if stuk else None,
            titel=u.vergelijking.eigen_titel,
            model=u.vergelijking.model,
            model_versie=u.vergelijking.model_versie,
            model_titel=u.vergelijking.model_titel,
            op=u.op,
            telling=u.vergelijking.telling(),
            paren=[Paar.van(p, namen) for p in gekozen_paren(u, toon)],
            dekking=[Dekking.van(d) for d in u.dekking],
            grondslag=[Grondslag.van(g) for g in u.grondslag],
            verwijzingen=u.verwijzingen,
            losse_verwijzingen=[Los.van(los) for los in u.losse],
            modelwijzigingen=[Modelverandering.van(m) for m in u.modelwijzigingen],
            voorbehouden=[*u.vergelijking.meldingen, *u.voorbehouden],
            links=links,
        )
