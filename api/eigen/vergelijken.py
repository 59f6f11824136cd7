"""Comparing a brought document with a model: the task, and its result as it is kept beside the document."""

from __future__ import annotations

from datetime import date

import msgspec

from api.eigen.taak import Werktafel
from graph.antwoorden import Antwoorden
from graph.antwoorden.eigengegevens import Eigenbeoordeling
from graph.vergelijk import als_werk
from ontologie.document import Document, DocumentSoort
from ontologie.fouten import InvoerFout, NietGevonden

#: The name that a brought document has as a work, and the model that is meant when none is named.
EIGEN = "eigen"


def vergelijk_taak(tafel: Werktafel) -> bytes:
    """Read the document, or take the loaded one that ``opties`` names, and put it beside the model."""
    dag = tafel.opties.get("op", "")
    uitkomst = vergelijk_met(
        tafel.antwoorden, lees_eigen(tafel), tafel.opties.get("model", ""), date.fromisoformat(dag) if dag else None
    )
    return schrijf(uitkomst)


def lees_eigen(tafel: Werktafel) -> Document:
    """The loaded ordinance that ``opties`` names, or else the document that was brought.

    Raises:
        BronFout: it cannot be read.
    """
    geladen = tafel.opties.get("eigen", "")
    return tafel.antwoorden.document(geladen) if geladen else als_werk(tafel.document(), EIGEN)


def vergelijk_met(antwoorden: Antwoorden, eigen: Document, model: str = "", op: date | None = None) -> Eigenbeoordeling:
    """A document beside a loaded model, by default the only one that is loaded.

    Raises:
        NietGevonden: the model is not loaded.
        InvoerFout: no model is named while several are loaded, or one of the texts cannot be compared.
    """
    return antwoorden.beoordeel_eigen(eigen, kies_model(antwoorden, model), op=op)


def kies_model(antwoorden: Antwoorden, model: str = "") -> str:
    """The short name of the model to compare with.

    Raises:
        NietGevonden: it is not loaded, or no model is.
        InvoerFout: none is named while several are loaded.
    """
    if model:
        return antwoorden.lees_id(model)[0].werk
    modellen = [m for m, _ in geladen_modellen(antwoorden)]
    if not modellen:
        raise NietGevonden(
            "Er is geen model met tekst geladen om mee te vergelijken.", advies="Noem met welk geladen document dan."
        )
    if len(modellen) > 1:
        raise InvoerFout(
            "Er zijn meer modellen geladen; noem er een.", advies=f"Kies uit: {', '.join(sorted(modellen))}."
        )
    return modellen[0]


def lees_dag(waarde: str) -> str:
    """A day as someone wrote it in a form, "" for none.

    Raises:
        InvoerFout: it is no day.
    """
    try:
        return date.fromisoformat(waarde).isoformat() if waarde else ""
    except ValueError as fout:
        raise InvoerFout(f"«{waarde[:40]}» is geen dag.", advies="Schrijf een dag als 2026-01-31.") from fout


def geladen_modellen(antwoorden: Antwoorden) -> list[tuple[str, str]]:
    """Short name and title of the loaded models with running text."""
    return [
        (b.werk.kort, b.titel)
        for b in antwoorden.bronnen().items
        if b.nieuwste and b.met_tekst and b.soort is DocumentSoort.MODEL
    ]


def schrijf(uitkomst: Eigenbeoordeling) -> bytes:
    """The result as JSON, to keep and read again."""
    return msgspec.json.encode(uitkomst)


def lees(inhoud: bytes) -> Eigenbeoordeling:
    """What ``schrijf`` wrote."""
    return msgspec.json.decode(inhoud, type=Eigenbeoordeling)
