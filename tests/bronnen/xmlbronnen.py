"""Invented regulations in the official XML formats, and how to read them."""

from __future__ import annotations

import re
from pathlib import Path

from bronnen.lezen import Bestand, Lezer
from bronnen.register import Register
from ontologie.document import Bepaling, BepalingSoort, Document
from ontologie.identificatie import print_kort

REGISTER = Register(())

_TAG = re.compile(r"<[^>]*>")


def toestand(inhoud: str, *, voor: str = "", na: str = "", attributen: str = "", kop: str = "") -> str:
    """An invented state in the BWB format around ``inhoud``, which stands in the wettekst."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'{kop}<toestand bwb-id="BWBR9000001" inwerkingtreding="2024-05-01" {attributen}><wetgeving soort="wet">'
        "<intitule>Wet van 1 mei 2024 op het proefdraaien</intitule><citeertitel>Proefwet</citeertitel>"
        f"<wet-besluit>{voor}<wettekst>{inhoud}</wettekst>{na}</wet-besluit></wetgeving></toestand>"
    )


def artikel(nummer: str, inhoud: str, *, titel: str = "", attributen: str = "") -> str:
    opschrift = f"<titel>{titel}</titel>" if titel else ""
    return f"<artikel {attributen}><kop><label>Artikel</label><nr>{nummer}</nr>{opschrift}</kop>{inhoud}</artikel>"


def lees(tmp_path: Path, lezer: Lezer, tekst: str | bytes, naam: str = "proef.xml") -> Document:
    """Write a file and read it with one reader, which must recognise it."""
    pad = tmp_path / naam
    pad.write_bytes(tekst.encode() if isinstance(tekst, str) else tekst)
    bestand = Bestand(pad)
    assert lezer.herkent(bestand)
    document = lezer.lees(bestand, REGISTER)
    assert isinstance(document, Document)
    return document


def namen(document: Document, *soorten: BepalingSoort) -> list[str]:
    """Short notation, without the work, of every provision of the kinds (default: all but the root)."""
    return [
        print_kort(b.id).partition(":")[2]
        for b in document.bepalingen()
        if b.id.stappen and (not soorten or b.soort in soorten)
    ]


def bepaling(document: Document, naam: str) -> Bepaling:
    """The provision with a short notation, the work left out."""
    gevonden = [b for b in document.bepalingen() if print_kort(b.id).partition(":")[2] == naam]
    assert len(gevonden) == 1, f"{naam}: {len(gevonden)} keer"
    return gevonden[0]


def controleer_plaatsen(document: Document) -> None:
    """Every passage maps back to the file, every link slices to its words, every id is unique."""
    origineel = document.origineel
    for passage in document.passages():
        tekst = passage.tekst
        for s in tekst.segmenten:
            gelezen = tekst.inhoud[s.begin : s.begin + s.lengte]
            bron = origineel[s.bron_begin : s.bron_begin + s.bron_lengte]
            if s.lengte == s.bron_lengte:
                assert gelezen == bron or (gelezen.isspace() and bron.isspace())
            else:
                assert gelezen.isspace() or bron.startswith("&") or not bron
        assert passage.bepaling.span.omvat(tekst.span)
    for link in document.redactielinks:
        assert " ".join(_TAG.sub("", origineel[slice(*link.span)]).split()) == " ".join(link.tekst.split())
    ids = [b.id for b in document.bepalingen()]
    assert len(ids) == len(set(ids))
