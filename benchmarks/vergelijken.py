"""Compare municipal variants with the model they were made from: ``python -m benchmarks.vergelijken [MODEL]``.

A generator makes variants of the model with the truth known (``benchmarks._varianten``): places filled in, variants
chosen, facultative parts left out, articles renumbered, split, merged and moved, leden split, merged, moved and
reworded, own articles and leden added. Each is written as text, read back by the reader as any ordinance, and compared.
The last measure is on other seeds and with other words than those that were looked at while building.

Without a file the model is read from ``REGELGRAAF_BRONNEN`` or ``shared/bronnen`` beside the checkout.
"""

from __future__ import annotations

import argparse
import difflib
import os
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks._varianten import BOUW, UITGEHOUDEN, Gekozen, Maker, Variant, Woordkeus, plek
from bronnen.lezen import Bestand, lees_document
from bronnen.lezers import LEZERS
from bronnen.register import Register, laad_register
from bronnen.tekst.lezer import lees_tekst
from graph.vergelijk import vergelijk
from ontologie.document import Document, InvulSoort
from ontologie.identificatie import BepalingId
from ontologie.vergelijking import Keuze, KeuzeSoort, Paarsoort, Vergelijking

WORTEL = Path(__file__).resolve().parent.parent
STANDAARD = "vng-model-reintegratieverordening-2025-12.txt"
#: Characters on a printed page of an ordinance.
BLADZIJDE = 3000


@dataclass(slots=True)
class Stand:
    """Counts over many variants."""

    goed: int = 0
    gevonden: int = 0
    waar: int = 0
    gelijk_goed: int = 0
    gelijk: int = 0
    weg_goed: int = 0
    weg: int = 0
    extra_goed: int = 0
    extra: int = 0
    keuzes_goed: int = 0
    keuzes: int = 0
    per_keuze: Counter[str] = field(default_factory=Counter)
    per_keuze_goed: Counter[str] = field(default_factory=Counter)
    missers: list[str] = field(default_factory=list)

    @property
    def precisie(self) -> float:
        return self.goed / max(1, self.gevonden)

    @property
    def vangst(self) -> float:
        return self.goed / max(1, self.waar)


def lees_variant(tekst: str, register: Register) -> Document:
    """A text as the reader reads any ordinance."""
    with tempfile.TemporaryDirectory() as map_:
        pad = Path(map_) / "eigen.txt"
        pad.write_text(tekst, encoding="utf-8")
        return lees_tekst(tekst, Bestand(pad), register, "tekst", "tekst/1")


def telt(id_: BepalingId) -> bool:
    """Whether a provision is part of the measure: articles and what is in them."""
    return id_.artikel is not None and id_.stappen[0].soort.value == "artikel"


def scoor(stand: Stand, variant: Variant, uitslag: Vergelijking) -> None:
    """Add the comparison of one variant to the counts."""
    gevonden = {
        (m, plek(e)) for p in uitslag.paren if p.model and p.eigen for m in p.model for e in p.eigen
        if telt(m) and telt(e)
    }  # fmt: skip
    waar = {(m, e) for m, e in variant.paren if telt(m)}
    stand.goed += len(gevonden & waar)
    stand.gevonden += len(gevonden)
    stand.waar += len(waar)
    stand.missers += [f"teveel {m} – {e}" for m, e in sorted(gevonden - waar)]
    stand.missers += [f"gemist {m} – {e}" for m, e in sorted(waar - gevonden)]
    _scoor_soorten(stand, variant, uitslag)
    _scoor_keuzes(stand, variant, uitslag)


def _scoor_soorten(stand: Stand, variant: Variant, uitslag: Vergelijking) -> None:
    soort = {plek(e): p.soort for p in uitslag.paren for e in p.eigen}
    stand.gelijk += len(variant.gelijk)
    stand.gelijk_goed += sum(soort.get(e) is Paarsoort.GELIJK for e in variant.gelijk)
    stand.missers += [f"niet gelijk {e}" for e in sorted(variant.gelijk) if soort.get(e) is not Paarsoort.GELIJK]
    boven = {p.eigen[0]: p.soort for p in uitslag.paren if p.soort is Paarsoort.EXTRA}
    extra = {plek(e) for e in boven}
    stand.extra += len(variant.extra)
    stand.extra_goed += sum(e in extra or e.rpartition("/")[0] in extra for e in variant.extra)
    lot = {p.model[0]: p.soort for p in uitslag.paren if p.model and not p.eigen}
    for weg, verwacht in ((variant.weggelaten, Paarsoort.WEGGELATEN), (variant.ontbreekt, Paarsoort.ONTBREEKT)):
        for id_ in (i for i in weg if telt(i)):
            stand.weg += 1
            eigen = next((lot[b] for b in (id_, *id_.voorouders()) if b in lot), None)
            stand.weg_goed += eigen is verwacht
            if eigen is not verwacht:
                stand.missers.append(f"{id_} is {verwacht.value}, gezegd {eigen}")


