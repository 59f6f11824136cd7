"""Which work and which version a text is: from its title and dates, else from the name of its file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bronnen.register import Register
from bronnen.tekst.regels import Regel
from ontologie.document import DocumentSoort

_MAANDEN = (
    "januari februari maart april mei juni juli augustus september oktober november december".split()  # noqa: SIM905
)
#: Any month, for use within a pattern.
MAAND = "|".join(_MAANDEN)
_DAG = re.compile(rf"\b(\d{{1,2}})\s+({MAAND})\s+(\d{{4}})\b", re.IGNORECASE)
_MAAND_JAAR = re.compile(rf"\b({MAAND})\s+(\d{{4}})\b", re.IGNORECASE)
_CIJFERDATUM = re.compile(r"\b(\d{1,2})[-/](\d{1,2})[-/](\d{4})\b")
_JAAR = re.compile(r"\b((?:19|20)\d{2})\b")
_DATUMREGEL = re.compile(
    r"(?:(?:datum|d\.d\.|versie|uitgave|[A-Z][\w' -]{1,30},)\s*:?\s*)?"
    rf"(?:(?:\d{{1,2}}\s+)?(?:{MAAND})\s+\d{{4}}|\d{{1,2}}[-/]\d{{1,2}}[-/]\d{{4}})$",
    re.IGNORECASE,
)
_IN_NAAM = re.compile(r"(?<!\d)((?:19|20)\d{2})(?:-(\d{2})(?:-(\d{2}))?)?(?!\d)")
_GEEN_SLUG = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Identiteit:
    """Short name of the work, its version ("" if unknown) and its kind."""

    werk: str
    versie: str
    soort: DocumentSoort
    officieel_id: str = ""


def bepaal_identiteit(
    titel: str, regels: Sequence[Regel], slot: str, bestandsnaam: str, soort: DocumentSoort, register: Register
) -> Identiteit:
    """The identity of a text. ``slot`` is the text of the formula that says when it was adopted; ``soort`` the kind

    that its form tells, used where the register does not know the work.
    """
    regeling = next(
        (gevonden[0] for naam in _namen(titel) if len(gevonden := register.met_naam(naam)) == 1), None
    ) or register.met_bestandsnaam(bestandsnaam)
    versie = lees_versie(titel, regels, slot) or _uit_naam(bestandsnaam) or _jaar(titel)
    if regeling is None:
        return Identiteit(_slug(bestandsnaam), versie, soort)
    return Identiteit(regeling.kort, versie, regeling.soort, regeling.officieel_id)


def _namen(titel: str) -> list[str]:
    """The title, and the title without what stands in parentheses at its end."""
    return [titel, re.sub(r"\s*\([^()]{0,200}\)\s*$", "", titel)] if titel else []


def lees_versie(titel: str, regels: Sequence[Regel], slot: str) -> str:
    """The date that the text gives itself: in its title, in the formula of adoption, or on a line of its own."""
    for tekst in (titel, slot):
        if gevonden := lees_datum(tekst):
            return gevonden
    rand = [*regels[:25], *regels[-25:]] if len(regels) > 50 else regels
    return next((d for r in rand if _DATUMREGEL.match(r.tekst) and (d := lees_datum(r.tekst))), "")


def lees_datum(tekst: str) -> str:
    """The first date in a text, "2024-03-12" or "2025-12"; "" where there is none."""
    if m := _DAG.search(tekst):
        return f"{m[3]}-{_MAANDEN.index(m[2].lower()) + 1:02}-{int(m[1]):02}" if 1 <= int(m[1]) <= 31 else ""
    if m := _CIJFERDATUM.search(tekst):
        dag, maand = int(m[1]), int(m[2])
        return f"{m[3]}-{maand:02}-{dag:02}" if 1 <= dag <= 31 and 1 <= maand <= 12 else ""
    if m := _MAAND_JAAR.search(tekst):
        return f"{m[2]}-{_MAANDEN.index(m[1].lower()) + 1:02}"
    return ""


def _uit_naam(bestandsnaam: str) -> str:
    gevonden = [m for m in _IN_NAAM.finditer(bestandsnaam) if m[2] is None or 1 <= int(m[2]) <= 12]
    return max(gevonden, key=lambda m: len(m.group())).group() if gevonden else ""


def _jaar(titel: str) -> str:
    jaren = _JAAR.findall(titel)
    return jaren[-1] if jaren else ""


def _slug(bestandsnaam: str) -> str:
    stam = bestandsnaam.rsplit(".", 1)[0].lower()
    return _GEEN_SLUG.sub("-", stam).strip("-") or "document"
