"""From the records of the answers to the rows that templates show: links, lists of references, pages of a list."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from graph.antwoorden import (
    Bron,
    Bronnen,
    Documentgroep,
    Gevonden,
    Identificaties,
    Inkomend,
    Inkomende,
    Lijst,
    Niveau,
    Plek,
    Versie,
)
from ontologie.fouten import IdentificatieFout
from ontologie.identificatie import BepalingId, Naamregister, StapSoort, parse_kort, print_label
from ontologie.verwijzing import Status
from web.contexten import (
    Bronregel,
    Inkomendgroep,
    Inkomendlijst,
    Inkomendniveau,
    Inkomendregel,
    Kenmerk,
    Pagering,
    Uitgaand,
    Versiekeuze,
    Verwijsplaats,
)
from web.leesblok import verwijzing_anker
from web.paden import Paden
from web.teksten import teksten

#: A short notation in a sentence; the stop after it is that of the sentence.
_NOTATIE = re.compile(r"\b[a-z][a-z0-9-]*:[\w:~-]*(?:\.\w[\w:~-]*)*[\w]")


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
        return _NOTATIE.sub(self._in_woorden, zin)

    def _in_woorden(self, notatie: re.Match[str]) -> str:
        try:
            id_ = parse_kort(notatie[0], self.namen)
        except IdentificatieFout:
            return notatie[0]
        naam = kaal_label(id_, self.namen)
        return naam[:1].lower() + naam[1:] if id_.werk == self.werk else print_label(id_, self.namen)

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
            reden=v.reden,
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


def kaal_label(id_: BepalingId, namen: Naamregister) -> str:
    """The name of a provision without that of its work: "Artikel 8a, tweede lid"."""
    return print_label(id_, namen, met_titel=False)


def onder_kop(plek: Plek) -> bool:
    """Whether it is a part of a toelichting that has a heading only: its number is one of counting, printed nowhere."""
    id_ = plek.bepaling
    if id_ is None or len(id_.stappen) < 2 or not plek.opschrift:
        return False
    return id_.stappen[0].soort is StapSoort.TOELICHTING and id_.stappen[-1].soort is StapSoort.SECTIE


def naam_van(plek: Plek, namen: Naamregister, *, binnen: str = "") -> str:
    """What to call a place: its label, without the title of the work ``binnen``.

    A part of a toelichting that has a heading only goes by that: "Toelichting, «Algemeen»".
    """
    id_ = plek.bepaling
    if id_ is None or not id_.stappen:
        return plek.label
    if onder_kop(plek):
        genummerd = takewhile(lambda s: s.soort is not StapSoort.SECTIE, id_.stappen)
        rond = BepalingId(id_.werk, tuple(genummerd))
        return f"{print_label(rond, namen, met_titel=id_.werk != binnen)}, «{plek.opschrift}»"
    return kaal_label(id_, namen) if id_.werk == binnen else plek.label


def kenmerken(ids: Identificaties) -> tuple[Kenmerk, ...]:
    """The spellings of an identity that exist, in the order in which a jurist needs them."""
    namen = teksten()["kenmerk"]
    paren = (
        ("citaat", ids.citaat),
        ("kort", ids.kort),
        ("jci", ids.jci),
        ("iri", ids.iri),
        ("versie_iri", ids.versie_iri),
    )
    return tuple(Kenmerk(namen[naam], waarde) for naam, waarde in paren if waarde)


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


def officieel_adres(jci: str, versie: str = "") -> str:
    """Where a regulation or provision with a JCI is read officially (wetten.overheid.nl), "" where there is none."""
    if not jci.startswith("jci1.3:c:BWB"):
        return ""
    geldig = f"&g={versie}" if len(versie) == len("2026-01-01") else ""
    return f"https://wetten.overheid.nl/{jci}{geldig}"


def titels_zonder_tekst(bronnen: Bronnen) -> tuple[str, ...]:
    """Titles of the sources whose running text is not loaded."""
    return tuple(dict.fromkeys(b.titel for b in bronnen.items if not b.met_tekst))
