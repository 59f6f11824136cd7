"""Rules about the parts of a document and what it says of them itself: contents, counts, steps, chapter numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bronnen.regeling import naamsleutel
from graph.controle.lezing import Gezien, Lezing, Toets
from graph.relaties.woorden import is_leeg, stam
from ontologie.document import Bepaling, BepalingSoort, Passage
from ontologie.identificatie import BepalingId, StapSoort
from ontologie.verwijzing import Verwijzing, VerwijzingSoort

_BOUW = frozenset({StapSoort.HOOFDSTUK, StapSoort.PARAGRAAF, StapSoort.SECTIE, StapSoort.AFDELING, StapSoort.TITEL})
_INHOUD = re.compile(r"(?i)inhoud(?:sopgave)?|overzicht van de inhoud")
_INHOUDREGEL = re.compile(r"(?P<nr>\d{1,3}[a-zA-Z]?(?:\.\d{1,3})*)\.?[ \t]+(?P<kop>\S.*?)(?:[ \t.…]+\d{1,4})?")
_TELWOORD_TEKST = """
    een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien
"""
_TELWOORD = {w: n for n, w in enumerate(_TELWOORD_TEKST.split(), 1)}
_AANTAL = re.compile(
    rf"(?i)\b(?:bestaat uit|bevat|telt|kent|omvat) (?P<n>{'|'.join(_TELWOORD)}|\d{{1,2}}) "
    r"(?P<wat>hoofdstukken|artikelen)\b"
)
_STAP = re.compile(r"(?i)(?P<wat>stap|fase|thema|onderwerp|spoor|pijler) (?P<nr>\d{1,2}[a-z]?) ?[:.] ?(?P<kop>\S.{8,})")
_WOORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
#: So many words of a heading must come back in a sentence before it can be what the sentence describes.
_GENOEG = 2


def _delen(lezing: Lezing) -> list[Bepaling]:
    """The numbered chapters and sections of the document itself."""
    soorten = (BepalingSoort.SECTIE, BepalingSoort.HOOFDSTUK, BepalingSoort.PARAGRAAF, BepalingSoort.AFDELING)
    return [
        b for b in lezing.document.bepalingen()
        if b.soort in soorten and b.label and b.nummer[:1].isdigit() and len(b.id.stappen) == 1
    ]  # fmt: skip


# --- contents -----------------------------------------------------------------------------------------------------


def inhoudsopgave(lezing: Lezing) -> Iterator[Gezien]:
    delen = {b.nummer: b for b in _delen(lezing)}
    if not delen:
        return
    genoemd: set[str] = set()
    regels = list(_inhoudsregels(lezing))
    diepte = max((nr.count(".") for _, nr, _ in regels), default=0)
    for passage, nr, kop in regels:
        genoemd.add(nr)
        deel = delen.get(nr)
        if deel is None:
            yield _hele(lezing, passage, f"De inhoudsopgave noemt {nr}, maar dat deel is er niet.")
        elif kop and deel.kop and naamsleutel(kop) != naamsleutel(deel.kop):
            yield _hele(
                lezing, passage, f"Deel {nr} heet in de tekst anders: «{deel.kop}».", "Maak beide opschriften gelijk."
            )
    if len(genoemd) < 2:
        return
    for nr, deel in delen.items():
        if nr not in genoemd and nr.count(".") <= diepte:
            yield lezing.bij_bepaling(deel, f"Deel {nr} staat niet in de inhoudsopgave.", "Werk de inhoudsopgave bij.")


def _inhoudsregels(lezing: Lezing) -> Iterator[tuple[Passage, str, str]]:
    for passage in lezing.passages:
        if passage.kop or not any(_INHOUD.fullmatch(b.kop) for b in passage.keten):
            continue
        m = _INHOUDREGEL.fullmatch(passage.tekst.inhoud[:300])
        if m:
            yield passage, m["nr"], m["kop"].strip(" .\t…")


def _hele(lezing: Lezing, passage: Passage, reden: str, suggestie: str = "") -> Gezien:
    return lezing.in_passage(passage, 0, len(passage.tekst.inhoud), reden, suggestie)


# --- counts and steps ---------------------------------------------------------------------------------------------


def aantal(lezing: Lezing) -> Iterator[Gezien]:
    hoofdstukken = sum("." not in b.nummer and b.soort is not BepalingSoort.PARAGRAAF for b in _delen(lezing))
    werkelijk = {"hoofdstukken": hoofdstukken, "artikelen": len(lezing.boek.artikelen)}
    for passage in lezing.passages:
        tekst = passage.tekst.inhoud
        for m in _AANTAL.finditer(tekst):
            gezegd = _TELWOORD.get(m["n"].lower()) or int(m["n"])
            telt = werkelijk[m["wat"].lower()]
            voor = tekst[max(0, m.start() - 60) : m.start()]
            if not telt or gezegd == telt or not re.search(r"(?i)\b(?:de|deze|dit|het) [\w-]+ $", voor):
                continue
            yield lezing.in_passage(
                passage, m.start(), m.end(), f"Er zijn {telt} {m['wat'].lower()}, niet {gezegd}.", f"Schrijf {telt}."
            )


def stappen(lezing: Lezing) -> Iterator[Gezien]:
    """A list of steps, and then headings that give a step of the same words another number."""
    eerder: dict[tuple[BepalingId | None, str, str], str] = {}
    for passage in lezing.passages:
        m = _STAP.match(passage.tekst.inhoud[:400])
        if m is None:
            continue
        boven = passage.keten[1].id if len(passage.keten) > 1 else None
        sleutel = (boven, m["wat"].lower(), naamsleutel(m["kop"].split(".")[0]))
        nummer = eerder.setdefault(sleutel, m["nr"].lower())
        if nummer != m["nr"].lower():
            wat = m["wat"].lower()
            yield lezing.in_passage(
                passage, 0, m.end("nr"),
                f"Met dezelfde woorden heet dit eerder {wat} {nummer}, hier {wat} {m['nr']}.",
                "Maak de nummers in het overzicht en in de koppen gelijk.",
            )  # fmt: skip


# --- chapter numbers that are off ---------------------------------------------------------------------------------


class _Kandidaat(NamedTuple):
    deel: Bepaling
    stammen: frozenset[str]


class _Beschrijving(NamedTuple):
    """A reference to a part of the document with what the sentence says of it, and the part that fits that better."""

    verwijzing: Verwijzing
    genoemd: str
    past: Bepaling | None


def _stammen(tekst: str) -> frozenset[str]:
    return frozenset(s for w in _WOORD.findall(tekst[:2000]) if not is_leeg(s := stam(w)) and s not in _DEELWOORDEN)


_DEELWOORDEN = frozenset(
    map(stam, ("hoofdstuk", "hoofdstukken", "paragraaf", "paragrafen", "handreiking", "introductie"))
)


def _beschrijvingen(lezing: Lezing) -> list[_Beschrijving]:
    delen = [_Kandidaat(b, _stammen(b.kop)) for b in _delen(lezing)]
    if len(delen) < 3:
        return []
    # Words that many headings share tell nothing of which one is meant.
    hoe_vaak = Counter(s for d in delen for s in d.stammen)
    uit: list[_Beschrijving] = []
    for v in lezing.verwijzingen:
        doel = next((d for d in v.doelen if isinstance(d, BepalingId)), None)
        if doel is None or doel.werk != lezing.document.werk or len(doel.stappen) != 1 or doel.soort not in _BOUW:
            continue
        if v.soort is VerwijzingSoort.ANAFOOR:
            continue
        if len(v.doelen) > 1:
            uit.append(_Beschrijving(v, doel.stappen[-1].nummer, None))
            continue
        nummer = doel.stappen[-1].nummer
        uit.append(_Beschrijving(v, nummer, _past_beter(_na(lezing, v), nummer, delen, hoe_vaak)))
    return uit


def _na(lezing: Lezing, v: Verwijzing) -> str:
    """What the sentence says behind the reference: "Hoofdstuk 3 beschrijft …"."""
    plek = lezing.passage_van(v)
    if plek is None:
        return ""
    passage, begin, eind = plek
    zin = lezing.zin_rond(v)
    tekst = passage.tekst.inhoud
    # Only where the sentence is about the part: the reference opens it.
    voor = tekst[max(0, begin - 80) : begin].rstrip()
    if voor and not re.search(r"(?:[.:;]|\b[a-z0-9]{1,2}[.)]|[-•])$", voor):
        return ""
    return tekst[eind : begin + len(zin)]


#: What a sentence says first is what the part is about; further on it says why or for whom.
_EERSTE = 8


def _begin(zin: str) -> frozenset[str]:
    stammen_ = (stam(w) for w in _WOORD.findall(zin[:400]))
    return frozenset(list(dict.fromkeys(s for s in stammen_ if not is_leeg(s) and s not in _DEELWOORDEN))[:_EERSTE])


def _past_beter(zin: str, nummer: str, delen: Sequence[_Kandidaat], hoe_vaak: Counter[str]) -> Bepaling | None:
    woorden = _begin(zin)
    if not woorden:
        return None
    diepte = nummer.count(".")
    gelijken = [d for d in delen if d.deel.nummer.count(".") == diepte]
    scores = sorted(((_score(woorden, d, hoe_vaak, len(delen)), i) for i, d in enumerate(gelijken)), reverse=True)
    eigen = next((s for s, i in scores if gelijken[i].deel.nummer == nummer), 0.0)
    if not scores or scores[0][0] <= 0 or (len(scores) > 1 and scores[1][0] >= scores[0][0]):
        return None
    beste = gelijken[scores[0][1]]
    raak = len(woorden & beste.stammen)
    genoeg = raak >= _GENOEG or raak == len(beste.stammen)
    return beste.deel if genoeg and eigen < 0.5 * scores[0][0] and beste.deel.nummer != nummer else None


def _score(woorden: frozenset[str], d: _Kandidaat, hoe_vaak: Counter[str], aantal_delen: int) -> float:
    return sum(1 - (hoe_vaak[s] - 1) / aantal_delen for s in woorden & d.stammen)


def _heet(deel: Bepaling) -> str:
    if deel.soort is not BepalingSoort.SECTIE:
        return deel.label
    return f"{'paragraaf' if '.' in deel.nummer else 'hoofdstuk'} {deel.nummer}"


def verschuiving(lezing: Lezing) -> int:
    """By how much the document counts its own chapters too low or too high; 0 where it does not, or not steadily."""
    stappen_: Counter[int] = Counter()
    for b in _beschrijvingen(lezing):
        if b.past is not None and b.genoemd.isdecimal() and b.past.nummer.isdecimal():
            stappen_[int(b.past.nummer) - int(b.genoemd)] += 1
    if not stappen_:
        return 0
    meest, hoe_vaak = stappen_.most_common(1)[0]
    return meest if hoe_vaak >= _GENOEG and hoe_vaak == sum(stappen_.values()) else 0


def verschoven(lezing: Lezing) -> Iterator[Gezien]:
    beschrijvingen = _beschrijvingen(lezing)
    schuif = verschuiving(lezing)
    geraakt = {b.verwijzing.plaats for b in beschrijvingen if b.past is not None} if schuif else set()
    for b in beschrijvingen:
        if b.past is not None:
            yield lezing.bij_verwijzing(
                b.verwijzing,
                f"De zin beschrijft «{b.past.kop}», en dat is {_heet(b.past)}.",
                f"Bedoeld is vermoedelijk {_heet(b.past)}.",
            )
        elif b.verwijzing.plaats in geraakt:
            yield lezing.bij_verwijzing(
                b.verwijzing,
                f"In dit overzicht wijzen andere nummers {abs(schuif)} te {'laag' if schuif > 0 else 'hoog'}.",
                "Loop ook dit nummer na.",
            )


TOETSEN: tuple[Toets, ...] = (
    Toets("inhoudsopgave", inhoudsopgave),
    Toets("aantal-delen", aantal),
    Toets("stap-nummer", stappen),
    Toets("hoofdstuk-verschoven", verschoven),
)
