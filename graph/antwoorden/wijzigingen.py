"""What changed in a period, on which date axis: from official metadata, histories, established facts and texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from pyoxigraph import NamedNode

from graph.antwoorden.documentwijzigingen import Documentvragen, dagterm, periode_van
from graph.antwoorden.gegevens import LIMIET, Lijst, Plek
from graph.antwoorden.lezen import lees_wijziging
from graph.antwoorden.naslag import Naslag, controleer_deel, dag, getal, tekst, woord
from graph.antwoorden.tijdgegevens import Asregel, Dagtelling, Volgende, Werktelling, Wijzigingen, Wijzigingsrij
from graph.antwoorden.verwijzingen import natuurlijk
from graph.feiten.ding import RG, Ding
from ontologie.document import BepalingSoort
from ontologie.fouten import InvoerFout
from ontologie.wijziging import DatumAs

#: The property of each axis that a change carries, and what the axis is.
EIGENSCHAP = {
    DatumAs.GEPUBLICEERD: "gepubliceerd",
    DatumAs.INWERKING_BEKENDGEMAAKT: "inwerkingtredingBekendgemaakt",
    DatumAs.IN_WERKING: "inWerking",
    DatumAs.TERUGWERKEND: "terugwerkendTot",
}
OMSCHRIJVING = {
    DatumAs.GEPUBLICEERD: "het wijzigende besluit, of het document zelf, is in deze periode uitgegeven",
    DatumAs.INWERKING_BEKENDGEMAAKT: "de datum van inwerkingtreding is in deze periode bekendgemaakt",
    DatumAs.IN_WERKING: "de wijziging is in deze periode in werking getreden",
    DatumAs.TERUGWERKEND: "de wijziging werkt terug tot een dag in deze periode",
    DatumAs.OPGENOMEN: "de bron is in deze periode in deze kennisgraaf opgenomen",
}
_KLASSE = RG + "Wijziging"
_GEGEVENS = ("effect", "door", "inwerkingtredingDoor", "ondertekend", *EIGENSCHAP.values())
_VROEGST, _LAATST = date(1800, 1, 1), date(2200, 12, 31)


class Wijzigingsvragen:
    """Questions about what changed."""

    def __init__(self, naslag: Naslag, documentvragen: Documentvragen) -> None:
        self._naslag = naslag
        self._documentvragen = documentvragen

    def wijzigingen(
        self, van: date, tot: date, as_: DatumAs | None = None, *, limiet: int = LIMIET, vanaf: int = 0
    ) -> Wijzigingen:
        """What changed from ``van`` up to and with ``tot``.

        Raises:
            InvoerFout: the period ends before it begins, or lies out of reach.
        """
        controleer_deel(limiet, vanaf)
        if van > tot:
            raise InvoerFout(
                f"{van} tot en met {tot} is geen periode.", advies="Geef eerst de eerste en dan de laatste dag."
            )
        if not _VROEGST <= van <= tot <= _LAATST:
            raise InvoerFout(
                f"{van} tot en met {tot} ligt te ver weg.",
                advies=f"Vraag naar dagen van {_VROEGST} tot en met {_LAATST}.",
            )
        documenten = self._documenten(van, tot)
        rijen: list[Wijzigingsrij] = []
        if as_ in EIGENSCHAP:
            gevonden = self._naslag.vraag(
                "wijziging-in-periode", eigenschap=_as(as_), van=dagterm(van), tot=dagterm(tot)
            )
            rijen = self._rijen({tekst(r, "wijziging"): dag(tekst(r, "dag")) for r in gevonden})
        relevant = (as_,) if as_ else tuple(DatumAs)
        return Wijzigingen(
            van=van,
            tot=tot,
            as_=as_,
            assen=self._assen(van, tot, relevant, documenten),
            rijen=Lijst(tuple(rijen[vanaf : vanaf + limiet]), len(rijen), vanaf, limiet),
            per_publicatie=_per_publicatie(rijen, as_),
            documenten=self._documentvragen.wijzigingen(
                {iri: zeker for iri, (assen, zeker) in documenten.items() if set(assen) & set(relevant)}
            ),
            zonder_tekst=tuple(b.werk for b in self._naslag.bronnen.values() if b.nieuwste and not b.met_tekst),
        )

    def van_bepalingen(self, iris: Iterable[str]) -> list[Wijzigingsrij]:
        """All changes of some provisions that sources name, oldest first."""
        rijen = self._rijen({wijziging: None for wijziging, _ in self._naslag.naar("in", iris)})
        return sorted(rijen, key=lambda r: r.gegevens.in_werking or r.gegevens.gepubliceerd or date.max)

    def per_dag(self, van: date, tot: date) -> tuple[Dagtelling, ...]:
        """How much changed on each day of a period, on each axis that official metadata know."""
        assen = {eigenschap: as_ for as_, eigenschap in EIGENSCHAP.items()}
        rijen = self._naslag.vraag(
            "wijziging-per-dag", assen=[_as(a) for a in EIGENSCHAP], van=dagterm(van), tot=dagterm(tot)
        )
        return tuple(
            Dagtelling(assen[tekst(r, "as").removeprefix(RG)], op, getal(r, "aantal"))
            for r in rijen
            if (op := dag(tekst(r, "dag"))) is not None
        )

    def dagen_van(self, iris: Iterable[str]) -> list[tuple[date, str]]:
        """The days on which changes of some provisions came into force, each with what the change did."""
        wijzigingen = self._naslag.dingen(wijziging for wijziging, _ in self._naslag.naar("in", iris))
        return [
            (in_werking, w.tekst("effect"))
            for w in wijzigingen.values()
            if _KLASSE in w.alle("type") and (in_werking := dag(w.tekst("inWerking"))) is not None
        ]

    # --- changes ---

    def _rijen(self, dagen: Mapping[str, date | None]) -> list[Wijzigingsrij]:
        """Some changes, each with its day; several sources that tell of the same one are put together."""
        beste: dict[tuple[str, str, str], Ding] = {}
        for wijziging in self._naslag.dingen(dagen).values():
            if _KLASSE not in wijziging.alle("type"):
                continue
            sleutel = wijziging.tekst("in"), wijziging.tekst("door"), wijziging.tekst("inWerking")
            if sleutel not in beste or _volheid(wijziging) > _volheid(beste[sleutel]):
                beste[sleutel] = wijziging
        iris = {w.tekst(n) for w in beste.values() for n in ("in", "door", "inwerkingtredingDoor")}
        plekken = self._naslag.plekken(iri for iri in sorted(iris) if iri)
        # In the same order whatever order the store answers in, as lists are read in parts.
        geordend = (w for _, w in sorted(beste.items(), key=lambda paar: paar[0]))
        rijen = [_rij(w, dagen[w.iri], plekken) for w in geordend if w.tekst("in") in plekken]
        return sorted(rijen, key=lambda r: (r.dag or date.max, natuurlijk(r.bepaling.kort)))

    def _assen(
        self, van: date, tot: date, gevraagd: Sequence[DatumAs], documenten: dict[str, tuple[tuple[DatumAs, ...], bool]]
    ) -> tuple[Asregel, ...]:
        assen = [_as(a) for a in gevraagd if a in EIGENSCHAP]
        tellingen = self._tellingen(assen, van, tot) if assen else {}
        eerste = self._naslag.vraag("wijziging-eerstvolgende", assen=assen, na=dagterm(tot)) if assen else ()
        volgende = {tekst(r, "as").removeprefix(RG): dag(tekst(r, "eerste")) for r in eerste}
        uit = []
        for as_ in gevraagd:
            later = volgende.get(EIGENSCHAP.get(as_, ""))
            daarop = self._tellingen([_as(as_)], later, later) if later else {}
            uit.append(
                Asregel(
                    as_,
                    OMSCHRIJVING[as_],
                    tellingen.get(as_, ()),
                    tuple(self._naslag.bronnen[iri] for iri, (op, _) in documenten.items() if as_ in op),
                    Volgende(later, daarop.get(as_, ())) if later else None,
                )
            )
        return tuple(uit)

    def _tellingen(self, assen: Sequence[NamedNode], van: date, tot: date) -> dict[DatumAs, tuple[Werktelling, ...]]:
        aantallen: dict[tuple[str, str], Counter[bool]] = {}
        for rij in self._naslag.vraag("wijziging-aantallen", assen=assen, van=dagterm(van), tot=dagterm(tot)):
            sleutel = tekst(rij, "as").removeprefix(RG), tekst(rij, "werk")
            teller = aantallen.setdefault(sleutel, Counter())
            teller[woord(rij, "soort") == BepalingSoort.ARTIKEL] += getal(rij, "aantal")
        plekken = self._naslag.plekken(sorted({werk for _, werk in aantallen}))
        uit: dict[DatumAs, tuple[Werktelling, ...]] = {}
        for as_, eigenschap in EIGENSCHAP.items():
            per_werk = [
                Werktelling(plekken[werk], n[True], n[False])
                for (naam, werk), n in aantallen.items()
                if naam == eigenschap and werk in plekken
            ]
            uit[as_] = tuple(sorted(per_werk, key=lambda w: (-w.artikelen, -w.overige, w.werk.kort)))
        return uit

    # --- documents ---

    def _documenten(self, van: date, tot: date) -> dict[str, tuple[tuple[DatumAs, ...], bool]]:
        """The loaded versions that fall in the period, on which axes, and whether wholly."""
        opgenomen = {
            tekst(r, "werkversie") for r in self._naslag.vraag("wijziging-opgenomen")
            if (op := dag(tekst(r, "moment")[:10])) is not None and van <= op <= tot
        }  # fmt: skip
        uit: dict[str, tuple[tuple[DatumAs, ...], bool]] = {}
        for iri, bron in self._naslag.bronnen.items():
            assen: list[DatumAs] = []
            zeker = True
            # The version of a regulation is named after the day from which it holds, another after its publication.
            if (periode := periode_van(bron)) and van <= periode[1] and periode[0] <= tot:
                assen.append(DatumAs.IN_WERKING if bron.soort.rechtskracht else DatumAs.GEPUBLICEERD)
                zeker = van <= periode[0] and periode[1] <= tot
            if iri in opgenomen:
                assen.append(DatumAs.OPGENOMEN)
            if assen:
                uit[iri] = tuple(assen), zeker
        return uit


def _volheid(wijziging: Ding) -> tuple[int, str]:
    """How much is said of a change; of two that say as much the name decides, so that the answer is always the same."""
    return sum(naam in wijziging for naam in _GEGEVENS), wijziging.iri


def _rij(wijziging: Ding, dag_: date | None, plekken: dict[str, Plek]) -> Wijzigingsrij:
    plek = plekken[wijziging.tekst("in")]
    soort = plek.bepaling.soort if plek.bepaling is not None else None
    return Wijzigingsrij(
        plek,
        BepalingSoort(soort.value) if soort is not None else None,
        lees_wijziging(wijziging),
        plekken.get(wijziging.tekst("door")),
        plekken.get(wijziging.tekst("inwerkingtredingDoor")),
        dag_,
    )


def _per_publicatie(rijen: Iterable[Wijzigingsrij], as_: DatumAs | None) -> tuple[tuple[Plek, int], ...]:
    """Articles by the publication that the axis is about: the changing one, or the one that commenced the change."""
    artikelen: dict[Plek, set[str]] = {}
    for rij in rijen:
        publicatie = rij.door
        if as_ in (DatumAs.INWERKING_BEKENDGEMAAKT, DatumAs.IN_WERKING):
            publicatie = rij.inwerkingtreding_door or rij.door
        if publicatie is not None and rij.soort is BepalingSoort.ARTIKEL:
            artikelen.setdefault(publicatie, set()).add(rij.bepaling.iri)
    return tuple(sorted(((p, len(a)) for p, a in artikelen.items()), key=lambda pa: (-pa[1], pa[0].kort)))


def _as(as_: DatumAs) -> NamedNode:
    return NamedNode(RG + EIGENSCHAP[as_])
