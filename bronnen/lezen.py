"""Find the reader for a file and read it: one small Protocol, every format behind it.

``bronnen.lezers.LEZERS`` holds the readers. Most give a ``Document``; a file that only tells about a regulation (its
history, the list of its versions) gives a ``Bijbestand``.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Protocol

from bronnen.register import Register
from bronnen.xml import wortelnaam
from ontologie.document import Bronbestand, Document
from ontologie.fouten import BronFout, BronTeGroot, OnbekendFormaat, systeemfout

#: Largest file that is read, in bytes. The largest consolidated Dutch laws are about 10 MB of XML.
MAXIMUM = 200_000_000


@dataclass(frozen=True)
class Bestand:
    """A file to read: its name as the user gave it, and its bytes (loaded once, bounded)."""

    pad: Path

    @classmethod
    def in_geheugen(cls, naam: str, inhoud: bytes) -> Bestand:
        """What someone pasted or sent: a file that is nowhere on disk. ``naam`` is what messages call it."""
        bestand = cls(Path(naam))
        # The cached properties keep what they hold here; nothing is opened then.
        bestand.__dict__.update(inhoud=inhoud, kop=inhoud[:4096])
        return bestand

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
            raise BronFout(str(self.pad), f"het bestand is niet te openen ({systeemfout(fout)})") from fout

    @cached_property
    def kop(self) -> bytes:
        """The first 4096 bytes, enough to recognise a format without loading the file."""
        try:
            with self.pad.open("rb") as f:
                return f.read(4096)
        except OSError as fout:
            raise BronFout(str(self.pad), f"het bestand is niet te openen ({systeemfout(fout)})") from fout

    @cached_property
    def sha256(self) -> str:
        return hashlib.sha256(self.inhoud).hexdigest()

    def bron(self, formaat: str, lezer: str) -> Bronbestand:
        """Where a document came from: this file, in a format ("cvdr"), read by a reader ("cvdr/1")."""
        return Bronbestand(self.naam, self.sha256, len(self.inhoud), formaat, lezer)


@dataclass(frozen=True, slots=True)
class Bijbestand:
    """What a file tells about a regulation without being its text: ``Wti``, ``Manifest``."""

    werk: str  # short name in the register, or the official id
    officieel_id: str
    bron: Bronbestand

    def ontbreekt(self, aanwezig: Container[str]) -> tuple[str, ...]:  # noqa: ARG002
        """Names of files that this one says should be beside it and that are not among those present."""
        return ()


class Lezer(Protocol):
    """Reads one format. ``naam`` with its version goes into the provenance ("bwb/1")."""

    @property
    def naam(self) -> str: ...

    def herkent(self, bestand: Bestand) -> bool:
        """Whether this reader is the one for the file, by its first bytes and name."""

    def lees(self, bestand: Bestand, register: Register) -> Document | Bijbestand:
        """The document, or what the file tells about a regulation.

        Raises:
            BronFout: the file is damaged; the message names the place.
        """


class Lot(StrEnum):
    """What became of one file of a folder."""

    GELEZEN = "gelezen"
    BIJBESTAND = "bijbestand"
    GEEN_BRON = "geen-bron"
    DUBBEL = "dubbel"
    FOUT = "fout"


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """What became of one file: a document, a side file, or the reason (a Dutch sentence) why neither."""

    pad: Path
    document: Document | None
    reden: str = ""
    fout: BronFout | None = None
    bijbestand: Bijbestand | None = None
    dubbel_van: Path | None = None

    @property
    def lot(self) -> Lot:
        if self.document is not None:
            return Lot.GELEZEN
        if self.bijbestand is not None:
            return Lot.BIJBESTAND
        if self.fout is not None:
            return Lot.FOUT
        return Lot.DUBBEL if self.dubbel_van is not None else Lot.GEEN_BRON


def lees(pad: Path, register: Register, lezers: Iterable[Lezer]) -> Document | Bijbestand:
    """Read one file with the first reader that recognises it.

    Raises:
        OnbekendFormaat: no reader does.
        BronFout: the file is damaged, empty or too large.
    """
    return _lees(Bestand(pad), register, lezers)


def _lees(bestand: Bestand, register: Register, lezers: Iterable[Lezer]) -> Document | Bijbestand:
    if not bestand.kop:
        raise BronFout(str(bestand.pad), "het bestand is leeg")
    for lezer in lezers:
        if lezer.herkent(bestand):
            return lezer.lees(bestand, register)
    wortel = wortelnaam(bestand.kop)
    wat = f"XML met «{wortel}» als buitenste element" if wortel else "dit formaat"
    raise OnbekendFormaat(str(bestand.pad), f"{wat} wordt niet gelezen")


def lees_document(pad: Path | Bestand, register: Register, lezers: Iterable[Lezer]) -> Document:
    """Read one file that must hold a document.

    Raises:
        OnbekendFormaat: no reader recognises it, or it only tells about a regulation.
        BronFout: the file is damaged, empty or too large.
    """
    bestand = pad if isinstance(pad, Bestand) else Bestand(pad)
    gelezen = _lees(bestand, register, lezers)
    if isinstance(gelezen, Document):
        return gelezen
    raise OnbekendFormaat(str(bestand.pad), f"dit bestand hoort bij {gelezen.werk}, maar bevat geen tekst daarvan")


def lees_map(map_: Path, register: Register, lezers: Iterable[Lezer]) -> Iterator[Uitkomst]:
    """Read every file below a folder, in order of name; a damaged file is reported and the rest goes on.

    Of two files with the same version of the same work the first counts.

    Raises:
        BronFout: the folder does not exist or holds no file.
    """
    if not map_.is_dir():
        raise BronFout(str(map_), "deze map bestaat niet")
    paden, onleesbaar = vind_bestanden(map_)
    yield from onleesbaar
    if not paden and not onleesbaar:
        raise BronFout(str(map_), "deze map is leeg", advies="Zet er documenten in of noem een andere map.")
    lezers = tuple(lezers)
    namen = frozenset(p.name for p in paden)
    gezien: dict[tuple[str, str], tuple[Path, str]] = {}
    for pad in paden:
        try:
            uitkomst = _uitkomst(pad, register, lezers, gezien)
            if uitkomst.bijbestand is not None and (weg := uitkomst.bijbestand.ontbreekt(namen)):
                uitkomst = replace(uitkomst, reden=f"noemt {', '.join(weg)}, maar dat bestand ontbreekt hier")
            yield uitkomst
        except BronFout as fout:
            yield Uitkomst(pad, None, fout.reden, fout)


def vind_bestanden(map_: Path) -> tuple[list[Path], list[Uitkomst]]:
    """The files below a folder in order of name, and what lies there that cannot be read, with the reason."""
    paden: list[Path] = []
    onleesbaar: list[Uitkomst] = []

    def meld(pad: Path, bericht: str) -> None:
        fout = BronFout(str(pad), bericht)
        onleesbaar.append(Uitkomst(pad, None, fout.reden, fout))

    def dicht(fout: OSError) -> None:
        meld(Path(fout.filename), f"deze map is niet te openen ({systeemfout(fout)})")

    for boven, mappen, bestanden in os.walk(map_, onerror=dicht):
        for pad in map(Path(boven).joinpath, bestanden):
            try:
                gewoon = stat.S_ISREG(pad.stat().st_mode)
            except OSError as fout:
                wat = "deze koppeling wijst naar niets" if pad.is_symlink() else "het bestand is niet te openen"
                meld(pad, f"{wat} ({systeemfout(fout)})")
                continue
            if gewoon:
                paden.append(pad)
            else:
                onleesbaar.append(Uitkomst(pad, None, "geen gewoon bestand, geen bron"))
        onleesbaar += [
            Uitkomst(pad, None, "koppeling naar een map, niet gevolgd")
            for pad in map(Path(boven).joinpath, mappen)
            if pad.is_symlink()
        ]
    return sorted(paden), sorted(onleesbaar, key=lambda u: u.pad)


def _uitkomst(
    pad: Path, register: Register, lezers: tuple[Lezer, ...], gezien: dict[tuple[str, str], tuple[Path, str]]
) -> Uitkomst:
    reden = geen_bron(pad)
    if reden:
        return Uitkomst(pad, None, reden)
    gelezen = lees(pad, register, lezers)
    if isinstance(gelezen, Bijbestand):
        # The kind of side file takes the place of the version: one history and one manifest per work.
        sleutel = (gelezen.werk, type(gelezen).__name__)
        wat = f"{gelezen.bron.formaat} van {gelezen.werk}"
    else:
        sleutel = (gelezen.werk, gelezen.versie)
        wat = f"{gelezen.werk}, versie {gelezen.versie or 'onbekend'}"
    eerste, hash_ = gezien.setdefault(sleutel, (pad, gelezen.bron.sha256))
    if eerste != pad:
        anders = "" if hash_ == gelezen.bron.sha256 else ", met een andere inhoud; alleen dat bestand telt"
        return Uitkomst(pad, None, f"dubbel: {wat} staat ook in {eerste.name}{anders}", dubbel_van=eerste)
    if isinstance(gelezen, Bijbestand):
        return Uitkomst(pad, None, bijbestand=gelezen)
    return Uitkomst(pad, gelezen)


#: Extensions and names of files that lie beside sources and are none, with what they are.
_GEEN_BRON = {
    ".xsd": "XML-schema",
    ".dtd": "XML-schema",
    ".rng": "XML-schema",
    ".json": "gegevensbestand",
    ".jsonl": "gegevensbestand",
    ".csv": "gegevensbestand",
    ".tsv": "gegevensbestand",
    ".toml": "gegevensbestand",
    ".ttl": "gegevensbestand",
    ".sha256": "gegevensbestand",
    ".py": "programma",
}
_LEESMIJ = frozenset({"leesmij", "readme", "license", "licentie", "changelog"})


def geen_bron(pad: Path) -> str:
    """Why a file is no source, by its name alone; "" where it may be one."""
    if pad.name.startswith("."):
        return "verborgen bestand, geen bron"
    if pad.stem.lower() in _LEESMIJ:
        return "leesmij-bestand, geen bron"
    wat = _GEEN_BRON.get(pad.suffix.lower())
    return f"{wat}, geen bron" if wat else ""
