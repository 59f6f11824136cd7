"""Reading an invented text as a file, and what holds for every text that is read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bronnen.lezen import Bestand
from bronnen.register import Register, laad_register
from bronnen.tekst.lezer import TekstLezer
from ontologie.document import Bepaling, Document

Lees = Callable[..., Document]


@pytest.fixture(scope="session")
def register() -> Register:
    return laad_register()


@pytest.fixture
def lees(tmp_path: Path, register: Register) -> Lees:
    """Reads a text under a file name, as UTF-8."""

    def doe(tekst: str, naam: str = "stuk.txt") -> Document:
        pad = tmp_path / naam
        pad.write_bytes(tekst.encode())
        return TekstLezer().lees(Bestand(pad), register)

    return doe


@pytest.fixture(scope="session")
def lees_echt(echte_bronnen: Path, register: Register) -> Lees:
    """Reads one of the real documents, once per session."""
    gelezen: dict[str, Document] = {}

    def doe(naam: str) -> Document:
        if naam not in gelezen:
            gelezen[naam] = TekstLezer().lees(Bestand(echte_bronnen / naam), register)
        return gelezen[naam]

    return doe


def ids(document: Document) -> list[str]:
    """Short notations of all nodes but the root, the name of the work left out."""
    return [str(b.id).partition(":")[2] for b in document.bepalingen()][1:]


def vind(document: Document, notatie: str) -> Bepaling:
    """The node with this notation (name of the work left out)."""
    return next(b for b in document.bepalingen() if str(b.id).partition(":")[2] == notatie)


def teksten(document: Document) -> list[str]:
    return [p.tekst.inhoud for p in document.passages()]


#: What is left of a file when passages, labels, page furniture and footnote markers are taken out: markup only.
OPMAAK = frozenset("[]()#*_-–—•·.:|<>/=\"';@ \t\r\n\f\ufeff")


def onverklaard(document: Document) -> str:
    """What of the original is in no passage, label, footnote marker or record of what was left out."""
    origineel = document.origineel
    gezien = bytearray(len(origineel))
    for passage in document.passages():
        for s in passage.tekst.segmenten:
            gezien[s.bron_begin : s.bron_begin + s.bron_lengte] = b"\1" * s.bron_lengte
    for bepaling in document.bepalingen():
        if bepaling.label:
            begin = origineel.index(bepaling.label, bepaling.span.begin)
            gezien[begin : begin + len(bepaling.label)] = b"\1" * len(bepaling.label)
    for span in [w.span for w in document.weggelaten] + [m.span for m in document.voetnootmarkeringen]:
        gezien[span.begin : span.eind] = b"\1" * (span.eind - span.begin)
    return "".join(t for t, g in zip(origineel, gezien, strict=True) if not g and not t.isspace())


def verschoven(document: Document) -> list[str]:
    """Passages of which a character that was not mended differs from the place it is said to come from."""
    hersteld = {p for c in document.correcties for p in range(c.span.begin, c.span.eind)}
    fout: list[str] = []
    for passage in document.passages():
        for s in passage.tekst.segmenten:
            if s.lengte != s.bron_lengte:
                continue
            for n in range(s.lengte):
                staat, hoort = document.origineel[s.bron_begin + n], passage.tekst.inhoud[s.begin + n]
                if staat != hoort and not (hoort == " " and staat.isspace()) and s.bron_begin + n not in hersteld:
                    fout.append(passage.tekst.inhoud)
    return fout
