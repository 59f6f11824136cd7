"""The list of the versions of a regulation, as the official repository serves it (``manifest.xml``)."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from datetime import date

from bronnen.datum import lees_datum
from bronnen.lezen import Bestand, Bijbestand
from bronnen.register import Register
from bronnen.xml import lees_xml, wortelnaam
from bronnen.xmlboom import Element
from ontologie.fouten import BronFout


@dataclass(frozen=True, slots=True)
class Item:
    """One file of a version. ``pad`` is relative to the folder of the regulation in the repository."""

    naam: str
    pad: str
    vorm: str  # "xml", …
    grootte: int  # bytes, 0 where the manifest does not tell
    hash: str  # as in the source: SHA-512, hexadecimal
    verwijderd: bool


@dataclass(frozen=True, slots=True)
class Expressie:
    """One version: the text as it is valid from ``geldig_van`` to ``geldig_tot``, both inclusive (None: open).

    ``zichtbaar_van`` to ``zichtbaar_tot`` is the period in which the repository held it for the right one.
    """

    label: str  # "2022-05-01_0"
    geldig_van: date | None
    geldig_tot: date | None
    zichtbaar_van: date | None
    zichtbaar_tot: date | None
    items: tuple[Item, ...]

    def item(self, vorm: str = "xml") -> Item | None:
        """The file in a form, None where there is none (any more)."""
        return next((i for i in self.items if i.vorm == vorm and not i.verwijderd), None)


@dataclass(frozen=True, slots=True)
class Manifest(Bijbestand):
    """All versions, in the order of the file; ``laatste`` is the path of the newest item."""

    laatste: str
    wti: str
    expressies: tuple[Expressie, ...]

    def kies(self, dag: date, zicht: date | None = None) -> Expressie | None:
        """The version that is valid on a day, as known on ``zicht`` (default: as known now).

        None where none is valid or has a file. Of several the one that became visible last counts.
        """
        kandidaten = [
            e
            for e in self.expressies
            if _binnen(dag, e.geldig_van, e.geldig_tot)
            and (e.zichtbaar_tot is None if zicht is None else _binnen(zicht, e.zichtbaar_van, e.zichtbaar_tot))
            and e.item() is not None
        ]
        return max(kandidaten, key=lambda e: (e.zichtbaar_van or date.min, _volgnummer(e.label)), default=None)

    def ontbreekt(self, aanwezig: Container[str]) -> tuple[str, ...]:
        """Name of the newest file if it is not among those present."""
        naam = self.laatste.rpartition("/")[2]
        return (naam,) if naam and naam not in aanwezig else ()

    def ontbrekende(self, aanwezig: Container[str]) -> tuple[Item, ...]:
        """Every item that is not deleted and not among the file names present."""
        return tuple(i for e in self.expressies for i in e.items if not i.verwijderd and i.naam not in aanwezig)


def _binnen(dag: date, van: date | None, tot: date | None) -> bool:
    return (van is None or van <= dag) and (tot is None or dag <= tot)


def _volgnummer(label: str) -> int:
    cijfers = label.rpartition("_")[2]
    return int(cijfers) if cijfers.isdecimal() else 0


class ManifestLezer:
    """Reads a manifest."""

    naam = "manifest/1"

    def herkent(self, bestand: Bestand) -> bool:
        return wortelnaam(bestand.kop) == "work"

    def lees(self, bestand: Bestand, register: Register) -> Manifest:
        wortel = lees_xml(str(bestand.pad), bestand.inhoud).wortel
        officieel_id = wortel.attribuut("label")
        expressies = tuple(_expressie(e) for e in wortel.kinderen("expression"))
        if not officieel_id or not expressies:
            raise BronFout(str(bestand.pad), "dit manifest noemt geen regeling of geen versies")
        return Manifest(
            werk=register.kort(officieel_id),
            officieel_id=officieel_id,
            bron=bestand.bron("manifest", self.naam),
            laatste=wortel.attribuut("_latestItem"),
            wti=wortel.waarde("metadata", "wti_locatie"),
            expressies=expressies,
        )


def _expressie(element: Element) -> Expressie:
    label = element.attribuut("label")

    def datum(naam: str) -> date | None:
        return lees_datum(element.waarde("metadata", naam))

    items = tuple(
        _item(label, vorm, item) for vorm in element.kinderen("manifestation") for item in vorm.kinderen("item")
    )
    return Expressie(
        label,
        datum("datum_inwerkingtreding"),
        datum("einddatum"),
        datum("zichtdatum_start"),
        datum("zichtdatum_eind"),
        items,
    )


def _item(label: str, vorm: Element, item: Element) -> Item:
    naam = item.attribuut("label")
    grootte = vorm.waarde("metadata", "size")
    return Item(
        naam,
        f"{label}/{vorm.attribuut('label')}/{naam}",
        vorm.attribuut("label"),
        int(grootte) if grootte.isdecimal() else 0,
        vorm.waarde("metadata", "hashcode"),
        item.attribuut("_deleted").lower() == "true",
    )
