"""What a change touches: per document the provisions, what to do, and the words that make them depend on it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from api.antwoordstukken.opmaak import Opmaak, begrens
from api.antwoordstukken.teksten import teksten
from api.uitvoer import (
    Blok,
    Cel,
    Kolom,
    Kop,
    Levering,
    Loop,
    Loopstijl,
    Rijen,
    Tabel,
    Uitvoerdocument,
    alinea,
    cel,
    opmerking,
    punten,
)
from api.woorden import datum, getal, meervoud, met_datums
from graph.antwoorden import LIMIET_MAX
from graph.antwoorden.impactgegevens import Geraakt, Impact, Impactgroep, Impactsprong
from graph.impact.regels import Gevolg
from ontologie.verwijzing import Doel

_VELDEN = (
    "document", "versie", "bepaling", "bepaling_naam", "opschrift", "geraakt", "zeker", "stappen", "kort", "advies",
    "gevolg", "wijzigt", "pad", "reden", "bewijs_in", "woorden", "bewijs", "gewicht",
    "aantal_paden",
)  # fmt: skip


def impact(opmaak: Opmaak, doel: Doel, gevolg: Gevolg, op: date | None, stappen: int) -> Levering:
    """Everything that depends on a provision or on what an act changes.

    Raises:
        NietGevonden: it is neither loaded nor named by anything loaded, or no change by the act is known.
    """
    eerste = _deel(opmaak, doel, gevolg, op, stappen, 0)
    naam = f"impact-{eerste.gevraagd.kort.replace(':', '-')}" + ("" if eerste.besluit else f"-{gevolg}")

    def delen() -> Iterator[tuple[Impactgroep, Geraakt]]:
        deel = eerste
        while True:
            yield from ((groep, g) for groep in deel.groepen for g in groep.items)
            if deel.volgende is None:
                return
            deel = _deel(opmaak, doel, gevolg, op, stappen, deel.volgende)

    return Levering(
        naam,
        lambda: _document(opmaak, eerste, gevolg, delen()),
        lambda: Rijen(_VELDEN, (_rij(opmaak, groep, g) for groep, g in delen())),
    )


def _deel(opmaak: Opmaak, doel: Doel, gevolg: Gevolg, op: date | None, stappen: int, vanaf: int) -> Impact:
    return opmaak.antwoorden.impact(doel, gevolg=gevolg, op=op, stappen=stappen, limiet=LIMIET_MAX, vanaf=vanaf)


def _rij(opmaak: Opmaak, groep: Impactgroep, g: Geraakt) -> dict[str, object]:
    pad = g.paden[0]
    laatste = pad[-1]
    return {
        "document": groep.werk.kort, "versie": groep.versie, "bepaling": g.plek.kort,
        "bepaling_naam": opmaak.naam(g.plek), "opschrift": g.plek.opschrift, "geraakt": g.graad, "zeker": g.zeker,
        "stappen": g.stappen, "kort": g.kort, "advies": g.advies, "gevolg": g.gevolg, "wijzigt": pad[0].uit.kort,
        "pad": _pad(pad), "reden": " ".join(s.reden for s in pad), "bewijs_in": opmaak.naam(laatste.bewijsplek),
        "woorden": laatste.woorden, "bewijs": laatste.bewijs, "gewicht": g.gewicht,
        "aantal_paden": g.aantal_paden,
    }  # fmt: skip


def _pad(pad: tuple[Impactsprong, ...]) -> str:
    """From what changes to what is touched, in short notation."""
    return " ← ".join([pad[0].uit.kort, *(f"({s.aard} {s.naar.kort}) {s.van.kort}" for s in pad)])


def _document(
    opmaak: Opmaak, i: Impact, gevolg: Gevolg, geraakt: Iterator[tuple[Impactgroep, Geraakt]]
) -> Uitvoerdocument:
    t = teksten()["impact"]
    titel = t["titel_besluit" if i.besluit else "titel"].format(naam=opmaak.naam(i.gevraagd))
    blokken: list[Blok] = [] if i.besluit else [alinea(t["stelling"].format(gevolg=gevolg))]
    if i.afgekapt:
        blokken.append(opmerking(i.afgekapt, let_op=True))
    if i.besluit:
        blokken += _wat_wijzigt(opmaak, i)
    if i.totaal:
        delen = ", ".join(f"{getal(n)} {g}" for g, n in i.per_graad)
        bepalingen, stappen = meervoud(i.totaal, t["bepaling"]), meervoud(i.stappen, t["stap"])
        zin = t["telling"].format(bepalingen=bepalingen, stappen=stappen, direct=getal(i.direct), delen=delen)
        blokken.append(alinea(zin))
    else:
        blokken.append(opmaak.geen(t["geen"], i.bijgewerkt_tot))
    blokken += _groepen(opmaak, geraakt)
    blokken += _eromheen(opmaak, i)
    return opmaak.document(titel, blokken)


def _wat_wijzigt(opmaak: Opmaak, i: Impact) -> Iterator[Blok]:
    t = teksten()["impact"]
    yield Kop(t["wijzigt"].format(n=getal(len(i.uitgangspunten))))
    a, b, c = t["kolommen_wijzigt"]
    rijen, melding = begrens(
        [(cel(opmaak.plaats(u.plek)), cel(u.gevolg), cel(datum(u.in_werking))) for u in i.uitgangspunten]
    )
    yield Tabel((Kolom(a, 4), Kolom(b, 1), Kolom(c, 2)), rijen)
    yield from melding


def _groepen(opmaak: Opmaak, geraakt: Iterator[tuple[Impactgroep, Geraakt]]) -> Iterator[Blok]:
    t = teksten()["impact"]
    per_werk: dict[str, tuple[Impactgroep, list[tuple[Cel, ...]]]] = {}
    for groep, g in geraakt:
        per_werk.setdefault(groep.werk.kort, (groep, []))[1].append(_cellen(opmaak, groep, g))
    a, b, c = t["kolommen"]
    for groep, alle in per_werk.values():
        yield Kop(t["document"].format(werk=groep.werk.label, n=getal(groep.totaal)))
        rijen, melding = begrens(alle)
        yield Tabel((Kolom(a, 3), Kolom(b, 5), Kolom(c, 5)), rijen)
        yield from melding


def _cellen(opmaak: Opmaak, groep: Impactgroep, g: Geraakt) -> tuple[Cel, ...]:
    t = teksten()["impact"]
    binnen = groep.werk.bepaling.werk if groep.werk.bepaling else ""
    graad = ("" if g.zeker else t["mogelijk"]) + t["graad"].format(graad=g.graad)
    stappen = t["indirect"].format(n=g.stappen) if g.stappen > 1 else ""
    wat = (
        alinea(Loop(f"{graad[:1].upper()}{graad[1:]}{stappen}: {g.kort}.", Loopstijl.VET)),
        alinea(met_datums(g.advies)),
    )
    waarom = []
    for s in g.paden[0]:
        waarom.append(alinea(opmaak.zin(s.reden, binnen)))
        if s.woorden:
            staat = Loop(opmaak.naam(s.bewijsplek, binnen), Loopstijl.CURSIEF, opmaak.adres(s.bewijsplek))
            woorden = (f"«{s.voor}", Loop(s.woorden, Loopstijl.VET), f"{s.na}» ")
            waarom.append(alinea(*woorden, staat))
    if g.aantal_paden > 1:
        waarom.append(alinea(t["andere_wegen"].format(wegen=meervoud(g.aantal_paden - 1, t["wegen"]))))
    return opmaak.plaats_met_opschrift(g.plek, binnen), wat, tuple(waarom)


def _eromheen(opmaak: Opmaak, i: Impact) -> Iterator[Blok]:
    """What lapses or shifts along, and what was not looked at."""
    t = teksten()["impact"]
    if i.mee:
        yield Kop(t["mee"])
        yield punten(opmaak.plaats(p) for p in i.mee)
    if i.vernummerd:
        yield Kop(t["vernummerd"])
        regel = t["vernummerd_regel"]
        yield punten(
            regel.format(naam=opmaak.naam(v.plek), wordt=v.wordt or "?", n=getal(v.verwijzingen)) for v in i.vernummerd
        )
    grenzen = [t["bekeken"].format(datum=datum(i.bijgewerkt_tot))] if i.bijgewerkt_tot else []
    grenzen += [opmaak.zin(met_datums(v)) for v in i.voorbehouden]
    if i.intern:
        grenzen.append(t["intern"].format(verbanden=meervoud(i.intern, t["verband"])))
    if i.zwak:
        grenzen.append(t["zwak"].format(werken=", ".join(f"{p.label} ({getal(n)})" for p, n in i.zwak)))
    if grenzen:
        yield Kop(t["grenzen"])
        yield punten(grenzen)
