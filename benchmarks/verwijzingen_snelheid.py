"""Speed of recognition with a register of 20,000 names: ``python -m benchmarks.verwijzingen_snelheid``.

Characters per second of processor time, on one core: running text of the Participatiewet (where the documents are at
hand), texts made to be slow, and beside them eyecite on English text where it is installed, as a yardstick only.
"""

from __future__ import annotations

import os
import random
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from bronnen.lezen import lees
from bronnen.lezers import LEZERS
from bronnen.register import Naam, Regeling, Register, laad_register
from graph.boom import Bomen
from graph.verwijzing import Herkenner
from ontologie.document import Document, DocumentSoort

WORTEL = Path(__file__).resolve().parent.parent
NAMEN = 20_000
_WOORDEN = [
    "arbeid",
    "bodem",
    "bouw",
    "burger",
    "cultuur",
    "dienst",
    "energie",
    "erfgoed",
    "financien",
    "gas",
    "gemeente",
    "gezondheid",
    "handel",
    "huur",
    "inkomen",
    "jeugd",
    "kennis",
    "kust",
    "landbouw",
    "lucht",
    "markt",
    "media",
    "milieu",
    "natuur",
    "onderwijs",
    "opvang",
    "pensioen",
    "recht",
    "reis",
    "ruimte",
    "samenwerking",
    "school",
    "sport",
    "subsidie",
    "toezicht",
    "uitvoering",
    "veiligheid",
    "verkeer",
    "vervoer",
    "visserij",
    "volk",
    "voorziening",
    "water",
    "welzijn",
    "werk",
    "wonen",
    "zee",
    "zorg",
]


def ruim_register() -> Register:
    """The register with invented laws added up to 20,000 names."""
    kans = random.Random(1)
    register = laad_register()
    extra = []
    aantal = sum(len(r.namen) for r in register)
    for n in range(NAMEN - aantal):
        soort = kans.choice(("Wet", "Wet op de", "Besluit", "Regeling", "Wet inzake", "Verordening"))
        titel = f"{soort} {' en '.join(kans.sample(_WOORDEN, 3))} {n}"
        extra.append(Regeling(f"x{n}", titel, DocumentSoort.WET, namen=(Naam(titel, "citeertitel"),)))
    return Register([*register, *extra])


def lastige_teksten() -> dict[str, str]:
    """Texts of at least a million characters that invite quadratic work."""
    return {
        "100.000 x «artikel 1 »": "artikel 1 " * 100_000,
        "100.000 x «artikel 1, »": "artikel 1, " * 100_000,
        "«artikelen 1, 1, 1, …»": "artikelen 1" + ", 1" * 350_000,
        "250.000 x «lid »": "lid " * 250_000,
        "100.000 x «eerste lid »": "eerste lid " * 100_000,
        "«eerste en eerste en …»": "eerste en " * 100_000,
        "100.000 x «onder a, »": "onder a, " * 110_000,
        "haken «[[[[»": "[" * 1_000_000,
        "«artikel [[[[»": "artikel " + "[" * 1_000_000,
        "«((((»": "(" * 1_000_000,
        "«van de wet van de wet …»": "van de wet " * 90_000,
        "«Participatiewet Participatiewet …»": "Participatiewet " * 62_500,
        "één regel van 10 MB": "het college verleent op aanvraag bijstand overeenkomstig het besluit, " * 145_000,
    }


def snelheid(tekst: str, doe: Callable[[str], object], rondes: int = 1) -> float:
    """Characters per second, the best of some rounds."""
    beste = min(_duur(tekst, doe) for _ in range(rondes))
    return len(tekst) / beste


def _duur(tekst: str, doe: Callable[[str], object]) -> float:
    begin = time.process_time()
    doe(tekst)
    return time.process_time() - begin


def _wet() -> Document | None:
    bronnen = Path(os.environ.get("REGELGRAAF_BRONNEN") or WORTEL.parent / "shared" / "bronnen")
    for pad in sorted((bronnen / "bwb").glob("BWBR0015703_*.xml"), reverse=True):
        gelezen = lees(pad, laad_register(), LEZERS)
        if isinstance(gelezen, Document):
            return gelezen
    return None


def _met_eyecite() -> None:
    try:
        from eyecite import get_citations
    except ImportError:
        print("eyecite is niet geïnstalleerd: overgeslagen (pip install eyecite)")
        return
    zin = "Under Roe v. Wade, 410 U.S. 113, 120 (1973), and 42 U.S.C. § 1983, the court held otherwise. "
    tekst = zin * 600
    print(f"{'eyecite, Engelse tekst':45} {snelheid(tekst, get_citations) / 1e6:8.2f} miljoen tekens/s")


def main(argumenten: Sequence[str] | None = None) -> int:
    """Print the figures."""
    del argumenten
    begin = time.process_time()
    register = ruim_register()
    wet = _wet()
    herkenner = Herkenner(register, Bomen([wet] if wet else []))
    aantal_namen = sum(len(r.namen) for r in register)
    print(f"register van {aantal_namen} namen en herkenner klaar in {time.process_time() - begin:.2f} s")
    if wet is None:
        print("de Participatiewet ontbreekt (REGELGRAAF_BRONNEN): overgeslagen")
    else:
        tekens = sum(len(p.tekst) for p in wet.passages())
        for naam, h in (("20.000 namen", herkenner), ("226 namen", Herkenner(laad_register(), Bomen([wet])))):
            duur = min(_tijd(h, wet) for _ in range(3))
            aantal = len(h.verwijzingen(wet).verwijzingen)
            print(f"{f'Participatiewet, {naam}, {aantal} verwijzingen':45} {tekens / duur / 1e6:8.2f} miljoen tekens/s")
    for naam, tekst in lastige_teksten().items():
        print(f"{naam:45} {snelheid(tekst, herkenner.in_tekst) / 1e6:8.2f} miljoen tekens/s")
    _met_eyecite()
    return 0


def _tijd(herkenner: Herkenner, document: Document) -> float:
    begin = time.process_time()
    herkenner.verwijzingen(document)
    return time.process_time() - begin


if __name__ == "__main__":
    sys.exit(main())
