"""The technical check of a text: what a legislation lawyer looks for by hand.

::

    from graph.controle import controleer

    for punt in controleer(document, register, boom).punten:
        print(punt.regelnummer, punt.regel.naam, punt.woorden, punt.reden)

docs/controle.md lists the rules; docs/adr/0018-controle.md tells why it works so.
"""

from graph.controle.lezing import SCAN, Toets
from graph.controle.uitvoering import PER_REGEL, TOETSEN, controleer, kies, regels

__all__ = ["PER_REGEL", "SCAN", "TOETSEN", "Toets", "controleer", "kies", "regels"]
