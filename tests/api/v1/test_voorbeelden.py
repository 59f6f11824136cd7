"""The examples in the description of the interface can be tried on what is shipped, and are about that."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from itertools import product
from typing import Any
from urllib.parse import quote, urlencode

import httpx
import pytest

from tests.conftest import WORTEL

#: Of these a reader must bring something first: a document, or sources with their text.
ZONDER_VOORBEELD = {
    "/controles/{id}": "id",
    "/regelingen/{regeling}/controle": "regeling",
    "/vergelijkingen": "eigen",
    "/vergelijkingen/besluit": "eigen",
    "/vergelijkingen/waswordt": "eigen",
    "/vergelijkingen/{id}": "id",
    "/vergelijkingen/{id}/besluit": "id",
    "/vergelijkingen/{id}/waswordt": "id",
}
Vraag = tuple[tuple[str, str], ...]


@pytest.fixture(scope="module")
def klant(kernadres: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=kernadres, timeout=30) as klant:
        yield klant


@pytest.fixture(scope="module")
def beschrijving(klant: httpx.Client) -> dict[str, Any]:
    gegevens: dict[str, Any] = klant.get("/v1/openapi.json").json()
    return gegevens


def voorbeelden(parameter: dict[str, Any]) -> list[Any]:
    """Wherever OpenAPI lets them stand."""
    schema = parameter.get("schema", {})
    uit = [*schema.get("examples", ()), *(v["value"] for v in parameter.get("examples", {}).values())]
    for deel in (parameter, schema):
        uit += [deel["example"]] if "example" in deel else []
    for keuze in (*schema.get("anyOf", ()), *schema.get("oneOf", ())):
        uit += keuze.get("examples", ())
    return uit


def _velden(naam: str, waarde: Any) -> Vraag:
    return tuple((naam, str(w)) for w in (waarde if isinstance(waarde, list) else [waarde]))


def adressen(pad: str, parameters: list[dict[str, Any]]) -> Iterator[str]:
    """What must be given, in every combination of its examples; then with each example of the rest, one at a time."""
    nodig = [p for p in parameters if p.get("required")]
    for waarden in product(*(voorbeelden(p) for p in nodig)):
        gevuld, basis = pad, []
        for parameter, waarde in zip(nodig, waarden, strict=True):
            if parameter["in"] == "path":
                gevuld = gevuld.replace(f"{{{parameter['name']}}}", quote(str(waarde), safe=""))
            else:
                basis += _velden(parameter["name"], waarde)
        erbij = [_velden(p["name"], w) for p in parameters if not p.get("required") for w in voorbeelden(p)]
        for meer in ((), *erbij):
            vraag = urlencode([*basis, *meer])
            yield f"/v1{gevuld}" + (f"?{vraag}" if vraag else "")


def test_every_example_of_a_parameter_is_answered(klant: httpx.Client, beschrijving: dict[str, Any]) -> None:
    zonder, gevraagd = {}, 0
    for pad, methoden in beschrijving["paths"].items():
        parameters = methoden.get("get", {}).get("parameters", [])
        kaal = [p["name"] for p in parameters if p.get("required") and not voorbeelden(p)]
        if kaal:
            (zonder[pad],) = kaal
            continue
        for adres in adressen(pad, parameters) if "get" in methoden else ():
            antwoord = klant.get(adres)
            assert antwoord.status_code == 200, f"{adres}: {antwoord.text}"
            gevraagd += 1
    assert zonder == ZONDER_VOORBEELD
    assert gevraagd > 50


def test_the_example_of_a_text_is_understood(klant: httpx.Client, beschrijving: dict[str, Any]) -> None:
    schemas = beschrijving["components"]["schemas"]
    velden = schemas["Citaatvraag"]["properties"]
    antwoord = klant.post("/v1/citaat", json={naam: veld["examples"][0] for naam, veld in velden.items()})
    assert antwoord.status_code == 200
    (gevonden,) = antwoord.json()["verwijzingen"]
    verwacht = {n: v["examples"][0] for n, v in schemas["Citaatverwijzing"]["properties"].items() if "examples" in v}
    assert gevonden.items() >= verwacht.items()


def _teksten(deel: Any) -> Iterator[str]:
    """Every text in every list of examples."""
    if isinstance(deel, dict):
        for naam, waarde in deel.items():
            if naam == "examples":
                yield from (t for t in waarde if isinstance(t, str))
            yield from _teksten(waarde)
    elif isinstance(deel, list):
        for lid in deel:
            yield from _teksten(lid)


def test_every_address_and_name_in_an_example_leads_somewhere(
    klant: httpx.Client, beschrijving: dict[str, Any]
) -> None:
    teksten = set(_teksten(beschrijving))
    adressen = {t for t in teksten if t.startswith("/v1/")}
    iris = {t for t in teksten if re.match(r"https://w3id\.org/regelgraaf/(id|graaf)/", t)}
    bepalingen = {t for t in teksten if re.fullmatch(r"[a-z]+(:\w+)+", t) and not t.startswith("stb:")}
    assert adressen
    assert iris
    assert bepalingen - {"eigen:4:2"}
    for adres in adressen:
        assert klant.get(adres).status_code == 200, adres
    for iri in iris:
        pad = iri.removeprefix("https://w3id.org/regelgraaf")
        antwoord = klant.get(pad, headers={"Accept": "text/turtle"}, follow_redirects=True)
        assert antwoord.status_code == 200, iri
    # A document that a user brings has no name of its own; what a check finds need not be there.
    for kort in bepalingen - {"eigen:4:2", "pw:8a:4"}:
        assert klant.get(f"/v1/bepalingen/{kort}").status_code == 200, kort


def test_the_regulations_of_the_tests_are_nowhere_in_it(klant: httpx.Client) -> None:
    """Of the names in the invented documents none is told to a reader."""
    verzonnen = re.compile(r"Nergenshuizen|\bfvo\b|\bwegnh\b")
    assert verzonnen.search((WORTEL / "tests" / "graph" / "regelingen.py").read_text(encoding="utf-8"))
    for pad in ("/v1/openapi.json", "/v1/documentatie"):
        assert not verzonnen.search(klant.get(pad).text)


def test_the_page_links_to_an_example_of_each_address_that_can_be_tried(
    klant: httpx.Client, beschrijving: dict[str, Any]
) -> None:
    pagina = klant.get("/v1/documentatie").text
    proeven = [html.unescape(a) for a in re.findall(r'Voorbeeld: <a href="([^"]+)"', pagina)]
    te_proberen = [pad for pad, methoden in beschrijving["paths"].items() if "get" in methoden]
    assert len(proeven) == len(te_proberen) - len(ZONDER_VOORBEELD)
    assert {klant.get(adres).status_code for adres in proeven} == {200}
