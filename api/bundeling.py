"""One packet for a small answer: what is written to a connection in one turn of the event loop goes out together.

uvicorn writes headers, body and end one by one. Each is a call of the system, a packet, and for the client a time to
wake up; those cost more than all else of a small answer.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

#: Bytes above which nothing more is collected: then a copy costs more than a call.
VOL = 65_536


class Bundel(asyncio.Transport):
    """A transport that collects what is written, until the next turn of the loop or ``stuur``."""

    def __init__(
        self,
        transport: asyncio.Transport,
        strakje: Callable[[Callable[[], None]], object],
        praat_nog: Callable[[], bool] = lambda: False,
    ) -> None:
        super().__init__()
        self._transport = transport
        self._strakje = strakje
        self._praat_nog = praat_nog
        #: Whether we said all that we will, and only wait until the client has stopped sending.
        self.wacht_uit = False
        self._stukken: list[bytes | bytearray | memoryview] = []
        self._omvang = 0

    def write(self, data: bytes | bytearray | memoryview) -> None:
        if not data or self.wacht_uit:
            return
        if not self._stukken:
            self._strakje(self.stuur)
        self._stukken.append(data)
        self._omvang += len(data)
        if self._omvang > VOL:
            self.stuur()

    def stuur(self) -> None:
        """Send what was collected."""
        if not self._stukken:
            return
        stukken, omvang = self._stukken, self._omvang
        self._stukken, self._omvang = [], 0
        if omvang <= VOL:
            self._transport.write(b"".join(stukken))
        else:
            for stuk in stukken:
                self._transport.write(stuk)

    def close(self) -> None:
        """Close; while the client still sends, only our side, so that it can read our last words.

        A connection with unread data is closed by the system with a reset, which takes the answer from the client too.
        """
        self.stuur()
        if self.wacht_uit or self._transport.is_closing() or not self._praat_nog():
            self._transport.close()
            return
        self.wacht_uit = True
        self._transport.write_eof()
        self._transport.resume_reading()

    def abort(self) -> None:
        self._stukken, self._omvang = [], 0
        self._transport.abort()

    def get_write_buffer_size(self) -> int:
        return self._omvang + self._transport.get_write_buffer_size()

    # --- the rest as it is

    def get_extra_info(self, name: str, default: Any = None) -> Any:
        return self._transport.get_extra_info(name, default)

    def is_closing(self) -> bool:
        return self.wacht_uit or self._transport.is_closing()

    def is_reading(self) -> bool:
        return self._transport.is_reading()

    def pause_reading(self) -> None:
        self._transport.pause_reading()

    def resume_reading(self) -> None:
        self._transport.resume_reading()

    def set_protocol(self, protocol: asyncio.BaseProtocol) -> None:
        self._transport.set_protocol(protocol)

    def get_protocol(self) -> asyncio.BaseProtocol:
        return self._transport.get_protocol()

    def set_write_buffer_limits(self, high: int | None = None, low: int | None = None) -> None:
        self._transport.set_write_buffer_limits(high, low)

    def can_write_eof(self) -> bool:
        return self._transport.can_write_eof()

    def write_eof(self) -> None:
        self.stuur()
        self._transport.write_eof()
