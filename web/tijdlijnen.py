"""The time lines on pages, and as files."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from api.antwoordstukken.rond import alle_wijzigingen
from api.woorden import datum
from ontologie.document import Wijzigingsgegevens
from ontologie.identificatie import BepalingId
from web.beeld.tijdlijn import Tijdlijn, teken_tijdlijn
from web.beeld.verloop import gedateerd, genummerd, publicatienaam, van_bepaling, van_periode
from web.contexten import Geschiedenisregel, Tijdlijnblok
from web.gids import Gids
from web.paden import als_svg
from web.rond_bepaling import geschiedenis
from web.teksten import teksten


def blok_van_bepaling(
    gids: Gids,
    kort: str,
    versies: Sequence[Geschiedenisregel],
    verandering: Sequence[Wijzigingsgegevens],
    *,
    versie: str,
) -> Tijdlijnblok | None:
    """The time line of a provision; None where no day is known of it."""
    lijn = van_bepaling(versies, verandering, gids.vandaag)
    if lijn is None:
        return None
    t = teksten()["tijdlijn"]
    nummers, alle = genummerd(verandering, gids.vandaag), len(gedateerd(verandering))
    deel = t["deel"].format(getoond=len(nummers), alle=alle) if len(nummers) < alle else ""
    return Tijdlijnblok(
        _teken(lijn, t["kop"]),
        f"{t['uitleg']} {deel}".rstrip(),
        als_svg(gids.paden.tijdlijn(kort, versie=versie)),
        nummers[0][0] if nummers else 1,
        tuple(f"{w.effect} {publicatienaam(w.door)}".rstrip() for _, w in nummers),
    )


def svg_van_bepaling(gids: Gids, id_: BepalingId, versie: str) -> Markup | None:
    """The same time line as a file; ``gids`` gives whole addresses."""
    g, verloop = gids.antwoorden.bepaling(id_, versie), gids.antwoorden.geschiedenis(id_)
    lijn = van_bepaling(geschiedenis(gids, g, verloop), alle_wijzigingen(g, verloop), gids.vandaag)
    if lijn is None:
        return None
    return _teken(lijn, f"{teksten()['tijdlijn']['kop']}: {g.plek.label}", los=True)


def _van_periode(gids: Gids, van: date, tot: date) -> Tijdlijn | None:
    return van_periode(
        gids.antwoorden.wijzigingen_per_dag(van, tot),
        lambda eerste, laatste, as_: gids.paden.wijzigingen(eerste, laatste, as_),
    )


def blok_van_periode(gids: Gids, van: date, tot: date) -> Tijdlijnblok | None:
    """What changed in a period as a time line; None where nothing did."""
    lijn = _van_periode(gids, van, tot)
    if lijn is None:
        return None
    t = teksten()["tijdlijn"]
    return Tijdlijnblok(_teken(lijn, t["kop"]), t["uitleg_periode"], als_svg(gids.paden.wijzigingen(van, tot)))


def svg_van_periode(gids: Gids, van: date, tot: date) -> Markup | None:
    """The same time line as a file; ``gids`` gives whole addresses."""
    lijn = _van_periode(gids, van, tot)
    naam = f"{teksten()['tijdlijn']['kop']}: {datum(van)} – {datum(tot)}"
    return _teken(lijn, naam, los=True) if lijn is not None else None


def _teken(lijn: Tijdlijn, naam: str, *, los: bool = False) -> Markup:
    return teken_tijdlijn(lijn, naam, teksten()["tijdlijn"], teksten()["as"], los=los)
