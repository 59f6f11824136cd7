"""The question pages about time: what changed in a period, and two versions side by side."""

from __future__ import annotations

from datetime import date

from pyoxigraph import NamedNode

from graph.antwoorden import Plek
from graph.antwoorden.documentwijzigingen import dagterm
from graph.antwoorden.tijdgegevens import Asregel, Documentwijziging, Werktelling, Wijzigingsrij
from graph.antwoorden.wijzigingen import EIGENSCHAP
from graph.feiten.ding import RG
from ontologie.fouten import InvoerFout
from ontologie.wijziging import DatumAs
from web.achtergrond import achtergrond
from web.contexten import (
    Achtergrond,
    Asblok,
    Documentblok,
    Keuze,
    Telling,
    Verwijsplaats,
    Wijzigingenpagina,
    Wijzigingsregel,
)
from web.gids import Gids
from web.rond_bepaling import veranderingsregel
from web.teksten import datum, teksten
from web.tijdlijnen import blok_van_periode
from web.vraagvoorbeelden import voorbeeldperiode
from web.weergave import Weergave, pagering

#: Most changes on a page.
REGELS = 100


def lees_as(naam: str) -> DatumAs | None:
    """The date axis of that name, None for "".

    Raises:
        InvoerFout: there is no such axis.
    """
    if naam and naam not in list(DatumAs):
        raise InvoerFout(f"«{naam}» is geen datum-as.", advies=f"Kies uit: {', '.join(DatumAs)}.")
    return DatumAs(naam) if naam else None


def wijzigingenpagina(
    gids: Gids, van: date | None, tot: date | None, as_: DatumAs | None, *, vanaf: int
) -> Wijzigingenpagina:
    """What changed in a period, per axis how much or on one axis what; without a period the form alone.

    Raises:
        InvoerFout: one of the days is missing, or the period ends before it begins.
    """
    t = teksten()["vraag"]["wijzigingen"]
    keuzes = tuple(Keuze(a, teksten()["as"][a], a is as_) for a in DatumAs)
    v_van, v_tot = voorbeeldperiode()
    voorbeeld = Verwijsplaats(f"{datum(v_van)} – {datum(v_tot)}", gids.paden.wijzigingen(v_van, v_tot))
    if van is None and tot is None:
        return Wijzigingenpagina(gids.kader(t["kop"], menu="vraag"), None, None, as_ or "", keuzes, voorbeeld)
    if van is None or tot is None:
        raise InvoerFout("Noem de eerste en de laatste dag van de periode.")
    antwoord = gids.antwoorden.wijzigingen(van, tot, as_, limiet=REGELS, vanaf=vanaf)
    weergave = gids.weergave()
    return Wijzigingenpagina(
        kader=gids.kader(f"{t['kop']}: {datum(van)} – {datum(tot)}", menu="vraag"),
        van=van,
        tot=tot,
        as_=as_ or "",
        assen_keuze=keuzes,
        voorbeeld=voorbeeld,
        assen=tuple(_asblok(gids, weergave, a, van, tot) for a in antwoord.assen),
        rijen=tuple(_regel(weergave, r) for r in antwoord.rijen.items),
        pagering=pagering(antwoord.rijen, lambda n: gids.paden.wijzigingen(van, tot, as_ or "", vanaf=n)),
        per_publicatie=tuple((weergave.link(p), n) for p, n in antwoord.per_publicatie),
        documenten=tuple(_document(weergave, d) for d in antwoord.documenten if _zegt_iets(d)),
        zonder_tekst=tuple(weergave.link(p) for p in antwoord.zonder_tekst),
        achtergrond=_achtergrond(gids, van, tot, as_),
        tijdlijn=None if as_ else blok_van_periode(gids, van, tot),
    )


def _achtergrond(gids: Gids, van: date, tot: date, as_: DatumAs | None) -> Achtergrond:
    gevraagd = [as_] if as_ in EIGENSCHAP else list(EIGENSCHAP)
    assen = [NamedNode(RG + EIGENSCHAP[a]) for a in gevraagd if a is not None]
    adres = gids.paden.wijzigingen(van, tot, as_ or "")
    return achtergrond(gids.paden, adres, "wijzigingen", assen=assen, van=dagterm(van), tot=dagterm(tot))


def _asblok(gids: Gids, weergave: Weergave, a: Asregel, van: date, tot: date) -> Asblok:
    later = a.volgende
    return Asblok(
        as_=a.as_,
        omschrijving=a.omschrijving,
        href=gids.paden.wijzigingen(van, tot, a.as_),
        per_werk=tuple(_telling(weergave, w) for w in a.per_werk),
        documenten=tuple(_document_link(weergave, b.werk, b.versie.naam) for b in a.documenten),
        volgende=later.dag if later else None,
        volgende_artikelen=later.artikelen if later else 0,
        volgende_href=gids.paden.wijzigingen(later.dag, later.dag, a.as_) if later else "",
    )


def _telling(weergave: Weergave, w: Werktelling) -> Telling:
    return Telling(weergave.link(w.werk), w.artikelen, w.overige)


def _document_link(weergave: Weergave, werk: Plek, versie: str) -> Verwijsplaats:
    return Verwijsplaats(werk.label, weergave.paden.plek(werk, versie=versie))


def _regel(weergave: Weergave, r: Wijzigingsrij) -> Wijzigingsregel:
    return Wijzigingsregel(
        weergave.link(r.bepaling),
        r.gegevens,
        r.dag,
        weergave.link(r.door) if r.door else None,
        weergave.link(r.inwerkingtreding_door) if r.inwerkingtreding_door else None,
    )


def _zegt_iets(d: Documentwijziging) -> bool:
    """Whether more is known of a document than that it falls in the period, which its date axis says already."""
    return bool(d.veranderingen or d.meldingen or d.voorbehouden or not d.zeker)


def _document(weergave: Weergave, d: Documentwijziging) -> Documentblok:
    eigen = d.bron.werk.kort
    return Documentblok(
        werk=_document_link(weergave, d.bron.werk, d.bron.versie.naam),
        versie=d.bron.versie.naam,
        zeker=d.zeker,
        veranderingen=tuple(veranderingsregel(weergave, v, binnen=eigen) for v in d.veranderingen),
        meldingen=tuple(veranderingsregel(weergave, v) for v in d.meldingen),
        voorbehouden=d.voorbehouden,
    )
