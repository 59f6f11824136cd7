"""SPARQL 1.1 for users: each query in a process that can be ended, with limits that are told when they are reached."""

from api.sparql.media import GRAAFSOORTEN, TABELSOORTEN
from api.sparql.opdracht import Grenzen, Opdracht, Resultaat
from api.sparql.werkers import Werkers

__all__ = ["GRAAFSOORTEN", "TABELSOORTEN", "Grenzen", "Opdracht", "Resultaat", "Werkers"]
