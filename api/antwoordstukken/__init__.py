"""Each answer as a document to hand out and as rows: one maker per question, for pages, REST and command line."""

from __future__ import annotations

from api.antwoordstukken.aangehaald import aangehaald
from api.antwoordstukken.bepaling import bepaling
from api.antwoordstukken.controle import controle, verslag
from api.antwoordstukken.dekking import dekking
from api.antwoordstukken.impact import impact
from api.antwoordstukken.implementeert import implementeert
from api.antwoordstukken.onopgelost import onopgelost
from api.antwoordstukken.opmaak import Opmaak, adres_op, gemarkeerd
from api.antwoordstukken.vergelijken import vergelijking
from api.antwoordstukken.verschil import verschil
from api.antwoordstukken.wijzigingen import wijzigingen
from api.antwoordstukken.zoeken import zoeken

__all__ = [
    "Opmaak",
    "aangehaald",
    "adres_op",
    "bepaling",
    "controle",
    "dekking",
    "gemarkeerd",
    "impact",
    "implementeert",
    "onopgelost",
    "vergelijking",
    "verschil",
    "verslag",
    "wijzigingen",
    "zoeken",
]
