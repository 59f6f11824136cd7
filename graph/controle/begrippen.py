"""Rules about terms: defined and not used, defined twice, written in two ways; abbreviations that nobody explains."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from graph.controle.lezing import Gezien, Lezing, Toets
from graph.relaties.woorden import stam
from graph.zoeken.woorden import kern, vereenvoudig
from ontologie.document import Bepaling, BepalingSoort, DocumentSoort, Passage
from ontologie.verwijzing import VerwijzingSoort

_WOORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LIDWOORD = re.compile(r"(?i)^(?:de|het|een) ")
#: Other regulations rest on it, and use what it defines.
_OOK_ELDERS = re.compile(r"(?i)daarop (?:berustende|gebaseerde)|op (?:deze|dit) \w+ berustende")
#: Terms of these documents are used in what rests on them.
_EIGEN_GEBRUIK = frozenset(
    {DocumentSoort.VERORDENING, DocumentSoort.MODEL, DocumentSoort.BELEIDSREGEL, DocumentSoort.OVERIGE_REGELING}
)


#: Terms and short names that are followed through a whole text; a regulation has some dozens.
_TERMEN = 300


def _termen(lezing: Lezing) -> list[tuple[str, Bepaling]]:
    """The defined terms as they are used in running text, and the item that defines each."""
    uit = []
    for ruw, onderdeel in lezing.begrippen:
        term = re.sub(r"\s*\([^()]*\)", "", _LIDWOORD.sub("", ruw)).strip(" \"'“”‘’«»")
        if 2 <= len(term) <= 60 and len(term.split()) <= 6 and not re.search(r"[/,\[\]()]| of | en ", term):
            uit.append((term, onderdeel))
        if len(uit) == _TERMEN:
            break
    return uit


# --- defined and not used -----------------------------------------------------------------------------------------


def ongebruikt(lezing: Lezing) -> Iterator[Gezien]:
    if lezing.document.soort not in _EIGEN_GEBRUIK or not lezing.document.volledig or not lezing.document.met_tekst:
        return
    termen = _termen(lezing)
    if not termen:
        return
    gebruik = _Gebruik(lezing)
    for term, onderdeel in termen:
        if gebruik.heeft(term, onderdeel):
            continue
        ouder = next(lezing.boek.keten(onderdeel.id), None)
        ook_elders = ouder is not None and _OOK_ELDERS.search(ouder.eigen_tekst) is not None
        yield lezing.bij_bepaling(
            onderdeel,
            f"Het begrip «{term}» wordt omschreven maar " + ("hier" if ook_elders else "verder") + " niet gebruikt.",
            "Ga na of een regeling die hierop berust het gebruikt; schrap het anders."
            if ook_elders
            else "Schrap de omschrijving, of gebruik het begrip.",
        )


def _grondvorm(woord: str) -> str:
    """The stem, also alike for "sociaal" and "sociale"."""
    kort = _DUBBELE_KLINKER.sub(r"\1", stam(woord))
    return kort.removesuffix("e") if len(kort) > 3 else kort


_DUBBELE_KLINKER = re.compile(r"([aeou])\1")


class _Gebruik:
    """Which words the enacting text uses, by passage, so that a term can be looked for outside its own definition."""

    def __init__(self, lezing: Lezing) -> None:
        self._regels: list[tuple[Passage, str]] = []
        vormen_in: defaultdict[str, set[int]] = defaultdict(set)
        for n, passage in enumerate(lezing.passages):
            if any(b.soort in (BepalingSoort.TOELICHTING, BepalingSoort.LEESWIJZER) for b in passage.keten):
                continue
            vormen = [vereenvoudig(w) for w in _WOORD.findall(passage.tekst.inhoud)]
            self._regels.append((passage, " " + " ".join(map(_grondvorm, vormen)) + " "))
            for v in set(vormen):
                vormen_in[v].add(n)
        self._vormen = [(v, _grondvorm(v), plekken) for v, plekken in vormen_in.items()]
        self._plek = {n: p.bepaling.id for n, p in enumerate(lezing.passages)}

    def heeft(self, term: str, onderdeel: Bepaling) -> bool:
        delen = [vereenvoudig(w) for w in _WOORD.findall(term)]
        if not delen:
            return True
        if len(delen) == 1:
            return self._heeft_woord(delen[0], onderdeel)
        rij = " " + " ".join(map(_grondvorm, delen)) + " "
        return any(rij in tekst and not _binnen(p, onderdeel) for p, tekst in self._regels)

    def _heeft_woord(self, woord: str, onderdeel: Bepaling) -> bool:
        # Also in a compound: "subsidie" is used in "subsidieaanvraag".
        begin, plat, eigen = kern(woord), woord.replace("-", ""), _grondvorm(woord)
        for vorm, vormstam, plekken in self._vormen:
            past = vormstam == eigen or (len(begin) >= 4 and begin in vorm) or vorm.replace("-", "") == plat
            if past and any(not _is_of_onder(self._plek[n], onderdeel) for n in plekken):
                return True
        return False


def _binnen(passage: Passage, onderdeel: Bepaling) -> bool:
    return any(b.id == onderdeel.id for b in passage.keten)


def _is_of_onder(id_: object, onderdeel: Bepaling) -> bool:
    eigen = onderdeel.id
    return id_ == eigen or (hasattr(id_, "voorouders") and eigen in id_.voorouders())


def dubbel(lezing: Lezing) -> Iterator[Gezien]:
    gezien: dict[tuple[object, str], Bepaling] = {}
    for term, onderdeel in _termen(lezing):
        artikel = onderdeel.id.artikel
        sleutel = (artikel, vereenvoudig(term))
        if sleutel in gezien:
            yield lezing.bij_bepaling(
                onderdeel, f"«{term}» wordt in dit artikel twee keer omschreven.", "Laat één omschrijving staan."
            )
        gezien.setdefault(sleutel, onderdeel)


# --- one term written in two ways ---------------------------------------------------------------------------------

#: Behind a word that stands alone; anything else may be the rest of a title ("Wet werk en inkomen").
_LOS = re.compile(
    r"[,.;:)]|$| (?:is|zijn|wordt|worden|kan|kunnen|niet|en|of|die|dat|heeft|hebben|bepaalt|moet|geldt|als|om|te|dan)\b"
)


_SOORTNAAM = re.compile(r"wet|besluit|regeling|verordening|beleidsregels?|reglement|verdrag|richtlijn")


def schrijfwijze(lezing: Lezing) -> Iterator[Gezien]:
    """A defined term with a capital in the middle of a sentence, or without the small words within it."""
    namen = [(v.span.begin, v.span.eind) for v in lezing.verwijzingen if v.soort is VerwijzingSoort.REGELING]
    for term, onderdeel in _termen(lezing):
        if term[:1].islower():
            yield from _hoofdletter(lezing, term, onderdeel, namen)
        woorden = term.split()
        if any(w in _KLEIN for w in woorden[1:-1]):
            yield from _zonder_kleine_woorden(lezing, term, onderdeel)


def _hoofdletter(lezing: Lezing, term: str, onderdeel: Bepaling, namen: list[tuple[int, int]]) -> Iterator[Gezien]:
    groot = term[0].upper() + term[1:]
    patroon = re.compile(rf"(?<=[a-z,;] ){re.escape(groot)}(?![\w-])")
    for passage in lezing.passages:
        if groot not in passage.tekst.inhoud or passage.kop or _binnen(passage, onderdeel):
            continue
        tekst = passage.tekst.inhoud
        for m in patroon.finditer(tekst):
            span = passage.tekst.naar_bron(m.start(), m.end())
            if (_SOORTNAAM.fullmatch(term) and not _LOS.match(tekst, m.end())) or any(
                b <= span.begin < e for b, e in namen
            ):
                continue
            yield lezing.in_passage(
                passage,
                m.start(),
                m.end(),
                f"Het begrip is omschreven als «{term}», met een kleine letter.",
                f"Schrijf: {term}.",
            )


_KLEIN_TEKST = """
    de het een van der den
