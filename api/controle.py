"""The technical check for the edges: find or read the document, apply the rules, and tell what it found as rows."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from api.instellingen import Instellingen
from api.namen import kaal_label
from bronnen.lezen import Bestand, lees_document
from bronnen.lezers import LEZERS
from bronnen.register import Register
from bronnen.vinden import vind_bronnen
from graph.antwoorden import Antwoorden
from graph.boom import Doelboom
from graph.controle import PER_REGEL, controleer, kies, regels
from graph.tripels import regelingen_van
from ontologie.controle import Controle, Controlepunt, Ernst
from ontologie.document import Bepaling, BepalingSoort, Document
from ontologie.fouten import InvoerFout, NietGevonden
from ontologie.identificatie import BepalingId, print_kort

#: Name of a text without a file.
INGEVOERD = "ingevoerde tekst.txt"

#: The columns of a list of findings, with their headings.
KOLOMMEN: Mapping[str, str] = {
    "regelnummer": "Regel", "plaats": "Plaats", "ernst": "Ernst", "naam": "Wat", "woorden": "Woorden",
    "reden": "Waarom", "suggestie": "Suggestie",
}  # fmt: skip
VELDEN = (
    "regelnummer", "begin", "eind", "plaats", "plaats_naam", "ernst", "regel", "naam", "thema", "woorden", "reden",
    "suggestie",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Controlekeuze:
    """Which rules apply, and how many findings each gives at most."""

    zonder: tuple[str, ...] = ()
    ernst: Ernst = Ernst.AANDACHTSPUNT
    per_regel: int = PER_REGEL


@dataclass(frozen=True)
class Gecontroleerd:
    """A document with what was found in it, and the names to tell it with."""

    document: Document
    controle: Controle
    register: Register

    @cached_property
    def _knopen(self) -> dict[BepalingId, Bepaling]:
        return {b.id: b for b in self.document.bepalingen()}

    @property
    def titel(self) -> str:
        return self.document.citeertitel or self.document.titel or self.document.bron.naam

    def kort(self, id_: BepalingId) -> str:
        """The place in short notation."""
        return print_kort(id_, self.register) if id_.stappen else ""

    def plaats(self, id_: BepalingId) -> str:
        """The place in words; a part with a heading only goes by that."""
        if not id_.stappen:
            return "het opschrift of de tekst vooraf"
        knoop = self._knopen.get(id_)
        if knoop is not None and knoop.soort is BepalingSoort.SECTIE and knoop.kop and not knoop.label:
            ouder = id_.ouder
            rond = self.plaats(ouder) if ouder is not None and ouder.stappen else ""
            return f"{rond}, «{knoop.kop}»" if rond else f"«{knoop.kop}»"
        return kaal_label(id_, self.register)

    def rij(self, p: Controlepunt) -> dict[str, Any]:
        """One finding with all that is known of it."""
        return {
            "regelnummer": p.regelnummer, "begin": p.span.begin, "eind": p.span.eind, "plaats": self.kort(p.plaats),
            "plaats_naam": self.plaats(p.plaats), "ernst": p.regel.ernst.value, "regel": p.regel.id,
            "naam": p.regel.naam, "thema": p.regel.thema.value, "woorden": p.woorden, "reden": p.reden,
            "suggestie": p.suggestie,
        }  # fmt: skip

    def rijen(self) -> Iterator[dict[str, Any]]:
        return map(self.rij, self.controle.punten)

    def voorbehouden(self) -> tuple[str, ...]:
        """What was left out or not looked at, in Dutch sentences."""
        namen = {r.id: r.naam for r in regels()}
        uit = [f"Nog {n} van «{namen[id_]}» zijn weggelaten." for id_, n in self.controle.weggelaten]
        redenen: dict[str, list[str]] = {}
        for id_, reden in self.controle.onthouden:
            redenen.setdefault(reden, []).append(f"«{namen[id_]}»")
        uit += [f"Niet toegepast: {', '.join(r)}. {reden}" for reden, r in redenen.items()]
        if self.controle.niet_nagelopen:
            totaal = sum(n for _, n in self.controle.niet_nagelopen)
            werken = ", ".join(self.register.titel(w) for w, _ in self.controle.niet_nagelopen[:8])
            rest = len(self.controle.niet_nagelopen) - 8
            uit.append(
                f"Niet nagelopen: {totaal} verwijzingen naar regelingen die niet (volledig) geladen zijn: {werken}"
                + (f" en {rest} andere." if rest > 0 else ".")
            )
        return tuple(uit)


def lees_ernst(naam: str) -> Ernst:
    """The seriousness of that name.

    Raises:
        InvoerFout: there is none such.
    """
    if naam not in list(Ernst):
        raise InvoerFout(f"«{naam[:40]}» is geen ernst.", advies=f"Kies uit: {', '.join(Ernst)}.")
    return Ernst(naam)


def lees_inhoud(naam: str, inhoud: bytes, register: Register) -> Document:
    """What someone pasted or sent as a document. Nothing of it is kept.

    Raises:
        OnbekendFormaat, BronFout: it cannot be read.
    """
    return lees_document(Bestand.in_geheugen(Path(naam).name or INGEVOERD, inhoud), register, LEZERS)


def voer_uit(document: Document, register: Register, boom: Doelboom, keuze: Controlekeuze) -> Gecontroleerd:
    """Check a document against itself and what is loaded.

    Raises:
        InvoerFout: a rule of that name does not exist.
    """
    toetsen = kies(keuze.zonder, keuze.ernst)
    aangevuld = register.aangevuld(regelingen_van([document]))
    controle = controleer(document, aangevuld, boom, toetsen=toetsen, per_regel=keuze.per_regel)
    return Gecontroleerd(document, controle, aangevuld)


def geladen_document(
    instellingen: Instellingen, antwoorden: Antwoorden, invoer: str, versie: str = "", gehaald: Path | None = None
) -> Document:
    """The document of a loaded work, read again from the file that it was built from.

    Raises:
        NietGevonden: the work is not loaded, or its file is no longer there.
    """
    id_, genoemd = antwoorden.lees_id(invoer)
    bron = antwoorden.bepaling(BepalingId(id_.werk), versie or genoemd).bron
    if not bron.met_tekst:
        raise NietGevonden(f"Van «{bron.titel}» is geen tekst geladen, alleen de opbouw.")
    vondst = vind_bronnen(instellingen.bronnen, gehaald or instellingen.opslag / "gehaald", antwoorden.register)
    for pad in _met_naam(vondst.map, bron.bestand):
        if Bestand(pad).sha256 == bron.sha256:
            return lees_document(pad, antwoorden.register, LEZERS)
    raise NietGevonden(
        f"Het bestand «{bron.bestand}» staat niet meer in {vondst.map}.",
        advies="Noem de map met --bronnen of REGELGRAAF_BRONNEN, of geef het bestand zelf.",
    )


def _met_naam(map_: Path, naam: str) -> Iterator[Path]:
    return (pad for pad in map_.rglob("*") if pad.name == naam and pad.is_file())


def telling(controle: Controle) -> dict[Ernst, int]:
    """How many findings there are of each seriousness."""
    return {e: sum(p.regel.ernst is e for p in controle.punten) for e in Ernst}


def ernstig_genoeg(punten: Collection[Controlepunt], past: Callable[[Controlepunt], bool]) -> list[Controlepunt]:
    """The findings that fit, the most serious first, then in reading order."""
    return sorted(filter(past, punten), key=lambda p: (p.regel.ernst.rang, p.span.begin))
