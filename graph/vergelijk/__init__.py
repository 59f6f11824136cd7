"""An own ordinance beside the model that it was made from."""

from graph.vergelijk.hernoemen import als_werk
from graph.vergelijk.vergelijken import vergelijk

__all__ = ["als_werk", "vergelijk"]
