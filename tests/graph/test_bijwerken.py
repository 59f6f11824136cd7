"""Building from what was built before: the result is that of a full build, and only what changed is done again."""

from __future__ import annotations

import os
import random
import re
import sqlite3
import subprocess
import sys
import textwrap
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad

from bronnen.regeling import Naam, Regeling
from bronnen.register import Register
from graph.bouw import bouw, bouw_bij
from graph.bouwbron import leescode
from graph.bouwverslag import Bewerking, Bouwverslag
from graph.codeversie import codesom
from graph.opslag import Tabel
from graph.staat import huidige_naam, open_opslag, open_staat
from graph.zoeken import Zoeker
from ontologie.document import DocumentSoort
from ontologie.fouten import BronFout
from ontologie.termen import PROV, RG
from tests.graph.wetten import REGISTER, schrijf

WORTEL = Path(__file__).resolve().parents[2]
_TITELS = {
    1: "Fietswet",
    2: "Steigerwet",
    3: "Vlotwet",
    # Works that the register does not know: their names come with their documents.
    4: "Wet op de zwevende brugverbindingen",
    5: "Pontverordening",
    6: "Wet inzake trekvaarten en jaagpaden 2019",
}
_WOORDEN = ("vlonder", "bel", "brug", "jaagpad", "veerpont", "re-integratie", "oever", "kade", "sluis", "trekpaard")


def regeling(nummer: int, artikelen: int, keuze: random.Random, datum: str = "2026-01-01") -> str:
    """An invented law whose articles cite other laws, present or not, with leden that may not exist."""
    delen = []
    for n in range(1, artikelen + 1):
        ander = _TITELS[keuze.choice([k for k in _TITELS if k != nummer])]
        if keuze.random() < 0.1:
            ander = ander.replace("zwevende", "zwevendde")
        zin = keuze.choice(
            (
                f"Artikel {keuze.randint(1, 6)}, {keuze.choice(('eerste', 'tweede'))} lid, van de {ander} geldt niet.",
                f"De artikelen 2 tot en met 5 van de {ander} zijn van toepassing.",
                f"De raad stelt bij verordening regels over de {keuze.choice(_WOORDEN)}, zie de {ander}.",
                f"Ter uitvoering van artikel {keuze.randint(1, 6)} van de {ander} is een {keuze.choice(_WOORDEN)} er.",
                f"Het eerste lid is van toepassing op een {keuze.choice(_WOORDEN)}.",
            )
        )
        leden = "".join(
            f"<lid><lidnr>{m}</lidnr><al>{zin} De {keuze.choice(_WOORDEN)} telt mee.</al></lid>"
            for m in range(1, keuze.randint(2, 4))
        )
        kop = f"<kop><label>Artikel</label><nr>{n}</nr><titel>Over een {keuze.choice(_WOORDEN)}</titel></kop>"
        delen.append(f"<artikel>{kop}{leden}</artikel>")
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><toestand bwb-id="BWBR900000{nummer}" inwerkingtreding="{datum}">'
        f'<wetgeving soort="wet"><intitule>Wet van enige dag</intitule><citeertitel>{_TITELS[nummer]}</citeertitel>'
        f"<wet-besluit><wettekst>{''.join(delen)}</wettekst></wet-besluit></wetgeving></toestand>"
    )


def zet(map_: Path, nummer: int, artikelen: int = 4, zaad: int = 0, datum: str = "2026-01-01") -> None:
    map_.mkdir(exist_ok=True)
    inhoud = regeling(nummer, artikelen, random.Random(zaad), datum)
    (map_ / f"{nummer}-{datum}.xml").write_text(inhoud, encoding="utf-8")


def quads(doelmap: Path) -> set[Quad]:
    with open_staat(doelmap) as staat:
        opslag = open_opslag(staat)
        alle = {q for q in opslag.store if q.predicate.value != str(PROV.generatedAtTime)}
        opslag.sluit()
    return alle


