"""Dates as the official files write them."""

from __future__ import annotations

import re
from datetime import date

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")

#: The files write this year for "no end".
_OPEN = 9999


def lees_datum(tekst: str) -> date | None:
    """The date at the beginning of an ISO 8601 date or time; None where there is none, or it means "no end"."""
    treffer = _ISO.match(tekst.strip())
    if not treffer or int(treffer.group(1)) == _OPEN:
        return None
    try:
        return date(int(treffer.group(1)), int(treffer.group(2)), int(treffer.group(3)))
    except ValueError:
        return None
