"""What searching finds, in which order, and what it does with input that is no ordinary question."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.zoeken import Uitslag, Zoeker, bouw_index
from graph.zoeken.woorden import woorden
from ontologie.document import DocumentSoort
from ontologie.fouten import GrensBereikt, InvoerFout, OpslagFout
from tests.graph.regelingen import Schrijver, fietsverordening


@pytest.fixture(scope="module")
def zoeker(tmp_path_factory: pytest.TempPathFactory) -> Zoeker:
    pad = tmp_path_factory.mktemp("index") / "zoek.db"
    s = Schrijver("bus", soort=DocumentSoort.HANDREIKING)
    bus = s.document(
        "Handreiking bushalten",
        [s.bepaling("sectie/1", "1", "Haltes", s.tekst("Een stalling bij de halte is verplicht.")),
         s.bepaling("sectie/2", "2", "Bijlage", s.tekst("Leeg."))],
    )  # fmt: skip
    bouw_index([fietsverordening("2020-01-01"), fietsverordening(), bus], pad)
    return Zoeker(pad)


def paden(uitslag: Uitslag) -> list[str]:
    return [v.iri.rsplit("/id/")[1] for v in uitslag.vondsten]


@pytest.mark.parametrize(
    ("vraag", "eerste"),
    [
        ("begrippen", "fvo/artikel/1"),
        ("BEGRIPPEN", "fvo/artikel/1"),
        ("begrip", "fvo/artikel/1"),  # stem
        ("huizen", "fvo/artikel/2"),  # stem that only one of the two stemmers finds: "huis"
        ("reinspectie", "fvo/artikel/2"),  # without accent
        ("re-inspectie", "fvo/artikel/2"),  # hyphen instead of diaeresis
        ("re\u0308inspectie", "fvo/artikel/2"),  # decomposed
        ("herijking", "fvo/artikel/2"),  # text has the hyphen
        ("ijking", "fvo/artikel/2"),  # part behind a hyphen
        ("rijwiel stalling", "fvo/artikel/1"),  # both words, in one onderdeel
        ("beheerder breedte", "fvo/artikel/2"),  # both words, in two leden of one article
        ("onderhoud subsidie", "fvo/artikel/3"),  # a word of the heading above
        ('"breedte van het huis"', "fvo/artikel/2"),  # phrase
        ("vast*", "fvo/artikel/3"),  # beginning
        ("de verordening van Nergenshuizen heet", "fvo/artikel/4"),  # stop words
        ("bewoner", "fvo/artikel/1"),  # part of a compound, in the middle
    ],
)
def test_finds(zoeker: Zoeker, vraag: str, eerste: str) -> None:
    uitslag = zoeker.zoek(vraag)
    assert paden(uitslag)[0] == eerste
    assert uitslag.alle_woorden
    assert any(raak for v in uitslag.vondsten[:1] for _, raak in (*v.kop, *v.fragment, *_boven(vraag)))


def _boven(vraag: str) -> list[tuple[str, bool]]:
    # A word of a heading above the row is found but has nothing to mark in the row itself.
    return [("", True)] if vraag.startswith("onderhoud") else []


def test_compounds_come_after_the_word_itself(zoeker: Zoeker) -> None:
    uitslag = zoeker.zoek("subsidie")
    assert paden(uitslag) == ["fvo/artikel/3", "fvo/artikel/1"]
    assert ("fietssubsidie", True) in uitslag.vondsten[1].fragment


def test_the_deepest_provision_with_the_words_is_named(zoeker: Zoeker) -> None:
    (vondst,) = zoeker.zoek("reïnspectie").vondsten
    assert vondst.precies.endswith("/fvo/artikel/2/lid/1")
    (vondst,) = zoeker.zoek('"breedte van het huis"').vondsten
    assert vondst.precies.endswith("/fvo/artikel/2/lid/2")


def test_marks_are_exactly_the_words(zoeker: Zoeker) -> None:
    vondst = zoeker.zoek("stalling").vondsten[0]
    gemarkeerd = [w for w, raak in (*vondst.kop, *vondst.fragment) if raak]
    assert gemarkeerd
    assert {w.lower() for w in gemarkeerd} <= {"stalling", "stallingen"}


def test_some_words_when_no_row_has_all_and_that_is_told(zoeker: Zoeker) -> None:
    uitslag = zoeker.zoek("rijwiel vastgesteld")
    assert not uitslag.alle_woorden
    assert sorted(paden(uitslag)) == ["fvo/artikel/1", "fvo/artikel/3"]


def test_nothing_found_is_empty(zoeker: Zoeker) -> None:
    assert zoeker.zoek("olifant") == Uitslag((), 0, True)


def test_filters_and_versions(zoeker: Zoeker) -> None:
    assert paden(zoeker.zoek("stalling", werk="bus")) == ["bus/sectie/1"]
    assert paden(zoeker.zoek("stalling", soort=DocumentSoort.HANDREIKING)) == ["bus/sectie/1"]
    assert zoeker.zoek("rijwiel").totaal == 1
    assert {v.versie for v in zoeker.zoek("rijwiel", alle_versies=True).vondsten} == {"2020-01-01", "2026-01-01"}


def test_pages_are_parts_of_one_list(zoeker: Zoeker) -> None:
    alles = zoeker.zoek("stalling")
    assert alles.totaal == len(alles.vondsten) == 3
    los = [zoeker.zoek("stalling", limiet=1, vanaf=n) for n in range(3)]
    assert [u.vondsten[0] for u in los] == list(alles.vondsten)
    assert {u.totaal for u in los} == {3}


@pytest.mark.parametrize(
    "vraag", ["", "   ", '"', "-", "*", "...", " ".join("abcdefghij"[n % 10] * 4 for n in range(33))]
)
def test_questions_without_words_or_with_too_many_are_refused(zoeker: Zoeker, vraag: str) -> None:
    with pytest.raises(InvoerFout):
        zoeker.zoek(vraag)


@pytest.mark.parametrize(
    "vraag",
    [
        'stalling" OR "x',
        "stalling AND",
        "NEAR(stalling",
        "kop:stalling",
        "stalling)",
        "^stalling",
        "a'b\";--",
        "-stalling",
    ],
)
def test_operators_are_words(zoeker: Zoeker, vraag: str) -> None:
    zoeker.zoek(vraag)


@given(st.text(max_size=200))
def test_any_text_is_answered_or_refused(zoeker: Zoeker, vraag: str) -> None:
    with contextlib.suppress(InvoerFout):
        uitslag = zoeker.zoek(vraag, limiet=5)
        assert uitslag.totaal >= len(uitslag.vondsten)


@given(st.text())
def test_words_are_where_they_say(tekst: str) -> None:
    einde = 0
    for woord in woorden(tekst):
        assert einde <= woord.begin < woord.eind <= len(tekst)
        einde = woord.eind


def test_time_limit_is_an_error(zoeker: Zoeker, tmp_path: Path) -> None:
    s = Schrijver("groot")
    artikelen = [s.bepaling(f"artikel/{n}", f"Artikel {n}", "", s.tekst("woord " * 20 + f"w{n}")) for n in range(2000)]
    bouw_index([s.document("Groot", artikelen)], tmp_path / "groot.db")
    with pytest.raises(GrensBereikt, match="gestopt"):
        Zoeker(tmp_path / "groot.db", seconden=0.0).zoek("woord")
    assert Zoeker(tmp_path / "groot.db").zoek("woord").totaal == 2000


def test_a_failed_build_leaves_the_old_index(tmp_path: Path) -> None:
    pad = tmp_path / "zoek.db"
    bouw_index([fietsverordening()], pad)

    def breekt_af():
        yield fietsverordening()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        bouw_index(breekt_af(), pad)
    assert Zoeker(pad).zoek("rijwiel").totaal == 1
    assert [p.name for p in tmp_path.iterdir()] == ["zoek.db"]


def test_missing_damaged_and_foreign_files(tmp_path: Path) -> None:
    with pytest.raises(OpslagFout, match="de zoekindex ontbreekt"):
        Zoeker(tmp_path / "weg.db").zoek("woord")
    (tmp_path / "stuk.db").write_bytes(b"geen database" * 1000)
    with pytest.raises(OpslagFout, match="niet te lezen"):
        Zoeker(tmp_path / "stuk.db").zoek("woord")
    sqlite3.connect(tmp_path / "oud.db").execute("CREATE TABLE x (y)").connection.close()
    with pytest.raises(OpslagFout, match="andere uitgave"):
        Zoeker(tmp_path / "oud.db").zoek("woord")
    with pytest.raises(OpslagFout, match="niet te schrijven"):
        bouw_index([fietsverordening()], tmp_path / "weg" / "zoek.db")


def test_sources_without_text_are_named(tmp_path: Path) -> None:
    s = Schrijver("kaal")
    kaal = s.document("Kaal", [s.bepaling("artikel/1", "Artikel 1", "Opschrift")], met_tekst=False)
    bouw_index([kaal, fietsverordening()], tmp_path / "zoek.db")
    assert Zoeker(tmp_path / "zoek.db").zonder_tekst() == ("kaal",)
    assert paden(Zoeker(tmp_path / "zoek.db").zoek("opschrift")) == ["kaal/artikel/1"]
