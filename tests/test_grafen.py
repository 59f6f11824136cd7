"""The generated graphs of the benchmarks: the same in every run, in the shape of a built graph, and with skew."""

from __future__ import annotations

from collections import Counter

import pytest
from pyoxigraph import Quad

from benchmarks.bouw import schendingen
from benchmarks.grafen import quads
from graph.tripels import IDENTITEIT
from ontologie.termen import RG


@pytest.fixture(scope="module")
def graaf() -> list[Quad]:
    return list(quads(100_000))


def test_is_as_large_as_asked(graaf: list[Quad]) -> None:
    assert 100_000 <= len(graaf) < 120_000


def test_is_the_same_in_every_run(graaf: list[Quad]) -> None:
    assert graaf == list(quads(100_000))


def test_says_of_an_identity_in_one_graph_only(graaf: list[Quad]) -> None:
    grafen: dict[object, set[object]] = {}
    for quad in graaf:
        grafen.setdefault(quad.triple, set()).add(quad.graph_name)
    assert {len(g) for g in grafen.values()} == {1}
    assert any(q.graph_name == IDENTITEIT for q in graaf)


def test_has_the_shapes_of_a_built_graph() -> None:
    assert schendingen(set(quads(12_000))) == ""


def test_cites_few_provisions_often_and_most_hardly_ever(graaf: list[Quad]) -> None:
    aangehaald = Counter(q.object for q in graaf if q.predicate.value == str(RG.naar))
    tellingen = sorted(aangehaald.values(), reverse=True)
    assert tellingen[0] > 8 * tellingen[len(tellingen) // 2]


@pytest.mark.parametrize("klasse", ["Verwijzing", "Relatie", "Regelplicht", "Wijziging", "Bewijs"])
def test_holds_every_kind_of_fact(graaf: list[Quad], klasse: str) -> None:
    assert any(q.object.value == str(RG[klasse]) for q in graaf if q.predicate.value.endswith("#type"))
