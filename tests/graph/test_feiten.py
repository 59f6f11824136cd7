"""The facts of a provision: the reading model gives what the same questions in SPARQL give."""

from __future__ import annotations

import inspect
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store

from bronnen.register import laad_register
from graph.bouw import bouw
from graph.dataset import DATASET
from graph.feiten import Bevraagd, Feiten, Leesmodel, Leesmodelbijwerker, Leesmodelmaker, open_feiten
from graph.feiten.model import TERUG
from graph.feiten.rijen import is_zonder_rij
from graph.oxigraph import Oxigraph
from graph.staat import open_staat
from graph.tripels import IDENTITEIT
from graph.tripels import termen as t
from ontologie.fouten import OpslagFout
from tests.graph.regelingen import fietsverordening, vul, wegenbrief, wegenregeling

Paar = tuple[Oxigraph, Feiten, Feiten]


def iris_van(opslag: Oxigraph) -> list[str]:
    """Every IRI that something is said of or that something points at, and one that nothing knows."""
    quads = [q for q in opslag.store if q.graph_name != DATASET]
    termen = {term for q in quads for term in (q.subject, q.object) if isinstance(term, NamedNode)}
    iris = sorted(term.value for term in termen if not is_zonder_rij(term.value))
    return [*iris, "https://voorbeeld.test/onbekend"]


def zelfde(iris: list[str], a: Feiten, b: Feiten) -> None:
    """Whether two give the same of all these things, together and (where the answer is of one) one by one."""
    assert _dingen(a, iris) == _dingen(b, iris)
    assert sorted(map(_geordend, a.namen(iris))) == sorted(map(_geordend, b.namen(iris)))
    assert sorted(a.verwijzingen_naar(iris)) == sorted(b.verwijzingen_naar(iris))
    assert sorted(a.aantal_naar(iris)) == sorted(b.aantal_naar(iris))
    assert a.aangehaald([]) == b.aangehaald([])
    for zonder in {rij.werkversie for rij in a.verwijzingen_naar(iris)}:
        assert a.aangehaald([zonder]) == b.aangehaald([zonder]), zonder
    for eigenschap in TERUG:
        assert _naar(a, eigenschap, iris) == _naar(b, eigenschap, iris)
    for iri in iris:
        assert a.kinderen(iri) == b.kinderen(iri), iri
        assert a.onderliggend(iri) == b.onderliggend(iri), iri
        assert set(a.onder(iri)) == set(b.onder(iri)), iri


def _dingen(f: Feiten, iris: list[str]) -> dict[str, dict[str, list[str]]]:
    return {iri: {n: sorted(ding.alle(n)) for n in ding.namen()} for iri, ding in f.dingen(iris).items()}


def _geordend(naam: tuple[object, ...]) -> tuple[object, ...]:
    *rest, versies = naam
    return (*rest, sorted(versies))  # type: ignore[call-overload]


def _naar(f: Feiten, eigenschap: str, iris: list[str]) -> dict[str, list[str]]:
    gevonden = f.naar(eigenschap, iris)
    return {iri: sorted(gevonden.get((iri, eigenschap), ())) for iri in iris}


@pytest.fixture(scope="module")
def paar(tmp_path_factory: pytest.TempPathFactory) -> Paar:
    opslag, pad = Oxigraph(), tmp_path_factory.mktemp("feiten") / "lezen.db"
    vul(opslag, [fietsverordening(), wegenregeling(), wegenbrief("2024-01-01"), wegenbrief()], pad)
    return opslag, Bevraagd(opslag), Leesmodel(pad)


def test_invented_documents_give_the_same(paar: Paar) -> None:
    opslag, bevraagd, leesmodel = paar
    iris = iris_van(opslag)
    zelfde(iris, bevraagd, leesmodel)
    # What is compared is there at all.
    assert bevraagd.verwijzingen_naar(iris)
    assert any(len(leesmodel.onderliggend(iri)) > 3 for iri in iris)
    assert any(naam.opschrift for naam in leesmodel.namen(iris))


@pytest.fixture(scope="module")
def echt(echte_bronnen: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Paar]:
    map_ = tmp_path_factory.mktemp("feiten")
    bouw([echte_bronnen], map_, laad_register())
    with open_staat(map_) as staat:
        opslag = Oxigraph.open(staat.tripels)
        feiten = Leesmodel(staat.leesmodel)
        yield opslag, Bevraagd(opslag), feiten
        feiten.sluit()
        opslag.sluit()


def test_the_real_documents_give_the_same(echt: Paar) -> None:
    opslag, bevraagd, leesmodel = echt
    zelfde(iris_van(opslag), bevraagd, leesmodel)


# --- what changes ---

