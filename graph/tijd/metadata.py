"""What the official metadata say changed between two versions, and how far the texts bear that out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ontologie.document import Bepaling, BepalingSoort, Document, Wijzigingsgegevens
from ontologie.fouten import InvoerFout
from ontologie.identificatie import BepalingId
from ontologie.wijziging import Versieverschil


@dataclass(frozen=True, slots=True)
class Afwijking:
    """An article on which the metadata and the texts do not agree, and a Dutch sentence why as far as it shows."""

    artikel: BepalingId
    in_tekst: bool
    verklaring: str


@dataclass(frozen=True, slots=True)
class Toets:
    """The articles that changed by the metadata, those that changed by the texts, and where these differ."""

    volgens_metadata: tuple[BepalingId, ...]
    volgens_tekst: tuple[BepalingId, ...]
    afwijkingen: tuple[Afwijking, ...]


def gewijzigd_volgens_metadata(oud: Document, nieuw: Document) -> dict[BepalingId, tuple[Wijzigingsgegevens, ...]]:
    """The articles of the new version that a change made after the old one, with these changes.

    A change counts by its day of commencement, and one that is not yet in force by the day that it was published. An
    article that is gone without leaving a place has no metadata; the old version is needed for it, with no changes.

    Raises:
        InvoerFout: it is not known from when on either version holds.
    """
    van, tot = oud.geldig_van, nieuw.geldig_van
    if van is None or tot is None:
        raise InvoerFout(f"Van «{nieuw.werk}» is niet bekend vanaf wanneer beide versies gelden.")
    uit: dict[BepalingId, tuple[Wijzigingsgegevens, ...]] = {}
    for bepaling in nieuw.bepalingen():
        if bepaling.soort is BepalingSoort.ARTIKEL:
            sinds = tuple(w for w in wijzigingen_van(bepaling) if _tussen(w, van, tot))
            if sinds:
                uit[bepaling.id] = sinds
    aanwezig = {b.id for b in nieuw.bepalingen()}
    weg = (b.id for b in oud.bepalingen() if b.soort is BepalingSoort.ARTIKEL and b.id not in aanwezig)
    return uit | dict.fromkeys(weg, ())


def wijzigingen_van(bepaling: Bepaling) -> tuple[Wijzigingsgegevens, ...]:
    """All changes that the source names for a provision."""
    return () if bepaling.wijziging is None else (bepaling.wijziging, *bepaling.verdere_wijzigingen)


def _tussen(gegevens: Wijzigingsgegevens, van: date, tot: date) -> bool:
    dag = gegevens.in_werking
    if dag is not None and dag <= tot:
        return dag > van
    return gegevens.gepubliceerd is not None and gegevens.gepubliceerd > van


def toets(verschil: Versieverschil, oud: Document, nieuw: Document) -> Toets:
    """Compare a difference with the metadata. Raises InvoerFout as ``gewijzigd_volgens_metadata``."""
    metadata = gewijzigd_volgens_metadata(oud, nieuw)
    tekst = verschil.per_artikel()
    links = {b.id: b for b in oud.bepalingen() if b.soort is BepalingSoort.ARTIKEL}
    rechts = {b.id: b for b in nieuw.bepalingen() if b.soort is BepalingSoort.ARTIKEL}
    afwijkingen = [
        Afwijking(id_, id_ in tekst, _verklaring(links.get(id_), rechts.get(id_), id_ in tekst))
        for id_ in dict.fromkeys([*metadata, *tekst])
        if (id_ in metadata) != (id_ in tekst)
    ]
    return Toets(tuple(metadata), tuple(tekst), tuple(afwijkingen))


def _verklaring(oud: Bepaling | None, nieuw: Bepaling | None, in_tekst: bool) -> str:
    if oud is None or nieuw is None:
        return "Het artikel staat in één van beide versies, en de metadata noemen geen wijziging."
    versies = [dict(b.bron_ids).get("versie-id", "") for b in (oud, nieuw)]
    zelfde = versies[0] and versies[0] == versies[1]
    if not in_tekst:
        rest = "de bron geeft beide hetzelfde versie-id" if zelfde else "de bron geeft ze een ander versie-id"
        return f"De teksten zijn gelijk, en {rest}: de wijziging is teruggedraaid of raakt iets buiten de tekst."
    if zelfde:
        return "De bron toont de tekst anders, maar geeft beide hetzelfde versie-id."
    return "De teksten verschillen, en de metadata noemen geen wijziging tussen beide data."
