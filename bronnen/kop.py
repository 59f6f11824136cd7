"""Label, number and heading of an XML element, however the file divides them over ``label``, ``nr`` and ``titel``."""

from __future__ import annotations

from typing import NamedTuple

from bronnen.markering import GEEN_TEKST
from bronnen.nummering import canoniek, splits_kop
from bronnen.xmlboom import Element, lees_tekst
from ontologie.document import BepalingSoort
from ontologie.identificatie import StapSoort
from ontologie.tekst import Tekst


class Kopdelen(NamedTuple):
    """The label as printed, the canonical number, and the heading without the label (None where there is none)."""

    label: str
    nummer: str
    opschrift: Tekst | None


#: Where the number of a provision without ``kop`` stands.
_NUMMERS = ("lidnr", "li.nr", "noot.nr", "nr")


def lees_kop(element: Element, soort: BepalingSoort) -> Kopdelen:
    """The heading of a structure unit, artikel, lid, onderdeel, table or footnote."""
    kop = element.kind("kop")
    if kop is not None:
        return _uit_kop(kop, StapSoort(soort.value))
    if soort is BepalingSoort.TABEL:
        return Kopdelen("", "", _woorden(element.kind("title")))
    if soort in (BepalingSoort.RIJ, BepalingSoort.CEL):
        return Kopdelen("", "", None)
    if element.naam == "enig-artikel":
        return Kopdelen("Enig artikel", "", None)
    nr = next(element.kinderen(*_NUMMERS), None)
    tekst = _woorden(nr)
    label = tekst.inhoud if tekst else element.attribuut("nr")
    return Kopdelen(label, canoniek(label, StapSoort(soort.value)), None)


def _uit_kop(kop: Element, soort: StapSoort) -> Kopdelen:
    label, nr = _woorden(*kop.kinderen("label")), _woorden(kop.kind("nr"))
    titel = _woorden(kop.kind("titel"), kop.kind("subtitel"))
    if nr is not None:
        gedrukt = f"{label.inhoud} {nr.inhoud}" if label else nr.inhoud
        return Kopdelen(gedrukt, canoniek(nr.inhoud, soort), titel)
    if label is not None:
        voor, nummer, rest = _splits(label, soort)
        if titel is None:
            return Kopdelen(voor, nummer, rest)
        return Kopdelen(label.inhoud if rest else voor, nummer, titel)
    if titel is not None:
        voor, nummer, rest = _splits(titel, soort)
        return Kopdelen(voor, nummer, rest)
    return Kopdelen("", "", None)


def _splits(tekst: Tekst, soort: StapSoort) -> Kopdelen:
    """Take a heading apart that holds label, number and words in one element ("1.Parkeren", "Artikel 3 Begrippen")."""
    inhoud = tekst.inhoud
    gedrukt = splits_kop(inhoud)
    rest = inhoud[gedrukt.rest :]
    if not gedrukt.nummer:
        # A bare "Bijlage" is a label; "Toelichting op de bijlage" are words.
        return Kopdelen(inhoud, "", None) if gedrukt.soort and not rest else Kopdelen("", "", tekst)
    ander = gedrukt.soort is not None and gedrukt.soort is not soort and soort is not StapSoort.SECTIE
    # "2 of meer kinderen" is no section 2.
    in_zin = inhoud[: gedrukt.rest].rstrip().endswith(gedrukt.nummer) and rest[:1].islower()
    if ander or (gedrukt.soort is None and in_zin):
        return Kopdelen("", "", tekst)
    voor = inhoud[: gedrukt.rest].rstrip()
    return Kopdelen(voor, gedrukt.nummer, tekst.deel(gedrukt.rest, len(inhoud)) if rest else None)


def _woorden(*elementen: Element | None) -> Tekst | None:
    return lees_tekst(*elementen, laat_weg=GEEN_TEKST) or None
