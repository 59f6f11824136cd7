"""The command ``impact``."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import Any

from api.opdrachtregel.hoofd import BEANTWOORD, NIETS
from api.opdrachtregel.scherm import console, druk_lijst, meld
from api.opdrachtregel.wegschrijven import schrijf_antwoord
from api.opdrachtregel.werkplaats import open_graaf
from api.woorden import meervoud
from graph.antwoorden.impactgegevens import Geraakt, Impact, Impactgroep, Impactsprong
from graph.impact.regels import Gevolg
from ontologie.fouten import InvoerFout
from ontologie.verwijzing import ExternId

_KOLOMMEN = {
    "document": "Document", "bepaling": "Bepaling", "geraakt": "Geraakt", "stappen": "Stappen", "wat": "Wat",
    "pad": "Pad", "woorden": "Woorden", "advies": "Advies", "aantal_paden": "Aantal paden",
}  # fmt: skip
#: Characters shown of the words behind a step.
_KORT = 120


def impact(keuze: argparse.Namespace) -> int:
    """Everything that depends on a provision, or on what an act changes."""
    with open_graaf(keuze) as (_, antwoorden, _opslag):
        doel = antwoorden.lees_doel(" ".join(keuze.doel))
        if keuze.als and isinstance(doel, ExternId):
            raise InvoerFout(
                "--als kan niet bij een besluit: wat het met elke bepaling doet, staat vast.",
                advies="Noem een bepaling, of laat --als weg.",
            )
        gevolg = Gevolg(keuze.als or Gevolg.WIJZIGT)
        antwoord = antwoorden.impact(
            doel, gevolg=gevolg, op=keuze.op, stappen=keuze.stappen, limiet=keuze.limiet, vanaf=keuze.vanaf
        )
        if keuze.formaat == "docx":
            from api import antwoordstukken

            schrijf_antwoord(
                keuze.naar, antwoorden,
                lambda opmaak: antwoordstukken.impact(opmaak, doel, gevolg, keuze.op, keuze.stappen),
            )  # fmt: skip
            return BEANTWOORD if antwoord.groepen else NIETS
    if keuze.formaat == "tabel":
        for groep in antwoord.groepen:
            _toon(groep)
    else:
        druk_lijst((_rij(g, i) for g in antwoord.groepen for i in g.items), _KOLOMMEN, keuze.formaat)
    _meld(antwoord)
    return BEANTWOORD if antwoord.totaal else NIETS


def _toon(groep: Impactgroep) -> None:
    """What is touched in one document: each with its path, the words behind each step, and what to do.

    No table: the words and the advice would be cut to slivers.
    """
    scherm = console()
    graden = ", ".join(f"{n} {g.value}" for g, n in groep.per_graad)
    versie = f" ({groep.versie})" if groep.versie else ""
    hier = "" if len(groep.items) == groep.totaal else f"; hier {len(groep.items)} daarvan"
    scherm.print(f"{groep.werk.label}{versie}: {groep.totaal} geraakt ({graden}){hier}\n", style="bold")
    for i in groep.items:
        afstand = "direct" if i.stappen == 1 else f"in {i.stappen} stappen"
        scherm.print(f"{i.plek.kort}  {_geraakt(i)}, {afstand}: {i.kort}", style="bold")
        for regel in _padregels(i.paden[0]):
            scherm.print(f"  {regel}")
        if meer := i.aantal_paden - 1:
            scherm.print(f"  {f'Nog {meer} andere wegen' if meer > 1 else 'Nog 1 andere weg'}: --formaat json.")
        scherm.print(f"  {i.advies}\n")


def _padregels(pad: tuple[Impactsprong, ...]) -> Iterator[str]:
    """A line for each step of a path, with the words that say so."""
    for n, s in enumerate(pad):
        begin = f"{s.uit.kort} " if n == 0 else "  "
        elders = "" if s.bewijsplek == s.van else f" ({s.bewijsplek.kort})"
        yield f"{begin}{_stap(s)}" + (f": «{_ingekort(s.woorden)}»{elders}" if s.woorden else "")


def _ingekort(woorden: str) -> str:
    """The words with an ellipsis where they go on."""
    return woorden if len(woorden) <= _KORT else f"{woorden[:_KORT].rsplit(' ', 1)[0]} …"


def _geraakt(item: Geraakt) -> str:
    return f"{'' if item.zeker else 'mogelijk '}{item.graad.value} geraakt"


def _rij(groep: Impactgroep, item: Geraakt) -> dict[str, Any]:
    versie = f"@{groep.versie}" if groep.versie else ""
    pad = item.paden[0]
    return {
        "document": f"{groep.werk.kort}{versie}", "bepaling": item.plek.kort,
        "geraakt": _geraakt(item), "stappen": item.stappen,
        "wat": item.kort, "pad": _pad(pad), "woorden": pad[-1].woorden,
        "graad": item.graad.value, "gevolg": item.gevolg.value, "bereik": item.bereik.value, "zeker": item.zeker,
        "gewicht": item.gewicht, "advies": item.advies, "misschien_verwerkt": item.misschien_verwerkt,
        "paden": [[_sprong(s) for s in p] for p in item.paden],
        "aantal_paden": item.aantal_paden,
    }  # fmt: skip


def _pad(pad: tuple[Impactsprong, ...]) -> str:
    """From what changes to what is touched: "pw:8a:2:f ← (vult in) mrv:14l"; a wider target is named."""
    return " ".join([pad[0].uit.kort, *map(_stap, pad)])


def _stap(s: Impactsprong) -> str:
    via = f" {s.naar.kort}" if s.naar != s.uit else ""
    return f"← ({s.aard}{via}{'' if s.zeker else '?'}) {s.van.kort}"


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
        f"{meervoud(antwoord.totaal, ['bepaling', 'bepalingen'])} geraakt in ten hoogste "
        f"{meervoud(antwoord.stappen, ['stap', 'stappen'])}, waarvan {antwoord.direct} direct"
        f"{f' ({per_graad})' if per_graad else ''}.{tot}"
    )
    if antwoord.intern:
        verbanden = meervoud(antwoord.intern, ["onderling verband", "onderlinge verbanden"])
        meld(f"Daarnaast {verbanden} in wat zelf wijzigt.")
    _meld_eromheen(antwoord)
    for zin in antwoord.voorbehouden:
        meld(zin)
    if antwoord.afgekapt:
        meld(antwoord.afgekapt)
    if antwoord.volgende is not None:
        meld(f"Getoond tot en met {antwoord.volgende} van {antwoord.totaal}; verder met --vanaf {antwoord.volgende}.")
    elif antwoord.totaal and not antwoord.getoond:
        meld(f"Vanaf {antwoord.vanaf} is er niets meer: het zijn er {antwoord.totaal}.")


def _meld_eromheen(antwoord: Impact) -> None:
    """What lapses or shifts along, and who only names the whole regulation."""
    if antwoord.mee:
        meld(f"Vervalt mee: {', '.join(p.kort for p in antwoord.mee)}.")
    if antwoord.vernummerd:
        nieuw = ", ".join(f"{v.plek.kort} wordt {v.wordt or '?'} ({v.verwijzingen})" for v in antwoord.vernummerd)
        meld(f"Schuift waarschijnlijk op (met het aantal verwijzingen dat dan naar een ander nummer moet): {nieuw}.")
    if antwoord.zwak:
        zwak = ", ".join(f"{p.kort} {n}" for p, n in antwoord.zwak)
        meld(f"Noemt alleen de hele regeling, en is niet als geraakt geteld: {zwak}.")
