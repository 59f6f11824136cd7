"""Bring the reading model up to date with what changed in the store."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType

from pyoxigraph import NamedNode, Quad, Store

from graph.feiten.inhoud import INVOEGEN, Inhoud, schrijffouten
from graph.feiten.rijen import Wijzer, eerste, gezegde, neem_weg, voeg_toe, wijzers


class Leesmodelbijwerker:
    """Changes the file at ``pad`` as ``store`` changes. Use it with ``with``.

    The file is written to in place: work on a copy that nobody reads yet, and throw it away when the block fails.

    Raises (all methods):
        OpslagFout: the file is not there, damaged or cannot be written.
    """

    def __init__(self, pad: Path, store: Store) -> None:
        self._pad = pad
        self._store = store
        with schrijffouten(pad):
            if not pad.is_file():
                raise FileNotFoundError(pad)
            self._db = sqlite3.connect(pad)
            self._db.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN")

    def __enter__(self) -> Leesmodelbijwerker:
        return self

    def __exit__(
        self, soort: type[BaseException] | None, _fout: BaseException | None, _tb: TracebackType | None
    ) -> None:
        try:
            with schrijffouten(self._pad):
                if soort is None:
                    self._db.commit()
        finally:
            self._db.close()

    def werk_bij(self, weg: Iterable[Quad], erbij: Iterable[Quad]) -> None:
        """Take over which quads went from the store, and then which came. The store has changed already."""
        with schrijffouten(self._pad):
            _Beurt(self._db).voer_uit(self._verdwenen(weg), erbij)

    def _verdwenen(self, weg: Iterable[Quad]) -> Iterator[Quad]:
        """The quads that say what nothing says any more: no other graph, nor a value that differs in language only."""
        gezegd: dict[tuple[str, str], set[str]] = {}
        for quad in weg:
            sleutel = quad.subject.value, quad.predicate.value  # type: ignore[union-attr]
            nog = gezegd.get(sleutel)
            if nog is None:
                rest = self._store.quads_for_pattern(NamedNode(sleutel[0]), quad.predicate, None)
                nog = gezegd[sleutel] = {q.object.value for q in rest}  # type: ignore[union-attr]
            if quad.object.value not in nog:  # type: ignore[union-attr]
                yield quad


class _Beurt:
    """The rows that change, read when they are first needed and written at the end."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._inhoud: dict[str, Inhoud] = {}

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
                self._db.execute(INVOEGEN, rij)
            else:
                self._db.execute("DELETE FROM ding WHERE iri = ?", (iri,))

    def _van(self, iri: str) -> Inhoud:
        inhoud = self._inhoud.get(iri)
        if inhoud is None:
            rij = self._db.execute("SELECT waarden, naar, delen, verwezen FROM ding WHERE iri = ?", (iri,)).fetchone()
            inhoud = self._inhoud[iri] = Inhoud.lees(iri, rij) if rij else Inhoud(iri)
        return inhoud

    def _opschrift(self, iri: str) -> str:
        versies = self._inhoud[iri].waarden.get("has_member")
        if not versies:
            return ""
        nieuwste = self._van(max(versies)).waarden
        return eerste(nieuwste, "opschrift") if iri in nieuwste.get("is_member_of", ()) else ""
