"""The shapes: a small good graph conforms, and each shape rejects what it is there to reject."""

from __future__ import annotations

import pytest
from pyshacl import validate
from rdflib import RDF, SH, Graph, Namespace

from ontologie.termen import DCAT, PREFIXEN, VOID, lees_bestand

VORM = Namespace("https://w3id.org/regelgraaf/vormen#")
PREFIXEN_HIER = {**PREFIXEN, "dcat": str(DCAT), "void": str(VOID), "x": "https://example.org/"}
KOP = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXEN_HIER.items())

#: A work with one version, an article with a reference in it, the change that made it, and where it came from.
GOED = (
    KOP
    + """
x:w a eli:LegalResource ; rg:kort "w" ; rdfs:label "Werk"@nl ; eli:id_local "w" ; eli:has_member x:w1 .
x:w1 a eli:LegalResource ; eli:is_member_of x:w ; eli:version "2026-01-01" ; eli:version_date "2026-01-01"^^xsd:date ;
    rdfs:label "Werk (2026-01-01)"@nl ; rg:volledig true ; rg:metTekst true ; rg:graaf x:g ;
    rg:volgnummer 0 ; rg:begin 0 ; rg:eind 90 ; eli:type_subdivision rg:regeling .
x:a a eli:LegalResourceSubdivision ; eli:is_part_of x:w ; rg:inWerk x:w ; skos:notation "w:1" ;
    rdfs:label "Werk, artikel 1"@nl ; eli:number "1" ; eli:type_subdivision rg:artikel ; eli:has_member x:a1 ;
    eli:id_local "jci1.3:c:BWBR9999999&artikel=1" .
x:a1 a eli:LegalResourceSubdivision ; eli:is_member_of x:a ; rg:inVersie x:w1 ; eli:is_part_of x:w1 ; rg:volgnummer 1 ;
    rg:begin 10 ; rg:eind 80 ; eli:type_subdivision rg:artikel ; rg:tekst "Zie artikel 1."@nl ; rg:verwijstNaar x:a ;
    rg:wijziging x:z .
x:v a rg:Verwijzing ; rg:van x:a1 ; rg:naar x:a ; oa:hasBody x:a ; rg:inVersie x:w1 ; rg:soort "intern" ;
    rg:status rg:opgelost ; oa:hasTarget x:plek ; prov:wasGeneratedBy x:bouw ; rg:inTekstBegin 4 ; rg:inTekstEind 13 .
x:plek a oa:SpecificResource ; oa:hasSource x:a1 ; oa:hasSelector x:positie , x:citaat .
x:positie a oa:TextPositionSelector ; oa:start 14 ; oa:end 23 .
x:citaat a oa:TextQuoteSelector ; oa:exact "artikel 1"@nl .
x:m a rg:Tekstmerk ; rg:staatIn x:a1 ; rg:inVersie x:w1 ; rg:merksoort "variant" ; rg:inTekstBegin 0 ;
    rg:inTekstEind 3 .
x:r a rg:Relatie ; rg:relatieVan x:a1 ; rg:relatieNaar x:w ; rg:relatieSoort "invulling" ; rg:sterkte rg:expliciet ;
    rg:methode "werkt-uit" ; rg:reden "Zo staat het er."@nl ; rg:bewijs x:b ; rg:inVersie x:w1 .
x:a1 rg:invullingVan x:w .
x:b a rg:Bewijs ; oa:hasSource x:a1 ; rg:begin 14 ; rg:eind 23 ; rg:methode "werkt-uit" .
x:p a rg:Regelplicht ; rg:plichtIn x:a ; rg:inVersie x:w1 ; rg:modaliteit "moet" ; rg:regelvorm "verordening" ;
    rg:adressaat "de raad"@nl ; rg:opdracht x:b ; rg:onderwerp x:b ; rg:ongedeeld true .
x:f a rg:Bevinding ; rg:bericht "Dit kan niet."@nl ; rg:bewijs x:b ; rg:betreft x:a ; rg:inVersie x:w1 .
x:z a rg:Wijziging ; rg:in x:a ; rg:effect "nieuw" ; rg:door x:stb ; rg:inWerking "2026-01-01"^^xsd:date .
x:wm a rg:Wijzigingsmelding ; rg:in x:a ; rg:effect "vervallen" ; rg:sterkte rg:afgeleid ; rg:inVersie x:w1 ;
    rg:bewijs x:wmb .
x:wmb a rg:Bewijs ; oa:hasSource x:a1 ; rg:begin 14 ; rg:eind 23 .
x:vs a rg:Vaststelling ; rg:in x:a ; rg:effect "nieuw" ; rg:sterkte rg:vastgesteld ; rg:inVersie x:w1 ;
    rg:reden "Zo is het."@nl ;
    rg:vastgesteldOp "2026-02-01"^^xsd:date ; rg:bewijs x:wmb .
x:vb a rg:Voorbehoud ; rg:inVersie x:w1 ; rg:reden "Niet volledig."@nl ; rg:bewijs x:wmb .
x:stb rdfs:label "Stb. 2025, 1"@nl ; dct:identifier "stb:2025:1" .
x:g prov:wasDerivedFrom x:bron ; prov:generatedAtTime "2026-01-02T03:04:05Z"^^xsd:dateTime ;
    prov:wasGeneratedBy x:bouw ; rg:versie x:w1 .
x:bron rg:bestandsnaam "w.xml" ; rg:formaat "cvdr" ; dct:extent 90 ;
    rg:sha256 "0123456789012345678901234567890123456789012345678901234567890123" .
x:ds a dcat:Dataset , void:Dataset ; dct:title "Alles"@nl ; dct:license x:licentie ; void:triples 9 ;
    dct:issued "2026-01-02"^^xsd:date ; void:subset x:deel ; void:vocabulary x:woorden ; void:classPartition x:k ;
    void:propertyPartition x:e ; dcat:distribution x:vorm .
x:deel a void:Dataset ; dct:source x:g ; void:triples 9 .
x:k void:class eli:Work ; void:entities 1 .
x:e void:property rdfs:label ; void:triples 2 .
x:vorm a dcat:Distribution ; dcat:accessURL x:alles.ttl ; dct:license x:licentie .
"""
)

