"""Repairing a brought ordinance: the task, and its result as it goes between processes."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import msgspec

from api.eigen.taak import Werktafel
from api.eigen.vergelijken import EIGEN, kies_model, lees_eigen
from api.namen import in_namen
from graph.antwoorden import Antwoorden
from graph.antwoorden.eigengegevens import Eigenbeoordeling, Grondslagstand
from graph.herstel.aanleiding import aanleidingen, grondslagen
from graph.herstel.geletop import facultatieve_grondslagen, gelet_op, kies_grondslagen
from graph.herstel.gemeente import gemeente_van
from graph.herstel.maken import Keus, maak_herstel, wijziging_van
from graph.herstel.punten import Gegevens
from graph.vergelijk import als_werk
from graph.verwijzing import Herkenner
from ontologie.document import BepalingSoort, Document, InvulSoort
from ontologie.herstel import Herkomst, Herstel, Ontwerpbesluit
from ontologie.identificatie import BepalingId
from ontologie.relatie import Modaliteit, Oordeel
from ontologie.wijzigingsbesluit import KomtTeLuiden, Vervallen

_NOEMT_BEPALING = re.compile(r"\b(?:lid|leden|artikel|artikelen|onder)\b|\d")
_WEG = frozenset({Grondslagstand.VERVALLEN, Grondslagstand.VERPLAATST, Grondslagstand.ONTBREEKT})


def ontwerp_met(
    antwoorden: Antwoorden,
    eigen: Document,
    model: str = "",
    op: date | None = None,
    keus: Keus | None = None,
    inwerkingtreding: date | None = None,
) -> Ontwerpbesluit:
    """The repair of an own ordinance after a loaded model, as a draft decision.

    Raises:
        NietGevonden: the model is not loaded.
        InvoerFout: no model is named while several are loaded, a text cannot be compared, or the choice names nothing.
    """
    eigen = als_werk(eigen, EIGEN)
    werk = kies_model(antwoorden, model)
    beoordeling = antwoorden.beoordeel_eigen(eigen, werk, op=op)
    voorbeeld = antwoorden.document(werk)
    herkenner = Herkenner(antwoorden.register, antwoorden.boom())
    van_eigen = herkenner.verwijzingen(eigen).verwijzingen
    gegevens = Gegevens(
        eigen,
        voorbeeld,
        beoordeling.vergelijking,
        aanleidingen(antwoorden, voorbeeld),
        lambda id_: _bron(antwoorden, id_),
        herkenner.verwijzingen(voorbeeld).verwijzingen,
        van_eigen,
    )
    gronden = kies_grondslagen(
        grondslagen(antwoorden, voorbeeld, beoordeling.op),
        facultatieve_grondslagen(voorbeeld, herkenner),
        (g.doel.id for g in beoordeling.grondslag),
    )
    herstel = maak_herstel(gegevens, beoordeling.op, keus, gronden)
    herstel = replace(
        herstel,
        open_punten=tuple(
            in_namen(p, antwoorden.register)
            for p in dict.fromkeys((*herstel.open_punten, *_verder(beoordeling, voorbeeld)))
        ),
    )
    return Ontwerpbesluit(
        gemeente=gemeente_van(eigen),
        herstel=herstel,
        gelet_op=gelet_op(gronden, antwoorden.register),
        inwerkingtreding=inwerkingtreding,
        overgangsrecht=_raakt_bestaand(herstel),
    )


def _bron(antwoorden: Antwoorden, id_: BepalingId) -> Herkomst:
    plek = antwoorden.plek(id_)
    return Herkomst(plek.label, "", plek.iri)


def _verder(beoordeling: Eigenbeoordeling, model: Document) -> list[str]:
    """What the comparison found that no change of words settles: bases that went, duties that nothing covers."""
    uit = [g.zin for g in beoordeling.grondslag if g.stand in _WEG]
    for dekking in beoordeling.dekking:
        for regel in dekking.regels:
            open_ = regel.oordeel is Oordeel.ONTBREEKT and regel.modaliteit is Modaliteit.MOET
            if open_ and regel.blad and regel.binnen_grondslag:
                uit.append(
                    f"{regel.plicht.label}: de raad moet dit regelen, en de verordening doet dat niet. {regel.reden}"
                )
    for bepaling in model.bepalingen():
        if bepaling.soort is BepalingSoort.AANHEF:
            uit += [
                f"De aanhef van het model noemt «{woorden}» facultatief: noem die grondslag alleen waar dat past."
                for plek in bepaling.invulplaatsen
                if plek.soort is InvulSoort.FACULTATIEF
                and _NOEMT_BEPALING.search(woorden := model.origineel[plek.span.begin : plek.span.eind])
            ]
    return uit


def _raakt_bestaand(herstel: Herstel) -> bool:
    """Whether rules that were there lapse or are replaced, so that running cases may need a rule of transition."""
    wijziging = wijziging_van(herstel)
    onderdelen = wijziging.onderdelen if wijziging is not None else ()
    return any(isinstance(i, Vervallen | KomtTeLuiden) for o in onderdelen for i in o.instructies)


# --- between processes ---


def herstel_taak(tafel: Werktafel) -> bytes:
    """Read the document, or take the loaded one that ``opties`` names, and draft its repair as they say."""
    dag = {n: date.fromisoformat(w) if (w := tafel.opties.get(n, "")) else None for n in ("op", "inwerking")}
    alleen, zonder = (_lijst(tafel.opties.get(n, "")) for n in ("alleen", "zonder"))
    keus = Keus(alleen, zonder, niets=tafel.opties.get("niets") == "ja")
    model = tafel.opties.get("model", "")
    return schrijf(ontwerp_met(tafel.antwoorden, lees_eigen(tafel), model, dag["op"], keus, dag["inwerking"]))


def _lijst(tekst: str) -> tuple[str, ...]:
    return tuple(d.strip() for d in tekst.split(",") if d.strip())


def schrijf(besluit: Ontwerpbesluit) -> bytes:
    """The draft as JSON."""
    return msgspec.json.encode(besluit)


def lees_ontwerp(inhoud: bytes) -> Ontwerpbesluit:
    """What ``schrijf`` wrote."""
    return msgspec.json.decode(inhoud, type=Ontwerpbesluit)
