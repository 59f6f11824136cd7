"""The commands ``wijzigingen``, ``verschil`` and ``geschiedenis``."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import Any

from api.opdrachtregel.hoofd import BEANTWOORD, NIETS
from api.opdrachtregel.scherm import druk_lijst, meld
from api.opdrachtregel.wegschrijven import schrijf_antwoord
from api.opdrachtregel.werkplaats import open_graaf
from graph.antwoorden import Lijst
from graph.antwoorden.tijdgegevens import (
    Asregel,
    Documentverandering,
    Documentwijziging,
    Verschilregel,
    Versiekeuze,
    Werktelling,
    Wijzigingen,
    Wijzigingsrij,
)
from ontologie.identificatie import print_kort
from ontologie.wijziging import DatumAs, Woordverschil

_AS = {"as": "As", "artikelen": "Artikelen", "overige": "Overige", "werken": "Werken", "documenten": "Documenten",
       "daarna": "Daarna"}  # fmt: skip
_RIJ = {
    "dag": "Dag", "bepaling": "Bepaling", "effect": "Effect", "door": "Door",
    "inwerkingtreding_door": "In werking door", "in_werking": "In werking", "grond": "Grond",
}  # fmt: skip
_VERSCHIL = {"soort": "Wat", "oud": "Oud", "nieuw": "Nieuw", "weg": "Weg", "erbij": "Erbij"}
_VERSIE = {"versie": "Versie", "staat_erin": "Staat erin", "gelijk": "Als de vorige"}
#: Words shown of a passage that changed, in a table.
_KORT = 60


def wijzigingen(keuze: argparse.Namespace) -> int:
    """What changed in a period: per axis how much, or on one axis what."""
    as_ = DatumAs(keuze.as_) if keuze.as_ else None
    with open_graaf(keuze) as (_, antwoorden, _opslag):
        antwoord = antwoorden.wijzigingen(keuze.van, keuze.tot, as_, limiet=keuze.limiet, vanaf=keuze.vanaf)
        gevonden = any(a.per_werk or a.documenten for a in antwoord.assen)
        if keuze.formaat == "docx":
            from api import antwoordstukken

            schrijf_antwoord(
                keuze.naar, antwoorden, lambda o: antwoordstukken.wijzigingen(o, keuze.van, keuze.tot, as_)
            )  # fmt: skip
            return BEANTWOORD if gevonden else NIETS
    if as_ is None:
        druk_lijst((_as_rij(a) for a in antwoord.assen), _AS, keuze.formaat)
        meld("Een vraag naar wijzigingen heeft een datum-as nodig; kies er een met --as.")
    else:
        rijen = [*map(_rij, antwoord.rijen.items), *_documentrijen(antwoord)]
        druk_lijst(rijen, _RIJ, keuze.formaat)
    _meld_bij(antwoord)
    return BEANTWOORD if gevonden else NIETS


def _as_rij(a: Asregel) -> dict[str, Any]:
    rij: dict[str, Any] = {
        "as": a.as_.value, "artikelen": a.artikelen, "overige": a.overige,
        "werken": [_telling(w) for w in a.per_werk],
        "documenten": [f"{b.werk.kort}@{b.versie.naam}" for b in a.documenten],
        "omschrijving": a.omschrijving, "daarna": "",
    }  # fmt: skip
    if a.volgende is not None:
        rij["daarna"] = f"{a.volgende.dag}: " + ", ".join(_telling(w) for w in a.volgende.per_werk)
    return rij


def _telling(w: Werktelling) -> str:
    overige = f"+{w.overige}" if w.overige else ""
    return f"{w.werk.kort} {w.artikelen}{overige}"


def _rij(r: Wijzigingsrij) -> dict[str, Any]:
    g = r.gegevens
    return {
        "dag": r.dag, "bepaling": r.bepaling.kort, "opschrift": r.bepaling.opschrift,
        "soort": r.soort.value if r.soort else "werk", "effect": g.effect, "door": r.door.label if r.door else "",
        "inwerkingtreding_door": r.inwerkingtreding_door.label if r.inwerkingtreding_door else "",
        "ondertekend": g.ondertekend, "gepubliceerd": g.gepubliceerd,
        "inwerkingtreding_bekendgemaakt": g.inwerkingtreding_bekendgemaakt, "in_werking": g.in_werking,
        "terugwerkend_tot": g.terugwerkend_tot, "grond": "officieel",
    }  # fmt: skip


def _documentrijen(antwoord: Wijzigingen) -> Iterator[dict[str, Any]]:
    for document in antwoord.documenten:
        for verandering in document.veranderingen:
            yield _documentrij(document, verandering)


def _documentrij(document: Documentwijziging, v: Documentverandering) -> dict[str, Any]:
    return {
        "dag": document.bron.versie.naam, "bepaling": v.bepaling.kort, "opschrift": v.bepaling.opschrift,
        "effect": v.effect, "door": document.bron.titel, "grond": v.grond.value, "reden": v.reden,
        "bewijs": [f"{b.plek.kort} {b.begin}-{b.eind}" for b in v.bewijs],
    }  # fmt: skip


def _meld_bij(antwoord: Wijzigingen) -> None:
    """What belongs with the answer: counts by publication, what stays open, what is cut."""
    for plek, aantal in antwoord.per_publicatie:
        meld(f"{plek.label}: {aantal} artikelen.")
    if antwoord.as_ is not None:
        for a in antwoord.assen:
            if a.volgende is not None:
                werken = ", ".join(_telling(w) for w in a.volgende.per_werk)
                meld(f"Daarna het eerst op {a.volgende.dag}: {werken}.")
    for document in antwoord.documenten:
        naam = f"{document.bron.werk.kort}, versie {document.bron.versie.naam}"
        if not document.zeker:
            meld(f"{naam}: van deze datum valt maar een deel in de periode.")
        for voorbehoud in document.voorbehouden:
            meld(f"{naam}: {voorbehoud}")
    if antwoord.zonder_tekst:
        werken = ", ".join(p.kort for p in antwoord.zonder_tekst)
        meld(f"Zonder lopende tekst geladen, dus wat deze teksten over wijzigingen zeggen telt niet mee: {werken}.")
    _meld_deel(antwoord.rijen)


def _meld_deel(lijst: Lijst[Any]) -> None:
    if lijst.afgekapt:
        getoond = lijst.vanaf + len(lijst.items)
        meld(f"Getoond tot en met {getoond} van {lijst.totaal}; verder met --vanaf {getoond}.")


# --- two versions -------------------------------------------------------------------------------------------------


def verschil(keuze: argparse.Namespace) -> int:
    """How two loaded versions of a work or provision differ."""
    with open_graaf(keuze) as (_, antwoorden, _opslag):
        id_, _versie = antwoorden.lees_id(" ".join(keuze.bepaling))
        antwoord = antwoorden.verschil(id_, keuze.van, keuze.tot, limiet=keuze.limiet, vanaf=keuze.vanaf)
        if keuze.formaat == "docx":
            from api import antwoordstukken

            schrijf_antwoord(
                keuze.naar, antwoorden, lambda o: antwoordstukken.verschil(o, id_, keuze.van, keuze.tot)
            )  # fmt: skip
            return BEANTWOORD if antwoord.regels.totaal else NIETS
    volledig = keuze.formaat in ("json", "jsonl")
    aantal = druk_lijst((_verschil(r, volledig=volledig) for r in antwoord.regels.items), _VERSCHIL, keuze.formaat)
    meld(f"{antwoord.oud.werk.label}: {antwoord.oud.versie.naam} → {antwoord.nieuw.versie.naam}.")
    if antwoord.oud.versie.naam > antwoord.nieuw.versie.naam:
        meld("Let op: dit vergelijkt terug in de tijd; wat hier vervallen heet, is juist toegevoegd.")
    if not antwoord.regels.totaal:
        meld(f"Geen verschil in {print_kort(id_)} tussen deze versies.")
    if not antwoord.met_tekst:
        meld("De lopende tekst is niet geladen: alleen opbouw, nummers en opschriften zijn vergeleken, geen woorden.")
    _meld_deel(antwoord.regels)
    return BEANTWOORD if aantal else NIETS


def _verschil(r: Verschilregel, *, volledig: bool) -> dict[str, Any]:
    v = r.verschil
    rij: dict[str, Any] = {
        "soort": v.soort.value, "oud": r.oud.kort if r.oud else "", "nieuw": r.nieuw.kort if r.nieuw else "",
    }  # fmt: skip
    if not volledig:
        oud = [*_woorden(r.oud_opschrift, v.opschrift, 0), *_woorden(r.oude_tekst, v.tekst, 0)]
        nieuw = [*_woorden(r.nieuw_opschrift, v.opschrift, 2), *_woorden(r.nieuwe_tekst, v.tekst, 2)]
        return rij | {"weg": _knip(oud), "erbij": _knip(nieuw)}
    return rij | {
        "onderdeel": v.onderdeel.value, "gelijkenis": v.gelijkenis, "precies": v.precies, "in_werking": v.in_werking,
        "omvat": v.omvat, "herkend_aan": v.herkend_aan.value if v.herkend_aan else "",
        "opschrift": [_stuk(w, r.oud_opschrift, r.nieuw_opschrift) for w in v.opschrift],
        "tekst": [_stuk(w, r.oude_tekst, r.nieuwe_tekst) for w in v.tekst],
    }  # fmt: skip


def _woorden(tekst: str, verschillen: tuple[Woordverschil, ...], kant: int) -> Iterator[str]:
    return (deel for w in verschillen if (deel := tekst[w[kant] : w[kant + 1]]))


def _knip(delen: list[str]) -> str:
    return " … ".join(d if len(d) <= _KORT else f"{d[:_KORT]}…" for d in delen)


def _stuk(w: Woordverschil, oud: str, nieuw: str) -> dict[str, Any]:
    return {
        "oud_begin": w.oud_begin, "oud_eind": w.oud_eind, "nieuw_begin": w.nieuw_begin, "nieuw_eind": w.nieuw_eind,
        "weg": oud[w.oud_begin : w.oud_eind], "erbij": nieuw[w.nieuw_begin : w.nieuw_eind],
    }  # fmt: skip


# --- one provision through time -----------------------------------------------------------------------------------


def geschiedenis(keuze: argparse.Namespace) -> int:
    """The loaded versions and known changes of a provision; with a day also which version holds then."""
    keuze_op: Versiekeuze | None = None
    with open_graaf(keuze) as (_, antwoorden, _opslag):
        id_, _versie = antwoorden.lees_id(" ".join(keuze.bepaling))
        antwoord = antwoorden.geschiedenis(id_)
        if keuze.op is not None:
            keuze_op = antwoorden.versie_op(id_, keuze.op)
    versies = [
        {"versie": s.versie.naam, "staat_erin": "vervallen" if s.vervallen else s.aanwezig, "gelijk": s.gelijk}
        for s in antwoord.versies
    ]
    if keuze.formaat in ("json", "jsonl"):
        geheel: dict[str, Any] = {
            "bepaling": antwoord.bepaling.kort,
            "versies": versies,
            "wijzigingen": [_rij(r) for r in antwoord.wijzigingen],
            "meldingen": [{"effect": m.effect, "in": [b.plek.kort for b in m.bewijs]} for m in antwoord.meldingen],
        }
        if keuze_op is not None:
            geheel["op"] = _keuze(keuze_op)
        druk_lijst([geheel], {}, keuze.formaat)
    else:
        druk_lijst(versies, _VERSIE, keuze.formaat)
        druk_lijst(
            (_rij(r) for r in antwoord.wijzigingen), {k: v for k, v in _RIJ.items() if k != "dag"}, keuze.formaat
        )
        if keuze_op is not None:
            versie = keuze_op.versie.naam if keuze_op.versie else "geen geladen versie"
            meld(f"Op {keuze_op.op}: {versie} ({keuze_op.zekerheid.value}). {keuze_op.reden}")
    return BEANTWOORD if versies or antwoord.wijzigingen else NIETS


def _keuze(k: Versiekeuze) -> dict[str, Any]:
    return {
        "op": k.op, "versie": k.versie.naam if k.versie else None, "zekerheid": k.zekerheid.value, "reden": k.reden,
    }  # fmt: skip
