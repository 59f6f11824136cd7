"""A time line: one row for the loaded versions and one for each date axis, one column for each day that something has.

Columns are equally wide, so the picture is not to scale and says so: days weeks apart and years apart stay readable.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from markupsafe import Markup

from ontologie.wijziging import DatumAs
from web.beeld.letters import breedte, breek
from web.beeld.stijl import los_bestand
from web.beeld.svg import element, letters, tekst, titel

NAAM_BREED, KOLOM, RIJ, KOP, KANT = 126.0, 85.0, 44.0, 34.0, 4.0
LETTER, AS_LETTER = 12.0, 12.0
_BALK, _PUNT = 26.0, 24.0


@dataclass(frozen=True, slots=True)
class Kolom:
    """A day, month or year: how it is written. ``vandaag`` marks the day on which one reads."""

    naam: str
    vandaag: bool = False


@dataclass(frozen=True, slots=True)
class Balk:
    """A loaded version from one column up to another (None: it goes on), and what is to be said of it.

    ``toestand`` is that of the provision in it: "aanwezig", "afwezig", "vervallen", "gelijk" or "gewijzigd".
    """

    van: int
    tot: int | None
    naam: str
    titel: str
    toestand: str
    href: str = ""
    hier: bool = False


@dataclass(frozen=True, slots=True)
class Punt:
    """What falls in a column on one axis. Points with a ``groep`` in common are one change on several axes."""

    kolom: int
    as_: DatumAs
    naam: str
    titel: str
    href: str = ""
    groepen: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Tijdlijn:
    """What is drawn. At most one point stands in a column on an axis; the bars do not overlap."""

    kolommen: tuple[Kolom, ...]
    assen: tuple[DatumAs, ...]
    punten: tuple[Punt, ...]
    balken: tuple[Balk, ...] = ()

    @property
    def breed(self) -> float:
        return NAAM_BREED + len(self.kolommen) * KOLOM + KANT

    @property
    def hoog(self) -> float:
        return KOP + (len(self.assen) + bool(self.balken)) * RIJ + KANT


def teken_tijdlijn(lijn: Tijdlijn, naam: str, t: Mapping[str, Any], assen: Mapping[str, str], *, los: bool) -> Markup:
    """The picture; ``t`` are its texts, ``assen`` the names of the axes. With ``los`` it carries its own style."""
    return element(
        "svg",
        element("title", tekst(naam), id="tijdlijn-titel"),
        element("desc", tekst(t["omschrijving"]), id="tijdlijn-tekst"),
        *((los_bestand(),) if los else ()),
        *(_kolom(lijn, n, k) for n, k in enumerate(lijn.kolommen)),
        *(_rijnaam(lijn, n, woorden) for n, woorden in enumerate(_rijnamen(lijn, t, assen))),
        *_verbindingen(lijn),
        *(_balk(lijn, b) for b in lijn.balken),
        *(_punt(lijn, p) for p in lijn.punten),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {lijn.breed:g} {lijn.hoog:g}",
        width=lijn.breed,
        height=lijn.hoog,
        klasse="beeld tijdlijn",
        role="group",
        aria_labelledby="tijdlijn-titel",
        aria_describedby="tijdlijn-tekst",
    )


def _rijnamen(lijn: Tijdlijn, t: Mapping[str, Any], assen: Mapping[str, str]) -> list[str]:
    return [*([t["versies"]] if lijn.balken else []), *(assen[a] for a in lijn.assen)]


def _x(kolom: int) -> float:
    """The middle of a column."""
    return NAAM_BREED + (kolom + 0.5) * KOLOM


def _y(lijn: Tijdlijn, as_: DatumAs) -> float:
    """The middle of the row of an axis."""
    return KOP + (lijn.assen.index(as_) + bool(lijn.balken) + 0.5) * RIJ


def _kolom(lijn: Tijdlijn, n: int, kolom: Kolom) -> Markup:
    (naam,) = breek(kolom.naam, KOLOM - 6, LETTER, regels=1) or ("",)
    x = _x(n)
    streep = element("path", d=f"M{x:g} {KOP:g}V{lijn.hoog - KANT:g}", klasse="vandaag" if kolom.vandaag else "daglijn")
    return streep + letters(naam, x, KOP - 12, "dag", "middle")


def _rijnaam(lijn: Tijdlijn, n: int, naam: str) -> Markup:
    y = KOP + n * RIJ
    regels = breek(naam, NAAM_BREED - KANT - 6, AS_LETTER, regels=2, vet=True)
    begin = y + RIJ / 2 - len(regels) * 8 + 12
    streep = element("path", d=f"M{KANT:g} {y:g}H{lijn.breed - KANT:g}", klasse="as")
    return streep + Markup("").join(letters(r, KANT, begin + 16 * i, "as-naam") for i, r in enumerate(regels))


def _verbindingen(lijn: Tijdlijn) -> list[Markup]:
    """What belongs to one change, tied from axis to axis; drawn below the points."""
    groepen: dict[int, list[Punt]] = {}
    for punt in lijn.punten:
        for groep in punt.groepen:
            groepen.setdefault(groep, []).append(punt)
    uit = []
    for punten in groepen.values():
        op_rij = sorted(punten, key=lambda p: lijn.assen.index(p.as_))
        for a, b in pairwise(op_rij):
            pad = f"M{_x(a.kolom):g} {_y(lijn, a.as_):g}L{_x(b.kolom):g} {_y(lijn, b.as_):g}"
            uit.append(element("path", d=pad, klasse="samen"))
    return uit


def balk_plaats(lijn: Tijdlijn, balk: Balk) -> tuple[float, float]:
    """Where a bar begins and ends; one without an end goes on to the edge."""
    return _x(balk.van), _x(balk.tot) if balk.tot is not None else lijn.breed - KANT


def _balk(lijn: Tijdlijn, balk: Balk) -> Markup:
    x, eind = balk_plaats(lijn, balk)
    y = KOP + (RIJ - _BALK) / 2
    klasse = "balk hier" if balk.hier else "balk afwezig" if balk.toestand == "afwezig" else "balk"
    blok = element("rect", x=x, y=y, width=eind - x, height=_BALK, rx=3, klasse=klasse)
    namen = breek(balk.naam, eind - x - 10, LETTER, regels=1)
    woorden = [letters(n, x + 6, y + 17, "balk-naam") for n in namen]
    return _als_link((titel(balk.titel), blok, *woorden), balk.href)


def punt_breed(punt: Punt) -> float:
    """How wide the mark of a point is: never wider than its column."""
    return min(KOLOM - 8, max(_PUNT, breedte(punt.naam, LETTER) + 14))


def _punt(lijn: Tijdlijn, punt: Punt) -> Markup:
    x, y, breed = _x(punt.kolom), _y(lijn, punt.as_), punt_breed(punt)
    blok = element("rect", x=x - breed / 2, y=y - _PUNT / 2, width=breed, height=_PUNT, rx=_PUNT / 2, klasse="punt-op")
    namen = breek(punt.naam, breed - 10, LETTER, regels=1)
    return _als_link((titel(punt.titel), blok, *(letters(n, x, y + 4, "op-naam", "middle") for n in namen)), punt.href)


def _als_link(inhoud: Sequence[Markup], href: str) -> Markup:
    return element("a", *inhoud, href=href) if href else element("g", *inhoud)
