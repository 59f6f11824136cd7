"""Score the recogniser against gold annotations: ``python -m benchmarks.goud [--goud MAP] [--uit MAP] [--toon]``.

A found pair (mention, target) is right where its range overlaps a gold mention with that target. Rows marked TWIJFEL or
KANDIDAAT count neither way; what is found on a row of kind GEEN is wrong. ``--uit`` writes what was found as jsonl, one
file per gold file, for other scorers.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bronnen.lezen import lees_map
from bronnen.lezers import LEZERS
from bronnen.register import Register, laad_register
from graph.boom import Bomen
from graph.verwijzing import Herkenner
from ontologie.document import Document
from ontologie.identificatie import BepalingId, print_kort
from ontologie.verwijzing import Verwijzing

WORTEL = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and F1 of one document, with how many right hits have exactly the gold range."""

    precisie: float
    dekking: float
    exact: int
    treffers: int
    per_soort: dict[str, tuple[int, int]]
    gemist: tuple[tuple[dict[str, Any], str], ...]
    vals: tuple[tuple[dict[str, Any], str], ...]

    @property
    def f1(self) -> float:
        som = self.precisie + self.dekking
        return 2 * self.precisie * self.dekking / som if som else 0.0


def rij(v: Verwijzing, register: Register) -> dict[str, Any]:
    """One reference as a row: range, words, targets in short notation, kind and status."""
    doelen = [print_kort(d, register) if isinstance(d, BepalingId) else str(d) for d in v.doelen]
    return {
        "begin": v.span.begin,
        "eind": v.span.eind,
        "tekst": v.tekst,
        "doelen": doelen,
        "soort": v.soort.value,
        "status": v.status.value,
        "methode": v.methode,
    }


def _twijfel(rij: dict[str, Any]) -> bool:
    return "TWIJFEL" in rij.get("noot", "") or "KANDIDAAT" in rij.get("noot", "")


def scoor(goud: Iterable[dict[str, Any]], gevonden: Iterable[dict[str, Any]]) -> Score:
    """Compare found rows with gold rows."""
    goud = sorted(goud, key=lambda g: g["begin"])
    nodig = {(i, d) for i, g in enumerate(goud) if not _twijfel(g) for d in g["doelen"]}
    geraakt: set[tuple[int, str]] = set()
    vals: list[tuple[dict[str, Any], str]] = []
    goed = exact = treffers = 0
    for v in gevonden:
        raak = [i for i, g in enumerate(goud) if g["begin"] < v["eind"] and v["begin"] < g["eind"]]
        for doel in set(v["doelen"]):
            treffer = [i for i in raak if doel in goud[i]["doelen"]]
            if treffer:
                goed += any((i, doel) in nodig for i in treffer)
                geraakt.update((i, doel) for i in treffer)
            elif not any(_twijfel(goud[i]) for i in raak):
                vals.append((v, doel))
        for i in raak:
            if set(v["doelen"]) & set(goud[i]["doelen"]):
                treffers += 1
                exact += (v["begin"], v["eind"]) == (goud[i]["begin"], goud[i]["eind"])
    per_soort: Counter[str] = Counter(goud[i]["soort"] for i, _ in nodig)
    raak_soort: Counter[str] = Counter(goud[i]["soort"] for i, d in nodig if (i, d) in geraakt)
    return Score(
        goed / (goed + len(vals)) if goed + len(vals) else 1.0,
        len(nodig & geraakt) / len(nodig) if nodig else 1.0,
        exact,
        treffers,
        {s: (raak_soort[s], n) for s, n in sorted(per_soort.items())},
        tuple((goud[i], d) for i, d in sorted(nodig - geraakt)),
        tuple(vals),
    )


def lees_goud(pad: Path) -> list[dict[str, Any]]:
    """The rows of one gold file."""
    return [json.loads(regel) for regel in pad.read_text(encoding="utf-8").splitlines() if regel.strip()]


def lees_documenten(map_: Path, register: Register) -> dict[str, Document]:
    """The documents of a folder by file name without extension."""
    return {u.pad.stem: u.document for u in lees_map(map_, register, LEZERS) if u.document is not None}


def toon(naam: str, score: Score, *, fouten: bool) -> None:
    """Print one score."""
    if fouten:
        for g, d in score.gemist:
            print(f"  gemist {g['begin']:6} {g['soort']:9} {d:28} «{g['tekst']}»")
        for v, d in score.vals:
            print(f"  vals   {v['begin']:6} {v['soort']:9} {d:28} «{v['tekst']}» {v['methode']}")
    soorten = ", ".join(f"{s} {n}/{t}" for s, (n, t) in score.per_soort.items())
    print(
        f"{naam:45} P {score.precisie:.3f}  R {score.dekking:.3f}  F1 {score.f1:.3f}  "
        f"exact {score.exact}/{score.treffers}  ({soorten})"
    )


def main(argumenten: Sequence[str] | None = None) -> int:
    """Score every gold file that has its document."""
    bronnen = Path(os.environ.get("REGELGRAAF_BRONNEN") or WORTEL.parent / "shared" / "bronnen")
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bronnen", type=Path, default=bronnen)
    parser.add_argument("--goud", type=Path, default=None, help="map met *.jsonl (standaard: goud naast de documenten)")
    parser.add_argument("--uit", type=Path, help="map voor wat gevonden is, als jsonl")
    parser.add_argument("--toon", action="store_true", help="toon wat gemist en wat ten onrechte gevonden is")
    opties = parser.parse_args(argumenten)
    goudmap = opties.goud or opties.bronnen.parent / "goud"
    if not opties.bronnen.is_dir() or not goudmap.is_dir():
        print("overgeslagen: de documenten of de gouden annotaties ontbreken (REGELGRAAF_BRONNEN)")
        return 0
    register = laad_register()
    documenten = lees_documenten(opties.bronnen, register)
    herkenner = Herkenner(register, Bomen(documenten.values()))
    for pad in sorted(goudmap.glob("*.jsonl")):
        document = documenten.get(pad.stem)
        if document is None:
            print(f"{pad.stem:45} geen document met deze naam")
            continue
        gevonden = [rij(v, register) for v in herkenner.verwijzingen(document).verwijzingen]
        if opties.uit:
            opties.uit.mkdir(parents=True, exist_ok=True)
            regels = "".join(json.dumps(g, ensure_ascii=False) + "\n" for g in gevonden)
            (opties.uit / pad.name).write_text(regels, encoding="utf-8")
        goud = lees_goud(pad)
        # Annotations may stop before the document does: what comes after the last row was not judged.
        tot = max((g["eind"] for g in goud), default=0)
        toon(pad.stem, scoor(goud, [g for g in gevonden if g["begin"] < tot]), fouten=opties.toon)
    return 0


if __name__ == "__main__":
    sys.exit(main())
