"""The first pass of a build: every file read, or taken over from the build before where nothing about it changed."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bronnen.kern import zonder_tekst
from bronnen.lezen import Bestand, Lezer, Lot, lees_map
from bronnen.lezers import LEZERS
from bronnen.register import Register
from graph.bouwverslag import Bestandsverslag, Bewerking, Fase, Verslagen, Voortgang
from graph.codeversie import codesom
from graph.sporen import Bronspoor, Volgregister
from ontologie.document import Bepaling, BepalingSoort, Bronbestand, Document, DocumentSoort
from ontologie.identificatie import BepalingId
from ontologie.relatie import Afleiding
from ontologie.tekst import Span
from ontologie.verwijzing import Verwijzing


@dataclass(slots=True)
class Bron:
    """A document of which at least the structure is at hand. ``volledig`` is None where its text did not fit.

    With a ``spoor`` it was not read: ``structuur`` then has neither provisions nor titles.
    """

    pad: Path
    structuur: Document
    volledig: Document | None
    #: References that came with it (from the shipped facts); None: still to be recognised.
    verwijzingen: tuple[Verwijzing, ...] | None = None
    #: Relations that came with it; None: still to be derived.
    afleiding: Afleiding | None = None
    #: What reading asked of the register.
    leesvragen: frozenset[str] = frozenset()
    spoor: Bronspoor | None = None


def lees_bronnen(
    bronmappen: Sequence[Path],
    register: Register,
    verslagen: Verslagen,
    voortgang: Voortgang,
    bewaard: int,
    bekend: Mapping[bytes, Bronspoor] | None = None,
) -> Iterator[Bron]:
    """Read every file, keep the structure of each document, and its text while all of it is below ``bewaard``.

    A file in ``bekend`` (by path) with the same hash is not read but taken over.
    """
    gezien: dict[tuple[str, str], Path] = {}
    tekens = gedaan = 0
    volg = Volgregister(register)
    lezers: tuple[Lezer, ...] = (Overnemer(bekend), *LEZERS) if bekend else LEZERS
    for map_ in bronmappen:
        for uitkomst in lees_map(map_, volg, lezers):
            gedaan += 1
            voortgang(Fase.LEZEN, gedaan, 0, uitkomst.pad.name)
            document, vragen = uitkomst.document, volg.neem()
            if uitkomst.bijbestand is not None:
                verslagen.bijbestanden.append(uitkomst.bijbestand)
            if document is None:
                verslagen.zet(Bestandsverslag(uitkomst.pad, uitkomst.lot, reden=uitkomst.reden))
                continue
            # Each folder tells its own doubles; this is for the same version in two folders.
            eerste = gezien.setdefault((document.werk, document.versie), uitkomst.pad)
            if eerste != uitkomst.pad:
                reden = f"dubbel: {document.werk}, versie {document.versie or 'onbekend'}, staat ook in {eerste}"
                verslagen.zet(Bestandsverslag(uitkomst.pad, Lot.DUBBEL, document.werk, document.versie, reden=reden))
                continue
            if bekend and document.bron.lezer == Overnemer.naam:
                spoor = bekend[os.fsencode(uitkomst.pad)]
                meld_overgenomen(verslagen, uitkomst.pad, spoor)
                yield Bron(uitkomst.pad, document, None, leesvragen=spoor.leesvragen, spoor=spoor)
                continue
            verslagen.geladen(uitkomst.pad, document)
            tekens += len(document.origineel)
            tekst = document if tekens <= bewaard else None
            yield Bron(uitkomst.pad, zonder_tekst(document), tekst, leesvragen=vragen)


def meld_overgenomen(verslagen: Verslagen, pad: Path, spoor: Bronspoor) -> None:
    verslagen.zet(
        Bestandsverslag(
            pad,
            Lot.GELEZEN,
            spoor.werk,
            spoor.versie,
            spoor.bepalingen,
            sum(spoor.statussen.values()),
            meldingen=spoor.meldingen,
            bewerking=Bewerking.OVERGENOMEN,
        )
    )


class Overnemer:
    """Stands before the readers and takes the files that are still what they were, without looking into them."""

    naam = "overgenomen"

    def __init__(self, bekend: Mapping[bytes, Bronspoor]) -> None:
        self._bekend = bekend

    def herkent(self, bestand: Bestand) -> bool:
        spoor = self._bekend.get(os.fsencode(bestand.pad))
        return spoor is not None and spoor.sha256 == bestand.sha256

    def lees(self, bestand: Bestand, register: Register) -> Document:  # noqa: ARG002
        """What identifies the document; the rest is in its ``Bronspoor``."""
        spoor = self._bekend[os.fsencode(bestand.pad)]
        wortel = Bepaling(BepalingId(spoor.werk), BepalingSoort.REGELING, Span(0, 0))
        bron = Bronbestand(bestand.naam, spoor.sha256, len(bestand.inhoud), "", self.naam)
        return Document(
            spoor.werk, spoor.versie, DocumentSoort.OVERIG, "", wortel, bron, volledig=spoor.volledig, met_tekst=False
        )


@cache
def leescode(lezer: str) -> str:
    """Version of what reads: the program of one reader, and which readers there are."""
    gevonden = next((x for x in LEZERS if x.naam == lezer), None)
    som = codesom(type(gevonden).__module__, "bronnen.lezen") if gevonden is not None else ""
    return hashlib.sha256(f"{som} {[x.naam for x in LEZERS]}".encode()).hexdigest()