"""
_KLEIN = frozenset(_KLEIN_TEKST.split())


def _zonder_kleine_woorden(lezing: Lezing, term: str, onderdeel: Bepaling) -> Iterator[Gezien]:
    woorden = term.split()
    groot = [re.escape(w) for w in woorden if w not in _KLEIN]
    patroon = re.compile(r"(?i)(?<![\w-])" + r" (?:(?:de|het|een|van|der|den) )?".join(groot) + r"(?![\w-])")
    for passage in lezing.passages:
        if not patroon.search(passage.tekst.inhoud) or _binnen(passage, onderdeel):
            continue
        for m in patroon.finditer(passage.tekst.inhoud):
            if m.group().lower() != term.lower():
                yield lezing.in_passage(
                    passage, m.start(), m.end(), f"Het begrip is omschreven als «{term}».", f"Schrijf: {term}."
                )


# --- abbreviations ------------------------------------------------------------------------------------------------

_HIERNA = re.compile(
    r"\((?:hierna|verder|voortaan)(?: ook)?(?: te noemen| genoemd| aangeduid als)?:? (?:de |het )?"
    r"[\"“‘']?(?P<naam>[^()\"”’']{2,40}?)[\"”’']?\)"
)
_AFKORTING = re.compile(r"(?<![\w./:-])(?P<naam>[A-Z]{2,7})(?![\w/:]|\.[A-Za-z])")
_ROMEINS = re.compile(r"[IVXLC]+")
#: Abbreviations that every reader of a regulation knows, and marks that are none.
_BEKEND_TEKST = """
    BV NV CV VOF EU EG EEG VN EER NL BTW BSN KVK ID PDF SMS TV PC IT ICT BW ECLI OJ PM NB OF EN WAS WORDT AWB
    WWB CEO HBO WO MBO VWO HAVO VMBO NAVO USA VS ISO NEN DNA HIV GPS CO QR URL WC AOW GGZ GGD
