"""The pages to read in: a provision and a regulation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from api.antwoordstukken.rond import alle_wijzigingen
from api.namen import kaal_label, naam_van, officieel_adres
from graph.antwoorden import LIMIET_MAX, Bepalinggegevens, Leesknoop, Leestekst, Lijst, Niveau, Plek
from graph.impact.regels import Gevolg
from ontologie.document import BepalingSoort, DocumentSoort
from ontologie.identificatie import (
    BepalingId,
    Naamregister,
)
from web.aanhalen import kenmerken
from web.contexten import (
    Bepalingpagina,
    Correctieregel,
    Inhoudsregel,
    Inkomendlijst,
    Regelingpagina,
    Toelichting,
)
from web.gids import Gids
from web.leesblok import Leesplek, leesblok, verwijzing_anker
from web.paden import als_formaat, anker
from web.rond_bepaling import banner, geschiedenis, meldingen, plichten, relaties
from web.tijdlijnen import blok_van_bepaling
from web.weergave import Weergave, aantal_onopgelost, pagering

#: Most steps of a provision's text on its own page, and of a toelichting beside it.
STAPPEN_BEPALING = 400
STAPPEN_TOELICHTING = 60
#: Most steps of a regulation on one page; longer ones go on on the next. The Participatiewet has about 2,500.
STAPPEN_REGELING = 6000
#: Most references on one page: of those to the provision, and of those in it.
REGELS, REGELS_UIT = 50, 30


#: Kinds whose number says nothing without what they stand in ("f.").
_ONDERDELEN = frozenset(
    {
        BepalingSoort.LID,
        BepalingSoort.ONDERDEEL,
        BepalingSoort.TABEL,
        BepalingSoort.RIJ,
        BepalingSoort.CEL,
        BepalingSoort.VOETNOOT,
        BepalingSoort.ALINEA,
    }
)


def bepalingpagina(
    gids: Gids, id_: BepalingId, versie: str, *, vanaf: int, in_vanaf: int, geheel: bool, op: date | None = None
) -> Bepalingpagina:
    """One loaded provision. ``vanaf`` and ``in_vanaf`` page through its references out and in.

    With ``geheel`` the incoming references are those to the whole that it is part of.

    Raises:
        NietGevonden: it is not loaded, or not in that version.
    """
    a = gids.antwoorden
    g = a.bepaling(id_, versie)
    kort = g.plek.kort
    weergave = gids.weergave(id_.werk, versie)
    kop = _kop(g, a.register)
    tekst = a.leestekst(id_, versie, limiet=STAPPEN_BEPALING)
    uit = a.verwijzingen_uit(id_, versie, limiet=REGELS_UIT, vanaf=vanaf)
    plek = Leesplek(
        gids.paden,
        id_.werk,
        versie,
        _hier(tekst.knopen.items),
        rijen=frozenset(verwijzing_anker(v.iri) for v in uit.items),
    )
    verloop = a.geschiedenis(id_)
    verwezen = inkomend(gids, weergave, g.plek, in_vanaf, geheel)
    door, vult_in = relaties(gids, weergave, g.plek)
    versies, veranderd = geschiedenis(gids, g, verloop), alle_wijzigingen(g, verloop)
    return Bepalingpagina(
        kader=gids.kader(naam_van(g.plek, a.register), iri=g.ids.versie_iri if versie else g.ids.iri),
        kop=kop,
        opschrift="" if kop == g.opschrift else g.opschrift,
        bron=g.bron,
        kruimels=tuple(weergave.link(k, binnen=id_.werk) for k in g.kruimels),
        in_regeling=gids.paden.regeling(g.bron.werk.kort, versie=versie, anker=anker(kort)),
        blok=leesblok(tekst.knopen.items, plek, niveau=3, zonder_kop=kort),
        blok_afgekapt=tekst.knopen.afgekapt,
        uitgaand=tuple(weergave.uitgaand(v) for v in uit.items),
        uitgaand_pagering=pagering(
            uit, lambda n: gids.paden.bepaling(kort, versie=versie, vanaf=n, anker="verwijst-naar")
        ),
        inkomend=replace(verwezen, groepen=tuple(r for r in verwezen.groepen if r.soort != DocumentSoort.HANDREIKING)),
        kenmerken=kenmerken(g.ids, id_, a.register, g.versie.naam),
        vorige=weergave.link(g.vorige, binnen=id_.werk) if g.vorige else None,
        volgende=weergave.link(g.volgende, binnen=id_.werk) if g.volgende else None,
        wijzigingen=veranderd,
        facultatief=g.facultatief,
        vervallen=g.vervallen,
        in_werking=g.in_werking,
        licht_toe=tuple(weergave.link(p, binnen=id_.werk) for p in g.licht_toe),
        toelichting=tuple(_toelichting(gids, weergave, p) for p in g.toelichting),
        officieel_adres=officieel_adres(g.ids.jci, g.versie.naam),
        docx=als_formaat(gids.paden.bepaling(kort, versie=versie), "docx"),
        csv=als_formaat(gids.paden.bepaling(kort, versie=versie), "csv"),
        door=door,
        vult_in=vult_in,
        plichten=plichten(gids, weergave, g, versie),
        geschiedenis=versies,
        meldingen=meldingen(weergave, verloop.meldingen),
        handreiking=tuple(r for r in verwezen.groepen if r.soort == DocumentSoort.HANDREIKING),
        banner=banner(gids, id_, versie, op),
        op=op,
        impact_href=gids.paden.impact(kort),
        vervalt_href=gids.paden.impact(kort, als=Gevolg.VERVALT.value),
        beeld_href=gids.paden.buurt(kort, versie=versie),
        tijdlijn=blok_van_bepaling(gids, kort, versies, veranderd, versie=versie),
    )


def _kop(g: Bepalinggegevens, register: Naamregister) -> str:
    """The name at the top: as printed where that says enough ("Artikel 8a"), and else in full or by its heading."""
    assert g.plek.bepaling is not None  # only provisions have pages
    if g.soort in _ONDERDELEN or not (g.aanduiding or g.opschrift):
        return kaal_label(g.plek.bepaling, register)
    return g.aanduiding or g.opschrift


def inkomend(gids: Gids, weergave: Weergave, plek: Plek, vanaf: int, geheel: bool = False) -> Inkomendlijst:
    """References to a provision and to its parts, with a link to those to the whole; or just the latter."""
    assert plek.bepaling is not None  # only provisions have pages
    eigen, rond = (Niveau.ZELF, Niveau.ONDER), (Niveau.BOVEN, Niveau.WERK)
    a, kort, versie = gids.antwoorden, plek.kort, weergave.versie
    return weergave.inkomend(
        a.verwijzingen_in(plek.bepaling, niveaus=rond if geheel else eigen, limiet=REGELS, vanaf=vanaf),
        lambda n: gids.paden.inkomend(kort, versie=versie, vanaf=n, geheel=geheel),
        geheel_href=gids.paden.inkomend(kort, versie=versie, geheel=not geheel) if plek.bepaling.stappen else "",
        toont_geheel=geheel,
    )


def _hier(knopen: Sequence[Leesknoop]) -> frozenset[str]:
    return frozenset(k.plek.kort for k in knopen if k.plek.bepaling and k.plek.bepaling.stappen)


def _toelichting(gids: Gids, weergave: Weergave, plek: Plek) -> Toelichting:
    assert plek.bepaling is not None  # a toelichting is always a provision of a loaded document
    tekst = gids.antwoorden.leestekst(plek.bepaling, limiet=STAPPEN_TOELICHTING)
    leesplek = Leesplek(gids.paden, plek.bepaling.werk, los=True)
    blok = leesblok(tekst.knopen.items, leesplek, niveau=3, zonder_kop=plek.kort)
    return Toelichting(weergave.link(plek, binnen=weergave.werk), blok, tekst.knopen.afgekapt)


def regelingpagina(
    gids: Gids, id_: BepalingId, versie: str, *, vanaf: int, correcties: bool, op: date | None = None
) -> Regelingpagina:
    """A whole regulation or other document, with its contents; with ``correcties`` mended scan noise is shown.

    Raises:
        NietGevonden: it is not loaded, or not in that version.
    """
    a = gids.antwoorden
    tekst = _hele_tekst(gids, id_, versie, vanaf)
    g = a.bepaling(id_, versie)
    bron = tekst.bron
    weergave = gids.weergave(id_.werk, versie)
    hier = _hier(tekst.knopen.items)
    plek = Leesplek(gids.paden, id_.werk, versie, hier, correcties=correcties)
    knopen = [k for k in tekst.knopen.items if k.soort is not BepalingSoort.REGELING or k.alineas]
    verloop = a.geschiedenis(id_)
    versies = geschiedenis(gids, g, verloop)
    return Regelingpagina(
        kader=gids.kader(bron.titel, iri=g.ids.versie_iri if versie else g.ids.iri),
        bron=bron,
        inhoud=_inhoud(a.inhoudsopgave(id_, versie), plek, {k.plek.kort: k.aanduiding for k in knopen}, a.register),
        blok=leesblok(knopen, plek, zonder_kop=g.plek.kort),
        pagering=pagering(tekst.knopen, lambda n: gids.paden.regeling(bron.werk.kort, versie=versie, vanaf=n)),
        versies=weergave.versies(g.versies, bron.versie.naam, lambda v: gids.paden.regeling(bron.werk.kort, versie=v)),
        banner=banner(gids, id_, versie, op),
        op=op,
        onopgelost=aantal_onopgelost(bron),
        onopgelost_href=gids.paden.onopgelost(werk=bron.werk.kort),
        correcties=tuple(
            Correctieregel(weergave.link(c.plek, binnen=id_.werk), c.staat_er, c.gelezen, c.regel)
            for c in a.correcties(id_, versie)
        ),
        toont_correcties=correcties,
        correcties_href=gids.paden.regeling(bron.werk.kort, versie=versie, correcties=not correcties),
        officieel_adres=officieel_adres(g.ids.jci, bron.versie.naam),
        docx=als_formaat(gids.paden.regeling(bron.werk.kort, versie=versie), "docx"),
        csv=als_formaat(gids.paden.regeling(bron.werk.kort, versie=versie), "csv"),
        tijdlijn=blok_van_bepaling(gids, bron.werk.kort, versies, alle_wijzigingen(g, verloop), versie=versie),
        verschil_href=next((r.verschil_href for r in versies if r.versie.hier), ""),
    )


def _hele_tekst(gids: Gids, id_: BepalingId, versie: str, vanaf: int) -> Leestekst:
    """As much of the text as one page holds, asked for in the parts in which it is given."""
    knopen: list[Leesknoop] = []
    begin = vanaf
    while True:
        deel = gids.antwoorden.leestekst(id_, versie, limiet=LIMIET_MAX, vanaf=begin)
        knopen.extend(deel.knopen.items)
        begin += LIMIET_MAX
        if begin >= min(deel.knopen.totaal, vanaf + STAPPEN_REGELING):
            return Leestekst(deel.bron, deel.begin, Lijst(tuple(knopen), deel.knopen.totaal, vanaf, STAPPEN_REGELING))


def _inhoud(
    opgave: Sequence[tuple[int, Plek]], plek: Leesplek, namen: Mapping[str, str], register: Naamregister
) -> tuple[Inhoudsregel, ...]:
    """The contents in two levels: what stands highest, and everything below it.

    ``namen`` are the numbers as printed of the provisions on this page; one that has none goes by its heading.
    """
    hoogst = min((diepte for diepte, _ in opgave), default=0)
    takken: list[list[Inhoudsregel]] = []
    for n, (diepte, p) in enumerate(opgave):
        verder = n + 1 < len(opgave) and opgave[n + 1][0] > diepte
        regel = _inhoudsregel(p, plek, namen, register, diepte - hoogst, diepte > hoogst and verder)
        if diepte == hoogst or not takken:
            takken.append([regel])
        else:
            takken[-1].append(regel)
    return tuple(replace(boven, onder=tuple(onder)) for boven, *onder in takken)


def _inhoudsregel(
    p: Plek, plek: Leesplek, namen: Mapping[str, str], register: Naamregister, diepte: int, tussenkop: bool
) -> Inhoudsregel:
    """A line of the contents; a heading that says its own kind ("Toelichting") stands alone."""
    assert p.bepaling is not None  # contents hold provisions only
    label, opschrift = namen.get(p.kort) or kaal_label(p.bepaling, register), p.opschrift
    if opschrift and ((p.kort in namen and not namen[p.kort]) or opschrift.lower().startswith(label.lower())):
        label, opschrift = opschrift, ""
    return Inhoudsregel(label, opschrift, plek.href(p), diepte, tussenkop)
