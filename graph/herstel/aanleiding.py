"""What the loaded sources say of changes: the reasons for a repair, by the provision of the model that they concern."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from graph.antwoorden import Antwoorden
from graph.antwoorden.relatiegegevens import Bewijsplek
from graph.antwoorden.tijdgegevens import Documentverandering, Grond
from ontologie.document import Document
from ontologie.fouten import NietGevonden
from ontologie.herstel import Grondslag, Herkomst, Herstelgrond, Herstelreden
from ontologie.identificatie import BepalingId
from ontologie.relatie import Modaliteit
from ontologie.wijziging import Versieverschil

Aanleidingen = dict[BepalingId, tuple[Herstelreden, ...]]
_GROND = {Grond.VASTGESTELD: Herstelgrond.MODEL, Grond.GEVOLGD: Herstelgrond.MODEL, Grond.VERMOED: Herstelgrond.WET}
_BERUST_OP = "berust op"
#: Words of a source that are shown at most.
_WOORDEN_MAX = 300


def aanleidingen(antwoorden: Antwoorden, model: Document, versieverschil: Versieverschil | None = None) -> Aanleidingen:
    """The reasons for provisions of the model: recorded changes, newer law that they cite, and duties they fill in.

    ``versieverschil`` is how the model differs from the version that the own text was made from, where that is loaded.
    """
    uit: dict[BepalingId, list[Herstelreden]] = {}
    for verandering in antwoorden.veranderingen(model.werk, model.versie):
        id_ = verandering.bepaling.bepaling
        if id_ is not None and verandering.grond in _GROND:
            uit.setdefault(id_, []).append(_van_verandering(verandering))
    for verschil in versieverschil.verschillen if versieverschil is not None else ():
        uitleg = f"Het model is op dit punt {verschil.soort} sinds de versie waarvan de eigen tekst uitging."
        herkomst = Herkomst(f"{model.titel}, versie {model.versie}")
        uit.setdefault(verschil.bepaling, []).append(Herstelreden(Herstelgrond.MODEL, uitleg, (herkomst,)))
    for id_, reden in _plichten(antwoorden, model.werk):
        uit.setdefault(id_, []).append(reden)
    return {id_: tuple(dict.fromkeys(redenen)) for id_, redenen in uit.items()}


def _van_verandering(v: Documentverandering) -> Herstelreden:
    return Herstelreden(_GROND[v.grond], v.reden, tuple(_herkomst(b) for b in v.bewijs))


def _herkomst(bewijs: Bewijsplek) -> Herkomst:
    woorden = bewijs.woorden
    kort = woorden if len(woorden) <= _WOORDEN_MAX else f"{woorden[:_WOORDEN_MAX].rsplit(' ', 1)[0]} …"
    return Herkomst(bewijs.plek.label, " ".join(kort.split()), bewijs.plek.iri)


def _plichten(antwoorden: Antwoorden, model: str) -> Iterator[tuple[BepalingId, Herstelreden]]:
    """Provisions of the model that fill in what a council must lay down."""
    for matrix in antwoorden.dekking(verordening=model):
        for regel in matrix.regels:
            if regel.plicht.modaliteit is not Modaliteit.MOET or not regel.plicht.blad:
                continue
            for relatie in regel.door:
                if (id_ := relatie.van.bepaling) is None or not id_.stappen:
                    continue
                uitleg = f"De raad moet dit regelen: {regel.plicht.plek.label}."
                woorden = " ".join((regel.plicht.onderwerp or regel.plicht.opdracht).split())[:_WOORDEN_MAX]
                herkomst = (Herkomst(regel.plicht.plek.label, woorden, regel.plicht.plek.iri),)
                yield id_, Herstelreden(Herstelgrond.PLICHT, uitleg, herkomst)


# --- gelet op ---


def grondslagen(antwoorden: Antwoorden, model: Document, op: date) -> tuple[Grondslag, ...]:
    """The provisions that the model rests on, checked to exist on a day."""
    uit: list[Grondslag] = []
    try:
        relaties = antwoorden.implementeert(BepalingId(model.werk), omgekeerd=True).items
    except NietGevonden:
        return ()
    for relatie in relaties:
        id_ = relatie.naar.bepaling
        if relatie.relatie != _BERUST_OP or id_ is None or any(g.bepaling == id_ for g in uit):
            continue
        bestaat, uitleg = bestaat_op(antwoorden, id_, op)
        if relatie.facultatief:
            uitleg = (
                f"{uitleg} Het model noemt deze grondslag facultatief: noem haar alleen als de verordening erop berust."
            )
        herkomst = (Herkomst(f"Aanhef van {model.titel}", "", relatie.naar.iri),)
        uit.append(Grondslag(id_, bestaat, uitleg, herkomst))
    return tuple(uit)


def bestaat_op(antwoorden: Antwoorden, id_: BepalingId, op: date) -> tuple[bool | None, str]:
    """Whether a provision exists on a day, as far as is loaded, and the sentence that says so."""
    try:
        keuze = antwoorden.versie_op(id_, op)
    except NietGevonden:
        return None, f"{id_} is niet geladen: controleer of deze grondslag op {op.isoformat()} bestaat."
    label = keuze.bepaling.label
    if keuze.versie is None:
        return None, f"{label}: niet gecontroleerd voor {op.isoformat()}. {keuze.reden}"
    try:
        gegevens = antwoorden.bepaling(id_, keuze.versie.naam)
    except NietGevonden:
        return False, f"{label} staat niet in de geladen versie {keuze.versie.naam}."
    if gegevens.vervallen:
        return False, f"{label} is vervallen in de geladen versie {keuze.versie.naam}."
    return True, f"{label} bestaat op {op.isoformat()} ({keuze.zekerheid}). {keuze.reden}"
