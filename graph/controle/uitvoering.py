"""Apply the rules to a document: bounded per rule, in reading order."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from itertools import islice

from bronnen.register import Register
from graph.boom import Doelboom
from graph.controle import (
    aanhaling,
    begrippen,
    doelen,
    indeling,
    lijsten,
    nummering,
    opmaak,
    regelingnamen,
    spelling,
    tekstlijsten,
    tijd,
    toelichting,
    verwijzingen,
)
from graph.controle.lezing import Gezien, Lezing, Toets
from graph.controle.regelbestand import lees_regels
from graph.verwijzing import Herkenner
from ontologie.controle import Controle, Controlepunt, Controleregel, Ernst
from ontologie.document import Document
from ontologie.fouten import InvoerFout
from ontologie.identificatie import BepalingId
from ontologie.verwijzing import Status

TOETSEN: tuple[Toets, ...] = (
    *nummering.TOETSEN,
    *indeling.TOETSEN,
    *doelen.TOETSEN,
    *regelingnamen.TOETSEN,
    *verwijzingen.TOETSEN,
    *aanhaling.TOETSEN,
    *begrippen.TOETSEN,
    *spelling.TOETSEN,
    *toelichting.TOETSEN,
    *lijsten.TOETSEN,
    *opmaak.TOETSEN,
    *tekstlijsten.TOETSEN,
    *tijd.TOETSEN,
)
#: Findings that one rule gives at most; the rest is counted, up to a bound.
PER_REGEL = 50
_TEL_TOT = 10_000


def regels() -> tuple[Controleregel, ...]:
    """All rules, by theme."""
    return tuple(lees_regels().values())


def kies(zonder: Collection[str] = (), ernst: Ernst = Ernst.AANDACHTSPUNT) -> tuple[Toets, ...]:
    """The rules that are as serious as ``ernst`` or more, without those named.

    Raises:
        InvoerFout: a name is that of no rule.
    """
    bekend = lees_regels()
    if onbekend := sorted(set(zonder) - bekend.keys()):
        raise InvoerFout(
            f"«{onbekend[0]}» is geen regel van de controle.",
            advies="Zie «regelgraaf controle --regels» voor alle regels.",
        )
    return tuple(t for t in TOETSEN if t.regel not in zonder and bekend[t.regel].ernst.rang <= ernst.rang)


def controleer(
    document: Document,
    register: Register,
    boom: Doelboom,
    *,
    toetsen: Sequence[Toets] = TOETSEN,
    vandaag: date | None = None,
    per_regel: int = PER_REGEL,
    scan: bool = False,
) -> Controle:
    """Check one document against itself and what ``boom`` holds. References are recognised as everywhere else.

    ``scan`` says that the text was scanned, where the document itself does not tell.
    """
    gevonden = Herkenner(register, boom).verwijzingen(document)
    lezing = Lezing(document, gevonden.verwijzingen, register, boom, vandaag or date.today())
    regels_ = _Regels(document.origineel)
    punten: list[Controlepunt] = []
    weggelaten: list[tuple[str, int]] = []
    onthouden: list[tuple[str, str]] = []
    for toets in toetsen:
        if (scan or lezing.is_scan) and not toets.bij_scan:
            onthouden.append((toets.regel, "De tekst is gescand; afwijkende letters zeggen niets over de schrijver."))
            continue
        regel = lees_regels()[toets.regel]
        gezien = iter(_eenmaal(toets.pas_toe(lezing)))
        punten += (_punt(regel, g, regels_) for g in islice(gezien, per_regel))
        if rest := sum(1 for _ in islice(gezien, _TEL_TOT)):
            weggelaten.append((toets.regel, rest))
    punten.sort(key=lambda p: (p.span.begin, p.regel.ernst.rang, p.regel.id))
    return Controle(tuple(punten), tuple(weggelaten), tuple(onthouden), _niet_nagelopen(lezing))


def _eenmaal(gezien: Iterable[Gezien]) -> Iterable[Gezien]:
    bekend: set[tuple[int, int, str]] = set()
    for g in gezien:
        sleutel = (g.span.begin, g.span.eind, g.reden)
        if sleutel not in bekend:
            bekend.add(sleutel)
            yield g


class _Regels:
    """Line numbers of positions in the original."""

    def __init__(self, origineel: str) -> None:
        self._einden = [i for i, t in enumerate(origineel) if t == "\n"]

    def van(self, positie: int) -> int:
        return bisect_right(self._einden, positie - 1) + 1


def _punt(regel: Controleregel, g: Gezien, regels_: _Regels) -> Controlepunt:
    woorden = " ".join(g.woorden.split())
    return Controlepunt(regel, g.plaats, g.span, regels_.van(g.span.begin), woorden, g.reden, g.suggestie)


def _niet_nagelopen(lezing: Lezing) -> tuple[tuple[str, int], ...]:
    tel: Counter[str] = Counter()
    for v in lezing.verwijzingen:
        if v.status is Status.NIET_GECONTROLEERD:
            tel.update({d.werk for d in v.doelen if isinstance(d, BepalingId)})
    return tuple(sorted(tel.items()))
