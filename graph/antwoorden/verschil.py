"""How two loaded versions differ, from what the store holds of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from pyoxigraph import NamedNode

from graph.antwoorden.gegevens import LIMIET, Lijst, Plek
from graph.antwoorden.naslag import Naslag, Werkversie, controleer_deel, tekst, woord
from graph.antwoorden.structuur import Structuur
from graph.antwoorden.tijdgegevens import Verschilregel, Versiesverschil
from graph.feiten.ding import RG, Ding
from graph.tijd import Deel, vergelijk_delen
from graph.tijd.uitlijning import woorden
from ontologie.document import BepalingSoort
from ontologie.fouten import InvoerFout, NietGevonden
from ontologie.identificatie import BepalingId, parse_iri
from ontologie.wijziging import Verschil, Versieverschil

_ARTIKEL = RG + BepalingSoort.ARTIKEL.value


class Verschilvragen:
    """Questions about two versions. The last versions and differences asked for are kept."""

    def __init__(self, naslag: Naslag, structuur: Structuur) -> None:
        self._naslag = naslag
        self._structuur = structuur
        # About 2 MB for a large law.
        self._delen = lru_cache(maxsize=8)(self._lees_delen)
        self._verschil = lru_cache(maxsize=8)(self._vergelijk)

    def verschil(
        self, oud: Werkversie, nieuw: Werkversie, id_: BepalingId | None = None, limiet: int = LIMIET, vanaf: int = 0
    ) -> Versiesverschil:
        """The differences of two versions of a work, or of one provision and what is in it, in reading order.

        Raises:
            InvoerFout: they are versions of different works, or the same version.
        NietGevonden: neither version has the provision.
        """
        controleer_deel(limiet, vanaf)
        if oud.werk != nieuw.werk or oud.iri == nieuw.iri:
            raise InvoerFout("Vergelijk twee verschillende versies van hetzelfde werk.")
        if id_ is not None and self._deel(id_, oud) is None and self._deel(id_, nieuw) is None:
            raise NietGevonden(f"{id_} staat in geen van beide versies.")
        geheel = self._verschil(oud.iri, nieuw.iri)
        gevraagd = geheel.verschillen if id_ is None else self._rakend(id_, oud, nieuw)
        teksten = {iri: {d.id: d for d in self._delen(iri)} for iri in (oud.iri, nieuw.iri)}
        deel = gevraagd[vanaf : vanaf + limiet]
        plekken = self._naslag.plekken(self._naslag.iri(i) for v in deel for i in (v.oud, v.nieuw) if i is not None)
        regels = tuple(
            self._regel(v, plekken, teksten[oud.iri].get(v.oud or v.bepaling), teksten[nieuw.iri].get(v.bepaling))
            for v in deel
        )
        bronnen = self._naslag.bronnen
        return Versiesverschil(
            bronnen[oud.iri], bronnen[nieuw.iri], geheel, Lijst(regels, len(gevraagd), vanaf, limiet)
        )

    def _regel(self, v: Verschil, plekken: dict[str, Plek], oud: Deel | None, nieuw: Deel | None) -> Verschilregel:
        def plek(id_: BepalingId | None) -> Plek | None:
            return plekken.get(self._naslag.iri(id_)) if id_ is not None else None

        oud, nieuw = (oud if v.oud is not None else None), (nieuw if v.nieuw is not None else None)
        return Verschilregel(
            v,
            plek(v.oud),
            plek(v.nieuw),
            oud.tekst if oud else "",
            nieuw.tekst if nieuw else "",
            oud.opschrift if oud else "",
            nieuw.opschrift if nieuw else "",
        )

    def _vergelijk(self, oud: str, nieuw: str) -> Versieverschil:
        links, rechts = self._naslag.bronnen[oud], self._naslag.bronnen[nieuw]
        return vergelijk_delen(
            self._naslag.werkversies[nieuw].werk,
            (links.versie.naam, self._delen(oud)),
            (rechts.versie.naam, self._delen(nieuw)),
            met_tekst=links.met_tekst and rechts.met_tekst,
        )

    def _lees_delen(self, werkversie: str) -> tuple[Deel, ...]:
        werk = BepalingId(self._naslag.werkversies[werkversie].werk)
        uit = [Deel(werk, BepalingSoort.REGELING, -1, "", "")]
        plaats = {werkversie: 0}
        for rij in self._naslag.vraag("versie-delen", werkversie=NamedNode(werkversie)):
            versie = tekst(rij, "versie")
            plaats[versie] = len(uit)
            uit.append(
                Deel(
                    parse_iri(versie, self._naslag.register).id,
                    BepalingSoort(woord(rij, "soort")),
                    plaats[tekst(rij, "ouder")],
                    tekst(rij, "opschrift"),
                    tekst(rij, "tekst"),
                    tekst(rij, "vervallen") == "true",
                    tekst(rij, "nietInWerking") != "true",
                    tekst(rij, "stamId"),
                    tekst(rij, "versieId"),
                )
            )
        return tuple(uit)

    # --- one provision ---

    def gelijk(self, id_: BepalingId, oud: Werkversie, nieuw: Werkversie) -> bool | None:
        """Whether a provision, with all that is in it, is the same in two versions; None where that cannot be told.

        In a chapter are its articles, though their identity does not name it.
        """
        met_tekst = all(self._naslag.bronnen[v.iri].met_tekst for v in (oud, nieuw))
        if id_.stappen:
            iris = [self._naslag.versie_iri(id_, v) for v in (oud, nieuw)]
            if not self._structuur.versies(id_).issuperset(iris):
                return None
            links, rechts = self._stukken(id_, oud), self._stukken(id_, nieuw)
            if links == rechts:
                return True if met_tekst or _met_versie_ids(links) else None
            if _anders(links, rechts):
                return False
        # Renumbered, moved, or in another display of the source: only comparing the whole works tells.
        if self._rakend(id_, oud, nieuw):
            return False
        return True if met_tekst else None

    def _rakend(self, id_: BepalingId, oud: Werkversie, nieuw: Werkversie) -> list[Verschil]:
        """The differences in a provision and in all that stands in it, in either version."""
        verschillen = self._verschil(oud.iri, nieuw.iri).verschillen
        binnen = {i for versie in (oud, nieuw) for i in self._binnen(id_, versie)}
        return [v for v in verschillen if v.oud in binnen or v.nieuw in binnen]

    def _binnen(self, id_: BepalingId, werkversie: Werkversie) -> Iterator[BepalingId]:
        """A provision and all that stands in it, in reading order."""
        plaatsen: set[int] = set()
        for n, deel in enumerate(self._delen(werkversie.iri)):
            if deel.id == id_ or deel.ouder in plaatsen:
                plaatsen.add(n)
                yield deel.id

    def is_vervallen(self, id_: BepalingId, werkversie: Werkversie) -> bool:
        versie = self._naslag.versie_iri(id_, werkversie)
        return any(d.waar("vervallen") for d in self._naslag.dingen([versie]).values())

    def _stukken(self, id_: BepalingId, werkversie: Werkversie) -> dict[str, _Stuk]:
        """A provision and everything in it, by its place in the work."""
        versie = self._naslag.versie_iri(id_, werkversie)
        rond = [v for v, _ in self._structuur.voorouders(versie)]
        # What is not in force holds nothing that is.
        buiten = set(rond) if any(d.waar("nietInWerking") for d in self._naslag.dingen(rond).values()) else set()
        basis = len(werkversie.iri)
        uit: dict[str, _Stuk] = {}
        for iri, ding in self._naslag.dingen(self._structuur.onderliggend(versie, werkversie.iri)).items():
            if ding.waar("nietInWerking") or ding.tekst("is_part_of") in buiten:
                buiten.add(iri)
            uit[iri[basis:]] = _stuk(ding, basis, in_werking=iri not in buiten)
        return uit

    def _deel(self, id_: BepalingId, werkversie: Werkversie) -> Deel | None:
        return next((d for d in self._delen(werkversie.iri) if d.id == id_), None)


@dataclass(frozen=True, slots=True)
class _Stuk:
    """What can differ of one provision between two versions."""

    ouder: str
    soort: str
    opschrift: str
    tekst: str
    vervallen: bool
    in_werking: bool
    stam_id: str
    versie_id: str


def _stuk(ding: Ding, basis: int, *, in_werking: bool) -> _Stuk:
    return _Stuk(
        ding.tekst("is_part_of")[basis:],
        ding.tekst("type_subdivision"),
        ding.tekst("opschrift"),
        ding.tekst("tekst"),
        ding.waar("vervallen"),
        in_werking,
        ding.tekst("stamId"),
        ding.tekst("versieId"),
    )


def _met_versie_ids(stukken: Mapping[str, _Stuk]) -> bool:
    """Whether the source has an id of the version of each article in it: equal ids tell without words that all is."""
    artikelen = [s for s in stukken.values() if s.soort == _ARTIKEL]
    return bool(artikelen) and all(s.versie_id for s in artikelen)


def _anders(links: Mapping[str, _Stuk], rechts: Mapping[str, _Stuk]) -> bool:
    """Whether any provision that both have is another version by the source, or has other words and is in force.

    White space is no difference. The ids of what is above articles are about its heading alone.
    """
    for plaats, een in links.items():
        if (ander := rechts.get(plaats)) is None:
            continue
        if een.soort == _ARTIKEL and een.versie_id and ander.versie_id and een.versie_id != ander.versie_id:
            return True
        if (een.in_werking or ander.in_werking) and (
            _woorden(een.opschrift, ander.opschrift) or _woorden(een.tekst, ander.tekst)
        ):
            return True
    return False


def _woorden(een: str, ander: str) -> bool:
    return een != ander and [m[0] for m in woorden(een)] != [m[0] for m in woorden(ander)]
