"""What an own ordinance rests on ("gelet op"): whether each provision is still there on a day, and where it went."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from graph.antwoorden.eigengegevens import Bepalingnaam, Grondslagregel, Grondslagstand
from graph.antwoorden.gegevens import LIMIET_MAX
from graph.antwoorden.naslag import dag
from graph.antwoorden.tijdgegevens import Zekerheid
from graph.relaties import Bibliotheek, Boek
from graph.relaties.grondslag import lees_grondslag
from ontologie.document import Document
from ontologie.fouten import InvoerFout, NietGevonden
from ontologie.identificatie import BepalingId
from ontologie.relatie import Bevinding, Bewijs
from ontologie.verwijzing import Verwijzing
from ontologie.wijziging import Verschil, VerschilSoort

if TYPE_CHECKING:
    from graph.antwoorden.eigen import Eigenvragen

_VERHUISD = frozenset({VerschilSoort.HERNUMMERD, VerschilSoort.VERPLAATST})


class Grondslagtoets:
    """Tests the legal bases of one ordinance against the law of a day."""

    def __init__(
        self,
        vragen: Eigenvragen,
        bibliotheek: Bibliotheek,
        eigen: Document,
        op: date,
        naam: Callable[[BepalingId], Bepalingnaam],
    ) -> None:
        self._vragen, self._bibliotheek, self._eigen, self._op, self._naam = vragen, bibliotheek, eigen, op, naam

    def regels(self, verwijzingen: Sequence[Verwijzing]) -> Iterator[Grondslagregel]:
        """One row for each provision that the preamble names."""
        gezien: set[BepalingId] = set()
        for iets in lees_grondslag(Boek(self._eigen), verwijzingen, self._bibliotheek):
            doelen = iets.betreft if isinstance(iets, Bevinding) else (iets.naar,)
            for doel in doelen:
                if doel not in gezien:
                    gezien.add(doel)
                    yield self._regel(doel, self._woorden(iets.bewijs), isinstance(iets, Bevinding))

    def _woorden(self, bewijs: Bewijs) -> str:
        return self._eigen.origineel[bewijs.span.begin : bewijs.span.eind]

    def _regel(self, doel: BepalingId, woorden: str, ontbreekt: bool) -> Grondslagregel:
        naam = self._naam(doel)
        boek = self._bibliotheek.boek(doel.werk)
        if boek is None:
            zin = f"{naam.label} is niet gecontroleerd: deze regeling is niet geladen."
            return Grondslagregel(naam, woorden, Grondslagstand.NIET_GELADEN, zin)
        if doel.stappen and (ontbreekt or boek.knoop(doel) is None):
            return self._weg(naam, woorden, volledig=boek.document.volledig)
        if boek.vervallen(doel):
            zin = f"{naam.label} is vervallen."
            return Grondslagregel(naam, woorden, Grondslagstand.VERVALLEN, zin, self._nu(doel))
        return self._bestaat(naam, woorden)

    def _weg(self, naam: Bepalingnaam, woorden: str, *, volledig: bool) -> Grondslagregel:
        verschil = self._verschil(naam.id)
        nieuw = verschil.nieuw if verschil is not None and verschil.soort in _VERHUISD else None
        if nieuw is None and verschil is None:
            nieuw = self._met_artikel(naam.id)
        if nieuw is not None:
            nu = self._naam(nieuw)
            zin = f"{naam.label} staat nu in {nu.label}."
            return Grondslagregel(naam, woorden, Grondslagstand.VERPLAATST, zin, nu)
        if verschil is not None:
            zin = f"{naam.label} stond in een oudere geladen versie en is vervallen."
            return Grondslagregel(naam, woorden, Grondslagstand.VERVALLEN, zin)
        if not volledig:
            zin = f"{naam.label} is niet gecontroleerd: van deze regeling is een deel geladen, zonder deze bepaling."
            return Grondslagregel(naam, woorden, Grondslagstand.NIET_GELADEN, zin)
        zin = f"{naam.label} bestaat niet in de geladen versie van deze regeling."
        return Grondslagregel(naam, woorden, Grondslagstand.ONTBREEKT, zin)

    def _met_artikel(self, doel: BepalingId) -> BepalingId | None:
        """Where a part of an article is that moved as a whole, and so is not told of itself; None where it did not."""
        artikel = doel.artikel
        verschil = self._verschil(artikel) if artikel is not None and artikel != doel else None
        if artikel is None or verschil is None or verschil.soort not in _VERHUISD or verschil.nieuw is None:
            return None
        nieuw = replace(verschil.nieuw, stappen=(*verschil.nieuw.stappen, *doel.stappen[len(artikel.stappen) :]))
        boek = self._bibliotheek.boek(doel.werk)
        return nieuw if boek is not None and boek.knoop(nieuw) is not None else None

    def _nu(self, doel: BepalingId) -> Bepalingnaam | None:
        verschil = self._verschil(doel)
        return self._naam(verschil.nieuw) if verschil and verschil.nieuw and verschil.nieuw != doel else None

    def _verschil(self, doel: BepalingId) -> Verschil | None:
        """What became of a provision between an older loaded version and the newest."""
        naslag = self._vragen.naslag
        versies = [v for v in naslag.werkversies.values() if v.werk == doel.werk]
        for oud in versies[1:]:
            try:
                uitkomst = self._vragen.verschil.verschil(oud, versies[0], doel, LIMIET_MAX)
            except (NietGevonden, InvoerFout):
                continue
            for regel in uitkomst.regels.items:
                if regel.verschil.oud == doel:
                    return regel.verschil
        return None

    def _bestaat(self, naam: Bepalingnaam, woorden: str) -> Grondslagregel:
        plekken = self._vragen.naslag.plekken([iri := self._vragen.naslag.iri(naam.id)])
        zin = f"{naam.label} staat in de geladen versie."
        if (plek := plekken.get(iri)) is None:
            return Grondslagregel(naam, woorden, Grondslagstand.BESTAAT, zin)
        keuze = self._vragen.geldigheid.versie_op(naam.id, plek, self._op)
        if keuze.zekerheid is not Zekerheid.ZEKER and keuze.reden:
            zin = f"{zin} {keuze.reden}"
        gemaakt = self._eigen.geldig_van or dag(self._eigen.versie)
        sinds = self._sinds(naam.id, gemaakt) if gemaakt is not None and naam.id.stappen else None
        if sinds is None:
            return Grondslagregel(naam, woorden, Grondslagstand.BESTAAT, zin)
        zin = f"{zin} De wet is hier gewijzigd met ingang van {sinds.isoformat()}, na deze verordening: controleer het."
        return Grondslagregel(naam, woorden, Grondslagstand.GEWIJZIGD, zin)

    def _sinds(self, id_: BepalingId, gemaakt: date) -> date | None:
        """The last day on which it (or the article it lies in) changed after the ordinance was made."""
        artikel = id_.artikel or id_
        iri = self._vragen.naslag.iri(artikel)
        plek = self._vragen.naslag.plekken([iri]).get(iri)
        if plek is None:
            return None
        wijzigingen = self._vragen.geldigheid.geschiedenis(artikel, plek).wijzigingen
        dagen = [w.gegevens.in_werking for w in wijzigingen if w.gegevens.in_werking is not None]
        return max((d for d in dagen if gemaakt < d <= self._op), default=None)
