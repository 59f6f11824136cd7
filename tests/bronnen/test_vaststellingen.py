"""Established facts: what is shipped can be read, and every mistake in a file is told with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from bronnen.vaststellingen import lees_vaststellingen, lees_vaststellingenbestand
from ontologie.fouten import BronFout
from ontologie.identificatie import print_kort
from ontologie.wijziging import Effect

GOED = f"""
onderwerp = "Proef"
vastgesteld_op = 2026-02-03
[[bron]]
naam = "brief"
werk = "brief"
versie = "2026-02"
sha256 = "{"0" * 64}"
[[vaststelling]]
naam = "een"
bepaling = "wegnh:2:1"
versie = "2026-02-01"
effect = "nieuw"
toelichting = "De brief zegt het."
bewijs = [{{ bron = "brief", begin = 3, eind = 9, som = "{"1" * 64}" }}]
[[voorbehoud]]
naam = "rest"
werk = "wegnh"
versie = "2026-02-01"
toelichting = "De brief is niet volledig."
bewijs = [{{ bron = "brief", begin = 10, eind = 19, som = "{"2" * 64}" }}]
"""


def schrijf(map_: Path, tekst: str) -> Path:
    pad = map_ / "proef.toml"
    pad.write_text(tekst, encoding="utf-8")
    return pad


def test_een_bestand(tmp_path: Path) -> None:
    gelezen = lees_vaststellingenbestand(schrijf(tmp_path, GOED))
    feit = gelezen.vaststellingen[0]
    assert (gelezen.naam, gelezen.onderwerp, str(gelezen.vastgesteld_op)) == ("proef", "Proef", "2026-02-03")
    assert (print_kort(feit.bepaling), feit.effect, feit.zeker) == ("wegnh:2:1", Effect.NIEUW, True)
    assert (feit.bewijs[0].werk, feit.bewijs[0].span) == ("brief", (3, 9))
    assert gelezen.voorbehouden[0].naam == "rest"


@pytest.mark.parametrize(
    ("was", "wordt", "bericht"),
    [
        ('naam = "rest"', 'naam = "een"', "«een»: deze naam staat er twee keer"),
        (
            'bron = "brief", begin = 3',
            'bron = "krant", begin = 3',
            "«een»: het bewijs noemt een onbekende bron «krant»",
        ),
        ("begin = 3, eind = 9", "begin = 9, eind = 3", "«een»: 9-3 is geen bereik"),
        ('effect = "nieuw"', 'effect = "weg"', "een veld ontbreekt of klopt niet"),
        ('effect = "nieuw"', 'effect = "nieuw"\nextra = 1', "een veld ontbreekt of klopt niet"),
        ('bepaling = "wegnh:2:1"', 'bepaling = ":::"', "«een»"),
        ('toelichting = "De brief zegt het."', 'toelichting = " "', "«een»: zonder toelichting"),
        ("vastgesteld_op = 2026-02-03", 'vastgesteld_op = "gisteren"', "een veld ontbreekt of klopt niet"),
        ("onderwerp =", "onderwerp", "geen geldige TOML"),
    ],
)
def test_elke_fout_noemt_bestand_en_plaats(tmp_path: Path, was: str, wordt: str, bericht: str) -> None:
    assert was in GOED
    pad = schrijf(tmp_path, GOED.replace(was, wordt, 1))
    with pytest.raises(BronFout) as fout:
        lees_vaststellingenbestand(pad)
    assert "proef.toml" in str(fout.value)
    assert bericht in str(fout.value)


def test_geen_bewijs_is_geen_vaststelling(tmp_path: Path) -> None:
    tekst = GOED.replace(GOED[GOED.index("bewijs = [") : GOED.index("[[voorbehoud]]")], "bewijs = []\n")
    with pytest.raises(BronFout, match="zonder bewijs"):
        lees_vaststellingenbestand(schrijf(tmp_path, tekst))


def test_een_bestand_dat_er_niet_is(tmp_path: Path) -> None:
    with pytest.raises(BronFout, match="niet te openen"):
        lees_vaststellingenbestand(tmp_path / "weg.toml")


def test_meegeleverd_is_wat_de_brief_over_het_model_vaststelt() -> None:
    model = next(v for v in lees_vaststellingen() if v.naam == "mrv-2025-12")
    assert {(print_kort(f.bepaling), f.effect.value, f.zeker) for f in model.vaststellingen} == {
        ("mrv:1::1", "wijziging", True),
        ("mrv:3:1:f", "nieuw", True),
        ("mrv:3:1:g", "nieuw", True),
        ("mrv:14p", "nieuw", True),
        ("mrv:14q", "nieuw", True),
        ("mrv:hfst:3B", "nieuw", False),
    }
    assert len(model.voorbehouden) == 1
