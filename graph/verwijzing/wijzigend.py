"""Passages that speak of another regulation without naming it again: "De Wet X wordt als volgt gewijzigd: …".

What follows such words, within the provision they stand in, is about the articles of Wet X and not about the own ones.
The same goes for "voor de toepassing van die wet wordt: a. in artikel 1 … gelezen".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.verwijzing.koppeling import Keuze
from graph.verwijzing.zoeken import Gelezen

_BEGIN = r"(?:^|(?<=[.;:] ))(?:[A-Za-z0-9]{1,3}[.)]? )?(?:[Ii]n )?"
#: "De Wet X wordt als volgt gewijzigd", "In het Besluit Y worden de volgende wijzigingen aangebracht".
_WIJZIGT = re.compile(
    rf"{_BEGIN}(?:[Dd]e|[Hh]et) (?P<naam>[A-ZÀ-Þ][^.;:]{{2,160}}?)\)?,? "
    r"(?:wordt(?: als volgt| verder| nader)? gewijzigd|worden de volgende (?:wijzigingen|aanpassingen) aangebracht)"
)
#: "Artikel 12 van de Wet X wordt als volgt gewijzigd": what follows is about that article.
_ARTIKEL_WIJZIGT = re.compile(r"\)?,? (?:wordt|worden) (?:als volgt|verder|nader) gewijzigd")
#: "… wordt voor de toepassing van die wet:", at the end of what opens a list.
_TOEPASSING = re.compile(r"voor de toepassing van (?:de|het|die|dat) [^.;:]{2,160}:$")

#: "Wijziging van de Wet X in verband met …", the title of a bill and of what explains it.
_TITEL = re.compile(r"(?:^|[\s(])(?:Wijziging|wijziging) van (?:de|het) $")
#: Where a title stands, in passages and characters from the start.
_TITELPASSAGES = 12
_TITELPLEK = 200


def onderwerp_van_titel(gelezen: Sequence[Gelezen]) -> tuple[str, ...]:
    """The regulation that the title of a document says is changed; () where it names none or more than one."""
    gevonden: dict[str, None] = {}
    for g in gelezen[:_TITELPASSAGES]:
        for n in g.namen:
            if n.begin < _TITELPLEK and len(n.werken) == 1 and _TITEL.search(g.tekst, max(0, n.begin - 40), n.begin):
                gevonden[n.werken[0]] = None
    return tuple(gevonden) if len(gevonden) == 1 else ()


def zoek_onderwerpen(gelezen: Sequence[Gelezen]) -> None:
    """Set on each passage the regulation that it is about, and from which place on."""
    open_: list[tuple[int, Keuze]] = []  # depth in the chain of provisions, and the regulation
    vorige: tuple[object, ...] = ()
    for g in gelezen:
        keten = tuple(b.id for b in g.passage.keten)
        while open_ and (len(keten) <= open_[-1][0] or keten[: open_[-1][0] + 1] != vorige[: open_[-1][0] + 1]):
            open_.pop()
        if open_:
            g.onderwerp = open_[-1][1]
        vorige = keten
        if (eigen := _in_passage(g)) is not None:
            g.onderwerp_vanaf = eigen[0]
            if not open_:
                g.onderwerp = eigen[1]
            if len(keten) > 1:
                open_.append((len(keten) - 1, eigen[1]))
                g.onderwerp = eigen[1]


def _in_passage(g: Gelezen) -> tuple[int, Keuze] | None:
    """The place behind the words that open such a part, and the regulation they name."""
    tekst = g.tekst
    if "toepassing" not in tekst and "gewijzigd" not in tekst and "aangebracht" not in tekst:
        return None
    if (m := _WIJZIGT.search(tekst)) is not None:
        return m.end(), _regeling(g, m.start("naam"), m.end("naam"))
    for v in g.vondsten:
        if v.keuze is not None and (m := _ARTIKEL_WIJZIGT.match(tekst, v.eind)) is not None:
            return m.end(), v.keuze
    if (m := _TOEPASSING.search(tekst)) is not None:
        genoemd = [n for n in g.namen if n.begin < m.end() and len(n.werken) == 1]
        if genoemd:
            return m.end(), Keuze(genoemd[-1].werken, "onderwerp")
    return None


def _regeling(g: Gelezen, begin: int, eind: int) -> Keuze:
    for n in g.namen:
        # A short title or a publication may follow: "de Wet X (Stb. 2001, 4)".
        if n.begin == begin and (n.eind == eind or g.tekst.startswith(" (", n.eind)):
            return Keuze(n.werken, "onderwerp", "" if n.werken else g.tekst[begin:eind])
    return Keuze((), "onderwerp", g.tekst[begin:eind])
