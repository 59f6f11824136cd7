"""Invented works, the same in every run: what each is called, how large it is, what its articles hold; and words.

Sizes differ as those of real laws do (lognormal). Words come from a vocabulary with compounds, the frequent ones often.
"""

from __future__ import annotations

import random
from bisect import bisect
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from bronnen.register import Naam, Regeling, Register
from ontologie.document import DocumentSoort
from ontologie.identificatie import BepalingId, Stap, StapSoort, artikel_id

#: Works in the register; more than any graph here has.
WERKEN = 4000
VERSIES = ("2023-07-01", "2025-01-01", "2026-01-01")
#: One in so many articles of a law asks a regulation.
PLICHT_PER = 12
_WOORDEN = """
brug kade oever sluis veerpont vlonder steiger jaagpad tol schipper vracht lading haven anker fiets stalling molen
polder dijk duin bos heide markt kraam weide stal toren plein gracht kabel lantaarn put riool spoor perron loods
"""
_EINDEN = "subsidie plicht vergunning gebied beheer toezicht tarief register plan voorziening besluit"
_KLEINE = "de het een van in op met voor die dat bij als onder niet of en wordt kan is heeft"
STAMMEN, STAARTEN, _LIDWOORDEN = _WOORDEN.split(), _EINDEN.split(), _KLEINE.split()


@dataclass(frozen=True, slots=True)
class Werk:
    """One invented work and its size."""

    nummer: int
    kort: str
    soort: DocumentSoort
    artikelen: int
    versies: tuple[str, ...]


@cache
def werk(nummer: int) -> Werk:
    """The work of a number."""
    if nummer % 10 < 5:
        soort, voor = DocumentSoort.WET, "wet"
    elif nummer % 10 == 5:
        soort, voor = DocumentSoort.AMVB, "besluit"
    elif nummer % 10 == 9:
        soort, voor = DocumentSoort.HANDREIKING, "gids"
    else:
        soort, voor = DocumentSoort.VERORDENING, "verordening"
    maat = random.Random(f"maat {nummer}").lognormvariate(3.6, 0.8)
    aantal = 3 if nummer % 5 == 0 else 2 if nummer % 3 == 0 else 1
    versies = VERSIES[-aantal:] if voor in ("wet", "besluit") else VERSIES[-1:]
    return Werk(nummer, f"{voor}{nummer}", soort, int(min(400, max(8, maat))), versies)


def register() -> Register:
    """All works that can be invented, each with its title and official id."""
    return Register(_regeling(werk(n)) for n in range(WERKEN))


def _regeling(w: Werk) -> Regeling:
    bron = "CVDR9" if w.soort is DocumentSoort.VERORDENING else "BWBR9"
    officieel = "" if w.soort is DocumentSoort.HANDREIKING else f"{bron}{w.nummer:06}"
    eenheid = StapSoort.SECTIE if w.soort is DocumentSoort.HANDREIKING else StapSoort.ARTIKEL
    titel = f"{_titelwoord(w.soort)} {stam(w.nummer)}{STAARTEN[w.nummer % len(STAARTEN)]} {w.nummer}"
    return Regeling(w.kort, titel, w.soort, officieel, (Naam(titel, "citeertitel"),), eenheid)


def _titelwoord(soort: DocumentSoort) -> str:
    return {DocumentSoort.AMVB: "Besluit"}.get(soort, soort.value.capitalize())


def stam(n: int) -> str:
    return STAMMEN[n % len(STAMMEN)]


@cache
def _woordenlijst() -> tuple[list[str], list[float]]:
    """Words with cumulative weights: the n-th word comes as often as 1/n says."""
    woorden = [*_LIDWOORDEN, *STAMMEN, *(s + e for e in STAARTEN for s in STAMMEN)]
    return woorden, list(accumulate(1 / n for n in range(1, len(woorden) + 1)))


def zin(keuze: random.Random, aantal: int) -> str:
    woorden, gewichten = _woordenlijst()
    alles = gewichten[-1]
    return " ".join(woorden[bisect(gewichten, keuze.random() * alles)] for _ in range(aantal))


def rang(keuze: random.Random, aantal: int) -> int:
    """A number below ``aantal``, the n-th with a chance that falls as 1/n."""
    return min(aantal - 1, int((aantal + 1) ** keuze.random()) - 1)


def leden_van(nummer: int, artikel: int) -> int:
    return (nummer * 31 + artikel * 17) % 6


def onderdelen_van(nummer: int, artikel: int, lid: int) -> int:
    return max(0, (nummer + artikel * 5 + lid * 3) % 7 - 2)


def is_plicht(w: Werk, artikel: int) -> bool:
    return w.soort is DocumentSoort.WET and (w.nummer + artikel) % PLICHT_PER == 0


def bepaling_in(keuze: random.Random, w: Werk, artikel: int) -> BepalingId:
    """The article, or one of its leden or onderdelen."""
    if w.soort is DocumentSoort.HANDREIKING:
        return BepalingId(w.kort, (Stap(StapSoort.SECTIE, str(artikel)),))
    leden = leden_van(w.nummer, artikel)
    if not leden or keuze.random() < 0.4:
        return artikel_id(w.kort, str(artikel))
    lid = keuze.randint(1, leden)
    onderdelen = onderdelen_van(w.nummer, artikel, lid)
    if not onderdelen or keuze.random() < 0.6:
        return artikel_id(w.kort, str(artikel), str(lid))
    return artikel_id(w.kort, str(artikel), str(lid), chr(96 + keuze.randint(1, onderdelen)))
