"""Which regulation a citation without a name of its own belongs to.

"Artikel 7, of artikel 7a van de wet" gives both to the law; "artikel 5 en artikel 3 van de Wet X" may not. What
exists decides: a rule only counts where its outcome exists or cannot be checked, and an outcome that exists goes
before one that cannot be checked. Where more than one regulation remains the citation is ambiguous, and says so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from graph.boom import Dekking, Doelboom
from graph.verwijzing.grammatica import Pad
from graph.verwijzing.koppeling import Keuze
from graph.verwijzing.oplossen import Oplosser
from graph.verwijzing.reeksen import niveau
from graph.verwijzing.vondst import Bekend, Omgeving, Vondst, strak
from ontologie.identificatie import BepalingId, StapSoort

#: How often a regulation is named in a document that is mostly about it, at least.
VAAK = 3
#: How many outcomes are kept.
_MEESTE_UITKOMSTEN = 8192


class Toewijzer:
    """Chooses the regulation of citations without a name, for one document."""

    def __init__(self, werk: str, boom: Doelboom, oplosser: Oplosser, bekend: Bekend) -> None:
        self._werk = werk
        self._eigen = BepalingId(werk)
        self._boom = boom
        self._oplosser = oplosser
        self._bekend = bekend
        self._kaal: dict[tuple[tuple[Pad, ...], tuple[str, ...], bool, bool], Keuze] = {}
        kinderen = boom.kinderen(self._eigen)
        #: Whether the document has articles of its own that a bare "artikel 5" can mean.
        self.heeft_artikelen = any(k.soort is StapSoort.ARTIKEL for k in kinderen)
        self.soorten = frozenset(k.soort for k in kinderen if k.soort is not None)
        self._genoeg = boom.dekking(werk) is not Dekking.GEEN
        self._volledig = boom.dekking(werk) is Dekking.VOLLEDIG
        #: The signs that part the numbers of its articles: "2.1.3" has dots, "4:13" a colon, "8a" nothing.
        self._tekens = frozenset(
            _tekens(k.stappen[-1].nummer) for k in kinderen if k.soort is StapSoort.ARTIKEL and k.stappen
        )

    def kies(self, i: int, rond: Omgeving, laatste: tuple[str, ...], *, nabij: bool, regelend: bool = False) -> Keuze:
        """The regulation of citation ``i`` of a passage (absolute, without a name of its own).

        ``laatste`` is the regulation that was named last, ``nabij`` whether that was in this passage. ``regelend``:
        in an article of a regulation a bare "artikel 9" is of the same regulation, whatever was named before.
        """
        v = rond.vondsten[i]
        if regelend and self.heeft_artikelen and not self._vreemd(v):
            laatste = ()
        else:
            regelend = False
        if rond.voor[i] is not None or rond.met_naam:
            return self._kies(i, rond, laatste, nabij, regelend)
        # Without a name around it only its own words and the document decide, and those come back.
        sleutel = (v.ontleding.paden, laatste, nabij, regelend)
        if (bekend := self._kaal.get(sleutel)) is None:
            if len(self._kaal) >= _MEESTE_UITKOMSTEN:
                self._kaal.clear()
            bekend = self._kaal[sleutel] = self._kies(i, rond, laatste, nabij, regelend)
        return bekend

    def _kies(self, i: int, rond: Omgeving, laatste: tuple[str, ...], nabij: bool, regelend: bool) -> Keuze:
        v = rond.vondsten[i]
        voor, volgt = rond.voor[i], rond.volgt[i]
        # "Wet X, artikel 5": in a document with articles of its own the comma may also part two things.
        los = v.voor_teken == "," and self.heeft_artikelen
        if voor is not None and not los and (voor.onbekend or self._past(voor.werken, v) is not False):
            return voor
        if volgt is None and (wetboek := self._wetboek(v)):
            return Keuze((wetboek,), "zelfde-wetboek")
        eigen = self._eigen_bestaat(v)
        if v.top is not StapSoort.ARTIKEL:
            return self._structuur(v, volgt, eigen)
        if volgt is not None:
            keuze = self._verdeeld(v, volgt, eigen, strak(rond.tekst, v, rond.vondsten[i + 1]))
            if keuze is not None:
                return keuze
        if self.heeft_artikelen and eigen is not False:
            return Keuze((self._werk,), "intern")
        if (gekozen := self._van_elders(i, rond, laatste, nabij, regelend)) is not None:
            return gekozen
        if volgt is not None and not self.heeft_artikelen:
            return volgt
        if self.heeft_artikelen and not self._vreemd(v):
            return Keuze((self._werk,), "intern")
        return Keuze((), "geen-regeling")

    def _van_elders(
        self, i: int, rond: Omgeving, laatste: tuple[str, ...], nabij: bool, regelend: bool
    ) -> Keuze | None:
        """What words further away make of the citation."""
        if self._is_onderwerp(i, rond):
            return Keuze(self._bekend.onderwerp, "onderwerp")
        return self._eerste_passende(self._kandidaten(i, rond, laatste, regelend), rond.vondsten[i], nabij)

    def _is_onderwerp(self, i: int, rond: Omgeving) -> bool:
        """Whether the article can be of the regulation that the document is about, and none nearby had its number."""
        v = rond.vondsten[i]
        nummers = {pad[0].nummer for pad in v.ontleding.paden}
        genoemd = any(
            w.keuze is not None and w.keuze.werken and not nummers.isdisjoint(p[0].nummer for p in w.ontleding.paden)
            for w in rond.vondsten[max(0, i - 12) : i]
        )
        werken = self._bekend.onderwerp
        # "Artikel I" is of the act that changes it.
        if any(_tekens(n) == "R" for n in nummers):
            return False
        return bool(werken) and not self.heeft_artikelen and not genoemd and self._past(werken, v) is not False

    def _wetboek(self, v: Vondst) -> str:
        """The code of "artikel 5:124" in another book of it, or of "artikel 119 van Boek 6" where only one is named."""
        if v.top is StapSoort.BOEK:
            return self._oplosser.wetboek_van((self._werk, *self._bekend.regelingen), v.ontleding.paden)
        return self._oplosser.wetboek_van((self._werk,), v.ontleding.paden) if v.top is StapSoort.ARTIKEL else ""

    def _vreemd(self, v: Vondst) -> bool:
        """Whether the number has a form that no own article has: "artikel 2.1.3" where the articles are 1 to 20."""
        return (
            self.heeft_artikelen
            and self._volledig
            and all(_tekens(pad[0].nummer) not in self._tekens for pad in v.ontleding.paden)
        )

    def _kandidaten(
        self, i: int, rond: Omgeving, laatste: tuple[str, ...], regelend: bool
    ) -> Iterator[tuple[tuple[str, ...], str]]:
        """What words elsewhere make likely, the strongest first."""
        if not regelend:
            yield from self._eerder(rond.vondsten[i])
        if rond.met_naam:
            yield from self._in_zin(i, rond.vondsten)
        if laatste:
            yield laatste, "laatst-genoemde-regeling"
        if not self.heeft_artikelen or self._vreemd(rond.vondsten[i]):
            yield from self._overheersend()

    # --- own document ---

    def _eigen_bestaat(self, v: Vondst) -> bool | None:
        if not self._genoeg:
            return None
        return self._oplosser.bestaat(self._eigen, v.ontleding.paden)

    def _structuur(self, v: Vondst, volgt: Keuze | None, eigen: bool | None) -> Keuze:
        if eigen:
            return Keuze((self._werk,), "intern")
        if volgt is not None:
            return Keuze(volgt.werken, "naam-verdeeld", volgt.onbekend)
        if not self.soorten & {v.top, StapSoort.SECTIE} and not any(niveau_of_0(s) for s in self.soorten):
            return Keuze((), "geen-structuur")
        if v.top in (StapSoort.BIJLAGE, StapSoort.DEEL, StapSoort.BOEK, StapSoort.TITEL) and v.top not in self.soorten:
            return Keuze((), "geen-structuur")
        return Keuze((self._werk,), "intern")

    # --- names around it ---

    def _past(self, werken: tuple[str, ...], v: Vondst) -> bool | None:
        """Whether the paths exist in one of the works: True, None for unknown, False for certainly not."""
        beste: bool | None = False
        for werk in werken:
            bestaat = self._oplosser.bestaat(BepalingId(werk), v.ontleding.paden)
            if bestaat:
                return True
            if bestaat is None:
                beste = None
        return beste

    def _verdeeld(self, v: Vondst, volgt: Keuze, eigen: bool | None, aaneen: bool) -> Keuze | None:
        """The closing name, unless the own document or an earlier naming of this very article has the better claim."""
        daar = self._past(volgt.werken, v) if volgt.werken else None
        if self.heeft_artikelen and eigen:
            return replace(volgt, methode="naam-verdeeld-ook-eigen") if aaneen and daar is not False else None
        if daar:
            return volgt
        if not (aaneen and self.heeft_artikelen):
            for werken, methode in self._eerder(v):
                if self._past(werken, v):
                    return Keuze(werken, methode)
        return volgt if daar is None else None

    def _eerder(self, v: Vondst) -> list[tuple[tuple[str, ...], str]]:
        """The works that this very article is cited with elsewhere in the document."""
        per_nummer = self._bekend.per_nummer
        genoemd = [teller for pad in v.ontleding.paden if (teller := per_nummer.get(pad[0].nummer))]
        if not genoemd:
            return []
        samen: Counter[str] = sum(genoemd, Counter())
        werken = tuple(w for w, _ in samen.most_common() if w != self._werk)
        return [(werken, "elders-genoemd")] if werken else []

    def _in_zin(self, i: int, vondsten: Sequence[Vondst]) -> Iterator[tuple[tuple[str, ...], str]]:
        """The names of other citations in the same sentence, those that follow first."""
        v = vondsten[i]
        for stap in (1, -1):
            j = i + stap
            while 0 <= j < len(vondsten) and vondsten[j].zin == v.zin and abs(j - i) <= 6:
                keuze = vondsten[j].keuze
                if keuze is not None and keuze.werken:
                    yield keuze.werken, "naam-in-zin"
                j += stap

    def _overheersend(self) -> list[tuple[tuple[str, ...], str]]:
        """The regulation that the document is mostly about, where one clearly is."""
        gewoonst = self._bekend.regelingen.most_common(2)
        if not gewoonst or gewoonst[0][1] < VAAK or (len(gewoonst) > 1 and gewoonst[0][1] < 2 * gewoonst[1][1]):
            return []
        return [((gewoonst[0][0],), "hoofdonderwerp")]

    def _eerste_passende(
        self, kandidaten: Iterable[tuple[tuple[str, ...], str]], v: Vondst, nabij: bool
    ) -> Keuze | None:
        """The first rule whose outcome exists; failing that, what cannot be checked.

        In a document with articles of its own the latter counts only where that cannot be meant: for a number of
        another form, or for an article that it lacks and that is cited by name elsewhere.
        """
        twijfel: dict[str, None] = {}
        methoden: list[str] = []
        ruim = not self.heeft_artikelen or self._vreemd(v)
        elders = self._volledig and not any(
            self._boom.vind(self._eigen.onder(p[0].soort, p[0].nummer)) for p in v.ontleding.paden
        )
        for werken, methode in kandidaten:
            passend = tuple(w for w in werken if self._past((w,), v))
            if passend:
                return Keuze(passend, methode)
            onzeker = tuple(w for w in werken if self._past((w,), v) is None)
            if onzeker and methode == "elders-genoemd" and (ruim or elders):
                return Keuze(onzeker, methode)
            # What was named long ago, or is named most, only counts where it can be checked.
            if ruim and (methode == "naam-in-zin" or (methode == "laatst-genoemde-regeling" and nabij)):
                twijfel.update(dict.fromkeys(onzeker))
                methoden.append(methode)
        # More than one that cannot be checked: ambiguous, and the outcome says so.
        return Keuze(tuple(twijfel), methoden[0] if len(twijfel) == 1 else "meer-mogelijk") if twijfel else None


def _tekens(nummer: str) -> str:
    """The signs that part the levels of a number, "R" for a Roman one."""
    return "".join(dict.fromkeys(t for t in nummer if t in ".:")) or ("" if nummer[:1].isdigit() else "R")


def niveau_of_0(soort: StapSoort) -> int:
    """Depth of a structure unit above the article, 0 for anything else."""
    try:
        n = niveau(soort)
    except KeyError:
        return 0
    return n if n < 10 else 0
