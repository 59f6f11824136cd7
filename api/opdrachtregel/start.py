"""The command ``start``: build when needed and serve the pages."""

from __future__ import annotations

import argparse
import errno
import socket

from api.instellingen import Instellingen, zet_omgeving
from api.opdrachtregel.hoofd import BEANTWOORD, MISLUKT
from api.opdrachtregel.scherm import meld
from api.opdrachtregel.werkplaats import bouw_uit, instellingen_van, laad_register_van, vind
from ontologie.fouten import InvoerFout, RegelgraafFout, systeemfout

#: The whole application, by name: this package may not import the pages.
_TOEPASSING = "web.app:maak_app"


def start(keuze: argparse.Namespace) -> int:
    """Serve until Ctrl-C."""
    instellingen = instellingen_van(keuze)
    # The port first: who cannot have it should not have to wait for a build.
    luisteraar = _luister(instellingen)
    try:
        if not instellingen.extern_vraag:
            _bouw_zo_nodig(instellingen, opnieuw=keuze.opnieuw)
        zet_omgeving(instellingen)
        return _serveer(instellingen, luisteraar)
    finally:
        luisteraar.close()


def _bouw_zo_nodig(instellingen: Instellingen, *, opnieuw: bool) -> None:
    from api.versheid import is_vers, vingerafdruk
    from graph.staat import huidige_naam

    register = laad_register_van(instellingen)
    vondst = vind(instellingen, register)
    if not opnieuw and is_vers(instellingen.opslag, vingerafdruk(vondst.map, instellingen.register)):
        meld(vondst.zin)
        return
    try:
        bouw_uit(vondst, instellingen, register)
    except RegelgraafFout as fout:
        if not huidige_naam(instellingen.opslag):
            raise
        meld(f"Bouwen is niet gelukt: {fout}")
        meld("De kennisgraaf van de vorige keer wordt gebruikt.")


def _luister(instellingen: Instellingen) -> socket.socket:
    soort = socket.AF_INET6 if ":" in instellingen.host else socket.AF_INET
    luisteraar = socket.socket(soort, socket.SOCK_STREAM)
    luisteraar.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        luisteraar.bind((instellingen.host, instellingen.poort))
        luisteraar.listen(1024)
    except OSError as fout:
        luisteraar.close()
        if fout.errno == errno.EADDRINUSE:
            raise InvoerFout(
                f"Poort {instellingen.poort} is bezet.",
                advies=f"Stop wat daar draait, of kies een andere: --poort {_vrije_poort(instellingen)}.",
            ) from fout
        if fout.errno == errno.EACCES:
            raise InvoerFout(
                f"Poort {instellingen.poort} mag hier niet worden gebruikt.", advies="Kies er een boven 1023."
            ) from fout
        raise InvoerFout(f"Op {instellingen.host} kan niet worden geluisterd ({systeemfout(fout)}).") from fout
    return luisteraar


def _vrije_poort(instellingen: Instellingen) -> int:
    """One that is free now, the nearest above."""
    for poort in range(instellingen.poort + 1, min(instellingen.poort + 50, 65536)):
        with socket.socket() as proef:
            if proef.connect_ex(("127.0.0.1", poort)):
                return poort
    return 0


def _serveer(instellingen: Instellingen, luisteraar: socket.socket) -> int:
    import uvicorn

    host = f"[{instellingen.host}]" if ":" in instellingen.host else instellingen.host
    adres = f"http://{host}:{instellingen.poort}{instellingen.pad}/"

    class Server(uvicorn.Server):
        """Says where it is as soon as it answers."""

        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            if self.started:
                print(f"Regelgraaf staat klaar op {adres} (stoppen: Ctrl-C)", flush=True)

    server = Server(
        uvicorn.Config(
            _TOEPASSING,
            factory=True,
            log_level="warning",
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=5,
        )
    )
    try:
        server.run(sockets=[luisteraar])
    except KeyboardInterrupt:  # uvicorn has stopped in order and passes the signal on
        meld("Gestopt.")
    return BEANTWOORD if server.started else MISLUKT
