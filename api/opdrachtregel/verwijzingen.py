"""The command ``verwijzingen``: every reference of a loaded work, or of any file that can be read."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from api.opdrachtregel.hoofd import BEANTWOORD, NIETS
from api.opdrachtregel.scherm import druk_lijst, meld
from api.opdrachtregel.werkplaats import instellingen_van, laad_register_van, open_graaf, vind
from graph.antwoorden import Gevonden, Plek
from graph.staat import huidige_naam
from ontologie.fouten import BronFout, InvoerFout
from ontologie.identificatie import BepalingId, Naamgever, print_kort
from ontologie.verwijzing import Doel, Verwijzing

if TYPE_CHECKING:
    from bronnen.register import Register
    from graph.verwijzing import Herkenner
    from ontologie.document import Document

#: References asked for at a time when all are wanted.
_DEEL = 1000
#: Largest text that is read from standard input, in characters.
INVOER_MAX = 50_000_000

_KOLOMMEN = {
    "begin": "Begin", "eind": "Eind", "tekst": "Tekst", "doelen": "Doelen", "soort": "Soort", "status": "Status",
    "plaats": "Plaats",
}  # fmt: skip
_TOELICHTING = {
    "methode": "Methode", "uitleg": "Uitleg", "reden": "Reden", "bestaand": "Bestaat", "kandidaten": "Kandidaten",
}  # fmt: skip


def verwijzingen(keuze: argparse.Namespace) -> int:
    """Every reference of a loaded work or provision, or of a file; or why one of them refers to what it does."""
    bestand = keuze.bron == "-" or is_bestand(Path(keuze.bron))
    if not bestand and lijkt_bestand(keuze.bron):
        wat = "dit is een map, geen bestand" if os.path.isdir(keuze.bron) else "dit bestand bestaat niet"
        raise BronFout(keuze.bron, wat)
    if keuze.plek is not None:
        return _leg_uit(keuze, bestand)
    rijen = _uit_bestand(keuze) if bestand else _uit_graaf(keuze)
    kolommen = {**_KOLOMMEN, **(_TOELICHTING if keuze.toelichting else {})}
    return BEANTWOORD if druk_lijst(rijen, kolommen, keuze.formaat) else NIETS


def meest_aangehaald(keuze: argparse.Namespace) -> int:
    """What the loaded documents refer to most."""
    with open_graaf(keuze) as (_, antwoorden, _opslag):
        deel = antwoorden.meest_aangehaald(limiet=keuze.limiet, vanaf=keuze.vanaf)
        rijen = ({"aantal": a.aantal, "doel": a.plek.kort, "label": a.plek.label} for a in deel.items)
        aantal = druk_lijst(rijen, {"aantal": "Aantal", "doel": "Doel", "label": "Naam"}, keuze.formaat)
    if deel.afgekapt:
        meld(f"Afgekapt: {aantal} van {deel.totaal} getoond; meer met --limiet of --vanaf.")
    if not aantal:
        meld("Geen verwijzingen gevonden in wat geladen is.")
    return BEANTWOORD if aantal else NIETS


def is_bestand(pad: Path) -> bool:
    """Whether this names a file that is there."""
    try:
        return pad.is_file()
    except (OSError, ValueError):  # too long for a name, or a null byte in it
        return False


def lijkt_bestand(invoer: str) -> bool:
    """Whether this was meant as a file: it has a path or the ending of a format that is read."""
    if invoer.startswith(("http://", "https://")):
        return False
    return "/" in invoer or invoer.lower().endswith((".txt", ".md", ".xml", ".pdf", ".docx"))


def _uit_graaf(keuze: argparse.Namespace) -> Iterator[dict[str, Any]]:
    with open_graaf(keuze) as (_, antwoorden, _opslag):
        id_, versie = antwoorden.lees_id(keuze.bron)
        vanaf: int | None = 0
        while vanaf is not None:
            deel = antwoorden.verwijzingen_uit(id_, keuze.versie or versie, limiet=_DEEL, vanaf=vanaf)
            yield from (rij_van(v, toelichting=keuze.toelichting) for v in deel.items)
            vanaf = deel.volgende


def _uit_bestand(keuze: argparse.Namespace) -> Iterator[dict[str, Any]]:
    with _herkenner(keuze, _lees(keuze)) as (herkenner, tekst, register):
        gevonden = herkenner.in_tekst(tekst) if isinstance(tekst, str) else herkenner.verwijzingen(tekst)
        for v in gevonden.verwijzingen:
            yield _rij_van_verwijzing(v, register, toelichting=keuze.toelichting)


@contextmanager
def _herkenner(
    keuze: argparse.Namespace, tekst: Document | str
) -> Iterator[tuple[Herkenner, Document | str, Register]]:
    """A recogniser that knows the document and which targets exist, from the built graph or the shipped facts."""
    from bronnen.kern import lees_kern
    from graph.boom import Bomen
    from graph.tripels import regelingen_van
    from graph.verwijzing import Herkenner

    eigen = [] if isinstance(tekst, str) else [tekst]
    instellingen = instellingen_van(keuze)
    if instellingen.extern_vraag or huidige_naam(instellingen.opslag):
        with open_graaf(keuze) as (_, antwoorden, _opslag):
            register = antwoorden.register.aangevuld(regelingen_van(eigen))
            yield Herkenner(register, antwoorden.boom()), tekst, register
    else:
        register = laad_register_van(instellingen).aangevuld(regelingen_van(eigen))
        yield Herkenner(register, Bomen(feiten.document for feiten in lees_kern())), tekst, register


def _lees(keuze: argparse.Namespace, pad: Path | None = None) -> Document | str:
    from bronnen.lezen import lees_document
    from bronnen.lezers import LEZERS

    if keuze.bron != "-":
        return lees_document(pad or Path(keuze.bron), laad_register_van(instellingen_van(keuze)), LEZERS)
    tekst = sys.stdin.read(INVOER_MAX + 1)
    if len(tekst) > INVOER_MAX:
        raise InvoerFout(f"De tekst is langer dan {INVOER_MAX} tekens.", advies="Lees haar in delen.")
    return tekst


# --- one reference explained --------------------------------------------------------------------------------------


def _leg_uit(keuze: argparse.Namespace, bestand: bool) -> int:
    tekst = _lees(keuze, None if bestand else _bestand_van(keuze))
    with _herkenner(keuze, tekst) as (herkenner, _, _register):
        uitleg = herkenner.leg_uit(tekst, keuze.plek)
    if uitleg is None:
        meld(f"Op teken {keuze.plek} staat geen verwijzing.")
        return NIETS
    for regel in uitleg.regels():
        print(regel)
    return BEANTWOORD


def _bestand_van(keuze: argparse.Namespace) -> Path:
    """The document that a loaded work was read from, by its name and hash."""
    from bronnen.lezen import Bestand

    instellingen = instellingen_van(keuze)
    with open_graaf(keuze) as (_, antwoorden, _opslag):
        id_, versie = antwoorden.lees_id(keuze.bron)
        bron = antwoorden.bepaling(id_, keuze.versie or versie).bron
        vondst = vind(instellingen, antwoorden.register)
    for pad in vondst.map.rglob("*"):
        if pad.name == bron.bestand and pad.is_file() and Bestand(pad).sha256 == bron.sha256:
            return pad
    raise BronFout(
        bron.bestand,
        f"dit document staat niet in {vondst.map}",
        advies="Noem de map met --bronnen, of het bestand zelf.",
    )


# --- rows ---------------------------------------------------------------------------------------------------------


def rij_van(v: Gevonden, *, toelichting: bool) -> dict[str, Any]:
    """One reference of the graph as a row."""

    def kort(plekken: Iterable[Plek]) -> list[str]:
        return [p.kort for p in plekken]

    rij = {
        "begin": v.begin, "eind": v.eind, "tekst": v.woorden, "doelen": kort(v.doelen), "soort": v.soort.value,
        "status": v.status.value, "plaats": v.bron.kort,
    }  # fmt: skip
    return rij | _toelichting(v.methode, v.reden, kort(v.bestaand), kort(v.kandidaten)) if toelichting else rij


def _rij_van_verwijzing(v: Verwijzing, namen: Naamgever, *, toelichting: bool) -> dict[str, Any]:
    def kort(doelen: Iterable[Doel]) -> list[str]:
        return [print_kort(d, namen) if isinstance(d, BepalingId) else str(d) for d in doelen]

    rij = {
        "begin": v.span.begin, "eind": v.span.eind, "tekst": v.tekst, "doelen": kort(v.doelen), "soort": v.soort.value,
        "status": v.status.value, "plaats": print_kort(v.plaats, namen) if v.plaats.werk else "",
    }  # fmt: skip
    return rij | _toelichting(v.methode, v.reden, kort(v.bestaand), kort(v.kandidaten)) if toelichting else rij


def _toelichting(methode: str, reden: str, bestaand: list[str], kandidaten: list[str]) -> dict[str, Any]:
    from graph.verwijzing.uitleg import METHODEN

    return {
        "methode": methode,
        "uitleg": METHODEN.get(methode, ""),
        "reden": reden,
        "bestaand": bestaand,
        "kandidaten": kandidaten,
    }
