"""Checking a brought or loaded document: the task, its result as it is kept, and the desk that pages and REST ask."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from api.eigen.bureau import Bureau
from api.eigen.geheugen import Geheugen
from api.eigen.kluis import Eigenstuk
from api.eigen.taak import Werktafel
from graph.antwoorden.controlegegevens import Controleuitkomst

if TYPE_CHECKING:
    from api.dienst import Dienst

_TAAK, _UITKOMST, _STAND = "controleer", "controle", "controlestand"
#: Checks of loaded works that are remembered; one of a law is about 100 kB.
_ONTHOUDEN = 32


def controleer_taak(tafel: Werktafel) -> bytes:
    """Check the document, or the loaded work that ``opties`` names; every rule applies."""
    from api.controle import Controlekeuze, controleer_geladen, voer_uit

    a, opties, alles = tafel.antwoorden, tafel.opties, Controlekeuze()
    if werk := opties.get("werk", ""):
        return schrijf(controleer_geladen(a, Path(opties["map"]), werk, opties.get("versie", ""), alles))
    return schrijf(voer_uit(tafel.document(), a.register, a.boom(), alles))


def schrijf(uitkomst: Controleuitkomst) -> bytes:
    """The result as JSON, to keep and read again."""
    return msgspec.json.encode(uitkomst)


def lees(inhoud: bytes) -> Controleuitkomst:
    """What ``schrijf`` wrote."""
    return msgspec.json.decode(inhoud, type=Controleuitkomst)


@dataclass(frozen=True, slots=True)
class Gecontroleerd:
    """A check; ``stuk`` is the brought document, None for one that is loaded."""

    uitkomst: Controleuitkomst
    stuk: Eigenstuk | None = None


class Controleloket:
    """Checks documents, and keeps what was found beside them. May be used from several threads."""

    def __init__(self, dienst: Dienst, bureau: Bureau) -> None:
        self._dienst, self._bureau = dienst, bureau
        self._geladen: Geheugen[tuple[str, str, str], Controleuitkomst] = Geheugen(_ONTHOUDEN)

    def controleer(self, stuk: Eigenstuk) -> Gecontroleerd:
        """Check a document that was just brought; one that cannot be read is not kept.

        Raises:
            BronFout, GrensBereikt: as ``Bureau.doe``.
        """
        with self._bureau.kluis.op_proef(stuk.id):
            return self._doe(stuk)

    def uitkomst(self, id_: str) -> Gecontroleerd:
        """The check of a kept document; made anew where another state of the graph serves now.

        Raises:
            NietGevonden: the document is not kept here (any more).
        """
        kluis = self._bureau.kluis
        stuk = kluis.stuk(id_)
        bewaard, stand = kluis.lees(id_, _UITKOMST), kluis.lees(id_, _STAND)
        if bewaard is not None and stand is not None and json.loads(stand) == self._dienst.stand().naam:
            return Gecontroleerd(lees(bewaard), stuk)
        return self._doe(stuk)

    def _doe(self, stuk: Eigenstuk) -> Gecontroleerd:
        stand = self._dienst.stand()
        # What the user called it says more than what it is kept as.
        uitkomst = replace(lees(self._bureau.doe(_TAAK, stuk.id, stand.plek)), bestand=stuk.naam)
        self._bureau.kluis.bewaar(stuk.id, _UITKOMST, schrijf(uitkomst))
        self._bureau.kluis.bewaar(stuk.id, _STAND, json.dumps(stand.naam).encode())
        return Gecontroleerd(uitkomst, stuk)

    def van_geladen(self, invoer: str, versie: str = "") -> Gecontroleerd:
        """The check of a loaded work.

        Raises:
            NietGevonden: it is not loaded, or only its structure is.
        """
        stand = self._dienst.stand()
        werk = stand.antwoorden.lees_id(invoer)[0].werk

        def maak() -> Controleuitkomst:
            opties = {"werk": werk, "versie": versie, "map": str(self._dienst.bronmap())}
            return lees(self._bureau.doe_met(_TAAK, Path(), stand.plek, opties))

        return Gecontroleerd(self._geladen.geef((stand.naam, werk, versie), maak))
