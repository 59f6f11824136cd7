"""What documents say of changes: "vervalt", "wordt ingevoegd", "Toevoeging artikel 7a aan artikel 8a".

The rules are patterns over a sentence in which every reference is one character and quotations are blanked, so that
they hold whatever the references are called. A statement counts only where the provision itself is what changes: "de
aanspraak, bedoeld in artikel 3, vervalt" says nothing of artikel 3. It is a derived fact, because the document need
not be right, nor the law that it speaks of loaded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from graph.relaties.zinnen import splits_zinnen
from ontologie.document import Bepaling, Document, Passage
from ontologie.identificatie import BepalingId
from ontologie.relatie import Bewijs
from ontologie.verwijzing import Verwijzing
from ontologie.wijziging import Effect, Wijzigingsmelding

R = "\ue000"
#: One or more references that are named together.
_D = rf"(?P<d>{R}(?:\s*(?:,|,?\s*en|,?\s*of|,?\s*alsmede)\s*(?:(?:aan|in|van)\s+)?(?:de\s+|het\s+)?{R})*)"
#: Where a provision is the subject: nothing before it, or a word after which a new clause begins.
_VOOR = (
    r"(?:^|[;:]\s*|\b(?:dat|waarbij|waardoor|waarmee|is|zijn|wordt|worden)\s+|\b[Mm]et\s+ingang\s+van\s+[^;:]{1,40}?\s)"
    rf"(?:[Dd]e\s+|[Hh]et\s+)?(?<!{R})"
)
#: "In artikel 3 wordt …", and not "het bedrag, genoemd in artikel 3, wordt …".
_IN = (
    r"(?<!bedoeld )(?<!genoemd )(?<!vermeld )(?<!opgenomen )(?<!omschreven )(?<!neergelegd )\b[Ii]n\s+(?:de\s+|het\s+)?"
)
_INGANG = r"(?:\s*,?\s*(?:met\s+ingang\s+van|per)\s+[^;:]{1,40}?)?,?\s+"
_WORDT = r"(?:wordt|worden|is|zijn|werd|werden)"


def _tot(n: int) -> str:
    return rf"[^{R};:]{{0,{n}}}?"


@dataclass(frozen=True, slots=True)
class Meldingsvorm:
    """One wording: the rule, its effect, and the pattern whose group ``d`` holds what changes."""

    regel: str
    effect: Effect
    patroon: re.Pattern[str]
    #: The change is in what ``d`` is part of: "na artikel 7 wordt een artikel ingevoegd".
    in_ouder: bool = False


def _m(regel: str, effect: Effect, *patronen: str, in_ouder: bool = False) -> list[Meldingsvorm]:
    return [Meldingsvorm(regel, effect, re.compile(p), in_ouder) for p in patronen]


VORMEN: tuple[Meldingsvorm, ...] = (
    *_m(
        "vernummerd",
        Effect.VERNUMMERING,
        rf"{_VOOR}{_D}{_tot(30)}\b{_WORDT}\s+{_tot(20)}\b(?:vernummerd|hernummerd|verletterd)\b",
    ),
    *_m(
        "toevoeging-aan",
        Effect.WIJZIGING,
        rf"\b[Tt]oevoeging\b{_tot(40)}(?:{R}{_tot(30)})?\baan\s+(?:de\s+|het\s+)?{_D}",
        rf"\b[Aa]an\s+(?:de\s+|het\s+)?{_D}{_tot(60)}\b{_WORDT}\b[^;:]{{0,80}}?\b(?:toegevoegd|ingevoegd)\b",
        rf"\b(?:toegevoegd|ingevoegd)\s+(?:aan|in)\s+(?:de\s+|het\s+)?{_D}",
    ),
    *_m(
        "na-ingevoegd",
        Effect.NIEUW,
        rf"\b[Nn]a\s+{R}{_tot(40)}\b{_WORDT}\s+{_D}{_tot(20)}\b(?:ingevoegd|toegevoegd)\b",
        rf"{_VOOR}{_D}{_tot(30)}\b{_WORDT}\s+{_tot(30)}\b(?:ingevoegd|toegevoegd)\b(?!\s+(?:aan|in)\b)",
    ),
    *_m(
        "onbenoemd-ingevoegd",
        Effect.WIJZIGING,
        rf"\b[Nn]a\s+{_D}{_tot(40)}\b{_WORDT}\s+{_tot(60)}\b(?:ingevoegd|toegevoegd)\b",
        in_ouder=True,
    ),
    *_m(
        "in-vervangen",
        Effect.WIJZIGING,
        rf"{_IN}{_D}{_tot(60)}\b{_WORDT}\b[^;]{{0,300}}?\b(?:vervangen|gewijzigd|geschrapt|ingevoegd)\b",
        rf"{_IN}{_D}{_INGANG}(?:vervalt|vervallen|komt\s+te\s+vervallen|komen\s+te\s+vervallen)\b",
    ),
    *_m(
        "gewijzigd",
        Effect.WIJZIGING,
        rf"{_VOOR}{_D}{_INGANG}(?:komt|komen)\s+te\s+luiden\b",
        rf"{_VOOR}{_D}{_INGANG}{_WORDT}\s+(?:als\s+volgt\s+)?gewijzigd\b",
    ),
    *_m(
        "vervallen",
        Effect.VERVALLEN,
        rf"{_VOOR}{_D}{_INGANG}(?:komt\s+te\s+vervallen|komen\s+te\s+vervallen|vervalt|vervallen)\b",
        rf"{_VOOR}{_D}{_INGANG}{_WORDT}\s+(?:vervallen|ingetrokken|geschrapt)\b",
        rf"(?<!bedoeld in )(?<!grond van )(?<!volgens ){_D}{_tot(300)}\b(?:is|zijn)\s+komen\s+te\s+vervallen\b",
        rf"\b(?:is|zijn)\s+(?:de\s+|het\s+)?{_D}{_tot(80)}\bkomen\s+te\s+vervallen\b",
    ),
)
_AANLEIDING = re.compile(
    r"vervalt|vervallen|toevoeging|toegevoegd|ingevoegd|vernummerd|hernummerd|verletterd|te luiden|gewijzigd|vervangen"
    r"|ingetrokken|geschrapt",
    re.IGNORECASE,
)
_NIET = re.compile(r"\b(?:niet|geen|zou|zouden|noch)\b", re.IGNORECASE)
_NIET_ERNA = re.compile(r"[^,;:.]{0,40}?\b(?:niet|nooit)\b")
_VOORWAARDE = re.compile(r"^(?:Als|Indien|Wanneer|Zodra|Mocht|Tenzij)\b")
_CITAAT = re.compile(r"[“„]([^“”]{0,2000})[”]|\"([^\"]{0,2000})\"|«([^«»]{0,2000})»")
#: Longest sentence that is read, in characters.
_LANGSTE = 2000


def vind_meldingen(document: Document, verwijzingen: Iterable[Verwijzing]) -> tuple[Wijzigingsmelding, ...]:
    """The statements of change in a document, in reading order; each provision once for each effect and sentence.

    A provision that the document itself gives as repealed counts as one, unless official metadata say so already.
    """
    per_plaats: dict[BepalingId, list[Verwijzing]] = {}
    for v in verwijzingen:
        per_plaats.setdefault(v.plaats, []).append(v)
    uit = list(_uit_opbouw(document.wortel))
    for passage in document.passages():
        if not passage.kop and _AANLEIDING.search(passage.tekst.inhoud):
            uit += _uit_passage(passage, per_plaats.get(passage.bepaling.id, ()))
    return tuple(sorted(uit, key=lambda m: m.bewijs.span))


def _uit_opbouw(wortel: Bepaling) -> Iterator[Wijzigingsmelding]:
    stapel = [wortel]
    while stapel:
        bepaling = stapel.pop()
        if bepaling.wijziging is not None and bepaling.id.stappen:
            continue
        if bepaling.vervallen and bepaling.id.stappen:
            yield Wijzigingsmelding(
                bepaling.id, Effect.VERVALLEN, Bewijs(bepaling.id, bepaling.span, "staat-vervallen")
            )
            continue
        stapel.extend(bepaling.kinderen)


@dataclass(frozen=True, slots=True)
class _Plek:
    begin: int
    eind: int
    doelen: tuple[BepalingId, ...]


def _uit_passage(passage: Passage, verwijzingen: Sequence[Verwijzing]) -> Iterator[Wijzigingsmelding]:
    plekken = sorted(
        (_Plek(*bereik, tuple(d for d in v.doelen if isinstance(d, BepalingId))) for v in verwijzingen
         if (bereik := passage.tekst.van_bron(v.span)) is not None),
        key=lambda p: (p.begin, -p.eind),
    )  # fmt: skip
    tekst = passage.tekst.inhoud
    for begin, eind in splits_zinnen(tekst):
        eind = min(eind, begin + _LANGSTE)
        if not _AANLEIDING.search(tekst, begin, eind):
            continue
        bewijs = passage.tekst.naar_bron(begin, eind)
        for effect, regel, bepaling in _uit_zin(
            tekst[begin:eind], [p for p in plekken if begin <= p.begin < eind], begin
        ):
            yield Wijzigingsmelding(bepaling, effect, Bewijs(passage.bepaling.id, bewijs, regel))


def _uit_zin(zin: str, plekken: Sequence[_Plek], begin: int) -> Iterator[tuple[Effect, str, BepalingId]]:
    kaal, gebruikt = _abstract(zin, plekken, begin)
    if _VOORWAARDE.match(kaal):
        return
    gezien: set[BepalingId] = set()
    for vorm in VORMEN:
        for m in vorm.patroon.finditer(kaal):
            # A negation stands before the verb or right after it: "artikel 3 vervalt niet".
            if _NIET.search(m[0]) or _NIET_ERNA.match(kaal, m.end()):
                continue
            eerste = kaal[: m.start("d")].count(R)
            for plek in gebruikt[eerste : eerste + m["d"].count(R)]:
                for doel in plek.doelen:
                    bepaling = (doel.ouder or doel) if vorm.in_ouder else doel
                    if bepaling not in gezien:
                        gezien.add(bepaling)
                        yield vorm.effect, vorm.regel, bepaling


def _abstract(zin: str, plekken: Sequence[_Plek], begin: int) -> tuple[str, list[_Plek]]:
    """The sentence with one character for each reference, and the references that these stand for."""
    schoon = _CITAAT.sub(lambda m: " " * len(m[0]), zin)
    delen: list[str] = []
    gebruikt: list[_Plek] = []
    positie = 0
    for plek in plekken:
        van, tot = plek.begin - begin, min(plek.eind - begin, len(zin))
        if van < positie or not schoon[van:tot].strip():
            continue
        delen += (schoon[positie:van], R)
        gebruikt.append(plek)
        positie = tot
    delen.append(schoon[positie:])
    kaal = re.sub(r"\s+", " ", "".join(delen)).lstrip(" ([")
    return kaal, gebruikt
