"""The command ``vergelijk``: an own ordinance beside a model."""

from __future__ import annotations

import argparse
import json
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from api.opdrachtregel.hoofd import BEANTWOORD
from api.opdrachtregel.scherm import druk_lijst, meld
from api.opdrachtregel.werkplaats import haalgrenzen, open_graaf
from ontologie.fouten import BronFout, IdentificatieFout, NietGevonden

if TYPE_CHECKING:
    from api.instellingen import Instellingen
    from graph.antwoorden import Antwoorden
    from graph.antwoorden.eigengegevens import Eigenbeoordeling
    from ontologie.document import Document


def vergelijk(keuze: argparse.Namespace) -> int:
    """An own ordinance beside a model; prints a part of what is found, and the counts beside it."""
    from api.eigen.rijen import Toon, kolommen, rijen
    from api.eigen.vergelijken import schrijf, vergelijk_met
    from graph.tripels import regelingen_van

    with open_graaf(keuze) as (instellingen, antwoorden, _opslag):
        eigen = eigen_document(keuze, instellingen, antwoorden)
        uitkomst = vergelijk_met(antwoorden, eigen, keuze.model, keuze.op)
        register = antwoorden.register.aangevuld(regelingen_van([eigen]))
    toon = Toon(keuze.toon)
    if keuze.formaat == "json" and toon is Toon.ALLES:
        print(json.dumps(json.loads(schrijf(uitkomst)), ensure_ascii=False, indent=2))
    else:
        druk_lijst(rijen(uitkomst, toon, register), kolommen(toon), keuze.formaat)
    _meld(uitkomst)
    return BEANTWOORD


def _meld(uitkomst: Eigenbeoordeling) -> None:
    telling = ", ".join(f"{n} {s.value}" for s, n in uitkomst.vergelijking.telling().items() if n)
    meld(f"{uitkomst.vergelijking.eigen_titel} tegenover {uitkomst.vergelijking.model_titel}: {telling}.")
    for dekking in uitkomst.dekking:
        delen = ", ".join(f"{n} {o.value}" for o, n in dekking.telling().items() if n)
        meld(f"Opdrachten van de {dekking.wet.label} (onderdelen binnen de grondslag): {delen or 'geen'}.")
    standen: dict[str, int] = {}
    for regel in uitkomst.grondslag:
        standen[regel.stand.value] = standen.get(regel.stand.value, 0) + 1
    grondslag = ", ".join(f"{n} {s}" for s, n in standen.items())
    meld(f"Grondslag op {uitkomst.op.isoformat()}: {grondslag or 'de aanhef noemt er geen'}.")
    meld(f"Verwijzingen: {uitkomst.verwijzingen}, waarvan {len(uitkomst.losse)} zonder (geheel) bestaand doel.")
    for zin in (*uitkomst.vergelijking.meldingen, *uitkomst.voorbehouden):
        meld(f"Let op: {zin}")


def eigen_document(keuze: argparse.Namespace, instellingen: Instellingen, antwoorden: Antwoorden) -> Document:
    """The document that is named: a file, what is loaded, or with ``--haal`` what is fetched by its CVDR id."""
    from bronnen.haal_cvdr import haal_cvdr, is_cvdr_id

    naam = keuze.eigen
    if os.path.isfile(naam):
        return _lees(Path(naam), antwoorden)
    if os.path.isdir(naam):
        raise BronFout(naam, "dit is een map, geen bestand")
    if is_cvdr_id(naam) and keuze.haal:
        with tempfile.TemporaryDirectory() as map_:
            return _lees(haal_cvdr(naam, Path(map_), haalgrenzen(instellingen)), antwoorden)
    if "/" in naam or naam.lower().endswith((".txt", ".md", ".xml", ".pdf", ".docx")):
        raise BronFout(naam, "dit bestand bestaat niet")
    try:
        id_, versie = antwoorden.lees_id(naam.partition("_")[0] if is_cvdr_id(naam) else naam)
        return antwoorden.document(id_.werk, versie)
    except (NietGevonden, IdentificatieFout) as fout:
        if not is_cvdr_id(naam):
            raise
        advies = "Met --haal wordt deze verordening opgehaald."
        raise NietGevonden(f"«{naam}» is niet geladen.", advies=advies) from fout


def _lees(pad: Path, antwoorden: Antwoorden) -> Document:
    from api.eigen.vergelijken import EIGEN
    from bronnen.lezen import lees_document
    from bronnen.lezers import LEZERS
    from graph.vergelijk import als_werk

    return als_werk(lees_document(pad, antwoorden.register, LEZERS), EIGEN)
