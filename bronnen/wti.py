"""Legal-technical information of the Basiswettenbestand (WTI): names, relations and history of a regulation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bronnen.datum import lees_datum
from bronnen.lezen import Bestand, Bijbestand
from bronnen.nummering import splits_kop
from bronnen.register import Naam, Register
from bronnen.xml import lees_xml, wortelnaam
from bronnen.xmlboom import Element, lees_tekst
from ontologie.document import Publicatie, Wijzigingsgegevens
from ontologie.fouten import BronFout
from ontologie.identificatie import BepalingId, Stap


@dataclass(frozen=True, slots=True)
class Relatie:
    """One relation with another regulation, in a period of validity (None: open).

    ``soort`` is as in the source: "grondslag-voor", "verwijzing-door", "wetsfamilie", … ``van`` is the provision of
    this regulation (the work for the whole). ``doel`` is a JCI, ``onderdeel`` the number of the provision there.
    """

    soort: str
    van: BepalingId
    doel: str
    bwb_id: str
    titel: str
    onderdeel: str
    groep: str  # "artikel", "bijlage", "aanhef", … of the other side; "" for a whole regulation
    geldig_van: date | None
    geldig_tot: date | None


@dataclass(frozen=True, slots=True)
class Gebeurtenis:
    """One change of a provision. ``gegevens.in_werking`` is None where it has not been commenced.

    ``voorafgaand`` marks a change that another one of the same day overtook.
    """

    label: str  # as printed at the time ("Artikel 4a")
    gegevens: Wijzigingsgegevens
    versie_id: str = ""
    voorafgaand: bool = False


@dataclass(frozen=True, slots=True)
class Elementgeschiedenis:
    """All changes of one provision, oldest first, those without a date last.

    ``label_id`` is the same in the toestand files. ``bepaling`` is its last identity, None for a part without a number
    (considerans, intitulé).
    """

    label_id: str
    bepaling: BepalingId | None
    gebeurtenissen: tuple[Gebeurtenis, ...]


@dataclass(frozen=True, slots=True)
class Wti(Bijbestand):
    """The whole file. ``geldig_tot`` of a name is the first day on which it was no longer the name."""

    namen: tuple[Naam, ...]
    soort: str
    ministerie: str
    rechtsgebieden: tuple[str, ...]
    overheidsdomeinen: tuple[str, ...]
    relaties: tuple[Relatie, ...]
    regeling: Elementgeschiedenis
    elementen: tuple[Elementgeschiedenis, ...]

    def geschiedenis(self, bepaling: BepalingId) -> tuple[Gebeurtenis, ...]:
        """The changes of a provision (or of the work), oldest first; empty where the file has none."""
        if not bepaling.stappen:
            return self.regeling.gebeurtenissen
        for element in self.elementen:
            if element.bepaling == bepaling:
                return element.gebeurtenissen
        return ()


class WtiLezer:
    """Reads a WTI file."""

    naam = "wti/1"

    def herkent(self, bestand: Bestand) -> bool:
        return wortelnaam(bestand.kop) == "wetstechnische-informatie"

    def lees(self, bestand: Bestand, register: Register) -> Wti:
        wortel = lees_xml(str(bestand.pad), bestand.inhoud).wortel
        bwb_id = wortel.attribuut("bwb-id")
        if not bwb_id:
            raise BronFout(str(bestand.pad), "dit WTI-bestand noemt geen BWB-id")
        werk = BepalingId(register.kort(bwb_id))
        algemeen = wortel.kind("algemene-informatie") or Element("algemene-informatie", {}, 0)
        elementen = (e for d in _delen(wortel, "wijzigingen", "regelingelementen") for e in d.kinderen())
        return Wti(
            werk=werk.werk,
            officieel_id=bwb_id,
            bron=bestand.bron("wti", self.naam),
            namen=tuple(_namen(algemeen)),
            soort=algemeen.waarde("soort-regeling"),
            ministerie=algemeen.waarde("eerstverantwoordelijke"),
            rechtsgebieden=_waarden(algemeen, "rechtsgebieden"),
            overheidsdomeinen=_waarden(algemeen, "overheidsdomeinen"),
            relaties=tuple(_relaties(wortel, werk)),
            regeling=_geschiedenis(wortel.kind("wijzigingen", "regeling"), werk, werk),
            elementen=tuple(_geschiedenis(e, werk, None) for e in elementen),
        )


def _delen(wortel: Element, *pad: str) -> Iterator[Element]:
    element = wortel.kind(*pad)
    if element is not None:
        yield element


def _waarden(algemeen: Element, naam: str) -> tuple[str, ...]:
    return tuple(
        lees_tekst(*e.kinderen()).inhoud or lees_tekst(e).inhoud for d in _delen(algemeen, naam) for e in d.kinderen()
    )


def _namen(algemeen: Element) -> Iterator[Naam]:
    citeertitels = [t for d in _delen(algemeen, "citeertitels") for t in d.kinderen("citeertitel")]
    for titel in citeertitels or algemeen.kinderen("citeertitel"):
        geldig_tot = lees_datum(titel.attribuut("geldig-tot"))
        soort = "voormalig" if geldig_tot else "citeertitel"
        yield Naam(lees_tekst(titel).inhoud, soort, lees_datum(titel.attribuut("geldig-van")), geldig_tot)
    for afkortingen in algemeen.kinderen("afkortingen"):
        for afkorting in afkortingen.kinderen("afkorting"):
            yield Naam(lees_tekst(afkorting).inhoud, "afkorting")


# --- relations ---


def _relaties(wortel: Element, werk: BepalingId) -> Iterator[Relatie]:
    gerelateerd = wortel.kind("gerelateerde-regelgeving")
    if gerelateerd is None:
        return
    for regeling in gerelateerd.kinderen("regeling"):
        yield from _relaties_van(regeling, werk)
    for elementen in gerelateerd.kinderen("regelingelementen"):
        for element in elementen.kinderen("regelingelement"):
            yield from _relaties_van(element, _bepaling(element.attribuut("label"), werk) or werk)


def _relaties_van(element: Element, van: BepalingId) -> Iterator[Relatie]:
    for soort in element.kinderen():
        for ander in soort.kinderen():
            verwijzing = ander.kind("extref")
            if verwijzing is None:
                continue
            groep, woorden = verwijzing.attribuut("groep"), lees_tekst(verwijzing).inhoud
            yield Relatie(
                soort.naam,
                van,
                verwijzing.attribuut("doc"),
                ander.attribuut("bwb-id"),
                verwijzing.attribuut("label") if groep else woorden,
                woorden if groep else "",
                groep,
                lees_datum(ander.attribuut("geldig-van")),
                lees_datum(ander.attribuut("geldig-tot")),
            )


def _bepaling(label: str, werk: BepalingId) -> BepalingId | None:
    kop = splits_kop(label)
    if kop.soort is None or not kop.nummer:
        return None
    return BepalingId(werk.werk, (Stap(kop.soort, kop.nummer),))


# --- history ---


def _geschiedenis(element: Element | None, werk: BepalingId, bepaling: BepalingId | None) -> Elementgeschiedenis:
    if element is None:
        return Elementgeschiedenis("", bepaling, ())
    gebeurtenissen = [_gebeurtenis(d, details) for d in element.kinderen("datum") for details in d.kinderen("details")]
    gebeurtenissen.sort(key=lambda g: (g.gegevens.in_werking or date.max, not g.voorafgaand))
    if bepaling is None:
        label = next((g.label for g in reversed(gebeurtenissen) if g.label), "")
        bepaling = _bepaling(label, werk)
    return Elementgeschiedenis(element.attribuut("label-id"), bepaling, tuple(gebeurtenissen))


def _gebeurtenis(datum: Element, details: Element) -> Gebeurtenis:
    bronnen = [b for o in details.kinderen("ontstaansbron") for b in o.kinderen("bron")]
    inwerking = [b for o in details.kinderen("inwerkingtreding") for b in o.kinderen("bron")]
    door = next((p for b in bronnen if b.attribuut("type") != "juncto" and (p := _publicatie(b))), None)
    in_werking_door = next((p for b in inwerking if b.attribuut("type") != "juncto" and (p := _publicatie(b))), None)
    terugwerkend = details.kind("terugwerkende-kracht", "terugwerkende-kracht-datum")
    gegevens = Wijzigingsgegevens(
        details.waarde("betreft"),
        door,
        in_werking_door,
        door.ondertekening if door else None,
        door.uitgifte if door else None,
        in_werking_door.uitgifte if in_werking_door else None,
        lees_datum(datum.attribuut("waarde")),
        lees_datum(terugwerkend.attribuut("waarde")) if terugwerkend is not None else None,
        tuple(p for b in bronnen if b.attribuut("type") == "juncto" and (p := _publicatie(b))),
        details.waarde("opmerkingen"),
    )
    voorafgaand = details.attribuut("isvoorafgaand") == "true"
    return Gebeurtenis(datum.attribuut("label"), gegevens, datum.attribuut("versie-id"), voorafgaand)


def _publicatie(bron: Element) -> Publicatie | None:
    bekendmaking = bron.kind("bekendmaking")
    if bekendmaking is None or not bekendmaking.waarde("publicatiejaar").isdecimal():
        return None
    return Publicatie(
        bekendmaking.attribuut("soort"),
        int(bekendmaking.waarde("publicatiejaar")),
        bekendmaking.waarde("publicatienummer"),
        lees_datum(bekendmaking.waarde("publicatiedatum")),
        lees_datum(bron.waarde("ondertekening")),
        bron.waarde("dossiernummer"),
    )
