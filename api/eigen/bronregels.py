"""What the documents of a repair share: that they are a draft, and sources as lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from api.uitvoer import Alinea, Loop, Loopstijl, Opmerking, alinea, opmerking
from ontologie.herstel import Herkomst
from ontologie.identificatie import basis

#: Gives the absolute address of what has an IRI, "" for none.
Iriadres = Callable[[str], str]
_CONCEPT = (
    "CONCEPT. Dit stuk is door een programma opgesteld uit een vergelijking met het model en de geladen bronnen. "
    "Het is een ontwerp: een jurist beoordeelt elke wijziging, de open punten en het geheel voordat het wordt gebruikt."
)
#: Sources shown with one reason.
_BRONNEN_MAX = 3


def iri_adres(site: str) -> Iriadres:
    """Addresses below a site; "" where there is none."""
    begin = site.rstrip("/")
    return lambda iri: f"{begin}/id/{iri.removeprefix(basis())}" if begin and iri.startswith(basis()) else ""


def concept() -> Opmerking:
    """The warning that every document of a repair begins with."""
    return opmerking(_CONCEPT, let_op=True)


def bronnen_van(herkomst: Iterable[Herkomst], adres: Iriadres, getoond: set[Herkomst]) -> list[Alinea]:
    """The sources of a reason, each with its words; of one that is in ``getoond`` only the name. It adds to that."""
    uit = []
    for bron in list(herkomst)[:_BRONNEN_MAX]:
        naam = Loop(bron.naam, Loopstijl.CURSIEF, adres(bron.iri))
        woorden = bron.woorden if bron not in getoond else ""
        uit.append(alinea("Bron: ", naam, f": «{woorden}»") if woorden else alinea("Bron: ", naam))
        getoond.add(bron)
    return uit
