"""Put what was built into another engine: graph by graph, so that readers there never see half a source.

Building happens beside the embedded store, which takes a build all at once; a remote engine gets its result. The engine
may serve other data too: only graphs with names of ours are touched. What was put over is written down, so that a
second time does what is left: graphs that changed, and those that an interruption left undone.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import NamedNode, Quad

from graph.opslag import Opslag, Tabel
from graph.oxigraph import Oxigraph
from graph.tripels import IDENTITEIT
from ontologie.fouten import OpslagFout, systeemfout
from ontologie.termen import GRAAFBASIS

#: Told before each graph: how many are done, how many there are, and its name.
Voortgang = Callable[[int, int, str], None]

_GRAFEN = (
    f"SELECT ?g (COUNT(*) AS ?n) {{ GRAPH ?g {{ ?s ?p ?o }} FILTER(STRSTARTS(STR(?g), '{GRAAFBASIS}')) }} GROUP BY ?g"
)


@dataclass(frozen=True, slots=True)
class Overzetting:
    """What was done: names of graphs that were written, were there already, and went away."""

    geschreven: tuple[str, ...]
    gelijk: tuple[str, ...]
    weg: tuple[str, ...]


class Overzetlog:
    """Which content of which graph an engine got from here, in a file that an interruption leaves whole.

    A graph is struck out before it is written and noted after: what is noted is there, unless someone else changed it.
    """

    def __init__(self, pad: Path, adres: str) -> None:
        """``adres`` names the engine, without a password; what was noted for another one does not count."""
        self._pad = pad
        self._adres = adres
        self._sommen = self._lees()

    def heeft(self, graaf: str, som: str) -> bool:
        """Whether this content of a graph was put over."""
        return self._sommen.get(graaf) == som

    def streep_door(self, graaf: str) -> None:
        if self._sommen.pop(graaf, None) is not None:
            self._schrijf()

    def noteer(self, graaf: str, som: str) -> None:
        self._sommen[graaf] = som
        self._schrijf()

    def _lees(self) -> dict[str, str]:
        try:
            inhoud = json.loads(self._pad.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        if not isinstance(inhoud, dict) or inhoud.get("adres") != self._adres:
            return {}
        grafen = inhoud.get("grafen")
        return {str(k): str(v) for k, v in grafen.items()} if isinstance(grafen, dict) else {}

    def _schrijf(self) -> None:
        tijdelijk = self._pad.with_name(f"{self._pad.name}.{os.getpid()}")
        try:
            tijdelijk.write_text(json.dumps({"adres": self._adres, "grafen": self._sommen}), encoding="utf-8")
            tijdelijk.replace(self._pad)
        except OSError as fout:
            raise OpslagFout(f"{self._pad}: hier kan niet worden geschreven ({systeemfout(fout)}).") from fout


def _stil(_klaar: int, _totaal: int, _naam: str) -> None:
    return


def zet_over(
    gebouwd: Oxigraph, naar: Opslag, voortgang: Voortgang = _stil, log: Overzetlog | None = None
) -> Overzetting:
    """Make ``naar`` hold the graphs of ``gebouwd`` and no others of ours.

    Identities come first, so that what is new has its label. One graph at a time must fit in memory. With ``log``,
    graphs that were put over before and still have as many triples there are left alone.

    Raises:
        OpslagFout: the engine cannot be written. What was put over by then stays, and each graph is whole.
        GrensBereikt: the engine does not answer in time.
    """
    nieuw = sorted(g.value for g in gebouwd.store.named_graphs() if isinstance(g, NamedNode))
    volgorde = [IDENTITEIT.value, *(naam for naam in nieuw if naam != IDENTITEIT.value)]
    oud = _grafen(naar)
    geschreven, gelijk = [], []
    for n, naam in enumerate(volgorde):
        voortgang(n, len(volgorde), naam)
        quads = list(gebouwd.store.quads_for_pattern(None, None, None, NamedNode(naam)))
        som = _som(quads) if log is not None else ""
        if log is not None and log.heeft(naam, som) and oud.get(naam) == len(quads):
            gelijk.append(naam)
            continue
        _zet(naar, naam, quads, log, som)
        geschreven.append(naam)
    weg = sorted(oud.keys() - set(volgorde))
    for naam in weg:
        _zet(naar, naam, [], log, "")
    voortgang(len(volgorde), len(volgorde), "")
    return Overzetting(tuple(geschreven), tuple(gelijk), tuple(weg))


def _zet(naar: Opslag, naam: str, quads: list[Quad], log: Overzetlog | None, som: str) -> None:
    if log is not None:
        log.streep_door(naam)
    naar.vervang(NamedNode(naam), quads)
    if log is not None and quads:
        log.noteer(naam, som)


def _som(quads: list[Quad]) -> str:
    som = hashlib.sha256()
    for regel in sorted(str(q.triple) for q in quads):
        som.update(regel.encode() + b"\n")
    return som.hexdigest()


def _grafen(opslag: Opslag) -> dict[str, int]:
    antwoord = opslag.bevraag(_GRAFEN)
    assert isinstance(antwoord, Tabel)
    return {rij["g"].value: int(rij["n"].value) for rij in antwoord.rijen if "g" in rij}
