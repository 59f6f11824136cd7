"""Content negotiation (RFC 9110, section 12.5.1): which of the offered media types a client likes best."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

_KWALITEIT = re.compile(r"0(?:\.\d{0,3})?|1(?:\.0{0,3})?")
#: Ranges that are looked at; a longer header is not from a client that means it.
_REEKS_MAX = 100
#: Characters of a header above which its choice is not remembered; that of a browser is shorter.
_ONTHOUD_TOT = 300


def onderhandel(accept: str, aanbod: Sequence[str], synoniemen: Mapping[str, str] | None = None) -> str | None:
    """The offered media type with the highest quality, the first of equals; None where nothing is acceptable.

    ``accept`` is the value of the header, "" for none (anything goes). ``synoniemen`` mean an offered media type
    when a client names them ("application/json" for "application/sparql-results+json"); no range matches these. A
    member that is no media range, or has a quality that is none, is passed over.
    """
    if len(accept) <= _ONTHOUD_TOT:
        return _onthouden(accept, tuple(aanbod), tuple((synoniemen or {}).items()))
    return _kies(accept, aanbod, synoniemen or {})


@lru_cache(maxsize=512)
def _onthouden(accept: str, aanbod: tuple[str, ...], synoniemen: tuple[tuple[str, str], ...]) -> str | None:
    """The choice, remembered: the same few headers come again and again."""
    return _kies(accept, aanbod, dict(synoniemen))


def _kies(accept: str, aanbod: Sequence[str], synoniemen: Mapping[str, str]) -> str | None:
    if not accept.strip():
        return aanbod[0]
    reeksen = [r for lid in accept.split(",")[:_REEKS_MAX] if (r := _lees(lid)) is not None]
    if not reeksen:
        return aanbod[0]
    andere: dict[str, list[str]] = {}
    for synoniem, soort in synoniemen.items():
        andere.setdefault(soort, []).append(synoniem)
    beste, hoogste = None, 0.0
    for soort in aanbod:
        kwaliteit = max(_kwaliteit(soort, reeksen), *(_kwaliteit(s, reeksen, True) for s in andere.get(soort, ())), 0.0)
        if kwaliteit > hoogste:
            beste, hoogste = soort, kwaliteit
    return beste


def _lees(lid: str) -> tuple[str, float] | None:
    soort, *parameters = (deel.strip().lower() for deel in lid.split(";"))
    if soort.count("/") != 1 or any(not deel for deel in soort.split("/")):
        return None
    for parameter in parameters:
        naam, _, waarde = parameter.partition("=")
        if naam.strip() == "q":
            return (soort, float(waarde)) if _KWALITEIT.fullmatch(waarde.strip()) else None
    return soort, 1.0


def _kwaliteit(soort: str, reeksen: Sequence[tuple[str, float]], letterlijk: bool = False) -> float:
    """The quality of the most specific range that holds the type; -1 without any."""
    hoofd = soort.split("/")[0]
    namen = (soort,) if letterlijk else (soort, f"{hoofd}/*", "*/*")
    for naam in namen:
        gevonden = [q for reeks, q in reeksen if reeks == naam]
        if gevonden:
            return max(gevonden)
    return -1.0
