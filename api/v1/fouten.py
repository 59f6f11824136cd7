"""Values that cannot be, as problem+json that names each field and says in Dutch what it can be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from fastapi.exceptions import RequestValidationError
from starlette.requests import Request
from starlette.responses import Response

from api.problemen import probleem

#: What a value must be, by the kind of error of pydantic; names in braces are from its context.
_MELDINGEN = {
    "missing": "ontbreekt",
    "extra_forbidden": "bestaat hier niet",
    "int_parsing": "moet een geheel getal zijn",
    "int_parsing_size": "moet een kleiner getal zijn",
    "int_type": "moet een geheel getal zijn",
    "int_from_float": "moet een geheel getal zijn",
    "bool_parsing": "moet true of false zijn",
    "bool_type": "moet true of false zijn",
    "string_type": "moet tekst zijn",
    "string_unicode": "moet geldige Unicode zijn",
    "date_from_datetime_parsing": "moet een datum zijn als 2026-01-31",
    "date_parsing": "moet een datum zijn als 2026-01-31",
    "date_type": "moet een datum zijn als 2026-01-31",
    "greater_than_equal": "moet ten minste {ge} zijn",
    "less_than_equal": "mag ten hoogste {le} zijn",
    "string_too_short": "moet ten minste {min_length} tekens lang zijn",
    "string_too_long": "mag ten hoogste {max_length} tekens lang zijn",
    "too_long": "mag ten hoogste {max_length} keer voorkomen",
    "enum": "moet {expected} zijn",
    "json_invalid": "is geen geldige JSON",
    "model_attributes_type": "moet een JSON-object zijn",
    "model_type": "moet een JSON-object zijn",
    "dict_type": "moet een JSON-object zijn",
}
_INHOUD = "de inhoud van het verzoek"
#: Fields that are told of; nobody reads more.
_VELDEN_MAX = 20


def ongeldig(_verzoek: Request, fout: Exception) -> Response:
    """Everything that is wrong with a request, at once."""
    assert isinstance(fout, RequestValidationError)
    velden = [_veld(f) for f in fout.errors()[:_VELDEN_MAX]]
    detail = " ".join(v["melding"] for v in velden)
    return probleem(400, detail, "InvoerFout", fouten=velden)


def _veld(fout: Mapping[str, Any]) -> dict[str, str]:
    loc: Sequence[Any] = fout["loc"]
    plaats, rest = str(loc[0]), [str(deel)[:100] for deel in loc[1:]]
    if fout["type"] == "json_invalid":
        rest = []
    veld = ".".join(rest)
    naam = veld or (_INHOUD if plaats == "body" else "")
    return {"veld": veld, "plaats": plaats, "melding": f"{naam} {_melding(fout)}.".strip()}


def _melding(fout: Mapping[str, Any]) -> str:
    context = {naam: str(waarde) for naam, waarde in fout.get("ctx", {}).items()}
    if fout["type"] == "value_error":  # of our own, in Dutch
        return context.get("error", "heeft een waarde die niet kan")
    if "expected" in context:
        context["expected"] = context["expected"].replace(" or ", " of ")
    if fout["type"] == "string_too_short" and context["min_length"] == "1":
        return "mag niet leeg zijn"
    return _MELDINGEN.get(fout["type"], "heeft een waarde die niet kan").format_map(context)
