"""Consolidated national regulations of the Basiswettenbestand (BWB ``toestand`` XML, schema 2016-1)."""

from __future__ import annotations

import re

from bronnen.datum import lees_datum
from bronnen.lezen import Bestand
from bronnen.markering import GEEN_TEKST
from bronnen.opbouw import bouw_op
from bronnen.register import Register
from bronnen.wijzigingsdata import lees_wijzigingen
from bronnen.xml import Xml, lees_xml, wortelnaam
from bronnen.xmlboom import Element, lees_tekst
from ontologie.document import Document, DocumentSoort
from ontologie.fouten import BronFout
from ontologie.tekst import Span

_SOORTEN = {
    "wet": DocumentSoort.WET,
    "rijkswet": DocumentSoort.WET,
    "wet-bes": DocumentSoort.WET,
    "amvb": DocumentSoort.AMVB,
    "rijksamvb": DocumentSoort.AMVB,
    "amvb-bes": DocumentSoort.AMVB,
    "kb": DocumentSoort.KB,
    "rijkskb": DocumentSoort.KB,
    "ministeriele-regeling": DocumentSoort.MINISTERIELE_REGELING,
    "ministeriele-regeling-bes": DocumentSoort.MINISTERIELE_REGELING,
    "rijks-regeling": DocumentSoort.MINISTERIELE_REGELING,
    "verordening": DocumentSoort.VERORDENING,
    "beleidsregel": DocumentSoort.BELEIDSREGEL,
    "circulaire": DocumentSoort.BELEIDSREGEL,
    "circulaire-bes": DocumentSoort.BELEIDSREGEL,
    "verdrag": DocumentSoort.VERDRAG,
    "richtlijn-eg": DocumentSoort.EU,
}
_UITTREKSEL = re.compile(r"\buittreksel\b", re.IGNORECASE)
#: Number of the state within its date, at the end of its address; above 0 where the editors replaced an earlier one.
_VOLGNUMMER = re.compile(r"/(\d+)/?$")


class BwbLezer:
    """Reads a ``toestand``: one dated version of a law, decree or ministerial regulation, whole or in part."""

    naam = "bwb/1"

    def herkent(self, bestand: Bestand) -> bool:
        return wortelnaam(bestand.kop) == "toestand"

    def lees(self, bestand: Bestand, register: Register) -> Document:
        xml = lees_xml(str(bestand.pad), bestand.inhoud)
        toestand = xml.wortel
        bwb_id = toestand.attribuut("bwb-id")
        wetgeving = toestand.kind("wetgeving")
        if not bwb_id or wetgeving is None:
            raise BronFout(str(bestand.pad), "dit is geen toestand: het BWB-id of de wetgeving ontbreekt")
        werk = register.kort(bwb_id)
        intitule = lees_tekst(wetgeving.kind("intitule"), laat_weg=GEEN_TEKST)
        citeertitel = wetgeving.waarde("citeertitel")
        opgebouwd = bouw_op(werk, wetgeving, Span(0, len(xml.origineel)), intitule or None, lees_wijzigingen)
        return Document(
            werk=werk,
            versie=_versie(toestand),
            soort=_SOORTEN.get(wetgeving.attribuut("soort").lower(), DocumentSoort.OVERIGE_REGELING),
            titel=intitule.inhoud or citeertitel or bwb_id,
            wortel=opgebouwd.wortel,
            bron=bestand.bron("bwb-toestand", self.naam),
            citeertitel=citeertitel,
            officieel_id=bwb_id,
            afkortingen=_afkortingen(wetgeving),
            geldig_van=lees_datum(toestand.attribuut("inwerkingtreding")),
            geldig_tot=lees_datum(wetgeving.attribuut("vervaldatum")),
            volledig=not _is_uittreksel(xml, intitule.inhoud),
            origineel=xml.origineel,
            weggelaten=opgebouwd.weggelaten,
            redactielinks=opgebouwd.redactielinks,
            voetnootmarkeringen=opgebouwd.voetnootmarkeringen,
            meldingen=opgebouwd.meldingen,
            kenmerken=_kenmerken(toestand, wetgeving),
        )


def _versie(toestand: Element) -> str:
    """The date of the state, with ``_1``, ``_2`` behind it where the editors replaced an earlier state of that date."""
    datum = toestand.attribuut("inwerkingtreding")
    volgnummer = _VOLGNUMMER.search(toestand.attribuut("bwb-ng-vast-deel"))
    return f"{datum}_{volgnummer[1]}" if datum and volgnummer and int(volgnummer[1]) else datum


def _is_uittreksel(xml: Xml, intitule: str) -> bool:
    return any(_UITTREKSEL.search(t) for t in (intitule, *xml.commentaar))


def _afkortingen(wetgeving: Element) -> tuple[str, ...]:
    aliassen = wetgeving.kind("alias-titels")
    return tuple(lees_tekst(a).inhoud for a in aliassen.kinderen("afkorting")) if aliassen is not None else ()


def _kenmerken(toestand: Element, wetgeving: Element) -> tuple[tuple[str, str], ...]:
    namen = (
        (toestand, "bwb-ng-vast-deel"),
        (wetgeving, "soort"),
        (wetgeving, "inwerkingtredingsdatum"),
        (wetgeving, "stam-id"),
        (wetgeving, "versie-id"),
        (wetgeving, "label-id"),
    )
    kenmerken = [(naam, element.attribuut(naam)) for element, naam in namen if element.attribuut(naam)]
    if ministerie := wetgeving.waarde("eerst-verantwoordelijk"):
        kenmerken.append(("eerst-verantwoordelijk", ministerie))
    return tuple(kenmerken)
