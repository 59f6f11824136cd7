"""What a heading in an explanation points at, where the reader of the source did not say so.

Readers of plain text tie each part of an explanation to what it explains. XML formats hold an explanation as loose
headings and paragraphs, and often the heading is just a short paragraph: "Artikel 2 Plaatsen", "Tweede lid".
"""

from __future__ import annotations

import re

from bronnen.tekst.ordinalen import Aangewezen, lees_aanwijzing
from graph.relaties.boek import Boek
from ontologie.document import BepalingSoort
from ontologie.identificatie import BepalingId, StapSoort

#: Longest heading, in characters.
_LANGSTE = 160
_AANHEF = re.compile(
    r"(?P<aanwijzing>artikel(?:en)?\s+\S+?(?:,?\s+\w+\s+lid)?)(?:\s*[.:–-])?\s+(?P<kop>[A-Z(\[].*)", re.IGNORECASE
)
_ANDER_DEEL = re.compile(
    r"\b(?:algemeen|algemene\s+toelichting|inleiding|bijlage|transponeringstabel)\b", re.IGNORECASE
)


def wijst_aan(kop: str, boek: Boek, vorige: tuple[BepalingId, ...]) -> tuple[BepalingId, ...] | None:
    """The provisions that a heading names; () for a heading of another part; None where it is no such heading.

    ``vorige`` is what the heading before it named: "Tweede lid" is a lid of that article.
    """
    kop = " ".join(kop.split()).strip("[] ")
    if not kop or len(kop) > _LANGSTE or (kop.endswith((".", ";", ":", ",")) and len(kop.split()) > 3):
        return None
    wijst = lees_aanwijzing(kop.rstrip(".:"))
    if wijst is None and (m := _AANHEF.match(kop)) and not m["kop"].endswith("."):
        wijst = lees_aanwijzing(m["aanwijzing"])
    if wijst is None:
        return () if _ANDER_DEEL.match(kop) else None
    artikelen = _artikelen(wijst, boek) or tuple(dict.fromkeys(v.artikel for v in vorige if v.artikel is not None))
    doelen = tuple(d for artikel in artikelen for d in _delen(artikel, wijst, boek))
    return doelen or None


def _artikelen(wijst: Aangewezen, boek: Boek) -> tuple[BepalingId, ...]:
    """The articles that exist among those named, ranges filled in."""
    nummers = [a.nummer for a in boek.artikelen]
    gekozen: list[str] = []
    for i, nummer in enumerate(wijst.artikelen):
        if nummer != "-":
            gekozen.append(nummer)
        elif 0 < i < len(wijst.artikelen) - 1:
            van, tot = wijst.artikelen[i - 1], wijst.artikelen[i + 1]
            if van in nummers and tot in nummers:
                gekozen += nummers[nummers.index(van) + 1 : nummers.index(tot)]
    return tuple(a.id for a in boek.artikelen if a.nummer in gekozen)


def _delen(artikel: BepalingId, wijst: Aangewezen, boek: Boek) -> tuple[BepalingId, ...]:
    plekken = [artikel.onder(StapSoort.LID, n) for n in wijst.leden if n != "-"] or [artikel]
    if wijst.onderdelen:
        plekken = [p.onder(StapSoort.ONDERDEEL, n) for p in plekken for n in wijst.onderdelen if n != "-"]
    return tuple(p for p in plekken if (knoop := boek.knoop(p)) and knoop.soort is not BepalingSoort.REGELING)
