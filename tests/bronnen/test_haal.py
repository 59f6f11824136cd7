"""Downloads against a real server on this machine: what arrives, what is refused, what is kept for the next time."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from bronnen.haal import Haalinstellingen, Opgehaald, Voortgang, haal, neem_over
from bronnen.lezers import LEZERS
from bronnen.register import Register, laad_register
from ontologie.fouten import BronFout, HaalFout, InstellingFout
from tests.bronnen.bibliotheek import Bibliotheek, Gedrag, bibliotheek

PW = "BWBR0015703"
OUD, NIEUW = b"<oud>" + b"o" * 4000, b"<nieuw>" + b"n" * 9000
BESTAND = f"{PW}_2026-01-01_0.xml"
DAG = date(2026, 3, 1)


@pytest.fixture(scope="module")
def register() -> Register:
    return laad_register()


@pytest.fixture
def bib() -> Iterator[Bibliotheek]:
    with bibliotheek() as b:
        b.zet_regeling(PW, {"2023-10-07_0": OUD, "2026-01-01_0": NIEUW})
        yield b


def _haal(
    bib: Bibliotheek,
    doel: Path,
    register: Register,
    *werken: str,
    dag: date = DAG,
    met_wti: bool = False,
    meld: list[Voortgang] | None = None,
    **anders: float,
) -> list[Opgehaald]:
    instellingen = Haalinstellingen(bib.adres, **{"pauze": 0.001, "tijdslimiet": 20.0, **anders})  # type: ignore[arg-type]
    return list(
        haal(
            werken or ("pw",),
            doel,
            register,
            dag,
            instellingen=instellingen,
            meld=meld.append if meld is not None else None,
            met_wti=met_wti,
        )
    )


def _fout(uitkomsten: list[Opgehaald]) -> str:
    (uitkomst,) = uitkomsten
    assert uitkomst.fout is not None
    assert uitkomst.pad is None
    return str(uitkomst.fout)


def test_de_versie_die_op_de_dag_geldt(bib: Bibliotheek, tmp_path: Path, register: Register) -> None:
    (uitkomst,) = _haal(bib, tmp_path, register)
    assert uitkomst == Opgehaald("pw", tmp_path / BESTAND, "2026-01-01_0")
    assert (tmp_path / BESTAND).read_bytes() == NIEUW
    (uitkomst,) = _haal(bib, tmp_path, register, dag=date(2024, 5, 1))
    assert uitkomst.versie == "2023-10-07_0"
    assert sorted(p.name for p in tmp_path.iterdir()) == [
        f"{PW}_2023-10-07_0.xml",
        f"{PW}_2023-10-07_0.xml.json",
        BESTAND,
        f"{BESTAND}.json",
        f"{PW}_manifest.xml",
    ]
    (agent,) = bib.agenten
    assert agent.startswith("Regelgraaf/")


def test_de_herkomst_staat_ernaast(bib: Bibliotheek, tmp_path: Path, register: Register) -> None:
    _haal(bib, tmp_path, register)
    gegevens = json.loads((tmp_path / f"{BESTAND}.json").read_text(encoding="utf-8"))
    assert gegevens["sha256"] == hashlib.sha256(NIEUW).hexdigest()
    assert gegevens["sha512"] == hashlib.sha512(NIEUW).hexdigest()
    assert gegevens["grootte"] == len(NIEUW)
    assert gegevens["adres"] == f"{bib.adres}/{PW}/2026-01-01_0/xml/{BESTAND}"
    assert (gegevens["versie"], gegevens["geldig_van"]) == ("2026-01-01_0", "2026-01-01")


def test_wat_er_al_goed_is_wordt_niet_opnieuw_gehaald(bib: Bibliotheek, tmp_path: Path, register: Register) -> None:
    _haal(bib, tmp_path, register)
    (uitkomst,) = _haal(bib, tmp_path, register)
    assert uitkomst.was_er_al
    assert bib.aantal(BESTAND) == 1
    (tmp_path / BESTAND).write_bytes(b"beschadigd")
    (uitkomst,) = _haal(bib, tmp_path, register)
    assert not uitkomst.was_er_al
    assert (tmp_path / BESTAND).read_bytes() == NIEUW


def test_voortgang_loopt_op_tot_het_geheel(bib: Bibliotheek, tmp_path: Path, register: Register) -> None:
    meldingen: list[Voortgang] = []
    _haal(bib, tmp_path, register, meld=meldingen)
    van_bestand = [m for m in meldingen if m.bestand == BESTAND]
    assert van_bestand[-1] == Voortgang(BESTAND, len(NIEUW), len(NIEUW))
    assert [m.gehaald for m in van_bestand] == sorted(m.gehaald for m in van_bestand)


def test_een_afgebroken_overdracht_gaat_verder_waar_zij_was(
    bib: Bibliotheek, tmp_path: Path, register: Register
) -> None:
    bib.gedrag(BESTAND).breek_na = 4000
    (uitkomst,) = _haal(bib, tmp_path, register)
    assert uitkomst.fout is None
    assert (tmp_path / BESTAND).read_bytes() == NIEUW
    assert [b for p, b in bib.verzoeken if p.endswith(BESTAND)] == ["", "bytes=4000-", "bytes=8000-"]


def test_ook_een_volgende_keer_gaat_het_verder(bib: Bibliotheek, tmp_path: Path, register: Register) -> None:
    bib.gedrag(BESTAND).breek_na = 2000
    assert "de overdracht brak af" in _fout(_haal(bib, tmp_path, register, pogingen=2))
    assert not (tmp_path / BESTAND).exists()
    bib.gedrag(BESTAND).breek_na = 0
    _haal(bib, tmp_path, register)
    assert (tmp_path / BESTAND).read_bytes() == NIEUW
    assert bib.verzoeken[-1][1] == "bytes=4000-"


@pytest.mark.parametrize("verschil", ["geen-bereik", "verkeerd-bereik", "ander-begin", "te-veel"])
def test_een_begin_dat_niet_past_wordt_weggegooid(
    bib: Bibliotheek, tmp_path: Path, register: Register, verschil: str
) -> None:
    begin = {"ander-begin": b"x" * 100, "te-veel": b"x" * 20_000}.get(verschil, NIEUW[:100])
    (tmp_path / f".{BESTAND}.deel").write_bytes(begin)
    bib.gedrag(BESTAND).met_bereik = verschil != "geen-bereik"
    bib.gedrag(BESTAND).verkeerd_bereik = verschil == "verkeerd-bereik"
    (uitkomst,) = _haal(bib, tmp_path, register)
    assert uitkomst.fout is None
    assert (tmp_path / BESTAND).read_bytes() == NIEUW
    assert not list(tmp_path.glob(".*"))


def test_een_manifest_dat_een_afwezig_bestand_noemt(bib: Bibliotheek, tmp_path: Path, register: Register) -> None:
    bib.paden = {pad: g for pad, g in bib.paden.items() if not pad.endswith(BESTAND)}
    fout = _fout(_haal(bib, tmp_path, register))
    assert fout.startswith(f"Het manifest van {PW} noemt {BESTAND}, maar: ")
    assert "bestaat niet (404)" in fout
    assert bib.aantal(BESTAND) == 1  # no use asking again


def test_een_regeling_zonder_manifest(bib: Bibliotheek, tmp_path: Path, register: Register) -> None:
    fout, goed = _haal(bib, tmp_path, register, "web", "pw")
    assert "manifest.xml bestaat niet (404)" in str(fout.fout)
    assert goed.fout is None  # the others go on


@pytest.mark.parametrize(
    ("anders", "zegt"),
    [
        ({"hash": "0" * 128}, "past niet bij de controlesom"),
        ({"grootte": "9100"}, "9007 bytes, volgens het manifest 9100"),
        ({"grootte": "900000000"}, "de grens is"),
        ({"naam": "../../erg.xml"}, "onmogelijke naam"),
        ({"naam": "/etc/erg.xml"}, "onmogelijke naam"),
        ({"naam": ".verborgen"}, "onmogelijke naam"),
        ({"label": "BWBR0000001"}, "gaat over BWBR0000001"),
    ],
)
def test_een_manifest_dat_niet_klopt(
    bib: Bibliotheek, tmp_path: Path, register: Register, anders: dict[str, str], zegt: str
) -> None:
    bib.zet_regeling(PW, {"2026-01-01_0": NIEUW}, **anders)
    doel = tmp_path / "doel"
    assert zegt in _fout(_haal(bib, doel, register))
    assert not (doel / BESTAND).exists()
    assert not list(tmp_path.rglob("erg.xml"))


@pytest.mark.parametrize("inhoud", [b"", b"<work", b"<html/>", b'<work label="BWBR0015703"/>'])
def test_een_beschadigd_manifest(bib: Bibliotheek, tmp_path: Path, register: Register, inhoud: bytes) -> None:
    bib.gedrag("manifest.xml").inhoud = inhoud
    assert f"Het manifest van {PW} is niet te lezen" in _fout(_haal(bib, tmp_path, register))
    assert list(tmp_path.iterdir()) == []


def test_geen_versie_op_die_dag(bib: Bibliotheek, tmp_path: Path, register: Register) -> None:
    fout = _fout(_haal(bib, tmp_path, register, dag=date(2001, 1, 1)))
    assert "geen versie die geldt op 01-01-2001. De oudste versie geldt vanaf 07-10-2023." in fout


@pytest.mark.parametrize(
    ("werk", "zegt"),
    [
        ("Wet maanlicht", "geen bekende regeling"),
        ("mrv", "staat niet met een BWB-id in het register"),
        ("Aw", "kan meer dan één regeling zijn"),
        ("../erg", "geen bekende regeling"),
    ],
)
def test_wat_geen_officiele_regeling_is(
    bib: Bibliotheek, tmp_path: Path, register: Register, werk: str, zegt: str
) -> None:
    assert zegt in _fout(_haal(bib, tmp_path, register, werk))
    assert bib.verzoeken == []


@pytest.mark.parametrize(
    "naar", ["http://example.org/x.xml", "//example.org/x", "file:///etc/passwd", "http://127.0.0.1:1/x", ""]
)
def test_een_omleiding_naar_elders_wordt_niet_gevolgd(
    bib: Bibliotheek, tmp_path: Path, register: Register, naar: str
) -> None:
    bib.paden[f"/bwb/{PW}/manifest.xml"] = Gedrag(status=302, kop={"Location": naar})
    assert "leidt om naar een ander adres" in _fout(_haal(bib, tmp_path, register))


def test_een_omleiding_binnen_de_server_wordt_gevolgd(bib: Bibliotheek, tmp_path: Path, register: Register) -> None:
    bib.paden["/elders.xml"] = Gedrag(NIEUW)
    bib.paden[f"/bwb/{PW}/2026-01-01_0/xml/{BESTAND}"] = Gedrag(status=307, kop={"Location": "/elders.xml"})
    (uitkomst,) = _haal(bib, tmp_path, register)
    assert uitkomst.fout is None
    bib.paden[f"/bwb/{PW}/manifest.xml"] = Gedrag(status=302, kop={"Location": "manifest.xml"})
    assert "steeds omgeleid" in _fout(_haal(bib, tmp_path, register))


def test_een_trage_server_wordt_na_de_tijdslimiet_verlaten(
    bib: Bibliotheek, tmp_path: Path, register: Register
) -> None:
    bib.gedrag(BESTAND).inhoud = NIEUW * 200
    bib.zet_regeling(PW, {"2026-01-01_0": NIEUW * 200})
    bib.gedrag(BESTAND).traag = 0.02
    begin = time.monotonic()
    fout = _fout(_haal(bib, tmp_path, register, tijdslimiet=0.6))
    assert time.monotonic() - begin < 3
    assert "De tijdslimiet van 0.6 seconden is bereikt" in fout
    assert (tmp_path / f".{BESTAND}.deel").stat().st_size > 0  # kept for the next time


def test_een_zwijgende_server(bib: Bibliotheek, tmp_path: Path, register: Register) -> None:
    bib.gedrag(BESTAND).traag = 1.0
    fout = _fout(_haal(bib, tmp_path, register, wachttijd=0.1, pogingen=2))
    assert "de server antwoordt niet op tijd" in fout


def test_een_overbelaste_server_wordt_later_nog_eens_gevraagd(
    bib: Bibliotheek, tmp_path: Path, register: Register
) -> None:
    gedrag = bib.gedrag(BESTAND)
    gedrag.eerst_status, gedrag.eerst_keer, gedrag.kop = 503, 1, {"Retry-After": "1"}
    begin = time.monotonic()
    (uitkomst,) = _haal(bib, tmp_path, register)
    assert uitkomst.fout is None
    assert time.monotonic() - begin >= 1
    assert bib.aantal(BESTAND) == 2


@pytest.mark.parametrize("wachten", ["3600", "Fri, 01 Jan 2100 00:00:00 GMT"])
def test_wie_te_lang_laat_wachten_wordt_niet_afgewacht(
    bib: Bibliotheek, tmp_path: Path, register: Register, wachten: str
) -> None:
    gedrag = bib.gedrag(BESTAND)
    gedrag.eerst_status, gedrag.eerst_keer, gedrag.kop = 429, 9, {"Retry-After": wachten}
    begin = time.monotonic()
    assert "seconden wachten (de server antwoordt met 429)" in _fout(_haal(bib, tmp_path, register))
    assert time.monotonic() - begin < 3


def test_er_wordt_niet_eindeloos_geprobeerd(bib: Bibliotheek, tmp_path: Path, register: Register) -> None:
    gedrag = bib.gedrag(BESTAND)
    gedrag.eerst_status, gedrag.eerst_keer = 500, 99
    assert "de server antwoordt met 500" in _fout(_haal(bib, tmp_path, register))
    assert bib.aantal(BESTAND) == Haalinstellingen().pogingen


def test_een_bestand_boven_de_grens(bib: Bibliotheek, tmp_path: Path, register: Register) -> None:
    assert "de grens is" in _fout(_haal(bib, tmp_path, register, maximum=2000))
    bib.gedrag("manifest.xml").kop = {"Content-Length": "5000000000"}
    assert "de grens is" in _fout(_haal(bib, tmp_path, register))


def test_een_onverwachte_codering(bib: Bibliotheek, tmp_path: Path, register: Register) -> None:
    bib.gedrag("manifest.xml").kop = {"Content-Encoding": "gzip"}
    assert "codering" in _fout(_haal(bib, tmp_path, register))


def test_zonder_server(tmp_path: Path, register: Register) -> None:
    with bibliotheek() as weg:
        pass
    fout = _fout(_haal(weg, tmp_path, register))
    assert "geen verbinding met de server" in fout


def test_een_map_waarin_niet_te_schrijven_is(bib: Bibliotheek, tmp_path: Path, register: Register) -> None:
    (tmp_path / "bestand").write_text("x", encoding="utf-8")
    assert "niet te schrijven" in _fout(_haal(bib, tmp_path / "bestand", register))


def test_de_geschiedenis_van_de_regeling(bib: Bibliotheek, tmp_path: Path, register: Register) -> None:
    bib.paden[f"/bwb/{PW}/{PW}.WTI"] = Gedrag(b"<wetstechnische-informatie/>")
    (uitkomst,) = _haal(bib, tmp_path, register, met_wti=True)
    assert uitkomst.fout is None
    assert (tmp_path / f"{PW}.WTI").exists()


@pytest.mark.parametrize(
    "basis", ["http://example.org/bwb", "ftp://example.org", "file:///tmp", "https://", "https://u@h/x", "https://h/?q"]
)
def test_alleen_van_een_beveiligd_adres(basis: str) -> None:
    with pytest.raises(InstellingFout):
        Haalinstellingen(basis)


# --- files at hand ------------------------------------------------------------------------------------------------


def _verordening(map_: Path) -> Path:
    map_.mkdir(parents=True)
    bib = Bibliotheek("")
    bib.zet_regeling(PW, {"2026-01-01_0": NIEUW})
    (map_ / f"{PW}_manifest.xml").write_bytes(bib.gedrag("manifest.xml").inhoud)
    (map_ / "kapot.xml").write_bytes(b"<toestand")
    (map_ / "LEESMIJ.md").write_text("lees mij", encoding="utf-8")
    return map_


def test_bestanden_die_er_al_zijn(tmp_path: Path, register: Register) -> None:
    van = _verordening(tmp_path / "van")
    doel = tmp_path / "doel"
    uitkomsten = {o.van.name: o for o in neem_over(van, doel, register, LEZERS)}
    goed = uitkomsten[f"{PW}_manifest.xml"]
    assert goed.naar == doel / f"{PW}_manifest.xml"
    assert goed.naar.read_bytes() == goed.van.read_bytes()
    assert uitkomsten["kapot.xml"].naar is None
    assert uitkomsten["kapot.xml"].reden
    assert uitkomsten["LEESMIJ.md"].naar is None
    assert sorted(p.name for p in doel.iterdir()) == [f"{PW}_manifest.xml", f"{PW}_manifest.xml.json"]
    gegevens = json.loads((doel / f"{PW}_manifest.xml.json").read_text(encoding="utf-8"))
    assert gegevens["sha256"] == hashlib.sha256(goed.van.read_bytes()).hexdigest()
    assert gegevens["regeling"] == "pw"


def test_overnemen_overschrijft_niets(tmp_path: Path, register: Register) -> None:
    van = _verordening(tmp_path / "van")
    doel = tmp_path / "doel"
    list(neem_over(van, doel, register, LEZERS))
    opnieuw = {o.van.name: o for o in neem_over(van, doel, register, LEZERS)}
    assert opnieuw[f"{PW}_manifest.xml"].reden == "stond er al"
    (doel / f"{PW}_manifest.xml").write_text("eigen werk", encoding="utf-8")
    opnieuw = {o.van.name: o for o in neem_over(van, doel, register, LEZERS)}
    assert "bestaat al met een andere inhoud" in opnieuw[f"{PW}_manifest.xml"].reden
    assert (doel / f"{PW}_manifest.xml").read_text(encoding="utf-8") == "eigen werk"


def test_mappen_in_elkaar_of_afwezig(tmp_path: Path, register: Register) -> None:
    van = _verordening(tmp_path / "van")
    for doel in (van, van / "onder", tmp_path):
        with pytest.raises(HaalFout, match="liggen in elkaar"):
            list(neem_over(van, doel, register, LEZERS))
    with pytest.raises(BronFout, match="bestaat niet"):
        list(neem_over(tmp_path / "weg", tmp_path / "doel", register, LEZERS))
