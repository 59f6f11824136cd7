"""Answers to hand out: one model of a document, and its printers to Word, HTML and CSV.

Word is printed by ``api.uitvoer.docx.naar_docx``, which is not imported here: loading it takes a while.
"""

from __future__ import annotations

from api.uitvoer.csv import Rijen, naar_csv, schrijf_csv
from api.uitvoer.html import blokken_html, naar_html
from api.uitvoer.levering import Formaat, Levering, gevraagd_formaat, lever
from api.uitvoer.model import (
    Alinea,
    Blok,
    Cel,
    Kolom,
    Kop,
    Loop,
    Loopstijl,
    Opmerking,
    Opmerkingsoort,
    Opsomming,
    Paginaeinde,
    Punt,
    Tabel,
    Uitvoerdocument,
    alinea,
    cel,
    opmerking,
    punten,
)

__all__ = [
    "Alinea",
    "Blok",
    "Cel",
    "Formaat",
    "Kolom",
    "Kop",
    "Levering",
    "Loop",
    "Loopstijl",
    "Opmerking",
    "Opmerkingsoort",
    "Opsomming",
    "Paginaeinde",
    "Punt",
    "Rijen",
    "Tabel",
    "Uitvoerdocument",
    "alinea",
    "blokken_html",
    "cel",
    "gevraagd_formaat",
    "lever",
    "naar_csv",
    "naar_html",
    "opmerking",
    "punten",
    "schrijf_csv",
]
