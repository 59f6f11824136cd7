"""Compare with the links of the editors: ``python -m benchmarks.verwijzingen_officieel [BESTAND.xml …]``.

The reader keeps the editors' links apart from the text, so that references are recognised in the bare words. A link
counts as found where a recognised reference overlaps it and has a target in the same regulation and the same article
(for a link without article: the same structure unit, or the regulation). Candidates of an ambiguous reference do not
count. A link whose own words name another article than it points at is listed and not counted. Links to works that the
register does not name are measured twice: with the register alone, and with an oracle that takes the missing names from
the links themselves.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bronnen.lezen import lees
from bronnen.lezers import LEZERS
from bronnen.register import Naam, Regeling, Register, laad_register
from graph.boom import Bomen
from graph.verwijzing import Herkenner
from graph.verwijzing.redactie import linkdoel, spreekt_tegen, zelfde_artikel
from ontologie.document import Document, DocumentSoort, Redactielink
from ontologie.identificatie import BepalingId
from ontologie.verwijzing import Verwijzing

WORTEL = Path(__file__).resolve().parent.parent


@dataclass(slots=True)
class Telling:
    """What became of the links of one kind."""

    gevonden: int = 0
    gemist: list[Redactielink] = field(default_factory=list)
    tegenspraak: list[Redactielink] = field(default_factory=list)
    onleesbaar: int = 0

    def regel(self, naam: str) -> str:
        totaal = self.gevonden + len(self.gemist)
        deel = self.gevonden / totaal if totaal else 1.0
        uit = f"{naam:28} {self.gevonden}/{totaal} = {deel:.3f}"
        if self.tegenspraak:
            uit += f"   spreekt zijn eigen woorden tegen: {len(self.tegenspraak)}"
        if self.onleesbaar:
            uit += f"   doel niet te lezen: {self.onleesbaar}"
        return uit


def meet(document: Document, verwijzingen: Sequence[Verwijzing], register: Register) -> dict[str, Telling]:
    """The counts of internal and external links of one document."""
    uit = {"intref": Telling(), "extref": Telling()}
    volgorde = sorted(verwijzingen, key=lambda v: v.span)
    for link in document.redactielinks:
        telling = uit[link.soort]
        doel = linkdoel(link, register)
        if doel is None:
            telling.onleesbaar += 1
            continue
        raak = [v for v in volgorde if v.span.begin < link.span.eind and link.span.begin < v.span.eind]
        if any(zelfde_artikel(d, doel) for v in raak for d in v.doelen):
            telling.gevonden += 1
        elif spreekt_tegen(link, doel):
            telling.tegenspraak.append(link)
        else:
            telling.gemist.append(link)
    return uit


_NAAM_IN_LINK = re.compile(r"(?:van (?:de|het) |^)((?:[A-Z]|wet )[^,;]{3,})$")


def orakel(documenten: Iterable[Document], register: Register) -> Register:
    """The register with, for each linked work it does not name, the name that the links' own words give."""
    extra: dict[str, set[str]] = {}
    for document in documenten:
        for link in document.redactielinks:
            doel = linkdoel(link, register)
            if isinstance(doel, BepalingId) and register.regeling(doel.werk) is None:
                tekst = re.sub(r"\s+", " ", link.tekst).strip()
                if m := _NAAM_IN_LINK.search(tekst):
                    extra.setdefault(doel.werk, set()).add(m.group(1))
    nieuw = [
        Regeling(
            werk,
            sorted(namen)[0],
            DocumentSoort.OVERIGE_REGELING,
            werk,
            tuple(Naam(n, "citeertitel") for n in sorted(namen)),
        )
        for werk, namen in sorted(extra.items())
    ]
    return Register([*register, *nieuw])


def main(argumenten: Sequence[str] | None = None) -> int:
    """Measure every file, and all together."""
    standaard = Path(os.environ.get("REGELGRAAF_BRONNEN") or WORTEL.parent / "shared" / "bronnen") / "bwb"
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bestanden", nargs="*", type=Path)
    parser.add_argument("--toon", action="store_true", help="toon de gemiste en tegensprekende links")
    opties = parser.parse_args(argumenten)
    bestanden = opties.bestanden or sorted(standaard.glob("*.xml"))
    register = laad_register()
    documenten = [d for p in bestanden if isinstance(d := lees(p, register, LEZERS), Document) and d.redactielinks]
    if not documenten:
        print("overgeslagen: geen BWB-bestanden met links (noem bestanden, of zet REGELGRAAF_BRONNEN)")
        return 0
    for naam, lijst in (("register", register), ("register en orakel", orakel(documenten, register))):
        print(f"namen uit het {naam} ({len(lijst)} regelingen)")
        herkenner = Herkenner(lijst, Bomen(documenten))
        samen: dict[str, list[int]] = {"intref": [0, 0], "extref": [0, 0]}
        for document in documenten:
            tellingen = meet(document, herkenner.verwijzingen(document).verwijzingen, lijst)
            for soort, telling in tellingen.items():
                if not (telling.gevonden or telling.gemist or telling.onleesbaar):
                    continue
                samen[soort][0] += telling.gevonden
                samen[soort][1] += telling.gevonden + len(telling.gemist)
                print("  " + telling.regel(f"{document.werk} {document.versie} {soort}"))
                if opties.toon:
                    for link in telling.gemist:
                        print(f"      gemist {link.span.begin:7} {link.doel[:80]} «{link.tekst}»")
                    for link in telling.tegenspraak:
                        print(f"      tegen  {link.span.begin:7} {link.doel[:80]} «{link.tekst}»")
        for soort, (goed, totaal) in samen.items():
            print(f"  samen {soort}: {goed}/{totaal} = {goed / totaal if totaal else 1:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
