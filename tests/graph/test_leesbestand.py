"""A file of a state that threads read: nothing stays open, and what is not the file any more is told."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from graph.leesbestand import Leesbestand, kopieer, som
from ontologie.fouten import InvoerFout, OpslagFout

_VERSIE = 7


@pytest.fixture
def pad(tmp_path: Path) -> Path:
    uit = tmp_path / "map met % en ?" / "proef.db"
    uit.parent.mkdir()
    with closing(sqlite3.connect(uit)) as db:
        db.executescript(f"PRAGMA page_size = 4096; CREATE TABLE rij (n, tekst); PRAGMA user_version = {_VERSIE}")
        db.executemany("INSERT INTO rij VALUES (?, ?)", ((n, "x" * 500) for n in range(200)))
        db.commit()
    return uit


def tel(bestand: Leesbestand) -> int:
    with bestand.verbinding() as db:
        (aantal,) = db.execute("SELECT count(*) FROM rij WHERE length(tekst) = 500").fetchone()
    return int(aantal)


def open_bestanden() -> int:
    return len(os.listdir("/proc/self/fd"))


needs_proc = pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="no list of open files on this system")


@needs_proc
def test_threads_that_ended_leave_nothing_open(pad: Path) -> None:
    bestand, ervoor = Leesbestand(pad, _VERSIE, "de proef"), open_bestanden()
    for _ in range(20):
        draad = threading.Thread(target=tel, args=(bestand,))
        draad.start()
        draad.join()
    assert open_bestanden() == ervoor + 1
    bestand.sluit()
    assert open_bestanden() == ervoor


@needs_proc
def test_who_reads_while_it_is_closed_finishes(pad: Path) -> None:
    bestand, ervoor = Leesbestand(pad, _VERSIE, "de proef"), open_bestanden()
    with bestand.verbinding() as db:
        bestand.sluit()
        assert db.execute("SELECT count(*) FROM rij").fetchone() == (200,)
    assert tel(bestand) == 200
    assert open_bestanden() == ervoor


def test_readers_at_once_have_each_their_own(pad: Path) -> None:
    bestand = Leesbestand(pad, _VERSIE, "de proef")
    with bestand.verbinding() as een, bestand.verbinding() as twee:
        assert een is not twee
    with pytest.raises(InvoerFout), bestand.verbinding() as drie:
        raise InvoerFout("Die vraag kan niet.")
    with bestand.verbinding() as vier:
        assert vier is drie
    bestand.sluit()


@pytest.mark.parametrize(
    ("verander", "melding"),
    [
        (lambda pad: os.truncate(pad, pad.stat().st_size - 1), "veranderd"),
        (lambda pad: os.truncate(pad, 0), "veranderd|niet te lezen"),
        (lambda pad: pad.write_bytes(bytes(pad.stat().st_size)), "veranderd|niet te lezen"),
        (lambda pad: kopieer(pad, pad.with_name("x")) and os.replace(pad.with_name("x"), pad), "veranderd"),
    ],
)
def test_a_file_that_changes_while_it_is_read_is_told(
    pad: Path, verander: Callable[[Path], object], melding: str
) -> None:
    bestand = Leesbestand(pad, _VERSIE, "de proef")
    assert tel(bestand) == 200
    verander(pad)
    for _ in range(2):
        with pytest.raises(OpslagFout, match=melding):
            tel(bestand)
    bestand.sluit()


def test_a_file_that_is_removed_is_whole_for_who_has_it_open(pad: Path) -> None:
    bestand = Leesbestand(pad, _VERSIE, "de proef")
    bestand.open()
    pad.unlink()
    assert tel(bestand) == 200
    with bestand.verbinding(), pytest.raises(OpslagFout, match="de proef ontbreekt"):
        tel(bestand)
    bestand.sluit()


def test_a_file_of_another_release_is_told(pad: Path) -> None:
    with pytest.raises(OpslagFout, match="van een andere uitgave"):
        Leesbestand(pad, _VERSIE + 1, "de proef").open()


def test_a_copy_has_the_sum_of_what_was_read(pad: Path, tmp_path: Path) -> None:
    assert kopieer(pad, tmp_path / "kopie") == som(pad) == som(tmp_path / "kopie")
    assert (tmp_path / "kopie").read_bytes() == pad.read_bytes()
    inhoud = bytearray(pad.read_bytes())
    inhoud[len(inhoud) // 2] ^= 1
    (tmp_path / "kopie").write_bytes(inhoud)
    assert som(tmp_path / "kopie") != som(pad)
