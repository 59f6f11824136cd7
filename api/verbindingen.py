"""Connections of clients, one by one: who is slow, silent or too many must not take the service from others.

uvicorn waits without end for headers and bodies, and for a client that does not read its answer. Here each connection
is looked at now and then. A request must have its headers in time, a body and an answer must move on; otherwise the
connection is closed. When there are as many connections as may be, a new one takes the place of the one that has
waited longest for its own client, so whoever asks at once gets in, also while thousands drip.
"""

from __future__ import annotations

import asyncio
import logging
import re
import sys
from dataclasses import dataclass
from enum import Enum
from http import HTTPStatus
from typing import Any

import orjson
import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from api.bundeling import Bundel
from api.problemen import SOORT, probleeminhoud
from api.v1.paden import API_VERSIE

#: Bytes a second that a body or an answer must move on, on average over a look.
TEMPO = 1_000

#: What is told of a request that cannot be taken in, by its status.
_ONGELDIG = {
    400: "Dit is geen geldig HTTP-verzoek.",
    408: "Het verzoek kwam te langzaam binnen.",
    431: "De koppen van een verzoek mogen ten hoogste {kb} kB groot zijn.",
    501: "Deze Transfer-Encoding wordt niet gelezen.",
}
_EINDE_KOP = re.compile(rb"\r?\n\r?\n")
_log = logging.getLogger("regelgraaf.verbinding")


@dataclass(frozen=True, slots=True)
class Verbindingsgrenzen:
    """Limits of one server process: connections, seconds for the headers of a request, and their bytes."""

    verbindingen: int = 20_000
    seconden: float = 10.0
    kop: int = 65_536


class Serverconfig(uvicorn.Config):
    """The configuration of a server process with these limits, and its connections that wait for their client."""

    def __init__(self, app: Any, grenzen: Verbindingsgrenzen, **opties: Any) -> None:
        super().__init__(
            app, http=Verbinding, h11_max_incomplete_event_size=grenzen.kop, ws="none", loop="asyncio", **opties
        )
        self.grenzen = grenzen
        #: In the order in which they began to wait.
        self.wachtenden: dict[Verbinding, None] = {}


class _Fase(Enum):
    """What a connection waits for."""

    KOP = "kop"
    LICHAAM = "lichaam"
    ANTWOORD = "antwoord"


