"""The body of a regulation as a tree of words: numbered as its labels tell, searched and changed by path."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from bronnen.nummering import canoniek
from ontologie.document import BepalingSoort
from ontologie.fouten import InvoerFout
from ontologie.identificatie import Stap, StapSoort
from ontologie.identificatie.bepaling import STRUCTUUR
from ontologie.wijzigingsbesluit import Bepalingstekst, Pad

#: Deepest nesting of provisions that is amended.
DIEPSTE = 40
_KERN = re.compile(r"\d+[a-z]*|[A-Za-z]+")
_NUMMER = re.compile(r"[0-9A-Za-z]+(?:[.:][0-9A-Za-z]+)*")
_NUMMER_VAN_DEEL = re.compile(r"-?[1-9]\d{0,2}[a-z]?|[a-z]{1,4}|[A-Z]{1,4}")
_WIT = re.compile(r"\s+")
_LIJF = frozenset({BepalingSoort.ARTIKEL, BepalingSoort.REGELING, *(BepalingSoort(s.value) for s in STRUCTUUR)})
_DELEN = frozenset({BepalingSoort.LID, BepalingSoort.ONDERDEEL})
_STRUCTUUR = frozenset(BepalingSoort(s.value) for s in STRUCTUUR)


class NietUitTeDrukken(InvoerFout):
    """A place cannot be named without doubt, or a change cannot be written as an instruction."""


# --- labels and numbers ---


def schoon(tekst: str) -> str:
    """Words on one line."""
    return _WIT.sub(" ", tekst).strip()


def is_streepje(label: str) -> bool:
    """Whether a label is a dash or bullet, which has no number of its own."""
    return not _KERN.search(label)


def genummerd(knoop: Bepalingstekst) -> Bepalingstekst:
    """The same with kinds and numbers as labels and places tell them."""
    return replace(knoop, inhoud=_genummerd(knoop))


def _genummerd(ouder: Bepalingstekst) -> tuple[str | Bepalingstekst, ...]:
    uit: list[str | Bepalingstekst] = []
    streepjes = 0
    for deel in ouder.inhoud:
        if isinstance(deel, str):
            uit.append(deel)
            continue
        soort = deel.soort
        if soort in _DELEN:
            soort = soort_van(ouder, deel.label, begin=not uit or not isinstance(uit[0], str))
        if is_streepje(deel.label) and soort in _DELEN:
            streepjes += 1
            nummer = f"-{streepjes}"
        else:
            nummer = canoniek(deel.label, StapSoort(soort.value))
        uit.append(genummerd(replace(deel, soort=soort, nummer=nummer)))
    return tuple(uit)


def soort_van(ouder: Bepalingstekst, label: str, *, begin: bool) -> BepalingSoort:
    """Lid for a numbered part of an article that has no words before its first part, else onderdeel."""
    lid = ouder.soort is BepalingSoort.ARTIKEL and begin and label[:1].isdigit()
    return BepalingSoort.LID if lid else BepalingSoort.ONDERDEEL


def met_nummer(knoop: Bepalingstekst, nummer: str) -> Bepalingstekst:
    """The provision with another number, its label printed in the same way."""
    return replace(knoop, nummer=nummer, label=_KERN.sub(nummer, knoop.label, count=1))


# --- finding ---


def is_noembaar(stap: Stap) -> bool:
    """Whether a provision has a number by which it can be named."""
    patroon = _NUMMER_VAN_DEEL if stap.soort in (StapSoort.LID, StapSoort.ONDERDEEL) else _NUMMER
    return patroon.fullmatch(stap.nummer) is not None


def vind(wortel: Bepalingstekst, pad: Pad) -> Bepalingstekst:
    """The provision at a path.

    Raises:
        NietUitTeDrukken: there is none, or more than one.
    """
    return _keten(wortel, pad)[-1]


def _keten(wortel: Bepalingstekst, pad: Pad) -> list[Bepalingstekst]:
    """The provisions from the root to that at a path."""
    if not pad:
        return [wortel]
    gevonden = list(_zoek_eerste(wortel, pad))
    if len(gevonden) != 1:
        raise NietUitTeDrukken(_niet_een(pad[:1], len(gevonden)))
    keten = gevonden[0]
    for n, stap in enumerate(pad[1:], 2):
        kinderen = [k for k in keten[-1].kinderen if k.stap == stap]
        if len(kinderen) != 1:
            raise NietUitTeDrukken(_niet_een(pad[:n], len(kinderen)))
        keten.append(kinderen[0])
    return keten


def _zoek_eerste(wortel: Bepalingstekst, pad: Pad) -> Iterator[list[Bepalingstekst]]:
    stapel = [[wortel]]
    while stapel:
        keten = stapel.pop()
        for kind in reversed(keten[-1].kinderen):
            if kind.stap == pad[0]:
                yield [*keten, kind]
            if kind.soort in _STRUCTUUR:
                stapel.append([*keten, kind])


def _niet_een(pad: Pad, aantal: int) -> str:
    naam = ", ".join(f"{s.soort.value} {s.nummer}" for s in pad)
    return f"«{naam}» komt {'niet' if not aantal else f'{aantal} keer'} voor."


def dubbele_paden(wortel: Bepalingstekst) -> frozenset[Pad]:
    """Articles and units above them whose number occurs more than once, and so names none of them."""
    telling = Counter(k.stap for k in wortel.loop() if k.soort in _LIJF and k is not wortel)
    return frozenset((stap,) for stap, n in telling.items() if n > 1)


# --- changing ---


def bewerk(
    wortel: Bepalingstekst, pad: Pad, verander: Callable[[Bepalingstekst], Sequence[Bepalingstekst]]
) -> Bepalingstekst:
    """The tree in which what ``verander`` makes stands in place of the provision at a path."""
    keten = _keten(wortel, pad)
    nieuw: Sequence[str | Bepalingstekst] = verander(keten[-1])
    for ouder, kind in zip(reversed(keten[:-1]), reversed(keten), strict=False):
        inhoud: list[str | Bepalingstekst] = []
        for deel in ouder.inhoud:
            inhoud += nieuw if deel is kind else [deel]
        nieuw = [genummerd(ouder.met(*inhoud)) if ouder.soort not in _STRUCTUUR else ouder.met(*inhoud)]
    (uit,) = nieuw
    assert not isinstance(uit, str)
    return uit


def pad_naar(wortel: Bepalingstekst, doel: Bepalingstekst) -> Pad:
    """The path to a provision of this very tree: from its article, or itself where it is above articles."""
    stapel: list[tuple[Bepalingstekst, Pad]] = [(wortel, ())]
    while stapel:
        knoop, pad = stapel.pop()
        if knoop is doel:
            return pad
        boven = () if knoop.soort in _STRUCTUUR or knoop is wortel else pad
        stapel += [(k, (*boven, k.stap)) for k in knoop.kinderen]
    raise NietUitTeDrukken("deze bepaling hoort niet bij deze tekst")
