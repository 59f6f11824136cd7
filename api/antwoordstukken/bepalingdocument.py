"""One provision as a document: text, relations, duties, explanation, references both ways, changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from api.antwoordstukken.implementeert import relatietabel
from api.antwoordstukken.leestekst import leesblokken
from api.antwoordstukken.opmaak import Opmaak, afgekapt
from api.antwoordstukken.rond import Rond, publicatie
from api.antwoordstukken.teksten import teksten
from api.uitvoer import Blok, Cel, Kolom, Kop, Loop, Loopstijl, Tabel, Uitvoerdocument, alinea, cel
from api.uitvoer import opmerking as noot
from api.woorden import datum, getal, versie_in_woorden
from graph.antwoorden import LIMIET_MAX, Bepalinggegevens, Leesknoop, Niveau
from graph.antwoorden.relatiegegevens import Plichtgegevens
from ontologie.identificatie import Stijl, print_aanhaling

#: Most steps of a text in a document, of its own and of one toelichting.
STAPPEN, STAPPEN_TOELICHTING = 6 * LIMIET_MAX, 200


def document(opmaak: Opmaak, rond: Rond, versie: str) -> Uitvoerdocument:
    g = rond.gegevens
    naam = opmaak.naam(g.plek)
    titel = _titel(naam, g.opschrift)
    blokken = [
        *_tekst(opmaak, g, versie),
        *_relaties(opmaak, rond),
        *_plichten(opmaak, g, versie),
        *_toelichting(opmaak, g),
        *_verwezen_door(opmaak, rond),
        *_verwijst_naar(opmaak, rond),
        *_wijzigingen(rond),
        *_aanhalen(opmaak, g),
    ]
    woorden = versie_in_woorden(g.versie.naam)
    onder = ", ".join(d for d in (g.bron.titel, teksten()["bepaling"]["versie"].format(versie=woorden)) if d)
    return opmaak.document(titel, blokken, onder=onder if woorden else g.bron.titel, liggend=False)


def _titel(naam: str, opschrift: str) -> str:
    """The name with the heading, each where the other does not say it already."""
    if naam in opschrift:
        return opschrift
    return naam if opschrift in naam else f"{naam}: {opschrift}"


def _tekst(opmaak: Opmaak, g: Bepalinggegevens, versie: str) -> Iterator[Blok]:
    assert g.plek.bepaling is not None  # only provisions have documents
    t = teksten()["bepaling"]
    yield Kop(t["tekst"])
    if not g.heeft_tekst:
        yield noot(teksten()["zonder_tekst"], let_op=True)
    knopen: list[Leesknoop] = []
    totaal = 1
    for vanaf in range(0, STAPPEN, LIMIET_MAX):
        if vanaf < totaal:
            deel = opmaak.antwoorden.leestekst(g.plek.bepaling, versie, limiet=LIMIET_MAX, vanaf=vanaf)
            knopen += deel.knopen.items
            totaal = deel.knopen.totaal
    yield from leesblokken(opmaak, knopen, niveau=2, zonder_kop=g.plek.kort)
    if totaal > STAPPEN:
        yield noot(t["afgekapt"].format(n=getal(STAPPEN)), let_op=True)


def _relaties(opmaak: Opmaak, rond: Rond) -> Iterator[Blok]:
    t = teksten()["implementeert"]
    for naam, i in (("door", rond.door), ("uit", rond.uit)):
        if i.items:
            yield Kop(t[naam].format(n=getal(len(i.items))))
            yield from relatietabel(opmaak, i.items, omgekeerd=i.omgekeerd)
        if i.uitgesloten:
            yield Kop(t["uitgesloten"].format(n=getal(len(i.uitgesloten))))
            yield from relatietabel(opmaak, i.uitgesloten, omgekeerd=i.omgekeerd)


def plichten_van(opmaak: Opmaak, g: Bepalinggegevens, versie: str) -> list[Plichtgegevens]:
    """The duties to regulate in the provision and its parts."""
    id_ = g.plek.bepaling
    if id_ is None or not g.bron.soort.rechtskracht:
        return []
    alle = opmaak.antwoorden.regelplichten(id_.werk, versie)
    return [p for p in alle if (e := p.plek.bepaling) is not None and (e == id_ or id_ in e.voorouders())]


def _plichten(opmaak: Opmaak, g: Bepalinggegevens, versie: str) -> Iterator[Blok]:
    t = teksten()["bepaling"]
    plichten = plichten_van(opmaak, g, versie)
    if not plichten:
        return
    werk = g.bron.werk.kort
    oordelen: dict[str, list[Cel]] = {}
    for m in opmaak.antwoorden.dekking():
        for r in m.regels if m.wet.werk.kort == werk else ():
            regel = alinea(Loop(r.oordeel, Loopstijl.VET), f" in {m.verordening.titel}")
            oordelen.setdefault(r.plicht.plek.kort, []).append((regel,))
    yield Kop(t["plichten"].format(n=getal(len(plichten))))
    rijen = [
        (
            cel(opmaak.plaats(p.plek, werk)),
            cel(p.modaliteit),
            cel(" … ".join(w for w in (p.opdracht, p.onderwerp) if w)),
            tuple(a for c in oordelen.get(p.plek.kort, ()) for a in c),
        )
        for p in plichten
    ]
    yield Tabel(_kolommen(t["kolommen_plicht"], (3, 1.3, 5, 3.2)), tuple(rijen))


def _toelichting(opmaak: Opmaak, g: Bepalinggegevens) -> Iterator[Blok]:
    if not g.toelichting:
        return
    yield Kop(teksten()["bepaling"]["toelichting"])
    for plek in g.toelichting:
        assert plek.bepaling is not None  # a toelichting is always a provision of a loaded document
        tekst = opmaak.antwoorden.leestekst(plek.bepaling, limiet=STAPPEN_TOELICHTING)
        yield alinea(Loop(opmaak.naam(plek), Loopstijl.CURSIEF, opmaak.adres(plek)))
        yield from leesblokken(opmaak, tekst.knopen.items, niveau=2, zonder_kop=plek.kort)


def _verwezen_door(opmaak: Opmaak, rond: Rond) -> Iterator[Blok]:
    t = teksten()["bepaling"]
    yield Kop(t["inkomend"].format(n=getal(rond.inkomend_totaal)))
    if not rond.inkomend:
        yield opmaak.geen(t["geen_inkomend"])
        return
    werk = rond.gegevens.bron.werk.kort
    per_document: dict[str, list[tuple[Cel, ...]]] = {}
    for groep, i in rond.inkomend:
        doel = t["zelf"] if i.niveau is Niveau.ZELF else opmaak.plaats(i.doel, werk)
        v = i.verwijzing
        rij = (cel(opmaak.plaats(v.bron, groep.werk.kort)), (opmaak.verwijzing_in_zin(v),), cel(doel))
        per_document.setdefault(groep.werk.label, []).append(rij)
    for titel, regels in per_document.items():
        yield Kop(f"{titel} ({getal(len(regels))})", 2)
        yield Tabel(_kolommen(t["kolommen_inkomend"], (3, 6, 2.6)), tuple(regels))
    if rond.inkomend_totaal > len(rond.inkomend):
        yield noot(afgekapt(len(rond.inkomend), rond.inkomend_totaal), let_op=True)


def _verwijst_naar(opmaak: Opmaak, rond: Rond) -> Iterator[Blok]:
    t = teksten()["bepaling"]
    werk = rond.gegevens.bron.werk.kort
    yield Kop(t["uitgaand"].format(n=getal(rond.uitgaand_totaal)))
    if not rond.uitgaand:
        yield opmaak.geen(t["geen_uitgaand"])
        return
    regels = [
        (
            cel(opmaak.plaats(v.bron, werk)),
            (opmaak.verwijzing_in_zin(v),),
            tuple(alinea(opmaak.plaats(d, werk)) for d in v.doelen),
            (alinea(teksten()["status"][v.status]), *((alinea(opmaak.zin(v.reden)),) if v.reden else ())),
        )
        for v in rond.uitgaand
    ]
    yield Tabel(_kolommen(t["kolommen_uitgaand"], (2.4, 4.6, 3, 2.2)), tuple(regels))
    if rond.uitgaand_totaal > len(rond.uitgaand):
        yield noot(afgekapt(len(rond.uitgaand), rond.uitgaand_totaal), let_op=True)


def _wijzigingen(rond: Rond) -> Iterator[Blok]:
    t = teksten()["bepaling"]
    if not rond.wijzigingen:
        return
    yield Kop(t["wijzigingen"].format(n=getal(len(rond.wijzigingen))))
    rijen = [
        tuple(
            cel(x)
            for x in (w.effect, publicatie(w), datum(w.gepubliceerd), datum(w.in_werking), datum(w.terugwerkend_tot))
        )
        for w in rond.wijzigingen
    ]
    yield Tabel(_kolommen(t["kolommen_wijziging"], (2, 2, 2, 2, 2)), tuple(rijen))


def _aanhalen(opmaak: Opmaak, g: Bepalinggegevens) -> Iterator[Blok]:
    t = teksten()
    assert g.plek.bepaling is not None  # only provisions have documents
    yield Kop(t["bepaling"]["aanhalen"])
    waarden = (
        ("leidraad", print_aanhaling(g.plek.bepaling, opmaak.antwoorden.register, Stijl.LEIDRAAD)),
        ("citaat", g.ids.citaat), ("kort", g.ids.kort), ("jci", g.ids.jci), ("iri", g.ids.iri),
        ("versie_iri", g.ids.versie_iri),
    )  # fmt: skip
    rijen = tuple((cel(t["kenmerk"][naam]), cel(waarde)) for naam, waarde in waarden if waarde)
    yield Tabel(_kolommen(t["bepaling"]["kolommen_aanhalen"], (3, 7)), rijen)


def _kolommen(koppen: Sequence[str], breedtes: Sequence[float]) -> tuple[Kolom, ...]:
    return tuple(Kolom(k, b) for k, b in zip(koppen, breedtes, strict=True))
