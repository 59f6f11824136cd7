"""Replace named graphs in a store by what differs, and keep the identity graph to what is still named.

The store is written to in steps: work on a copy that nobody reads yet.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Set

from pyoxigraph import NamedNode, Quad, Store

from graph.dataset import DATASET
from graph.oxigraph import PORTIE
from graph.sporen import Telling
from graph.tripels import IDENTITEIT
from graph.tripels import termen as t
from ontologie.identificatie import basis
from ontologie.termen import ELI

#: Properties of which every value is counted: kinds of provisions and statuses of references.
GETELD = (NamedNode(str(ELI.type_subdivision)), t.rg("status"))


class Wissel:
    """Changes a store graph by graph; ``tellingen`` says of each graph what it holds and is kept right.

    ``afnemer`` keeps something of its own of the store: it is handed the quads that went and those that came, the
    description of the data set left out, once the store has changed so and before they are too many to remember.
    """

    def __init__(
        self, store: Store, tellingen: dict[str, Telling], afnemer: Callable[[Set[Quad], Set[Quad]], None]
    ) -> None:
        self._store = store
        self.tellingen = tellingen
        self._afnemer = afnemer
        self._weg: set[Quad] = set()
        self._erbij: set[Quad] = set()
        #: Identities that something that went away named.
        self._verdacht: set[NamedNode] = set()

    def zet(self, graaf: NamedNode, quads: Iterable[Quad]) -> bool:
        """Have these quads in a graph, and the identities that come with them; False where they stood there already.

        What differs by its time of making only stays as it is.
        """
        nieuw, identiteiten = set[Quad](), set[Quad]()
        for quad in quads:
            (identiteiten if quad.graph_name == IDENTITEIT else nieuw).add(quad)
        oud = set(self._store.quads_for_pattern(None, None, None, graaf))
        weg, erbij = oud - nieuw, nieuw - oud
        self._voeg_identiteiten_toe(identiteiten)
        self.tellingen[graaf.value] = telling(nieuw)
        if all(q.predicate == t.GEMAAKT_OP for q in (*weg, *erbij)) and oud:
            return False
        self._haal_weg(weg)
        self._store.bulk_extend(erbij)
        self._noteer(erbij=erbij)
        return True

    def geef_door(self) -> None:
        """Hand over what changed since the last time; to be done when all is done."""
        self._afnemer(self._weg, self._erbij)
        self._weg, self._erbij = set(), set()

    def verwijder(self, graaf: NamedNode) -> None:
        """Take a graph away."""
        weg = set(self._store.quads_for_pattern(None, None, None, graaf))
        self._verdenk(weg)
        self._store.remove_graph(graaf)
        self._noteer(weg=weg)
        self.tellingen.pop(graaf.value, None)

    def vergeet_werk(self, werk: NamedNode) -> None:
        """Take away what is said of a work and its provisions apart from versions; whoever names them says it anew."""
        delen = [q.subject for q in self._store.quads_for_pattern(None, t.rg("inWerk"), werk, IDENTITEIT)]
        for onderwerp in (werk, *delen):
            self._haal_weg(set(self._store.quads_for_pattern(onderwerp, None, None, IDENTITEIT)))

    def ruim_identiteiten_op(self) -> None:
        """Take away the identities that nothing names any more, and then their parents."""
        while self._verdacht:
            iri = self._verdacht.pop()
            eigen = set(self._store.quads_for_pattern(iri, None, None, IDENTITEIT))
            if eigen and not self._genoemd(iri):
                self._haal_weg(eigen)

    def _genoemd(self, iri: NamedNode) -> bool:
        if next(iter(self._store.quads_for_pattern(None, None, iri)), None) is not None:
            return True
        return any(q.graph_name != IDENTITEIT for q in self._store.quads_for_pattern(iri, None, None))

    def _voeg_identiteiten_toe(self, quads: Iterable[Quad]) -> None:
        nieuw = [q for q in quads if q not in self._store]
        self._store.bulk_extend(nieuw)
        self._noteer(erbij=nieuw)
        self._tel(nieuw, 1)

    def _haal_weg(self, quads: set[Quad]) -> None:
        for quad in quads:
            self._store.remove(quad)
        self._noteer(weg=quads)
        self._verdenk(quads)
        self._tel((q for q in quads if q.graph_name == IDENTITEIT), -1)

    def _noteer(self, weg: Iterable[Quad] = (), erbij: Iterable[Quad] = ()) -> None:
        for quads, hier, daar in ((weg, self._weg, self._erbij), (erbij, self._erbij, self._weg)):
            for quad in quads:
                if quad in daar:
                    daar.remove(quad)
                elif quad.graph_name != DATASET:
                    hier.add(quad)
        if len(self._weg) + len(self._erbij) >= PORTIE:
            self.geef_door()

    def _verdenk(self, quads: Iterable[Quad]) -> None:
        for quad in quads:
            for term in (quad.subject, quad.object):
                if isinstance(term, NamedNode) and term.value.startswith(basis()):
                    self._verdacht.add(term)

    def _tel(self, quads: Iterable[Quad], keer: int) -> None:
        bij = telling(quads)
        stand = self.tellingen.setdefault(IDENTITEIT.value, Telling())
        for van, naar in ((bij.eigenschappen, stand.eigenschappen), (bij.klassen, stand.klassen)):
            for term, aantal in van.items():
                naar[term] = naar.get(term, 0) + keer * aantal
                if not naar[term]:
                    del naar[term]


def telling(quads: Iterable[Quad]) -> Telling:
    """Count different quads."""
    eigenschappen, klassen, waarden = Counter[str](), Counter[str](), Counter[str]()
    for quad in quads:
        eigenschappen[quad.predicate.value] += 1
        if quad.predicate in GETELD and isinstance(quad.object, NamedNode):
            waarden[quad.object.value] += 1
        if quad.predicate == t.TYPE and isinstance(quad.object, NamedNode):
            klassen[quad.object.value] += 1
    return Telling(dict(eigenschappen), dict(klassen), dict(waarden))


def tel_alles(store: Store) -> dict[str, Telling]:
    """Count all named graphs of a store."""
    tellingen: dict[str, Telling] = {}
    for sparql, veld in (
        ("SELECT ?g ?x (COUNT(*) AS ?n) { GRAPH ?g { ?s ?x ?o } } GROUP BY ?g ?x", "eigenschappen"),
        (f"SELECT ?g ?x (COUNT(*) AS ?n) {{ GRAPH ?g {{ ?s {t.TYPE} ?x }} }} GROUP BY ?g ?x", "klassen"),
        (
            f"SELECT ?g ?x (COUNT(*) AS ?n) {{ GRAPH ?g {{ ?s {'|'.join(map(str, GETELD))} ?x }} }} GROUP BY ?g ?x",
            "waarden",
        ),
    ):
        for rij in store.query(sparql):  # type: ignore[union-attr]
            stand = tellingen.setdefault(rij["g"].value, Telling({}, {}, {}))
            getattr(stand, veld)[rij["x"].value] = int(rij["n"].value)
    return tellingen
