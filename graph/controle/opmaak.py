"""Rules about marks: brackets, quotation marks, stops, and words that stand there twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.controle.lezing import Gezien, Lezing, Toets
from graph.relaties.woorden import is_leeg, stam
from ontologie.document import Bepaling, BepalingSoort, Passage

#: "a)" and "1)" number; they close nothing.
_NUMMERHAAK = re.compile(r"(?:(?<=^)|(?<=[\s(,;]))(?:[a-zA-Z]{1,3}|\d{1,3}[a-z]?)\)")


def haakjes(lezing: Lezing) -> Iterator[Gezien]:
    for passage in lezing.passages:
        tekst = passage.tekst.inhoud
        if "(" not in tekst and ")" not in tekst:
            continue
        nummers = {m.end() - 1 for m in _NUMMERHAAK.finditer(tekst)}
        open_: list[int] = []
        los: list[int] = []
        for m in re.finditer(r"[()]", tekst):
            i = m.start()
            if tekst[i] == "(":
                open_.append(i)
            elif open_:
                open_.pop()
            elif i not in nummers:
                los.append(i)
        for i in sorted([*open_, *los]):
            begin, eind = (i, min(len(tekst), i + 30)) if tekst[i] == "(" else (max(0, i - 30), i + 1)
            wat = "gaat open en niet meer dicht" if tekst[i] == "(" else "gaat dicht zonder dat er een openging"
            yield lezing.in_passage(
                passage, begin, eind, f"Dit haakje {wat}.", "Zet het andere haakje erbij, of haal dit weg."
            )


_PAREN = {"“": "”", "„": "”", "«": "»"}


def aanhaling(lezing: Lezing) -> Iterator[Gezien]:
    """Double quotation marks that are opened and closed by another sign, or not at all."""
    for passage in lezing.passages:
        tekst = passage.tekst.inhoud
        for m in re.finditer(r"[“„«]", tekst):
            sluit = _PAREN[m.group()]
            eind = tekst.find(sluit, m.end())
            volgend = re.compile(r"[“„«]").search(tekst, m.end())
            if eind >= 0 and (volgend is None or eind < volgend.start()):
                continue
            tot = min(len(tekst), m.start() + 40)
            yield lezing.in_passage(
                passage, m.start(), tot, f"Dit aanhalingsteken wordt niet gesloten met {sluit}.", f"Sluit met {sluit}."
            )
        if (n := tekst.count('"')) % 2 and not re.search(r'\d"', tekst):
            i = tekst.index('"')
            yield lezing.in_passage(
                passage,
                i,
                min(len(tekst), i + 30),
                f"Er staan {n} rechte aanhalingstekens: er ontbreekt er een.",
                "Zet het andere erbij.",
            )


# --- stops --------------------------------------------------------------------------------------------------------

_DUBBEL_TEKEN = re.compile(r",;|;,|;\.(?!\.)|\.;|,\.(?!\.)|::|;;|,,(?!\s*[”’'])|(?<![.\[(])\.\.(?![.\])])")
_SPATIE_VOOR = re.compile(r"(?<=[^\W\d_]{2}) +[.,;:](?=\s|$)(?!\.\.)")
_ZIN_EINDE = re.compile(r"[.:;?!…][\])\"”’']*$|[\])]$")


def leestekens(lezing: Lezing) -> Iterator[Gezien]:
    for passage in lezing.passages:
        # Names that sign are set apart with marks of their own.
        if lezing.in_tabel(passage.keten) or any(b.soort is BepalingSoort.SLOT for b in passage.keten):
            continue
        tekst = passage.tekst.inhoud
        for m in _DUBBEL_TEKEN.finditer(tekst):
            voor = tekst[max(0, m.start() - 12) : m.start()]
            if re.search(r"(?i)\b(?:etc|e\.d|e\.a|enz|o\.a|jl|bijv|nr|art|N\.V|B\.V)$", voor):
                continue
            begin = max(0, m.start() - 15)
            yield lezing.in_passage(
                passage,
                begin,
                m.end(),
                f"Hier staan twee leestekens achter elkaar: «{m.group()}».",
                "Laat er één staan.",
            )
        for m in _SPATIE_VOOR.finditer(tekst):
            yield lezing.in_passage(
                passage, max(0, m.start() - 15), m.end(), "Voor dit leesteken staat een spatie.", "Haal de spatie weg."
            )


def slotpunt(lezing: Lezing) -> Iterator[Gezien]:
    """A lid, or an article without leden, whose last sentence is not closed."""
    if not lezing.is_regeling:
        return
    for b in lezing.boek.bepalingen():
        if (
            b.soort not in (BepalingSoort.LID, BepalingSoort.ARTIKEL)
            or b.vervallen
            or not b.in_werking
            or b.kinderen
            or not b.inhoud
        ):
            continue
        laatste = b.inhoud[-1]
        if isinstance(laatste, Bepaling):
            continue
        tekst = laatste.inhoud.rstrip()
        if len(tekst) < 25 or _ZIN_EINDE.search(tekst) or "\t" in tekst or (len(b.inhoud) > 1 and len(tekst) < 60):
            continue
        begin = tekst.rfind(" ", 0, len(tekst) - 25) + 1
        yield lezing.in_passage(
            Passage(laatste, (b,)),
            begin,
            len(tekst),
            "De zin eindigt zonder punt.",
            "Zet er een punt achter, of maak de zin af.",
        )


# --- doubled words ------------------------------------------------------------------------------------------------

_TWEEMAAL = re.compile(r"(?i)(?<![\w-])(?P<w>[^\W\d_]{2,})[ \u00a0](?P=w)(?![\w-])")
_MAG_TWEEMAAL_TEKST = """
    die dat het zij ze had was wat is zijn waren hij we wij er aan in op uit om over wel mee bij heel heb mag kan
    hoe ja nee of
