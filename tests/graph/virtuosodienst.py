"""A real Virtuoso in a process of its own, on free ports of this machine, with small buffers and an own folder."""

from __future__ import annotations

import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from tests.graph.sparqldienst import vrije_poort

VIRTUOSO = shutil.which("virtuoso-t")

_INSTELLINGEN = """\
[Database]
DatabaseFile = v.db
ErrorLogFile = v.log
LockFile = v.lck
TransactionFile = v.trx
xa_persistent_file = v.pxa
[TempDatabase]
DatabaseFile = t.db
TransactionFile = t.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
NumberOfBuffers = 4000
MaxDirtyBuffers = 3000
ServerThreads = 10
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerThreads = 8
"""


@dataclass(frozen=True)
class Virtuosodienst:
    """Addresses of a running server. Writing asks for a name and password, by digest."""

    basis: str

    @property
    def vraag(self) -> str:
        return f"{self.basis}/sparql"

    @property
    def bijwerken(self) -> str:
        return f"{self._met_naam}/sparql-auth"

    @property
    def grafen(self) -> str:
        return f"{self._met_naam}/sparql-graph-crud-auth"

    @property
    def _met_naam(self) -> str:
        return self.basis.replace("://", "://dba:dba@")


@contextmanager
def virtuoso_dienst(map_: Path) -> Iterator[Virtuosodienst]:
    """A running server, which ends with the block."""
    assert VIRTUOSO is not None
    map_.mkdir(parents=True, exist_ok=True)
    dienst = Virtuosodienst(f"http://127.0.0.1:{(poort := vrije_poort())}")
    (map_ / "v.ini").write_text(_INSTELLINGEN.format(sql=vrije_poort(), http=poort), encoding="utf-8")
    proces = subprocess.Popen(
        [VIRTUOSO, "+configfile", "v.ini", "+foreground"],
        cwd=map_,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        einde = time.monotonic() + 120
        while True:
            try:
                httpx.get(dienst.vraag, params={"query": "ASK { ?s ?p ?o }"}, timeout=5).raise_for_status()
                break
            except httpx.HTTPError:
                assert proces.poll() is None, "Virtuoso is gestopt"
                assert time.monotonic() < einde, "Virtuoso begint niet"
                time.sleep(0.1)
        yield dienst
    finally:
        proces.kill()
        proces.wait(timeout=20)
