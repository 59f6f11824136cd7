"""Established facts against documents: only what the very file bears out is loaded, the rest is reported."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from pyoxigraph import NamedNode

from bronnen.kern import zonder_tekst
from bronnen.lezen import lees_document
from bronnen.lezers import LEZERS
from bronnen.register import laad_register
from bronnen.vaststellingen import Vaststellingen, lees_vaststellingen
from graph.tijd.vaststelling import Vaststellingscontrole
from ontologie.document import Document
from ontologie.identificatie import parse_kort
from ontologie.tekst import Span
from ontologie.wijziging import Effect, Vaststelling, Vindplaats
from tests.graph.regelingen import Schrijver, wegenregeling

NU = datetime(2026, 2, 3, tzinfo=UTC)


def brief() -> Document:
    s = Schrijver("wegbrief", "2025-09-01")
    passage = s.tekst("Aan het beheer van de wegen is een lid toegevoegd.")
    document = s.document("Brief", [s.bepaling("sectie/1", "1", "", passage)])
    bron = replace(document.bron, sha256="a" * 64)
    sectie = replace(document.wortel.kinderen[0], span=Span(0, len(document.origineel)))
    wortel = replace(document.wortel, span=sectie.span, inhoud=(sectie,))
    return replace(document, bron=bron, wortel=wortel)


def feiten(tmp_path: Path, **anders: object) -> Vaststellingen:
    woorden = brief().origineel[0:10]
    vindplaats = Vindplaats(
        "wegbrief", "2025-09-01", "a" * 64, Span(0, 10), hashlib.sha256(woorden.encode()).hexdigest()
    )
    feit = Vaststelling("lid", parse_kort("wegnh:2:2"), "2025-07-01", Effect.NIEUW, "Zo is het.", (vindplaats,))
    plaats = {k: v for k, v in anders.items() if k in Vindplaats.__slots__}
    rest = {k: v for k, v in anders.items() if k not in plaats}
    feit = replace(feit, bewijs=(replace(vindplaats, **plaats),), **rest)  # type: ignore[arg-type]
    pad = tmp_path / "proef.toml"
    pad.write_text("# proef", encoding="utf-8")
    return Vaststellingen("proef", pad, "Proef", date(2026, 2, 3), (feit,), ())


def controleer(bestand: Vaststellingen, *documenten: Document) -> tuple[int, tuple[str, ...]]:
    """How many facts are loaded, and what is reported."""
    controle = Vaststellingscontrole([bestand], laad_register())
    for document in documenten:
        controle.bekijk(document)
    klasse = NamedNode("https://w3id.org/regelgraaf/def#Vaststelling")
    return sum(q.object == klasse for q in controle.quads(NU)), controle.opmerkingen()


def test_wat_klopt_wordt_geladen(tmp_path: Path) -> None:
    assert controleer(feiten(tmp_path), wegenregeling(), brief()) == (1, ())


def test_zonder_lopende_tekst_telt_de_hash_van_het_bestand(tmp_path: Path) -> None:
    assert controleer(feiten(tmp_path), zonder_tekst(wegenregeling()), zonder_tekst(brief())) == (1, ())


@pytest.mark.parametrize(
    ("anders", "bericht"),
    [
        ({"sha256": "b" * 64}, "ander bestand dan waarop het bewijs rust"),
        ({"som": "c" * 64}, "niet die van het bewijs"),
        ({"span": Span(1, 11)}, "niet die van het bewijs"),
        ({"bepaling": parse_kort("wegnh:9")}, "wegnh:9 staat niet in versie 2025-07-01"),
        ({"versie": "2025-08-01"}, "niet geladen in versie 2025-08-01"),
    ],
)
def test_wat_niet_klopt_wordt_gemeld_en_niet_geladen(tmp_path: Path, anders: dict[str, object], bericht: str) -> None:
    if "versie" in anders:  # a name that a passage has too
        bestand = feiten(tmp_path)
        bestand = replace(bestand, vaststellingen=(replace(bestand.vaststellingen[0], versie=str(anders["versie"])),))
    else:
        bestand = feiten(tmp_path, **anders)
    geladen, opmerkingen = controleer(bestand, wegenregeling(), brief())
    assert geladen == 0
    assert len(opmerkingen) == 1
    assert "proef.toml, «lid»" in opmerkingen[0]
    assert bericht in opmerkingen[0]


def test_zonder_de_documenten_is_er_niets_te_melden(tmp_path: Path) -> None:
    assert controleer(feiten(tmp_path)) == (0, ())


def test_de_meegeleverde_feiten_kloppen_met_brief_en_model(echte_bronnen: Path) -> None:
    register = laad_register()
    controle = Vaststellingscontrole(lees_vaststellingen(), register)
    for naam in ("vng-ledenbrief-2025-12.txt", "vng-model-reintegratieverordening-2025-12.txt"):
        controle.bekijk(lees_document(echte_bronnen / naam, register, LEZERS))
    klasse = NamedNode("https://w3id.org/regelgraaf/def#Vaststelling")
    assert controle.opmerkingen() == ()
    assert sum(q.object == klasse for q in controle.quads(NU)) == 6
