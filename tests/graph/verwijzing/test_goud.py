"""The real documents against the gold annotations, and official files against the editors' links."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.goud import lees_documenten, lees_goud, rij, scoor
from benchmarks.verwijzingen_officieel import meet
from bronnen.register import Register, laad_register
from graph.boom import Bomen
from graph.verwijzing import Herkenner, vergelijk_met_redactie
from ontologie.document import Document
from ontologie.identificatie import BepalingId

GRENZEN = {
    "vng-model-reintegratieverordening-2025-12": 0.98,
    "vng-ledenbrief-2025-12": 0.97,
    "twenterand-raadsvoorstel-2024": 0.97,
    "schulinck-re-integratie": 0.97,
}


@pytest.fixture(scope="module")
def register() -> Register:
    return laad_register()


@pytest.fixture(scope="module")
def documenten(echte_bronnen: Path, register: Register) -> dict[str, Document]:
    return lees_documenten(echte_bronnen, register)


@pytest.fixture(scope="module")
def herkenner(documenten: dict[str, Document], register: Register) -> Herkenner:
    return Herkenner(register, Bomen(documenten.values()))


@pytest.mark.parametrize("naam", GRENZEN)
def test_goud(naam: str, goud: Path, documenten: dict[str, Document], herkenner: Herkenner, register: Register) -> None:
    gevonden = [rij(v, register) for v in herkenner.verwijzingen(documenten[naam]).verwijzingen]
    regels = lees_goud(goud / f"{naam}.jsonl")
    # The gold covers the document up to its last row.
    tot = max(r["eind"] for r in regels)
    score = scoor(regels, [g for g in gevonden if g["begin"] < tot])
    fouten = [(g["tekst"], d) for g, d in score.gemist] + [(v["tekst"], d) for v, d in score.vals]
    assert score.f1 >= GRENZEN[naam], fouten
    assert score.exact >= 0.95 * score.treffers


def test_officiele_links(documenten: dict[str, Document], herkenner: Herkenner, register: Register) -> None:
    tellingen = {"intref": [0, 0], "extref": [0, 0]}
    tegenspraak = 0
    for document in documenten.values():
        if not document.redactielinks or document.werk.startswith("CVDR"):
            continue
        for soort, telling in meet(document, herkenner.verwijzingen(document).verwijzingen, register).items():
            tellingen[soort][0] += telling.gevonden
            tellingen[soort][1] += telling.gevonden + len(telling.gemist)
            tegenspraak += len(telling.tegenspraak)
    for soort, (goed, totaal) in tellingen.items():
        assert totaal > 400, soort
        assert goed / totaal >= 0.97, (soort, goed, totaal)
    assert tegenspraak == 4  # two links, in both versions of the law


def test_bereiken_wijzen_in_het_bestand(documenten: dict[str, Document], herkenner: Herkenner) -> None:
    """In a file without markup the original holds the words of the mention."""
    document = documenten["vng-ledenbrief-2025-12"]
    for v in herkenner.verwijzingen(document).verwijzingen:
        assert "".join(document.origineel[v.span.begin : v.span.eind].split()) == "".join(v.tekst.split())


def test_woorden_winnen_van_de_link(documenten: dict[str, Document], herkenner: Herkenner, register: Register) -> None:
    document = documenten["BWBR0015703_2026-01-01_0"]
    verwijzingen = herkenner.verwijzingen(document).verwijzingen
    verschillen = vergelijk_met_redactie(document, verwijzingen, register)
    tegen = [v for v in verschillen if "maar staat op de woorden" in v.reden]
    assert [(str(v.linkdoel), v.verwijzing and str(v.verwijzing.doelen[0])) for v in tegen] == [
        ("pw:10a", "pw:10d:1:a"),
        ("pw:31", "pw:32:1"),
    ]
    assert all(isinstance(v.linkdoel, BepalingId) for v in tegen)
