"""One provision with everything beside it: text, relations, duties, explanation, references both ways, changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from api.antwoordstukken.bepalingdocument import document
from api.antwoordstukken.opmaak import Opmaak, afgekapt
from api.antwoordstukken.rond import Rond, publicatie
from api.uitvoer import Levering, Rijen
from graph.antwoorden import LIMIET_MAX, Documentgroep, Gevonden, Inkomend, Lijst, Niveau
from ontologie.identificatie import BepalingId

#: Most references in one direction.
VERWIJZINGEN_MAX = 5000
_VELDEN = (
    "wat", "bepaling", "bepaling_naam", "opschrift", "document", "woorden", "voor", "na", "doel", "doel_naam",
    "niveau", "relatie", "sterkte", "status", "reden", "effect", "door", "ondertekend", "gepubliceerd",
    "inwerkingtreding_bekendgemaakt", "in_werking", "terugwerkend_tot", "iri",
)  # fmt: skip


def bepaling(opmaak: Opmaak, id_: BepalingId, versie: str = "") -> Levering:
    """A provision, or a whole work, in one version.

    Raises:
        NietGevonden: it is not loaded, or not in that version.
    """
    a = opmaak.antwoorden
    g = a.bepaling(id_, versie)
    inkomend, totaal_in = _inkomend(opmaak, id_)
    uitgaand, totaal_uit = _uitgaand(lambda n: a.verwijzingen_uit(id_, versie, limiet=LIMIET_MAX, vanaf=n))
    rond = Rond(
        g,
        a.implementeert(id_),
        a.implementeert(id_, omgekeerd=True),
        inkomend,
        totaal_in,
        uitgaand,
        totaal_uit,
        a.geschiedenis(id_),
    )
    naam = "-".join(d for d in (g.plek.kort.replace(":", "-"), versie) if d)
    return Levering(naam, lambda: document(opmaak, rond, versie), lambda: Rijen(_VELDEN, _rijen(rond)))


def _uitgaand(vraag: Callable[[int], Lijst[Gevonden]]) -> tuple[tuple[Gevonden, ...], int]:
    """References out of the provision and its parts, and how many there are."""
    uit: list[Gevonden] = []
    while True:
        deel = vraag(len(uit))
        uit += deel.items
        if deel.volgende is None or len(uit) >= VERWIJZINGEN_MAX:
            return tuple(uit), deel.totaal


def _inkomend(opmaak: Opmaak, id_: BepalingId) -> tuple[tuple[tuple[Documentgroep, Inkomend], ...], int]:
    """References to the provision and its parts, document by document, and how many there are."""
    uit: list[tuple[Documentgroep, Inkomend]] = []
    while True:
        deel = opmaak.antwoorden.verwijzingen_in(
            id_, niveaus=(Niveau.ZELF, Niveau.ONDER), limiet=LIMIET_MAX, vanaf=len(uit)
        )
        uit += [(g, i) for g in deel.groepen for i in g.items]
        if not deel.afgekapt or not deel.getoond or len(uit) >= VERWIJZINGEN_MAX:
            return tuple(uit), deel.totaal


# --- rows ---


def _rijen(rond: Rond) -> Iterator[dict[str, object]]:
    eigen = rond.gegevens.plek
    for groep, i in rond.inkomend:
        yield {"wat": "verwijzing hierheen", "document": groep.werk.label, "niveau": i.niveau,
               **_verwijzing(i.verwijzing), "doel": i.doel.kort, "doel_naam": i.doel.label}  # fmt: skip
    for v in rond.uitgaand:
        doelen = {"doel": [d.kort for d in v.doelen], "doel_naam": "; ".join(d.label for d in v.doelen)}
        yield {"wat": "verwijzing hiervandaan", "document": rond.gegevens.bron.titel, **_verwijzing(v), **doelen}
    for getoond, totaal in ((rond.inkomend, rond.inkomend_totaal), (rond.uitgaand, rond.uitgaand_totaal)):
        if totaal > len(getoond):
            yield {"wat": "afgekapt", "reden": afgekapt(len(getoond), totaal)}
    for wat, invullingen in (("wordt ingevuld door", rond.door), ("vult in", rond.uit)):
        for r in (*invullingen.items, *invullingen.uitgesloten):
            yield {
                "wat": wat, "bepaling": r.van.kort, "bepaling_naam": r.van.label, "opschrift": r.opschrift,
                "document": r.bron.label, "woorden": r.bewijs[0].woorden if r.bewijs else "", "doel": r.naar.kort,
                "doel_naam": r.naar.label, "niveau": r.via, "relatie": r.relatie, "sterkte": r.sterkte,
                "reden": r.reden, "iri": r.iri,
            }  # fmt: skip
    for w in rond.wijzigingen:
        yield {
            "wat": "wijziging", "bepaling": eigen.kort, "bepaling_naam": eigen.label, "effect": w.effect,
            "door": publicatie(w), "ondertekend": w.ondertekend, "gepubliceerd": w.gepubliceerd,
            "inwerkingtreding_bekendgemaakt": w.inwerkingtreding_bekendgemaakt, "in_werking": w.in_werking,
            "terugwerkend_tot": w.terugwerkend_tot,
        }  # fmt: skip
    for m in rond.verloop.meldingen:
        yield {
            "wat": "melding van wijziging", "bepaling": m.bepaling.kort, "bepaling_naam": m.bepaling.label,
            "effect": m.effect, "reden": m.reden, "woorden": m.bewijs[0].woorden if m.bewijs else "",
        }  # fmt: skip


def _verwijzing(v: Gevonden) -> dict[str, object]:
    return {
        "bepaling": v.bron.kort, "bepaling_naam": v.bron.label, "opschrift": v.bron.opschrift, "woorden": v.woorden,
        "voor": v.voor, "na": v.na, "status": v.status, "reden": v.reden, "iri": v.iri,
    }  # fmt: skip
