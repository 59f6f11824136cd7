"""Words of the model that the own text spells otherwise: accents, and slips that the model itself shows to be slips."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from unicodedata import combining, normalize

from rapidfuzz.distance import Levenshtein

from graph.tijd.uitlijning import woorden
from graph.vergelijk.patroon import vlak
from graph.vergelijk.verklaard import als_keuzes
from ontologie.vergelijking import KeuzeSoort, Paar
from ontologie.wijziging import Woordverschil

#: Letters of a word from which one letter more, less or other may be a slip: shorter words are soon another word.
_LANG = 6


def met_schrijfwijze(paren: Sequence[Paar]) -> Iterator[Paar]:
    """The same pairs; a word that is only spelled otherwise is no deviation."""
    model = {w for p in paren for w in _woorden(p.model_tekst)}
    eigen = {w for p in paren for w in _woorden(p.eigen_tekst)}
    for paar in paren:
        yield als_keuzes(paar, [v for v in paar.verschillen if _zelfde(paar, v, model, eigen)], KeuzeSoort.SCHRIJFWIJZE)


def _zelfde(paar: Paar, verschil: Woordverschil, model: set[str], eigen: set[str]) -> bool:
    van = _woorden(paar.model_tekst[verschil.oud_begin : verschil.oud_eind])
    naar = _woorden(paar.eigen_tekst[verschil.nieuw_begin : verschil.nieuw_eind])
    if not van or len(van) != len(naar):
        return False
    return all(v == n or _is_verschrijving(v, n, model, eigen) for v, n in zip(van, naar, strict=True))


def _is_verschrijving(van: str, naar: str, model: set[str], eigen: set[str]) -> bool:
    """Whether one letter went wrong: elsewhere the model has the word of the own text, which never has the model's."""
    if min(len(van), len(naar)) < _LANG or not (van.isalpha() and naar.isalpha()):
        return False
    return naar in model and van not in eigen and Levenshtein.distance(van, naar, score_cutoff=1) <= 1


def _woorden(tekst: str) -> list[str]:
    kaal = "".join(t for t in normalize("NFD", vlak(tekst)) if not combining(t))
    return [m[0] for m in woorden(kaal)]
