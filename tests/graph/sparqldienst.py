"""A real SPARQL 1.1 engine in a process of its own, on a free port of this machine."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

OXIGRAPH = Path(sys.executable).with_name("oxigraph")


def vrije_poort() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return int(s.getsockname()[1])


@contextmanager
def oxigraph_proces(map_: Path, *opties: str, poort: int = 0) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """A running oxigraph server with its address, which ends with the block."""
    poort = poort or vrije_poort()
    adres = f"http://127.0.0.1:{poort}"
    opdracht = [OXIGRAPH, "serve", "--location", str(map_), "--bind", f"127.0.0.1:{poort}", *opties]
    proces = subprocess.Popen(opdracht, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        einde = time.monotonic() + 60
        while True:
            try:
                httpx.get(adres).raise_for_status()
                break
            except httpx.TransportError:
                assert proces.poll() is None, "de oxigraph-server is gestopt"
                assert time.monotonic() < einde, "de oxigraph-server begint niet"
                time.sleep(0.02)
        yield adres, proces
    finally:
        proces.send_signal(signal.SIGCONT)
        proces.terminate()
        proces.wait(timeout=10)


@contextmanager
def oxigraph_dienst(map_: Path, *opties: str) -> Iterator[str]:
    """The address of a running oxigraph server, which ends with the block."""
    with oxigraph_proces(map_, *opties) as (adres, _):
        yield adres
