"""Answers as CSV, for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from starlette.responses import Response

#: What a spreadsheet takes for the beginning of a formula.
_FORMULE = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Tabel:
    """Rows to download: the name of the file without its ending, and the rows, each with the same columns."""

    naam: str
    kolommen: tuple[str, ...]
    rijen: Iterable[Mapping[str, object]]

    def antwoord(self) -> Response:
        """As a file in UTF-8 with a byte order mark, without which spreadsheets take it for another encoding."""
        uit = io.StringIO()
        schrijver = csv.writer(uit)
        schrijver.writerow(self.kolommen)
        for rij in self.rijen:
            schrijver.writerow([_cel(rij.get(k, "")) for k in self.kolommen])
        koppen = {
            "Content-Disposition": f'attachment; filename="{self.naam}.csv"',
            "Cache-Control": "no-cache",
            "X-Content-Type-Options": "nosniff",
        }
        return Response("\ufeff" + uit.getvalue(), 200, koppen, "text/csv; charset=utf-8")


def _cel(waarde: object) -> str:
    """A value as text; words that a spreadsheet would run as a formula get an apostrophe before them."""
    if waarde is None:
        return ""
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, date):
        return waarde.isoformat()
    tekst = str(waarde)
    return f"'{tekst}" if tekst.startswith(_FORMULE) else tekst
