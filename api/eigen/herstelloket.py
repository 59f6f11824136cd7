"""Repairs as pages and the REST interface ask for them: of brought documents, and of loaded ordinances."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from api.eigen.bureau import Bureau
from api.eigen.geheugen import Geheugen
from api.eigen.herstellen import lees_ontwerp
from api.eigen.vergelijken import kies_model, lees_dag
from ontologie.fouten import InvoerFout
from ontologie.herstel import Ontwerpbesluit

if TYPE_CHECKING:
    from api.dienst import Dienst, Stand

_ONTWERP = "herstel"
#: Drafts for loaded ordinances that are remembered, as they were written.
_ONTHOUDEN = 8
#: Points that one question may name, and characters of each.
PUNTEN_MAX, _PUNT_MAX = 500, 100


@dataclass(frozen=True, slots=True)
class Herstelvraag:
    """What is taken over: these points, or with None all that is proposed; and from when the decision holds."""

    punten: tuple[str, ...] | None = None
    zonder: tuple[str, ...] = field(default=())
    inwerking: date | None = None

    def opties(self) -> dict[str, str]:
        """The question for the task.

        Raises:
            InvoerFout: it names too much, or what can be no point.
        """
        alle = (*(self.punten or ()), *self.zonder)
        if len(alle) > PUNTEN_MAX or any(len(p) > _PUNT_MAX or "," in p for p in alle):
            raise InvoerFout(
                "Deze keuze is niet te lezen.",
                advies=f"Noem ten hoogste {PUNTEN_MAX} punten uit de lijst.",
            )
        uit = {"inwerking": self.inwerking.isoformat() if self.inwerking else "", "zonder": ",".join(self.zonder)}
        if self.punten is not None:
            uit |= {"alleen": ",".join(self.punten), "niets": "" if self.punten else "ja"}
        return uit


class Herstelloket:
    """Drafts repairs, and keeps the last one beside each document. May be used from several threads."""

    def __init__(self, dienst: Dienst, bureau: Bureau) -> None:
        self._dienst, self._bureau = dienst, bureau
        self._geladen: Geheugen[bytes, bytes] = Geheugen(_ONTHOUDEN)

    def ontwerp(self, id_: str, vraag: Herstelvraag) -> Ontwerpbesluit:
        """The draft for a kept document, beside the model and the day that it was compared with.

        Raises:
            NietGevonden: the document is not kept here (any more), or the model is not loaded.
            BronFout, InvoerFout, GrensBereikt: as ``Bureau.doe``.
        """
        stand = self._dienst.stand()
        model, op = self._dienst.vergelijken.vraag(id_)
        opties = {"model": model, "op": op, **vraag.opties()}
        sleutel = _sleutel(stand, opties)
        bewaard = self._bureau.kluis.lees(id_, _ONTWERP)
        if bewaard is not None and bewaard.startswith(sleutel):
            return lees_ontwerp(bewaard[len(sleutel) :])
        inhoud = self._bureau.doe("herstel", id_, stand.plek, opties)
        self._bureau.kluis.bewaar(id_, _ONTWERP, sleutel + inhoud)
        return lees_ontwerp(inhoud)

    def van_geladen(self, eigen: str, model: str, op: str, vraag: Herstelvraag) -> Ontwerpbesluit:
        """The draft for a loaded ordinance.

        Raises:
            NietGevonden: it or the model is not loaded.
            InvoerFout, GrensBereikt: as ``Bureau.doe``, or ``op`` is no day.
        """
        stand = self._dienst.stand()
        werk = stand.antwoorden.lees_id(eigen)[0].werk
        model = kies_model(stand.antwoorden, model)
        opties = {"eigen": werk, "model": model, "op": lees_dag(op), **vraag.opties()}

        def maak() -> bytes:
            return self._bureau.doe_met("herstel", Path(), stand.plek, opties)

        return lees_ontwerp(self._geladen.geef(_sleutel(stand, opties), maak))


def _sleutel(stand: Stand, opties: dict[str, str]) -> bytes:
    """What a draft rests on, as one line."""
    return json.dumps([stand.naam, opties], sort_keys=True).encode() + b"\n"
