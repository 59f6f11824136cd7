"""The description of the whole data set (DCAT 3, VoID), a named graph of its own that every build makes anew.

W3C, Data Catalog Vocabulary (DCAT) 3, 2024; W3C, Describing Linked Datasets with the VoID Vocabulary, 2011.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date

from pyoxigraph import Literal, NamedNode, Quad

from graph.sporen import Telling
from graph.tripels import IDENTITEIT
from graph.tripels import termen as t
from ontologie.identificatie import basis
from ontologie.termen import DCAT, DCTERMS, FOAF, GRAAFBASIS, PREFIXEN, VOID

#: The description, and the data set that it describes.
DATASET = NamedNode(GRAAFBASIS + "dataset")

TITEL = "Regelgraaf: verwijzingen, relaties en wijzigingen in Nederlandse regelgeving"
_OMSCHRIJVING = (
    "Bepalingen van de geladen regelingen en documenten, tot op lid en onderdeel, met hun verwijzingen, relaties, "
    "regelplichten en wijzigingen, en van elk de passage waarop het rust."
)
_RECHTEN = (
    "De licentie geldt voor de structuur, de verwijzingen en de relaties. Op de tekst van de bronnen rust geen "
    "auteursrecht van Regelgraaf: op wetten en verordeningen rust er geen (artikel 11 Auteurswet), op andere "
    "documenten kan er een van hun maker rusten."
)
#: The licence of the project, as the Publications Office names it.
LICENTIE = NamedNode("http://publications.europa.eu/resource/authority/licence/EUPL_1_2")

#: Addresses of a service that is found on the web begin with this.
WEB = "https://w3id.org/regelgraaf/"
#: Each form in which the whole is offered: the end of its address, its media type, its name in the W3C list of formats.
VORMEN = (
    ("ttl", "text/turtle", "Turtle"),
    ("trig", "application/trig", "TriG"),
    ("nq", "application/n-quads", "N-Quads"),
    ("jsonld", "application/ld+json", "JSON-LD"),
)
#: Where the data are asked for, below the address of the service.
SPARQL = NamedNode(WEB + "sparql")

_MEDIATYPE = "http://www.iana.org/assignments/media-types/"
_FORMAAT = "http://www.w3.org/ns/formats/"


def datasetquads(tellingen: Mapping[str, Telling], dag: date) -> Iterator[Quad]:
    """From the counts of every other named graph; ``dag`` is the day of the build."""

    anderen = {graaf: stand for graaf, stand in tellingen.items() if graaf != DATASET.value}
    yield _zeg(DATASET, t.TYPE.value, NamedNode(str(DCAT.Dataset)))
    yield _zeg(DATASET, t.TYPE.value, NamedNode(str(VOID.Dataset)))
    yield _zeg(DATASET, str(DCTERMS.title), t.nederlands(TITEL))
    yield _zeg(DATASET, str(DCTERMS.description), t.nederlands(_OMSCHRIJVING))
    yield _zeg(DATASET, str(DCTERMS.license), LICENTIE)
    yield _zeg(DATASET, str(DCTERMS.rights), t.nederlands(_RECHTEN))
    yield _zeg(DATASET, str(DCTERMS.issued), t.dag(dag))
    yield _zeg(DATASET, str(FOAF.homepage), NamedNode(WEB))
    yield _zeg(DATASET, str(VOID.uriSpace), Literal(basis()))
    yield _zeg(DATASET, str(VOID.sparqlEndpoint), SPARQL)
    yield _zeg(DATASET, str(VOID.triples), t.getal(sum(stand.tripels for stand in anderen.values())))
    eigenschappen, klassen = Counter[str](), Counter[str]()
    for graaf, stand in sorted(anderen.items()):
        eigenschappen.update(stand.eigenschappen)
        klassen.update(stand.klassen)
        deel = _deel("graaf", graaf.removeprefix(GRAAFBASIS))
        yield _zeg(DATASET, str(VOID.subset), deel)
        yield _zeg(deel, t.TYPE.value, NamedNode(str(VOID.Dataset)))
        yield _zeg(deel, str(DCTERMS.source), NamedNode(graaf))
        yield _zeg(deel, str(VOID.triples), t.getal(stand.tripels))
        # What is apart from versions is no source: it is found by its identity and nobody asks how much there is.
        for waarde, aantal in sorted(stand.waarden.items()) if graaf != IDENTITEIT.value else ():
            telling = NamedNode(f"{deel.value}/telling/{waarde.rpartition('#')[2]}")
            yield _zeg(deel, t.rg("telling").value, telling)
            yield _zeg(telling, t.rg("telt").value, NamedNode(waarde))
            yield _zeg(telling, t.rg("aantal").value, t.getal(aantal))
    for naam in sorted(PREFIXEN):
        if any(term.startswith(PREFIXEN[naam]) for term in (*eigenschappen, *klassen)):
            yield _zeg(DATASET, str(VOID.vocabulary), NamedNode(PREFIXEN[naam]))
    for term, aantal in sorted(klassen.items()):
        deel = _deel("klasse", term)
        yield _zeg(DATASET, str(VOID.classPartition), deel)
        yield _zeg(deel, str(VOID["class"]), NamedNode(term))
        yield _zeg(deel, str(VOID.entities), t.getal(aantal))
    for term, aantal in sorted(eigenschappen.items()):
        deel = _deel("eigenschap", term)
        yield _zeg(DATASET, str(VOID.propertyPartition), deel)
        yield _zeg(deel, str(VOID.property), NamedNode(term))
        yield _zeg(deel, str(VOID.triples), t.getal(aantal))
    yield from _verspreiding()


def _verspreiding() -> Iterator[Quad]:
    """Where to have the data: the whole in four forms, and the service that answers questions."""

    for einde, mediatype, naam in VORMEN:
        vorm, adres = _deel("verspreiding", einde), NamedNode(f"{WEB}dataset/regelgraaf.{einde}")
        yield _zeg(DATASET, str(DCAT.distribution), vorm)
        yield _zeg(vorm, t.TYPE.value, NamedNode(str(DCAT.Distribution)))
        yield _zeg(vorm, str(DCTERMS.title), t.nederlands(f"Alles als {naam}"))
        yield _zeg(vorm, str(DCTERMS.license), LICENTIE)
        yield _zeg(vorm, str(DCAT.accessURL), adres)
        yield _zeg(vorm, str(DCAT.downloadURL), adres)
        yield _zeg(vorm, str(DCAT.mediaType), NamedNode(_MEDIATYPE + mediatype))
        yield _zeg(vorm, str(DCTERMS["format"]), NamedNode(_FORMAAT + naam.replace("-", "_")))
        yield _zeg(DATASET, str(VOID.dataDump), adres)
    dienst, vorm = _deel("dienst", "sparql"), _deel("verspreiding", "sparql")
    yield _zeg(DATASET, str(DCAT.distribution), vorm)
    yield _zeg(vorm, t.TYPE.value, NamedNode(str(DCAT.Distribution)))
    yield _zeg(vorm, str(DCTERMS.title), t.nederlands("SPARQL 1.1"))
    yield _zeg(vorm, str(DCTERMS.license), LICENTIE)
    yield _zeg(vorm, str(DCAT.accessURL), SPARQL)
    yield _zeg(vorm, str(DCAT.accessService), dienst)
    yield _zeg(dienst, t.TYPE.value, NamedNode(str(DCAT.DataService)))
    yield _zeg(dienst, str(DCTERMS.title), t.nederlands("SPARQL-dienst van Regelgraaf"))
    yield _zeg(dienst, str(DCAT.endpointURL), SPARQL)
    yield _zeg(dienst, str(DCAT.servesDataset), DATASET)
    yield _zeg(dienst, str(DCTERMS.conformsTo), NamedNode("https://www.w3.org/TR/sparql11-protocol/"))


def _zeg(onderwerp: NamedNode, eigenschap: str, waarde: NamedNode | Literal) -> Quad:
    return Quad(onderwerp, NamedNode(eigenschap), waarde, DATASET)


def _deel(soort: str, naam: str) -> NamedNode:
    """A part of the description: of a term of ours or of a standard its last word, with its vocabulary before it."""
    for prefix, begin in PREFIXEN.items():
        naam = naam.replace(begin, f"{prefix}.") if naam.startswith(begin) else naam
    return NamedNode(f"{DATASET.value}/{soort}/{naam}")
