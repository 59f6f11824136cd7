"""IRIs: ``https://w3id.org/regelgraaf/id/BWBR0015703/2026-01-01/artikel/8a/lid/2/onderdeel/f``."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import quote, unquote

from ontologie.fouten import IdentificatieFout
from ontologie.identificatie.bepaling import ZONDER_REGISTER, BepalingId, Naamgever, Stap, StapSoort
from ontologie.identificatie.codering import controleer_invoer, toon
from ontologie.identificatie.iribasis import basis


class Iri(NamedTuple):
    """An IRI taken apart: the provision and the version it names ("" for the work apart from versions)."""

    id: BepalingId
    versie: str


_VERSIE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?(_\d+)?")
_SOORTEN = {s.value: s for s in StapSoort}


def print_iri(id_: BepalingId, versie: str = "", namen: Naamgever = ZONDER_REGISTER) -> str:
    """The IRI: ``{basis}BWBR0015703[/2026-01-01]/artikel/8a/lid/2/onderdeel/f``; ``-`` stands for no number."""
    delen = [_codeer(namen.officieel(id_.werk))]
    if versie:
        delen.append(versie)
    for stap in id_.stappen:
        delen.append(stap.soort.value)
        delen.append(_codeer(stap.nummer) or "-")
    return basis() + "/".join(delen)


def _codeer(deel: str) -> str:
    if deel.isascii() and deel.isalnum():  # nearly every number, and made many times for one page
        return deel
    # "-", "." and ".." mean something in a path, so a number that is just that is written in percent form.
    if deel in ("-", ".", ".."):
        return "".join(f"%{ord(t):02X}" for t in deel)
    return quote(deel, safe="")


def parse_iri(iri: str, namen: Naamgever = ZONDER_REGISTER) -> Iri:
    """Read an IRI that ``print_iri`` wrote.

    Raises:
        IdentificatieFout: it does not start with the base or its path is not a path of steps.
    """
    schoon = controleer_invoer(iri, "een IRI")
    begin = basis()
    if not schoon.startswith(begin) or len(schoon) == len(begin):
        raise IdentificatieFout(f"«{toon(iri)}» is geen IRI van Regelgraaf.", advies=f"Die beginnen met {begin}.")
    werk, *rest = schoon[len(begin) :].split("/")
    if not werk:
        raise IdentificatieFout(f"«{toon(iri)}» is geen IRI van een bepaling: de naam van het werk ontbreekt.")
    versie = ""
    if rest and rest[0] not in _SOORTEN and _VERSIE.fullmatch(rest[0]):
        versie, *rest = rest
    if len(rest) % 2:
        raise IdentificatieFout(f"«{toon(iri)}» is geen volledige IRI: na «{toon(rest[-1])}» ontbreekt een nummer.")
    stappen = []
    for woord, nummer in zip(rest[::2], rest[1::2], strict=True):
        if woord not in _SOORTEN or not nummer:
            raise IdentificatieFout(
                f"«{toon(iri)}» is geen IRI van een bepaling: «{toon(woord)}» is geen soort bepaling."
            )
        stappen.append(Stap(_SOORTEN[woord], "" if nummer == "-" else unquote(nummer)))
    return Iri(BepalingId(namen.kort(unquote(werk)), tuple(stappen)), versie)
