"""The page of anything in the graph that has no page made for it: a reference, a change, a relation, a graph."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode, Triple

from graph.antwoorden.benamingen import geheel_van, is_van_ons
from graph.dataset import WEB
from graph.feiten.ding import eigenschapsnaam
from graph.tripels.termen import BRON, LABEL, TYPE, rg
from ontologie.termen import XSD
from ontologie.vocabulaire import labels as vocabulairelabels
from web.contexten import Dingpagina, Eigenschap, Verwijsplaats
from web.gids import Gids
from web.teksten import teksten

#: Values of one property that are shown, and characters of a value.
WAARDEN_MAX = 50
TEKENS_MAX = 2000
#: By which property a thing hangs on a provision or work, the nearest first.
_PLAATS = tuple(
    rg(naam) for naam in ("van", "staatIn", "relatieVan", "plichtIn", "in", "betreft", "inVersie", "versie")
)
_JA_NEE = {"true": "ja", "false": "nee"}

Waarden = dict[NamedNode, list[NamedNode | Literal]]


def dingpagina(gids: Gids, iri: str) -> Dingpagina:
    """What the graph says of one thing.

    Raises:
        IdentificatieFout: it is no IRI.
        NietGevonden: nothing is said of it.
    """
    beschrijving = gids.antwoorden.beschrijvingen.van(iri)
    gezegd = _van(iri, beschrijving.tripels)
    getoond = {e: sorted(w, key=lambda x: x.value)[:WAARDEN_MAX] for e, w in gezegd.items()}
    plaats = geheel_van(iri) or _plaats(gezegd)
    iris = [w.value for waarden in getoond.values() for w in waarden if isinstance(w, NamedNode)]
    labels = gids.antwoorden.beschrijvingen.labels(i for i in (*iris, plaats) if is_van_ons(i))
    eigenschappen = tuple(
        Eigenschap(_eigenschap(e), tuple(_waarde(gids, w, labels) for w in waarden), len(gezegd[e]) - len(waarden))
        for e, waarden in sorted(getoond.items(), key=lambda paar: _eigenschap(paar[0]))
        if e not in (LABEL, TYPE)
    )
    naam = beschrijving.label or _kort(iri)
    soorten = [_eigenschap(s) for s in gezegd.get(TYPE, ()) if isinstance(s, NamedNode)]
    return Dingpagina(
        kader=gids.kader(naam, iri=iri),
        naam=naam,
        iri=iri,
        soort=", ".join(sorted(soorten)),
        eigenschappen=eigenschappen,
        plaats=_link(gids, plaats, labels) if plaats else None,
    )


def _van(iri: str, tripels: Iterable[Triple]) -> Waarden:
    """What is said of the thing itself, and not of what it points at."""
    uit: Waarden = {}
    for tripel in tripels:
        if tripel.subject == NamedNode(iri) and isinstance(tripel.object, NamedNode | Literal):
            uit.setdefault(tripel.predicate, []).append(tripel.object)
    return uit


def _plaats(gezegd: Waarden) -> str:
    for eigenschap in (*_PLAATS, BRON):
        if waarden := gezegd.get(eigenschap):
            return min(w.value for w in waarden)
    return ""


def _eigenschap(term: NamedNode) -> str:
    """What a property or class is called, also one of a standard."""
    naam = eigenschapsnaam(term.value)
    return vocabulairelabels().get(term.value) or str(teksten()["eigenschap"].get(naam, naam))


def _waarde(gids: Gids, waarde: NamedNode | Literal, labels: dict[str, str]) -> Verwijsplaats:
    if isinstance(waarde, NamedNode):
        return _link(gids, waarde.value, labels)
    tekst = waarde.value
    if waarde.datatype.value == str(XSD.boolean):
        tekst = _JA_NEE.get(tekst, tekst)
    return Verwijsplaats(tekst if len(tekst) <= TEKENS_MAX else f"{tekst[:TEKENS_MAX].rstrip()}…", "")


def _link(gids: Gids, iri: str, labels: dict[str, str]) -> Verwijsplaats:
    """Where an IRI leads; that of a standard is a name and no address to read, so only official addresses are links."""
    if adres := gids.paden.ding(iri):
        return Verwijsplaats(labels.get(iri) or _kort(iri), adres)
    extern = iri.startswith("https://")
    return Verwijsplaats(iri, iri if extern else "", extern=extern)


def _kort(iri: str) -> str:
    return iri.removeprefix(WEB)
