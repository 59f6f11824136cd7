"""What is said of one thing in the graph, by property."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from pyoxigraph import NamedNode

from graph.opslag import Rij

RG = "https://w3id.org/regelgraaf/def#"


@lru_cache(maxsize=1024)
def eigenschapsnaam(iri: str) -> str:
    """A property without the address of its vocabulary: "tekst" of ``rg:tekst``, "number" of ``eli:number``."""
    return iri[max(iri.rfind("#"), iri.rfind("/")) + 1 :]


class Ding:
    """The values of the properties of one thing. Do not change it: it is kept and shared."""

    __slots__ = ("_waarden", "iri")

    def __init__(self, iri: str, waarden: dict[str, list[str]]) -> None:
        self.iri = iri
        self._waarden = waarden

    def __contains__(self, naam: str) -> bool:
        return naam in self._waarden

    def namen(self) -> Iterable[str]:
        """The properties that it has."""
        return self._waarden

    def alle(self, naam: str) -> Sequence[str]:
        """The values of a property, in any order."""
        return self._waarden.get(naam, ())

    def tekst(self, naam: str) -> str:
        """The value of a property as text, "" where it has none."""
        waarden = self._waarden.get(naam)
        return waarden[0] if waarden else ""

    def woord(self, naam: str) -> str:
        """The last part of a term of our vocabulary: "artikel" of ``rg:artikel``."""
        return self.tekst(naam).removeprefix(RG)

    def getal(self, naam: str) -> int:
        """The value of a property as a number, -1 where it has none."""
        waarden = self._waarden.get(naam)
        return int(waarden[0]) if waarden else -1

    def waar(self, naam: str) -> bool:
        """Whether a property is said to be true."""
        return self.tekst(naam) == "true"


def genummerd(iris: Iterable[str]) -> list[tuple[int, NamedNode]]:
    """Things as rows for a query that names each by its number: an engine gives a number sooner than an IRI."""
    return [(n, NamedNode(iri)) for n, iri in enumerate(iris)]


def lees_dingen(rijen: Iterable[Rij], iris: Sequence[str]) -> dict[str, Ding]:
    """Things by their IRI, in the order of ``iris``, from rows with ``n``, ``eigenschap`` and ``waarde``."""
    gelezen: dict[str, dict[str, list[str]]] = {}
    for rij in rijen:
        n, naam, waarde = rij["n"].value, eigenschapsnaam(rij["eigenschap"].value), rij["waarde"].value
        waarden = gelezen.get(n)
        if waarden is None:
            gelezen[n] = {naam: [waarde]}
        elif (eerder := waarden.get(naam)) is None:
            waarden[naam] = [waarde]
        elif waarde not in eerder:
            eerder.append(waarde)
    return {iri: Ding(iri, gelezen[n]) for iri, n in zip(iris, map(str, range(len(iris))), strict=True) if n in gelezen}
