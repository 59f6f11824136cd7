"""The pages about what is loaded: start, sources, unresolved references, search, help."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

from pyoxigraph import Literal, NamedNode

from graph.antwoorden import LIMIET_MAX, Bron, Bronnen, Lijst, Plek, Treffer, Zoekantwoord
from graph.antwoorden.tijdgegevens import Versiekeuze as Gekozen
from ontologie.document import BepalingSoort, DocumentSoort
from ontologie.fouten import IdentificatieFout, InvoerFout
from ontologie.identificatie import STANDAARDBASIS, basis
from ontologie.verwijzing import Status
from ontologie.wijziging import DatumAs
from web.achtergrond import achtergrond
from web.contexten import (
    Achtergrond,
    Brongroep,
    Bronnenpagina,
    Doorzocht,
    HulpJuristen,
    HulpOntwikkelaars,
    Hulpregel,
    Keuze,
    Onopgelostpagina,
    Recent,
    Startbron,
    Startpagina,
    Trefferregel,
    Verwijsplaats,
    Vraag,
    Zoekpagina,
)
from web.gids import Gids
from web.paden import als_formaat
from web.paginas_aangehaald import aangehaaldregels
from web.teksten import getal, teksten, versie_in_woorden
from web.vraagvoorbeelden import eigen_vragen, geladen, voorbeeldvragen
from web.weergave import Weergave, pagering, titels_zonder_tekst

#: Most days of recent changes on the start page.
RECENT = 5
#: Most of what is referred to most often on the start page.
AANGEHAALD = 5


def startpagina(gids: Gids) -> Startpagina:
    """What is loaded, and questions that have an answer in it."""
    bronnen = gids.antwoorden.bronnen()
    weergave = gids.weergave()
    return Startpagina(
        kader=gids.kader(teksten()["site"]["naam"], menu="start"),
        groepen=_brongroepen(weergave, bronnen),
        vragen=tuple(_vragen(gids, bronnen)),
        documenten=len(bronnen.items),
        verwijzingen=sum(b.verwijzingen for b in bronnen.items),
        zonder_tekst=titels_zonder_tekst(bronnen),
        recent=_recent(gids, bronnen),
        eigen=eigen_vragen(gids),
        aangehaald=aangehaaldregels(gids, AANGEHAALD),
    )


def _brongroepen(weergave: Weergave, bronnen: Bronnen) -> tuple[Brongroep, ...]:
    """The works by kind and title, each with its versions."""
    per_werk: dict[str, list[Bron]] = {}
    for bron in bronnen.items:
        per_werk.setdefault(bron.werk.kort, []).append(bron)
    groepen: dict[str, list[Startbron]] = {"wetten": [], "lokaal": [], "overig": []}
    for nieuwste, *ouder in sorted(per_werk.values(), key=lambda b: b[0].titel.lower()):
        links = (
            Verwijsplaats(versie_in_woorden(b.versie.naam), weergave.paden.regeling(b.werk.kort, versie=b.versie.naam))
            for b in ouder
        )
        groepen[_groep(nieuwste.soort)].append(Startbron(weergave.bronregel(nieuwste), tuple(links)))
    return tuple(Brongroep(naam, tuple(regels)) for naam, regels in groepen.items() if regels)


def _groep(soort: DocumentSoort) -> str:
    if soort in (DocumentSoort.VERORDENING, DocumentSoort.BELEIDSREGEL, DocumentSoort.MODEL):
        return "lokaal"
    return "wetten" if soort.rechtskracht else "overig"


def _recent(gids: Gids, bronnen: Bronnen) -> tuple[Recent, ...]:
    """The last days on which articles came into force, up to a year before the newest source."""
    if bronnen.bijgewerkt_tot is None:
        return ()
    van, tot = bronnen.bijgewerkt_tot - timedelta(days=365), max(gids.vandaag, bronnen.bijgewerkt_tot)
    rijen = gids.antwoorden.wijzigingen(van, tot, DatumAs.IN_WERKING, limiet=LIMIET_MAX).rijen.items
    artikelen: dict[tuple[date, str], set[str]] = {}
    for r in rijen:
        if r.soort is BepalingSoort.ARTIKEL and r.dag is not None and r.bepaling.bepaling is not None:
            artikelen.setdefault((r.dag, r.bepaling.bepaling.werk), set()).add(r.bepaling.iri)
    laatste = sorted(artikelen, key=lambda dw: (dw[0], len(artikelen[dw])), reverse=True)[:RECENT]
    titel, adres = gids.antwoorden.register.titel, gids.paden.wijzigingen
    return tuple(Recent(d, titel(w), len(artikelen[d, w]), adres(d, d, DatumAs.IN_WERKING)) for d, w in laatste)


def _vragen(gids: Gids, bronnen: Bronnen) -> list[Vraag]:
    t = teksten()["start"]["vraag"]
    voorbeelden = teksten()["start"]["voorbeelden"]
    vragen = voorbeeldvragen(gids)
    for kort in voorbeelden["inkomend"]:
        if plek := geladen(gids, kort):
            href = gids.paden.bepaling(plek.kort, anker="verwezen-door")
            vragen.append(Vraag(t["inkomend"].format(label=plek.label), t["inkomend_uitleg"], href))
    titels = {b.werk.kort: b.titel for b in bronnen.items if b.nieuwste}
    vragen += [
        Vraag(t["lezen"].format(titel=titels[kort]), t["lezen_uitleg"], gids.paden.regeling(kort))
        for kort in voorbeelden["lezen"]
        if kort in titels
    ]
    if any(b.met_tekst for b in bronnen.items):
        vragen += [
            Vraag(t["zoeken"].format(woord=woord), t["zoeken_uitleg"], gids.paden.zoek(woord))
            for woord in voorbeelden["woorden"]
        ]
    if bronnen.items:
        vragen.append(Vraag(t["onopgelost"], t["onopgelost_uitleg"], gids.paden.onopgelost()))
    return vragen


def bronnenpagina(gids: Gids) -> Bronnenpagina:
    """Every loaded source with all that is known of it."""
    weergave = gids.weergave()
    return Bronnenpagina(
        kader=gids.kader(teksten()["bronnen"]["kop"], menu="bronnen"),
        bronnen=tuple(weergave.bronregel(b) for b in gids.antwoorden.bronnen().items),
    )


_STATUSSEN = tuple(s for s in Status if s is not Status.OPGELOST)


def lees_status(naam: str) -> Status | None:
    """The status of that name, None for "".

    Raises:
        InvoerFout: there is no such status of an unresolved reference.
    """
    if naam and naam not in _STATUSSEN:
        raise InvoerFout(f"«{naam}» is geen status van een onopgeloste verwijzing.")
    return Status(naam) if naam else None


def onopgelostpagina(gids: Gids, *, werk: str, status: Status | None, vanaf: int) -> Onopgelostpagina:
    """References that are not (wholly) resolved.

    Raises:
        InvoerFout: ``vanaf`` is out of range.
    """
    t = teksten()
    lijst = gids.antwoorden.onopgelost(werk, status=status, vanaf=vanaf)
    weergave, bronnen = gids.weergave(), gids.antwoorden.bronnen()
    aantallen: Counter[str] = Counter()
    for bron in bronnen.items:
        if bron.nieuwste and werk in ("", bron.werk.kort):
            aantallen.update(dict(bron.per_status))
    return Onopgelostpagina(
        kader=gids.kader(t["onopgelost"]["kop"], menu="onopgelost"),
        regels=tuple(weergave.uitgaand(v) for v in lijst.items),
        pagering=pagering(lijst, lambda n: gids.paden.onopgelost(werk=werk, status=status or "", vanaf=n)),
        werken=_werken(bronnen, werk),
        statussen=tuple(Keuze(s, f"{t['status'][s]['kort']} ({getal(aantallen[s])})", s == status) for s in _STATUSSEN),
        achtergrond=_achtergrond_onopgelost(gids, werk, status),
    )


def _achtergrond_onopgelost(gids: Gids, werk: str, status: Status | None) -> Achtergrond:
    versies = [
        NamedNode(b.versie.iri) for b in gids.antwoorden.bronnen().items if b.nieuwste and werk in ("", b.werk.kort)
    ]
    adres = gids.paden.onopgelost(werk=werk, status=status or "")
    statussen = [Literal(s) for s in ((status,) if status else _STATUSSEN)]
    return achtergrond(gids.paden, adres, "onopgelost", versies=versies, statussen=statussen)


def _werken(bronnen: Bronnen, gekozen: str) -> tuple[Keuze, ...]:
    return tuple(Keuze(b.werk.kort, b.titel, b.werk.kort == gekozen) for b in bronnen.items if b.nieuwste)


def lees_soort(naam: str) -> DocumentSoort | None:
    """The kind of document of that name, None for "".

    Raises:
        InvoerFout: there is no such kind.
    """
    if naam and naam not in list(DocumentSoort):
        raise InvoerFout(f"«{naam}» is geen soort document.")
    return DocumentSoort(naam) if naam else None


def zoekpagina(gids: Gids, *, woorden: str, soort: str, werk: str, op: date | None, vanaf: int) -> Zoekpagina | str:
    """Results of the search box; the address to go to instead, where a citation was typed that is known.

    Raises:
        InvoerFout: there is no such kind of document, or ``vanaf`` is out of range.
    """
    t = teksten()
    lees_soort(soort)
    antwoord, uitleg = _zoek(gids, woorden, soort, werk, op, vanaf)
    if antwoord.direct is not None and not (soort or werk or op or vanaf):
        return _adres_van_aanhaling(gids, woorden, antwoord.direct)
    weergave, bronnen = gids.weergave(), gids.antwoorden.bronnen()
    soorten = sorted({b.soort for b in bronnen.items})
    return Zoekpagina(
        kader=gids.kader(f"{t['zoek']['kop']}: {woorden}" if woorden else t["zoek"]["kop"], zoekwoord=woorden),
        treffers=tuple(
            Trefferregel(
                r,
                gids.paden.plek(r.plek, versie=r.versie if op else ""),
                None if r.precies == r.plek else _precies(weergave, r),
            )
            for r in antwoord.treffers.items
        ),
        pagering=pagering(
            antwoord.treffers, lambda n: gids.paden.zoek(woorden, soort=soort, werk=werk, op=op, vanaf=n)
        ),
        werken=_werken(bronnen, werk),
        soorten=tuple(Keuze(s, t["soort"][s], s == soort) for s in soorten),
        gefilterd=bool(soort or werk or op),
        op=op,
        versies=tuple(_doorzocht(gids, weergave, k) for k in antwoord.versies),
        niet_op=tuple(weergave.link(p) for p in antwoord.niet_op),
        direct=weergave.link(antwoord.direct) if antwoord.direct else None,
        zonder_tekst=tuple(weergave.link(p) for p in antwoord.zonder_tekst),
        uitleg=uitleg,
        alle_woorden=antwoord.alle_woorden,
        csv=als_formaat(gids.paden.zoek(woorden, soort=soort, werk=werk, op=op), "csv"),
    )


def _doorzocht(gids: Gids, weergave: Weergave, keuze: Gekozen) -> Doorzocht:
    versie = keuze.versie.naam if keuze.versie is not None else ""
    return Doorzocht(weergave.link(keuze.bepaling), versie, gids.paden.plek(keuze.bepaling, versie=versie), keuze.reden)


def _zoek(gids: Gids, woorden: str, soort: str, werk: str, op: date | None, vanaf: int) -> tuple[Zoekantwoord, str]:
    """The answer, and why nothing could be searched where that is so ("" otherwise)."""
    niets = Zoekantwoord(woorden, None, Lijst((), 0))
    if not woorden:
        return niets, ""
    try:
        return gids.antwoorden.zoek(woorden, soort=lees_soort(soort), werk=werk, op=op, vanaf=vanaf), ""
    except InvoerFout as fout:
        return niets, str(fout)


def _precies(weergave: Weergave, treffer: Treffer) -> Verwijsplaats:
    return weergave.link(treffer.precies, binnen=treffer.precies.bepaling.werk if treffer.precies.bepaling else "")


def _adres_van_aanhaling(gids: Gids, woorden: str, plek: Plek) -> str:
    try:
        versie = gids.antwoorden.lees_id(woorden)[1]
    except IdentificatieFout:
        versie = ""
    return gids.paden.plek(plek, versie=versie)


def hulp_juristen(gids: Gids) -> HulpJuristen:
    """Help for jurists, with examples that lead somewhere in what is loaded."""
    t = teksten()
    regels = []
    for voorbeeld, uitleg in t["hulp"]["voorbeelden"]:
        invoer = voorbeeld.replace(STANDAARDBASIS, basis())
        regels.append(Hulpregel(invoer, gids.paden.zoek(invoer), uitleg))
    return HulpJuristen(gids.kader(t["hulp"]["kop"], menu="hulp"), tuple(regels), tuple(voorbeeldvragen(gids)))


def hulp_ontwikkelaars(gids: Gids, adres: str) -> HulpOntwikkelaars:
    """Help for developers; ``adres`` is the address of this site as the asker sees it, with the prefix."""
    return HulpOntwikkelaars(gids.kader(teksten()["menu"]["ontwikkelaars"], menu="hulp"), adres.rstrip("/"), basis())
