"""The editors' links as evidence: where link and words differ, the words win and the conflict is told."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ontologie.document import Document, Redactielink
from ontologie.fouten import IdentificatieFout
from ontologie.identificatie import BepalingId, Naamgever, parse_jci
from ontologie.verwijzing import Doel, ExternId, Verwijzing

_CELEX = re.compile(r"3\d{4}[A-Z]{1,2}\d{4}")
_ARTIKELDEEL = re.compile(r"^\s*(?:artikel(?:en)?\s+)?(?P<nummer>\d+[a-zA-Z]{0,3}(?:[.:]\d+[a-z]{0,3})*)(?![\w:.]*\d)")


@dataclass(frozen=True, slots=True)
class Verschil:
    """A link of the editors that the words do not bear out. ``verwijzing`` is None where they hold no reference."""

    link: Redactielink
    linkdoel: Doel
    verwijzing: Verwijzing | None
    reden: str


def linkdoel(link: Redactielink, namen: Naamgever) -> Doel | None:
    """What a link points at; None where its target is no JCI and no act of the Union."""
    doel = link.doel.strip()
    if m := _CELEX.fullmatch(doel):
        return ExternId("celex", m.group())
    try:
        return parse_jci(doel, namen).id
    except IdentificatieFout:
        return BepalingId(namen.kort(link.bwb_id)) if link.bwb_id else None


def spreekt_tegen(link: Redactielink, doel: Doel) -> bool:
    """Whether the link's own words begin with the number of another article than it points at."""
    if isinstance(doel, ExternId) or doel.artikel is None:
        return False
    m = _ARTIKELDEEL.match(link.tekst)
    return m is not None and m["nummer"].lower() != doel.artikel.stappen[-1].nummer.lower()


def vergelijk_met_redactie(
    document: Document, verwijzingen: Iterable[Verwijzing], namen: Naamgever
) -> tuple[Verschil, ...]:
    """The links of the editors whose regulation or article differs from what the words gave, in reading order.

    Links stop at the article, so deeper levels are not compared.
    """
    volgorde = sorted(verwijzingen, key=lambda v: v.span)
    beginnen = [v.span.begin for v in volgorde]
    langste = max((v.span.eind - v.span.begin for v in volgorde), default=0)
    uit = []
    for link in document.redactielinks:
        doel = linkdoel(link, namen)
        if doel is None:
            continue
        i = bisect_left(beginnen, link.span.begin - langste)
        j = bisect_left(beginnen, link.span.eind)
        raak = [v for v in volgorde[i:j] if v.span.eind > link.span.begin]
        if any(zelfde_artikel(d, doel) for v in raak for d in (*v.doelen, *v.kandidaten)):
            continue
        uit.append(Verschil(link, doel, raak[0] if raak else None, _reden(link, doel, raak)))
    return tuple(uit)


def zelfde_artikel(een: Doel, ander: Doel) -> bool:
    """Whether a target lies in the article that a link points at; for a link to less, in that unit or regulation."""
    if isinstance(een, ExternId) or isinstance(ander, ExternId):
        # A provision of an act of the Union lies in the act.
        return een == ander or (
            isinstance(een, BepalingId) and isinstance(ander, ExternId) and een.werk == ander.waarde
        )
    if een.werk != ander.werk:
        return False
    if ander.artikel is not None:
        return een.artikel is not None and str(een.artikel).lower() == str(ander.artikel).lower()
    return not ander.stappen or any(s.nummer.lower() == ander.stappen[-1].nummer.lower() for s in een.stappen)


def _reden(link: Redactielink, doel: Doel, raak: Sequence[Verwijzing]) -> str:
    if spreekt_tegen(link, doel):
        return f"De link gaat naar {doel}, maar staat op de woorden «{link.tekst.strip()}»."
    if not raak:
        return f"De link gaat naar {doel}; in de woorden «{link.tekst.strip()}» is geen verwijzing herkend."
    woorden = ", ".join(str(d) for d in raak[0].doelen[:3]) or raak[0].status.value
    return f"De link gaat naar {doel}; de woorden geven {woorden}."
