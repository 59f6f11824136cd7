"""Put what was built into another engine: graph by graph, so that readers there never see half a source.

Building happens beside the embedded store, which takes a build all at once; a remote engine gets its result. The engine
may serve other data too: only graphs with names of ours are touched.
"""

from __future__ import annotations

from collections.abc import Callable

from pyoxigraph import NamedNode

from graph.opslag import Opslag, Tabel
from graph.oxigraph import Oxigraph
from graph.tripels import IDENTITEIT
from ontologie.termen import GRAAFBASIS

#: Told before each graph: how many are done, how many there are, and its name.
Voortgang = Callable[[int, int, str], None]

_GRAFEN = f"SELECT DISTINCT ?g {{ GRAPH ?g {{ ?s ?p ?o }} FILTER(STRSTARTS(STR(?g), '{GRAAFBASIS}')) }}"


def _stil(_klaar: int, _totaal: int, _naam: str) -> None:
    return


def zet_over(gebouwd: Oxigraph, naar: Opslag, voortgang: Voortgang = _stil) -> tuple[str, ...]:
    """Make ``naar`` hold the graphs of ``gebouwd`` and no others of ours, and return their names in order.

    Identities come first, so that what is new has its label. One graph at a time must fit in memory.

    Raises:
        OpslagFout: the engine cannot be written. What was put over by then stays, and each graph is whole.
        GrensBereikt: the engine does not answer in time.
    """
    nieuw = sorted(g.value for g in gebouwd.store.named_graphs() if isinstance(g, NamedNode))
    volgorde = [IDENTITEIT.value, *(naam for naam in nieuw if naam != IDENTITEIT.value)]
    oud = _grafen(naar)
    for n, naam in enumerate(volgorde):
        voortgang(n, len(volgorde), naam)
        graaf = NamedNode(naam)
        naar.vervang(graaf, gebouwd.store.quads_for_pattern(None, None, None, graaf))
    for naam in sorted(oud - set(volgorde)):
        naar.vervang(NamedNode(naam), ())
    voortgang(len(volgorde), len(volgorde), "")
    return tuple(volgorde)


def _grafen(opslag: Opslag) -> set[str]:
    antwoord = opslag.bevraag(_GRAFEN)
    assert isinstance(antwoord, Tabel)
    return {rij["g"].value for rij in antwoord.rijen}
