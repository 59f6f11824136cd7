"""Definitions: which onderdeel gives which term its meaning."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.relaties.boek import Boek
from ontologie.document import Bepaling, BepalingSoort

_TERM = re.compile(r"[\s\[(‘'“\"-]*(?P<term>[^:;.\[\]]{1,120}?)[\s’'”\"]*:\s*")
_INLEIDING = re.compile(r"\b(?:verstaan|begrepen)\b[^.;]{0,80}:\s*$", re.IGNORECASE)
_OPSCHRIFT = re.compile(r"begrip|definitie", re.IGNORECASE)


def term_van(onderdeel: Bepaling) -> str:
    """The term that an item defines ("doelgroep: …"), "" where it is no definition."""
    if onderdeel.soort is not BepalingSoort.ONDERDEEL:
        return ""
    tekst = onderdeel.eigen_tekst
    m = _TERM.match(tekst)
    return m["term"].strip() if m and m.end() < len(tekst) else ""


def begin_omschrijving(tekst: str) -> int:
    """Where the description begins in the text of a definition."""
    m = _TERM.match(tekst)
    return m.end() if m else 0


def definities(boek: Boek) -> Iterator[tuple[str, Bepaling]]:
    """The terms that the enacting text defines, with the item that does."""
    for ouder in boek.bepalingen():
        if not (_OPSCHRIFT.search(ouder.kop) or _INLEIDING.search(_voor_onderdelen(ouder))):
            continue
        for onderdeel in ouder.kinderen:
            if term := term_van(onderdeel):
                yield term, onderdeel


def _voor_onderdelen(bepaling: Bepaling) -> str:
    return bepaling.eigen_tekst if any(k.soort is BepalingSoort.ONDERDEEL for k in bepaling.kinderen) else ""
