"""Rows of a page to download."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from starlette.responses import Response

from api.uitvoer import Formaat, Levering, Rijen, lever


@dataclass(frozen=True, slots=True)
class Tabel:
    """The name of the file without its ending, and the rows, each with the same columns."""

    naam: str
    kolommen: tuple[str, ...]
    rijen: Iterable[Mapping[str, object]]

    def antwoord(self) -> Response:
        """As CSV."""
        return lever(Levering(self.naam, rijen=lambda: Rijen(self.kolommen, self.rijen)), Formaat.CSV)
