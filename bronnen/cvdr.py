"""Local regulations of the Centrale Voorziening Decentrale Regelgeving (CVDR XML)."""

from __future__ import annotations

import re

from bronnen.datum import lees_datum
from bronnen.lezen import Bestand
from bronnen.markering import GEEN_TEKST
from bronnen.opbouw import bouw_op
from bronnen.register import Register
from bronnen.xml import lees_xml, wortelnaam
from bronnen.xmlboom import Element, lees_tekst
from ontologie.document import Document, DocumentSoort
from ontologie.fouten import BronFout
from ontologie.tekst import Span

#: "CVDR680781_1", and in older files "112779_1": number of the regulation and of its version.
_IDENTIFICATIE = re.compile(r"(?:CVDR)?(\d+)(?:_(\d+))?", re.IGNORECASE)
_METADATA = ("owmskern", "owmsmantel", "cvdripm")
#: The kind is nowhere in the metadata; the title names it.
_SOORTEN = (
    (re.compile(r"beleidsregel", re.IGNORECASE), DocumentSoort.BELEIDSREGEL),
    (re.compile(r"verordening", re.IGNORECASE), DocumentSoort.VERORDENING),
)


class CvdrLezer:
    """Reads one version of a regulation of a municipality, province, water board or joint body."""

    naam = "cvdr/1"

    def herkent(self, bestand: Bestand) -> bool:
        return wortelnaam(bestand.kop) == "cvdr"

    def lees(self, bestand: Bestand, register: Register) -> Document:
        xml = lees_xml(str(bestand.pad), bestand.inhoud)
        body = xml.wortel.kind("body")
        identificatie = _IDENTIFICATIE.fullmatch(xml.wortel.waarde("meta", "owmskern", "identifier"))
        if body is None or identificatie is None:
            raise BronFout(str(bestand.pad), "dit is geen CVDR-regeling: de tekst of het CVDR-nummer ontbreekt")
        kenmerken = _kenmerken(xml.wortel)
        waarden = dict(reversed(kenmerken))
        officieel_id = f"CVDR{identificatie[1]}"
        werk = register.kort(officieel_id)
        intitule = lees_tekst(body.kind("intitule"), laat_weg=GEEN_TEKST)
        titel = intitule.inhoud or waarden.get("title", officieel_id)
        opgebouwd = bouw_op(werk, body, Span(0, len(xml.origineel)), intitule or None)
        geldig_van = lees_datum(waarden.get("inwerkingtredingDatum", ""))
        return Document(
            werk=werk,
            versie=geldig_van.isoformat() if geldig_van else "",
            soort=_soort(waarden.get("title", ""), titel),
            titel=titel,
            wortel=opgebouwd.wortel,
            bron=bestand.bron("cvdr", self.naam),
            citeertitel=waarden.get("alternative", ""),
            officieel_id=officieel_id,
            geldig_van=geldig_van,
            geldig_tot=lees_datum(waarden.get("uitwerkingtredingDatum", "")),
            origineel=xml.origineel,
            weggelaten=opgebouwd.weggelaten,
            redactielinks=opgebouwd.redactielinks,
            voetnootmarkeringen=opgebouwd.voetnootmarkeringen,
            meldingen=opgebouwd.meldingen,
            kenmerken=kenmerken,
        )


def _soort(*titels: str) -> DocumentSoort:
    for patroon, soort in _SOORTEN:
        if any(patroon.search(t) for t in titels):
            return soort
    return DocumentSoort.OVERIGE_REGELING


def _kenmerken(wortel: Element) -> tuple[tuple[str, str], ...]:
    """Every metadata field by its name in the file; an identifier that a field carries follows as ``naam.id``."""
    kenmerken: list[tuple[str, str]] = []
    meta = wortel.kind("meta")
    for deel in meta.kinderen(*_METADATA) if meta is not None else ():
        for veld in deel.kinderen():
            waarde = lees_tekst(veld).inhoud
            if waarde:
                kenmerken.append((veld.naam, waarde))
            if identificatie := veld.attribuut("resourceIdentifier"):
                kenmerken.append((f"{veld.naam}.id", identificatie))
    return tuple(kenmerken)
