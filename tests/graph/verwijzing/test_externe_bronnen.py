"""Kamerstukken, ECLI, Staatsblad and its kin, acts of the European Union: every usual spelling."""

from __future__ import annotations

import pytest

from graph.verwijzing.extern import celex, zoek_externe
from graph.verwijzing.lexer import vouw

GEVALLEN = [
    (
        "Kamerstukken II 2019/20, 12 345, nr. 3, p. 56",
        "Kamerstukken II 2019/20, 12 345, nr. 3",
        "ks:II:2019/20:12345:3",
    ),
    ("Kamerstukken 11 2019/20, 12 345, nr. 3", "Kamerstukken 11 2019/20, 12 345, nr. 3", "ks:II:2019/20:12345:3"),
    ("Kamerstukken Il 2004/05, 12 345, nr. 125", "Kamerstukken Il 2004/05, 12 345, nr. 125", "ks:II:2004/05:12345:125"),
    ("Kamerstukken 1l 2002/03, 12 345, nr. 3", "Kamerstukken 1l 2002/03, 12 345, nr. 3", "ks:II:2002/03:12345:3"),
    (
        "Kamerstukken II 2025-2026, 12345, nr.71, p.3.",
        "Kamerstukken II 2025-2026, 12345, nr.71",
        "ks:II:2025/26:12345:71",
    ),
    ("Kamerstukken I 2021/22, 12 345, A", "Kamerstukken I 2021/22, 12 345, A", "ks:I:2021/22:12345:A"),
    (
        "Kamerstukken II 2020/21, 12 345 XV, nr. 2",
        "Kamerstukken II 2020/21, 12 345 XV, nr. 2",
        "ks:II:2020/21:12345-XV:2",
    ),
    (
        "Kamerstukken II 2019/20, 12 345, nrs. 3 en 7",
        "Kamerstukken II 2019/20, 12 345, nrs. 3 en 7",
        "ks:II:2019/20:12345:3 ks:II:2019/20:12345:7",
    ),
    (
        "Tweede Kamer, vergaderjaar 2019–2020, 12 345, nr. 3",
        "Tweede Kamer, vergaderjaar 2019–2020, 12 345, nr. 3",
        "ks:II:2019/20:12345:3",
    ),
    ("TK 2019/20, 12345, nr. 3", "TK 2019/20, 12345, nr. 3", "ks:II:2019/20:12345:3"),
    ("Kamerstuk 12345, nr. 3", "Kamerstuk 12345, nr. 3", "ks:II::12345:3"),
    ("zie KST-12345-3", "KST-12345-3", "ks:II::12345:3"),
    ("Handelingen II 2019/20, nr. 5, item 3", "Handelingen II 2019/20, nr. 5, item 3", "ks:II:2019/20:h:5-3"),
    ("(ECLI:NL:RBXXX:2006:AB1234).", "ECLI:NL:RBXXX:2006:AB1234", "ecli:ECLI:NL:RBXXX:2006:AB1234"),
    ("ECLI:NL:CRVB:2012: BW1234", "ECLI:NL:CRVB:2012: BW1234", "ecli:ECLI:NL:CRVB:2012:BW1234"),
    ("Stb. 2025, 999", "Stb. 2025, 999", "stb:2025:999"),
    ("Staatsblad 2025, nr. 999", "Staatsblad 2025, nr. 999", "stb:2025:999"),
    ("Stb. 2025, nr. 0999", "Stb. 2025, nr. 0999", "stb:2025:999"),
    ("Stcrt. 2025, 12345", "Stcrt. 2025, 12345", "stcrt:2025:12345"),
    ("Trb. 2007, 169", "Trb. 2007, 169", "trb:2007:169"),
    ("Verordening (EU) 2016/679", "Verordening (EU) 2016/679", "celex:32016R0679"),
    ("Verordening (EG) nr. 883/2004", "Verordening (EG) nr. 883/2004", "celex:32004R0883"),
    ("Verordening (EU) nr. 1303/2013", "Verordening (EU) nr. 1303/2013", "celex:32013R1303"),
    ("Verordening (EEG) 1612/68", "Verordening (EEG) 1612/68", "celex:31968R1612"),
    ("Richtlijn 2000/78/EG", "Richtlijn 2000/78/EG", "celex:32000L0078"),
    ("Richtlijn nr. 2004/38/EG", "Richtlijn nr. 2004/38/EG", "celex:32004L0038"),
    ("Uitvoeringsverordening (EU) 2019/1", "Uitvoeringsverordening (EU) 2019/1", "celex:32019R0001"),
]


@pytest.mark.parametrize(("tekst", "woorden", "doelen"), GEVALLEN, ids=[g[0][:40] for g in GEVALLEN])
def test_bron(tekst: str, woorden: str, doelen: str) -> None:
    (gevonden,) = zoek_externe(vouw(tekst))
    assert tekst[gevonden.begin : gevonden.eind] == woorden
    assert " ".join(map(str, gevonden.doelen)) == doelen


def test_reeks_van_richtlijnen() -> None:
    gevonden = zoek_externe("richtlijnen 64/221/EEG, 68/360/EEG en 72/194/EEG")
    assert [str(d) for e in gevonden for d in e.doelen] == ["celex:31964L0221", "celex:31968L0360", "celex:31972L0194"]


@pytest.mark.parametrize(
    "tekst", ["Stb. van gisteren", "verordening 12/34", "in 2019/20 was het koud", "de Tweede Kamer, zei hij"]
)
def test_geen_bron(tekst: str) -> None:
    assert zoek_externe(tekst) == []


def test_onmogelijk_jaar_is_geen_besluit() -> None:
    assert celex("verordening", "5", "1234", "EG", met_nr=True) == ""


def test_aantal_gevallen() -> None:
    assert len(GEVALLEN) >= 27
