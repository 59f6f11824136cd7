"""Score the relations against a hand-made list: ``python -m benchmarks.implementeert [--goud TSV] [--bronnen MAP]``.

The list has the columns ``van``, ``naar`` and ``sterkte``, and may have ``twijfel``: a row whose doubt begins with "ja"
counts neither way, unless the doubt is about the strength alone ("ja (sterkte)"). A found relation counts where the
list is about the work it starts from. Every found relation is printed with its evidence; without a list only those.
"""

from __future__ import annotations

import argparse
import csv
import os
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from bronnen.lezen import lees_map
from bronnen.lezers import LEZERS
from bronnen.register import laad_register
from graph.boom import Bomen
from graph.relaties import Bibliotheek, leid_af
from graph.tripels import regelingen_van
from graph.verwijzing import Herkenner
from ontologie.document import Document
from ontologie.identificatie import print_kort
from ontologie.relatie import Relatie, RelatieSoort

WORTEL = Path(__file__).resolve().parent.parent
Paar = tuple[str, str]


def main() -> int:
    """Derive, print and score; 1 where no documents are at hand."""
    ontleder = argparse.ArgumentParser(description=__doc__)
    standaard = os.environ.get("REGELGRAAF_BRONNEN") or WORTEL.parent / "shared" / "bronnen"
    ontleder.add_argument("--bronnen", type=Path, default=Path(standaard))
    ontleder.add_argument("--goud", type=Path, help="lijst met de kolommen van, naar en sterkte")
    ontleder.add_argument("--stil", action="store_true", help="zonder de lijst van wat gevonden is")
    keuze = ontleder.parse_args()
    if not keuze.bronnen.is_dir():
        print(f"geen documenten in {keuze.bronnen}; overgeslagen", file=sys.stderr)
        return 1
    gevonden = list(_afgeleid(keuze.bronnen))
    if not keuze.stil:
        for relatie, document in gevonden:
            print(_regel(relatie, document))
    if keuze.goud:
        _toon_score(_lees_goud(keuze.goud), [r for r, _ in gevonden])
    return 0


def _afgeleid(map_: Path) -> Iterator[tuple[Relatie, Document]]:
    register = laad_register()
    documenten = [u.document for u in lees_map(map_, register, LEZERS) if u.document is not None]
    register = register.aangevuld(regelingen_van(documenten))
    herkenner = Herkenner(register, Bomen(documenten))
    bibliotheek = Bibliotheek.van(documenten, register)
    for document in documenten:
        verwijzingen = herkenner.verwijzingen(document).verwijzingen
        begin = time.perf_counter()
        afleiding = leid_af(document, verwijzingen, bibliotheek)
        duur = time.perf_counter() - begin
        aantallen = f"{len(afleiding.relaties)} relaties, {len(afleiding.regelplichten)} plichten"
        print(f"# {document.werk} {document.versie}: {aantallen}, {duur * 1000:.0f} ms")
        for bevinding in afleiding.bevindingen:
            print(
                f"# fout in de bron ({bevinding.bewijs.span.begin}-{bevinding.bewijs.span.eind}): {bevinding.bericht}"
            )
        yield from ((r, document) for r in afleiding.relaties)


def _regel(relatie: Relatie, document: Document) -> str:
    bewijs = relatie.bewijs[0]
    woorden = " ".join(document.origineel[bewijs.span.begin : bewijs.span.eind].split())
    delen = (*_paar(relatie), relatie.soort.value, relatie.sterkte.value, relatie.regel)
    return "\t".join((*delen, f"{bewijs.span.begin}-{bewijs.span.eind}", woorden[:160]))


def _paar(relatie: Relatie) -> Paar:
    return print_kort(relatie.van), print_kort(relatie.naar)


def _lees_goud(pad: Path) -> dict[Paar, dict[str, str]]:
    with pad.open(encoding="utf-8", newline="") as f:
        return {(r["van"], r["naar"]): r for r in csv.DictReader(f, delimiter="\t")}


def _telt(rij: dict[str, str]) -> bool:
    twijfel = rij.get("twijfel") or "nee"
    return twijfel.startswith("nee") or twijfel.startswith("ja (sterkte")


def _toon_score(goud: dict[Paar, dict[str, str]], relaties: Sequence[Relatie]) -> None:
    werken = {van.split(":")[0] for van, _ in goud}
    gevonden = {_paar(r): r for r in relaties if r.soort is not RelatieSoort.UITGESLOTEN and r.van.werk in werken}
    tellend = {p for p, rij in goud.items() if _telt(rij)}
    goed = tellend & gevonden.keys()
    vals, gemist = sorted(gevonden.keys() - goud.keys()), sorted(tellend - gevonden.keys())
    sterkte = sum(gevonden[p].sterkte.value == goud[p]["sterkte"] for p in goed)
    print(f"\nprecisie {_deel(len(goed), len(goed) + len(vals))}  dekking {_deel(len(goed), len(tellend))}")
    print(
        f"gelijke sterkte {_deel(sterkte, len(goed))}; buiten de telling {len(gevonden.keys() & goud.keys() - tellend)}"
    )
    for naam, paren in (("te veel", vals), ("gemist", gemist)):
        for van, naar in paren:
            print(f"{naam}\t{van}\t{naar}")


def _deel(teller: int, noemer: int) -> str:
    return f"{teller / noemer:.3f} ({teller} van {noemer})" if noemer else "- (0 van 0)"


if __name__ == "__main__":
    sys.exit(main())
