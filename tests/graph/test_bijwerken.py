"""Building from what was built before: the result is that of a full build, and only what changed is done again."""

from __future__ import annotations

import random
import signal
import sqlite3
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from pyoxigraph import Quad

from bronnen.regeling import Naam, Regeling
from bronnen.register import Register
from graph.bouw import bouw, bouw_bij
from graph.bouwverslag import Bewerking, Bouwverslag, Fase
from graph.staat import huidige_naam, open_opslag, open_staat
from graph.zoeken import Zoeker
from ontologie.document import DocumentSoort
from ontologie.termen import PROV
from tests.graph.wetten import REGISTER

_TITELS = {
    1: "Fietswet",
    2: "Steigerwet",
    3: "Vlotwet",
    # Works that the register does not know: their names come with their documents.
    4: "Wet op de zwevende brugverbindingen",
    5: "Pontverordening",
    6: "Wet inzake trekvaarten en jaagpaden 2019",
}
_WOORDEN = ("vlonder", "bel", "brug", "jaagpad", "veerpont", "re-integratie", "oever", "kade", "sluis", "trekpaard")


def regeling(nummer: int, artikelen: int, keuze: random.Random, datum: str = "2026-01-01") -> str:
    """An invented law whose articles cite other laws, present or not, with leden that may not exist."""
    delen = []
    for n in range(1, artikelen + 1):
        ander = _TITELS[keuze.choice([k for k in _TITELS if k != nummer])]
        if keuze.random() < 0.1:
            ander = ander.replace("zwevende", "zwevendde")
        zin = keuze.choice(
            (
                f"Artikel {keuze.randint(1, 6)}, {keuze.choice(('eerste', 'tweede'))} lid, van de {ander} geldt niet.",
                f"De artikelen 2 tot en met 5 van de {ander} zijn van toepassing.",
                f"De raad stelt bij verordening regels over de {keuze.choice(_WOORDEN)}, zie de {ander}.",
                f"Ter uitvoering van artikel {keuze.randint(1, 6)} van de {ander} is een {keuze.choice(_WOORDEN)} nodig.",
                f"Het eerste lid is van toepassing op een {keuze.choice(_WOORDEN)}.",
            )
        )
        leden = "".join(
            f"<lid><lidnr>{m}</lidnr><al>{zin} De {keuze.choice(_WOORDEN)} telt mee.</al></lid>"
            for m in range(1, keuze.randint(2, 4))
        )
        kop = f"<kop><label>Artikel</label><nr>{n}</nr><titel>Over een {keuze.choice(_WOORDEN)}</titel></kop>"
        delen.append(f"<artikel>{kop}{leden}</artikel>")
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><toestand bwb-id="BWBR900000{nummer}" inwerkingtreding="{datum}">'
        f'<wetgeving soort="wet"><intitule>Wet van enige dag</intitule><citeertitel>{_TITELS[nummer]}</citeertitel>'
        f"<wet-besluit><wettekst>{''.join(delen)}</wettekst></wet-besluit></wetgeving></toestand>"
    )


def zet(map_: Path, nummer: int, artikelen: int = 4, zaad: int = 0, datum: str = "2026-01-01") -> None:
    map_.mkdir(exist_ok=True)
    inhoud = regeling(nummer, artikelen, random.Random(zaad), datum)
    (map_ / f"{nummer}-{datum}.xml").write_text(inhoud, encoding="utf-8")


def quads(doelmap: Path) -> set[Quad]:
    with open_staat(doelmap) as staat:
        opslag = open_opslag(staat)
        alle = {q for q in opslag.store if q.predicate.value != str(PROV.generatedAtTime)}
        opslag.sluit()
    return alle


def zoekgegevens(doelmap: Path) -> list[object]:
    """All answers to every word, and the tables that widen a question."""
    with open_staat(doelmap) as staat:
        zoeker = Zoeker(staat.zoekindex)
        antwoorden: list[object] = [zoeker.zoek(w, alle_versies=a, limiet=500) for w in _WOORDEN for a in (True, False)]
        zoeker.sluit()
        with closing(sqlite3.connect(staat.zoekindex)) as db:
            for vraag in (
                "SELECT vorm, aantal FROM vorm ORDER BY vorm",
                "SELECT stam, vorm FROM stam ORDER BY stam, vorm",
                "SELECT vorm FROM samenstelling ORDER BY vorm",
                "SELECT term, doc, cnt FROM woordenlijst ORDER BY term",
                "SELECT werk, versie FROM zonder_tekst ORDER BY werk, versie",
                "SELECT iri, versie, nieuwste, kop, tekst, delen, keten FROM eenheid ORDER BY werk, versie, id",
            ):
                antwoorden.append(db.execute(vraag).fetchall())
    return antwoorden


def gelijk_aan_geheel(map_: Path, doelmap: Path, geheel: Path, register: Register = REGISTER) -> None:
    bouw([map_], geheel, register)
    bijgewerkt, opnieuw = quads(doelmap), quads(geheel)
    assert bijgewerkt - opnieuw == set()
    assert opnieuw - bijgewerkt == set()
    assert zoekgegevens(doelmap) == zoekgegevens(geheel)


def bewerkingen(verslag: Bouwverslag) -> dict[str, Bewerking | None]:
    return {b.pad.name: b.bewerking for b in verslag.geladen}


@pytest.mark.parametrize("zaad", range(6))
def test_na_een_willekeurige_reeks_is_alles_als_na_een_hele_bouw(tmp_path: Path, zaad: int) -> None:
    keuze, map_, doel = random.Random(zaad), tmp_path / "bronnen", tmp_path / "opslag"
    map_.mkdir()
    for nummer in keuze.sample(list(_TITELS), 4):
        zet(map_, nummer, keuze.randint(2, 6), keuze.random().__hash__())
    bouw_bij([map_], doel, REGISTER)
    overgenomen = 0
    for stap in range(5):
        for _ in range(keuze.randint(1, 2)):
            aanwezig = sorted(map_.glob("*.xml"))
            if len(aanwezig) > 2 and keuze.random() < 0.35:
                keuze.choice(aanwezig).unlink()
            else:
                datum = keuze.choice(("2026-01-01", "2026-01-01", "2024-07-01"))
                zet(map_, keuze.choice(list(_TITELS)), keuze.randint(1, 6), keuze.random().__hash__(), datum)
        verslag = bouw_bij([map_], doel, REGISTER)
        overgenomen += sum(b is Bewerking.OVERGENOMEN for b in bewerkingen(verslag).values())
        gelijk_aan_geheel(map_, doel, tmp_path / f"geheel-{stap}")
    assert overgenomen, "er is niets bijgewerkt, alles is steeds opnieuw gebouwd"
