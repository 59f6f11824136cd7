"""The six core questions, beside a bare loop over the engine with the same SPARQL, and beside rdflib in memory.

``python -m benchmarks.kernvragen [--tripels 0 100000 1000000 5000000]`` (0: the real documents). Every turn is a
question that was not asked before. Beside the product stand the queries that it asks of an engine without a reading
model: in a bare loop over the embedded engine, and in rdflib, on graphs up to ``RDFLIB_TOT`` triples. Of impact, which
the product searches in memory, these are the ones that follow it step by step. Full text is an index of its own; beside
it stands what SPARQL can do: CONTAINS.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from itertools import islice
from pathlib import Path

from benchmarks._proefgraaf import RG, Duur, Proefgraaf, bare_lus, neem_op, p, proefgraaf
from benchmarks._rdflib import met_rdflib
from benchmarks.grafen import GROOTTES
from graph.antwoorden import Antwoorden
from ontologie.wijziging import DatumAs

#: Turns of each question, and seconds after which no other begins.
BEURTEN, SECONDEN = 60, 5.0
IMPACT = "impact"
RDFLIB_TOT, RDFLIB_BEURTEN = 200_000, 10
_WOORDEN = {0: ("loonkostensubsidie", "voorziening", "beleid", "toezicht", "aanvraag", "besluit", "college")}
_VERZONNEN = ("sluissubsidie", "dijkvergunning", "haventarief", "bruggebied", "poldertoezicht", "torenplan", "veerpont")


@dataclass(slots=True)
class Uitkomst:
    """What one question took: ours, the engine alone, and the SPARQL of each turn."""

    onze: list[Duur] = field(default_factory=list)
    motor: list[Duur] = field(default_factory=list)
    queries: list[list[str]] = field(default_factory=list)


Vraag = tuple[Callable[[Antwoorden], object], list[str] | None]


def vragen(proef: Proefgraaf) -> dict[str, Iterator[Vraag]]:
    """Each question as turns: how the product is asked, and the SPARQL beside it (None: what the product asks)."""
    ids = proef.gewoon
    maanden = [(date(j, m, 1), date(j, m, 28)) for j in range(2010, 2026) for m in range(1, 13)]
    woorden = _WOORDEN.get(0 if proef.naam == "echt" else 1, _VERZONNEN)
    return {
        "verwijzingen ernaar": ((lambda a, i=i: a.verwijzingen_in(i), None) for i in ids),
        "implementeert": ((lambda a, i=i: a.implementeert(i), None) for i in ids),
        "wijzigingen tussen data": (
            (lambda a, v=v, t=t: a.wijzigingen(v, t, DatumAs.IN_WERKING), None) for v, t in maanden
        ),
        IMPACT: ((lambda a, i=i: a.impact(i), None) for i in ids),
        "volle tekst": ((lambda a, w=w: a.zoek(w), [_BEVAT.format(woord=w)]) for w in woorden),
        "meest aangehaald": ((_meest_aangehaald, None) for _ in range(5)),
    }


_BEVAT = f'SELECT ?v {{{{ ?v <{RG}tekst> ?t FILTER(CONTAINS(LCASE(?t), "{{woord}}")) }}}}'


def _meest_aangehaald(a: Antwoorden) -> object:
    a._verwijzingen.__dict__.pop("_aangehaald", None)  # kept after the first time, which is what is measured
    return a.meest_aangehaald(limiet=20)


def meet(proef: Proefgraaf) -> dict[str, Uitkomst]:
    """Ask every question as often as fits."""
    (antwoorden, _), (vragend, schrijver) = proef.antwoorden(), proef.antwoorden(leesmodel=False)
    antwoorden.impact(proef.veel_aangehaald[-1])  # the graph is taken into memory once
    uit: dict[str, Uitkomst] = {}
    for naam, beurten in vragen(proef).items():
        uitkomst = uit[naam] = Uitkomst()
        tot = time.monotonic() + SECONDEN
        for vraag, ernaast in islice(beurten, BEURTEN):
            uitkomst.onze.append(neem_op(partial(vraag, antwoorden)))
            schrijver.gevraagd = []
            if ernaast is None:
                if naam == IMPACT:  # the first of a state is asked step by step
                    vragend, schrijver = proef.antwoorden(leesmodel=False)
                    schrijver.gevraagd = []
                vraag(vragend)
            queries = schrijver.gevraagd if ernaast is None else ernaast
            uitkomst.queries.append(queries)
            uitkomst.motor.append(bare_lus(proef.opslag, queries))
            if time.monotonic() > tot:
                break
    return uit


def toon(uitkomsten: dict[str, Uitkomst], rdflib: dict[str, list[float]]) -> None:
    print(f"  {'':24}{'beurten':>8}{'queries':>8}{'onze p50':>10}{'p95':>9}{'motor p50':>11}{'p95':>9}{'erbij':>12}"
          f"{'× motor':>9}{'rdflib p50':>12}{'× onze':>8}   (ms)")  # fmt: skip
    for naam, u in uitkomsten.items():
        onze, motor = _helften([d.klok for d in u.onze]), _helften([d.klok for d in u.motor])
        per_beurt = sum(map(len, u.queries)) / len(u.queries)
        trager = rdflib.get(naam)
        naast = f"{p(trager, 0.5):>12.1f}{p(trager, 0.5) / onze[0]:>8.0f}" if trager else f"{'-':>12}{'-':>8}"
        print(
            f"  {naam:24}{len(u.onze):>8}{per_beurt:>8.1f}{onze[0]:>10.2f}{onze[1]:>9.2f}{motor[0]:>11.2f}"
            f"{motor[1]:>9.2f}{onze[0] - motor[0]:>12.2f}{onze[0] / motor[0]:>9.2f}{naast}",
            flush=True,
        )


def _helften(tijden: Sequence[float]) -> tuple[float, float]:
    return p(tijden, 0.5), p(tijden, 0.95)


def main() -> int:
    ontleder = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ontleder.add_argument("--tripels", type=int, nargs="+", default=[0, *GROOTTES])
    for tripels in ontleder.parse_args().tripels:
        with proefgraaf(tripels, BEURTEN) as proef, tempfile.TemporaryDirectory() as tijdelijk:
            if proef is None:
                continue
            uitkomsten = meet(proef)
            rdflib: dict[str, list[float]] = {}
            if len(proef.opslag.store) <= RDFLIB_TOT:
                beurten = {naam: u.queries[:RDFLIB_BEURTEN] for naam, u in uitkomsten.items()}
                rdflib = met_rdflib(proef.opslag, Path(tijdelijk), beurten)
            toon(uitkomsten, rdflib)
    return 0


if __name__ == "__main__":
    sys.exit(main())
