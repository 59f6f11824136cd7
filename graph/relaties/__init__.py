"""Relations between provisions, duties to regulate and their coverage, derived from texts and references.

::

    from graph.relaties import Bibliotheek, beoordeel, leid_af

    bibliotheek = Bibliotheek.van(documenten, register)
    afleiding = leid_af(document, verwijzingen, bibliotheek)
    for relatie in afleiding.relaties:
        print(relatie.van, relatie.soort, relatie.naar, relatie.sterkte, relatie.reden)

docs/adr/0005-relaties.md tells how it works and why.
"""

from graph.relaties.afleiden import leid_af
from graph.relaties.boek import Bibliotheek, Boek
from graph.relaties.dekking import Documentwoorden, Woordbron, beoordeel
from graph.relaties.regelplicht import vind_regelplichten

__all__ = ["Bibliotheek", "Boek", "Documentwoorden", "Woordbron", "beoordeel", "leid_af", "vind_regelplichten"]
