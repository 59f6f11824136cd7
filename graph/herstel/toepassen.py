"""Apply the instructions of an amending decision to the text of a regulation, exactly as they say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from graph.herstel.boom import NietUitTeDrukken, bewerk, genummerd, met_nummer, vind
from ontologie.document import BepalingSoort
from ontologie.wijzigingsbesluit import (
    Bepalingstekst,
    Instructie,
    Invoeging,
    KomtTeLuiden,
    Lidaanduiding,
    Pad,
    Plaatsdeel,
    Slotvervanging,
    Vernummering,
    Vervallen,
    Wijzigingsartikel,
    Woordvervanging,
    Woordwijze,
)

_DEEL_VAN_NUMMER = re.compile(r"\d+|[a-z]+|[A-Z]+")
#: Signs that stand against the word before them.
_AAN_VORIG = tuple(",;:.)")


def pas_toe(wortel: Bepalingstekst, artikel: Wijzigingsartikel) -> Bepalingstekst:
    """The text after all changes, one after another.

    Raises:
        NietUitTeDrukken: an instruction names a place or words that are not there, or that are there twice.
    """
    for onderdeel in artikel.onderdelen:
        for instructie in onderdeel.instructies:
            wortel = pas_een_toe(wortel, instructie)
    return wortel


def pas_een_toe(wortel: Bepalingstekst, instructie: Instructie) -> Bepalingstekst:
    """The text after one change."""
    match instructie:
        case Woordvervanging(plaats=plaats):
            return bewerk(wortel, plaats.pad, lambda k: [_woorden(k, instructie)])
        case Slotvervanging():
            return bewerk(wortel, instructie.pad, lambda k: [_slot(k, instructie)])
        case KomtTeLuiden(plaats=plaats):
            return bewerk(wortel, plaats.pad, lambda k: [_komt_te_luiden(k, instructie)])
        case Lidaanduiding(pad=pad):
            return bewerk(wortel, pad, lambda k: [_lidaanduiding(k)])
        case Vervallen():
            return _vervallen(wortel, instructie)
        case Invoeging():
            return _invoegen(wortel, instructie)


# --- words ---


def _woorden(knoop: Bepalingstekst, i: Woordvervanging) -> Bepalingstekst:
    deel = i.plaats.deel
    if deel is Plaatsdeel.OPSCHRIFT:
        return replace(knoop, opschrift=vervang_woorden(knoop.opschrift, i))
    tekst = knoop.slot if deel is Plaatsdeel.SLOT else knoop.aanhef
    nieuw = [regel for regel in vervang_woorden(tekst, i).split("\n") if regel]
    return _met_tekst(knoop, nieuw, deel)


def _met_tekst(knoop: Bepalingstekst, nieuw: Sequence[str], deel: Plaatsdeel) -> Bepalingstekst:
    plekken = [n for n, d in enumerate(knoop.inhoud) if not isinstance(d, str)]
    if deel is Plaatsdeel.SLOT and plekken:
        return knoop.met(*knoop.inhoud[: plekken[-1] + 1], *nieuw)
    return knoop.met(*nieuw, *knoop.inhoud[plekken[0] :]) if plekken else knoop.met(*nieuw)


def vervang_woorden(tekst: str, i: Woordvervanging) -> str:
    """The text after a change of words, which must stand there exactly once.

    New words are set apart by a space unless they begin with a sign; words that lapse take the space before them along.
    """
    aantal = tekst.count(i.oud) if i.oud else 0
    # Overlapping occurrences count too: which one is meant would be in doubt.
    if aantal == 1 and tekst.find(i.oud, tekst.index(i.oud) + 1) >= 0:
        aantal = 2
    if aantal != 1:
        raise NietUitTeDrukken(f"«{i.oud}» staat {aantal} keer in de genoemde bepaling.")
    begin = tekst.index(i.oud)
    eind = begin + len(i.oud)
    if i.wijze is Woordwijze.VERVANG:
        return tekst[:begin] + i.nieuw + tekst[eind:]
    if i.wijze is Woordwijze.VOEG_IN:
        wit = "" if i.nieuw.startswith(_AAN_VORIG) else " "
        return tekst[:eind] + wit + i.nieuw + tekst[eind:]
    voor, na = tekst[:begin], tekst[eind:]
    if voor.endswith(" "):
        return voor[:-1] + na
    return voor + na.removeprefix(" ")


def _slot(knoop: Bepalingstekst, i: Slotvervanging) -> Bepalingstekst:
    tekst = knoop.aanhef
    if not i.oud or not tekst.endswith(i.oud):
        raise NietUitTeDrukken(f"de bepaling eindigt niet op «{i.oud}»")
    return _met_tekst(knoop, (tekst[: len(tekst) - len(i.oud)] + i.nieuw).split("\n"), Plaatsdeel.AANHEF)


def _komt_te_luiden(knoop: Bepalingstekst, i: KomtTeLuiden) -> Bepalingstekst:
    if isinstance(i.nieuw, Bepalingstekst):
        return i.nieuw
    if i.plaats.deel is Plaatsdeel.OPSCHRIFT:
        return replace(knoop, opschrift=" ".join(i.nieuw))
    return _met_tekst(knoop, i.nieuw, i.plaats.deel)


def _lidaanduiding(knoop: Bepalingstekst) -> Bepalingstekst:
    if any(k.soort is BepalingSoort.LID for k in knoop.kinderen):
        raise NietUitTeDrukken("dit artikel heeft al leden")
    return genummerd(knoop.met(Bepalingstekst(BepalingSoort.LID, "1", "1.", "", knoop.inhoud)))


# --- parts ---


def _vernummer(knoop: Bepalingstekst, vernummering: Iterable[Vernummering]) -> Bepalingstekst:
    """All at once, as the old numbers name the parts."""
    naar = {v.oud: v.nieuw for v in vernummering}
    weg = set(naar) - {k.nummer for k in knoop.kinderen}
    if weg:
        raise NietUitTeDrukken(f"te vernummeren delen ontbreken: {', '.join(sorted(weg))}")
    return knoop.met(
        *(met_nummer(d, naar[d.nummer]) if not isinstance(d, str) and d.nummer in naar else d for d in knoop.inhoud)
    )


def _met_sloten(wortel: Bepalingstekst, slot: Iterable[Slotvervanging]) -> Bepalingstekst:
    for vervanging in slot:
        wortel = pas_een_toe(wortel, vervanging)
    return wortel


def _vervallen(wortel: Bepalingstekst, i: Vervallen) -> Bepalingstekst:
    wortel = _met_sloten(wortel, i.slot)
    if not i.ouder:
        for stap in i.delen:
            wortel = bewerk(wortel, (stap,), lambda _: [])
        return wortel

    def zonder(knoop: Bepalingstekst) -> list[Bepalingstekst]:
        for stap in i.delen:
            if sum(k.stap == stap for k in knoop.kinderen) != 1:
                raise NietUitTeDrukken(f"{stap.soort.value} {stap.nummer} is niet één keer te vinden")
        rest = knoop.met(*(d for d in knoop.inhoud if isinstance(d, str) or d.stap not in i.delen))
        return [genummerd(_vernummer(rest, i.vernummering))]

    return bewerk(wortel, i.ouder, zonder)


def _invoegen(wortel: Bepalingstekst, i: Invoeging) -> Bepalingstekst:
    wortel = _met_sloten(wortel, i.slot)
    if not i.ouder:
        anker = i.na or i.voor
        return bewerk(wortel, anker, lambda k: [k, *i.nieuw] if i.na else [*i.nieuw, k])
    return bewerk(wortel, i.ouder, lambda k: [genummerd(_met_delen(_vernummer(k, i.vernummering), i))])


def _met_delen(knoop: Bepalingstekst, i: Invoeging) -> Bepalingstekst:
    plek = _plek(knoop, i)
    return knoop.met(*knoop.inhoud[:plek], *i.nieuw, *knoop.inhoud[plek:])


def _plek(knoop: Bepalingstekst, i: Invoeging) -> int:
    delen = [(n, d) for n, d in enumerate(knoop.inhoud) if not isinstance(d, str)]
    for anker, verder in ((i.na, 1), (i.voor, 0)):
        if anker:
            plekken = [n for n, d in delen if d.stap == anker[-1]]
            if len(plekken) != 1:
                raise NietUitTeDrukken(f"«{anker[-1].nummer}» is niet één keer te vinden")
            return plekken[0] + verder
    if not delen:
        return len(knoop.inhoud)
    eerste = _sleutel(i.nieuw[0].nummer)
    lager = [n for n, d in delen if not d.nummer.startswith("-") and _sleutel(d.nummer) < eerste]
    if i.nieuw[0].nummer.startswith("-"):
        return delen[-1][0] + 1
    return lager[-1] + 1 if lager else delen[0][0]


def _sleutel(nummer: str) -> tuple[tuple[int, int, str], ...]:
    """Order of numbers: 2, 2a, 3, 10; a, b, aa."""
    return tuple((0, int(d), "") if d.isdigit() else (1, len(d), d) for d in _DEEL_VAN_NUMMER.findall(nummer))


def zelfde(links: Bepalingstekst, rechts: Bepalingstekst) -> bool:
    """Whether two texts are the same, provision by provision and character by character."""
    return links == rechts


def bestaat(wortel: Bepalingstekst, pad: Pad) -> bool:
    """Whether a path leads to exactly one provision."""
    try:
        vind(wortel, pad)
    except NietUitTeDrukken:
        return False
    return True
