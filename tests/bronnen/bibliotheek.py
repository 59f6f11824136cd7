"""A repository on this machine with the layout of the official one, which can be slow, break off, lie or redirect."""

from __future__ import annotations

import hashlib
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Gedrag:
    """How the repository answers for one path."""

    inhoud: bytes = b""
    status: int = 200
    kop: dict[str, str] = field(default_factory=dict)
    #: Break off each answer after so many bytes (0: never); the first so many answers only.
    breek_na: int = 0
    breek_keer: int = 1_000_000
    #: The first so many answers have this status.
    eerst_status: int = 0
    eerst_keer: int = 0
    met_bereik: bool = True
    verkeerd_bereik: bool = False
    traag: float = 0.0  # seconds per 1000 bytes


class Bibliotheek:
    """The files by path, and every request that came: path and ``Range`` header."""

    def __init__(self, adres: str) -> None:
        self.adres = adres
        self.paden: dict[str, Gedrag] = {}
        self.verzoeken: list[tuple[str, str]] = []
        self.agenten: set[str] = set()

    def zet_regeling(self, bwb_id: str, versies: dict[str, bytes], **anders: str) -> None:
        """A regulation with its manifest; each version is valid from the date in its label until the next."""
        labels = sorted(versies)
        delen = []
        for n, label in enumerate(labels):
            naam = f"{bwb_id}_{label}.xml"
            inhoud = versies[label]
            self.paden[f"/bwb/{bwb_id}/{label}/xml/{naam}"] = Gedrag(inhoud)
            tot = labels[n + 1][:8] + "01" if n + 1 < len(labels) else "9999-12-31"
            delen.append(
                f'<expression label="{label}"><metadata><datum_inwerkingtreding>{label[:10]}</datum_inwerkingtreding>'
                f"<einddatum>{tot}</einddatum><zichtdatum_start>{label[:10]}</zichtdatum_start>"
                f"<zichtdatum_eind>9999-12-31</zichtdatum_eind></metadata>"
                f'<manifestation label="xml"><metadata><size>{anders.get("grootte", len(inhoud))}</size>'
                f"<hashcode>{anders.get('hash', hashlib.sha512(inhoud).hexdigest())}</hashcode></metadata>"
                f'<item label="{anders.get("naam", naam)}" _deleted="false"/></manifestation></expression>'
            )
        manifest = (
            f'<?xml version="1.0" encoding="utf-8"?><work label="{anders.get("label", bwb_id)}" '
            f'_latestItem="{labels[-1]}/xml/{bwb_id}_{labels[-1]}.xml"><metadata>'
            f"<wti_locatie>{bwb_id}.WTI</wti_locatie></metadata>{''.join(delen)}</work>"
        )
        self.paden[f"/bwb/{bwb_id}/manifest.xml"] = Gedrag(manifest.encode())

    def gedrag(self, deel: str) -> Gedrag:
        """The behaviour of the only path that ends so."""
        (pad,) = [p for p in self.paden if p.endswith(deel)]
        return self.paden[pad]

    def aantal(self, deel: str) -> int:
        return sum(1 for pad, _ in self.verzoeken if pad.endswith(deel))


@contextmanager
def bibliotheek() -> Iterator[Bibliotheek]:
    """A running repository."""

    class Balie(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            bereik = self.headers.get("Range", "")
            bib.verzoeken.append((self.path, bereik))
            bib.agenten.add(self.headers.get("User-Agent", ""))
            self.close_connection = True
            _antwoord(self, bib.paden.get(self.path), bereik)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Balie)
    server.daemon_threads = True
    bib = Bibliotheek(f"http://127.0.0.1:{server.server_port}/bwb")
    draad = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    draad.start()
    try:
        yield bib
    finally:
        server.shutdown()
        server.server_close()
        draad.join()


def _antwoord(balie: BaseHTTPRequestHandler, gedrag: Gedrag | None, bereik: str) -> None:
    status, inhoud, kop = 404, b"", {}
    if gedrag is not None:
        status, inhoud, kop = gedrag.status, gedrag.inhoud, dict(gedrag.kop)
        if gedrag.eerst_keer > 0:
            gedrag.eerst_keer -= 1
            status, inhoud = gedrag.eerst_status, b""
        elif status == 200 and bereik and gedrag.met_bereik:
            begin = int(bereik.removeprefix("bytes=").removesuffix("-"))
            status = 206 if begin < len(inhoud) else 416
            kop["Content-Range"] = f"bytes {0 if gedrag.verkeerd_bereik else begin}-{len(inhoud) - 1}/{len(inhoud)}"
            inhoud = inhoud[begin:]
    balie.send_response(status)
    for naam, waarde in {"Content-Length": str(len(inhoud)), **kop}.items():
        balie.send_header(naam, waarde)
    balie.end_headers()
    if gedrag is not None and gedrag.breek_na and gedrag.breek_keer > 0:
        gedrag.breek_keer -= 1
        inhoud = inhoud[: gedrag.breek_na]
    try:
        for n in range(0, len(inhoud), 1000):
            balie.wfile.write(inhoud[n : n + 1000])
            if gedrag is not None and gedrag.traag:
                balie.wfile.flush()
                time.sleep(gedrag.traag)
    except OSError:
        pass  # the client went away, as it should where it has had enough
