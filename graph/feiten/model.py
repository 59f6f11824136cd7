"""What the questions of one provision ask of the graph, whoever answers: a SPARQL engine or the reading model.

``graph.feiten.bevraagd`` asks any store by SPARQL, ``graph.feiten.leesmodel`` looks it up in a file that the build made
of the same triples. Both give the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol

from graph.feiten.ding import Ding

#: The properties of our vocabulary that are followed backwards. References are not among them: some things have
#: thousands, and ``Feiten.verwijzingen_naar`` gives those. ``graph/vragen/naar-dingen.rq`` names the same.
TERUG = ("van", "staatIn", "relatieVan", "relatieNaar", "plichtIn", "in", "lichtToe")


class Naamgegevens(NamedTuple):
    """What to show for an identity: provision apart from versions, work or external source. "" where there is none."""

    iri: str
    label: str
    kort: str  # the short notation
    adres: str  # the official address of an external source
    #: The heading in its newest loaded version.
    opschrift: str
    #: The IRIs of its loaded versions, in any order.
    versies: tuple[str, ...]


class Kind(NamedTuple):
    """A sub-provision in a version: IRI of its version, IRI apart from versions, last part of its kind ("lid")."""

    versie: str
    bepaling: str
    soort: str


class Deel(NamedTuple):
    """A provision in a version: IRI of its version, IRI apart from versions."""

    versie: str
    bepaling: str


class Verwijzingnaar(NamedTuple):
    """A reference: its IRI, what it points at, and the version of the work that it stands in."""

    verwijzing: str
    doel: str
    werkversie: str


class Feiten(Protocol):
    """The facts of one state of a store. All methods raise ``OpslagFout`` where it is damaged or unreachable."""

    def sluit(self) -> None:
        """Let go of files of its own; the store is its owner's."""

    def dingen(self, iris: Sequence[str]) -> dict[str, Ding]:
        """All that is said of some things and that an answer shows; those of which nothing is said are left out."""

    def naar(self, eigenschap: str, iris: Sequence[str]) -> dict[tuple[str, str], list[str]]:
        """What points at some things by a property of ``TERUG``, by (to, property).

        Other properties may come along; where all of a thing are there, so is (to, "").
        """

    def namen(self, iris: Sequence[str]) -> list[Naamgegevens]:
        """How some identities are called; those that the graph does not know are left out."""

    def kinderen(self, versie: str) -> tuple[Kind, ...]:
        """The sub-provisions of a version of a provision or work, in reading order."""

    def onderliggend(self, versie: str) -> tuple[Deel, ...]:
        """A version of a provision and everything in it, in reading order; of a version of a work what is in it."""

    def onder(self, bepaling: str) -> tuple[str, ...]:
        """What is below a provision by identity, also what no loaded document holds, in any order."""

    def verwijzingen_naar(self, doelen: Iterable[str]) -> list[Verwijzingnaar]:
        """The references to exactly these, from all loaded versions."""

    def aangehaald(self, zonder: Sequence[str]) -> list[tuple[str, int]]:
        """All that references name and how many do, the most first; those in the versions ``zonder`` do not count."""

    def aantal_naar(self, doelen: Iterable[str]) -> list[tuple[str, str, int]]:
        """How many they are, as (target, version of the citing work, number)."""
