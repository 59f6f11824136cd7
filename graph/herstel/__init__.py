"""The repair of an own ordinance: what should change and why, and the amending decision that does it."""

from graph.herstel.boom import NietUitTeDrukken
from graph.herstel.formules import als_tekst, druk
from graph.herstel.instrueren import instrueer
from graph.herstel.lezen import lees
from graph.herstel.toepassen import pas_toe
from graph.herstel.werk import tekstboom

__all__ = ["NietUitTeDrukken", "als_tekst", "druk", "instrueer", "lees", "pas_toe", "tekstboom"]
