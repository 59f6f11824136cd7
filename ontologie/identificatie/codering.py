"""Percent escapes for numbers and names of works, shared by the notations, and a bound on what is read."""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import quote, unquote

from ontologie.fouten import IdentificatieFout

#: Longest identifier that is read, in characters. The longest titles of Dutch regulations are below 1000.
MAXIMUM = 4000

#: Longest part of the user's text that a message repeats.
_GETOOND = 80


def controleer_invoer(tekst: str, wat: str) -> str:
    """The text without white space around it.

    Raises:
        IdentificatieFout: it is empty, too long, or no valid text.
    """
    schoon = tekst.strip()
    if not schoon:
        raise IdentificatieFout(f"Er staat niets waar {wat} verwacht wordt.")
    if len(schoon) > MAXIMUM:
        raise IdentificatieFout(f"«{toon(schoon)}» is te lang voor {wat}: {len(schoon)} tekens, de grens is {MAXIMUM}.")
    if re.search("[\ud800-\udfff]", schoon):
        raise IdentificatieFout(f"«{toon(schoon)}» bevat tekens die geen tekst zijn.", advies="Schrijf in UTF-8.")
    return schoon


def toon(tekst: str) -> str:
    """The text for use in a message: printable and not too long."""
    leesbaar = "".join(t if t.isprintable() else "�" for t in tekst[: _GETOOND + 1])
    return leesbaar if len(leesbaar) <= _GETOOND else leesbaar[:_GETOOND] + "…"


def ontsnap(tekst: str, tekens: str) -> str:
    """Write white space, control characters, "%" and the given characters in percent form; the rest stays readable."""
    return "".join(
        quote(t, safe="") if t in "%" or t in tekens or t.isspace() or not t.isprintable() else t for t in tekst
    )


def herstel(tekst: str) -> str:
    """Undo ``ontsnap``."""
    return unquote(tekst)


def lees_dag(tekst: str) -> date:
    """A day as identifiers write it, ``2026-01-01``.

    Raises:
        IdentificatieFout: it is written otherwise, or is on no calendar.
    """
    try:
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", tekst, re.ASCII):
            raise ValueError(tekst)
        return date.fromisoformat(tekst)
    except ValueError as fout:
        raise IdentificatieFout(
            f"«{toon(tekst)}» is geen dag.", advies="Schrijf een dag als jaar-maand-dag: 2026-01-01."
        ) from fout
