"""What a build adds for time besides the documents: established facts and histories of regulations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from pyoxigraph import Quad

from bronnen.lezen import Bijbestand
from bronnen.register import Register
from bronnen.vaststellingen import Vaststellingen
from bronnen.wti import Wti
from graph.tijd.geschiedenis import geschiedenisquads
from graph.tijd.vaststelling import Vaststellingscontrole
from ontologie.document import Document


class Tijdbouw:
    """Show it every document that is stored (with its text where there is any), then take its quads."""

    def __init__(
        self, vaststellingen: Iterable[Vaststellingen], bijbestanden: Iterable[Bijbestand], register: Register
    ) -> None:
        self._register = register
        self._controle = Vaststellingscontrole(vaststellingen, register)
        self._histories = tuple(b for b in bijbestanden if isinstance(b, Wti))

    def kent(self, werk: str, versie: str) -> bool:
        """Whether a fact is about this version, or rests on it: only such a document need be shown."""
        return self._controle.kent(werk, versie)

    def bekijk(self, document: Document) -> None:
        self._controle.bekijk(document)

    def quads(self, nu: datetime) -> Iterator[Quad]:
        """The facts that hold, and the histories."""
        yield from self._controle.quads(nu)
        for wti in self._histories:
            yield from geschiedenisquads(wti, self._register, nu)

    def opmerkingen(self) -> tuple[str, ...]:
        """A Dutch sentence for every fact that does not hold against the loaded documents."""
        return self._controle.opmerkingen()
