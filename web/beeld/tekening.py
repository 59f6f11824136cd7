"""From a laid out neighbourhood to SVG: links in the order of reading, lines behind them, a legend below."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from web.beeld.buurt import Lijn, Rest
from web.beeld.indeling import BINNEN, BOCHT, KANT, KLEIN, REGEL, REGEL_KLEIN, VAK_BREED, Draad, Indeling, Laag, Vak
from web.beeld.letters import breedte, breek
from web.beeld.stijl import los_bestand
from web.beeld.svg import element, letters, samen, tekst, titel

_PIJL = 5.0
NAAM_VAN_LAAG = 13.0
_STAAL = 34.0
_LEGENDAREGEL = 24.0


def teken_buurt(indeling: Indeling, naam: str, t: Mapping[str, Any], *, los: bool = False) -> Markup:
    """The picture. ``naam`` is what it is of, ``t`` its texts; with ``los`` it carries its own style, to be kept."""
    legenda, hoog = _legenda(indeling, t)
    midden = indeling.vakken[indeling.midden]
    omschrijving = t["omschrijving"].format(naam=midden.buur.titel if not isinstance(midden.buur, Rest) else "")
    return element(
        "svg",
        element("title", tekst(naam), id="beeld-titel"),
        element("desc", tekst(omschrijving), id="beeld-uitleg"),
        *((los_bestand(),) if los else ()),
        samen(_laag(laag, indeling.breed, t["streek"]) for laag in indeling.lagen),
        element("g", samen(map(_draad, indeling.draden)), klasse="draden", aria_hidden="true"),
        samen(_vak(v, n == indeling.midden) for n, v in enumerate(indeling.vakken)),
        legenda,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {indeling.breed:g} {hoog:g}",
        width=indeling.breed,
        height=hoog,
        klasse="beeld buurt",
        role="group",
        aria_labelledby="beeld-titel",
        aria_describedby="beeld-uitleg",
    )


def _laag(laag: Laag, breed: float, namen: Mapping[str, str]) -> Markup:
    vlak = element("rect", x=0, y=laag.y, width=breed, height=laag.hoog, klasse="laag")
    # Lines pass through the gutter, so the name keeps to the first column.
    (naam,) = breek(namen[laag.streek], VAK_BREED, NAAM_VAN_LAAG, regels=1, vet=True)
    return vlak + letters(naam, KANT, laag.y + 18, "laagnaam")


def _draad(draad: Draad) -> Markup:
    """A line with a rounded turn, and the point of its arrow at the end that it points to."""
    (x, y0), (_, y), (eind, _) = draad.punten
    neer = 1 if y > y0 else -1
    zij = 1 if eind > x else -1
    bocht = min(BOCHT, abs(y - y0))
    pad = f"M{x:g} {y0:g}V{y - neer * bocht:g}Q{x:g} {y:g} {x + zij * BOCHT:g} {y:g}H{eind:g}"
    pijl = _punt(eind, y, -zij * _PIJL, 0) if draad.uit else _punt(x, y0, 0, neer * _PIJL)
    return element("path", d=pad, klasse=f"draad {draad.lijn}") + element("path", d=pijl, klasse=f"punt {draad.lijn}")


def _punt(x: float, y: float, dx: float, dy: float) -> str:
    """An arrow point at (x, y) whose base lies (dx, dy) back."""
    return f"M{x:g} {y:g}L{x + 1.6 * dx - dy:g} {y + 1.6 * dy - dx:g}L{x + 1.6 * dx + dy:g} {y + 1.6 * dy + dx:g}Z"


def _vak(vak: Vak, midden: bool) -> Markup:
    rest = isinstance(vak.buur, Rest)
    klasse = "vak midden" if midden else "vak rest" if rest else "vak"
    blok = element("rect", x=vak.x, y=vak.y, width=vak.breed, height=vak.hoog, rx=4, klasse=klasse)
    y = vak.y + (vak.hoog - _inhoud(vak)) / 2
    regels = []
    for regel in vak.naam:
        y += REGEL
        regels.append(letters(regel, vak.x + BINNEN, y - 4.5, "naam"))
    for groep, soort in ((vak.onder, "onder"), (vak.verband, "verband")):
        for regel in groep:
            y += REGEL_KLEIN
            regels.append(letters(regel, vak.x + BINNEN, y - 4, soort))
    inhoud = (blok, *regels)
    if isinstance(vak.buur, Rest):
        return element("a", titel(" ".join(vak.naam)), *inhoud, href=vak.buur.href)
    woorden = ". ".join(d for d in (vak.buur.titel, " ".join(vak.verband)) if d)
    if midden or not vak.buur.href:
        return element("g", titel(woorden), *inhoud)
    extern = "external noreferrer" if vak.buur.extern else ""
    return element("a", titel(woorden), *inhoud, href=vak.buur.href, rel=extern)


def _inhoud(vak: Vak) -> float:
    return len(vak.naam) * REGEL + (len(vak.onder) + len(vak.verband)) * REGEL_KLEIN


def _legenda(indeling: Indeling, t: Mapping[str, Any]) -> tuple[Markup, float]:
    """What the lines mean, as many beside one another as fit, and the height of the picture with it."""
    soorten = [s for s in Lijn if any(d.lijn is s for d in indeling.draden)]
    x, y = KANT, indeling.hoog + _LEGENDAREGEL
    delen = []
    for soort in soorten:
        woorden = t["lijn"][soort]
        breed = _STAAL + 8 + breedte(woorden, KLEIN) + 16
        if x > KANT and x + breed > indeling.breed - KANT:
            x, y = KANT, y + _LEGENDAREGEL
        midden = y - 4
        streep = element("path", d=f"M{x:g} {midden:g}H{x + _STAAL:g}", klasse=f"draad {soort}")
        punt = element("path", d=_punt(x + _STAAL, midden, -_PIJL, 0), klasse=f"punt {soort}")
        delen += [streep, punt, letters(woorden, x + _STAAL + 8, y, "onder")]
        x += breed
    if not delen:
        return Markup(""), indeling.hoog
    return element("g", *delen, klasse="legende"), y + 10
