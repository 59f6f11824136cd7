"""Take over words of the model while the own choices stay: filled-in places, variants, names and numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import partial

from graph.tijd.uitlijning import woorden
from ontologie.vergelijking import Paar, Paarsoort, Vergelijking
from ontologie.wijziging import Woordverschil

#: A name that is another in so many provisions, and nowhere the same, is a way of speaking of the own text.
_VASTE_NAAM = 3
_NAAM_MAX = 6
_VOOR_TEKEN = re.compile(r" +([,;:.)])")
_DUBBEL = re.compile(r" {2,}")
_HAAK = re.compile(r"\[[^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)*\]")


def neem_over(paar: Paar, namen: dict[str, str], alleen: Iterable[Woordverschil] | None = None) -> str:
    """The own words of a pair in which the differences with the model (or some of them) are those of the model."""
    uit = paar.eigen_tekst
    for verschil in sorted(paar.verschillen if alleen is None else alleen, reverse=True, key=lambda v: v.nieuw_begin):
        van_model = paar.model_tekst[verschil.oud_begin : verschil.oud_eind]
        eigen = paar.eigen_tekst[verschil.nieuw_begin : verschil.nieuw_eind]
        if namen.get(sleutel(van_model)) == sleutel(eigen):
            continue
        erbij = spreek(van_model, namen)
        voor, na = uit[: verschil.nieuw_begin], uit[verschil.nieuw_eind :]
        if erbij and not eigen:
            # The place of nothing is the begin of the next word, or the end.
            erbij = f" {erbij} " if voor and not voor[-1].isspace() else f"{erbij} "
        uit = voor + erbij + na
    return netjes(uit)


def netjes(tekst: str) -> str:
    """Without doubled spaces and spaces before signs, line by line."""
    return "\n".join(_VOOR_TEKEN.sub(r"\1", _DUBBEL.sub(" ", regel)).strip() for regel in tekst.split("\n"))


def vaste_namen(vergelijking: Vergelijking) -> dict[str, str]:
    """Words of the model that the own text always says otherwise, in lower case, with what it says.

    They are so in ``_VASTE_NAAM`` provisions or more, and none of the provisions taken over has the model's words.
    """
    telling: Counter[tuple[str, str]] = Counter()
    for paar in vergelijking.paren:
        if paar.soort is Paarsoort.AFWIJKEND and len(paar.model) == len(paar.eigen) == 1:
            telling.update({_paar(paar, v) for v in paar.verschillen} - {None})  # type: ignore[arg-type]
    eigen = [f" {sleutel(p.eigen_tekst)} " for p in vergelijking.paren if p.eigen and p.model]
    uit: dict[str, str] = {}
    for (model, naam), n in telling.most_common():
        if n < _VASTE_NAAM or model in uit:
            continue
        anders = sum(m for (a, b), m in telling.items() if a == model and b != naam)
        if not anders and not any(f" {model} " in tekst for tekst in eigen):
            uit[model] = naam
    return uit


def _paar(paar: Paar, v: Woordverschil) -> tuple[str, str] | None:
    model = sleutel(paar.model_tekst[v.oud_begin : v.oud_eind])
    eigen = sleutel(paar.eigen_tekst[v.nieuw_begin : v.nieuw_eind])
    kort = 0 < len(model.split()) <= _NAAM_MAX and 0 < len(eigen.split()) <= _NAAM_MAX
    return (model, eigen) if kort and any(t.isalpha() for t in model) else None


def sleutel(tekst: str) -> str:
    """The words of a text in lower case, a space between them."""
    return " ".join(m[0].lower() for m in woorden(tekst))


def spreek(tekst: str, namen: dict[str, str]) -> str:
    """Words of the model in the way of speaking of the own text."""
    for model, eigen in namen.items():
        patroon = re.compile(rf"(?<!\w){re.escape(model).replace(chr(92) + ' ', chr(92) + 's+')}(?!\w)", re.IGNORECASE)
        hoofd = eigen[:1].upper() + eigen[1:]
        tekst = patroon.sub(partial(_gelijk_begin, eigen, hoofd), tekst)
    return tekst


def _gelijk_begin(klein: str, hoofd: str, m: re.Match[str]) -> str:
    """With a capital where the words that it replaces have one."""
    return hoofd if m[0][:1].isupper() else klein


def open_plaatsen(teksten: Sequence[str]) -> list[str]:
    """What stands between square brackets: places that the model leaves to the municipality."""
    return [m[0] for tekst in teksten for m in _HAAK.finditer(tekst)]
