"""From tokens to a tree of provisions: a small hand-written grammar, without any knowledge of laws.

::

    vermelding  = groep *( "van" [ "het" | "de" ] groep )              ; "het eerste lid van artikel 8"
    groep       = bestanddeel *( verbinding ( bestanddeel | nummer ) )
    bestanddeel = "artikel(en)" reeks | rangreeks "lid" | "lid" reeks | "onder(deel)" reeks | rangreeks
    "gedachtestreepje"
                | "hoofdstuk" reeks | … | "aanhef" | rangreeks "volzin"
    reeks       = nummer *( verbinding nummer )                        ; "4 (werkstage), 5 en 8", "14c tot en met 14h"
    verbinding  = "," | "en" | "of" | "en/of" | "alsmede" | "juncto" | …

What a groep yields is flat: every path from the top of the citation to a leaf. A part of a deeper level refines the
path before it; a part of the same or a higher level starts a new path. Levels come from the cue words, and for a bare
number from its form ("a" after "onder b", "7a" after "artikelen 7, eerste lid"). Nothing recurses: a citation of a
million parts is a loop.
"""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass

from graph.verwijzing.lexer import RANGTELWOORDEN, STRUCTUURWOORDEN, Stroom, T, telt_iets
from graph.verwijzing.reeksen import VERBINDT, Deel, Reeksen, niveau, trap_van, vorm_van
from ontologie.identificatie import StapSoort

Pad = tuple[Deel, ...]


@dataclass(frozen=True, slots=True)
class Ontleding:
    """What the words of one mention say, wherever it stands: its length in characters, and its paths.

    ``paden`` are relative where the top level is a lid or lower.

    ``anker`` is "dit" or "dat" with the kind of provision where the words point back ("het eerste lid van dat
    artikel").
    """

    lengte: int
    paden: tuple[Pad, ...]
    anker: str = ""
    anker_soort: StapSoort | None = None

    @property
    def top(self) -> StapSoort:
        """Kind of the highest level named."""
        return self.paden[0][0].soort


#: "Het eerste lid daarvan": of the article that was named.
_DAARVAN = re.compile(r" (?:daarvan|ervan)(?!\w)")
_AANWIJZEND_ZELF = frozenset({"dit", "deze"})


#: Citations that look the same this far from their start are parsed once; how many outcomes are kept.
_VENSTER = 160
_MEESTE_UITKOMSTEN = 4096


