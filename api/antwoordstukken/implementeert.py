"""Who fills in a provision, and what it fills in, each with the words that say so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from api.antwoordstukken.opmaak import Opmaak, begrens
from api.antwoordstukken.teksten import teksten
from api.uitvoer import Blok, Cel, Kolom, Kop, Levering, Loop, Loopstijl, Rijen, Tabel, Uitvoerdocument, alinea
from api.woorden import getal
from graph.antwoorden.relatiegegevens import Invullingen, Relatiegegevens
from ontologie.identificatie import BepalingId

_VELDEN = (
    "richting", "bepaling", "bepaling_naam", "opschrift", "relatie", "doel", "doel_naam", "sterkte", "via",
    "facultatief", "deels", "reden", "bewijs_in", "bewijs",
)  # fmt: skip


def implementeert(opmaak: Opmaak, id_: BepalingId) -> Levering:
    """All relations of a provision in both directions.

    Raises:
        NietGevonden: the provision is neither loaded nor named by anything loaded.
    """
    beide = [opmaak.antwoorden.implementeert(id_, omgekeerd=o) for o in (False, True)]
    return Levering(
        f"implementeert-{beide[0].gevraagd.kort.replace(':', '-')}",
        lambda: _document(opmaak, beide),
        lambda: Rijen(_VELDEN, (relatierij(opmaak, i, g) for i in beide for g in (*i.items, *i.uitgesloten))),
    )


def relatierij(opmaak: Opmaak, i: Invullingen, g: Relatiegegevens) -> dict[str, object]:
    """One relation as a row."""
    bewijs = g.bewijs[0] if g.bewijs else None
    return {
        "richting": "vult in" if i.omgekeerd else "wordt ingevuld door", "bepaling": g.van.kort,
        "bepaling_naam": opmaak.naam(g.van), "opschrift": g.van.opschrift, "relatie": g.relatie,
        "doel": g.naar.kort, "doel_naam": g.naar.label, "sterkte": g.sterkte, "via": g.via,
        "facultatief": g.facultatief, "deels": g.deels, "reden": g.reden,
        "bewijs_in": opmaak.naam(bewijs.plek) if bewijs else "", "bewijs": bewijs.woorden if bewijs else "",
    }  # fmt: skip


def _document(opmaak: Opmaak, beide: list[Invullingen]) -> Uitvoerdocument:
    t = teksten()["implementeert"]
    blokken: list[Blok] = []
    for richting, i in zip(("door", "uit"), beide, strict=True):
        blokken.append(Kop(t[richting].format(n=getal(len(i.items)))))
        blokken += (
            relatietabel(opmaak, i.items, omgekeerd=i.omgekeerd) if i.items else [opmaak.geen(t[f"geen_{richting}"])]
        )
        if i.uitgesloten:
            blokken.append(Kop(t["uitgesloten"].format(n=getal(len(i.uitgesloten))), 2))
            blokken += relatietabel(opmaak, i.uitgesloten, omgekeerd=i.omgekeerd)
    return opmaak.document(t["titel"].format(naam=opmaak.naam(beide[0].gevraagd)), blokken)


def relatietabel(opmaak: Opmaak, relaties: Iterable[Relatiegegevens], *, omgekeerd: bool) -> Iterator[Blok]:
    """Relations as a table: the other side, what it is to this one, and the words."""
    a, b, c = teksten()["implementeert"]["kolommen"]
    rijen, melding = begrens([_rij(opmaak, g, omgekeerd) for g in relaties])
    yield Tabel((Kolom(a, 3), Kolom(b, 4), Kolom(c, 6)), rijen)
    yield from melding


def _rij(opmaak: Opmaak, g: Relatiegegevens, omgekeerd: bool) -> tuple[Cel, ...]:
    ander = g.naar if omgekeerd else g.van
    opschrift = "" if omgekeerd else g.opschrift
    return opmaak.plaats_met_opschrift(ander, opschrift=opschrift), verhouding(opmaak, g), opmaak.bewijs(g.bewijs)


def verhouding(opmaak: Opmaak, g: Relatiegegevens) -> Cel:
    """What one side is to the other, how sure that is, and why."""
    t = teksten()
    soort = t["relatie"]["soort"].get(g.relatie, g.relatie)
    uit = [
        alinea(Loop(f"{t['relatie']['sterkte'][g.sterkte]}: ", Loopstijl.VET), f"{soort} ", opmaak.plaats(g.naar)),
        alinea(opmaak.zin(g.reden)),
    ]
    if g.deels:
        uit.append(alinea(t["implementeert"]["deels"]))
    if g.facultatief:
        uit.append(alinea(t["implementeert"]["facultatief"]))
    return tuple(uit)
