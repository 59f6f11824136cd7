"""A document in numbered sections (handreiking, circulaire, report), with or without a table of contents."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bronnen.register import naamsleutel
from bronnen.tekst.blad import Blad
from bronnen.tekst.knopen import Knoop
from bronnen.tekst.koppen import langste_reeks, sleutel
from bronnen.tekst.lopend import lees_stuk
from bronnen.tekst.passages import voeg_samen
from bronnen.tekst.regels import Regel
from bronnen.tekst.tabellen import lees_bijschrift
from bronnen.tekst.tussenkoppen import is_tussenkop
from ontologie.document import BepalingSoort, Weggelaten
from ontologie.identificatie import StapSoort
from ontologie.tekst import Span, Tekst

_INHOUD = re.compile(r"(?:#{1,6}\s*)?(?:Inhoud|Inhoudsopgave|Inhoudsoverzicht)\s*:?$", re.IGNORECASE)
_REGEL_VAN_INHOUD = re.compile(
    r"(?:(?P<nummer>\d{1,2}(?:\.\d{1,2}){0,4})\.?[\s\t]+)?(?P<titel>\S.{0,300}?)[\s.\t…]{2,}(?P<pagina>\d{1,4})$"
    r"|(?:(?P<nummer2>\d{1,2}(?:\.\d{1,2}){0,4})\.?[\s\t]+)(?P<titel2>\S.{0,300}?)\t(?P<pagina2>\d{1,4})$"
)
_KOP = re.compile(
    r"(?P<merk>#{1,6}\s*)?(?P<label>(?:(?:Hoofdstuk|Paragraaf)\s+)?(?P<nummer>\d{1,2}(?:\.\d{1,2}){0,4}))[.:]?\s+(?P<titel>\S.*)$"
)
#: Sections that make a document one of numbered sections.
_MINSTE = 3


@dataclass(frozen=True, slots=True)
class Sectiekop:
    """The heading of a numbered section at line ``regel``; positions of its label's end and its words."""

    regel: int
    nummer: str
    begin: int
    label_eind: int
    rest: int


@dataclass(frozen=True, slots=True)
class Inhoudsopgave:
    """Lines ``begin`` (the heading) to ``eind``, with number and key of the title of every entry."""

    begin: int
    eind: int
    titels: frozenset[tuple[str, str]]
    genummerd: bool


def zoek_inhoudsopgave(regels: Sequence[Regel]) -> Inhoudsopgave | None:
    """The table of contents: lines that end in a page number, behind a heading that says so."""
    for n, regel in enumerate(regels):
        if not _INHOUD.match(regel.tekst):
            continue
        titels: list[tuple[str, str]] = []
        eind = n + 1
        while eind < len(regels) and (m := _REGEL_VAN_INHOUD.match(regels[eind].tekst[:600])):
            titels.append((m["nummer"] or m["nummer2"] or "", naamsleutel(m["titel"] or m["titel2"])))
            eind += 1
        if len(titels) > 1:
            return Inhoudsopgave(n, eind, frozenset(titels), any(nummer for nummer, _ in titels))
    return None


def zoek_secties(blad: Blad) -> list[Sectiekop]:
    """The numbered headings in sequence; empty where the text is not divided by them."""
    inhoud = zoek_inhoudsopgave(blad.regels)
    begin = inhoud.eind if inhoud else 0
    kandidaten = [k for n in range(begin, len(blad.regels)) if (k := _lees_kop(blad, n, inhoud))]
    koppen = [kandidaten[i] for i in langste_reeks([sleutel(k.nummer) for k in kandidaten])]
    hoofd = [k.nummer for k in koppen if "." not in k.nummer]
    diep = any("." in k.nummer for k in koppen)
    if len(koppen) < _MINSTE or len(hoofd) < 2 or hoofd[0] not in ("0", "1") or not (diep or inhoud):
        return []
    return koppen


def _lees_kop(blad: Blad, n: int, inhoud: Inhoudsopgave | None) -> Sectiekop | None:
    regel = blad.regels[n]
    m = _KOP.match(regel.tekst[:400])
    if not m or "\t" in regel.tekst:
        return None
    if inhoud and inhoud.genummerd:
        past = (m["nummer"], naamsleutel(m["titel"])) in inhoud.titels
    else:
        los = regel.wit > 0 or regel.na_breuk or n == 0
        ruim = n + 1 == len(blad.regels) or blad.regels[n + 1].wit > 0 or "." in m["nummer"]
        past = los and ruim and m["titel"][0].isupper() and not m["titel"].endswith((".", ";", ":", ","))
    if not past:
        return None
    b = regel.begin
    return Sectiekop(n, m["nummer"], b + m.start("label"), b + m.end("label"), b + m.start("titel"))


