"""References in words that come from the model: to the own numbers where that is certain, else with a visible mark."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from graph.herstel.werk import DELEN, Knoop, Werk, nummer_van
from ontologie.identificatie import BepalingId, StapSoort
from ontologie.identificatie.rangtelwoord import rangtelwoord
from ontologie.verwijzing import Verwijzing

#: What stands behind a reference that a jurist must look at.
MERK = "[controleer verwijzing]"


class Verwijzer:
    """Rewrites references within the model to where the own text has what they point at."""

    def __init__(self, werk: Werk, model: str, naar_eigen: Mapping[BepalingId, BepalingId]) -> None:
        self._werk, self._model, self._naar_eigen = werk, model, naar_eigen

    def herschrijf(self, tekst: str, verwijzingen: Sequence[Verwijzing]) -> tuple[str, list[str]]:
        """The text with own numbers, and a question for each reference that could not be followed."""
        vragen: list[str] = []
        for verwijzing in dict.fromkeys(v.tekst for v in verwijzingen):
            zelfde = [v for v in verwijzingen if v.tekst == verwijzing]
            doelen = {d for v in zelfde for d in v.doelen if isinstance(d, BepalingId) and d.werk == self._model}
            if not doelen or verwijzing not in tekst:
                continue
            nieuw = self._nieuw(verwijzing, doelen)
            if nieuw is None:
                tekst = tekst.replace(verwijzing, f"{verwijzing} {MERK}")
                vragen.append(
                    f"De verwijzing «{verwijzing}» uit het model wijst naar iets dat de eigen verordening niet of "
                    "anders heeft: stel vast waarnaar zij hier moet verwijzen."
                )
            else:
                tekst = tekst.replace(verwijzing, nieuw)
        return tekst, vragen

    def _nieuw(self, woorden: str, doelen: set[BepalingId]) -> str | None:
        """The words of a reference with own numbers; None where it is not certain."""
        per_niveau: dict[tuple[StapSoort, str], set[str]] = {}
        for doel in doelen:
            # A chapter or paragraph has no steps above it.
            for keten in (doel, *doel.voorouders()):
                if not keten.stappen:
                    continue
                eigen = self._eigen_nummer(keten)
                if eigen is None:
                    return None
                per_niveau.setdefault(keten.stappen[-1], set()).add(eigen)
        for (soort, nummer), eigen_nummers in per_niveau.items():
            if len(eigen_nummers) != 1:
                return None
            (eigen,) = eigen_nummers
            # A level that the words do not name (its own article, the middle of a range) needs no other number.
            if eigen != nummer and (nieuw := _vervang(woorden, soort, nummer, eigen)) is not None:
                woorden = nieuw
        return woorden.replace("\x00", "")

    def _eigen_nummer(self, id_: BepalingId) -> str | None:
        """The number by which the own text has a provision of the model."""
        knoop = self._werk.op_id.get(self._naar_eigen.get(id_, id_))
        if knoop is None:
            return None
        if knoop.soort in DELEN:
            return nummer_van(knoop) or id_.stappen[-1].nummer
        m = re.search(r"[0-9]+[A-Za-z]*(?:[.:][0-9]+[A-Za-z]*)*", knoop.label)
        return m[0] if m else None


def _vervang(woorden: str, soort: StapSoort, oud: str, nieuw: str) -> str | None:
    """The words with one number replaced; what was replaced is marked, so that no other number replaces it again."""
    if soort is StapSoort.LID and rangtelwoord(oud) and rangtelwoord(nieuw):
        patroon, door = rf"\b{rangtelwoord(oud)}\b", rangtelwoord(nieuw)
    elif soort is StapSoort.ONDERDEEL:
        patroon, door = rf"(?<![\w\x00]){re.escape(oud)}(?![\w])", nieuw
    else:
        patroon, door = rf"(?<![\w.\x00]){re.escape(oud)}(?![\w])", nieuw
    gemerkt = "".join(f"\x00{t}" for t in door)
    uit, n = re.subn(patroon, gemerkt, woorden)
    return uit if n else None


def volg_vernummering(
    werk: Werk, verwijzingen: Sequence[Verwijzing], was: Mapping[BepalingId, str], meld: Callable[[Knoop, str], None]
) -> list[Knoop]:
    """Adjust references in the own text to parts that got another number; the articles in which that happened.

    ``was`` has the old number of each renumbered part. ``meld`` gets what could not be adjusted.
    """
    geraakt: list[Knoop] = []
    for verwijzing in verwijzingen:
        doelen = [d for d in verwijzing.doelen if isinstance(d, BepalingId)]
        anders = [d for d in doelen if any(v in was for v in (d, *d.voorouders()))]
        knoop = werk.op_id.get(verwijzing.plaats)
        if not anders or knoop is None:
            continue
        artikel = werk.artikel(knoop)
        if len(doelen) != 1 or not _pas_aan(werk, knoop, verwijzing, doelen[0], was):
            meld(knoop, verwijzing.tekst)
        elif artikel is not None and artikel not in geraakt:
            geraakt.append(artikel)
    return geraakt


def _pas_aan(werk: Werk, knoop: Knoop, verwijzing: Verwijzing, doel: BepalingId, was: Mapping[BepalingId, str]) -> bool:
    woorden = verwijzing.tekst
    for keten in (doel, *doel.voorouders()):
        if keten in was:
            nieuw = _vervang(woorden, keten.stappen[-1].soort, was[keten], nummer_van(werk.op_id[keten]))
            if nieuw is None:
                return False
            woorden = nieuw
    woorden = woorden.replace("\x00", "")
    plekken = [n for n, d in enumerate(knoop.inhoud) if isinstance(d, str) and verwijzing.tekst in d]
    if len(plekken) != 1:
        return False
    tekst = knoop.inhoud[plekken[0]]
    assert isinstance(tekst, str)
    if tekst.count(verwijzing.tekst) != 1:
        return False
    knoop.inhoud[plekken[0]] = tekst.replace(verwijzing.tekst, woorden)
    return True
