"""Comparisons as pages and the REST interface ask for them: of brought documents, and of loaded ordinances."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from api.eigen.bureau import Bureau
from api.eigen.geheugen import Geheugen
from api.eigen.kluis import Eigenstuk
from api.eigen.vergelijken import kies_model, lees, lees_dag
from graph.antwoorden.eigengegevens import Eigenbeoordeling

if TYPE_CHECKING:
    from api.dienst import Dienst

_UITKOMST, _VRAAG = "vergelijking", "vergelijkvraag"
#: Comparisons of loaded ordinances that are remembered, about 2 MB each.
_ONTHOUDEN = 8


@dataclass(frozen=True, slots=True)
class Vergeleken:
    """A comparison; ``stuk`` is the brought document, None for one that is loaded."""

    uitkomst: Eigenbeoordeling
    stuk: Eigenstuk | None = None


class Vergelijkloket:
    """Compares, and keeps what was found beside the document. May be used from several threads."""

    def __init__(self, dienst: Dienst, bureau: Bureau) -> None:
        self._dienst, self._bureau = dienst, bureau
        self._geladen: Geheugen[tuple[str, ...], Eigenbeoordeling] = Geheugen(_ONTHOUDEN)

    def vergelijk(self, stuk: Eigenstuk, model: str = "", op: str = "") -> Vergeleken:
        """Compare a document that was just brought; one that cannot be compared is not kept.

        Raises:
            BronFout, InvoerFout, NietGevonden, GrensBereikt: as ``Bureau.doe``.
        """
        with self._bureau.kluis.op_proef(stuk.id):
            return self._doe(stuk, kies_model(self._dienst.antwoorden(), model), lees_dag(op))

    def uitkomst(self, id_: str) -> Vergeleken:
        """The comparison of a kept document; made anew where another state of the graph serves now.

        Raises:
            NietGevonden: the document is not kept here (any more).
        """
        kluis = self._bureau.kluis
        stuk = kluis.stuk(id_)
        vraag = kluis.lees(id_, _VRAAG)
        model, op, stand = ("", "", "") if vraag is None else json.loads(vraag)
        bewaard = kluis.lees(id_, _UITKOMST)
        if bewaard is not None and stand == self._dienst.stand().naam:
            return Vergeleken(lees(bewaard), stuk)
        return self._doe(stuk, kies_model(self._dienst.antwoorden(), model), op)

    def vraag(self, id_: str) -> tuple[str, str]:
        """The model and the day that a kept document was compared with.

        Raises:
            NietGevonden: the document is not kept here (any more).
        """
        vraag = self._bureau.kluis.lees(id_, _VRAAG)
        model, op, _ = ("", "", "") if vraag is None else json.loads(vraag)
        return model, op

    def _doe(self, stuk: Eigenstuk, model: str, op: str) -> Vergeleken:
        stand = self._dienst.stand()
        inhoud = self._bureau.doe("vergelijk", stuk.id, stand.plek, {"model": model, "op": op})
        self._bureau.kluis.bewaar(stuk.id, _UITKOMST, inhoud)
        self._bureau.kluis.bewaar(stuk.id, _VRAAG, json.dumps([model, op, stand.naam]).encode())
        return Vergeleken(lees(inhoud), stuk)

    def van_geladen(self, eigen: str, model: str = "", op: str = "") -> Vergeleken:
        """The comparison of a loaded ordinance.

        Raises:
            NietGevonden: it or the model is not loaded.
            InvoerFout: ``op`` is no day.
        """
        stand = self._dienst.stand()
        werk = stand.antwoorden.lees_id(eigen)[0].werk
        opties = {"eigen": werk, "model": kies_model(stand.antwoorden, model), "op": lees_dag(op)}

        def maak() -> Eigenbeoordeling:
            return lees(self._bureau.doe_met("vergelijk", Path(), stand.plek, opties))

        return Vergeleken(self._geladen.geef((stand.naam, *opties.values()), maak))
