"""From what was found in a passage to references: each mention with its targets, status, method and reason."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from bronnen.register import Register
from graph.boom import Doelboom
from graph.verwijzing.koppeling import Keuze
from graph.verwijzing.omvang import BOUW, Basis, Geheugen, Omvang, eigen_bepaling, in_eigen_bouw, tot_en_met
from graph.verwijzing.oplossen import Oplosser, Uitslag
from graph.verwijzing.reeksen import niveau
from graph.verwijzing.regelingnamen import regelingmeldingen
from graph.verwijzing.toewijzing import Toewijzer
from graph.verwijzing.vondst import Omgeving, Vondst, omgeving
from graph.verwijzing.zoeken import Aanwijzing, Gelezen
from ontologie.identificatie import BepalingId, StapSoort
from ontologie.tekst import Span
from ontologie.verwijzing import Doel, Status, Verwijzing, VerwijzingSoort


class Signaalwoord(NamedTuple):
    """A cue word that was not understood as a reference: where it stands in the original, its words, and why."""

    span: Span
    tekst: str
    reden: str
    plaats: BepalingId


@dataclass(frozen=True, slots=True)
class Spoor:
    """How one reference came about, for an explanation: the passage and what was found in it."""

    gelezen: Gelezen
    vondst: Vondst | Aanwijzing
    keuze: Keuze | None
    basis: Basis | None
    eigen: BepalingId | None
    begin: int
    eind: int


class Vermeldingen:
    """Resolves the passages of one document, in reading order."""

    def __init__(
        self,
        werk: str,
        register: Register,
        boom: Doelboom,
        oplosser: Oplosser,
        toewijzer: Toewijzer,
        *,
        met_sporen: bool,
    ) -> None:
        self._werk = werk
        self._register = register
        self._boom = boom
        self._oplosser = oplosser
        self._toewijzer = toewijzer
        self._omvang = Omvang(boom)
        self._geheugen = Geheugen()
        #: The regulation that was named last.
        self._laatste: tuple[str, ...] = ()
        #: The passage it was named in, and the one that is being resolved.
        self._laatste_in = self._nummer = -1
        self._met_sporen = met_sporen
        self.verwijzingen: list[Verwijzing] = []
        self.onbegrepen: list[Signaalwoord] = []
        self.sporen: list[Spoor] = []

    def los_op(self, nummer: int, g: Gelezen) -> None:
        """Resolve one passage, the ``nummer``-th of the document."""
        self._g = g
        self._nummer = nummer
        self._plaats = g.passage.bepaling.id
        self._eigen = self._eigen_in_passage = eigen_bepaling(g.passage)
        uit: list[tuple[int, Verwijzing]] = []
        rond = omgeving(g.vondsten, g.tekst)
        alles: list[tuple[int, int, Vondst | Aanwijzing]] = [(v.begin, i, v) for i, v in enumerate(g.vondsten)]
        if g.aanwijzingen:
            alles.extend((a.begin, -1, a) for a in g.aanwijzingen)
            alles.sort(key=lambda x: x[0])
        n = 0
        for begin, i, v in alles:
            while n < len(g.namen) and g.namen[n].eind <= begin:
                self._onthoud_naam(g.namen[n].werken)
                n += 1
            self._geheugen.nieuwe_zin((nummer, v.zin))
            klaar = self._los_een_op(i, v, rond)
            if klaar is not None:
                uit.append((begin, klaar))
        for naam in g.namen[n:]:
            self._onthoud_naam(naam.werken)
        if g.namen or g.externen:
            uit.extend(self._losse_namen())
            uit.extend(self._externen())
            uit.sort(key=lambda x: x[0])
        self.verwijzingen.extend(v for _, v in uit)
        for o in g.onbegrepen:
            self._niet(o.begin, o.eind, o.reden)

    def _onthoud_naam(self, werken: tuple[str, ...]) -> None:
        if len(werken) == 1 and werken[0] != self._werk:
            self._laatste = werken
            self._laatste_in = self._nummer

    def _los_een_op(self, i: int, v: Vondst | Aanwijzing, rond: Omgeving) -> Verwijzing | None:
        g = self._g
        self._onderwerp = g.onderwerp if v.begin >= g.onderwerp_vanaf else None
        # In a part that is about another regulation "het eerste lid" is of an article of that.
        self._eigen = self._eigen_in_passage if self._onderwerp is None else None
        if isinstance(v, Aanwijzing):
            return self._aanwijzing(v)
        if v.ontleding.anker or niveau(v.top) > 10:
            return self._relatief(v)
        return self._absoluut(i, v, rond)

    # --- records ---

    def _maak(
        self,
        begin: int,
        eind: int,
        soort: VerwijzingSoort,
        methode: str,
        uitslag: Uitslag,
        kandidaten: tuple[Doel, ...] = (),
    ) -> Verwijzing:
        g = self._g
        return Verwijzing(
            g.in_bron(begin, eind),
            g.passage.tekst.inhoud[begin:eind],
            soort,
            uitslag.status,
            uitslag.doelen,
            self._plaats,
            methode,
            uitslag.reden,
            uitslag.bestaand,
            kandidaten,
        )

    def _spoor(self, v: Vondst | Aanwijzing, keuze: Keuze | None, basis: Basis | None) -> None:
        if self._met_sporen:
            self.sporen.append(Spoor(self._g, v, keuze, basis, self._eigen, v.begin, v.eind))

    def _niet(self, begin: int, eind: int, reden: str) -> None:
        g = self._g
        self.onbegrepen.append(
            Signaalwoord(g.in_bron(begin, eind), g.passage.tekst.inhoud[begin:eind], reden, self._plaats)
        )

    def _meerduidig(
        self, v: Vondst, soort: VerwijzingSoort, methode: str, kandidaten: tuple[Doel, ...], reden: str
    ) -> Verwijzing:
        return self._maak(v.begin, v.eind, soort, methode, Uitslag((), Status.MEERDUIDIG, reden), kandidaten)

    # --- words that point ---

    def _aanwijzing(self, a: Aanwijzing) -> Verwijzing | None:
        basis = self._omvang.aangewezen(a.anker, a.soort, self._g.passage, self._eigen, self._geheugen)
        if a.soort is StapSoort.ONDERDEEL and (not basis.ids or basis.methode == "laatst-genoemd"):
            basis = self._onderdeel_in_zin(a) or basis
        self._spoor(a, None, basis)
        if not basis.ids:
            self._niet(a.begin, a.eind, "het is niet duidelijk welke bepaling bedoeld is")
            return None
        return self._maak(a.begin, a.eind, VerwijzingSoort.ANAFOOR, basis.methode, self._oplosser.beoordeel(basis.ids))

    def _onderdeel_in_zin(self, a: Aanwijzing) -> Basis | None:
        """ "Dit onderdeel" in a toelichting is the onderdeel that the same sentence names: "… (onderdeel f)"."""
        for v in self._g.vondsten:
            if v.zin == a.zin and v.top is StapSoort.ONDERDEEL and not v.ontleding.anker:
                basis = self._omvang.van_onderdeel(self._eigen, v.ontleding.paden[0], self._geheugen)
                doelen = tuple(d for b in basis.ids for d in self._oplosser.doelen(b, v.ontleding.paden))
                if len(doelen) == 1:
                    return Basis(doelen, "genoemd-in-zin")
        return None

    # --- relative citations ---

    def _relatief(self, v: Vondst) -> Verwijzing | None:
        o = v.ontleding
        if o.anker and o.anker_soort is not None:
            basis = self._omvang.aangewezen(o.anker, o.anker_soort, self._g.passage, self._eigen, self._geheugen)
        elif v.top is StapSoort.LID:
            basis = self._omvang.van_lid(self._eigen, self._geheugen)
        else:
            basis = self._omvang.van_onderdeel(self._eigen, o.paden[0], self._geheugen)
        self._spoor(v, None, basis)
        if not basis.ids:
            self._niet(v.begin, v.eind, "het is niet duidelijk van welke bepaling dit een deel is")
            return None
        doelen = tuple(dict.fromkeys(d for b in basis.ids for d in self._oplosser.doelen(b, o.paden)))
        if len(basis.ids) > 1 and not o.anker:
            reden = "Dit kan meer dan één bepaling zijn: " + ", ".join(map(str, doelen[:5])) + "."
            return self._meerduidig(v, VerwijzingSoort.ANAFOOR, basis.methode, doelen, reden)
        self._onthoud(doelen)
        return self._maak(v.begin, v.eind, VerwijzingSoort.ANAFOOR, basis.methode, self._oplosser.beoordeel(doelen))

    def _onthoud(self, doelen: tuple[BepalingId, ...]) -> None:
        self._geheugen.onthoud(doelen)
        artikel = self._eigen.artikel if self._eigen is not None else None
        if artikel is None:
            return
        for doel in doelen:
            lid = tot_en_met(doel, StapSoort.LID)
            if lid is not None and lid.ouder == artikel:
                self._geheugen.lid[artikel] = lid

    # --- absolute citations ---

    def _absoluut(self, i: int, v: Vondst, rond: Omgeving) -> Verwijzing | None:
        kaal = not v.ontleding.paden[0][0].nummer
        keuze = v.keuze
        if keuze is None:
            if kaal and StapSoort.BIJLAGE not in self._toewijzer.soorten:
                self._niet(v.begin, v.eind, "er staat geen nummer bij")
                return None
            if v.top in BOUW:
                self._binnen_eigen_bouw(v)
            nabij = self._laatste_in == self._nummer
            regelend = bool(self._plaats.stappen) and self._plaats.stappen[0].soort is StapSoort.ARTIKEL
            keuze = self._onderwerp_van(i, rond) or self._toewijzer.kies(
                i, rond, self._laatste, nabij=nabij, regelend=regelend
            )
        elif keuze.methode in ("laatst-genoemde-regeling", "eerder-zo-genoemd") and self._kan_niet(keuze, v):
            # "De wet" in a text that nowhere says which: not the law named last where that lacks the article.
            keuze = Keuze(
                (), "soortnaam", self._g.tekst[v.begin + v.ontleding.lengte : v.eind].strip(" ,").removeprefix("van ")
            )
        self._spoor(v, keuze, None)
        if keuze.methode == "geen-structuur" or (kaal and keuze.onbekend):
            self._niet(v.begin, v.eind, "dit document heeft zulke delen niet")
            return None
        werken = self._passende(keuze.werken, v)
        if len(werken) == 1:
            uitslag = self._oplosser.los_op(BepalingId(werken[0]), v.ontleding.paden)
            if keuze.methode == "naam-verdeeld-ook-eigen" and uitslag.status is not Status.OPGELOST:
                uitslag = replace(uitslag, reden=f"{uitslag.reden} Dit document heeft zelf ook zo'n bepaling.")
            self._onthoud(uitslag.doelen)
            soort = VerwijzingSoort.INTERN if werken[0] == self._werk else VerwijzingSoort.BEPALING
            return self._maak(v.begin, v.eind, soort, keuze.methode, uitslag)
        if not werken:
            reden = (
                f"De regeling «{keuze.onbekend}» staat niet in het register."
                if keuze.onbekend
                else "De tekst noemt geen regeling waar dit in staat."
            )
            self._geheugen.vorige = ()
            leeg = Uitslag((), Status.ONBEKENDE_REGELING, reden)
            return self._maak(v.begin, v.eind, VerwijzingSoort.BEPALING, keuze.methode, leeg)
        kandidaten = tuple(d for w in werken for d in self._oplosser.doelen(BepalingId(w), v.ontleding.paden))
        reden = (
            "De omgeving noemt meer dan één regeling waar dit in kan staan: " + self._titels(werken)
            if keuze.methode == "meer-mogelijk"
            else self._gedeelde_naam(werken)
        )
        return self._meerduidig(v, VerwijzingSoort.BEPALING, keuze.methode, kandidaten, reden)

    def _onderwerp_van(self, i: int, rond: Omgeving) -> Keuze | None:
        """The regulation that this part is about, for a citation that no name stands beside."""
        if self._onderwerp is None or rond.voor[i] is not None or rond.volgt[i] is not None:
            return None
        nummer = rond.vondsten[i].ontleding.paden[0][0].nummer
        # "Artikel II" of the act that amends is its own.
        eigen = BepalingId(self._werk).onder(rond.vondsten[i].top, nummer)
        return None if nummer[:1].isupper() and self._boom.vind(eigen) else self._onderwerp

    def _kan_niet(self, keuze: Keuze, v: Vondst) -> bool:
        """Whether the regulation cannot be meant: it lacks the article, or the part is about one that is not known."""
        if self._onderwerp is not None and not self._onderwerp.werken:
            return True
        paden = tuple(pad[:1] for pad in v.ontleding.paden)
        return all(self._oplosser.bestaat(BepalingId(w), paden) is False for w in keuze.werken)

    def _passende(self, werken: tuple[str, ...], v: Vondst) -> tuple[str, ...]:
        """Of the works that share a name those that can have the provision; all of them where none can."""
        if len(werken) < 2:
            return werken
        passend = tuple(w for w in werken if self._oplosser.bestaat(BepalingId(w), v.ontleding.paden) is not False)
        return passend or werken

    def _gedeelde_naam(self, werken: tuple[str, ...]) -> str:
        return "Deze naam heeft meer dan één regeling: " + self._titels(werken)

    def _titels(self, werken: tuple[str, ...]) -> str:
        return ", ".join(map(self._register.titel, werken[:5])) + "."

    def _binnen_eigen_bouw(self, v: Vondst) -> None:
        eigen = BepalingId(self._werk)
        paden = tuple(
            pad if self._oplosser.bestaat(eigen, (pad,)) else in_eigen_bouw(self._boom, self._g.passage, pad) or pad
            for pad in v.ontleding.paden
        )
        v.ontleding = replace(v.ontleding, paden=paden)

    # --- names and external sources ---

    def _losse_namen(self) -> Iterator[tuple[int, Verwijzing]]:
        for naam in regelingmeldingen(self._g):
            doelen = tuple(map(BepalingId, naam.werken))
            if len(doelen) == 1:
                uitslag = Uitslag(doelen, Status.OPGELOST)
                v = self._maak(naam.begin, naam.eind, VerwijzingSoort.REGELING, naam.methode, uitslag)
            else:
                leeg = Uitslag((), Status.MEERDUIDIG, self._gedeelde_naam(naam.werken))
                v = self._maak(naam.begin, naam.eind, VerwijzingSoort.REGELING, naam.methode, leeg, doelen)
            yield naam.begin, v

    def _externen(self) -> Iterator[tuple[int, Verwijzing]]:
        g = self._g
        bezet = sorted((v.begin, v.eind) for v in g.vondsten) if g.externen else []
        for e in g.externen:
            k = bisect_right(bezet, (e.eind - 1, 1 << 60)) - 1
            if k >= 0 and bezet[k][1] > e.begin:
                continue
            tekst = g.passage.tekst.inhoud[e.begin : e.eind]
            span = g.in_bron(e.begin, e.eind)
            yield e.begin, Verwijzing(span, tekst, e.soort, Status.OPGELOST, e.doelen, self._plaats, "patroon")
