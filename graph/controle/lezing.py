"""A document prepared for the rules of the check: tree, passages, references and definitions, read once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from bronnen.register import Register
from graph.boom import Doelboom, MetEigen
from graph.relaties.begrippen import definities
from graph.relaties.boek import Boek
from graph.relaties.zinnen import splits_zinnen
from ontologie.document import Bepaling, BepalingSoort, Document, DocumentSoort, Passage
from ontologie.identificatie import BepalingId
from ontologie.tekst import Span
from ontologie.verwijzing import Verwijzing

#: Documents with articles that lay something down, or that are to be taken over as such.
_REGELINGEN = frozenset(DocumentSoort) - {
    DocumentSoort.HANDREIKING,
    DocumentSoort.BRIEF,
    DocumentSoort.RAADSVOORSTEL,
    DocumentSoort.TOELICHTING,
    DocumentSoort.OVERIG,
}
#: From this many mended characters on a text counts as scanned: its spelling says nothing about who wrote it.
SCAN = 3
#: Formats whose consolidated text keeps the dates of its first version.
_GECONSOLIDEERD = frozenset({"bwb-toestand", "cvdr"})
_WOORDEN = 160
#: Most characters of a provision that is named as a whole.
_BEGIN = 80
#: Most characters of a sentence on either side of a reference.
_ZIN = 1000


class Gezien(NamedTuple):
    """What a rule saw, before it is a finding: ``volgorde`` is where in the document it stands."""

    plaats: BepalingId
    span: Span
    woorden: str
    reden: str
    suggestie: str = ""


#: A rule: from a prepared document to what it sees in it.
Toetsing = Callable[["Lezing"], Iterator[Gezien]]


class Toets(NamedTuple):
    """The id of a rule with the function that applies it; ``bij_scan`` is False where a scanned text gives no hold."""

    regel: str
    pas_toe: Toetsing
    bij_scan: bool = True


@dataclass(frozen=True)
class Lezing:
    """One document with all that rules ask of it. ``boom`` holds what else is loaded."""

    document: Document
    verwijzingen: tuple[Verwijzing, ...]
    register: Register
    boom: Doelboom
    vandaag: date

    @cached_property
    def boek(self) -> Boek:
        return Boek(self.document)

    @cached_property
    def bomen(self) -> MetEigen:
        """The trees to look targets up in, that of this document first."""
        return MetEigen(self.document, self.boom)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        return tuple(self.document.passages())

    @cached_property
    def geldend(self) -> tuple[Passage, ...]:
        """The passages that lay something down: no preamble, explanation, notes or table."""
        return tuple(p for p in self.passages if self.is_geldend(p.keten))

    @cached_property
    def is_regeling(self) -> bool:
        return self.document.soort in _REGELINGEN and bool(self.boek.artikelen)

    @cached_property
    def is_scan(self) -> bool:
        return len(self.document.correcties) >= SCAN

    @cached_property
    def geconsolideerd(self) -> bool:
        return self.document.bron.formaat in _GECONSOLIDEERD

    @cached_property
    def begrippen(self) -> tuple[tuple[str, Bepaling], ...]:
        """The defined terms, each with the item that defines it."""
        return tuple(definities(self.boek))

    @cached_property
    def _namen(self) -> tuple[list[int], list[int]]:
        plekken = sorted(range(len(self.passages)), key=lambda i: self.passages[i].tekst.span.begin)
        return [self.passages[i].tekst.span.begin for i in plekken], plekken

    @staticmethod
    def is_geldend(keten: tuple[Bepaling, ...]) -> bool:
        return not any(b.soort in _NIET_GELDEND for b in keten)

    @staticmethod
    def in_toelichting(keten: tuple[Bepaling, ...]) -> bool:
        return any(b.soort is BepalingSoort.TOELICHTING for b in keten)

    @staticmethod
    def in_tabel(keten: tuple[Bepaling, ...]) -> bool:
        return any(b.soort is BepalingSoort.TABEL for b in keten)

    def passage_van(self, v: Verwijzing) -> tuple[Passage, int, int] | None:
        """The passage that a reference stands in, and its range there; None where it cannot be found."""
        beginnen, plekken = self._namen
        for k in range(bisect_right(beginnen, v.span.begin) - 1, -1, -1):
            passage = self.passages[plekken[k]]
            if passage.bepaling.id == v.plaats and (bereik := passage.tekst.van_bron(v.span)) is not None:
                return passage, *bereik
            if beginnen[k] < v.span.begin - 1_000_000 or bisect_right(beginnen, v.span.begin) - k > 8:
                break
        return None

    def zin_rond(self, v: Verwijzing) -> str:
        """The sentence that a reference stands in; its own words where the passage is not found."""
        plek = self.passage_van(v)
        if plek is None:
            return v.tekst
        passage, begin, eind = plek
        tekst = passage.tekst.inhoud
        zinnen = self._zinnen(passage)
        k = bisect_right(zinnen, (begin, len(tekst))) - 1
        van, tot = zinnen[k] if k >= 0 else (0, len(tekst))
        # What has no end is no sentence; looking through all of it for every reference would take for ever.
        return tekst[max(van, begin - _ZIN) : min(tot, eind + _ZIN)]

    def _zinnen(self, passage: Passage) -> list[tuple[int, int]]:
        bekend = self._zinnen_per_passage
        sleutel = id(passage)
        if sleutel not in bekend:
            bekend[sleutel] = [(z.begin, z.eind) for z in splits_zinnen(passage.tekst.inhoud)]
        return bekend[sleutel]

    @cached_property
    def _zinnen_per_passage(self) -> dict[int, list[tuple[int, int]]]:
        return {}

    # --- what rules give back ---

    @staticmethod
    def in_passage(passage: Passage, begin: int, eind: int, reden: str, suggestie: str = "") -> Gezien:
        """Words of a passage."""
        tekst = passage.tekst
        return Gezien(
            passage.bepaling.id, tekst.naar_bron(begin, eind), tekst.inhoud[begin:eind][:_WOORDEN], reden, suggestie
        )

    @staticmethod
    def bij_verwijzing(v: Verwijzing, reden: str, suggestie: str = "") -> Gezien:
        return Gezien(v.plaats, v.span, v.tekst[:_WOORDEN], reden, suggestie)

    @staticmethod
    def bij_bepaling(b: Bepaling, reden: str, suggestie: str = "") -> Gezien:
        """A provision as a whole: its heading, or where it has none the first words of its text, or its label."""
        eerste = b.opschrift
        if eerste is None or not eerste.inhoud:
            eerste = next((d for d in b.inhoud if not isinstance(d, Bepaling) and d.inhoud), None)
        woorden = " ".join(f"{b.label} {eerste.inhoud if eerste else ''}".split())
        if eerste is None:
            return Gezien(b.id, Span(b.span.begin, min(b.span.eind, b.span.begin + 1)), woorden, reden, suggestie)
        span = eerste.naar_bron(0, min(len(eerste.inhoud), 60))
        return Gezien(b.id, span, _begin(woorden), reden, suggestie)


def _begin(woorden: str) -> str:
    """The first words, up to what tells a provision from others; where there are more it says so."""
    return woorden if len(woorden) <= _BEGIN else woorden[:_BEGIN].rpartition(" ")[0] + " …"


_NIET_GELDEND = frozenset(
    {
        BepalingSoort.TOELICHTING,
        BepalingSoort.LEESWIJZER,
        BepalingSoort.AANHEF,
        BepalingSoort.SLOT,
        BepalingSoort.VOETNOOT,
        BepalingSoort.TABEL,
        BepalingSoort.SECTIE,
    }
)
