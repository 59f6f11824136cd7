"""What the search box finds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from api.antwoordstukken.opmaak import Opmaak
from api.uitvoer import Levering, Rijen
from graph.antwoorden import LIMIET_MAX, Treffer
from ontologie.document import DocumentSoort

_VELDEN = ("bepaling", "naam", "opschrift", "document", "versie", "precies", "fragment", "iri")


def zoeken(
    opmaak: Opmaak, woorden: str, soort: DocumentSoort | None = None, werk: str = "", op: date | None = None
) -> Levering:
    """All hits, the best first."""

    def treffers() -> Iterator[Treffer]:
        vanaf: int | None = 0
        while vanaf is not None:
            deel = opmaak.antwoorden.zoek(
                woorden, soort=soort, werk=werk, op=op, limiet=LIMIET_MAX, vanaf=vanaf
            ).treffers
            yield from deel.items
            vanaf = deel.volgende

    return Levering(f"zoek-{woorden[:40]}", rijen=lambda: Rijen(_VELDEN, map(_rij, treffers())))


def _rij(t: Treffer) -> dict[str, object]:
    return {
        "bepaling": t.plek.kort, "naam": t.plek.label, "opschrift": t.plek.opschrift, "document": t.werk.label,
        "versie": t.versie, "precies": t.precies.kort, "fragment": "".join(w for w, _ in t.fragment),
        "iri": t.plek.iri,
    }  # fmt: skip