"""
_MAG_TWEEMAAL = frozenset(_MAG_TWEEMAAL_TEKST.split())
_WOORD = re.compile(r"[\w-]+")


def woorden(lezing: Lezing) -> Iterator[Gezien]:
    for passage in lezing.passages:
        if lezing.in_tabel(passage.keten) and len(passage.tekst.inhoud) < 40:
            continue
        tekst = passage.tekst.inhoud
        for m in _TWEEMAAL.finditer(tekst):
            if (
                m["w"].lower() not in _MAG_TWEEMAAL
                and not m["w"].isupper()
                # "Baden Baden" is a name, "De de" is not.
                and tekst[m.start() + len(m["w"]) + 1].islower()
            ):
                yield lezing.in_passage(
                    passage, m.start(), m.end(), f"«{m['w']}» staat er twee keer.", "Haal er één weg."
                )
        yield from _groepen(lezing, passage)


def _groepen(lezing: Lezing, passage: Passage) -> Iterator[Gezien]:
    """Two to six words that are said again straight away."""
    tekst = passage.tekst.inhoud
    alle = [(m.start(), m.end(), m.group().lower()) for m in _WOORD.finditer(tekst)]
    i = 0
    while i < len(alle):
        for n in range(6, 1, -1):
            a, b = alle[i : i + n], alle[i + n : i + 2 * n]
            if len(b) < n or [w for *_, w in a] != [w for *_, w in b] or len({w for *_, w in a}) < 2:
                continue
            if re.search(r"[^\w\s-]", tekst[a[0][0] : b[-1][1]]) or any(w.isdigit() for *_, w in a):
                continue
            # "voldoet aan de aan de vergunning verbonden voorwaarden" is right.
            if all(is_leeg(stam(w)) for *_, w in a):
                continue
            yield lezing.in_passage(
                passage, a[0][0], b[-1][1], "Deze woorden staan er twee keer achter elkaar.", "Haal ze één keer weg."
            )
            i += 2 * n - 1
            break
        i += 1


TOETSEN: tuple[Toets, ...] = (
    Toets("haakje", haakjes),
    Toets("aanhalingsteken", aanhaling),
    Toets("leesteken-dubbel", leestekens),
    Toets("zin-open", slotpunt, bij_scan=False),
    Toets("woord-dubbel", woorden),
)