_BASIS = "https://w3id.org/regelgraaf/id/proef/"
_NAMEN = [NamedNode(_BASIS + naam) for naam in "abcdefg"]
_GRAFEN = [NamedNode(f"https://w3id.org/regelgraaf/graaf/proef/{n}") for n in (1, 2)]
_GRAAF = _GRAFEN[0]
_NAAR = [t.VERSIE_VAN, t.DEEL_VAN, t.HEEFT_VERSIE, *(t.rg(n) for n in (*TERUG, "naar", "inVersie", "verwijstNaar"))]
_WAARDEN = {
    t.rg("opschrift"): [Literal("Fietsen"), Literal("Wegen")],
    t.rg("volgnummer"): [Literal(3), Literal(20)],
    t.LABEL: [Literal("Een naam"), Literal("Een naam", language="nl"), _NAMEN[0], Literal(_NAMEN[0].value)],
    t.SOORT_DEEL: [t.rg("lid"), t.rg("artikel")],
    t.TYPE: [t.rg("Wijziging"), t.WET],
}
_gezegd = st.one_of(
    st.tuples(st.sampled_from(_NAMEN), st.sampled_from(_NAAR), st.sampled_from(_NAMEN)),
    st.sampled_from(list(_WAARDEN)).flatmap(
        lambda e: st.tuples(st.sampled_from(_NAMEN), st.just(e), st.sampled_from(_WAARDEN[e]))
    ),
)
_quads = st.builds(lambda g, graaf: Quad(*g, graaf), _gezegd, st.sampled_from(_GRAFEN))
#: States that have much in common, so that what goes is often still said by something else.
_standen = st.lists(_quads, min_size=1, max_size=40).flatmap(
    lambda alle: st.lists(st.sets(st.sampled_from([*alle, *map(_tweeling, alle)])), min_size=2, max_size=4)
)


def _tweeling(quad: Quad) -> Quad:
    """What says the same in the other graph."""
    return Quad(*quad.triple, _GRAFEN[quad.graph_name == _GRAAF])


def _rijen(pad: Path) -> list[tuple[str, ...]]:
    with closing(sqlite3.connect(pad)) as db:
        return db.execute("SELECT * FROM ding ORDER BY iri").fetchall()


def _maak(pad: Path, *bronnen: set[Quad]) -> Path:
    with Leesmodelmaker(pad) as maker:
        for quads in bronnen:
            maker.voeg_toe(quads)
        maker.voltooi()
    return pad


