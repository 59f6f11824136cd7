"""What references name most."""

from __future__ import annotations

from collections.abc import Iterator

from api.antwoordstukken.opmaak import Opmaak, begrens
from api.antwoordstukken.teksten import teksten
from api.uitvoer import Kolom, Levering, Rijen, Tabel, Uitvoerdocument, cel
from graph.antwoorden import LIMIET_MAX, Aangehaald

_VELDEN = ("doel", "naam", "opschrift", "aantal", "iri")


def aangehaald(opmaak: Opmaak) -> Levering:
    """Everything that is referred to, the most often named first."""
    return Levering("meest-aangehaald", lambda: _document(opmaak), lambda: Rijen(_VELDEN, map(_rij, _alle(opmaak))))


def _alle(opmaak: Opmaak) -> Iterator[Aangehaald]:
    vanaf: int | None = 0
    while vanaf is not None:
        deel = opmaak.antwoorden.meest_aangehaald(limiet=LIMIET_MAX, vanaf=vanaf)
        yield from deel.items
        vanaf = deel.volgende


def _rij(a: Aangehaald) -> dict[str, object]:
    return {
        "doel": a.plek.kort, "naam": a.plek.label, "opschrift": a.plek.opschrift, "aantal": a.aantal, "iri": a.plek.iri,
    }  # fmt: skip


def _document(opmaak: Opmaak) -> Uitvoerdocument:
    t = teksten()["aangehaald"]
    regels = [(cel(opmaak.plaats(a.plek)), cel(a.plek.opschrift), cel(str(a.aantal))) for a in _alle(opmaak)]
    if not regels:
        return opmaak.document(t["titel"], [opmaak.geen(t["geen"])])
    rijen, melding = begrens(regels)
    kolommen = tuple(Kolom(k, b) for k, b in zip(t["kolommen"], (5, 5, 1.5), strict=True))
    return opmaak.document(t["titel"], [Tabel(kolommen, rijen), *melding])
