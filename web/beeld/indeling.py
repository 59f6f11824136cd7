"""Where everything in the picture of a neighbourhood stands: layers below one another, each with boxes in two columns.

The middle spans the gutter between the columns. Every line runs from the middle through the gutter, in the lane of its
kind and direction, and turns off to the side of its box. So no line can cross a box or a word,
whatever the neighbourhood.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from web.beeld.buurt import Buur, Buurt, Lijn, Rest, Streek, Verband
from web.beeld.letters import breek

#: All lengths are in units of the picture, which are CSS pixels where it is shown at its own size.
VAK_BREED, MIDDEN_BREED = 232.0, 330.0
KANT, RUIMTE, BAAN, BOCHT = 12.0, 12.0, 14.0, 7.0
LETTER, KLEIN = 14.0, 12.0
REGEL, REGEL_KLEIN = 18.0, 15.5
BINNEN = 10.0
STREEKNAAM = 26.0
#: Between two lines at the side of one box.
AANHECHTING = 13.0

_VOLGORDE = list(Streek)


@dataclass(frozen=True, slots=True)
class Vak:
    """A box with its lines of words: the name, what is told below it, and how it is tied to the middle."""

    x: float
    y: float
    breed: float
    hoog: float
    naam: tuple[str, ...]
    onder: tuple[str, ...]
    verband: tuple[str, ...]
    buur: Buur | Rest

    @property
    def rechts(self) -> float:
        return self.x + self.breed

    @property
    def onderkant(self) -> float:
        return self.y + self.hoog


@dataclass(frozen=True, slots=True)
class Draad:
    """A line from the middle (its first point) through its lane to the side of a box (its last point)."""

    lijn: Lijn
    uit: bool
    naar: int  # place of the box in ``Indeling.vakken``
    punten: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Laag:
    """The band of one layer over the whole width."""

    streek: Streek
    y: float
    hoog: float


@dataclass(frozen=True, slots=True)
class Indeling:
    """A picture before it is drawn. ``vakken`` are in the order of reading; ``midden`` is the middle's place in it."""

    breed: float
    hoog: float
    lagen: tuple[Laag, ...]
    vakken: tuple[Vak, ...]
    midden: int
    draden: tuple[Draad, ...]


def deel_in(buurt: Buurt, woorden: Mapping[str, str], meer: str) -> Indeling:
    """Lay out a neighbourhood. ``woorden`` says each tie in words ("uit-" or "in-" and its kind), ``meer`` the rest."""
    streken = [s for s in _VOLGORDE if s is buurt.midden.streek or any(b.streek is s for b in buurt.buren)]
    banen_boven = _banen(b for b in buurt.buren if _is_boven(b, buurt))
    banen_onder = _banen(b for b in buurt.buren if not _is_boven(b, buurt))
    goot = max(64.0, (max(len(banen_boven), len(banen_onder)) + 1) * BAAN + 2 * BOCHT)
    breed = 2 * KANT + 2 * VAK_BREED + goot
    kolommen = KANT, KANT + VAK_BREED + goot
    vakken: list[Vak] = []
    lagen: list[Laag] = []
    midden = 0
    y = 0.0
    for streek in streken:
        boven = y
        y += STREEKNAAM
        if streek is buurt.midden.streek:
            vak = _vak(buurt.midden, woorden, breed=max(MIDDEN_BREED, goot + 2 * BINNEN), regels=3)
            midden = len(vakken)
            vakken.append(replace(vak, x=(breed - vak.breed) / 2, y=y))
            y += vak.hoog + RUIMTE
        hier: list[Buur | Rest] = [b for b in buurt.buren if b.streek is streek]
        hier += [r for r in buurt.rest if r.streek is streek]
        for n in range(0, len(hier), 2):
            rij = [_vak(b, woorden, meer=meer) for b in hier[n : n + 2]]
            vakken += (replace(v, x=x, y=y) for v, x in zip(rij, kolommen, strict=False))
            y += max(v.hoog for v in rij) + RUIMTE
        lagen.append(Laag(streek, boven, y - boven))
        y += RUIMTE / 2
    draden = _draden(vakken, midden, buurt, banen_boven, banen_onder)
    return Indeling(breed, y - RUIMTE / 2, tuple(lagen), tuple(vakken), midden, draden)


def _is_boven(buur: Buur, buurt: Buurt) -> bool:
    return _VOLGORDE.index(buur.streek) < _VOLGORDE.index(buurt.midden.streek)


def _banen(buren: Iterable[Buur]) -> list[tuple[Lijn, bool]]:
    """One lane for each kind and direction of line, always in the same order."""
    gebruikt = {(v.lijn, v.uit) for b in buren for v in b.verbanden}
    return [(lijn, uit) for lijn in Lijn for uit in (False, True) if (lijn, uit) in gebruikt]


def _vak(
    buur: Buur | Rest, woorden: Mapping[str, str], *, breed: float = VAK_BREED, regels: int = 2, meer: str = ""
) -> Vak:
    """A box at (0, 0), as high as its words and lines need."""
    ruimte = breed - 2 * BINNEN
    if isinstance(buur, Rest):
        naam = breek(meer.format(n=buur.aantal), ruimte, LETTER, regels=regels)
        return Vak(0, 0, breed, _hoogte(naam, (), (), 0), naam, (), (), buur)
    naam = breek(buur.naam, ruimte, LETTER, regels=regels, vet=True)
    onder = tuple(r for deel in buur.onder for r in breek(deel, ruimte, KLEIN, regels=1))
    zin = " · ".join(in_woorden(v, woorden) for v in buur.verbanden)
    verband = breek(zin, ruimte, KLEIN, regels=6)
    return Vak(0, 0, breed, _hoogte(naam, onder, verband, len(buur.verbanden)), naam, onder, verband, buur)


def in_woorden(verband: Verband, woorden: Mapping[str, str]) -> str:
    """ "verwijst hiernaar (3×)"."""
    zin = woorden[f"{'uit' if verband.uit else 'in'}-{verband.lijn}"]
    return f"{zin} ({verband.aantal}×)" if verband.aantal > 1 else zin


def _hoogte(naam: tuple[str, ...], onder: tuple[str, ...], verband: tuple[str, ...], draden: int) -> float:
    hoog = 2 * BINNEN + len(naam) * REGEL + (len(onder) + len(verband)) * REGEL_KLEIN
    return max(hoog, draden * AANHECHTING + BINNEN)


def _draden(
    vakken: Sequence[Vak],
    midden: int,
    buurt: Buurt,
    boven: list[tuple[Lijn, bool]],
    onder: list[tuple[Lijn, bool]],
) -> tuple[Draad, ...]:
    m = vakken[midden]
    hart = m.x + m.breed / 2
    uit: list[Draad] = []
    for n, vak in enumerate(vakken):
        if n == midden or isinstance(vak.buur, Rest):
            continue
        naar_boven = _is_boven(vak.buur, buurt)
        banen = boven if naar_boven else onder
        links = vak.x < hart
        verbanden = vak.buur.verbanden
        for k, v in enumerate(verbanden):
            x = hart + (banen.index((v.lijn, v.uit)) - (len(banen) - 1) / 2) * BAAN
            y = vak.y + vak.hoog / 2 + (k - (len(verbanden) - 1) / 2) * AANHECHTING
            begin = m.y if naar_boven else m.onderkant
            uit.append(Draad(v.lijn, v.uit, n, ((x, begin), (x, y), (vak.rechts if links else vak.x, y))))
    return tuple(uit)
