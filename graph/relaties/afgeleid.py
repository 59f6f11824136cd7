"""Relations that follow from the enacting text itself: definitions, applications of the law, terms in headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from graph.relaties.alinea import HOGER, Alinea, Vermelding
from graph.relaties.begrippen import begin_omschrijving, definities
from graph.relaties.boek import Bibliotheek, Boek
from graph.relaties.opsomming import stellende_verwijzingen
from graph.relaties.vondst import Vondst
from graph.relaties.woorden import stammen
from graph.relaties.zinnen import splits_zinnen
from ontologie.document import Bepaling, BepalingSoort
from ontologie.identificatie import BepalingId
from ontologie.relatie import Bewijs, Sterkte
from ontologie.tekst import Tekst
from ontologie.verwijzing import Verwijzing

_BEDOELD = re.compile(
    r"(?:\b(?:als|zoals)\s+)?\b(?:bedoeld|omschreven|genoemd)\s+in\s+(?:de\s+|het\s+)?$|\bin\s+de\s+zin\s+van\s+$"
)
_EN = re.compile(r"^[\s,]*(?:en|of|alsmede|dan\s+wel)\s+(?:in\s+)?(?:de\s+)?$")
_BIJZIN = re.compile(
    r"\b(?:daaronder|waaronder|die|dat|waarbij|waarin|waarop|waarvan|degene|ten\s+behoeve\s+van|op\s+basis\s+van|met\s+wie)\b"
)
_PAST_TOE = re.compile(
    r"(?:\b(?:bedoeld|omschreven|genoemd)\s+in|\bovereenkomstig(?:\s+het\s+bepaalde\s+in)?|\bmet\s+(?:toepassing|inachtneming)\s+van|"
    r"\bter\s+(?:uitvoering|uitwerking)\s+van|\bin\s+de\s+zin\s+van|\btoepassing\s+(?:is\s+|wordt\s+)?gegeven\s+aan)\s+"
    r"(?:het\s+bepaalde\s+in\s+)?(?:de\s+|het\s+)?$"
)
_IN_BEDOELDE = (re.compile(r"\bin\s+(?:de\s+)?$"), re.compile(r"^[\s,]*(?:bedoelde|genoemde|omschreven)\b"))
#: Before "bedoeld in H": words that leave or set aside the thing that H speaks of, or speak of obeying it.
_LAAT_STAAN = re.compile(
    r"\b(?:in\s+aanvulling\s+op|onverminderd|in\s+afwijking\s+van|anders\s+dan|met\s+uitzondering\s+van|behoudens)\b[^.;,]*"
    r"(?:,\s*)?(?:als\s+|zoals\s+)?\w+\s+in\s+(?:de\s+)?$|"
    r"\bgeen\s+(?:\w+,?\s+){0,3}(?:als\s+|zoals\s+)?bedoeld\s+in\s+(?:de\s+)?$|"
    r"\b(?:geldt|gelden|is|zijn|blijft|blijven)\s+(?:\w+\s+){0,3}?(?:niet|buiten\s+toepassing)\b[^.;]{0,200}"
    r"(?:bedoeld|genoemd|omschreven)\s+in\s+(?:de\s+)?$|"
    r"\bverplichting(?:en)?\b[^.;,]{0,20},?\s*(?:als\s+|zoals\s+)?bedoeld\s+in\s+(?:de\s+)?$",
    re.IGNORECASE,
)
_WEIGERT = re.compile(
    r"\b(?:weiger\w*|geweigerd|be[eë]indig\w*|ingetrokken|intrekken|herzien|teruggevorderd|vervalt)\b"
)
_UITZONDERING = re.compile(r"\btenzij\b[^.;]*$|^\W*(?:de|een)\s+\w+\s*,?\s*(?:als\s+)?bedoeld\s+in\s+(?:de\s+)?$")


def lees_definities(boek: Boek, verwijzingen: Sequence[Verwijzing], bibliotheek: Bibliotheek) -> Iterator[Vondst]:
    """Terms whose meaning a higher provision gives: "X: Y als bedoeld in artikel …"."""
    begrippen = {onderdeel.id for _, onderdeel in definities(boek)}
    vorige: tuple[Tekst, int] | None = None
    for bepaling, tekst, v in stellende_verwijzingen(boek, verwijzingen, bibliotheek):
        if bepaling.id not in begrippen:
            continue
        begin = begin_omschrijving(tekst.inhoud)
        voor = tekst.inhoud[begin : v.begin]
        if vorige is not None and vorige[0] is tekst:
            voor = tekst.inhoud[vorige[1] : v.begin]
            hoort = _EN.match(voor) is not None or (
                re.match(r"^[\s,]*(?:en|of)\b", voor) is not None and _BEDOELD.search(voor) is not None
            )
        else:
            hoort = _BEDOELD.search(voor) is not None
        if not hoort or _BIJZIN.search(voor):
            continue
        vorige = (tekst, v.eind)
        bewijs = Bewijs(bepaling.id, tekst.naar_bron(v.begin, v.eind), "definitie")
        yield from _vondsten(bepaling.id, v, bewijs, "De omschrijving van dit begrip verwijst naar die bepaling.")


def lees_toepassingen(
    boek: Boek,
    verwijzingen: Sequence[Verwijzing],
    bibliotheek: Bibliotheek,
    werken: frozenset[str],
    alineas: Sequence[Alinea],
) -> Iterator[Vondst]:
    """Provisions that apply or rule on what a provision of the empowering law (one of ``werken``) speaks of."""
    begrippen = {onderdeel.id for _, onderdeel in definities(boek)}
    toegelicht = _in_toelichting(alineas)
    for bepaling, tekst, v in stellende_verwijzingen(boek, verwijzingen, bibliotheek):
        if bepaling.id in begrippen or not any(d.werk in werken for d in v.doelen) or boek.vervallen(bepaling.id):
            continue
        zin = next(z for z in splits_zinnen(tekst.inhoud) if z.begin <= v.begin < z.eind)
        voor, na = tekst.inhoud[zin.begin : v.begin], tekst.inhoud[v.eind : zin.eind]
        if not (_PAST_TOE.search(voor) or (_IN_BEDOELDE[0].search(voor) and _IN_BEDOELDE[1].search(na))):
            continue
        if _LAAT_STAAN.search(voor):
            continue
        if _WEIGERT.search(_met_aanhef(bepaling, boek)) and not (
            _UITZONDERING.search(voor) and _genoemd(bepaling.id, v, toegelicht)
        ):
            continue
        bewijs = Bewijs(bepaling.id, tekst.naar_bron(v.begin, v.eind), "toepassing")
        yield from _vondsten(
            bepaling.id, v, bewijs, "Deze bepaling past die bepaling toe of regelt wat daar is bedoeld."
        )


def _vondsten(van: BepalingId, v: Vermelding, bewijs: Bewijs, reden: str) -> Iterator[Vondst]:
    yield from (Vondst(van, d, Sterkte.AFGELEID, bewijs, reden) for d in v.geldig if d.stappen)


def _met_aanhef(bepaling: Bepaling, boek: Boek) -> str:
    """The own words of a provision and those that introduce it in its lid or article."""
    ouders = (o.eigen_tekst for o in boek.keten(bepaling.id) if o.soort.value in ("lid", "artikel", "onderdeel"))
    return " ".join((bepaling.eigen_tekst, *ouders))


def _in_toelichting(alineas: Sequence[Alinea]) -> Mapping[BepalingId, set[BepalingId]]:
    """Of each article the higher provisions that its explanation names."""
    genoemd: dict[BepalingId, set[BepalingId]] = {}
    for alinea in alineas:
        for onderwerp in alinea.onderwerp:
            if onderwerp.artikel is not None:
                hier = genoemd.setdefault(onderwerp.artikel, set())
                hier.update(d for v in alinea.vermeldingen if v.teken == HOGER for d in v.doelen)
    return genoemd


def _genoemd(id_: BepalingId, v: Vermelding, toegelicht: Mapping[BepalingId, set[BepalingId]]) -> bool:
    artikel = id_.artikel
    return artikel is not None and any(d in toegelicht.get(artikel, ()) for d in v.doelen)


# --- terms in headings ----------------------------------------------------------------------------------------------


def lees_opschriften(boek: Boek, vondsten: Sequence[Vondst], grondslag: frozenset[BepalingId]) -> Iterator[Vondst]:
    """Articles and structure units whose heading uses a term that is defined by a provision the regulation rests on.

    ``vondsten`` are the relations found so far, ``grondslag`` the articles that the regulation rests on. An article for
    which (or for parts of which) a relation with that provision or an item of it is stated gets no coarser one.
    """
    begrippen = [(stammen(term), onderdeel) for term, onderdeel in definities(boek)]
    bronnen = [v for v in vondsten if v.naar.artikel in grondslag]
    gezegd: dict[BepalingId, set[BepalingId]] = {}
    for v in bronnen:
        if v.sterkte is Sterkte.EXPLICIET:
            for van in (v.van, *v.van.voorouders()):
                gezegd.setdefault(van, set()).update((v.naar, *v.naar.voorouders()))
    for knoop in (*boek.eenheden, *boek.artikelen):
        kop = stammen(knoop.kop) if not boek.vervallen(knoop.id) else ()
        in_kop = {onderdeel.id for term, onderdeel in begrippen if _bevat(kop, term)}
        fijner = gezegd.get(knoop.id, set()) if knoop.soort is BepalingSoort.ARTIKEL else set()
        for bron in bronnen:
            if bron.van in in_kop and bron.naar not in fijner:
                yield from _met_begrip(knoop, bron)


def _met_begrip(knoop: Bepaling, bron: Vondst) -> Iterator[Vondst]:
    """The relation of a heading through the definition of its term: both steps are evidence."""
    if knoop.opschrift is not None:
        reden = f"Het opschrift gebruikt een begrip dat {bron.van} met die bepaling omschrijft."
        bewijs = Bewijs(knoop.id, knoop.opschrift.span, "begrip-in-opschrift")
        yield Vondst(knoop.id, bron.naar, Sterkte.AFGELEID, bewijs, reden)
        yield Vondst(knoop.id, bron.naar, Sterkte.AFGELEID, bron.bewijs, reden)


def _bevat(woorden: tuple[str, ...], reeks: tuple[str, ...]) -> bool:
    n = len(reeks)
    return bool(reeks) and any(woorden[i : i + n] == reeks for i in range(len(woorden) - n + 1))
