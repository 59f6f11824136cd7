"""The technical check for the edges: find or read the document, apply the rules, and tell what they found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from api.namen import kaal_label
from bronnen.lezen import Bestand, lees_document
from bronnen.lezers import LEZERS
from bronnen.register import Register
from graph.antwoorden import Antwoorden, Bron
from graph.antwoorden.controlegegevens import Bevonden, Controleuitkomst
from graph.boom import Doelboom
from graph.controle import PER_REGEL, SCAN, controleer, kies, regels
from graph.tripels import regelingen_van
from ontologie.controle import Controle, Controlepunt, Ernst
from ontologie.document import Bepaling, BepalingSoort, Document, Passage
from ontologie.fouten import InvoerFout, NietGevonden
from ontologie.identificatie import BepalingId, print_kort

#: Name of a text without a file.
INGEVOERD = "ingevoerde tekst.txt"

#: The columns of a list of findings, with their headings; the other fields are in JSON.
KOLOMMEN: Mapping[str, str] = {
    "regelnummer": "Regel", "plaats_naam": "Plaats", "ernst": "Ernst", "naam": "Wat", "woorden": "Woorden",
    "reden": "Waarom", "suggestie": "Suggestie",
}  # fmt: skip
VELDEN = (
    "regelnummer", "begin", "eind", "plaats", "plaats_naam", "ernst", "regel", "naam", "thema", "woorden", "reden",
    "suggestie",
)  # fmt: skip
#: Characters of the passage that are shown on either side.
_ROND = 120
_BESTAND_WEG = "Het bestand is niet meer op zijn plek; plaatsen tellen in de lopende tekst, niet in het bestand."


@dataclass(frozen=True, slots=True)
class Controlekeuze:
    """Which rules apply, and how many findings each gives at most."""

    zonder: tuple[str, ...] = ()
    ernst: Ernst = Ernst.AANDACHTSPUNT
    per_regel: int = PER_REGEL


def lees_ernst(naam: str) -> Ernst:
    """The seriousness of that name.

    Raises:
        InvoerFout: there is none such.
    """
    if naam not in list(Ernst):
        raise InvoerFout(f"«{naam[:40]}» is geen ernst.", advies=f"Kies uit: {', '.join(Ernst)}.")
    return Ernst(naam)


def lees_inhoud(naam: str, inhoud: bytes, register: Register) -> Document:
    """What someone pasted as a document. Nothing of it is kept.

    Raises:
        OnbekendFormaat, BronFout: it cannot be read.
    """
    return lees_document(Bestand.in_geheugen(naam, inhoud), register, LEZERS)


def voer_uit(
    document: Document, register: Register, boom: Doelboom, keuze: Controlekeuze, *, scan: bool = False
) -> Controleuitkomst:
    """Check a document against itself and what is loaded.

    Raises:
        InvoerFout: a rule of that name does not exist.
    """
    toetsen = kies(keuze.zonder, keuze.ernst)
    aangevuld = register.aangevuld(regelingen_van([document]))
    controle = controleer(document, aangevuld, boom, toetsen=toetsen, per_regel=keuze.per_regel, scan=scan)
    return _Verteller(document, aangevuld).uitkomst(controle)


def controleer_geladen(
    antwoorden: Antwoorden, map_: Path, invoer: str, versie: str, keuze: Controlekeuze
) -> Controleuitkomst:
    """Check a loaded work: its file below ``map_``, or where that is gone its text as it was loaded.

    Raises:
        NietGevonden: it is not loaded, or only its structure is.
    """
    id_, genoemd = antwoorden.lees_id(invoer)
    bron = antwoorden.bepaling(BepalingId(id_.werk), versie or genoemd).bron
    if not bron.met_tekst:
        raise NietGevonden(f"Van «{bron.titel}» is geen tekst geladen, alleen de opbouw.")
    document = _uit_bestand(antwoorden, map_, bron)
    scan = len(antwoorden.correcties(BepalingId(id_.werk), bron.versie.naam)) >= SCAN
    uitkomst = voer_uit(
        document or antwoorden.document(id_.werk, bron.versie.naam),
        antwoorden.register,
        antwoorden.boom(),
        keuze,
        scan=scan,
    )
    voorbehouden = uitkomst.voorbehouden if document is not None else (*uitkomst.voorbehouden, _BESTAND_WEG)
    return replace(uitkomst, werk=bron.werk.kort, titel=bron.titel, versie=bron.versie.naam, voorbehouden=voorbehouden)


def _uit_bestand(antwoorden: Antwoorden, map_: Path, bron: Bron) -> Document | None:
    for pad in map_.rglob("*"):
        if pad.name == bron.bestand and pad.is_file() and Bestand(pad).sha256 == bron.sha256:
            return lees_document(pad, antwoorden.register, LEZERS)
    return None


def als_rij(b: Bevonden) -> dict[str, Any]:
    """One finding with all that is known of it, for lists."""
    alles = asdict(b)
    return {veld: str(alles[veld]) if veld in ("ernst", "thema") else alles[veld] for veld in VELDEN}


class _Verteller:
    """Puts findings into words: names of places, and the words around each."""

    def __init__(self, document: Document, register: Register) -> None:
        self._document, self._register = document, register
        self._knopen: dict[BepalingId, Bepaling] = {}
        for b in document.bepalingen():
            self._knopen.setdefault(b.id, b)
        self._passages: dict[BepalingId, list[Passage]] = {}
        for p in document.passages():
            self._passages.setdefault(p.bepaling.id, []).append(p)

    def uitkomst(self, controle: Controle) -> Controleuitkomst:
        d = self._document
        return Controleuitkomst(
            titel=d.citeertitel or d.titel or d.bron.naam,
            bestand=d.bron.naam,
            werk="",
            versie=d.versie,
            bevonden=tuple(map(self._bevonden, controle.punten)),
            voorbehouden=_voorbehouden(controle, self._register),
        )

    def _bevonden(self, p: Controlepunt) -> Bevonden:
        voor, na = self._rond(p)
        return Bevonden(
            regel=p.regel.id, naam=p.regel.naam, thema=p.regel.thema, ernst=p.regel.ernst,
            plaats=print_kort(p.plaats, self._register) if p.plaats.stappen else "",
            plaats_naam=self._plaats(p.plaats), regelnummer=p.regelnummer, begin=p.span.begin, eind=p.span.eind,
            voor=voor, woorden=p.woorden, na=na, reden=p.reden, suggestie=p.suggestie,
        )  # fmt: skip

    def _rond(self, p: Controlepunt) -> tuple[str, str]:
        for passage in self._passages.get(p.plaats, ()):
            bereik = passage.tekst.van_bron(p.span)
            tekst = passage.tekst.inhoud
            # The words of a provision as a whole have its label in front.
            if bereik is not None and " ".join(tekst[bereik[0] : bereik[1]].split())[:40] == p.woorden[:40]:
                voor, na = tekst[: bereik[0]][-_ROND:], tekst[bereik[1] :][:_ROND]
                return ("…" if len(voor) == _ROND else "") + voor, na + ("…" if len(na) == _ROND else "")
        return "", ""

    def _plaats(self, id_: BepalingId) -> str:
        if not id_.stappen:
            return "De tekst als geheel"
        knoop = self._knopen.get(id_)
        if knoop is not None and knoop.soort is BepalingSoort.SECTIE and knoop.kop and not knoop.label:
            ouder = id_.ouder
            rond = self._plaats(ouder) if ouder is not None and ouder.stappen else ""
            return f"{rond}, «{knoop.kop}»" if rond else f"«{knoop.kop}»"
        return kaal_label(id_, self._register)


#: Regulations that are named of those that could not be looked in.
_GENOEMD = 8


def _voorbehouden(controle: Controle, register: Register) -> tuple[str, ...]:
    namen = {r.id: r.naam for r in regels()}
    uit = [f"Van «{namen[id_]}» zijn er nog {n}; die zijn weggelaten." for id_, n in controle.weggelaten]
    redenen: dict[str, list[str]] = {}
    for id_, reden in controle.onthouden:
        redenen.setdefault(reden, []).append(f"«{namen[id_]}»")
    uit += [f"Niet toegepast: {', '.join(r)}. {reden}" for reden, r in redenen.items()]
    if niet := controle.niet_nagelopen:
        werken = ", ".join(register.titel(w) for w, _ in niet[:_GENOEMD])
        rest = f" en {len(niet) - _GENOEMD} andere" if len(niet) > _GENOEMD else ""
        aantal = sum(n for _, n in niet)
        wat = "één verwijzing" if aantal == 1 else f"{aantal} verwijzingen"
        uit.append(f"Niet nagelopen: {wat} naar wat niet (volledig) geladen is: {werken}{rest}.")
    return tuple(uit)
