"""Paragraphs of an explanation as the rules read them: what each explains, its sentences, the references in them.

A sentence is also given in abstract form (``Zin.kaal``): quotations are blanked, and every reference is one character,
``HOGER`` for provisions of a higher regulation, ``EIGEN`` for provisions of the regulation that is explained, ``ANDER``
for the rest. The rules are patterns over that form, so that they hold whatever the references are called.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from graph.relaties.boek import Bibliotheek, Boek
from graph.relaties.koppen import wijst_aan
from graph.relaties.onderwerp import verfijn
from graph.relaties.zinnen import splits_zinnen
from ontologie.document import Bepaling, BepalingSoort, Passage
from ontologie.identificatie import BepalingId
from ontologie.tekst import Span, Tekst
from ontologie.verwijzing import Status, Verwijzing

HOGER = "\ue000"
EIGEN = "\ue001"
ANDER = "\ue002"

#: Longest sentence that is read, in characters; nobody writes one, but input is not always written by somebody.
_LANGSTE = 4000


@dataclass(frozen=True, slots=True)
class Vermelding:
    """One reference in a passage: its range there, and its targets in a higher work or in the own one."""

    begin: int
    eind: int
    doelen: tuple[BepalingId, ...]
    teken: str
    tekst: str = ""
    #: The targets that are known not to exist: a citation of several provisions can hold one that is wrong.
    ontbreekt: tuple[BepalingId, ...] = ()

    @property
    def geldig(self) -> tuple[BepalingId, ...]:
        """The targets that exist, or that could not be checked."""
        return tuple(d for d in self.doelen if d not in self.ontbreekt)

    @property
    def wat_ontbreekt(self) -> str:
        """What of it does not exist, and the verb that goes with it."""
        if not self.geldig:
            return "die bepaling bestaat"
        return f"{', '.join(map(str, self.ontbreekt))} {'bestaat' if len(self.ontbreekt) == 1 else 'bestaan'}"


@dataclass(frozen=True)
class Alinea:
    """A passage of an explanation. ``onderwerp`` is what it explains, ``tussenkop`` the lower heading above it."""

    tekst: Tekst
    plaats: BepalingId
    onderwerp: tuple[BepalingId, ...]
    algemeen: bool
    tussenkop: str
    vermeldingen: tuple[Vermelding, ...]

    @cached_property
    def zinnen(self) -> tuple[Zin, ...]:
        beginnen = [v.begin for v in self.vermeldingen]
        zinnen = []
        for begin, eind in splits_zinnen(self.tekst.inhoud):
            eind = min(eind, begin + _LANGSTE)
            eigen = self.vermeldingen[bisect_left(beginnen, begin) : bisect_left(beginnen, eind)]
            zinnen.append(Zin(self, begin, eind, eigen))
        return tuple(zinnen)

    def span(self, begin: int, eind: int) -> Span:
        """The place of a range of the passage in the original file."""
        return self.tekst.naar_bron(begin, eind)


@dataclass(frozen=True)
class Zin:
    """One sentence of a paragraph, with the references that begin in it."""

    alinea: Alinea
    begin: int
    eind: int
    vermeldingen: tuple[Vermelding, ...]

    @cached_property
    def _abstract(self) -> tuple[str, tuple[Vermelding, ...]]:
        inhoud = _zonder_citaten(self.alinea.tekst.inhoud[self.begin : self.eind])
        delen: list[str] = []
        gebruikt: list[Vermelding] = []
        positie = 0
        for v in self._met_aanwijzers(inhoud):
            van, tot = v.begin - self.begin, min(v.eind, self.eind) - self.begin
            if van < positie or not inhoud[van:tot].strip():
                continue
            delen += (inhoud[positie:van], v.teken)
            gebruikt.append(v)
            positie = tot
        delen.append(inhoud[positie:])
        kaal = re.sub(r"\s+", " ", "".join(delen)).strip(" []")
        # "Het eerste lid" and "eerste lid" are the same subject, whichever words the reference takes in.
        return _LIDWOORD.sub("", kaal), tuple(gebruikt)

    def _met_aanwijzers(self, inhoud: str) -> Sequence[Vermelding]:
        """The references, and the words "dit artikel", "deze verordening" that the recogniser left alone."""
        bezet = [(v.begin, v.eind) for v in self.vermeldingen]
        extra = []
        for m in _AANWIJZER.finditer(inhoud):
            begin, eind = m.start() + self.begin, m.end() + self.begin
            if any(b < eind and begin < e for b, e in bezet):
                continue
            doelen = self.alinea.onderwerp
            if m["meer"]:
                doelen = ()  # what was last spoken of, which the sentence alone does not tell
            elif m["geheel"]:
                doelen = tuple(dict.fromkeys(BepalingId(d.werk) for d in doelen))
            elif self.alinea.algemeen:
                continue
            extra.append(Vermelding(begin, eind, doelen, EIGEN, tekst=m[0]))
        return sorted((*self.vermeldingen, *extra), key=lambda v: v.begin)

    @property
    def kaal(self) -> str:
        """The sentence in abstract form."""
        return self._abstract[0]

    def op(self, positie: int) -> Vermelding:
        """The reference that the character at ``positie`` of the abstract form stands for."""
        kaal, gebruikt = self._abstract
        return gebruikt[sum(1 for t in kaal[:positie] if t in (HOGER, EIGEN, ANDER))]

    def reeks(self, begin: int, eind: int, teken: str) -> tuple[Vermelding, ...]:
        """The references of one kind within a range of the abstract form."""
        return tuple(self.op(begin + n) for n, t in enumerate(self.kaal[begin:eind]) if t == teken)

    @property
    def span(self) -> Span:
        return self.alinea.span(self.begin, self.eind)


_AANWIJZER = re.compile(
    r"\b(?:(?P<geheel>[Dd]eze\s+(?:model)?(?:verordening|regeling)|[Dd]it\s+(?:besluit|wetsvoorstel))|"
    r"(?P<meer>^Deze\s+(?:regels|voorwaarden|bepalingen|eisen|voorschriften|leden))|"
    r"[Dd]it\s+(?:artikel|lid|onderdeel|hoofdstuk)|[Dd]eze\s+(?:bepaling|paragraaf|afdeling|bijlage)|"
    r"^[Hh]et\s+artikel|^De\s+bepaling)\b"
)
_LIDWOORD = re.compile(rf"\b(?:[Hh]et|[Dd]e)\s+(?={EIGEN})")
_DIT_ARTIKEL = re.compile(r"(?:dit|het)\s+artikel|deze\s+bepaling", re.IGNORECASE)
_CITAAT = re.compile(r"[“„]([^“”]{0,2000})[”]|\"([^\"]{0,2000})\"|«([^«»]{0,2000})»")


def _zonder_citaten(tekst: str) -> str:
    """The words with those in quotation marks blanked: what another text says is not what this one says."""
    return _CITAAT.sub(lambda m: " " * len(m[0]), tekst)


def lees_alineas(boek: Boek, verwijzingen: Iterable[Verwijzing], bibliotheek: Bibliotheek) -> Iterator[Alinea]:
    """The paragraphs of all explanations in a document, in reading order."""
    per_plaats: dict[BepalingId, list[Verwijzing]] = {}
    for v in verwijzingen:
        per_plaats.setdefault(v.plaats, []).append(v)
    aangewezen: tuple[BepalingId, ...] = ()
    for passage in boek.passages():
        if not any(b.soort is BepalingSoort.TOELICHTING for b in passage.keten):
            aangewezen = ()
            continue
        kop = f"{passage.bepaling.label} {passage.tekst.inhoud}" if passage.kop else passage.tekst.inhoud
        if not any(b.licht_toe for b in passage.keten) and (nieuw := wijst_aan(kop, boek, aangewezen)) is not None:
            aangewezen = nieuw
        elif not passage.kop:
            yield _alinea(passage, per_plaats.get(passage.bepaling.id, []), boek, bibliotheek, aangewezen)


def _alinea(
    passage: Passage,
    verwijzingen: Sequence[Verwijzing],
    boek: Boek,
    bibliotheek: Bibliotheek,
    aangewezen: tuple[BepalingId, ...],
) -> Alinea:
    toegelicht, algemeen, tussenkop = _context(passage.keten, boek)
    if algemeen and aangewezen:
        toegelicht, algemeen = aangewezen, False
    werk = toegelicht[0].werk
    onderwerp = toegelicht
    if tussenkop and not algemeen:
        onderwerp = verfijn(toegelicht, tussenkop, bibliotheek.boek(werk) or boek)
    vermeldingen = tuple(
        _onder_kop(v, toegelicht) for v in vermeldingen_in(passage.tekst, verwijzingen, werk, bibliotheek)
    )
    return Alinea(passage.tekst, passage.bepaling.id, onderwerp, algemeen, tussenkop, vermeldingen)


def _onder_kop(v: Vermelding, toegelicht: tuple[BepalingId, ...]) -> Vermelding:
    """Below a heading "Artikel 9, eerste lid" the words "dit artikel" mean that lid."""
    if v.teken != EIGEN or not _DIT_ARTIKEL.fullmatch(v.tekst.strip()):
        return v
    if toegelicht and all(len(v.doelen) == 1 and v.doelen[0] in t.voorouders() for t in toegelicht):
        return replace(v, doelen=toegelicht)
    return v


def _context(keten: Sequence[Bepaling], boek: Boek) -> tuple[tuple[BepalingId, ...], bool, str]:
    """What a paragraph explains, whether that is the work in general, and the heading below."""
    tussenkop = ""
    for bepaling in reversed(keten):
        if bepaling.licht_toe:
            return bepaling.licht_toe, False, tussenkop
        if bepaling.soort is BepalingSoort.TOELICHTING:
            break
        tussenkop = tussenkop or bepaling.kop
    return (BepalingId(boek.werk),), True, tussenkop


def vermeldingen_in(
    tekst: Tekst, verwijzingen: Iterable[Verwijzing], werk: str, bibliotheek: Bibliotheek
) -> tuple[Vermelding, ...]:
    """The references of a passage, told apart by where they point."""
    gevonden = []
    for v in verwijzingen:
        plek = tekst.van_bron(v.span)
        if plek is None:
            continue
        doelen = tuple(d for d in v.doelen if isinstance(d, BepalingId))
        if any(d.werk == werk for d in doelen):
            teken = EIGEN
        elif any(bibliotheek.is_hoger(d.werk, werk) for d in doelen):
            teken = HOGER
            doelen = tuple(d for d in doelen if bibliotheek.is_hoger(d.werk, werk))
        else:
            teken = ANDER
        ontbreekt = _ontbrekend(doelen, v, bibliotheek) if teken == HOGER else ()
        gevonden.append(Vermelding(*plek, doelen, teken, v.tekst, ontbreekt))
    return tuple(sorted(gevonden, key=lambda v: (v.begin, -v.eind)))


def _ontbrekend(doelen: tuple[BepalingId, ...], v: Verwijzing, bibliotheek: Bibliotheek) -> tuple[BepalingId, ...]:
    """Which targets of a reference do not exist; of a single one its status tells, of several each is looked up."""
    if v.status in (Status.OPGELOST, Status.NIET_GECONTROLEERD):
        return ()
    if len(doelen) == 1 or v.status is Status.MEERDUIDIG:
        return doelen
    return tuple(d for d in doelen if bibliotheek.knoop(d) is None)
