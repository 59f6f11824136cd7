"""The question page about impact."""

from __future__ import annotations

from datetime import date

from pyoxigraph import NamedNode

from api.namen import naam_van
from api.woorden import met_datums
from graph.antwoorden import Lijst, Plek
from graph.antwoorden.impactgegevens import Geraakt, Impact, Impactgroep, Impactsprong
from graph.impact.regels import STAPPEN_MAX, Gevolg
from ontologie.fouten import IdentificatieFout, InvoerFout
from ontologie.verwijzing import Doel
from web.achtergrond import achtergrond
from web.contexten import (
    Achtergrond,
    Impactblok,
    Impactpagina,
    Impactpunt,
    Impactregel,
    Impactstap,
    Keuze,
    Verwijsplaats,
)
from web.gids import Gids
from web.teksten import teksten
from web.vraagvoorbeelden import geladen
from web.weergave import Weergave, pagering

#: Most touched provisions on a page.
REGELS = 50


def lees_doel(gids: Gids, invoer: str) -> Doel:
    """The provision or act that someone typed.

    Raises:
        NietGevonden: it cannot be read.
    """
    try:
        return gids.antwoorden.lees_doel(invoer)
    except IdentificatieFout as fout:
        raise gids.antwoorden.niet_gelezen(invoer, fout) from fout


def lees_gevolg(naam: str) -> Gevolg:
    """What happens to the provision; "" is that it changes.

    Raises:
        InvoerFout: nothing of that name can happen.
    """
    if naam and naam not in list(Gevolg):
        raise InvoerFout(f"«{naam[:40]}» is geen gevolg.", advies=f"Kies uit: {', '.join(Gevolg)}.")
    return Gevolg(naam) if naam else Gevolg.WIJZIGT


def impactpagina(gids: Gids, invoer: str, gevolg: Gevolg, op: date | None, stappen: int, *, vanaf: int) -> Impactpagina:
    """What a change touches; the form alone where ``invoer`` is "".

    Raises:
        NietGevonden: it is neither loaded nor named by anything loaded, or no change by the act is known.
    """
    t = teksten()["vraag"]["impact"]
    gevolgen = tuple(Keuze(g, t["gevolg"][g], g is gevolg) for g in Gevolg)
    keuze = tuple(Keuze(str(n), str(n), n == stappen) for n in range(1, STAPPEN_MAX + 1))
    if not invoer:
        return Impactpagina(gids.kader(t["kop"], menu="vraag"), "", gevolgen, keuze, voorbeelden(gids), op)
    i = gids.antwoorden.impact(
        lees_doel(gids, invoer), gevolg=gevolg, op=op, stappen=stappen, limiet=REGELS, vanaf=vanaf
    )
    weergave = gids.weergave(i.gevraagd.bepaling.werk if i.gevraagd.bepaling else "")
    naam = naam_van(i.gevraagd, gids.antwoorden.register)
    als = "" if i.besluit else gevolg.value

    def adres(n: int) -> str:
        return gids.paden.impact(i.gevraagd.kort, als=als, op=op, stappen=stappen, vanaf=n)

    def link(plek: Plek) -> Verwijsplaats:
        return weergave.link(plek, binnen=weergave.werk)

    deel = Lijst((None,) * i.getoond, i.totaal, i.vanaf, i.limiet)
    return Impactpagina(
        kader=gids.kader(f"{t['kop']}: {naam}", menu="vraag", iri=i.gevraagd.iri),
        invoer=invoer,
        gevolgen=gevolgen,
        stappen_keuze=keuze,
        voorbeelden=(),
        op=op,
        plaats=weergave.link(i.gevraagd),
        bekeken_tot=i.bijgewerkt_tot,
        stelling=t["stelling"]["besluit" if i.besluit else gevolg.value],
        punten=tuple(Impactpunt(weergave.link(u.plek), u.gevolg, u.in_werking) for u in i.uitgangspunten)
        if i.besluit
        else (),
        direct=i.direct,
        per_graad=tuple((str(g), n) for g, n in i.per_graad),
        blokken=tuple(_blok(weergave, g) for g in i.groepen),
        pagering=pagering(deel, adres),
        intern=i.intern,
        noemen_besluit=i.noemen_besluit,
        zwak=tuple((weergave.link(p), n) for p, n in i.zwak),
        mee=tuple(map(link, i.mee)),
        vernummerd=tuple((link(v.plek), v.wordt, v.verwijzingen) for v in i.vernummerd),
        voorbehouden=(
            *((t["als_telt_niet"],) if i.besluit and gevolg is not Gevolg.WIJZIGT else ()),
            *(weergave.in_namen(met_datums(v)) for v in i.voorbehouden),
        ),
        afgekapt=i.afgekapt,
        achtergrond=_achtergrond(gids, i, adres(0)),
    )


def _achtergrond(gids: Gids, i: Impact, adres: str) -> Achtergrond:
    punten = [NamedNode(u.plek.iri) for u in i.uitgangspunten]
    return achtergrond(gids.paden, adres, "impact", bepalingen=punten)


def voorbeelden(gids: Gids) -> tuple[Verwijsplaats, ...]:
    """Questions of impact that have an answer in what is loaded."""
    t = teksten()["start"]["voorbeelden"]
    uit = [
        Verwijsplaats(plek.label, gids.paden.impact(plek.kort))
        for kort in t["impact"]
        if (plek := geladen(gids, kort)) is not None
    ]
    for kort in t["besluit"]:
        besluit = gids.antwoorden.lees_besluit(kort)
        if (plek := gids.antwoorden.wijzigend_besluit(besluit)) is not None:
            uit.append(Verwijsplaats(plek.label, gids.paden.impact(plek.kort)))
    return tuple(uit)


def _blok(weergave: Weergave, groep: Impactgroep) -> Impactblok:
    werk = groep.werk.bepaling.werk if groep.werk.bepaling else ""
    return Impactblok(
        weergave.link(groep.werk),
        groep.versie or "",
        groep.soort or "",
        groep.totaal,
        tuple((str(g), n) for g, n in groep.per_graad),
        tuple(_regel(weergave, g, werk) for g in groep.items),
    )


def _regel(weergave: Weergave, g: Geraakt, werk: str) -> Impactregel:
    return Impactregel(
        plaats=weergave.link(g.plek, binnen=werk),
        graad=g.graad,
        zeker=g.zeker,
        stappen=g.stappen,
        kort=g.kort,
        advies=met_datums(g.advies),
        paden=tuple(tuple(_stap(weergave, s, werk) for s in pad) for pad in g.paden),
        meer=g.aantal_paden - len(g.paden),
    )


def _stap(weergave: Weergave, s: Impactsprong, werk: str) -> Impactstap:
    """A step; places in the document ``werk``, below whose name it stands, go without it."""
    return Impactstap(
        uit=weergave.link(s.uit, binnen=werk),
        van=weergave.link(s.van, binnen=werk),
        aard=s.aard,
        bereik=s.bereik,
        reden=weergave.in_namen(s.reden),
        plaats=weergave.link(s.bewijsplek, binnen=werk),
        naar=None if s.naar == s.uit else weergave.link(s.naar, binnen=werk),
        voor=s.voor,
        woorden=s.woorden,
        na=s.na,
        zeker=s.zeker,
    )
