"""From a document to its references and relations, with a record of what was asked meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from bronnen.register import Regeling, Register
from graph.boom import Doelboom
from graph.codeversie import codesom
from graph.relaties import Bibliotheek, leid_af
from graph.sporen import Volgboom, Volgregister, Vragen
from graph.verwijzing import Herkenner
from ontologie.document import Document
from ontologie.relatie import Afleiding
from ontologie.verwijzing import Verwijzing


def verwerkcode() -> str:
    """Version of the part of the program that makes quads of a document and of what is kept beside the store."""
    return codesom(
        "graph.verwerker",
        "graph.verwijzing",
        "graph.relaties",
        "graph.tripels",
        "graph.zoeken.index",
        "graph.feiten.maken",
        "graph.feiten.bijwerken",
    )


class Verwerker:
    """Recognises and derives. ``register`` is to be used for whatever else is made of the same document."""

    def __init__(self, register: Iterable[Regeling], boom: Doelboom, vind: Callable[[str], Document | None]) -> None:
        self.register: Register = Volgregister(register)
        self._boom = Volgboom(boom)
        self._herkenner = Herkenner(self.register, self._boom)
        self._bibliotheek = Bibliotheek(self.register, vind)

    def verwijzingen(self, document: Document) -> Sequence[Verwijzing]:
        return self._herkenner.verwijzingen(document).verwijzingen

    def leid_af(self, document: Document, verwijzingen: Iterable[Verwijzing]) -> Afleiding:
        return leid_af(document, verwijzingen, self._bibliotheek)

    def vragen(self) -> Vragen:
        """What was asked since the last time."""
        assert isinstance(self.register, Volgregister)
        boeken, self._bibliotheek.gevraagd = frozenset(self._bibliotheek.gevraagd), set()
        return Vragen(self.register.neem(), self._boom.neem(), boeken)


@dataclass(frozen=True, slots=True)
class Verwerkt:
    """A document with all that follows from it."""

    document: Document
    verwijzingen: Sequence[Verwijzing]
    afleiding: Afleiding
