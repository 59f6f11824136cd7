"""An invented law about ponds, and how to make an ordinance on it with one thing right or wrong."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

from bronnen.lezen import Bestand
from bronnen.regeling import Naam, Regeling
from bronnen.register import Register
from bronnen.tekst.lezer import lees_tekst
from graph.boom import Bomen
from graph.controle import controleer
from graph.tripels import regelingen_van
from ontologie.controle import Controle
from ontologie.document import Document, DocumentSoort

VANDAAG = date(2026, 6, 1)

REGISTER = Register(
    [
        Regeling(
            "vijverwet", "Vijverwet", DocumentSoort.WET, "BWBR9200001",
            (
                Naam("Vijverwet", "citeertitel", date(2020, 1, 1)),
                Naam("Wet op de waterpoelen", "voormalig", None, date(2020, 1, 1)),
                Naam("Vvw", "afkorting"),
            ),
            bestandsnamen=("vijverwet.txt",),
        ),
        Regeling(
            "oeverwet", "Wet oevers en kaden 2015", DocumentSoort.WET, "BWBR9200002",
            (Naam("Wet oevers en kaden 2015", "citeertitel"),),
        ),
    ]
)  # fmt: skip

WET = """Vijverwet

Artikel 1. Begrippen

In deze wet wordt verstaan onder:
a. vijver: stilstaand water;
b. oever: rand van een vijver.

Artikel 2. Taken

1. Het college houdt toezicht op vijvers.
2. Het college wijst oevers aan.

Artikel 3. Verordening

De gemeenteraad stelt bij verordening regels over:
a. het voeren van vissen;
b. het maaien van oevers.

Artikel 4. Geld

1. Het college heft een bijdrage.
2. De bijdrage bedraagt een euro.
3. De bijdrage vervalt aan de gemeente.
"""


def _lees(naam: str, tekst: str) -> Document:
    bestand = Bestand.in_geheugen(naam, tekst.encode())
    return lees_tekst(tekst, bestand, REGISTER, "tekst", "tekst/1")


@cache
def wet() -> Document:
    return replace(_lees("vijverwet.txt", WET), soort=DocumentSoort.WET, versie="2024-01-01")


def verordening(
    *artikelen: str,
    begrippen: str = "",
    toelichting: str = "",
    slot: str = "",
    titel: str = "Vijververordening Nergenshuizen",
) -> str:
    """An ordinance with these articles behind its definitions; each begins with its own heading."""
    eerste = begrippen or "- wet: Vijverwet."
    delen = [
        titel,
        "De raad van de gemeente Nergenshuizen;",
        "gelet op artikel 3 van de Vijverwet;",
        f"besluit vast te stellen de {titel}.",
        "Artikel 1. Begrippen",
        f"In deze verordening wordt verstaan onder:\n{eerste}",
        *artikelen,
    ]
    if slot:
        delen.append(slot)
    if toelichting:
        delen += ["Toelichting", "Artikelsgewijze toelichting", toelichting]
    return "\n\n".join(delen) + "\n"


def document(tekst: str, naam: str = "eigen.txt", *, soort: DocumentSoort | None = None, versie: str = "") -> Document:
    gelezen = _lees(naam, tekst)
    return replace(gelezen, soort=soort or gelezen.soort, versie=versie or gelezen.versie)


def controleer_tekst(tekst: str, *, soort: DocumentSoort | None = None, versie: str = "") -> Controle:
    return controleer_document(document(tekst, soort=soort, versie=versie))


def controleer_document(gelezen: Document) -> Controle:
    register = REGISTER.aangevuld(regelingen_van([gelezen]))
    return controleer(gelezen, register, Bomen([wet()]), vandaag=VANDAAG)
