"""What the service does, in numbers (Prometheus) and as log lines: which kind of address, how it went, how long.

Never who asked or for what: addresses are counted by their pattern, without the values in them.
"""

from __future__ import annotations

import json
import logging
import sys
import time
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from types import FunctionType, MethodType

from fastapi.routing import APIRoute
from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from prometheus_client.multiprocess import MultiProcessCollector
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

#: Bounds of the histogram, in seconds.
_GRENZEN = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
_METHODEN = frozenset({"GET", "HEAD", "POST", "OPTIONS"})
_ONBEKEND = "onbekend"

_log = logging.getLogger("regelgraaf.verzoek")


class Metingen:
    """The counters of the service. Several server processes share them in a folder, so that each tells of all."""

    def __init__(self, gedeeld: str = "") -> None:
        self._register = CollectorRegistry()
        self._gedeeld = gedeeld
        #: Each pair is looked up once: there are as many as there are patterns.
        self._tellers = cache(self._zoek_tellers)
        self._verzoeken = Counter(
            "regelgraaf_verzoeken",
            "Verzoeken per soort adres.",
            ("methode", "adres", "status"),
            registry=self._register,
        )
        self._duur = Histogram(
            "regelgraaf_verzoek_seconden",
            "Tijd tot het antwoord geheel verzonden is.",
            ("methode", "adres"),
            buckets=_GRENZEN,
            registry=self._register,
        )

    def tel(self, methode: str, adres: str, status: int, seconden: float) -> None:
        """Count one answer."""
        verzoeken, duur = self._tellers(methode, adres, status)
        verzoeken.inc()
        duur.observe(seconden)

    def _zoek_tellers(self, methode: str, adres: str, status: int) -> tuple[Counter, Histogram]:
        return self._verzoeken.labels(methode, adres, str(status)), self._duur.labels(methode, adres)

    def toon(self, _verzoek: Request) -> Response:
        """``/metrics``, in the text format of Prometheus."""
        register = self._register
        if self._gedeeld:
            register = CollectorRegistry()
            MultiProcessCollector(register, path=self._gedeeld)  # type: ignore[no-untyped-call]
        return Response(
            generate_latest(register), headers={"Cache-Control": "no-store", "Content-Type": CONTENT_TYPE_LATEST}
        )


class Meter:
    """Counts every answer, and logs it."""

    def __init__(self, app: ASGIApp, metingen: Metingen) -> None:
        self.app = app
        self._metingen = metingen

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        begin, status = time.perf_counter(), 500

        async def let_op(bericht: Message) -> None:
            nonlocal status
            if bericht["type"] == "http.response.start":
                status = bericht["status"]
            await send(bericht)

        try:
            await self.app(scope, receive, let_op)
        finally:
            seconden = time.perf_counter() - begin
            methode = scope["method"] if scope["method"] in _METHODEN else _ONBEKEND
            adres = adrespatroon(scope)
            self._metingen.tel(methode, adres, status, seconden)
            if _log.isEnabledFor(logging.INFO):
                gegevens = {"methode": methode, "adres": adres, "status": status, "ms": round(seconden * 1e3, 1)}
                _log.info("verzoek", extra={"gegevens": gegevens})


def adrespatroon(scope: Scope) -> str:
    """The pattern of the address that answered, such as ``/v1/bepalingen/{id}``; routing leaves it in the scope."""
    route, begin = scope.get("route"), str(scope.get("root_path", ""))
    if isinstance(route, APIRoute):
        return f"{begin}{route.path}"
    if "endpoint" not in scope:
        return _ONBEKEND
    if "app_root_path" in scope and not isinstance(scope["endpoint"], FunctionType | MethodType):
        return begin  # a mounted application, in which nothing was found or that has no routes
    # A route of which nothing but the beginning is told; what follows may be anything that a client makes up.
    return f"{begin}/{scope['path'].removeprefix(begin).split('/')[1]}"


class Logregel(logging.Formatter):
    """A record as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        regel: dict[str, object] = {
            "tijd": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "niveau": record.levelname,
            "bron": record.name,
            "bericht": record.getMessage(),
        }
        gegevens = getattr(record, "gegevens", None)
        if isinstance(gegevens, Mapping):
            regel |= gegevens
        if record.exc_info:
            regel["fout"] = self.formatException(record.exc_info)
        return json.dumps(regel, ensure_ascii=False, default=str)


def log_als_json() -> None:
    """From now on write the log lines of this process as JSON to standard error, with one for each request."""
    kanaal = logging.StreamHandler(sys.stderr)
    kanaal.setFormatter(Logregel())
    for naam in ("regelgraaf", "uvicorn"):
        log = logging.getLogger(naam)
        log.handlers, log.propagate = [kanaal], False
    logging.getLogger("regelgraaf").setLevel(logging.INFO)
