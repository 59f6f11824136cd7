"""Rules about dates: days that do not exist, commencement that is past, transitional law that has run out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from bronnen.regeling import naamsleutel
from graph.controle.doelen import TOEN
from graph.controle.lezing import Gezien, Lezing, Toets
from ontologie.document import BepalingSoort, DocumentSoort, Passage

_MAANDEN_TEKST = """
    januari februari maart april mei juni juli augustus september oktober november december
"""
_MAANDEN = {w: n for n, w in enumerate(_MAANDEN_TEKST.split(), 1)}
_DATUM = re.compile(rf"(?i)(?<!\d)(?P<dag>\d{{1,2}}) (?P<maand>{'|'.join(_MAANDEN)}) (?P<jaar>\d{{4}})(?!\d)")
_IN_WERKING = re.compile(
    r"(?i)\b(?:treedt|treden) (?:met ingang van|in werking (?:op|met ingang van|per)|op) [^.;]{0,60}$"
)
_TERUG = re.compile(r"(?i)\bterug(?:werkende kracht)?\b|\bterugwerkend")
_VASTGESTELD = re.compile(r"(?i)\b(?:vastgesteld|besloten|vergadering)\b")
_TOT = re.compile(r"(?i)\b(?:tot(?: en met)?|uiterlijk(?: op)?|v[oó][oó]r) $")
_OVERGANG = re.compile(r"(?i)overgang")
#: Days after which a date counts as long past.
_LANG = 365


def _datums(passage: Passage) -> Iterator[tuple[re.Match[str], date | None]]:
    for m in _DATUM.finditer(passage.tekst.inhoud.replace("\u00a0", " ")):
        try:
            yield m, date(int(m["jaar"]), _MAANDEN[m["maand"].lower()], int(m["dag"]))
        except ValueError:
            yield m, None


def onbestaanbaar(lezing: Lezing) -> Iterator[Gezien]:
    for passage in lezing.passages:
        for m, dag in _datums(passage):
            if dag is None and int(m["jaar"]):
                yield lezing.in_passage(passage, m.start(), m.end(), "Deze dag bestaat niet.", "Herstel de datum.")


def _maakdatum(lezing: Lezing) -> date | None:
    """When this text was made: its version, or the day on which it was adopted."""
    d = lezing.document
    if m := re.fullmatch(r"(\d{4})-(\d{2})(?:-(\d{2}))?", d.versie):
        return date(int(m[1]), int(m[2]), int(m[3] or 1))
    return _vastgesteld(lezing) or d.geldig_van


def _gemaakt_in(lezing: Lezing, gemaakt: date) -> str:
    """``_maakdatum`` in words: without a day where the version names none."""
    woorden = _in_woorden(gemaakt)
    return woorden.partition(" ")[2] if re.fullmatch(r"\d{4}-\d{2}", lezing.document.versie) else woorden


def _in_woorden(dag: date) -> str:
    maand = next(woord for woord, nummer in _MAANDEN.items() if nummer == dag.month)
    return f"{dag.day} {maand} {dag.year}"


def _vastgesteld(lezing: Lezing) -> date | None:
    """The day on which it was adopted, as its closing words say."""
    dagen = [
        dag
        for p in lezing.passages
        if any(b.soort is BepalingSoort.SLOT for b in p.keten) and _VASTGESTELD.search(p.tekst.inhoud)
        for _, dag in _datums(p)
        if dag is not None
    ]
    return dagen[0] if len(set(dagen)) == 1 else None


def _inwerkingtreding(lezing: Lezing) -> Iterator[tuple[Passage, re.Match[str], date]]:
    for passage in lezing.geldend:
        for m, dag in _datums(passage):
            if dag is not None and _IN_WERKING.search(passage.tekst.inhoud[max(0, m.start() - 90) : m.start()]):
                yield passage, m, dag


def verleden(lezing: Lezing) -> Iterator[Gezien]:
    """A text to be adopted that commences on a day before it was made. A consolidated one keeps its first day."""
    if lezing.geconsolideerd or not lezing.is_regeling:
        return
    gemaakt = _maakdatum(lezing)
    if gemaakt is None or _vastgesteld(lezing) is not None:
        return
    for passage, m, dag in _inwerkingtreding(lezing):
        if (gemaakt - dag).days > 31 and not _TERUG.search(passage.tekst.inhoud):
            wat = "dit model" if lezing.document.soort is DocumentSoort.MODEL else "deze tekst"
            yield lezing.in_passage(
                passage, m.start(), m.end(), f"Deze dag ligt ruim voor {wat} ({_gemaakt_in(lezing, gemaakt)}).",
                "Vul de nieuwe dag van inwerkingtreding in, of zeg dat de regeling terugwerkt.",
            )  # fmt: skip


def zonder_terugwerken(lezing: Lezing) -> Iterator[Gezien]:
    vastgesteld = _vastgesteld(lezing)
    if vastgesteld is None:
        return
    for passage, m, dag in _inwerkingtreding(lezing):
        if dag < vastgesteld and not _TERUG.search(passage.tekst.inhoud):
            yield lezing.in_passage(
                passage, m.start(), m.end(), f"De regeling is vastgesteld op {_in_woorden(vastgesteld)}, na deze dag.",
                "Laat de regeling in werking treden na de bekendmaking, en zo nodig terugwerken tot deze dag.",
            )  # fmt: skip


def overgang(lezing: Lezing) -> Iterator[Gezien]:
    for passage in lezing.geldend:
        if not any(_OVERGANG.search(b.kop) for b in passage.keten):
            continue
        for m, dag in _datums(passage):
            voor = passage.tekst.inhoud[max(0, m.start() - 20) : m.start()].replace("\u00a0", " ")
            if dag is not None and (lezing.vandaag - dag).days > _LANG and _TOT.search(voor):
                yield lezing.in_passage(
                    passage,
                    m.start(),
                    m.end(),
                    "Dit overgangsrecht liep af op een dag die ruim voorbij is.",
                    "Ga na of de bepaling kan vervallen.",
                )


#: Words that look ahead to a day.
_VOORUIT = re.compile(
    r"(?i)\b(?:voor het eerst|uiterlijk|niet later dan)(?: (?:op|in|met ingang van|per|vanaf|v[oó][oó]r))? $"
)


#: What was done by then, or had to be, may be told of.
_IS_GEWEEST = re.compile(r"(?i)\b(?:was|waren|werd|werden|had|hadden|moest|moesten|is|zijn|heeft|hebben)\b")


def verstreken(lezing: Lezing) -> Iterator[Gezien]:
    """Something still to be done by a day that was past when the text was made."""
    gemaakt = _maakdatum(lezing)
    if gemaakt is None or lezing.geconsolideerd or not lezing.is_regeling:
        return
    for passage in lezing.geldend:
        if any(_OVERGANG.search(b.kop) for b in passage.keten):
            continue
        for m, dag in _datums(passage):
            tekst = passage.tekst.inhoud
            if dag is None or dag >= gemaakt or not _VOORUIT.search(tekst, max(0, m.start() - 60), m.start()):
                continue
            if TOEN.search(tekst) or _TERUG.search(tekst) or _IS_GEWEEST.search(tekst):
                continue
            toen = _gemaakt_in(lezing, gemaakt)
            yield lezing.in_passage(
                passage, m.start(), m.end(), f"Deze dag was voorbij toen de tekst werd gemaakt ({toen}).",
                "Vul een dag in die nog komt, of schrap de zin.",
            )  # fmt: skip


# --- title and leftovers ------------------------------------------------------------------------------------------

_AANGEHAALD = re.compile(r"(?i)\baangehaald als:? [\"“‘'«]?(?P<titel>[A-Z\[][^\n;]*?)[\"”’'»]?\.?$")
_HAAK = re.compile(r"\[[^\]]*\]|\([^)]*\)")
_LEEG = re.compile(
    r"(?i)\[(?:\.{2,}|…|datum|naam|aantal|bedrag|invullen|in te vullen|p\.?m\.?|x+|nummer)[^\]]{0,40}\]"
    r"|\bXXX+\b|\bP\.?M\.?(?= |$)|_{4,}"
)


def citeertitel(lezing: Lezing) -> Iterator[Gezien]:
    titel = naamsleutel(_HAAK.sub("", lezing.document.titel))
    if not lezing.is_regeling or not titel or lezing.document.bron.formaat == "bwb-toestand":
        return
    for passage in lezing.geldend:
        m = _AANGEHAALD.search(passage.tekst.inhoud)
        if m is None:
            continue
        eigen = naamsleutel(_HAAK.sub("", m["titel"]))
        kort, lang = sorted((eigen, titel), key=len)
        if (
            eigen
            and kort not in lang
            and titel.removeprefix("model") not in (eigen, kort)
            and not titel.startswith("wetvan")
        ):
            yield lezing.in_passage(
                passage,
                m.start("titel"),
                m.end("titel"),
                f"Boven de regeling staat: «{lezing.document.titel[:120]}».",
                "Maak citeertitel en opschrift gelijk.",
            )


def invulplaats(lezing: Lezing) -> Iterator[Gezien]:
    """A place to fill in that was left in a text that is no model."""
    if not lezing.is_regeling or lezing.document.soort is DocumentSoort.MODEL or lezing.geconsolideerd:
        return
    for passage in lezing.passages:
        for m in _LEEG.finditer(passage.tekst.inhoud):
            yield lezing.in_passage(passage, m.start(), m.end(), "Hier moet nog iets worden ingevuld.", "Vul het in.")


TOETSEN: tuple[Toets, ...] = (
    Toets("datum-onbestaanbaar", onbestaanbaar),
    Toets("inwerkingtreding-verleden", verleden),
    Toets("terugwerken-niet-gezegd", zonder_terugwerken),
    Toets("overgang-voorbij", overgang),
    Toets("termijn-verstreken", verstreken),
    Toets("citeertitel", citeertitel),
    Toets("invulplaats-open", invulplaats),
)
