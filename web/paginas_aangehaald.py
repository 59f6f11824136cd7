"""The question page about what references name most."""

from __future__ import annotations

from pyoxigraph import NamedNode

from web.achtergrond import achtergrond
from web.contexten import Aangehaaldpagina, Aangehaaldregel
from web.gids import Gids
from web.teksten import teksten
from web.weergave import pagering

#: Most rows on a page.
REGELS = 50


def aangehaaldregels(gids: Gids, limiet: int) -> tuple[Aangehaaldregel, ...]:
    """The first of the list."""
    weergave = gids.weergave()
    deel = gids.antwoorden.meest_aangehaald(limiet=limiet)
    return tuple(Aangehaaldregel(weergave.link(a.plek), a.aantal) for a in deel.items)


def aangehaaldpagina(gids: Gids, *, vanaf: int) -> Aangehaaldpagina:
    """Everything that is referred to, the most often named first.

    Raises:
        InvoerFout: ``vanaf`` is out of range.
    """
    weergave, paden = gids.weergave(), gids.paden
    deel = gids.antwoorden.meest_aangehaald(limiet=REGELS, vanaf=vanaf)
    versies = [NamedNode(b.versie.iri) for b in gids.antwoorden.bronnen().items if b.nieuwste]
    return Aangehaaldpagina(
        kader=gids.kader(teksten()["vraag"]["aangehaald"]["kop"], menu="vraag"),
        regels=tuple(Aangehaaldregel(weergave.link(a.plek), a.aantal) for a in deel.items),
        pagering=pagering(deel, lambda n: paden.aangehaald(vanaf=n)),
        achtergrond=achtergrond(paden, paden.aangehaald(), "aangehaald", versies=versies),
    )
