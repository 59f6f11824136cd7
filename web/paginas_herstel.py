"""The page that proposes the repair of an own ordinance, for the user to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from markupsafe import Markup

from api.eigen.herstelloket import Herstelvraag
from api.eigen.waswordt import model_in_woorden, tabel_van
from api.uitvoer import blokken_html
from api.woorden import met_datums
from ontologie.herstel import Herstelpunt, Ontwerpbesluit
from ontologie.identificatie import basis
from web.contexten import Herstelbron, Herstelpagina, Herstelregel, Verwijsplaats
from web.gids import Gids
from web.teksten import teksten


@dataclass(frozen=True, slots=True)
class Herstelplek:
    """Where a repair is: its address, the fields that say of which loaded ordinance, and the comparison above it."""

    adres: str
    velden: tuple[tuple[str, str], ...]
    terug: str


def herstelpagina(gids: Gids, besluit: Ontwerpbesluit, vraag: Herstelvraag, plek: Herstelplek) -> Herstelpagina:
    """The points, the table and the instructions of one draft."""
    h = besluit.herstel
    gekozen = set(h.gekozen)
    tabel = tabel_van(besluit, lambda iri: _href(gids, iri))
    return Herstelpagina(
        kader=gids.kader(teksten()["herstel"]["titel"].format(naam=h.titel), menu="vraag"),
        titel=h.titel,
        model=model_in_woorden(h.model),
        op=h.op,
        terug=plek.terug,
        adres=plek.adres,
        inwerking=vraag.inwerking,
        punten=tuple(_regel(gids, p, p.sleutel in gekozen) for p in h.punten),
        tabel=Markup(blokken_html([tabel], niveau=3)) if tabel is not None else Markup(""),  # noqa: S704 - escaped
        besluit=h.opdrachten.replace("\t", " "),
        open_punten=tuple(met_datums(p) for p in h.open_punten),
        waswordt_docx=_document(plek, "waswordt", vraag, "docx"),
        waswordt_html=_document(plek, "waswordt", vraag, "html"),
        besluit_docx=_document(plek, "besluit", vraag, "docx"),
        besluit_html=_document(plek, "besluit", vraag, "html"),
        velden=plek.velden,
    )


def _regel(gids: Gids, p: Herstelpunt, gekozen: bool) -> Herstelregel:
    bronnen = {(h.iri, h.woorden): h for r in p.redenen for h in r.herkomst}
    return Herstelregel(
        sleutel=p.sleutel,
        waar=p.waar,
        gronden=tuple(dict.fromkeys(r.grond.value for r in p.redenen)),
        redenen=tuple(dict.fromkeys(met_datums(r.uitleg) for r in p.redenen)),
        bronnen=tuple(
            Herstelbron(Verwijsplaats(h.naam, _href(gids, h.iri)), h.woorden) for h in list(bronnen.values())[:8]
        ),
        vragen=p.vragen,
        gekozen=gekozen,
        uitvoerbaar=p.uitvoerbaar,
    )


def _href(gids: Gids, iri: str) -> str:
    return f"{gids.paden.prefix}/id/{iri.removeprefix(basis())}" if iri.startswith(basis()) else ""


def _document(plek: Herstelplek, wat: str, vraag: Herstelvraag, formaat: str) -> str:
    """The address of a document with the same choice."""
    velden: list[tuple[str, str]] = [*plek.velden, ("formaat", formaat)]
    if vraag.punten is not None:
        velden += [("keus", "eigen"), *(("punt", p) for p in vraag.punten)]
    if vraag.inwerking is not None:
        velden.append(("inwerking", vraag.inwerking.isoformat()))
    return f"{plek.adres}/{wat}?{urlencode(velden)}"


def lees_vraag(velden: Sequence[tuple[str, str]]) -> tuple[tuple[str, ...] | None, str]:
    """The points that a form names (None where it makes no choice), and its day."""
    eigen = ("keus", "eigen") in velden
    punten = tuple(dict.fromkeys(w for n, w in velden if n == "punt"))
    inwerking = next((w for n, w in velden if n == "inwerking"), "")
    return (punten if eigen or punten else None), inwerking
