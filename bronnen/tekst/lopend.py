"""Running text under headings: paragraphs, list items, tables; and the footnotes hung where their markers stand."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from typing import NamedTuple

from bronnen.tekst.blad import Blad
from bronnen.tekst.knopen import Knoop
from bronnen.tekst.lijsten import lees_label
from bronnen.tekst.tabellen import lees_bijschrift, lees_tabel, tabel_eind
from bronnen.tekst.voetnoten import Noot
from ontologie.document import BepalingSoort, Melding, Voetnootmarkering
from ontologie.identificatie import StapSoort
from ontologie.tekst import Tekst


def lees_stuk(blad: Blad, n: int, tot: int, houder: Knoop, koppen: Container[int] = ()) -> int:
    """Read the paragraph, list item or table at line ``n`` into ``houder``; the line behind it.

    ``koppen`` are lines that are known to be headings.
    """
    regels = blad.regels
    bijschrift = regels[n] if lees_bijschrift(regels[n]) and tabel_eind(regels, n + 1, tot) > n + 1 else None
    begin = n + 1 if bijschrift else n
    if tabel_eind(regels, begin, tot) > begin:
        tabel, eind = lees_tabel(blad, begin, tot, bijschrift)
        houder.inhoud.append(tabel)
        return eind
    eind = n + 1
    while eind < tot and eind not in koppen and blad.hoort_bij_vorige(eind) and tabel_eind(regels, eind, tot) == eind:
        eind += 1
    label = lees_label(regels[n])
    tekst = blad.passage(regels[n:eind], label.rest if label and label.is_streep else None)
    if tekst.inhoud:
        houder.inhoud.append(tekst)
    return eind


#: Markers without footnote that are reported one by one.
_MEESTE_MELDINGEN = 20


class _Plek(NamedTuple):
    """Where a passage begins, the passage, and the provision it belongs to."""

    begin: int
    tekst: Tekst
    knoop: Knoop


def hang_voetnoten(blad: Blad, wortel: Knoop) -> None:
    """Hang every footnote behind the passage that holds its marker; tell where note or marker is missing."""
    plekken = sorted((_Plek(t.span.begin, t, k) for k in wortel.loop() for t in k.teksten), key=lambda p: p.begin)
    beginnen = [p.begin for p in plekken]
    markeringen = {m.nummer: m for m in reversed(blad.markeringen)}
    erachter: defaultdict[Knoop, defaultdict[Tekst | None, list[Knoop]]] = defaultdict(lambda: defaultdict(list))
    for noot in blad.noten:
        markering = markeringen.get(noot.nummer)
        n = bisect_right(beginnen, markering.span.begin if markering else noot.regels[0].begin) - 1
        houder, tekst = (plekken[n].knoop, plekken[n].tekst) if n >= 0 else (wortel, None)
        if markering is None:
            plek = f"regel {noot.regels[0].nummer}"
            blad.meldingen.append(Melding(plek, f"voetnoot {noot.nummer} heeft geen markering in de tekst"))
        else:
            houder.eind = max(houder.eind, markering.span.eind)
        erachter[houder][tekst].append(_nootknoop(blad, noot))
    for houder, noten in erachter.items():
        nieuw: list[Tekst | Knoop] = [*noten.pop(None, []), *noten.pop(houder.opschrift, [])]
        for deel in houder.inhoud:
            nieuw += [deel, *_noten_bij(deel, noten)]
        houder.inhoud = nieuw
    _meld_markeringen(blad, markeringen.values())


def _noten_bij(deel: Tekst | Knoop, noten: Mapping[Tekst | None, list[Knoop]]) -> Sequence[Knoop]:
    return noten.get(deel, ()) if isinstance(deel, Tekst) else ()


def _meld_markeringen(blad: Blad, markeringen: Iterable[Voetnootmarkering]) -> None:
    genoteerd = {n.nummer for n in blad.noten}
    zonder = sorted((m for m in markeringen if m.nummer not in genoteerd), key=lambda m: m.span)
    for markering in zonder[:_MEESTE_MELDINGEN]:
        regel = blad.origineel.count("\n", 0, markering.span.begin) + 1
        bericht = f"bij markering {markering.nummer} is geen voetnoot gevonden"
        blad.meldingen.append(Melding(f"regel {regel}", bericht))


def _nootknoop(blad: Blad, noot: Noot) -> Knoop:
    begin = noot.regels[0].begin
    label = blad.origineel[begin : noot.rest].strip()
    knoop = Knoop(BepalingSoort.VOETNOOT, StapSoort.VOETNOOT, begin, noot.nummer, label, eenheid=True)
    tekst = blad.passage(noot.regels, noot.rest)
    if tekst.inhoud:
        knoop.inhoud.append(tekst)
    return knoop
