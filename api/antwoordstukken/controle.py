"""The findings of a check as a document and as rows: by seriousness and rule, each with its place and suggestion."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from api.antwoordstukken.teksten import teksten
from api.controle import VELDEN, als_rij
from api.uitvoer import (
    Blok,
    Kolom,
    Kop,
    Levering,
    Loop,
    Loopstijl,
    Rijen,
    Tabel,
    Uitvoerdocument,
    alinea,
    cel,
    opmerking,
)
from graph.antwoorden.controlegegevens import Bevonden, Controleuitkomst
from graph.controle import regels
from ontologie.controle import Ernst


def controle(uitkomst: Controleuitkomst, herkomst: str = "") -> Levering:
    """The report of one check; ``herkomst`` says what it was held against."""
    return Levering(
        f"controle-{uitkomst.werk or 'eigen'}",
        lambda: verslag(uitkomst, herkomst),
        lambda: Rijen(VELDEN, map(als_rij, uitkomst.bevonden)),
    )


def verslag(uitkomst: Controleuitkomst, herkomst: str = "") -> Uitvoerdocument:
    """The report as a document."""
    t = teksten()["controle"]
    aantallen = ", ".join(f"{n} × {t['ernst'][e]}" for e, n in uitkomst.telling().items() if n)
    blokken: list[Blok] = [alinea(t["gevonden"].format(aantallen=aantallen) if aantallen else t["niets"])]
    blokken += [opmerking(zin) for zin in uitkomst.voorbehouden]
    for ernst in Ernst:
        if bevonden := [b for b in uitkomst.bevonden if b.ernst is ernst]:
            blokken += [Kop(f"{t['koppen'][ernst]} ({len(bevonden)})"), *_per_regel(bevonden)]
    return Uitvoerdocument(
        titel=t["titel"].format(naam=uitkomst.titel),
        blokken=tuple(blokken),
        ondertitel=t["ondertitel"].format(bestand=uitkomst.bestand),
        merk=t["merk"],
        bron=herkomst,
        liggend=True,
    )


def _per_regel(bevonden: Iterable[Bevonden]) -> list[Blok]:
    t = teksten()["controle"]
    uitleg = {r.id: r.uitleg for r in regels()}
    kolommen = tuple(
        Kolom(t["kolommen"][k], b) for k, b in (("plaats", 3), ("woorden", 5), ("reden", 5), ("suggestie", 4))
    )
    blokken: list[Blok] = []
    for id_, groep in groupby(sorted(bevonden, key=lambda b: (b.thema, b.regel)), key=lambda b: b.regel):
        rij = list(groep)
        cellen = tuple(
            (
                cel(f"{b.plaats_naam} ({t['regel'].format(n=b.regelnummer)})"),
                cel(b.voor, Loop(b.woorden, Loopstijl.VET), b.na),
                cel(b.reden),
                cel(b.suggestie),
            )
            for b in rij
        )
        blokken += [Kop(rij[0].naam, 2), alinea(uitleg[id_]), Tabel(kolommen, cellen)]
    return blokken