# Shape, what goes out (as a pattern), what comes in.
FOUT = [
    ("Werk", "x:w a eli:LegalResource", "x:w a eli:LegalResource , eli:Work"),
    ("Werk", "", 'x:w rg:kort "met spatie"'),
    ("Werk", 'x:w rdfs:label "Werk"@nl', ""),
    ("Werk", 'x:w rdfs:label "Werk"@nl', 'x:w rdfs:label "Work"@en'),
    ("Werk", "", 'x:w eli:id_local "nog een"'),
    ("Werkversie", 'x:w1 eli:version "2026-01-01"', 'x:w1 eli:version "1 januari"'),
    ("Werkversie", "x:w eli:has_member x:w1", ""),
    ("Werkversie", "", "x:w1 eli:is_member_of x:w2"),
    ("Werkversie", 'x:w1 eli:version_date "2026-01-01"^^xsd:date', 'x:w1 eli:version_date "2026-01-01"'),
    ("Werkversie", "x:w1 rg:volledig true", ""),
    ("Werkversie", "x:w1 rg:metTekst true", 'x:w1 rg:metTekst "ja"'),
    ("Bepaling", "", "x:a eli:is_part_of x:b"),
    ("Bepaling", 'x:a eli:number "1"', "x:a eli:number 1"),
    ("Bepaling", "", "x:a rg:verwijstNaar x:w"),
    ("Bepaling", "", 'x:a rg:tekst "Tekst hoort bij een versie."@nl'),
    ("Bepaling", 'x:a skos:notation "w:1"', ""),
    ("Bepaling", "", 'x:a rdfs:label "Een tweede label"@nl'),
    ("Bepaling", "", 'x:a eli:id_local "BWBR9999999"'),
    ("Bepalingversie", "x:a1 rg:begin 10", "x:a1 rg:begin 81"),
    ("Bepalingversie", "x:a1 rg:eind 80", ""),
    ("Bepalingversie", "x:a eli:has_member x:a1", ""),
    ("Bepalingversie", "", 'x:a1 rg:tekst "Nog een tekst."@nl'),
    ("Bepalingversie", "x:a1 a eli:LegalResourceSubdivision", ""),
    ("DeelVanVersie", "x:a1 eli:is_part_of x:w1", ""),
    ("DeelVanVersie", "", "x:a1 rg:inVersie x:w2"),
    ("Verwijzing", "x:v rg:status rg:opgelost", "x:v rg:status rg:misschien"),
    ("Verwijzing", "x:v rg:status rg:opgelost", "x:v rg:status rg:deels"),
    ("Verwijzing", "x:v rg:naar x:a", ""),
    ("Verwijzing", "x:v rg:van x:a1", "x:v rg:van x:w1"),
    ("Verwijzing", 'x:v rg:soort "intern"', 'x:v rg:soort "uitwendig"'),
    ("Verwijzing", "x:v prov:wasGeneratedBy x:bouw", ""),
    ("Verwijzing", "x:v rg:inTekstEind 13", "x:v rg:inTekstEind 4"),
    ("Verwijzing", "x:v oa:hasTarget x:plek", ""),
    ("Relatie", "x:r rg:relatieNaar x:w", ""),
    ("Relatie", "x:r rg:relatieNaar x:w", "x:r rg:relatieNaar x:a1"),
    ("Relatie", 'x:r rg:relatieSoort "invulling"', 'x:r rg:relatieSoort "vermoeden"'),
    ("Relatie", "x:r rg:sterkte rg:expliciet", "x:r rg:sterkte rg:opgelost"),
    ("Relatie", "x:r rg:bewijs x:b", ""),
    ("Relatie", 'x:r rg:reden "Zo staat het er."@nl', ""),
    ("Invulling", "", "x:w1 rg:invullingVan x:a"),
    ("Bewijs", "x:b rg:eind 23", "x:b rg:eind 14"),
    ("Bewijs", "x:b oa:hasSource x:a1", ""),
    ("Regelplicht", 'x:p rg:modaliteit "moet"', 'x:p rg:modaliteit "zou"'),
    ("Regelplicht", 'x:p rg:regelvorm "verordening"', 'x:p rg:regelvorm "brief"'),
    ("Regelplicht", "x:p rg:opdracht x:b", ""),
    ("Regelplicht", "x:p rg:ongedeeld true", ""),
    ("Bevinding", 'x:f rg:bericht "Dit kan niet."@nl', ""),
    ("Bevinding", "x:f rg:bewijs x:b", "x:f rg:bewijs x:a1"),
    ("Plek", "x:plek oa:hasSelector x:citaat", ""),
    ("Positie", "x:positie oa:end 23", "x:positie oa:end 14"),
    ("Positie", "x:positie oa:start 14", 'x:positie oa:start "14"'),
    ("Citaat", 'x:citaat oa:exact "artikel 1"@nl', ""),
    ("Doel", 'x:a rdfs:label "Werk, artikel 1"@nl', ""),
    ("Bewering", "", "x:w1 rg:verwijstNaar x:a"),
    ("Tekstmerk", 'x:m rg:merksoort "variant"', 'x:m rg:merksoort "vlek"'),
    ("Tekstmerk", "x:m rg:staatIn x:a1", ""),
    ("Wijziging", "", "x:z rg:in x:w"),
    ("Wijziging", "x:a1 rg:wijziging x:z", ""),
    ("Wijziging", "", 'x:z rg:inWerking "2026-02-01"^^xsd:date'),
    ("Wijziging", "", 'x:z rg:gepubliceerd "december 2025"'),
    ("Wijziging", "", "x:a rg:geschiedenis x:z"),
    ("Wijzigingsmelding", "x:wm rg:sterkte rg:afgeleid", "x:wm rg:sterkte rg:expliciet"),
    ("Wijzigingsmelding", 'x:wm rg:effect "vervallen"', 'x:wm rg:effect "weg"'),
    ("Wijzigingsmelding", "x:wm rg:bewijs x:wmb", ""),
    ("Wijzigingsmelding", "x:wm rg:inVersie x:w1", ""),
    ("Vaststelling", "x:vs rg:sterkte rg:vastgesteld", "x:vs rg:sterkte rg:expliciet"),
    ("Vaststelling", "x:vs rg:in x:a", ""),
    ("Vaststelling", 'x:vs rg:reden "Zo is het."@nl', ""),
    ("Vaststelling", "", 'x:vs rg:vastgesteldOp "2026-02-02"^^xsd:date'),
    ("Vaststelling", "x:vs rg:bewijs x:wmb", ""),
    ("Voorbehoud", 'x:vb rg:reden "Niet volledig."@nl', ""),
    ("Voorbehoud", "x:vb rg:inVersie x:w1", ""),
    ("Publicatie", 'x:stb dct:identifier "stb:2025:1"', ""),
    ("Herkomst", "", 'x:g prov:generatedAtTime "2026-01-03T00:00:00Z"^^xsd:dateTime'),
    ("Herkomst", "x:g rg:versie x:w1", ""),
    ("Bronbestand", "", 'x:bron rg:sha256 "kort"'),
    ("Bronbestand", "x:bron dct:extent 90", 'x:bron dct:extent "90 bytes"'),
    ("Gegevensverzameling", 'x:ds dct:title "Alles"@nl', 'x:ds dct:title "Everything"@en'),
    ("Gegevensverzameling", "x:ds dct:license x:licentie", ""),
    ("Gegevensverzameling", "x:ds void:triples 9", ""),
    ("Gegevensverzameling", "x:ds dcat:distribution x:vorm", ""),
    ("Deelverzameling", "x:deel void:triples 9", "x:deel void:triples -1"),
    ("Deelverzameling", "x:deel dct:source x:g", ""),
    ("Klassedeel", "x:k void:entities 1", "x:k void:entities 0"),
    ("Eigenschapdeel", "x:e void:property rdfs:label", ""),
    ("Verspreiding", "x:vorm dcat:accessURL x:alles.ttl", 'x:vorm dcat:accessURL "alles.ttl"'),
]


