"""Dutch ways of writing numbers, dates, versions and sizes, the same on pages and in documents."""

from __future__ import annotations

import re
from datetime import date

_MAANDEN = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)

_DAG = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")

#: How a source without date names its version.
ZONDER_DATUM = "0000"


def datum(dag: date | None) -> str:
    """``1 januari 2026``; "" for None."""
    return f"{dag.day} {_MAANDEN[dag.month - 1]} {dag.year}" if dag else ""


def korte_datum(dag: date) -> str:
    """``1 jan. 2026``, for where there is little room."""
    maand = _MAANDEN[dag.month - 1]
    kort = maand if len(maand) <= 4 else f"{maand[:3] if maand != 'maart' else 'mrt'}."
    return f"{dag.day} {kort} {dag.year}"


def versie_in_woorden(naam: str) -> str:
    """The name of a version as a reader says it: "1 januari 2026", "december 2025", or the name as it is.

    The name of a source without date is "" or "0000"; both give "".
    """
    if naam == ZONDER_DATUM:
        return ""
    delen = naam.split("-")
    try:
        if len(delen) == 3:
            return datum(date.fromisoformat(naam))
        if len(delen) == 2:
            return f"{_MAANDEN[int(delen[1]) - 1]} {int(delen[0])}"
    except (ValueError, IndexError):
        pass
    return naam


def met_datums(zin: str) -> str:
    """A sentence with its days in words: "vanaf 2026-01-01" becomes "vanaf 1 januari 2026"."""
    return _DAG.sub(lambda m: versie_in_woorden(m[0]), zin)


def getal(n: int) -> str:
    """``12.345``, with the Dutch separator."""
    return f"{n:,}".replace(",", ".")


def meervoud(n: int, woorden: list[str]) -> str:
    """``1 verwijzing``, ``2 verwijzingen``; ``woorden`` are the singular and the plural."""
    return f"{getal(n)} {woorden[0] if n == 1 else woorden[1]}"


def grootte(bytes_: int) -> str:
    """``1,1 MB``, ``12 kB``."""
    if bytes_ >= 1_000_000:
        return f"{bytes_ / 1e6:.1f} MB".replace(".", ",")
    return f"{max(1, round(bytes_ / 1e3))} kB"
