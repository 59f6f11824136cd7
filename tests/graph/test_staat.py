"""Built states: put in place at once, kept while in use, removed after; locks end with their process."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from graph.staat import bouwslot, huidige_naam, nieuwe_staat, open_staat, ruim_op
from ontologie.fouten import OpslagFout


def bouw(doelmap: Path, inhoud: str) -> str:
    """A state that holds one file."""
    with bouwslot(doelmap), nieuwe_staat(doelmap) as pad:
        (pad / "tripels").mkdir()
        (pad / "tripels" / "inhoud").write_text(inhoud, encoding="utf-8")
    return pad.name


def inhoud(doelmap: Path) -> str:
    with open_staat(doelmap) as staat:
        return (staat.tripels / "inhoud").read_text(encoding="utf-8")


def staten(doelmap: Path) -> set[str]:
    return {p.name for p in (doelmap / "staten").iterdir()}


def test_de_nieuwe_staat_dient_na_de_bouw(tmp_path: Path) -> None:
    naam = bouw(tmp_path, "een")
    assert huidige_naam(tmp_path) == naam
    assert inhoud(tmp_path) == "een"


def test_een_oude_staat_gaat_weg_als_niemand_haar_gebruikt(tmp_path: Path) -> None:
    bouw(tmp_path, "een")
    tweede = bouw(tmp_path, "twee")
    assert staten(tmp_path) == {tweede}


def test_een_staat_in_gebruik_blijft_tot_zij_gesloten_is(tmp_path: Path) -> None:
    bouw(tmp_path, "een")
    oud = open_staat(tmp_path)
    bouw(tmp_path, "twee")
    assert (oud.tripels / "inhoud").read_text(encoding="utf-8") == "een"
    assert inhoud(tmp_path) == "twee"
    oud.sluit()
    with bouwslot(tmp_path):
        assert ruim_op(tmp_path) == 1
    assert not oud.pad.exists()


def test_een_mislukte_bouw_laat_de_oude_staat_staan(tmp_path: Path) -> None:
    bouw(tmp_path, "een")

    def mislukt() -> None:
        with bouwslot(tmp_path), nieuwe_staat(tmp_path) as pad:
            (pad / "half").write_text("half", encoding="utf-8")
            raise LookupError("stuk")

    with pytest.raises(LookupError):
        mislukt()
    assert inhoud(tmp_path) == "een"
    assert len(staten(tmp_path)) == 1


def test_wat_een_afgebroken_bouw_achterliet_ruimt_de_volgende_op(tmp_path: Path) -> None:
    bouw(tmp_path, "een")
    rest = tmp_path / "staten" / "20200101T000000000000"
    (rest / "tripels").mkdir(parents=True)
    (rest / "gebruik").touch()
    (tmp_path / "staten" / "20200101T000000000001").mkdir()
    (tmp_path / "HUIDIG.nieuw").write_text("half", encoding="utf-8")
    assert inhoud(tmp_path) == "een"
    nieuw = bouw(tmp_path, "twee")
    assert staten(tmp_path) == {nieuw}


def test_zonder_bouw_is_er_geen_staat(tmp_path: Path) -> None:
    assert huidige_naam(tmp_path) == huidige_naam(tmp_path / "bestaat-niet") == ""
    with pytest.raises(OpslagFout, match="geen kennisgraaf gebouwd"):
        open_staat(tmp_path)


def test_een_weggehaalde_staat_is_een_opslagfout(tmp_path: Path) -> None:
    naam = bouw(tmp_path, "een")
    (tmp_path / "staten" / naam / "gebruik").unlink()
    with pytest.raises(OpslagFout, match="is weg"):
        open_staat(tmp_path)


def test_twee_bouwen_tegelijk_kan_niet_en_de_melding_noemt_wie(tmp_path: Path) -> None:
    import os

    def tweede() -> None:
        with bouwslot(tmp_path):
            raise AssertionError("twee bouwen tegelijk")

    with bouwslot(tmp_path), pytest.raises(OpslagFout, match=f"proces {os.getpid()}"):
        tweede()
    assert bouw(tmp_path, "daarna") == huidige_naam(tmp_path)


def test_het_slot_van_een_gestorven_proces_telt_niet(tmp_path: Path) -> None:
    houder = textwrap.dedent(
        """
        import sys, time
        from pathlib import Path
        from graph.staat import bouwslot
        with bouwslot(Path(sys.argv[1])):
            print("vast", flush=True)
            time.sleep(60)
        """
    )
    with subprocess.Popen([sys.executable, "-c", houder, str(tmp_path)], stdout=subprocess.PIPE, text=True) as proces:
        assert proces.stdout is not None
        assert proces.stdout.readline() == "vast\n"
        with pytest.raises(OpslagFout, match=f"proces {proces.pid}"):
            bouw(tmp_path, "te vroeg")
        proces.kill()
        proces.wait()
    assert (tmp_path / "slot").read_text(encoding="utf-8") == str(proces.pid)
    assert bouw(tmp_path, "een") == huidige_naam(tmp_path)


def test_een_doel_dat_geen_map_kan_zijn_is_een_opslagfout(tmp_path: Path) -> None:
    (tmp_path / "bestand").touch()
    with pytest.raises(OpslagFout, match="kan niet worden geschreven"):
        bouw(tmp_path / "bestand" / "doel", "een")
