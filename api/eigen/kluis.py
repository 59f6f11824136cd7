"""Where brought documents are kept: a folder each, named by chance, shared by all processes of the service.

::

    opslag/eigen/<id>/eigen.docx        the document as it came, under a neutral name
    opslag/eigen/<id>/gegevens.json     its name, size and until when it is kept
    opslag/eigen/<id>/<wat>.json        what was made of it

Whoever knows the id may see it, so the id stands in no log. Everything is put in place by one rename, so that another
process never sees half of it.
"""

from __future__ import annotations

import json
import os
import re
import secrets
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import BinaryIO

from ontologie.fouten import (
    BewaarFout,
    Bezet,
    BronFout,
    BronTeGroot,
    NietGevonden,
    RegelgraafFout,
    systeemfout,
    toonbaar,
)

#: How a document is called in messages: its real name is the user's affair.
NAAM = "uw document"
_ID = re.compile(r"[A-Za-z0-9_-]{32}")
_WAT = re.compile(r"[a-z0-9][a-z0-9.-]{0,80}")
_GEGEVENS = "gegevens.json"
#: Endings that readers know a format by; any other is left out.
_EINDES = frozenset({".docx", ".docm", ".dotx", ".pdf", ".xml", ".txt", ".md"})
_BLOK = 1 << 20
#: Seconds after which what was begun and never finished is cleared away.
_HALF = 3600.0


@dataclass(frozen=True, slots=True)
class Eigenstuk:
    """A document that is kept. ``naam`` is that of the user's file, ``verloopt`` seconds since 1970."""

    id: str
    naam: str
    bestand: str
    grootte: int
    sinds: float
    verloopt: float


