"""An own ordinance beside a model and the law: compared, and judged with what it took over from the model."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from pyoxigraph import NamedNode

from graph.antwoorden.boom import Opslagboom
from graph.antwoorden.document import Documenten
from graph.antwoorden.documentwijzigingen import Documentvragen
from graph.antwoorden.eigendekking import Dekkingsoordeel
from graph.antwoorden.eigengegevens import Bepalingnaam, Eigenbeoordeling, Losse
from graph.antwoorden.eigengrondslag import Grondslagtoets
from graph.antwoorden.eigenmodel import lees_modelwijzigingen
from graph.antwoorden.geldigheid import Geldigheid
from graph.antwoorden.naslag import Naslag, Werkversie, dag
from graph.antwoorden.relaties import Relatievragen
from graph.antwoorden.verschil import Verschilvragen
from graph.relaties import Bibliotheek, Boek, leid_af
from graph.tripels import regelingen_van
from graph.vergelijk import vergelijk
from graph.verwijzing import Herkenner
from ontologie.document import Document
from ontologie.fouten import NietGevonden
from ontologie.identificatie import BepalingId, print_kort, print_label
from ontologie.verwijzing import Status, Verwijzing

#: Statuses of references that dangle.
_LOS = frozenset({Status.DOEL_ONTBREEKT, Status.DEELS, Status.ONBEKENDE_REGELING, Status.MEERDUIDIG})


class Eigenvragen:
    """Questions about documents that are not loaded."""

    def __init__(
        self,
        naslag: Naslag,
        relaties: Relatievragen,
        documenten: Documentvragen,
        geldigheid: Geldigheid,
        verschil: Verschilvragen,
    ) -> None:
        self._naslag = naslag
        self._relaties = relaties
        self._wijzigingen = documenten
        self._geldigheid = geldigheid
        self._verschil = verschil
        self._documenten = Documenten(naslag)

    def beoordeel(self, eigen: Document, model: Werkversie, op: date) -> Eigenbeoordeling:
        """An own ordinance beside a version of a model, and beside the law of a day.

        Raises:
            InvoerFout: the own document holds no rules that can be compared, or the model has no running text.
        """
        return _Beoordeling(self, eigen, model, op).uitkomst()

    # --- for its parts ---

    @property
    def naslag(self) -> Naslag:
        return self._naslag

    @property
    def relaties(self) -> Relatievragen:
        return self._relaties

    @property
    def wijzigingen(self) -> Documentvragen:
        return self._wijzigingen

    @property
    def geldigheid(self) -> Geldigheid:
        return self._geldigheid

    @property
    def verschil(self) -> Verschilvragen:
        return self._verschil

    def document(self, werk: str) -> Document | None:
        """The newest loaded version of a work, None where there is none with running text."""
        try:
            return self._documenten.document(self._naslag.werkversie(werk))
        except NietGevonden:
            return None

    def van_versie(self, werkversie: Werkversie) -> Document:
        return self._documenten.document(werkversie)


class _Beoordeling:
    def __init__(self, vragen: Eigenvragen, eigen: Document, model: Werkversie, op: date) -> None:
        self._vragen, self._eigen, self._model, self._op = vragen, eigen, model, op
        self._register = vragen.naslag.register.aangevuld(regelingen_van([eigen]))
        self._bibliotheek = Bibliotheek(self._register, self._vind)

    def _vind(self, werk: str) -> Document | None:
        return self._eigen if werk == self._eigen.werk else self._vragen.document(werk)

    def uitkomst(self) -> Eigenbeoordeling:
        model = self._vragen.van_versie(self._model)
        vergelijking = vergelijk(self._eigen, model)
        verwijzingen = Herkenner(self._register, Opslagboom(self._vragen.naslag)).verwijzingen(self._eigen).verwijzingen
        afleiding = leid_af(self._eigen, verwijzingen, self._bibliotheek)
        grondslag = Grondslagtoets(self._vragen, self._bibliotheek, self._eigen, self._op, self.naam)
        oordeel = Dekkingsoordeel(self._vragen, self._bibliotheek, self._eigen, self._model, vergelijking, self.naam)
        relaties = oordeel.relaties(afleiding.relaties)
        per_status = Counter(v.status for v in verwijzingen)
        return Eigenbeoordeling(
            vergelijking,
            self._op,
            max((d for b in self._vragen.naslag.bronnen.values() if (d := b.versie.vanaf or dag(b.versie.naam))),
                default=None),
            len(verwijzingen),
            tuple((s, per_status[s]) for s in Status if per_status[s]),
            tuple(self._losse(verwijzingen)),
            tuple(grondslag.regels(verwijzingen)),
            relaties,
            oordeel.dekking(),
            tuple(lees_modelwijzigingen(self._vragen, self._model, model, vergelijking, self.naam)),
            tuple(self._voorbehouden(model, per_status)),
        )  # fmt: skip

    def naam(self, id_: BepalingId) -> Bepalingnaam:
        """How a provision of the own text, the model or a law is called."""
        eigen = id_.werk == self._eigen.werk
        label = print_label(id_, self._register, met_titel=not eigen)
        return Bepalingnaam(id_, print_kort(id_, self._register), label)

    def _losse(self, verwijzingen: Sequence[Verwijzing]) -> Iterator[Losse]:
        for v in verwijzingen:
            if v.status in _LOS:
                yield self._als_losse(v, v.status, v.reden)
            elif v.status is Status.OPGELOST:
                weg = [d for d in v.doelen if isinstance(d, BepalingId) and self._is_vervallen(d)]
                if weg:
                    namen = ", ".join(self.naam(d).label for d in weg)
                    yield self._als_losse(v, None, f"{namen} is vervallen.")

    def _als_losse(self, v: Verwijzing, status: Status | None, reden: str) -> Losse:
        doelen = tuple(print_kort(d, self._register) if isinstance(d, BepalingId) else str(d) for d in v.doelen)
        eigen = [d for d in v.doelen if isinstance(d, BepalingId) and d.werk == self._eigen.werk]
        if status is Status.DOEL_ONTBREEKT and len(eigen) == len(v.doelen):
            aanwezig = Boek(self._eigen)
            weg = [self.naam(d).label for d in eigen if aanwezig.knoop(d) is None]
            reden = f"In uw tekst bestaat niet: {', '.join(w[:1].lower() + w[1:] for w in weg)}." if weg else reden
        return Losse(self.naam(v.plaats), v.tekst, doelen, status, reden, v.span.begin, v.span.eind)

    def _is_vervallen(self, id_: BepalingId) -> bool:
        boek = self._bibliotheek.boek(id_.werk) if id_.stappen else None
        return boek is not None and boek.vervallen(id_)

    def _voorbehouden(self, model: Document, per_status: Counter[Status]) -> Iterator[str]:
        if ongezien := per_status[Status.NIET_GECONTROLEERD]:
            yield (
                f"Van {ongezien} verwijzingen is het doel niet gecontroleerd: die regelingen zijn niet geheel geladen."
            )
        if model.soort.rechtskracht:
            yield f"«{model.titel}» is geen model; de vergelijking zegt alleen hoe de teksten verschillen."
        vragen = self._vragen.naslag
        versies = [v for v in vragen.werkversies.values() if v.werk == self._model.werk]
        if len(versies) == 1:
            yield (
                "Van het model is één versie geladen. Of een afwijking uit een oudere versie van het model komt, "
                "is daaruit niet te zien."
            )
        for rij in vragen.vraag("wijziging-voorbehouden", werkversies=[NamedNode(self._model.iri)]):
            if (reden := rij.get("reden")) is not None:
                yield reden.value
