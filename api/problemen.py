"""Errors as problem+json (RFC 9457): one shape for whatever goes wrong, with a Dutch sentence and advice."""

from __future__ import annotations

import logging
from http import HTTPStatus

import orjson
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Match

from api.v1.paden import paden_van
from ontologie.fouten import (
    BewaarFout,
    Bezet,
    BronFout,
    BronTeGroot,
    GrensBereikt,
    HaalFout,
    InvoerFout,
    NietGevonden,
    OpslagFout,
    RegelgraafFout,
    VraagFout,
)

SOORT = "application/problem+json"
_TYPE = "https://w3id.org/regelgraaf/fout/"

#: The first class that an error is of decides.
_STATUS: tuple[tuple[type[RegelgraafFout], int], ...] = (
    (InvoerFout, 400),
    (NietGevonden, 404),
    (BronTeGroot, 413),
    (BronFout, 422),
    (GrensBereikt, 503),
    (OpslagFout, 503),
    (BewaarFout, 503),
    (HaalFout, 502),
)
_TITELS = {
    400: "De invoer klopt niet",
    403: "Dit is niet toegestaan",
    404: "Niet gevonden",
    405: "Deze methode kan hier niet",
    406: "Dit formaat is er niet",
    408: "Het verzoek duurde te lang",
    413: "De invoer is te groot",
    415: "Dit soort invoer wordt niet gelezen",
    422: "Het document is niet te lezen",
    431: "De koppen zijn te groot",
    500: "Er ging iets mis",
    501: "Dit kan deze dienst niet",
    502: "Ophalen is niet gelukt",
    503: "Nu niet te beantwoorden",
}
#: Seconds after which asking again makes sense.
_OPNIEUW = "5"

_log = logging.getLogger("regelgraaf")


def status_van(fout: RegelgraafFout) -> int:
    """The HTTP status of an error of ours."""
    return next((status for klasse, status in _STATUS if isinstance(fout, klasse)), 500)


def probleeminhoud(status: int, detail: str, soort: str = "") -> dict[str, object]:
    """The members that every problem has."""
    titel = _TITELS.get(status) or HTTPStatus(status).phrase
    return {"type": _TYPE + soort if soort else "about:blank", "title": titel, "status": status, "detail": detail}


def probleem(
    status: int,
    detail: str,
    soort: str = "",
    koppen: dict[str, str] | None = None,
    opnieuw: bool = True,
    **meer: object,
) -> Response:
    """An answer in problem+json. ``soort`` names the class of error; of ``meer``, further members, empty ones go.

    ``opnieuw``: whether a 503 asks to come back. Programs do so by themselves.
    """
    inhoud = probleeminhoud(status, detail, soort) | {naam: waarde for naam, waarde in meer.items() if waarde}
    koppen = {"Cache-Control": "no-store", **(koppen or {})}
    if status == 503 and opnieuw:
        koppen["Retry-After"] = _OPNIEUW
    return Response(orjson.dumps(inhoud), status, koppen, SOORT)


def van_fout(verzoek: Request, fout: Exception) -> Response:
    """An error of ours. What a store says about itself stays in the log."""
    assert isinstance(fout, RegelgraafFout)
    status = status_van(fout)
    detail = fout.bericht
    if isinstance(fout, OpslagFout):
        _log.error("%s", fout)
        detail = "De kennisgraaf is nu niet te lezen."
    elif status >= 500 and not isinstance(fout, GrensBereikt):
        _log.error("%s", fout)
    # What passed a limit passes it again.
    opnieuw = isinstance(fout, Bezet) or not isinstance(fout, GrensBereikt)
    return probleem(status, detail, type(fout).__name__, None, opnieuw, **_meer(verzoek, fout))


def _meer(verzoek: Request, fout: RegelgraafFout) -> dict[str, object]:
    """The members that an error has besides."""
    if isinstance(fout, OpslagFout):
        return {}
    if isinstance(fout, NietGevonden):
        return _verder(verzoek, fout)
    if isinstance(fout, VraagFout):
        return {"advies": fout.advies, "regel": fout.regel, "kolom": fout.kolom}
    return {"advies": fout.advies}


def _verder(verzoek: Request, fout: NietGevonden) -> dict[str, object]:
    """The members that help on from something that is not there; ``model.Probleem`` describes them."""
    kort = [s.kort for s in fout.suggesties]
    bedoelt = f"Bedoelt u {' of '.join(kort)}?" if kort else ""
    return {
        "advies": f"{fout.advies} {bedoelt}".strip(),
        "suggesties": kort,
        "lijktOp": [s._asdict() for s in fout.suggesties],
        "geladen": paden_van(verzoek)("regelingen") if fout.zie_geladen else "",
    }


def van_http(verzoek: Request, fout: Exception) -> Response:
    """An error of the framework: unknown address, wrong method."""
    assert isinstance(fout, HTTPException)
    details = {
        400: "De inhoud van het verzoek is niet te lezen.",
        404: "Dit adres bestaat niet.",
        405: "Deze methode kan op dit adres niet.",
        413: str(fout.detail),  # ours: it names the limit
    }
    detail = details.get(fout.status_code, "Dit verzoek kan niet worden beantwoord.")
    koppen = dict(fout.headers or {})
    if fout.status_code == 405:
        koppen["Allow"] = _toegestaan(verzoek)
    return probleem(fout.status_code, detail, koppen=koppen)


def _toegestaan(verzoek: Request) -> str:
    """The methods that are answered at an address: the framework names those of one route of several."""

    def kan(methode: str) -> bool:
        scope = {**verzoek.scope, "method": methode}
        return any(route.matches(scope)[0] is Match.FULL for route in verzoek.app.router.routes)

    methoden = [m for m in ("GET", "POST", "PUT", "PATCH", "DELETE") if kan(m)]
    # Whatever answers GET answers HEAD: the framework sees to it, and below /v1 ``paden.Padstukken``.
    return ", ".join([*(["HEAD"] if "GET" in methoden else []), *methoden])


def van_onverwacht(_verzoek: Request, fout: Exception) -> Response:
    """A fault of ours: told without any detail, logged whole."""
    _log.error("onverwachte fout", exc_info=fout)
    return probleem(500, "Dit had niet mogen gebeuren; het is vastgelegd.")
