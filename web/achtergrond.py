"""The query behind a question page: readable SPARQL over the same facts, filled in and ready to run."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from graph.vraag import Vraag, Waarde
from web.contexten import Achtergrond
from web.paden import Paden, als_formaat
from web.teksten import teksten


@cache
def _kernvraag(naam: str) -> Vraag:
    """The query in ``web/kernvragen/{naam}.rq``."""
    return Vraag(naam, files("web").joinpath("kernvragen", f"{naam}.rq").read_text(encoding="utf-8"))


def achtergrond(paden: Paden, adres: str, naam: str, **waarden: Waarde) -> Achtergrond:
    """How to get the answer at ``adres`` as CSV and as Word, and the query ``naam`` with the terms filled in."""
    query = _kernvraag(naam).bind(**waarden)
    csv, docx = als_formaat(adres, "csv"), als_formaat(adres, "docx")
    return Achtergrond(csv, docx, query, paden.sparql(query), teksten()["achtergrond"][naam])
