"""Numbers and log lines: what was asked by kind and how it went, never by whom or for what."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families

from api.app import maak_api
from api.instellingen import Instellingen
from tests.api.conftest import draai
from web.app import maak_app


@pytest.fixture
def verse_klant(staatmap: Path) -> Iterator[httpx.Client]:
    """A client of a service that nobody asked anything yet."""
    with draai(maak_api(Instellingen(opslag=staatmap))) as adres, httpx.Client(base_url=adres) as klant:
        yield klant


def tellingen(klant: httpx.Client) -> dict[tuple[str, str, str], float]:
    tekst = klant.get("/metrics").text
    return {
        (m.labels["methode"], m.labels["adres"], m.labels["status"]): m.value
        for familie in text_string_to_metric_families(tekst)
        for m in familie.samples
        if m.name == "regelgraaf_verzoeken_total"
    }


@pytest.mark.parametrize(
    ("methode", "pad", "telt_als"),
    [
        ("GET", "/v1/bepalingen/wegnh:2", ("GET", "/v1/bepalingen/{id}", "200")),
        ("HEAD", "/v1/bepalingen/wegnh:2", ("GET", "/v1/bepalingen/{id}", "200")),
        ("GET", "/v1/bepalingen/wegnh%2F2/verwijzingen/in", ("GET", "/v1/bepalingen/{id}/verwijzingen/in", "404")),
        ("GET", "/v1/bepalingen/geheim", ("GET", "/v1/bepalingen/{id}", "404")),
        ("GET", "/v1/geheim", ("GET", "/v1", "404")),
        ("GET", "/v1", ("GET", "/v1", "200")),
        ("GET", "/v1/openapi.json", ("GET", "/v1/openapi.json", "200")),
        ("GET", "/sparql?query=ASK%7B%7D", ("GET", "/sparql", "200")),
        ("GET", "/id/geheim", ("GET", "/id", "303")),
        ("GET", "/geheim/geheim", ("GET", "onbekend", "404")),
        ("GEHEIM", "/v1/regelingen", ("onbekend", "/v1/regelingen", "405")),
        ("GET", "/gezond", ("GET", "/gezond", "200")),
    ],
)
def test_a_request_counts_by_the_pattern_of_its_address(
    verse_klant: httpx.Client, methode: str, pad: str, telt_als: tuple[str, str, str]
) -> None:
    verse_klant.request(methode, pad, headers={"User-Agent": "geheim"})
    assert tellingen(verse_klant) == {telt_als: 1.0}
    tekst = verse_klant.get("/metrics").text
    assert "geheim" not in tekst.lower()
    assert "127.0.0.1" not in tekst


def test_pages_count_by_their_kind(staatmap: Path) -> None:
    with draai(maak_app(Instellingen(opslag=staatmap))) as adres, httpx.Client(base_url=adres) as klant:
        for pad in ("/", "/bepaling/wegnh:2", "/static/geheim", "/v1/regelingen"):
            klant.get(pad, headers={"Accept": "text/html,*/*"})
        adressen = {pad for _, pad, _ in tellingen(klant)}
    assert {"/", "/static", "/v1/regelingen"} < adressen
    assert len(adressen) == 4
    assert not {pad for pad in adressen if "wegnh" in pad or "geheim" in pad}


def test_times_are_in_a_histogram(verse_klant: httpx.Client) -> None:
    for _ in range(3):
        verse_klant.get("/v1/regelingen")
    tekst = verse_klant.get("/metrics").text
    emmers = re.findall(r'_seconden_bucket\{adres="/v1/regelingen",le="([^"]+)",methode="GET"\} (\S+)', tekst)
    assert emmers[-1] == ("+Inf", "3.0")
    aantallen = [float(n) for _, n in emmers]
    assert aantallen == sorted(aantallen)
    assert len(emmers) > 10


@pytest.fixture
def loggers_als_voorheen() -> Iterator[None]:
    """Puts the loggers back as they were."""
    logs = [logging.getLogger(naam) for naam in ("regelgraaf", "uvicorn")]
    eerder = [(log, log.handlers, log.propagate, log.level) for log in logs]
    yield
    for log, handlers, propagate, level in eerder:
        log.handlers, log.propagate = handlers, propagate
        log.setLevel(level)


@pytest.mark.usefixtures("loggers_als_voorheen")
def test_every_request_is_a_line_of_json_where_asked(staatmap: Path, capsys: pytest.CaptureFixture[str]) -> None:
    app = maak_api(Instellingen(opslag=staatmap, log="json"))
    with draai(app) as adres, httpx.Client(base_url=adres) as klant:
        klant.get("/v1/bepalingen/wegnh:2?versie=geheim", headers={"User-Agent": "geheim"})
    logging.getLogger("regelgraaf").error("over twee\nregels «é»")
    geschreven = capsys.readouterr().err
    regels = [json.loads(regel) for regel in geschreven.splitlines()]
    verzoeken = [r for r in regels if r["bericht"] == "verzoek"]
    assert [(r["methode"], r["adres"], r["status"]) for r in verzoeken] == [("GET", "/v1/bepalingen/{id}", 404)]
    assert 0 < verzoeken[0]["ms"] < 10_000
    assert regels[-1]["bericht"] == "over twee\nregels «é»"
    assert "geheim" not in geschreven
    assert "127.0.0.1" not in json.dumps(verzoeken)


def test_nothing_is_logged_of_requests_unless_asked(
    verse_klant: httpx.Client, caplog: pytest.LogCaptureFixture
) -> None:
    verse_klant.get("/v1/regelingen")
    assert not [r for r in caplog.records if r.name.startswith("regelgraaf")]
