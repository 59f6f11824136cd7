"""The questions of a jurist as typed functions over a store: the same answers for command line, REST and pages."""

from __future__ import annotations

from bronnen.register import Register
from graph.antwoorden.gegevens import (
    LIMIET,
    LIMIET_MAX,
    Alinea,
    Bepalinggegevens,
    Bron,
    Bronnen,
    Documentgroep,
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
    Tekstverwijzing,
    Treffer,
    Versie,
    Zoekantwoord,
)
from ontologie.document import DocumentSoort
from ontologie.identificatie import BepalingId
from ontologie.verwijzing import Status

__all__ = [
    "LIMIET",
    "LIMIET_MAX",
    "Alinea",
    "Antwoorden",
    "Bepalinggegevens",
    "Bron",
    "Bronnen",
    "Documentgroep",
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
    "Tekstverwijzing",
    "Treffer",
    "Versie",
    "Zoekantwoord",
]


class Antwoorden:
    """Every question, bound to one store and its full-text index.

    ``versie`` is a version of the work ("2026-01-01"); "" asks for the newest loaded. Lists take
    ``limiet`` (1 to ``LIMIET_MAX``) and ``vanaf`` (from 0); other values raise ``InvoerFout``. What is not loaded raises
    ``NietGevonden``.
    """

    def bronnen(self) -> Bronnen:
        """All loaded sources, by work and version, the newest version first."""
        raise NotImplementedError

    def lees_id(self, invoer: str) -> tuple[BepalingId, str]:
        """The provision that someone typed (citation, JCI, IRI or short notation) and the version it names ("" if none).

        Raises:
            IdentificatieFout: it cannot be read as any of these.
        """
        raise NotImplementedError

    def bepaling(self, id_: BepalingId, versie: str = "") -> Bepalinggegevens:
        """One provision (or a whole work) in one version."""
        raise NotImplementedError

    def plek(self, id_: BepalingId) -> Plek:
        """How to show a provision, loaded or only referred to.

        Raises:
            NietGevonden: neither loaded nor referred to; ``suggesties`` are near matches.
        """
        raise NotImplementedError

    def leestekst(self, id_: BepalingId, versie: str = "", *, limiet: int = LIMIET_MAX, vanaf: int = 0) -> Leestekst:
        """A regulation, or the part of it below a provision, in reading order, cut at its references."""
        raise NotImplementedError

    def inhoudsopgave(self, id_: BepalingId, versie: str = "") -> tuple[tuple[int, Plek], ...]:
        """The contents of a work down to its articles (or sections), as depth and place, in reading order."""
        raise NotImplementedError

    def verwijzingen_uit(
        self, id_: BepalingId, versie: str = "", *, limiet: int = LIMIET, vanaf: int = 0
    ) -> Lijst[Gevonden]:
        """References in it and in its sub-provisions, in reading order, whatever their status."""
        raise NotImplementedError

    def verwijzingen_in(
        self, id_: BepalingId, *, alle_versies: bool = False, limiet: int = LIMIET, vanaf: int = 0
    ) -> Inkomende:
        """References to it, to its sub-provisions and to its parents, from the newest version of each citing work.

        ``alle_versies`` adds the older loaded versions. References from within the provision itself count too.
        """
        raise NotImplementedError

    def onopgelost(
        self, werk: str = "", *, status: Status | None = None, limiet: int = LIMIET, vanaf: int = 0
    ) -> Lijst[Gevonden]:
        """References that are not (wholly) resolved: of one work or of all, with one status or any but opgelost."""
        raise NotImplementedError

    def zoek(
        self, woorden: str, *, soort: DocumentSoort | None = None, werk: str = "", limiet: int = 20, vanaf: int = 0
    ) -> Zoekantwoord:
        """Full text of the newest versions, by article; ``soort`` is the kind of document. A citation comes back as ``direct``."""
        raise NotImplementedError
