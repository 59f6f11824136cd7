"""The server: one process, or several that share the port and are kept alive; both stop in order."""

from __future__ import annotations

import asyncio
import http.client
import os
import resource
import shutil
import signal
import socket
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any

import uvicorn
from uvicorn.supervisors import Multiprocess

from api.instellingen import Instellingen, zet_metingenmap
from api.verbindingen import Serverconfig, Verbindingsgrenzen

#: The whole application, by name: this package may not import the pages.
_TOEPASSING = "web.app:maak_app"
#: Open files that a process needs besides its connections: the store, the index, pipes to query processes.
_EIGEN_BESTANDEN = 256
#: Seconds beyond the time of a query in which requests that are under way may end when the server stops.
_UITLOOP = 5
_MINSTE_VERBINDINGEN = 16
#: Connections that are enough for an office; fewer is told, whoever asked for more or not.
_RUIM = 1000

Meld = Callable[[str], None]


def serveer(instellingen: Instellingen, luisteraar: socket.socket, klaar: Callable[[], None], meld: Meld) -> bool:
    """Serve until a signal ends it; ``klaar`` is called when the first request can be answered.

    The settings must stand in the environment (``zet_omgeving``): the application reads them there, in each process.
    Returns whether it came to serving at all.
    """
    grenzen = _grenzen(instellingen, meld)
    if instellingen.werkers == 1:
        return _alleen(_config(instellingen, grenzen), luisteraar, klaar)
    return _samen(instellingen, grenzen, luisteraar, klaar)


def _config(instellingen: Instellingen, grenzen: Verbindingsgrenzen, **opties: Any) -> Serverconfig:
    return Serverconfig(
        _TOEPASSING,
        grenzen,
        factory=True,
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=int(instellingen.sparql_seconden) + _UITLOOP,
        **opties,
    )


def _alleen(config: Serverconfig, luisteraar: socket.socket, klaar: Callable[[], None]) -> bool:
    class Server(uvicorn.Server):
        """Says when it answers."""

        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            if self.started:
                klaar()

    server = Server(config)
    server.run(sockets=[luisteraar])
    return server.started


def _samen(
    instellingen: Instellingen, grenzen: Verbindingsgrenzen, luisteraar: socket.socket, klaar: Callable[[], None]
) -> bool:
    # The processes count in files that they share, so that each can tell of all.
    map_ = tempfile.mkdtemp(prefix="regelgraaf-metingen-")
    zet_metingenmap(map_)
    config = _config(
        instellingen,
        grenzen,
        workers=instellingen.werkers,
        callback_notify=partial(_stop_zonder_ouder, os.getpid()),
        timeout_notify=1,
    )
    toezicht = Multiprocess(config, sockets=[luisteraar])
    gestart = threading.Event()
    threading.Thread(target=_wacht, args=(luisteraar, toezicht, gestart, klaar), daemon=True).start()
    try:
        toezicht.run()
    finally:
        shutil.rmtree(map_, ignore_errors=True)
    return gestart.is_set()


async def _stop_zonder_ouder(ouder: int) -> None:
    # Who ends the first process with force would leave the others behind, with the port.
    if os.getppid() != ouder:
        os.kill(os.getpid(), signal.SIGTERM)
    await asyncio.sleep(0)


def _wacht(
    luisteraar: socket.socket, toezicht: Multiprocess, gestart: threading.Event, klaar: Callable[[], None]
) -> None:
    """Ask until one of the processes answers."""
    host, poort = luisteraar.getsockname()[:2]
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 (asked, not listened to)
    while not toezicht.should_exit.is_set():
        verbinding = http.client.HTTPConnection(host, poort, timeout=60)
        with suppress(OSError, http.client.HTTPException):
            verbinding.request("GET", "/gezond")
            verbinding.getresponse().read()
            gestart.set()
            klaar()
            return
        verbinding.close()
        time.sleep(0.2)


def _grenzen(instellingen: Instellingen, meld: Meld) -> Verbindingsgrenzen:
    """The limits of the settings, with no more connections than the system lets a process open files."""
    open_max = _meer_bestanden()
    past = max(_MINSTE_VERBINDINGEN, open_max - _EIGEN_BESTANDEN)
    # The default suits a public service; who starts a viewer need not hear that his system allows somewhat less.
    gekozen = instellingen.verbindingen != Instellingen().verbindingen
    if past < (instellingen.verbindingen if gekozen else _RUIM):
        meld(
            f"Een proces mag hier {open_max} bestanden openen, dus {past} verbindingen in plaats van "
            f"{instellingen.verbindingen} (REGELGRAAF_VERBINDINGEN); zie docs/beheer.md."
        )
    return Verbindingsgrenzen(
        verbindingen=min(instellingen.verbindingen, past),
        seconden=instellingen.traag_seconden,
        kop=instellingen.kop_kb * 1000,
    )


def _meer_bestanden() -> int:
    """Take as many open files as the system gives, and return how many that is."""
    zacht, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard == resource.RLIM_INFINITY or zacht < hard:
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
        zacht = resource.getrlimit(resource.RLIMIT_NOFILE)[0]
    return 1_000_000 if zacht == resource.RLIM_INFINITY else zacht
