"""A document as one of another work: what a user brings is never taken for something that is loaded."""

from __future__ import annotations

from dataclasses import replace

from ontologie.document import Bepaling, Document
from ontologie.identificatie import BepalingId
from ontologie.tekst import Tekst


def als_werk(document: Document, werk: str) -> Document:
    """The same document, with every provision that was of its work now of ``werk``."""
    oud = document.werk

    def id_(ander: BepalingId) -> BepalingId:
        return BepalingId(werk, ander.stappen) if ander.werk == oud else ander

    # From the bottom up, without recursion: trees may be deep. Children come after their parents in reading order.
    klaar: dict[int, Bepaling] = {}
    for bepaling in reversed(list(document.bepalingen())):
        inhoud: tuple[Tekst | Bepaling, ...] = tuple(
            d if isinstance(d, Tekst) else klaar.pop(id(d)) for d in bepaling.inhoud
        )
        licht_toe = tuple(id_(d) for d in bepaling.licht_toe)
        klaar[id(bepaling)] = replace(bepaling, id=id_(bepaling.id), inhoud=inhoud, licht_toe=licht_toe)
    return replace(document, werk=werk, officieel_id="", wortel=klaar[id(document.wortel)])
