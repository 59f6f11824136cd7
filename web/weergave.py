"""From the records of the answers to the rows that templates show: links, lists of references, pages of a list."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from api.namen import in_namen, naam_van, onder_kop
from graph.antwoorden import (
    Bron,
    Bronnen,
    Documentgroep,
    Gevonden,
    Inkomend,
    Inkomende,
    Lijst,
    Niveau,
    Plek,
    Versie,
)
from ontologie.identificatie import Naamregister
from ontologie.verwijzing import Status
from web.contexten import (
    Bronregel,
    Inkomendgroep,
    Inkomendlijst,
    Inkomendniveau,
    Inkomendregel,
    Pagering,
    Uitgaand,
    Versiekeuze,
    Verwijsplaats,
)
from web.leesblok import verwijzing_anker
from web.paden import Paden


@dataclass(frozen=True, slots=True)
class Weergave:
    """Makes rows whose links lie below one prefix. ``werk`` and ``versie``: links within that work keep the version."""

    paden: Paden
    namen: Naamregister
    werk: str = ""
    versie: str = ""

    def link(self, plek: Plek, *, binnen: str = "") -> Verwijsplaats:
        """A link to whatever is pointed at; a provision of the work ``binnen`` is named without that work."""
        id_ = plek.bepaling
        versie = self.versie if id_ is not None and id_.werk == self.werk else ""
        label = naam_van(plek, self.namen, binnen=binnen)
        if onder_kop(plek):
            return Verwijsplaats(label, self.paden.plek(plek, versie=versie))
        href = self.paden.plek(plek, versie=versie)
        return Verwijsplaats(label, href, extern=id_ is None, opschrift=plek.opschrift if id_ and id_.stappen else "")

    def in_namen(self, zin: str) -> str:
        """A sentence with its short notations in words: "pw:8a:1" becomes "artikel 8a, eerste lid" within that work."""
        return in_namen(zin, self.namen, binnen=self.werk)

    def link_werk(self, werk: str) -> Verwijsplaats:
        """A link to a whole work by its short name."""
        return Verwijsplaats(self.namen.titel(werk), self.paden.regeling(werk))

    def uitgaand(self, v: Gevonden) -> Uitgaand:
        """An outgoing reference as a row."""
        return Uitgaand(
            anker=verwijzing_anker(v.iri),
            plaats=self.link(v.bron, binnen=self.werk),
            voor=v.voor,
            woorden=v.woorden,
            na=v.na,
            status=v.status,
            doelen=tuple(self.link(d, binnen=self.werk) for d in v.doelen),
            reden=self.in_namen(v.reden),
            bestaand=tuple(self.link(d, binnen=self.werk) for d in v.bestaand),
            kandidaten=tuple(self.link(d, binnen=self.werk) for d in v.kandidaten),
        )

    def inkomend(
        self, inkomende: Inkomende, adres: Callable[[int], str], *, geheel_href: str, toont_geheel: bool
    ) -> Inkomendlijst:
        """Incoming references, by document and level; ``adres`` gives the page that starts at an item.

        ``geheel_href`` has the references to the whole around it; or with ``toont_geheel`` the other way round.
        """
        getoond = inkomende.getoond
        lijst = Lijst((None,) * getoond, inkomende.totaal, inkomende.vanaf, inkomende.limiet)
        return Inkomendlijst(
            totaal=inkomende.totaal,
            per_niveau=tuple((str(niveau), n) for niveau, n in inkomende.per_niveau if n),
            groepen=tuple(self._groep(g) for g in inkomende.groepen),
            pagering=pagering(lijst, adres),
            geheel_href=geheel_href,
            toont_geheel=toont_geheel,
        )

    def _groep(self, groep: Documentgroep) -> Inkomendgroep:
        niveaus = []
        werk = groep.werk.bepaling.werk if groep.werk.bepaling else ""
        for niveau in Niveau:
            regels = tuple(self._regel(i, werk) for i in groep.items if i.niveau is niveau)
            if regels:
                niveaus.append(Inkomendniveau(niveau, regels))
        return Inkomendgroep(self.link(groep.werk), groep.versie, groep.soort, groep.totaal, tuple(niveaus))

    def _regel(self, inkomend: Inkomend, groep: str) -> Inkomendregel:
        v = inkomend.verwijzing
        return Inkomendregel(
            plaats=self.link(v.bron, binnen=groep),
            voor=v.voor,
            woorden=v.woorden,
            na=v.na,
            status=v.status,
            doel=None if inkomend.niveau is Niveau.ZELF else self.link(inkomend.doel, binnen=self.werk),
        )

    def bronregel(self, bron: Bron) -> Bronregel:
        """A loaded source as a row."""
        return Bronregel(
            bron=bron,
            href=self.paden.regeling(bron.werk.kort, versie="" if bron.nieuwste else bron.versie.naam),
            onopgelost_href=self.paden.onopgelost(werk=bron.werk.kort),
            onopgelost=aantal_onopgelost(bron),
        )

    def versies(self, versies: Iterable[Versie], hier: str, adres: Callable[[str], str]) -> tuple[Versiekeuze, ...]:
        """Loaded versions, the newest first; the newest has the address without a version."""
        return tuple(Versiekeuze(v, adres(v.naam if n else ""), v.naam == hier) for n, v in enumerate(versies))


def aantal_onopgelost(bron: Bron) -> int:
    """How many references of a source are not (wholly) resolved."""
    return sum(n for status, n in bron.per_status if status is not Status.OPGELOST)


def pagering(lijst: Lijst[Any], adres: Callable[[int], str]) -> Pagering:
    """Where in a longer list this part is; ``adres`` gives the page that starts at an item (from 0)."""
    return Pagering(
        van=lijst.vanaf + 1 if lijst.items else 0,
        tot=lijst.vanaf + len(lijst.items),
        totaal=lijst.totaal,
        vorige="" if lijst.vorige is None else adres(lijst.vorige),
        volgende="" if lijst.volgende is None else adres(lijst.volgende),
    )


def titels_zonder_tekst(bronnen: Bronnen) -> tuple[str, ...]:
    """Titles of the sources whose running text is not loaded."""
    return tuple(dict.fromkeys(b.titel for b in bronnen.items if not b.met_tekst))
