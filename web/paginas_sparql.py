"""The page with the form for queries: examples that run, the answer as a table, an error with its line."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib.resources import files
from urllib.parse import urlencode

import orjson

from api.sparql import Resultaat
from api.sparql.media import PREFIXEN
from ontologie.fouten import GrensBereikt, IdentificatieFout, OpslagFout, VraagFout
from ontologie.identificatie import basis, parse_iri
from web.contexten import Sparqlcel, Sparqlfout, Sparqlpagina, Sparqluitslag, Sparqlvoorbeeld, Verwijsplaats
from web.gids import Gids
from web.paden import Paden
from web.teksten import teksten

#: Answers a query of a client: a table or truth value as SPARQL JSON, triples as Turtle.
#: Raises VraagFout, GrensBereikt or OpslagFout.
StelVraag = Callable[[str, str], Resultaat]

#: Most rows of an answer on the page; the formats to download hold them all.
RIJEN = 500
#: Most characters of triples on the page.
TEKENS = 200_000


def sparqlpagina(gids: Gids, stel: Callable[[str], Resultaat], query: str, eindpunt: str) -> tuple[Sparqlpagina, int]:
    """The form, with the answer to ``query`` unless it is "", and the HTTP status of that answer."""
    t = teksten()["sparql"]
    voorbeelden = _voorbeelden()
    uitslag: Sparqluitslag | None = None
    fout: Sparqlfout | None = None
    status = 200
    vorm = ""
    if query.strip():
        try:
            resultaat = stel(query)
            vorm = resultaat.vorm
            uitslag = _uitslag(resultaat, gids.paden)
        except VraagFout as e:
            # The page tells the place by itself, before what is wrong there.
            bericht = e.bericht.replace(f" op regel {e.regel}, kolom {e.kolom}", "")
            fout, status = Sparqlfout(bericht, e.advies, e.regel, e.kolom, _regel(query, e.regel)), 400
        except (GrensBereikt, OpslagFout) as e:
            fout, status = Sparqlfout(e.bericht, e.advies), 503
    pagina = Sparqlpagina(
        kader=gids.kader(t["kop"], menu="sparql"),
        query=query or voorbeelden[0][2],
        voorbeelden=tuple(Sparqlvoorbeeld(kop, uitleg, q, gids.paden.sparql(q)) for kop, uitleg, q in voorbeelden),
        uitslag=uitslag,
        fout=fout,
        downloads=_downloads(gids.paden, query, vorm) if uitslag else (),
        eindpunt=eindpunt,
        deel=f"{eindpunt}?{urlencode({'query': query})}" if query else "",
    )
    return pagina, status


@cache
def _voorbeelden() -> tuple[tuple[str, str, str], ...]:
    """Title, explanation and text of each query in ``web/vragen``: its first line, its second, and the rest."""
    uit = []
    for bestand in sorted((b for b in files("web").joinpath("vragen").iterdir()), key=lambda b: b.name):
        kop, uitleg, query = bestand.read_text(encoding="utf-8").split("\n", 2)
        uit.append((kop.removeprefix("# "), uitleg.removeprefix("# "), query))
    return tuple(uit)


def _regel(query: str, nummer: int) -> str:
    regels = query.splitlines()
    return regels[nummer - 1] if 0 < nummer <= len(regels) else ""


def _downloads(paden: Paden, query: str, vorm: str) -> tuple[Verwijsplaats, ...]:
    formaten = ("ttl", "jsonld", "nt") if vorm in ("CONSTRUCT", "DESCRIBE") else ("csv", "json", "xml", "tsv")
    namen = {"ttl": "Turtle", "jsonld": "JSON-LD", "nt": "N-Triples"}
    return tuple(Verwijsplaats(namen.get(f, f.upper()), paden.sparql(query, formaat=f)) for f in formaten)


def _uitslag(resultaat: Resultaat, paden: Paden) -> Sparqluitslag:
    if resultaat.vorm in ("CONSTRUCT", "DESCRIBE"):
        tekst = resultaat.inhoud.decode()
        afgekapt = resultaat.afgekapt or len(tekst) > TEKENS
        return Sparqluitslag(tripels=tekst[:TEKENS], afgekapt=afgekapt, seconden=resultaat.seconden)
    gegevens = orjson.loads(resultaat.inhoud)
    if "boolean" in gegevens:
        return Sparqluitslag(antwoord=gegevens["boolean"], seconden=resultaat.seconden)
    kolommen = tuple(gegevens["head"]["vars"])
    bindingen = gegevens["results"]["bindings"]
    rijen = tuple(tuple(_cel(b.get(k), paden) for k in kolommen) for b in bindingen[:RIJEN])
    return Sparqluitslag(
        kolommen, rijen, afgekapt=resultaat.afgekapt or len(bindingen) > RIJEN, seconden=resultaat.seconden
    )


def _cel(term: dict[str, str] | None, paden: Paden) -> Sparqlcel | None:
    if term is None:
        return None
    waarde = term["value"]
    if term["type"] != "uri":
        return Sparqlcel(str(waarde), taal=term.get("xml:lang", ""))
    if waarde.startswith(basis()):
        return Sparqlcel(waarde[len(basis()) :], paden.zoek(waarde) if _is_bepaling(waarde) else "")
    for voorvoegsel, naamruimte in PREFIXEN.items():
        if waarde.startswith(naamruimte):
            naam = waarde[len(naamruimte) :]
            return Sparqlcel(f"{voorvoegsel}:{naam}", f"{paden.vocabulaire()}#{naam}" if voorvoegsel == "rg" else "")
    return Sparqlcel(waarde)


def _is_bepaling(iri: str) -> bool:
    try:
        parse_iri(iri)
    except IdentificatieFout:
        return False
    return True
