"""Rules about how references are worded: commas, singular and plural, the words for a level, the order of a range."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.controle.lezing import Gezien, Lezing, Toets
from graph.controle.opvolging import daalt, lees_nummers
from ontologie.identificatie.rangtelwoord import lees_rangtelwoord, rangtelwoord
from ontologie.verwijzing import Verwijzing

_ORDE = (
    r"(?:eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|elfde|twaalfde|\w+(?:tiende|tigste))"
)
_NR = r"\d+(?:[.:]\d+)*[a-z]{0,3}"
#: "artikel 10d, van de wet": nothing stands between the number and the name.
_KOMMA_TE_VEEL = re.compile(rf"(?i)\bartikel {_NR}, (?=(?:van|uit) (?:de|het|deze|die|dit|dat)\b)")
#: "artikel 10d eerste lid", "tweede lid onderdeel b".
_KOMMA_TE_WEINIG = re.compile(
    rf"(?i)\b(?:artikel )?{_NR}(?= {_ORDE}(?:,| en| of| lid|\b))"
    rf"|\b{_ORDE} lid(?= (?:onder|onderdeel|onderdelen|aanhef) )"
)
#: From low to high ("onderdeel a van het eerste lid") there are no commas.
_GEEN_KOMMA_VOOR_NAAM = re.compile(
    r"(?i)\b(?:lid|onderdeel [a-z]|onder [a-z]|\d°)(?= van (?:de|het|deze|die) "
    rf"(?!(?:{_ORDE}|vorige|volgende|laatste|artikel|lid|onderdeel|begripsbepaling)(?!\w)))"
)
_ENKELVOUD = re.compile(
    rf"(?i)(?<!\w)(?P<wat>artikel|onderdeel|paragraaf|hoofdstuk) (?P<nrs>(?:{_NR}|[a-z])"
    rf"(?:, (?:{_NR}|[a-z]))*,? (?:en|tot en met) (?:{_NR}|[a-z]))(?![\w.:-])"
)
_MEERVOUD = {"artikel": "artikelen", "onderdeel": "onderdelen", "paragraaf": "paragrafen", "hoofdstuk": "hoofdstukken"}
_MEERVOUD_EEN = re.compile(
    rf"(?i)(?<!\w)(?:de )?(?P<wat>artikelen|onderdelen) (?P<nr>{_NR}|[a-z])(?! ?(?:,|en\b|of\b|tot\b|t/m|[-–]|\w))"
)
_SUB = re.compile(r"(?i)\bsub (?:[a-z]|\d+)(?!\w)°?")
_OMGEKEERD = re.compile(r"(?i)\bonder [a-z]{1,2}, onderdeel (?P<nr>\d+)(?!\w)")
_LID_CIJFER = re.compile(r"(?i)(?<!\w)lid (?P<nr>\d+)(?![\w.])")
_REEKS = re.compile(
    rf"(?i)(?P<van>{_NR}|[a-z]|{_ORDE}) tot en met (?:het |artikel |onderdeel )?(?P<tot>{_NR}|[a-z]|{_ORDE})(?!\w)"
)


def _woorden(lezing: Lezing, v: Verwijzing) -> tuple[str, int] | None:
    """The words of a reference as they were read, white space made one, and where they begin in their passage."""
    plek = lezing.passage_van(v)
    if plek is None or lezing.in_tabel(plek[0].keten):
        return None
    passage, begin, eind = plek
    return re.sub(r"[\s\u00a0]", " ", passage.tekst.inhoud[begin:eind]), begin


def _met(lezing: Lezing, v: Verwijzing, begin: int, eind: int, reden: str, suggestie: str) -> Gezien:
    plek = lezing.passage_van(v)
    if plek is None:
        return lezing.bij_verwijzing(v, reden, suggestie)
    return lezing.in_passage(plek[0], plek[1] + begin, plek[1] + eind, reden, suggestie)


def _gelezen(lezing: Lezing) -> Iterator[tuple[Verwijzing, str]]:
    for v in lezing.verwijzingen:
        if (gelezen := _woorden(lezing, v)) is not None:
            yield v, gelezen[0]


def komma(lezing: Lezing) -> Iterator[Gezien]:
    if not lezing.is_regeling:
        return
    for v, tekst in _gelezen(lezing):
        if m := _KOMMA_TE_VEEL.search(tekst):
            yield _met(lezing, v, m.start(), len(tekst), "Achter het artikelnummer hoort hier geen komma.",
                       "Schrijf: " + (tekst[: m.end()].rstrip(", ") + " " + tekst[m.end():])[:120] + ".")  # fmt: skip
        elif m := _KOMMA_TE_WEINIG.search(tekst):
            yield _met(lezing, v, 0, len(tekst), f"Achter «{m.group()}» ontbreekt een komma.",
                       "Schrijf: " + (tekst[: m.end()] + "," + tekst[m.end():])[:120] + ".")  # fmt: skip
        elif m := _GEEN_KOMMA_VOOR_NAAM.search(tekst):
            yield _met(lezing, v, 0, len(tekst), f"Tussen «{m.group()}» en de naam van de regeling hoort een komma.",
                       "Schrijf: " + (tekst[: m.end()] + "," + tekst[m.end():])[:120] + ".")  # fmt: skip


def getal(lezing: Lezing) -> Iterator[Gezien]:
    for v, tekst in _gelezen(lezing):
        if (m := _ENKELVOUD.search(tekst)) and _van_een_soort(m["wat"], m["nrs"]):
            meervoud = _MEERVOUD[m["wat"].lower()]
            yield _met(lezing, v, m.start(), m.end(), f"Er staat «{m['wat']}», maar er volgen er meer.",
                       f"Schrijf: {meervoud} {m['nrs']}.")  # fmt: skip
        elif (m := _MEERVOUD_EEN.search(tekst)) and m.end() == len(tekst) and len(v.doelen) < 2:
            yield _met(
                lezing, v, m.start(), m.end(), f"Er staat «{m['wat']}», maar er volgt er één.", "Schrijf het enkelvoud."
            )


def _van_een_soort(wat: str, nummers: str) -> bool:
    """Whether the numbers are all of the level that is named: in "onderdeel b, en 36" an article follows."""
    delen = re.findall(rf"(?i)(?<!\w)(?:{_NR}|[a-z])(?!\w)", nummers)
    cijfers = sum(d[0].isdigit() for d in delen)
    return cijfers == len(delen) if wat.lower() != "onderdeel" else cijfers in (0, len(delen))


def niveauwoord(lezing: Lezing) -> Iterator[Gezien]:
    if not lezing.is_regeling:
        return
    for v, tekst in _gelezen(lezing):
        if m := _OMGEKEERD.search(tekst):
            goed = re.sub(r"(?i)onder (\w+), onderdeel (\d+)", r"onderdeel \1, onder \2°", m.group())
            reden = "«Onderdeel» hoort bij de letter en «onder» bij wat daaronder valt."
            yield _met(lezing, v, m.start(), m.end(), reden, f"Schrijf: {goed}.")
        elif m := _SUB.search(tekst):
            yield _met(lezing, v, m.start(), m.end(), "«Sub» is geen aanduiding die in regelgeving wordt gebruikt.",
                       "Schrijf: " + re.sub(r"(?i)^sub", "onder", m.group()) + ".")  # fmt: skip
        elif m := _LID_CIJFER.search(tekst):
            yield _met(lezing, v, m.start(), m.end(), "Leden worden aangehaald met een rangtelwoord.",
                       f"Schrijf het uit, bijvoorbeeld «{rangtelwoord(m['nr']) or m['nr'] + 'e'} lid».")  # fmt: skip


def _nummer(woord: str) -> str:
    """The number of "derde"; "475e" is a number already."""
    return woord if woord[0].isdigit() else lees_rangtelwoord(woord) or woord


def omgekeerd(lezing: Lezing) -> Iterator[Gezien]:
    for v, tekst in _gelezen(lezing):
        for m in _REEKS.finditer(tekst):
            een, ander = (_nummer(m[k]) for k in ("van", "tot"))
            paar = lees_nummers([een, ander])
            if paar is not None and (daalt(*paar) or paar[0] == paar[1]):
                yield _met(
                    lezing,
                    v,
                    m.start(),
                    m.end(),
                    f"De reeks loopt van {m['van']} naar {m['tot']}.",
                    "Draai de reeks om.",
                )


TOETSEN: tuple[Toets, ...] = (
    Toets("reeks-omgekeerd", omgekeerd),
    Toets("enkelvoud-meervoud", getal),
    Toets("komma-aanhaling", komma),
    Toets("niveauwoord", niveauwoord),
)
