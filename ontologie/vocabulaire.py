"""The Dutch labels of our own vocabulary (``regelgraaf.ttl``)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from ontologie.termen import RDFS, lees_bestand


@cache
def labels() -> Mapping[str, str]:
    """The Dutch label of every word of the vocabulary, by its IRI. Read once."""
    return MappingProxyType(
        {
            q.subject.value: q.object.value
            for q in parse(lees_bestand("regelgraaf.ttl").encode(), RdfFormat.TURTLE)
            if q.predicate.value == str(RDFS.label)
            and isinstance(q.subject, NamedNode)
            and isinstance(q.object, Literal)
            and q.object.language == "nl"
        }
    )
