"""Where the IRIs of works and provisions begin: one value for a process, told before the first IRI.

Everything that makes or reads an IRI of ours asks here. The names of our vocabulary and of named graphs are not below
it: these are the same wherever Regelgraaf runs.
"""

from __future__ import annotations

from ontologie.fouten import IdentificatieFout
from ontologie.identificatie.codering import toon

STANDAARDBASIS = "https://w3id.org/regelgraaf/id/"

_gekozen = STANDAARDBASIS
_gebruikt = False


def basis() -> str:
    """Where IRIs begin; from now on it cannot be another."""
    global _gebruikt
    _gebruikt = True
    return _gekozen


def stel_basis(iri: str) -> None:
    """Have IRIs begin with ``iri`` in this process. Telling the same again does nothing.

    Raises:
        IdentificatieFout: IRIs were made or read with another one before.
    """
    global _gekozen
    if iri != _gekozen and _gebruikt:
        raise IdentificatieFout(f"IRI's van dit proces beginnen al met {toon(_gekozen)}, niet met {toon(iri)}.")
    _gekozen = iri
