"""Headings of a toelichting that name what they explain: "Artikel 9, derde en vierde lid", "Tweede lid"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bronnen.nummering import NUMMER

_RANG = (
    *("eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende"),
    *("elfde", "twaalfde", "dertiende", "veertiende", "vijftiende", "zestiende", "zeventiende", "achttiende"),
    *("negentiende", "twintigste"),
)
RANGWOORDEN = {woord: str(n) for n, woord in enumerate(_RANG, 1)}

_RANGWOORD = "|".join(_RANG)
_REEKS_EN = r"(?:\s*,\s*|\s+(?:en|of|&)\s+|\s*,?\s+(?:tot en met|t/m|t\.e\.m\.)\s+|\s*[-–]\s*)"
_LEDEN = (
    rf"(?:(?:het\s+)?(?P<rang>(?:{_RANGWOORD})(?:{_REEKS_EN}(?:{_RANGWOORD})){{0,8}})\s+(?:lid|leden)"
    rf"|(?:lid|leden)\s+(?P<lid>\d+[a-z]?(?:{_REEKS_EN}\d+[a-z]?){{0,8}}))"
)
_ONDERDELEN = rf"(?:onder|onderdeel|onderdelen|sub)\s+(?P<onderdeel>[a-z](?:{_REEKS_EN}[a-z]){{0,8}})"
# NUMMER holds a named group, which may stand in a pattern once only; further numbers are written more simply.
_NOG_NUMMER = r"(?:\d+(?:[.:]\d+)*[a-z]{0,2}|[IVX]+)"
_ARTIKELEN = (
    rf"(?:artikel|artikelen|art\.)\s+(?P<artikel>{NUMMER}(?:{_REEKS_EN}(?:artikel\s+)?{_NOG_NUMMER}(?!\w)){{0,12}})"
)
_KOP = re.compile(
    rf"\[?\s*(?P<geheel>(?:{_ARTIKELEN})?(?:,?\s*{_LEDEN})?(?:,?\s*{_ONDERDELEN})?)"
    r"\s*(?:(?P<scheiding>[.:–-])\s*(?P<rest>\S.*)?)?$",
    re.IGNORECASE,
)
_DEEL = re.compile(r"tot en met|t/m|t\.e\.m\.|[-–]|[^\s,&–-]+", re.IGNORECASE)
_TOT = frozenset({"tot en met", "t/m", "t.e.m.", "-", "–"})


@dataclass(frozen=True, slots=True)
class Aangewezen:
    """What a heading names. Each sequence holds numbers, with ``-`` between the ends of a range.

    ``eind`` is where the designation ends in the text, ``rest`` where the words behind it begin (-1: there are none).
    """

    artikelen: tuple[str, ...]
    leden: tuple[str, ...]
    onderdelen: tuple[str, ...]
    eind: int
    rest: int


def lees_aanwijzing(tekst: str) -> Aangewezen | None:
    """What a heading explains, None where it names no provision or is a sentence."""
    if len(tekst) > 200:
        return None
    m = _KOP.match(tekst.rstrip("] "))
    if not m or not (m["artikel"] or m["rang"] or m["lid"] or m["onderdeel"]):
        return None
    if m["rest"] and m["rest"].endswith((".", ";", ":", ",")):
        return None
    leden = tuple(RANGWOORDEN.get(d.lower(), d) for d in _delen(m["rang"] or m["lid"]))
    return Aangewezen(
        _delen(m["artikel"]), leden, _delen(m["onderdeel"]), m.end("geheel"), m.start("rest") if m["rest"] else -1
    )


def _delen(tekst: str | None) -> tuple[str, ...]:
    if not tekst:
        return ()
    stukken = (d.group() for d in _DEEL.finditer(tekst))
    return tuple("-" if s.lower() in _TOT else s for s in stukken if s.lower() not in ("en", "of", "artikel"))
