"""Impact on the real documents and on large graphs: ``python -m benchmarks.impact [--tripels N …] [--stappen N]``.

On the documents in ``--bronnen``: what ``pw:7a`` and Stb. 2025, 210 touch against a plain count over all dependencies
(``_impactproef``), and whether each has its reason. On generated graphs: the time of a question step by step, from
memory, and as a whole with words and reasons, beside a bare breadth-first search on the same dependencies.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterable
from pathlib import Path

from benchmarks import _impactproef as proef
from benchmarks.grafen import GROOTTES, graaf
from bronnen.register import laad_register
from graph.antwoorden import Antwoorden
from graph.antwoorden.impact import bindend
from graph.antwoorden.impactbronnen import lees_bepaling
from graph.antwoorden.naslag import Naslag
from graph.bouw import bouw
from graph.feiten import open_feiten
from graph.impact.geheugen import Geheugen
from graph.impact.kant import Aard, Kantenbron
from graph.impact.regels import STAPPEN, Gevolg
from graph.impact.stapsgewijs import Stapsgewijs
from graph.impact.uitslag import Begin, Grenzen, Uitslag
from graph.impact.zoektocht import Zoektocht
from graph.oxigraph import Oxigraph
from graph.staat import open_staat
from graph.vraag import laad_vraag
from ontologie.identificatie import BepalingId

WORTEL = Path(__file__).resolve().parent.parent
GEVRAAGD = ("pw:7a", "Stb. 2025, 210")
#: Provisions asked for in a generated graph: the most cited, and some drawn among all that anything depends on.
VRAGEN = 15


def main() -> int:
    """Check and measure; 1 where something is missed, touched wrongly, or without its reason."""
    ontleder = argparse.ArgumentParser(description=__doc__)
    standaard = os.environ.get("REGELGRAAF_BRONNEN") or WORTEL.parent / "shared" / "bronnen"
    ontleder.add_argument("--bronnen", type=Path, default=Path(standaard))
    ontleder.add_argument("--tripels", type=int, nargs="*", default=list(GROOTTES))
    ontleder.add_argument("--opslag", type=Path, nargs="*", default=[], help="gebouwde grafen om ook te meten")
    ontleder.add_argument("--stappen", type=int, default=STAPPEN)
    keuze = ontleder.parse_args()
    fouten = 0
    if keuze.bronnen.is_dir():
        fouten = _op_documenten(keuze.bronnen, keuze.stappen)
    else:
        print(f"geen documenten in {keuze.bronnen}; overgeslagen", file=sys.stderr)
    for tripels in keuze.tripels:
        _op_graaf(graaf(tripels), f"{tripels} tripels", keuze.stappen)
    for map_ in keuze.opslag:
        _op_graaf(map_, str(map_), keuze.stappen)
    return int(fouten > 0)


class Proef:
    """One store with what a search needs of it."""

    def __init__(self, opslag: Oxigraph, leesmodel: Path) -> None:
        self.naslag = Naslag(opslag, laad_register())
        self.antwoorden = Antwoorden(opslag, laad_register(), feiten=open_feiten(opslag, leesmodel))
        self.opslag = opslag
        self.gekozen = [v.iri for v in self.naslag.nieuwste.values()]
        self.bindend = {v for v in self.gekozen if bindend(self.naslag.bronnen[v].soort)}

    def lees(self, iri: str) -> BepalingId | None:
        return lees_bepaling(self.naslag, iri)

    def zoek(self, bron: Kantenbron, iri: str, stappen: int) -> Uitslag:
        zoektocht = Zoektocht(bron, self.lees, self.naslag.iri, self.bindend.__contains__, Grenzen(stappen))
        return zoektocht.zoek([Begin(iri, Gevolg.WIJZIGT)])


# --- the documents ---


def _op_documenten(bronnen: Path, stappen: int) -> int:
    fouten = 0
    with tempfile.TemporaryDirectory() as map_:
        bouw([bronnen], Path(map_), laad_register())
        with open_staat(Path(map_)) as staat:
            opslag = Oxigraph.open(staat.tripels)
            for gevraagd in GEVRAAGD:
                fouten += _vergelijk(Proef(opslag, staat.leesmodel), gevraagd, stappen)
            opslag.sluit()
    return fouten


def _vergelijk(p: Proef, gevraagd: str, stappen: int) -> int:
    begin = time.perf_counter()
    delen, vanaf = [], 0
    while True:
        i = p.antwoorden.impact(p.antwoorden.lees_doel(gevraagd), stappen=stappen, limiet=1000, vanaf=vanaf)
        delen += [g for groep in i.groepen for g in groep.items]
        if i.volgende is None:
            break
        vanaf = i.volgende
    seconden = time.perf_counter() - begin
    starts = [u.plek for u in i.uitgangspunten]
    zonder = [s.iri for s in starts if i.besluit and s.bepaling is not None and s.bepaling.artikel is None]
    g = proef.lees(p.opslag, p.gekozen, p.bindend)
    verwacht = {iri for iri, _ in proef.zuinig(proef.reken(g, [s.iri for s in starts], stappen, zonder))}
    gevonden = {d.plek.iri for d in delen}
    zonder_reden = sum(not (d.paden and all(s.reden and s.bewijs for pad in d.paden for s in pad)) for d in delen)
    print(
        f"{gevraagd}: {len(starts)} bepalingen wijzigen, {len(gevonden)} geraakt in {stappen} stappen; volgens de "
        f"telling {len(verwacht)}; gemist {len(verwacht - gevonden)}, te veel {len(gevonden - verwacht)}, zonder reden "
        f"{zonder_reden}; {seconden:.2f} s"
    )
    print(f"  {', '.join(f'{n} {graad}' for graad, n in i.per_graad)}; {i.direct} direct; onderling {i.intern}")
    return len(verwacht ^ gevonden) + zonder_reden


# --- large graphs ---


def _op_graaf(map_: Path, naam: str, stappen: int) -> None:
    with open_staat(map_) as staat:
        opslag = Oxigraph.open(staat.tripels)
        p = Proef(opslag, staat.leesmodel)
        iris = _vragen(opslag)
        stapsgewijs = Stapsgewijs(opslag, p.gekozen)
        print(f"\n{naam}, {len(iris)} bepalingen, {stappen} stappen; mediaan en hoogste in ms")
        _toon("stap voor stap", [_duur(lambda i=i: p.zoek(stapsgewijs, i, stappen)) for i in iris])
        voor, begin = _geheugen(), time.perf_counter()
        geheugen = Geheugen(opslag, p.gekozen)
        opgebouwd = time.perf_counter() - begin
        _toon("uit het geheugen", [_duur(lambda i=i: p.zoek(geheugen, i, stappen)) for i in iris])
        print(f"    (opbouw {opgebouwd:.2f} s, {len(geheugen)} verbanden, {_geheugen() - voor:.0f} MB)")
        buren = _buren(geheugen)
        _toon("kaal breedte-eerst", [_duur(lambda i=i: _kaal(buren, i, stappen)) for i in iris])
        a = p.antwoorden
        for eerder in iris[:2]:  # what the first questions make is kept
            a.impact(a.lees_doel(eerder))
        _toon("hele antwoord", [_duur(lambda i=i: a.impact(a.lees_doel(i), stappen=stappen)) for i in iris[2:]])
        omvang = [len(p.zoek(geheugen, i, stappen).sprongen) for i in iris]
        print(f"    geraakt: mediaan {statistics.median(omvang):.0f}, meest {max(omvang)}")
        opslag.sluit()


def _vragen(opslag: Oxigraph) -> list[str]:
    """The most cited provisions, and others at random, always the same."""
    aantallen: dict[str, int] = {}
    for rij in laad_vraag("impact-verwijzingen-alle").selecteer(opslag):
        iri = rij["naar"].value
        aantallen[iri] = aantallen.get(iri, 0) + 1
    alle = sorted((i for i in aantallen if "/artikel/" in i), key=lambda i: (-aantallen[i], i))
    return [*alle[:5], *random.Random(1).sample(alle, VRAGEN - 5)]


def _duur(doe: Callable[[], object]) -> float:
    begin = time.perf_counter()
    doe()
    return (time.perf_counter() - begin) * 1000


def _toon(naam: str, duren: Iterable[float]) -> None:
    alle = sorted(duren)
    print(f"  {naam:20} {statistics.median(alle):9.1f} {alle[-1]:9.1f}", flush=True)


def _buren(geheugen: Geheugen) -> dict[str, list[str]]:
    """The same dependencies as plain lists."""
    doelen = list(geheugen.doelen())
    buren: dict[str, list[str]] = {}
    for kant in geheugen.kanten(doelen, list(Aard)):
        buren.setdefault(kant.naar, []).append(kant.van)
    return buren


def _kaal(buren: dict[str, list[str]], begin: str, stappen: int) -> int:
    """Breadth-first without levels, grades or reasons: how many are reached."""
    diepte = {begin: 0}
    rij = deque([begin])
    while rij:
        hier = rij.popleft()
        if diepte[hier] == stappen:
            continue
        for ander in buren.get(hier, ()):
            if ander not in diepte:
                diepte[ander] = diepte[hier] + 1
                rij.append(ander)
    return len(diepte)


def _geheugen() -> float:
    """What this process holds, in MB."""
    bladzijden = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return bladzijden * os.sysconf("SC_PAGE_SIZE") / 1e6


if __name__ == "__main__":
    sys.exit(main())
