"""An invented law with duties to regulate, and invented ordinances with an explanation: input for relations."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from functools import cache
from pathlib import Path

from bronnen.lezen import Bestand
from bronnen.regeling import Naam, Regeling
from bronnen.register import Register
from bronnen.tekst.lezer import lees_tekst
from graph.boom import Bomen
from graph.relaties import Bibliotheek, leid_af
from graph.verwijzing import Herkenner
from ontologie.document import Document, DocumentSoort
from ontologie.relatie import Afleiding, Relatie, RelatieSoort
from ontologie.verwijzing import Verwijzing

REGISTER = Register(
    [
        Regeling(
            "rijwiel",
            "Rijwielwet",
            DocumentSoort.WET,
            "BWBR9100001",
            (Naam("Rijwielwet", "citeertitel"), Naam("Rww", "afkorting")),
            bestandsnamen=("rijwielwet.txt",),
        ),
        Regeling(
            "stalling",
            "Stallingsverordening",
            DocumentSoort.VERORDENING,
            "",
            (Naam("Stallingsverordening", "citeertitel"),),
            bestandsnamen=("stalling.txt",),
        ),
    ]
)

WET = """Rijwielwet

Artikel 1. Begrippen

In deze wet wordt verstaan onder:
a. stalling: plaats voor rijwielen;
b. beheerder: degene die een stalling houdt.

Artikel 4. Taken

1. Het college houdt toezicht op stallingen.
2. Het college kan ontheffing verlenen van het verbod, bedoeld in artikel 9.

Artikel 5. Verordeningen

1. De gemeenteraad stelt bij verordening regels over:
a. het aanwijzen van plaatsen voor een stalling;
b. de vergoeding voor het bewaren van rijwielen;
c. het verwijderen van wrakken.
2. De regels, bedoeld in het eerste lid, bepalen in ieder geval:
a. de wijze waarop de bewaartermijn en het ruimingsprotocol worden bekendgemaakt;
b. aan welke eisen een beheerder voldoet:
1°. de vakbekwaamheid van de beheerder;
2°. de bereikbaarheid van de beheerder buiten kantoortijd.

Artikel 6. Extra stallingen

1. De gemeenteraad kan bij verordening een groter aantal stallingen vaststellen dan het aantal, bedoeld in artikel 4.
2. Bij algemene maatregel van bestuur worden regels gesteld over de maten van een stalling.

Artikel 7. Premie

De beheerder heeft recht op een premie. De premie bedraagt een bij verordening vast te stellen bedrag.
"""

ARTIKELEN = """Stallingsverordening Nergenshuizen

De raad van de gemeente Nergenshuizen;

gelet op artikel 5, eerste lid, aanhef en onder a en b, en tweede lid, van de Rijwielwet;

besluit vast te stellen de Stallingsverordening Nergenshuizen.

Hoofdstuk 1. Algemeen

Artikel 1. Begripsbepalingen

In deze verordening wordt verstaan onder:
- houder: beheerder als bedoeld in artikel 5, tweede lid, onder b, van de wet;
- wrak: rijwiel dat door een persoon als bedoeld in artikel 4 van de wet is opgegeven;
- wet: Rijwielwet.

Hoofdstuk 2. Regels

Artikel 2. Plaatsen

1. Het college wijst plaatsen aan.
2. Het college maakt de aanwijzing bekend.
3. Het college kan een plaats tijdelijk sluiten.

Artikel 3. Vergoeding

1. De vergoeding bedraagt een euro per dag.
2. De bewaartermijn is dertien weken.

Artikel 4. Eisen aan de houder

1. De houder is geschoold.
2. De houder is telefonisch bereikbaar.

[Artikel 5. Extra plaatsen

Het college houdt, met toepassing van artikel 6, eerste lid, van de wet, tien extra plaatsen open.]

Artikel 6. Slot

Deze verordening wordt aangehaald als: Stallingsverordening Nergenshuizen.
"""


def _lees(naam: str, tekst: str) -> Document:
    with tempfile.TemporaryDirectory() as map_:
        pad = Path(map_) / naam
        pad.write_text(tekst, encoding="utf-8")
        return lees_tekst(tekst, Bestand(pad), REGISTER, "tekst", "tekst/1")


@cache
def wet() -> Document:
    return replace(_lees("rijwielwet.txt", WET), soort=DocumentSoort.WET, versie="2026-01-01")


def verordening(toelichting: str = "", artikelen: str = ARTIKELEN) -> Document:
    """The ordinance with an explanation behind it; ``toelichting`` has headings such as "Artikel 2. Plaatsen"."""
    staart = f"\nToelichting\n\nArtikelsgewijze toelichting\n\n{toelichting}\n" if toelichting else ""
    return _lees("stalling.txt", artikelen + staart)


def verwijzingen(document: Document) -> tuple[Verwijzing, ...]:
    return Herkenner(REGISTER, Bomen([wet(), document])).verwijzingen(document).verwijzingen


def afleiding(toelichting: str = "", artikelen: str = ARTIKELEN) -> Afleiding:
    document = verordening(toelichting, artikelen)
    return leid_af(document, verwijzingen(document), Bibliotheek.van([wet(), document], REGISTER))


def uit_toelichting(toelichting: str, soort: RelatieSoort = RelatieSoort.INVULLING) -> set[tuple[str, str, str]]:
    """What an explanation adds to the relations that the ordinance has without: (van, naar, strength)."""
    zonder = {(r.van, r.naar, r.sterkte) for r in afleiding().relaties if r.soort is soort}
    return {
        paar(r)
        for r in afleiding(toelichting).relaties
        if r.soort is soort and (r.van, r.naar, r.sterkte) not in zonder
    }


def paar(relatie: Relatie) -> tuple[str, str, str]:
    return str(relatie.van), str(relatie.naar), relatie.sterkte.value
