"""Names that point instead of naming: "deze wet", "die wet", "de regeling"."""

from __future__ import annotations

from bronnen.register import Register
from graph.verwijzing.koppeling import Keuze
from graph.verwijzing.vondst import Bekend, Vondst
from graph.verwijzing.zoeken import Gelezen
from ontologie.document import DocumentSoort

#: Words by which a document of each kind calls itself, and is called by others.
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

#: Kinds of documents that are drafted as one whole, with one meaning for each word.
_EEN_BETEKENIS = frozenset(
    {
        DocumentSoort.AMVB,
        DocumentSoort.MINISTERIELE_REGELING,
        DocumentSoort.OVERIGE_REGELING,
        DocumentSoort.VERORDENING,
        DocumentSoort.MODEL,
        DocumentSoort.BELEIDSREGEL,
    }
)


class Benoemer:
    """Gives citations the work that their own words point at, in reading order, and counts what is cited by name."""

    def __init__(self, werk: str, soort: DocumentSoort, register: Register, bekend: Bekend) -> None:
        self._werk = werk
        self._soort = soort
        self._register = register
        self._bekend = bekend
        self._laatste: tuple[str, ...] = ()
        #: The regulation that was named last, per word for its kind: "die wet" is no besluit.
        self._laatste_per_soort: dict[str, tuple[str, ...]] = {}
        #: What such a word meant when it was first used.
        self._vast: dict[str, tuple[str, ...]] = {}

    def benoem(self, g: Gelezen) -> None:
        """Settle the pointing names of one passage."""
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
                laatste = self._laatste_per_soort[woord]
                # A regulation calls one other "de wet" throughout, also where it did not say so in a definition.
                vast = self._vast.setdefault(woord, laatste) if self._soort in _EEN_BETEKENIS else laatste
                return Keuze(vast, "laatst-genoemde-regeling" if vast == laatste else "eerder-zo-genoemd")
            return Keuze((), "soortnaam", keuze.onbekend)
        passend = self._laatste_per_soort.get(woord, self._laatste)
        if passend:
            return Keuze(passend, "die-regeling")
        return Keuze((), "die-regeling", g.tekst[v.begin + v.ontleding.lengte : v.eind].strip(" ,"))
