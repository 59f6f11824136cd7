"""From tokens to a tree of provisions: a small hand-written grammar, without any knowledge of laws.

::

    vermelding  = groep *( "van" [ "het" | "de" ] groep )              ; "het eerste lid van artikel 8"
    groep       = bestanddeel *( verbinding ( bestanddeel | nummer ) )
    bestanddeel = "artikel(en)" reeks | rangreeks "lid" | "lid" reeks | "onder(deel)" reeks | rangreeks "gedachtestreepje"
                | "hoofdstuk" reeks | … | "aanhef" | rangreeks "volzin"
    reeks       = nummer *( verbinding nummer )                        ; "4 (werkstage), 5 en 8", "14c tot en met 14h"
    verbinding  = "," | "en" | "of" | "en/of" | "alsmede" | "juncto" | …

What a groep yields is flat: every path from the top of the citation to a leaf. A part of a deeper level refines the path
before it; a part of the same or a higher level starts a new path. Levels come from the cue words, and for a bare number
from its form ("a" after "onder b", "7a" after "artikelen 7, eerste lid"). Nothing recurses: a citation of a million
parts is a loop.
"""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass
from typing import NamedTuple

from graph.verwijzing.lexer import RANGTELWOORDEN, STRUCTUURWOORDEN, Stroom, T, telt_iets
from ontologie.identificatie import StapSoort


class Deel(NamedTuple):
    """One level of a path: kind and number, and the last number where the words name a range."""

    soort: StapSoort
    nummer: str
    tot: str = ""


Pad = tuple[Deel, ...]


@dataclass(frozen=True, slots=True)
class Ontleding:
    """What the words of one mention say, wherever it stands: its length in characters, and its paths. ``paden`` are relative where the top level is a lid or lower.

    ``anker`` is "dit" or "dat" with the kind of provision where the words point back ("het eerste lid van dat artikel").
    """

    lengte: int
    paden: tuple[Pad, ...]
    anker: str = ""
    anker_soort: StapSoort | None = None

    @property
    def top(self) -> StapSoort:
        """Kind of the highest level named."""
        return self.paden[0][0].soort


_NIVEAU = {
    StapSoort.BOEK: 1,
    StapSoort.DEEL: 2,
    StapSoort.BIJLAGE: 3,
    StapSoort.HOOFDSTUK: 3,
    StapSoort.TITEL: 4,
    StapSoort.AFDELING: 5,
    StapSoort.PARAGRAAF: 6,
    StapSoort.SUBPARAGRAAF: 7,
    StapSoort.ARTIKEL: 10,
    StapSoort.LID: 20,
    StapSoort.ONDERDEEL: 30,
}
_VERBINDT = frozenset({T.KOMMA, T.EN, T.HAAK, T.LW})
_TELWOORD = re.compile(r"(\d{1,2})(?:e|de|ste)")
_OUDE_GRAAD = re.compile(r"(\d{1,2})o")
_AANWIJZEND_ZELF = frozenset({"dit", "deze"})


def niveau(soort: StapSoort) -> int:
    """Depth of a kind of provision: boek 1 … artikel 10, lid 20, onderdeel 30."""
    return _NIVEAU[soort]


#: Citations that look the same this far from their start are parsed once; how many outcomes are kept.
_VENSTER = 160
_MEESTE_UITKOMSTEN = 4096


class Ontleder:
    """Parses citations, and remembers the outcome for texts that repeat themselves (laws do, and so do hostile inputs)."""

    def __init__(self) -> None:
        self._gehad: dict[tuple[str, bool], tuple[Ontleding | None, int]] = {}

    def ontleed(self, tekst: str, begin: int, namen: Container[int] = (), *, kaal: bool = False) -> Ontleding | int:
        """The longest citation at ``begin``; where there is none, the position up to which there certainly is none.

        ``namen`` holds the positions where the name of a regulation starts: "van Boek 7 van het Burgerlijk Wetboek" is a
        name. With ``kaal`` the text starts with the number of an article whose cue word stands further back.
        """
        sleutel = (tekst[begin : begin + _VENSTER], kaal)
        if (bekend := self._gehad.get(sleutel)) is not None:
            ontleding, vergeefs = bekend
            return ontleding or vergeefs + begin
        stroom = Stroom(tekst, begin)
        bezig = _Ontleding(stroom, namen, kaal)
        ontleding = bezig.vermelding()
        if stroom.ver - begin <= _VENSTER and not bezig.naam_gezien:
            if len(self._gehad) >= _MEESTE_UITKOMSTEN:
                self._gehad.clear()
            self._gehad[sleutel] = (ontleding, bezig.vergeefs - begin)
        return ontleding or bezig.vergeefs