"""
_BEKEND = frozenset(_BEKEND_TEKST.split())
#: An own name in capitals follows one of these.
_EIGENNAAM = re.compile(r"(?i)\b(?:bureau|stichting|vereniging|uitgeverij|firma|bedrijf|systeem|programma) $")


def naast_naam(lezing: Lezing) -> Iterator[Gezien]:
    """ "(hierna: X)" and then X nowhere."""
    gezien = 0
    for n, passage in enumerate(lezing.passages):
        for m in _HIERNA.finditer(passage.tekst.inhoud):
            gezien += 1
            if gezien > _TERMEN:
                return
            naam = m["naam"].strip()
            patroon = re.compile(rf"(?<![\w-]){re.escape(naam)}", 0 if naam.isupper() else re.IGNORECASE)
            rest = passage.tekst.inhoud[m.end() :]
            if patroon.search(rest) or any(patroon.search(p.tekst.inhoud) for p in lezing.passages[n + 1 :]):
                continue
            yield lezing.in_passage(
                passage,
                m.start(),
                m.end(),
                f"Hierna komt «{naam}» niet meer voor.",
                "Schrap de aanduiding, of gebruik haar.",
            )


def onverklaard(lezing: Lezing) -> Iterator[Gezien]:
    """An abbreviation that the text uses and neither it nor the register explains; once for each."""
    bekend = {n.tekst.upper() for n, _ in lezing.register.namen() if n.soort in ("afkorting", "verkort")}
    bekend |= {t.upper() for t, _ in lezing.begrippen}
    gewoon = {w for p in lezing.passages for w in _WOORD.findall(p.tekst.inhoud) if len(w) <= 7 and w.islower()}
    eerste: dict[str, tuple[Passage, int, int]] = {}
    tel: Counter[str] = Counter()
    verklaard: set[str] = set()
    for passage in lezing.passages:
        tekst = passage.tekst.inhoud
        # A table of codes explains itself, or means to be one.
        if _schreeuwt(tekst) or ((lezing.is_regeling or lezing.geconsolideerd) and lezing.in_tabel(passage.keten)):
            continue
        verklaard |= _in_haakjes_uitgelegd(tekst) if "(" in tekst else set()
        for m in _AFKORTING.finditer(tekst):
            naam = m["naam"]
            if _EIGENNAAM.search(tekst, max(0, m.start() - 20), m.start()) or _IN_HOOFDLETTERS.search(
                tekst[max(0, m.start() - 30) : m.end() + 30].replace(naam, "#", 1)
            ):
                continue
            tel[naam] += 1
            eerste.setdefault(naam, (passage, m.start(), m.end()))
            if _wordt_verklaard(tekst, m):
                verklaard.add(naam)
    for naam, (passage, begin, eind) in eerste.items():
        if naam in verklaard or naam in _BEKEND or naam in bekend or _ROMEINS.fullmatch(naam):
            continue
        if naam.lower() in gewoon:  # "EURO" is "euro" shouted
            continue
        keer = f"{tel[naam]} keer" if tel[naam] > 1 else "één keer"
        yield lezing.in_passage(
            passage,
            begin,
            eind,
            f"De afkorting {naam} komt {keer} voor en wordt nergens uitgelegd.",
            "Schrijf de naam de eerste keer voluit, met de afkorting erachter.",
        )


def _schreeuwt(tekst: str) -> bool:
    """Whether the passage is in capitals as a whole: a heading."""
    letters = [t for t in tekst[:400] if t.isalpha()]
    return bool(letters) and sum(t.isupper() for t in letters) > 0.6 * len(letters)


#: "#" stands for the word itself: what stands among other words in capitals is an inscription.
_IN_HOOFDLETTERS = re.compile(r"\b[A-Z]{2,}[^\w,;()]{1,4}#|#[^\w,;()]{1,4}[A-Z]{2,}\b|[«“‘\"']#[»”’\"']|\d #")
_TUSSEN_HAAKJES = re.compile(r"\((?P<woorden>[A-Z][^()]{5,80})\)")


def _in_haakjes_uitgelegd(tekst: str) -> set[str]:
    """Abbreviations of words in brackets: "de methode (Individuele Plaatsing en Steun)"."""
    return {
        "".join(w[0] for w in _WOORD.findall(m["woorden"]) if w[0].isupper()) for m in _TUSSEN_HAAKJES.finditer(tekst)
    }


def _wordt_verklaard(tekst: str, m: re.Match[str]) -> bool:
    """Whether these words say what it stands for: "Full name (ABC)", "ABC (full name)", "ABC is een …", "ABC: …"."""
    voor, na = tekst[max(0, m.start() - 160) : m.start()], tekst[m.end() : m.end() + 100]
    if re.search(r"[\w’'] ?\((?:hierna:? |ook wel |afgekort(?: als)? )?[\"“‘']?$", voor) and re.match(
        r"[\"”’']?(?:-\w+)?\)", na
    ):
        return True
    if re.match(r" is (?:een|de|het) ", na) or re.search(rf"\w \({m['naam']}", tekst, re.IGNORECASE):
        return True
    if re.match(r"(?:-\w+)?[\"”’']? \([A-Za-z][^()]{8,}\)", na) or (
        re.match(r"[\"”’']? ?: ?[a-zA-Z]", na) and len(voor.strip()) < 6
    ):
        return True
    letters = "".join(w[0] for w in _WOORD.findall(voor)[-8:]).upper()
    return m["naam"] in letters and re.search(r"[,(:] ?$", voor) is not None


TOETSEN: tuple[Toets, ...] = (
    Toets("begrip-ongebruikt", ongebruikt),
    Toets("begrip-dubbel", dubbel),
    Toets("begrip-schrijfwijze", schrijfwijze),
    Toets("afkorting-ongebruikt", naast_naam),
    Toets("afkorting-onverklaard", onverklaard),
)
