"""Find the reader for a file and read it: one small Protocol, every format behind it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Protocol

from bronnen.register import Register
from ontologie.document import Document
from ontologie.fouten import BronFout, BronTeGroot, OnbekendFormaat

#: Largest file that is read, in bytes. The largest consolidated Dutch laws are about 10 MB of XML.
MAXIMUM = 200_000_000


@dataclass(frozen=True)
class Bestand:
    """A file to read: its name as the user gave it, and its bytes (loaded once, bounded)."""

    pad: Path

    @property
    def naam(self) -> str:
        return self.pad.name

    @cached_property
    def inhoud(self) -> bytes:
        """The whole file.

        Raises:
            BronTeGroot: above ``MAXIMUM``.
            BronFout: the file cannot be opened.
        """
        try:
            grootte = self.pad.stat().st_size
            if grootte > MAXIMUM:
                raise BronTeGroot(
                    str(self.pad), f"het bestand is {grootte / 1e6:.0f} MB, de grens is {MAXIMUM / 1e6:.0f} MB"
                )
            return self.pad.read_bytes()
        except OSError as fout:
            raise BronFout(str(self.pad), f"het bestand is niet te openen ({fout.strerror})") from fout

    @cached_property
    def kop(self) -> bytes:
        """The first 4096 bytes, enough to recognise a format without loading the file."""
        try:
            with self.pad.open("rb") as f:
                return f.read(4096)
        except OSError as fout:
            raise BronFout(str(self.pad), f"het bestand is niet te openen ({fout.strerror})") from fout

    @cached_property
    def sha256(self) -> str:
        return hashlib.sha256(self.inhoud).hexdigest()


class Lezer(Protocol):
    """Reads one format. ``naam`` with its version goes into the provenance ("bwb/1")."""

    naam: str

    def herkent(self, bestand: Bestand) -> bool:
        """Whether this reader is the one for the file, by its first bytes and name."""

    def lees(self, bestand: Bestand, register: Register) -> Document:
        """The document.

        Raises:
            BronFout: the file is damaged; the message names the place.
        """


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """What became of one file: a document, or the reason why not. ``fout`` is None where the file is no source at all."""

    pad: Path
    document: Document | None
    reden: str = ""
    fout: BronFout | None = None


def lees(pad: Path, register: Register, lezers: Iterable[Lezer]) -> Document:
    """Read one file with the first reader that recognises it.

    Raises:
        OnbekendFormaat: no reader does.
        BronFout: the file is damaged, empty or too large.
    """
    bestand = Bestand(pad)
    if not bestand.kop:
        raise BronFout(str(pad), "het bestand is leeg")
    for lezer in lezers:
        if lezer.herkent(bestand):
            return lezer.lees(bestand, register)
    raise OnbekendFormaat(str(pad), "dit formaat wordt niet gelezen")


def lees_map(map_: Path, register: Register, lezers: Iterable[Lezer]) -> Iterator[Uitkomst]:
    """Read every file below a folder, in order of name; a damaged file is reported and the rest goes on."""
    lezers = tuple(lezers)
    for pad in sorted(p for p in map_.rglob("*") if p.is_file()):
        try:
            yield Uitkomst(pad, lees(pad, register, lezers))
        except BronFout as fout:
            yield Uitkomst(pad, None, fout.bericht, fout)
