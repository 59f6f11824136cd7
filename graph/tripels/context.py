"""What every maker of quads of one source shares: its graph, its version, and the IRIs of what is in it."""

from __future__ import annotations

import re

from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from bronnen.register import Register
from graph.tripels.identiteit import Munt
from graph.tripels.namen import ZONDER_VERSIE
from ontologie.document import Document
from ontologie.fouten import BronFout
from ontologie.identificatie import BepalingId, basis, print_iri
from ontologie.termen import GRAAFBASIS

_VERSIE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?(_\d+)?")


class Broncontext:
    """One source version: ``graaf`` is its named graph, ``munt`` mints the identities that it names."""

    def __init__(self, document: Document, register: Register) -> None:
        """Raises BronFout where the version is no date that an IRI can carry."""
        self.document = document
        self.register = register
        self.munt = Munt(register)
        self.versie = document.versie or ZONDER_VERSIE
        if not _VERSIE.fullmatch(self.versie):
            raise BronFout(
                document.bron.naam, f"«{self.versie[:40]}» is geen versie: een datum als 2026-01-01 hoort hier"
            )
        self._versies: dict[BepalingId, NamedNode] = {}
        self.werkversie = self.versie_iri(BepalingId(document.werk))
        self.graaf = NamedNode(GRAAFBASIS + self.werkversie.value.removeprefix(basis()))

    def versie_iri(self, id_: BepalingId) -> NamedNode:
        """The IRI of a provision of this document in this version."""
        iri = self._versies.get(id_)
        if iri is None:
            iri = self._versies[id_] = NamedNode(print_iri(id_, self.versie, self.register))
        return iri

    def quad(self, onderwerp: NamedNode, eigenschap: NamedNode, waarde: NamedNode | Literal | BlankNode) -> Quad:
        """A quad in the graph of this source."""
        return Quad(onderwerp, eigenschap, waarde, self.graaf)
