"""Commands that read: ``toon`` and ``zoek``."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from api.opdrachtregel.hoofd import BEANTWOORD, NIETS
from api.opdrachtregel.scherm import console, druk_lijst, meld
from api.opdrachtregel.verwijzingen import rij_van
from api.opdrachtregel.wegschrijven import schrijf_antwoord
from api.opdrachtregel.werkplaats import open_graaf
from graph.antwoorden import Antwoorden, Bepalinggegevens, Gevonden, Inkomende, Lijst, Niveau, Plek
from graph.antwoorden.tijdgegevens import Leesstand, Stand
from ontologie.document import DocumentSoort
from ontologie.fouten import InvoerFout, NietGevonden
from ontologie.identificatie import BepalingId

# --- toon ---------------------------------------------------------------------------------------------------------


def toon(keuze: argparse.Namespace) -> int:
    """One provision with everything around it."""
    with open_graaf(keuze) as (_, antwoorden, _opslag):
        id_, versie = antwoorden.lees_id(" ".join(keuze.bepaling))
        if keuze.op is not None:
            versie = _versie_op(antwoorden, id_, keuze.op)
        versie = keuze.versie or versie
        vandaag = date.today()
        standen = [antwoorden.leesstand(id_, versie, op=op) for op in dict.fromkeys((keuze.op or vandaag, vandaag))]
        bepaling = antwoorden.bepaling(id_, versie)
        if keuze.formaat == "docx":
            from api import antwoordstukken

            schrijf_antwoord(keuze.naar, antwoorden, lambda opmaak: antwoordstukken.bepaling(opmaak, id_, versie))
            return BEANTWOORD
        uit = antwoorden.verwijzingen_uit(id_, versie, limiet=keuze.limiet, vanaf=keuze.vanaf)
        in_ = antwoorden.verwijzingen_in(id_, alle_versies=keuze.alle_versies, limiet=keuze.limiet, vanaf=keuze.vanaf)
        if keuze.formaat == "json":
            standen_json = [{"op": s.op.isoformat(), "stand": s.stand.value, "bericht": s.bericht} for s in standen]
            antwoord = _bepaling_json(bepaling, uit, in_) | {"leesstand": standen_json}
            print(json.dumps(antwoord, ensure_ascii=False, indent=2))
        else:
            werk = antwoorden.verwijzingen_in(id_, niveaus=(Niveau.WERK,), limiet=1).totaal
            _toon_tekst(antwoorden, bepaling, standen)
            _toon_uit(uit)
            _toon_in(in_, werk)
    return BEANTWOORD


def _versie_op(antwoorden: Antwoorden, id_: BepalingId, op: date) -> str:
    """The loaded version to show for a day; what is not loaded is not shown as if it were."""
    gekozen = antwoorden.versie_op(id_, op)
    if gekozen.versie is None:
        raise NietGevonden(f"Op {op}: geen geladen versie. {gekozen.reden}")
    return gekozen.versie.naam


def _toon_tekst(antwoorden: Antwoorden, b: Bepalinggegevens, standen: Sequence[Leesstand]) -> None:
    scherm = console()
    scherm.print(
        b.plek.label + (f": {b.opschrift}" if b.opschrift and b.plek.label != b.opschrift else ""), style="bold"
    )
    stand = f"versie {b.versie.naam}" if b.versie.naam else "zonder datum"
    scherm.print(f"{b.ids.kort}  {b.ids.jci}  ({stand})".replace("    ", "  "))
    scherm.print(b.ids.iri)
    # That today's law is shown needs no words; that another day's is, or how sure it is, does.
    for bericht in dict.fromkeys(s.bericht for s in standen if s.stand is not Stand.GELDEND or s.op != date.today()):
        scherm.print(bericht)
    for vlag, tekst in ((b.vervallen, "Vervallen."), (not b.in_werking, "Nog niet in werking."),
                        (b.facultatief, "Facultatief.")):  # fmt: skip
        if vlag:
            scherm.print(tekst)
    scherm.print()
    if not b.bron.met_tekst:
        scherm.print("De lopende tekst is niet geladen. Laad de documenten met «regelgraaf bouw --bronnen MAP».")
    leestekst = (
        antwoorden.leestekst(b.plek.id, b.versie.naam, limiet=200) if isinstance(b.plek.id, BepalingId) else None
    )
    for knoop in leestekst.knopen.items if leestekst else ():
        insprong = "  " * (knoop.diepte - leestekst.knopen.items[0].diepte if leestekst else 0)
        kop = "".join(s.tekst for s in knoop.opschrift)
        regels = ["".join(s.tekst for s in alinea) for alinea in knoop.alineas]
        if knoop.vervolg or not (regels or kop or b.bron.met_tekst):
            begin = ""
        elif kop or not regels:
            begin = f"{knoop.aanduiding} {kop}".strip()
        else:
            begin = f"{knoop.aanduiding} {regels.pop(0)}".strip()
        for regel in ([begin] if begin else []) + regels:
            scherm.print(insprong + regel)
    if leestekst and leestekst.knopen.afgekapt:
        scherm.print(f"… (nog {leestekst.knopen.totaal - len(leestekst.knopen.items)} onderdelen)")


def _toon_uit(uit: Lijst[Gevonden]) -> None:
    scherm = console()
    scherm.print(f"\nVerwijst naar ({uit.totaal}):", style="bold")
    for v in uit.items:
        doelen = ", ".join(d.label for d in v.doelen) or "—"
        status = "" if v.status.value == "opgelost" else f"  [{v.status.value}] {v.reden}"
        scherm.print(f"  {v.bron.kort}: «{v.woorden}» → {doelen}{status}")
    _meld_afgekapt(len(uit.items), uit.totaal, uit.afgekapt)


_NIVEAUS = {
    Niveau.ZELF: "naar deze bepaling zelf",
    Niveau.ONDER: "naar een onderdeel ervan",
    Niveau.BOVEN: "naar wat eromheen staat",
    Niveau.WERK: "naar de regeling als geheel",
}


def _toon_in(in_: Inkomende, werk: int) -> None:
    scherm = console()
    delen = ", ".join(f"{aantal} {_NIVEAUS[niveau]}" for niveau, aantal in in_.per_niveau)
    scherm.print(f"\nVerwezen vanuit ({in_.totaal}: {delen}):", style="bold")
    for groep in in_.groepen:
        versie = f" ({groep.versie})" if groep.versie else ""
        scherm.print(f"  {groep.werk.label}{versie}: {groep.totaal}")
        for i in groep.items:
            v = i.verwijzing
            voor = f"…{v.voor[-60:]}" if len(v.voor) > 60 else v.voor
            na = f"{v.na[:40]}…" if len(v.na) > 40 else v.na
            merk = "" if i.niveau is Niveau.ZELF else f"  [{i.doel.kort}]"
            scherm.print(f"    {v.bron.kort}: {voor}«{v.woorden}»{na}{merk}")
    if werk:
        scherm.print(f"  Daarnaast noemen {werk} verwijzingen alleen de regeling als geheel.")
    _meld_afgekapt(in_.getoond, in_.totaal, in_.afgekapt)


def _meld_afgekapt(getoond: int, totaal: int, afgekapt: bool) -> None:
    if afgekapt:
        meld(f"Afgekapt: {getoond} van {totaal} getoond; meer met --limiet of --vanaf.")


def _bepaling_json(b: Bepalinggegevens, uit: Lijst[Gevonden], in_: Inkomende) -> dict[str, Any]:
    return {
        "bepaling": b.ids.kort,
        "label": b.plek.label,
        "iri": b.ids.iri,
        "versie_iri": b.ids.versie_iri,
        "jci": b.ids.jci,
        "citaat": b.ids.citaat,
        "versie": b.versie.naam,
        "versies": [v.naam for v in b.versies],
        "soort": b.soort.value,
        "aanduiding": b.aanduiding,
        "opschrift": b.opschrift,
        "tekst": b.tekst,
        "met_tekst": b.bron.met_tekst,
        "vervallen": b.vervallen,
        "in_werking": b.in_werking,
        "facultatief": b.facultatief,
        "in": [p.kort for p in b.kruimels],
        "onderdelen": [p.kort for p in b.kinderen.items],
        "verwijzingen_uit": {
            "totaal": uit.totaal,
            "afgekapt": uit.afgekapt,
            "items": [rij_van(v, toelichting=True) for v in uit.items],
        },
        "verwijzingen_in": {
            "totaal": in_.totaal,
            "afgekapt": in_.afgekapt,
            "per_niveau": {n.value: aantal for n, aantal in in_.per_niveau},
            "groepen": [
                {
                    "werk": g.werk.kort,
                    "titel": g.werk.label,
                    "versie": g.versie,
                    "totaal": g.totaal,
                    "items": [
                        {**rij_van(i.verwijzing, toelichting=True), "doel": i.doel.kort, "niveau": i.niveau.value,
                         "voor": i.verwijzing.voor, "na": i.verwijzing.na}
                        for i in g.items
                    ],
                }
                for g in in_.groepen
            ],
        },
    }  # fmt: skip


# --- zoek ---------------------------------------------------------------------------------------------------------


def zoek(keuze: argparse.Namespace) -> int:
    """Hits in the running text."""
    soort = _soort(keuze.soort)
    with open_graaf(keuze) as (_, antwoorden, _opslag):
        werk = antwoorden.lees_id(keuze.werk)[0].werk if keuze.werk else ""
        antwoord = antwoorden.zoek(
            " ".join(keuze.woorden), soort=soort, werk=werk, op=keuze.op, limiet=keuze.limiet, vanaf=keuze.vanaf
        )
    rijen: list[dict[str, Any]] = []
    if antwoord.direct and not keuze.vanaf:
        rijen.append(_treffer(antwoord.direct, antwoord.direct, "", "", "vindplaats"))
    rijen += (
        _treffer(t.plek, t.precies, "".join(w for w, _ in t.kop), "".join(w for w, _ in t.fragment), t.werk.label)
        for t in antwoord.treffers.items
    )
    aantal = druk_lijst(
        rijen, {"bepaling": "Bepaling", "label": "Waar", "kop": "Opschrift", "fragment": "Tekst"}, keuze.formaat
    )
    treffers = antwoord.treffers
    if not antwoord.alle_woorden:
        meld("Geen bepaling heeft alle woorden; deze hebben er een of meer.")
    _meld_afgekapt(len(treffers.items), treffers.totaal, treffers.afgekapt)
    if antwoord.zonder_tekst:
        meld(f"Alleen in opschriften gezocht van: {', '.join(p.kort for p in antwoord.zonder_tekst)}.")
    for k in antwoord.versies:
        versie = k.versie.naam if k.versie is not None else "-"
        meld(f"Doorzocht: {k.bepaling.kort}, versie {versie} ({k.zekerheid.value}). {k.reden}")
    if antwoord.niet_op:
        werken = ", ".join(p.kort for p in antwoord.niet_op)
        meld(f"Niet doorzocht, want een versie van {antwoord.op} of eerder is niet geladen: {werken}.")
    if not aantal:
        meld("Niets gevonden.")
    return BEANTWOORD if aantal else NIETS


def _treffer(plek: Plek, precies: Plek, kop: str, fragment: str, werk: str) -> dict[str, Any]:
    return {
        "bepaling": precies.kort,
        "label": precies.label,
        "artikel": plek.kort,
        "werk": werk,
        "kop": kop or plek.opschrift,
        "fragment": " ".join(fragment.split()),
        "iri": precies.iri,
    }


def _soort(waarde: str) -> DocumentSoort | None:
    try:
        return DocumentSoort(waarde) if waarde else None
    except ValueError as fout:
        raise InvoerFout(
            f"«{waarde}» is geen soort document.", advies=f"Kies uit {', '.join(s.value for s in DocumentSoort)}."
        ) from fout
