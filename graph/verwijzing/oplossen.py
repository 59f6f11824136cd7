"""From the paths of a citation to provisions: ranges written out, numbers as the work spells them, what exists."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bronnen.register import Register
from graph.boom import Dekking, Doelboom, tussen
from graph.verwijzing.grammatica import Pad
from graph.verwijzing.reeksen import Deel, niveau
from ontologie.identificatie import BepalingId, StapSoort
from ontologie.verwijzing import Status

#: Longest range that is written out by its numbers alone, where the tree of the work is not there to say what exists.
LANGSTE_REEKS = 60
#: How many outcomes are kept: the same provision is cited time and again.
_MEESTE_UITKOMSTEN = 8192


@dataclass(frozen=True, slots=True)
class Uitslag:
    """The targets of one citation, its status with the reason, and what exists of targets that exist in part."""

    doelen: tuple[BepalingId, ...]
    status: Status
    reden: str = ""
    bestaand: tuple[BepalingId, ...] = ()


_ZWAARTE = (Status.OPGELOST, Status.NIET_GECONTROLEERD, Status.DEELS, Status.DOEL_ONTBREEKT)


class Oplosser:
    """Resolves paths against the trees of the loaded works."""

    def __init__(self, register: Register, boom: Doelboom) -> None:
        self._register = register
        self._boom = boom
        self._doelen: dict[tuple[BepalingId, tuple[Pad, ...]], tuple[BepalingId, ...]] = {}
        self._uitslagen: dict[tuple[BepalingId, ...], Uitslag] = {}

    def los_op(self, basis: BepalingId, paden: tuple[Pad, ...]) -> Uitslag:
        """The targets of the paths below ``basis`` (a work, or the provision that relative words hang under)."""
        return self.beoordeel(self.doelen(basis, paden))

    def doelen(self, basis: BepalingId, paden: tuple[Pad, ...]) -> tuple[BepalingId, ...]:
        """The provisions that the paths name, whether they exist or not, without doubles."""
        sleutel = (basis, paden)
        if (bekend := self._doelen.get(sleutel)) is None:
            if len(self._doelen) >= _MEESTE_UITKOMSTEN:
                self._doelen.clear()
            bekend = self._doelen[sleutel] = self._zoek_doelen(basis, paden)
        return bekend

    def _zoek_doelen(self, basis: BepalingId, paden: tuple[Pad, ...]) -> tuple[BepalingId, ...]:
        uit: dict[BepalingId, None] = {}
        for pad in dict.fromkeys(paden):
            for doel in self._van_pad(basis, pad):
                uit[self._boom.vind(doel) or doel] = None
        return tuple(uit)

    def bestaat(self, basis: BepalingId, paden: tuple[Pad, ...]) -> bool | None:
        """Whether all paths exist below ``basis``; None where the work is not loaded (so far) as to tell."""
        onzeker = False
        for doel in self.doelen(basis, paden):
            if self._aanwezig(doel):
                continue
            if self._boom.dekking(doel.werk) is Dekking.VOLLEDIG or self._ouder_aanwezig(doel):
                return False
            onzeker = True
        return None if onzeker else True

    # --- paths ---

    def _van_pad(self, basis: BepalingId, pad: Pad) -> list[BepalingId]:
        if not basis.stappen:
            basis, pad = self._boek(basis, pad)
            pad = self._zonder_bovenbouw(basis, pad)
        uit = [basis]
        for deel in pad:
            laatste = uit[-1]
            uit = [*uit[:-1], *self._stap(laatste, deel)] if len(uit) > 1 else self._stap(laatste, deel)
        return uit

    def _boek(self, basis: BepalingId, pad: Pad) -> tuple[BepalingId, Pad]:
        """Article 7:610 of a code whose books are works of their own is article 610 of book 7."""
        eerste = pad[0]
        wetboek = self._register.wetboek(basis.werk) or basis.werk
        if eerste.soort is StapSoort.BOEK and (werk := self._register.boek(wetboek, eerste.nummer)):
            return BepalingId(werk), pad[1:]
        boek, teken, nummer = eerste.nummer.partition(":")
        if eerste.soort is StapSoort.ARTIKEL and teken and (werk := self._register.boek(wetboek, boek)):
            tot = eerste.tot.partition(":")[2] or eerste.tot
            return BepalingId(werk), (Deel(StapSoort.ARTIKEL, nummer, tot), *pad[1:])
        return basis, pad

    def wetboek_van(self, werken: Iterable[str], paden: Iterable[Pad]) -> str:
        """The one code among the works (or that they are books of) that has the books the paths begin with, else ""."""
        boeken = [p[0].nummer.partition(":")[0] for p in paden if p[0].soort is StapSoort.BOEK or ":" in p[0].nummer]
        if not boeken:
            return ""
        wetboeken = dict.fromkeys(self._register.wetboek(w) or w for w in werken)
        passend = [w for w in wetboeken if all(self._register.boek(w, b) for b in boeken)]
        return passend[0] if len(passend) == 1 else ""

    def _zonder_bovenbouw(self, basis: BepalingId, pad: Pad) -> Pad:
        """Without the structure above an article, which identity leaves out; units as the work numbers them."""
        if self._register.hoofdeenheid(basis.werk) is StapSoort.SECTIE:
            bouw = [d for d in pad if niveau(d.soort) < 10 and d.soort is not StapSoort.BIJLAGE]
            rest = tuple(d for d in pad if d not in bouw)
            # "Hoofdstuk 5, paragraaf 5.2" is section 5.2: a section is named by its own number.
            return (Deel(StapSoort.SECTIE, bouw[-1].nummer, bouw[-1].tot), *rest) if bouw else pad
        if niveau(pad[0].soort) < 10 and pad[0].soort is not StapSoort.BIJLAGE and self._is_sectie(basis, pad[0]):
            return (Deel(StapSoort.SECTIE, pad[0].nummer, pad[0].tot), *pad[1:])
        artikel = next((i for i, d in enumerate(pad) if d.soort is StapSoort.ARTIKEL), None)
        if artikel:
            bijlage = tuple(d for d in pad[:artikel] if d.soort is StapSoort.BIJLAGE)
            return (*bijlage, *pad[artikel:])
        boven = [d for d in pad if niveau(d.soort) < 10]
        if len(boven) > 1 and boven[-1].soort is not StapSoort.BIJLAGE:
            # A unit is named by its own number where that is unique in the work, by the chain of units where it is not.
            kaal = (boven[-1], *pad[len(boven) :])
            if self._boom.vind(self._id(basis, kaal[:1])) or not self._boom.vind(self._id(basis, pad)):
                return kaal
        return pad

    def _is_sectie(self, basis: BepalingId, deel: Deel) -> bool:
        """Whether the work has no such unit but a numbered section: "paragraaf 2.1" in a guidance text."""
        return (
            self._boom.vind(basis.onder(deel.soort, deel.nummer)) is None
            and self._boom.vind(basis.onder(StapSoort.SECTIE, deel.nummer)) is not None
        )

    @staticmethod
    def _id(basis: BepalingId, pad: Iterable[Deel]) -> BepalingId:
        for d in pad:
            basis = basis.onder(d.soort, d.nummer)
        return basis

    def _stap(self, ouder: BepalingId, deel: Deel) -> list[BepalingId]:
        eerste = ouder.onder(deel.soort, deel.nummer)
        if not deel.tot:
            return [eerste]
        laatste = ouder.onder(deel.soort, deel.tot)
        if bekend := tussen(self._boom, eerste, laatste):
            return list(bekend)
        return [ouder.onder(deel.soort, n) for n in reeks_van_nummers(deel.nummer, deel.tot)]

    # --- existence ---

    def _aanwezig(self, doel: BepalingId) -> bool:
        if self._boom.vind(doel) is not None:
            return True
        # "de bijlage": an annex without a number is any annex of the work.
        return (
            len(doel.stappen) == 1
            and doel.soort is StapSoort.BIJLAGE
            and not doel.stappen[0].nummer
            and any(k.soort is StapSoort.BIJLAGE for k in self._boom.kinderen(BepalingId(doel.werk)))
        )

    def _ouder_aanwezig(self, doel: BepalingId) -> BepalingId | None:
        """The deepest provision above the target that exists; None where that is the work itself."""
        for ouder in doel.voorouders():
            if ouder.stappen and (gevonden := self._boom.vind(ouder)) is not None:
                return gevonden
        return None

    def beoordeel(self, doelen: tuple[BepalingId, ...]) -> Uitslag:
        """The status of the targets together: that of the worst one, with the reason for each that is not there."""
        if (bekend := self._uitslagen.get(doelen)) is None:
            if len(self._uitslagen) >= _MEESTE_UITKOMSTEN:
                self._uitslagen.clear()
            bekend = self._uitslagen[doelen] = self._beoordeel(doelen)
        return bekend

    def _beoordeel(self, doelen: tuple[BepalingId, ...]) -> Uitslag:
        status = Status.OPGELOST
        redenen: list[str] = []
        bestaand: list[BepalingId] = []
        for doel in doelen:
            if self._aanwezig(doel):
                continue
            eigen, reden, ouder = self._oordeel(doel)
            if ouder is not None and ouder not in bestaand:
                bestaand.append(ouder)
            if len(redenen) < 5:
                redenen.append(reden)
            if _ZWAARTE.index(eigen) > _ZWAARTE.index(status):
                status = eigen
        return Uitslag(doelen, status, " ".join(dict.fromkeys(redenen)), tuple(bestaand))

    def _oordeel(self, doel: BepalingId) -> tuple[Status, str, BepalingId | None]:
        titel = self._register.titel(doel.werk)
        dekking = self._boom.dekking(doel.werk)
        if dekking is Dekking.GEEN:
            return Status.NIET_GECONTROLEERD, f"«{titel}» is niet geladen.", None
        ouder = self._ouder_aanwezig(doel)
        if ouder is not None:
            return Status.DEELS, f"{ouder} bestaat, {doel} niet.", ouder
        if dekking is Dekking.UITTREKSEL:
            return Status.NIET_GECONTROLEERD, f"Van «{titel}» is een uittreksel geladen, zonder {doel}.", None
        return Status.DOEL_ONTBREEKT, f"{doel} bestaat niet in «{titel}».", None


_LAATSTE_DEEL = re.compile(r"(?P<voor>(?:.*[.:])?(?:\d+(?=[a-z]))?)(?P<laatst>\d+|[a-z])")


def reeks_van_nummers(eerste: str, laatste: str) -> list[str]:
    """The numbers from first to last where they differ only in their last figure or letter; otherwise just these two.

    "2.4.1" to "2.4.4", "4:86" to "4:88", "14c" to "14h", "a" to "e", "I" to "III".
    """
    if eerste in _ROMEINS and laatste in _ROMEINS and _ROMEINS.index(eerste) < _ROMEINS.index(laatste):
        return list(_ROMEINS[_ROMEINS.index(eerste) : _ROMEINS.index(laatste) + 1])
    een, ander = _LAATSTE_DEEL.fullmatch(eerste), _LAATSTE_DEEL.fullmatch(laatste)
    if een is None or ander is None or een["voor"] != ander["voor"]:
        return [eerste, laatste]
    voor, van, tot = een["voor"], een["laatst"], ander["laatst"]
    if van.isdecimal() and tot.isdecimal():
        if int(van) < int(tot) <= int(van) + LANGSTE_REEKS:
            return [f"{voor}{n}" for n in range(int(van), int(tot) + 1)]
    elif van.isalpha() and tot.isalpha() and van < tot:
        return [f"{voor}{chr(n)}" for n in range(ord(van), ord(tot) + 1)]
    return [eerste, laatste]


def _romeins(n: int) -> str:
    tientallen, eenheden = divmod(n, 10)
    return "X" * tientallen + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[eenheden]


#: Roman numbers of articles in amending acts.
_ROMEINS = tuple(_romeins(n) for n in range(1, 40))
