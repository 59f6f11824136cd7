"""Names that a document gives itself: "wet: Participatiewet", "(hierna: WIA)", "Algemene wet bestuursrecht (Awb)"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from graph.verwijzing.namen import Naamtreffer

#: Words for a kind of regulation; "modelverordening" and "conceptverordening" are such words too.
SOORTWOORD = re.compile(
    r"(?i)(?:gemeenschappelijke |ministeri[ëe]le |collectieve )?(?:[\w-]*(?:"
    r"wetsvoorstel|wetboek|wet|verordening|regeling|besluit|beleidsregels?|verdrag|richtlijn|statuut|reglement|overeenkomst|"
    r"convenant|handreiking|leidraad|circulaire|protocol|statuten|voorwaarden|polis)|cao|akte|model|nota)(?!\w)"
)
_HIERNA = re.compile(
    r"\s*[(,]?\s*(?:hierna|verder|voortaan)\s*(?:ook\s*)?(?:wel\s*)?(?:te noemen|aangeduid als|genoemd"
    r"|aan te duiden als)?\s*:?\s*"
    r"(?P<lw>(?:de|het)\s+)?[\"“'‘]?(?P<naam>[^\s)(\"”'’,;:.][^)(\"”’,;:.]{0,40}?)[\"”'’]?\s*(?:[),;]|$)"
)
_AFKORTING = re.compile(r" \((?P<naam>[A-Z][A-Za-z]{1,9}(?: \d{4})?)\)")
_AFGEKORT = re.compile(r"[A-Z](?=[\w/-]*[A-Z]|[a-z]{1,4}(?:\s|$))[\w/-]{1,11}(?: \d{4})?")
_BEGRIP = re.compile(
    r"(?i)^\s*(?:[-–•*]\s*)?(?:[a-z0-9]{1,3}[.)°]+\s*)?(?:de "
    r"|het )?[\"“'‘]?(?P<naam>[\w][\w. -]{0,40}?)[\"”'’]?\s*:\s*(?P<lw>(?:de |het )?)[\"“'‘]?"
)
_NA_BEGRIP = re.compile(r"[\"”'’\]]?(?:\s*\([^()]{1,60}\))?\s*(?:[.;,]|$)")


@dataclass(frozen=True, slots=True)
class Definitie:
    """A name that the document defines: its words, the works it stands for (none: unknown), and where it says so."""

    naam: str
    werken: tuple[str, ...]
    passage: int
    begin: int
    eind: int
    onbekend: str = ""


class Definities:
    """The defined names of one document. A common noun ("wet") is a name only behind an article."""

    def __init__(self, definities: Iterable[Definitie] = ()) -> None:
        self.alle = tuple(definities)
        # The first definition counts: later "(hierna: …)" mostly repeat it.
        self._per_naam: dict[str, Definitie] = {}
        for d in self.alle:
            self._per_naam.setdefault(d.naam.lower(), d)
        eigen = sorted((d.naam for d in self._per_naam.values() if not _is_soortnaam(d.naam)), key=len, reverse=True)
        self._patroon = (
            re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, eigen)) + r")(?!\w|-\w)") if eigen else None
        )

    def soortnaam(self, woorden: str) -> Definitie | None:
        """The definition of a common noun such as "wet"; "conceptverordening" is found as "verordening"."""
        laag = woorden.lower()
        gevonden = self._per_naam.get(laag)
        if gevonden is None and laag.startswith(("concept", "ontwerp")):
            gevonden = self._per_naam.get(re.sub(r"^(?:concept|ontwerp)-?", "", laag))
        return gevonden

    def zoek(self, tekst: str, bezet: Sequence[Naamtreffer]) -> list[Naamtreffer]:
        """The names of the register with the defined names added where those leave room."""
        if self._patroon is None:
            return list(bezet)
        uit = list(bezet)
        i = 0
        for m in self._patroon.finditer(tekst):
            while i < len(bezet) and bezet[i].eind <= m.start():
                i += 1
            if i < len(bezet) and bezet[i].begin < m.end():
                continue
            d = self._per_naam[m.group().lower()]
            uit.append(Naamtreffer(m.start(), m.end(), d.werken, "definitie"))
        return sorted(uit, key=lambda t: t.begin)


def _is_soortnaam(naam: str) -> bool:
    return naam[:1].islower() or SOORTWOORD.fullmatch(naam) is not None


def zoek_definities(passage: int, tekst: str, namen: Sequence[Naamtreffer]) -> Iterator[Definitie]:
    """The definitions in one passage, given the names found in it."""
    for t in namen:
        if tekst[t.eind : t.eind + 2] not in (" (", ", ", "("):
            continue
        m = _HIERNA.match(tekst, t.eind) or (_AFKORTING.match(tekst, t.eind) if t.methode != "afkorting" else None)
        if m and _bruikbaar(m["naam"]):
            yield Definitie(m["naam"].strip(), t.werken, passage, m.start("naam"), m.end("naam"))
    m = _BEGRIP.match(tekst)
    if m is None or not _bruikbaar(m["naam"]):
        return
    plek = m.end()
    treffer = next((t for t in namen if t.begin == plek), None)
    if treffer is not None and _NA_BEGRIP.match(tekst, treffer.eind):
        yield Definitie(m["naam"].strip(), treffer.werken, passage, m.start("naam"), m.end("naam"))
    elif treffer is None and SOORTWOORD.fullmatch(m["naam"].strip()):
        woorden = re.match(r"[^.;,]{3,120}", tekst[plek : plek + 120])
        if woorden and SOORTWOORD.search(woorden.group()) and woorden.group()[:1].isupper():
            yield Definitie(m["naam"].strip(), (), passage, m.start("naam"), m.end("naam"), woorden.group().strip())


def _bruikbaar(naam: str) -> bool:
    """A defined name is short: a word for a regulation ("de wet", "Wet SUWI") or an abbreviation ("Bbz 2004")."""
    naam = naam.strip()
    if (
        not 2 <= len(naam) <= 40
        or len(naam.split()) > 4
        or naam[0].isdigit()
        or naam.lower().startswith(("deze ", "dit "))
    ):
        return False
    return SOORTWOORD.search(naam) is not None or _AFGEKORT.fullmatch(naam) is not None
