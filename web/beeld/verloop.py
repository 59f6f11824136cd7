"""From the history of a provision, or what changed in a period, to the time line that is drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from api.woorden import datum, korte_datum, meervoud, versie_in_woorden
from graph.antwoorden.tijdgegevens import Dagtelling
from ontologie.document import Publicatie, Wijzigingsgegevens
from ontologie.wijziging import DatumAs
from web.beeld.tijdlijn import Balk, Kolom, Punt, Tijdlijn
from web.contexten import Geschiedenisregel
from web.teksten import teksten

#: Most columns of a time line.
KOLOMMEN = 12
#: Most changes that are still to come on that of a provision.
KOMEND = 2
_ASSEN = (DatumAs.GEPUBLICEERD, DatumAs.INWERKING_BEKENDGEMAAKT, DatumAs.IN_WERKING, DatumAs.TERUGWERKEND)


def publicatienaam(publicatie: Publicatie | None) -> str:
    """ "Stb. 2025, 210", "" for None."""
    return f"{publicatie.blad.capitalize()}. {publicatie.jaar}, {publicatie.nummer}" if publicatie else ""


def _dagen(w: Wijzigingsgegevens) -> dict[DatumAs, date]:
    """The days of a change, by axis."""
    paren = zip(
        _ASSEN,
        (w.gepubliceerd, w.inwerkingtreding_bekendgemaakt, w.in_werking, w.terugwerkend_tot),
        strict=True,
    )
    return {as_: dag for as_, dag in paren if dag is not None}


def gedateerd(wijzigingen: Sequence[Wijzigingsgegevens]) -> list[Wijzigingsgegevens]:
    """The changes of which a day is known, in the same order."""
    return [w for w in wijzigingen if _dagen(w)]


def genummerd(wijzigingen: Sequence[Wijzigingsgegevens], vandaag: date) -> list[tuple[int, Wijzigingsgegevens]]:
    """The changes that a time line shows, oldest first, under their numbers: the first to come and what went before.

    Some laws have a change for each of the next fifteen years; those would leave no room for what is in force.
    """
    oud_naar_nieuw = gedateerd(wijzigingen)[::-1]
    komend = sum(w.in_werking is not None and w.in_werking > vandaag for w in oud_naar_nieuw)
    eind = len(oud_naar_nieuw) - max(0, komend - KOMEND)
    getoond: list[Wijzigingsgegevens] = []
    dagen: set[date] = set()
    for w in reversed(oud_naar_nieuw[:eind]):
        dagen |= set(_dagen(w).values())
        if getoond and len(dagen) > KOLOMMEN - 4:
            break
        getoond.append(w)
    return list(enumerate(reversed(getoond), eind - len(getoond) + 1))


def van_bepaling(
    geschiedenis: Sequence[Geschiedenisregel], wijzigingen: Sequence[Wijzigingsgegevens], vandaag: date
) -> Tijdlijn | None:
    """The versions of a provision (the newest first, as its page lists them) and its changes; None without dates."""
    nummers = genummerd(wijzigingen, vandaag)
    versies = [(r, d) for r in reversed(geschiedenis) if (d := _begin(r)) is not None][-4:]
    dagen = {d for _, w in nummers for d in _dagen(w).values()} | {d for _, d in versies}
    if not dagen or (len(versies) < 2 and not nummers):
        return None
    eindes = {e for r, _ in versies if (e := r.versie.versie.tot) is not None and e <= max(dagen)}
    volgorde = sorted(dagen | eindes | {vandaag})
    plaats = {dag: n for n, dag in enumerate(volgorde)}
    woord = teksten()["tijdlijn"]["vandaag"]
    punten: dict[tuple[DatumAs, date], list[tuple[int, Wijzigingsgegevens]]] = {}
    for nummer, w in nummers:
        for as_, dag in _dagen(w).items():
            punten.setdefault((as_, dag), []).append((nummer, w))
    assen = tuple(a for a in _ASSEN if any(as_ is a for as_, _ in punten))
    return Tijdlijn(
        tuple(Kolom(woord if d == vandaag else korte_datum(d), d == vandaag) for d in volgorde),
        assen,
        tuple(_punt(as_, dag, w, plaats[dag]) for (as_, dag), w in sorted(punten.items(), key=lambda p: p[0][1])),
        tuple(_balken(versies, plaats)),
    )


def _begin(regel: Geschiedenisregel) -> date | None:
    """The day from which a version counts; of a month or year its first."""
    versie = regel.versie.versie
    for dag in (versie.naam, f"{versie.naam}-01", f"{versie.naam}-01-01"):
        try:
            return versie.vanaf or date.fromisoformat(dag)
        except ValueError:
            continue
    return None


def _balken(versies: Sequence[tuple[Geschiedenisregel, date]], plaats: dict[date, int]) -> Iterable[Balk]:
    t = teksten()
    volgende = [d for _, d in versies[1:]]
    for n, (regel, begin) in enumerate(versies):
        later = volgende[n] if n < len(volgende) else None
        einden = [e for e in (regel.versie.versie.tot, later) if e is not None and e in plaats and e > begin]
        if later == begin:
            continue
        naam = versie_in_woorden(regel.versie.versie.naam)
        volledig = regel.versie.versie.naam == begin.isoformat()
        yield Balk(
            plaats[begin],
            plaats[min(einden)] if einden else None,
            korte_datum(begin) if volledig else naam,
            f"{t['tijdlijn']['versie'].format(versie=naam)}: {t['toestand'][regel.toestand]}",
            regel.toestand,
            regel.versie.href,
            regel.versie.hier,
        )


def _punt(as_: DatumAs, dag: date, wijzigingen: Sequence[tuple[int, Wijzigingsgegevens]], kolom: int) -> Punt:
    nummers = tuple(n for n, _ in wijzigingen)
    soort = "; ".join(f"{n}: {w.effect} {publicatienaam(w.door)}".rstrip() for n, w in wijzigingen)
    return Punt(
        kolom, as_, ", ".join(map(str, nummers)), f"{teksten()['as'][as_]}: {datum(dag)} ({soort})", groepen=nummers
    )


# --- what changed in a period ---


def van_periode(tellingen: Sequence[Dagtelling], adres: Callable[[date, date, DatumAs], str]) -> Tijdlijn | None:
    """How much changed by day, or by month or year where there are too many days. ``adres`` tells what it was."""
    dagen = sorted({t.dag for t in tellingen})
    if not dagen:
        return None
    deel = next((d for d in (korte_datum, _maand, _jaar) if len({d(x) for x in dagen}) <= KOLOMMEN), _jaar)
    delen = list(dict.fromkeys(deel(d) for d in dagen))[-KOLOMMEN:]
    plaats = {naam: n for n, naam in enumerate(delen)}
    per_punt: dict[tuple[DatumAs, str], list[Dagtelling]] = {}
    for t in tellingen:
        naam = deel(t.dag)
        if naam in plaats:
            per_punt.setdefault((t.as_, naam), []).append(t)
    woord, assen = teksten()["woord"]["bepaling"], teksten()["as"]
    punten = []
    for (as_, naam), regels in sorted(per_punt.items(), key=lambda p: (plaats[p[0][1]], _ASSEN.index(p[0][0]))):
        aantal = sum(r.bepalingen for r in regels)
        eerste, laatste = min(r.dag for r in regels), max(r.dag for r in regels)
        zin = f"{assen[as_]}, {naam}: {meervoud(aantal, woord)}"
        punten.append(Punt(plaats[naam], as_, str(aantal), zin, adres(eerste, laatste, as_)))
    gebruikt = tuple(a for a in _ASSEN if any(p.as_ is a for p in punten))
    return Tijdlijn(tuple(Kolom(n) for n in delen), gebruikt, tuple(punten))


def _maand(d: date) -> str:
    return korte_datum(d).split(" ", 1)[1]


def _jaar(d: date) -> str:
    return str(d.year)
