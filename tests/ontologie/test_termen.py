"""The vocabulary: every term that code, queries or shapes use exists, with label and definition in two languages."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse
from rdflib import OWL, RDF, RDFS, SKOS, Graph, URIRef

import graph
from ontologie.document import BepalingSoort
from ontologie.termen import ELI, OA, PREFIXEN, RG, lees_bestand
from ontologie.verwijzing import Status

VRAGEN = Path(graph.__file__).parent / "vragen"


@pytest.fixture(scope="module")
def vocabulaire() -> Graph:
    return Graph().parse(data=lees_bestand("regelgraaf.ttl"), format="turtle")


def in_vocabulaire(vocabulaire: Graph) -> set[str]:
    return {str(s) for s in vocabulaire.subjects(unique=True) if str(s).startswith(str(RG))}


def in_code() -> set[str]:
    return {str(RG[naam]) for naam in (*RG.__annotations__, *RG._extras) if not naam.startswith("_")}


def test_code_en_vocabulaire_noemen_dezelfde_termen(vocabulaire: Graph) -> None:
    assert in_code() == in_vocabulaire(vocabulaire)
    assert len(in_code()) > 80


def test_een_verschreven_term_faalt() -> None:
    with pytest.raises(AttributeError):
        _ = RG.verwijstnaar
    with pytest.raises(AttributeError):
        _ = ELI.implements
    with pytest.raises(AttributeError):
        _ = OA.hasBodie


def test_elke_term_heeft_label_en_definitie_in_twee_talen(vocabulaire: Graph) -> None:
    schemas = set(vocabulaire.subjects(RDF.type, SKOS.ConceptScheme))
    for term in map(URIRef, in_vocabulaire(vocabulaire)):
        eigenschappen = [RDFS.label] if term in schemas else [RDFS.label, SKOS.definition]
        for eigenschap in eigenschappen:
            talen = sorted(str(w.language) for w in vocabulaire.objects(term, eigenschap))  # type: ignore[attr-defined]
            assert talen == ["en", "nl"], f"{term} {eigenschap}"


@pytest.mark.parametrize(
    ("onder", "relatie", "boven"),
    [
        (RG.verwijstNaar, RDFS.subPropertyOf, ELI.cites),
        (RG.implementeert, RDFS.subPropertyOf, ELI.ensures_implementation_of),
        (RG.implementeert, RDFS.subPropertyOf, RG.invullingVan),
        (RG.modelInvullingVan, RDFS.subPropertyOf, ELI.refers_to),
        (RG.modelInvullingVan, RDFS.subPropertyOf, RG.invullingVan),
        (RG.wijzigt, RDFS.subPropertyOf, ELI.amends),
        (RG.lichtToe, RDFS.subPropertyOf, ELI.refers_to),
        (RG.Verwijzing, RDFS.subClassOf, OA.Annotation),
    ],
)
def test_eigen_termen_hangen_onder_die_van_de_standaard(
    vocabulaire: Graph, onder: URIRef, relatie: URIRef, boven: URIRef
) -> None:
    assert (onder, relatie, boven) in vocabulaire


def test_het_afgeraden_eli_implements_komt_niet_voor(vocabulaire: Graph) -> None:
    assert URIRef(f"{ELI}implements") not in vocabulaire.all_nodes()


@pytest.mark.parametrize("soort", [*Status, *BepalingSoort])
def test_elke_status_en_soort_is_een_begrip(vocabulaire: Graph, soort: Status | BepalingSoort) -> None:
    assert (RG[soort.value], RDF.type, SKOS.Concept) in vocabulaire


def test_een_eigenschap_is_een_object_of_een_waarde(vocabulaire: Graph) -> None:
    objecten = set(vocabulaire.subjects(RDF.type, OWL.ObjectProperty))
    waarden = set(vocabulaire.subjects(RDF.type, OWL.DatatypeProperty))
    assert objecten
    assert waarden
    assert not objecten & waarden


@pytest.mark.parametrize("naam", ["vormen.ttl", "context.jsonld"])
def test_bestanden_gebruiken_alleen_bestaande_termen(naam: str) -> None:
    controleer_termen(lees_bestand(naam))


def test_vragen_gebruiken_alleen_bestaande_termen() -> None:
    vragen = sorted(VRAGEN.glob("*.rq"))
    assert vragen
    for pad in vragen:
        controleer_termen(pad.read_text(encoding="utf-8"))


def controleer_termen(tekst: str) -> None:
    """Every ``rg:``, ``eli:`` and ``oa:`` name is one that the namespaces know."""
    for prefix, ruimte in (("rg", RG), ("eli", ELI), ("oa", OA)):
        for naam in re.findall(rf"\b{prefix}:([A-Za-z][\w-]*)", tekst):
            assert ruimte[naam]


def test_de_context_geeft_prefixen_en_de_termen_hun_iri() -> None:
    context = json.loads(lees_bestand("context.jsonld"))
    for prefix, iri in PREFIXEN.items():
        if prefix not in ("rdf",):
            assert context["@context"][prefix] == iri
    data = {
        **context,
        "id": "https://example.org/v",
        "naar": ["https://example.org/doel"],
        "reden": "zomaar",
        "begin": 3,
    }
    gelezen = parse(json.dumps(data), RdfFormat.JSON_LD)
    assert {q.predicate.value for q in gelezen} == {str(RG.naar), str(RG.reden), str(RG.begin)}
