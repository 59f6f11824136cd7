"""Rules about lists in running text, where no reader made provisions of the items, and sentences that break off."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from graph.controle.lezing import Gezien, Lezing, Toets
from graph.controle.opvolging import Volgnummer, daalt, lees_nummers, ontbrekend, oploopt, volgt
from ontologie.document import Passage
from ontologie.identificatie import BepalingId

_ITEM = re.compile(r"(?:[-–•*] ?)?(?P<nr>[a-z]|\d{1,2}|[ivx]{1,5})(?P<teken>[.)]) +(?=\S)")
#: Items far apart are not of one list.
_KORTSTE = 3


class _Item(NamedTuple):
    passage: Passage
    nummer: str
    soort: str  # "1.", "a)", "i."


def _lijsten(lezing: Lezing) -> Iterator[list[_Item]]:
    """Runs of passages of one part that begin with a number; lists within items count for themselves."""
    # Notes at the foot of a page stand between the items of one list.
    groepen: defaultdict[BepalingId, list[Passage]] = defaultdict(list)
    for passage in lezing.passages:
        groepen[passage.bepaling.id].append(passage)
    for groep in groepen.values():
        open_: dict[str, list[_Item]] = {}
        for passage in groep:
            m = None if passage.kop or lezing.in_tabel(passage.keten) else _ITEM.match(passage.tekst.inhoud[:12])
            if m is None:
                # Text between items may be the rest of one; a new list begins with its first number.
                continue
            item = _Item(passage, m["nr"], _soort(m["nr"], open_) + m["teken"])
            if item.nummer == item.soort[0] and item.soort in open_:
                yield open_.pop(item.soort)
            open_.setdefault(item.soort, []).append(item)
        yield from open_.values()


def _soort(nummer: str, open_: dict[str, list[_Item]]) -> str:
    if nummer.isdigit():
        return "1"
    if re.fullmatch(r"[ivx]+", nummer) and not (len(nummer) == 1 and _verwacht_letter(nummer, open_)):
        return "i"
    return "a"


def _verwacht_letter(nummer: str, open_: dict[str, list[_Item]]) -> bool:
    rij = open_.get("a.") or open_.get("a)")
    return bool(rij) and ord(nummer) == ord(rij[-1].nummer[0]) + 1 if rij else False


def nummers(lezing: Lezing) -> Iterator[Gezien]:
    if lezing.boek.artikelen:
        return
    for lijst in _lijsten(lezing):
        gelezen = lees_nummers([i.nummer for i in lijst])
        if gelezen is None or len(lijst) < _KORTSTE:
            continue
        if not gelezen[0].is_begin:
            yield _bij(
                lezing, lijst[0], f"De eerste van deze opsomming is {lijst[0].nummer}.", "Begin vooraan met nummeren."
            )
        yield from _gaten(lezing, lijst, gelezen)


def _gaten(lezing: Lezing, lijst: list[_Item], gelezen: list[Volgnummer]) -> Iterator[Gezien]:
    for (a, b), (na, nb) in zip(pairwise(lijst), pairwise(gelezen), strict=True):
        if volgt(na, nb):
            continue
        if oploopt(na, nb):
            mist = ontbrekend(na, nb)
            yield _bij(
                lezing, b, f"Na {a.nummer} volgt {b.nummer}" + (f"; {mist} ontbreekt." if mist else "."), "Nummer door."
            )
        elif daalt(na, nb) or na == nb:
            yield _bij(lezing, b, f"Na {a.nummer} volgt {b.nummer}.", "Nummer door.")


def _bij(lezing: Lezing, item: _Item, reden: str, suggestie: str) -> Gezien:
    return lezing.in_passage(item.passage, 0, min(60, len(item.passage.tekst.inhoud)), reden, suggestie)


#: A short line that ends in a comma is part of a letter or a list.
_ALINEA = 120


def breekt_af(lezing: Lezing) -> Iterator[Gezien]:
    """A paragraph that ends in a comma, with nothing behind it that goes on."""
    if lezing.boek.artikelen:
        return
    for passage, volgende in pairwise([*lezing.passages, None]):
        if passage is None or passage.kop or lezing.in_tabel(passage.keten):
            continue
        tekst = passage.tekst.inhoud.rstrip()
        if not tekst.endswith(",") or len(tekst) < _ALINEA or _ITEM.match(tekst[:12]):
            continue
        if volgende is not None and volgende.bepaling.id == passage.bepaling.id and not volgende.kop:
            continue
        if any(k for k in passage.bepaling.kinderen):
            continue
        begin = tekst.rfind(" ", 0, len(tekst) - 30) + 1
        yield lezing.in_passage(
            passage, begin, len(tekst), "De alinea eindigt met een komma.", "Maak de zin af, of eindig met een punt."
        )


TOETSEN: tuple[Toets, ...] = (
    Toets("opsomming-nummers", nummers),
    Toets("alinea-komma", breekt_af, bij_scan=False),
)