class Verbinding(H11Protocol):
    """One connection."""

    config: Serverconfig

    def __init__(self, config: Serverconfig, *args: Any, **kwargs: Any) -> None:
        super().__init__(config, *args, **kwargs)
        self._grenzen = config.grenzen
        self._wachtenden = config.wachtenden
        self._fase = _Fase.KOP
        self._sinds = self.loop.time()
        self._klok: asyncio.TimerHandle | None = None
        #: Bytes that came in, in this phase and since the last look, and what was still to be sent then.
        self._gekregen = self._nieuw = self._te_sturen = 0
        self._hervat = False
        #: Whether its request is refused, so that the rest of it is not read; and whether for being slow.
        self._geweigerd = self._traag = False
        self._afscheid: asyncio.TimerHandle | None = None
        #: The last bytes of a chunk: the empty line after the headers may be cut in two.
        self._staart = b""

    # --- what uvicorn's protocol does, with our account beside it

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        if len(self.connections) >= self._grenzen.verbindingen and not self._maak_plaats():
            self.transport = transport
            transport.write(_antwoord(503, "Er zijn nu te veel verbindingen.", "Retry-After: 5\r\n"))
            transport.close()
            return
        self._bundel = Bundel(transport, self.loop.call_soon, self._laat_uitpraten)
        super().connection_made(self._bundel)
        self._begin(_Fase.KOP)
        self._klok = self.loop.call_later(self._grenzen.seconden, self._kijk)

    def connection_lost(self, exc: Exception | None) -> None:
        self._wachtenden.pop(self, None)
        for klok in (self._klok, self._afscheid):
            if klok is not None:
                klok.cancel()
        super().connection_lost(exc)

    def shutdown(self) -> None:
        if self._bundel.wacht_uit:
            self._bundel.abort()
        else:
            super().shutdown()

    def data_received(self, data: bytes) -> None:
        if self._bundel.wacht_uit:
            return
        if self._fase is _Fase.KOP and self._kop_te_groot(data):
            self._weiger(431)
            return
        self._gekregen += len(data)
        self._nieuw += len(data)
        super().data_received(data)
        self._herzie()

    def on_response_complete(self) -> None:
        self._bundel.stuur()
        super().on_response_complete()
        self._herzie()

    def resume_writing(self) -> None:
        self._hervat = True
        super().resume_writing()

    def _unsupported_upgrade_warning(self) -> None:
        """Nothing: who asks for another protocol is answered in this one, and must not fill the log with it."""

    def send_400_response(self, msg: str) -> None:  # noqa: ARG002 (ours says it in Dutch)
        # Called where uvicorn handles the error of the parser, which knows what kind of wrong it is.
        status = getattr(sys.exception(), "error_status_hint", 400)
        self._weiger(status if status in _ONGELDIG else 400)

    # --- phases

    def _herzie(self) -> None:
        cyclus = self.cycle
        if cyclus is None or cyclus.response_complete:
            fase = _Fase.KOP
        else:
            fase = _Fase.LICHAAM if cyclus.more_body else _Fase.ANTWOORD
        if fase is not self._fase:
            self._begin(fase)

    def _begin(self, fase: _Fase) -> None:
        self._fase, self._sinds = fase, self.loop.time()
        self._gekregen = self._nieuw = 0
        self._staart = b""
        self._wachtenden.pop(self, None)
        if fase is not _Fase.ANTWOORD:
            self._wachtenden[self] = None

    def _maak_plaats(self) -> bool:
        """Close the connection that has waited longest for its client; False where each waits for us."""
        oudste = next(iter(self._wachtenden), None)
        if oudste is None:
            return False
        self._wachtenden.pop(oudste)
        self.connections.discard(oudste)
        oudste.transport.abort()
        return True

    def _kop_te_groot(self, data: bytes) -> bool:
        # The parser has a limit too, but only for headers that are not complete yet.
        gezien = self._staart + data
        self._staart = gezien[-3:]
        einde = _EINDE_KOP.search(gezien)
        return self._gekregen + (einde.start() if einde else len(data)) > self._grenzen.kop

    def _weiger(self, status: int) -> None:
        # An answer that has been given whole may still be on its way: what is written comes after it. Into the middle
        # of one nothing can be said.
        cyclus = self.cycle
        if cyclus is None or cyclus.response_complete or not cyclus.response_started:
            self.transport.write(_antwoord(status, _ONGELDIG[status].format(kb=self._grenzen.kop // 1000)))
        self._geweigerd = True
        self.transport.close()

    def _laat_uitpraten(self) -> bool:
        """Whether the client may be sending still, and has a while to stop; who is slow has had its time."""
        if self._traag or not (self._geweigerd or self._fase is _Fase.LICHAAM):
            return False
        self._afscheid = self.loop.call_later(self._grenzen.seconden, self._bundel.abort)
        return True

    # --- looking now and then

    def _kijk(self) -> None:
        self._klok = self.loop.call_later(self._grenzen.seconden / 2, self._kijk)
        if not self._leest():
            _log.info("een antwoord werd niet gelezen; de verbinding is verbroken")
            self.transport.abort()
        elif not self.transport.is_closing():
            te_laat = {_Fase.KOP: self._kop_te_laat, _Fase.LICHAAM: self._lichaam_te_laat}.get(self._fase)
            if te_laat is not None and te_laat():
                self._te_laat()
        self._nieuw, self._hervat = 0, False

    def _leest(self) -> bool:
        """Whether the client takes what is sent, if there was something to send all the time."""
        vorige, self._te_sturen = self._te_sturen, self.transport.get_write_buffer_size()
        if not vorige or not self._te_sturen or self._hervat:
            return True
        return vorige - self._te_sturen >= TEMPO * self._grenzen.seconden / 2

    def _kop_te_laat(self) -> bool:
        return self.loop.time() - self._sinds >= self._grenzen.seconden

    def _lichaam_te_laat(self) -> bool:
        # When we do not read, the client cannot send.
        if self.flow.read_paused or self.loop.time() - self._sinds < self._grenzen.seconden / 2:
            return False
        return self._nieuw < TEMPO * self._grenzen.seconden / 2

    def _te_laat(self) -> None:
        in_lichaam = self._fase is _Fase.LICHAAM
        self._traag = True
        # Who sent nothing has no request that could be answered; who owes us a body has sent its headers.
        if self._gekregen or in_lichaam:
            self._weiger(408)
        _log.info("een verzoek kwam te langzaam binnen; de verbinding is gesloten")
        self.transport.close()


def _antwoord(status: int, zin: str, koppen: str = "") -> bytes:
    """An answer outside the application, whole.

    Often the address is not known here; below ``/v1`` every answer names the version, so each of these does.
    """
    inhoud = orjson.dumps(probleeminhoud(status, zin))
    kop = (
        f"HTTP/1.1 {status} {HTTPStatus(status).phrase}\r\nContent-Type: {SOORT}\r\nContent-Length: {len(inhoud)}\r\n"
        f"Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nAPI-Version: {API_VERSIE}\r\n"
        f"{koppen}Connection: close\r\n\r\n"
    )
    return kop.encode() + inhoud
