"""Every loaded regulation beside the duties of a law: as a table on the page about coverage, and as a picture."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from graph.antwoorden.relatiegegevens import Dekking, Dekkingsregel, Plichtgegevens
from web.beeld.matrix import Rij, Vakje, teken_matrix
from web.contexten import Dekkingsoverzicht, Overzichtcel, Overzichtrij, Verwijsplaats
from web.gids import Gids
from web.paden import als_svg, anker
from web.teksten import teksten


def overzichten(gids: Gids, matrices: Sequence[Dekking]) -> tuple[Dekkingsoverzicht, ...]:
    """One for each law, in the order of the matrices."""
    per_wet: dict[str, list[Dekking]] = {}
    for m in matrices:
        per_wet.setdefault(m.wet.werk.kort, []).append(m)
    return tuple(_overzicht(gids, groep) for groep in per_wet.values())


def _overzicht(gids: Gids, matrices: Sequence[Dekking]) -> Dekkingsoverzicht:
    wet = matrices[0].wet
    paden, weergave = gids.paden, gids.weergave(wet.werk.kort)
    plichten: dict[str, Plichtgegevens] = {r.plicht.plek.iri: r.plicht for m in matrices for r in m.regels}
    oordelen = [{r.plicht.plek.iri: r for r in m.regels} for m in matrices]
    ids = {p.plek.bepaling for p in plichten.values()}
    rijen = tuple(
        Overzichtrij(
            weergave.link(p.plek, binnen=weergave.werk),
            p.modaliteit,
            p.blad,
            sum(v in ids for v in p.plek.bepaling.voorouders()) if p.plek.bepaling else 0,
            tuple(_cel(gids, m, per_plicht.get(iri)) for m, per_plicht in zip(matrices, oordelen, strict=True)),
        )
        for iri, p in plichten.items()
    )
    return Dekkingsoverzicht(
        Verwijsplaats(wet.titel, paden.regeling(wet.werk.kort)),
        tuple(
            Verwijsplaats(m.verordening.titel, paden.dekking(m.verordening.werk.kort, wet.werk.kort)) for m in matrices
        ),
        rijen,
        als_svg(paden.dekking(wet=wet.werk.kort)),
    )


def _cel(gids: Gids, m: Dekking, regel: Dekkingsregel | None) -> Overzichtcel:
    t = teksten()["vraag"]["dekking"]
    if regel is None:
        return Overzichtcel(t["geen_verband"])
    plek = regel.plicht.plek
    buiten = not regel.binnen_grondslag
    href = gids.paden.dekking(m.verordening.werk.kort, m.wet.werk.kort, alles=buiten, anker=anker(plek.kort))
    return Overzichtcel(t["buiten"] if buiten else regel.oordeel, href)


def svg_van(overzicht: Dekkingsoverzicht) -> Markup:
    """The picture of an overview, to be kept."""
    tekens, t = teksten()["oordeelteken"], teksten()["vraag"]["dekking"]
    rijen = [
        Rij(r.plaats.label, r.diepte, tuple(Vakje(c.oordeel, tekens.get(c.oordeel, "")) for c in r.cellen))
        for r in overzicht.rijen
    ]
    naam = f"{t['kop']}: {overzicht.wet.label}"
    return teken_matrix(naam, [k.label for k in overzicht.kolommen], rijen, t)
