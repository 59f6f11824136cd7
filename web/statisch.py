"""Static files under a name that holds their content's hash: they may be kept for ever, and change when they change."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

_SOORT = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml"}


@dataclass(frozen=True, slots=True)
class Bestand:
    """One static file: its bytes, media type and the name under which it is served."""

    naam: str
    inhoud: bytes
    mediatype: str


class Statisch:
    """The files of one folder, read once at first use (they are small)."""

    def __init__(self, map_: Path) -> None:
        self._map = map_

    @cached_property
    def _bestanden(self) -> dict[str, Bestand]:
        uit: dict[str, Bestand] = {}
        for pad in sorted(self._map.iterdir()):
            if pad.suffix not in _SOORT:
                continue
            inhoud = pad.read_bytes()
            hash_ = hashlib.sha256(inhoud).hexdigest()[:12]
            uit[pad.name] = Bestand(f"{pad.stem}.{hash_}{pad.suffix}", inhoud, _SOORT[pad.suffix])
        return uit

    @cached_property
    def _op_hash(self) -> dict[str, Bestand]:
        return {b.naam: b for b in self._bestanden.values()}

    def met_hash(self, naam: str) -> str:
        """``stijl.css`` → ``stijl.0a1b2c3d4e5f.css``. A name that is not there is a mistake in a template.

        Raises:
            KeyError: there is no such file.
        """
        return self._bestanden[naam].naam

    def inhoud(self, naam: str) -> bytes:
        """What is in a file.

        Raises:
            KeyError: there is no such file.
        """
        return self._bestanden[naam].inhoud

    def namen(self) -> tuple[str, ...]:
        """The names of all files."""
        return tuple(self._bestanden)

    def grootte(self) -> int:
        """Bytes of all files together."""
        return sum(len(b.inhoud) for b in self._bestanden.values())

    async def geef(self, verzoek: Request) -> Response:
        """Serve one file. A name without the right hash is served too, but not to be kept."""
        naam = PurePosixPath(verzoek.path_params["naam"]).name
        bestand = self._op_hash.get(naam)
        bewaar = "public, max-age=31536000, immutable"
        if bestand is None:
            stam, _, uitgang = naam.rpartition(".")
            bestand = self._bestanden.get(f"{stam.rpartition('.')[0] or stam}.{uitgang}")
            bewaar = "no-cache"
        if bestand is None:
            raise HTTPException(404)
        return Response(bestand.inhoud, media_type=bestand.mediatype, headers={"Cache-Control": bewaar})


STATISCH = Statisch(Path(__file__).parent / "static")
