"""A document as HTML: whole, to keep and to print, or its blocks alone for a page that has its own frame."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator
from functools import cache
from html import escape
from pathlib import Path

from api.uitvoer.model import (
    Alinea,
    Blok,
    Cel,
    Kop,
    Loop,
    Loopstijl,
    Opmerking,
    Opmerkingsoort,
    Opsomming,
    Paginaeinde,
    Punt,
    Tabel,
    Uitvoerdocument,
)

_ADRES = re.compile(r"(?:https?://|mailto:|/(?!/)|#)\S*", re.IGNORECASE)
_TAG = {
    Loopstijl.GEWOON: "",
    Loopstijl.VET: "strong",
    Loopstijl.CURSIEF: "em",
    Loopstijl.INGEVOEGD: "ins",
    Loopstijl.VERWIJDERD: "del",
}


@cache
def _opmaak() -> str:
    return (Path(__file__).parent / "uitvoer.css").read_text(encoding="utf-8")


def csp() -> str:
    """The policy under which a whole document is served: its own style, known by its hash, and nothing else."""
    merk = base64.b64encode(hashlib.sha256(_opmaak().encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{merk}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"


def naar_html(document: Uitvoerdocument) -> str:
    """The document as a page on its own, which needs no other file."""
    delen = [
        "<!doctype html>",
        '<html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
        f"<title>{_veilig(document.titel)}</title><style>{_opmaak()}</style></head>",
        f'<body class="{"liggend" if document.liggend else "staand"}"><main>',
        f"<h1>{_veilig(document.titel)}</h1>",
    ]
    for klas, tekst in (("ondertitel", document.ondertitel), ("merk", document.merk), ("herkomst", document.bron)):
        if tekst:
            delen.append(f'<p class="{klas}">{_veilig(tekst)}</p>')
    delen += [blokken_html(document.blokken), "</main></body></html>"]
    return "\n".join(delen)


def blokken_html(blokken: Iterable[Blok], *, niveau: int = 2) -> str:
    """The blocks alone, everything in them escaped. ``niveau`` is the level in HTML of a heading of level 1."""
    return "\n".join(deel for blok in blokken for deel in _blok(blok, niveau))


def _blok(blok: Blok, niveau: int) -> Iterator[str]:
    if isinstance(blok, Kop):
        n = min(blok.niveau + niveau - 1, 6)
        yield f"<h{n}>{_veilig(blok.tekst)}</h{n}>"
    elif isinstance(blok, Alinea):
        yield _alinea(blok)
    elif isinstance(blok, Opsomming):
        yield _punten(blok.punten, blok.inspringen)
    elif isinstance(blok, Tabel):
        yield from _tabel(blok)
    elif isinstance(blok, Opmerking):
        klas = "opmerking let-op" if blok.soort is Opmerkingsoort.LET_OP else "opmerking"
        yield f'<div class="{klas}" role="note">{"".join(map(_alinea, blok.alineas))}</div>'
    elif isinstance(blok, Paginaeinde):
        yield '<hr class="paginaeinde">'


def _alinea(alinea: Alinea) -> str:
    klas = f' class="in{min(alinea.inspringen, 6)}"' if alinea.inspringen else ""
    return f"<p{klas}>{''.join(map(_loop, alinea.lopen))}</p>"


def _loop(loop: Loop) -> str:
    html = _veilig(loop.tekst).replace("\n", "<br>")
    if tag := _TAG[loop.stijl]:
        html = f"<{tag}>{html}</{tag}>"
    if not _ADRES.fullmatch(loop.href):
        return html
    buiten = "" if loop.href.startswith(("/", "#")) else ' rel="external noreferrer"'
    return f'<a href="{escape(loop.href)}"{buiten}>{html}</a>'


def _punten(punten: Iterable[Punt], inspringen: int = 0) -> str:
    alle = tuple(punten)
    zelf = any(p.teken for p in alle)
    items = []
    for punt in alle:
        teken = f'<span class="teken">{_veilig(punt.teken)}</span> ' if punt.teken else ""
        lijf = "".join(map(_alinea, punt.alineas)) + (_punten(punt.onder) if punt.onder else "")
        items.append(f"<li>{teken}<div>{lijf}</div></li>")
    stap = f" in{min(inspringen, 6)}" if inspringen else ""
    return f'<ul class="{"met-teken" if zelf else "punten"}{stap}">{"".join(items)}</ul>'


def _tabel(tabel: Tabel) -> Iterator[str]:
    geheel = sum(k.breedte for k in tabel.kolommen)
    yield '<div class="tabelrol" role="region" tabindex="0" aria-label="Tabel"><table class="uitvoer">'
    if tabel.bijschrift:
        yield f"<caption>{_veilig(tabel.bijschrift)}</caption>"
    # Widths in steps of a twelfth: an own width in the page would be style in an attribute.
    yield (
        "<colgroup>"
        + "".join(f'<col class="b{max(1, round(12 * k.breedte / geheel))}">' for k in tabel.kolommen)
        + "</colgroup>"
    )
    yield "<thead><tr>" + "".join(f'<th scope="col">{_veilig(k.kop)}</th>' for k in tabel.kolommen) + "</tr></thead>"
    yield "<tbody>"
    for rij in tabel.rijen:
        yield "<tr>" + "".join(f"<td>{_cel(c)}</td>" for c in rij) + "</tr>"
    yield "</tbody></table></div>"


def _cel(cel: Cel) -> str:
    """One paragraph as its words alone."""
    if len(cel) == 1 and not cel[0].inspringen:
        return "".join(map(_loop, cel[0].lopen))
    return "".join(map(_alinea, cel))


#: Characters that steer, which no reader sees.
_STUREND = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def _veilig(tekst: str) -> str:
    return escape(_STUREND.sub("", tekst))
