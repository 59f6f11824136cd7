"""The page of the technical check."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from itertools import groupby

from api.eigen import Gecontroleerd
from graph.antwoorden.controlegegevens import Bevonden, Controleuitkomst
from graph.controle import regels
from ontologie.controle import Ernst
from web.contexten import (
    Controleblok,
    Controlegroep,
    Controlepagina,
    Controlepuntregel,
    Controleresultaat,
    Keuze,
    Verwijsplaats,
)
from web.gids import Gids
from web.paden import als_formaat
from web.teksten import teksten


def controlepagina(
    gids: Gids, grootste: float, g: Gecontroleerd | None = None, *, ernst: Ernst = Ernst.AANDACHTSPUNT, regel: str = ""
) -> Controlepagina:
    """The form, and below it what was found where something was checked."""
    t = teksten()["controle"]
    werk = g.uitkomst.werk if g else ""
    werken = tuple(
        Keuze(b.werk.kort, b.titel, b.werk.kort == werk)
        for b in gids.antwoorden.bronnen().items
        if b.nieuwste and b.met_tekst
    )
    titel = f"{t['kop']}: {g.uitkomst.titel}" if g else t["kop"]
    return Controlepagina(
        kader=gids.kader(titel, menu="vraag"),
        werken=werken,
        grootste=grootste,
        uitleg=tuple((r.id, r.naam, r.ernst.value, r.uitleg) for r in regels()),
        resultaat=_resultaat(gids, g, ernst, regel) if g else None,
    )


def _resultaat(gids: Gids, g: Gecontroleerd, ernst: Ernst, regel: str) -> Controleresultaat:
    alles = g.uitkomst
    gekozen = alles.gefilterd(ernst, regel=regel)
    t = teksten()["controle"]
    id_ = g.stuk.id if g.stuk else ""

    def adres(regel_: str = "", ernst_: str = "") -> str:
        return gids.paden.controle(id_, werk=alles.werk, ernst=ernst_, regel=regel_)

    hier = adres(regel, "" if ernst is Ernst.AANDACHTSPUNT else ernst.value)
    voorkomend = dict.fromkeys((b.regel, b.naam) for b in alles.bevonden)
    return Controleresultaat(
        titel=alles.titel,
        bestand=alles.bestand,
        werk=Verwijsplaats(alles.titel, gids.paden.regeling(alles.werk)) if alles.werk else None,
        adres=adres(),
        csv=als_formaat(hier, "csv"),
        docx=als_formaat(hier, "docx"),
        telling=tuple((str(e), n) for e, n in alles.telling().items()),
        ernsten=tuple(Keuze(e, t["minstens"][e], e is ernst) for e in Ernst),
        regels=tuple(Keuze(id__, naam, id__ == regel) for id__, naam in sorted(voorkomend, key=lambda r: r[1])),
        blokken=tuple(_blok(gids, gekozen, e, adres) for e in Ernst if any(b.ernst is e for b in gekozen.bevonden)),
        voorbehouden=alles.voorbehouden,
        gewist_met=gids.paden.controle(id_, wis=True) if id_ else "",
        bewaard_tot=datetime.fromtimestamp(g.stuk.verloopt) if g.stuk else None,
    )


def _blok(gids: Gids, uitkomst: Controleuitkomst, ernst: Ernst, adres: Callable[[str], str]) -> Controleblok:
    uitleg = {r.id: r.uitleg for r in regels()}
    bevonden = sorted((b for b in uitkomst.bevonden if b.ernst is ernst), key=lambda b: (b.thema, b.regel))
    groepen = []
    for id_, groep in groupby(bevonden, key=lambda b: b.regel):
        rij = list(groep)
        punten = tuple(_punt(gids, uitkomst, b) for b in rij)
        groepen.append(Controlegroep(f"regel-{id_}", rij[0].naam, uitleg[id_], adres(id_), punten))
    return Controleblok(ernst.value, len(bevonden), tuple(groepen))


def _punt(gids: Gids, uitkomst: Controleuitkomst, b: Bevonden) -> Controlepuntregel:
    href = ""
    if uitkomst.werk:
        paden = gids.paden
        href = paden.bepaling(b.plaats, versie=uitkomst.versie) if b.plaats else paden.regeling(uitkomst.werk)
    return Controlepuntregel(
        Verwijsplaats(b.plaats_naam, href), b.regelnummer, b.voor, b.woorden, b.na, b.reden, b.suggestie
    )
