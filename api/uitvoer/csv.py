"""Rows as CSV, for a spreadsheet: the one place that writes it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Protocol

from api.uitvoer.model import Tabel
from api.woorden import getal

#: Most rows of a file; a spreadsheet takes about a million. A last row says that there were more.
CSV_MAX = 100_000
_AFGEKAPT = "Afgekapt na {n} rijen; stel de vraag over minder, of haal alles op met SPARQL."
#: What a spreadsheet takes for the beginning of a formula.
_FORMULE = ("=", "+", "-", "@", "\t", "\r", "\n")
#: Byte order mark, without which spreadsheets take UTF-8 for another encoding.
_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Rijen:
    """Rows for a program or a spreadsheet: the fields by name, each row with (some of) these."""

    kolommen: tuple[str, ...]
    rijen: Iterable[Mapping[str, object]]


class Schrijfbaar(Protocol):
    """Where text goes to."""

    def write(self, tekst: str, /) -> object: ...


def naar_csv(tabel: Rijen | Tabel) -> bytes:
    """A table as a file in UTF-8, cut after ``CSV_MAX`` rows with a last row that says so.

    Of a table of a document, the paragraphs of a cell are lines of it.
    """
    uit = io.StringIO(newline="")
    if isinstance(tabel, Tabel):
        koppen: Sequence[str] = [k.kop for k in tabel.kolommen]
        rijen: Iterable[Sequence[object]] = (["\n".join(a.tekst for a in c) for c in rij] for rij in tabel.rijen)
    else:
        koppen = tabel.kolommen
        rijen = ([rij.get(k) for k in koppen] for rij in tabel.rijen)
    bron = iter(rijen)
    schrijf_csv(koppen, islice(bron, CSV_MAX), uit, einde="\r\n")
    if next(bron, None) is not None:
        csv.writer(uit, lineterminator="\r\n").writerow([_AFGEKAPT.format(n=getal(CSV_MAX))])
    return (_BOM + uit.getvalue()).encode("utf-8", errors="replace")


def schrijf_csv(koppen: Sequence[str], rijen: Iterable[Sequence[object]], uit: Schrijfbaar, *, einde: str) -> int:
    """Write headings and rows as they come, each line ending in ``einde``; how many rows there were."""
    schrijver = csv.writer(uit, lineterminator=einde)
    schrijver.writerow([_cel(k) for k in koppen])
    aantal = 0
    for rij in rijen:
        schrijver.writerow([_cel(waarde) for waarde in rij])
        aantal += 1
    return aantal


def _cel(waarde: object) -> str:
    """A value as text; words that a spreadsheet would run as a formula get an apostrophe before them."""
    if waarde is None:
        return ""
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, date):
        return waarde.isoformat()
    if isinstance(waarde, int | float):
        return str(waarde)
    tekst = " ".join(map(str, waarde)) if isinstance(waarde, list | tuple) else str(waarde)
    return f"'{tekst}" if tekst.startswith(_FORMULE) else tekst
