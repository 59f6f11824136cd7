"""Build again after one of many laws changed or came: seconds beside those of a full build, in the same run.

``python -m benchmarks.bijbouwen [--aantallen 1 10 100] [--artikelen 60]``. The laws are generated; each cites a few
others, so that a change of one touches some and not all. Exits with 1 where, with the most laws, replacing or adding
one costs more than a fifth of a full build.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from benchmarks._werken import STAMMEN
from bronnen.regeling import Naam, Regeling
from bronnen.register import Register
from graph.bouw import bouw, bouw_bij
from graph.bouwverslag import Bouwverslag
from ontologie.document import DocumentSoort

#: Share of a full build that replacing one of many laws may take.
GRENS = 0.2


def titel(nummer: int) -> str:
    return f"Vaarwegenwet {nummer} van het waterschap"


def schrijf_wet(map_: Path, nummer: int, aantal: int, artikelen: int, zaad: int = 0) -> None:
    """An invented law that cites itself in most articles, and the three laws before it now and then."""
    keuze = random.Random(nummer * 1000 + zaad)
    delen = []
    for n in range(1, artikelen + 1):
        leden = []
        for lid in range(1, 4):
            woorden = " ".join(keuze.choices(STAMMEN, k=30))
            ander = titel((nummer - keuze.randint(1, 3)) % aantal) if n % 10 == 0 else ""
            verwijzing = (
                f"Artikel {keuze.randint(1, artikelen)}, tweede lid, van de {ander} geldt niet."
                if ander
                else f"Artikel {keuze.randint(1, artikelen)}, eerste lid, geldt."
            )
            leden.append(f"<lid><lidnr>{lid}</lidnr><al>De {woorden}. {verwijzing}</al></lid>")
        kop = f"<kop><label>Artikel</label><nr>{n}</nr><titel>Over de {keuze.choice(STAMMEN)}</titel></kop>"
        delen.append(f"<artikel>{kop}{''.join(leden)}</artikel>")
    inhoud = (
        f'<?xml version="1.0" encoding="UTF-8"?><toestand bwb-id="BWBR8{nummer:06}" inwerkingtreding="2026-01-01">'
        f'<wetgeving soort="wet"><intitule>Wet</intitule><citeertitel>{titel(nummer)}</citeertitel>'
        f"<wet-besluit><wettekst>{''.join(delen)}</wettekst></wet-besluit></wetgeving></toestand>"
    )
    map_.mkdir(exist_ok=True)
    (map_ / f"{nummer:04}.xml").write_text(inhoud, encoding="utf-8")


def register(aantal: int) -> Register:
    return Register(
        Regeling(f"vw{n}", titel(n), DocumentSoort.WET, f"BWBR8{n:06}", (Naam(titel(n), "citeertitel"),))
        for n in range(aantal)
    )


def tijd(doe: Callable[[], Bouwverslag]) -> tuple[float, Bouwverslag]:
    begin = time.perf_counter()
    verslag = doe()
    return time.perf_counter() - begin, verslag


def meet(aantal: int, artikelen: int, map_: Path) -> dict[str, float]:
    """Seconds of a full build, and of building again after each kind of change."""
    bronnen, doel, bekend = map_ / "bronnen", map_ / "opslag", register(aantal + 1)
    for nummer in range(aantal):
        schrijf_wet(bronnen, nummer, aantal, artikelen)
    uit: dict[str, float] = {}
    uit["geheel"], verslag = tijd(lambda: bouw([bronnen], doel, bekend))
    print(f"  {aantal} wetten, {verslag.quads} tripels")
    print(f"    {'geheel':24} {uit['geheel']:7.2f} s")

    def bij(wat: str) -> None:
        uit[wat], verslag = tijd(lambda: bouw_bij([bronnen], doel, bekend))
        gedaan = Counter(b.bewerking.value for b in verslag.geladen if b.bewerking is not None)
        deel = uit[wat] / uit["geheel"]
        print(f"    {wat:24} {uit[wat]:7.2f} s  {deel:6.1%} van geheel  {dict(gedaan)}", flush=True)

    midden = aantal // 2
    schrijf_wet(bronnen, midden, aantal, artikelen, zaad=1)
    bij("woorden van een veranderd")
    schrijf_wet(bronnen, midden, aantal, artikelen + 1)
    bij("een met artikel erbij")
    schrijf_wet(bronnen, aantal, aantal, artikelen)
    bij("een toegevoegd")
    (bronnen / f"{aantal:04}.xml").unlink()
    bij("een weggehaald")
    bij("niets veranderd")
    return uit


def main() -> int:
    opties = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    opties.add_argument("--aantallen", type=int, nargs="+", default=[1, 10, 100])
    opties.add_argument("--artikelen", type=int, default=60)
    gekozen = opties.parse_args()
    uit: dict[str, float] = {}
    for aantal in sorted(gekozen.aantallen):
        with tempfile.TemporaryDirectory() as tijdelijk:
            uit = meet(aantal, gekozen.artikelen, Path(tijdelijk))
    duurste = max(s for wat, s in uit.items() if wat != "geheel") / uit["geheel"]
    goed = max(gekozen.aantallen) < 50 or duurste <= GRENS
    print(f"  duurste verandering {duurste:.1%} van een hele bouw (grens {GRENS:.0%}): {'goed' if goed else 'TE VEEL'}")
    return int(not goed)


if __name__ == "__main__":
    sys.exit(main())
