"""The pages that are a picture, and the pictures as files."""

from __future__ import annotations

import re

from markupsafe import Markup
from starlette.responses import Response

from ontologie.identificatie import BepalingId
from web.beeld.buurt import Buur, Buurt, Streek, buurt_van
from web.beeld.indeling import deel_in, in_woorden
from web.beeld.tekening import teken_buurt
from web.contexten import Buurtgroep, Buurtpagina, Buurtregel, Verwijsplaats
from web.gids import Gids
from web.paden import als_svg
from web.teksten import teksten

#: A file that is opened as a page may still do nothing but show itself.
_CSP_BESTAND = "default-src 'none'; style-src 'unsafe-inline'; sandbox allow-top-navigation-by-user-activation"


def buurtpagina(gids: Gids, id_: BepalingId, versie: str) -> Buurtpagina:
    """The neighbourhood of a provision.

    Raises:
        NietGevonden: nothing loaded knows it.
    """
    t = teksten()["beeld"]
    buurt = buurt_van(gids, id_, versie)
    midden = buurt.midden
    return Buurtpagina(
        kader=gids.kader(f"{t['kop']}: {midden.naam}", iri=""),
        plaats=Verwijsplaats(midden.titel, midden.href),
        beeld=_teken(buurt, los=False),
        groepen=tuple(_groepen(buurt)),
        bestand=als_svg(gids.paden.buurt(midden.sleutel, versie=versie)),
    )


def buurt_svg(gids: Gids, id_: BepalingId, versie: str) -> Response:
    """The picture alone, as a file with its own style; ``gids`` gives whole addresses."""
    buurt = buurt_van(gids, id_, versie)
    return svg_bestand(f"omgeving-{buurt.midden.sleutel}", _teken(buurt, los=True))


def svg_bestand(naam: str, svg: str) -> Response:
    """A picture to be kept."""
    veilig = re.sub(r"[^a-z0-9.-]+", "-", naam.lower()).strip("-") or "beeld"
    koppen = {
        "Content-Disposition": f'attachment; filename="{veilig}.svg"',
        "Content-Security-Policy": _CSP_BESTAND,
        "Cache-Control": "no-cache",
    }
    return Response(svg, media_type="image/svg+xml; charset=utf-8", headers=koppen)


def _teken(buurt: Buurt, *, los: bool) -> Markup:
    t = teksten()["beeld"]
    naam = f"{t['kop']}: {buurt.midden.titel}"
    return teken_buurt(deel_in(buurt, t["verband"], t["meer"]), naam, t, los=los)


def _groepen(buurt: Buurt) -> list[Buurtgroep]:
    woorden = teksten()["beeld"]["verband"]
    uit = []
    for streek in Streek:
        regels = tuple(_regel(b, woorden) for b in buurt.buren if b.streek is streek)
        rest = next((r for r in buurt.rest if r.streek is streek), None)
        if regels:
            uit.append(Buurtgroep(streek, regels, rest.aantal if rest else 0, rest.href if rest else ""))
    return uit


def _regel(buur: Buur, woorden: dict[str, str]) -> Buurtregel:
    plaats = Verwijsplaats(buur.titel, buur.href, extern=buur.extern)
    return Buurtregel(plaats, tuple(in_woorden(v, woorden) for v in buur.verbanden))
