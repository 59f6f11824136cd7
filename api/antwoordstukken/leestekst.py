"""The reading text of a provision as blocks: headings, lists with their own marks, tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from api.antwoordstukken.opmaak import Opmaak
from api.uitvoer import Alinea, Blok, Cel, Kolom, Kop, Loop, Loopstijl, Opsomming, Punt, Tabel, alinea
from graph.antwoorden import Alinea as Tekstalinea
from graph.antwoorden import Leesknoop
from ontologie.document import BepalingSoort
from ontologie.verwijzing import Status

#: Kinds with a mark before their text.
_PUNTEN = frozenset({BepalingSoort.LID, BepalingSoort.ONDERDEEL, BepalingSoort.VOETNOOT})
_TABEL = frozenset({BepalingSoort.TABEL, BepalingSoort.RIJ, BepalingSoort.CEL})


def leesblokken(opmaak: Opmaak, knopen: Sequence[Leesknoop], *, niveau: int, zonder_kop: str = "") -> Iterator[Blok]:
    """The text in reading order. ``niveau`` is that of its highest headings.

    ``zonder_kop`` is the notation of the provision whose heading stands above it already.
    """
    hoogst = min((k.diepte for k in knopen), default=0)
    for tabel, groep in groupby(knopen, key=lambda k: k.soort in _TABEL):
        if tabel:
            yield from _tabellen(opmaak, groep)
            continue
        for knoop in groep:
            yield from _knoop(opmaak, knoop, niveau, hoogst, knoop.plek.kort == zonder_kop)


def _knoop(opmaak: Opmaak, k: Leesknoop, niveau: int, hoogst: int, zonder_kop: bool) -> Iterator[Blok]:
    alineas = tuple(_alinea(opmaak, a) for a in k.alineas)
    diepte = k.diepte - hoogst
    if zonder_kop:
        yield from alineas
    elif k.soort in _PUNTEN and not k.vervolg:
        kop = (alinea(Loop("".join(s.tekst for s in k.opschrift), Loopstijl.CURSIEF)),) if k.opschrift else ()
        yield Opsomming((Punt((*kop, *alineas), k.aanduiding or "–"),), max(diepte - 1, 0))
    elif k.soort in _PUNTEN:
        yield from (Alinea(a.lopen, diepte) for a in alineas)
    else:
        opschrift = "".join(s.tekst for s in k.opschrift)
        kop_ = " ".join(d for d in (k.aanduiding, opschrift) if d)
        if kop_ and not k.vervolg:
            yield Kop(kop_, min(niveau + diepte, 6))
        yield from alineas


def _alinea(opmaak: Opmaak, stukken: Tekstalinea) -> Alinea:
    """A paragraph; a reference with one target leads there, one that is not resolved says so."""
    lopen = []
    for v, deel in groupby(stukken, key=lambda s: s.verwijzing):
        tekst = "".join(s.tekst for s in deel)
        if v is None:
            lopen.append(Loop(tekst))
            continue
        href = opmaak.adres(v.doelen[0]) if len(v.doelen) == 1 and v.status is not Status.MEERDUIDIG else ""
        lopen.append(Loop(tekst, href=href))
    return Alinea(tuple(lopen))


def _tabellen(opmaak: Opmaak, knopen: Iterable[Leesknoop]) -> Iterator[Blok]:
    """Tables whole, their rows as long as the longest."""
    rijen: list[list[Cel]] = []
    for k in knopen:
        if k.soort is BepalingSoort.TABEL and rijen:
            yield from _tabel(rijen)
            rijen = []
        elif k.soort is BepalingSoort.RIJ:
            rijen.append([])
        elif k.soort is BepalingSoort.CEL:
            cel = tuple(_alinea(opmaak, a) for a in k.alineas)
            if k.vervolg and rijen and rijen[-1]:
                rijen[-1][-1] += cel
            else:
                rijen = rijen or [[]]
                rijen[-1].append(cel)
    yield from _tabel(rijen)


def _tabel(rijen: Sequence[Sequence[Cel]]) -> Iterator[Blok]:
    """The first row as headings, as sources without better knowledge mean it."""
    breedst = max(map(len, rijen), default=0)
    if not breedst:
        return
    vol = [(*rij, *([()] * (breedst - len(rij)))) for rij in rijen]
    koppen = tuple(Kolom(" ".join(a.tekst for a in c)) for c in vol[0])
    yield Tabel(koppen, tuple(vol[1:]))
