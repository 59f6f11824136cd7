"""What changed in the model, as far as that is known, and what the own text has of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from graph.antwoorden.eigengegevens import Bepalingnaam, Modelstand, Modelwijziging
from graph.antwoorden.naslag import Werkversie
from graph.antwoorden.tijdgegevens import Documentverandering
from ontologie.identificatie import BepalingId, StapSoort
from ontologie.vergelijking import Paar, Paarsoort, Vergelijking
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
    vergelijking: Vergelijking,
    naam: Callable[[BepalingId], Bepalingnaam],
) -> Iterator[Modelwijziging]:
    """One row for each provision of the model that is known or supposed to have changed in this version."""
    for wijziging in vragen.wijzigingen.wijzigingen({model.iri: True}):
        for verandering in wijziging.veranderingen:
            id_ = verandering.bepaling.bepaling
            if id_ is not None and id_.stappen and id_.stappen[0].soort not in _BUITEN:
                yield _wijziging(verandering, id_, _paren(vergelijking, id_), naam)


def _paren(vergelijking: Vergelijking, id_: BepalingId) -> list[Paar]:
    """The pairs of a provision and what is in it, or else of what it was gone with."""
    binnen = [p for p in vergelijking.paren if any(m == id_ or id_ in m.voorouders() for m in p.model)]
    boven = set(id_.voorouders())
    return binnen or [p for p in vergelijking.paren if not p.eigen and any(m in boven and m.stappen for m in p.model)]


def _wijziging(
    verandering: Documentverandering,
    id_: BepalingId,
    paren: list[Paar],
    naam: Callable[[BepalingId], Bepalingnaam],
) -> Modelwijziging:
    if verandering.effect == Effect.VERVALLEN or not paren:
        stand = Modelstand.ONBEKEND
    else:
        stand = _STAND[min((p.soort for p in paren), key=_RANG.index)]
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
