"""The facts that the questions of one provision rest on: by SPARQL from any store, or from the reading model."""

from __future__ import annotations

from pathlib import Path

from graph.feiten.bevraagd import Bevraagd
from graph.feiten.bijwerken import Leesmodelbijwerker
from graph.feiten.ding import RG, Ding
from graph.feiten.leesmodel import Leesmodel
from graph.feiten.maken import Leesmodelmaker
from graph.feiten.model import Deel, Feiten, Kind, Naamgegevens, Verwijzingnaar
from graph.feiten.terugval import Terugval, meld_terugval
from graph.opslag import Opslag
from ontologie.fouten import OpslagFout

__all__ = [
    "RG",
    "Bevraagd",
    "Deel",
    "Ding",
    "Feiten",
    "Kind",
    "Leesmodel",
    "Leesmodelbijwerker",
    "Leesmodelmaker",
    "Naamgegevens",
    "Verwijzingnaar",
    "open_feiten",
]


def open_feiten(opslag: Opslag, leesmodel: Path | None = None) -> Feiten:
    """The facts of a store from the reading model at ``leesmodel``, as long as that can be read, else by SPARQL.

    Without ``leesmodel`` (a remote engine has none) by SPARQL. Where it is missing, damaged or of another release, also
    when that shows later, a warning is logged: whatever it holds the store has as well.
    """
    bevraagd = Bevraagd(opslag)
    if leesmodel is None:
        return bevraagd
    try:
        return Terugval(Leesmodel(leesmodel), bevraagd)
    except OpslagFout as fout:
        meld_terugval(fout)
        return bevraagd
