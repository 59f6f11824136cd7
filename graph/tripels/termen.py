"""The terms of the vocabularies as pyoxigraph nodes, and short ways to write literals."""

from __future__ import annotations

from datetime import date

from pyoxigraph import Literal, NamedNode
from rdflib import URIRef

from ontologie.termen import DCTERMS, ELI, OA, PROV, RDF, RDFS, RG, SKOS, XSD


def knoop(term: URIRef) -> NamedNode:
    return NamedNode(str(term))


TYPE = knoop(RDF.type)
LABEL = knoop(RDFS.label)
ZIE_OOK = knoop(RDFS.seeAlso)
NOTATIE = knoop(SKOS.notation)
IDENTIFIER = knoop(DCTERMS.identifier)
OMVANG = knoop(DCTERMS.extent)

WET = knoop(ELI.LegalResource)
WETSDEEL = knoop(ELI.LegalResourceSubdivision)
WERK = knoop(ELI.Work)
WERKDEEL = knoop(ELI.WorkSubdivision)
HEEFT_VERSIE = knoop(ELI.has_member)
VERSIE_VAN = knoop(ELI.is_member_of)
DEEL_VAN = knoop(ELI.is_part_of)
LOKAAL_ID = knoop(ELI.id_local)
NUMMER = knoop(ELI.number)
TITEL = knoop(ELI.title)
KORTE_TITEL = knoop(ELI.title_short)
SOORT_DEEL = knoop(ELI.type_subdivision)
VERSIE = knoop(ELI.version)
VERSIEDATUM = knoop(ELI.version_date)
GELDIG_VAN = knoop(ELI.first_date_entry_in_force)
GELDIG_TOT = knoop(ELI.date_no_longer_in_force)

DOEL = knoop(OA.hasTarget)
LICHAAM = knoop(OA.hasBody)
BRON = knoop(OA.hasSource)
KIEZER = knoop(OA.hasSelector)
PLEK = knoop(OA.SpecificResource)
POSITIE = knoop(OA.TextPositionSelector)
CITAAT = knoop(OA.TextQuoteSelector)
START = knoop(OA.start)
EINDE = knoop(OA.end)
WOORDEN = knoop(OA.exact)

ENTITEIT = knoop(PROV.Entity)
ACTIVITEIT = knoop(PROV.Activity)
AFGELEID_VAN = knoop(PROV.wasDerivedFrom)
GEMAAKT_OP = knoop(PROV.generatedAtTime)
GEMAAKT_DOOR = knoop(PROV.wasGeneratedBy)
GEBRUIKT = knoop(PROV.used)

INTEGER = knoop(XSD.integer)
DATUM = knoop(XSD.date)
TIJDSTIP = knoop(XSD.dateTime)
ANYURI = knoop(XSD.anyURI)
WAAR = Literal("true", datatype=knoop(XSD.boolean))
ONWAAR = Literal("false", datatype=knoop(XSD.boolean))


def rg(naam: str) -> NamedNode:
    """A term of our own vocabulary; one that is not in it fails."""
    return knoop(RG[naam])


def nederlands(tekst: str) -> Literal:
    return Literal(tekst, language="nl")


def getal(waarde: int) -> Literal:
    return Literal(str(waarde), datatype=INTEGER)


def dag(waarde: date) -> Literal:
    return Literal(waarde.isoformat(), datatype=DATUM)


def booleaans(waarde: bool) -> Literal:
    return WAAR if waarde else ONWAAR
