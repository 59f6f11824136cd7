"""From relations to rows: what fills in what, by work and nearness, each with the words that say so."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

from graph.antwoorden import Lijst
from graph.antwoorden.gegevens import Plek
from graph.antwoorden.relatiegegevens import Bewijsplek, Invullingen, Relatiegegevens, Via
from web.contexten import Citaat, Relatiegroep, Relatielijst, Relatieniveau, Relatieregel
from web.weergave import Weergave, pagering

#: Most passages shown for one relation, and most characters of one passage.
CITATEN, TEKENS = 3, 600


def relatielijst(
    weergave: Weergave,
    invullingen: Invullingen,
    adres: Callable[[int], str],
    *,
    limiet: int,
    vanaf: int = 0,
    meer: str = "",
) -> Relatielijst:
    """A part of the relations in one direction; ``adres`` gives the page that starts at a relation (from 0)."""
    omgekeerd = invullingen.omgekeerd
    deel = invullingen.items[vanaf : vanaf + limiet]
    per_werk: dict[str, list[Relatiegegevens]] = {}
    for g in deel:
        per_werk.setdefault(_werk(_ander(g, omgekeerd)), []).append(g)
    return Relatielijst(
        groepen=tuple(_groep(weergave, g, invullingen) for g in per_werk.values()),
        pagering=pagering(Lijst(deel, len(invullingen.items), vanaf, limiet), adres),
        uitgesloten=tuple(relatieregel(weergave, g, omgekeerd=omgekeerd) for g in invullingen.uitgesloten),
        meer=meer if len(deel) < len(invullingen.items) else "",
    )


def _groep(weergave: Weergave, items: Sequence[Relatiegegevens], invullingen: Invullingen) -> Relatiegroep:
    ander = _ander(items[0], invullingen.omgekeerd)
    assert ander.bepaling is not None  # both sides of a relation are provisions
    werk = weergave.link_werk(ander.bepaling.werk)
    niveaus = tuple(
        Relatieniveau(
            _niveau(via),
            tuple(relatieregel(weergave, g, omgekeerd=invullingen.omgekeerd, binnen=_werk(ander)) for g in groep),
        )
        for via, groep in groupby(items, key=lambda g: g.via)
    )
    return Relatiegroep(werk, niveaus)


def _niveau(via: Via) -> str:
    return str(via) or "zelf"


def relatieregel(weergave: Weergave, g: Relatiegegevens, *, omgekeerd: bool, binnen: str = "") -> Relatieregel:
    """One relation as a row."""
    eigen = g.van if omgekeerd else g.naar
    return Relatieregel(
        ander=weergave.link(_ander(g, omgekeerd), binnen=binnen),
        relatie=g.relatie,
        sterkte=g.sterkte,
        reden=weergave.in_namen(g.reden),
        citaten=citaten(weergave, g.bewijs, binnen=g.bron.bepaling.werk if g.bron.bepaling else ""),
        eigen=None if g.via is Via.ZELF else weergave.link(eigen, binnen=weergave.werk),
        omgekeerd=omgekeerd,
        facultatief=g.facultatief,
        deels=g.deels,
    )


def citaten(weergave: Weergave, bewijs: Iterable[Bewijsplek], *, binnen: str = "") -> tuple[Citaat, ...]:
    """The first passages of some evidence, each once, and shortened where they are very long."""
    per_woorden = {(b.plek.iri, b.woorden): b for b in bewijs}
    return tuple(
        Citaat(weergave.link(b.plek, binnen=binnen), _kort(b.woorden)) for b in list(per_woorden.values())[:CITATEN]
    )


def _kort(woorden: str) -> str:
    return woorden if len(woorden) <= TEKENS else woorden[:TEKENS].rpartition(" ")[0] + " …"


def _ander(g: Relatiegegevens, omgekeerd: bool) -> Plek:
    return g.naar if omgekeerd else g.van


def _werk(plek: Plek) -> str:
    return plek.bepaling.werk if plek.bepaling else ""
