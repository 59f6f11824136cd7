"""What a dependency is: which provision depends on which, in what way, and on what evidence."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from enum import StrEnum
from typing import NamedTuple, Protocol

from ontologie.identificatie import BepalingId, StapSoort


class Aard(StrEnum):
    """How one provision depends on another."""

    BERUST_OP = "berust op"
    VULT_IN = "vult in"
    GEMAAKT_UIT = "gemaakt uit"
    VERWIJST = "verwijst naar"
    LICHT_TOE = "licht toe"
    #: The texts say that it does not fill in the other. No dependency: it stops what would follow from a whole.
    UITGESLOTEN = "geen invulling van"


class Graad(StrEnum):
    """What of a dependent provision is touched, the worst first."""

    GRONDSLAG = "grondslag"
    INVULLING = "invulling"
    VERWIJZING = "verwijzing"
    TOELICHTING = "toelichting"


class Bereik(StrEnum):
    """Where what a provision depends on stands towards what is touched, the nearest first."""

    ZELF = "zelf"
    #: It depends on a part of it.
    ONDER = "onder"
    #: It depends on a range of provisions in which it falls.
    REEKS = "reeks"
    #: It depends on something wider, up to a chapter.
    BOVEN = "boven"
    #: It depends on the whole work.
    WERK = "werk"


class Kant(NamedTuple):
    """``van`` depends on ``naar``; both are IRIs apart from versions. A tuple, as there are very many.

    ``ding`` is the evidence: the reference, the relation, or the version of the provision that says so. ``werkversie``
    is the version of the work that it stands in. Not ``zeker`` is a reference that does not settle what it means.
    ``nadruk``: a relation that is stated in so many words.
    """

    ding: str
    aard: Aard
    van: str
    naar: str
    werkversie: str
    zeker: bool = True
    nadruk: bool = False


class Kantenbron(Protocol):
    """Where dependencies come from. Only those told by the chosen versions of works count."""

    def kanten(self, doelen: Collection[str], aarden: Collection[Aard]) -> Iterable[Kant]:
        """The dependencies on exactly these provisions."""

    def vult_in(self, vans: Collection[str]) -> Iterable[tuple[str, str]]:
        """What some provisions fill in, where that is stated in so many words, as (van, naar)."""

    def onder(self, iris: Collection[str]) -> Iterable[tuple[str, str]]:
        """What lies below some provisions by identity, as (whole, part); at least what anything depends on."""

    def opbouw(self, iris: Collection[str]) -> Iterable[tuple[str, str, bool]]:
        """The structure of the chosen versions around and in some provisions, as (provision, other, other is below).

        Below are the units and articles in a unit; above are the units around a provision.
        """


#: What an explanation is part of; a reference in it explains, and binds nobody.
_UITLEG = frozenset({StapSoort.TOELICHTING, StapSoort.LEESWIJZER, StapSoort.VOETNOOT})


def graad_van(kant: Kant, van: BepalingId | None, bindend: bool) -> Graad:
    """What a dependency touches. ``bindend``: it stands in a regulation or model, not in guidance or a letter."""
    if kant.aard is Aard.BERUST_OP:
        return Graad.GRONDSLAG
    if kant.aard in (Aard.VULT_IN, Aard.GEMAAKT_UIT):
        return Graad.INVULLING
    if kant.aard is Aard.LICHT_TOE or not bindend or van is None:
        return Graad.TOELICHTING
    return Graad.TOELICHTING if any(s.soort in _UITLEG for s in van.stappen) else Graad.VERWIJZING
