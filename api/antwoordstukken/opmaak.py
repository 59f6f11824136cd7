"""What every document of an answer needs: names with links, dates, what it rests on, words marked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from api.antwoordstukken.teksten import teksten
from api.namen import in_namen, naam_van
from api.uitvoer import Alinea, Blok, Cel, Loop, Loopstijl, Opmerking, Uitvoerdocument, alinea, cel, opmerking
from api.uitvoer.levering import RIJEN_MAX
from api.woorden import datum, getal, versie_in_woorden
from graph.antwoorden import Antwoorden, Bron, Gevonden, Plek
from graph.antwoorden.relatiegegevens import Bewijsplek
from ontologie.identificatie import basis
from ontologie.wijziging import Woordverschil

#: Gives the absolute address of a place, "" for none.
Adres = Callable[[Plek], str]
#: Most passages for one relation, and most characters of one.
_CITATEN, _TEKENS = 3, 600


def adres_op(site: str) -> Adres:
    """Addresses below a site, which leads every IRI on to its page."""
    begin = site.rstrip("/")

    def adres(plek: Plek) -> str:
        if plek.bepaling is None:
            return plek.adres
        return f"{begin}/id/{plek.iri.removeprefix(basis())}" if begin else ""

    return adres


@dataclass(frozen=True, slots=True)
class Opmaak:
    """The answers, and where a document leads for each place ("" where it has nowhere to lead)."""

    antwoorden: Antwoorden
    adres: Adres

    def document(
        self, titel: str, blokken: Iterable[Blok], *, onder: str = "", liggend: bool = True
    ) -> Uitvoerdocument:
        """A document that says until when its sources reach."""
        return Uitvoerdocument(titel, tuple(blokken), onder, bron=self.herkomst(), liggend=liggend)

    def herkomst(self) -> str:
        tot = self.antwoorden.bronnen().bijgewerkt_tot
        zin = teksten()["herkomst" if tot else "herkomst_zonder_datum"]
        return str(zin).format(datum=datum(tot))

    def geen(self, wat: str, tot: date | None = None) -> Opmerking:
        """That nothing was found, and in what: the loaded sources until ``tot``, or all of them."""
        tot = tot or self.antwoorden.bronnen().bijgewerkt_tot
        zin = teksten()["geen"] if tot else teksten()["geen_zonder_datum"]
        return opmerking(zin.format(wat=wat, datum=datum(tot)))

    def naam(self, plek: Plek, binnen: str = "") -> str:
        return naam_van(plek, self.antwoorden.register, binnen=binnen)

    def plaats(self, plek: Plek, binnen: str = "") -> Loop:
        """The name of a place, leading there."""
        return Loop(self.naam(plek, binnen), href=self.adres(plek))

    def plaats_met_opschrift(self, plek: Plek, binnen: str = "", opschrift: str = "") -> Cel:
        """The name, and below it the heading unless the name has it already."""
        kop = opschrift or plek.opschrift
        naam = self.plaats(plek, binnen)
        return (alinea(naam), alinea(Loop(kop, Loopstijl.CURSIEF))) if kop and kop not in naam.tekst else cel(naam)

    def zin(self, zin: str, binnen: str = "") -> str:
        return in_namen(zin, self.antwoorden.register, binnen=binnen)

    def versie(self, bron: Bron) -> str:
        """The title of a source with its version in words."""
        naam = versie_in_woorden(bron.versie.naam)
        return f"{bron.titel}, {naam}" if naam else bron.titel

    def bewijs(self, bewijs: Iterable[Bewijsplek], binnen: str = "") -> tuple[Alinea, ...]:
        """The first passages that something rests on, each once with where it stands."""
        per_woorden = {(b.plek.iri, b.woorden): b for b in bewijs}
        uit = []
        for b in list(per_woorden.values())[:_CITATEN]:
            woorden = b.woorden if len(b.woorden) <= _TEKENS else b.woorden[:_TEKENS].rpartition(" ")[0] + " …"
            staat = Loop(self.naam(b.plek, binnen), Loopstijl.CURSIEF, self.adres(b.plek))
            uit.append(alinea(f"«{woorden}» ", staat) if woorden else alinea(staat))
        return tuple(uit)

    def verwijzing_in_zin(self, v: Gevonden) -> Alinea:
        """The words of a reference in bold, in the sentence where they stand."""
        voor = Loop(f"… {v.voor}" if v.voor else "")
        na = Loop(f"{v.na} …" if v.na else "")
        return alinea(voor, Loop(v.woorden, Loopstijl.VET), na)


def afgekapt(getoond: int, totaal: int) -> str:
    """That a list was cut, and how much of it there is."""
    return str(teksten()["afgekapt"]).format(getoond=getal(getoond), totaal=getal(totaal))


def begrens(rijen: Sequence[tuple[Cel, ...]]) -> tuple[tuple[tuple[Cel, ...], ...], tuple[Opmerking, ...]]:
    """The rows that one document takes, and where there are more the remark that says so."""
    if len(rijen) <= RIJEN_MAX:
        return tuple(rijen), ()
    return tuple(rijen[:RIJEN_MAX]), (opmerking(afgekapt(RIJEN_MAX, len(rijen)), let_op=True),)


def gemarkeerd(tekst: str, verschillen: Sequence[Woordverschil], *, nieuw: bool) -> Cel:
    """A text by its paragraphs with the words marked that differ: put in on the new side, struck out on the old.

    ``verschillen`` are ranges as ``ontologie.wijziging.Verschil`` has them; those of the side asked for count.
    """
    kant, stijl = (2, Loopstijl.INGEVOEGD) if nieuw else (0, Loopstijl.VERWIJDERD)
    grenzen = [(w[kant], w[kant + 1]) for w in verschillen if w[kant] < w[kant + 1]]
    uit = []
    begin = 0
    for regel in tekst.split("\n"):
        if regel.strip():
            uit.append(Alinea(tuple(_lopen(tekst, begin, begin + len(regel), grenzen, stijl))))
        begin += len(regel) + 1
    return tuple(uit)


def _lopen(tekst: str, begin: int, eind: int, grenzen: Sequence[tuple[int, int]], stijl: Loopstijl) -> Iterator[Loop]:
    plaats = begin
    for van, tot in grenzen:
        van, tot = max(van, plaats), min(tot, eind)
        if van < tot:
            if plaats < van:
                yield Loop(tekst[plaats:van])
            yield Loop(tekst[van:tot], stijl)
            plaats = tot
    if plaats < eind:
        yield Loop(tekst[plaats:eind])
