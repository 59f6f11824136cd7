"""Documents of users: kept whole, found by their id alone, bounded, and gone without a trace."""

from __future__ import annotations

import errno
from io import BytesIO
from pathlib import Path

import pytest

from api.eigen import Kluis
from ontologie.fouten import BewaarFout, BronFout, BronTeGroot, GrensBereikt, NietGevonden


def kluis(map_: Path, **anders: float) -> Kluis:
    grenzen = {"grootste": 1000, "aantal": 3, "seconden": 3600.0, **anders}
    return Kluis(map_ / "eigen", grootste=int(grenzen["grootste"]), aantal=int(grenzen["aantal"]),
                 seconden=grenzen["seconden"])  # fmt: skip


def test_a_document_is_kept_under_a_neutral_name_and_found_by_another_process(tmp_path: Path) -> None:
    stuk = kluis(tmp_path).neem_op("Verordening van Nergenshuizen.DOCX", BytesIO(b"woorden"))
    ander = kluis(tmp_path)
    assert ander.stuk(stuk.id) == stuk
    assert ander.pad(stuk.id).read_bytes() == b"woorden"
    assert ander.pad(stuk.id).name == "eigen.docx"
    assert stuk.naam == "Verordening van Nergenshuizen.DOCX"
    assert len({kluis(tmp_path).neem_op("a", BytesIO(b"a")).id for _ in range(2)}) == 2


@pytest.mark.parametrize(
    ("naam", "bestand", "getoond"),
    [
        ("../../etc/passwd", "eigen", "passwd"),
        ("C:\\map\\tekst.txt", "eigen.txt", "tekst.txt"),
        ("a\x00\x1b[31m.pdf", "eigen.pdf", "a\\x00\\x1b[31m.pdf"),
        ("", "eigen", "document"),
        ("programma.exe", "eigen", "programma.exe"),
    ],
)
def test_a_name_of_a_user_is_only_shown(tmp_path: Path, naam: str, bestand: str, getoond: str) -> None:
    stuk = kluis(tmp_path).neem_op(naam, BytesIO(b"x"))
    assert (stuk.bestand, stuk.naam) == (bestand, getoond)
    assert [p.name for p in tmp_path.iterdir()] == ["eigen"]


def test_nothing_is_left_of_what_was_wiped(tmp_path: Path) -> None:
    k = kluis(tmp_path)
    stuk = k.neem_op("tekst.txt", BytesIO(b"geheim"))
    k.bewaar(stuk.id, "vergelijking-mrv", b"{}")
    assert k.lees(stuk.id, "vergelijking-mrv") == b"{}"
    k.wis(stuk.id)
    assert list((tmp_path / "eigen").iterdir()) == []
    for vraag in (k.stuk, k.pad, k.wis):
        with pytest.raises(NietGevonden):
            vraag(stuk.id)
    with pytest.raises(NietGevonden):
        k.bewaar(stuk.id, "vergelijking-mrv", b"{}")


def test_what_fails_at_first_is_not_kept(tmp_path: Path) -> None:
    k = kluis(tmp_path)
    stuk, goed, gewist = (k.neem_op("tekst.txt", BytesIO(b"geheim")) for _ in range(3))
    with pytest.raises(GrensBereikt), k.op_proef(stuk.id):
        raise GrensBereikt("Te druk.")
    with k.op_proef(goed.id):
        pass
    k.wis(gewist.id)  # as its user can do meanwhile
    with pytest.raises(GrensBereikt), k.op_proef(gewist.id):
        raise GrensBereikt("Te druk.")
    assert [p.name for p in (tmp_path / "eigen").iterdir()] == [goed.id]


@pytest.mark.parametrize("id_", ["", ".", "..", "../staten", "a" * 31, "a" * 33, "/etc", "x" * 31 + "/"])
def test_an_id_is_never_a_path(tmp_path: Path, id_: str) -> None:
    with pytest.raises(NietGevonden):
        kluis(tmp_path).pad(id_)


def test_limits_are_told_and_leave_nothing_behind(tmp_path: Path) -> None:
    k = kluis(tmp_path)
    with pytest.raises(BronTeGroot, match=r"groter dan de grens van 0\.001 MB"):
        k.neem_op("groot.txt", BytesIO(b"x" * 1001))
    with pytest.raises(BronFout, match="leeg"):
        k.neem_op("leeg.txt", BytesIO(b""))
    assert list((tmp_path / "eigen").iterdir()) == []
    for _ in range(3):
        k.neem_op("a.txt", BytesIO(b"a"))
    with pytest.raises(GrensBereikt, match="zo veel documenten"):
        k.neem_op("a.txt", BytesIO(b"a"))


def test_a_full_disk_is_said_and_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    k = kluis(tmp_path)
    stuk = k.neem_op("a.txt", BytesIO(b"a"))

    def vol(*_: object, **__: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", vol)
    with pytest.raises(BewaarFout, match="de schijf is vol"):
        k.bewaar(stuk.id, "vergelijking-mrv", b"{}")
    monkeypatch.setattr(Path, "mkdir", vol)
    with pytest.raises(BewaarFout, match="de schijf is vol"):
        k.neem_op("b.txt", BytesIO(b"b"))
    assert [p.name for p in (tmp_path / "eigen").iterdir()] == [stuk.id]


def test_a_document_past_its_time_is_gone_and_makes_room(tmp_path: Path) -> None:
    k = kluis(tmp_path, seconden=-1.0, aantal=1)
    stuk = k.neem_op("a.txt", BytesIO(b"a"))
    with pytest.raises(NietGevonden):
        k.stuk(stuk.id)
    assert list((tmp_path / "eigen").iterdir()) == []
    k.neem_op("a.txt", BytesIO(b"a"))
    k.neem_op("b.txt", BytesIO(b"b"))
