"""The terms of the graph as namespaces in which a misspelt term fails, instead of giving an IRI that nothing knows.

``RG`` is our own vocabulary (``regelgraaf.ttl``, which gives every term a label and a definition in Dutch and English);
the others list the terms of standards that we use. PROV, DCTERMS, DCAT, VOID, FOAF, SKOS, RDF, RDFS and XSD are from
rdflib.
"""

# ruff: noqa: N815 (terms are spelt as the vocabularies spell them)

from __future__ import annotations

from importlib.resources import files

from rdflib import DCAT, DCTERMS, FOAF, PROV, RDF, RDFS, SKOS, VOID, XSD, Namespace, URIRef
from rdflib.namespace import DefinedNamespace

__all__ = [
    "DCAT",
    "DCTERMS",
    "ELI",
    "FOAF",
    "GRAAFBASIS",
    "OA",
    "PREFIXEN",
    "PROV",
    "RDF",
    "RDFS",
    "RG",
    "SKOS",
    "VOID",
    "XSD",
    "lees_bestand",
]

#: Named graphs are named below this IRI.
GRAAFBASIS = "https://w3id.org/regelgraaf/graaf/"


class RG(DefinedNamespace):
    """The vocabulary of Regelgraaf."""

    _fail = True
    _NS = Namespace("https://w3id.org/regelgraaf/def#")
    # Words that Python cannot write as a name: RG["doel-ontbreekt"].
    _extras = ["in", "doel-ontbreekt", "niet-gecontroleerd", "onbekende-regeling"]  # noqa: RUF012

    # Classes
    Verwijzing: URIRef
    Wijziging: URIRef
    Regelplicht: URIRef
    Relatie: URIRef
    Bewijs: URIRef
    Bevinding: URIRef
    Wijzigingsmelding: URIRef
    Vaststelling: URIRef
    Voorbehoud: URIRef
    Tekstmerk: URIRef

    # Relations between provisions
    verwijstNaar: URIRef
    invullingVan: URIRef
    implementeert: URIRef
    modelInvullingVan: URIRef
    geenInvullingVan: URIRef
    wijzigt: URIRef
    lichtToe: URIRef
    redactieVerwijstNaar: URIRef

    # Place and identity
    inWerk: URIRef
    inVersie: URIRef
    kort: URIRef
    documentSoort: URIRef
    aanduiding: URIRef
    telling: URIRef
    telt: URIRef
    aantal: URIRef
    volgnummer: URIRef
    stamId: URIRef
    versieId: URIRef

    # A version of a document or provision
    opschrift: URIRef
    tekst: URIRef
    positieInOuder: URIRef
    begin: URIRef
    eind: URIRef
    vervallen: URIRef
    facultatief: URIRef
    nietInWerking: URIRef
    volledig: URIRef
    metTekst: URIRef

    # References
    van: URIRef
    naar: URIRef
    soort: URIRef
    status: URIRef
    methode: URIRef
    reden: URIRef
    kandidaat: URIRef
    bestaand: URIRef
    inTekstBegin: URIRef
    inTekstEind: URIRef
    inOpschriftBegin: URIRef
    inOpschriftEind: URIRef

    # Marks in the shown text
    staatIn: URIRef
    merksoort: URIRef
    staatEr: URIRef
    gelezen: URIRef
    herstelregel: URIRef

    # Changes
    wijziging: URIRef
    geschiedenis: URIRef
    gewijzigdDoor: URIRef
    door: URIRef
    inwerkingtredingDoor: URIRef
    juncto: URIRef
    opmerking: URIRef
    effect: URIRef
    ondertekend: URIRef
    gepubliceerd: URIRef
    inwerkingtredingBekendgemaakt: URIRef
    inWerking: URIRef
    terugwerkendTot: URIRef
    voorafgaand: URIRef
    vastgesteldOp: URIRef

    # Duties and derived relations
    plichtIn: URIRef
    modaliteit: URIRef
    regelvorm: URIRef
    adressaat: URIRef
    opdracht: URIRef
    onderwerp: URIRef
    hoortBij: URIRef
    ongedeeld: URIRef
    relatieVan: URIRef
    relatieNaar: URIRef
    relatieSoort: URIRef
    gedeeltelijk: URIRef
    sterkte: URIRef
    bewijs: URIRef
    bericht: URIRef
    betreft: URIRef

    # Provenance
    graaf: URIRef
    versie: URIRef
    bestandsnaam: URIRef
    sha256: URIRef
    formaat: URIRef
    lezer: URIRef

    # Statuses and strengths
    Statussen: URIRef
    opgelost: URIRef
    deels: URIRef
    meerduidig: URIRef
    Sterktes: URIRef
    expliciet: URIRef
    afgeleid: URIRef
    vastgesteld: URIRef

    # Kinds of provision, as in ``ontologie.document.BepalingSoort``
    BepalingSoorten: URIRef
    regeling: URIRef
    boek: URIRef
    deel: URIRef
    hoofdstuk: URIRef
    titel: URIRef
    afdeling: URIRef
    paragraaf: URIRef
    subparagraaf: URIRef
    artikel: URIRef
    lid: URIRef
    onderdeel: URIRef
    bijlage: URIRef
    aanhef: URIRef
    slot: URIRef
    leeswijzer: URIRef
    toelichting: URIRef
    sectie: URIRef
    tabel: URIRef
    rij: URIRef
    cel: URIRef
    voetnoot: URIRef
    alinea: URIRef


class ELI(DefinedNamespace):
    """The European Legislation Identifier ontology, as far as used."""

    _fail = True
    _NS = Namespace("http://data.europa.eu/eli/ontology#")

    LegalResource: URIRef
    LegalResourceSubdivision: URIRef
    Work: URIRef
    WorkSubdivision: URIRef
    amended_by: URIRef
    amends: URIRef
    based_on: URIRef
    cites: URIRef
    date_no_longer_in_force: URIRef
    ensures_implementation_of: URIRef
    first_date_entry_in_force: URIRef
    has_member: URIRef
    id_local: URIRef
    is_derivative_of: URIRef
    is_member_of: URIRef
    is_part_of: URIRef
    number: URIRef
    refers_to: URIRef
    title: URIRef
    title_short: URIRef
    type_subdivision: URIRef
    version: URIRef
    version_date: URIRef


class OA(DefinedNamespace):
    """The Web Annotation vocabulary, as far as used."""

    _fail = True
    _NS = Namespace("http://www.w3.org/ns/oa#")

    Annotation: URIRef
    SpecificResource: URIRef
    TextPositionSelector: URIRef
    TextQuoteSelector: URIRef
    end: URIRef
    exact: URIRef
    hasBody: URIRef
    hasSelector: URIRef
    hasSource: URIRef
    hasTarget: URIRef
    start: URIRef


#: Prefixes for queries and output.
PREFIXEN: dict[str, str] = {
    "dct": str(DCTERMS),
    "eli": str(ELI),
    "oa": str(OA),
    "prov": str(PROV),
    "rdf": str(RDF),
    "rdfs": str(RDFS),
    "rg": str(RG),
    "skos": str(SKOS),
    "xsd": str(XSD),
}


def lees_bestand(naam: str) -> str:
    """The text of ``regelgraaf.ttl``, ``vormen.ttl`` or ``context.jsonld``."""
    return files("ontologie").joinpath(naam).read_text(encoding="utf-8")
