"""The facts of a provision: the reading model gives what the same questions in SPARQL give."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

from bronnen.register import laad_register
from graph.bouw import bouw
from graph.dataset import DATASET
from graph.feiten import Bevraagd, Feiten, Leesmodel, Leesmodelmaker, open_feiten, werk_leesmodel_bij
from graph.feiten.model import TERUG
from graph.feiten.rijen import ZONDER_RIJ
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
    iris = sorted(term.value for term in termen if not term.value.endswith(ZONDER_RIJ))
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
        feiten = open_feiten(opslag, staat.leesmodel)
        assert isinstance(feiten, Leesmodel)
        yield opslag, Bevraagd(opslag), feiten
        feiten.sluit()
        opslag.sluit()


def test_the_real_documents_give_the_same(echt: Paar) -> None:
    opslag, bevraagd, leesmodel = echt
    zelfde(iris_van(opslag), bevraagd, leesmodel)


# --- what changes ---

_BASIS = "https://w3id.org/regelgraaf/id/proef/"
_NAMEN = [NamedNode(_BASIS + naam) for naam in "abcdefg"]
_GRAAF = NamedNode("https://w3id.org/regelgraaf/graaf/proef/1")
_NAAR = [t.VERSIE_VAN, t.DEEL_VAN, t.HEEFT_VERSIE, *(t.rg(n) for n in (*TERUG, "naar", "inVersie", "verwijstNaar"))]
_WAARDEN = {
    t.rg("opschrift"): [Literal("Fietsen"), Literal("Wegen")],
    t.rg("volgnummer"): [Literal(3), Literal(20)],
    t.LABEL: [Literal("Een naam"), Literal("Andere naam")],
    t.SOORT_DEEL: [t.rg("lid"), t.rg("artikel")],
    t.TYPE: [t.rg("Wijziging"), t.WET],
}
_gezegd = st.one_of(
    st.tuples(st.sampled_from(_NAMEN), st.sampled_from(_NAAR), st.sampled_from(_NAMEN)),
    st.sampled_from(list(_WAARDEN)).flatmap(
        lambda e: st.tuples(st.sampled_from(_NAMEN), st.just(e), st.sampled_from(_WAARDEN[e]))
    ),
)
_quads = st.sets(_gezegd.map(lambda g: Quad(*g, _GRAAF)), max_size=40)


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
@given(eerst=_quads, daarna=_quads)
def test_a_change_gives_what_making_it_anew_gives(
    eerst: set[Quad], daarna: set[Quad], tmp_path_factory: pytest.TempPathFactory
) -> None:
    map_ = tmp_path_factory.mktemp("wijziging")
    bijgewerkt = _maak(map_ / "a.db", eerst)
    werk_leesmodel_bij(bijgewerkt, eerst - daarna, daarna - eerst)
    assert _rijen(bijgewerkt) == _rijen(_maak(map_ / "b.db", daarna))


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


def test_without_a_reading_model_of_this_release_the_store_answers(paar: Paar, tmp_path: Path) -> None:
    opslag, *_ = paar
    assert isinstance(open_feiten(opslag), Bevraagd)
    assert isinstance(open_feiten(opslag, tmp_path / "weg.db"), Bevraagd)
    with closing(sqlite3.connect(tmp_path / "oud.db")) as db:
        db.executescript("CREATE TABLE ding (iri); PRAGMA user_version = 999")
    assert isinstance(open_feiten(opslag, tmp_path / "oud.db"), Bevraagd)
    (tmp_path / "stuk.db").write_bytes(b"geen database" * 1000)
    assert isinstance(open_feiten(opslag, tmp_path / "stuk.db"), Bevraagd)


def test_damage_is_named(paar: Paar, tmp_path: Path) -> None:
    pad = _maak(tmp_path / "lezen.db", {Quad(_NAMEN[0], t.LABEL, Literal("Een naam"), IDENTITEIT)})
    with closing(sqlite3.connect(pad)) as db:
        db.executescript("UPDATE ding SET waarden = '[\"half'")
    with pytest.raises(OpslagFout, match=r"lezen\.db: het leesmodel is niet te lezen"):
        Leesmodel(pad).dingen([_NAMEN[0].value])
    with pytest.raises(OpslagFout, match="niet te schrijven"):
        werk_leesmodel_bij(tmp_path / "weg.db", (), ())
    with pytest.raises(OpslagFout, match="niet te schrijven"):
        _maak(tmp_path / "weg" / "lezen.db", set())


def test_a_build_that_stops_leaves_what_was_there(tmp_path: Path) -> None:
    pad = _maak(tmp_path / "lezen.db", {Quad(_NAMEN[0], t.LABEL, Literal("Een naam"), IDENTITEIT)})
    with pytest.raises(KeyboardInterrupt), Leesmodelmaker(pad):
        raise KeyboardInterrupt
    assert [naam.label for naam in Leesmodel(pad).namen([_NAMEN[0].value])] == ["Een naam"]
    assert [p.name for p in tmp_path.iterdir()] == ["lezen.db"]
