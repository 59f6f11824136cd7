"""Whether a build is needed: after any change of the documents, and not otherwise."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from api.versheid import is_heel, is_vers, leg_vast, vingerafdruk
from tests.graph.regelingen import bouw_staat, wegenregeling


@pytest.fixture
def bronmap(tmp_path: Path) -> Path:
    map_ = tmp_path / "bronnen"
    (map_ / "diep").mkdir(parents=True)
    (map_ / "a.txt").write_text("a", encoding="utf-8")
    (map_ / "diep" / "b.txt").write_text("b", encoding="utf-8")
    return map_


@pytest.mark.parametrize(
    "verander",
    [
        lambda m: (m / "a.txt").write_text("langer", encoding="utf-8"),
        lambda m: os.utime(m / "diep" / "b.txt", (1, 1)),
        lambda m: (m / "c.txt").touch(),
        lambda m: (m / "a.txt").unlink(),
        lambda m: (m / "a.txt").rename(m / "z.txt"),
    ],
)
def test_every_change_of_the_documents_shows(bronmap: Path, verander: Callable[[Path], object]) -> None:
    voor = vingerafdruk(bronmap)
    assert vingerafdruk(bronmap) == voor
    verander(bronmap)
    assert vingerafdruk(bronmap) != voor


def test_another_folder_and_another_register_show(bronmap: Path, tmp_path: Path) -> None:
    eigen = tmp_path / "register.toml"
    eigen.touch()
    assert len({vingerafdruk(bronmap), vingerafdruk(bronmap / "diep"), vingerafdruk(bronmap, eigen)}) == 3


def test_a_state_is_fresh_when_it_is_the_one_that_was_recorded(tmp_path: Path) -> None:
    opslag = tmp_path / "opslag"
    assert not is_vers(opslag, "x")
    bouw_staat(opslag, [wegenregeling()])
    assert not is_vers(opslag, "x")
    naam = (opslag / "HUIDIG").read_text(encoding="utf-8").strip()
    leg_vast(opslag, naam, "x")
    assert is_vers(opslag, "x")
    assert not is_vers(opslag, "y")
    bouw_staat(opslag, [wegenregeling()])  # by someone else, from who knows what
    assert not is_vers(opslag, "x")
    (opslag / "HERKOMST").write_bytes(b"\xff kapot")
    assert not is_vers(opslag, "x")


def test_a_store_that_does_not_open_is_not_whole(tmp_path: Path) -> None:
    opslag = tmp_path / "opslag"
    assert not is_heel(opslag)
    bouw_staat(opslag, [wegenregeling()])
    assert is_heel(opslag)
    naam = (opslag / "HUIDIG").read_text(encoding="utf-8").strip()
    (opslag / "staten" / naam / "tripels" / "CURRENT").write_bytes(b"")
    assert not is_heel(opslag)
