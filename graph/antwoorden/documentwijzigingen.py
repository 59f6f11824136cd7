"""What is known of changes of documents that no official metadata tell of: established facts, and what texts say."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Collection, Sequence
from datetime import date

from pyoxigraph import Literal, NamedNode

from graph.antwoorden.gegevens import Bron, Plek
from graph.antwoorden.naslag import Naslag, dag, knopen, tekst, woord
from graph.antwoorden.relatiegegevens import Bewijsplek
from graph.antwoorden.relaties import Relatievragen
from graph.antwoorden.tijdgegevens import Documentverandering, Documentwijziging, Grond
from graph.antwoorden.verwijzingen import natuurlijk, plaats_in_bron
from graph.opslag import Rij
from ontologie.document import DocumentSoort
from ontologie.identificatie import BepalingId

_DATUM = NamedNode("http://www.w3.org/2001/XMLSchema#date")
_JAAR_MAAND = re.compile(r"(\d{4})(?:-(\d{2}))?")
#: Documents that are written once, so that what is new in the law says nothing of a change in them.
_EENMALIG = frozenset({DocumentSoort.BRIEF, DocumentSoort.RAADSVOORSTEL})
_Uitleg = Callable[[Rij], tuple[Grond, str]]


class Documentvragen:
    """Questions about versions of documents, by their IRIs."""

    def __init__(self, naslag: Naslag, relaties: Relatievragen) -> None:
        self._naslag = naslag
        self._relaties = relaties

    def wijzigingen(self, versies: dict[str, bool]) -> tuple[Documentwijziging, ...]:
        """What is known of the changes of documents without legal force: official metadata tell of the others."""
        iris = [iri for iri in versies if not self._naslag.bronnen[iri].soort.rechtskracht]
        vastgesteld = self._vaststellingen(iris)
        vermoed = self._vermoedens(iris, vastgesteld)
        gemeld = self.meldingen(iris)
        voorbehouden: dict[str, list[str]] = {}
        for rij in self._naslag.vraag("wijziging-voorbehouden", werkversies=knopen(iris)):
            voorbehouden.setdefault(tekst(rij, "werkversie"), []).append(tekst(rij, "reden"))
        return tuple(
            Documentwijziging(
                self._naslag.bronnen[iri],
                versies[iri],
                (*vastgesteld.get(iri, ()), *vermoed.get(iri, ())),
                gemeld.get(iri, ()),
                tuple(voorbehouden.get(iri, ())),
            )
            for iri in iris
        )

    def _vaststellingen(self, iris: Sequence[str]) -> dict[str, tuple[Documentverandering, ...]]:
        rijen = list(self._naslag.vraag("wijziging-vaststellingen", werkversies=knopen(iris)))
        return self._veranderingen(
            rijen,
            lambda r: (Grond.VASTGESTELD if woord(r, "sterkte") == "vastgesteld" else Grond.GEVOLGD, tekst(r, "reden")),
        )

    def meldingen(self, iris: Sequence[str]) -> dict[str, tuple[Documentverandering, ...]]:
        """What some versions of documents say of changes, by the version."""
        rijen = list(self._naslag.vraag("wijziging-meldingen", werkversies=knopen(iris)))
        return self._veranderingen(rijen, lambda _: (Grond.GEMELD, "Dit document zegt dat deze bepaling verandert."))

    def _veranderingen(self, rijen: Sequence[Rij], uitleg: _Uitleg) -> dict[str, tuple[Documentverandering, ...]]:
        plekken = self._naslag.plekken(sorted({tekst(r, "bepaling") for r in rijen}))
        bewijs = self._relaties.bewijs([tekst(r, "feit") for r in rijen], "bewijs")
        uit: dict[str, list[Documentverandering]] = {}
        for rij in rijen:
            verandering = Documentverandering(
                plekken[tekst(rij, "bepaling")],
                tekst(rij, "effect"),
                *uitleg(rij),
                tuple(bewijs.get(tekst(rij, "feit"), ())),
            )
            uit.setdefault(tekst(rij, "werkversie"), []).append(verandering)
        return {iri: tuple(sorted(v, key=_volgorde)) for iri, v in uit.items()}

    def _vermoedens(
        self, iris: Sequence[str], vastgesteld: dict[str, tuple[Documentverandering, ...]]
    ) -> dict[str, tuple[Documentverandering, ...]]:
        """Provisions that cite an article that came into force only after the document appeared, or in its time."""
        uit: dict[str, list[Documentverandering]] = {}
        for iri in iris:
            periode = periode_van(self._naslag.bronnen[iri])
            if periode is None or self._naslag.bronnen[iri].soort in _EENMALIG:
                continue
            bekend = [v.bepaling.bepaling for v in vastgesteld.get(iri, ())]
            rijen = list(
                self._naslag.vraag("wijziging-vermoedens", werkversies=knopen([iri]), vanaf=dagterm(periode[0]))
            )
            plekken = self._naslag.plekken(
                sorted({tekst(r, n) for r in rijen for n in ("bepaling", "nieuw", "door") if n in r})
            )
            gezien: set[tuple[str, str]] = set()
            for rij in rijen:
                sleutel = tekst(rij, "bepaling"), tekst(rij, "nieuw")
                plek = plekken[sleutel[0]]
                if sleutel in gezien or _is_in(plek.bepaling, bekend):
                    continue
                gezien.add(sleutel)
                uit.setdefault(iri, []).append(
                    _vermoeden(plek, plekken[sleutel[1]], plekken.get(tekst(rij, "door")), rij)
                )
        return {iri: tuple(sorted(v, key=_volgorde)) for iri, v in uit.items()}


def periode_van(bron: Bron) -> tuple[date, date] | None:
    """The first and last day that the name of a version can mean: "2025-12" is a month. None without a date."""
    if (precies := bron.versie.vanaf or dag(bron.versie.naam)) is not None:
        return precies, precies
    m = _JAAR_MAAND.fullmatch(bron.versie.naam)
    if m is None or not 1800 <= int(m[1]) <= 2200 or not 1 <= int(m[2] or 1) <= 12:
        return None
    jaar, maand = int(m[1]), int(m[2] or 0)
    eind = date(jaar, maand, calendar.monthrange(jaar, maand)[1]) if maand else date(jaar, 12, 31)
    return date(jaar, maand or 1, 1), eind


def _vermoeden(plek: Plek, nieuw: Plek, door: Plek | None, rij: Rij) -> Documentverandering:
    met = f" door {door.label}" if door is not None else ""
    reden = (
        f"Verwijst naar {nieuw.label}, dat{met} is toegevoegd en pas op {tekst(rij, 'inWerking')} in werking trad: "
        "deze bepaling is dus daarop geschreven of aangepast."
    )
    begin, eind, _ = plaats_in_bron(tekst(rij, "verwijzing"))
    bewijs = Bewijsplek(plek, begin, -eind, "verwijst-naar-nieuw", "")
    return Documentverandering(plek, "", Grond.VERMOED, reden, (bewijs,))


def _is_in(id_: BepalingId | None, bekend: Collection[BepalingId | None]) -> bool:
    """Whether a provision is one of some others, lies in one of them, or holds one."""
    if id_ is None:
        return False
    eigen = {id_, *(o for o in id_.voorouders() if o.stappen)}
    return any(b in eigen or (b is not None and id_ in b.voorouders()) for b in bekend)


def _volgorde(verandering: Documentverandering) -> tuple[int, object]:
    return list(Grond).index(verandering.grond), natuurlijk(verandering.bepaling.kort)


def dagterm(waarde: date) -> Literal:
    """A day as a term for a query."""
    return Literal(waarde.isoformat(), datatype=_DATUM)
