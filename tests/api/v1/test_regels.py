"""The rules of the NL GOV API Design Rules that a client can see, one by one."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser
from typing import Any
from urllib.parse import quote

import httpx
import pytest

from api.app import maak_api
from api.instellingen import Instellingen
from tests.api.conftest import draai

PROBLEEM = "application/problem+json"
IRI = "https://w3id.org/regelgraaf/id/"
#: Every resource of which there is one without a choice of values, with a query that it can answer.
RESOURCES = [
    "/v1",
    "/v1/regelingen",
    "/v1/regelingen/wegnh",
    "/v1/regelingen/wegnh/inhoud",
    "/v1/regelingen/wegnh/regelplichten",
    "/v1/regelingen/ven/verschil?oud=2024-01-01",
    "/v1/bepalingen/wegnh:2:1",
    "/v1/bepalingen/wegnh:2/verwijzingen/uit",
    "/v1/bepalingen/wegnh:2/verwijzingen/in",
    "/v1/bepalingen/wegnh:2/implementeert",
    "/v1/bepalingen/wegnh:2/geschiedenis",
    "/v1/bepalingen/wegnh:2:1/impact",
    "/v1/besluiten/stb:2025:11/impact",
    "/v1/verwijzingen/onopgelost",
    "/v1/dekking",
    "/v1/wijzigingen?van=2025-01-01&tot=2025-12-31",
    "/v1/wijzigingen/feed?sinds=2025-01-01",
    "/v1/zoeken?q=beheer",
    "/v1/openapi.json",
]


@pytest.mark.parametrize("pad", RESOURCES)
def test_every_resource_answers_in_json_with_version_and_cors(v1: httpx.Client, pad: str) -> None:
    antwoord = v1.get(pad)
    assert antwoord.status_code == 200, antwoord.text
    assert antwoord.headers["content-type"] == "application/json"
    assert re.fullmatch(r"1\.\d+\.\d+", antwoord.headers["api-version"])
    assert antwoord.headers["access-control-allow-origin"] == "*"
    assert antwoord.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("pad", RESOURCES)
def test_no_address_has_a_trailing_slash(v1: httpx.Client, pad: str) -> None:
    kaal, _, vraag = pad.partition("?")
    antwoord = v1.get(f"{kaal}/?{vraag}")
    assert (antwoord.status_code, antwoord.headers["content-type"]) == (404, PROBLEEM)
    assert antwoord.headers["api-version"]


@pytest.mark.parametrize("pad", RESOURCES)
def test_every_link_leads_somewhere(v1: httpx.Client, pad: str) -> None:
    links = v1.get(pad).json().get("_links", {})
    # What needs a further choice cannot be followed as it is.
    for naam in links.keys() - {"zoeken", "wijzigingen", "citaat", "verschil"}:
        assert v1.get(links[naam]["href"]).status_code == 200, links[naam]


@pytest.mark.parametrize("pad", [p for p in RESOURCES[1:] if "openapi" not in p])
def test_what_a_client_has_is_not_sent_again(v1: httpx.Client, pad: str) -> None:
    eerst = v1.get(pad)
    merk = eerst.headers["etag"]
    for gekend in (merk, f'"anders", {merk}', "*"):
        weer = v1.get(pad, headers={"If-None-Match": gekend})
        assert (weer.status_code, weer.content, weer.headers["etag"]) == (304, b"", merk)
    assert v1.get(pad, headers={"If-None-Match": '"anders"'}).status_code == 200
    assert v1.get(pad + ("&" if "?" in pad else "?") + "nergens=1").headers.get("etag") != merk


def test_an_etag_tells_questions_and_states_apart(v1: httpx.Client, v1_adres: str, staatmap: Any) -> None:
    merken = [v1.get(pad).headers["etag"] for pad in ("/v1/regelingen", "/v1/regelingen?limiet=1", "/v1/dekking")]
    with draai(maak_api(Instellingen(opslag=staatmap))) as adres:
        merken.append(httpx.get(f"{adres}/v1/regelingen").headers["etag"])
    assert len(set(merken)) == 4


@pytest.mark.parametrize(
    ("methode", "pad", "status"),
    [("HEAD", "/v1/bepalingen/wegnh:2:1", 200), ("OPTIONS", "/v1/bepalingen/wegnh:2:1", 204),
     ("PUT", "/v1/bepalingen/wegnh:2:1", 405), ("DELETE", "/v1/regelingen", 405), ("GET", "/v1/citaat", 405)],
)  # fmt: skip
def test_methods(v1: httpx.Client, methode: str, pad: str, status: int) -> None:
    antwoord = v1.request(methode, pad)
    assert antwoord.status_code == status
    if status < 300:
        assert antwoord.content == b""
        assert antwoord.headers["access-control-allow-origin"] == "*"
    else:
        assert antwoord.headers["content-type"] == PROBLEEM


@pytest.mark.parametrize(
    ("pad", "toegestaan"),
    [
        ("/v1/regelingen", {"GET", "HEAD", "OPTIONS"}),
        ("/v1/bepalingen/wegnh:2:1", {"GET", "HEAD", "OPTIONS"}),
        ("/v1", {"GET", "HEAD", "OPTIONS"}),
        ("/v1/citaat", {"POST", "OPTIONS"}),
        ("/v1/controles", {"POST"}),
        ("/v1/controles/x", {"GET", "HEAD", "DELETE"}),
        ("/sparql", {"GET", "HEAD", "POST", "OPTIONS"}),
        ("/id/wegnh", {"GET", "HEAD", "OPTIONS"}),
        ("/gezond", {"GET", "HEAD"}),
    ],
)
def test_a_method_that_is_not_there_names_those_that_are(v1: httpx.Client, pad: str, toegestaan: set[str]) -> None:
    alle = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
    antwoorden = {m: v1.request(m, pad) for m in alle}
    assert {m for m, a in antwoorden.items() if a.status_code != 405} == toegestaan
    for antwoord in antwoorden.values():
        if antwoord.status_code == 405:
            assert sorted(antwoord.headers["allow"].split(", ")) == sorted(toegestaan)


# --- paging -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "pad",
    ["/v1/regelingen", "/v1/regelingen/wegnh/inhoud", "/v1/bepalingen/wegnh:2/verwijzingen/in",
     "/v1/bepalingen/wegnh/verwijzingen/uit", "/v1/verwijzingen/onopgelost",
     "/v1/wijzigingen?van=2025-01-01&tot=2025-12-31&as=in-werking", "/v1/regelingen/ven/verschil?oud=2024-01-01"],
)  # fmt: skip
def test_pages_link_to_each_other_and_lose_nothing(v1: httpx.Client, pad: str) -> None:
    alles = v1.get(pad).json()
    assert (alles["afgekapt"], len(alles["items"])) == (False, alles["totaal"])
    stukken, volgende = [], pad + ("&" if "?" in pad else "?") + "limiet=1"
    while volgende:
        antwoord = v1.get(volgende)
        deel = antwoord.json()
        assert deel["afgekapt"] is (len(stukken) + 1 < alles["totaal"])
        assert ("prev" in deel["_links"]) is bool(stukken)
        stukken += deel["items"]
        volgende = antwoord.links.get("next", {}).get("url")
        assert volgende == deel["_links"].get("next", {}).get("href")
    assert len(stukken) > 1
    assert stukken == alles["items"]


# --- values -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pad", "velden"),
    [
        ("/v1/regelingen?limiet=0", ["limiet"]),
        ("/v1/regelingen?limiet=1001&vanaf=-1", ["limiet", "vanaf"]),
        ("/v1/regelingen?limiet=veel", ["limiet"]),
        ("/v1/regelingen?soort=folder", ["soort"]),
        ("/v1/regelingen?limit=1", ["limit"]),
        ("/v1/wijzigingen", ["van", "tot"]),
        ("/v1/wijzigingen?van=1-1-2025&tot=2025-02-30", ["van", "tot"]),
        ("/v1/wijzigingen?van=1735689600&tot=2025-12-31", ["van"]),
        ("/v1/wijzigingen?van=2025-01-01&tot=2025-12-31&as=maan", ["as"]),
        ("/v1/bepalingen/wegnh:2?op=2025-01-01T00:00:00", ["op"]),
        ("/v1/bepalingen/wegnh:2/verwijzingen/in?niveau=naast", ["niveau.0"]),
        ("/v1/zoeken?q=", ["q"]),
        ("/v1/zoeken?q=" + "x" * 1001, ["q"]),
    ],
)
def test_values_that_cannot_be_are_named(v1: httpx.Client, pad: str, velden: list[str]) -> None:
    antwoord = v1.get(pad)
    assert (antwoord.status_code, antwoord.headers["content-type"]) == (400, PROBLEEM)
    probleem = antwoord.json()
    assert [f["veld"] for f in probleem["fouten"]] == velden
    for fout in probleem["fouten"]:
        assert fout["melding"].startswith(fout["veld"])
        assert fout["melding"] in probleem["detail"]
        assert "heeft een waarde die niet kan" not in fout["melding"]


def test_what_is_empty_is_told_so(v1: httpx.Client) -> None:
    assert v1.get("/v1/zoeken?q=").json()["detail"] == "q mag niet leeg zijn."


@pytest.mark.parametrize("inhoud", [b'{"tekst":"\xff"}', b"[" * 50_000])
def test_a_body_that_cannot_be_read_is_told_so(v1: httpx.Client, inhoud: bytes) -> None:
    antwoord = v1.post("/v1/citaat", content=inhoud, headers={"Content-Type": "application/json"})
    assert (antwoord.status_code, antwoord.headers["content-type"]) == (400, PROBLEEM)
    assert antwoord.json()["detail"] == "De inhoud van het verzoek is niet te lezen."


@pytest.mark.parametrize(
    ("pad", "status"),
    [
        ("/v1/bepalingen/wegnh:2?versie=2025-07-01&op=2025-08-01", 400),
        ("/v1/wijzigingen?van=2025-12-31&tot=2025-01-01", 400),
        ("/v1/bepalingen/geen bepaling", 404),
        ("/v1/bepalingen/" + quote(IRI, safe=""), 404),
        ("/v1/bepalingen/%00", 404),
        ("/v1/bepalingen/wegnh:2%2F..%2F", 404),
        ("/v1/bepalingen/wegnh:99", 404),
        ("/v1/bepalingen/wegnh:99/verwijzingen/in", 404),
        ("/v1/bepalingen/wegnh:99/geschiedenis", 404),
        ("/v1/bepalingen/wegnh:2?versie=1999-01-01", 404),
        ("/v1/bepalingen/wegnh:2?op=1999-01-01", 404),
        ("/v1/regelingen/wegnh:2", 404),
        ("/v1/regelingen/pw", 404),
        ("/v1/regelingen/nergensnummer", 404),
        ("/v1/bepalingen/nergensnummer:3", 404),
        ("/v1/nergens", 404),
        ("/v1/bepalingen", 404),
    ],
)
def test_what_is_not_there(v1: httpx.Client, pad: str, status: int) -> None:
    antwoord = v1.get(pad)
    assert (antwoord.status_code, antwoord.headers["content-type"]) == (status, PROBLEEM), antwoord.text
    assert len(antwoord.json()["detail"]) > 10


def test_an_unknown_provision_comes_with_near_matches(v1: httpx.Client) -> None:
    probleem = v1.get("/v1/bepalingen/wegnh:2:9").json()
    assert probleem["suggesties"] == ["wegnh:2", "wegnh:2:2"]
    assert probleem["lijktOp"][0] == {"kort": "wegnh:2", "label": "Wegenregeling Nergenshuizen, artikel 2"}
    assert probleem["advies"] == "Bedoelt u wegnh:2 of wegnh:2:2?"
    assert "geladen" not in probleem
    assert v1.get(f"/v1/bepalingen/{probleem['suggesties'][0]}").status_code == 200


@pytest.mark.parametrize(
    ("pad", "gelijkend"), [("ioaw", []), ("nergensnummer:3", []), ("wegenregeling-nergenhuis", ["wegnh", "ven"])]
)
def test_what_is_not_loaded_leads_to_what_is(v1: httpx.Client, pad: str, gelijkend: list[str]) -> None:
    probleem = v1.get(f"/v1/bepalingen/{pad}").json()
    assert probleem.get("suggesties", []) == gelijkend
    assert v1.get(probleem["geladen"]).json()["items"]


def test_other_formats_are_refused(v1: httpx.Client) -> None:
    antwoord = v1.get("/v1/regelingen", headers={"Accept": "text/turtle"})
    assert (antwoord.status_code, antwoord.json()["aanbod"]) == (406, ["application/json"])


# --- documentation ------------------------------------------------------------------------------------------------


def test_the_description_names_every_resource_error_and_version(v1: httpx.Client) -> None:
    beschrijving = v1.get("/v1/openapi.json").json()
    assert beschrijving["openapi"].startswith("3.1")
    assert beschrijving["servers"] == [{"url": "/v1"}]
    for adres, methoden in beschrijving["paths"].items():
        assert re.fullmatch(r"(/[a-z-]+|/\{[a-z]+\})+", adres)
        for operatie in methoden.values():
            assert operatie["summary"]
            assert {"400", "404", "503", "default"} <= set(operatie["responses"])
            assert len({"200", "201", "204"} & set(operatie["responses"])) == 1
            assert "422" not in operatie["responses"]
            for antwoord in operatie["responses"].values():
                assert "API-Version" in antwoord["headers"]
            for parameter in operatie.get("parameters", ()):
                assert re.fullmatch(r"[a-z]+([A-Z][a-z]+)*", parameter["name"])
                assert parameter.get("description"), (adres, parameter["name"])


class _Pagina(HTMLParser):
    """What a page loads, where its links go, and what can be linked to."""

    def __init__(self) -> None:
        super().__init__()
        self.laadt: list[str] = []
        self.links: list[str] = []
        self.ids: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        waarden = dict(attrs)
        if id_ := waarden.get("id"):
            assert id_ not in self.ids
            self.ids.add(id_)
        if tag in ("script", "img", "link", "iframe"):
            self.laadt.append(waarden.get("src") or waarden.get("href") or "")
        elif href := waarden.get("href"):
            self.links.append(href)


def test_the_documentation_is_a_plain_page_of_our_own(v1: httpx.Client) -> None:
    antwoord = v1.get("/v1/documentatie")
    assert antwoord.headers["content-type"].startswith("text/html")
    assert "default-src 'none'" in antwoord.headers["content-security-policy"]
    pagina = _Pagina()
    pagina.feed(antwoord.text)
    assert pagina.laadt == ["/v1/documentatie.css"]
    assert v1.get(pagina.laadt[0]).headers["content-type"].startswith("text/css")
    # Examples are about what is shipped, which is not loaded here: test_voorbeelden follows them.
    voorbeelden = {html.unescape(v) for v in re.findall(r'Voorbeeld: <a href="([^"]+)"', antwoord.text)}
    for link in set(pagina.links) - voorbeelden:
        assert link[1:] in pagina.ids if link.startswith("#") else v1.get(link).status_code == 200, link
    for adres in v1.get("/v1/openapi.json").json()["paths"]:
        assert f"/v1{adres}</code>" in antwoord.text


def test_below_a_prefix_everything_moves_along(v1_adres: str, staatmap: Any) -> None:
    with draai(maak_api(Instellingen(opslag=staatmap, pad="/graaf"))) as adres, httpx.Client(base_url=adres) as klant:
        assert klant.get("/graaf/v1/openapi.json").json()["servers"] == [{"url": "/graaf/v1"}]
        deel = klant.get("/graaf/v1/regelingen?limiet=1")
        assert deel.json()["items"][0]["href"].startswith("/graaf/v1/regelingen/")
        assert klant.get(deel.links["next"]["url"]).status_code == 200
        assert klant.get(klant.get("/graaf/v1").json()["_links"]["documentatie"]["href"]).status_code == 200
        geheel = quote(f"{IRI}wegnh/artikel/2", safe="")
        assert klant.get(f"/graaf/v1/bepalingen/{geheel}").json()["ids"]["kort"] == "wegnh:2"


def test_without_a_store_it_says_so(tmp_path: Any) -> None:
    with draai(maak_api(Instellingen(opslag=tmp_path / "leeg"))) as adres, httpx.Client(base_url=adres) as klant:
        antwoord = klant.get("/v1/regelingen")
        assert (antwoord.status_code, antwoord.headers["content-type"]) == (503, PROBLEEM)
        assert antwoord.headers["retry-after"]
        assert str(tmp_path) not in antwoord.text
        assert klant.get("/v1/openapi.json").status_code == 200
