"""The build: from a folder with documents to a graph that answers, whatever is in it and whenever it is killed."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest
from pyoxigraph import Quad, RdfFormat, serialize
from pyshacl import validate
from rdflib import Graph

import graph.bouw
from bronnen.kern import lees_kern
from bronnen.lezen import Lot
from bronnen.register import laad_register
from graph.bouw import Fase, bouw, bouw_uit_kern, maak_kern
from graph.dataset import DATASET
from graph.opslag import Tabel
from graph.oxigraph import Oxigraph
from graph.staat import huidige_naam, open_opslag, open_staat
from graph.tripels import IDENTITEIT, graaf_iri, maak_quads
from graph.zoeken import Zoeker
from ontologie.fouten import BronFout
from ontologie.termen import PROV, RG, lees_bestand
from tests.graph.wetten import REGISTER, fietswet, lees, schrijf, steigerwet

ID = "https://w3id.org/regelgraaf/id/"


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    return schrijf(tmp_path / "bronnen", fietswet=fietswet(), steigerwet=steigerwet())


def alle_quads(doelmap: Path) -> set[Quad]:
    with open_staat(doelmap) as staat:
        opslag = open_opslag(staat)
        quads = set(opslag.store)
        opslag.sluit()
    return quads


def vraag(doelmap: Path, sparql: str) -> list[dict[str, str]]:
    with open_staat(doelmap) as staat:
        opslag = open_opslag(staat)
        antwoord = opslag.bevraag(f"PREFIX rg: <{RG}> {sparql}")
        assert isinstance(antwoord, Tabel)
        rijen = [{naam: term.value for naam, term in rij.items()} for rij in antwoord.rijen]
        opslag.sluit()
    return rijen


def zonder_tijd(quads: set[Quad]) -> set[Quad]:
    return {q for q in quads if q.predicate.value != str(PROV.generatedAtTime)}


def test_een_bouw_beantwoordt_wie_waarnaar_verwijst(map_: Path, tmp_path: Path) -> None:
    verslag = bouw([map_], tmp_path / "opslag", REGISTER)
    rijen = vraag(
        tmp_path / "opslag", f"SELECT ?van {{ ?van rg:verwijstNaar <{ID}BWBR9000001/artikel/1/lid/1/onderdeel/a> }}"
    )
    assert rijen == [{"van": f"{ID}BWBR9000002/2025-07-01/artikel/2"}]
    assert [(b.werk, b.versie, b.lot) for b in verslag.bestanden] == [
        ("fw", "2026-01-01", Lot.GELEZEN),
        ("sw", "2025-07-01", Lot.GELEZEN),
    ]
    assert verslag.geladen == verslag.bestanden
    assert verslag.quads == len(alle_quads(tmp_path / "opslag"))
    assert sum(b.verwijzingen for b in verslag.bestanden) == sum(n for _, n in verslag.per_status) > 4
    assert verslag.staat == huidige_naam(tmp_path / "opslag")
    assert {fase for fase, _ in verslag.seconden} == set(Fase)


def test_de_zoekindex_hoort_bij_de_staat(map_: Path, tmp_path: Path) -> None:
    bouw([map_], tmp_path / "opslag", REGISTER)
    with open_staat(tmp_path / "opslag") as staat:
        uitslag = Zoeker(staat.zoekindex).zoek("vlonder")
    assert uitslag.totaal == 1


def test_twee_bouwen_van_dezelfde_bestanden_verschillen_alleen_in_het_tijdstip(map_: Path, tmp_path: Path) -> None:
    bouw([map_], tmp_path / "a", REGISTER)
    # The time of a build is told in whole seconds.
    time.sleep(1.0)
    bouw([map_], tmp_path / "b", REGISTER)
    eerste, tweede = alle_quads(tmp_path / "a"), alle_quads(tmp_path / "b")
    assert zonder_tijd(eerste) == zonder_tijd(tweede)
    assert {q.predicate.value for q in eerste ^ tweede} == {str(PROV.generatedAtTime)}


def test_een_bestand_dat_niet_te_lezen_is_houdt_de_rest_niet_op(map_: Path, tmp_path: Path) -> None:
    schrijf(map_, kapot=fietswet()[:300], ander="<html><body/></html>", dubbel=steigerwet())
    (map_ / "leeg.xml").touch()
    (map_ / "leesmij.md").write_text("Dit is geen bron.", encoding="utf-8")
    verslag = bouw([map_], tmp_path / "opslag", REGISTER)
    lot = {b.pad.stem: b.lot for b in verslag.bestanden}
    assert lot["fietswet"] is Lot.GELEZEN
    assert lot["kapot"] is lot["ander"] is lot["leeg"] is Lot.FOUT
    assert lot["leesmij"] is Lot.GEEN_BRON
    assert sorted((lot["dubbel"], lot["steigerwet"])) == [Lot.DUBBEL, Lot.GELEZEN]
    assert all(b.reden for b in verslag.bestanden if b.lot is not Lot.GELEZEN)
    assert {b.pad.stem for b in verslag.fouten} == {"kapot", "ander", "leeg"}
    assert len(verslag.geladen) == 2


def test_een_versie_uit_twee_mappen_telt_een_keer(map_: Path, tmp_path: Path) -> None:
    ander = schrijf(tmp_path / "ander", fietswet=fietswet(slot="Iets anders."), vroeger=fietswet("2024-01-01"))
    verslag = bouw([map_, ander], tmp_path / "opslag", REGISTER)
    assert [b.lot for b in verslag.bestanden if b.pad == ander / "fietswet.xml"] == [Lot.DUBBEL]
    versies = vraag(tmp_path / "opslag", "SELECT ?v { ?g rg:versie ?v } ORDER BY ?v")
    assert [r["v"].removeprefix(ID) for r in versies] == [
        "BWBR9000001/2024-01-01",
        "BWBR9000001/2026-01-01",
        "BWBR9000002/2025-07-01",
    ]


def test_zonder_een_leesbaar_document_blijft_het_oude_staan(map_: Path, tmp_path: Path) -> None:
    bouw([map_], tmp_path / "opslag", REGISTER)
    ervoor = huidige_naam(tmp_path / "opslag")
    leeg = schrijf(tmp_path / "leeg", kapot="<toestand")
    for bronmap, melding in ((leeg, "geen van de 1 bestanden"), (tmp_path / "niets", "bestaat niet")):
        with pytest.raises(BronFout, match=melding):
            bouw([bronmap], tmp_path / "opslag", REGISTER)
    assert huidige_naam(tmp_path / "opslag") == ervoor
    assert alle_quads(tmp_path / "opslag")


def test_documenten_die_niet_in_het_geheugen_passen_worden_opnieuw_gelezen(
    map_: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bouw([map_], tmp_path / "ruim", REGISTER)
    monkeypatch.setattr(graph.bouw, "BEWAARD", 0)
    bouw([map_], tmp_path / "krap", REGISTER)
    assert zonder_tijd(alle_quads(tmp_path / "ruim")) == zonder_tijd(alle_quads(tmp_path / "krap"))


def test_een_bestand_dat_tijdens_de_bouw_verandert_wordt_gemeld(
    map_: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(graph.bouw, "BEWAARD", 0)

    def verander(fase: Fase, klaar: int, _totaal: int, _wat: str) -> None:
        if fase is Fase.VERWERKEN and klaar == 0:
            schrijf(map_, steigerwet=steigerwet() + " ")

    verslag = bouw([map_], tmp_path / "opslag", REGISTER, verander)
    assert [(b.pad.stem, b.reden) for b in verslag.fouten] == [("steigerwet", "het bestand veranderde tijdens de bouw")]
    assert {b.werk for b in verslag.geladen} == {"fw"}


def test_de_voortgang_noemt_elk_bestand_en_elke_fase(map_: Path, tmp_path: Path) -> None:
    gezien: list[tuple[Fase, int, int, str]] = []
    bouw([map_], tmp_path / "opslag", REGISTER, lambda *stap: gezien.append(stap))
    assert list(dict.fromkeys(stap[0] for stap in gezien)) == list(Fase)
    verwerkt = [stap[1:] for stap in gezien if stap[0] is Fase.VERWERKEN]
    assert verwerkt == [(0, 2, "fietswet.xml"), (1, 2, "steigerwet.xml")]


def test_een_werk_buiten_het_register_wordt_bij_zijn_naam_gevonden(tmp_path: Path) -> None:
    onbekend = steigerwet().replace("BWBR9000002", "BWBR9000008").replace("Steigerwet", "Wet op de hangbruggen")
    verwijst = fietswet(slot="Zie artikel 2 van de Wet op de hangbruggen.")
    map_ = schrijf(tmp_path / "bronnen", onbekend=onbekend, verwijst=verwijst)
    bouw([map_], tmp_path / "opslag", REGISTER)
    rijen = vraag(tmp_path / "opslag", f"SELECT ?van {{ ?van rg:verwijstNaar <{ID}BWBR9000008/artikel/2> }}")
    assert rijen == [{"van": f"{ID}BWBR9000001/2026-01-01/artikel/3"}]


def test_geen_tripel_staat_in_twee_grafen(map_: Path, tmp_path: Path) -> None:
    """A query on the union of all graphs would count it twice."""
    schrijf(map_, vroeger=fietswet("2024-01-01"))
    bouw([map_], tmp_path / "opslag", REGISTER)
    quads = alle_quads(tmp_path / "opslag")
    assert len({q.graph_name for q in quads} - {IDENTITEIT, DATASET}) == 3
    assert len({q.triple for q in quads}) == len(quads)


# --- Replacing one source -----------------------------------------------------------------------------------------


def test_vervangen_geeft_dezelfde_graaf_als_opnieuw_bouwen(map_: Path, tmp_path: Path) -> None:
    bouw([map_], tmp_path / "a", REGISTER)
    opslag = Oxigraph()
    opslag.laad(alle_quads(tmp_path / "a"))
    schrijf(map_, fietswet=fietswet(slot="Dit slot verwijst naar artikel 1 van de Steigerwet."))
    bouw([map_], tmp_path / "b", REGISTER)
    document = lees(tmp_path / "los", "fietswet", (map_ / "fietswet.xml").read_text(encoding="utf-8"))
    maak_kern([map_], REGISTER, kernmap=tmp_path / "kern")
    verwijzingen = next(k.verwijzingen for k in lees_kern(tmp_path / "kern") if k.document.werk == "fw")
    opslag.vervang(graaf_iri(document, REGISTER), maak_quads(document, verwijzingen, REGISTER))
    assert zonder_tijd(set(opslag.store)) == zonder_tijd(alle_quads(tmp_path / "b"))


# --- From the shipped facts ---------------------------------------------------------------------------------------


def test_de_feiten_geven_dezelfde_verwijzingen_zonder_tekst(map_: Path, tmp_path: Path) -> None:
    bouw([map_], tmp_path / "tekst", REGISTER)
    maak_kern([map_], REGISTER, kernmap=tmp_path / "kern")
    shutil.rmtree(map_)
    verslag = bouw_uit_kern(tmp_path / "feiten", REGISTER, kernmap=tmp_path / "kern")
    assert verslag.uit_kern
    assert len(verslag.geladen) == 2
    heel, feiten = (
        {q for q in zonder_tijd(alle_quads(tmp_path / naam)) if q.graph_name != DATASET} for naam in ("tekst", "feiten")
    )
    alleen_met_tekst = {RG.tekst, RG.metTekst, RG.positieInOuder, RG.opschrift, RG.inTekstBegin, RG.inTekstEind}
    alleen_met_tekst |= {RG.inOpschriftBegin, RG.inOpschriftEind}
    assert {q.predicate.value for q in heel - feiten} <= {str(t) for t in alleen_met_tekst}
    assert {(q.predicate.value, q.object.value) for q in feiten - heel} == {(str(RG.metTekst), "false")}
    assert not [q for q in feiten if q.predicate.value == str(RG.tekst)]


def test_de_feiten_zijn_byte_voor_byte_te_herhalen(map_: Path, tmp_path: Path) -> None:
    for naam in ("a", "b"):
        maak_kern([map_], REGISTER, kernmap=tmp_path / naam)
    bestanden = sorted(p.name for p in (tmp_path / "a").iterdir())
    assert bestanden == ["fw@2026-01-01.jsonl", "sw@2025-07-01.jsonl"]
    assert all((tmp_path / "a" / n).read_bytes() == (tmp_path / "b" / n).read_bytes() for n in bestanden)


# --- Killed -------------------------------------------------------------------------------------------------------

BOUWER = textwrap.dedent(
    """
    import sys
    from pathlib import Path
    from graph.bouw import bouw
    from tests.graph.wetten import REGISTER
    print("begin", flush=True)
    bouw([Path(sys.argv[1])], Path(sys.argv[2]), REGISTER)
    print("klaar", flush=True)
    """
)


def test_een_kill_op_elk_moment_laat_een_goede_staat_achter(map_: Path, tmp_path: Path) -> None:
    doelmap = tmp_path / "opslag"
    bouw([map_], doelmap, REGISTER)
    verwacht = zonder_tijd(alle_quads(doelmap))
    # Long enough for kills to land in every phase: more text, the same structure of answers.
    for jaar in range(2010, 2020):
        schrijf(map_, **{f"fietswet{jaar}": fietswet(f"{jaar}-01-01", slot="Een lang slot. " * 300)})
    toeval = random.Random(7)
    afgebroken = 0
    for _ in range(3):
        opdracht = [sys.executable, "-c", BOUWER, str(map_), str(doelmap)]
        with subprocess.Popen(opdracht, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2]) as proces:
            assert proces.stdout is not None
            assert proces.stdout.readline() == "begin\n"
            time.sleep(toeval.uniform(0.0, 0.4))
            proces.send_signal(signal.SIGKILL)
            afgebroken += "klaar" not in proces.stdout.read()
        quads = alle_quads(doelmap)
        assert verwacht <= quads
        with open_staat(doelmap) as staat:
            assert Zoeker(staat.zoekindex).zoek("vlonder").totaal == 1
    assert afgebroken
    bouw([map_], doelmap, REGISTER)
    assert len(list((doelmap / "staten").iterdir())) == 1


# --- The real documents -------------------------------------------------------------------------------------------


def test_de_echte_documenten_voldoen_aan_de_vormen(echte_bronnen: Path, tmp_path: Path) -> None:
    """A sample of every format; ``benchmarks/bouw.py`` checks all of them."""
    map_ = tmp_path / "bronnen"
    for patroon in ("bwb/BWBR0013060*", "bwb/BWBR0018451*", "cvdr/CVDR680781*", "stb/*.xml", "*ledenbrief*.txt"):
        for pad in echte_bronnen.glob(patroon):
            (map_ / pad.parent.name).mkdir(parents=True, exist_ok=True)
            shutil.copy(pad, map_ / pad.parent.name)
    verslag = bouw([map_], tmp_path / "opslag", laad_register())
    assert not verslag.fouten
    assert len(verslag.geladen) == 5
    tripels = {q.triple for q in alle_quads(tmp_path / "opslag")}
    gegevens = Graph().parse(data=serialize(list(tripels), format=RdfFormat.N_TRIPLES), format="nt")
    vormen = Graph().parse(data=lees_bestand("vormen.ttl"), format="turtle")
    akkoord, _, rapport = validate(gegevens, shacl_graph=vormen, inference="none")
    assert akkoord, rapport


def test_de_meegeleverde_feiten_zijn_die_van_de_documenten(echte_bronnen: Path, tmp_path: Path) -> None:
    kern = Path(graph.bouw.KERNMAP)
    assert list(kern.glob("*.jsonl")), "bronnen/kern is leeg"
    maak_kern([echte_bronnen], laad_register(), kernmap=tmp_path / "kern")
    vers = {p.name: p.read_bytes() for p in (tmp_path / "kern").iterdir()}
    mee = {p.name: p.read_bytes() for p in kern.glob("*.jsonl")}
    verouderd = sorted(n for n in vers.keys() | mee.keys() if vers.get(n) != mee.get(n))
    assert not verouderd, f"maak de feiten opnieuw met «make kern»: {', '.join(verouderd)}"


def test_opgehaalde_teksten_worden_aangevuld_met_feiten(tmp_path: Path) -> None:
    """A folder that holds one work only: the works it lacks come from the shipped facts, its own work does not."""
    (tmp_path / "bron").mkdir()
    (tmp_path / "bron" / "BWBR0015703_2026-01-01_0.xml").write_text(
        '<?xml version="1.0" encoding="UTF-8"?><toestand bwb-id="BWBR0015703" inwerkingtreding="2026-01-01">'
        '<wetgeving soort="wet"><intitule>Wet op de proef</intitule><citeertitel status="officieel">Participatiewet'
        '</citeertitel><wet-besluit><wettekst><artikel label="Artikel 8a"><kop><label>Artikel</label><nr>8a</nr></kop>'
        "<al>De proef wordt geregeld.</al></artikel></wettekst></wet-besluit></wetgeving></toestand>",
        encoding="utf-8",
    )
    verslag = bouw([tmp_path / "bron"], tmp_path / "opslag", laad_register(), aanvullen=True)
    per_werk = {(b.werk, b.versie): b.pad.suffix for b in verslag.geladen}
    assert per_werk["pw", "2026-01-01"] == ".xml"
    assert ("pw", "2023-10-07") not in per_werk, "van een werk dat er is, komen geen feiten bij"
    assert per_werk["mrv", "2025-12"] == ".jsonl"
