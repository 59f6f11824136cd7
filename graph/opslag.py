"""What every store can do: answer SPARQL, take quads, replace one named graph.

Two engines fulfil it: ``graph.oxigraph.Oxigraph`` (embedded, on disk or in memory) and ``graph.extern.ExterneOpslag``
(any SPARQL 1.1 engine). Queries see the union of all named graphs as the default graph. Terms, triples and quads are
pyoxigraph's on both sides. Stored questions with parameters are in ``graph.vraag``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

Term = NamedNode | Literal | BlankNode
#: One solution: the value of each bound variable, by name without ``?``. An unbound variable is absent.
Rij = dict[str, Term]


@dataclass(frozen=True, slots=True)
class Tabel:
    """The answer to a SELECT: the names of its variables, in order, and its solutions (an iterator: read it once)."""

    variabelen: tuple[str, ...]
    rijen: Iterator[Rij]


#: A table for SELECT, a truth value for ASK, triples for CONSTRUCT and DESCRIBE.
Antwoord = Tabel | bool | Iterator[Triple]


class Opslag(Protocol):
    """A store of quads that answers SPARQL 1.1."""

    def bevraag(
        self, sparql: str, *, standaard: Sequence[NamedNode] = (), benoemd: Sequence[NamedNode] = ()
    ) -> Antwoord:
        """Answer one query; solutions come as the caller iterates.

        ``standaard`` and ``benoemd`` are the default and named graphs of the dataset asked for (SPARQL 1.1 Protocol,
        2.1.4); one of them given, they replace what the query says. Without, and without FROM in the query, the default
        graph is the union of all named graphs.

        Raises:
            VraagFout: the query is malformed, an update, or reaches out (SERVICE).
            GrensBereikt: a time limit stopped it (also while iterating).
            OpslagFout: the store is damaged or unreachable (also while iterating).
        """

    def laad(self, quads: Iterable[Quad]) -> int:
        """Add many quads fast, as they come, and return how many were given. Not atomic.

        Raises:
            OpslagFout: the store cannot take them.
        """

    def vervang(self, graaf: NamedNode, quads: Iterable[Quad]) -> None:
        """Put ``quads`` in the place of everything in one named graph (quads of other graphs are added to theirs).

        A store that can do so does it at once, or not at all; ``quads`` must fit in memory.

        Raises:
            OpslagFout: the store cannot take them.
        """

    def sluit(self) -> None:
        """Let go of files and connections. The store cannot be used after."""
