"""The questions of a jurist as typed functions over a store: the same answers for command line, REST and pages."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from functools import lru_cache

from bronnen.register import Register
from graph.antwoorden.beschrijving import Beschrijvingen
from graph.antwoorden.boom import Opslagboom
from graph.antwoorden.dekking import Dekkingsvragen
from graph.antwoorden.document import Documenten
from graph.antwoorden.documentwijzigingen import Documentvragen
from graph.antwoorden.eigen import Eigenvragen
from graph.antwoorden.eigengegevens import Eigenbeoordeling
from graph.antwoorden.gegevens import (
    LIMIET,
    LIMIET_MAX,
    NIVEAUS,
    Aangehaald,
    Alinea,
    Bepalinggegevens,
    Bron,
    Bronnen,
    Documentgroep,
    Gecorrigeerd,
    Gevonden,
    Identificaties,
    Inkomend,
    Inkomende,
    Leesknoop,
    Leestekst,
    Lijst,
    Niveau,
    Plek,
    Stuk,
    Tekstmerk,
    Tekstverwijzing,
    Treffer,
    Versie,
    Zoekantwoord,
)
from graph.antwoorden.geldigheid import Geldigheid
from graph.antwoorden.impact import Impactvragen
from graph.antwoorden.impactgegevens import Impact
from graph.antwoorden.lezen import Lezen
from graph.antwoorden.merken import Merken
from graph.antwoorden.naslag import Naslag, dag
from graph.antwoorden.relatiegegevens import Dekking, Invullingen, Plichtgegevens
from graph.antwoorden.relaties import Relatievragen
from graph.antwoorden.structuur import Structuur
from graph.antwoorden.tijdgegevens import (
    Dagtelling,
    Documentverandering,
    Geschiedenis,
    Leesstand,
    Versiekeuze,
    Versiesverschil,
    Wijzigingen,
)
from graph.antwoorden.verschil import Verschilvragen
from graph.antwoorden.verwijzingen import Verwijzingen
from graph.antwoorden.vinden import Vinden
from graph.antwoorden.wijzigingen import Wijzigingsvragen
from graph.feiten import Feiten
from graph.impact.regels import STAPPEN, Gevolg
from graph.opslag import Opslag
from graph.tripels import lees_publicatie
from graph.zoeken import Zoeker
from ontologie.document import Document, DocumentSoort
from ontologie.fouten import IdentificatieFout, NietGevonden
from ontologie.identificatie import BepalingId
from ontologie.relatie import Regelvorm
from ontologie.verwijzing import Doel, ExternId, Status
from ontologie.wijziging import DatumAs

__all__ = [
    "LIMIET",
    "LIMIET_MAX",
    "NIVEAUS",
    "Aangehaald",
    "Alinea",
    "Antwoorden",
    "Bepalinggegevens",
    "Bron",
    "Bronnen",
    "Documentgroep",
    "Gecorrigeerd",
    "Gevonden",
    "Identificaties",
    "Inkomend",
    "Inkomende",
    "Leesknoop",
    "Leestekst",
    "Lijst",
    "Niveau",
    "Plek",
    "Stuk",
    "Tekstmerk",
    "Tekstverwijzing",
    "Treffer",
    "Versie",
    "Zoekantwoord",
]


class Antwoorden:
    """Every question, bound to one state of a store and its full-text index (None: no searching by words).

    ``feiten`` is the reading model of that state (``graph.feiten.open_feiten``); without it the store answers all.

    ``versie`` is a version of the work ("2026-01-01"); "" asks for the newest loaded that holds it. Lists take
    ``limiet`` (1 to ``LIMIET_MAX``) and ``vanaf`` (from 0); other values raise ``InvoerFout``. What is not loaded
    raises ``NietGevonden``. May be used from several threads.
    """

    def __init__(
        self, opslag: Opslag, register: Register, zoeker: Zoeker | None = None, feiten: Feiten | None = None
    ) -> None:
        self._naslag = Naslag(opslag, register, feiten)
        self._structuur = Structuur(self._naslag)
        #: What is said of anything in the graph, by its IRI, and what it is called.
        self.beschrijvingen = Beschrijvingen(self._naslag, self._structuur)
        self._verwijzingen = Verwijzingen(self._naslag, self._structuur)
        self._merken = Merken(self._naslag)
        self._relaties = Relatievragen(self._naslag, self._structuur)
        self._dekking = Dekkingsvragen(self._naslag, self._structuur, self._relaties)
        self._lezen = Lezen(self._naslag, self._structuur, self._verwijzingen, self._merken)
        documenten = Documentvragen(self._naslag, self._relaties)
        self._documentvragen = documenten
        self._wijzigingen = Wijzigingsvragen(self._naslag, documenten)
        self._verschil = Verschilvragen(self._naslag, self._structuur)
        self._geldigheid = Geldigheid(self._naslag, self._structuur, self._wijzigingen, documenten, self._verschil)
        self._vinden = Vinden(self._naslag, self._geldigheid, zoeker)
        self._impact = Impactvragen(
            self._naslag, self._structuur, self._verwijzingen, self._relaties, self._geldigheid, self._verschil
        )
        self._eigen = Eigenvragen(self._naslag, self._relaties, documenten, self._geldigheid, self._verschil)
        # A part of 1000 provisions takes the store a quarter of a second and about 2 MB to keep.
        # Parts of whole documents apart from provisions, so that reading many articles does not push a law out.
        self._werktekst = lru_cache(maxsize=32)(self._lezen.leestekst)
        self._leestekst = lru_cache(maxsize=128)(self._lezen.leestekst)
        self._bepalingen = lru_cache(maxsize=512)(self._lezen.bepaling)
        # A matrix takes a fifth of a second; the page of every provision of a law asks for it.
        self._matrices = lru_cache(maxsize=128)(self._dekking.dekking)
        self._invullingen = lru_cache(maxsize=256)(self._relaties.implementeert)
        self._plichten = lru_cache(maxsize=32)(self._relaties.regelplichten)
        # A large law is about 20 MB.
        self._document = lru_cache(maxsize=4)(Documenten(self._naslag).document)

    @property
    def register(self) -> Register:
        """The register, with the loaded works that it does not know."""
        return self._naslag.register

    def boom(self) -> Opslagboom:
        """What is loaded as a tree to resolve references against."""
        return Opslagboom(self._naslag)

    def bronnen(self) -> Bronnen:
        """All loaded sources, by work and version, the newest version first."""
        items = tuple(self._naslag.bronnen.values())
        dagen = [d for b in items if (d := b.versie.vanaf or dag(b.versie.naam)) is not None]
        return Bronnen(items, max(dagen, default=None))

    def lees_id(self, invoer: str) -> tuple[BepalingId, str]:
        """The provision that someone typed (citation, JCI, IRI, short notation) and the version it means ("" if none).

        Of a JCI, or an address of wetten.overheid.nl, that names a day it is the version that ``versie_op`` gives.

        Raises:
            IdentificatieFout: it cannot be read as any of these, or the day does not exist.
        """
        return self._vinden.lees_id(invoer)

    def niet_gelezen(self, invoer: str, fout: IdentificatieFout) -> NietGevonden:
        """The error of ``lees_id`` or ``lees_doel`` as that of an address at which nothing is, with near matches."""
        return self._vinden.niet_gelezen(invoer, fout)

    def bepaling(self, id_: BepalingId, versie: str = "") -> Bepalinggegevens:
        """One provision (or a whole work) in one version."""
        return self._bepalingen(id_, *self._structuur.zoek(id_, versie))

    def plek(self, id_: BepalingId) -> Plek:
        """How to show a provision, loaded or only referred to.

        Raises:
            NietGevonden: neither loaded nor referred to; ``suggesties`` are near matches.
        """
        iri = self._naslag.iri(id_)
        plek = self._naslag.plekken([iri]).get(iri)
        if plek is None:
            self._structuur.zoek(id_, "")
            raise NietGevonden(f"«{id_}» is niet bekend.")
        return plek

    def leestekst(self, id_: BepalingId, versie: str = "", *, limiet: int = LIMIET_MAX, vanaf: int = 0) -> Leestekst:
        """A regulation, or the part of it below a provision, in reading order, cut at its references."""
        tekst = self._leestekst if id_.stappen else self._werktekst
        return tekst(id_, *self._structuur.zoek(id_, versie), limiet, vanaf)

    def document(self, werk: str, versie: str = "") -> Document:
        """A loaded source as a document again; places count in its running text, not in the file."""
        return self._document(self._naslag.werkversie(werk, versie))

    def beoordeel_eigen(
        self, eigen: Document, model: str, versie: str = "", *, op: date | None = None
    ) -> Eigenbeoordeling:
        """An own ordinance beside a model: compared, with coverage, legal bases and dangling references.

        ``op`` is the day of which the law counts, by default today.

        Raises:
            NietGevonden: the model is not loaded.
            InvoerFout: one of the two holds nothing that can be compared.
        """
        return self._eigen.beoordeel(eigen, self._naslag.werkversie(model, versie), op or date.today())

    def correcties(self, id_: BepalingId, versie: str = "") -> tuple[Gecorrigeerd, ...]:
        """The mended scan noise in a document, in reading order."""
        werkversie = self._naslag.werkversie(id_.werk, versie)
        return self._merken.correcties(self._structuur.boom(werkversie.iri, werkversie.iri))

    def inhoudsopgave(self, id_: BepalingId, versie: str = "") -> tuple[tuple[int, Plek], ...]:
        """The contents of a work down to its articles (or sections), as depth and place, in reading order."""
        return self._structuur.inhoud(self._naslag.werkversie(id_.werk, versie))

    def verwijzingen_uit(
        self, id_: BepalingId, versie: str = "", *, limiet: int = LIMIET, vanaf: int = 0
    ) -> Lijst[Gevonden]:
        """References in it and in its sub-provisions, in reading order, whatever their status."""
        return self._verwijzingen.uit(*self._structuur.zoek(id_, versie), limiet, vanaf)

    def verwijzingen_in(
        self,
        id_: BepalingId,
        *,
        niveaus: Collection[Niveau] = NIVEAUS,
        alle_versies: bool = False,
        limiet: int = LIMIET,
        vanaf: int = 0,
    ) -> Inkomende:
        """References to it, to its sub-provisions and to its parents, from the newest version of each citing work.

        ``niveaus`` chooses other levels; ``alle_versies`` adds the older loaded versions. References from within the
        provision itself count too. Documents that refer to it or to what is in it come first.
        """
        return self._verwijzingen.naar(id_, niveaus, alle_versies, limiet, vanaf)

    def meest_aangehaald(self, *, limiet: int = LIMIET, vanaf: int = 0) -> Lijst[Aangehaald]:
        """What references in the newest versions name most, each target exactly as it is named."""
        return self._verwijzingen.meest_aangehaald(limiet, vanaf)

    def implementeert(self, id_: BepalingId, *, omgekeerd: bool = False) -> Invullingen:
        """What fills in a provision, its items and what it is part of; ``omgekeerd`` what the provision fills in."""
        return self._invullingen(id_, omgekeerd=omgekeerd)

    def regelplichten(
        self, werk: str, versie: str = "", *, vorm: Regelvorm | None = Regelvorm.VERORDENING
    ) -> tuple[Plichtgegevens, ...]:
        """The duties and powers to regulate in a law; ``vorm`` None for every kind of regulation."""
        return self._plichten(werk, versie, vorm=vorm)

    def regelplichten_in(self, id_: BepalingId, versie: str = "") -> tuple[Plichtgegevens, ...]:
        """The duties and powers to regulate by ordinance in one provision and its parts."""
        return self._relaties.plichten_in(id_, self._structuur.zoek(id_, versie)[0], Regelvorm.VERORDENING)

    def regelingen_bij(self, wet: str) -> tuple[str, ...]:
        """The regulations of which the coverage of a law can be judged: those that name it as what they fill in."""
        return self._dekking.regelingen_bij(wet)

    def dekking(self, verordening: str = "", wet: str = "") -> tuple[Dekking, ...]:
        """How far a regulation answers the duties of a law: every regulation and law with relations, unless named."""
        return self._matrices(verordening, wet)

    def bevindingen(self, werk: str) -> tuple[str, ...]:
        """What a work says that its own structure or the target contradicts, as Dutch sentences."""
        return self._relaties.bevindingen(werk)

    # --- impact ---

    def lees_doel(self, invoer: str) -> Doel:
        """What someone typed as something that changes: a provision, or an amending act ("Stb. 2025, 210").

        Raises:
            IdentificatieFout: it cannot be read as either.
        """
        return self._vinden.lees_doel(invoer)

    @staticmethod
    def lees_besluit(invoer: str) -> ExternId:
        """An amending act that someone typed.

        Raises:
            IdentificatieFout: it is no publication.
        """
        besluit = lees_publicatie(invoer)
        if besluit is None:
            raise IdentificatieFout(
                f"«{invoer[:100]}» is geen publicatie.", advies="Schrijf haar als stb:2025:210 of «Stb. 2025, 210»."
            )
        return besluit

    def impact(
        self,
        doel: BepalingId | ExternId,
        *,
        gevolg: Gevolg = Gevolg.WIJZIGT,
        op: date | None = None,
        stappen: int = STAPPEN,
        limiet: int = LIMIET,
        vanaf: int = 0,
    ) -> Impact:
        """What depends on a provision, or on all that an amending act changes, the worst first.

        ``gevolg`` is what happens to the provision; an act says so itself. ``op`` chooses the versions of that day.

        Raises:
            NietGevonden: nothing loaded has or names it, or no change by the act is known.
            InvoerFout: so many steps, or such a part of the list, cannot be asked for.
        """
        return self._impact.impact(doel, gevolg=gevolg, op=op, stappen=stappen, limiet=limiet, vanaf=vanaf)

    def wijzigend_besluit(self, besluit: ExternId) -> Plek | None:
        """How to show an act; None where no change by it is known."""
        return self._impact.besluit(besluit)

    # --- time ---

    def wijzigingen(
        self, van: date, tot: date, as_: DatumAs | None = None, *, limiet: int = LIMIET, vanaf: int = 0
    ) -> Wijzigingen:
        """What changed from ``van`` up to and with ``tot``; without an axis only how much on each."""
        return self._wijzigingen.wijzigingen(van, tot, as_, limiet=limiet, vanaf=vanaf)

    def wijzigingen_per_dag(self, van: date, tot: date) -> tuple[Dagtelling, ...]:
        """How many provisions changed on each day of a period that ``wijzigingen`` takes, on each axis."""
        return self._wijzigingen.per_dag(van, tot)

    def veranderingen(self, werk: str, versie: str = "") -> tuple[Documentverandering, ...]:
        """What is known of the changes in a version of a document without legal force."""
        werkversie = self._naslag.werkversie(werk, versie)
        gevonden = self._documentvragen.wijzigingen({werkversie.iri: True})
        return gevonden[0].veranderingen if gevonden else ()

    def versie_op(self, id_: BepalingId, op: date) -> Versiekeuze:
        """The loaded version of a provision or work that comes nearest to a day, and how sure that is."""
        return self._geldigheid.versie_op(id_, self.plek(id_), op)

    def versies_op(self, plekken: Iterable[Plek], op: date) -> tuple[Versiekeuze, ...]:
        """The same for targets of references; external sources are left out."""
        return self._geldigheid.versies_op(plekken, op)

    def leesstand(self, id_: BepalingId, versie: str = "", *, op: date) -> Leesstand:
        """Whether what one reads is the law of a day, for a banner."""
        werkversie, _ = self._structuur.zoek(id_, versie)
        return self._geldigheid.leesstand(id_, self.plek(id_), werkversie, op)

    def geschiedenis(self, id_: BepalingId) -> Geschiedenis:
        """A provision through its loaded versions, and all changes that sources name."""
        return self._geldigheid.geschiedenis(id_, self.plek(id_))

    def verschil(
        self, id_: BepalingId, oud: str, nieuw: str = "", *, limiet: int = LIMIET, vanaf: int = 0
    ) -> Versiesverschil:
        """How two loaded versions of a work differ, or one provision in them; ``nieuw`` is by default the newest."""
        versies = self._naslag.werkversie(id_.werk, oud), self._naslag.werkversie(id_.werk, nieuw)
        return self._verschil.verschil(*versies, id_ if id_.stappen else None, limiet, vanaf)

    def onopgelost(
        self, werk: str = "", *, status: Status | None = None, limiet: int = LIMIET, vanaf: int = 0
    ) -> Lijst[Gevonden]:
        """References that are not (wholly) resolved, of the newest version of one work or of all.

        ``status`` names one status; without it every status but opgelost counts.
        """
        statussen = [s for s in Status if s is not Status.OPGELOST] if status is None else [status]
        return self._verwijzingen.onopgelost(werk, statussen, limiet, vanaf)

    def zoek(
        self,
        woorden: str,
        *,
        soort: DocumentSoort | None = None,
        werk: str = "",
        op: date | None = None,
        limiet: int = 20,
        vanaf: int = 0,
    ) -> Zoekantwoord:
        """Full text of the newest versions, by article; ``soort`` is the kind of document.

        With ``op`` of the versions that hold on that day, as far as they are loaded; the answer tells which these are.

        A citation, JCI, IRI or short notation of something loaded comes back as ``direct``.
        """
        return self._vinden.zoek(woorden, soort, werk, op, limiet, vanaf)
