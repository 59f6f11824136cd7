"""Recognise and resolve every legal reference in Dutch text, down to lid and onderdeel.

::

    from bronnen.register import laad_register
    from graph.boom import Bomen
    from graph.verwijzing import Herkenner

    herkenner = Herkenner(laad_register(), Bomen(documenten))
    for verwijzing in herkenner.verwijzingen(document).verwijzingen:
        print(verwijzing.tekst, *verwijzing.doelen, verwijzing.status)

docs/adr/0003-verwijzingen.md tells how it works and why.
"""

from graph.verwijzing.herkenner import Herkenner, Resultaat
from graph.verwijzing.redactie import Verschil, vergelijk_met_redactie
from graph.verwijzing.uitleg import Uitleg
from graph.verwijzing.vermelding import Signaalwoord

__all__ = ["Herkenner", "Resultaat", "Signaalwoord", "Uitleg", "Verschil", "vergelijk_met_redactie"]
