"""What goes to a query process and what comes back, and how both are written on a pipe."""

from __future__ import annotations

import json
import struct
from dataclasses import dataclass, fields
from typing import Any, BinaryIO

import orjson

from ontologie.fouten import GrensBereikt, OpslagFout, RegelgraafFout, VraagFout

_LENGTE = struct.Struct(">QQ")


@dataclass(frozen=True, slots=True)
class Grenzen:
    """Limits of one query: seconds, rows or triples, bytes of the answer, bytes of memory above the open store."""

    seconden: float = 10.0
    rijen: int = 10_000
    omvang: int = 32_000_000
    geheugen: int = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Opdracht:
    """One query: its text, the wanted media type for each kind of answer, its dataset, and the store to ask.

    ``tabelsoort`` is for SELECT and ASK, ``graafsoort`` for CONSTRUCT and DESCRIBE; "" where none is acceptable.
    ``opslag`` is what ``api.sparql.werker.open_opslag`` takes.
    """

    sparql: str
    tabelsoort: str
    graafsoort: str
    opslag: str
    standaard: tuple[str, ...] = ()
    benoemd: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Resultaat:
    """The answer: its form (SELECT, …), media type and bytes, how many rows, and whether a limit cut it.

    ``soort`` is "" when the form of the query has no media type that the client takes.
    """

    vorm: str
    soort: str
    inhoud: bytes
    rijen: int = 0
    afgekapt: bool = False
    seconden: float = 0.0


def schrijf(pijp: BinaryIO, kop: dict[str, Any], inhoud: bytes = b"") -> None:
    """Write one message: JSON and bytes, each with its length before."""
    tekst = _naar_json(kop)
    pijp.write(_LENGTE.pack(len(tekst), len(inhoud)) + tekst)
    pijp.write(inhoud)
    pijp.flush()


def als_bericht(kop: dict[str, Any]) -> bytes:
    """The bytes of a message without further content."""
    tekst = _naar_json(kop)
    return _LENGTE.pack(len(tekst), 0) + tekst


def lees(pijp: BinaryIO) -> tuple[dict[str, Any], bytes] | None:
    """Read one message; None when the other side is gone."""
    lengtes = pijp.read(_LENGTE.size)
    if len(lengtes) < _LENGTE.size:
        return None
    kop_lengte, lengte = _LENGTE.unpack(lengtes)
    kop, inhoud = pijp.read(kop_lengte), pijp.read(lengte)
    if len(kop) < kop_lengte or len(inhoud) < lengte:
        return None
    return _uit_json(kop), inhoud


def _naar_json(kop: dict[str, Any]) -> bytes:
    try:
        return orjson.dumps(kop)
    except TypeError:  # half a surrogate pair, as in a file name that is no UTF-8
        return json.dumps(kop).encode()


def _uit_json(tekst: bytes) -> dict[str, Any]:
    gegevens: dict[str, Any]
    try:
        gegevens = orjson.loads(tekst)
    except orjson.JSONDecodeError:
        gegevens = json.loads(tekst)
    return gegevens


class Binnenkomst:
    """One message that comes in by pieces; nothing comes after it."""

    def __init__(self) -> None:
        self._stukken = bytearray()
        self._kop = self._lengte = -1

    def erbij(self, stuk: bytes) -> None:
        self._stukken += stuk
        if self._lengte < 0 and len(self._stukken) >= _LENGTE.size:
            self._kop, inhoud = _LENGTE.unpack_from(self._stukken)
            self._lengte = _LENGTE.size + self._kop + inhoud

    @property
    def geheel(self) -> bool:
        return 0 <= self._lengte <= len(self._stukken)

    def bericht(self) -> tuple[dict[str, Any], bytes]:
        """The message, once it is whole."""
        begin = _LENGTE.size + self._kop
        with memoryview(self._stukken) as stukken:
            return _uit_json(bytes(stukken[_LENGTE.size : begin])), bytes(stukken[begin : self._lengte])


def naar_kop(deel: Opdracht | Grenzen) -> dict[str, Any]:
    """The record as JSON."""
    return {veld.name: getattr(deel, veld.name) for veld in fields(deel)}


# The errors that a query can end in; any other is a fault of ours and arrives as OpslagFout.
_FOUTEN: dict[str, type[RegelgraafFout]] = {f.__name__: f for f in (GrensBereikt, OpslagFout, VraagFout)}


def fout_naar_kop(fout: RegelgraafFout) -> dict[str, Any]:
    """An error as JSON."""
    soort = next((n for n, klasse in _FOUTEN.items() if isinstance(fout, klasse)), "OpslagFout")
    plaats = {"regel": fout.regel, "kolom": fout.kolom} if isinstance(fout, VraagFout) else {}
    return {"fout": soort, "bericht": fout.bericht, "advies": fout.advies, **plaats}


def fout_uit_kop(kop: dict[str, Any]) -> RegelgraafFout:
    """The error that ``fout_naar_kop`` wrote."""
    if kop["fout"] == "VraagFout":
        return VraagFout(kop["bericht"], advies=kop["advies"], regel=kop["regel"], kolom=kop["kolom"])
    return _FOUTEN[kop["fout"]](kop["bericht"], advies=kop["advies"])
