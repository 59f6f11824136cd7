"""Relations that follow from how an explanation or a structure hangs together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph.relaties.alinea import EIGEN, HOGER, Alinea, Zin
from graph.relaties.boek import Boek
from graph.relaties.vondst import Vondst
from ontologie.document import Bepaling
from ontologie.identificatie import BepalingId
from ontologie.relatie import Bewijs, RelatieSoort, Sterkte

_SAMEN = re.compile(rf"\((?:zie\s+)?(?P<h>{HOGER})[\s\[]*(?:en|juncto)\s+(?P<s>{EIGEN})[\s\]]*\)")
_EIGEN_HAAK = re.compile(rf"\((?P<s>{EIGEN})\)")
_IN_BIJLAGE = re.compile(
    r"\b(?:vastgelegd|opgenomen|neergelegd|uitgewerkt|uitgeschreven|vermeld|te\s+vinden)\s+in\s+(?:de\s+|een\s+)?(?:[Bb]ijlage\b|"
    + EIGEN
    + ")"
)


def lees_haken(alineas: Sequence[Alinea], boek: Boek) -> Iterator[Vondst]:
    """Brackets that name an own provision beside a higher one, or alone in a paragraph that rests on one higher one."""
    for alinea in alineas:
        if alinea.algemeen:
            continue
        for zin in alinea.zinnen:
            for m in _SAMEN.finditer(zin.kaal):
                reden = "De toelichting noemt deze bepaling samen met die bepaling als bron."
                yield from _paar(zin, m.start("s"), m.start("h"), "samen-tussen-haken", reden)
        yield from _alinea_over(alinea, boek)


def _paar(zin: Zin, eigen: int, hoger: int, regel: str, reden: str) -> Iterator[Vondst]:
    bron = zin.op(hoger)
    bewijs = Bewijs(zin.alinea.plaats, zin.span, regel)
    for van in zin.op(eigen).doelen:
        yield from (Vondst(van, d, Sterkte.AFGELEID, bewijs, reden) for d in bron.geldig if d.stappen)


def _alinea_over(alinea: Alinea, boek: Boek) -> Iterator[Vondst]:
    """A paragraph that ends by naming the item it is about, "(onderdeel g)", and names one higher provision."""
    hoger = {d for v in alinea.vermeldingen if v.teken == HOGER for d in v.doelen if d.stappen}
    bronnen = [v for v in alinea.vermeldingen if v.teken == HOGER]
    eigen = [
        d
        for zin in alinea.zinnen
        for m in _EIGEN_HAAK.finditer(zin.kaal)
        for d in zin.op(m.start("s")).doelen
        if _binnen(d, alinea.onderwerp) and boek.knoop(d) is not None
    ]
    if len(hoger) == 1 and len(set(eigen)) == 1 and not any(v.ontbreekt for v in bronnen):
        tekst = alinea.tekst.inhoud
        bewijs = Bewijs(alinea.plaats, alinea.span(0, len(tekst)), "alinea-over-onderdeel")
        reden = "De alinea van de toelichting over dit onderdeel noemt alleen die bepaling."
        yield Vondst(eigen[0], next(iter(hoger)), Sterkte.AFGELEID, bewijs, reden)


def _binnen(id_: BepalingId, onderwerp: Sequence[BepalingId]) -> bool:
    """Whether a provision is a part of what is explained."""
    return any(o in id_.voorouders() and o.stappen for o in onderwerp)


def lees_bijlagen(alineas: Sequence[Alinea], vondsten: Sequence[Vondst], boek: Boek) -> Iterator[Vondst]:
    """Annexes that hold what an article leaves to them: "De eisen zijn vastgelegd in de bijlage"."""
    for alinea in alineas:
        for zin in alinea.zinnen:
            if not _IN_BIJLAGE.search(zin.kaal):
                continue
            for v in vondsten:
                hier = v.bewijs.plaats == alinea.plaats and alinea.tekst.span.omvat(v.bewijs.span)
                if not hier or v.soort is not RelatieSoort.INVULLING or v.bewijs.span.eind > zin.span.eind:
                    continue
                bijlagen = [b for b in boek.bijlagen if _hoort_bij(b, v.van)]
                if len(bijlagen) == 1:
                    bewijs = Bewijs(alinea.plaats, zin.span, "in-de-bijlage")
                    reden = f"De toelichting zegt dat {v.van} die bepaling invult met wat in de bijlage staat."
                    yield Vondst(bijlagen[0].id, v.naar, Sterkte.AFGELEID, bewijs, reden)


def _hoort_bij(bijlage: Bepaling, van: BepalingId) -> bool:
    return van.artikel is not None and bijlage.nummer == van.artikel.stappen[-1].nummer


def lees_eenheden(vondsten: Sequence[Vondst], boek: Boek) -> Iterator[Vondst]:
    """Units of which every article has a relation with one and the same higher provision, or with an item of it.

    The provision must be named as such by one of them; of several the one highest in its tree counts.
    """
    per_artikel: dict[BepalingId, set[BepalingId]] = {}
    for v in vondsten:
        if v.soort is RelatieSoort.INVULLING and v.van.artikel is not None and v.naar.artikel is not None:
            per_artikel.setdefault(v.van.artikel, set()).add(v.naar)
    for eenheid in boek.eenheden:
        artikelen = [a for a in boek.artikelen if eenheid in tuple(boek.keten(a.id)) and not boek.vervallen(a.id)]
        if len(artikelen) < 2 or eenheid.opschrift is None:
            continue
        genoemd = set().union(*(per_artikel.get(a.id, set()) for a in artikelen))
        samen = {d for d in genoemd if all(_raakt(per_artikel.get(a.id, set()), d) for a in artikelen)}
        for doel in sorted(d for d in samen if not any(o in samen for o in d.voorouders())):
            bewijs = Bewijs(eenheid.id, eenheid.opschrift.span, "alle-artikelen")
            reden = "Elk artikel in dit onderdeel heeft een relatie met die bepaling."
            yield Vondst(eenheid.id, doel, Sterkte.AFGELEID, bewijs, reden)


def _raakt(doelen: set[BepalingId], zoek: BepalingId) -> bool:
    return any(d == zoek or zoek in d.voorouders() for d in doelen)
