"""The fields of a query string or form. A query is long and full of escapes, so the decoding must be cheap."""

from __future__ import annotations

import binascii
import re
from urllib.parse import unquote_to_bytes

#: An escape that is none, or what the decoder below takes for something else.
_ANDERS = re.compile(rb"%(?![0-9A-Fa-f]{2})|[\r\n]")


def lees_velden(tekst: bytes, hoogstens: int) -> dict[str, list[str]]:
    """The values of each field, in their order; as ``urllib.parse.parse_qs`` with blank values.

    Raises:
        ValueError: there are more than ``hoogstens``, or one is no UTF-8.
    """
    if tekst.count(b"&") >= hoogstens:
        raise ValueError(f"meer dan {hoogstens} velden")
    velden: dict[str, list[str]] = {}
    for veld in tekst.split(b"&"):
        if veld:
            naam, _, waarde = veld.partition(b"=")
            velden.setdefault(ontcijfer(naam).decode(), []).append(ontcijfer(waarde).decode())
    return velden


def ontcijfer(tekst: bytes) -> bytes:
    """The bytes that are meant: escapes undone, and a space for each plus."""
    tekst = tekst.replace(b"+", b" ")
    if b"%" not in tekst:
        return tekst
    if _ANDERS.search(tekst):
        return unquote_to_bytes(tekst)
    # Escapes of mail are those of addresses with another sign, and their decoder is not written in Python: ten times
    # as fast.
    return binascii.a2b_qp(tekst.replace(b"=", b"=3D").replace(b"%", b"="))
