"""The data of a provision's page, and of ``/v1/bepalingen/…``, beside the engine alone with the same questions.

``python -m benchmarks.paginagegevens [--tripels 0 100000 1000000 5000000]`` (0: the real documents). Each provision is
asked once by answers that have not seen it before: from the reading model, as the service does, and from the engine by
SPARQL, as it does of a remote engine. Then the queries of the latter are asked of the engine in a bare loop that takes
the solutions and does nothing with them. Goal: p95 of 10 ms at 5 million triples, the 1 % most cited left out (told
apart), and the median within 1.3× of the engine. Exits with 1 where one of these is missed.
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
from web.paginas_lezen import REGELS, REGELS_UIT, STAPPEN_BEPALING, STAPPEN_TOELICHTING

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
    "toelichting": lambda a, i: [_toelichting(a, p.bepaling) for p in a.bepaling(i).toelichting if p.bepaling],
    "plichten": lambda a, i: a.regelplichten_in(i),
    "recht van de dag": lambda a, i: a.leesstand(i, op=_OP),
}
Beurt = dict[str, tuple[Duur, list[str]]]


def _toelichting(a: Antwoorden, id_: BepalingId) -> object:
    return a.leestekst(id_, limiet=STAPPEN_TOELICHTING)


def beurten(proef: Proefgraaf, ids: list[BepalingId], *, leesmodel: bool) -> list[Beurt]:
    """Of each provision how long each part took and what it asked, by answers that did not see it before."""
    antwoorden, schrijver = proef.antwoorden(leesmodel=leesmodel)
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


def meet(proef: Proefgraaf) -> bool:
    """Print the table of one graph; whether the goals are met."""
    eerste = [_samen(b).klok for b in beurten(proef, proef.gewoon, leesmodel=True)]
    print(f"  {'':24}{'':>8}{'onze':^16}{'':8}{'via SPARQL':^16}{'motor':^16}{'onze ×':>8}   (ms op de klok)")
    print(
        f"  {'':24}{'queries':>8}" + f"{'p50':>8}{'p95':>8}{'p99':>8}" + f"{'p50':>8}{'p95':>8}" * 2 + f"{'motor':>8}"
    )
    gewoon = _tabel(proef, proef.gewoon)
    print("  de 1 % die het meest is aangehaald:")
    _tabel(proef, proef.veel_aangehaald[:-1], delen=False)
    print(f"  eerste keer na het openen, deels van schijf: p50 {p(eerste, 0.5):.2f}, p95 {p(eerste, 0.95):.2f} ms")
    p95, verhouding = p(gewoon[0], 0.95), p(gewoon[0], 0.5) / p(gewoon[1], 0.5)
    gehaald = p95 <= MS and verhouding <= VERHOUDING
    print(f"  doel p95 {MS:g} ms en {VERHOUDING:g}× de motor: {'gehaald' if gehaald else 'NIET gehaald'}")
    return gehaald


def _tabel(proef: Proefgraaf, ids: list[BepalingId], *, delen: bool = True) -> tuple[list[float], list[float]]:
    """The rows of some provisions; the times of each as a whole, ours and the engine's."""
    onze, sparql = (beurten(proef, ids, leesmodel=leesmodel) for leesmodel in (True, False))
    motor = [{naam: bare_lus(proef.opslag, q) for naam, (_, q) in beurt.items()} for beurt in sparql]
    for naam in DELEN if delen else ():
        aantal = sum(len(b[naam][1]) for b in sparql) / len(sparql)
        drie = ([b[naam][0] for b in onze], [b[naam][0] for b in sparql], [m[naam] for m in motor])
        _regel(naam, aantal, drie)
    aantal = sum(len(q) for b in sparql for _, q in b.values()) / len(sparql)
    samen = ([_samen(b) for b in onze], [_samen(b) for b in sparql], [som(m.values()) for m in motor])
    _regel("een pagina samen", aantal, samen)
    _regel("  daarvan rekentijd", aantal, samen, veld=1)
    return [d.klok for d in samen[0]], [d.klok for d in samen[2]]


def _samen(beurt: Beurt) -> Duur:
    return som(duur for duur, _ in beurt.values())


def _regel(naam: str, queries: float, duren: tuple[Sequence[Duur], ...], *, veld: int = 0) -> None:
    onze, sparql, motor = ([d[veld] for d in kolom] for kolom in duren)
    tijden = (
        p(onze, 0.5),
        p(onze, 0.95),
        p(onze, 0.99),
        p(sparql, 0.5),
        p(sparql, 0.95),
        p(motor, 0.5),
        p(motor, 0.95),
    )
    verhouding = f"{tijden[0] / tijden[5]:.2f}" if tijden[5] > 0.01 else "-"
    print(f"  {naam:24}{queries:>8.1f}" + "".join(f"{t:>8.2f}" for t in tijden) + f"{verhouding:>8}", flush=True)


def main() -> int:
    ontleder = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ontleder.add_argument("--tripels", type=int, nargs="+", default=[0, *GROOTTES])
    ontleder.add_argument("--aantal", type=int, default=200, help="bepalingen per graaf")
    keuze = ontleder.parse_args()
    goed = True
    for tripels in keuze.tripels:
        with proefgraaf(tripels, keuze.aantal) as proef:
            if proef is not None:
                goed &= meet(proef)
    return int(not goed)


if __name__ == "__main__":
    sys.exit(main())
