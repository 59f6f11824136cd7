"""Make the reading model (``graph.feiten.rijen``), or bring it up to date with what changed in the store.

One SQLite table of one row an IRI: what a page asks is a few look-ups by key instead of some dozens of joins.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from types import TracebackType

import orjson
from pyoxigraph import Quad

from graph.feiten.rijen import (
    VERSIE,
    Waarden,
    Wijzer,
    eerste,
    gezegde,
    neem_weg,
    schrijf,
    schrijf_lijsten,
    schrijf_naam,
    verzamel,
    voeg_toe,
    wijzers,
)
from ontologie.fouten import OpslagFout

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
_INVOEGEN = "INSERT OR REPLACE INTO ding VALUES (?, ?, ?, ?, ?, ?)"
_Rij = tuple[str, str | None, str | None, str | None, str | None, str | None]


class Leesmodelmaker:
    """Collects quads and writes the file at ``pad`` from all of them. Use it with ``with``.

    Raises (all methods):
        OpslagFout: the file cannot be written; what stood at ``pad`` is still there.
    """

    def __init__(self, pad: Path) -> None:
        self._pad = pad
        with _fouten(pad):
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
        with _fouten(self._pad):
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
            with _fouten(self._pad):
                tijdelijk.unlink(missing_ok=True)
                with closing(sqlite3.connect(tijdelijk)) as db:
                    # The file is thrown away when the build does not complete, so it needs no journal.
                    db.executescript(f"{_BLAD}; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN; {_TABEL}")
                    db.executemany(_INVOEGEN, self._rijen())
                    db.execute(f"PRAGMA user_version = {VERSIE}")
                    db.commit()
                tijdelijk.replace(self._pad)
        finally:
            tijdelijk.unlink(missing_ok=True)

    def _rijen(self) -> Iterator[_Rij]:
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


def _rij(iri: str, stukken: list[str], rond: list[Wijzer]) -> _Rij:
    koppen: dict[str, str] = dict(orjson.loads(w.gegeven) for w in rond if w.kolom == "naam")
    inhoud = _Inhoud(iri)
    for wijzer in rond:
        inhoud.zet(wijzer)
    for stuk in stukken:
        for naam, alle in orjson.loads(stuk).items():
            for waarde in alle:
                voeg_toe(inhoud.waarden, naam, waarde)
    versies = inhoud.waarden.get("has_member")
    return inhoud.rij(koppen.get(max(versies), "") if versies else "")


@dataclass(slots=True)
class _Inhoud:
    """One row while it is changed."""

    iri: str
    waarden: Waarden = field(default_factory=dict)
    naar: dict[str, list[str]] = field(default_factory=dict)
    delen: list[list[int | str]] = field(default_factory=list)
    verwezen: dict[str, list[str]] = field(default_factory=dict)

    @classmethod
    def lees(cls, iri: str, kolommen: Sequence[str | None]) -> _Inhoud:
        """The columns besides the name, which follows from them."""
        waarden, naar, delen, verwezen = (orjson.loads(k) if k else None for k in kolommen)
        return cls(iri, waarden or {}, naar or {}, delen or [], verwezen or {})

    def zet(self, wijzer: Wijzer, *, weg: bool = False) -> None:
        """Have what points here, or have it no more."""
        doe = neem_weg if weg else voeg_toe
        if wijzer.kolom == "delen":
            deel = orjson.loads(wijzer.gegeven)
            if weg and deel in self.delen:
                self.delen.remove(deel)
            elif not weg and deel not in self.delen:
                self.delen.append(deel)
        elif wijzer.kolom != "naam":
            doe(self.naar if wijzer.kolom == "naar" else self.verwezen, wijzer.sleutel, wijzer.gegeven)

    def rij(self, opschrift: str) -> _Rij:
        """``opschrift`` is the heading of its newest version."""
        return (
            self.iri,
            schrijf_lijsten(self.waarden),
            schrijf_lijsten(self.naar),
            schrijf(sorted(self.delen)),
            schrijf_lijsten(self.verwezen),
            schrijf_naam(self.waarden, opschrift),
        )


def werk_leesmodel_bij(pad: Path, weg: Iterable[Quad], erbij: Iterable[Quad]) -> None:
    """Change the file at ``pad`` as the store changed: which quads went, and then which came.

    The file is written to in place: work on a copy that nobody reads yet.

    Raises:
        OpslagFout: the file is not there, damaged or cannot be written.
    """
    with _fouten(pad):
        if not pad.is_file():
            raise FileNotFoundError(pad)
        with closing(sqlite3.connect(pad)) as db:
            db.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN")
            _Bijwerking(db).voer_uit(weg, erbij)
            db.commit()


class _Bijwerking:
    """The rows that change, read when they are first needed and written at the end."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._inhoud: dict[str, _Inhoud] = {}

    def voer_uit(self, weg: Iterable[Quad], erbij: Iterable[Quad]) -> None:
        anders: dict[str, list[Wijzer]] = {}
        for doe, quads in ((neem_weg, weg), (voeg_toe, erbij)):
            for quad in quads:
                if (gezegd := gezegde(quad)) is None:
                    continue
                iri, eigenschap, waarde = gezegd
                inhoud = self._van(iri)
                if iri not in anders:
                    anders[iri] = wijzers(iri, inhoud.waarden)
                doe(inhoud.waarden, eigenschap, waarde)
        for iri, voorheen in anders.items():
            nu = wijzers(iri, self._inhoud[iri].waarden)
            for wijzer in set(voorheen) - set(nu):
                self._van(wijzer.naar).zet(wijzer, weg=True)
            for wijzer in set(nu) - set(voorheen):
                self._van(wijzer.naar).zet(wijzer)
        for iri in list(self._inhoud):
            rij = self._inhoud[iri].rij(self._opschrift(iri))
            if any(rij[1:]):
                self._db.execute(_INVOEGEN, rij)
            else:
                self._db.execute("DELETE FROM ding WHERE iri = ?", (iri,))

    def _van(self, iri: str) -> _Inhoud:
        inhoud = self._inhoud.get(iri)
        if inhoud is None:
            rij = self._db.execute("SELECT waarden, naar, delen, verwezen FROM ding WHERE iri = ?", (iri,)).fetchone()
            inhoud = self._inhoud[iri] = _Inhoud.lees(iri, rij) if rij else _Inhoud(iri)
        return inhoud

    def _opschrift(self, iri: str) -> str:
        versies = self._inhoud[iri].waarden.get("has_member")
        if not versies:
            return ""
        nieuwste = self._van(max(versies)).waarden
        return eerste(nieuwste, "opschrift") if iri in nieuwste.get("is_member_of", ()) else ""


@contextmanager
def _fouten(pad: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, sqlite3.Error, orjson.JSONDecodeError) as fout:
        raise OpslagFout(
            f"{pad}: het leesmodel is niet te schrijven ({fout}).", advies="Controleer de schijfruimte en de rechten."
        ) from fout
