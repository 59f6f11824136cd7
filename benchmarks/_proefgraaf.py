"""A graph to measure on: the real one or a generated one, opened as a service does, with provisions to ask about."""

from __future__ import annotations

import random
import re
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from pyoxigraph import NamedNode

from benchmarks.bouw import bronmap
from benchmarks.grafen import graaf
from bronnen.register import laad_register
from graph.antwoorden import Antwoorden
from graph.bouw import bouw
from graph.feiten import open_feiten
from graph.opslag import Antwoord, Opslag
from graph.oxigraph import Oxigraph
from graph.staat import open_staat
from graph.zoeken import Zoeker
from ontologie.identificatie import BepalingId, parse_iri

RG = "https://w3id.org/regelgraaf/def#"
ELI = "http://data.europa.eu/eli/ontology#"
_ARTIKEL = re.compile(r"(.*?/(?:artikel|sectie)/[^/]+)(?:/(?:lid|onderdeel)/.*)?")


class Meeschrijver:
    """A store that keeps the queries that it is asked."""

    def __init__(self, opslag: Oxigraph) -> None:
        self._opslag = opslag
        self.gevraagd: list[str] = []

    def bevraag(
        self, sparql: str, *, standaard: Sequence[NamedNode] = (), benoemd: Sequence[NamedNode] = ()
    ) -> Antwoord:
        self.gevraagd.append(sparql)
        return self._opslag.bevraag(sparql, standaard=standaard, benoemd=benoemd)

    def __getattr__(self, naam: str) -> object:
        return getattr(self._opslag, naam)


@dataclass(slots=True)
class Proefgraaf:
    """``gewoon`` and ``veel_aangehaald`` are articles: the 1 % that is cited most is apart."""

    naam: str
    map: Path
    opslag: Oxigraph
    zoekindex: Path
    leesmodel: Path
    gewoon: list[BepalingId]
    veel_aangehaald: list[BepalingId]

    def antwoorden(self, *, leesmodel: bool = True) -> tuple[Antwoorden, Meeschrijver]:
        """Answers that remember nothing yet but the sources, and the writer down of what they ask of the engine.

        Without ``leesmodel`` they ask the engine everything, as they do of a remote one.
        """
        schrijver: Opslag = Meeschrijver(self.opslag)  # type: ignore[assignment]
        feiten = open_feiten(schrijver, self.leesmodel if leesmodel else None)
        antwoorden = Antwoorden(schrijver, laad_register(), Zoeker(self.zoekindex), feiten)
        antwoorden.bronnen()
        return antwoorden, schrijver  # type: ignore[return-value]


@contextmanager
def proefgraaf(tripels: int, aantal: int) -> Iterator[Proefgraaf | None]:
    """A graph of about so many triples, or the real one for 0 (None without documents), and some of its articles."""
    with tempfile.TemporaryDirectory() as tijdelijk:
        doelmap = graaf(tripels) if tripels else Path(tijdelijk)
        if not tripels:
            if (documenten := bronmap()) is None:
                print("  de echte documenten ontbreken (REGELGRAAF_BRONNEN of shared/bronnen naast de checkout)")
                yield None
                return
            bouw([documenten], doelmap, laad_register())
        with open_staat(doelmap) as staat:
            opslag = Oxigraph.open(staat.tripels)
            proef = Proefgraaf(
                "echt" if not tripels else f"{tripels / 1e6:g} mln",
                doelmap,
                opslag,
                staat.zoekindex,
                staat.leesmodel,
                [],
                [],
            )
            begin = time.perf_counter()
            antwoorden, _ = proef.antwoorden()
            open_na = time.perf_counter() - begin
            _kies(proef, antwoorden, aantal)
            print(
                f"\n  == {proef.naam}: {len(opslag.store):,} tripels, eerste vraag na {open_na * 1000:.0f} ms",
                flush=True,
            )
            yield proef
            opslag.sluit()


def _kies(proef: Proefgraaf, antwoorden: Antwoorden, aantal: int) -> None:
    store = proef.opslag.store
    soorten = " ".join(f"<{RG}{soort}>" for soort in ("artikel", "sectie"))
    artikelen = {
        rij["b"].value
        for rij in store.query(
            f"SELECT ?b {{ VALUES ?s {{ {soorten} }} ?v <{ELI}type_subdivision> ?s ; <{RG}inVersie> ?w ;"
            f" <{ELI}is_member_of> ?b }}",
            use_default_graph_as_union=True,
        )  # type: ignore[union-attr]
    }
    geteld = Counter[str]()
    vraag = f"SELECT ?d (COUNT(?v) AS ?n) {{ ?v <{RG}naar> ?d }} GROUP BY ?d"
    for rij in store.query(vraag, use_default_graph_as_union=True):  # type: ignore[union-attr]
        if (m := _ARTIKEL.fullmatch(rij["d"].value)) and m[1] in artikelen:
            geteld[m[1]] += int(rij["n"].value)
    veel = [iri for iri, _ in geteld.most_common(max(1, len(artikelen) // 100))]
    rest = sorted(artikelen - set(veel))
    keuze = random.Random(7)
    for naar, uit in ((proef.gewoon, rest), (proef.veel_aangehaald, veel)):
        gekozen = keuze.sample(uit, min(aantal, len(uit)))
        naar += (parse_iri(iri, antwoorden.register).id for iri in gekozen)


class Duur(NamedTuple):
    """Milliseconds on the clock, and of computing by this thread, which others on the machine disturb less."""

    klok: float
    rekenen: float


def neem_op(doe: Callable[[], object]) -> Duur:
    begin, gerekend = time.perf_counter(), time.thread_time()
    doe()
    return Duur((time.perf_counter() - begin) * 1000, (time.thread_time() - gerekend) * 1000)


def bare_lus(opslag: Oxigraph, queries: Sequence[str]) -> Duur:
    """How long the engine alone takes to give all solutions of some queries."""

    def vraag_alle() -> None:
        for query in queries:
            for _ in opslag.store.query(query, use_default_graph_as_union=True):  # type: ignore[union-attr]
                pass

    return neem_op(vraag_alle)


def som(duren: Iterable[Duur]) -> Duur:
    klok, rekenen = zip(*duren, strict=True)
    return Duur(sum(klok), sum(rekenen))


def p(tijden: Sequence[float], deel: float) -> float:
    """A percentile."""
    gesorteerd = sorted(tijden)
    return gesorteerd[min(len(gesorteerd) - 1, int(deel * len(gesorteerd)))] if gesorteerd else float("nan")
