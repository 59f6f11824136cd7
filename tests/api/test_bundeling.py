"""What is written to a connection bit by bit goes out together, whole and in order."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest

from api.bundeling import VOL, Bundel


class Draad(asyncio.Transport):
    """A transport that keeps what it is told."""

    def __init__(self) -> None:
        super().__init__()
        self.gezegd: list[bytes | str] = []

    def write(self, data: bytes | bytearray | memoryview) -> None:
        self.gezegd.append(bytes(data))

    def close(self) -> None:
        self.gezegd.append("dicht")

    def abort(self) -> None:
        self.gezegd.append("weg")

    def is_closing(self) -> bool:
        return "dicht" in self.gezegd

    def write_eof(self) -> None:
        self.gezegd.append("uitgesproken")

    def resume_reading(self) -> None:
        self.gezegd.append("luistert")

    def get_write_buffer_size(self) -> int:
        return 7


@pytest.fixture
def draad() -> Draad:
    return Draad()


@pytest.fixture
def later() -> list[Callable[[], None]]:
    """What was put off to the next turn."""
    return []


@pytest.fixture
def bundel(draad: Draad, later: list[Callable[[], None]]) -> Bundel:
    return Bundel(draad, later.append)


def test_what_comes_in_one_turn_goes_out_at_once(draad: Draad, later: list[Callable[[], None]], bundel: Bundel) -> None:
    for stuk in (b"kop", b"", b"lichaam", b""):
        bundel.write(stuk)
    assert draad.gezegd == []
    assert bundel.get_write_buffer_size() == 7 + len(b"koplichaam")
    (beurt,) = later
    beurt()
    assert draad.gezegd == [b"koplichaam"]
    assert bundel.get_write_buffer_size() == 7
    bundel.write(b"volgend")
    bundel.stuur()
    later[1]()  # there is nothing left to send
    assert draad.gezegd == [b"koplichaam", b"volgend"]


def test_much_is_not_kept_nor_copied(draad: Draad, bundel: Bundel) -> None:
    veel = b"x" * (VOL + 1)
    bundel.write(b"kop")
    bundel.write(veel)
    assert draad.gezegd == [b"kop", veel]
    assert bundel.get_write_buffer_size() == 7


def test_an_end_comes_after_what_was_written_and_a_break_does_not(draad: Draad, bundel: Bundel) -> None:
    bundel.write(b"tot slot")
    bundel.close()
    bundel.write(b"voor niets")
    bundel.abort()
    bundel.stuur()
    assert draad.gezegd == [b"tot slot", "dicht", "weg"]


def test_who_still_speaks_is_heard_out_and_told_nothing_more(draad: Draad, later: list[Callable[[], None]]) -> None:
    bundel = Bundel(draad, later.append, lambda: True)
    bundel.write(b"te groot")
    bundel.close()
    bundel.write(b"voor niets")
    bundel.stuur()
    assert draad.gezegd == [b"te groot", "uitgesproken", "luistert"]
    assert bundel.is_closing()
    bundel.close()
    assert draad.gezegd[3:] == ["dicht"]
