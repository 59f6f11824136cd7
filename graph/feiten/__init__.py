"""The facts that the questions of one provision rest on: by SPARQL from any store, or from the reading model."""

from __future__ import annotations

from pathlib import Path

from graph.feiten.bevraagd import Bevraagd
from graph.feiten.ding import RG, Ding
from graph.feiten.leesmodel import Leesmodel
from graph.feiten.maken import Leesmodelmaker, werk_leesmodel_bij
from graph.feiten.model import Deel, Feiten, Kind, Naamgegevens, Verwijzingnaar
from graph.opslag import Opslag

__all__ = [
    "RG",
    "Bevraagd",
    "Deel",
    "Ding",
    "Feiten",
    "Kind",
    "Leesmodel",
    "Leesmodelmaker",
    "Naamgegevens",
    "Verwijzingnaar",
    "open_feiten",
    "werk_leesmodel_bij",
]


def open_feiten(opslag: Opslag, leesmodel: Path | None = None) -> Feiten:
    """The reading model at a path; of a store that has none (a remote one, one of an older release) SPARQL."""
    return Leesmodel(leesmodel) if leesmodel is not None and Leesmodel.is_er(leesmodel) else Bevraagd(opslag)
