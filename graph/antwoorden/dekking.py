"""How far a regulation answers the duties of a law: the judgement of ``graph.relaties`` over what is in the store."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from pyoxigraph import NamedNode

from graph.antwoorden.naslag import Naslag, Werkversie, tekst, woord
from graph.antwoorden.relatiegegevens import Dekking, Dekkingsregel, Plichtgegevens, Relatiegegevens, Via
from graph.antwoorden.relaties import Relatievragen
from graph.antwoorden.structuur import Structuur
from graph.relaties import beoordeel
from ontologie.document import BepalingSoort, DocumentSoort
from ontologie.identificatie import BepalingId
from ontologie.relatie import Dekkingsrij, Regelvorm, Relatie, RelatieSoort, Sterkte

_BUITEN = frozenset(
    s.value for s in (BepalingSoort.TOELICHTING, BepalingSoort.LEESWIJZER, BepalingSoort.AANHEF, BepalingSoort.SLOT)
)


class Dekkingsvragen:
    """Questions about coverage."""

    def __init__(self, naslag: Naslag, structuur: Structuur, relaties: Relatievragen) -> None:
        self._naslag = naslag
        self._structuur = structuur
        self._relaties = relaties

    def dekking(self, verordening: str = "", wet: str = "") -> tuple[Dekking, ...]:
        """The coverage matrix of a regulation against a law: of every one that has relations, unless named.

        Raises:
            NietGevonden: a named regulation or law is not loaded.
        """
        if verordening:
            regelingen = [self._naslag.werkversie(verordening)]
        else:
            regelingen = [v for v in self._nieuwste("dekking-werken") if self._is_regeling(v)]
        wetten = [self._naslag.werkversie(wet)] if wet else self._nieuwste("regelplicht-werken")
        matrices: list[Dekking] = []
        for regeling in regelingen:
            relaties = self._relaties.van_werk(regeling)
            geraakt = {r.naar.werk for r, _ in relaties if _telt(r)}
            matrices += (self._matrix(regeling, w, relaties) for w in wetten if wet or w.werk in geraakt)
        return tuple(matrices)

    def regelingen_bij(self, wet: str) -> tuple[str, ...]:
        """The regulations that say in so many words that they fill in, or rest on, something in a law: short names."""
        return self._regelingen_bij.get(wet, ())

    @cached_property
    def _regelingen_bij(self) -> dict[str, tuple[str, ...]]:
        gevonden: dict[str, set[str]] = {}
        for rij in self._naslag.vraag("dekking-doelen"):
            doel = self._naslag.doel(tekst(rij, "naar"))
            if isinstance(doel, BepalingId):
                gevonden.setdefault(doel.werk, set()).add(tekst(rij, "werkversie"))
        regelingen = [v for v in self._naslag.nieuwste.values() if self._is_regeling(v)]
        return {wet: tuple(v.werk for v in regelingen if v.iri in iris) for wet, iris in gevonden.items()}

    def _nieuwste(self, vraag: str) -> list[Werkversie]:
        gevonden = {tekst(r, "werkversie") for r in self._naslag.vraag(vraag)}
        return [v for v in self._naslag.nieuwste.values() if v.iri in gevonden]

    def _is_regeling(self, werkversie: Werkversie) -> bool:
        return self._naslag.bronnen[werkversie.iri].soort in (DocumentSoort.VERORDENING, DocumentSoort.MODEL)

    def _matrix(
        self, regeling: Werkversie, wet: Werkversie, relaties: Sequence[tuple[Relatie, Relatiegegevens]]
    ) -> Dekking:
        plichten = self._relaties.plichten(wet, Regelvorm.VERORDENING)
        per_relatie = dict(relaties)
        per_plicht = {p.plicht_in: g for g, p in plichten}
        woorden = _Opslagwoorden(self._naslag, self._structuur, regeling, wet, per_relatie)
        rijen = beoordeel(per_relatie, (p for _, p in plichten), woorden)
        regels = tuple(_regel(rij, per_plicht[rij.plicht.plicht_in], per_relatie) for rij in rijen)
        bronnen = self._naslag.bronnen
        return Dekking(bronnen[regeling.iri], bronnen[wet.iri], regels, self._relaties.bevindingen(regeling.werk))


class _Opslagwoorden:
    """The words of what is in the store. Fulfils ``graph.relaties.Woordbron``."""

    def __init__(
        self,
        naslag: Naslag,
        structuur: Structuur,
        regeling: Werkversie,
        wet: Werkversie,
        gegevens: Mapping[Relatie, Relatiegegevens],
    ) -> None:
        self._naslag = naslag
        self._structuur = structuur
        self._regeling = regeling
        self._wet = wet
        self._gegevens = gegevens

    def van_wet(self, id_: BepalingId) -> str:
        versies = self._structuur.onderliggend(self._naslag.versie_iri(id_, self._wet), self._wet.iri)
        rijen = self._naslag.vraag_porties("teksten", "versies", versies)
        return " ".join(tekst(r, "tekst") for r in rijen)

    def van_regeling(self) -> Iterator[str]:
        if tekst(self._regeling.rij, "metTekst") != "true":
            return
        buiten: set[str] = set()
        for r in self._naslag.vraag("dekking-woorden", werkversie=NamedNode(self._regeling.iri)):
            # Parents come before their parts, so what lies in an explanation is known by its parent.
            if tekst(r, "ouder") in buiten or woord(r, "soort") in _BUITEN:
                buiten.add(tekst(r, "versie"))
                continue
            yield from (tekst(r, "opschrift"), tekst(r, "tekst"))

    def van_bewijs(self, relatie: Relatie) -> Iterator[str]:
        return (b.woorden for b in self._gegevens[relatie].bewijs)


def _telt(relatie: Relatie) -> bool:
    return relatie.sterkte is Sterkte.EXPLICIET and relatie.soort is not RelatieSoort.UITGESLOTEN


def _regel(rij: Dekkingsrij, plicht: Plichtgegevens, per_relatie: Mapping[Relatie, Relatiegegevens]) -> Dekkingsregel:
    id_ = rij.plicht.plicht_in
    door = tuple(replace(per_relatie[r], via=_via(r.naar, id_)) for r in rij.door)
    return Dekkingsregel(plicht, rij.oordeel, rij.reden, door, rij.voorbehoud, rij.binnen_grondslag)


def _via(naar: BepalingId, plicht_in: BepalingId) -> Via:
    if naar == plicht_in:
        return Via.ZELF
    return Via.ONDERDEEL if plicht_in in naar.voorouders() else Via.BOVENLIGGEND
