"""Built states of the graph on disk: made beside each other, put in place at once, removed when nobody uses them.

::

    doelmap/
        HUIDIG                    the name of the state that serves (one line, replaced atomically)
        slot                      held by the process that builds
        staten/<naam>/tripels/    the embedded store
        staten/<naam>/zoeken.db   the full-text index
        staten/<naam>/lezen.db    the reading model (graph.feiten)
        staten/<naam>/gebruik     held by every process that uses this state

Both locks are of the kernel (``flock``): they end with the process that holds them, however it ends. A kill at any
moment leaves ``HUIDIG`` naming a complete state; what an ended build left behind is removed by the next one.
"""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import IO

from graph.oxigraph import Oxigraph
from ontologie.fouten import OpslagFout, systeemfout

#: The names of the full-text index and the reading model, beside the store.
ZOEKINDEX, LEESMODEL = LEESBESTANDEN = ("zoeken.db", "lezen.db")
_AANWIJZER = "HUIDIG"


def huidige_naam(doelmap: Path) -> str:
    """The name of the state that serves, "" where nothing was built. Cheap: a server can ask it now and then."""
    try:
        return (doelmap / _AANWIJZER).read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        return ""
    except OSError as fout:
        raise OpslagFout(f"{doelmap}: de opslag is niet te lezen ({systeemfout(fout)}).") from fout


class Staat:
    """One built state, kept from being removed while it is open. Use it with ``with``, or call ``sluit``."""

    def __init__(self, pad: Path, slot: IO[bytes]) -> None:
        self.pad = pad
        self._slot = slot

    @property
    def naam(self) -> str:
        return self.pad.name

    @property
    def tripels(self) -> Path:
        """The folder of the embedded store."""
        return self.pad / "tripels"

    @property
    def zoekindex(self) -> Path:
        """The full-text index."""
        return self.pad / ZOEKINDEX

    @property
    def leesmodel(self) -> Path:
        """The reading model; a state of an older release has none."""
        return self.pad / LEESMODEL

    def sluit(self) -> None:
        self._slot.close()

    def __enter__(self) -> Staat:
        return self

    def __exit__(
        self, _soort: type[BaseException] | None, _fout: BaseException | None, _tb: TracebackType | None
    ) -> None:
        self.sluit()


def open_staat(doelmap: Path) -> Staat:
    """The state that serves.

    Raises:
        OpslagFout: nothing was built here, or what was built is gone.
    """
    vorige = None
    while (naam := huidige_naam(doelmap)) and naam != vorige:
        pad = doelmap / "staten" / naam
        # Between reading the name and holding the lock a build can put a newer state in place and remove this one.
        try:
            slot = (pad / "gebruik").open("rb")
            fcntl.flock(slot, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except OSError:
            vorige = naam
            continue
        if (pad / "gebruik").exists():
            return Staat(pad, slot)
        slot.close()
    raise OpslagFout(
        f"{doelmap}: hier is geen kennisgraaf gebouwd." if not naam else f"{doelmap}: de gebouwde kennisgraaf is weg.",
        advies="Bouw haar met «regelgraaf bouw».",
    )


@contextmanager
def bouwslot(doelmap: Path) -> Iterator[None]:
    """Hold the right to build here.

    Raises:
        OpslagFout: another process holds it, or the folder cannot be written.
    """
    try:
        doelmap.mkdir(parents=True, exist_ok=True)
        slot = (doelmap / "slot").open("a+b")
    except OSError as fout:
        raise OpslagFout(f"{doelmap}: hier kan niet worden geschreven ({systeemfout(fout)}).") from fout
    with slot:
        try:
            fcntl.flock(slot, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as fout:
            slot.seek(0)
            wie = slot.read(20).decode(errors="replace").strip()
            raise OpslagFout(
                f"{doelmap}: er wordt hier al gebouwd (proces {wie or 'onbekend'}).", advies="Wacht tot dat klaar is."
            ) from fout
        slot.truncate(0)
        slot.write(str(os.getpid()).encode())
        slot.flush()
        yield


@contextmanager
def nieuwe_staat(doelmap: Path) -> Iterator[Path]:
    """A folder to build a state in, put in place when the block ends without error and removed otherwise.

    Hold ``bouwslot`` around it.
    """
    ruim_op(doelmap)
    pad = doelmap / "staten" / f"{datetime.now(UTC):%Y%m%dT%H%M%S%f}"
    try:
        pad.mkdir(parents=True)
        (pad / "gebruik").touch()
        yield pad
        _schrijf_weg(pad)
        _wijs_aan(doelmap, pad.name)
    except OSError as fout:
        raise OpslagFout(f"{pad}: de bouw kan niet worden weggeschreven ({fout}).") from fout
    finally:
        if huidige_naam(doelmap) != pad.name:
            shutil.rmtree(pad, ignore_errors=True)
    ruim_op(doelmap)


def ruim_op(doelmap: Path) -> int:
    """Remove the states that neither serve nor are in use, and return how many. Hold ``bouwslot`` around it."""
    huidig, weg = huidige_naam(doelmap), 0
    staten = doelmap / "staten"
    for pad in sorted(staten.iterdir()) if staten.is_dir() else ():
        if pad.name != huidig and _ongebruikt(pad):
            shutil.rmtree(pad, ignore_errors=True)
            weg += 1
    return weg


def _ongebruikt(pad: Path) -> bool:
    with suppress(FileNotFoundError), (pad / "gebruik").open("rb") as slot:
        try:
            fcntl.flock(slot, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        # Gone before the lock is let go, so that whoever opens it next sees that this state is no more.
        (pad / "gebruik").unlink()
    return True


def _schrijf_weg(map_: Path) -> None:
    """Have every file and folder of a state on disk before anything names it."""
    for pad in (
        *(p for p in map_.rglob("*") if p.is_file()),
        *(p for p in map_.rglob("*") if p.is_dir()),
        map_,
        map_.parent,
    ):
        _fsync(pad)


def _wijs_aan(doelmap: Path, naam: str) -> None:
    tijdelijk = doelmap / f"{_AANWIJZER}.nieuw"
    tijdelijk.write_text(naam + "\n", encoding="utf-8")
    _fsync(tijdelijk)
    os.replace(tijdelijk, doelmap / _AANWIJZER)
    _fsync(doelmap)


def _fsync(pad: Path) -> None:
    wijzer = os.open(pad, os.O_RDONLY)
    try:
        os.fsync(wijzer)
    finally:
        os.close(wijzer)


def open_opslag(staat: Staat) -> Oxigraph:
    """The store of a state, for reading.

    Raises:
        OpslagFout: it is damaged.
    """
    return Oxigraph.open(staat.tripels)
