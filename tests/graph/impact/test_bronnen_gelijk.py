"""The same answer from memory, from stepwise SPARQL, from another engine, and from a count without any index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks import _impactproef as proef
from bronnen.register import Register, laad_register
from graph.antwoorden import Antwoorden
from graph.antwoorden.impact import bindend
from graph.antwoorden.impactbronnen import lees_bepaling
from graph.antwoorden.naslag import Naslag
from graph.bouw import bouw
from graph.extern import ExterneOpslag
from graph.impact.geheugen import Geheugen
from graph.impact.kant import Graad, Kantenbron
from graph.impact.regels import Gevolg
from graph.impact.stapsgewijs import Stapsgewijs
from graph.impact.uitslag import Begin, Grenzen, Sprong, Staat, Uitslag, volgorde
from graph.impact.zoektocht import Zoektocht
from graph.opslag import Opslag
from graph.oxigraph import Oxigraph
from graph.staat import open_staat
from ontologie.document import DocumentSoort
from ontologie.identificatie import BepalingId
from tests.graph.impact.stelsel import AFG, BOSWET, EXP, GRD, INV, OP, STELSEL, UIT, D, M, Werk, opslag_met, quads
from tests.graph.sparqldienst import oxigraph_dienst

Alles = dict[Staat, dict[Graad, tuple[int, tuple[Sprong, ...]]]]


class Proef:
    """One store with the sources of dependencies over it."""

    def __init__(self, opslag: Opslag, register: Register) -> None:
        self.naslag = Naslag(opslag, register)
        self.gekozen = [v.iri for v in self.naslag.nieuwste.values()]

    def lees(self, iri: str) -> BepalingId | None:
        return lees_bepaling(self.naslag, iri)

    def bindend(self, versie: str) -> bool:
        return bindend(self.naslag.bronnen[versie].soort)

    def zoek(self, bron: Kantenbron, beginnen: Iterable[str], stappen: int) -> Uitslag:
        zoektocht = Zoektocht(bron, self.lees, self.naslag.iri, self.bindend, Grenzen(stappen))
        return zoektocht.zoek(Begin(iri, Gevolg.WIJZIGT) for iri in beginnen)

    def geteld(self, beginnen: Iterable[str], stappen: int) -> dict[tuple[str, str], tuple[int, bool]]:
        g = proef.lees(self.naslag.opslag, self.gekozen, [v for v in self.gekozen if self.bindend(v)])
        return proef.zuinig(proef.reken(g, beginnen, stappen))


def alles(uitslag: Uitslag) -> Alles:
    """Everything that a search found, in an order of its own."""
    return {
        staat: {graad: (diepte, tuple(sorted(rij, key=volgorde))) for graad, (diepte, rij) in per.items()}
        for staat, per in uitslag.sprongen.items()
    }


def zuinig(uitslag: Uitslag) -> dict[tuple[str, str], tuple[int, bool]]:
    """The same as ``proef.zuinig``."""
    plat = {
        (staat.iri, graad.value, staat.zeker, staat.smal): diepte
        for staat, per in uitslag.sprongen.items()
        for graad, (diepte, _) in per.items()
    }
    return proef.zuinig(plat)


def vergelijk(p: Proef, beginnen: Sequence[str], stappen: int) -> Uitslag:
    uit_geheugen = p.zoek(Geheugen(p.naslag.opslag, p.gekozen), beginnen, stappen)
    stapsgewijs = p.zoek(Stapsgewijs(p.naslag.opslag, p.gekozen), beginnen, stappen)
    assert alles(uit_geheugen) == alles(stapsgewijs)
    assert (uit_geheugen.intern, uit_geheugen.gewicht) == (stapsgewijs.intern, stapsgewijs.gewicht)
    assert zuinig(uit_geheugen) == p.geteld(beginnen, stappen)
    return uit_geheugen


# --- any graph ---

_WET = ["1", "1:1", "1:1:a", "1:1:b", "1:2", "2", "2:1", "3", "4"]
_VERORDENING = ["1", "2", "2:1", "3", "aanhef", "toelichting", "toelichting:1"]
_DOELEN = [*(f"rw:{k}" for k in (*_WET, "hfst:1", "1:3", "2:1:a")), "rw", *(f"rv:{k}" for k in _VERORDENING), "rv"]
_VERWIJST = st.tuples(st.sampled_from(_DOELEN), st.sampled_from([OP, M, D]))


@st.composite
def stelsels(trek: st.DrawFn) -> tuple[Werk, ...]:
    """A law, an ordinance and a letter with any dependencies, also on themselves and around in circles."""

    def verwijst(bepalingen: Sequence[str]) -> list[tuple[str, str, object, str]]:
        rij = trek(st.lists(st.tuples(st.sampled_from(bepalingen), _VERWIJST), max_size=10))
        return [(van, naar, status, "") for van, (naar, status) in rij]

    relatie = st.tuples(
        st.sampled_from(["", "1", "2", "2:1", "3"]),
        st.sampled_from([d for d in _DOELEN if d.startswith("rw")]),
        st.sampled_from([INV, INV, GRD, UIT]),
        st.sampled_from([EXP, AFG]),
    )
    relaties = trek(st.lists(relatie, max_size=8, unique_by=lambda r: r[:3]))
    wet = Werk("rw", DocumentSoort.WET, _WET, eenheden={"hfst:1": ["1", "2"]}, verwijst=verwijst(_WET))
    verordening = Werk(
        "rv",
        DocumentSoort.VERORDENING,
        _VERORDENING,
        verwijst=verwijst(_VERORDENING),
        relaties=relaties,
        licht_toe={"toelichting:1": "rv:1"},
        gemaakt_uit={"3": "rv:2"} if trek(st.booleans()) else {},
    )
    return wet, verordening, Werk("rb", DocumentSoort.BRIEF, ["1", "2"], "2025-06", verwijst=verwijst(["1", "2"]))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(stelsels(), st.lists(st.sampled_from(_DOELEN), min_size=1, max_size=3, unique=True), st.integers(1, 4))
def test_any_graph_gives_the_same_from_every_source(
    werken: tuple[Werk, ...], beginnen: list[str], stappen: int
) -> None:
    opslag, register = opslag_met(werken)
    p = Proef(opslag, register)
    iris = [p.naslag.iri(Antwoorden(opslag, register).lees_id(k)[0]) for k in beginnen]
    vergelijk(p, iris, stappen)


def test_the_invented_system_gives_the_same_from_every_source() -> None:
    opslag, register = opslag_met(STELSEL)
    p = Proef(opslag, register)
    for kort in ("2", "2:2:b", "hfst:1", "hfst:2", "3"):
        assert vergelijk(p, [p.naslag.iri(BOSWET.id(kort))], 6).sprongen


def test_another_engine_gives_the_same(tmp_path: Path) -> None:
    alle, register = quads(STELSEL)
    hier = Oxigraph()
    hier.laad(alle)
    with oxigraph_dienst(tmp_path) as adres:
        daar = ExterneOpslag(f"{adres}/query?union-default-graph", f"{adres}/update", f"{adres}/store")
        daar.laad(alle)
        p, q = Proef(hier, register), Proef(daar, register)
        iri = p.naslag.iri(BOSWET.id("2:2:b"))
        hiervan = p.zoek(Geheugen(hier, p.gekozen), [iri], 6)
        daarvan = q.zoek(Stapsgewijs(daar, q.gekozen), [iri], 6)
        assert alles(hiervan) == alles(daarvan)
        # The answer as a whole too, on either engine.
        a, b = Antwoorden(hier, register), Antwoorden(daar, register)
        doel = a.lees_doel("bosw:2:2:b")
        assert a.impact(doel) == b.impact(doel) == a.impact(doel, stappen=2)
        daar.sluit()


def test_a_second_question_to_the_same_state_is_answered_alike_from_memory() -> None:
    a, b = (Antwoorden(*opslag_met(STELSEL)) for _ in range(2))
    b.impact(b.lees_doel("bosvo:1"))  # the first is asked step by step, the next from memory
    assert a.impact(a.lees_doel("bosw:2:2:b")) == b.impact(b.lees_doel("bosw:2:2:b"))


# --- the real documents ---


@pytest.fixture(scope="module")
def echt(echte_bronnen: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Antwoorden]:
    map_ = tmp_path_factory.mktemp("impact")
    bouw([echte_bronnen], map_, laad_register())
    with open_staat(map_) as staat:
        opslag = Oxigraph.open(staat.tripels)
        yield Antwoorden(opslag, laad_register())
        opslag.sluit()


@pytest.mark.parametrize("kort", ["pw:7a", "pw:8a:2:f", "pw:10d:5", "mrv:14l", "pw:hfst:2"])
def test_the_real_documents_give_the_same(echt: Antwoorden, kort: str) -> None:
    p = Proef(echt._naslag.opslag, laad_register())
    assert vergelijk(p, [p.naslag.iri(echt.lees_id(kort)[0])], 2).sprongen


def test_an_amending_act_starts_from_all_that_it_changed(echt: Antwoorden) -> None:
    i = echt.impact(echt.lees_doel("Stb. 2025, 210"), stappen=1, limiet=1000)
    gevolgen = {u.plek.kort: u.gevolg for u in i.uitgangspunten}
    assert (gevolgen["pw:7a"], gevolgen["pw:10f"], gevolgen["pw:8a"]) == (
        Gevolg.NIEUW,
        Gevolg.VERVALT,
        Gevolg.WIJZIGT,
    )
    assert {str(u.in_werking) for u in i.uitgangspunten if u.plek.kort != "pw:par:1.2"} == {"2026-01-01"}
    geraakt = {g.plek.kort: g for groep in i.groepen for g in groep.items}
    assert geraakt["mrv"].graad is Graad.GRONDSLAG
    assert geraakt["mrv:14b"].graad is Graad.INVULLING
    assert not any(k.startswith("pw:7a") for k in geraakt)  # it changes itself
    # The unit above articles says nothing of the articles in it.
    assert all(pad[0].uit.kort != "pw:par:1.2" for g in geraakt.values() for pad in g.paden)
