"""What goes to the process that works on a document, and what comes back."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from graph.antwoorden import Antwoorden
from ontologie.document import Document
from ontologie.fouten import (
    BewaarFout,
    BronFout,
    BronTeGroot,
    GrensBereikt,
    InvoerFout,
    NietGevonden,
    OnbekendFormaat,
    OpslagFout,
    RegelgraafFout,
)

#: What can be done with a brought document: the function that does it, given a ``Werktafel``, and gives bytes.
TAKEN: dict[str, str] = {
    "controleer": "api.eigen.controleren:controleer_taak",
    "vergelijk": "api.eigen.vergelijken:vergelijk_taak",
    "herstel": "api.eigen.herstellen:herstel_taak",
}


@dataclass(frozen=True, slots=True)
class Taak:
    """One task: the function, the file, the store to ask, the user's own register, memory in bytes."""

    functie: str
    pad: str
    opslag: str
    register: str
    geheugen: int
    opties: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Werktafel:
    """What a task works with: the file, what is loaded, and what was asked."""

    pad: Path
    antwoorden: Antwoorden
    opties: dict[str, str]

    def document(self) -> Document:
        """The document in the file.

        Raises:
            BronFout: it cannot be read.
        """
        from bronnen.lezen import Bestand, lees_document  # here: the process that starts tasks needs no readers
        from bronnen.lezers import LEZERS
        from bronnen.tekst.lezer import TekstLezer
        from bronnen.xml import wortelnaam

        try:
            return lees_document(self.pad, self.antwoorden.register, LEZERS)
        except OnbekendFormaat:
            bestand = Bestand(self.pad)
            if bestand.kop.startswith(b"PK") or wortelnaam(bestand.kop):
                raise
            # The name of a file that a user brings need not say what it is.
            return TekstLezer().lees(bestand, self.antwoorden.register)


# The errors that a task can end in; any other is a fault of ours and arrives as OpslagFout.
_FOUTEN: dict[str, type[RegelgraafFout]] = {
    f.__name__: f for f in (GrensBereikt, OpslagFout, BewaarFout, NietGevonden, InvoerFout)
}  # fmt: skip
_BRONFOUTEN: dict[str, type[BronFout]] = {f.__name__: f for f in (BronTeGroot, OnbekendFormaat, BronFout)}


def fout_naar_kop(fout: RegelgraafFout) -> dict[str, Any]:
    """An error as JSON."""
    if isinstance(fout, BronFout):
        soort = next(n for n, klasse in _BRONFOUTEN.items() if isinstance(fout, klasse))
        return {"fout": soort, "bericht": fout.oorzaak, "advies": fout.advies, "plaats": fout.plaats,
                "bestand": fout.bestand}  # fmt: skip
    soort = next((n for n, klasse in _FOUTEN.items() if isinstance(fout, klasse)), "OpslagFout")
    return {"fout": soort, "bericht": fout.bericht, "advies": fout.advies}


def fout_uit_kop(kop: dict[str, Any]) -> RegelgraafFout:
    """The error that ``fout_naar_kop`` wrote."""
    if kop["fout"] in _BRONFOUTEN:
        klasse = _BRONFOUTEN[kop["fout"]]
        return klasse(kop["bestand"], kop["bericht"], plaats=kop["plaats"], advies=kop["advies"])
    return _FOUTEN[kop["fout"]](kop["bericht"], advies=kop["advies"])
