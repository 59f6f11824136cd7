"""Rules about an explanation: what it says of the articles that it explains must fit them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bronnen.nummering import canoniek
from bronnen.regeling import naamsleutel
from graph.controle.doelen import wat
from graph.controle.lezing import Gezien, Lezing, Toets
from graph.controle.opvolging import daalt, lees_nummers
from graph.relaties.boek import volle_tekst
from graph.relaties.woorden import is_leeg, stam
from ontologie.document import Bepaling, BepalingSoort
from ontologie.identificatie import BepalingId, StapSoort
from ontologie.verwijzing import Status, Verwijzing

_KOP = re.compile(r"Artikel (?P<nr>\d+[a-z]{0,2})[.:]? (?=[A-Z])")
_WOORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def _artikeldelen(lezing: Lezing) -> Iterator[tuple[Bepaling, BepalingId]]:
    """The parts of the explanation with an article as their heading, and that article by identity."""
    werk = lezing.document.werk
    for b in lezing.document.bepalingen():
        if (
            b.soort is not BepalingSoort.SECTIE
            or not b.id.stappen
            or b.id.stappen[0].soort is not StapSoort.TOELICHTING
        ):
            continue
        if b.id.soort is StapSoort.ARTIKEL and b.label:
            nummer = b.licht_toe[0].artikel if b.licht_toe else None
            yield b, nummer or BepalingId(werk).onder(StapSoort.ARTIKEL, canoniek(b.label))
        elif not b.label and (m := _KOP.match(b.kop)):
            # Out of sequence, so that the reader took it for a heading in between.
            yield b, BepalingId(werk).onder(StapSoort.ARTIKEL, m["nr"])


def ontbreekt(lezing: Lezing) -> Iterator[Gezien]:
    if not lezing.boek.artikelen:
        return
    for deel, artikel in _artikeldelen(lezing):
        if not deel.licht_toe and lezing.boek.knoop(artikel) is None:
            yield lezing.bij_bepaling(
                deel,
                f"De regeling heeft geen artikel {artikel.stappen[-1].nummer}.",
                "Schrap deze toelichting, of herstel het nummer.",
            )


def opschrift(lezing: Lezing) -> Iterator[Gezien]:
    for deel, artikel in _artikeldelen(lezing):
        knoop = lezing.boek.knoop(artikel)
        if knoop is None or not knoop.kop or not deel.kop:
            continue
        if naamsleutel(_KOP.sub("", deel.kop)) != naamsleutel(knoop.kop):
            yield lezing.bij_bepaling(
                deel, f"{knoop.label} heet in de regeling «{knoop.kop}».", "Maak beide opschriften gelijk."
            )


def vervallen(lezing: Lezing) -> Iterator[Gezien]:
    for deel, artikel in _artikeldelen(lezing):
        if lezing.boek.vervallen(artikel) and "vervallen" not in volle_tekst(deel)[:400].lower():
            yield lezing.bij_bepaling(
                deel, "Dit artikel is vervallen.", "Schrap de toelichting, of zeg dat het artikel is vervallen."
            )


def volgorde(lezing: Lezing) -> Iterator[Gezien]:
    vorige: tuple[Bepaling, str] | None = None
    for deel, artikel in _artikeldelen(lezing):
        nummer = artikel.stappen[-1].nummer
        paar = lees_nummers([vorige[1], nummer]) if vorige is not None else None
        if vorige is not None and paar is not None and daalt(*paar):
            yield lezing.bij_bepaling(
                deel,
                f"De toelichting op artikel {nummer} staat na die op artikel {vorige[1]}.",
                "Houd de volgorde van de artikelen aan.",
            )
        vorige = (deel, nummer)


# --- leden that are cited -----------------------------------------------------------------------------------------


def _in_toelichting(v: Verwijzing) -> bool:
    return bool(v.plaats.stappen) and v.plaats.stappen[0].soort is StapSoort.TOELICHTING


def bestaat_niet(lezing: Lezing) -> Iterator[Gezien]:
    for v in lezing.verwijzingen:
        if v.status not in (Status.DEELS, Status.DOEL_ONTBREEKT) or not _in_toelichting(v):
            continue
        plek = lezing.passage_van(v)
        if plek is not None and plek[0].kop:
            continue  # a heading is looked at as such
        for doel in v.doelen:
            if (
                not isinstance(doel, BepalingId)
                or doel.werk != lezing.document.werk
                or lezing.bomen.vind(doel) is not None
            ):
                continue
            ouder = next((o for o in doel.voorouders() if o.stappen and lezing.bomen.vind(o) is not None), None)
            if ouder is None:
                yield lezing.bij_verwijzing(
                    v, f"{wat(doel).capitalize()} is er niet.", "Noem de bepaling die bedoeld is."
                )
            else:
                eerste = doel.stappen[len(ouder.stappen)]
                yield lezing.bij_verwijzing(
                    v,
                    f"{wat(ouder).capitalize()} heeft geen {eerste.soort.value} {eerste.nummer}.",
                    _er_is(lezing, ouder, eerste.soort),
                )
            break


def _er_is(lezing: Lezing, ouder: BepalingId, soort: StapSoort) -> str:
    nummers = [k.stappen[-1].nummer for k in lezing.bomen.kinderen(ouder) if k.soort is soort and k.stappen[-1].nummer]
    if not nummers:
        return "Noem geen lid." if soort is StapSoort.LID else ""
    soort_ = "de leden" if soort is StapSoort.LID else "de onderdelen"
    return f"{wat(ouder).capitalize()} heeft {soort_} {', '.join(nummers[:12])}."


#: So many words of a sentence must be those of another lid, and at most so many of the lid that it cites.
_GENOEG, _HOOGSTENS = 4, 1
#: Leden of one article that are compared.
_LEDEN = 40


def ander_lid(lezing: Lezing) -> Iterator[Gezien]:
    """A sentence that cites one lid in words that are those of another lid of the same article."""
    stammen: dict[BepalingId, frozenset[str]] = {}

    def van(id_: BepalingId) -> frozenset[str]:
        if id_ not in stammen:
            knoop = lezing.boek.knoop(id_)
            stammen[id_] = _stammen(volle_tekst(knoop)) if knoop else frozenset()
        return stammen[id_]

    for v in lezing.verwijzingen:
        doel = v.doelen[0] if len(v.doelen) == 1 else None
        if v.status is not Status.OPGELOST or not _in_toelichting(v) or not isinstance(doel, BepalingId):
            continue
        if doel.werk != lezing.document.werk or doel.soort is not StapSoort.LID or doel.artikel is None:
            continue
        leden = [k for k in lezing.bomen.kinderen(doel.artikel) if k.soort is StapSoort.LID][:_LEDEN]
        zin = _stammen(lezing.zin_rond(v))
        raak = {lid: len((zin & van(lid)) - (van(doel) if lid != doel else frozenset())) for lid in leden}
        beste = max(raak, key=lambda k: raak[k], default=doel)
        if beste != doel and raak[beste] >= _GENOEG and raak.get(doel, 0) <= _HOOGSTENS:
            nummer = beste.stappen[-1].nummer
            yield lezing.bij_verwijzing(
                v,
                f"De woorden van deze zin staan in lid {nummer}, niet in lid {doel.stappen[-1].nummer}.",
                f"Ga na of lid {nummer} bedoeld is.",
            )


def _stammen(tekst: str) -> frozenset[str]:
    return frozenset(s for w in _WOORD.findall(tekst[:5000]) if not is_leeg(s := stam(w)))


TOETSEN: tuple[Toets, ...] = (
    Toets("toelichting-artikel", ontbreekt),
    Toets("toelichting-lid", bestaat_niet),
    Toets("toelichting-opschrift", opschrift),
    Toets("toelichting-vervallen", vervallen),
    Toets("toelichting-volgorde", volgorde),
    Toets("toelichting-ander-lid", ander_lid),
)
