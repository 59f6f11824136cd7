"""The commands ``implementeert``, ``dekking`` and ``regelplichten``."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import Any

from api.opdrachtregel.hoofd import BEANTWOORD, NIETS
from api.opdrachtregel.scherm import druk_lijst, meld
from api.opdrachtregel.wegschrijven import schrijf_antwoord
from api.opdrachtregel.werkplaats import open_graaf
from graph.antwoorden.relatiegegevens import Bewijsplek, Dekking, Dekkingsregel, Plichtgegevens, Relatiegegevens
from ontologie.relatie import Regelvorm

_RELATIE = {
    "bepaling": "Bepaling", "opschrift": "Opschrift", "relatie": "Relatie", "doel": "Doel", "sterkte": "Sterkte",
    "via": "Via", "bewijs": "Bewijs",
}  # fmt: skip
_DEKKING = {
    "plicht": "Plicht", "modaliteit": "Moet/mag", "oordeel": "Oordeel", "door": "Door", "reden": "Reden",
    "woorden_wet": "Woorden van de wet", "woorden_verordening": "Woorden van de verordening",
}  # fmt: skip
_PLICHT = {
    "plicht": "Plicht", "modaliteit": "Moet/mag", "vorm": "Vorm", "adressaat": "Adressaat", "onderwerp": "Onderwerp",
}  # fmt: skip


def implementeert(keuze: argparse.Namespace) -> int:
    """What fills in a provision, or what it fills in."""
    with open_graaf(keuze) as (_, antwoorden, _opslag):
        id_, _versie = antwoorden.lees_id(" ".join(keuze.bepaling))
        gevonden = antwoorden.implementeert(id_, omgekeerd=keuze.omgekeerd)
        if keuze.formaat == "docx":
            from api import antwoordstukken

            schrijf_antwoord(keuze.naar, antwoorden, lambda opmaak: antwoordstukken.implementeert(opmaak, id_))
            return BEANTWOORD if gevonden.items else NIETS
        volledig = keuze.formaat in ("json", "jsonl")
        aantal = druk_lijst((rij_van(g, volledig=volledig) for g in gevonden.items), _RELATIE, keuze.formaat)
    for g in gevonden.uitgesloten:
        meld(f"Niet: {g.van.kort} {g.relatie} {g.naar.kort}. {g.reden}")
    if not aantal:
        meld(f"Geen relaties gevonden voor {gevonden.gevraagd.kort} in wat geladen is.")
    return BEANTWOORD if aantal else NIETS


def rij_van(g: Relatiegegevens, *, volledig: bool) -> dict[str, Any]:
    """One relation as a row; ``volledig`` with every passage of its evidence and its words."""
    rij: dict[str, Any] = {
        "bepaling": g.van.kort, "opschrift": g.opschrift, "doel": g.naar.kort, "relatie": g.relatie,
        "sterkte": g.sterkte.value, "via": g.via.value,
    }  # fmt: skip
    if not volledig:
        return rij | {"bewijs": _kort(g.bewijs[0]) if g.bewijs else ""}
    return rij | {
        "facultatief": g.facultatief, "deels": g.deels, "reden": g.reden, "regel": g.regel, "bron": g.bron.kort,
        "bron_versie": g.bron_versie, "bewijs": [_bewijs(b) for b in g.bewijs],
    }  # fmt: skip


def _kort(bewijs: Bewijsplek) -> str:
    return f"{bewijs.plek.kort} {bewijs.begin}-{bewijs.eind}"


def _bewijs(bewijs: Bewijsplek) -> dict[str, Any]:
    return {
        "plaats": bewijs.plek.kort, "begin": bewijs.begin, "eind": bewijs.eind, "regel": bewijs.regel,
        "tekst": bewijs.woorden,
    }  # fmt: skip


def dekking(keuze: argparse.Namespace) -> int:
    """The coverage of duties to regulate, per regulation and law."""
    with open_graaf(keuze) as (_, antwoorden, _opslag):
        verordening, wet = (antwoorden.lees_id(w)[0].werk if w else "" for w in (keuze.verordening, keuze.wet))
        matrices = antwoorden.dekking(verordening, wet)
        if keuze.formaat == "docx":
            from api import antwoordstukken

            schrijf_antwoord(keuze.naar, antwoorden, lambda o: antwoordstukken.dekking(o, verordening, wet))
            return BEANTWOORD if matrices else NIETS
        volledig = keuze.formaat in ("json", "jsonl")
        kolommen = _DEKKING if len(matrices) < 2 else {"verordening": "Verordening", "wet": "Wet", **_DEKKING}
        rijen = (rij for m in matrices for rij in _regels(m, alles=keuze.alles, volledig=volledig))
        aantal = druk_lijst(rijen, kolommen, keuze.formaat)
    for m in matrices:
        _meld_matrix(m, alles=keuze.alles)
    if not matrices:
        meld("Geen geladen verordening of model heeft een relatie met een geladen wet.")
    return BEANTWOORD if aantal else NIETS


def _regels(matrix: Dekking, *, alles: bool, volledig: bool) -> Iterator[dict[str, Any]]:
    for r in matrix.regels:
        if alles or r.binnen_grondslag:
            yield {
                "verordening": matrix.verordening.werk.kort,
                "wet": matrix.wet.werk.kort,
                **_dekkingsrij(r, volledig),
            }


def _dekkingsrij(r: Dekkingsregel, volledig: bool) -> dict[str, Any]:
    bewijs = [b for g in r.door for b in g.bewijs]
    rij: dict[str, Any] = {
        "plicht": r.plicht.plek.kort, "modaliteit": r.plicht.modaliteit.value, "oordeel": r.oordeel.value,
        "door": [f"[{g.van.kort}]" if g.facultatief else g.van.kort for g in r.door],
        "reden": f"{r.reden} {r.voorbehoud}".strip(), "woorden_wet": r.plicht.onderwerp or r.plicht.opdracht,
        "woorden_verordening": bewijs[0].woorden if bewijs else "",
    }  # fmt: skip
    if not volledig:
        return rij
    return rij | {
        "adressaat": r.plicht.adressaat, "onderverdeeld": not r.plicht.blad, "binnen_grondslag": r.binnen_grondslag,
        "relaties": [rij_van(g, volledig=True) for g in r.door],
    }  # fmt: skip


def _meld_matrix(matrix: Dekking, *, alles: bool) -> None:
    telling = ", ".join(f"{n} {o.value}" for o, n in matrix.telling().items() if n)
    meld(
        f"{matrix.verordening.werk.kort} tegenover {matrix.wet.werk.kort}: {telling} (onderdelen binnen de grondslag)."
    )
    buiten = sum(not r.binnen_grondslag for r in matrix.regels)
    if buiten and not alles:
        meld(f"{buiten} plichten vallen buiten de grondslag van de verordening; toon ze met --alles.")
    for bericht in matrix.bevindingen:
        meld(f"Fout in de bron: {bericht}")


def regelplichten(keuze: argparse.Namespace) -> int:
    """The duties and powers to regulate in a law."""
    with open_graaf(keuze) as (_, antwoorden, _opslag):
        werk = antwoorden.lees_id(keuze.werk)[0].werk
        plichten = antwoorden.regelplichten(werk, vorm=None if keuze.alle_vormen else Regelvorm.VERORDENING)
        aantal = druk_lijst((_plicht(p) for p in plichten), _PLICHT, keuze.formaat)
    return BEANTWOORD if aantal else NIETS


def _plicht(p: Plichtgegevens) -> dict[str, Any]:
    return {
        "plicht": p.plek.kort, "modaliteit": p.modaliteit.value, "vorm": p.vorm.value, "adressaat": p.adressaat,
        "onderwerp": p.onderwerp, "opdracht": p.opdracht, "onderverdeeld": not p.blad,
        "hoort_bij": p.hoort_bij.kort if p.hoort_bij else "",
    }  # fmt: skip
