"""Reading order: provisions one after another, their own text cut where sub-provisions stand in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.antwoorden.gegevens import Alinea, Leesknoop, Plek, Tekstmerk, Tekstverwijzing
from graph.antwoorden.naslag import Naslag
from graph.antwoorden.tekststukken import alineas, regel
from graph.feiten.ding import Ding
from ontologie.document import BepalingSoort

_ACHTERAAN = 1 << 62


@dataclass(frozen=True, slots=True)
class Leesregel:
    """What the graph says of one version of a provision, as far as a reader sees it."""

    versie: str
    #: IRI apart from versions.
    bepaling: str
    #: IRI of the version of the parent, "" for a work.
    ouder: str
    soort: BepalingSoort
    nummer: str
    aanduiding: str
    opschrift: str
    tekst: str
    #: How much of the parent's text comes before it; beyond its end where nothing is said.
    positie: int
    vervallen: bool
    facultatief: bool
    in_werking: bool


def lees_regels(naslag: Naslag, versies: Sequence[str]) -> dict[str, Leesregel]:
    """The lines of some provisions, by the IRI of their version."""
    return {iri: _leesregel(ding) for iri, ding in naslag.dingen(versies).items()}


def _leesregel(ding: Ding) -> Leesregel:
    return Leesregel(
        versie=ding.iri,
        bepaling=ding.tekst("is_member_of"),
        ouder=ding.tekst("is_part_of"),
        soort=BepalingSoort(ding.woord("type_subdivision")),
        nummer=ding.tekst("number"),
        aanduiding=ding.tekst("aanduiding"),
        opschrift=ding.tekst("opschrift"),
        tekst=ding.tekst("tekst"),
        positie=ding.getal("positieInOuder") if "positieInOuder" in ding else _ACHTERAAN,
        vervallen=ding.waar("vervallen"),
        facultatief=ding.waar("facultatief"),
        in_werking=not ding.waar("nietInWerking"),
    )


@dataclass(slots=True)
class _Open:
    """A provision of which sub-provisions may follow, and how much of its text has been given."""

    versie: str
    diepte: int
    gegeven: int


class Leesstroom:
    """Gives the steps of a part of a regulation.

    ``verwijzingen`` are those in texts and those in headings, ``merken`` the marks in texts.
    """

    def __init__(
        self,
        regels: Mapping[str, Leesregel],
        plekken: Mapping[str, Plek],
        aantal_naar: Mapping[str, int],
        verwijzingen: tuple[Mapping[str, list[Tekstverwijzing]], Mapping[str, list[Tekstverwijzing]]],
        merken: Mapping[str, list[Tekstmerk]],
    ) -> None:
        self._merken = merken
        self._regels = regels
        self._plekken = plekken
        self._aantal_naar = aantal_naar
        self._in_tekst, self._in_kop = verwijzingen

    def knopen(
        self, buiten: Sequence[str], open_: Sequence[str], rij: Sequence[str], volgende: Sequence[str]
    ) -> Iterator[Leesknoop]:
        """The steps for the provisions in ``rij``, which stand within ``open_`` (begun before), within ``buiten``.

        ``volgende`` is the provision after the last, if there is one: what it stands in has not ended yet.
        """
        stapel = [_Open(versie, len(buiten) + n, 0) for n, versie in enumerate(open_)]
        for n, begonnen in enumerate(stapel):
            kind = stapel[n + 1].versie if n + 1 < len(stapel) else rij[0]
            begonnen.gegeven = min(self._regels[kind].positie, len(self._regels[begonnen.versie].tekst))
        for n, versie in enumerate(rij):
            eigen = self._regels[versie]
            yield from self._sluit_tot(stapel, eigen.ouder)
            if stapel:
                yield from self._tot(stapel[-1], eigen.positie)
            diepte = stapel[-1].diepte + 1 if stapel else len(buiten)
            eerste = (rij[n + 1 : n + 2] or volgende)[:1]
            tot = len(eigen.tekst)
            if eerste and self._regels[eerste[0]].ouder == versie:
                tot = min(tot, self._regels[eerste[0]].positie)
            stapel.append(_Open(versie, diepte, tot))
            yield self._begin(versie, diepte, tot)
        yield from self._sluit_tot(stapel, self._regels[volgende[0]].ouder if volgende else "")

    def _sluit_tot(self, stapel: list[_Open], ouder: str) -> Iterator[Leesknoop]:
        while stapel and stapel[-1].versie != ouder:
            yield from self._tot(stapel.pop(), _ACHTERAAN)

    def _tot(self, open_: _Open, positie: int) -> Iterator[Leesknoop]:
        """Text of a provision that stands between or after its sub-provisions."""
        eigen = self._regels[open_.versie]
        tot = min(positie, len(eigen.tekst))
        if tot > open_.gegeven:
            stukken = self._alineas(eigen, open_.gegeven, tot)
            open_.gegeven = tot
            if stukken:
                yield Leesknoop(
                    plek=self._plekken[eigen.bepaling],
                    versie_iri=open_.versie,
                    soort=eigen.soort,
                    nummer=eigen.nummer,
                    aanduiding=eigen.aanduiding,
                    diepte=open_.diepte,
                    alineas=stukken,
                    vervolg=True,
                )

    def _alineas(self, eigen: Leesregel, begin: int, eind: int) -> tuple[Alinea, ...]:
        verwijzingen, merken = self._in_tekst.get(eigen.versie, ()), self._merken.get(eigen.versie, ())
        return alineas(eigen.tekst, verwijzingen, begin, eind, merken)

    def _begin(self, versie: str, diepte: int, tot: int) -> Leesknoop:
        eigen = self._regels[versie]
        return Leesknoop(
            plek=self._plekken[eigen.bepaling],
            versie_iri=versie,
            soort=eigen.soort,
            nummer=eigen.nummer,
            aanduiding=eigen.aanduiding,
            diepte=diepte,
            opschrift=regel(eigen.opschrift, self._in_kop.get(versie, ())),
            alineas=self._alineas(eigen, 0, tot),
            facultatief=eigen.facultatief,
            vervallen=eigen.vervallen,
            in_werking=eigen.in_werking,
            verwijzingen_in=self._aantal_naar.get(eigen.bepaling, 0),
        )
