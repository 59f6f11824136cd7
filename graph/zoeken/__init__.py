"""Full text over the running text of provisions: ``bouw_index`` writes the index, ``Zoeker`` answers from it."""

from graph.zoeken.index import bouw_index, werk_index_bij
from graph.zoeken.zoeker import Uitslag, Vondst, Zoeker

__all__ = ["Uitslag", "Vondst", "Zoeker", "bouw_index", "werk_index_bij"]
