"""Scan noise: what is mended, and what only looks wrong and stays."""

from __future__ import annotations

import pytest

from bronnen.tekst.passages import herstel
from bronnen.tekst.ruis import is_onleesbaar, zoek_ruis
from ontologie.tekst import Tekst


@pytest.mark.parametrize(
    ("staat_er", "gelezen"),
    [
        ("onderdeel ¢, van de wet", "onderdeel c, van de wet"),
        ("beéindigen en gecreéerd", "beëindigen en gecreëerd"),
        ("tweeén en ideeén", "tweeën en ideeën"),
        ("financiéle en ministeriéle", "financiële en ministeriële"),
        ("de cliéntenraad", "de cliëntenraad"),
        ("Kamerstukken 11 2019/20, 12 345", "Kamerstukken II 2019/20, 12 345"),
        ("Kamerstukken Il 2019/20", "Kamerstukken II 2019/20"),
        ("Kamerstukken ll 2019/20", "Kamerstukken II 2019/20"),
        ("Kamerstukken 1l 2019/20", "Kamerstukken II 2019/20"),
        ("Kamerstukken 1 2019/20", "Kamerstukken I 2019/20"),
        ("het colllege", "het college"),
    ],
)
def test_hersteld(staat_er: str, gelezen: str) -> None:
    tekst = Tekst.letterlijk(staat_er, 0, len(staat_er))
    hersteld, correcties = herstel(tekst, zoek_ruis(tekst))
    assert hersteld.inhoud == gelezen
    assert correcties
    assert all(staat_er[c.span.begin : c.span.eind] == c.staat_er for c in correcties)


@pytest.mark.parametrize(
    "tekst",
    [
        "een café, één paté, de variété en het hiér",
        "een bedrag van 25 ¢ of ¢ 30",
        "Kamerstukken II 2019/20, 35 394",
        "Kamerstukken I 2019/20",
        "zeeëend, www.voorbeeld.test, hoofdstuk III en onderdeel iii",
        "geïnd, reünie, beëindigen, financieel",
        "artikel 140 van de wet",
        "11 2019/20",
        "aaarde",
        "voor zeeeer lange woorden en baaaaaaaaaaaaaaaaaaaaaat",
    ],
)
def test_blijft_staan(tekst: str) -> None:
    assert zoek_ruis(Tekst.letterlijk(tekst, 0, len(tekst))) == []


@pytest.mark.parametrize("herhaald", ["het colllege ", "beéindigen ", "onderdeel ¢ "])
def test_een_tekst_vol_ruis_is_onleesbaar(herhaald: str) -> None:
    assert not is_onleesbaar(herhaald * 50, 50)
    assert is_onleesbaar(herhaald * 51, 50)
