"""The command ``herstel``: what should change in an own ordinance, with was-wordt table and draft decision."""

from __future__ import annotations

import argparse
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from api.opdrachtregel.hoofd import BEANTWOORD, NIETS
from api.opdrachtregel.scherm import druk_lijst, meld
from api.opdrachtregel.vergelijken import eigen_document
from api.opdrachtregel.werkplaats import open_graaf
from ontologie.fouten import InvoerFout, OpslagFout, systeemfout

if TYPE_CHECKING:
    from api.uitvoer import Uitvoerdocument

_KOLOMMEN = {
    "gekozen": "overgenomen",
    "sleutel": "punt",
    "waar": "waar",
    "grond": "grond",
    "reden": "reden",
    "vragen": "open",
}
_EINDEN = (".docx", ".html")


def herstel(keuze: argparse.Namespace) -> int:
    """List what should change, and write the documents that are asked for."""
    from api.eigen.besluit import besluit_document
    from api.eigen.bronregels import iri_adres
    from api.eigen.herstellen import ontwerp_met
    from api.eigen.waswordt import waswordt
    from api.woorden import datum
    from graph.herstel.maken import Keus

    doelen = [d for d in (keuze.waswordt, keuze.besluit) if d]
    for doel in doelen:
        _controleer(Path(doel), vervang=keuze.vervang)
    with open_graaf(keuze) as (instellingen, antwoorden, _opslag):
        eigen = eigen_document(keuze, instellingen, antwoorden)
        keus = Keus(tuple(keuze.alleen), tuple(keuze.zonder))
        ontwerp = ontwerp_met(antwoorden, eigen, keuze.model, keuze.op, keus, keuze.inwerking)
        tot = antwoorden.bronnen().bijgewerkt_tot
    herkomst = f"Geladen bronnen tot en met {datum(tot)}." if tot else ""
    adres = iri_adres("")
    if keuze.waswordt:
        _schrijf(Path(keuze.waswordt), waswordt(ontwerp, adres, herkomst))
    if keuze.besluit:
        _schrijf(Path(keuze.besluit), besluit_document(ontwerp, adres, herkomst))
    gekozen = set(ontwerp.herstel.gekozen)
    rijen = [
        {
            "gekozen": "ja" if p.sleutel in gekozen else "nee" if p.uitvoerbaar else "met de hand",
            "sleutel": p.sleutel,
            "waar": p.waar,
            "grond": ", ".join(dict.fromkeys(r.grond.value for r in p.redenen)),
            "reden": " ".join(dict.fromkeys(r.uitleg for r in p.redenen)),
            "vragen": " ".join(p.vragen),
        }
        for p in ontwerp.herstel.punten
    ]
    druk_lijst(rijen, _KOLOMMEN, keuze.formaat)
    meld(f"{len(rijen)} punten, {len(gekozen)} overgenomen; {len(ontwerp.herstel.open_punten)} open punten. {herkomst}")
    for doel in doelen:
        meld(f"Geschreven: {doel}")
    return BEANTWOORD if rijen else NIETS


def _controleer(doel: Path, *, vervang: bool) -> None:
    """Refuse a file of another kind, and one that is there already unless the user says that it may go.

    Raises:
        InvoerFout: it is refused.
    """
    if doel.suffix.lower() not in _EINDEN:
        raise InvoerFout(f"{doel.name}: dit kan geen Word- of HTML-bestand worden.", advies="Eindig op .docx of .html.")
    if doel.exists() and not vervang:
        raise InvoerFout(f"{doel} bestaat al en wordt niet overschreven.", advies="Geef een andere naam, of --vervang.")


def _schrijf(doel: Path, document: Uitvoerdocument) -> None:
    """Write a document whole or not at all."""
    if doel.suffix.lower() == ".docx":
        from api.uitvoer.docx import naar_docx

        inhoud = naar_docx(document)
    else:
        from api.uitvoer import naar_html

        inhoud = naar_html(document).encode("utf-8", errors="replace")
    try:
        nummer, half = tempfile.mkstemp(prefix=f".{doel.name}.", dir=doel.parent)
        try:
            with os.fdopen(nummer, "wb") as bestand:
                bestand.write(inhoud)
            os.chmod(half, 0o644)
            os.replace(half, doel)
        except BaseException:
            os.unlink(half)
            raise
    except OSError as fout:
        raise OpslagFout(f"{doel} is niet te schrijven ({systeemfout(fout)}).") from fout
