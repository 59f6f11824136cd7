"""Finding the reader, reading a folder, and what is said of every file that is not read."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from bronnen.lezen import MAXIMUM, Bestand, Lot, Uitkomst, geen_bron, lees, lees_document, lees_map
from bronnen.lezers import LEZERS
from bronnen.register import laad_register
from ontologie.fouten import BronFout, BronTeGroot, OnbekendFormaat
from tests.bronnen.test_manifest import MANIFEST
from tests.bronnen.test_wti import WTI
from tests.bronnen.xmlbronnen import REGISTER, artikel, toestand

GOED = toestand(artikel("1", "<al>Zo is het.</al>"))


def _map(tmp_path: Path, **bestanden: str | bytes) -> dict[str, Uitkomst]:
    for naam, inhoud in bestanden.items():
        pad = tmp_path / naam.replace("__", "/").replace("_dot_", ".")
        pad.parent.mkdir(exist_ok=True)
        pad.write_bytes(inhoud.encode() if isinstance(inhoud, str) else inhoud)
    return {u.pad.name: u for u in lees_map(tmp_path, REGISTER, LEZERS)}


def test_een_kapot_bestand_houdt_de_rest_niet_op(tmp_path: Path) -> None:
    uitkomsten = _map(tmp_path, a_dot_xml="<toestand>\n<half", b_dot_xml=GOED, leeg_dot_xml=b"")
    assert [u.lot for u in uitkomsten.values()] == [Lot.FOUT, Lot.GELEZEN, Lot.FOUT]
    fout = uitkomsten["a.xml"].fout
    assert fout is not None
    assert (fout.bestand, fout.plaats) == (str(tmp_path / "a.xml"), "regel 2, kolom 1")
    assert "leeg" in uitkomsten["leeg.xml"].reden


def test_dubbele_bron(tmp_path: Path) -> None:
    uitkomsten = _map(tmp_path, a_dot_xml=GOED, sub__b_dot_xml=GOED, w_dot_WTI=WTI, x_dot_WTI=WTI)
    assert [u.lot for u in uitkomsten.values()] == [Lot.GELEZEN, Lot.DUBBEL, Lot.BIJBESTAND, Lot.DUBBEL]
    assert uitkomsten["b.xml"].reden == "dubbel: BWBR9000001, versie 2024-05-01 staat ook in a.xml"
    assert uitkomsten["b.xml"].dubbel_van == tmp_path / "a.xml"


def test_dezelfde_versie_met_een_andere_inhoud_is_dubbel_en_zo_genoemd(tmp_path: Path) -> None:
    uitkomsten = _map(tmp_path, a_dot_xml=GOED, b_dot_xml=GOED.replace("Zo is het", "Zo is het niet"))
    assert uitkomsten["b.xml"].reden.endswith("staat ook in a.xml, met een andere inhoud; alleen dat bestand telt")


def test_de_reden_noemt_de_plaats(tmp_path: Path) -> None:
    assert _map(tmp_path, a_dot_xml="<toestand>\n<half")["a.xml"].reden.startswith("regel 2, kolom 1: ")


def test_wat_geen_gewoon_bestand_is_wordt_genoemd(tmp_path: Path) -> None:
    (tmp_path / "kring").symlink_to(tmp_path)
    (tmp_path / "lus.xml").symlink_to("lus.xml")
    (tmp_path / "weg.xml").symlink_to("nergens")
    os.mkfifo(tmp_path / "pijp.txt")
    uitkomsten = _map(tmp_path, goed_dot_xml=GOED)
    assert {n: u.lot for n, u in uitkomsten.items()} == {
        "goed.xml": Lot.GELEZEN,
        "kring": Lot.GEEN_BRON,
        "lus.xml": Lot.FOUT,
        "pijp.txt": Lot.GEEN_BRON,
        "weg.xml": Lot.FOUT,
    }
    assert all(u.reden for n, u in uitkomsten.items() if n != "goed.xml")
    assert "bestaat niet" in uitkomsten["weg.xml"].reden


def test_map_zonder_leesrecht_wordt_genoemd(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dicht = tmp_path / "dicht"
    dicht.mkdir()
    bekijk = os.scandir

    def scandir(pad: Path | str) -> object:  # whoever runs this may be allowed to read everything
        if Path(pad) == dicht:
            raise PermissionError(errno.EACCES, "Permission denied", str(dicht))
        return bekijk(pad)

    monkeypatch.setattr(os, "scandir", scandir)
    uitkomsten = _map(tmp_path, goed_dot_xml=GOED)
    assert uitkomsten["goed.xml"].lot is Lot.GELEZEN
    assert (uitkomsten["dicht"].lot, uitkomsten["dicht"].reden) == (
        Lot.FOUT,
        "deze map is niet te openen (geen toegang)",
    )


def test_bestand_dat_tijdens_het_lezen_verdwijnt(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(GOED, encoding="utf-8")
    (tmp_path / "b.xml").write_text(GOED, encoding="utf-8")
    uitkomsten = lees_map(tmp_path, REGISTER, LEZERS)
    assert next(uitkomsten).lot is Lot.GELEZEN
    (tmp_path / "b.xml").unlink()
    assert next(uitkomsten).reden == "het bestand is niet te openen (bestaat niet)"


def test_manifest_dat_een_ontbrekend_bestand_noemt(tmp_path: Path) -> None:
    uitkomst = _map(tmp_path, m_dot_xml=MANIFEST)["m.xml"]
    assert uitkomst.lot is Lot.BIJBESTAND
    assert uitkomst.reden == "noemt BWBR9_2024-01-01_1.xml, maar dat bestand ontbreekt hier"


def test_map_die_er_niet_is_of_leeg_is(tmp_path: Path) -> None:
    with pytest.raises(BronFout, match="deze map is leeg"):
        list(lees_map(tmp_path, REGISTER, LEZERS))
    with pytest.raises(BronFout, match="bestaat niet"):
        list(lees_map(tmp_path / "weg", REGISTER, LEZERS))


@pytest.mark.parametrize(
    ("naam", "reden"),
    [
        ("schema.xsd", "XML-schema, geen bron"),
        ("LEESMIJ.md", "leesmij-bestand, geen bron"),
        ("README.txt", "leesmij-bestand, geen bron"),
        ("goud.jsonl", "gegevensbestand, geen bron"),
        (".DS_Store", "verborgen bestand, geen bron"),
        ("wet.xml", ""),
        ("handreiking.md", ""),
    ],
)
def test_bestanden_die_geen_bron_zijn(naam: str, reden: str) -> None:
    assert geen_bron(Path(naam)) == reden


def test_onbekende_xml_noemt_haar_buitenste_element(tmp_path: Path) -> None:
    pad = tmp_path / "x.xml"
    pad.write_text("<factuur/>", encoding="utf-8")
    with pytest.raises(OnbekendFormaat, match="«factuur»"):
        lees(pad, REGISTER, LEZERS)


def test_te_groot_bestand_wordt_niet_gelezen(tmp_path: Path) -> None:
    pad = tmp_path / "groot.xml"
    with pad.open("wb") as f:
        f.write(b"<toestand>")
        f.truncate(500_000_000)
    assert MAXIMUM < 500_000_000
    with pytest.raises(BronTeGroot, match="500 MB"):
        lees(pad, REGISTER, LEZERS)


def test_bestand_dat_niet_te_openen_is(tmp_path: Path) -> None:
    with pytest.raises(BronFout, match="niet te openen"):
        lees(tmp_path / "weg.xml", REGISTER, LEZERS)
    with pytest.raises(BronFout, match="niet te openen"):
        _ = Bestand(tmp_path).inhoud


def test_een_bijbestand_is_geen_document(tmp_path: Path) -> None:
    (tmp_path / "m.xml").write_text(MANIFEST, encoding="utf-8")
    (tmp_path / "a.xml").write_text(GOED, encoding="utf-8")
    with pytest.raises(OnbekendFormaat, match="hoort bij BWBR9"):
        lees_document(tmp_path / "m.xml", REGISTER, LEZERS)
    assert lees_document(tmp_path / "a.xml", REGISTER, LEZERS).citeertitel == "Proefwet"


def test_elk_echt_bestand_wordt_gelezen_of_genoemd(echte_bronnen: Path) -> None:
    uitkomsten = list(lees_map(echte_bronnen, laad_register(), LEZERS))
    loten = {lot: sum(u.lot is lot for u in uitkomsten) for lot in Lot}
    assert loten == {Lot.GELEZEN: 16, Lot.BIJBESTAND: 2, Lot.GEEN_BRON: 4, Lot.DUBBEL: 0, Lot.FOUT: 0}
    assert all(u.reden for u in uitkomsten if u.lot is Lot.GEEN_BRON)
    assert {"pw", "web", "wvo", "wec", "suwi", "mrv", "hr", "lb"} <= {u.document.werk for u in uitkomsten if u.document}
