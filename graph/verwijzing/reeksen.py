"""Series of numbers and ordinals in a citation: "4 (werkstage), 5 en 8", "14c tot en met 14h", "eerste en derde"."""

from __future__ import annotations

import re
from typing import NamedTuple

from graph.verwijzing.lexer import RANGTELWOORDEN, Stroom, T, telt_iets
from ontologie.identificatie import StapSoort


class Deel(NamedTuple):
    """One level of a path: kind and number, and the last number where the words name a range."""

    soort: StapSoort
    nummer: str
    tot: str = ""


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
VERBINDT = frozenset({T.KOMMA, T.EN, T.HAAK, T.LW})
_TELWOORD = re.compile(r"(\d{1,2})(?:e|de|ste)")
_BEGINCIJFER = re.compile(r"\d+")
_OUDE_GRAAD = re.compile(r"(\d{1,2})o")


def niveau(soort: StapSoort) -> int:
    """Depth of a kind of provision: boek 1 … artikel 10, lid 20, onderdeel 30."""
    return _NIVEAU[soort]


def vorm_van(nummer: str) -> str:
    """The form of the number of an onderdeel: figures, lower-case letters or capitals."""
    return "cijfer" if nummer[0].isdigit() else "kapitaal" if nummer[0].isupper() else "letter"


#: "ii" and "iv" count in Roman figures; "i" alone may as well be a letter.
_ROMEINS = re.compile(r"i{2,3}|iv|vi{1,3}|ix")


def trap_van(nummer: str) -> str:
    """The form of the number of an onderdeel as it tells its depth: Roman figures stand below letters."""
    return "romeins" if _ROMEINS.fullmatch(nummer) else vorm_van(nummer)


class Reeksen:
    """Reads series from a stream of tokens. Methods take the index of a token and give the one after what they read."""

    def __init__(self, stroom: Stroom) -> None:
        self.s = stroom
        #: The end of the last series of ordinals: where it is of nothing, no citation starts before it.
        self.vergeefs = 0
        #: Whether the citation began with "artikelen": a figure in a deeper series may be the next article.
        self.artikelen = False
        self._artikel = 0  # figure of the last article

    # --- series ---

    def reeks(self, k: int, soort: StapSoort) -> tuple[list[Deel], int]:
        """Numbers of one kind with connections between them, and the index after the last."""
        s = self.s
        uit: list[Deel] = []
        nummer = self.nummer(k, soort, "")
        if not nummer:
            return uit, k
        vorm = vorm_van(nummer)
        gesloten = False
        k += 1
        eind = k
        while True:
            tot, k = self._tot(k, soort, vorm)
            eind = k
            uit.append(Deel(soort, nummer, tot))
            if soort is StapSoort.ARTIKEL and (m := _BEGINCIJFER.match(tot or nummer)):
                self._artikel = int(m.group())
            j = k
            if s[j].soort == T.OMSCHRIJVING:
                j += 1
            was_gesloten = gesloten
            j, verbonden, en = self._verbinding(j)
            gesloten = gesloten or en
            nummer = self.nummer(j, soort, vorm) if verbonden else ""
            # "de artikelen 4, onder 1 en 11, 6 en 9": behind "en" comes the last of a series, then the articles go on.
            klaar = was_gesloten and self.artikelen and soort is not StapSoort.ARTIKEL and s[j].soort == T.NUM
            if not nummer or klaar or self._hoger(j, soort) or telt_iets(self.s.tekst, s[j].eind):
                return uit, eind
            k = eind = j + 1

    def _tot(self, k: int, soort: StapSoort, vorm: str) -> tuple[str, int]:
        """The last number of a range, "" where none is named, and the index after it."""
        s = self.s
        if s[k].soort != T.TEM:
            return "", k
        j = k + 1
        if s[k].woord == "tot" and s[j].soort in (T.OND, T.ART):
            return "", k  # "verlettering van onderdeel d tot onderdeel e" names two
        while s[j].soort in (T.LW, T.HAAK) or (s[j].soort in (T.OND, T.ART) and s[j].woord != "onder"):
            j += 1
        tot = self.nummer(j, soort, vorm)
        return tot, j + 1 if tot else k

    def _verbinding(self, k: int) -> tuple[int, bool, bool]:
        """The index after connecting words, whether there are any, and whether "en" is among them."""
        verbonden = en = False
        while (soort := self.s[k].soort) in (T.KOMMA, T.EN, T.HAAK):
            verbonden = verbonden or soort != T.HAAK
            en = en or soort == T.EN
            k += 1
        return k, verbonden, en

    def _hoger(self, k: int, soort: StapSoort) -> bool:
        """Whether the number at k is an article in a deeper series: a lid follows it, or it is "10b" among figures."""
        if soort is StapSoort.ARTIKEL or niveau(soort) < 10:
            return False
        t = self.s[k]
        if t.soort not in (T.NUM, T.ROM):
            return False
        if soort is StapSoort.LID and self.artikelen and t.woord.isdigit() and int(t.woord) > max(self._artikel, 9):
            # "de artikelen 243 lid 2, 244 en 248": no lid has such a number.
            return True
        return self.lid_volgt(k + 1) or (
            soort is not StapSoort.LID and not t.woord.isdigit() and vorm_van(t.woord) == "cijfer"
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
            # "artikel 7:448 lid 2 jo. 7:457": no lid has such a number.
            geen_lid = soort is StapSoort.LID and not woord.isalnum()
            if geen_lid or (_TELWOORD.fullmatch(woord) and self._rang_na(k)):
                return ""
            if soort is StapSoort.ONDERDEEL and (m := _OUDE_GRAAD.fullmatch(woord)):
                return m.group(1)
            return woord.replace(" ", "")
        if t.soort == T.ROM:
            if soort in (StapSoort.LID,):
                return ""
            return woord if vorm in ("", "kapitaal") else ""
        if t.soort == T.LET:
            if soort is StapSoort.ONDERDEEL:
                return woord if vorm in ("", vorm_van(woord)) else ""
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
        """Whether "1e" is an ordinal: "lid" follows, straight or after other such ordinals.

        Written ordinals are none such: in "artikel 10e, eerste lid" 10e is the number of an article.
        """
        s = self.s
        for j in range(k + 1, k + 24):
            soort = s[j].soort
            if soort in (T.LID, T.STREEP, T.ZIN):
                return True
            if soort in (T.KOMMA, T.EN, T.TEM, T.LW, T.HAAK):
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
            while s[j].soort in VERBINDT:
                j += 1
            if j == k or not self._rang(j):
                self.vergeefs = self.s[k - 1].eind
                return uit, k
            k = j
