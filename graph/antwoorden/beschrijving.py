"""What the graph says of one thing, with labels of it and of what it points at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Triple

from graph.antwoorden.benamingen import Benamingen, is_van_ons
from graph.antwoorden.naslag import Naslag
from graph.antwoorden.structuur import Structuur
from graph.tripels.termen import LABEL, nederlands
from graph.vraag import laad_vraag
from ontologie.fouten import IdentificatieFout, NietGevonden
from ontologie.identificatie import parse_iri

#: Things pointed at that get a label made for them; a work points at thousands.
LABELS_MAX = 500


@dataclass(frozen=True, slots=True)
class Beschrijving:
    """``tripels`` holds the label of the thing itself (``label``, "" where there is none) and of what it points at."""

    iri: str
    label: str
    tripels: tuple[Triple, ...]


class Beschrijvingen:
    """Descriptions of things by their IRI, and labels of many at once."""

    def __init__(self, naslag: Naslag, structuur: Structuur) -> None:
        self._naslag = naslag
        self._structuur = structuur
        self._benamingen = Benamingen(naslag)

    def labels(self, iris: Iterable[str]) -> dict[str, str]:
        """What to call anything in the graph, its graphs and its vocabulary, in Dutch; "" where there is no label."""
        return self._benamingen.labels(iris)

    def van(self, iri: str) -> Beschrijving:
        """What is said of a thing; of what is only pointed at its label.

        Labels that are not stored are made: of the thing itself, and of at most ``LABELS_MAX`` things of ours that it
        points at.

        Raises:
            IdentificatieFout: it is no IRI.
            NietGevonden: nothing is said of it; ``suggesties`` are near matches where a provision was meant.
        """
        try:
            knoop = NamedNode(iri)
        except ValueError as fout:
            raise IdentificatieFout(f"«{iri[:200]}» is geen IRI.") from fout
        tripels = list(laad_vraag("beschrijving").construeer(self._naslag.opslag, iri=knoop))
        if not tripels and not self._alleen_aangewezen(knoop):
            self._wijs_na(iri)
            raise NietGevonden(f"Over «{iri[:200]}» staat niets in de kennisgraaf.")
        gelabeld = {t.subject: t.object for t in tripels if t.predicate == LABEL}
        doelen = {o.value for t in tripels if isinstance(o := t.object, NamedNode) and o not in gelabeld}
        zonder = sorted(d for d in doelen - {iri} if is_van_ons(d))[:LABELS_MAX]
        gemaakt = self.labels([*zonder, *(() if knoop in gelabeld else (iri,))])
        tripels += (Triple(NamedNode(i), LABEL, nederlands(label)) for i, label in gemaakt.items() if label)
        eigen = gelabeld.get(knoop)
        label = eigen.value if isinstance(eigen, Literal) else gemaakt.get(iri, "")
        return Beschrijving(iri, label, tuple(tripels))

    def _alleen_aangewezen(self, knoop: NamedNode) -> bool:
        """Whether nothing is said of it, but it has a name and is pointed at: the graph of identities."""
        naam = self.labels([knoop.value])[knoop.value]
        return naam != "" and laad_vraag("aangewezen").klopt(self._naslag.opslag, iri=knoop)

    def _wijs_na(self, iri: str) -> None:
        """Name what is near, where a provision was meant that is not there.

        Raises:
            NietGevonden: it was; with suggestions.
        """
        try:
            gevraagd = parse_iri(iri, self._naslag.register)
        except IdentificatieFout:
            return
        self._structuur.zoek(gevraagd.id, gevraagd.versie)
