"""The data of a provision's page, and of ``/v1/bepalingen/…``, beside the engine alone with the same SPARQL.

``python -m benchmarks.paginagegevens [--tripels 0 100000 1000000 5000000]`` (0: the real documents). Each provision is
asked once by answers that have not seen it before; then the same queries are asked of the engine in a bare loop that
takes the solutions and does nothing with them. Goal: p95 of 10 ms at 5 million triples, the 1 % most cited left out
(told apart), and the median within 1.3× of the engine. Exits with 1 where p95 misses it.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from benchmarks._proefgraaf import Duur, Proefgraaf, bare_lus, neem_op, p, proefgraaf, som
from benchmarks.grafen import GROOTTES
from graph.antwoorden import Antwoorden, Niveau
from ontologie.identificatie import BepalingId
from web.paginas_lezen import REGELS, REGELS_UIT, STAPPEN_BEPALING

MS, VERHOUDING = 10.0, 1.3
_OP = date(2026, 1, 15)
_EIGEN = (Niveau.ZELF, Niveau.ONDER)
Delen = dict[str, Callable[[Antwoorden, BepalingId], object]]
#: What a page asks, in its order (``web.paginas_lezen``, ``web.rond_bepaling``).
DELEN: Delen = {
    "bepaling (= /v1)": lambda a, i: a.bepaling(i),
    "tekst": lambda a, i: a.leestekst(i, limiet=STAPPEN_BEPALING),
    "verwijst naar": lambda a, i: a.verwijzingen_uit(i, limiet=REGELS_UIT),
    "geschiedenis": lambda a, i: a.geschiedenis(i),
    "verwezen door": lambda a, i: a.verwijzingen_in(i, niveaus=_EIGEN, limiet=REGELS),
    "relaties": lambda a, i: (a.implementeert(i), a.implementeert(i, omgekeerd=True)),
    "plichten": lambda a, i: a.regelplichten_in(i),
    "recht van de dag": lambda a, i: a.leesstand(i, op=_OP),
}
Beurt = dict[str, tuple[Duur, list[str]]]


def beurten(proef: Proefgraaf, ids: list[BepalingId]) -> list[Beurt]:
    """Of each provision how long each part took and what it asked, by answers that did not see it before."""
    antwoorden, schrijver = proef.antwoorden()
    for deel in DELEN.values():
        deel(antwoorden, proef.veel_aangehaald[-1])  # what is asked once for all provisions
    uit: list[Beurt] = []
    for id_ in ids:
        beurt: Beurt = {}
        for naam, deel in DELEN.items():
            schrijver.gevraagd = []
            duur = neem_op(partial(deel, antwoorden, id_))
            beurt[naam] = duur, schrijver.gevraagd
        uit.append(beurt)
    return uit


def meet(proef: Proefgraaf) -> float:
    """Print the table of one graph; p95 of the data of a page."""
    koud = [som(duur for duur, _ in b.values()) for b in beurten(proef, proef.gewoon)]
    warm = beurten(proef, proef.gewoon)
    motor = [{naam: bare_lus(proef.opslag, q) for naam, (_, q) in beurt.items()} for beurt in warm]
    print(f"  {'':24}{'':>8}{'op de klok, ms':^40}{'rekentijd, ms':^40}")
    koppen = f"{'p50':>8}{'p95':>8}{'motor':>8}{'p95':>8}{'p50 ×':>8}"
    print(f"  {'':24}{'queries':>8}{koppen}{koppen}")
    for naam in DELEN:
        queries = [q for b in warm for q in b[naam][1]]
        _regel(naam, len(queries) / len(warm), [b[naam][0] for b in warm], [m[naam] for m in motor])
    queries = [q for b in warm for _, deel in b.values() for q in deel]
    samen = [som(duur for duur, _ in b.values()) for b in warm]
    _regel("een pagina samen", len(queries) / len(warm), samen, [som(m.values()) for m in motor])
    veel = beurten(proef, proef.veel_aangehaald[:-1])
    kaal = [bare_lus(proef.opslag, [s for _, q in b.values() for s in q]) for b in veel]
    _regel("1 % meest aangehaald", 0, [som(duur for duur, _ in b.values()) for b in veel], kaal)
    klok = [d.klok for d in koud]
    print(f"  eerste keer na het openen, deels van schijf: p50 {p(klok, 0.5):.2f}, p95 {p(klok, 0.95):.2f} ms")
    return p([d.klok for d in samen], 0.95)


def _regel(naam: str, queries: float, onze: Sequence[Duur], motor: Sequence[Duur]) -> None:
    regel = f"  {naam:24}{queries:>8.1f}"
    for veld in range(2):
        o, m = [d[veld] for d in onze], [d[veld] for d in motor]
        verhouding = f"{p(o, 0.5) / p(m, 0.5):.2f}" if p(m, 0.5) > 0.01 else "-"
        regel += f"{p(o, 0.5):>8.2f}{p(o, 0.95):>8.2f}{p(m, 0.5):>8.2f}{p(m, 0.95):>8.2f}{verhouding:>8}"
    print(regel, flush=True)


def main() -> int:
    ontleder = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ontleder.add_argument("--tripels", type=int, nargs="+", default=[0, *GROOTTES])
    ontleder.add_argument("--aantal", type=int, default=200, help="bepalingen per graaf")
    keuze = ontleder.parse_args()
    goed = True
    for tripels in keuze.tripels:
        with proefgraaf(tripels, keuze.aantal) as proef:
            if proef is not None:
                p95 = meet(proef)
                goed &= p95 <= MS
                print(f"  doel p95 {MS:g} ms: {'gehaald' if p95 <= MS else 'NIET gehaald'}")
    return int(not goed)


if __name__ == "__main__":
    sys.exit(main())