def tijdstippen(doelmap: Path) -> int:
    """How many triples ``quads`` leaves out."""
    with open_staat(doelmap) as staat:
        opslag = open_opslag(staat)
        aantal = sum(1 for _ in opslag.store.quads_for_pattern(None, NamedNode(str(PROV.generatedAtTime)), None))
        opslag.sluit()
    return aantal


def zoekgegevens(doelmap: Path) -> list[object]:
    """All answers to every word, and the tables that widen a question."""
    with open_staat(doelmap) as staat:
        zoeker = Zoeker(staat.zoekindex)
        antwoorden: list[object] = [zoeker.zoek(w, alle_versies=a, limiet=500) for w in _WOORDEN for a in (True, False)]
        zoeker.sluit()
        with closing(sqlite3.connect(staat.zoekindex)) as db:
            for vraag in (
                "SELECT vorm, aantal FROM vorm ORDER BY vorm",
                "SELECT stam, vorm FROM stam ORDER BY stam, vorm",
                "SELECT vorm FROM samenstelling ORDER BY vorm",
                "SELECT term, doc, cnt FROM woordenlijst ORDER BY term",
                "SELECT werk, versie FROM zonder_tekst ORDER BY werk, versie",
                "SELECT iri, versie, nieuwste, kop, tekst, delen, keten FROM eenheid ORDER BY werk, versie, id",
            ):
                antwoorden += db.execute(vraag).fetchall()
    return antwoorden


def leesmodel(doelmap: Path) -> list[tuple[str, ...]]:
    """Every row of the reading model, apart from what tells when something was made."""
    with open_staat(doelmap) as staat, closing(sqlite3.connect(staat.leesmodel)) as db:
        rijen = db.execute("SELECT iri, waarden, naar, delen, verwezen, naam FROM ding ORDER BY iri").fetchall()
    return [(iri, _GEMAAKT.sub("", waarden or ""), *rest) for iri, waarden, *rest in rijen]


_GEMAAKT = re.compile(r'"generatedAtTime":\["[^"]*"\],?')


def gelijk_aan_geheel(map_: Path, doelmap: Path, geheel: Path, register: Register = REGISTER) -> None:
    bouw([map_], geheel, register)
    bijgewerkt, opnieuw = quads(doelmap), quads(geheel)
    assert bijgewerkt - opnieuw == set()
    assert opnieuw - bijgewerkt == set()
    assert zoekgegevens(doelmap) == zoekgegevens(geheel)
    assert leesmodel(doelmap) == leesmodel(geheel)


def bewerkingen(verslag: Bouwverslag) -> dict[str, Bewerking | None]:
    return {b.pad.name: b.bewerking for b in verslag.geladen}


