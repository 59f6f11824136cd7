"""A store in another process or on another machine: any engine that speaks the SPARQL 1.1 protocol.

What differs between engines is in this package and nowhere else; ``docs/engines.md`` tells it to who runs one.
"""

from graph.extern.opslag import PORTIE, ExterneOpslag
from graph.extern.verbinding import zonder_naam

__all__ = ["PORTIE", "ExterneOpslag", "zonder_naam"]
