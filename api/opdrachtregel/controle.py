"""The command ``controle``: the technical check of a loaded work, of any file that can be read, or of text."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from api.opdrachtregel.hoofd import BEANTWOORD, NIETS
from api.opdrachtregel.scherm import druk_lijst, meld
from api.opdrachtregel.verwijzingen import INVOER_MAX, is_bestand, lijkt_bestand
from api.opdrachtregel.wegschrijven import schrijf_word
from api.opdrachtregel.werkplaats import instellingen_van, laad_register_van, open_graaf, vind
from graph.staat import huidige_naam
from ontologie.fouten import BronFout, InvoerFout

if TYPE_CHECKING:
    from api.controle import Controlekeuze
    from graph.antwoorden.controlegegevens import Controleuitkomst

_REGELKOLOMMEN = {"id": "Regel", "ernst": "Ernst", "thema": "Thema", "naam": "Naam", "uitleg": "Wat zij zoekt"}


def controle(keuze: argparse.Namespace) -> int:
    """Check a text, or tell which rules there are."""
    from api.controle import KOLOMMEN, als_rij

    if keuze.regels:
        return _toon_regels(keuze.formaat)
    if not keuze.bron:
        raise InvoerFout("Er is niets genoemd om te controleren.", advies="Noem een werk, een bestand of -.")
    g = _voer_uit(keuze)
    if keuze.formaat == "docx":
        return _schrijf_verslag(g, keuze.naar)
    n = druk_lijst(map(als_rij, g.bevonden), KOLOMMEN, keuze.formaat)
    for zin in g.voorbehouden:
        meld(zin)
    if not n:
        meld("De regels vonden niets.")
    return BEANTWOORD if n else NIETS


def _toon_regels(formaat: str) -> int:
    from graph.controle import regels

    rijen: list[dict[str, Any]] = [
        {"id": r.id, "ernst": r.ernst.value, "thema": r.thema.value, "naam": r.naam, "uitleg": r.uitleg}
        for r in regels()
    ]
    druk_lijst(rijen, _REGELKOLOMMEN, "tabel" if formaat == "docx" else formaat)
    return BEANTWOORD


def _gekozen(keuze: argparse.Namespace) -> Controlekeuze:
    from api.controle import Controlekeuze, lees_ernst

    zonder = tuple(naam.strip() for deel in keuze.zonder for naam in deel.split(",") if naam.strip())
    return Controlekeuze(zonder, lees_ernst(keuze.ernst), keuze.per_regel)


def _voer_uit(keuze: argparse.Namespace) -> Controleuitkomst:
    from api.controle import INGEVOERD, controleer_geladen, lees_inhoud, voer_uit
    from bronnen.kern import lees_kern
    from bronnen.lezen import lees_document
    from bronnen.lezers import LEZERS
    from graph.boom import Bomen

    gekozen = _gekozen(keuze)
    instellingen = instellingen_van(keuze)
    bestand = keuze.bron == "-" or is_bestand(Path(keuze.bron))
    if not bestand and lijkt_bestand(keuze.bron):
        raise BronFout(keuze.bron, "dit bestand bestaat niet")
    if bestand:
        register = laad_register_van(instellingen)
        if keuze.bron == "-":
            document = lees_inhoud(INGEVOERD, _standaardinvoer(), register)
        else:
            document = lees_document(Path(keuze.bron), register, LEZERS)
        if not (instellingen.extern_vraag or huidige_naam(instellingen.opslag)):
            return voer_uit(document, register, Bomen(k.document for k in lees_kern()), gekozen)
    with open_graaf(keuze) as (_, antwoorden, _opslag):
        if not bestand:
            map_ = vind(instellingen, antwoorden.register).map
            return controleer_geladen(antwoorden, map_, keuze.bron, keuze.versie or "", gekozen)
        return voer_uit(document, antwoorden.register, antwoorden.boom(), gekozen)


def _standaardinvoer() -> bytes:
    tekst = sys.stdin.read(INVOER_MAX + 1)
    if len(tekst) > INVOER_MAX:
        raise InvoerFout(f"De tekst is langer dan {INVOER_MAX} tekens.", advies="Lees haar in delen.")
    return tekst.encode("utf-8", errors="replace")


def _schrijf_verslag(uitkomst: Controleuitkomst, naar: str | None) -> int:
    from api.antwoordstukken import verslag

    schrijf_word(naar, lambda: verslag(uitkomst))
    meld(f"Het document noemt {len(uitkomst.bevonden)} punten.")
    return BEANTWOORD if uitkomst.bevonden else NIETS
