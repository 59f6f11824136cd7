"""Documents in numbered sections: the real handreiking, and invented ones."""

from __future__ import annotations

import pytest

from ontologie.document import BepalingSoort, DocumentSoort
from tests.bronnen.tekst.conftest import OPMAAK, Lees, ids, onverklaard, teksten, verschoven, vind

HANDREIKING = "szw-handreiking-van-school-naar-duurzaam-werk-2025-09.txt"


def test_handreiking_heeft_secties_tabellen_en_voetnoten(lees_echt: Lees) -> None:
    document = lees_echt(HANDREIKING)
    assert (document.werk, document.versie, document.soort) == ("hr", "2025-09", DocumentSoort.HANDREIKING)
    genummerd = [b.id.stappen[0].nummer for b in document.bepalingen() if b.label and b.soort is BepalingSoort.SECTIE]
    assert genummerd[:6] == ["1", "2", "2.1", "2.2", "2.3", "2.4"]
    # All entries of the table of contents, in order.
    inhoud = vind(document, "sectie:inhoudsopgave")
    assert genummerd == [t.split("\t")[0] for t in inhoud.eigen_tekst.split("\n")]
    tabellen = [b for b in document.bepalingen() if b.soort is BepalingSoort.TABEL and b.label]
    assert [str(b.id) for b in tabellen] == [f"hr:tabel:{n}" for n in range(1, 6)]
    assert all(len(rij.kinderen) == len(t.kinderen[0].kinderen) for t in tabellen for rij in t.kinderen)
    assert document.meldingen == ()


def test_elke_voetnoot_van_de_handreiking_hangt_bij_haar_markering(lees_echt: Lees) -> None:
    document = lees_echt(HANDREIKING)
    ouders = {k.id: b for b in document.bepalingen() for k in b.kinderen}
    noten = [b for b in document.bepalingen() if b.soort is BepalingSoort.VOETNOOT]
    assert [b.nummer for b in noten] == [str(n) for n in range(1, 30)]
    markeringen = {m.nummer: m for m in document.voetnootmarkeringen}
    assert len(document.voetnootmarkeringen) == len(markeringen) == 29
    for noot in noten:
        assert ouders[noot.id].span.omvat(markeringen[noot.nummer].span)
        assert noot.eigen_tekst


def test_handreiking_houdt_geen_opmaak_over(lees_echt: Lees) -> None:
    document = lees_echt(HANDREIKING)
    assert not [t for t in teksten(document) if "**" in t or "](" in t or "<p" in t or "<ul" in t]
    assert set(onverklaard(document)) <= OPMAAK | set("stylelist-style-type:noneulolp")
    assert verschoven(document) == []


NOTA = """Handreiking sloten

Ministerie van Water

Inhoudsopgave

1\tInleiding\t3
1.1\tAanleiding\t3
2\tRegels\t4

1 Inleiding

Dit gaat over **sloten** en [oevers](#).

1.1 Aanleiding

Veel sloten groeien dicht.¹ Dat staat in
artikel 3.²

¹ Zie artikel 4.

² Zie <https://voorbeeld.test/sloot>.

Vervolg

- een lijst;
- van twee.

2 Regels

Tabel 1. Maten

Soort\tMaat
Sloot\t<p>twee meter</p> <p>soms drie</p>
\t

Soort\tMaat
Greppel\teen meter
"""


@pytest.mark.parametrize("einde", ["\n", "\r\n"])
def test_genummerde_secties(lees: Lees, einde: str) -> None:
    document = lees(NOTA.replace("\n", einde))
    assert [i for i in ids(document) if ":" not in i.removeprefix("sectie:")] == [
        "sectie:inhoudsopgave",
        "sectie:1",
        "sectie:1.1",
        "sectie:2",
    ]
    assert document.titel == "Handreiking sloten"
    assert vind(document, "sectie:1").eigen_tekst == "Dit gaat over sloten en oevers."
    assert vind(document, "sectie:1.1").eigen_tekst == "Veel sloten groeien dicht. Dat staat in artikel 3."
    assert vind(document, "sectie:1.1:sectie:1").kop == "Vervolg"
    assert vind(document, "sectie:1.1:sectie:1").eigen_tekst == "een lijst;\nvan twee."
    assert vind(document, "voetnoot:2").eigen_tekst == "Zie https://voorbeeld.test/sloot."
    tabel = vind(document, "tabel:1")
    assert (tabel.label, tabel.kop) == ("Tabel 1", "Maten")
    assert [[c.eigen_tekst for c in rij.kinderen] for rij in tabel.kinderen] == [
        ["Soort", "Maat"],
        ["Sloot", "twee meter\nsoms drie"],
        ["Greppel", "een meter"],
    ]
    assert "herhaalde tabelkop" in {w.reden for w in document.weggelaten}
    assert verschoven(document) == []


def test_zonder_inhoudsopgave_tellen_de_nummers(lees: Lees) -> None:
    document = lees(
        "Nota oevers\n\n1. Inleiding\n\nEen zin.\n\n1.1 Doel\n\nEen zin.\n\n2. Regels\n\n1. een punt.\n2. nog een.\n"
    )
    assert [b.nummer for b in document.bepalingen() if b.soort is BepalingSoort.SECTIE] == ["1", "1.1", "2"]
