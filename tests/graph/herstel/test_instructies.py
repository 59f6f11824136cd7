"""A draft does what it says: its instructions, printed, read back and applied, give exactly the intended text."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from graph.herstel.formules import als_tekst, druk
from graph.herstel.instrueren import instrueer
from graph.herstel.lezen import lees
from graph.herstel.toepassen import pas_toe
from ontologie.wijzigingsbesluit import Bepalingstekst
from tests.graph.herstel.verordeningen import wijzigingen


# Whole ordinances are large inputs, and a busy machine makes them slowly.
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(wijzigingen())
def test_wat_er_staat_gelezen_en_toegepast_geeft_de_bedoelde_tekst(
    paar: tuple[Bepalingstekst, Bepalingstekst],
) -> None:
    was, wordt = paar
    artikel = instrueer(was, wordt, "Fietsverordening Dijkstad")
    gedrukt = als_tekst(druk(artikel))
    gelezen = lees(gedrukt)
    assert gelezen == artikel, gedrukt
    assert pas_toe(was, gelezen) == wordt, gedrukt
    assert bool(artikel.onderdelen) == (was != wordt)
