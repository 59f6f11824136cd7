"""Another base of IRIs: the whole way from a document to a page, in processes of their own that have no other base."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from api.instellingen import lees_instellingen
from ontologie.fouten import IdentificatieFout, InstellingFout
from ontologie.identificatie import STANDAARDBASIS, basis, stel_basis
from tests.web import documenten

WORTEL = Path(__file__).resolve().parent.parent
EIGEN = "https://regels.example.org/wetten/id/"
_HOOFD = "import sys; from api.opdrachtregel import main; sys.exit(main())"
#: Asks addresses of the whole application and prints status, place and text of each.
_VRAAG = """
import json, sys
from starlette.testclient import TestClient
from web.app import maak_app
with TestClient(maak_app(), follow_redirects=False) as klant:
    uit = []
    for pad, accept in json.loads(sys.stdin.read()):
        a = klant.get(pad, headers={"Accept": accept})
        uit.append([a.status_code, a.headers.get("location", ""), a.text])
print(json.dumps(uit))
"""


class Omgeving:
    """An installation with a base of its own."""

    def __init__(self, map_: Path) -> None:
        (map_ / "register.toml").write_text(documenten.REGISTER, encoding="utf-8")
        schoon = {n: w for n, w in os.environ.items() if not n.startswith("REGELGRAAF_")}
        self.omgeving = {
            **schoon,
            "REGELGRAAF_REGISTER": str(map_ / "register.toml"),
            "REGELGRAAF_BRONNEN": str(documenten.schrijf(map_ / "documenten")),
            "REGELGRAAF_OPSLAG": str(map_ / "opslag"),
            "REGELGRAAF_BASIS": EIGEN,
        }

    def draai(self, programma: str, *argumenten: str, invoer: str = "", **anders: str) -> tuple[int, str, str]:
        uit = subprocess.run(
            [sys.executable, "-c", programma, *argumenten],
            cwd=WORTEL,
            env={**self.omgeving, **anders},
            input=invoer,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
        return uit.returncode, uit.stdout, uit.stderr

    def regelgraaf(self, *argumenten: str, **anders: str) -> tuple[int, str, str]:
        return self.draai(_HOOFD, *argumenten, **anders)

    def vraag(self, *gevraagd: tuple[str, str]) -> list[list[str]]:
        status, uit, fout = self.draai(_VRAAG, invoer=json.dumps(gevraagd))
        assert status == 0, fout
        antwoorden: list[list[str]] = json.loads(uit)
        return antwoorden


@pytest.fixture(scope="module")
def eigen(tmp_path_factory: pytest.TempPathFactory) -> Omgeving:
    omgeving = Omgeving(tmp_path_factory.mktemp("basis"))
    status, _, fout = omgeving.regelgraaf("bouw", "--formaat", "jsonl")
    assert status == 0, fout
    return omgeving


def test_no_iri_of_a_resource_has_the_standard_base(eigen: Omgeving) -> None:
    status, trig, fout = eigen.regelgraaf("uitvoer", "--formaat", "nq")
    assert status == 0, fout
    assert f"<{EIGEN}BWBR9000001/2026-01-01/artikel/2/lid/1>" in trig
    assert STANDAARDBASIS not in trig
    # The vocabulary and the names of graphs are the same everywhere.
    assert "<https://w3id.org/regelgraaf/def#verwijstNaar>" in trig
    assert "<https://w3id.org/regelgraaf/graaf/BWBR9000001/2026-01-01>" in trig


def test_commands_take_and_print_it(eigen: Omgeving) -> None:
    status, uit, fout = eigen.regelgraaf("toon", f"{EIGEN}BWBR9000001/artikel/2/lid/1", "--formaat", "json")
    assert status == 0, fout
    getoond = json.loads(uit)
    assert (getoond["bepaling"], getoond["iri"]) == ("lw:2:1", f"{EIGEN}BWBR9000001/artikel/2/lid/1")
    assert STANDAARDBASIS not in uit
    status, _, fout = eigen.regelgraaf("toon", f"{STANDAARDBASIS}BWBR9000001/artikel/2")
    assert status == 2
    assert EIGEN in fout
    status, uit, _ = eigen.regelgraaf("zoek", "ontsteken", "--formaat", "json")
    assert status == 0
    status, uit, _ = eigen.regelgraaf("sparql", f"ASK {{ <{EIGEN}mlv/artikel/2> ?p ?o }}", "--formaat", "csv")
    assert uit.strip() == "true"


def test_everything_dereferences_under_it(eigen: Omgeving) -> None:
    turtle, html, alles = "text/turtle", "text/html", "application/json"
    iri = f"{EIGEN}BWBR9000001/artikel/2/lid/1"
    antwoorden = eigen.vraag(
        ("/id/BWBR9000001/artikel/2/lid/1", html),
        ("/id/BWBR9000001/artikel/2/lid/1", turtle),
        ("/data/BWBR9000001/artikel/2/lid/1", turtle),
        ("/jci/jci1.3:c:BWBR9000001&artikel=2&lid=1", html),
        ("/bepaling/lw:2:1", html),
        ("/v1/bepalingen/lw:2:1", alles),
        (f"/zoek?q={iri}", html),
        ("/vraag/implementeert?bepaling=lw:2", html),
        ("/v1/dekking?verordening=mlv&wet=lw", alles),
        ("/v1/zoeken?q=brandduur", alles),
        ("/hulp/ontwikkelaars", html),
        ("/dataset", turtle),
    )
    assert [a[0] for a in antwoorden] == [303, 303, 200, 303, 200, 200, 303, 200, 200, 200, 200, 200]
    assert antwoorden[0][1] == "/bepaling/lw:2:1"
    assert antwoorden[1][1] == "/data/BWBR9000001/artikel/2/lid/1"
    assert antwoorden[3][1] == "/id/BWBR9000001/artikel/2/lid/1"
    assert antwoorden[6][1] == "/bepaling/lw:2:1"
    assert f"<{iri}>" in antwoorden[2][2]
    assert json.loads(antwoorden[5][2])["plek"]["iri"] == iri
    assert json.loads(antwoorden[8][2])["items"]
    for _, _, tekst in antwoorden:
        assert STANDAARDBASIS not in tekst


def test_a_graph_with_another_base_is_not_served_but_built_anew(eigen: Omgeving) -> None:
    ander = "https://elders.example.org/"
    status, _, fout = eigen.regelgraaf("toon", "lw:2", REGELGRAAF_BASIS=ander)
    assert status == 3
    assert EIGEN in fout
    assert ander in fout
    opslag = str(Path(eigen.omgeving["REGELGRAAF_OPSLAG"]).with_name("kopie"))
    assert eigen.regelgraaf("bouw", "--formaat", "jsonl", REGELGRAAF_OPSLAG=opslag)[0] == 0
    assert eigen.regelgraaf("bouw", "--formaat", "jsonl", REGELGRAAF_OPSLAG=opslag, REGELGRAAF_BASIS=ander)[0] == 0
    uit = eigen.regelgraaf("uitvoer", "--formaat", "nq", REGELGRAAF_OPSLAG=opslag, REGELGRAAF_BASIS=ander)[1]
    assert f"<{ander}mlv/artikel/2>" in uit
    assert EIGEN not in uit


@pytest.mark.parametrize(
    "waarde",
    [
        "regels.example.org/",
        "https://x.nl/id",
        "https://x.nl/?a=/",
        "https://x.nl/#/",
        "ftp://x.nl/",
        "https://x.nl/<a>/",
    ],
)
def test_a_base_that_cannot_be_one(waarde: str) -> None:
    with pytest.raises(InstellingFout, match="REGELGRAAF_BASIS"):
        lees_instellingen({"REGELGRAAF_BASIS": waarde})


def test_one_process_has_one_base() -> None:
    assert basis() == STANDAARDBASIS
    stel_basis(STANDAARDBASIS)
    with pytest.raises(IdentificatieFout, match="beginnen al met"):
        stel_basis(EIGEN)
