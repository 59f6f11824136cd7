"""What a search begins with and what it finds: touched provisions, the steps that reach them, and bounds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from graph.impact.kant import Bereik, Graad, Kant
from graph.impact.regels import Gevolg

#: How near each is, the nearest first.
RANG = {b: n for n, b in enumerate(Bereik)}
#: Steps by something wider than what is touched.
_BREED = frozenset({Bereik.BOVEN, Bereik.WERK})


class Staat(NamedTuple):
    """A touched provision, whether that is sure, and whether the way to it had no step by something wider yet."""

    iri: str
    zeker: bool = True
    smal: bool = True

    def even_goed(self) -> tuple[Staat, ...]:
        """The states of the same provision that say as much or more; this one is the last."""
        return tuple(
            Staat(self.iri, zeker, smal)
            for zeker in (True, False)[: 2 - self.zeker]
            for smal in (True, False)[: 2 - self.smal]
        )


@dataclass(frozen=True, slots=True)
class Begin:
    """A provision that changes. ``met_delen``: with all in it.

    ``reeksen`` are references that name a range around it.
    """

    iri: str
    gevolg: Gevolg
    met_delen: bool = True
    reeksen: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Grenzen:
    """How far a search goes: steps, touched provisions, dependencies read, seconds."""

    stappen: int = 2
    geraakt: int = 5_000
    kanten: int = 200_000
    seconden: float = 10.0


@dataclass(frozen=True, slots=True)
class Sprong:
    """One step: ``uit`` is touched; ``kant.van`` depends on ``kant.naar``, which stands towards it as ``bereik``."""

    uit: Staat
    kant: Kant
    bereik: Bereik
    graad: Graad
    gewicht: float

    @property
    def naar(self) -> Staat:
        """What is touched by it."""
        return Staat(self.kant.van, self.uit.zeker and self.kant.zeker, self.uit.smal and self.bereik not in _BREED)


@dataclass(slots=True)
class Uitslag:
    """What was found. ``sprongen`` are the steps by which a state is first reached, for each grade.

    ``diepte`` and ``gewicht`` are of the states; those that change have depth 0. ``intern`` are dependencies among what
    changes itself. ``afgekapt`` is a Dutch sentence where the search did not go on to its end.
    """

    begin: Mapping[str, Begin]
    sprongen: dict[Staat, dict[Graad, tuple[int, list[Sprong]]]] = field(default_factory=dict)
    diepte: dict[Staat, int] = field(default_factory=dict)
    gewicht: dict[Staat, float] = field(default_factory=dict)
    intern: int = 0
    afgekapt: str = ""

    def eerste(self, staat: Staat) -> list[Sprong]:
        """The steps by which a state is first reached, whatever the grade, the heaviest first."""
        diepte = self.diepte[staat]
        uit = [s for d, rij in self.sprongen.get(staat, {}).values() if d == diepte for s in rij]
        return sorted(uit, key=volgorde)


def volgorde(sprong: Sprong) -> tuple[object, ...]:
    """The heaviest step first, and otherwise always the same order."""
    return -sprong.gewicht, RANG[sprong.bereik], sprong.kant.ding, sprong.uit.iri, sprong.kant.naar
