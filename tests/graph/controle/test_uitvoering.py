"""The check as a whole: bounds, choices, order, what it says it did not look at, and that the guide lists its rules."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from graph.boom import Bomen
from graph.controle import controleer, kies, regels
from graph.tripels import regelingen_van
from ontologie.controle import Ernst
from ontologie.fouten import InvoerFout
from tests.graph.controle.vijverrecht import REGISTER, VANDAAG, controleer_tekst, document, verordening, wet

GIDS = Path(__file__).resolve().parents[3] / "docs" / "controle.md"

FOUT = verordening(
    "Artikel 2. Voeren\n\n1. Het voeren van van vissen is verboden.\n3. Zie artikel 9.",
    "Artikel 3. Elders\n\nArtikel 5 van de Wet oevers en kaden 2015 geldt.",
)


def test_gids_noemt_precies_de_regels() -> None:
    rijen = re.findall(r"^\| `([^`]+)` \| (\w+) \| \*\*(.+?)\.\*\* (.+) \|$", GIDS.read_text(encoding="utf-8"), re.M)
    assert rijen == [(r.id, r.ernst.value, r.naam, r.uitleg) for r in regels()]


def test_punten_staan_in_leesvolgorde_met_hun_plaats_in_de_tekst() -> None:
    punten = controleer_tekst(FOUT).punten
    assert [p.regel.id for p in punten] == ["woord-dubbel", "nummer-overgeslagen", "doel-ontbreekt"]
    assert [str(p.plaats) for p in punten] == ["eigen:2:1", "eigen:2:3", "eigen:2:3"]
    for p in punten:
        assert FOUT[p.span.begin : p.span.eind] in p.woorden
        assert FOUT.count("\n", 0, p.span.begin) + 1 == p.regelnummer
        assert p.reden.endswith(".")


def test_regels_zijn_uit_te_zetten_en_op_ernst_te_kiezen() -> None:
    gelezen = document(FOUT)
    register = REGISTER.aangevuld(regelingen_van([gelezen]))
    toetsen = kies(zonder=["nummer-overgeslagen"], ernst=Ernst.FOUT)
    controle = controleer(gelezen, register, Bomen([wet()]), toetsen=toetsen, vandaag=VANDAAG)
    assert [p.regel.id for p in controle.punten] == ["doel-ontbreekt"]
    with pytest.raises(InvoerFout, match="geen regel van de controle"):
        kies(zonder=["bestaat-niet"])


def test_wat_niet_geladen_is_wordt_gezegd() -> None:
    assert controleer_tekst(FOUT).niet_nagelopen == (("oeverwet", 1),)


def test_een_regel_geeft_niet_meer_dan_zijn_grens_en_telt_de_rest() -> None:
    gelezen = document(verordening("Artikel 2. Voeren\n\n" + "Het voeren van van vissen is verboden. " * 300))
    register = REGISTER.aangevuld(regelingen_van([gelezen]))
    controle = controleer(gelezen, register, Bomen([wet()]), per_regel=10, vandaag=VANDAAG)
    assert sum(p.regel.id == "woord-dubbel" for p in controle.punten) == 10
    assert dict(controle.weggelaten)["woord-dubbel"] == 290


def test_bij_een_scan_zwijgen_regels_over_spelling() -> None:
    scan = "De cli\u00ebnt is fina\u00e9el. "  # no noise class
    tekst = verordening("Artikel 2. Voeren\n\n" + scan + "Het is be\u00e9indigd. " * 5)
    controle = controleer_tekst(tekst)
    assert {"woord-wisselend", "woord-verschreven", "zin-open"} <= {id_ for id_, _ in controle.onthouden}


@pytest.mark.parametrize(
    "tekst",
    [
        "Artikel 1.\n" * 3000,
        "(" * 20_000,
        "a. b. c. " * 5000,
        "artikel 1, eerste lid, onderdeel a, van de wet " * 2000,
        "van " * 20_000,
        "“" * 5000,
        "Hoofdstuk 2 beschrijft hoofdstuk 3. " * 2000,
        "\n".join(f"{n}. Lid {n} zie artikel {n}." for n in range(3000)),
    ],
    ids=["koppen", "haken", "letters", "verwijzingen", "woord", "aanhaling", "hoofdstukken", "leden"],
)
def test_vijandige_invoer_loopt_af_en_blijft_begrensd(tekst: str) -> None:
    controle = controleer_tekst(tekst)
    assert len(controle.punten) <= 50 * len(regels())


def test_en_naast_of_in_een_opsomming_is_een_punt() -> None:
    tekst = verordening("Artikel 2. Voeren\n\nVerboden is:\na. brood voeren; en\nb. rijst voeren; of\nc. vis voeren.")
    punten = [p for p in controleer_tekst(tekst).punten if p.regel.id == "lijst-voegwoord"]
    assert [p.reden for p in punten] == ["In deze opsomming staat zowel «en» als «of»."]


def test_begrip_dat_ook_elders_kan_gelden_wordt_niet_zomaar_geschrapt() -> None:
    tekst = verordening("Artikel 2. Voeren\n\nVoeren is verboden.", begrippen="- schepnet: net aan een stok.")
    elders = tekst.replace("In deze verordening wordt", "In deze verordening en de daarop berustende regels wordt")
    suggesties = [controleer_tekst(t).punten[0].suggestie for t in (tekst, elders)]
    assert suggesties[0].startswith("Schrap")
    assert suggesties[1].startswith("Ga na of een regeling die hierop berust")


def test_een_eindeloos_woord_wordt_niet_letter_voor_letter_vergeleken() -> None:
    # Every letter left out once would make the square of its length in characters: 250 GB.
    assert controleer_tekst("x" * 500_000).punten == ()