class Kluis:
    """The documents that users brought. Several processes may use one folder."""

    def __init__(self, map_: Path, *, grootste: int, aantal: int, seconden: float) -> None:
        self._map = map_
        self.grootste, self._aantal, self._seconden = grootste, aantal, seconden

    # --- in ---

    def neem_op(self, naam: str, stroom: BinaryIO) -> Eigenstuk:
        """Keep a document.

        Raises:
            BronTeGroot: it is larger than is kept.
            BronFout: it is empty.
            Bezet: as many documents as may be are kept already.
            BewaarFout: the folder cannot be written.
        """
        self.ruim_op()
        try:
            self._map.mkdir(parents=True, exist_ok=True, mode=0o700)
            if sum(1 for _ in self._alle()) >= self._aantal:
                raise Bezet(
                    "Er worden nu zo veel documenten bewaard als mogen; dit is niet opgenomen.",
                    advies="Wis documenten die niet meer nodig zijn, of probeer het later opnieuw.",
                )
            return self._schrijf(naam, stroom)
        except OSError as fout:
            raise BewaarFout(f"Een document is niet op te slaan ({systeemfout(fout)}).") from fout

    def _schrijf(self, naam: str, stroom: BinaryIO) -> Eigenstuk:
        id_ = secrets.token_urlsafe(24)
        half = self._map / f".nieuw-{id_}"
        half.mkdir(mode=0o700)
        try:
            einde = Path(naam).suffix.lower()
            bestand = f"eigen{einde if einde in _EINDES else ''}"
            grootte = self._kopieer(stroom, half / bestand)
            nu = time.time()
            kort = toonbaar(Path(naam.replace("\\", "/")).name)[:200] or "document"
            stuk = Eigenstuk(id_, kort, bestand, grootte, nu, nu + self._seconden)
            (half / _GEGEVENS).write_text(json.dumps(asdict(stuk)), encoding="utf-8")
            half.rename(self._map / id_)
        except BaseException:
            shutil.rmtree(half, ignore_errors=True)
            raise
        return stuk

    def _kopieer(self, stroom: BinaryIO, naar: Path) -> int:
        grootte = 0
        with naar.open("xb") as uit:
            while blok := stroom.read(_BLOK):
                grootte += len(blok)
                if grootte > self.grootste:
                    raise BronTeGroot(NAAM, f"het is groter dan de grens van {self.grootste / 1e6:g} MB")
                uit.write(blok)
        if not grootte:
            raise BronFout(NAAM, "het bestand is leeg")
        return grootte

    # --- out ---

    def stuk(self, id_: str) -> Eigenstuk:
        """What is known of a document.

        Raises:
            NietGevonden: there is none of that id, or no longer.
        """
        try:
            gegevens = json.loads((self._van(id_) / _GEGEVENS).read_text(encoding="utf-8"))
            stuk = Eigenstuk(**gegevens)
        except (OSError, ValueError, TypeError) as fout:
            raise _weg() from fout
        if stuk.verloopt < time.time():
            self.wis(id_)
            raise _weg()
        return stuk

    def pad(self, id_: str) -> Path:
        """The file of a document.

        Raises:
            NietGevonden: there is none of that id, or no longer.
        """
        return self._van(id_) / self.stuk(id_).bestand

    def bewaar(self, id_: str, wat: str, inhoud: bytes) -> None:
        """Keep what was made of a document, for as long as the document itself.

        Raises:
            NietGevonden: the document was wiped meanwhile.
        """
        map_ = self._van(id_)
        half = map_ / f".{secrets.token_hex(8)}"
        try:
            half.write_bytes(inhoud)
            os.replace(half, map_ / f"{_naam(wat)}.json")
        except FileNotFoundError as fout:
            raise _weg() from fout
        except OSError as fout:
            with suppress(OSError):
                half.unlink()
            raise BewaarFout(f"Een uitkomst is niet op te slaan ({systeemfout(fout)}).") from fout

    def lees(self, id_: str, wat: str) -> bytes | None:
        """What was made of a document; None where that was not done yet.

        Raises:
            NietGevonden: there is no such document, or no longer.
        """
        self.stuk(id_)
        try:
            return (self._van(id_) / f"{_naam(wat)}.json").read_bytes()
        except FileNotFoundError:
            return None
        except OSError as fout:
            raise BewaarFout(f"Een uitkomst is niet te lezen ({systeemfout(fout)}).") from fout

    # --- gone ---

    @contextmanager
    def op_proef(self, id_: str) -> Iterator[None]:
        """Wipe a document that was just brought where what is done first with it fails."""
        try:
            yield
        except RegelgraafFout:
            with suppress(NietGevonden):
                self.wis(id_)
            raise

    def wis(self, id_: str) -> None:
        """Wipe a document with all that was made of it.

        Raises:
            NietGevonden: there is none of that id, or no longer.
        """
        weg = self._map / f".weg-{secrets.token_hex(8)}"
        try:
            self._van(id_).rename(weg)
        except OSError as fout:
            raise _weg() from fout
        try:
            shutil.rmtree(weg)
        except OSError as fout:
            raise BewaarFout(f"Een document is niet geheel te wissen ({systeemfout(fout)}).") from fout

    def ruim_op(self) -> None:
        """Wipe what is past its time, and what was left half done."""
        for map_ in self._alle():
            with suppress(NietGevonden, BewaarFout):
                self.stuk(map_.name)
        with suppress(OSError):
            for half in self._map.glob(".*-*"):
                with suppress(OSError):
                    if half.stat().st_mtime < time.time() - _HALF or half.name.startswith(".weg-"):
                        shutil.rmtree(half, ignore_errors=True)

    def _alle(self) -> Iterator[Path]:
        with suppress(OSError):
            yield from (m for m in self._map.iterdir() if _ID.fullmatch(m.name))

    def _van(self, id_: str) -> Path:
        if not _ID.fullmatch(id_):
            raise _weg()
        return self._map / id_


def _naam(wat: str) -> str:
    if not _WAT.fullmatch(wat) or wat == "gegevens":
        raise ValueError(f"zo heet geen uitkomst: {wat!r}")
    return wat


def _weg() -> NietGevonden:
    return NietGevonden(
        "Dit document wordt hier niet (meer) bewaard.",
        advies="Het is gewist of zijn tijd is om; bied het opnieuw aan.",
    )
