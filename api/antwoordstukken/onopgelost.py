"""References that are not (wholly) resolved, each with the reason."""

from __future__ import annotations

from collections.abc import Iterator

from api.antwoordstukken.opmaak import Opmaak, begrens
from api.antwoordstukken.teksten import teksten
from api.uitvoer import Alinea, Blok, Cel, Kolom, Levering, Loop, Rijen, Tabel, Uitvoerdocument, alinea, cel
from graph.antwoorden import LIMIET_MAX, Gevonden, Plek
from ontologie.verwijzing import Status

_VELDEN = (
    "plaats", "plaats_naam", "woorden", "voor", "na", "status", "reden", "doelen", "wel_gevonden", "kandidaten",
    "begin", "eind", "iri",
)  # fmt: skip


def onopgelost(opmaak: Opmaak, werk: str = "", status: Status | None = None) -> Levering:
    """All of one work or of all works, with one status or with any but resolved."""
    delen = [d for d in ("onopgelost", werk, str(status or "")) if d]
    return Levering(
        "-".join(delen),
        lambda: _document(opmaak, werk, status),
        lambda: Rijen(_VELDEN, map(verwijzingrij, _alle(opmaak, werk, status))),
    )


def verwijzingrij(v: Gevonden) -> dict[str, object]:
    """One reference as a row."""
    return {
        "plaats": v.bron.kort, "plaats_naam": v.bron.label, "woorden": v.woorden, "voor": v.voor, "na": v.na,
        "status": v.status, "reden": v.reden, "doelen": [p.kort for p in v.doelen],
        "wel_gevonden": [p.kort for p in v.bestaand], "kandidaten": [p.kort for p in v.kandidaten],
        "begin": v.begin, "eind": v.eind, "iri": v.iri,
    }  # fmt: skip


def _alle(opmaak: Opmaak, werk: str, status: Status | None) -> Iterator[Gevonden]:
    vanaf: int | None = 0
    while vanaf is not None:
        deel = opmaak.antwoorden.onopgelost(werk, status=status, limiet=LIMIET_MAX, vanaf=vanaf)
        yield from deel.items
        vanaf = deel.volgende


def _document(opmaak: Opmaak, werk: str, status: Status | None) -> Uitvoerdocument:
    t = teksten()["onopgelost"]
    regels = [_rij(opmaak, v) for v in _alle(opmaak, werk, status)]
    blokken: list[Blok] = []
    if regels:
        rijen, melding = begrens(regels)
        kolommen = tuple(Kolom(k, b) for k, b in zip(t["kolommen"], (3, 5, 1.7, 4.5), strict=True))
        blokken += [Tabel(kolommen, rijen), *melding]
    else:
        blokken.append(opmaak.geen(t["geen"]))
    delen = [opmaak.antwoorden.register.titel(werk)] if werk else []
    delen += [teksten()["status"][status]] if status else []
    return opmaak.document(t["titel"], blokken, onder=", ".join(delen))


def _rij(opmaak: Opmaak, v: Gevonden) -> tuple[Cel, ...]:
    t = teksten()
    reden: list[Alinea] = [alinea(opmaak.zin(v.reden))] if v.reden else []
    for naam, plekken in (("bestaand", v.bestaand), ("kandidaten", v.kandidaten)):
        if plekken:
            reden.append(alinea(t["onopgelost"][naam], *_links(opmaak, plekken)))
    return (
        cel(opmaak.plaats(v.bron)),
        (opmaak.verwijzing_in_zin(v),),
        cel(t["status"][v.status]),
        tuple(reden),
    )


def _links(opmaak: Opmaak, plekken: tuple[Plek, ...]) -> Iterator[Loop | str]:
    for n, plek in enumerate(plekken):
        if n:
            yield ", "
        yield opmaak.plaats(plek)
