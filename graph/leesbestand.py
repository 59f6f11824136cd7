"""A SQLite file of a built state, read by many threads: never written to, so never locked or watched."""

from __future__ import annotations

import os
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ontologie.fouten import OpslagFout

_BOUW = "Bouw opnieuw met «regelgraaf bouw»."
#: Bytes that are read of a file at once.
_BLOK = 1 << 20


class Leesbestand:
    """One file of a release; ``naam`` ("de zoekindex") is what messages call it.

    Whoever reads has a connection to itself meanwhile. It is kept for whoever comes next, in whatever thread: threads
    come and go, and what each had opened would stay open.
    """

    def __init__(self, pad: Path, versie: int, naam: str) -> None:
        self.pad = pad
        self._versie = versie
        self._naam = naam
        self._adres = str(pad)
        #: Which file it was when it was first opened, and how it was.
        self._kenmerk: tuple[int, int, int] | None = None
        self._vrij: list[sqlite3.Connection] = []
        self._gesloten = False

    @contextmanager
    def verbinding(self) -> Iterator[sqlite3.Connection]:
        """A connection that nobody else uses within the block.

        Raises:
            OpslagFout: the file is missing, damaged, of another release or changed meanwhile (also within the block).
        """
        try:
            db = self._vrij.pop()
        except IndexError:
            db = self._verbind()
        heel = True
        try:
            yield db
            # A part that is cut off reads as zeros, which can look like a row that is not there.
            with suppress(FileNotFoundError):  # what was removed is still whole for whoever has it open
                self._vergelijk()
        except (OSError, sqlite3.Error) as fout:
            heel = False
            raise self._onleesbaar(fout) from fout
        except OpslagFout:
            heel = False
            raise
        finally:
            if heel:
                self._vrij.append(db)
            else:
                db.close()
            if self._gesloten:
                self.sluit()

    def open(self) -> None:
        """Open it now rather than at the first reading.

        Raises:
            OpslagFout: as ``verbinding``.
        """
        with self.verbinding():
            pass

    def sluit(self) -> None:
        """Let go of the file. Whoever is reading goes on, and what it used is let go of after that."""
        self._gesloten = True
        with suppress(IndexError):
            while True:
                self._vrij.pop().close()

    def _verbind(self) -> sqlite3.Connection:
        try:
            self._vergelijk()
            # Immutable: a new state is a new file.
            adres = f"{self.pad.resolve().as_uri()}?mode=ro&immutable=1"
            db = sqlite3.connect(adres, uri=True, check_same_thread=False)
        except FileNotFoundError as fout:
            raise OpslagFout(f"{self.pad}: {self._naam} ontbreekt.", advies=_BOUW) from fout
        except (OSError, sqlite3.Error) as fout:
            raise self._onleesbaar(fout) from fout
        try:
            (versie,) = db.execute("PRAGMA user_version").fetchone()
        except sqlite3.Error as fout:
            db.close()
            raise self._onleesbaar(fout) from fout
        if versie != self._versie:
            db.close()
            raise OpslagFout(f"{self.pad}: {self._naam} is van een andere uitgave.", advies=_BOUW)
        return db

    def _vergelijk(self) -> None:
        stand = os.stat(self._adres)
        kenmerk = (stand.st_ino, stand.st_size, stand.st_mtime_ns)
        if self._kenmerk is None:
            self._kenmerk = kenmerk
        elif kenmerk != self._kenmerk:
            raise OpslagFout(f"{self.pad}: {self._naam} is veranderd nadat het bestand is geopend.", advies=_BOUW)

    def _onleesbaar(self, fout: Exception) -> OpslagFout:
        return OpslagFout(f"{self.pad}: {self._naam} is niet te lezen ({fout}).", advies=_BOUW)


def som(pad: Path) -> int:
    """A checksum (CRC-32) of a file, which tells damage."""
    with pad.open("rb") as bron:
        uit = 0
        while blok := bron.read(_BLOK):
            uit = zlib.crc32(blok, uit)
    return uit


def kopieer(van: Path, naar: Path) -> int:
    """Copy a file, and return the checksum of what was read."""
    with van.open("rb") as bron, naar.open("wb") as doel:
        uit = 0
        while blok := bron.read(_BLOK):
            uit = zlib.crc32(blok, uit)
            doel.write(blok)
    return uit
