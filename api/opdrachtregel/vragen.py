"""Commands for the graph itself: ``sparql`` and ``uitvoer``."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from pyoxigraph import NamedNode, Quad, RdfFormat, serialize

from api.opdrachtregel.hoofd import BEANTWOORD, NIETS
from api.opdrachtregel.scherm import druk_lijst, meld
from api.opdrachtregel.werkplaats import instellingen_van, open_graaf
from api.sparql.media import CSV, JSON, PREFIXEN, TSV, TURTLE, XML
from api.sparql.opdracht import Opdracht, Resultaat
from graph.opslag import Opslag, Rij, Tabel
from graph.oxigraph import Oxigraph
from ontologie.fouten import BronFout, InvoerFout, VraagFout

_TABEL = {"": JSON, "tabel": JSON, "json": JSON, "jsonl": JSON, "csv": CSV, "tsv": TSV, "xml": XML}
_GRAAF = {
    "": TURTLE, "ttl": TURTLE, "nt": "application/n-triples", "jsonld": "application/ld+json",
    "json": "application/ld+json", "rdf": "application/rdf+xml", "xml": "application/rdf+xml",
    "trig": "application/trig", "nq": "application/n-quads",
}  # fmt: skip


def sparql(keuze: argparse.Namespace) -> int:
    """Answer one query in a process of its own, within its limits."""
    from api.dienst import Dienst

    query = _lees_vraag(keuze.query)
    instellingen = instellingen_van(keuze)
    with open_graaf(keuze):  # builds where nothing was built yet
        pass
    dienst = Dienst(instellingen)
    try:
        opdracht = Opdracht(query, _TABEL.get(keuze.formaat, ""), _GRAAF.get(keuze.formaat, ""), "")
        resultaat = dienst.stel(query, opdracht=opdracht)
    except VraagFout as fout:
        raise _met_regel(fout, query) from fout
    finally:
        dienst.sluit()
    if not resultaat.soort:
        raise InvoerFout(f"Een {resultaat.vorm} is er niet in formaat {keuze.formaat}.", advies="Zie --help.")
    rijen = _druk(resultaat, keuze.formaat)
    if resultaat.afgekapt:
        meld(f"Afgekapt na {resultaat.rijen} rijen; meer met --rijen.")
    return BEANTWOORD if rijen else NIETS


def _lees_vraag(invoer: str) -> str:
    """The query itself, or what stands in a file or on standard input."""
    if invoer == "-":
        return sys.stdin.read()
    pad = Path(invoer)
    try:
        is_bestand = len(invoer) < 1000 and pad.is_file()
    except (OSError, ValueError):
        is_bestand = False
    if not is_bestand:
        return invoer
    try:
        return pad.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as fout:
        raise BronFout(invoer, f"de vraag is niet te lezen ({fout})") from fout


def _met_regel(fout: VraagFout, query: str) -> VraagFout:
    """The error with the line that it is about, and a mark under the column."""
    regels = query.splitlines()
    if not 0 < fout.regel <= len(regels):
        return fout
    regel = regels[fout.regel - 1]
    zin = VraagFout(fout.bericht, advies=fout.advies)
    return VraagFout(f"{zin}\n  {regel}\n  {' ' * max(0, fout.kolom - 1)}^", regel=fout.regel, kolom=fout.kolom)


def _druk(resultaat: Resultaat, formaat: str) -> int:
    """Print the answer and return its number of rows; a truth value counts as one."""
    if resultaat.vorm in ("CONSTRUCT", "DESCRIBE") or formaat in ("json", "csv", "tsv", "xml"):
        sys.stdout.flush()
        sys.stdout.buffer.write(resultaat.inhoud)
        if not resultaat.inhoud.endswith(b"\n"):
            sys.stdout.buffer.write(b"\n")
        sys.stdout.buffer.flush()
        return resultaat.rijen if resultaat.vorm != "ASK" else 1
    antwoord = json.loads(resultaat.inhoud)
    if "boolean" in antwoord:
        print("ja" if antwoord["boolean"] else "nee")
        return 1
    kolommen = {naam: naam for naam in antwoord["head"]["vars"]}
    rijen = ({n: _cel(cel, formaat) for n, cel in rij.items()} for rij in antwoord["results"]["bindings"])
    return druk_lijst(rijen, kolommen, formaat)


def _cel(cel: dict[str, Any], formaat: str) -> str:
    waarde = str(cel["value"])
    if cel["type"] == "uri" and formaat != "jsonl":
        for voorvoegsel, naamruimte in PREFIXEN.items():
            if waarde.startswith(naamruimte):
                return f"{voorvoegsel}:{waarde[len(naamruimte) :]}"
    return waarde


# --- uitvoer ------------------------------------------------------------------------------------------------------

_UITVOER = {"ttl": RdfFormat.TURTLE, "trig": RdfFormat.TRIG, "nq": RdfFormat.N_QUADS, "jsonld": RdfFormat.JSON_LD}


def uitvoer(keuze: argparse.Namespace) -> int:
    """The whole graph, streamed."""
    formaat = _UITVOER[keuze.formaat]
    with open_graaf(keuze) as (_, _antwoorden, opslag):
        if not keuze.naar:
            sys.stdout.flush()
            return _schrijf(opslag, formaat, sys.stdout.buffer)
        try:
            with Path(keuze.naar).open("wb") as bestand:
                return _schrijf(opslag, formaat, bestand)
        except OSError as fout:
            raise BronFout(keuze.naar, "hier kan niet worden geschreven") from fout


def _schrijf(opslag: Opslag, formaat: RdfFormat, doel: IO[bytes]) -> int:
    quads = _quads(opslag)
    if formaat.supports_datasets:
        serialize(quads, doel, formaat, prefixes=PREFIXEN)
    else:
        serialize((q.triple for q in quads), doel, formaat, prefixes=PREFIXEN)
    doel.flush()
    return BEANTWOORD


def _quads(opslag: Opslag) -> Iterator[Quad]:
    if isinstance(opslag, Oxigraph):
        yield from opslag.store
        return
    # Graph by graph, as another engine's answers are bounded in size.
    for graaf in [rij["g"] for rij in _rijen(opslag, "SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }")]:
        assert isinstance(graaf, NamedNode)
        for rij in _rijen(opslag, f"SELECT ?s ?p ?o WHERE {{ GRAPH {graaf} {{ ?s ?p ?o }} }}"):
            onderwerp, eigenschap = rij["s"], rij["p"]
            assert isinstance(onderwerp, NamedNode)
            assert isinstance(eigenschap, NamedNode)
            yield Quad(onderwerp, eigenschap, rij["o"], graaf)


def _rijen(opslag: Opslag, sparql: str) -> Iterator[Rij]:
    antwoord = opslag.bevraag(sparql)
    assert isinstance(antwoord, Tabel)
    return antwoord.rijen
