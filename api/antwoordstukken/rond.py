"""Everything about one provision in one version, asked for once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from graph.antwoorden import Bepalinggegevens, Documentgroep, Gevonden, Inkomend
from graph.antwoorden.relatiegegevens import Invullingen
from graph.antwoorden.tijdgegevens import Geschiedenis
from ontologie.document import Wijzigingsgegevens


@dataclass(frozen=True, slots=True)
class Rond:
    """Everything about one provision in one version."""

    gegevens: Bepalinggegevens
    door: Invullingen
    uit: Invullingen
    inkomend: tuple[tuple[Documentgroep, Inkomend], ...]
    inkomend_totaal: int
    uitgaand: tuple[Gevonden, ...]
    uitgaand_totaal: int
    verloop: Geschiedenis

    @property
    def wijzigingen(self) -> tuple[Wijzigingsgegevens, ...]:
        return alle_wijzigingen(self.gegevens, self.verloop)


def alle_wijzigingen(g: Bepalinggegevens, verloop: Geschiedenis) -> tuple[Wijzigingsgegevens, ...]:
    """Every change that sources name, the newest first; what the shown version tells of itself is fullest."""
    eigen = [w for w in (g.wijziging, *g.verdere_wijzigingen) if w is not None]
    per_sleutel = {_sleutel(r.gegevens): r.gegevens for r in verloop.wijzigingen} | {_sleutel(w): w for w in eigen}
    return tuple(sorted(per_sleutel.values(), key=lambda w: w.in_werking or w.gepubliceerd or date.min, reverse=True))


def _sleutel(w: Wijzigingsgegevens) -> tuple[object, ...]:
    return w.effect, w.door, w.in_werking


def publicatie(w: Wijzigingsgegevens) -> str:
    """The act that changed it, "" where it is not known."""
    return f"{w.door.blad} {w.door.jaar}, {w.door.nummer}" if w.door else ""