@settings(max_examples=200, deadline=None)
@given(standen=_standen)
def test_a_change_gives_what_making_it_anew_gives(
    standen: list[set[Quad]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Also where two graphs say the same, and where values differ in nothing but their language or kind."""
    map_ = tmp_path_factory.mktemp("wijziging")
    store, bijgewerkt = Store(), _maak(map_ / "a.db", standen[0])
    store.extend(standen[0])
    for n, (eerst, daarna) in enumerate(pairwise(standen)):
        with Leesmodelbijwerker(bijgewerkt, store) as model:
            for quad in eerst - daarna:
                store.remove(quad)
            # In two turns, as a large build does it.
            model.werk_bij(eerst - daarna, ())
            store.extend(daarna)
            model.werk_bij((), daarna - eerst)
        assert _rijen(bijgewerkt) == _rijen(_maak(map_ / f"{n}.db", daarna))


def test_a_change_that_fails_is_told_and_not_kept(tmp_path: Path) -> None:
    quad = Quad(_NAMEN[0], t.LABEL, Literal("Een naam"), IDENTITEIT)
    pad = _maak(tmp_path / "lezen.db", {quad})
    with pytest.raises(OpslagFout, match="niet te schrijven"), Leesmodelbijwerker(tmp_path / "weg.db", Store()):
        pass
    pad.write_bytes(b"geen database" * 1000)
    with pytest.raises(OpslagFout, match="niet te schrijven"), Leesmodelbijwerker(pad, Store()) as model:
        model.werk_bij({quad}, ())


def test_what_several_sources_say_of_one_identity_comes_together(tmp_path: Path) -> None:
    a, b, c, *_ = _NAMEN
    samen = {Quad(a, t.LABEL, Literal("Een naam"), IDENTITEIT)}
    een = {*samen, Quad(a, t.HEEFT_VERSIE, b, _GRAAF), Quad(b, t.VERSIE_VAN, a, _GRAAF)}
    twee = {*samen, Quad(a, t.HEEFT_VERSIE, c, _GRAAF), Quad(c, t.VERSIE_VAN, a, _GRAAF)}
    kop = {Quad(c, t.rg("opschrift"), Literal("Nieuwe kop"), _GRAAF)}
    leesmodel = Leesmodel(_maak(tmp_path / "lezen.db", een, twee | kop))
    (naam,) = leesmodel.namen([a.value])
    assert (naam.label, naam.opschrift, sorted(naam.versies)) == ("Een naam", "Nieuwe kop", [b.value, c.value])


# --- what can be wrong ---


@pytest.mark.parametrize(
    "maak",
    [
        lambda _pad: None,
        lambda pad: _ander_schema(pad),
        lambda pad: pad.write_bytes(b""),
        lambda pad: pad.write_bytes(b"geen database" * 1000),
    ],
)
def test_without_a_reading_model_of_this_release_the_store_answers(
    paar: Paar, tmp_path: Path, caplog: pytest.LogCaptureFixture, maak: Callable[[Path], object]
) -> None:
    opslag, *_ = paar
    pad = tmp_path / "lezen.db"
    maak(pad)
    assert isinstance(open_feiten(opslag, pad), Bevraagd)
    assert f"{pad}: het leesmodel " in caplog.text


def _ander_schema(pad: Path) -> None:
    with closing(sqlite3.connect(pad)) as db:
        db.executescript("CREATE TABLE ding (iri); PRAGMA user_version = 999")


def test_a_remote_engine_has_no_reading_model(paar: Paar, caplog: pytest.LogCaptureFixture) -> None:
    assert isinstance(open_feiten(paar[0]), Bevraagd)
    assert not caplog.text


def test_damage_is_named(tmp_path: Path) -> None:
    pad = _maak(tmp_path / "lezen.db", {Quad(_NAMEN[0], t.LABEL, Literal("Een naam"), IDENTITEIT)})
    with closing(sqlite3.connect(pad)) as db:
        db.executescript("UPDATE ding SET waarden = '[\"half'")
    with pytest.raises(OpslagFout, match=r"lezen\.db: het leesmodel is niet te lezen"):
        Leesmodel(pad).dingen([_NAMEN[0].value])
    with pytest.raises(OpslagFout, match="niet te schrijven"):
        _maak(tmp_path / "weg" / "lezen.db", set())


@pytest.mark.parametrize("vraag", [n for n in dir(Feiten) if not n.startswith("_") and n != "sluit"])
def test_damage_that_shows_later_makes_the_store_answer(
    paar: Paar, tmp_path: Path, caplog: pytest.LogCaptureFixture, vraag: str
) -> None:
    opslag, bevraagd, leesmodel = paar
    pad = tmp_path / "lezen.db"
    shutil.copyfile(leesmodel._bestand.pad, pad)  # type: ignore[attr-defined]
    feiten = open_feiten(opslag, pad)
    iris = iris_van(opslag)
    zelfde(iris, feiten, bevraagd)
    assert not caplog.text
    os.truncate(pad, pad.stat().st_size // 2)
    parameters = list(inspect.signature(getattr(bevraagd, vraag)).parameters)
    soorten = {
        "eigenschap": "van",
        "iris": iris,
        "doelen": iter(iris),
        "zonder": [],
        "versie": iris[0],
        "bepaling": iris[0],
    }
    getattr(feiten, vraag)(*(soorten[naam] for naam in parameters))
    zelfde(iris, feiten, bevraagd)
    (regel,) = caplog.records
    assert f"{pad}: het leesmodel is " in regel.getMessage()
    assert "regelgraaf bouw" in regel.getMessage()
    feiten.sluit()


def test_what_is_called_as_a_node_of_a_reference_has_its_row(tmp_path: Path) -> None:
    """A work or a provision can be called "plek"."""
    werk = NamedNode("https://w3id.org/regelgraaf/id/plek")
    positie = NamedNode("https://w3id.org/regelgraaf/id/proef/artikel/positie")
    knopen = [NamedNode(f"{werk.value}/2026-01-01/verwijzing/1-9-2/plek{deel}") for deel in ("", "/positie")]
    quads = {Quad(iri, t.LABEL, Literal("Een naam"), IDENTITEIT) for iri in (werk, positie, *knopen)}
    leesmodel = Leesmodel(_maak(tmp_path / "lezen.db", quads))
    assert set(leesmodel.dingen([q.subject.value for q in quads])) == {werk.value, positie.value}


def test_a_build_that_stops_leaves_what_was_there(tmp_path: Path) -> None:
    pad = _maak(tmp_path / "lezen.db", {Quad(_NAMEN[0], t.LABEL, Literal("Een naam"), IDENTITEIT)})
    with pytest.raises(KeyboardInterrupt), Leesmodelmaker(pad):
        raise KeyboardInterrupt
    assert [naam.label for naam in Leesmodel(pad).namen([_NAMEN[0].value])] == ["Een naam"]
    assert [p.name for p in tmp_path.iterdir()] == ["lezen.db"]
