"""The coverage of several regulations beside one another: one row for each duty, one column for each regulation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from web.beeld.letters import breek
from web.beeld.stijl import los_bestand
from web.beeld.svg import element, letters, tekst

NAAM_BREED, KOLOM, RIJ, KANT, INSPRING = 330.0, 192.0, 30.0, 8.0, 14.0
LETTER, KOPREGEL = 12.0, 16.0


@dataclass(frozen=True, slots=True)
class Vakje:
    """The judgement of one regulation on one duty, "" where it has none; ``teken`` is its sign."""

    oordeel: str
    teken: str = ""


@dataclass(frozen=True, slots=True)
class Rij:
    """A duty: what it is called, how far it divides the one above it, and a judgement for each column."""

    naam: str
    diepte: int
    vakjes: tuple[Vakje, ...]


def teken_matrix(naam: str, kolommen: Sequence[str], rijen: Sequence[Rij], t: Mapping[str, Any]) -> Markup:
    """The matrix as a file of its own."""
    koppen = [breek(k, KOLOM - 10, LETTER, regels=3, vet=True) for k in kolommen]
    kop = KANT + max(map(len, koppen), default=1) * KOPREGEL + 8
    breed = NAAM_BREED + len(kolommen) * KOLOM + KANT
    hoog = kop + len(rijen) * RIJ + KANT
    return element(
        "svg",
        element("title", tekst(naam)),
        element("desc", tekst(t["omschrijving"])),
        los_bestand(),
        *(
            letters(regel, NAAM_BREED + n * KOLOM + 5, KANT + 12 + KOPREGEL * i, "as-naam")
            for n, regels in enumerate(koppen)
            for i, regel in enumerate(regels)
        ),
        *(_rij(rij, kop + n * RIJ) for n, rij in enumerate(rijen)),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {breed:g} {hoog:g}",
        width=breed,
        height=hoog,
        klasse="beeld matrixbeeld",
        role="img",
    )


def _rij(rij: Rij, y: float) -> Markup:
    x = KANT + min(rij.diepte, 4) * INSPRING
    namen = breek(rij.naam, NAAM_BREED - x - 8, LETTER, regels=1)
    return Markup("").join(
        [*(letters(n, x, y + 19, "dag") for n in namen), *(_vakje(v, n, y) for n, v in enumerate(rij.vakjes))]
    )


def _vakje(vakje: Vakje, kolom: int, y: float) -> Markup:
    x = NAAM_BREED + kolom * KOLOM
    klasse = f"cel {vakje.oordeel.replace(' ', '-')}".strip()
    blok = element("rect", x=x, y=y, width=KOLOM, height=RIJ, klasse=klasse)
    woorden = breek(f"{vakje.teken} {vakje.oordeel}", KOLOM - 14, LETTER, regels=1)
    return blok + Markup("").join(letters(w, x + 7, y + 19, "dag") for w in woorden)
