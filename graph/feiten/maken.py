"""Make the reading model (``graph.feiten.rijen``).

One SQLite table of one row an IRI: what a page asks is a few look-ups by key instead of some dozens of joins.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import groupby
from pathlib import Path
from types import TracebackType

import orjson
from pyoxigraph import Quad

from graph.feiten.inhoud import INVOEGEN, Inhoud, Rij, schrijffouten
from graph.feiten.rijen import VERSIE, Wijzer, schrijf_lijsten, verzamel, voeg_toe, wijzers

_TABEL = """
CREATE TABLE ding (iri TEXT PRIMARY KEY, waarden TEXT, naar TEXT, delen TEXT, verwezen TEXT, naam TEXT) WITHOUT ROWID;
CREATE INDEX aangehaald ON ding (iri) WHERE verwezen IS NOT NULL;
"""
#: A row that does not fit in a quarter of a page goes on in pages of its own, which are mostly empty.
_BLAD = "PRAGMA page_size = 16384"
#: What is collected before it is put in order; SQLite keeps it in memory as far as that is small.
_VERZAMELD = """
CREATE TABLE stuk (iri TEXT NOT NULL, waarden TEXT NOT NULL);
CREATE TABLE wijst (naar TEXT NOT NULL, kolom TEXT NOT NULL, sleutel TEXT NOT NULL, gegeven TEXT NOT NULL);
"""


class Leesmodelmaker:
    """Collects quads and writes the file at ``pad`` from all of them. Use it with ``with``.

    Raises (all methods):
        OpslagFout: the file cannot be written; what stood at ``pad`` is still there.
    """

    def __init__(self, pad: Path) -> None:
        self._pad = pad
        with schrijffouten(pad):
            self._db = sqlite3.connect("")
            self._db.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN;" + _VERZAMELD)

    def __enter__(self) -> Leesmodelmaker:
        return self

    def __exit__(
        self, _soort: type[BaseException] | None, _fout: BaseException | None, _tb: TracebackType | None
    ) -> None:
        self._db.close()

    def voeg_toe(self, quads: Iterable[Quad]) -> None:
        """Add everything that one source says. Of an identity several sources may say something, also the same."""
        gezegd = verzamel(quads)
        with schrijffouten(self._pad):
            self._db.executemany(
                "INSERT INTO stuk VALUES (?, ?)", ((iri, schrijf_lijsten(eigen)) for iri, eigen in gezegd.items())
            )
            # What points from an identity hangs on one property, so that sources need not be put together for it.
            rond = (wijzer for iri, eigen in gezegd.items() for wijzer in wijzers(iri, eigen))
            self._db.executemany("INSERT INTO wijst VALUES (?, ?, ?, ?)", rond)

    def voltooi(self) -> None:
        """Put what was collected in order and in place."""
        tijdelijk = self._pad.with_name(f"{self._pad.name}.{os.getpid()}.nieuw")
        try:
            with schrijffouten(self._pad):
                tijdelijk.unlink(missing_ok=True)
                with closing(sqlite3.connect(tijdelijk)) as db:
                    # The file is thrown away when the build does not complete, so it needs no journal.
                    db.executescript(f"{_BLAD}; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN; {_TABEL}")
                    db.executemany(INVOEGEN, self._rijen())
                    db.execute(f"PRAGMA user_version = {VERSIE}")
                    db.commit()
                tijdelijk.replace(self._pad)
        finally:
            tijdelijk.unlink(missing_ok=True)

    def _rijen(self) -> Iterator[Rij]:
        """All rows in the order of the file, so that it is written without gaps."""
        stukken = _per_iri(self._db.execute("SELECT DISTINCT iri, waarden FROM stuk ORDER BY iri"))
        wijst = _per_iri(
            self._db.execute("SELECT DISTINCT naar, kolom, sleutel, gegeven FROM wijst ORDER BY naar, kolom, sleutel")
        )
        eigen, ander = next(stukken, None), next(wijst, None)
        while eigen is not None or ander is not None:
            iri = min(paar[0] for paar in (eigen, ander) if paar is not None)
            waarden: list[str] = []
            rond: list[Wijzer] = []
            if eigen is not None and eigen[0] == iri:
                waarden = [rij[1] for rij in eigen[1]]
                eigen = next(stukken, None)
            if ander is not None and ander[0] == iri:
                rond = [Wijzer(*rij) for rij in ander[1]]
                ander = next(wijst, None)
            rij = _rij(iri, waarden, rond)
            if any(rij[1:]):
                yield rij


def _per_iri(rijen: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, list[tuple[str, ...]]]]:
    for iri, groep in groupby(rijen, key=lambda rij: rij[0]):
        yield iri, list(groep)


def _rij(iri: str, stukken: list[str], rond: list[Wijzer]) -> Rij:
    koppen: dict[str, str] = dict(orjson.loads(w.gegeven) for w in rond if w.kolom == "naam")
    inhoud = Inhoud(iri)
    for wijzer in rond:
        inhoud.zet(wijzer)
    for stuk in stukken:
        for naam, alle in orjson.loads(stuk).items():
            for waarde in alle:
                voeg_toe(inhoud.waarden, naam, waarde)
    versies = inhoud.waarden.get("has_member")
    return inhoud.rij(koppen.get(max(versies), "") if versies else "")
