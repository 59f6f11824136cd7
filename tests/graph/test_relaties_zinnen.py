"""Sentences, words and terms: what the rules for relations stand on."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.relaties.begrippen import definities
from graph.relaties.boek import Boek
from graph.relaties.woorden import inhoudswoorden, is_leeg, stam, stammen
from graph.relaties.zinnen import splits_zinnen
from tests.graph.fietsrecht import verordening, wet


@pytest.mark.parametrize(
    ("tekst", "zinnen"),
    [
        ("Een. Twee. Drie.", ["Een.", "Twee.", "Drie."]),
        ("Zie art. 3 van de wet. Dit geldt.", ["Zie art. 3 van de wet.", "Dit geldt."]),
        ("Zie Stb. 2025, 210, nr. 3. Dit geldt.", ["Zie Stb. 2025, 210, nr. 3.", "Dit geldt."]),
        ("Het gaat o.a. om fietsen. Ook om karren.", ["Het gaat o.a. om fietsen.", "Ook om karren."]),
        ("De Kamerstukken (35 394, nr. 3, p. 9). Dit geldt.", ["De Kamerstukken (35 394, nr. 3, p. 9).", "Dit geldt."]),
        ("Dit staat in onderdeel f. Dit artikel geldt.", ["Dit staat in onderdeel f.", "Dit artikel geldt."]),
        ("Het bedrag is € 2.699,00 per jaar. Meer niet.", ["Het bedrag is € 2.699,00 per jaar.", "Meer niet."]),
        ("Zo is het. [Het tweede lid geldt.] Klaar.", ["Zo is het.", "[Het tweede lid geldt.]", "Klaar."]),
        ("Hij zei: “Dat mag.” Toen ging hij.", ["Hij zei: “Dat mag.”", "Toen ging hij."]),
        ("Mag dat? Nee! Wel zo.", ["Mag dat?", "Nee!", "Wel zo."]),
        ("Op 1 januari 2026. 27 artikelen volgen.", ["Op 1 januari 2026. 27 artikelen volgen."]),
        ("De wet (o.g.v. artikel 5) geldt. En verder.", ["De wet (o.g.v. artikel 5) geldt.", "En verder."]),
        ("", []),
        ("geen punt", ["geen punt"]),
    ],
)
def test_waar_een_zin_eindigt(tekst: str, zinnen: list[str]) -> None:
    assert [tekst[z.begin : z.eind] for z in splits_zinnen(tekst)] == zinnen


@given(st.text(alphabet="aB1. ?![](“”\n", max_size=200))
def test_de_zinnen_zijn_alles_behalve_wit(tekst: str) -> None:
    zinnen = splits_zinnen(tekst)
    assert "".join("".join(tekst[z.begin : z.eind] for z in zinnen).split()) == "".join(tekst.split())
    assert all(a.eind <= b.begin for a, b in pairwise(zinnen))


def test_een_lange_reeks_punten_kost_weinig() -> None:
    assert len(splits_zinnen("A. " * 100_000)) <= 100_000


def test_woorden_zonder_buiging_en_zonder_lege_woorden() -> None:
    assert stammen("De meeneembare voorzieningen") == stammen("meeneembare voorziening")
    assert inhoudswoorden("het aanbieden van de voorziening, bedoeld in artikel 3") == ("aanbieden", "voorziening")
    assert is_leeg(stam("artikel"))
    assert not is_leeg(stam("stalling"))


def test_definities_in_wet_en_verordening() -> None:
    assert [(t, str(b.id)) for t, b in definities(Boek(wet()))] == [
        ("stalling", "rijwiel:1::a"),
        ("beheerder", "rijwiel:1::b"),
    ]
    assert [t for t, _ in definities(Boek(verordening()))] == ["houder", "wrak", "wet"]
