"""Content negotiation, case by case (RFC 9110, section 12.5.1)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.onderhandeling import onderhandel

JSON, XML, CSV = "application/sparql-results+json", "application/sparql-results+xml", "text/csv"
AANBOD = (JSON, XML, CSV)
SYNONIEMEN = {"application/json": JSON, "application/xml": XML}


@pytest.mark.parametrize(
    ("accept", "gekozen"),
    [
        ("", JSON),  # no header: anything
        ("*/*", JSON),
        ("text/*", CSV),
        ("text/csv", CSV),
        ("TEXT/CSV", CSV),
        (f"{XML}, {JSON}", JSON),  # equal: the server's first
        (f"{XML};q=0.9, {JSON};q=0.8", XML),
        (f"{JSON};q=0, */*", XML),  # named with q=0 is refused, whatever the wildcard says
        (f"{JSON};q=0.2, */*;q=0.5", XML),  # the most specific range counts
        ("application/*;q=0.5, text/csv;q=0.1", JSON),
        ("application/json", JSON),  # synonym
        ("application/json;q=0.3, text/csv;q=0.4", CSV),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", XML),  # a browser
        ("text/csv ; charset=utf-8 ; q=1.0", CSV),
        ("text/csv;q=0.001", CSV),
        ("image/png", None),
        ("text/csv;q=0", None),
        ("*/*;q=0", None),
        ("application/json;q=0", None),
        ("text/csv;q=2", JSON),  # no quality: passed over, as if nothing was said
        ("onzin", JSON),
        ("/, text/, /csv, a/b/c", JSON),
        (",,,", JSON),
    ],
)
def test_choice(accept: str, gekozen: str | None) -> None:
    assert onderhandel(accept, AANBOD, SYNONIEMEN) == gekozen


@given(st.text(alphabet="abc/*;q=0.15, +", max_size=60))
def test_any_header_is_answered(accept: str) -> None:
    assert onderhandel(accept, AANBOD, SYNONIEMEN) in (*AANBOD, None)
