"""What comes in with the address of a page: checked, and told in plain words where it is wrong."""

from __future__ import annotations

from datetime import date

from starlette.requests import Request

from ontologie.fouten import InvoerFout

#: Longest text that a field takes, in characters.
INVOER_MAX = 2000


def getal(verzoek: Request, naam: str) -> int:
    """A whole number from 0; 0 where it is left out.

    Raises:
        InvoerFout: it is no such number.
    """
    waarde = verzoek.query_params.get(naam, "")
    if not waarde:
        return 0
    if not (waarde.isascii() and waarde.isdigit() and len(waarde) < 10):
        raise InvoerFout(f"«{waarde[:40]}» is geen geheel getal vanaf 0 ({naam}).")
    return int(waarde)


def dag(verzoek: Request, naam: str) -> date | None:
    """A day, None where it is left out.

    Raises:
        InvoerFout: it is no day.
    """
    waarde = verzoek.query_params.get(naam, "").strip()
    if not waarde:
        return None
    try:
        return date.fromisoformat(waarde)
    except ValueError as fout:
        raise InvoerFout(f"«{waarde[:40]}» is geen dag ({naam}).", advies="Schrijf een dag als 2026-01-31.") from fout


def tekst(verzoek: Request, naam: str) -> str:
    """Words without the spaces around them, "" where they are left out.

    Raises:
        InvoerFout: they are too long.
    """
    waarde = verzoek.query_params.get(naam, "").strip()
    if len(waarde) > INVOER_MAX:
        raise InvoerFout(
            f"De invoer is {len(waarde)} tekens lang; de grens is {INVOER_MAX}.", advies="Gebruik minder woorden."
        )
    return waarde


def een_van(verzoek: Request, *namen: str) -> str:
    """The words of the first of some parameters that is filled: pages may call the same thing differently."""
    return next(filter(None, (tekst(verzoek, naam) for naam in namen)), "")


def ja(verzoek: Request, naam: str) -> bool:
    """Whether it says yes."""
    return verzoek.query_params.get(naam, "") == "ja"
