"""Official publications as published: Staatsblad, and other papers in the same XML (officiële publicaties)."""

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

#: The name of a publication in its address or file name: paper, year, number.
_NAAM = re.compile(r"\b([a-z]{2,5})-(\d{4})-(\d+)\b")
_BIJZAKEN = frozenset({"metadata", "kop"})


class StaatsbladLezer:
    """Reads one publication. What it changes elsewhere stays text: the consolidated files have the result."""

    naam = "staatsblad/1"

    def herkent(self, bestand: Bestand) -> bool:
        return wortelnaam(bestand.kop) == "officiele-publicatie"

    def lees(self, bestand: Bestand, register: Register) -> Document:
        xml = lees_xml(str(bestand.pad), bestand.inhoud)
        publicatie = next((e for e in xml.wortel.kinderen() if e.naam not in _BIJZAKEN), None)
        if publicatie is None:
            raise BronFout(str(bestand.pad), "deze publicatie heeft geen inhoud")
        officieel_id = _officieel_id(xml.wortel) or bestand.pad.stem
        werk = register.kort(officieel_id)
        intitule = lees_tekst(publicatie.kind("intitule"), laat_weg=GEEN_TEKST)
        opgebouwd = bouw_op(werk, publicatie, Span(0, len(xml.origineel)), intitule or None)
        ondertekend, uitgegeven = _datums(publicatie)
        return Document(
            werk=werk,
            versie=uitgegeven or ondertekend,
            soort=DocumentSoort.STAATSBLAD if publicatie.naam == "staatsblad" else DocumentSoort.OVERIG,
            titel=intitule.inhoud or officieel_id,
            wortel=opgebouwd.wortel,
            bron=bestand.bron("staatsblad", self.naam),
            officieel_id=officieel_id,
            origineel=xml.origineel,
            weggelaten=opgebouwd.weggelaten,
            redactielinks=opgebouwd.redactielinks,
            voetnootmarkeringen=opgebouwd.voetnootmarkeringen,
            meldingen=opgebouwd.meldingen,
            kenmerken=tuple((n, w) for n, w in (("ondertekend", ondertekend), ("uitgegeven", uitgegeven)) if w),
        )


def _officieel_id(wortel: Element) -> str:
    metadata = wortel.kind("metadata")
    for meta in metadata.kinderen("meta") if metadata is not None else ():
        if treffer := _NAAM.search(meta.attribuut("content")):
            return treffer.group()
    return ""


def _datums(publicatie: Element) -> tuple[str, str]:
    """When it was signed and when it was issued, ISO 8601, "" where the file does not tell."""
    gevonden = {"dagtekening": "", "uitgifte": ""}
    for element in publicatie.loop():
        if element.naam in gevonden and not gevonden[element.naam]:
            datum = element.kind("datum")
            if datum is not None and (dag := lees_datum(datum.attribuut("isodatum"))):
                gevonden[element.naam] = dag.isoformat()
    return gevonden["dagtekening"], gevonden["uitgifte"]
