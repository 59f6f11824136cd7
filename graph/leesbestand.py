"""A SQLite file of a built state, read by many threads: never written to, so never locked or watched."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ontologie.fouten import OpslagFout

_BOUW = "Bouw opnieuw met «regelgraaf bouw»."


class Leesbestand:
    """One file of a release; ``naam`` ("de zoekindex") is what messages call it. Each thread has a connection."""

    def __init__(self, pad: Path, versie: int, naam: str) -> None:
        self.pad = pad
        self._versie = versie
        self._naam = naam
        self._lokaal = threading.local()
        self._alle: list[sqlite3.Connection] = []

    @contextmanager
    def verbinding(self) -> Iterator[sqlite3.Connection]:
        """The connection of this thread.

        Raises:
            OpslagFout: the file is missing, damaged or of another release (also within the block).
        """
        try:
            db: sqlite3.Connection | None = getattr(self._lokaal, "db", None)
            if db is None:
                db = self._lokaal.db = self._open()
                self._alle.append(db)
            yield db
        except sqlite3.Error as fout:
            raise OpslagFout(f"{self.pad}: {self._naam} is niet te lezen ({fout}).", advies=_BOUW) from fout

    def past(self) -> bool:
        """Whether the file is there and of this release. A damaged one is: whoever reads it is told."""
        try:
            self._open().close()
        except (OpslagFout, sqlite3.Error):
            return False
        return True

    def sluit(self) -> None:
        """Let go of the file, of every thread."""
        while self._alle:
            self._alle.pop().close()

    def _open(self) -> sqlite3.Connection:
        if not self.pad.is_file():
            raise OpslagFout(f"{self.pad}: {self._naam} ontbreekt.", advies=_BOUW)
        # Immutable: a new state is a new file.
        db = sqlite3.connect(f"{self.pad.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        (versie,) = db.execute("PRAGMA user_version").fetchone()
        if versie != self._versie:
            db.close()
            raise OpslagFout(f"{self.pad}: {self._naam} is van een andere uitgave.", advies=_BOUW)
        return db
