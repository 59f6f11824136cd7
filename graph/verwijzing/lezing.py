"""One document: first every name and definition, then every citation, then what each refers to, in reading order."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bronnen.register import Register
from graph.boom import Doelboom
from graph.verwijzing.definities import Definities, zoek_definities
from graph.verwijzing.grammatica import Ontleder, niveau
from graph.verwijzing.koppeling import Keuze
from graph.verwijzing.namen import Namenlijst
from graph.verwijzing.omvang import BOUW, Basis, Geheugen, Omvang, eigen_bepaling, in_eigen_bouw, tot_en_met
from graph.verwijzing.oplossen import Oplosser, Uitslag
from graph.verwijzing.toewijzing import Bekend, Toewijzer, Vondst, omgeving
from graph.verwijzing.zoeken import Aanwijzing, Gelezen, Zoeker, lees_namen, regelingmeldingen
from ontologie.document import DocumentSoort, Passage
from ontologie.identificatie import BepalingId, StapSoort
from ontologie.tekst import Span
from ontologie.verwijzing import Doel, Status, Verwijzing, VerwijzingSoort

_SOORTWOORDEN = {
    DocumentSoort.WET: ("wet", "rijkswet", "wetboek"),
    DocumentSoort.AMVB: ("besluit",),
    DocumentSoort.KB: ("besluit",),
    DocumentSoort.MINISTERIELE_REGELING: ("regeling",),
    DocumentSoort.OVERIGE_REGELING: ("regeling", "besluit", "reglement"),
    DocumentSoort.VERORDENING: ("verordening",),
    DocumentSoort.MODEL: ("verordening", "modelverordening", "model", "regeling", "besluit"),
    DocumentSoort.BELEIDSREGEL: ("beleidsregel", "beleidsregels"),
    DocumentSoort.VERDRAG: ("verdrag",),
    DocumentSoort.HANDREIKING: ("handreiking",),
    DocumentSoort.EU: ("verordening", "richtlijn", "besluit"),
}


@dataclass(frozen=True, slots=True)
class Signaalwoord:
    """A cue word that was not understood as a reference: where it stands in the original, its words, and why."""

    span: Span
    tekst: str
    reden: str
    plaats: BepalingId


@dataclass(frozen=True, slots=True)
class Spoor:
    """How one reference came about, for an explanation: the passage and what was found in it."""

    gelezen: Gelezen
    vondst: Vondst | Aanwijzing | None
    keuze: Keuze | None
    basis: Basis | None
    eigen: BepalingId | None
    begin: int
    eind: int


class Lezing:
    """Reads the passages of one document. After ``lees`` the outcome stands in its attributes."""

    def __init__(
        self,
        werk: str,
        soort: DocumentSoort,
        passages: Sequence[Passage],
        register: Register,
        namenlijst: Namenlijst,
        boom: Doelboom,
    ) -> None:
        self._werk = werk
        self._soort = soort
        self._register = register
        self._namenlijst = namenlijst
        self._oplosser = Oplosser(register, boom)
        self._omvang = Omvang(boom)
        self._boom = boom
        self._bekend = Bekend()
        self._passages = passages
        self._gelezen: list[Gelezen] = []
        self._laatste: tuple[str, ...] = ()
        #: The regulation that was named last, per word for its kind: "die wet" is no besluit.
        self._laatste_per_soort: dict[str, tuple[str, ...]] = {}
        self._geheugen = Geheugen()
        self.definities = Definities()
        self.verwijzingen: list[Verwijzing] = []
        self.sporen: list[Spoor] = []
        self.onbegrepen: list[Signaalwoord] = []

    def lees(self) -> Lezing:
        """Do the three steps."""
        kort = self._register.kort
        self._gelezen = [lees_namen(p, self._namenlijst, kort) for p in self._passages]
        self.definities = Definities(
            d
            for i, g in enumerate(self._gelezen)
            if g.namen or ":" in g.tekst[:80]
            for d in zoek_definities(i, g.tekst, g.namen)
        )
        secties = self._register.hoofdeenheid(self._werk) is StapSoort.SECTIE
        ontleder = Ontleder()
        for g in self._gelezen:
            Zoeker(g, self.definities, ontleder).zoek(secties=secties)
            self._benoem(g)
        self._laatste = ()
        self._toewijzer = Toewijzer(self._werk, self._boom, self._oplosser, self._bekend)
        for i, g in enumerate(self._gelezen):
            self._los_passage_op(i, g)
        return self

    # --- names that point: "deze wet", "die wet", "de regeling" ---

    def _benoem(self, g: Gelezen) -> None:
        """Give the citations of a passage the work that their own words point at, and count what is cited by name."""
        n = 0
        for v in g.vondsten:
            while n < len(g.namen) and g.namen[n].eind <= v.eind:
                self._onthoud_naam(g.namen[n].werken)
                n += 1
            if v.keuze is not None and v.keuze.verwijst:
                v.keuze = self._wijzende_naam(v.keuze, v, g)
            if v.keuze is not None and len(v.keuze.werken) == 1:
                self._bekend.noteer(v.keuze.werken[0], v.ontleding)
        for naam in g.namen[n:]:
            self._onthoud_naam(naam.werken)

    def _onthoud_naam(self, werken: tuple[str, ...]) -> None:
        if len(werken) == 1 and werken[0] != self._werk:
            self._laatste = werken
            self._bekend.regelingen[werken[0]] += 1
            regeling = self._register.regeling(werken[0])
            for woord in _SOORTWOORDEN.get(regeling.soort, ()) if regeling else ():
                self._laatste_per_soort[woord] = werken

    def _wijzende_naam(self, keuze: Keuze, v: Vondst, g: Gelezen) -> Keuze:
        if keuze.verwijst == "eigen":
            return Keuze((self._werk,), "deze-regeling")
        woord = g.tekst[v.begin + v.ontleding.lengte : v.eind].rsplit(" ", 1)[-1].lower()
        if keuze.verwijst == "soort":
            if woord in _SOORTWOORDEN.get(self._soort, ()):
                return Keuze((self._werk,), "eigen-regeling")
            if woord in self._laatste_per_soort:
                return Keuze(self._laatste_per_soort[woord], "laatst-genoemde-regeling")
            return Keuze((), "soortnaam", keuze.onbekend)
        passend = self._laatste_per_soort.get(woord, self._laatste)
        if passend:
            return Keuze(passend, "die-regeling")
        return Keuze((), "die-regeling", g.tekst[v.begin + v.ontleding.lengte : v.eind].strip(" ,"))

    # --- resolving ---

    def _los_passage_op(self, nummer: int, g: Gelezen) -> None:
        eigen = eigen_bepaling(g.passage)
        plaats = g.passage.bepaling.id
        uit: list[tuple[int, Verwijzing, Spoor]] = []
        self._rond = omgeving(g.vondsten, g.tekst)
        alles = sorted([*enumerate(g.vondsten), *((-1, a) for a in g.aanwijzingen)], key=lambda x: x[1].begin)
        n = 0
        for i, v in alles:
            while n < len(g.namen) and g.namen[n].eind <= v.begin:
                if len(g.namen[n].werken) == 1 and g.namen[n].werken[0] != self._werk:
                    self._laatste = g.namen[n].werken
                n += 1
            self._geheugen.nieuwe_zin((nummer, v.zin))
            if isinstance(v, Aanwijzing):
                klaar = self._aanwijzing(v, g, eigen, plaats)
            elif v.ontleding.anker or niveau(v.top) > 10:
                klaar = self._relatief(v, g, eigen, plaats)
            else:
                klaar = self._absoluut(i, v, g, eigen, plaats)
            if klaar is not None:
                uit.append((v.begin, *klaar))
        for naam in g.namen[n:]:
            if len(naam.werken) == 1 and naam.werken[0] != self._werk:
                self._laatste = naam.werken
        uit.extend(self._losse_namen(g, plaats))
        uit.extend(self._externen(g, plaats))
        uit.sort(key=lambda x: x[0])
        self.verwijzingen.extend(v for _, v, _ in uit)
        self.sporen.extend(s for _, _, s in uit)
        inhoud = g.passage.tekst.inhoud
        self.onbegrepen.extend(
            Signaalwoord(g.in_bron(o.begin, o.eind), inhoud[o.begin : o.eind], o.reden, plaats) for o in g.onbegrepen
        )

    def _maak(
        self,
        g: Gelezen,
        begin: int,
        eind: int,
        soort: VerwijzingSoort,
        methode: str,
        plaats: BepalingId,
        uitslag: Uitslag,
    ) -> Verwijzing:
        tekst = g.passage.tekst
        return Verwijzing(
            g.in_bron(begin, eind),
            tekst.inhoud[begin:eind],
            soort,
            uitslag.status,
            uitslag.doelen,
            plaats,
            methode,
            uitslag.reden,
            uitslag.bestaand,
        )

    def _niet(self, g: Gelezen, begin: int, eind: int, reden: str, plaats: BepalingId) -> None:
        tekst = g.passage.tekst
        self.onbegrepen.append(Signaalwoord(g.in_bron(begin, eind), tekst.inhoud[begin:eind], reden, plaats))

    def _aanwijzing(
        self, a: Aanwijzing, g: Gelezen, eigen: BepalingId | None, plaats: BepalingId
    ) -> tuple[Verwijzing, Spoor] | None:
        basis = self._omvang.aangewezen(a.anker, a.soort, g.passage, eigen, self._geheugen)
        if a.soort is StapSoort.ONDERDEEL and (not basis.ids or basis.methode == "laatst-genoemd"):
            basis = self._onderdeel_in_zin(a, g, eigen) or basis
        if not basis.ids:
            self._niet(g, a.begin, a.eind, "het is niet duidelijk welke bepaling bedoeld is", plaats)
            return None
        uitslag = self._oplosser.beoordeel(basis.ids)
        v = self._maak(g, a.begin, a.eind, VerwijzingSoort.ANAFOOR, basis.methode, plaats, uitslag)
        return v, Spoor(g, a, None, basis, eigen, a.begin, a.eind)

    def _onderdeel_in_zin(self, a: Aanwijzing, g: Gelezen, eigen: BepalingId | None) -> Basis | None:
        """ "Dit onderdeel" in a toelichting is the onderdeel that the same sentence names: "… (onderdeel f)"."""
        for v in g.vondsten:
            if v.zin == a.zin and v.top is StapSoort.ONDERDEEL and not v.ontleding.anker:
                basis = self._omvang.van_onderdeel(eigen, v.ontleding.paden[0], self._geheugen)
                doelen = tuple(d for b in basis.ids for d in self._oplosser.doelen(b, v.ontleding.paden))
                if len(doelen) == 1:
                    return Basis(doelen, "genoemd-in-zin")
        return None

    def _relatief(
        self, v: Vondst, g: Gelezen, eigen: BepalingId | None, plaats: BepalingId
    ) -> tuple[Verwijzing, Spoor] | None:
        o = v.ontleding
        if o.anker and o.anker_soort is not None:
            basis = self._omvang.aangewezen(o.anker, o.anker_soort, g.passage, eigen, self._geheugen)
        elif v.top is StapSoort.LID:
            basis = self._omvang.van_lid(eigen, self._geheugen)
        else:
            basis = self._omvang.van_onderdeel(eigen, o.paden[0], self._geheugen)
        if not basis.ids:
            self._niet(g, v.begin, v.eind, "het is niet duidelijk van welke bepaling dit een deel is", plaats)
            return None
        spoor = Spoor(g, v, None, basis, eigen, v.begin, v.eind)
        if len(basis.ids) > 1 and not o.anker:
            kandidaten: tuple[Doel, ...] = tuple(d for b in basis.ids for d in self._oplosser.doelen(b, o.paden))
            reden = "Dit kan meer dan één bepaling zijn: " + ", ".join(map(str, kandidaten[:5])) + "."
            leeg = Uitslag((), Status.MEERDUIDIG, reden)
            vw = self._maak(g, v.begin, v.eind, VerwijzingSoort.ANAFOOR, basis.methode, plaats, leeg)
            return replace(vw, kandidaten=kandidaten), spoor
        doelen = tuple(dict.fromkeys(d for b in basis.ids for d in self._oplosser.doelen(b, o.paden)))
        uitslag = self._oplosser.beoordeel(doelen)
        self._onthoud(doelen, eigen)
        return self._maak(g, v.begin, v.eind, VerwijzingSoort.ANAFOOR, basis.methode, plaats, uitslag), spoor

    def _onthoud(self, doelen: tuple[BepalingId, ...], eigen: BepalingId | None) -> None:
        self._geheugen.onthoud(doelen)
        artikel = eigen.artikel if eigen is not None else None
        for doel in doelen:
            lid = tot_en_met(doel, StapSoort.LID)
            if lid is not None and artikel is not None and lid.ouder == artikel:
                self._geheugen.lid[artikel] = lid

    def _binnen_eigen_bouw(self, v: Vondst, g: Gelezen) -> None:
        eigen = BepalingId(self._werk)
        paden = tuple(
            pad if self._oplosser.bestaat(eigen, (pad,)) else in_eigen_bouw(self._boom, g.passage, pad) or pad
            for pad in v.ontleding.paden
        )
        v.ontleding = replace(v.ontleding, paden=paden)

    def _absoluut(
        self, i: int, v: Vondst, g: Gelezen, eigen: BepalingId | None, plaats: BepalingId
    ) -> tuple[Verwijzing, Spoor] | None:
        kaal = not v.ontleding.paden[0][0].nummer
        keuze = v.keuze
        if keuze is None:
            if kaal and StapSoort.BIJLAGE not in self._toewijzer.soorten:
                self._niet(g, v.begin, v.eind, "er staat geen nummer bij", plaats)
                return None
            if v.top in BOUW:
                self._binnen_eigen_bouw(v, g)
            keuze = self._toewijzer.kies(i, self._rond, self._laatste)
        spoor = Spoor(g, v, keuze, None, eigen, v.begin, v.eind)
        if keuze.methode == "geen-structuur" or (kaal and keuze.onbekend):
            self._niet(g, v.begin, v.eind, "dit document heeft zulke delen niet", plaats)
            return None
        werken = keuze.werken
        if len(werken) > 1:
            passend = tuple(w for w in werken if self._oplosser.bestaat(BepalingId(w), v.ontleding.paden) is not False)
            werken = passend or werken
        if len(werken) == 1:
            basis = BepalingId(werken[0])
            uitslag = self._oplosser.los_op(basis, v.ontleding.paden)
            soort = VerwijzingSoort.INTERN if werken[0] == self._werk else VerwijzingSoort.BEPALING
            self._onthoud(uitslag.doelen, eigen)
            return self._maak(g, v.begin, v.eind, soort, keuze.methode, plaats, uitslag), spoor
        if not werken:
            if keuze.onbekend:
                reden = f"De regeling «{keuze.onbekend}» staat niet in het register."
            else:
                reden = "De tekst noemt geen regeling waar dit in staat."
            leeg = Uitslag((), Status.ONBEKENDE_REGELING, reden)
            self._geheugen.onthoud(())
            return self._maak(g, v.begin, v.eind, VerwijzingSoort.BEPALING, keuze.methode, plaats, leeg), spoor
        kandidaten: tuple[Doel, ...] = tuple(
            d for w in werken for d in self._oplosser.doelen(BepalingId(w), v.ontleding.paden)
        )
        reden = "Deze naam heeft meer dan één regeling: " + ", ".join(self._register.titel(w) for w in werken[:5]) + "."
        leeg = Uitslag((), Status.MEERDUIDIG, reden)
        vw = self._maak(g, v.begin, v.eind, VerwijzingSoort.BEPALING, keuze.methode, plaats, leeg)
        return replace(vw, kandidaten=kandidaten), spoor

    # --- names and external sources ---

    def _losse_namen(self, g: Gelezen, plaats: BepalingId) -> list[tuple[int, Verwijzing, Spoor]]:
        uit = []
        for naam in regelingmeldingen(g):
            doelen = tuple(BepalingId(w) for w in naam.werken)
            if len(doelen) == 1:
                v = self._maak(
                    g,
                    naam.begin,
                    naam.eind,
                    VerwijzingSoort.REGELING,
                    naam.methode,
                    plaats,
                    Uitslag(doelen, Status.OPGELOST),
                )
            else:
                reden = (
                    "Deze naam heeft meer dan één regeling: "
                    + ", ".join(map(self._register.titel, naam.werken[:5]))
                    + "."
                )
                leeg = Uitslag((), Status.MEERDUIDIG, reden)
                v = self._maak(g, naam.begin, naam.eind, VerwijzingSoort.REGELING, naam.methode, plaats, leeg)
                v = replace(v, kandidaten=doelen)
            uit.append((naam.begin, v, Spoor(g, None, None, None, None, naam.begin, naam.eind)))
        return uit

    def _externen(self, g: Gelezen, plaats: BepalingId) -> list[tuple[int, Verwijzing, Spoor]]:
        uit = []
        bezet = sorted((v.begin, v.eind) for v in g.vondsten)
        for e in g.externen:
            k = bisect_right(bezet, (e.eind - 1, 1 << 60)) - 1
            if k >= 0 and bezet[k][1] > e.begin:
                continue
            tekst = g.passage.tekst
            v = Verwijzing(
                g.in_bron(e.begin, e.eind),
                tekst.inhoud[e.begin : e.eind],
                e.soort,
                Status.OPGELOST,
                e.doelen,
                plaats,
                "patroon",
            )
            uit.append((e.begin, v, Spoor(g, None, None, None, None, e.begin, e.eind)))
        return uit
