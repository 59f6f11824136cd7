"""From a document and its references to quads, exactly as ``docs/graafmodel.md`` says.

``maak_quads`` is a pure function and gives quads as they come, so that a graph of any size is written in little memory.
"""

from graph.tripels.maken import graaf_iri, maak_quads
from graph.tripels.namen import (
    IDENTITEIT,
    extern_iri,
    lees_publicatie,
    nieuwste_regelingen,
    parse_extern_iri,
    regeling_van,
    regelingen_van,
)

__all__ = [
    "IDENTITEIT",
    "extern_iri",
    "graaf_iri",
    "lees_publicatie",
    "maak_quads",
    "nieuwste_regelingen",
    "parse_extern_iri",
    "regeling_van",
    "regelingen_van",
]
