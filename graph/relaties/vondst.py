"""What the rules hand over: one statement with its subject, objects and place, before statements are put together."""

from __future__ import annotations

from dataclasses import dataclass

from ontologie.identificatie import BepalingId
from ontologie.relatie import Bewijs, RelatieSoort, Sterkte


@dataclass(frozen=True, slots=True)
class Vondst:
    """One relation on one piece of evidence."""

    van: BepalingId
    naar: BepalingId
    sterkte: Sterkte
    bewijs: Bewijs
    reden: str
    soort: RelatieSoort = RelatieSoort.INVULLING
    deels: bool = False
    #: The same number for all objects that one statement names for one subject.
    uitspraak: int = 0