def _scoor_keuzes(stand: Stand, variant: Variant, uitslag: Vergelijking) -> None:
    gezegd = {plek(p.eigen[0]): p for p in uitslag.paren if len(p.eigen) == 1 and len(p.model) == 1}
    for naam, keuzes in variant.keuzes.items():
        paar = gezegd.get(naam)
        for keuze in keuzes:
            goed = paar is not None and any(_is(keuze, k) for k in paar.keuzes)
            stand.keuzes += 1
            stand.keuzes_goed += goed
            stand.per_keuze[keuze[2].value] += 1
            stand.per_keuze_goed[keuze[2].value] += goed
            if not goed:
                stand.missers.append(f"keuze {naam} {keuze}")


def _is(waar: Gekozen, gezegd: Keuze) -> bool:
    begin, eind, soort, waarde = waar
    if (gezegd.model_begin, gezegd.model_eind) != (begin, eind):
        return False
    if soort is InvulSoort.VARIANT:
        return gezegd.soort is KeuzeSoort.VARIANT
    if soort is InvulSoort.FACULTATIEF:
        return gezegd.soort is (KeuzeSoort.WEGGELATEN if waarde is None else KeuzeSoort.OVERGENOMEN)
    return " ".join(gezegd.waarde.split()) == waarde


def meet(model: Document, zaden: Iterable[int], keus: Woordkeus, register: Register) -> Stand:
    """The counts over the variants of some seeds."""
    stand = Stand()
    for zaad in zaden:
        variant = Maker(model, zaad, keus).maak()
        voor = len(stand.missers)
        scoor(stand, variant, vergelijk(lees_variant(variant.tekst, register), model))
        stand.missers[voor:] = [f"{zaad}: {m}" for m in stand.missers[voor:]]
    return stand


def toon(naam: str, stand: Stand) -> None:
    print(f"{naam}")
    print(f"  koppeling: precisie {stand.precisie:.4f}, vangst {stand.vangst:.4f} ({stand.waar} ware paren)")
    print(f"  ongewijzigd of alleen gekozen, als gelijk herkend: {stand.gelijk_goed} van {stand.gelijk}")
    print(f"  weggelaten en ontbrekende als zodanig: {stand.weg_goed} van {stand.weg}")
    print(f"  eigen toevoegingen als zodanig: {stand.extra_goed} van {stand.extra}")
    per = ", ".join(f"{s} {stand.per_keuze_goed[s]}/{n}" for s, n in sorted(stand.per_keuze.items()))
    print(f"  keuzes herkend: {stand.keuzes_goed} van {stand.keuzes} ({per})")


def meet_tijd(model: Document, register: Register, bladzijden: int = 60) -> tuple[float, float, int]:
    """Seconds of computing for an ordinance of so many pages (best of three), and difflib's on the same words."""
    tekst = ""
    zaad = 900
    while len(tekst) < bladzijden * BLADZIJDE:
        deel = Maker(model, zaad, BOUW).maak().tekst
        begin = len(re.findall(r"^Artikel ", tekst, re.MULTILINE))
        tekst += re.sub(r"^Artikel (\d+)", lambda m, b=begin: f"Artikel {int(m[1]) + b}", deel, flags=re.MULTILINE)  # type: ignore[misc]
        zaad += 1
    eigen = lees_variant(tekst, register)
    tijden = []
    for _ in range(3):
        begin_tijd = time.process_time()
        vergelijk(eigen, model)
        tijden.append(time.process_time() - begin_tijd)
    links, rechts = (re.findall(r"\w+|[^\w\s]", t) for t in (model.origineel, tekst))
    begin_tijd = time.process_time()
    difflib.SequenceMatcher(None, links, rechts).get_opcodes()
    return min(tijden), time.process_time() - begin_tijd, len(tekst)


def main(argumenten: Sequence[str] | None = None) -> int:
    """Measure; ends with 1 where precision or recall is below 0.97."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", nargs="?", type=Path, help="het model")
    parser.add_argument("--varianten", type=int, default=40, metavar="N", help="varianten per meting (standaard: 40)")
    parser.add_argument("--missers", type=int, default=0, metavar="N", help="toon de eerste missers")
    parser.add_argument("--alleen-bouw", action="store_true", help="alleen op de zaden waarop is gebouwd")
    opties = parser.parse_args(argumenten)
    pad = opties.model or Path(os.environ.get("REGELGRAAF_BRONNEN") or WORTEL.parent / "shared" / "bronnen") / STANDAARD
    if not pad.is_file():
        print("overgeslagen: het model ontbreekt (noem een bestand, of zet REGELGRAAF_BRONNEN)")
        return 0
    register = laad_register()
    model = lees_document(pad, register, LEZERS)
    metingen = [("zaden waarop is gebouwd", range(opties.varianten), BOUW)]
    if not opties.alleen_bouw:
        metingen.append(("uitgehouden zaden en woorden", range(5000, 5000 + opties.varianten), UITGEHOUDEN))
    laagst = 1.0
    for naam, zaden, keus in metingen:
        stand = meet(model, zaden, keus, register)
        toon(naam, stand)
        for misser in stand.missers[: opties.missers]:
            print(f"    {misser}")
        laagst = min(laagst, stand.precisie, stand.vangst)
    seconden, difflib_seconden, tekens = meet_tijd(model, register)
    print(f"verordening van {tekens // BLADZIJDE} bladzijden: {seconden:.2f} s")
    print(f"  difflib op dezelfde woorden, in dezelfde ronde: {difflib_seconden:.2f} s")
    return 0 if laagst >= 0.97 else 1


if __name__ == "__main__":
    sys.exit(main())
