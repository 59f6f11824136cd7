"""The vocabulary page: ``ontologie/regelgraaf.ttl`` as something to read."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from rdflib import OWL, RDF, RDFS, SKOS, Graph, URIRef

from graph.feiten import RG
from web.contexten import Term, Termgroep, Verwijsplaats, Vocabulairepagina
from web.gids import Gids
from web.teksten import teksten

_GROEPEN = (
    ("klassen", (OWL.Class,)),
    ("eigenschappen", (OWL.ObjectProperty, OWL.DatatypeProperty, RDF.Property)),
    ("begrippen", (SKOS.Concept, SKOS.ConceptScheme)),
)
_RELATIES = (
    ("onder_klasse", RDFS.subClassOf),
    ("onder_eigenschap", RDFS.subPropertyOf),
    ("domein", RDFS.domain),
    ("bereik", RDFS.range),
    ("verwant", SKOS.closeMatch),
    ("verwant", SKOS.exactMatch),
    ("schema", SKOS.inScheme),
)


def vocabulairepagina(gids: Gids) -> Vocabulairepagina:
    """Every term of the project's own namespace, by kind, in alphabetical order."""
    t = teksten()["vocabulaire"]
    return Vocabulairepagina(gids.kader(t["kop"]), _groepen(), RG)


@cache
def _groepen() -> tuple[Termgroep, ...]:
    graaf = Graph()
    graaf.parse(data=files("ontologie").joinpath("regelgraaf.ttl").read_text(encoding="utf-8"), format="turtle")
    t = teksten()["vocabulaire"]
    groepen = []
    for naam, soorten in _GROEPEN:
        termen = {s for soort in soorten for s in graaf.subjects(RDF.type, soort)}
        eigen = sorted(s for s in termen if isinstance(s, URIRef) and s.startswith(RG))
        groepen.append(Termgroep(t[naam], tuple(_term(graaf, s) for s in eigen)))
    return tuple(g for g in groepen if g.termen)


def _term(graaf: Graph, iri: URIRef) -> Term:
    naam = iri[len(RG) :]
    relaties = []
    for kop, eigenschap in _RELATIES:
        doelen = sorted(o for o in graaf.objects(iri, eigenschap) if isinstance(o, URIRef))
        if doelen:
            relaties.append((kop, tuple(_doel(graaf, o) for o in doelen)))
    uitleg = _nederlands(graaf, iri, SKOS.definition) or _nederlands(graaf, iri, RDFS.comment)
    label = _nederlands(graaf, iri, RDFS.label) or _nederlands(graaf, iri, SKOS.prefLabel)
    return Term(naam, str(iri), naam, label, uitleg, tuple(relaties))


def _doel(graaf: Graph, iri: URIRef) -> Verwijsplaats:
    if iri.startswith(RG):
        return Verwijsplaats(f"rg:{iri[len(RG) :]}", f"#{iri[len(RG) :]}")
    return Verwijsplaats(graaf.namespace_manager.normalizeUri(iri), str(iri), extern=True)


def _nederlands(graaf: Graph, iri: URIRef, eigenschap: URIRef) -> str:
    return next((str(o) for o in graaf.objects(iri, eigenschap) if getattr(o, "language", None) == "nl"), "")