def lees_secties(blad: Blad, koppen: Sequence[Sectiekop]) -> Knoop:
    """The tree: what comes first, the table of contents, and the sections within each other by their numbers."""
    wortel = Knoop(BepalingSoort.REGELING, StapSoort.DEEL, blad.regels[0].begin)
    inhoud = zoek_inhoudsopgave(blad.regels)
    _lees_voorwerk(blad, wortel, inhoud.begin if inhoud else koppen[0].regel)
    if inhoud:
        wortel.inhoud.append(_lees_inhoud(blad, inhoud))
        _lees_tekst(blad, inhoud.eind, koppen[0].regel, wortel)
    keten: list[tuple[str, Knoop]] = []
    einden = [k.regel for k in koppen[1:]] + [len(blad.regels)]
    for kop, tot in zip(koppen, einden, strict=True):
        while keten and not kop.nummer.startswith(keten[-1][0] + "."):
            keten.pop()
        label = blad.origineel[kop.begin : kop.label_eind]
        knoop = Knoop(BepalingSoort.SECTIE, StapSoort.SECTIE, kop.begin, kop.nummer, label, eenheid=True)
        knoop.opschrift = blad.passage([blad.regels[kop.regel]], kop.rest)
        (keten[-1][1] if keten else wortel).inhoud.append(knoop)
        keten.append((kop.nummer, knoop))
        _lees_tekst(blad, kop.regel + 1, tot, knoop, na_kop=True)
    return wortel


def _lees_voorwerk(blad: Blad, wortel: Knoop, tot: int) -> None:
    """Title and what stands around it: the title names the kind of document, or is what comes first."""
    groepen = blad.alineas(0, tot)
    soortwoord = [n for n, g in enumerate(groepen) if _SOORTWOORD.search(voeg_samen(blad.origineel, g).inhoud)]
    titel = soortwoord[0] if soortwoord else 0
    for n, groep in enumerate(groepen):
        tekst = blad.passage(groep)
        if n == titel:
            wortel.opschrift = tekst
        else:
            wortel.inhoud.append(tekst)


_SOORTWOORD = re.compile(
    r"\b(?:handreiking|leidraad|circulaire|handleiding|richtlijn|notitie|nota|rapport|beleidsplan|beleidskader|visie)\b",
    re.IGNORECASE,
)


def _lees_inhoud(blad: Blad, inhoud: Inhoudsopgave) -> Knoop:
    knoop = Knoop(
        BepalingSoort.SECTIE, StapSoort.SECTIE, blad.regels[inhoud.begin].begin, "inhoudsopgave", eenheid=True
    )
    knoop.opschrift = blad.passage([blad.regels[inhoud.begin]])
    for regel in blad.regels[inhoud.begin + 1 : inhoud.eind]:
        m = _REGEL_VAN_INHOUD.match(regel.tekst[:600])
        pagina = m.start("pagina" if m["pagina"] else "pagina2") if m else len(regel.tekst)
        kaal = regel.tekst[:pagina].rstrip(" .\t…")
        eind = regel.begin + len(kaal)
        knoop.inhoud.append(blad.schoon(Tekst.letterlijk(blad.origineel, regel.begin, eind)))
        blad.weggelaten.append(Weggelaten(Span(eind, regel.eind), "paginanummer in de inhoudsopgave"))
    return knoop


def _lees_tekst(blad: Blad, van: int, tot: int, houder: Knoop, *, na_kop: bool = False) -> None:
    """The running text of a section, divided by its headings without number."""
    sectie, n = houder, van
    while n < tot:
        if is_tussenkop(blad.regels, n, tot, blad.breedte, na_kop=na_kop) and not lees_bijschrift(blad.regels[n]):
            sectie = Knoop(BepalingSoort.SECTIE, StapSoort.SECTIE, blad.regels[n].begin)
            sectie.opschrift = blad.passage([blad.regels[n]])
            houder.inhoud.append(sectie)
            n, na_kop = n + 1, True
        else:
            n, na_kop = lees_stuk(blad, n, tot, sectie), False
