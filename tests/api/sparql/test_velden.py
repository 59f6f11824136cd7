"""The fields of a request, beside the library that reads them the long way."""

from __future__ import annotations

from urllib.parse import parse_qs, quote_plus, unquote_to_bytes, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.sparql.velden import lees_velden, ontcijfer

#: Whatever has a meaning in an address, in mail, or in neither.
TEKENS = st.text(alphabet=st.sampled_from("%=+&?_ \t\r\n.;#09afAFzé\u20ac\U0001f6b2\x00"), max_size=40)


@given(st.binary(max_size=60) | TEKENS.map(str.encode))
def test_any_bytes_are_decoded_as_the_library_does(tekst: bytes) -> None:
    assert ontcijfer(tekst) == unquote_to_bytes(tekst.replace(b"+", b" "))


@given(st.lists(st.tuples(TEKENS, TEKENS), max_size=8))
def test_what_was_written_is_read_back(paren: list[tuple[str, str]]) -> None:
    velden: dict[str, list[str]] = {}
    for naam, waarde in paren:
        velden.setdefault(naam, []).append(waarde)
    assert lees_velden(urlencode(paren).encode(), 200) == velden


@given(st.text(alphabet="ab%=&+20", max_size=30))
def test_any_query_string_is_read_as_the_library_does(tekst: str) -> None:
    try:
        verwacht = parse_qs(tekst, keep_blank_values=True, errors="strict")
    except ValueError:
        with pytest.raises(ValueError, match="decode"):
            lees_velden(tekst.encode(), 200)
    else:
        assert lees_velden(tekst.encode(), 200) == verwacht


def test_too_many_fields_and_what_is_no_utf8_are_refused() -> None:
    assert len(lees_velden(b"&".join(b"a%d=1" % n for n in range(200)), 200)) == 200
    for tekst in (b"a&" * 200, b"a=%ff", b"\xff"):
        with pytest.raises(ValueError, match=r"velden|decode"):
            lees_velden(tekst, 200)
    assert lees_velden(f"a={quote_plus('é+=')}".encode(), 1) == {"a": ["é+="]}
