"""The documentation of the REST interface as a plain page, made from its OpenAPI: no script, nothing from elsewhere."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from jinja2 import Environment, Template

from api.v1.paden import Paden

_HIER = Path(__file__).parent


@cache
def stijl() -> str:
    """The style sheet of the page."""
    return (_HIER / "documentatie.css").read_text(encoding="utf-8")


@cache
def _sjabloon() -> Template:
    bron = (_HIER / "documentatie.html").read_text(encoding="utf-8")
    return Environment(autoescape=True, trim_blocks=True).from_string(bron)


def documentatie(openapi: dict[str, Any], paden: Paden) -> str:
    """The page."""
    operaties = [
        _operatie(adres, methode, operatie, openapi["servers"][0]["url"], openapi)
        for adres, methoden in openapi["paths"].items()
        for methode, operatie in methoden.items()
    ]
    schemas = [_schema(naam, schema) for naam, schema in sorted(openapi["components"]["schemas"].items())]
    return _sjabloon().render(o=openapi, operaties=operaties, schemas=schemas, paden=paden)


def _operatie(
    adres: str, methode: str, operatie: dict[str, Any], begin: str, openapi: dict[str, Any]
) -> dict[str, Any]:
    velden = [
        {
            "naam": p["name"],
            "plaats": {"query": "vraag", "path": "pad"}.get(p["in"], p["in"]),
            "verplicht": p.get("required", False),
            "soort": _soort(p["schema"]),
            "uitleg": p.get("description", ""),
            "voorbeeld": _voorbeeld(p["schema"]),
        }
        for p in operatie.get("parameters", ())
    ]
    for inhoud in operatie.get("requestBody", {}).get("content", {}).values():
        naam = _naam(inhoud["schema"])
        schema = openapi["components"]["schemas"][naam] if naam else inhoud["schema"]
        velden += [
            {**veld, "plaats": "inhoud", "verplicht": veld["naam"] in schema.get("required", ())}
            for veld in _schema("", schema)["velden"]
        ]
    goed = next(a for status, a in operatie["responses"].items() if status.startswith("2")).get("content", {})
    return {
        "anker": operatie["operationId"],
        "methode": methode.upper(),
        "adres": begin + adres,
        "titel": operatie["summary"],
        "velden": velden,
        "proef": _proef(begin + adres, operatie) if methode == "get" else "",
        "antwoorden": [{"schema": _naam(vorm["schema"])} for vorm in goed.values()],
    }


def _proef(adres: str, operatie: dict[str, Any]) -> str:
    """An address that can be tried, with an example of all that must be given; "" where that is a reader's own."""
    vraag: dict[str, str] = {}
    for p in operatie.get("parameters", ()):
        if not p.get("required"):
            continue
        if not (waarde := _voorbeeld(p["schema"])):
            return ""
        if p["in"] == "path":
            adres = adres.replace(f"{{{p['name']}}}", quote(waarde, safe=":"))
        else:
            vraag[p["name"]] = waarde
    return f"{adres}?{urlencode(vraag)}" if vraag else adres


def _voorbeeld(schema: dict[str, Any]) -> str:
    """The first example of a value; "" where there is none."""
    voorbeelden = schema.get("examples", ())
    return str(voorbeelden[0]) if voorbeelden else ""


def _schema(naam: str, schema: dict[str, Any]) -> dict[str, Any]:
    velden = [
        {
            "naam": veld,
            "soort": _soort(vorm),
            "uitleg": vorm.get("description", ""),
            "voorbeeld": _voorbeeld(vorm),
        }
        for veld, vorm in schema.get("properties", {}).items()
    ]
    uitleg = schema.get("description", "") or ", ".join(str(w) for w in schema.get("enum", ()))
    return {"naam": naam, "uitleg": uitleg.split("\n")[0], "velden": velden}


def _naam(schema: dict[str, Any]) -> str:
    return str(schema.get("$ref", "")).rpartition("/")[2]


_SOORTEN = {"string": "tekst", "integer": "getal", "boolean": "true of false", "object": "object", "null": "null"}


def _soort(schema: dict[str, Any]) -> str:
    """What a value is, in a few words."""
    if naam := _naam(schema):
        return naam
    if "anyOf" in schema:
        return " of ".join(_soort(s) for s in schema["anyOf"])
    if schema.get("type") == "array":
        return f"lijst van {_soort(schema.get('items', {}))}"
    if schema.get("format") == "date":
        return "datum"
    if schema.get("format") == "binary":
        return "bestand"
    return _SOORTEN.get(schema.get("type", ""), "object")
