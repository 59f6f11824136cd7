"""Two versions of a work: what was added, repealed, renumbered, moved and changed, per provision and word by word."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from graph.tijd.deel import Deel, Versie, delen_van, gelijkenis
from graph.tijd.koppeling import Koppeling
from graph.tijd.uitlijning import lijn_uit
from ontologie.document import Document
from ontologie.fouten import InvoerFout
from ontologie.wijziging import Verschil, VerschilSoort, Versieverschil


def vergelijk(oud: Document, nieuw: Document) -> Versieverschil:
    """How two versions of one work differ.

    Raises:
        InvoerFout: they are versions of different works.
    """
    if oud.werk != nieuw.werk:
        raise InvoerFout(
            f"«{oud.werk}» en «{nieuw.werk}» zijn verschillende werken.",
            advies="Vergelijk twee versies van hetzelfde werk.",
        )
    return vergelijk_delen(
        nieuw.werk,
        (oud.versie, delen_van(oud)),
        (nieuw.versie, delen_van(nieuw)),
        met_tekst=oud.met_tekst and nieuw.met_tekst,
    )


def vergelijk_delen(
    werk: str, oud: tuple[str, Sequence[Deel]], nieuw: tuple[str, Sequence[Deel]], *, met_tekst: bool = True
) -> Versieverschil:
    """The same for versions that are already taken apart, each with its name."""
    verschillen = _Vergelijking(Versie(oud[1]), Versie(nieuw[1])).verschillen()
    echt: list[Verschil] = []
    weergave: list[Verschil] = []
    for verschil, alleen_weergave in verschillen:
        (weergave if alleen_weergave else echt).append(verschil)
    return Versieverschil(werk, oud[0], nieuw[0], tuple(echt), tuple(weergave), met_tekst)


class _Vergelijking:
    def __init__(self, oud: Versie, nieuw: Versie) -> None:
        self._oud, self._nieuw = oud, nieuw
        self._koppeling = Koppeling(oud, nieuw)

    def verschillen(self) -> Iterator[tuple[Verschil, bool]]:
        """In reading order of the new version, each with whether it is in the display only.

        What is gone comes after what stood before it.
        """
        weg = self._weg()
        yield from weg.pop(-1, ())
        for j in range(len(self._nieuw.delen)):
            i = self._koppeling.naar_oud.get(j)
            if i is None:
                yield from self._bij(j)
            else:
                verschil = self._gekoppeld(i, j)
                if verschil is not None:
                    yield verschil, self._alleen_weergave(i, j)
                yield from weg.pop(i, ())

    def _alleen_weergave(self, i: int, j: int) -> bool:
        """The source gives the article one version identifier, and it was and is not in force."""
        links, rechts = self._met_versie_id(self._oud, i), self._met_versie_id(self._nieuw, j)
        return _zelfde_versie(links, rechts) and not links.in_werking and not rechts.in_werking

    @staticmethod
    def _met_versie_id(versie: Versie, n: int) -> Deel:
        while not versie.delen[n].versie_id and versie.delen[n].ouder >= 0:
            n = versie.delen[n].ouder
        return versie.delen[n]

    # --- added and gone ---

    def _bij(self, j: int) -> Iterator[tuple[Verschil, bool]]:
        deel = self._nieuw.delen[j]
        ouder = self._koppeling.naar_oud.get(deel.ouder, -1)
        if ouder < 0 and not _hoofdeenheid(deel):
            return  # it came with its parent
        if ouder >= 0 and _getreden(self._oud.delen[ouder], self._nieuw.delen[deel.ouder]):
            return  # it stood there, but was not shown
        omvat = self._omvat(self._nieuw, j, self._koppeling.naar_oud)
        verschil = Verschil(
            VerschilSoort.TOEGEVOEGD, deel.soort, None, deel.id, omvat=omvat, in_werking=deel.in_werking
        )
        yield verschil, ouder >= 0 and self._alleen_weergave(ouder, deel.ouder)

    def _weg(self) -> dict[int, list[tuple[Verschil, bool]]]:
        """What is gone, by the nearest provision before it that is still there."""
        uit: dict[int, list[tuple[Verschil, bool]]] = {}
        anker = -1
        for i, deel in enumerate(self._oud.delen):
            ouder = self._koppeling.naar_nieuw.get(deel.ouder, -1)
            if i in self._koppeling.naar_nieuw:
                anker = i
            elif _hoofdeenheid(deel) or (ouder >= 0 and not self._nieuw.delen[ouder].vervallen):
                omvat = self._omvat(self._oud, i, self._koppeling.naar_nieuw)
                verschil = Verschil(VerschilSoort.VERVALLEN, deel.soort, deel.id, None, omvat=omvat)
                alleen_weergave = ouder >= 0 and self._alleen_weergave(deel.ouder, ouder)
                uit.setdefault(anker, []).append((verschil, alleen_weergave))
        return uit

    @staticmethod
    def _omvat(versie: Versie, n: int, gekoppeld: Container[int]) -> int:
        """How many provisions below it share its lot without being listed for themselves."""
        artikel = versie.delen[n].id.artikel
        return sum(1 for m in versie.onder(n) if m not in gekoppeld and versie.delen[m].id.artikel == artikel)

    # --- on both sides ---

    def _gekoppeld(self, i: int, j: int) -> Verschil | None:
        links, rechts = self._oud.delen[i], self._nieuw.delen[j]
        if rechts.vervallen and not links.vervallen:
            omvat = self._omvat(self._oud, i, self._koppeling.naar_nieuw)
            return Verschil(VerschilSoort.VERVALLEN, rechts.soort, links.id, rechts.id, omvat=omvat)
        if _getreden(links, rechts):
            omvat = self._omvat(self._nieuw, j, self._koppeling.naar_oud)
            return Verschil(VerschilSoort.IN_WERKING_GETREDEN, rechts.soort, links.id, rechts.id, omvat=omvat)
        opschrift, precies_kop = lijn_uit(links.opschrift, rechts.opschrift)
        tekst, precies_tekst = lijn_uit(links.tekst, rechts.tekst)
        soort = self._soort(i, j, bool(opschrift or tekst))
        if soort is None:
            return None
        return Verschil(
            soort,
            rechts.soort,
            links.id,
            rechts.id,
            opschrift,
            tekst,
            precies_kop and precies_tekst,
            round(gelijkenis(self._oud.zak(i), self._nieuw.zak(j)), 3),
            self._koppeling.bewijs[j],
            in_werking=rechts.in_werking,
        )

    def _soort(self, i: int, j: int, gewijzigd: bool) -> VerschilSoort | None:
        links, rechts = self._oud.delen[i], self._nieuw.delen[j]
        if links.ouder >= 0 and self._koppeling.naar_nieuw.get(links.ouder) != rechts.ouder:
            return VerschilSoort.VERPLAATST
        if links.nummer != rechts.nummer:
            return VerschilSoort.HERNUMMERD
        if rechts.in_werking and not links.in_werking:
            return VerschilSoort.IN_WERKING_GETREDEN
        return VerschilSoort.GEWIJZIGD if gewijzigd else None


def _hoofdeenheid(deel: Deel) -> bool:
    """An article, or something above articles: listed for itself, also where its parent came or went with it."""
    return deel.id.artikel in (None, deel.id)


def _zelfde_versie(links: Deel, rechts: Deel) -> bool:
    return bool(links.versie_id) and links.versie_id == rechts.versie_id


def _getreden(links: Deel, rechts: Deel) -> bool:
    """Whether it came into force as it stood there: sources may show no text before."""
    return _zelfde_versie(links, rechts) and rechts.in_werking and not links.in_werking
