"""The repair of an own ordinance to hand out: the was-wordt table, and the draft decision."""

from __future__ import annotations

from api.antwoordstukken.opmaak import Opmaak
from api.eigen.besluit import besluit_document
from api.eigen.bronregels import Iriadres
from api.eigen.waswordt import waswordt
from api.uitvoer import Levering, Rijen
from graph.herstel.formules import als_tekst, regels_van
from ontologie.herstel import Herkomst, Ontwerpbesluit, Waswordtregel
from ontologie.wijzigingsbesluit import Bepalingstekst

_VELDEN = ("artikel", "was", "wordt", "grond", "reden", "bron", "open")


def was_wordt(opmaak: Opmaak, besluit: Ontwerpbesluit, adres: Iriadres) -> Levering:
    """The table: as a document, and a row for each article."""
    return Levering(
        "was-wordt",
        lambda: waswordt(besluit, adres, opmaak.herkomst()),
        lambda: Rijen(_VELDEN, map(_rij, besluit.herstel.regels)),
    )


def raadsbesluit(opmaak: Opmaak, besluit: Ontwerpbesluit, adres: Iriadres) -> Levering:
    """The draft decision as a document."""
    return Levering("ontwerp-raadsbesluit", lambda: besluit_document(besluit, adres, opmaak.herkomst()))


def _rij(regel: Waswordtregel) -> dict[str, object]:
    return {
        "artikel": regel.artikel,
        "was": tekst_van(regel.was),
        "wordt": tekst_van(regel.wordt),
        "grond": ", ".join(dict.fromkeys(r.grond.value for r in regel.redenen)),
        "reden": " ".join(dict.fromkeys(r.uitleg for r in regel.redenen)),
        "bron": "; ".join(dict.fromkeys(_bron(h) for r in regel.redenen for h in r.herkomst)),
        "open": " ".join(regel.vragen),
    }


def _bron(herkomst: Herkomst) -> str:
    return f"{herkomst.naam}: «{herkomst.woorden}»" if herkomst.woorden else herkomst.naam


def tekst_van(knoop: Bepalingstekst | None) -> str:
    """A provision as plain text, "" for none."""
    if knoop is None:
        return ""
    regels = als_tekst(regels_van(knoop)).rstrip("\n").split("\n")
    return "\n".join(r[4:].replace("\t", " ") for r in regels)
