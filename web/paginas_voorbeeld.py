"""The preview of a reference: the beginning of what it points at."""

from __future__ import annotations

from collections.abc import Sequence

from ontologie.fouten import NietGevonden
from ontologie.identificatie import BepalingId
from web.contexten import Voorbeeld, Voorbeelden
from web.gids import Gids
from web.leesblok import Leesplek, leesblok
from web.teksten import teksten

#: Most steps of a text in a preview.
STAPPEN = 14
#: Most targets of one reference in a preview.
DOELEN = 8


def voorbeelden(gids: Gids, ids: Sequence[BepalingId], versie: str) -> Voorbeelden:
    """What to show beside a reference to these provisions. A version that the target does not have means the newest."""
    getoond = ids[:DOELEN]
    return Voorbeelden(tuple(_voorbeeld(gids, i, versie) for i in getoond), len(ids) - len(getoond))


def _voorbeeld(gids: Gids, id_: BepalingId, versie: str) -> Voorbeeld:
    t = teksten()
    plek = gids.antwoorden.plek(id_)
    if not plek.geladen:
        return Voorbeeld(
            plek.label,
            plek.opschrift,
            leesblok((), Leesplek(gids.paden, id_.werk)),
            zonder_tekst=t["voorbeeld"]["niet_geladen"],
        )
    try:
        tekst = gids.antwoorden.leestekst(id_, versie, limiet=STAPPEN)
    except NietGevonden:
        tekst = gids.antwoorden.leestekst(id_, limiet=STAPPEN)
    leesplek = Leesplek(gids.paden, id_.werk, los=True)
    return Voorbeeld(
        plek.label,
        plek.opschrift,
        leesblok(tekst.knopen.items, leesplek, niveau=5, zonder_kop=plek.kort),
        tekst.knopen.afgekapt,
        "" if tekst.bron.met_tekst else t["voorbeeld"]["niet_geladen"],
    )
