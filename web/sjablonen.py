"""Templates and how a page becomes an HTTP response.

A template sees ``p`` (its record from ``web.contexten``), ``t`` (``teksten.toml``), ``meervoud(n, woorden)`` and the
filters ``datum``, ``versie``, ``getal``, ``grootte`` and ``publicatieadres``. Anything else is an error, not silence.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import Response

from ontologie.document import Publicatie
from web.contexten import Pagina
from web.teksten import datum, getal, grootte, meervoud, teksten, versie_in_woorden


def publicatieadres(publicatie: Publicatie) -> str:
    """Where an official publication is found: ``https://zoek.officielebekendmakingen.nl/stb-2025-210.html``."""
    naam = f"{publicatie.blad.lower()}-{publicatie.jaar}-{publicatie.nummer}"
    return f"https://zoek.officielebekendmakingen.nl/{quote(naam)}.html"


@cache
def omgeving() -> Environment:
    """The template environment, made once."""
    omg = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    omg.globals.update(t=teksten(), meervoud=meervoud)
    omg.filters.update(
        datum=datum, versie=versie_in_woorden, getal=getal, grootte=grootte, publicatieadres=publicatieadres
    )
    return omg


def maak_html(pagina: Pagina) -> str:
    """The page as HTML."""
    return omgeving().get_template(pagina.sjabloon).render(p=pagina)


def antwoord(verzoek: Request, pagina: Pagina, status: int = 200) -> Response:
    """The page as a response with an ETag; 304 where the asker has it already."""
    inhoud = maak_html(pagina).encode()
    etag = f'W/"{hashlib.sha256(inhoud).hexdigest()[:20]}"'
    koppen = {"ETag": etag, "Cache-Control": "no-cache", "Vary": "Accept"}
    if status == 200 and etag in verzoek.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=koppen)
    return Response(inhoud, status, koppen, "text/html; charset=utf-8")
