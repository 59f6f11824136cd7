"""The command ``verwijzingen``: every reference of a loaded work, or of any file that can be read."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from api.opdrachtregel.hoofd import BEANTWOORD, NIETS
from api.opdrachtregel.scherm import druk_lijst
from api.opdrachtregel.werkplaats import instellingen_van, laad_register_van, open_graaf
from graph.antwoorden import Antwoorden, Gevonden, Plek
from graph.staat import huidige_naam
from ontologie.fouten import BronFout, InvoerFout
from ontologie.identificatie import BepalingId, Naamgever, print_kort
from ontologie.verwijzing import Doel, Verwijzing

#: References asked for at a time when all are wanted.
_DEEL = 1000
#: Largest text that is read from standard input, in characters.
_INVOER_MAX = 50_000_000

_KOLOMMEN = {
    "begin": "Begin", "eind": "Eind", "tekst": "Tekst", "doelen": "Doelen", "soort": "Soort", "status": "Status",
    "plaats": "Plaats",
}  # fmt: skip
_TOELICHTING = {"methode": "Methode", "reden": "Reden", "bestaand": "Bestaat", "kandidaten": "Kandidaten"}


def verwijzingen(keuze: argparse.Namespace) -> int:
    """Every reference of a loaded work or provision, or of a file."""
    pad = Path(keuze.bron)
    kolommen = {**_KOLOMMEN, **(_TOELICHTING if keuze.toelichting else {})}
    if keuze.bron == "-" or _is_bestand(pad):
        rijen: Iterable[dict[str, Any]] = _uit_bestand(keuze, pad)
        aantal = druk_lijst(rijen, kolommen, keuze.formaat)
    else:
        if _lijkt_bestand(keuze.bron):
            raise BronFout(keuze.bron, "dit bestand bestaat niet")
        with open_graaf(keuze) as (_, antwoorden, _opslag):
            aantal = druk_lijst(_uit_graaf(keuze, antwoorden), kolommen, keuze.formaat)
    return BEANTWOORD if aantal else NIETS


def _is_bestand(pad: Path) -> bool:
    try:
        return pad.is_file()
    except (OSError, ValueError):  # too long for a name, or a null byte in it
        return False


def _lijkt_bestand(invoer: str) -> bool:
    """Whether this was meant as a file: it has a path or the ending of a format that is read."""
    if invoer.startswith(("http://", "https://")):
        return False
    return "/" in invoer or invoer.lower().endswith((".txt", ".md", ".xml", ".pdf", ".docx"))


def _uit_graaf(keuze: argparse.Namespace, antwoorden: Antwoorden) -> Iterator[dict[str, Any]]:
    id_, versie = antwoorden.lees_id(keuze.bron)
    vanaf: int | None = 0
    while vanaf is not None:
        deel = antwoorden.verwijzingen_uit(id_, keuze.versie or versie, limiet=_DEEL, vanaf=vanaf)
        yield from (rij_van(v, toelichting=keuze.toelichting) for v in deel.items)
        vanaf = deel.volgende


def _uit_bestand(keuze: argparse.Namespace, pad: Path) -> Iterator[dict[str, Any]]:
    instellingen = instellingen_van(keuze)
    if instellingen.extern_vraag or huidige_naam(instellingen.opslag):
        # What is loaded tells which targets exist.
        with open_graaf(keuze) as (_, antwoorden, _opslag):
            register, boom = antwoorden.register, antwoorden.boom()
            yield from _herken(keuze, pad, register, boom)
        return
    yield from _herken(keuze, pad, laad_register_van(instellingen), None)


def _herken(keuze: argparse.Namespace, pad: Path, register: Any, boom: Any) -> Iterator[dict[str, Any]]:
    from bronnen.lezen import lees_document
    from bronnen.lezers import LEZERS
    from graph.tripels import regelingen_van
    from graph.verwijzing import Herkenner

    if keuze.bron == "-":
        tekst = sys.stdin.read(_INVOER_MAX + 1)
        if len(tekst) > _INVOER_MAX:
            raise InvoerFout(f"De tekst is langer dan {_INVOER_MAX} tekens.", advies="Lees haar in delen.")
        gevonden = Herkenner(register, boom).in_tekst(tekst)
    else:
        document = lees_document(pad, register, LEZERS)
        register = register.aangevuld(regelingen_van([document]))
        gevonden = Herkenner(register, boom).verwijzingen(document)
    for v in gevonden.verwijzingen:
        yield _rij_van_verwijzing(v, register, keuze.toelichting)


def rij_van(v: Gevonden, *, toelichting: bool) -> dict[str, Any]:
    """One reference of the graph as a row."""

    def kort(plekken: Iterable[Plek]) -> list[str]:
        return [p.kort for p in plekken]

    rij = {
        "begin": v.begin, "eind": v.eind, "tekst": v.woorden, "doelen": kort(v.doelen), "soort": v.soort.value,
        "status": v.status.value, "plaats": v.bron.kort,
    }  # fmt: skip
    if toelichting:
        rij |= {"methode": v.methode, "reden": v.reden, "bestaand": kort(v.bestaand), "kandidaten": kort(v.kandidaten)}
    return rij


def _rij_van_verwijzing(v: Verwijzing, namen: Naamgever, toelichting: bool) -> dict[str, Any]:
    def kort(doelen: Iterable[Doel]) -> list[str]:
        return [print_kort(d, namen) if isinstance(d, BepalingId) else str(d) for d in doelen]

    rij = {
        "begin": v.span.begin, "eind": v.span.eind, "tekst": v.tekst, "doelen": kort(v.doelen), "soort": v.soort.value,
        "status": v.status.value, "plaats": print_kort(v.plaats, namen) if v.plaats.werk else "",
    }  # fmt: skip
    if toelichting:
        rij |= {"methode": v.methode, "reden": v.reden, "bestaand": kort(v.bestaand), "kandidaten": kort(v.kandidaten)}
    return rij
