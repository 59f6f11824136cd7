"""The was-wordt table of a repair as a document: each changed article before and after, with the reason and source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz.distance import LCSseq

from api.eigen.bronregels import Iriadres, bronnen_van, concept
from api.uitvoer import (
    Alinea,
    Blok,
    Cel,
    Kolom,
    Kop,
    Loop,
    Loopstijl,
    Tabel,
    Uitvoerdocument,
    alinea,
    cel,
    opmerking,
    punten,
)
from api.woorden import datum, met_datums, versie_in_woorden
from graph.herstel.formules import Drukregel, regels_van
from graph.herstel.paren import paar
from graph.tijd.uitlijning import lijn_uit, woorden
from ontologie.herstel import Herkomst, Ontwerpbesluit, Waswordtregel
from ontologie.wijzigingsbesluit import Bepalingstekst

#: Unchanged lines that stand between changed ones and are shown all the same.
_KORT = 1
#: Likeness of words from which two lines are one line changed.
_GELIJK = 0.4
_Kant = list[Alinea]


def waswordt(besluit: Ontwerpbesluit, adres: Iriadres, herkomst: str = "") -> Uitvoerdocument:
    """The table, landscape, with the open points behind it."""
    herstel = besluit.herstel
    blokken: list[Blok] = [concept(), alinea(_uitleg(besluit))]
    if (tabel := tabel_van(besluit, adres)) is not None:
        blokken.append(tabel)
    else:
        zin = "Er is niets overgenomen: deze verordening verandert niet."
        blokken.append(opmerking(f"{zin} {herkomst}".strip()))
    if herstel.open_punten:
        blokken += [Kop("Open punten"), punten(map(met_datums, herstel.open_punten))]
    return Uitvoerdocument(
        f"Was-wordt: {herstel.titel}",
        tuple(blokken),
        ondertitel=f"Naar {model_in_woorden(herstel.model)}",
        merk="CONCEPT – ter beoordeling door een jurist",
        bron=herkomst,
        liggend=True,
    )


def tabel_van(besluit: Ontwerpbesluit, adres: Iriadres) -> Tabel | None:
    """The table alone; None where nothing changes."""
    kolommen = (Kolom("Artikel", 1.1), Kolom("Was", 4.2), Kolom("Wordt", 4.2), Kolom("Reden en bron", 3))
    rijen = tuple(_rij(r, adres) for r in besluit.herstel.regels)
    return Tabel(kolommen, rijen) if rijen else None


def _uitleg(besluit: Ontwerpbesluit) -> str:
    return (
        f"Recht op {datum(besluit.herstel.op)}. Nieuwe woorden zijn onderstreept, vervallen woorden doorgehaald; "
        "(…) staat voor tekst die niet verandert. Eigen keuzes van de gemeente (ingevulde plaatsen, varianten, "
        "weggelaten facultatieve delen, eigen artikelen) blijven zoals zij zijn."
    )


def _rij(regel: Waswordtregel, adres: Iriadres) -> tuple[Cel, ...]:
    links, rechts = kanten(regel.was, regel.wordt)
    vragen = [alinea(Loop(f"Open: {v}", Loopstijl.VET)) for v in regel.vragen]
    getoond: set[Herkomst] = set()
    redenen = [a for r in regel.redenen for a in (alinea(r.uitleg), *bronnen_van(r.herkomst, adres, getoond))]
    return cel(regel.artikel), tuple(links), tuple(rechts), (*redenen, *vragen)


# --- two sides ---


def kanten(was: Bepalingstekst | None, wordt: Bepalingstekst | None) -> tuple[_Kant, _Kant]:
    """The lines of both sides with the words marked that differ; runs of equal lines as "(…)"."""
    if was is None or wordt is None:
        geheel = list(regels_van(was or wordt)) if was or wordt else []  # type: ignore[arg-type]
        stijl = Loopstijl.INGEVOEGD if was is None else Loopstijl.VERWIJDERD
        vol = [_heel(r, stijl) for r in geheel]
        leeg = [alinea(Loop("(nieuw)" if was is None else "(vervalt)", Loopstijl.CURSIEF))]
        return (leeg, vol) if was is None else (vol, leeg)
    links: _Kant = []
    rechts: _Kant = []
    overgeslagen: list[Drukregel] = []
    for oud, nieuw in _paren(list(regels_van(was)), list(regels_van(wordt))):
        if (
            oud is not None
            and nieuw is not None
            and (oud.label, oud.tekst) == (nieuw.label, nieuw.tekst)
            and not oud.kop
        ):
            overgeslagen.append(oud)
            continue
        _sla_over(overgeslagen, links, rechts)
        _een(oud, nieuw, links, rechts)
    _sla_over(overgeslagen, links, rechts)
    return links, rechts


def _paren(oud: Sequence[Drukregel], nieuw: Sequence[Drukregel]) -> Iterator[tuple[Drukregel | None, Drukregel | None]]:
    """Lines that belong together, and between those what only one side has."""
    i = j = 0
    for a, b in (*paar(oud, nieuw, lambda r: (r.tekst, r.kop), _lijkt, _GELIJK), (len(oud), len(nieuw))):
        yield from ((r, None) for r in oud[i:a])
        yield from ((None, r) for r in nieuw[j:b])
        if a < len(oud):
            yield oud[a], nieuw[b]
        i, j = a + 1, b + 1


def _lijkt(links: Drukregel, rechts: Drukregel) -> float:
    a, b = ([m[0] for m in woorden(r.tekst)][:400] for r in (links, rechts))
    return float(LCSseq.normalized_similarity(a, b)) if a and b else 0.0


def _sla_over(regels: list[Drukregel], links: _Kant, rechts: _Kant) -> None:
    if 0 < len(regels) <= _KORT and len(regels[0].tekst) < 200:
        for kant in (links, rechts):
            kant += [_regel(r, [Loop(r.tekst)]) for r in regels]
    elif regels:
        for kant in (links, rechts):
            kant.append(alinea("(…)"))
    regels.clear()


def _een(oud: Drukregel | None, nieuw: Drukregel | None, links: _Kant, rechts: _Kant) -> None:
    if oud is None or nieuw is None:
        if oud is not None:
            links.append(_heel(oud, Loopstijl.VERWIJDERD))
        if nieuw is not None:
            rechts.append(_heel(nieuw, Loopstijl.INGEVOEGD))
        return
    verschillen, _ = lijn_uit(oud.tekst, nieuw.tekst)
    anders = oud.label != nieuw.label
    van = [(v.oud_begin, v.oud_eind) for v in verschillen]
    naar = [(v.nieuw_begin, v.nieuw_eind) for v in verschillen]
    links.append(_regel(oud, _lopen(oud.tekst, van, Loopstijl.VERWIJDERD), Loopstijl.VERWIJDERD if anders else None))
    rechts.append(
        _regel(nieuw, _lopen(nieuw.tekst, naar, Loopstijl.INGEVOEGD), Loopstijl.INGEVOEGD if anders else None)
    )


def _lopen(tekst: str, grenzen: Iterable[tuple[int, int]], stijl: Loopstijl) -> list[Loop]:
    uit: list[Loop] = []
    plek = 0
    for van, tot in grenzen:
        if van < tot:
            uit += [Loop(tekst[plek:van]), Loop(tekst[van:tot], stijl)]
            plek = tot
    uit.append(Loop(tekst[plek:]))
    return [loop for loop in uit if loop.tekst]


def _heel(regel: Drukregel, stijl: Loopstijl) -> Alinea:
    return _regel(regel, [Loop(regel.tekst, stijl)], stijl)


def _regel(regel: Drukregel, lopen: Sequence[Loop], labelstijl: Loopstijl | None = None) -> Alinea:
    stijl = labelstijl or (Loopstijl.VET if regel.kop else Loopstijl.GEWOON)
    label = [Loop(f"{regel.label} ", stijl)] if regel.label else []
    if regel.kop:
        lopen = [Loop(x.tekst, Loopstijl.VET) if x.stijl is Loopstijl.GEWOON else x for x in lopen]
    return Alinea((*label, *lopen), min(regel.diepte, 4))


def model_in_woorden(model: str) -> str:
    """ "Model X (2025-12)" with its month in words."""
    naam, haak, versie = model.rpartition(" (")
    woorden = versie_in_woorden(versie.removesuffix(")"))
    if not haak or woorden in naam:
        return naam or model
    return f"{naam} ({woorden})"
