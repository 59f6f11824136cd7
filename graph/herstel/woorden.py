"""The smallest clear instructions that turn some words into others, or none where replacing the whole is clearer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph.herstel.boom import NietUitTeDrukken
from graph.herstel.toepassen import vervang_woorden
from graph.tijd.uitlijning import lijn_uit, woorden
from ontologie.wijziging import Woordverschil
from ontologie.wijzigingsbesluit import Pad, Plaats, Plaatsdeel, Slotvervanging, Woordvervanging, Woordwijze

#: More changes than this in one provision, or a larger part of it, and it is clearer to replace it whole.
WIJZIGINGEN_MAX = 3
_DEEL_MAX = 0.5
#: Texts of so few words are quoted, however much of them changes.
_KORT = 6
#: Longest words to quote, in words.
_WOORDEN_MAX = 30
#: Words that a quotation gets around it so that a reader finds it.
_RUIM = 2
#: Changes with at most so many words between them are told as one.
_DICHTBIJ = 3
#: A word that tells by itself where it stands; numbers and "en" do not.
_EIGEN_WOORD = re.compile(r"[^\W\d_]{3}")
_SLOT = re.compile(r"(?:[.,:]|; ?(?:en|of)|;)$")
#: What would end a quotation too soon.
_AANHALING = re.compile("[«»\n\t]")


def slotvervanging(pad: Pad, oud: str, nieuw: str) -> Slotvervanging | None:
    """The change where only the sign at the end differs (and "en" or "of" behind it)."""
    links, rechts = _SLOT.search(oud), _SLOT.search(nieuw)
    eind, begin = (links[0] if links else ""), (rechts[0] if rechts else "")
    gelijk = oud.removesuffix(eind) == nieuw.removesuffix(begin)
    return Slotvervanging(pad, eind, begin) if gelijk and eind and begin and eind != begin else None


def woordvervangingen(plaats: Plaats, oud: str, nieuw: str) -> list[Woordvervanging] | None:
    """Changes that one after another turn ``oud`` into ``nieuw``; None where replacing it whole is clearer."""
    if not oud or not nieuw or oud.count("\n") != nieuw.count("\n"):
        return None
    los, precies = lijn_uit(oud, nieuw)
    verschillen = _samen(los, oud)
    geraakt = sum(max(v.oud_eind - v.oud_begin, v.nieuw_eind - v.nieuw_begin) for v in verschillen)
    kort = plaats.deel is Plaatsdeel.OPSCHRIFT
    if not precies or not verschillen or len(verschillen) > WIJZIGINGEN_MAX or kort:
        return None
    if geraakt > _DEEL_MAX * max(len(oud), len(nieuw)) and len(woorden(nieuw)) > _KORT:
        return None
    uit: list[Woordvervanging] = []
    nu, verschuiving = oud, 0
    for verschil in verschillen:
        # Up to the next word that stays it is new, from there on still old.
        links, rechts = _volgend(oud, verschil.oud_eind), _volgend(nieuw, verschil.nieuw_eind)
        doel = nieuw[:rechts] + oud[links:]
        gevonden = _een(plaats, nu, doel, (verschil.oud_begin + verschuiving, verschil.oud_eind + verschuiving))
        if gevonden is None:
            return None
        uit.append(gevonden)
        nu, verschuiving = doel, rechts - links
    return uit if nu == nieuw else None


def _samen(verschillen: Sequence[Woordverschil], oud: str) -> list[Woordverschil]:
    """Changes with a few words between them as one: "artikelen 2 tot en met 5" is quoted whole."""
    uit: list[Woordverschil] = []
    for v in verschillen:
        vorig = uit[-1] if uit else None
        if (
            vorig
            and "\n" not in oud[vorig.oud_begin : v.oud_eind]
            and _woordental(oud[vorig.oud_eind : v.oud_begin]) <= _DICHTBIJ
        ):
            uit[-1] = Woordverschil(vorig.oud_begin, v.oud_eind, vorig.nieuw_begin, v.nieuw_eind)
        else:
            uit.append(v)
    return uit


def _volgend(tekst: str, vanaf: int) -> int:
    """Where the next word or sign begins."""
    while vanaf < len(tekst) and tekst[vanaf].isspace():
        vanaf += 1
    return vanaf


def _een(plaats: Plaats, nu: str, doel: str, bereik: tuple[int, int]) -> Woordvervanging | None:
    """One change, in the shortest wording that does exactly this."""
    for kandidaat in _kandidaten(plaats, nu, doel, bereik):
        if _AANHALING.search(kandidaat.oud + kandidaat.nieuw) or _randwit(kandidaat):
            continue
        try:
            if vervang_woorden(nu, kandidaat) == doel:
                return kandidaat
        except NietUitTeDrukken:
            continue
    return None


def _randwit(k: Woordvervanging) -> bool:
    return k.oud != k.oud.strip() or k.nieuw != k.nieuw.strip()


def _woordental(tekst: str) -> int:
    """How many words there are, signs left out."""
    return sum(m[0][0].isalnum() for m in woorden(tekst))


def _kandidaten(plaats: Plaats, nu: str, doel: str, bereik: tuple[int, int]) -> Iterator[Woordvervanging]:
    begin, eind = bereik
    na_eind = len(nu) - eind
    oud, nieuw = nu[begin:eind].strip(), doel[begin : len(doel) - na_eind].strip()
    plekken = [(m.start(), m.end()) for m in woorden(nu)]
    links = [p for p in plekken if p[1] <= begin]
    rechts = [p for p in plekken if p[0] >= eind]
    if nieuw and not oud:
        for n in range(_RUIM - 1, min(_WOORDEN_MAX, len(links))):
            if _woordental(nu[links[-1 - n][0] : links[-1][1]]) < _RUIM:
                continue
            yield Woordvervanging(plaats, Woordwijze.VOEG_IN, nu[links[-1 - n][0] : links[-1][1]], nieuw)
    if oud and not nieuw and len(oud) > _RUIM:
        yield Woordvervanging(plaats, Woordwijze.VERVALT, oud)
    kaal = len(woorden(oud)) < _RUIM or not any(t.isalnum() for t in nieuw) or not _EIGEN_WOORD.search(oud)
    for n in range(1 if kaal else 0, _WOORDEN_MAX):
        # Words around it, first those before it, so that the quotation is found once.
        for voor, na in dict.fromkeys(((n, 0), (n, n), (0, n))):
            if voor > len(links) or na > len(rechts):
                continue
            van = links[-voor][0] if voor else begin
            tot = rechts[na - 1][1] if na else eind
            # What stands before and behind is the same in both.
            erbij = doel[van : len(doel) - (len(nu) - tot)]
            if nu[van:tot].strip() and erbij.strip():
                yield Woordvervanging(plaats, Woordwijze.VERVANG, nu[van:tot], erbij)
