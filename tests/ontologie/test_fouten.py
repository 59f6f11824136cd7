"""What errors say: one Dutch sentence that cannot steer a terminal."""

from __future__ import annotations

import errno
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontologie.fouten import BronFout, systeemfout, toonbaar


@pytest.mark.parametrize(
    ("naam", "gedrukt"),
    [
        ("brief é «1».txt", "brief é «1».txt"),
        ("rood\x1b[31m.txt", "rood\\x1b[31m.txt"),
        ("twee\nregels\t.txt", "twee\\nregels\\t.txt"),
        ("om\u202etxt.exe", "om\\u202etxt.exe"),
        (os.fsdecode(b"niet\xffutf8"), "niet\\udcffutf8"),
    ],
)
def test_namen_van_bestanden_besturen_geen_terminal(naam: str, gedrukt: str) -> None:
    assert toonbaar(naam) == gedrukt
    fout = BronFout(naam, "het bestand is leeg", plaats="pagina 1")
    assert str(fout) == f"{gedrukt}, pagina 1: het bestand is leeg"
    assert (fout.bestand, fout.reden) == (naam, "pagina 1: het bestand is leeg")


@given(st.text(st.characters(exclude_categories=())))
def test_toonbaar_is_altijd_een_regel_die_te_drukken_is(tekst: str) -> None:
    gedrukt = toonbaar(tekst)
    assert len(gedrukt.splitlines()) <= 1
    gedrukt.encode("utf-8")
    assert toonbaar(gedrukt) == gedrukt


@pytest.mark.parametrize("nummer", [errno.ENOENT, errno.EACCES, errno.ENOSPC, errno.EROFS, errno.EISDIR])
def test_het_besturingssysteem_spreekt_nederlands(nummer: int) -> None:
    fout = OSError(nummer, os.strerror(nummer))
    assert systeemfout(fout) != os.strerror(nummer)
    assert systeemfout(OSError(99999, "something rare")) == "something rare"
    assert systeemfout(OSError("no number")) == "no number"
