"""``regelgraaf start`` as a process: one or several server processes, their counters, and how they stop."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from tests.api.opdrachtregel.test_opdrachtregel import _HOOFD, WORTEL
from tests.web import documenten

#: Takes until its limit on any graph.
EINDELOOS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


@pytest.fixture(scope="module")
def bronnen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return documenten.schrijf(tmp_path_factory.mktemp("server") / "documenten")


@contextmanager
def gestart(bronnen: Path, werkers: int) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """The process and its address, once it answers."""
    with socket.create_server(("127.0.0.1", 0)) as vrij:
        poort = str(vrij.getsockname()[1])
    opties = ["--bronnen", str(bronnen), "--poort", poort, "--werkers", str(werkers)]
    omgeving = {n: w for n, w in os.environ.items() if not n.startswith("REGELGRAAF_")}
    omgeving |= {"REGELGRAAF_OPSLAG": str(bronnen.parent / "opslag"), "REGELGRAAF_SPARQL_SECONDEN": "3"}
    proces = subprocess.Popen(
        [sys.executable, "-c", _HOOFD, "start", *opties],
        cwd=WORTEL,
        env=omgeving,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    try:
        assert proces.stdout is not None
        regel = proces.stdout.readline().decode()
        assert regel == f"Regelgraaf staat klaar op http://127.0.0.1:{poort}/ (stoppen: Ctrl-C)\n"
        yield proces, f"http://127.0.0.1:{poort}"
    finally:
        if proces.poll() is None:
            proces.kill()
        proces.communicate(timeout=20)


def _geteld(adres: str, pad: str) -> float:
    regels = httpx.get(f"{adres}/metrics", timeout=30).text.splitlines()
    begin = f'regelgraaf_verzoeken_total{{adres="{pad}"'
    return sum(float(r.rpartition(" ")[2]) for r in regels if r.startswith(begin))


def _kinderen(pid: int) -> list[int]:
    """The server processes that it started (the first child of the library keeps account of memory)."""
    uit = []
    for map_ in Path("/proc").glob("[0-9]*"):
        try:
            ouder = int((map_ / "stat").read_text().rpartition(")")[2].split()[1])
            opdracht = (map_ / "cmdline").read_bytes()
        except (OSError, ValueError):
            continue
        if ouder == pid and b"spawn_main" in opdracht:
            uit.append(int(map_.name))
    return uit


def _wacht_tot(waar: Callable[[], bool], seconden: float = 60) -> None:
    einde = time.monotonic() + seconden
    while not waar():
        assert time.monotonic() < einde
        time.sleep(0.1)


def test_several_processes_share_the_port_and_their_counters(bronnen: Path) -> None:
    with gestart(bronnen, 2) as (proces, adres):
        eerst = _geteld(adres, "/klaar")
        for _ in range(20):  # each on a connection of its own, so that both processes get some
            assert httpx.get(f"{adres}/klaar", timeout=30).status_code == 200
        # A request is counted when its answer has gone.
        _wacht_tot(lambda: _geteld(adres, "/klaar") == eerst + 20)
        een, ander = _kinderen(proces.pid)
        os.kill(een, signal.SIGKILL)
        assert httpx.get(f"{adres}/klaar", timeout=30).status_code == 200
        _wacht_tot(lambda: len(set(_kinderen(proces.pid)) - {een}) == 2)
        assert ander in _kinderen(proces.pid)
        proces.send_signal(signal.SIGTERM)
        assert proces.wait(timeout=20) == 0


def test_processes_do_not_outlive_the_first(bronnen: Path) -> None:
    with gestart(bronnen, 2) as (proces, adres):
        kinderen = _kinderen(proces.pid)
        proces.kill()
        proces.wait(timeout=10)
        _wacht_tot(lambda: not any(Path(f"/proc/{k}/fd").exists() and _leeft(k) for k in kinderen))
        with pytest.raises(httpx.ConnectError):
            httpx.get(adres)


def _leeft(pid: int) -> bool:
    try:
        return (Path("/proc") / str(pid) / "stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.parametrize("werkers", [1, 2])
def test_a_question_that_is_under_way_is_answered_before_it_stops(bronnen: Path, werkers: int) -> None:
    with gestart(bronnen, werkers) as (proces, adres):
        antwoorden: list[httpx.Response] = []

        def vraag() -> None:
            antwoorden.append(httpx.post(f"{adres}/sparql", data={"query": EINDELOOS}, timeout=30))

        draad = threading.Thread(target=vraag)
        draad.start()
        time.sleep(1)
        proces.send_signal(signal.SIGTERM)
        draad.join(30)
        assert proces.wait(timeout=30) in (0, -signal.SIGTERM)
        (antwoord,) = antwoorden
        assert antwoord.status_code == 503
        assert "duurde langer dan 3 seconden" in antwoord.json()["detail"]
        with pytest.raises(httpx.ConnectError):
            httpx.get(adres)
