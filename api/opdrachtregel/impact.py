"""The command ``impact``."""

from __future__ import annotations

import argparse
from typing import Any

from api.opdrachtregel.hoofd import BEANTWOORD, NIETS
from api.opdrachtregel.scherm import druk_lijst, meld
from api.opdrachtregel.wegschrijven import schrijf_antwoord
from api.opdrachtregel.werkplaats import open_graaf
from graph.antwoorden.impactgegevens import Geraakt, Impact, Impactgroep, Impactsprong
from graph.impact.regels import Gevolg

_KOLOMMEN = {
    "document": "Document", "bepaling": "Bepaling", "geraakt": "Geraakt", "stappen": "Stappen", "wat": "Wat",
    "pad": "Pad", "woorden": "Woorden",
}  # fmt: skip
#: Words shown of a reference in a table.
_KORT = 80


def impact(keuze: argparse.Namespace) -> int:
    """Everything that depends on a provision, or on what an act changes."""
    with open_graaf(keuze) as (_, antwoorden, _opslag):
        doel = antwoorden.lees_doel(" ".join(keuze.doel))
        antwoord = antwoorden.impact(
            doel, gevolg=Gevolg(keuze.als), op=keuze.op, stappen=keuze.stappen, limiet=keuze.limiet, vanaf=keuze.vanaf
        )
        if keuze.formaat == "docx":
            from api import antwoordstukken

            gevolg = Gevolg(keuze.als)
            schrijf_antwoord(
                keuze.naar, antwoorden,
                lambda opmaak: antwoordstukken.impact(opmaak, doel, gevolg, keuze.op, keuze.stappen),
            )  # fmt: skip
            return BEANTWOORD if antwoord.groepen else NIETS
    volledig = keuze.formaat in ("json", "jsonl")
    rijen = [_rij(g, i, volledig=volledig) for g in antwoord.groepen for i in g.items]
    druk_lijst(rijen, _KOLOMMEN, keuze.formaat)
    _meld(antwoord)
    return BEANTWOORD if rijen else NIETS


def _rij(groep: Impactgroep, item: Geraakt, *, volledig: bool) -> dict[str, Any]:
    versie = f"@{groep.versie}" if groep.versie else ""
    pad = item.paden[0]
    rij: dict[str, Any] = {
        "document": f"{groep.werk.kort}{versie}", "bepaling": item.plek.kort,
        "geraakt": f"{'' if item.zeker else 'mogelijk '}{item.graad.value} geraakt", "stappen": item.stappen,
        "wat": item.kort, "pad": _pad(pad), "woorden": pad[-1].woorden[:_KORT],
    }  # fmt: skip
    if not volledig:
        return rij
    return rij | {
        "graad": item.graad.value, "gevolg": item.gevolg.value, "bereik": item.bereik.value, "zeker": item.zeker,
        "gewicht": item.gewicht, "advies": item.advies, "misschien_verwerkt": item.misschien_verwerkt,
        "woorden": pad[-1].woorden, "paden": [[_sprong(s) for s in p] for p in item.paden],
        "aantal_paden": item.aantal_paden,
    }  # fmt: skip


def _pad(pad: tuple[Impactsprong, ...]) -> str:
    """From what changes to what is touched: "pw:8a:2:f ← (vult in) mrv:14l"; a wider target is named."""
    delen = [pad[0].uit.kort]
    for s in pad:
        via = f" {s.naar.kort}" if s.naar != s.uit else ""
        delen.append(f"← ({s.aard}{via}{'' if s.zeker else '?'}) {s.van.kort}")
    return " ".join(delen)


def _sprong(s: Impactsprong) -> dict[str, Any]:
    return {
        "uit": s.uit.kort, "van": s.van.kort, "aard": s.aard.value, "naar": s.naar.kort, "bereik": s.bereik.value,
        "zeker": s.zeker, "reden": s.reden, "bewijs": s.bewijs, "in": s.bewijsplek.kort, "woorden": s.woorden,
    }  # fmt: skip


def _meld(antwoord: Impact) -> None:
    """What belongs with the answer: what changes, how much was found, and what was not looked at."""
    if antwoord.besluit:
        punten = ", ".join(f"{u.plek.kort} ({u.gevolg.value})" for u in antwoord.uitgangspunten)
        meld(f"{antwoord.gevraagd.label} wijzigt: {punten}.")
        if antwoord.noemen_besluit:
            meld(f"Het besluit zelf wordt {antwoord.noemen_besluit} keer genoemd.")
    per_graad = ", ".join(f"{n} {g.value}" for g, n in antwoord.per_graad)
    tot = f" Bekeken: deze bronnen, tot en met {antwoord.bijgewerkt_tot}." if antwoord.bijgewerkt_tot else ""
    meld(
        f"{antwoord.totaal} bepalingen geraakt in ten hoogste {antwoord.stappen} stappen, waarvan {antwoord.direct} "
        f"direct{f' ({per_graad})' if per_graad else ''}.{tot}"
    )
    if antwoord.intern:
        meld(f"Daarnaast {antwoord.intern} onderlinge verbanden in wat zelf wijzigt.")
    if antwoord.mee:
        meld(f"Vervalt mee: {', '.join(p.kort for p in antwoord.mee)}.")
    if antwoord.vernummerd:
        nieuw = ", ".join(f"{v.plek.kort} wordt {v.wordt or '?'} ({v.verwijzingen})" for v in antwoord.vernummerd)
        meld(f"Schuift waarschijnlijk op (met het aantal verwijzingen dat dan naar een ander nummer moet): {nieuw}.")
    if antwoord.zwak:
        zwak = ", ".join(f"{p.kort} {n}" for p, n in antwoord.zwak)
        meld(f"Noemt alleen de hele regeling, en is niet als geraakt geteld: {zwak}.")
    for zin in antwoord.voorbehouden:
        meld(zin)
    if antwoord.afgekapt:
        meld(antwoord.afgekapt)
    if antwoord.volgende is not None:
        meld(f"Getoond tot en met {antwoord.volgende} van {antwoord.totaal}; verder met --vanaf {antwoord.volgende}.")
