"""Commands about documents: ``haal``, ``bouw``, ``kern``, ``bronnen``."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import Any

from api.opdrachtregel.hoofd import BEANTWOORD, MISLUKT, NIETS
from api.opdrachtregel.overzetten import schrijft_elders, zet_gebouwde_over
from api.opdrachtregel.scherm import bouwbalk, druk_lijst, haalbalk, meld
from api.opdrachtregel.werkplaats import (
    bouw_uit,
    gehaald,
    haalgrenzen,
    instellingen_van,
    laad_register_van,
    officiele_werken,
    open_graaf,
    vind,
)
from ontologie.fouten import InvoerFout


def bronnen(keuze: argparse.Namespace) -> int:
    """What is loaded."""
    with open_graaf(keuze) as (_, antwoorden, _opslag):
        geladen = antwoorden.bronnen()
    rijen = [
        {
            "werk": b.werk.kort,
            "versie": b.versie.naam,
            "titel": b.titel,
            "soort": b.soort.value,
            "geldig_van": b.versie.vanaf and b.versie.vanaf.isoformat(),
            "geldig_tot": b.versie.tot and b.versie.tot.isoformat(),
            "volledig": b.volledig,
            "met_tekst": b.met_tekst,
            "bepalingen": b.bepalingen,
            "verwijzingen": b.verwijzingen,
            "per_status": {s.value: n for s, n in b.per_status},
            "bestand": b.bestand,
            "formaat": b.formaat,
            "sha256": b.sha256,
            "graaf": b.graaf,
        }
        for b in geladen.items
    ]
    kolommen = {
        "werk": "Werk", "versie": "Versie", "soort": "Soort", "volledig": "Volledig", "met_tekst": "Tekst",
        "bepalingen": "Bepalingen", "verwijzingen": "Verwijzingen", "bestand": "Bestand", "sha256": "SHA-256",
    }  # fmt: skip
    if keuze.formaat == "tabel":
        rijen = [{**r, "sha256": str(r["sha256"])[:12]} for r in rijen]
    aantal = druk_lijst(rijen, kolommen, keuze.formaat)
    if geladen.bijgewerkt_tot and keuze.formaat == "tabel":
        meld(f"Bijgewerkt tot {geladen.bijgewerkt_tot.isoformat()}.")
    return BEANTWOORD if aantal else NIETS


def bouw(keuze: argparse.Namespace) -> int:
    """Build what changed since the last time, or everything with ``--opnieuw``; then put it over where that is set."""
    instellingen = instellingen_van(keuze)
    register = laad_register_van(instellingen)
    verslag = bouw_uit(vind(instellingen, register), instellingen, register, opnieuw=keuze.opnieuw)
    rijen = [
        {
            "bestand": b.pad.name,
            "uitkomst": b.lot.value,
            "bewerking": b.bewerking.value if b.bewerking is not None else "",
            "werk": b.werk,
            "versie": b.versie,
            "bepalingen": b.bepalingen,
            "verwijzingen": b.verwijzingen,
            "reden": b.reden,
            "meldingen": list(b.meldingen),
        }
        for b in verslag.bestanden
    ]
    kolommen = {
        "bestand": "Bestand", "uitkomst": "Uitkomst", "bewerking": "Bewerking", "werk": "Werk", "versie": "Versie",
        "bepalingen": "Bepalingen", "verwijzingen": "Verwijzingen", "reden": "Reden",
    }  # fmt: skip
    druk_lijst(rijen, kolommen, keuze.formaat)
    for opmerking in verslag.opmerkingen:
        meld(f"Niet geladen, want het klopt niet met de documenten: {opmerking}")
    if schrijft_elders(instellingen):
        zet_gebouwde_over(instellingen)
    return BEANTWOORD


def kern(keuze: argparse.Namespace) -> int:
    """Write the shipped facts anew."""
    from bronnen.kern import KERNMAP
    from graph.bouw import maak_kern

    instellingen = instellingen_van(keuze)
    register = laad_register_van(instellingen)
    vondst = vind(instellingen, register)
    if not vondst.met_tekst:
        raise InvoerFout("Er zijn geen documenten om de feiten uit te maken.", advies="Noem een map met --bronnen MAP.")
    meld(vondst.zin)
    with bouwbalk() as voortgang:
        paden = maak_kern([vondst.map], register, voortgang, Path(keuze.naar) if keuze.naar else KERNMAP)
    for pad in paden:
        print(pad)
    return BEANTWOORD if paden else NIETS


def haal(keuze: argparse.Namespace) -> int:
    """Fetch official texts, or take over documents at hand."""
    instellingen = instellingen_van(keuze)
    doel = instellingen.bronnen or gehaald(instellingen)
    doel.mkdir(parents=True, exist_ok=True)
    if keuze.van and (keuze.werk or keuze.op):
        raise InvoerFout("--van neemt een hele map over; daar hoort geen werk of datum bij.")
    rijen = list(_neem_over(keuze, doel) if keuze.van else _haal_op(keuze, doel))
    kolommen = {"werk": "Werk", "versie": "Versie", "bestand": "Bestand", "reden": "Reden"}
    if keuze.van:
        kolommen = {"bestand": "Bestand", "reden": "Reden"}
    druk_lijst(rijen, kolommen, keuze.formaat)
    gelukt = sum(1 for r in rijen if r["bestand"])
    meld(f"{gelukt} van {len(rijen)} in {doel}.")
    return BEANTWOORD if (gelukt and gelukt == len(rijen)) or (keuze.van and gelukt) else MISLUKT


def _neem_over(keuze: argparse.Namespace, doel: Path) -> list[dict[str, Any]]:
    from bronnen.haal import neem_over
    from bronnen.lezers import LEZERS

    register = laad_register_van(instellingen_van(keuze))
    return [
        {"bestand": str(o.naar) if o.naar else "", "reden": o.reden if o.naar else f"{o.van}: {o.reden}"}
        for o in neem_over(Path(keuze.van), doel, register, LEZERS)
    ]


def _haal_op(keuze: argparse.Namespace, doel: Path) -> list[dict[str, Any]]:
    from bronnen.haal import haal

    instellingen = instellingen_van(keuze)
    register = laad_register_van(instellingen)
    dag = keuze.op or date.today()
    werken = keuze.werk or officiele_werken(register)
    with haalbalk() as melder:
        return [
            {
                "werk": o.werk,
                "versie": o.versie,
                "bestand": str(o.pad) if o.pad else "",
                "was_er_al": o.was_er_al,
                "reden": str(o.fout) if o.fout else "was er al" if o.was_er_al else "",
            }
            for o in haal(
                werken, doel, register, dag, instellingen=haalgrenzen(instellingen), meld=melder, met_wti=keuze.wti
            )
        ]