@pytest.mark.parametrize("zaad", range(4))
def test_na_een_willekeurige_reeks_is_alles_als_na_een_hele_bouw(
    tmp_path: Path, zaad: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What changed goes to the reading model in portions, as of a large build.
    monkeypatch.setattr("graph.wissel.PORTIE", 50)
    keuze, map_, doel = random.Random(zaad), tmp_path / "bronnen", tmp_path / "opslag"
    map_.mkdir()
    for nummer in keuze.sample(list(_TITELS), 4):
        zet(map_, nummer, keuze.randint(2, 6), keuze.random().__hash__())
    bouw_bij([map_], doel, REGISTER)
    overgenomen = 0
    for stap in range(5):
        for _ in range(keuze.randint(1, 2)):
            aanwezig = sorted(map_.glob("*.xml"))
            if len(aanwezig) > 2 and keuze.random() < 0.35:
                keuze.choice(aanwezig).unlink()
            else:
                datum = keuze.choice(("2026-01-01", "2026-01-01", "2024-07-01"))
                zet(map_, keuze.choice(list(_TITELS)), keuze.randint(1, 6), keuze.random().__hash__(), datum)
        verslag = bouw_bij([map_], doel, REGISTER)
        assert verslag.quads == len(quads(doel)) + tijdstippen(doel)
        overgenomen += sum(b is Bewerking.OVERGENOMEN for b in bewerkingen(verslag).values())
        gelijk_aan_geheel(map_, doel, tmp_path / f"geheel-{stap}")
    assert overgenomen, "er is niets bijgewerkt, alles is steeds opnieuw gebouwd"


# --- What is done, and what is not ----------------------------------------------------------------------------------


def wet(nummer: int, *artikelen: str) -> str:
    """A law with these sentences as its articles."""
    delen = "".join(
        f"<artikel><kop><label>Artikel</label><nr>{n}</nr></kop><al>{zin}</al></artikel>"
        for n, zin in enumerate(artikelen, 1)
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><toestand bwb-id="BWBR900000{nummer}" inwerkingtreding="2026-01-01">'
        f'<wetgeving soort="wet"><intitule>Wet</intitule><citeertitel>{_TITELS[nummer]}</citeertitel>'
        f"<wet-besluit><wettekst>{delen}</wettekst></wet-besluit></wetgeving></toestand>"
    )


def statussen(doelmap: Path) -> set[tuple[str, str]]:
    """Of each reference its words and its status."""
    rg, oa = str(RG), "http://www.w3.org/ns/oa#"
    with open_staat(doelmap) as staat:
        opslag = open_opslag(staat)
        antwoord = opslag.bevraag(
            f"SELECT ?w ?s {{ ?v <{rg}status> ?s ; <{oa}hasTarget>/<{oa}hasSelector>/<{oa}exact> ?w }}"
        )
        assert isinstance(antwoord, Tabel)
        uit = {(r["w"].value, r["s"].value.removeprefix(rg)) for r in antwoord.rijen}
        opslag.sluit()
    return uit


@pytest.fixture
def drie(tmp_path: Path) -> Path:
    """One law that cites a law in the register and one that is in none; another that cites neither."""
    return schrijf(
        tmp_path / "bronnen",
        fietswet=wet(
            1,
            "Artikel 2 van de Steigerwet geldt niet.",
            "De artikelen 1 tot en met 3 van de Steigerwet gelden.",
            f"Artikel 1 van de {_TITELS[4]} geldt niet.",
        ),
        vlotwet=wet(3, "Een vlot drijft."),
    )


_OPEN = {
    ("Artikel 2 van de Steigerwet", "niet-gecontroleerd"),
    ("artikelen 1 tot en met 3 van de Steigerwet", "niet-gecontroleerd"),
    (f"Artikel 1 van de {_TITELS[4]}", "onbekende-regeling"),
}


def test_een_verwijzing_wordt_herleid_als_haar_doel_er_bij_komt_en_weer_open_als_het_weggaat(
    drie: Path, tmp_path: Path
) -> None:
    doel = tmp_path / "opslag"
    bouw_bij([drie], doel, REGISTER)
    assert statussen(doel) == _OPEN
    schrijf(drie, steiger=wet(2, "Een.", "Twee.", "Drie."), brug=wet(4, "Een brug zweeft."))
    verslag = bouw_bij([drie], doel, REGISTER)
    assert statussen(doel) == {(woorden, "opgelost") for woorden, _ in _OPEN}
    assert bewerkingen(verslag) == {
        "brug.xml": Bewerking.GELEZEN,
        "steiger.xml": Bewerking.GELEZEN,
        "fietswet.xml": Bewerking.HERLEID,
        "vlotwet.xml": Bewerking.OVERGENOMEN,
    }
    gelijk_aan_geheel(drie, doel, tmp_path / "geheel")
    schrijf(drie, steiger=wet(2, "Een."))
    bouw_bij([drie], doel, REGISTER)
    assert ("Artikel 2 van de Steigerwet", "doel-ontbreekt") in statussen(doel)
    for naam in ("steiger.xml", "brug.xml"):
        (drie / naam).unlink()
    verslag = bouw_bij([drie], doel, REGISTER)
    assert statussen(doel) == _OPEN
    assert bewerkingen(verslag) == {"fietswet.xml": Bewerking.HERLEID, "vlotwet.xml": Bewerking.OVERGENOMEN}
    gelijk_aan_geheel(drie, doel, tmp_path / "geheel-2")


def test_andere_woorden_in_een_wet_laten_wie_haar_noemt_ongemoeid(drie: Path, tmp_path: Path) -> None:
    schrijf(drie, steiger=wet(2, "Een.", "Twee.", "Drie."))
    bouw_bij([drie], tmp_path / "opslag", REGISTER)
    schrijf(drie, vlotwet=wet(3, "Een vlot drijft niet."))
    verslag = bouw_bij([drie], tmp_path / "opslag", REGISTER)
    assert {naam for naam, b in bewerkingen(verslag).items() if b is not Bewerking.OVERGENOMEN} == {"vlotwet.xml"}
    gelijk_aan_geheel(drie, tmp_path / "opslag", tmp_path / "geheel")


def test_een_ander_register_raakt_alleen_wie_ernaar_vroeg(drie: Path, tmp_path: Path) -> None:
    bouw_bij([drie], tmp_path / "opslag", REGISTER)
    brug = Regeling("brug", _TITELS[4], DocumentSoort.WET, "BWBR9000004", (Naam(_TITELS[4], "citeertitel"),))
    ruimer = Register([*REGISTER, brug])
    verslag = bouw_bij([drie], tmp_path / "opslag", ruimer)
    assert bewerkingen(verslag) == {"fietswet.xml": Bewerking.HERLEID, "vlotwet.xml": Bewerking.OVERGENOMEN}
    assert (f"Artikel 1 van de {_TITELS[4]}", "niet-gecontroleerd") in statussen(tmp_path / "opslag")
    gelijk_aan_geheel(drie, tmp_path / "opslag", tmp_path / "geheel", ruimer)
    andere_titel = Register([replace(r, titel="Vlottenwet") if r.kort == "vw" else r for r in ruimer])
    verslag = bouw_bij([drie], tmp_path / "opslag", andere_titel)
    assert bewerkingen(verslag)["vlotwet.xml"] is not Bewerking.OVERGENOMEN
    gelijk_aan_geheel(drie, tmp_path / "opslag", tmp_path / "geheel-2", andere_titel)


def test_een_andere_lezer_leest_alleen_zijn_eigen_bestanden(
    drie: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    schrijf(drie, **{"verslag-2020": "<html/>"})
    (drie / "brief.txt").write_text("Brief\n\nBetreft: vlotten\n\nArtikel 1 van de Vlotwet geldt.\n", encoding="utf-8")
    bouw_bij([drie], tmp_path / "opslag", REGISTER)
    monkeypatch.setattr("graph.bijwerken.leescode", lambda lezer: "x" if lezer.startswith("tekst") else leescode(lezer))
    verslag = bouw_bij([drie], tmp_path / "opslag", REGISTER)
    gedaan = bewerkingen(verslag)
    assert gedaan.pop("brief.txt") is Bewerking.GELEZEN
    assert set(gedaan.values()) == {Bewerking.OVERGENOMEN}


def test_een_andere_herkenner_bouwt_alles_opnieuw(drie: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bouw_bij([drie], tmp_path / "opslag", REGISTER)
    monkeypatch.setattr("graph.bijwerken.verwerkcode", lambda: "anders")
    assert set(bewerkingen(bouw_bij([drie], tmp_path / "opslag", REGISTER)).values()) == {Bewerking.GELEZEN}


def test_een_module_telt_mee_met_alles_wat_zij_invoert(tmp_path: Path) -> None:
    assert codesom("graph.verwijzing") != codesom("graph.relaties")
    for modules in (("bronnen.bwb",), ("graph.verwijzing", "graph.tripels")):
        assert len(codesom(*modules)) == 64


def keer_bit_om(pad: Path) -> None:
    """The least damage that there is, near the end, where few look."""
    inhoud = bytearray(pad.read_bytes())
    inhoud[-100] ^= 1
    pad.write_bytes(inhoud)


def test_bij_schade_wordt_alles_opnieuw_gebouwd(drie: Path, tmp_path: Path) -> None:
    doel = tmp_path / "opslag"
    for breek in (
        lambda staat: (staat / "sporen" / "kop").write_bytes(b"kapot"),
        lambda staat: (staat / "tripels" / "CURRENT").unlink(),
        lambda staat: (staat / "zoeken.db").write_bytes(b"kapot"),
        lambda staat: (staat / "zoeken.db").unlink(),
        lambda staat: keer_bit_om(staat / "zoeken.db"),
        lambda staat: keer_bit_om(staat / "lezen.db"),
        lambda staat: os.truncate(staat / "lezen.db", (staat / "lezen.db").stat().st_size // 2),
        lambda staat: (staat / "lezen.db").write_bytes(b"kapot"),
        lambda staat: (staat / "lezen.db").unlink(),
    ):
        bouw_bij([drie], doel, REGISTER)
        breek(doel / "staten" / huidige_naam(doel))
        schrijf(drie, vlotwet=wet(3, f"Een vlot drijft {breek!r}.".replace("<", "").replace(">", "")))
        verslag = bouw_bij([drie], doel, REGISTER)
        assert set(bewerkingen(verslag).values()) == {Bewerking.GELEZEN}
        gelijk_aan_geheel(drie, doel, tmp_path / "geheel")


def test_de_vorige_staat_blijft_zoals_zij_was(drie: Path, tmp_path: Path) -> None:
    """The copy shares its files, so nothing of it may be written in."""
    doel = tmp_path / "opslag"
    bouw_bij([drie], doel, REGISTER)
    with open_staat(doel) as staat:
        voor = {p: p.read_bytes() for p in sorted(staat.pad.rglob("*")) if p.is_file()}
        for n in range(3):
            schrijf(drie, vlotwet=wet(3, f"Een vlot drijft {n} keer."), steiger=wet(2, *["Een."] * (n + 1)))
            bouw_bij([drie], doel, REGISTER)
        assert {p: p.read_bytes() for p in sorted(staat.pad.rglob("*")) if p.is_file()} == voor


def test_zonder_documenten_blijft_het_oude_staan(drie: Path, tmp_path: Path) -> None:
    bouw_bij([drie], tmp_path / "opslag", REGISTER)
    ervoor = huidige_naam(tmp_path / "opslag")
    for pad in drie.iterdir():
        pad.write_text("<toestand", encoding="utf-8")
    with pytest.raises(BronFout):
        bouw_bij([drie], tmp_path / "opslag", REGISTER)
    assert huidige_naam(tmp_path / "opslag") == ervoor
    assert quads(tmp_path / "opslag")


BOUWER = textwrap.dedent(
    """
    import sys
    from pathlib import Path
    from graph.bouw import bouw_bij
    from tests.graph.wetten import REGISTER
    print("begint", flush=True)
    bouw_bij([Path(sys.argv[1])], Path(sys.argv[2]), REGISTER, lambda fase, *_: print(fase, flush=True))
    """
)


@pytest.mark.parametrize("regels", [1, 4, 7, 9])
def test_wie_halverwege_wordt_gedood_laat_een_hele_staat_achter(drie: Path, tmp_path: Path, regels: int) -> None:
    doel = tmp_path / "opslag"
    bouw_bij([drie], doel, REGISTER)
    ervoor = quads(doel)
    for n in range(4):
        schrijf(drie, **{f"bij{n}": regeling(n + 3, 30, random.Random(n)).replace("2026-01-01", f"202{n}-01-01")})
    proces = subprocess.Popen(
        [sys.executable, "-c", BOUWER, str(drie), str(doel)], stdout=subprocess.PIPE, text=True, cwd=WORTEL
    )
    assert proces.stdout is not None
    for _ in range(regels):
        proces.stdout.readline()
    proces.kill()
    proces.wait()
    proces.stdout.close()
    erna = quads(doel)
    bouw_bij([drie], doel, REGISTER)
    gelijk_aan_geheel(drie, doel, tmp_path / "geheel")
    assert erna in (ervoor, quads(doel))
    assert len(list((doel / "staten").iterdir())) == 1
