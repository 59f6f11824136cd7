"""The operations guide and its examples: everything that they name exists, and what they tell to do works."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.app import maak_api
from api.instellingen import Instellingen, lees_instellingen
from api.metingen import Metingen
from api.opdrachtregel.ontleder import maak_ontleder
from graph.staat import open_opslag, open_staat
from tests.graph.regelingen import bouw_staat, wegenregeling

WORTEL = Path(__file__).resolve().parent.parent
VOORBEELDEN = WORTEL / "docs" / "voorbeelden"
GIDSEN = [WORTEL / "docs" / "beheer.md", WORTEL / "docs" / "engines.md"]
BESTANDEN = sorted(VOORBEELDEN.iterdir())
#: Where the examples have the program.
GEPLAATST = "/opt/regelgraaf"


def test_every_example_is_in_the_guide() -> None:
    gids = GIDSEN[0].read_text(encoding="utf-8")
    assert len(BESTANDEN) == 4
    for bestand in BESTANDEN:
        assert f"(voorbeelden/{bestand.name})" in gids


@pytest.mark.parametrize("bestand", [*GIDSEN, *BESTANDEN], ids=lambda b: b.name)
def test_settings_that_are_named_exist(bestand: Path) -> None:
    genoemd = set(re.findall(r"REGELGRAAF_[A-Z_]*[A-Z]", bestand.read_text(encoding="utf-8")))
    assert genoemd <= set(Instellingen.namen().values())


@pytest.mark.parametrize("bestand", [*GIDSEN, *BESTANDEN], ids=lambda b: b.name)
def test_commands_that_are_named_exist(bestand: Path) -> None:
    tekst = bestand.read_text(encoding="utf-8")
    opdrachten = re.findall(r"(?m)(?:^ {4}|`|bin/)(regelgraaf (?!/|\.)[a-z][^`#\n]*)", tekst)
    json_vorm = re.findall(r'CMD (\["\.venv/bin/regelgraaf".*\])', tekst)
    delen = [shlex.split(o)[1:] for o in opdrachten] + [json.loads(o)[1:] for o in json_vorm]
    for argumenten in delen:
        maak_ontleder().parse_args(argumenten)
    if bestand.suffix in (".md", ".service") or bestand.name == "Containerfile":
        assert delen


def test_the_environment_file_is_a_set_of_settings(tmp_path: Path) -> None:
    regels = (VOORBEELDEN / "regelgraaf.env").read_text(encoding="utf-8").splitlines()
    omgeving = dict(r.split("=", 1) for r in regels if r and not r.startswith("#"))
    omgeving["REGELGRAAF_BRONNEN"] = str(tmp_path)
    assert lees_instellingen(omgeving).werkers == 2


def test_a_build_by_hand_runs_as_the_service_does() -> None:
    regels = (VOORBEELDEN / "regelgraaf.service").read_text(encoding="utf-8").splitlines()
    unit = dict(r.split("=", 1) for r in regels if "=" in r)
    gids = GIDSEN[0].read_text(encoding="utf-8").replace("\\\n", " ")
    (regel,) = re.findall(r"(?m)^ *(systemd-run .*)$", gids)
    woorden = shlex.split(regel)
    assert f"--uid={unit['User']}" in woorden
    assert f"--working-directory={unit['WorkingDirectory']}" in woorden
    assert f"--property=EnvironmentFile={unit['EnvironmentFile']}" in woorden
    assert woorden[-2:] == [unit["ExecStart"].split()[0], "bouw"]


def test_the_unit_is_one_that_systemd_takes(tmp_path: Path) -> None:
    if shutil.which("systemd-analyze") is None:
        pytest.skip("systemd-analyze ontbreekt")
    unit = (VOORBEELDEN / "regelgraaf.service").read_text(encoding="utf-8")
    programma = str(Path(sys.executable).with_name("regelgraaf"))
    unit = unit.replace(f"{GEPLAATST}/.venv/bin/regelgraaf", programma).replace(
        f"file://{GEPLAATST}", f"file://{WORTEL}"
    )
    (tmp_path / "regelgraaf.service").write_text(unit, encoding="utf-8")
    uit = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", str(tmp_path / "regelgraaf.service")],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    over_ons = [r for r in uit.stderr.splitlines() if "regelgraaf" in r]
    assert over_ons == []


def test_the_container_copies_and_makes_what_exists() -> None:
    tekst = (VOORBEELDEN / "Containerfile").read_text(encoding="utf-8").replace("\\\n", " ")
    gekopieerd = {deel for regel in re.findall(r"(?m)^COPY --chown=\w+ (.*)$", tekst) for deel in regel.split()[:-1]}
    for pad in gekopieerd:
        assert (WORTEL / pad).exists(), pad
    # Every package that is served is there, and what the installation reads.
    assert {"ontologie", "bronnen", "graph", "api", "web"} <= gekopieerd
    assert {"Makefile", "pyproject.toml", "requirements.lock", "README.md", "LICENSE"} <= gekopieerd
    makefile = (WORTEL / "Makefile").read_text(encoding="utf-8").replace("$(VENV)", ".venv")
    (doel,) = re.findall(r"RUN make (\S+)", tekst)
    assert re.search(rf"(?m)^{re.escape(doel)}:", makefile)
    assert "/klaar" in tekst


def test_the_proxy_configuration_is_one_that_nginx_takes(tmp_path: Path) -> None:
    tekst = (VOORBEELDEN / "nginx.conf").read_text(encoding="utf-8")
    assert f"127.0.0.1:{Instellingen().poort};" in tekst
    if shutil.which("nginx") is None or shutil.which("openssl") is None:
        pytest.skip("nginx of openssl ontbreekt")
    sleutel, bewijs = tmp_path / "regels.key", tmp_path / "regels.pem"
    subprocess.run(
        [
            "openssl",
            "req",
            "-x509",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-keyout",
            sleutel,
            "-out",
            bewijs,
            "-subj",
            "/CN=x",
        ],
        check=True,
        capture_output=True,
    )
    tekst = tekst.replace("/etc/ssl/private/regels.key", str(sleutel)).replace("/etc/ssl/regels.pem", str(bewijs))
    tijdelijk = "".join(
        f"{soort}_temp_path {tmp_path}/{soort};" for soort in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    geheel = f"pid {tmp_path}/pid; error_log stderr; events {{}}\nhttp {{ access_log off; {tijdelijk}\n{tekst}}}\n"
    (tmp_path / "nginx.conf").write_text(geheel, encoding="utf-8")
    uit = subprocess.run(
        ["nginx", "-t", "-c", str(tmp_path / "nginx.conf")], capture_output=True, text=True, check=False
    )
    assert uit.returncode == 0, uit.stderr


def test_metrics_and_addresses_in_the_guide_are_those_of_the_service(tmp_path: Path) -> None:
    gids = GIDSEN[0].read_text(encoding="utf-8")
    metingen = Metingen()
    metingen.tel("GET", "/gezond", 200, 0.1)
    bouw_staat(tmp_path, [wegenregeling()])
    with TestClient(maak_api(Instellingen(opslag=tmp_path))) as klant:
        for pad in re.findall(r"(?m)^\| `(/\w+)` ", gids):
            assert klant.get(pad).status_code == 200, pad
        getoond = klant.get("/metrics").text
    genoemd = set(re.findall(r"(?m)^\| `(regelgraaf_\w+)` ", gids))
    bestaand = set(re.findall(r"(?m)^(regelgraaf_\w+?)(?:_bucket|_sum|_count|_created)?\{", getoond))
    assert {n for n in bestaand if n not in ("regelgraaf_verzoeken",)} == genoemd


def test_a_backup_as_the_guide_tells_can_be_served(tmp_path: Path) -> None:
    if shutil.which("flock") is None:
        pytest.skip("flock ontbreekt")
    bouw_staat(tmp_path / "opslag", [wegenregeling()])
    blok = re.search(r"```sh\n(naam=.*?)```", GIDSEN[0].read_text(encoding="utf-8"), re.DOTALL)
    assert blok is not None
    omgeving = {"REGELGRAAF_OPSLAG": str(tmp_path / "opslag"), "DOEL": str(tmp_path / "kopie"), "PATH": "/usr/bin:/bin"}
    subprocess.run(["sh", "-euc", blok[1]], check=True, env=omgeving)
    shutil.rmtree(tmp_path / "opslag")
    with open_staat(tmp_path / "kopie") as staat:
        opslag = open_opslag(staat)
        assert opslag.bevraag("ASK { ?s ?p ?o }") is True
        opslag.sluit()
