"""Rules about the names of regulations: a former one, and one title written in several ways."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date

from bronnen.regeling import Naam, naamsleutel
from graph.controle.doelen import ACHTERNAAM, TOEN
from graph.controle.lezing import Gezien, Lezing, Toets
from ontologie.identificatie import BepalingId
from ontologie.verwijzing import Verwijzing, VerwijzingSoort

_JAAR = re.compile(r" \d{4}(?:-\d{4})?$")
#: Law about what was before cites it under the name of then.
#: "Intrekking van de uitkering" is about a decision.
_OVERGANG = re.compile(
    r"(?i)overgang|invoering|(?:intrek|wijzig)\w*(?=$|,? en (?:overgang|inwerking|citeer)"
    r"|.{0,60}?(?:verordening|regeling|regels|wet\b|wetten|besluit\b))"
)
_DUBBELE_SPATIE = re.compile(r"\s+")


def _genoemd(lezing: Lezing) -> Iterator[tuple[Verwijzing, str, str, Naam]]:
    """Each reference that names a regulation in full: the words of the name, the work and the name in the register."""
    for v in lezing.verwijzingen:
        if v.soort is VerwijzingSoort.REGELING:
            letterlijk = v.tekst
        elif m := ACHTERNAAM.search(v.tekst):
            letterlijk = m["naam"]
        else:
            continue
        werken = {d.werk for d in v.doelen if isinstance(d, BepalingId)}
        regeling = lezing.register.regeling(next(iter(werken))) if len(werken) == 1 else None
        sleutel = naamsleutel(letterlijk)
        namen = regeling.namen if regeling else ()
        zonder_jaar = not lezing.geconsolideerd
        naam = next((n for n in namen if naamsleutel(n.tekst) == sleutel), None) or next(
            (n for n in namen if zonder_jaar and naamsleutel(_JAAR.sub("", n.tekst)) == sleutel), None
        )
        if regeling is not None and naam is not None:
            yield v, _DUBBELE_SPATIE.sub(" ", letterlijk), regeling.kort, naam


def _peildatum(lezing: Lezing) -> date:
    if lezing.document.geldig_van is not None:
        return lezing.document.geldig_van
    m = re.fullmatch(r"(\d{4})-(\d{2})(?:-(\d{2}))?", lezing.document.versie)
    return date(int(m[1]), int(m[2]), int(m[3] or 1)) if m else lezing.vandaag


def voormalig(lezing: Lezing) -> Iterator[Gezien]:
    peil = _peildatum(lezing)
    for v, letterlijk, werk, naam in _genoemd(lezing):
        oud = (naam.geldig_tot is not None and naam.geldig_tot <= peil) or (
            naam.soort == "voormalig" and naam.geldig_tot is None
        )
        if not oud or naam.soort not in ("voormalig", "citeertitel") or werk == lezing.document.werk:
            continue
        if not TOEN.search(lezing.zin_rond(v)) and not _over_toen(lezing, v):
            titel = lezing.register.titel(werk)
            yield lezing.bij_verwijzing(v, f"«{letterlijk}» is een vroegere naam van: {titel}.", f"Schrijf: {titel}.")


def _over_toen(lezing: Lezing, v: Verwijzing) -> bool:
    return any(_OVERGANG.search(k.kop) for k in (lezing.boek.knoop(v.plaats), *lezing.boek.keten(v.plaats)) if k)


def wisselend(lezing: Lezing) -> Iterator[Gezien]:
    """One regulation with its title written in several ways; the way that is used most counts as meant."""
    vormen: dict[str, Counter[str]] = defaultdict(Counter)
    genoemd = [(v, t, f"{w} {_titelsleutel(lezing, n)}") for v, t, w, n in _genoemd(lezing) if n.soort in _VOLUIT]
    for _, letterlijk, titel in genoemd:
        vormen[titel][_vorm(letterlijk)] += 1
    gemeld: Counter[tuple[str, str]] = Counter()
    for v, letterlijk, titel in genoemd:
        meest, hoe_vaak = vormen[titel].most_common(1)[0]
        vorm = _vorm(letterlijk)
        if vorm == meest or vormen[titel][vorm] == hoe_vaak:
            continue
        gemeld[titel, vorm] += 1
        if gemeld[titel, vorm] <= _PER_VORM:
            yield lezing.bij_verwijzing(
                v,
                f"Elders ({hoe_vaak} keer) is deze titel anders geschreven: «{meest}».",
                "Schrijf de titel steeds gelijk.",
            )


_VOLUIT = frozenset({"citeertitel", "verkort"})
#: A spelling that comes back is shown so many times.
_PER_VORM = 3


def _titelsleutel(lezing: Lezing, naam: Naam) -> str:
    """What two spellings of a title share. In a law a title with another year is mostly another law."""
    return naamsleutel(naam.tekst if lezing.geconsolideerd else _JAAR.sub("", naam.tekst))


def _vorm(naam: str) -> str:
    # A hyphen at the end of a line leaves a space behind it.
    return re.sub(r"-\s+(?=[a-z])", "-", naam.strip(" .,;"))


TOETSEN: tuple[Toets, ...] = (
    Toets("naam-voormalig", voormalig),
    Toets("naam-wisselt", wisselend),
)
