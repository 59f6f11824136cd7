"""The question pages about relations: who fills in what, and how far a regulation covers the duties of a law."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup
from pyoxigraph import NamedNode

from api.namen import naam_van
from graph.antwoorden.relatiegegevens import Dekking, Dekkingsregel, Invullingen
from ontologie.fouten import IdentificatieFout, InvoerFout, NietGevonden
from ontologie.identificatie import BepalingId
from web.achtergrond import achtergrond
from web.contexten import (
    Dekkingskeuze,
    Dekkingspagina,
    Dekkingsrij,
    Implementeertpagina,
    Relatielijst,
    Verwijsplaats,
    Vraag,
    Vragengroep,
    Vragenpagina,
)
from web.dekkingsoverzicht import overzichten, svg_van
from web.gids import Gids
from web.paden import anker
from web.teksten import teksten
from web.vraagvoorbeelden import eigen_vragen, geladen, voorbeeldvragen
from web.weergave import Weergave
from web.weergave_relaties import relatielijst, relatieregel

#: Most relations in one direction on a page.
REGELS = 50


def vragenpagina(gids: Gids) -> Vragenpagina:
    """All questions by what they are about, and examples that have an answer in what is loaded."""
    t, paden = teksten()["vraag"], gids.paden

    def vraag(naam: str, href: str) -> Vraag:
        return Vraag(t[naam]["kop"], t[naam]["inleiding"], href)

    onopgelost = teksten()["onopgelost"]
    groepen = (
        Vragengroep(
            "verband",
            (
                vraag("implementeert", paden.implementeert()),
                vraag("dekking", paden.dekking()),
                vraag("aangehaald", paden.aangehaald()),
                Vraag(onopgelost["kop"], onopgelost["inleiding"], paden.onopgelost()),
            ),
        ),
        Vragengroep(
            "wijziging",
            (
                vraag("impact", paden.impact()),
                vraag("wijzigingen", paden.wijzigingen()),
                vraag("verschil", paden.verschil()),
            ),
        ),
        Vragengroep("eigen", eigen_vragen(gids)),
    )
    return Vragenpagina(gids.kader(t["kop"], menu="vraag"), groepen, tuple(voorbeeldvragen(gids)))


# --- who fills in what ---


def lees_bepaling(gids: Gids, invoer: str) -> BepalingId:
    """The provision that someone typed.

    Raises:
        NietGevonden: it cannot be read.
    """
    try:
        return gids.antwoorden.lees_id(invoer)[0]
    except IdentificatieFout as fout:
        raise gids.antwoorden.niet_gelezen(invoer, fout) from fout


def implementeertpagina(gids: Gids, invoer: str, *, vanaf: int, uit_vanaf: int) -> Implementeertpagina:
    """Who fills in a provision and what it fills in; the form alone where ``invoer`` is "".

    Raises:
        NietGevonden: the provision is neither loaded nor named by anything loaded.
    """
    t = teksten()["vraag"]["implementeert"]
    voorbeelden = tuple(
        Verwijsplaats(plek.label, gids.paden.implementeert(plek.kort))
        for kort in teksten()["start"]["voorbeelden"]["implementeert"]
        if (plek := geladen(gids, kort)) is not None
    )
    if not invoer:
        return Implementeertpagina(gids.kader(t["kop"], menu="vraag"), "", voorbeelden)
    id_ = lees_bepaling(gids, invoer)
    a, paden = gids.antwoorden, gids.paden
    door, uit = a.implementeert(id_), a.implementeert(id_, omgekeerd=True)
    plek = door.gevraagd
    weergave = gids.weergave(id_.werk)

    def lijst(van: Invullingen, adres: Callable[[int], str], begin: int) -> Relatielijst:
        return relatielijst(weergave, van, adres, limiet=REGELS, vanaf=begin)

    naam = naam_van(plek, a.register)
    return Implementeertpagina(
        gids.kader(f"{t['kop']}: {naam}", menu="vraag", iri=plek.iri),
        invoer,
        voorbeelden,
        Verwijsplaats(naam, paden.plek(plek), opschrift=plek.opschrift if id_.stappen else ""),
        lijst(door, lambda n: paden.implementeert(plek.kort, vanaf=n, uit_vanaf=uit_vanaf, anker="door"), vanaf),
        lijst(uit, lambda n: paden.implementeert(plek.kort, vanaf=vanaf, uit_vanaf=n, anker="vult-in"), uit_vanaf),
        achtergrond(paden, paden.implementeert(plek.kort), "implementeert", bepaling=NamedNode(plek.iri)),
    )


# --- coverage ---


def dekkingspagina(gids: Gids, verordening: str, wet: str, *, alles: bool) -> Dekkingspagina:
    """The matrix of a regulation against a law, or the choice of these; with ``alles`` what is outside its basis too.

    Raises:
        NietGevonden: a named regulation or law is not loaded.
    """
    t = teksten()["vraag"]["dekking"]
    matrices = gids.antwoorden.dekking(lees_werk(gids, verordening), lees_werk(gids, wet))
    if not (verordening and matrices):
        kader = gids.kader(t["kop"], menu="vraag")
        return Dekkingspagina(kader, tuple(_keuze(gids, m) for m in matrices), overzichten=overzichten(gids, matrices))
    m, *andere = matrices
    paden, weergave = gids.paden, gids.weergave(m.wet.werk.kort)
    vo, w = m.verordening.werk.kort, m.wet.werk.kort
    gekozen = [r for r in m.regels if alles or r.binnen_grondslag]
    adres = paden.dekking(vo, w, alles=alles)
    return Dekkingspagina(
        kader=gids.kader(f"{t['kop']}: {m.verordening.titel}", menu="vraag"),
        keuzes=tuple(_keuze(gids, k) for k in andere),
        verordening=m.verordening,
        wet=m.wet,
        verordening_href=paden.regeling(vo),
        wet_href=paden.regeling(w),
        telling=_telling(m),
        rijen=tuple(_rij(weergave, r, _diepte(r, gekozen), vo) for r in gekozen),
        buiten=sum(not r.binnen_grondslag for r in m.regels),
        toont_buiten=alles,
        buiten_href=paden.dekking(vo, w, alles=not alles),
        bevindingen=tuple(map(weergave.in_namen, m.bevindingen)),
        achtergrond=achtergrond(
            paden, adres, "dekking", wet=NamedNode(m.wet.versie.iri), verordening=NamedNode(m.verordening.versie.iri)
        ),
    )


def lees_werk(gids: Gids, invoer: str) -> str:
    """The short name of the work that someone typed, "" for none.

    Raises:
        NietGevonden: it cannot be read.
    """
    return lees_bepaling(gids, invoer).werk if invoer else ""


def _keuze(gids: Gids, m: Dekking) -> Dekkingskeuze:
    href = gids.paden.dekking(m.verordening.werk.kort, m.wet.werk.kort)
    return Dekkingskeuze(m.verordening.titel, m.wet.titel, href, _telling(m))


def _telling(m: Dekking) -> tuple[tuple[str, int], ...]:
    return tuple((str(oordeel), n) for oordeel, n in m.telling().items() if n)


def _diepte(regel: Dekkingsregel, regels: list[Dekkingsregel]) -> int:
    """How many of the shown duties this one divides."""
    eigen = regel.plicht.plek.bepaling
    boven = {r.plicht.plek.bepaling for r in regels}
    return sum(o in boven for o in eigen.voorouders()) if eigen else 0


def _rij(weergave: Weergave, r: Dekkingsregel, diepte: int, verordening: str) -> Dekkingsrij:
    p = r.plicht
    return Dekkingsrij(
        anker=anker(p.plek.kort),
        plaats=weergave.link(p.plek, binnen=weergave.werk),
        modaliteit=p.modaliteit,
        adressaat=p.adressaat,
        opdracht=p.opdracht,
        onderwerp=p.onderwerp,
        oordeel=r.oordeel,
        reden=weergave.in_namen(r.reden),
        voorbehoud=weergave.in_namen(r.voorbehoud),
        door=tuple(relatieregel(weergave, g, omgekeerd=False, binnen=verordening) for g in r.door),
        ongedeeld=p.blad,
        diepte=diepte,
    )


def dekking_svg(gids: Gids, verordening: str, wet: str) -> Markup:
    """The regulations beside the duties of one law, as a picture.

    Raises:
        NietGevonden: nothing loaded has to do with that law.
        InvoerFout: no law is named, and there are more.
    """
    gevonden = overzichten(gids, gids.antwoorden.dekking(lees_werk(gids, verordening), lees_werk(gids, wet)))
    if not gevonden:
        raise NietGevonden(teksten()["vraag"]["dekking"]["geen_zonder_datum"])
    if len(gevonden) > 1:
        raise InvoerFout("Er zijn verbanden met meer dan één wet.", advies="Noem een wet, zoals wet=pw.")
    return svg_van(gevonden[0])
