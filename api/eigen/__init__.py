"""Documents that a user brings: kept here under an address that nobody can guess, gone when they say so.

``kluis`` keeps them, ``bureau`` works on them in a process that can be ended, ``ontvangst`` takes them in over HTTP.
"""

from api.eigen.bureau import Bureau
from api.eigen.controleren import Controleloket, Gecontroleerd
from api.eigen.kluis import Eigenstuk, Kluis
from api.eigen.loket import Vergeleken, Vergelijkloket

__all__ = ["Bureau", "Controleloket", "Eigenstuk", "Gecontroleerd", "Kluis", "Vergeleken", "Vergelijkloket"]
