"""Rules about numbers: what was skipped, doubled or out of order, and provisions that hold nothing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from bronnen.regeling import naamsleutel
from graph.controle.lezing import Gezien, Lezing, Toets
from graph.controle.opvolging import Volgnummer, daalt, lees_nummers, ontbrekend, oploopt, volgt
from graph.relaties.boek import EENHEDEN
from ontologie.document import Bepaling, BepalingSoort, Passage
from ontologie.identificatie import BepalingId

_GENUMMERD = frozenset({BepalingSoort.ARTIKEL, BepalingSoort.LID, BepalingSoort.ONDERDEEL, *EENHEDEN})
_NAAM = {BepalingSoort.ONDERDEEL: "onderdeel", BepalingSoort.LID: "lid"}
#: A repealed provision, or a number that is kept free.
_LEEG_BEDOELD = re.compile(r"(?i)\b(?:vervallen|gereserveerd|niet (?:meer )?in gebruik|ingetrokken)\b")
_DUBBEL = re.compile(r"~\d+$")

Reeks = tuple[list[Bepaling], list[Volgnummer]]


def reeksen(lezing: Lezing) -> Iterator[Reeks]:
    """The numbered provisions that stand in one sequence, each with its numbers taken apart.

    Sequences with numbers of unknown make are left out: nothing can be said about what is missing there.
    """
    for groep in _groepen(lezing).values():
        nummers = lees_nummers([_DUBBEL.sub("", b.nummer) for b in groep])
        if nummers is not None:
            yield groep, nummers


def _groepen(lezing: Lezing) -> dict[tuple[BepalingId | int, BepalingSoort], list[Bepaling]]:
    """Articles count through a whole work (by identity), other provisions within what they are part of."""
    groepen: dict[tuple[BepalingId | int, BepalingSoort], list[Bepaling]] = defaultdict(list)
    for ouder in (lezing.document.wortel, *lezing.boek.bepalingen()):
        for kind in ouder.kinderen:
            if kind.soort not in _GENUMMERD or not kind.label or not any(t.isalnum() for t in kind.label):
                continue
            if kind.soort is BepalingSoort.ARTIKEL:
                boven = kind.id.ouder
                groepen[boven or kind.id, kind.soort].append(kind)
            else:
                groepen[id(ouder), kind.soort].append(kind)
    return groepen


def _mag_gaten(lezing: Lezing, groep: list[Bepaling]) -> bool:
    """An extract has articles left out on purpose."""
    return not lezing.document.volledig and (groep[0].soort is BepalingSoort.ARTIKEL or groep[0].soort in EENHEDEN)


def overgeslagen(lezing: Lezing) -> Iterator[Gezien]:
    for groep, nummers in reeksen(lezing):
        if _mag_gaten(lezing, groep):
            continue
        for (a, b), (na, nb) in zip(pairwise(groep), pairwise(nummers), strict=True):
            if volgt(na, nb) or not oploopt(na, nb):
                continue
            mist = ontbrekend(na, nb)
            soort = _NAAM.get(b.soort, b.soort.value)
            yield lezing.bij_bepaling(
                b,
                f"Na {soort} {a.nummer} volgt {soort} {b.nummer}" + (f"; {mist} ontbreekt." if mist else "."),
                f"Nummer door, of neem {soort} {mist} op als vervallen of gereserveerd." if mist else "",
            )


class _Los(NamedTuple):
    """A passage that begins with a number of its own, and that the reader could not place in the sequence there."""

    passage: Passage
    label: str
    nummer: str
    soort: BepalingSoort
    #: The numbers of its kind that stand there already, in order.
    naast: dict[str, None]


_LABEL = re.compile(
    r"(?P<label>(?P<nr>\d{1,2}|[a-z])[.)]) +(?=\S)|(?P<artikel>Artikel (?P<anr>\d+[a-z]{0,2})\b[.:]?) +(?=[A-Z])"
)


def _losse(lezing: Lezing) -> Iterator[_Los]:
    """Only in text without marks for structure the reader has to find the numbers, and may find them out of order."""
    if lezing.geconsolideerd:
        return
    bekend: dict[tuple[int, BepalingSoort], dict[str, None]] = {}
    artikelen = dict.fromkeys(b.nummer for b in lezing.boek.artikelen)
    for passage in lezing.geldend:
        m = None if passage.kop or lezing.in_tabel(passage.keten) else _LABEL.match(passage.tekst.inhoud[:40])
        if m is None or passage.bepaling.soort not in (
            BepalingSoort.ARTIKEL,
            BepalingSoort.LID,
            BepalingSoort.ONDERDEEL,
        ):
            continue
        if m["artikel"]:
            yield _Los(passage, m["artikel"], m["anr"], BepalingSoort.ARTIKEL, artikelen)
        else:
            soort = BepalingSoort.LID if m["nr"].isdigit() else BepalingSoort.ONDERDEEL
            yield _Los(passage, m["label"], m["nr"], soort, _naast(passage, soort, bekend))


def _naast(
    passage: Passage, soort: BepalingSoort, bekend: dict[tuple[int, BepalingSoort], dict[str, None]]
) -> dict[str, None]:
    """The numbers of a kind in the nearest provision around a passage that has any."""
    for rond in reversed(passage.keten):
        sleutel = id(rond), soort
        if sleutel not in bekend:
            bekend[sleutel] = dict.fromkeys(k.nummer for k in rond.kinderen if k.soort is soort)
        if bekend[sleutel]:
            return bekend[sleutel]
    return {}


def volgorde(lezing: Lezing) -> Iterator[Gezien]:
    for los in _losse(lezing):
        if not los.naast or los.nummer in los.naast or los.soort is BepalingSoort.ARTIKEL:
            continue
        laatste = next(reversed(los.naast))
        paar = lees_nummers([laatste, los.nummer])
        if paar is not None and daalt(*paar):
            yield _bij_los(lezing, los, f"{los.label} staat na {laatste}.", "Zet de nummers in volgorde.")
    for groep, nummers in reeksen(lezing):
        for (a, b), (na, nb) in zip(pairwise(groep), pairwise(nummers), strict=True):
            if daalt(na, nb) and not volgt(na, nb):
                soort = _NAAM.get(b.soort, b.soort.value)
                yield lezing.bij_bepaling(
                    b, f"{soort.capitalize()} {b.nummer} staat na {soort} {a.nummer}.", "Zet de nummers in volgorde."
                )


def _bij_los(lezing: Lezing, los: _Los, reden: str, suggestie: str) -> Gezien:
    return lezing.in_passage(los.passage, 0, min(60, len(los.passage.tekst.inhoud)), reden, suggestie)


def dubbel(lezing: Lezing) -> Iterator[Gezien]:
    for los in _losse(lezing):
        if los.nummer in los.naast:
            yield _bij_los(
                lezing,
                los,
                f"Er is al een {_NAAM.get(los.soort, 'artikel')} {los.nummer}.",
                "Geef een van beide een ander nummer.",
            )
    gezien: set[tuple[object, str]] = set()
    for sleutel, groep in _groepen(lezing).items():
        for b in groep:
            nummer = _DUBBEL.sub("", b.nummer)
            if (sleutel, nummer) in gezien:
                soort = _NAAM.get(b.soort, b.soort.value)
                yield lezing.bij_bepaling(
                    b, f"Er is al een {soort} {nummer} op deze plek.", "Geef een van beide een ander nummer."
                )
            gezien.add((sleutel, nummer))


def begin(lezing: Lezing) -> Iterator[Gezien]:
    per_plek: dict[tuple[BepalingId, BepalingSoort], list[_Los]] = defaultdict(list)
    for los in _losse(lezing):
        per_plek[los.passage.bepaling.id, los.soort].append(los)
    for rij in per_plek.values():
        eerste_los = rij[0]
        begint = eerste_los.nummer in ("1", "a")
        if len(rij) > 1 and not begint and eerste_los.soort in _NAAM and not eerste_los.naast:
            verwacht = "1" if eerste_los.nummer.isdigit() else "a"
            reden = f"De eerste van deze reeks is {eerste_los.nummer}, niet {verwacht}."
            yield _bij_los(lezing, eerste_los, reden, f"Begin bij {verwacht}.")
    for groep, nummers in reeksen(lezing):
        eerste = groep[0]
        if eerste.soort not in _NAAM or nummers[0].is_begin or len(groep) < 2:
            continue
        naam = _NAAM[eerste.soort]
        verwacht = "1" if eerste.nummer[:1].isdigit() else "a"
        yield lezing.bij_bepaling(
            eerste, f"De eerste van deze reeks is {naam} {eerste.nummer}, niet {verwacht}.", f"Begin bij {verwacht}."
        )


def alleen(lezing: Lezing) -> Iterator[Gezien]:
    for ouder in lezing.boek.bepalingen():
        for soort, naam in _NAAM.items():
            kinderen = [k for k in ouder.kinderen if k.soort is soort]
            if len(kinderen) != 1 or not any(t.isalnum() for t in kinderen[0].label):
                continue
            nummer = lees_nummers([kinderen[0].nummer])
            if nummer is None or not nummer[0].is_begin:
                continue
            meervoud = "leden" if naam == "lid" else "onderdelen"
            yield lezing.bij_bepaling(
                kinderen[0],
                f"Dit {naam} heeft een nummer, maar het is het enige {naam} hier.",
                f"Laat het nummer weg; {meervoud} worden pas genummerd als er meer dan één is.",
            )


def leeg(lezing: Lezing) -> Iterator[Gezien]:
    if not lezing.document.met_tekst:
        return
    for b in lezing.boek.bepalingen():
        if b.soort not in _GENUMMERD or b.vervallen or not b.in_werking or b.kinderen:
            continue
        if any(not isinstance(d, Bepaling) and d.inhoud.strip() for d in b.inhoud):
            continue
        if _LEEG_BEDOELD.search(b.kop) or any(_LEEG_BEDOELD.search(o.kop) for o in lezing.boek.keten(b.id)):
            continue
        if not (b.label or b.kop):
            continue
        yield lezing.bij_bepaling(
            b,
            f"Onder {b.label or b.kop} staat geen tekst.",
            "Vul de bepaling in, of zet er (Vervallen) of (Gereserveerd).",
        )


#: In a large law chapters repeat headings on purpose.
_GROOT = 120
_GEWOON = frozenset(
    {"algemeen", "inleiding", "reikwijdte", "begripsbepalingen", "begrippen", "definities", "begripsomschrijvingen"}
)


def opschrift(lezing: Lezing) -> Iterator[Gezien]:
    eerder: dict[tuple[object, str], Bepaling] = {}
    groot = len(lezing.boek.artikelen) > _GROOT
    for b in (*lezing.boek.artikelen, *lezing.boek.eenheden):
        kop = naamsleutel(b.kop)
        if not kop or b.vervallen or _LEEG_BEDOELD.search(b.kop):
            continue
        boven = next((o.id for o in lezing.boek.keten(b.id)), None)
        ruim = not groot and b.soort is BepalingSoort.ARTIKEL and kop not in _GEWOON
        sleutel = (b.soort if ruim else (b.soort, boven), kop)
        if sleutel in eerder:
            yield lezing.bij_bepaling(
                b,
                f"{b.label} heeft hetzelfde opschrift als {eerder[sleutel].label}.",
                "Geef een van beide een opschrift dat het verschil laat zien.",
            )
        eerder.setdefault(sleutel, b)


TOETSEN: tuple[Toets, ...] = (
    Toets("nummer-overgeslagen", overgeslagen),
    Toets("nummer-volgorde", volgorde),
    Toets("nummer-dubbel", dubbel),
    Toets("reeks-begin", begin),
    Toets("enig-lid", alleen),
    Toets("bepaling-leeg", leeg),
    Toets("opschrift-dubbel", opschrift),
)
