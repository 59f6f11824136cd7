"""What commands share: settings with the options of the command, the documents, a build when one is needed."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from api.instellingen import Instellingen, lees_instellingen, met_opties
from api.opdrachtregel.scherm import bouwbalk, meld
from graph.staat import huidige_naam
from ontologie.fouten import toonbaar
from ontologie.identificatie.iribasis import stel_basis

if TYPE_CHECKING:
    from bronnen.overdracht import Haalinstellingen
    from bronnen.register import Register
    from bronnen.vinden import Vondst
    from graph.antwoorden import Antwoorden
    from graph.bouwverslag import Bouwverslag
    from graph.opslag import Opslag

#: Options of commands, and the setting that each replaces.
_OPTIES = {
    "opslag": "opslag",
    "bronnen": "bronnen",
    "host": "host",
    "poort": "poort",
    "werkers": "werkers",
    "adres": "haal_adres",
    "seconden": "sparql_seconden",
    "rijen": "sparql_rijen",
}


def instellingen_van(keuze: argparse.Namespace) -> Instellingen:
    """The settings, with the options that were given in their place."""
    opties = {veld: getattr(keuze, optie, None) for optie, veld in _OPTIES.items()}
    instellingen = met_opties(lees_instellingen(), opties)
    stel_basis(instellingen.basis)
    return instellingen


def laad_register_van(instellingen: Instellingen) -> Register:
    """The register with the user's additions."""
    from bronnen.register import laad_register

    return laad_register(instellingen.register)


def gehaald(instellingen: Instellingen) -> Path:
    """Where downloads are kept."""
    return instellingen.opslag / "gehaald"


def officiele_werken(register: Register) -> list[str]:
    """The works that Regelgraaf answers about and that are officially published."""
    from bronnen.vinden import KERNWERKEN

    return [w for w in KERNWERKEN if register.officieel(w).startswith("BWB")]


def haalgrenzen(instellingen: Instellingen, pogingen: int = 3) -> Haalinstellingen:
    """The bounds of a download, by the settings."""
    from bronnen.overdracht import OFFICIEEL, Haalinstellingen

    return Haalinstellingen(
        basis=instellingen.haal_adres or OFFICIEEL, tijdslimiet=instellingen.haal_seconden, pogingen=pogingen
    )


def vind(instellingen: Instellingen, register: Register) -> Vondst:
    """Where the documents are."""
    from bronnen.vinden import vind_bronnen

    return vind_bronnen(instellingen.bronnen, gehaald(instellingen), register)


def bouw_uit(vondst: Vondst, instellingen: Instellingen, register: Register, *, opnieuw: bool = False) -> Bouwverslag:
    """Build from the documents or the shipped facts, with a progress bar, and say what could not be read.

    What did not change since the last build is taken over, unless ``opnieuw``.
    """
    from api.versheid import leg_vast, vingerafdruk
    from graph.bouw import bouw, bouw_bij, bouw_uit_kern

    meld(vondst.zin)
    afdruk = vingerafdruk(vondst.map, instellingen.register)
    with bouwbalk() as voortgang:
        if vondst.met_feiten and vondst.met_tekst:
            verslag = bouw([vondst.map], instellingen.opslag, register, voortgang, aanvullen=True)
        elif vondst.met_tekst:
            maak = bouw if opnieuw else bouw_bij
            verslag = maak([vondst.map], instellingen.opslag, register, voortgang)
        else:
            verslag = bouw_uit_kern(instellingen.opslag, register, voortgang)
    leg_vast(instellingen.opslag, verslag.staat, afdruk)
    for fout in verslag.fouten:
        meld(f"Niet gelezen: {toonbaar(str(fout.pad))}: {fout.reden}")
    seconden = sum(s for _, s in verslag.seconden)
    verwijzingen = sum(n for _, n in verslag.per_status)
    gedaan = Counter(b.bewerking.value for b in verslag.geladen if b.bewerking is not None)
    hoe = f" ({', '.join(f'{n} {wat}' for wat, n in sorted(gedaan.items()))})" if len(gedaan) > 1 else ""
    meld(
        f"Gebouwd in {seconden:.1f} s: {len(verslag.geladen)} documenten{hoe}, {verwijzingen} verwijzingen, "
        f"{verslag.quads} tripels."
    )
    return verslag


@contextmanager
def open_graaf(keuze: argparse.Namespace) -> Iterator[tuple[Instellingen, Antwoorden, Opslag]]:
    """The graph to ask; where none was built yet, that is done first."""
    from api.dienst import Dienst

    instellingen = instellingen_van(keuze)
    if not instellingen.extern_vraag and not huidige_naam(instellingen.opslag):
        meld("Er is nog geen kennisgraaf; die wordt eerst gebouwd.")
        register = laad_register_van(instellingen)
        bouw_uit(vind(instellingen, register), instellingen, register)
    dienst = Dienst(instellingen)
    try:
        yield instellingen, dienst.antwoorden(), dienst.stand().opslag
    finally:
        dienst.sluit()
