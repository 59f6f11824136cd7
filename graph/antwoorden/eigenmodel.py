"""What changed in the model, as far as that is known, and what the own text has of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from graph.antwoorden.eigengegevens import Bepalingnaam, Modelstand, Modelwijziging
from graph.antwoorden.naslag import Werkversie
from graph.antwoorden.tijdgegevens import Documentverandering
from ontologie.document import Document
from ontologie.identificatie import BepalingId, StapSoort
from ontologie.vergelijking import Paarsoort, Vergelijking
from ontologie.wijziging import Effect

if TYPE_CHECKING:
    from graph.antwoorden.eigen import Eigenvragen

#: What is not compared: a change there says nothing of the own rules.
_BUITEN = frozenset({StapSoort.TOELICHTING, StapSoort.LEESWIJZER})
_ZINNEN = {
    Modelstand.OVERGENOMEN: "Uw tekst heeft hier de tekst van deze versie van het model.",
    Modelstand.AFWIJKEND: (
        "Uw tekst wijkt hier af van deze versie van het model: dat kan een oudere tekst van het model zijn, "
        "of een eigen keuze."
    ),
    Modelstand.WEGGELATEN: "Het model noemt dit facultatief en uw tekst heeft het niet.",
    Modelstand.ONTBREEKT: "Uw tekst heeft deze bepaling niet.",
    Modelstand.ONBEKEND: "Wat uw tekst hiervan heeft, is niet vast te stellen.",
}
_RANG = [Paarsoort.ONTBREEKT, Paarsoort.AFWIJKEND, Paarsoort.WEGGELATEN, Paarsoort.GELIJK]
_STAND = {
    Paarsoort.ONTBREEKT: Modelstand.ONTBREEKT,
    Paarsoort.AFWIJKEND: Modelstand.AFWIJKEND,
    Paarsoort.WEGGELATEN: Modelstand.WEGGELATEN,
    Paarsoort.GELIJK: Modelstand.OVERGENOMEN,
}


def lees_modelwijzigingen(
    vragen: Eigenvragen,
    model: Werkversie,
    document: Document,
    vergelijking: Vergelijking,
    naam: Callable[[BepalingId], Bepalingnaam],
) -> Iterator[Modelwijziging]:
    """One row for each provision of the model that is known or supposed to have changed in this version."""
    weg = _weg(document, vergelijking)
    for wijziging in vragen.wijzigingen.wijzigingen({model.iri: True}):
        for verandering in wijziging.veranderingen:
            id_ = verandering.bepaling.bepaling
            if id_ is not None and id_.stappen and id_.stappen[0].soort not in _BUITEN:
                yield _wijziging(verandering, id_, vergelijking, weg, naam)


def _weg(document: Document, vergelijking: Vergelijking) -> dict[BepalingId, Modelstand]:
    """What the own text has not, with all that lies in it: a chapter that is missing is missing with its articles."""
    bepalingen = {b.id: b for b in document.bepalingen()}
    uit: dict[BepalingId, Modelstand] = {}
    for paar in vergelijking.paren:
        bepaling = bepalingen.get(paar.model[0]) if paar.model and not paar.eigen else None
        for deel in bepaling.loop() if bepaling is not None else ():
            uit[deel.id] = Modelstand.WEGGELATEN if deel.facultatief else _STAND[paar.soort]
    return uit


def _wijziging(
    verandering: Documentverandering,
    id_: BepalingId,
    vergelijking: Vergelijking,
    weg: Mapping[BepalingId, Modelstand],
    naam: Callable[[BepalingId], Bepalingnaam],
) -> Modelwijziging:
    paren = [p for p in vergelijking.paren if any(m == id_ or id_ in m.voorouders() for m in p.model)]
    stand = _STAND[min((p.soort for p in paren), key=_RANG.index)] if paren else weg.get(id_, Modelstand.ONBEKEND)
    if verandering.effect == Effect.VERVALLEN:
        stand = Modelstand.ONBEKEND
    eigen = tuple(dict.fromkeys(e for p in paren for e in p.eigen))
    return Modelwijziging(
        naam(id_),
        verandering.effect,
        verandering.grond.value,
        verandering.reden,
        stand,
        _ZINNEN[stand],
        tuple(naam(e) for e in eigen),
    )