def anker_van(woord: str) -> str:
    """ "dit" for this provision, "dat" for the one that was last named."""
    return "dit" if woord in _AANWIJZEND_ZELF else "dat"


def _vorm(nummer: str) -> str:
    """The form of the number of an onderdeel: figures, lower-case letters or capitals."""
    return "cijfer" if nummer[0].isdigit() else "kapitaal" if nummer[0].isupper() else "letter"


class _Ontleding:
    def __init__(self, stroom: Stroom, namen: Container[int], kaal: bool) -> None:
        self.s = stroom
        self.kaal = kaal
        self.namen = namen
        #: Whether a name decided something: then the words alone do not tell the outcome.
        self.naam_gezien = False
        #: The end of a series of ordinals that turned out to be of nothing.
        self.vergeefs = 0
        self.eind = 0  # end of the last token that belongs to the citation
        self.enkelvoud = False

    # --- mention ---

    def vermelding(self) -> Ontleding | None:
        s = self.s
        begin = s[0].begin
        # "aanhef van het eerste lid": the aanhef names nothing of its own.
        eerste = 2 if s[0].soort == T.AANHEF and s[1].soort == T.VAN else 0
        if eerste and s[2].soort == T.LW:
            eerste = 3
        paden, k = self.groep(eerste)
        if not paden:
            return None
        anker, anker_soort = "", None
        while True:
            eind = self.eind
            if s[k].soort != T.VAN:
                break
            j = k + 1
            if s[j].soort == T.LW:
                j += 1
            if s[j].soort == T.AANW:
                soort = self._soort_van_woord(j + 1)
                # "Artikel 401 van dat boek" points at a regulation: a book is one.
                if soort is not None and soort is not StapSoort.BOEK and niveau(soort) < niveau(paden[0][0].soort):
                    anker, anker_soort = anker_van(s[j].woord), soort
                    self.eind = s[j + 1].eind
                break
            soort = self._soort_op(j)
            if soort is not None and s[j].begin in self.namen:
                self.naam_gezien = True
                break
            if soort is None or niveau(soort) >= niveau(paden[0][0].soort):
                break
            hoger, k2 = self.groep(j)
            if not hoger:
                self.eind = eind
                break
            # "het eerste lid van artikel 8": what came first hangs under what follows.
            paden = [h + p for h in hoger for p in paden]
            k = k2
        return Ontleding(self.eind - begin, tuple(paden), anker, anker_soort)

    def _soort_van_woord(self, k: int) -> StapSoort | None:
        t = self.s[k]
        if t.soort == T.ART:
            return StapSoort.ARTIKEL
        if t.soort == T.LID:
            return StapSoort.LID
        if t.soort == T.STRUCT:
            return STRUCTUURWOORDEN[t.woord]
        if t.soort == T.OND and "deel" in t.woord:
            return StapSoort.ONDERDEEL
        return None

    def _soort_op(self, k: int) -> StapSoort | None:
        """The kind of provision that starts at token k, None where none does."""
        soort = self._soort_van_woord(k)
        if soort is None and self.rang_op(k):
            _, j = self.rangreeks(k)
            return StapSoort.LID if self.s[j].soort == T.LID else None
        return soort

    # --- group ---

    def groep(self, k: int) -> tuple[list[Pad], int]:
        """The paths of one group and the index after it; no paths where none starts here."""
        s = self.s
        uit: list[Pad] = []
        open_ = False  # whether the last path may still be refined
        verder = k
        aanhef = False
        while True:
            soort, delen, j = self.bestanddeel(k, uit)
            if not delen:
                if j == k:
                    break
                # "aanhef" or "volzin": belongs to the words, names nothing of its own.
                aanhef = True
                k = verder = j
                if uit:
                    self.eind = s[j - 1].eind
            else:
                if uit and not self._past(soort, delen, uit, verder, k):
                    break
                ouder = self._ouder(soort, delen, uit)
                if open_ and uit and len(ouder) == len(uit[-1]):
                    uit.pop()
                uit.extend((*ouder, d) for d in delen)
                open_ = True
                aanhef = False
                self.eind = s[j - 1].eind
                k = verder = j
            while s[k].soort in _VERBINDT or (s[k].soort == T.BEHALVE and uit):
                # "artikel 9, met uitzondering van het eerste lid": both are named.
                open_ = open_ and s[k].soort != T.BEHALVE
                k += 1
            # "(vierde lid)" straight after an article is part of it.
            if s[k].soort == T.RONDHAAK and s[k].woord == "(" and uit and self._tussen_haken(k, uit):
                k += 1
        if not uit and aanhef:
            return [], verder
        return uit, self._na_haak(verder)

    def _na_haak(self, k: int) -> int:
        """Past a closing bracket that closes a part of this citation: "artikel 15 (vierde lid)"."""
        t = self.s[k]
        if t.soort == T.RONDHAAK and t.woord == ")" and self._haak_open:
            self.eind = t.eind
            self._haak_open = False
            return k + 1
        return k

    _haak_open = False

    def _tussen_haken(self, k: int, uit: list[Pad]) -> bool:
        soort = self._soort_op(k + 1)
        if soort is None or niveau(soort) <= niveau(uit[-1][-1].soort) or soort is StapSoort.ARTIKEL:
            return False
        self._haak_open = True
        return True

    def _past(self, soort: StapSoort, delen: list[Deel], uit: list[Pad], verder: int, k: int) -> bool:
        """Whether a next part belongs to the same mention: a new article with its own cue word is another mention."""
        top = uit[0][0].soort
        n = niveau(soort)
        if n < niveau(top):
            return False
        if niveau(top) < n <= 10 and niveau(top) < 10:
            # "hoofdstuk 3, de paragrafen 5.1 en 5.2": two mentions; "hoofdstuk 3, paragraaf 2": one.
            los = {self.s[i].soort for i in range(verder, k)}
            return T.BEHALVE in los or not los & {T.LW, T.EN}
        if n > niveau(top) or self.s[k].soort in (T.NUM, T.ROM, T.LET, T.GRAAD):
            return True
        if top in (StapSoort.ARTIKEL, StapSoort.ONDERDEEL) or n < 10:
            # "artikel 7, of artikel 7a", "onderdeel a en onderdeel b": two mentions. "onder a, onder 2°": a deeper level.
            return soort is StapSoort.ONDERDEEL and len(self._ouder(soort, delen, uit)) > 0
        # "het eerste lid en het tweede lid": two mentions; "eerste lid, onder a, en tweede lid": one.
        tussen = [self.s[i].soort for i in range(verder, k)]
        return T.LW not in tussen or T.BEHALVE in tussen

    def _ouder(self, soort: StapSoort, delen: list[Deel], uit: list[Pad]) -> Pad:
        """The path that the part hangs under, given the paths so far."""
        if not uit:
            return ()
        laatste = uit[-1]
        n = niveau(soort)
        if soort is not StapSoort.ONDERDEEL:
            return tuple(d for d in laatste if niveau(d.soort) < n)
        # Among onderdelen the form of the number tells the depth: a letter after a letter is a sibling, a figure a child.
        vorm = _vorm(delen[0].nummer)
        for i, d in enumerate(laatste):
            if d.soort is StapSoort.ONDERDEEL and _vorm(d.nummer) == vorm:
                return laatste[:i]
        return laatste

    # --- parts ---

    def bestanddeel(self, k: int, uit: list[Pad]) -> tuple[StapSoort, list[Deel], int]:
        """The part at token k: its kind, its numbers and the index after it (k itself where there is none)."""
        s = self.s
        t = s[k]
        niets: tuple[StapSoort, list[Deel], int] = (StapSoort.ARTIKEL, [], k)
        if self.kaal and k == 0:
            delen, j = self.reeks(0, StapSoort.ARTIKEL)
            return (StapSoort.ARTIKEL, delen, j)
        if t.soort == T.ART:
            self.enkelvoud = not t.woord.replace("- ", "").startswith("artikele")
            return self._met_reeks(StapSoort.ARTIKEL, k)
        if t.soort == T.STRUCT:
            return self._met_reeks(STRUCTUURWOORDEN[t.woord], k)
        if t.soort == T.OND:
            return self._met_reeks(StapSoort.ONDERDEEL, k)
        if t.soort == T.LID:
            return self._met_reeks(StapSoort.LID, k)
        if t.soort == T.AANHEF or (t.soort == T.ZIN and uit):
            return (StapSoort.ARTIKEL, [], k + 1)
        if t.soort == T.TEN:
            return (StapSoort.ONDERDEEL, [Deel(StapSoort.ONDERDEEL, RANGTELWOORDEN[t.woord])], k + 1) if uit else niets
        if self.rang_op(k):
            return self._met_rang(k)
        if uit:
            return self._kaal(k, uit)
        return niets

    def _met_reeks(self, soort: StapSoort, k: int) -> tuple[StapSoort, list[Deel], int]:
        j = k + 1
        while self.s[j].soort == T.HAAK:
            j += 1
        delen, j = self.reeks(j, soort)
        return (soort, delen, j if delen else k)

    def _met_rang(self, k: int) -> tuple[StapSoort, list[Deel], int]:
        nummers, j = self.rangreeks(k)
        na = self.s[j].soort
        if na == T.LID:
            return (StapSoort.LID, [Deel(StapSoort.LID, van, tot) for van, tot in nummers], j + 1)
        if na == T.STREEP:
            return (StapSoort.ONDERDEEL, [Deel(StapSoort.ONDERDEEL, van, tot) for van, tot in nummers], j + 1)
        if na == T.ZIN:
            return (StapSoort.ARTIKEL, [], j + 1)
        return (StapSoort.ARTIKEL, [], k)

    def _kaal(self, k: int, uit: list[Pad]) -> tuple[StapSoort, list[Deel], int]:
        """A number without a cue word after a connection: the level follows from its form and what came before."""
        s = self.s
        t = s[k]
        niets: tuple[StapSoort, list[Deel], int] = (StapSoort.ARTIKEL, [], k)
        if s[k - 1].soort not in _VERBINDT:
            return niets
        laatste = uit[-1]
        if t.soort == T.GRAAD and laatste[-1].soort is StapSoort.ONDERDEEL:
            delen, j = self.reeks(k, StapSoort.ONDERDEEL)
            return (StapSoort.ONDERDEEL, delen, j)
        if t.soort == T.LET and any(d.soort is StapSoort.ONDERDEEL and _vorm(d.nummer) == "letter" for d in laatste):
            delen, j = self.reeks(k, StapSoort.ONDERDEEL)
            return (StapSoort.ONDERDEEL, delen, j)
        if t.soort in (T.NUM, T.ROM) and laatste[0].soort is StapSoort.ARTIKEL and not telt_iets(self.tekst, t.eind):
            zeker = not self.enkelvoud or not t.woord.isdigit() or self.lid_volgt(k + 1) or s[k + 1].soort == T.VAN
            if zeker and s[k - 1].soort != T.LW:
                delen, j = self.reeks(k, StapSoort.ARTIKEL)
                return (StapSoort.ARTIKEL, delen, j)
        return niets

    @property
    def tekst(self) -> str:
        return self.s.tekst

    # --- series ---

    def reeks(self, k: int, soort: StapSoort) -> tuple[list[Deel], int]:
        """Numbers of one kind with connections between them, and the index after the last."""
        s = self.s
        uit: list[Deel] = []
        nummer = self.nummer(k, soort, "")
        if not nummer:
            return uit, k
        vorm = _vorm(nummer)
        k += 1
        eind = k
        while True:
            tot = ""
            if s[k].soort == T.TEM:
                j = k + 1
                while s[j].soort in (T.LW, T.HAAK) or (s[j].soort in (T.OND, T.ART) and s[j].woord != "onder"):
                    j += 1
                tot = self.nummer(j, soort, vorm)
                if tot:
                    k = eind = j + 1
            uit.append(Deel(soort, nummer, tot))
            j = k
            if s[j].soort == T.OMSCHRIJVING:
                j += 1
            verbonden = False
            while s[j].soort in (T.KOMMA, T.EN, T.HAAK):
                verbonden = verbonden or s[j].soort != T.HAAK
                j += 1
            nummer = self.nummer(j, soort, vorm) if verbonden else ""
            if not nummer or self._hoger(j, soort) or telt_iets(self.tekst, s[j].eind):
                return uit, eind
            k = eind = j + 1

    def _hoger(self, k: int, soort: StapSoort) -> bool:
        """Whether the number at k is an article in a series of something deeper: a lid follows it, or "10b" among figures."""
        if soort is StapSoort.ARTIKEL or niveau(soort) < 10:
            return False
        t = self.s[k]
        if t.soort not in (T.NUM, T.ROM):
            return False
        return self.lid_volgt(k + 1) or (
            soort is not StapSoort.LID and not t.woord.isdigit() and _vorm(t.woord) == "cijfer"
        )

    def lid_volgt(self, k: int) -> bool:
        """Whether a lid is named at k, with or without a comma before it."""
        s = self.s
        while s[k].soort in (T.KOMMA, T.HAAK):
            k += 1
        if s[k].soort == T.LID and s[k + 1].soort == T.NUM:
            return True
        if not self.rang_op(k):
            return False
        _, j = self.rangreeks(k)
        return s[j].soort == T.LID

    def nummer(self, k: int, soort: StapSoort, vorm: str) -> str:
        """The number at token k where it can be one of this kind and form, otherwise ""."""
        t = self.s[k]
        woord = t.woord
        if t.soort == T.GRAAD:
            return woord if soort is StapSoort.ONDERDEEL and vorm in ("", "cijfer") else ""
        if t.soort == T.NUM:
            if vorm not in ("", "cijfer"):
                return ""
            if _TELWOORD.fullmatch(woord) and self._rang_na(k):
                return ""
            if soort is StapSoort.ONDERDEEL and (m := _OUDE_GRAAD.fullmatch(woord)):
                return m.group(1)
            return woord
        if t.soort == T.ROM:
            if soort in (StapSoort.LID,):
                return ""
            return woord if vorm in ("", "kapitaal") else ""
        if t.soort == T.LET:
            if soort is StapSoort.ONDERDEEL:
                return woord if vorm in ("", _vorm(woord)) else ""
            return (
                woord
                if woord.isupper() and soort in (StapSoort.ARTIKEL, StapSoort.BIJLAGE) and vorm in ("", "kapitaal")
                else ""
            )
        return ""

    # --- ordinals ---

    def rang_op(self, k: int) -> bool:
        """Whether an ordinal stands at k: written out, or "1e"."""
        t = self.s[k]
        return t.soort == T.RANG or (t.soort == T.NUM and _TELWOORD.fullmatch(t.woord) is not None and self._rang_na(k))

    def _rang_na(self, k: int) -> bool:
        """Whether "1e" is an ordinal: "lid" follows, straight or after other such ordinals."""
        s = self.s
        for j in range(k + 1, k + 24):
            soort = s[j].soort
            if soort in (T.LID, T.STREEP, T.ZIN):
                return True
            if soort in (T.KOMMA, T.EN, T.TEM, T.LW, T.HAAK, T.RANG):
                continue
            if soort == T.NUM and _TELWOORD.fullmatch(s[j].woord):
                continue
            return False
        return False

    def _rang(self, k: int) -> str:
        t = self.s[k]
        if t.soort == T.RANG:
            return RANGTELWOORDEN[t.woord]
        if t.soort == T.NUM and (m := _TELWOORD.fullmatch(t.woord)):
            return m.group(1)
        return ""

    def rangreeks(self, k: int) -> tuple[list[tuple[str, str]], int]:
        """Ordinals with connections between them, as (number, last number of a range), and the index after the last."""
        s = self.s
        uit: list[tuple[str, str]] = []
        while True:
            nummer = self._rang(k)
            k += 1
            tot = ""
            if s[k].soort == T.TEM:
                j = k + 1
                while s[j].soort in (T.LW, T.HAAK):
                    j += 1
                tot = self._rang(j)
                if tot:
                    k = j + 1
            uit.append((nummer, tot))
            j = k
            while s[j].soort in _VERBINDT:
                j += 1
            if j == k or not self._rang(j):
                self.vergeefs = self.s[k - 1].eind
                return uit, k
            k = j
