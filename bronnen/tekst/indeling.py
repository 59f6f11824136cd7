"""Which lines of an ordinance begin what: leeswijzer, aanhef, hoofdstukken, articles, slot, annexes, toelichting."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bronnen.tekst.identiteit import MAAND
from bronnen.tekst.koppen import Kop, kies_reeks, lees_kop
from bronnen.tekst.regels import Regel, eindigt_zin, is_vol
from ontologie.identificatie import StapSoort


class Begin(StrEnum):
    """What begins at a line."""

    TITEL = "titel"
    LEESWIJZER = "leeswijzer"
    INHOUD = "inhoud"
    AANHEF = "aanhef"
    EENHEID = "eenheid"
    SLOT = "slot"
    BIJLAGE = "bijlage"
    TOELICHTING = "toelichting"


@dataclass(frozen=True, slots=True)
class Grens:
    """Line ``regel`` (an index) begins something; ``kop`` is there for a numbered heading."""

    regel: int
    begin: Begin
    kop: Kop | None = None


_LEESWIJZER = re.compile(r"(?:Leeswijzer|LEESWIJZER)\b.{0,80}$")
_INHOUD = re.compile(r"(?:Inhoud|INHOUD|Inhoudsopgave|INHOUDSOPGAVE)\s*:?$")
_AANHEF = re.compile(
    r"(?:De|Het|DE|HET)\s+(?:(?:gemeente)?raad|college|burgemeester|algemeen\s+bestuur|dagelijks\s+bestuur|bestuur|minister|"
    r"staatssecretaris|provinciale\s+staten|gedeputeerde\s+staten|RAAD|COLLEGE|BURGEMEESTER)\b.{0,200}$"
    r"|(?:Provinciale|Gedeputeerde)\s+[Ss]taten\s+van\b.{0,100}$"
    r"|Burgemeester\s+en\s+wethouders\b.{0,120}$"
    r"|(?:[Gg]elet\s+op|[Gg]elezen|[Oo]verwegende|[Gg]ezien)\b"
)
_SLOT = re.compile(
    r"(?:Aldus\b.{0,80}?(?:vastgesteld|besloten|gedaan|ondertekend|overeengekomen)?|Vastgesteld\s+(?:in|door|te|op|bij)|"
    r"Besloten\s+in|Gegeven\s+te|Lasten\s+en\s+bevelen)\b"
    r"|(?:De|Het)\s+(?:raad|college|burgemeester|bestuur)\b.{0,80}\bvoornoemd\b"
    rf"|[A-Z][\w' -]{{1,40}},\s+(?:de\s+)?\d{{1,2}}\s+(?:{MAAND})\s+\d{{4}}[.,]?$"
)
_BIJLAGE = re.compile(
    r"\[?\s*(?:Bijlage|BIJLAGE)(?:\s+(?P<nummer>\d+[a-z]?|[IVX]+|[A-Z])(?![\w/]))?\s*[.:]?\s*[-–—]?\s*(?P<rest>.*)$"
)
_BIJLAGE_REST = re.compile(r"(?:$|[A-Z(\[‘“]|behorend|bij\b|als\s+bedoeld|bedoeld\s+in|ter\b|inzake|over\b)")
_TOELICHTING = re.compile(
    r"\[?\s*(?:(?:Nota\s+van\s+|Algemene\s+|Artikelsgewijze\s+)?(?:[Tt]oelichting|TOELICHTING)(?:\s+(?:op|bij|behorende)\s.{0,160})?"
    r"|(?:TOELICHTING|Toelichting)\s+[A-Z][^.;:]{0,160}|NOTA\s+VAN\s+TOELICHTING.{0,100}|(?:ALGEMENE|ARTIKELSGEWIJZE)\s+TOELICHTING"
    r"|(?:Algemene|Artikelsgewijze)\s+toelichting\s+(?:op|bij)\s.{0,160})\s*:?$"
)
_ARTIKELSGEWIJS = re.compile(r"(?:[IVX]+\.?\s+)?Artikels?gewij[sz]e?(?:\s+(?:toelichting|deel))?\s*:?$", re.IGNORECASE)


def deel_in(regels: Sequence[Regel], breedte: int) -> list[Grens]:
    """The beginnings in order of lines; without articles an empty list."""
    kandidaten = [k for n in range(len(regels)) if (k := lees_kop(regels, n, breedte))]
    toelichting = _zoek_toelichting(regels, kandidaten, breedte)
    lichaam = [k for k in kandidaten if k.regel < toelichting]
    inhoud = _zoek_inhoud(regels, lichaam)
    lichaam = [k for k in lichaam if not inhoud[0] <= k.regel < inhoud[1]]
    artikelen = kies_reeks([k for k in lichaam if k.soort is StapSoort.ARTIKEL])
    if not artikelen:
        return []
    grenzen = [Grens(k.regel, Begin.EENHEID, k) for k in artikelen]
    grenzen += [Grens(k.regel, Begin.EENHEID, k) for k in lichaam if k.soort is not StapSoort.ARTIKEL]
    if inhoud[0] < inhoud[1]:
        grenzen.append(Grens(inhoud[0], Begin.INHOUD))
    eerste = min(g.regel for g in grenzen)
    grenzen += _vooraf(regels, eerste if not inhoud[1] else max(eerste, _na(grenzen, inhoud[1])), inhoud)
    grenzen += _achteraf(regels, artikelen[-1].regel + 1, breedte, toelichting)
    return sorted(grenzen, key=lambda g: g.regel)


def _na(grenzen: Sequence[Grens], regel: int) -> int:
    return min((g.regel for g in grenzen if g.regel >= regel), default=regel)


def zoek_losse_toelichting(regels: Sequence[Regel], breedte: int) -> int:
    """The line where a document that is only a toelichting begins to be one; -1 where it is something else."""
    for n, regel in enumerate(regels):
        if _AANHEF.match(regel.tekst) or ((kop := lees_kop(regels, n, breedte)) and kop.soort is StapSoort.ARTIKEL):
            return -1
        if is_toelichting(regels, n, breedte) or (_ARTIKELSGEWIJS.match(regel.tekst) and regel.wit):
            return n
    return -1


def _zoek_toelichting(regels: Sequence[Regel], kandidaten: Sequence[Kop], breedte: int) -> int:
    """The line where the toelichting begins, or the number of lines.

    That is a heading "Toelichting" behind an article, behind which no new article comes: numbers begin again there.
    """
    artikelen = [k for k in kandidaten if k.soort is StapSoort.ARTIKEL]
    if not artikelen:
        return len(regels)
    plekken = [k.regel for k in artikelen]
    for n in range(plekken[0] + 1, len(regels)):
        if is_toelichting(regels, n, breedte):
            na = bisect_right(plekken, n)
            if na == len(artikelen) or artikelen[na].sleutel <= artikelen[na - 1].sleutel:
                return n
    return len(regels)


def is_toelichting(regels: Sequence[Regel], n: int, breedte: int) -> bool:
    """Whether line ``n`` is the heading of a toelichting."""
    regel = regels[n]
    if len(regel.tekst) > 200 or not _TOELICHTING.match(regel.tekst):
        return False
    return n == 0 or bool(regel.wit) or regel.na_breuk or not is_vol(regels[n - 1], regel, breedte)


def _zoek_inhoud(regels: Sequence[Regel], koppen: Sequence[Kop]) -> tuple[int, int]:
    """The lines of a table of contents: from its heading to where its first heading comes back. (0, 0) without one."""
    begin = next((n for n, r in enumerate(regels) if _INHOUD.match(r.tekst)), None)
    na = [k for k in koppen if begin is not None and k.regel > begin]
    if begin is None or not na:
        return 0, 0
    terug = next((k.regel for k in na[1:] if (k.soort, k.nummer) == (na[0].soort, na[0].nummer)), None)
    if terug is None:
        return 0, 0
    aanhef = next((n for n in range(na[0].regel, terug) if _AANHEF.match(regels[n].tekst)), terug)
    return begin, aanhef


def _vooraf(regels: Sequence[Regel], eerste: int, inhoud: tuple[int, int]) -> list[Grens]:
    """What comes before the first heading."""
    grenzen: list[Grens] = []
    buiten = [n for n in range(eerste) if not inhoud[0] <= n < inhoud[1]]
    aanhef = next((n for n in buiten if _AANHEF.match(regels[n].tekst) and _los(regels, n)), None)
    leeswijzer = next((n for n in buiten if _LEESWIJZER.match(regels[n].tekst)), None)
    if leeswijzer is not None:
        grenzen.append(Grens(leeswijzer, Begin.LEESWIJZER))
        if aanhef is not None and aanhef < leeswijzer:
            aanhef = next((n for n in buiten if n > leeswijzer and _AANHEF.match(regels[n].tekst)), None)
    if aanhef is not None:
        grenzen.append(Grens(aanhef, Begin.AANHEF))
    begint_met_inhoud = inhoud[0] == 0 and inhoud[1] > 0
    if eerste > 0 and not begint_met_inhoud and not any(g.regel == 0 for g in grenzen):
        grenzen.append(Grens(0, Begin.TITEL))
    return grenzen


def _los(regels: Sequence[Regel], n: int) -> bool:
    return n == 0 or bool(regels[n].wit) or regels[n].na_breuk or eindigt_zin(regels[n - 1].tekst) or n < 6


def _achteraf(regels: Sequence[Regel], van: int, breedte: int, toelichting: int) -> list[Grens]:
    """What comes behind the last article."""
    grenzen: list[Grens] = []
    if toelichting < len(regels):
        grenzen.append(Grens(toelichting, Begin.TOELICHTING))
    slot = False
    for n in range(van, len(regels)):
        regel = regels[n]
        if not (
            regel.wit or regel.na_breuk or eindigt_zin(regels[n - 1].tekst) or not is_vol(regels[n - 1], regel, breedte)
        ):
            continue
        if not slot and n < toelichting and _SLOT.match(regel.tekst):
            slot = True
            grenzen.append(Grens(n, Begin.SLOT))
        elif (n < toelichting or regel.wit or regel.na_breuk) and is_bijlage(regel, in_toelichting=n > toelichting):
            grenzen.append(Grens(n, Begin.BIJLAGE))
    return grenzen


def is_bijlage(regel: Regel, *, in_toelichting: bool = False) -> bool:
    """Whether a line is the heading of an annex."""
    m = _BIJLAGE.match(regel.tekst[:300])
    if not m or regel.tekst.endswith((".", ";", ",")) or len(regel.tekst) > 250:
        return False
    if in_toelichting and not m["nummer"]:
        return bool(re.match(r"behorend", m["rest"]))
    return bool(_BIJLAGE_REST.match(m["rest"]))


def splits_bijlage(tekst: str) -> tuple[int, str, int]:
    """Where the printed label of an annex ends, its number, and where its words begin (in ``tekst``)."""
    m = _BIJLAGE.match(tekst)
    if not m:
        return 0, "", 0
    begin = tekst.lower().index("bijlage")
    eind = m.end("nummer") if m["nummer"] else begin + len("bijlage")
    return eind, m["nummer"] or "", m.start("rest")
