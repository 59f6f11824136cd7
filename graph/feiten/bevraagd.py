"""The facts by SPARQL: from any store, also a remote one or one that the build made no reading model for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from pyoxigraph import NamedNode

from graph.feiten.ding import RG, Ding, eigenschapsnaam, genummerd, lees_dingen
from graph.feiten.model import Deel, Kind, Naamgegevens, Verwijzingnaar
from graph.feiten.porties import porties
from graph.opslag import Opslag, Rij
from graph.vraag import Waarde, laad_vraag


class Bevraagd:
    """A store as facts. Fulfils ``graph.feiten.model.Feiten``."""

    def __init__(self, opslag: Opslag) -> None:
        self._opslag = opslag

    def sluit(self) -> None:
        """There is nothing to let go of."""

    def _vraag(self, naam: str, **waarden: Waarde) -> Iterator[Rij]:
        return laad_vraag(naam).selecteer(self._opslag, **waarden)

    def dingen(self, iris: Sequence[str]) -> dict[str, Ding]:
        uit: dict[str, Ding] = {}
        for portie in porties(iris):
            uit |= lees_dingen(self._vraag("dingen", dingen=genummerd(portie)), portie)
        return uit

    def naar(self, eigenschap: str, iris: Sequence[str]) -> dict[tuple[str, str], list[str]]:
        uit: dict[tuple[str, str], list[str]] = {}
        for portie in porties(iris):
            uit |= self._naar(eigenschap, portie)
        return uit

    def _naar(self, eigenschap: str, iris: Sequence[str]) -> dict[tuple[str, str], list[str]]:
        """Of a provision all properties are asked at once; of a work one, since every provision in it points at it."""
        werken = [iri for iri in iris if iri in self._werken]
        uit: dict[tuple[str, str], list[str]] = {(iri, eigenschap): [] for iri in werken}
        if werken:
            rijen = self._vraag("naar-werken", dingen=genummerd(werken), eigenschap=NamedNode(RG + eigenschap))
            for rij in rijen:
                uit[werken[int(rij["n"].value)], eigenschap].append(rij["van"].value)
        if rest := [iri for iri in iris if iri not in self._werken]:
            uit |= {(iri, ""): [] for iri in rest}
            for rij in self._vraag("naar-dingen", dingen=genummerd(rest)):
                sleutel = rest[int(rij["n"].value)], eigenschapsnaam(rij["eigenschap"].value)
                uit.setdefault(sleutel, []).append(rij["van"].value)
        return uit

    @cached_property
    def _werken(self) -> frozenset[str]:
        return frozenset(rij[naam].value for rij in self._vraag("bronnen") for naam in ("versie", "werk"))

    def namen(self, iris: Sequence[str]) -> list[Naamgegevens]:
        return [naam for portie in porties(iris) for naam in self._namen(portie)]

    def _namen(self, iris: Sequence[str]) -> Iterator[Naamgegevens]:
        dingen = lees_dingen(self._vraag("plekken", iris=genummerd(iris)), iris)
        # The IRI of a version sorts by its date, as nothing else in it differs.
        nieuwste = [max(versies) for d in dingen.values() if (versies := d.alle("has_member"))]
        rijen = self._vraag("opschriften", versies=genummerd(nieuwste)) if nieuwste else ()
        opschriften = {nieuwste[int(rij["n"].value)]: rij["opschrift"].value for rij in rijen}
        for ding in (d for d in dingen.values() if "label" in d):
            versies = tuple(ding.alle("has_member"))
            opschrift = opschriften.get(max(versies), "") if versies else ""
            namen = ding.tekst("label"), ding.tekst("notation"), ding.tekst("seeAlso")
            yield Naamgegevens(ding.iri, *namen, opschrift, versies)

    def kinderen(self, versie: str) -> tuple[Kind, ...]:
        rijen = self._vraag("kinderen", ouder=NamedNode(versie))
        return tuple(
            Kind(rij["versie"].value, rij["bepaling"].value, rij["soort"].value.removeprefix(RG)) for rij in rijen
        )

    def onderliggend(self, versie: str) -> tuple[Deel, ...]:
        if versie in self._werken:
            rijen = self._vraag("inhoud-van-werk", werkversie=NamedNode(versie))
        else:
            rijen = self._vraag("onderliggend", versie=NamedNode(versie))
        return tuple(Deel(rij["versie"].value, rij["bepaling"].value) for rij in rijen)

    def onder(self, bepaling: str) -> tuple[str, ...]:
        return tuple(rij["onder"].value for rij in self._vraag("onder-identiteit", bepaling=NamedNode(bepaling)))

    def verwijzingen_naar(self, doelen: Iterable[str]) -> list[Verwijzingnaar]:
        return [
            Verwijzingnaar(rij["verwijzing"].value, rij["doel"].value, rij["werkversie"].value)
            for portie in porties(doelen)
            for rij in self._vraag("verwijzingen-naar", doelen=[NamedNode(iri) for iri in portie])
        ]

    def aangehaald(self, zonder: Sequence[str]) -> list[tuple[str, int]]:
        rijen = self._vraag("meest-aangehaald", zonder=[NamedNode(iri) for iri in zonder])
        return [(rij["doel"].value, int(rij["aantal"].value)) for rij in rijen]

    def aantal_naar(self, doelen: Iterable[str]) -> list[tuple[str, str, int]]:
        return [
            (rij["doel"].value, rij["werkversie"].value, int(rij["aantal"].value))
            for portie in porties(doelen)
            for rij in self._vraag("aantal-verwijzingen-naar", doelen=[NamedNode(iri) for iri in portie])
        ]
