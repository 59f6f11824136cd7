"""Word by word: what differs is named with its places, nothing else is, and hostile texts stay within bounds."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.tijd import lijn_uit
from graph.tijd.uitlijning import woorden


def verschil(oud: str, nieuw: str) -> list[tuple[str, str]]:
    """The differing words on both sides."""
    return [(oud[v.oud_begin : v.oud_eind], nieuw[v.nieuw_begin : v.nieuw_eind]) for v in lijn_uit(oud, nieuw)[0]]


@pytest.mark.parametrize(
    ("oud", "nieuw", "verwacht"),
    [
        ("De fiets is rood.", "De fiets is rood.", []),
        ("De  fiets\nis rood.", "De fiets is rood.", []),  # white space is no difference
        ("De fiets is rood.", "De fiets is blauw.", [("rood", "blauw")]),
        ("De fiets is rood.", "De oude fiets is rood.", [("", "oude")]),
        ("De oude fiets is rood.", "De fiets is rood.", [("oude", "")]),
        ("", "Nieuw lid.", [("", "Nieuw lid.")]),
        ("Weg ermee.", "", [("Weg ermee.", "")]),
        ("Het bedrag is € 1.216,62.", "Het bedrag is € 1.401,50.", [("1.216,62", "1.401,50")]),
        # Inserted text is shown as the clause that a reader sees, not as the run that happens to match.
        ("Eerst. Dan c.", "Eerst. Dan b. Dan c.", [("", "Dan b.")]),
        # Two changes around a word that happens to be shared are one rewritten passage.
        ("een klein en rood huis", "een groot en blauw huis", [("klein en rood", "groot en blauw")]),
        # A word taken out and a word put in elsewhere stay apart.
        ("de a van de b mag", "de van de b zelf mag", [("a", ""), ("", "zelf")]),
    ],
)
def test_wat_verschilt(oud: str, nieuw: str, verwacht: list[tuple[str, str]]) -> None:
    assert verschil(oud, nieuw) == verwacht


_TEKST = st.lists(st.sampled_from(["de", "het", "lid", "wet", "en", ",", ".", "10f", "artikel"]), max_size=40).map(
    " ".join
)


@given(_TEKST, _TEKST, st.sampled_from([10, 100, 10_000]))
def test_toegepast_op_de_oude_tekst_geven_de_verschillen_de_nieuwe(oud: str, nieuw: str, grens: int) -> None:
    verschillen, _ = lijn_uit(oud, nieuw, grens)
    delen, oud_tot, nieuw_tot = [], 0, 0
    for v in verschillen:
        assert oud_tot <= v.oud_begin <= v.oud_eind
        assert nieuw_tot <= v.nieuw_begin <= v.nieuw_eind
        assert (v.oud_begin, v.nieuw_begin) != (v.oud_eind, v.nieuw_eind)
        delen += [oud[oud_tot : v.oud_begin], nieuw[v.nieuw_begin : v.nieuw_eind]]
        oud_tot, nieuw_tot = v.oud_eind, v.nieuw_eind
    delen.append(oud[oud_tot:])
    assert [m[0] for m in woorden(" ".join(delen))] == [m[0] for m in woorden(nieuw)]


@given(_TEKST)
def test_gelijke_teksten_verschillen_niet(tekst: str) -> None:
    assert lijn_uit(tekst, tekst) == ((), True)


def test_vijandige_teksten_kosten_begrensde_tijd() -> None:
    begin = time.perf_counter()
    _, precies = lijn_uit("a b " * 40_000, "b a " * 40_000)
    assert time.perf_counter() - begin < 5
    assert not precies


def test_lange_teksten_worden_gesneden_bij_woorden_die_eenmaal_voorkomen() -> None:
    links = [f"woord{n}" for n in range(300)]
    rechts = [*links[:100], "nieuw", *links[100:]]
    verschillen, precies = lijn_uit(" ".join(["x", *links, "y"]), " ".join(["z", *rechts, "w"]), grens=500)
    assert precies
    assert len(verschillen) == 3
