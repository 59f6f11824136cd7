"""HTTP to an engine that may not be one: the head of an answer comes within a time, and a refusal is not waited for."""

from __future__ import annotations

import ssl
import time
from typing import Any

import httpcore
import httpx


class Vervoer(httpx.HTTPTransport):
    """Gives an engine up whose head of an answer is not whole within ``seconden`` after the question was sent.

    The time limit of the client is one for each piece that comes in, so an engine that sends a byte now and then would
    hold us without end.
    """

    def __init__(self, certificaten: ssl.SSLContext, seconden: float) -> None:
        super().__init__(verify=certificaten, trust_env=False)
        self._pool.close()
        # As many as the client has of itself, but connections that know their time.
        self._pool = httpcore.ConnectionPool(
            ssl_context=certificaten,
            max_connections=100,
            max_keepalive_connections=20,
            keepalive_expiry=5.0,
            network_backend=_Net(seconden),
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        antwoord = super().handle_request(request)
        stroom = antwoord.extensions["network_stream"]
        assert isinstance(stroom, _Stroom)
        stroom.kop_is_er()
        if antwoord.status_code != 401:
            return antwoord
        # The client would read its body whole before it says who we are.
        antwoord.close()
        return httpx.Response(401, headers=[(k, v) for k, v in antwoord.headers.multi_items() if k in _BIJ_401])


_BIJ_401 = ("www-authenticate", "server")


class _Net(httpcore.NetworkBackend):
    def __init__(self, seconden: float) -> None:
        self._net = httpcore.SyncBackend()
        self._seconden = seconden

    def connect_tcp(self, *args: Any, **kwargs: Any) -> httpcore.NetworkStream:
        return _Stroom(self._net.connect_tcp(*args, **kwargs), self._seconden)

    def sleep(self, seconds: float) -> None:
        self._net.sleep(seconds)


class _Stroom(httpcore.NetworkStream):
    """A connection on which the head of an answer has to come within a time after the last that we sent."""

    def __init__(self, stroom: httpcore.NetworkStream, seconden: float) -> None:
        self._stroom = stroom
        self._seconden = seconden
        self._tot: float | None = None

    def kop_is_er(self) -> None:
        """From now on the body comes, for which there is another measure."""
        self._tot = None

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        if self._tot is not None:
            over = self._tot - time.monotonic()
            if over <= 0:
                raise httpcore.ReadTimeout("de kop van het antwoord komt druppelsgewijs")
            timeout = over if timeout is None else min(timeout, over)
        return self._stroom.read(max_bytes, timeout)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stroom.write(buffer, timeout)
        self._tot = time.monotonic() + self._seconden

    def close(self) -> None:
        self._stroom.close()

    def start_tls(self, *args: Any, **kwargs: Any) -> httpcore.NetworkStream:
        return _Stroom(self._stroom.start_tls(*args, **kwargs), self._seconden)

    def get_extra_info(self, info: str) -> Any:
        return self._stroom.get_extra_info(info)
