"""Compare two versions of a law with its official metadata: ``python -m benchmarks.versievergelijking [OUD NIEUW]``.

Without files the two versions of the Participatiewet are read from ``REGELGRAAF_BRONNEN`` or ``shared/bronnen`` beside
the checkout. Reports the articles that changed by the metadata and by the texts, every article on which these differ,
the time (best of three) and the memory that comparing took at its peak, and how both grow on generated laws.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import time
import tracemalloc
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from bronnen.lezen import lees_document
from bronnen.lezers import LEZERS
from bronnen.register import laad_register
from graph.tijd import Deel, toets, vergelijk, vergelijk_delen
from ontologie.document import BepalingSoort, Document
from ontologie.identificatie import BepalingId, StapSoort
from ontologie.wijziging import Versieverschil

WORTEL = Path(__file__).resolve().parent.parent
STANDAARD = ("BWBR0015703_2023-10-07_0.xml", "BWBR0015703_2026-01-01_0.xml")


def meet(oud: Document, nieuw: Document) -> tuple[Versieverschil, float, float]:
    """The difference, the seconds that it took (best of three) and the MB that it needed at its peak."""
    tijden = []
    for _ in range(3):
        begin = time.perf_counter()
        verschil = vergelijk(oud, nieuw)
        tijden.append(time.perf_counter() - begin)
    tracemalloc.start()
    vergelijk(oud, nieuw)
    piek = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return verschil, min(tijden), piek / 1e6


def verzonnen(artikelen: int, leden: int = 4, woorden: int = 40) -> tuple[list[Deel], list[Deel]]:
    """Two versions of an invented law: every tenth article changed, every fiftieth gone, those after it renumbered."""
    kans = random.Random(artikelen)
    lexicon = [f"woord{n}" for n in range(2000)]
    werk = BepalingId("verzonnen")
    oud, nieuw = [_wortel(werk)], [_wortel(werk)]
    nummer = 0
    for n in range(1, artikelen + 1):
        teksten = [" ".join(kans.choices(lexicon, k=woorden)) for _ in range(leden)]
        _artikel(oud, werk, str(n), teksten)
        if n % 50:
            nummer += 1
            if n % 10 == 0:
                teksten[0] += " en een toevoeging"
            _artikel(nieuw, werk, str(nummer), teksten)
    return oud, nieuw


def _wortel(werk: BepalingId) -> Deel:
    return Deel(werk, BepalingSoort.REGELING, -1, "", "")


def _artikel(delen: list[Deel], werk: BepalingId, nummer: str, leden: Sequence[str]) -> None:
    id_ = werk.onder(StapSoort.ARTIKEL, nummer)
    plek = len(delen)
    delen.append(Deel(id_, BepalingSoort.ARTIKEL, 0, "", ""))
    for n, tekst in enumerate(leden, 1):
        delen.append(Deel(id_.onder(StapSoort.LID, str(n)), BepalingSoort.LID, plek, "", tekst))


def toon_groei() -> None:
    """Time on generated laws of growing size, without identifiers of the source."""
    print("verzonnen wetten, zonder stam-id's")
    for artikelen in (100, 1000, 4000):
        oud, nieuw = verzonnen(artikelen)
        begin = time.perf_counter()
        verschil = vergelijk_delen("verzonnen", ("1", oud), ("2", nieuw))
        duur = time.perf_counter() - begin
        soorten = Counter(v.soort.value for v in verschil.verschillen)
        samen = ", ".join(f"{aantal} {soort}" for soort, aantal in sorted(soorten.items()))
        print(f"  {artikelen:5} artikelen, {len(oud):6} bepalingen: {duur:6.2f} s   {samen}")


def main(argumenten: Sequence[str] | None = None) -> int:
    """Measure; ends with 1 where a mismatch has no explanation in the source's own identifiers."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bestanden", nargs="*", type=Path, help="de oude en de nieuwe versie")
    parser.add_argument("--zonder-groei", action="store_true", help="sla de verzonnen wetten over")
    opties = parser.parse_args(argumenten)
    map_ = Path(os.environ.get("REGELGRAAF_BRONNEN") or WORTEL.parent / "shared" / "bronnen") / "bwb"
    bestanden = opties.bestanden or [map_ / naam for naam in STANDAARD]
    if len(bestanden) != 2:
        parser.error("noem twee bestanden: de oude en de nieuwe versie")
    if not opties.bestanden and not all(p.is_file() for p in bestanden):
        print(
            "overgeslagen: de twee versies van de Participatiewet ontbreken (noem bestanden, of zet REGELGRAAF_BRONNEN)"
        )
        return 0
    register = laad_register()
    oud, nieuw = (lees_document(p, register, LEZERS) for p in bestanden)
    verschil, seconden, geheugen = meet(oud, nieuw)
    uitslag = toets(verschil, oud, nieuw)
    print(f"{nieuw.werk}: {oud.versie} → {nieuw.versie}")
    print(f"  artikelen gewijzigd volgens de metadata  {len(uitslag.volgens_metadata):4}")
    print(f"  artikelen gewijzigd volgens de tekst     {len(uitslag.volgens_tekst):4}")
    gelijk = len(set(uitslag.volgens_metadata) & set(uitslag.volgens_tekst))
    print(f"  in beide                                 {gelijk:4}")
    print(f"  verschillen in bepalingen                {len(verschil.verschillen):4}")
    soorten = Counter((v.soort.value, v.onderdeel.value) for v in verschil.verschillen)
    for (soort, onderdeel), aantal in sorted(soorten.items()):
        print(f"      {soort:20} {onderdeel:12} {aantal:4}")
    for v in verschil.weergave:
        print(f"  alleen anders getoond: {v.bepaling} (zelfde versie-id, in geen van beide in werking)")
    for afwijking in uitslag.afwijkingen:
        waar = "alleen tekst" if afwijking.in_tekst else "alleen metadata"
        print(f"  afwijking: {afwijking.artikel} {waar}: {afwijking.verklaring}")
    print(f"  tijd {seconden:.3f} s, geheugen {geheugen:.1f} MB op het hoogste punt (zonder het inlezen)")
    if not opties.zonder_groei:
        toon_groei()
    return 1 if uitslag.afwijkingen else 0


if __name__ == "__main__":
    sys.exit(main())
