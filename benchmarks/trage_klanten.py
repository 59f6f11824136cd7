"""Thousands of slow clients at once: what an ordinary client still gets.

``python -m benchmarks.trage_klanten [--aantal N] [--seconden S] [--werkers W] [--opslag MAP]``, over the documents
that a start finds, on loopback. The server is ``regelgraaf start`` in a process of its own, the slow clients another.
They are of four kinds, in equal shares: silent, one byte of a header a second, one byte of a body a second, and one
that asks for much and reads nothing. Whoever is
disconnected comes back after ``TERUG`` seconds. Exits with 1 when a request of the
ordinary client fails, or takes above ``MS_TRAAG`` at p95 beside them.
"""

from __future__ import annotations

import argparse
import http.client
import multiprocessing
import resource
import selectors
import socket
import subprocess
import sys
import tempfile
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.synchronize import Event
from pathlib import Path
from typing import cast
from urllib.parse import quote

from benchmarks.dienst import Meting

MS_TRAAG = 500.0
TERUG = 3.0
_KLAAR = "staat klaar op"
_VEEL = quote("SELECT * { ?s ?p ?o } LIMIT 10000")
_LEEST_NIET = "leest niet"
_KOP = b"GET / HTTP/1.1\r\nHost: x\r\nX-A: "
_BEGIN = {
    "zwijgt": b"",
    "kop": _KOP,
    "lichaam": b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\n"
    b"Content-Length: 100000\r\n\r\n",
    _LEEST_NIET: f"GET /sparql?query={_VEEL} HTTP/1.1\r\nHost: x\r\n\r\n".encode(),
}
_SOORTEN = tuple(_BEGIN)


def main(argumenten: list[str] | None = None) -> int:
    ontleder = argparse.ArgumentParser(description=__doc__)
    ontleder.add_argument("--aantal", type=int, default=10_000)
    ontleder.add_argument("--seconden", type=float, default=20.0)
    ontleder.add_argument("--werkers", type=int, default=1)
    ontleder.add_argument("--opslag", type=Path)
    keuze = ontleder.parse_args(argumenten)
    aantal = min(keuze.aantal, _bestanden() - 100)
    with tempfile.TemporaryDirectory() as map_, _dienst(keuze.opslag or Path(map_), keuze.werkers) as poort:
        rustig = _meet(poort, keuze.seconden / 4)
        print(f"zonder trage klanten             {rustig}")
        with _aanval(poort, aantal) as stand:
            druk = _meet(poort, keuze.seconden)
            open_, verbroken = stand[0], stand[1]
        print(f"met {aantal:6d} trage klanten         {druk}")
        print(f"open verbindingen {open_}, verbroken en teruggekomen {verbroken}")
        time.sleep(1)
        daarna = _meet(poort, keuze.seconden / 4)
        print(f"daarna                           {daarna}")
    mislukt = rustig.mislukt + druk.mislukt + daarna.mislukt
    return int(mislukt > 0 or druk.p(0.95) > MS_TRAAG)


def _bestanden() -> int:
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    return hard


def _meet(poort: int, seconden: float) -> Meting:
    """One client that opens a connection for each request, as a new visitor does."""
    meting = Meting(seconden)
    einde = time.monotonic() + seconden
    while time.monotonic() < einde:
        begin = time.perf_counter()
        verbinding = http.client.HTTPConnection("127.0.0.1", poort, timeout=30)
        try:
            verbinding.request("GET", "/v1/bepalingen/pw:8a:2")
            antwoord = verbinding.getresponse()
            antwoord.read()
            goed = antwoord.status == 200
        except (OSError, http.client.HTTPException):
            goed = False
        verbinding.close()
        meting.tijden.append((time.perf_counter() - begin) * 1000)
        meting.mislukt += not goed
        time.sleep(0.005)
    return meting


@contextmanager
def _dienst(map_: Path, werkers: int) -> Iterator[int]:
    with socket.socket() as proef:
        proef.bind(("127.0.0.1", 0))
        poort = int(proef.getsockname()[1])
    opdracht = [Path(sys.executable).with_name("regelgraaf"), "start", "--niet-halen"]
    opties = ["--opslag", map_, "--poort", str(poort), "--werkers", str(werkers)]
    proces = subprocess.Popen([*opdracht, *opties], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert proces.stdout is not None
    try:
        if _KLAAR not in proces.stdout.readline():
            raise RuntimeError("de server start niet")
        yield poort
    finally:
        proces.terminate()
        # What it says while it runs is little: a full pipe would stop it.
        fouten = proces.communicate(timeout=30)[1]
        if "Traceback" in fouten:
            print(fouten[-2000:], file=sys.stderr)


@contextmanager
def _aanval(poort: int, aantal: int) -> Iterator[list[int]]:
    """Slow clients in a process of their own; the list tells how many are connected and how many were cut off."""
    context = multiprocessing.get_context("spawn")
    stand, stop, begonnen = context.Array("i", 2), context.Event(), context.Event()
    proces = context.Process(target=_val_aan, args=(poort, aantal, stand, stop, begonnen), daemon=True)
    proces.start()
    begonnen.wait(60)
    try:
        yield stand  # type: ignore[misc]
    finally:
        stop.set()
        proces.join(30)


def _val_aan(poort: int, aantal: int, stand: list[int], stop: Event, begonnen: Event) -> None:
    _bestanden()
    kiezer = selectors.DefaultSelector()
    klanten: dict[socket.socket, str] = {}
    te_doen = deque((0.0, _SOORTEN[n % len(_SOORTEN)]) for n in range(aantal))
    volgende = time.monotonic() + 1
    while not stop.is_set():
        for _ in range(100):
            if not te_doen or te_doen[0][0] > time.monotonic():
                begonnen.set()
                break
            _verbind(kiezer, klanten, poort, te_doen.popleft()[1])
        weg = {klant for sleutel, _ in kiezer.select(0.02) if _dicht(klant := cast(socket.socket, sleutel.fileobj))}
        if time.monotonic() >= volgende:
            volgende += 1
            weg.update(klant for klant, soort in klanten.items() if not _druppel(klant, soort))
        for klant in weg:
            soort = klanten.pop(klant)
            if soort != _LEEST_NIET:
                kiezer.unregister(klant)
            klant.close()
            te_doen.append((time.monotonic() + TERUG, soort))
            stand[1] += 1
        stand[0] = len(klanten)
    for klant in klanten:
        klant.close()


def _verbind(kiezer: selectors.BaseSelector, klanten: dict[socket.socket, str], poort: int, soort: str) -> None:
    klant = socket.socket()
    klant.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    klant.settimeout(5)
    try:
        klant.connect(("127.0.0.1", poort))
        klant.sendall(_BEGIN[soort])
    except OSError:
        klant.close()
        return
    klant.setblocking(False)
    klanten[klant] = soort
    if soort != _LEEST_NIET:
        kiezer.register(klant, selectors.EVENT_READ)


def _dicht(klant: socket.socket) -> bool:
    try:
        return not klant.recv(4096)
    except BlockingIOError:
        return False
    except OSError:
        return True


def _druppel(klant: socket.socket, soort: str) -> bool:
    """Send a byte; False when the other side is gone."""
    try:
        if soort in ("kop", "lichaam"):
            klant.send(b"a")
        return klant.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR) == 0
    except OSError:
        return False


if __name__ == "__main__":
    sys.exit(main())
