"""The knowledge: references, relations, versions, store, queries."""