@pytest.fixture(scope="module")
def vormen() -> Graph:
    return Graph().parse(data=lees_bestand("vormen.ttl"), format="turtle")


def geschonden(graaf: Graph, vormen: Graph) -> set[str]:
    """The names of the shapes that something in the graph does not conform to."""
    akkoord, rapport, _ = validate(graaf, shacl_graph=vormen, inference="none")
    assert isinstance(rapport, Graph)
    bronnen = set(rapport.objects(None, SH.sourceShape))
    namen = {
        str(vorm).removeprefix(str(VORM))
        for vorm in vormen.subjects(RDF.type, SH.NodeShape)
        if vorm in bronnen or bronnen & set(vormen.objects(vorm, SH.property))
    }
    assert akkoord == (not namen)
    return namen


def test_een_goede_graaf_voldoet(vormen: Graph) -> None:
    assert geschonden(Graph().parse(data=GOED, format="turtle"), vormen) == set()


@pytest.mark.parametrize(("vorm", "weg", "erbij"), FOUT)
def test_elke_vorm_weigert_wat_fout_is(vormen: Graph, vorm: str, weg: str, erbij: str) -> None:
    graaf = Graph().parse(data=GOED, format="turtle")
    if weg:
        tripels = list(Graph().parse(data=f"{KOP}{weg} .", format="turtle"))
        assert all(t in graaf for t in tripels)
        for tripel in tripels:
            graaf.remove(tripel)
    if erbij:
        graaf.parse(data=f"{KOP}{erbij} .", format="turtle")
    assert vorm in geschonden(graaf, vormen)


def test_elke_vorm_heeft_een_fout_voorbeeld(vormen: Graph) -> None:
    namen = {str(v).removeprefix(str(VORM)) for v in vormen.subjects(RDF.type, SH.NodeShape)}
    assert namen == {vorm for vorm, _, _ in FOUT}
