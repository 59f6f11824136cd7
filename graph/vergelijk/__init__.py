"""An own ordinance beside the model that it was made from."""

from graph.vergelijk.vergelijken import vergelijk

__all__ = ["vergelijk"]
