"""A loaded source as a document again, for what works on documents: comparing, deriving relations, checking.

The store keeps texts, not files: ``Document.origineel`` holds the running text one passage after another, and all
places count in that. What it is read for (numbers, words, places to fill in, what explains what) is as in the source.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from pyoxigraph import NamedNode

from graph.antwoorden.naslag import Naslag, Werkversie, getal, tekst, woord
from graph.opslag import Rij
from ontologie.document import Bepaling, BepalingSoort, Bronbestand, Document, Invulplaats, InvulSoort
from ontologie.identificatie import BepalingId, parse_iri
from ontologie.tekst import Segment, Span, Tekst

_SOORTEN = frozenset(s.value for s in InvulSoort)


class Documenten:
    """Gives the document of a loaded version of a work."""

    def __init__(self, naslag: Naslag) -> None:
        self._naslag = naslag

    def document(self, werkversie: Werkversie) -> Document:
        """The document; its root is the work."""
        bron = self._naslag.bronnen[werkversie.iri]
        node = NamedNode(werkversie.iri)
        merken: dict[str, list[Rij]] = {}
        for rij in self._naslag.vraag("document-merken", werkversie=node):
            if tekst(rij, "soort") in _SOORTEN:
                merken.setdefault(tekst(rij, "van"), []).append(rij)
        licht_toe: dict[str, list[BepalingId]] = {}
        for rij in self._naslag.vraag("document-toelichting", werkversie=node):
            doel = self._naslag.doel(tekst(rij, "doel"))
            if isinstance(doel, BepalingId):
                licht_toe.setdefault(tekst(rij, "van"), []).append(doel)
        wortel = _Knoop(werkversie.iri, BepalingId(werkversie.werk), {}, bron.titel)
        knopen = {werkversie.iri: wortel}
        for rij in self._naslag.vraag("document-delen", werkversie=node):
            versie = tekst(rij, "versie")
            knoop = _Knoop(versie, parse_iri(versie, self._naslag.register).id, rij)
            knopen[versie] = knoop
            knopen[tekst(rij, "ouder")].kinderen.append(knoop)
        schrijver = _Schrijver(merken, licht_toe)
        boom = schrijver.schrijf(wortel)
        regeling = self._naslag.register.regeling(werkversie.werk)
        return Document(
            werk=werkversie.werk,
            versie=werkversie.naam,
            soort=bron.soort,
            titel=bron.titel,
            wortel=boom,
            bron=Bronbestand(bron.bestand, bron.sha256, bron.grootte, bron.formaat, "opslag/1"),
            citeertitel=bron.werk.label,
            officieel_id=regeling.officieel_id if regeling else "",
            afkortingen=(afkorting,) if (afkorting := tekst(werkversie.rij, "afkorting")) else (),
            geldig_van=bron.versie.vanaf,
            geldig_tot=bron.versie.tot,
            volledig=bron.volledig,
            met_tekst=bron.met_tekst,
            origineel=schrijver.origineel,
        )


@dataclass(slots=True)
class _Knoop:
    versie: str
    id: BepalingId
    rij: Rij
    titel: str = ""
    kinderen: list[_Knoop] = field(default_factory=list)


@dataclass(slots=True)
class _Open:
    """A provision that is being written: where it began, its pieces so far, and where these stand."""

    knoop: _Knoop
    begin: int
    opschrift: Tekst | None
    lopend: str
    inhoud: list[Tekst | Bepaling] = field(default_factory=list)
    #: Of each piece: its place in the provision's text, and in the original.
    plekken: list[tuple[int, int, int]] = field(default_factory=list)
    gegeven: int = 0
    volgende: int = 0


class _Schrijver:
    """Writes the running text of a tree one passage after another, without recursion: trees may be deep."""

    def __init__(self, merken: dict[str, list[Rij]], licht_toe: dict[str, list[BepalingId]]) -> None:
        self._merken, self._licht_toe = merken, licht_toe
        self._delen: list[str] = []
        self._lengte = 0

    @property
    def origineel(self) -> str:
        return "".join(self._delen)

    def schrijf(self, wortel: _Knoop) -> Bepaling:
        stapel = [self._begin(wortel)]
        while True:
            open_ = stapel[-1]
            if open_.volgende < len(open_.knoop.kinderen):
                kind = open_.knoop.kinderen[open_.volgende]
                open_.volgende += 1
                plek = getal(kind.rij, "positie")
                self._tekst(open_, plek if plek >= 0 else len(open_.lopend))
                stapel.append(self._begin(kind))
                continue
            self._tekst(open_, len(open_.lopend))
            bepaling = self._bepaling(stapel.pop())
            if not stapel:
                return bepaling
            stapel[-1].inhoud.append(bepaling)

    def _begin(self, knoop: _Knoop) -> _Open:
        begin = self._lengte
        label = tekst(knoop.rij, "aanduiding")
        if label:
            self._schrijf(f"{label} ")
        kop = knoop.titel or tekst(knoop.rij, "opschrift")
        opschrift = self._passage(kop) if kop else None
        return _Open(knoop, begin, opschrift, tekst(knoop.rij, "tekst"))

    def _tekst(self, open_: _Open, tot: int) -> None:
        """Write the own text up to a place, a passage for each line."""
        plek = open_.gegeven
        tot = min(tot, len(open_.lopend))
        while plek < tot:
            regeleinde = open_.lopend.find("\n", plek, tot)
            eind = tot if regeleinde < 0 else regeleinde
            if eind > plek:
                open_.plekken.append((plek, eind, self._lengte))
                open_.inhoud.append(self._passage(open_.lopend[plek:eind]))
            plek = eind + 1
        open_.gegeven = max(open_.gegeven, plek if plek > tot else tot)

    def _passage(self, inhoud: str) -> Tekst:
        begin = self._lengte
        self._schrijf(f"{inhoud}\n")
        return Tekst(inhoud, (Segment(0, len(inhoud), begin, len(inhoud)),))

    def _schrijf(self, stuk: str) -> None:
        self._delen.append(stuk)
        self._lengte += len(stuk)

    def _bepaling(self, open_: _Open) -> Bepaling:
        rij, knoop = open_.knoop.rij, open_.knoop
        return Bepaling(
            id=knoop.id,
            soort=BepalingSoort(woord(rij, "soort")) if rij else BepalingSoort.REGELING,
            span=Span(open_.begin, self._lengte),
            label=tekst(rij, "aanduiding"),
            opschrift=open_.opschrift,
            inhoud=tuple(open_.inhoud),
            facultatief=tekst(rij, "facultatief") == "true",
            vervallen=tekst(rij, "vervallen") == "true",
            in_werking=tekst(rij, "nietInWerking") != "true",
            invulplaatsen=tuple(_invulplaatsen(self._merken.get(knoop.versie, ()), open_.plekken)),
            licht_toe=tuple(self._licht_toe.get(knoop.versie, ())),
        )


def _invulplaatsen(rijen: Iterable[Rij], plekken: Sequence[tuple[int, int, int]]) -> list[Invulplaats]:
    uit = []
    for rij in rijen:
        begin, eind = getal(rij, "begin"), getal(rij, "eind")
        raakt = [(van, tot, bron) for van, tot, bron in plekken if van < eind and begin < tot]
        if raakt:
            van, _, bron = raakt[0]
            eerste = bron + max(begin - van, 0)
            van, tot, bron = raakt[-1]
            uit.append(Invulplaats(InvulSoort(tekst(rij, "soort")), Span(eerste, bron + min(eind, tot) - van)))
    return sorted(uit, key=lambda p: (p.span.begin, -p.span.eind))
