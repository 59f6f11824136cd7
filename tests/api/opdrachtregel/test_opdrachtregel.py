"""The command line as a user meets it: what is printed where, in which format, and with which exit status."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import httpx
import pytest

from api.opdrachtregel import main
from api.opdrachtregel.ontleder import maak_ontleder, vertaal
from tests.conftest import WORTEL
from tests.graph.regelingen import wegenregeling

OPDRACHTEN = tuple(next(a.choices for a in maak_ontleder()._actions if a.dest == "opdracht") or ())

#: An invented ordinance as text; the reader of text makes articles and leden of it.
VERORDENING = """Verordening lantaarns Nergenshuizen 2025

Artikel 1 Begrippen
In deze verordening wordt verstaan onder:
a. lantaarn: een lamp op een paal;
b. wet: Participatiewet.

Artikel 2 Branden
1. Een lantaarn brandt van zonsondergang tot zonsopgang.
2. Het eerste lid geldt niet bij volle maan.

Artikel 3 Slot
Artikel 2, tweede lid, en artikel 8a, tweede lid, van de wet blijven buiten toepassing.
"""


class Uitvoer(NamedTuple):
    status: int
    uit: str
    fout: str


@pytest.fixture
def regelgraaf(
    staatmap: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Uitvoer]:
    """Run a command in this process on the built state of the tests."""
    for naam in list(os.environ):
        if naam.startswith("REGELGRAAF_"):
            monkeypatch.delenv(naam)
    monkeypatch.setenv("REGELGRAAF_OPSLAG", str(staatmap))

    def draai(*argumenten: str) -> Uitvoer:
        status = main(argumenten)
        uit, fout = capsys.readouterr()
        return Uitvoer(status, uit, fout)

    return draai


#: With Ctrl-C as in a terminal: whoever runs the tests in the background has it ignored, and children inherit that.
_HOOFD = (
    "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler); "
    "from api.opdrachtregel import main; sys.exit(main())"
)


def als_proces(*argumenten: str, opslag: Path, **kwargs: object) -> subprocess.Popen[bytes]:
    """Run a command as users do."""
    omgeving = {n: w for n, w in os.environ.items() if not n.startswith("REGELGRAAF_")}
    return subprocess.Popen(
        [sys.executable, "-c", _HOOFD, *argumenten],
        cwd=WORTEL,
        env={**omgeving, "REGELGRAAF_OPSLAG": str(opslag)},
        **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **kwargs},
    )  # type: ignore[call-overload]


# --- help and wrong input -----------------------------------------------------------------------------------------


def test_help_names_every_command_and_is_dutch(regelgraaf) -> None:
    assert {"start", "haal", "bouw", "bronnen", "toon", "verwijzingen", "zoek", "sparql", "uitvoer"} <= set(OPDRACHTEN)
    hulp = regelgraaf("--help")
    assert hulp.status == 0
    for opdracht in OPDRACHTEN:
        assert re.search(rf"^ +{opdracht} ", hulp.uit, re.M), opdracht
        eigen = regelgraaf(opdracht, "--help")
        assert eigen.status == 0
        for engels in ("usage", "positional", "optional", "show this", "options:", "default"):
            assert engels not in eigen.uit.lower(), (opdracht, engels)


def test_help_is_fast_because_commands_load_what_they_need() -> None:
    zwaar = "{'rich', 'fastapi', 'uvicorn', 'pyoxigraph', 'rdflib', 'httpx', 'lxml', 'graph.antwoorden'}"
    vraag = (
        f"import sys; from api.opdrachtregel import main; main(['--help']); print(sorted({zwaar} & set(sys.modules)))"
    )
    uit = subprocess.run([sys.executable, "-c", vraag], cwd=WORTEL, capture_output=True, text=True, check=True).stdout
    assert uit.endswith("[]\n")


@pytest.mark.parametrize(
    ("argumenten", "deel"),
    [
        (("zoeken", "x"), "«zoeken» kan niet bij OPDRACHT; kies uit start, haal"),
        (("zoek",), "er ontbreekt: WOORD"),
        (("bronnen", "--oeps"), "dit hoort hier niet: --oeps"),
        (("bronnen", "--formaat", "xls"), "«xls» kan niet bij --formaat; kies uit tabel, json, jsonl, csv"),
        (("bronnen", "--formaat"), "--formaat heeft een waarde nodig"),
        (("toon", "pw", "--limiet", "0"), "--limiet: «0» is geen geheel getal van 1 tot en met 1000"),
        (("toon", "pw", "--limiet", "١"), "geen geheel getal"),
        (("bronnen", "--form", "csv"), "dit hoort hier niet"),  # no abbreviations
        (("toon", "geen", "regeling"), "is geen bekende regeling"),
        (("zoek", "..."), "Er staat geen woord in de vraag"),
        (("zoek", "weg", "--soort", "boek"), "Kies uit wet, amvb"),
        (("verwijzingen", "/bestaat/niet.txt"), "dit bestand bestaat niet"),
        (("verwijzingen", "/"), "/: dit is een map, geen bestand"),
        (("toon", "\x1b[31mrood"), "[31mrood» is geen bekende regeling"),
        (("verwijzingen", "/\x1b[31m/\n.txt"), "/\\x1b[31m/\\n.txt: dit bestand bestaat niet"),
        (("sparql", "SELECT"), "geen geldige SPARQL op regel 1"),
        (("sparql", "SELECT * { ?s a eli:LegalResource }"), "Het voorvoegsel «eli:» op regel 1"),
        (("sparql", "PREFIX a: <a:>\nSELECT * { ?s a:b c:d }"), "Het voorvoegsel «c:» op regel 2"),
        (("sparql", "ASK {}", "--formaat", "ttl"), "Een ASK is er niet in formaat ttl"),
        (("haal", "--op", "gisteren"), "--op: «gisteren» is geen dag; schrijf 2026-01-31"),
        (("start", "--poort", "nul"), "REGELGRAAF_POORT moet een geheel getal zijn"),
        (("bouw", "--bronnen", "/bestaat/niet"), "REGELGRAAF_BRONNEN moet een bestaande map zijn"),
    ],
)
def test_wrong_input_is_status_2_with_one_dutch_sentence(regelgraaf, argumenten: tuple[str, ...], deel: str) -> None:
    gedraaid = regelgraaf(*argumenten)
    assert (gedraaid.status, gedraaid.uit) == (2, "")
    assert deel in gedraaid.fout
    assert "Traceback" not in gedraaid.fout
    assert "\x1b" not in gedraaid.fout


def test_every_message_of_argparse_is_translated() -> None:
    for engels in (
        "the following arguments are required: x",
        "unrecognized arguments: x",
        "argument x: expected one argument",
        "argument x: invalid choice: 'a' (choose from 'b', 'c')",
        "argument x: invalid choice: 'a' (choose from b, c)",
        "argument -x: not allowed with argument -y",
    ):
        assert not set(re.findall(r"[a-z]{3,}", vertaal(engels))) & {
            "the", "following", "arguments", "required", "expected", "argument", "choice", "choose", "from", "allowed",
        }  # fmt: skip


def test_nothing_asked_is_help_and_status_2(regelgraaf) -> None:
    gedraaid = regelgraaf()
    assert gedraaid.status == 2
    assert gedraaid.uit.startswith("Gebruik: regelgraaf")
    assert regelgraaf("--versie").uit.startswith("regelgraaf ")


def test_a_fault_of_ours_is_one_line(regelgraaf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("api.opdrachtregel.documenten.bronnen", lambda keuze: 1 / 0)
    gedraaid = regelgraaf("bronnen")
    assert gedraaid.status == 3
    assert re.fullmatch(
        r"regelgraaf: dit had niet mogen gebeuren: ZeroDivisionError: .*\(.*, regel \d+\)\.\n", gedraaid.fout
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="dit systeem heeft geen /dev/full")
@pytest.mark.parametrize("argumenten", [("bronnen",), ("bronnen", "--formaat", "csv"), ("uitvoer", "--formaat", "nq")])
def test_a_full_disk_is_told(staatmap: Path, argumenten: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as vol:
        proces = als_proces(*argumenten, opslag=staatmap, stdout=vol)
        fout = proces.communicate()[1].decode()
    assert proces.returncode == 3
    assert "de uitvoer is niet te schrijven: de schijf is vol" in fout
    assert "Traceback" not in fout


def test_closed_streams_are_no_fault(staatmap: Path) -> None:
    for dicht in (">&-", "2>&-", ">&- 2>&-"):
        proces = subprocess.run(
            ["/bin/sh", "-c", f'"$0" -c "{_HOOFD}" bronnen {dicht}', sys.executable],
            cwd=WORTEL, env={**os.environ, "REGELGRAAF_OPSLAG": str(staatmap)}, capture_output=True, check=False,
        )  # fmt: skip
        assert (proces.returncode, b"Traceback" in proces.stderr) == (0, False), dicht


# --- lists --------------------------------------------------------------------------------------------------------


def test_bronnen_in_every_format(regelgraaf) -> None:
    (een, _) = json.loads(regelgraaf("bronnen", "--formaat", "json").uit)
    assert (een["werk"], een["versie"], een["volledig"], een["bestand"]) == (
        "wegbrief",
        "2025-09-01",
        True,
        "wegbrief.txt",
    )
    assert len(een["sha256"]) == 64
    regels = [json.loads(r) for r in regelgraaf("bronnen", "--formaat", "jsonl").uit.splitlines()]
    assert regels[0] == een
    rijen = list(csv.DictReader(io.StringIO(regelgraaf("bronnen", "--formaat", "csv").uit)))
    assert [r["werk"] for r in rijen] == ["wegbrief", "wegnh"]
    tabel = regelgraaf("bronnen")
    assert tabel.uit.splitlines()[0].split()[:3] == ["Werk", "Versie", "Soort"]
    assert "Bijgewerkt tot 2025-09-01." in tabel.fout


def test_zoek(regelgraaf) -> None:
    gevonden = [json.loads(r) for r in regelgraaf("zoek", "dorpsraad", "--formaat", "jsonl").uit.splitlines()]
    assert [(g["bepaling"], g["artikel"]) for g in gevonden] == [("wegnh:2:1", "wegnh:2")]
    assert regelgraaf("zoek", "wegen", "--werk", "wegbrief", "--formaat", "csv").uit.count("wegbrief") >= 1
    niets = regelgraaf("zoek", "olifant")
    assert (niets.status, niets.uit) == (1, "")
    assert "Niets gevonden." in niets.fout
    vindplaats = regelgraaf("zoek", "artikel 2 Wegenregeling Nergenshuizen", "--formaat", "csv").uit.splitlines()
    assert vindplaats[1].startswith("wegnh:2,")
    afgekapt = regelgraaf("zoek", "wegen", "--limiet", "1")
    assert "Afgekapt: 1 van" in afgekapt.fout


# --- toon and verwijzingen ----------------------------------------------------------------------------------------


def test_toon(regelgraaf) -> None:
    gedraaid = regelgraaf("toon", "artikel", "2", "lid", "1", "Wegenregeling", "Nergenshuizen")
    assert gedraaid.status == 0
    for deel in (
        "Wegenregeling Nergenshuizen, artikel 2, eerste lid\n",
        "wegnh:2:1",
        "1. Het beheer berust bij de dorpsraad.",
        "Verwezen vanuit (4: 2 naar deze bepaling zelf",
        "«artikel 2, eerste lid, van de Wegenregeling Nergenshuizen»",
        "Daarnaast noemen 1 verwijzingen alleen de regeling als geheel.",
    ):
        assert deel in gedraaid.uit
    json_ = json.loads(regelgraaf("toon", "wegnh:2:1", "--formaat", "json").uit)
    assert (json_["bepaling"], json_["tekst"], json_["in"]) == (
        "wegnh:2:1",
        "Het beheer berust bij de dorpsraad.",
        ["wegnh", "wegnh:2"],
    )
    assert json_["verwijzingen_in"]["per_niveau"] == {"zelf": 2, "onder": 0, "boven": 2}
    assert json_["verwijzingen_in"]["groepen"][0]["items"][0]["niveau"] == "zelf"


def test_toon_of_what_is_not_there_is_status_1_with_near_matches(regelgraaf) -> None:
    gedraaid = regelgraaf("toon", "wegnh:2x")
    assert (gedraaid.status, gedraaid.uit) == (1, "")
    gelijkend = ["Bedoelt u misschien:", "  wegnh:2  Wegenregeling Nergenshuizen, artikel 2"]
    assert gedraaid.fout.splitlines()[1:] == gelijkend
    elders = regelgraaf("toon", "ioaw:1")
    assert (elders.status, elders.fout.splitlines()[1:]) == (1, ["Zie «regelgraaf bronnen» voor wat er wel is."])
    assert regelgraaf("toon", "wegnh:2", "--versie", "1999-01-01").status == 1


def test_verwijzingen_of_a_loaded_work(regelgraaf) -> None:
    gedraaid = regelgraaf("verwijzingen", "wegnh")
    rijen = [json.loads(r) for r in gedraaid.uit.splitlines()]
    origineel = wegenregeling().origineel
    assert all(list(r) == ["begin", "eind", "tekst", "doelen", "soort", "status", "plaats"] for r in rijen)
    assert all(origineel[r["begin"] : r["eind"]] == r["tekst"] for r in rijen)
    assert rijen[0]["doelen"] == ["wegnh:2:2"]
    toegelicht = [json.loads(r) for r in regelgraaf("verwijzingen", "wegnh", "--toelichting").uit.splitlines()]
    ontbreekt = next(r for r in toegelicht if r["status"] == "doel-ontbreekt")
    assert ontbreekt["reden"]
    assert regelgraaf("verwijzingen", "wegnh:4").status == 1


@pytest.mark.parametrize("met_opslag", [True, False])
def test_verwijzingen_of_any_file_with_and_without_a_store(
    regelgraaf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, met_opslag: bool
) -> None:
    if not met_opslag:
        monkeypatch.setenv("REGELGRAAF_OPSLAG", str(tmp_path / "leeg"))
    bestand = tmp_path / "lantaarns.txt"
    bestand.write_text(VERORDENING, encoding="utf-8")
    gedraaid = regelgraaf("verwijzingen", str(bestand))
    assert gedraaid.status == 0, gedraaid.fout
    rijen = [json.loads(r) for r in gedraaid.uit.splitlines()]
    assert all(VERORDENING[r["begin"] : r["eind"]] == r["tekst"] for r in rijen)
    doelen = [d for r in rijen for d in r["doelen"]]
    assert "pw:8a:2" in doelen
    assert any(d.endswith(":2:2") for d in doelen)
    assert (tmp_path / "leeg").exists() is False


def test_one_reference_explained(regelgraaf, tmp_path: Path) -> None:
    bestand = tmp_path / "lantaarns.txt"
    bestand.write_text(VERORDENING, encoding="utf-8")
    plek = str(VERORDENING.index("artikel 8a") + 3)
    uitleg = regelgraaf("verwijzingen", str(bestand), "--plek", plek)
    assert uitleg.status == 0
    assert uitleg.uit.startswith("«artikel 8a, tweede lid, van de wet»")
    assert "niet-gecontroleerd: pw:8a:2\n" in uitleg.uit
    nergens = str(VERORDENING.index("zonsondergang"))
    assert regelgraaf("verwijzingen", str(bestand), "--plek", nergens).status == 1
    # A loaded work is read again from its document, which is not there.
    kwijt = regelgraaf("verwijzingen", "wegnh", "--plek", "0", "--bronnen", str(tmp_path))
    assert kwijt.status == 2
    assert "wegnh.txt" in kwijt.fout


def test_verwijzingen_of_standard_input(regelgraaf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("Zie artikel 2, eerste lid, van de Wegenregeling Nergenshuizen."))
    (rij,) = (json.loads(r) for r in regelgraaf("verwijzingen", "-").uit.splitlines())
    assert (rij["doelen"], rij["status"], rij["plaats"]) == (["wegnh:2:1"], "opgelost", "")


@pytest.mark.parametrize("inhoud", [b"", b"\xff\xfe\x00", b"<onbekend/>", b"PK\x03\x04kapot", b"%PDF-1.4 kapot"])
def test_a_file_that_cannot_be_read_is_named(regelgraaf, tmp_path: Path, inhoud: bytes) -> None:
    for naam in ("kapot.xml", "kapot.docx", "kapot.pdf"):
        (tmp_path / naam).write_bytes(inhoud)
        gedraaid = regelgraaf("verwijzingen", str(tmp_path / naam))
        assert (gedraaid.status, gedraaid.uit) == (2, ""), (naam, gedraaid)
        assert naam in gedraaid.fout


# --- sparql and uitvoer -------------------------------------------------------------------------------------------


def test_sparql(regelgraaf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    vraag = 'SELECT ?s { ?s <https://w3id.org/regelgraaf/def#kort> "wegnh" }'
    assert regelgraaf("sparql", vraag).uit.splitlines()[-1].strip() == "https://w3id.org/regelgraaf/id/wegnh"
    assert json.loads(regelgraaf("sparql", vraag, "--formaat", "jsonl").uit) == {
        "s": "https://w3id.org/regelgraaf/id/wegnh"
    }
    assert json.loads(regelgraaf("sparql", vraag, "--formaat", "json").uit)["head"]["vars"] == ["s"]
    assert regelgraaf("sparql", "ASK {}").uit == "ja\n"
    niets = regelgraaf("sparql", "SELECT * { ?s <x:niet> ?o }")
    assert (niets.status, niets.uit) == (1, "")
    assert "rdfs:label" in regelgraaf("sparql", "DESCRIBE <https://w3id.org/regelgraaf/id/wegnh>").uit
    (tmp_path / "vraag.rq").write_text("ASK {}", encoding="utf-8")
    assert regelgraaf("sparql", str(tmp_path / "vraag.rq")).uit == "ja\n"
    monkeypatch.setattr("sys.stdin", io.StringIO("ASK {}"))
    assert regelgraaf("sparql", "-").uit == "ja\n"
    assert "Afgekapt na 2 rijen" in regelgraaf("sparql", "SELECT * { ?s ?p ?o }", "--rijen", "2").fout


def test_sparql_errors_point_at_the_place(regelgraaf) -> None:
    fout = regelgraaf("sparql", "SELECT * {\n  ?s ?p ) .\n}").fout
    assert "regel 2, kolom" in fout
    regels = fout.splitlines()
    assert regels[1] == "    ?s ?p ) ."
    assert regels[2].strip().startswith("^")


def test_sparql_time_limit_is_status_3(regelgraaf) -> None:
    product = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    gedraaid = regelgraaf("sparql", product, "--seconden", "1")
    assert gedraaid.status == 3
    assert "gestopt" in gedraaid.fout


def test_uitvoer_in_every_format_holds_the_same_triples(regelgraaf, tmp_path: Path) -> None:
    from pyoxigraph import RdfFormat, parse

    formaten = {"ttl": RdfFormat.TURTLE, "trig": RdfFormat.TRIG, "nq": RdfFormat.N_QUADS, "jsonld": RdfFormat.JSON_LD}
    tripels = {}
    for naam, formaat in formaten.items():
        doel = tmp_path / f"graaf.{naam}"
        assert regelgraaf("uitvoer", "--formaat", naam, "--naar", str(doel)).status == 0
        tripels[naam] = {q.triple for q in parse(doel.read_bytes(), format=formaat)}
    assert len(tripels["nq"]) > 200
    assert tripels["ttl"] == tripels["trig"] == tripels["nq"] == tripels["jsonld"]
    assert regelgraaf("uitvoer", "--naar", "/bestaat/niet/x").status == 2


# --- build, documents ---------------------------------------------------------------------------------------------


@pytest.fixture
def documenten(tmp_path: Path) -> Path:
    map_ = tmp_path / "documenten"
    map_.mkdir()
    (map_ / "lantaarns.txt").write_text(VERORDENING, encoding="utf-8")
    (map_ / "kapot.xml").write_text("<toestand", encoding="utf-8")
    return map_


def test_bouw_reports_every_file_and_what_was_built_answers(
    regelgraaf, documenten: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REGELGRAAF_OPSLAG", str(documenten.parent / "opslag"))
    gedraaid = regelgraaf("bouw", "--bronnen", str(documenten), "--formaat", "jsonl")
    assert gedraaid.status == 0, gedraaid.fout
    uitkomsten = {r["bestand"]: r["uitkomst"] for r in map(json.loads, gedraaid.uit.splitlines())}
    assert uitkomsten == {"kapot.xml": "fout", "lantaarns.txt": "gelezen"}
    assert "kapot.xml" in gedraaid.fout
    assert "1 documenten" in gedraaid.fout
    werk = json.loads(regelgraaf("bronnen", "--formaat", "jsonl").uit)["werk"]
    assert "zonsondergang" in regelgraaf("toon", f"{werk}:2:1").uit
    # A folder without anything to read is told, and what was built before stays.
    (documenten / "lantaarns.txt").unlink()
    assert regelgraaf("bouw", "--bronnen", str(documenten)).status == 2
    assert json.loads(regelgraaf("bronnen", "--formaat", "jsonl").uit)["werk"] == werk


def test_a_question_without_a_store_builds_one_first(
    regelgraaf, documenten: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REGELGRAAF_OPSLAG", str(documenten.parent / "opslag"))
    monkeypatch.setenv("REGELGRAAF_BRONNEN", str(documenten))
    gedraaid = regelgraaf("zoek", "zonsondergang", "--formaat", "jsonl")
    assert gedraaid.status == 0
    assert "Er is nog geen kennisgraaf" in gedraaid.fout
    assert json.loads(gedraaid.uit)["fragment"]


def test_haal_from_a_folder(regelgraaf, documenten: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REGELGRAAF_OPSLAG", str(documenten.parent / "opslag"))
    gedraaid = regelgraaf("haal", "--van", str(documenten))
    assert gedraaid.status == 0
    assert (documenten.parent / "opslag" / "gehaald" / "lantaarns.txt").read_text(encoding="utf-8") == VERORDENING
    assert "1 van 2" in gedraaid.fout
    assert regelgraaf("haal", "--van", str(documenten), "pw").status == 2


def test_haal_that_fails_is_status_3_and_says_why(regelgraaf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REGELGRAAF_OPSLAG", str(tmp_path))
    with socket.create_server(("127.0.0.1", 0)) as bezet:
        dicht = bezet.getsockname()[1]
    monkeypatch.setenv("REGELGRAAF_HAAL_SECONDEN", "2")
    gedraaid = regelgraaf("haal", "pw", "--adres", f"http://127.0.0.1:{dicht}", "--formaat", "jsonl")
    assert gedraaid.status == 3
    assert json.loads(gedraaid.uit)["reden"]


# --- as a process -------------------------------------------------------------------------------------------------


def test_a_reader_that_stops_is_no_error(staatmap: Path) -> None:
    proces = als_proces("uitvoer", "--formaat", "nq", opslag=staatmap)
    assert proces.stdout is not None
    assert proces.stderr is not None
    proces.stdout.readline()
    proces.stdout.close()
    assert proces.wait(20) == 141
    assert proces.stderr.read() == b""
    proces.stderr.close()


def test_interrupt_is_told_in_one_word(staatmap: Path) -> None:
    product = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    proces = als_proces("sparql", product, "--seconden", "30", opslag=staatmap)
    time.sleep(1.5)
    proces.send_signal(signal.SIGINT)
    uit, fout = proces.communicate(timeout=30)
    assert (proces.returncode, uit, fout.decode()) == (130, b"", "\nAfgebroken.\n")


@pytest.mark.skipif(shutil.which("script") is None, reason="het programma script ontbreekt")
@pytest.mark.parametrize(("omgeving", "kleur"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_on_a_narrow_terminal_lines_fold_and_colour_can_be_off(
    staatmap: Path, omgeving: dict[str, str], kleur: bool
) -> None:
    opdracht = f"{sys.executable} -c 'import sys; from api.opdrachtregel import main; sys.exit(main())' bronnen"
    uit = subprocess.run(
        ["script", "-qec", f"stty cols 60; {opdracht}", "/dev/null"],
        cwd=WORTEL, capture_output=True, check=True, timeout=30, stdin=subprocess.DEVNULL,
        env={"PATH": os.environ["PATH"], "TERM": "xterm-256color", "REGELGRAAF_OPSLAG": str(staatmap), **omgeving},
    ).stdout.decode()  # fmt: skip
    assert ("\x1b[1m" in uit) == kleur
    kaal = re.sub(r"\x1b\[[0-9;]*m", "", uit)
    assert max(len(regel) for regel in kaal.splitlines()) <= 60
    assert "wegnh" in kaal


@pytest.mark.skipif(shutil.which("script") is None, reason="het programma script ontbreekt")
def test_names_of_files_do_not_steer_the_terminal(tmp_path: Path) -> None:
    map_ = tmp_path / "stukken"
    map_.mkdir()
    (map_ / "goed.txt").write_text(VERORDENING, encoding="utf-8")
    (map_ / "[b]rood\x1b[31m\nen verder.txt").write_bytes(b"")
    opdracht = f"{sys.executable} -c '{_HOOFD}' bouw --bronnen {map_}"
    uit = subprocess.run(
        ["script", "-qec", f"stty cols 300; {opdracht}", "/dev/null"],
        cwd=WORTEL, capture_output=True, check=True, timeout=30, stdin=subprocess.DEVNULL,
        env={"PATH": os.environ["PATH"], "TERM": "xterm-256color", "REGELGRAAF_OPSLAG": str(tmp_path / "opslag")},
    ).stdout.decode()  # fmt: skip
    assert f"Niet gelezen: {map_}/[b]rood\\x1b[31m\\nen verder.txt: het bestand is leeg" in uit
    assert "\x1b[31m" not in uit
    assert "niet mogen gebeuren" not in uit


def test_start_serves_tells_where_and_stops(documenten: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as vrij:
        poort = str(vrij.getsockname()[1])
    opslag = documenten.parent / "opslag"
    proces = als_proces("start", "--bronnen", str(documenten), "--poort", poort, opslag=opslag)
    try:
        assert proces.stdout is not None
        assert proces.stderr is not None
        regel = proces.stdout.readline().decode()
        assert regel == f"Regelgraaf staat klaar op http://127.0.0.1:{poort}/ (stoppen: Ctrl-C)\n"
        with httpx.Client(base_url=f"http://127.0.0.1:{poort}", headers={"Accept": "text/html"}, timeout=30) as klant:
            assert klant.get("/klaar").status_code == 200
            assert "lantaarns" in klant.get("/").text
        tweede = als_proces("start", "--bronnen", str(documenten), "--poort", poort, opslag=opslag)
        _, fout = tweede.communicate(timeout=20)
        assert tweede.returncode == 2
        assert f"Poort {poort} is bezet." in fout.decode()
    finally:
        proces.send_signal(signal.SIGINT)
        _, fout = proces.communicate(timeout=20)
    assert proces.returncode == 0
    assert "Traceback" not in fout.decode()
    assert fout.decode().endswith("Gestopt.\n")
