"""Lists of duties: "over de volgende onderwerpen is de raad verplicht regels te stellen: <onderwerp> (<bepaling>)".

An item names a thing, not a provision. The provision is the one whose heading is about that thing, or else the one
whose own words name the thing together with the reference that identifies it in the item.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph.relaties import formuleringen as f
from graph.relaties.alinea import HOGER, Alinea, Vermelding, vermeldingen_in
from graph.relaties.boek import Bibliotheek, Boek
from graph.relaties.vondst import Vondst
from graph.relaties.woorden import stammen
from ontologie.document import Bepaling, BepalingSoort
from ontologie.identificatie import BepalingId
from ontologie.relatie import Bewijs, Sterkte
from ontologie.tekst import Tekst
from ontologie.verwijzing import Verwijzing

_AANHEF = re.compile(r"\bvolgende\s+(?P<wat>\w+)\b")
_REGELS = re.compile(r"\bregels?\b|\bverordening\b|\bvast\s*te\s*(?:stellen|leggen)\b|\bvastgesteld\b")
_NAAM = re.compile(r"[^,;:(]{2,160}?(?=\s*(?:[,;:(]|\b(?:als|zoals)?\s*bedoeld\s+in\b|\bdie\b|\bdat\b|$))")
_VOORZETSEL = re.compile(r"\s(?:bij|van|voor|met|in|op|tot|aan|door|over|ten|ter)\s")
_KEUZE = re.compile(r"\s(?:of|en|en/of|dan\s+wel)\s")
_IDENTIFICEERT = re.compile(r"\b(?:als|zoals)?\s*bedoeld\s+in\s+(?:de\s+|het\s+)?$")
_LABEL = re.compile(r"^\s*(?:[-–•*]|[a-z]{1,2}[.)]|\d{1,2}[.)°])\s+")
_MAAKT_DEEL = "De toelichting noemt dit onderwerp in een lijst van wat de verordening moet regelen."
_NOEMT = "De toelichting omschrijft dit onderwerp met een verwijzing naar die bepaling."


def lees_opsommingen(
    alineas: Sequence[Alinea], boek: Boek, verwijzingen: Sequence[Verwijzing], bibliotheek: Bibliotheek
) -> Iterator[Vondst]:
    """The relations in lists of duties, in reading order."""
    zoeker = _Zoeker(boek, verwijzingen, bibliotheek)
    n = 0
    while n < len(alineas):
        if (lijst := _aanhef(alineas[n])) is None:
            n += 1
            continue
        n += 1
        while n < len(alineas) and _is_item(alineas[n - 1], alineas[n]):
            yield from zoeker.lees(alineas[n], lijst)
            n += 1


def _aanhef(alinea: Alinea) -> str | None:
    """The noun of what the list lists ("voorzieningen"), None where no list of duties begins."""
    if not alinea.tekst.inhoud.rstrip().endswith(":") or not alinea.zinnen:
        return None
    zin = alinea.zinnen[-1].kaal
    m = _AANHEF.search(zin)
    return m["wat"] if m and f.MOET.search(zin) and _REGELS.search(zin) else None


def _is_item(vorige: Alinea, alinea: Alinea) -> bool:
    begin = _LABEL.sub("", alinea.tekst.inhoud)[:1]
    return vorige.plaats == alinea.plaats and (
        begin.islower() or vorige.tekst.inhoud.rstrip().endswith((";", ":", ","))
    )


class _Zoeker:
    def __init__(self, boek: Boek, verwijzingen: Sequence[Verwijzing], bibliotheek: Bibliotheek) -> None:
        self._boek = boek
        self._noemt: dict[BepalingId, list[tuple[Bepaling, Tekst, Vermelding]]] = {}
        for bepaling, tekst, v in stellende_verwijzingen(boek, verwijzingen, bibliotheek):
            for doel in v.doelen:
                self._noemt.setdefault(doel, []).append((bepaling, tekst, v))

    def lees(self, item: Alinea, lijst: str) -> Iterator[Vondst]:
        tekst = item.tekst.inhoud
        begin = m.end() if (m := _LABEL.match(tekst)) else 0
        if (naam := _NAAM.match(tekst, begin)) is None:
            return
        bronnen = [v for v in item.vermeldingen if v.teken == HOGER and tekst[: v.begin].rstrip().endswith("(")]
        bronnen += [v for v in item.vermeldingen if v.teken == HOGER and _tussen_haken(tekst, v) and v not in bronnen]
        herkend = [v for v in item.vermeldingen if v not in bronnen and _IDENTIFICEERT.search(tekst[: v.begin])]
        if not bronnen:
            return
        onderwerp = self._zoek(naam[0], [d for v in herkend for d in v.doelen], lijst)
        if onderwerp is None:
            return
        span = item.span(0, len(tekst))
        for groep, sterkte, reden in ((bronnen, Sterkte.EXPLICIET, _MAAKT_DEEL), (herkend, Sterkte.AFGELEID, _NOEMT)):
            bewijs = Bewijs(item.plaats, span, "lijst-van-opdrachten")
            for v in groep:
                if v.teken == HOGER:
                    yield from (Vondst(onderwerp, d, sterkte, bewijs, reden) for d in v.geldig if d.stappen)

    def _zoek(self, naam: str, herkend: Sequence[BepalingId], lijst: str) -> BepalingId | None:
        keuzes = [set(stammen(k)) for k in _KEUZE.split(_VOORZETSEL.split(f" {naam.strip()} ")[0])]
        keuzes = [k for k in (set(stammen(naam)), *keuzes) if k]
        noemend = {b.id: b for d in herkend for b, _, _ in self._noemt.get(d, ())}
        for zoek in keuzes:
            if (artikel := self._opschrift(zoek, noemend, lijst)) is not None:
                return artikel
        for zoek in keuzes:
            passend = [
                b.id
                for d in herkend
                for b, tekst, v in self._noemt.get(d, ())
                if zoek <= set(stammen(tekst.inhoud[: v.begin]))
            ]
            if len(set(passend)) == 1:
                return passend[0]
        return None

    def _opschrift(self, zoek: set[str], noemend: dict[BepalingId, Bepaling], lijst: str) -> BepalingId | None:
        """The article whose heading is most about these words; None where several are equally so."""
        passend: list[tuple[float, Bepaling]] = []
        for artikel in self._boek.artikelen:
            kop = set(stammen(artikel.kop))
            if zoek <= kop and not self._boek.vervallen(artikel.id):
                passend.append((len(zoek) / len(kop), artikel))
        if not passend:
            return None
        noemt = [p for p in passend if any(n == p[1].id or p[1].id in n.voorouders() for n in noemend)]
        passend = noemt or passend
        hoogste = max(score for score, _ in passend)
        beste = [a for score, a in passend if score == hoogste]
        if len(beste) > 1:
            # "de volgende voorzieningen": the article in the chapter about "voorzieningen" goes before its elaboration.
            over = set(stammen(lijst))
            beste = [a for a in beste if any(set(stammen(o.kop)) == over for o in self._boek.keten(a.id))]
        return beste[0].id if len(beste) == 1 else None


def _tussen_haken(tekst: str, v: Vermelding) -> bool:
    return tekst.count("(", 0, v.begin) > tekst.count(")", 0, v.begin)


def stellende_verwijzingen(
    boek: Boek, verwijzingen: Sequence[Verwijzing], bibliotheek: Bibliotheek
) -> Iterator[tuple[Bepaling, Tekst, Vermelding]]:
    """The references of the enacting text to provisions of higher regulations, with the passage they stand in."""
    per_plaats: dict[BepalingId, list[Verwijzing]] = {}
    for verwijzing in verwijzingen:
        per_plaats.setdefault(verwijzing.plaats, []).append(verwijzing)
    for bepaling in boek.bepalingen():
        hier = per_plaats.get(bepaling.id)
        if not hier or bepaling.soort is BepalingSoort.BIJLAGE:
            continue
        for tekst in bepaling.inhoud:
            if isinstance(tekst, Tekst):
                for v in vermeldingen_in(tekst, hier, boek.werk, bibliotheek):
                    if v.teken == HOGER:
                        yield bepaling, tekst, v
