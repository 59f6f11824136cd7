"""Every template gets exactly what it uses, escapes what it shows, and makes well-formed Dutch pages."""

from __future__ import annotations

import itertools
import re
from dataclasses import fields
from pathlib import Path
from typing import get_args
from xml.parsers.expat import ExpatError, ParserCreate

import pytest
from jinja2 import meta, nodes

from graph.antwoorden import Niveau
from graph.impact.kant import Graad
from ontologie.document import BepalingSoort, DocumentSoort, InvulSoort
from ontologie.relatie import Modaliteit, Oordeel, Sterkte
from ontologie.verwijzing import Status
from ontologie.wijziging import DatumAs
from tests.web.voorbeelden import VOL_EN_KAAL
from web.contexten import Pagina
from web.sjablonen import maak_html, omgeving
from web.teksten import teksten

SJABLONEN = Path(__file__).parents[2] / "web" / "templates"
SOORTEN = get_args(Pagina)
#: Fields that the frame uses for every page.
_KADER = {"kader"}


def _boom(naam: str) -> nodes.Template:
    return omgeving().parse((SJABLONEN / naam).read_text(encoding="utf-8"))


def test_every_page_has_a_filled_example() -> None:
    assert {type(p) for p in VOL_EN_KAAL} == set(SOORTEN)


@pytest.mark.parametrize("soort", SOORTEN, ids=lambda s: s.__name__)
def test_template_uses_just_the_fields_of_its_record(soort: type) -> None:
    boom = _boom(soort.sjabloon)
    gebruikt = {n.attr for n in boom.find_all(nodes.Getattr) if isinstance(n.node, nodes.Name) and n.node.name == "p"}
    assert gebruikt | _KADER == {f.name for f in fields(soort)} | _KADER


@pytest.mark.parametrize("naam", sorted(p.name for p in SJABLONEN.glob("*.html")))
def test_template_sees_nothing_but_its_record_and_the_texts(naam: str) -> None:
    boom = _boom(naam)
    eigen = {n.target for n in boom.find_all(nodes.Import)} | {n.name for n in boom.find_all(nodes.Macro)}
    assert meta.find_undeclared_variables(boom) - eigen <= {"p", "t", "meervoud"}


def test_every_template_has_a_record() -> None:
    gedeeld = {"basis.html", "delen.html"}
    assert {p.name for p in SJABLONEN.glob("*.html")} == {s.sjabloon for s in SOORTEN} | gedeeld


@pytest.mark.parametrize("pagina", VOL_EN_KAAL, ids=lambda p: type(p).__name__)
def test_renders_well_formed(pagina: Pagina) -> None:
    html = maak_html(pagina)
    _controleer_nesting(html)
    ids = re.findall(r'\sid="([^"]*)"', html)
    # Example pages show the same text more than once (as a toelichting, too); a real page does not.
    assert type(pagina).__name__ in ("Bepalingpagina", "Voorbeelden") or len(ids) == len(set(ids))


_LEEG = re.compile(r"<((?:meta|link|input|br|hr)\b[^>]*?)/?>")


def _controleer_nesting(html: str) -> None:
    """Void elements closed and attributes valued, an HTML page of ours is well-formed XML."""
    kaal = re.sub(r"^<!doctype html>", "", html.strip(), flags=re.I)
    kaal = _LEEG.sub(r"<\1/>", kaal)
    kaal = re.sub(r"\s(data-kopie|selected|checked|open|required|download)(?=[\s>/])", r' \1=""', kaal)
    ontleder = ParserCreate()
    try:
        ontleder.Parse(f"<alles>{kaal}</alles>", True)
    except ExpatError as fout:
        regel = kaal.splitlines()[fout.lineno - 1]
        pytest.fail(f"{fout}: {regel[max(0, fout.offset - 200) : fout.offset + 60]}")


@pytest.mark.parametrize("pagina", VOL_EN_KAAL, ids=lambda p: type(p).__name__)
def test_headings_are_in_order(pagina: Pagina) -> None:
    html = maak_html(pagina)
    niveaus = [int(n) for n in re.findall(r"<h([1-6])", html)]
    if type(pagina).__name__ == "Voorbeelden":
        return
    assert niveaus[0] == 1
    assert niveaus.count(1) == 1
    for vorige, volgende in itertools.pairwise(niveaus):
        assert volgende <= vorige + 1, (niveaus, html)


@pytest.mark.parametrize("pagina", VOL_EN_KAAL, ids=lambda p: type(p).__name__)
def test_no_inline_script_or_style_and_nothing_from_elsewhere(pagina: Pagina) -> None:
    html = maak_html(pagina)
    assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)", html)
    for adres in re.findall(r'<(?:link|script|img|iframe)\b[^>]*?(?:href|src)="([^"]*)"', html):
        assert adres.startswith("/regels/") or adres.startswith("https://w3id.org/regelgraaf/id/"), adres


def test_every_kind_and_status_has_words() -> None:
    t = teksten()
    for enum, tabel in (
        (BepalingSoort, "bepalingsoort"), (DocumentSoort, "soort"),
        (Status, "status"), (Niveau, "niveau"), (InvulSoort, "merk"), (DatumAs, "as"), (Sterkte, "sterkte"),
        (Oordeel, "oordeelteken"), (Modaliteit, "modaliteit"), (Graad, "graad"),
    ):  # fmt: skip
        assert set(t[tabel]) == {str(lid) for lid in enum}


def _gebruikte_teksten(naam: str) -> set[str]:
    uit = set()
    for n in _boom(naam).find_all(nodes.Getattr):
        delen: list[str] = []
        knoop: nodes.Node = n
        while isinstance(knoop, nodes.Getattr):
            delen.append(knoop.attr)
            knoop = knoop.node
        if isinstance(knoop, nodes.Name) and knoop.name == "t":
            uit.add(".".join(reversed(delen)))
    return uit


def test_no_text_stands_there_for_nothing() -> None:
    """Each text of the file is named in a template or in Python code (tables that are looked up by value apart)."""
    gebruikt = {t for p in SJABLONEN.glob("*.html") for t in _gebruikte_teksten(p.name)}
    code = "".join(p.read_text(encoding="utf-8") for p in SJABLONEN.parent.rglob("*.py"))
    per_waarde = {
        "soort",
        "bepalingsoort",
        "status",
        "niveau",
        "wijziging",
        "fout",
        "merk",
        "menu",
        "kenmerk",
        "eigenschap",
        "vocabulaire",
        "as",
        "achtergrond",
        "modaliteit",
        "oordeelteken",
        "sterkte",
        "toestand",
        "via",
        "graad",
    }
    ongebruikt = [
        f"{groep}.{naam}"
        for groep, tabel in teksten().items()
        if groep not in per_waarde
        for naam in tabel
        if not any(g == f"{groep}.{naam}" or g.startswith(f"{groep}.{naam}.") for g in gebruikt)
        and f'"{naam}"' not in code
    ]
    assert ongebruikt == []
