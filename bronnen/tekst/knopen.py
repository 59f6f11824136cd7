"""The tree while it grows, and its end as frozen records with identities."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from bronnen.nummering import Eenheid, Nummeraar, noem_eenheden
from ontologie.document import Bepaling, BepalingSoort, Invulplaats, Melding
from ontologie.identificatie import BepalingId, Stap, StapSoort
from ontologie.tekst import Span, Tekst

#: Kinds that are named within the whole work, apart from what they stand in.
_EENHEDEN = frozenset(
    {
        StapSoort.BOEK,
        StapSoort.DEEL,
        StapSoort.HOOFDSTUK,
        StapSoort.TITEL,
        StapSoort.AFDELING,
        StapSoort.PARAGRAAF,
        StapSoort.SUBPARAGRAAF,
        StapSoort.ARTIKEL,
        StapSoort.BIJLAGE,
        StapSoort.AANHEF,
        StapSoort.SLOT,
        StapSoort.LEESWIJZER,
        StapSoort.TOELICHTING,
    }
)


@dataclass(eq=False)
class Knoop:
    """One provision under construction. ``eenheid`` tells that its number is unique within the work by itself."""

    soort: BepalingSoort
    stap: StapSoort
    begin: int
    nummer: str = ""
    label: str = ""
    opschrift: Tekst | None = None
    inhoud: list[Tekst | Knoop] = field(default_factory=list)
    eind: int = 0
    facultatief: bool = False
    vervallen: bool = False
    invulplaatsen: tuple[Invulplaats, ...] = ()
    #: Nodes that this part of a toelichting explains, or their steps where the document does not hold them.
    licht_toe: list[Knoop | tuple[Stap, ...]] = field(default_factory=list)
    eenheid: bool = False

    @property
    def kinderen(self) -> list[Knoop]:
        return [d for d in self.inhoud if isinstance(d, Knoop)]

    def loop(self) -> Iterator[Knoop]:
        """This node and all below it, in reading order."""
        stapel = [self]
        while stapel:
            knoop = stapel.pop()
            yield knoop
            stapel.extend(reversed(knoop.kinderen))

    @property
    def teksten(self) -> Iterator[Tekst]:
        """Heading and own passages."""
        if self.opschrift:
            yield self.opschrift
        yield from (d for d in self.inhoud if isinstance(d, Tekst))


def sluit(wortel: Knoop) -> None:
    """Give every node its end: that of its last own passage or child (a footnote stands elsewhere on the page)."""
    for knoop in reversed(list(wortel.loop())):
        einden = [knoop.eind, knoop.begin + len(knoop.label)]
        einden += [t.span.eind for t in knoop.teksten if t.inhoud]
        einden += [k.eind for k in knoop.kinderen if k.soort is not BepalingSoort.VOETNOOT]
        knoop.eind = max(einden)


def maak_boom(wortel: Knoop, werk: str, meldingen: list[Melding]) -> Bepaling:
    """The frozen tree; messages tell which numbers had to be changed."""
    knopen = list(wortel.loop())
    ids = _noem(wortel, knopen, BepalingId(werk), meldingen)
    gemaakt: dict[Knoop, Bepaling] = {}
    for knoop in reversed(knopen):
        gemaakt[knoop] = Bepaling(
            id=ids[knoop],
            soort=knoop.soort,
            span=Span(knoop.begin, knoop.eind),
            label=knoop.label,
            opschrift=knoop.opschrift,
            inhoud=tuple(gemaakt[d] if isinstance(d, Knoop) else d for d in knoop.inhoud),
            facultatief=knoop.facultatief,
            vervallen=knoop.vervallen,
            invulplaatsen=knoop.invulplaatsen,
            licht_toe=tuple(ids[d] if isinstance(d, Knoop) else BepalingId(werk, d) for d in knoop.licht_toe),
        )
    return gemaakt[wortel]


def _noem(
    wortel: Knoop, knopen: Iterable[Knoop], werk: BepalingId, meldingen: list[Melding]
) -> dict[Knoop, BepalingId]:
    """The identity of every node."""
    ouders: dict[Knoop, Knoop] = {}
    eenheden: list[Eenheid] = []
    plek: dict[Knoop, int] = {}
    rijtje: list[Knoop] = []
    for knoop in knopen:
        ouders.update(dict.fromkeys(knoop.kinderen, knoop))
        if knoop is wortel:
            continue
        boven = _eenheid_boven(knoop, ouders, plek)
        if knoop.eenheid or (knoop.stap in _EENHEDEN):
            plek[knoop] = len(rijtje)
            rijtje.append(knoop)
            eenheden.append(Eenheid(knoop.stap, knoop.nummer, boven))
    benoemd, nieuw = noem_eenheden(werk, eenheden)
    meldingen.extend(nieuw)
    ids: dict[Knoop, BepalingId] = {wortel: werk, **dict(zip(rijtje, benoemd, strict=True))}
    nummeraars: dict[BepalingId, Nummeraar] = {}
    bezet = frozenset(benoemd)
    for knoop in knopen:
        if knoop not in ids:
            ouder = ids[ouders[knoop]]
            nummeraar = nummeraars.setdefault(ouder, Nummeraar(ouder, meldingen))
            id_ = nummeraar.geef(knoop.stap, knoop.nummer)
            while id_ in bezet:
                id_ = nummeraar.geef(knoop.stap, knoop.nummer)
            ids[knoop] = id_
    return ids


def _eenheid_boven(knoop: Knoop, ouders: dict[Knoop, Knoop], plek: dict[Knoop, int]) -> int:
    """The index of the nearest unit around a node, -1 for none; parents are seen before their children."""
    boven: Knoop | None = ouders.get(knoop)
    while boven is not None and boven not in plek:
        boven = ouders.get(boven)
    return plek[boven] if boven is not None else -1
