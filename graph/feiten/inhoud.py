"""One row of the reading model while it is made or changed, and how it is put in the file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import orjson

from graph.feiten.rijen import Verzamelingen, Wijzer, neem_weg, schrijf, schrijf_lijsten, schrijf_naam, voeg_toe
from ontologie.fouten import OpslagFout

Rij = tuple[str, str | None, str | None, str | None, str | None, str | None]
INVOEGEN = "INSERT OR REPLACE INTO ding VALUES (?, ?, ?, ?, ?, ?)"


@dataclass(slots=True)
class Inhoud:
    """The columns of a row as what they hold."""

    iri: str
    waarden: Verzamelingen = field(default_factory=dict)
    naar: Verzamelingen = field(default_factory=dict)
    delen: set[tuple[int | str, ...]] = field(default_factory=set)
    verwezen: Verzamelingen = field(default_factory=dict)

    @classmethod
    def lees(cls, iri: str, kolommen: Sequence[str | None]) -> Inhoud:
        """The columns besides the name, which follows from them."""
        waarden, naar, delen, verwezen = (orjson.loads(k) if k else {} for k in kolommen)
        als_sets = ({naam: set(alle) for naam, alle in lijsten.items()} for lijsten in (waarden, naar, verwezen))
        waarden, naar, verwezen = als_sets
        return cls(iri, waarden, naar, set(map(tuple, delen)), verwezen)

    def zet(self, wijzer: Wijzer, *, weg: bool = False) -> None:
        """Have what points here, or have it no more."""
        doe = neem_weg if weg else voeg_toe
        if wijzer.kolom == "delen":
            deel = tuple(orjson.loads(wijzer.gegeven))
            (self.delen.discard if weg else self.delen.add)(deel)
        elif wijzer.kolom != "naam":
            doe(self.naar if wijzer.kolom == "naar" else self.verwezen, wijzer.sleutel, wijzer.gegeven)

    def rij(self, opschrift: str) -> Rij:
        """``opschrift`` is the heading of its newest version."""
        return (
            self.iri,
            schrijf_lijsten(self.waarden),
            schrijf_lijsten(self.naar),
            schrijf(sorted(self.delen)),
            schrijf_lijsten(self.verwezen),
            schrijf_naam(self.waarden, opschrift),
        )


@contextmanager
def schrijffouten(pad: Path) -> Iterator[None]:
    """What goes wrong with the file at ``pad`` as an error of ours."""
    try:
        yield
    except (OSError, sqlite3.Error, orjson.JSONDecodeError) as fout:
        raise OpslagFout(
            f"{pad}: het leesmodel is niet te schrijven ({fout}).",
            advies="Controleer de schijfruimte, ook die voor tijdelijke bestanden, en de rechten.",
        ) from fout
