"""Reading order: provisions one after another, their own text cut where sub-provisions stand in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.antwoorden.gegevens import Leesknoop, Plek, Tekstverwijzing
from graph.antwoorden.naslag import ELI, RG
from graph.antwoorden.tekststukken import alineas, regel
from ontologie.document import BepalingSoort


@dataclass(frozen=True, slots=True)
class Eigenschappen:
    """What the graph says of one version of a provision, by the IRI of the property."""

    waarden: dict[str, list[str]]

    def een(self, term: str) -> str:
        """One value, "" where there is none."""
        return self.waarden.get(term, [""])[0]

    def waar(self, naam: str) -> bool:
        """Whether a property of ours is true."""
        return self.een(RG + naam) == "true"

    @property
    def soort(self) -> BepalingSoort:
        return BepalingSoort(self.een(ELI + "type_subdivision").removeprefix(RG) or "regeling")

    @property
    def bepaling(self) -> str:
        """IRI apart from versions."""
        return self.een(ELI + "is_member_of")

    @property
    def ouder(self) -> str:
        """IRI of the version of the parent, "" for a work."""
        return self.een(ELI + "is_part_of")

    @property
    def tekst(self) -> str:
        return self.een(RG + "tekst")

    @property
    def positie(self) -> int:
        """How much of the parent's text comes before it; all of it where nothing is said."""
        return int(self.een(RG + "positieInOuder") or 1 << 62)


@dataclass(slots=True)
class _Open:
    """A provision of which sub-provisions may follow, and how much of its text has been given."""

    versie: str
    diepte: int
    gegeven: int


class Leesstroom:
    """Gives the steps of a part of a regulation. ``verwijzingen`` are those in texts and those in headings."""

    def __init__(
        self,
        eigen: Mapping[str, Eigenschappen],
        plekken: Mapping[str, Plek],
        aantal_naar: Mapping[str, int],
        verwijzingen: tuple[Mapping[str, list[Tekstverwijzing]], Mapping[str, list[Tekstverwijzing]]],
    ) -> None:
        self._eigen = eigen
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
            begonnen.gegeven = min(self._eigen[kind].positie, len(self._eigen[begonnen.versie].tekst))
        for n, versie in enumerate(rij):
            eigen = self._eigen[versie]
            yield from self._sluit_tot(stapel, eigen.ouder)
            if stapel:
                yield from self._tot(stapel[-1], eigen.positie)
            diepte = stapel[-1].diepte + 1 if stapel else len(buiten)
            eerste = (rij[n + 1 : n + 2] or volgende)[:1]
            tot = len(eigen.tekst)
            if eerste and self._eigen[eerste[0]].ouder == versie:
                tot = min(tot, self._eigen[eerste[0]].positie)
            stapel.append(_Open(versie, diepte, tot))
            yield self._begin(versie, diepte, tot)
        yield from self._sluit_tot(stapel, self._eigen[volgende[0]].ouder if volgende else "")

    def _sluit_tot(self, stapel: list[_Open], ouder: str) -> Iterator[Leesknoop]:
        while stapel and stapel[-1].versie != ouder:
            yield from self._tot(stapel.pop(), 1 << 62)

    def _tot(self, open_: _Open, positie: int) -> Iterator[Leesknoop]:
        """Text of a provision that stands between or after its sub-provisions."""
        eigen = self._eigen[open_.versie]
        tot = min(positie, len(eigen.tekst))
        if tot > open_.gegeven:
            stukken = alineas(eigen.tekst, self._in_tekst.get(open_.versie, ()), open_.gegeven, tot)
            open_.gegeven = tot
            if stukken:
                yield Leesknoop(
                    plek=self._plekken[eigen.bepaling],
                    versie_iri=open_.versie,
                    soort=eigen.soort,
                    nummer=eigen.een(ELI + "number"),
                    aanduiding=eigen.een(RG + "aanduiding"),
                    diepte=open_.diepte,
                    alineas=stukken,
                    vervolg=True,
                )

    def _begin(self, versie: str, diepte: int, tot: int) -> Leesknoop:
        eigen = self._eigen[versie]
        return Leesknoop(
            plek=self._plekken[eigen.bepaling],
            versie_iri=versie,
            soort=eigen.soort,
            nummer=eigen.een(ELI + "number"),
            aanduiding=eigen.een(RG + "aanduiding"),
            diepte=diepte,
            opschrift=regel(eigen.een(RG + "opschrift"), self._in_kop.get(versie, ())),
            alineas=alineas(eigen.tekst, self._in_tekst.get(versie, ()), 0, tot),
            facultatief=eigen.waar("facultatief"),
            vervallen=eigen.waar("vervallen"),
            in_werking=not eigen.waar("nietInWerking"),
            verwijzingen_in=self._aantal_naar.get(eigen.bepaling, 0),
        )
