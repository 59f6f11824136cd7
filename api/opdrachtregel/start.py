"""The command ``start``: build when needed and serve the pages."""

from __future__ import annotations

import argparse
import errno
import socket
from datetime import date
from typing import TYPE_CHECKING

from api.instellingen import Instellingen, zet_omgeving
from api.opdrachtregel.hoofd import BEANTWOORD, MISLUKT
from api.opdrachtregel.scherm import haalbalk, meld
from api.opdrachtregel.werkplaats import (
    bouw_uit,
    gehaald,
    haalgrenzen,
    instellingen_van,
    laad_register_van,
    officiele_werken,
    vind,
)
from ontologie.fouten import InvoerFout, RegelgraafFout, systeemfout

if TYPE_CHECKING:
    from bronnen.register import Register
    from bronnen.vinden import Vondst


def start(keuze: argparse.Namespace) -> int:
    """Serve until Ctrl-C."""
    instellingen = instellingen_van(keuze)
    # The port first: who cannot have it should not have to wait for a build.
    luisteraar = _luister(instellingen)
    try:
        if not instellingen.extern_vraag:
            _bouw_zo_nodig(instellingen, opnieuw=keuze.opnieuw, halen=not keuze.niet_halen)
        zet_omgeving(instellingen)
        return _serveer(instellingen, luisteraar)
    finally:
        luisteraar.close()


def _bouw_zo_nodig(instellingen: Instellingen, *, opnieuw: bool, halen: bool) -> None:
    from api.versheid import is_heel, is_vers, vingerafdruk
    from graph.staat import huidige_naam

    register = laad_register_van(instellingen)
    vondst = vind(instellingen, register)
    if halen and not vondst.met_tekst and not huidige_naam(instellingen.opslag):
        vondst = _haal_eerst(instellingen, register)
    if not opnieuw and is_vers(instellingen.opslag, vingerafdruk(vondst.map, instellingen.register)):
        if is_heel(instellingen.opslag):
            meld(vondst.zin)
            return
        meld("De kennisgraaf van de vorige keer is beschadigd en wordt opnieuw gebouwd.")
    try:
        bouw_uit(vondst, instellingen, register, opnieuw=opnieuw)
    except RegelgraafFout as fout:
        if not huidige_naam(instellingen.opslag):
            raise
        meld(f"Bouwen is niet gelukt: {fout}")
        meld("De kennisgraaf van de vorige keer wordt gebruikt.")


def _haal_eerst(instellingen: Instellingen, register: Register) -> Vondst:
    """The first start without any document: fetch the official texts, once. What cannot be fetched, the facts tell."""
    from bronnen.haal import haal

    meld("Er zijn geen documenten; de officiële teksten worden één keer opgehaald (overslaan: Ctrl-C).")
    werken = officiele_werken(register)
    gelukt = mislukt = 0
    try:
        with haalbalk() as melder:
            grenzen = haalgrenzen(instellingen, pogingen=1)
            for o in haal(
                werken, gehaald(instellingen), register, date.today(), instellingen=grenzen, meld=melder, met_wti=True
            ):
                if o.fout is None:
                    gelukt += 1
                    continue
                meld(str(o.fout))
                mislukt += 1
                if mislukt > 1 and not gelukt:  # no network: the next would fail too
                    break
    except KeyboardInterrupt:
        meld("Ophalen is overgeslagen.")
    except RegelgraafFout as fout:
        meld(f"Ophalen is niet gelukt: {fout}")
    meld(f"Opgehaald: {gelukt} van {len(werken)}.")
    return vind(instellingen, register)


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
    from api.server import serveer

    host = f"[{instellingen.host}]" if ":" in instellingen.host else instellingen.host
    adres = f"http://{host}:{instellingen.poort}{instellingen.pad}/"

    def klaar() -> None:
        print(f"Regelgraaf staat klaar op {adres} (stoppen: Ctrl-C)", flush=True)

    try:
        gelukt = serveer(instellingen, luisteraar, klaar, meld)
    except KeyboardInterrupt:  # the server has stopped in order and passes the signal on
        meld("Gestopt.")
        gelukt = True
    return BEANTWOORD if gelukt else MISLUKT
