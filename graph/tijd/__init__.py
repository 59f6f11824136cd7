"""Time: how versions differ, what changed when, and which version holds on a day."""

from graph.tijd.deel import Deel, delen_van, naar_bron
from graph.tijd.metadata import Afwijking, Toets, gewijzigd_volgens_metadata, toets
from graph.tijd.uitlijning import lijn_uit
from graph.tijd.vergelijking import vergelijk, vergelijk_delen

__all__ = [
    "Afwijking",
    "Deel",
    "Toets",
    "delen_van",
    "gewijzigd_volgens_metadata",
    "lijn_uit",
    "naar_bron",
    "toets",
    "vergelijk",
    "vergelijk_delen",
]
