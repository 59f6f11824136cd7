"""What every question needs besides the store: the loaded sources, names of works, and how to show a target."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import NamedTuple

from pyoxigraph import NamedNode

from bronnen.register import Naam, Regeling, Register
from graph.antwoorden.gegevens import LIMIET_MAX, Bron, Plek, Versie
from graph.feiten import RG, Bevraagd, Ding, Feiten, Naamgegevens
from graph.feiten.porties import porties
from graph.opslag import Opslag, Rij
from graph.tripels import parse_extern_iri
from graph.vraag import Waarde, laad_vraag
from ontologie.document import BepalingSoort, DocumentSoort
from ontologie.fouten import IdentificatieFout, InvoerFout, NietGevonden, Suggestie
from ontologie.identificatie import BepalingId, StapSoort, parse_iri, print_iri, print_kort
from ontologie.verwijzing import Doel, Status

ELI = "http://data.europa.eu/eli/ontology#"

#: Places that are remembered, about 1 kB each.
_BEKEND_MAX = 50_000
#: Things that are remembered, about 3 kB each: the parts of one page ask for the same ones.
_DINGEN_MAX = 5_000
#: Answers to what points at something by one property that are remembered, most of them empty.
_NAAR_MAX = 50_000
#: How the version of a source without date is written in IRIs.
_ZONDER_VERSIE = "0000"


def tekst(rij: Rij, naam: str) -> str:
    """The value of a variable as text, "" where it is not bound."""
    term = rij.get(naam)
    return term.value if term is not None else ""


def woord(rij: Rij, naam: str) -> str:
    """The last part of a term of our vocabulary: "artikel" of ``rg:artikel``."""
    return tekst(rij, naam).removeprefix(RG)


def getal(rij: Rij, naam: str) -> int:
    """The value of a variable as a number, -1 where it is not bound."""
    return int(tekst(rij, naam) or -1)


def dag(waarde: str) -> date | None:
    """A date, None where there is none or it is not whole."""
    try:
        return date.fromisoformat(waarde)
    except ValueError:
        return None


def knopen(iris: Iterable[str]) -> list[NamedNode]:
    """IRIs as terms for a query."""
    return [NamedNode(iri) for iri in iris]


def controleer_deel(limiet: int, vanaf: int) -> None:
    """Refuse a part of a list that cannot be.

    Raises:
        InvoerFout: ``limiet`` is not 1 to ``LIMIET_MAX``, or ``vanaf`` is below 0.
    """
    if not 1 <= limiet <= LIMIET_MAX:
        raise InvoerFout(f"limiet moet van 1 tot en met {LIMIET_MAX} zijn, niet {limiet}.")
    if vanaf < 0:
        raise InvoerFout(f"vanaf moet 0 of meer zijn, niet {vanaf}.")


@dataclass(frozen=True, slots=True)
class Werkversie:
    """One loaded version of a work: its IRI, and the row of the source that it is."""

    iri: str
    werk: str  # short name
    naam: str  # "2026-01-01", "" where the source does not tell
    rij: Rij = field(compare=False, repr=False)


class _Bekend(NamedTuple):
    """How to show an identity, and its loaded versions."""

    plek: Plek
    versies: tuple[str, ...]


class Naslag:
    """The store with its loaded sources and names. Made for one state of the store, which does not change.

    ``feiten`` are what the store holds, from where they are had fastest; without, the store itself is asked.
    """

    def __init__(self, opslag: Opslag, register: Register, feiten: Feiten | None = None) -> None:
        self.opslag = opslag
        self.feiten = feiten if feiten is not None else Bevraagd(opslag)
        self._register = register
        self._bekend: dict[str, _Bekend] = {}
        self._iris: dict[BepalingId, str] = {}
        self._naar: dict[tuple[str, str], list[str]] = {}
        self._dingen: dict[str, Ding] = {}

    # --- asking ---

    def vraag(self, naam: str, **waarden: Waarde) -> Iterator[Rij]:
        """The solutions of a stored question."""
        return laad_vraag(naam).selecteer(self.opslag, **waarden)

    def vraag_porties(self, naam: str, parameter: str, iris: Iterable[str]) -> Iterator[Rij]:
        """The solutions of a stored question about many things."""
        for portie in porties(knopen(iris)):
            yield from self.vraag(naam, **{parameter: portie})

    def dingen(self, iris: Iterable[str]) -> dict[str, Ding]:
        """All that is said of some things, in the given order; those of which nothing is said are left out."""
        gevraagd = list(dict.fromkeys(iris))
        bekend = self._dingen
        gevonden = {iri: ding for iri in gevraagd if (ding := bekend.get(iri)) is not None}
        if len(gevonden) == len(gevraagd):
            return gevonden
        nieuw = self.feiten.dingen([iri for iri in gevraagd if iri not in gevonden])
        if len(nieuw) < _DINGEN_MAX // 4:  # a whole law at once is kept by whoever asks for it
            if len(bekend) + len(nieuw) > _DINGEN_MAX:
                self._dingen = bekend = {}
            bekend.update(nieuw)
        alle = gevonden | nieuw
        return {iri: alle[iri] for iri in gevraagd if iri in alle}

    def naar(self, eigenschap: str, iris: Iterable[str]) -> Iterator[tuple[str, str]]:
        """What points at some things by a property of ``graph.feiten.model.TERUG``, as (from, to)."""
        gevraagd = list(dict.fromkeys(iris))
        bekend = self._naar
        if nieuw := [iri for iri in gevraagd if (iri, eigenschap) not in bekend and (iri, "") not in bekend]:
            if len(bekend) + len(nieuw) > _NAAR_MAX:
                self._naar = bekend = {}
                nieuw = gevraagd
            bekend |= self.feiten.naar(eigenschap, nieuw)
        for iri in gevraagd:
            for van in bekend.get((iri, eigenschap), ()):
                yield van, iri

    # --- loaded sources ---

    @cached_property
    def register(self) -> Register:
        """The register, with the loaded works that it does not know."""
        onbekend: dict[str, Regeling] = {}
        for versie in self.werkversies.values():
            if versie.werk not in onbekend and not self._register.kent(versie.werk):
                onbekend[versie.werk] = self._regeling(versie)
        return self._register.aangevuld(onbekend.values()) if onbekend else self._register

    def _regeling(self, versie: Werkversie) -> Regeling:
        soorten = self._soorten(versie.iri)
        in_secties = BepalingSoort.SECTIE in soorten and BepalingSoort.ARTIKEL not in soorten
        titel, lokaal = tekst(versie.rij, "werklabel"), tekst(versie.rij, "lokaal")
        afkorting = tekst(versie.rij, "afkorting")
        return Regeling(
            versie.werk,
            titel,
            _documentsoort(versie.rij),
            lokaal if lokaal != versie.werk else "",
            (Naam(titel, "citeertitel"), *((Naam(afkorting, "afkorting"),) if afkorting else ())),
            StapSoort.SECTIE if in_secties else StapSoort.ARTIKEL,
        )

    @cached_property
    def werkversies(self) -> dict[str, Werkversie]:
        """Every loaded version of a work by its IRI, sorted by work and then newest first."""
        rijen = {tekst(r, "versie"): r for r in self.vraag("bronnen")}
        alle = [
            Werkversie(iri, tekst(r, "kort"), "" if (n := tekst(r, "naam")) == _ZONDER_VERSIE else n, r)
            for iri, r in rijen.items()
        ]
        alle.sort(key=lambda v: v.naam, reverse=True)
        alle.sort(key=lambda v: v.werk)
        return {v.iri: v for v in alle}

    @cached_property
    def _per_werk(self) -> dict[str, tuple[Werkversie, ...]]:
        per_werk: dict[str, tuple[Werkversie, ...]] = {}
        for versie in self.werkversies.values():
            per_werk[versie.werk] = (*per_werk.get(versie.werk, ()), versie)
        return per_werk

    def van_werk(self, werk: str) -> tuple[Werkversie, ...]:
        """The loaded versions of a work, the newest first."""
        return self._per_werk.get(werk, ())

    @cached_property
    def nieuwste(self) -> dict[str, Werkversie]:
        """The newest loaded version of each work, by its short name."""
        return {werk: versies[0] for werk, versies in reversed(self._per_werk.items())}

    def is_nieuwste(self, werkversie: str) -> bool:
        """Whether no later version of the same work is loaded; the argument is its IRI."""
        versie = self.werkversies.get(werkversie)
        return versie is not None and self.nieuwste[versie.werk] is versie

    def werkversie(self, werk: str, versie: str = "") -> Werkversie:
        """One version of a work, the newest without ``versie``.

        Raises:
            NietGevonden: the work or that version of it is not loaded; ``suggesties`` are loaded works like it.
        """
        passend = self.van_werk(werk)
        if not passend:
            raise NietGevonden(
                f"«{self.register.titel(werk)}» is niet geladen.",
                suggesties=self.gelijkende_werken(werk),
                zie_geladen=True,
            )
        for kandidaat in passend:
            if versie in ("", kandidaat.naam):
                return kandidaat
        namen = ", ".join(v.naam or "zonder datum" for v in passend)
        raise NietGevonden(
            f"«{self.register.titel(werk)}» is niet geladen in versie {versie}.", advies=f"Wel: {namen}."
        )

    def gelijkende_werken(self, werk: str) -> tuple[Suggestie, ...]:
        """Loaded works like one that is not loaded; ``werk`` is a short name or official id that need not exist."""
        gelijkend = self.register.gelijkende_werken(werk, self.nieuwste)
        return tuple(Suggestie(w, self.register.titel(w)) for w in gelijkend)

    @cached_property
    def _aantallen(self) -> dict[str, dict[str, int]]:
        """Of each loaded version how many provisions of each kind and references of each status it has.

        The build counted them; a store that was filled otherwise is counted here, which of a large one takes seconds.
        """
        geteld: dict[str, dict[str, int]] = {}
        for rij in self.vraag("aantallen"):
            geteld.setdefault(tekst(rij, "graaf"), {})[woord(rij, "wat")] = getal(rij, "aantal")
        per_versie = {v.iri: geteld.get(tekst(v.rij, "graaf")) for v in self.werkversies.values()}
        if all(per_versie.values()):
            return {iri: aantallen for iri, aantallen in per_versie.items() if aantallen is not None}
        zelf: dict[str, dict[str, int]] = {}
        for naam, variabele in (("aantallen-bepalingen", "soort"), ("aantallen-verwijzingen", "status")):
            for rij in self.vraag(naam):
                zelf.setdefault(tekst(rij, "versie"), {})[woord(rij, variabele)] = getal(rij, "aantal")
        return zelf

    def _soorten(self, versie: str) -> dict[BepalingSoort, int]:
        aantallen = self._aantallen.get(versie, {})
        # The document itself has a kind as well, and is none of its provisions.
        return {s: aantallen[s] for s in BepalingSoort if s in aantallen and s is not BepalingSoort.REGELING}

    def _statussen(self, versie: str) -> dict[Status, int]:
        aantallen = self._aantallen.get(versie, {})
        return {s: aantallen[s] for s in Status if s in aantallen}

    @cached_property
    def bronnen(self) -> dict[str, Bron]:
        """Every loaded source by the IRI of its version, sorted as ``werkversies``."""
        werken = self.plekken(tekst(v.rij, "werk") for v in self.werkversies.values())
        return {v.iri: self._bron(v, werken[tekst(v.rij, "werk")]) for v in self.werkversies.values()}

    def _bron(self, versie: Werkversie, werk: Plek) -> Bron:
        rij, soorten = versie.rij, self._soorten(versie.iri)
        statussen = self._statussen(versie.iri)
        return Bron(
            werk=werk,
            versie=Versie(versie.naam, versie.iri, dag(tekst(rij, "van")), dag(tekst(rij, "tot"))),
            soort=_documentsoort(rij),
            titel=tekst(rij, "titel"),
            volledig=tekst(rij, "volledig") == "true",
            met_tekst=tekst(rij, "metTekst") == "true",
            bestand=tekst(rij, "bestand"),
            sha256=tekst(rij, "sha256"),
            grootte=getal(rij, "grootte"),
            formaat=tekst(rij, "formaat"),
            graaf=tekst(rij, "graaf"),
            artikelen=soorten.get(BepalingSoort.ARTIKEL, 0),
            bepalingen=sum(soorten.values()),
            verwijzingen=sum(statussen.values()),
            per_status=tuple((s, statussen[s]) for s in Status if s in statussen),
            nieuwste=self.is_nieuwste(versie.iri),
        )

    # --- identities ---

    def iri(self, id_: BepalingId) -> str:
        """The IRI of a provision apart from versions."""
        # The parts of a page ask it of the same ones.
        iri = self._iris.get(id_)
        if iri is None:
            if len(self._iris) >= _BEKEND_MAX:
                self._iris = {}
            iri = self._iris[id_] = print_iri(id_, "", self.register)
        return iri

    def versie_iri(self, id_: BepalingId, werkversie: Werkversie) -> str:
        """The IRI of a provision in a loaded version, which has a name even where the source tells none."""
        return print_iri(id_, werkversie.naam or _ZONDER_VERSIE, self.register)

    def doel(self, iri: str) -> Doel:
        """The identity behind an IRI of the graph."""
        try:
            return parse_extern_iri(iri)
        except IdentificatieFout:
            return parse_iri(iri, self.register).id

    def plekken(self, iris: Iterable[str]) -> dict[str, Plek]:
        """How to show each of some identities; those that the graph does not know are left out."""
        return {iri: bekend.plek for iri, bekend in self._ken(iris).items()}

    def versies(self, iri: str) -> frozenset[str]:
        """The IRIs of the loaded versions of a provision or work."""
        return frozenset(bekend.versies if (bekend := self._ken([iri]).get(iri)) else ())

    def _ken(self, iris: Iterable[str]) -> dict[str, _Bekend]:
        gevraagd = dict.fromkeys(iris)
        gevonden = {iri: plek for iri in gevraagd if (plek := self._bekend.get(iri)) is not None}
        if len(gevonden) == len(gevraagd):
            return gevonden
        onbekend = [iri for iri in gevraagd if iri not in gevonden]
        nieuw = {naam.iri: self._maak_bekend(naam) for naam in self.feiten.namen(onbekend)}
        if len(self._bekend) + len(nieuw) > _BEKEND_MAX:
            self._bekend = {}
        self._bekend.update(nieuw)
        return gevonden | nieuw

    def _maak_bekend(self, naam: Naamgegevens) -> _Bekend:
        doel = self.doel(naam.iri)
        plek = Plek(
            id=doel,
            iri=naam.iri,
            kort=naam.kort or (print_kort(doel, self.register) if isinstance(doel, BepalingId) else str(doel)),
            label=naam.label,
            # The heading of a work is its full title, which its label says shorter.
            opschrift=naam.opschrift if isinstance(doel, BepalingId) and doel.stappen else "",
            geladen=bool(naam.versies),
            adres=naam.adres,
        )
        return _Bekend(plek, naam.versies)

    def plekken_op_rij(self, iris: Sequence[str]) -> tuple[Plek, ...]:
        """The same in the given order."""
        gevonden = self.plekken(iris)
        return tuple(gevonden[iri] for iri in iris if iri in gevonden)


def _documentsoort(rij: Rij) -> DocumentSoort:
    try:
        return DocumentSoort(tekst(rij, "documentsoort"))
    except ValueError:
        return DocumentSoort.OVERIG
