"""Tables in plain text: lines with tabs between the cells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bronnen.tekst.blad import Blad
from bronnen.tekst.knopen import Knoop
from bronnen.tekst.passages import splits_blokken
from bronnen.tekst.regels import Regel
from ontologie.document import BepalingSoort, Weggelaten
from ontologie.identificatie import StapSoort
from ontologie.tekst import Span, Tekst

_BIJSCHRIFT = re.compile(r"(?P<label>(?:Tabel|TABEL)\s+(?P<nummer>\d{1,3}[a-z]?))\s*[.:–-]?\s*(?P<rest>.*)$")


def cellen(origineel: str, regel: Regel) -> list[Span]:
    """The cells of a line, empty ones included."""
    begin = regel.begin - regel.inspring
    einde = min((p for t in "\r\n\f" if (p := origineel.find(t, regel.eind, regel.eind + 200)) >= 0), default=None)
    eind = regel.eind if einde is None else einde
    spans: list[Span] = []
    while (tab := origineel.find("\t", begin, eind)) >= 0:
        spans.append(Span(begin, tab))
        begin = tab + 1
    return [*spans, Span(begin, eind)]


def heeft_cellen(regel: Regel) -> bool:
    """Whether a line has a tab between words, or behind them."""
    return "\t" in regel.tekst or regel.tabs_achter > 0


def tabel_eind(regels: Sequence[Regel], n: int, tot: int) -> int:
    """The line behind the run of table lines that begins at ``n``; ``n`` itself where none does."""
    eind = n
    while eind < tot and heeft_cellen(regels[eind]) and (eind == n or not regels[eind].wit):
        eind += 1
    return eind if eind - n > 1 else n


def lees_bijschrift(regel: Regel) -> re.Match[str] | None:
    """The parts of "Tabel 3. Rolverdeling", None where the line is no caption."""
    return _BIJSCHRIFT.match(regel.tekst) if len(regel.tekst) < 300 and not heeft_cellen(regel) else None


def lees_tabel(blad: Blad, n: int, tot: int, bijschrift: Regel | None) -> tuple[Knoop, int]:
    """The table whose lines begin at ``n``, and the line behind it.

    Where it goes on behind white space under the same heads, that is the same table: page ends divide tables.
    """
    eind = tabel_eind(blad.regels, n, tot)
    koppen = _kale_cellen(blad, blad.regels[n])
    tabel = _tabelknoop(blad, blad.regels[n], bijschrift)
    rijen = list(blad.regels[n:eind])
    while (verder := tabel_eind(blad.regels, eind, tot)) > eind and _kale_cellen(blad, blad.regels[eind]) == koppen:
        kop = blad.regels[eind]
        blad.weggelaten.append(Weggelaten(Span(kop.begin, kop.eind), "herhaalde tabelkop"))
        rijen += blad.regels[eind + 1 : verder]
        eind = verder
    tabel.inhoud += [_rij(blad, r) for r in rijen]
    return tabel, eind


def _tabelknoop(blad: Blad, eerste: Regel, bijschrift: Regel | None) -> Knoop:
    m = lees_bijschrift(bijschrift) if bijschrift else None
    if bijschrift is None or m is None:
        return Knoop(BepalingSoort.TABEL, StapSoort.TABEL, eerste.begin)
    knoop = Knoop(BepalingSoort.TABEL, StapSoort.TABEL, bijschrift.begin, m["nummer"], m["label"], eenheid=True)
    opschrift = blad.passage([bijschrift], bijschrift.begin + m.start("rest"))
    knoop.opschrift = opschrift if opschrift.inhoud else None
    return knoop


def _rij(blad: Blad, regel: Regel) -> Knoop:
    rij = Knoop(BepalingSoort.RIJ, StapSoort.RIJ, regel.begin)
    for span in cellen(blad.origineel, regel):
        cel = Knoop(BepalingSoort.CEL, StapSoort.CEL, span.begin)
        stukken = splits_blokken(Tekst.letterlijk(blad.origineel, span.begin, span.eind))
        cel.inhoud += [t for s in stukken if (t := blad.schoon(s)).inhoud]
        rij.inhoud.append(cel)
    return rij


def _kale_cellen(blad: Blad, regel: Regel) -> list[str]:
    return [blad.origineel[s.begin : s.eind].strip() for s in cellen(blad.origineel, regel)]