class Ontleder:
    """Parses citations, and remembers the outcome for texts that repeat themselves: laws do, and hostile inputs."""

    def __init__(self) -> None:
        self._gehad: dict[tuple[str, bool], tuple[Ontleding | None, int]] = {}

    def ontleed(self, tekst: str, begin: int, namen: Container[int] = (), *, kaal: bool = False) -> Ontleding | int:
        """The longest citation at ``begin``; where there is none, the position up to which there certainly is none.

        ``namen`` holds the positions where the name of a regulation starts: "van Boek 7 van het Burgerlijk Wetboek"
        is a name. With ``kaal`` the text starts with the number of an article whose cue word stands further back.
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


class _Ontleding(Reeksen):
    def __init__(self, stroom: Stroom, namen: Container[int], kaal: bool) -> None:
        super().__init__(stroom)
        self.kaal = kaal
        self.namen = namen
        #: Whether a name decided something: then the words alone do not tell the outcome.
        self.naam_gezien = False
        self.eind = 0  # end of the last token that belongs to the citation
        self.enkelvoud = False
        self.artikelen = kaal

    # --- mention ---

    def vermelding(self) -> Ontleding | None:
        """The citation at the start of the stream."""
        s = self.s
        begin = s[0].begin
        # "aanhef van het eerste lid": the aanhef names nothing of its own.
        eerste = 2 if s[0].soort == T.AANHEF and s[1].soort == T.VAN else 0
        if eerste and s[2].soort == T.LW:
            eerste = 3
        paden, k = self.groep(eerste)
        if not paden:
            return None
        while s[k].soort == T.VAN:
            j = k + 2 if s[k + 1].soort == T.LW else k + 1
            top = paden[0][0].soort
            if s[j].soort == T.AANW:
                soort = self._anker(j, top)
                return Ontleding(self.eind - begin, tuple(paden), anker_van(s[j].woord) if soort else "", soort)
            hoger, k = self._hogere_groep(j, top)
            if not hoger:
                break
            # "het eerste lid van artikel 8": what came first hangs under what follows.
            paden = [h + p for h in hoger for p in paden]
        if paden[0][0].soort is StapSoort.LID and _DAARVAN.match(s.tekst, self.eind):
            return Ontleding(self.eind - begin, tuple(paden), "dat", StapSoort.ARTIKEL)
        return Ontleding(self.eind - begin, tuple(paden))

    def _anker(self, k: int, top: StapSoort) -> StapSoort | None:
        """The kind of provision that "dat artikel" at k points at, where what came before can hang under it."""
        soort = self._soort_van_woord(k + 1)
        # "Artikel 401 van dat boek" points at a regulation: a book is one.
        if soort is None or soort is StapSoort.BOEK or niveau(soort) >= niveau(top):
            return None
        self.eind = self.s[k + 1].eind
        return soort

    def _hogere_groep(self, k: int, top: StapSoort) -> tuple[list[Pad], int]:
        """The group at k where it is of a higher level than ``top``, otherwise nothing."""
        soort = self._soort_op(k)
        if soort is None or niveau(soort) >= niveau(top):
            return [], k
        if self.s[k].begin in self.namen:
            self.naam_gezien = True
            return [], k
        eind = self.eind
        hoger, j = self.groep(k)
        if not hoger:
            self.eind = eind
        elif any(niveau(d.soort) >= niveau(top) for pad in hoger for d in pad):
            # "artikel 5 van bijlage 3, artikel 7": what is as deep as what came first belongs to neither.
            soort, delen, j = self.bestanddeel(k, [])
            hoger = [(d,) for d in delen]
            self.eind = self.s[j - 1].eind
        return hoger, j

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
            while s[k].soort in VERBINDT or (s[k].soort == T.BEHALVE and uit):
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
        if soort is StapSoort.LID and top is StapSoort.ARTIKEL and not self._lid_hoort_erbij(uit, verder, k):
            return False
        if n > niveau(top) or self.s[k].soort in (T.NUM, T.ROM, T.LET, T.GRAAD):
            return True
        if top in (StapSoort.ARTIKEL, StapSoort.ONDERDEEL) or n < 10:
            # "artikel 7, of artikel 7a", "onderdeel a en onderdeel b": two mentions. "onder a, onder 2°": a deeper
            # level.
            return soort is StapSoort.ONDERDEEL and len(self._ouder(soort, delen, uit)) > 0
        # "het eerste lid en het tweede lid": two mentions; "eerste lid, onder a, en tweede lid": one.
        tussen = [self.s[i].soort for i in range(verder, k)]
        return T.LW not in tussen or T.BEHALVE in tussen

    def _lid_hoort_erbij(self, uit: list[Pad], verder: int, k: int) -> bool:
        """Whether a lid after "en het" belongs to the article before it.

        "Artikel 7, eerste lid, en het tweede lid": yes. "Artikel 5 en het eerste lid van artikel 6": no.
        """
        los = {self.s[i].soort for i in range(verder, k)}
        if not {T.LW, T.EN} <= los or T.BEHALVE in los or not self.rang_op(k):
            return True
        _, j = self.rangreeks(k)
        return len(uit[-1]) > 1 and self.s[j + 1].soort != T.VAN

    def _ouder(self, soort: StapSoort, delen: list[Deel], uit: list[Pad]) -> Pad:
        """The path that the part hangs under, given the paths so far."""
        if not uit:
            return ()
        laatste = uit[-1]
        n = niveau(soort)
        if soort is not StapSoort.ONDERDEEL:
            return tuple(d for d in laatste if niveau(d.soort) < n)
        # Among onderdelen the form of the number tells the depth: a letter after a letter is a sibling, a figure or
        # "ii" a child.
        vorm = trap_van(delen[0].nummer)
        for i, d in enumerate(laatste):
            if d.soort is StapSoort.ONDERDEEL and trap_van(d.nummer) == vorm:
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
            self.enkelvoud = not t.woord.replace("- ", "").startswith(("artikele", "artt"))
            self.artikelen = not self.enkelvoud
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
        if s[k - 1].soort not in VERBINDT:
            return niets
        laatste = uit[-1]
        if t.soort == T.GRAAD and laatste[-1].soort is StapSoort.ONDERDEEL:
            delen, j = self.reeks(k, StapSoort.ONDERDEEL)
            return (StapSoort.ONDERDEEL, delen, j)
        # "Onder b, Pw": a capital is no onderdeel beside a letter.
        letter = t.soort == T.LET and vorm_van(t.woord) == "letter"
        if letter and any(d.soort is StapSoort.ONDERDEEL and vorm_van(d.nummer) == "letter" for d in laatste):
            delen, j = self.reeks(k, StapSoort.ONDERDEEL)
            return (StapSoort.ONDERDEEL, delen, j)
        if t.soort in (T.NUM, T.ROM) and laatste[0].soort is StapSoort.ARTIKEL and not telt_iets(self.s.tekst, t.eind):
            zeker = not self.enkelvoud or not t.woord.isdigit() or self.lid_volgt(k + 1) or s[k + 1].soort == T.VAN
            if zeker and s[k - 1].soort != T.LW:
                delen, j = self.reeks(k, StapSoort.ARTIKEL)
                return (StapSoort.ARTIKEL, delen, j)
        return niets
