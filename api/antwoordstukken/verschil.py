"""Was and wordt: two loaded versions side by side, the words that differ marked."""

from __future__ import annotations

from collections.abc import Iterator

from api.antwoordstukken.opmaak import Opmaak, begrens, gemarkeerd
from api.antwoordstukken.teksten import teksten
from api.uitvoer import (
    Alinea,
    Blok,
    Cel,
    Kolom,
    Levering,
    Loop,
    Loopstijl,
    Rijen,
    Tabel,
    Uitvoerdocument,
    alinea,
    opmerking,
)  # fmt: skip
from graph.antwoorden import LIMIET_MAX
from graph.antwoorden.tijdgegevens import Verschilregel, Versiesverschil
from ontologie.identificatie import BepalingId

_VELDEN = (
    "soort", "ook_gewijzigd", "oud", "nieuw", "naam", "opschrift_was", "opschrift_wordt", "was", "wordt", "omvat",
    "in_werking",
)  # fmt: skip


def verschil(opmaak: Opmaak, id_: BepalingId, van: str, tot: str) -> Levering:
    """All differences between two loaded versions of a work or provision.

    Raises:
        NietGevonden: the work or a version is not loaded.
        InvoerFout: it is twice the same version.
    """
    eerste = opmaak.antwoorden.verschil(id_, van, tot, limiet=LIMIET_MAX)
    oud, nieuw = eerste.oud.versie.naam, eerste.nieuw.versie.naam
    return Levering(
        f"verschil-{opmaak.antwoorden.plek(id_).kort.replace(':', '-')}-{oud}-{nieuw}",
        lambda: _document(opmaak, id_, eerste),
        lambda: Rijen(_VELDEN, map(_rij, _alle(opmaak, id_, eerste))),
    )


def _alle(opmaak: Opmaak, id_: BepalingId, eerste: Versiesverschil) -> Iterator[Verschilregel]:
    regels = eerste.regels
    while True:
        yield from regels.items
        if regels.volgende is None:
            return
        oud, nieuw = eerste.oud.versie.naam, eerste.nieuw.versie.naam
        regels = opmaak.antwoorden.verschil(id_, oud, nieuw, limiet=LIMIET_MAX, vanaf=regels.volgende).regels


def _rij(r: Verschilregel) -> dict[str, object]:
    plek = r.nieuw or r.oud
    return {
        "soort": r.verschil.soort, "ook_gewijzigd": r.verschil.ook_gewijzigd, "oud": r.oud.kort if r.oud else "",
        "nieuw": r.nieuw.kort if r.nieuw else "", "naam": plek.label if plek else "",
        "opschrift_was": r.oud_opschrift, "opschrift_wordt": r.nieuw_opschrift, "was": r.oude_tekst,
        "wordt": r.nieuwe_tekst, "omvat": r.verschil.omvat, "in_werking": r.verschil.in_werking,
    }  # fmt: skip


def _document(opmaak: Opmaak, id_: BepalingId, v: Versiesverschil) -> Uitvoerdocument:
    t = teksten()["verschil"]
    blokken: list[Blok] = [alinea(t["uitleg"])]
    if not v.met_tekst:
        blokken.append(opmerking(t["zonder_tekst"], let_op=True))
    regels = [_regel(opmaak, id_.werk, r) for r in _alle(opmaak, id_, v)]
    if regels:
        rijen, melding = begrens(regels)
        a, b, c = t["kolommen"]
        blokken += [Tabel((Kolom(a, 2.4), Kolom(b, 5), Kolom(c, 5)), rijen), *melding]
    else:
        blokken.append(opmaak.geen(t["geen"]))
    onder = t["onder"].format(oud=opmaak.versie(v.oud), nieuw=opmaak.versie(v.nieuw))
    naam = opmaak.naam(opmaak.antwoorden.plek(id_))
    return opmaak.document(t["titel"].format(naam=naam), blokken, onder=onder)


def _regel(opmaak: Opmaak, werk: str, r: Verschilregel) -> tuple[Cel, ...]:
    t = teksten()["verschil"]
    plek = r.nieuw or r.oud
    assert plek is not None  # a difference has at least one side
    wat = [str(r.verschil.soort)]
    if r.oud and r.nieuw and r.oud.kort != r.nieuw.kort:
        wat.append(t["was_nummer"].format(naam=opmaak.naam(r.oud, werk)))
    if r.verschil.ook_gewijzigd:
        wat.append(t["ook_gewijzigd"])
    if r.verschil.omvat:
        wat.append(t["omvat"].format(n=r.verschil.omvat))
    if not r.verschil.precies:
        wat.append(t["niet_precies"])
    naam = (alinea(opmaak.plaats(plek, werk)), alinea(Loop(", ".join(wat), Loopstijl.CURSIEF)))
    return naam, _kant(r, nieuw=False), _kant(r, nieuw=True)


def _kant(r: Verschilregel, *, nieuw: bool) -> Cel:
    """Heading and text of one side; where the other side is missing, all of it is put in or struck out."""
    opschrift, tekst = (r.nieuw_opschrift, r.nieuwe_tekst) if nieuw else (r.oud_opschrift, r.oude_tekst)
    alleen = (r.oud if nieuw else r.nieuw) is None
    if alleen:
        stijl = Loopstijl.INGEVOEGD if nieuw else Loopstijl.VERWIJDERD
        return tuple(Alinea((Loop(x, stijl),)) for x in (opschrift, *tekst.split("\n")) if x.strip())
    return (
        *gemarkeerd(opschrift, r.verschil.opschrift, nieuw=nieuw),
        *gemarkeerd(tekst, r.verschil.tekst, nieuw=nieuw),
    )
