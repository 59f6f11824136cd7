"""Names of regulations that are a mention of their own: no part of a citation, another title or a place to fill in."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from graph.verwijzing.namen import Naamtreffer
from graph.verwijzing.zoeken import Gelezen


def regelingmeldingen(gelezen: Gelezen) -> Iterator[Naamtreffer]:
    """The names that are a mention of their own: not part of a citation, a longer title or a place to fill in."""
    bezet = sorted((v.begin, v.eind) for v in gelezen.vondsten)
    beginnen = [b for b, _ in bezet]
    kan_titel = _TITELWOORD.search(gelezen.tekst) is not None
    for naam in gelezen.namen:
        if not naam.zelfstandig or not naam.werken:
            continue
        i = bisect_right(beginnen, naam.eind - 1) - 1
        if i >= 0 and bezet[i][1] > naam.begin:
            continue
        if not (kan_titel and in_andere_titel(gelezen.tekst, naam)) and not _ONBEPAALD.search(
            gelezen.tekst, max(0, naam.begin - 24), naam.begin
        ):
            yield naam


#: "een nieuwe Wet X" is not the one that is known by that name.
_ONBEPAALD = re.compile(r"(?i)(?<!\w)een (?:(?:nieuwe|andere|aparte|eigen|toekomstige) )?$")
_TITELWOORD = re.compile(
    r"(?i:verordening|besluit|regeling|beleidsregel|reglement)|Nota|Invoeringswet|Wijzigingswet|Aanpassingswet|Verzamelwet|citeertitel"
)
_TITELBEGIN = (
    r"(?<![\w-])(?:(?:[A-Z][\w-]*)?(?:Verordening|Besluit|Regeling|Beleidsregels?|Reglement|verordening|besluit|regeling|beleidsregels?"
    r"|reglement)|Nota|Invoeringswet|Wijzigingswet|Aanpassingswet|Verzamelwet)"
    r"(?: (?!(?:van|de|het|op|in|bij|als|zoals|bedoeld|en|of)(?:\s|$))[\w-]+){0,4}"
)
_TITELWOORDEN = re.compile(rf"(?:(?=[A-Z]){_TITELBEGIN}|\[\s?citeertitel [^\[\]]{{0,80}}) $")
#: "Afstemmingsverordening Participatiewet, IOAW en IOAZ Veenmeer 2020": laws in one title, closed by a place or year.
_TITEL_MET_WETTEN = re.compile(
    rf"(?=[A-Z]){_TITELBEGIN}(?:, [A-Z][\w-]+){{0,4}} en [A-Z][\w-]+ (?:[A-Z][\w-]+(?: \d{{4}})?|\d{{4}})(?!\w)"
)


def in_andere_titel(tekst: str, naam: Naamtreffer) -> bool:
    """Whether the name is a part of the title of something else: "Verordening tegenprestatie Participatiewet"."""
    begin = max(0, naam.begin - 100)
    if _TITELWOORDEN.search(tekst, begin, naam.begin) is not None:
        return True
    return any(
        m.start() < naam.begin and naam.eind <= m.end()
        for m in _TITEL_MET_WETTEN.finditer(tekst, begin, naam.eind + 100)
    )
