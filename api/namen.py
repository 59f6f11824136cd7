"""What to call a place in a list, and where it is read officially; the same on pages and in documents."""

from __future__ import annotations

import re
from itertools import takewhile

from graph.antwoorden import Plek
from ontologie.fouten import IdentificatieFout
from ontologie.identificatie import BepalingId, Naamregister, StapSoort, parse_kort, print_label

#: A short notation in a sentence; the stop after it is that of the sentence.
_NOTATIE = re.compile(r"\b[a-z][a-z0-9-]*:[\w:~-]*(?:\.\w[\w:~-]*)*[\w]")


def kaal_label(id_: BepalingId, namen: Naamregister) -> str:
    """The name of a provision without that of its work: "Artikel 8a, tweede lid"."""
    return print_label(id_, namen, met_titel=False)


def onder_kop(plek: Plek) -> bool:
    """Whether it is a part of a toelichting that has a heading only: its number is one of counting, printed nowhere."""
    id_ = plek.bepaling
    if id_ is None or len(id_.stappen) < 2 or not plek.opschrift:
        return False
    return id_.stappen[0].soort is StapSoort.TOELICHTING and id_.stappen[-1].soort is StapSoort.SECTIE


def naam_van(plek: Plek, namen: Naamregister, *, binnen: str = "") -> str:
    """What to call a place: its label, without the title of the work ``binnen``.

    A part of a toelichting that has a heading only goes by that: "Toelichting, «Algemeen»".
    """
    id_ = plek.bepaling
    if id_ is None or not id_.stappen:
        return plek.label
    if onder_kop(plek):
        genummerd = takewhile(lambda s: s.soort is not StapSoort.SECTIE, id_.stappen)
        rond = BepalingId(id_.werk, tuple(genummerd))
        return f"{print_label(rond, namen, met_titel=id_.werk != binnen)}, «{plek.opschrift}»"
    return kaal_label(id_, namen) if id_.werk == binnen else plek.label


def officieel_adres(jci: str, versie: str = "") -> str:
    """Where a regulation or provision with a JCI is read officially (wetten.overheid.nl), "" where there is none."""
    if not jci.startswith("jci1.3:c:BWB"):
        return ""
    geldig = f"&g={versie}" if len(versie) == len("2026-01-01") else ""
    return f"https://wetten.overheid.nl/{jci}{geldig}"


def in_namen(zin: str, namen: Naamregister, *, binnen: str = "") -> str:
    """A sentence with its short notations in words: "pw:8a:1" becomes "artikel 8a, eerste lid" within that work."""

    def in_woorden(notatie: re.Match[str]) -> str:
        try:
            id_ = parse_kort(notatie[0], namen)
        except IdentificatieFout:
            return notatie[0]
        naam = kaal_label(id_, namen)
        return naam[:1].lower() + naam[1:] if id_.werk == binnen else print_label(id_, namen)

    return _NOTATIE.sub(in_woorden, zin)
